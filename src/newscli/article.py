"""A decoded document in, an article out: the whole way of the data on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscli.arabic.letters import arabic_letters, fold, squeeze
from newscli.arabic.words import all_content, core, echo, words
from newscli.classify.roles import read_story
from newscli.classify.story import Piece, Story
from newscli.credits import byline
from newscli.fields import attribution, published, title
from newscli.fields.site import site_name
from newscli.lexicon import outlets
from newscli.model import Article, Block, Blocks, Byline, Candidate, Dateline, Document, Role
from newscli.segment import segment
from newscli.segment.fragment import Fragment
from newscli.segment.page import Metadata


def parse_document(document: Document) -> Article:
    """The article in a document. Never raises: a page without a story comes back with the warning `no-article`."""
    page = segment(document)
    metadata = page.metadata
    story = read_story(page.fragments, metadata, _own_names(metadata), html=page.html)
    return _assemble(document, story, metadata)


def _own_names(metadata: Metadata) -> frozenset[str]:
    """The folded names under which the page's own site goes: as stated, and without «صحيفة», «نت» and the like."""
    found = {core(name) for name in metadata.site_names}
    return frozenset(found | {outlets.bare(name) for name in found} - {""})


def _assemble(document: Document, story: Story, metadata: Metadata) -> Article:
    headline, authors_in_title = _title(story, metadata)
    dateline = _dateline(story)
    credit = _byline(story, authors_in_title, headline)
    site = site_name(metadata, headline)
    disclaimer = story.disclaimers[0] if story.disclaimers else None
    when = published.read_dates(story, metadata, dateline.date if dateline else None)
    credits, parties = attribution.read_attribution(
        story, credit, disclaimer, site if story.has_story else None, _own_names(metadata)
    )
    body = "\n\n".join(_paragraphs(story))
    return Article(
        title=headline,
        kicker=_text(story, story.kicker),
        subtitle=" ".join(squeeze(story.views[i].fragment.text) for i in story.subtitles) or None,
        dateline=dateline,
        byline=credit,
        published=when.published,
        modified=when.modified,
        body=body,
        attribution=credits,
        disclaimer=_text(story, disclaimer),
        section=metadata.section or _section(story, headline),
        tags=_tags(story) or metadata.tags,
        language=_language(metadata.language, body or document.text),
        site=site,
        url=metadata.url,
        images=metadata.images,
        warnings=tuple(_warnings(story)),
        source=document.info,
        blocks=Blocks(lambda: _blocks(story, document)),
        candidates=(*_bodies(story), *_headlines(story, metadata), *when.candidates, *parties),
        decoding=document.rule,
        metadata=metadata.all,
    )


def _text(story: Story, index: int | None) -> str | None:
    return None if index is None else story.views[index].fragment.text


_NAME_WORDS = 4


def _title(story: Story, metadata: Metadata) -> tuple[str | None, tuple[str, ...]]:
    """The headline as printed, without site and author, and the persons it names as writers."""
    if not story.has_story:
        return None, ()
    if story.title is not None:
        text = story.views[story.title].fragment.text
        if story.title_ends is not None:
            text += " " + story.views[story.title_ends].fragment.text
    elif metadata.titles:
        text = title.main_part(max(metadata.titles, key=lambda s: s.worth).value, metadata.site_names)
        told = echo(text, all_content(story.text(i) for i in story.body))
        if words(text) <= _NAME_WORDS and not told:
            return None, ()  # the site's name, not the story's headline
    else:
        return None, ()
    return byline.headline_author(title.without_site(text, metadata.site_names))


def _bodies(story: Story) -> Iterator[Candidate]:
    """Why a page without a story has none."""
    if not story.has_story:
        yield Candidate("body", "", "", "the page", False, story.reason or "")


def _headlines(story: Story, metadata: Metadata) -> Iterator[Candidate]:
    """What was considered for the headline: lines of the page with their scores, and what the metadata state."""
    for index, score in story.titles:
        chosen = index == story.title
        reason = story.title_reason if chosen else "less likely by place, form and what the metadata state"
        text = story.text(index)
        yield Candidate("title", text, text, f"block {index + 1}", chosen, f"{reason} (score {score:.1f})")
    for stated in metadata.titles:
        yield Candidate(
            "title",
            stated.value,
            stated.value,
            stated.name,
            story.title is None and story.has_story,
            "stated by the page; the visible headline is preferred",
        )


_CRUMBS = re.compile(r"\s*[>»›/|\\]\s*")


def _section(story: Story, headline: str | None) -> str | None:
    """The section as a label above the headline or the last step of the way to it names it."""
    text = _text(story, story.section)
    if text is None:
        return None
    known = {core("الرئيسية"), core(headline or "")}
    steps = [step for step in _CRUMBS.split(text) if step and core(step) not in known]
    return steps[-1] if steps else None


_TAGS_LABEL, _LISTED = re.compile(r"^[^:]{3,25}:"), re.compile(r"[،,؛|#]|\s[-–]\s")


def _tags(story: Story) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for index in story.tags:
        fragment = story.views[index].fragment
        for name in [link.text for link in fragment.links] or _LISTED.split(_TAGS_LABEL.sub("", fragment.text)):
            found[name.strip(" #،,|")] = None
    return tuple(name for name in found if name)


def _dateline(story: Story) -> Dateline | None:
    found = [match.dateline for _, match in story.datelines if match.dateline is not None]
    if not found:
        return None
    return Dateline(
        " ".join(each.text for each in found),
        tuple(dict.fromkeys(place for each in found for place in each.places)),
        tuple(dict.fromkeys(source for each in found for source in each.sources)),
        next((each.date for each in found if each.date), None),
    )


def _byline(story: Story, in_title: tuple[str, ...], headline: str | None) -> Byline | None:
    """The writers: of bylines, of datelines, of the headline."""
    texts: dict[str, None] = {}
    authors: dict[str, str] = {}
    for _, line in story.bylines:
        texts[line.text] = None
        for name in line.authors:
            authors.setdefault(fold(name), name)
    for _, match in story.datelines:
        if match.authors and match.dateline is not None:
            texts[match.dateline.text] = None
            for name in match.authors:
                authors.setdefault(fold(name), name)
    if in_title and headline:
        texts.setdefault(headline, None)
        for name in in_title:
            authors.setdefault(fold(name), name)
    return Byline(" ".join(texts), tuple(authors.values())) if texts else None


def _blocks(story: Story, document: Document) -> tuple[Block, ...]:
    """Every fragment as a block with its role; one with parts of other roles is cut into them."""
    found: list[Block] = []
    for index, (view, role) in enumerate(zip(story.views, story.roles, strict=True)):
        fragment = view.fragment
        path = fragment.element.path if fragment.element is not None else None
        pieces = story.pieces.get(index)
        if not pieces:
            found.append(Block(fragment.text, fragment.kind, fragment.line, fragment.start, fragment.end, path, *role))
        else:
            found.extend(_cut(fragment, role, pieces, path, document.text))
    return tuple(found)


def _paragraphs(story: Story) -> Iterator[str]:
    """The texts of the body, without the parts of paragraphs that have other roles."""
    for index in story.body:
        text = story.text(index)
        pieces = story.pieces.get(index)
        if not pieces:
            yield text
            continue
        for start, end, role in _parts(text, story.roles[index], pieces):
            if role[0] is Role.BODY:
                yield text[start:end].strip()


def _parts(
    text: str, role: tuple[Role, str, float], pieces: list[Piece]
) -> Iterator[tuple[int, int, tuple[Role, str, float]]]:
    """The parts of a fragment in order, (start, end, role): those with a role of their own and what is between them."""
    position = 0
    for piece in sorted(pieces, key=lambda each: each.start):
        if text[position : piece.start].strip():
            yield position, piece.start, role
        yield piece.start, piece.end, (piece.role, piece.reason, piece.confidence)
        position = piece.end
    if text[position:].strip():
        yield position, len(text), role


def _cut(
    fragment: Fragment, role: tuple[Role, str, float], pieces: list[Piece], path: str | None, text: str
) -> Iterator[Block]:
    """The blocks of a fragment some parts of which have roles of their own, in order."""
    for start, end, (given, reason, confidence) in _parts(fragment.text, role, pieces):
        yield Block(
            fragment.text[start:end].strip(),
            fragment.kind,
            fragment.line,
            _offset(text, fragment, start),
            _end(text, fragment, end),
            path,
            given,
            reason,
            confidence,
        )


def _end(text: str, fragment: Fragment, folded: int) -> int | None:
    """Where in the decoded text the part that ends at offset `folded` of the folded text ends."""
    if folded >= len(fragment.text):
        return fragment.end
    last = _offset(text, fragment, len(fragment.text[:folded].rstrip()) - 1)
    return None if last is None else last + 1


def _offset(text: str, fragment: Fragment, folded: int) -> int | None:
    """Where in the decoded text the character at offset `folded` of the fragment's folded text stands."""
    if fragment.start is None or fragment.end is None:
        return None
    wanted = sum(1 for c in fragment.text[:folded] if not c.isspace())
    for position in range(fragment.start, fragment.end):
        if not (text[position].isspace() or text[position] == "\x00"):
            if wanted == 0:
                return position
            wanted -= 1
    return fragment.end


_ARABIC_SCRIPT = frozenset(("ar", "fa", "ur", "ps", "ckb", "ku", "ug", "sd", "arz", "ary", "pnb"))
_LANGUAGE_SAMPLE = 800  # characters


def _language(stated: str | None, text: str) -> str | None:
    """The language that the page states; Arabic where the letters contradict it: templates say "en" of every page."""
    text = text[:_LANGUAGE_SAMPLE]
    letters = sum(map(str.isalpha, text))
    arabic = letters > 0 and arabic_letters(text) >= 0.5 * letters
    return stated if stated in _ARABIC_SCRIPT or not arabic else "ar"


def _warnings(story: Story) -> list[str]:
    return [] if story.has_story else ["no-article"]
