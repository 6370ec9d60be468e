"""newscli reads Arabic news articles, as raw text or HTML, into fields.

    >>> import newscli
    >>> article = newscli.parse("بيروت - رويترز: بدأت اليوم أعمال المؤتمر.")
    >>> article.source.format
    'text'

`import newscli` itself loads next to nothing; the model and the pipeline come with the first use. docs/api.md shows all
of it in examples.
"""

from newscli.errors import DecodeError, InputError, KindError, NewsError, OutputError, UsageError

TYPE_CHECKING = False  # not typing's: importing typing costs half as much as starting Python
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from os import PathLike

    from newscli.model import Article as Article

__version__ = "0.2.0"
__all__ = [
    "Article",
    "DecodeError",
    "InputError",
    "KindError",
    "NewsError",
    "OutputError",
    "UsageError",
    "__version__",
    "parse",
    "parse_file",
    "parse_many",
]


def parse(
    text_or_bytes: str | bytes, *, path: str | None = None, url: str | None = None, format: str | None = None
) -> "Article":
    """The article in a text or in bytes of any encoding; plain text or HTML, told by the content.

    `path` and `url` are handed on to the article (the URL also resolves relative links); `format` ("text" or "html")
    overrides the look at the content. Raises `DecodeError` for bytes that are no text, `KindError` for text that is not
    one article (mail, feeds, JSON, tables), `UsageError` for an unknown format. A page without a story is no error: its
    body is empty and its warnings hold "no-article".
    """
    from newscli.article import parse_document
    from newscli.model import Source
    from newscli.read.decode import decode, from_text

    if isinstance(text_or_bytes, str):
        return parse_document(from_text(text_or_bytes, path=path, url=url, format=format))
    return parse_document(decode(Source(data=text_or_bytes, path=path, url=url), format))


def parse_file(path: "str | PathLike[str]", *, url: str | None = None, format: str | None = None) -> "Article":
    """The article in a file, as `parse` gives it. Raises `InputError`, with advice, if the file cannot be read."""
    from os import fspath

    from newscli.read.files import read

    source = read(fspath(path))
    return parse(source.data, path=source.path, url=url, format=format)


def parse_many(
    paths: "Iterable[str | PathLike[str]]", *, format: str | None = None
) -> "Iterator[Article | InputError]":
    """The article in each file, in order, each as soon as it is read; for a file that cannot be read its error.

    Errors come out as values, with `path` and `advice`, so that one bad file costs none of the others; `str(error)`
    names the file. Raises `UsageError` where `paths` is a single path or `format` is unknown.
    """
    from os import PathLike

    if isinstance(paths, (str, PathLike)):
        raise UsageError("parse_many takes several paths", advice="Give a list of paths, or call parse_file.")
    return (_article_or_error(path, format) for path in paths)


def _article_or_error(path: "str | PathLike[str]", format: str | None) -> "Article | InputError":
    try:
        return parse_file(path, format=format)
    except InputError as error:
        return error


def __dir__() -> list[str]:
    """What is there, and what is loaded on first use."""
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> object:
    if name == "Article":
        from newscli.model import Article

        return Article
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
