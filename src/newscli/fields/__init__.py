"""One field, one module, one public function: a reading and its slots in, the value with spans and candidates out.

title, dateline, byline, published (and modified), body and attribution give `Found` values (`fields.found`); site gives
the site's name, page_facts section, tags, language and warnings. Kicker, subtitle and disclaimer are blocks whose role
says it all: `article` takes their text. What a field was chosen from is told by `trace`.
"""
