"""From a decoded document to blocks."""
