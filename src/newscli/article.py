"""A decoded document in, an article out: the whole way of the data on one page."""

from __future__ import annotations

from newscli.arabic.letters import squeeze
from newscli.arabic.words import core
from newscli.blocks import blocks_of
from newscli.fields import page_facts
from newscli.fields.attribution import read_attribution
from newscli.fields.body import read_body
from newscli.fields.byline import read_byline
from newscli.fields.dateline import read_dateline
from newscli.fields.found import Span
from newscli.fields.published import read_dates
from newscli.fields.site import read_site
from newscli.fields.title import read_title
from newscli.lazy import Lazy
from newscli.lexicon import outlets
from newscli.model import Article, Document, Role, replace
from newscli.segment import segment
from newscli.segment.page import Metadata
from newscli.trace import Traced, candidates, weighed
from newscli.weigh.choose import Reading, choose
from newscli.weigh.slots import Slots, slots


def parse_document(document: Document) -> Article:
    """The article in a document. Never raises: a page without a story comes back with the warning `no-article`."""
    reading = choose(segment(document))
    site = read_site(reading)
    names = _own_names(reading.page.metadata, site)
    return _assemble(document, reading, slots(reading, names), site, names)


def _own_names(metadata: Metadata, site: str | None) -> frozenset[str]:
    """The folded names under which the page's own site goes: as stated, and without «صحيفة», «نت» and the like."""
    found = {core(name) for name in (*metadata.site_names, site or "")}
    return frozenset((found | {outlets.bare(name) for name in found}) - {""})


def _assemble(document: Document, reading: Reading, around: Slots, site: str | None, names: frozenset[str]) -> Article:
    metadata = reading.page.metadata
    title, in_title = read_title(reading, around, site)
    filed = read_dateline(reading, around, names)
    byline = read_byline(reading, around, filed, (title.value, in_title), names)
    dates = read_dates(reading, around, filed.value.date if filed.value else None)
    body = read_body(reading, around, filed.spans)
    credits = read_attribution(reading, around, filed, byline.value, site if reading.body else None, names)
    article = Article(
        title=title.value,
        kicker=_first(reading, around, Role.KICKER),
        subtitle=" ".join(squeeze(reading.text(i)) for i in around.of(Role.SUBTITLE)) or None,
        dateline=filed.value,
        byline=byline.value,
        published=dates.published.value,
        modified=dates.modified.value,
        body=body.value,
        attribution=credits.value,
        disclaimer=_first(reading, around, Role.DISCLAIMER),
        section=page_facts.read_section(reading, around, title.value),
        tags=page_facts.read_tags(reading, around),
        language=page_facts.language(metadata.language, body.value or document.text),
        site=site,
        url=metadata.url,
        images=metadata.images,
        warnings=page_facts.warnings(reading, body.value),
        source=document.info,
        decoding=document.rule,
        metadata=metadata.all,
    )
    found = (title, filed, byline, dates.published, dates.modified, body, credits)
    told = Lazy(lambda: tuple(candidate for each in found for candidate in each.candidates))
    return _traceable(article, document, Traced(reading, around, article, filed, told), body.spans)


def _traceable(article: Article, document: Document, traced: Traced, spans: tuple[Span, ...]) -> Article:
    """The article with its blocks, candidates and evidence, all made when somebody looks at them."""
    placed = Lazy(lambda: blocks_of(document, traced.reading, traced.around, spans))
    return replace(
        article,
        blocks=Lazy(lambda: tuple(each.block for each in placed)),
        candidates=Lazy(lambda: candidates(traced, placed)),
        weighed=Lazy(lambda: weighed(traced.reading, placed)),
    )


def _first(reading: Reading, around: Slots, role: Role) -> str | None:
    """The text of the first block of a role."""
    index = around.first(role)
    return None if index is None else reading.text(index)
