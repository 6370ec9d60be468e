"""An archive asked: a query in words, hits with the source's own words around what was found."""
