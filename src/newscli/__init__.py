"""newscli reads Arabic news articles, as raw text or HTML, into fields."""

__version__ = "0.1.0"
