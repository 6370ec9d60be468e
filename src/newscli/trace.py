"""What each field was chosen from, and what was weighed about each block: all that `explain` and `inspect` tell.

The readers of title, dateline, byline, dates and attribution hand on their candidates themselves. The rest are told
here, where the finished fields meet the page. Nothing is searched for: a candidate knows its fragment, a statement its
name. It is all made when somebody asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct, structs

from newscli.arabic.letters import squeeze
from newscli.arabic.words import core
from newscli.blocks import Placed
from newscli.fields.dateline import Filed
from newscli.model import Article, Candidate, Role, Weighed
from newscli.segment.page import Statement
from newscli.weigh.choose import Reading
from newscli.weigh.evidence import BIAS, Evidence
from newscli.weigh.run import BODY_ODDS
from newscli.weigh.slots import Slots

# The roles of the blocks in which a field may stand; of a fragment that was cut the part with such a role is meant.
_ROLES = {
    "title": (Role.TITLE,),
    "byline": (Role.BYLINE, Role.DATELINE, Role.TITLE),
    "dateline": (Role.DATELINE,),
    "published": (Role.DATE, Role.DATELINE, Role.BYLINE),
    "modified": (Role.DATE,),
    "attribution": (Role.CREDIT, Role.DATELINE, Role.BYLINE, Role.DATE, Role.DISCLAIMER),
    "body": (Role.BODY,),
}
_LETTERS = "the letters of its text"
_OUTSIDE = 5  # texts outside the story that are told


class Traced(Struct, frozen=True):
    """A reading, the fields made of it, and the candidates that the fields' readers gave."""

    reading: Reading
    around: Slots
    article: Article
    filed: Filed
    told: Sequence[Candidate]

    def filed_in(self) -> int | None:
        """The fragment that holds the dateline, or the writers' formula that opens the text."""
        blocks = [span.block for span in self.filed.spans] + [c.block for c in self.filed.candidates]
        return next((block for block in blocks if block is not None), None)


# Candidates


def candidates(traced: Traced, placed: Sequence[Placed]) -> tuple[Candidate, ...]:
    """The candidates of every field, each with the number of the block where it stands."""
    numbers: dict[int, list[int]] = {}
    for number, each in enumerate(placed, start=1):
        numbers.setdefault(each.fragment, []).append(number)
    told = [_credited(traced, candidate) for candidate in traced.told]
    told += [candidate for tell in _TELLERS for candidate in tell(traced)]
    return tuple(_on_block(candidate, placed, numbers) for candidate in told)


def _on_block(candidate: Candidate, placed: Sequence[Placed], numbers: dict[int, list[int]]) -> Candidate:
    """A candidate whose `block` is the number of a fragment, from 0, with the number of the block instead."""
    parts = numbers.get(candidate.block, []) if candidate.block is not None else []
    if not parts:
        return structs.replace(candidate, block=None)
    wanted = _ROLES.get(candidate.field, ())
    number = next((n for n in parts if placed[n - 1].block.role in wanted), parts[0])
    text = candidate.text or placed[number - 1].block.text
    return structs.replace(candidate, text=text, place=candidate.place or f"block {number}", block=number)


def _credited(traced: Traced, candidate: Candidate) -> Candidate:
    """A credit with the fragment of its phrase: a line that credits, the dateline, the byline, or the notice."""
    if candidate.field != "attribution" or candidate.block is not None:
        return candidate
    phrase, dateline = candidate.text, traced.article.dateline
    if dateline is not None and phrase == dateline.text:
        return structs.replace(candidate, place="", block=traced.filed_in())
    lines = (i for i, _ in traced.around.credits if squeeze(traced.reading.text(i)) == phrase)
    notices = (i for i in traced.around.of(Role.DISCLAIMER) if phrase in traced.reading.text(i))
    index = next(lines, next(notices, None))
    place = "the site's name" if phrase == traced.article.site else "byline"
    return structs.replace(candidate, place="" if index is not None else place, block=index)


def _lines(traced: Traced, field: str, role: Role, *, most: int | None = None) -> Iterator[Candidate]:
    """The blocks of a role as candidates: the first `most` of them are chosen."""
    for rank, index in enumerate(traced.around.of(role)):
        label, chosen = traced.around.labels[index], most is None or rank < most
        reason = label.why if chosen else "another one stands above it"
        yield Candidate(field, traced.reading.text(index), traced.reading.text(index), "", chosen, reason, index)


def _kicker(traced: Traced) -> Iterator[Candidate]:
    yield from _lines(traced, "kicker", Role.KICKER, most=1)


def _subtitle(traced: Traced) -> Iterator[Candidate]:
    yield from _lines(traced, "subtitle", Role.SUBTITLE)


def _disclaimer(traced: Traced) -> Iterator[Candidate]:
    yield from _lines(traced, "disclaimer", Role.DISCLAIMER, most=1)


def _dateline(traced: Traced) -> Iterator[Candidate]:
    """The formulas that were read as something else."""
    for index, line in traced.around.credits:
        label = traced.around.labels.get(index)
        if label is None or label.role is Role.DATELINE or line.dateline is None:
            continue
        reason = f"taken for a {label.role}: {label.why}"
        yield Candidate("dateline", line.dateline.dateline.text, traced.reading.text(index), "", False, reason, index)


def _byline(traced: Traced) -> Iterator[Candidate]:
    """The writers of dateline and headline, and those whom the metadata name beside printed ones."""
    byline = traced.article.byline
    if byline is None or byline.text is None:
        return
    lines = [candidate for candidate in traced.told if candidate.field == "byline"]
    known = {core(name) for line in lines for name in line.value.split("، ")}
    filed = [name for name in traced.filed.authors if core(name) not in known]
    named = [name for name in byline.authors if core(name) not in known and name not in traced.filed.authors]
    for names, index, reason in (
        (filed, traced.filed_in(), "stands in the formula that opens the story"),
        (named, traced.reading.title, "stands in the headline"),
    ):
        if names:
            yield Candidate(
                "byline", "، ".join(names), "", "" if index is not None else "headline", True, reason, index
            )
    for statement in traced.reading.page.metadata.authors:
        reason = "stated by the page; what it prints is preferred"
        yield Candidate("byline", statement.value, statement.value, statement.name, False, reason)


def _body(traced: Traced) -> Iterator[Candidate]:
    reading, paragraphs = traced.reading, traced.around.paragraphs
    if not reading.body or not paragraphs or reading.run is None:
        yield Candidate("body", "", "", "the page as a whole", False, _no_story(reading))
        return
    value = f"{len(paragraphs)} blocks, {len(traced.article.body)} characters"
    weight = f"of all runs of blocks the one that weighs most ({reading.run.weight:.0f})"
    yield Candidate(
        "body", value, "", "", True, f"the story begins here: {weight}; {_of_page(reading, 1)}", paragraphs[0]
    )
    reason = "the story ends here: with what follows the run would weigh less"
    yield Candidate("body", "", "", "", True, reason, paragraphs[-1])
    outside = [i for i in range(len(reading.blocks.odds)) if not reading.run.first <= i <= reading.run.last]
    for index in [i for i in outside if reading.blocks.odds[i] > BODY_ODDS and i not in traced.around.labels][
        :_OUTSIDE
    ]:
        reason = "reads like a story, but lies outside the run that weighs most"
        yield Candidate("body", "", "", "", False, reason, index)


def _no_story(reading: Reading) -> str:
    """Why a page without a story has none."""
    return "no paragraphs make a story" if reading.whole is None else _of_page(reading, -1)


def _of_page(reading: Reading, side: int) -> str:
    """The log-odds that the page holds a story, and the strongest parts on one side."""
    assert reading.whole is not None
    whole = reading.whole.evidence()
    told = [f"{phrase} {odds:+.1f}" for phrase, odds in whole.parts(0) if odds * side > 0]
    return f"the page holds a story with log-odds of {whole.odds[0]:+.1f}: {'; '.join(told[:4])}"


# Statements of the metadata


def _stated(
    field: str, statements: Iterable[Statement], chosen: Callable[[str], bool], why_not: str, *, several: bool = False
) -> Iterator[Candidate]:
    """Statements as candidates: the first that fits is chosen, of a list all that fit; the same again agrees."""
    taken: set[str] = set()
    for statement in statements:
        fits = chosen(statement.value)
        wins = fits and (not taken or (several and statement.value not in taken))
        again = "says the same" if fits else why_not
        taken |= {statement.value} if wins else set()
        reason = "stated by the page" if wins else again
        yield Candidate(field, statement.value, statement.value, statement.name, wins, reason)


def _section(traced: Traced) -> Iterator[Candidate]:
    statements, value = traced.reading.page.metadata.stated("section"), traced.article.section
    yield from _stated("section", statements, lambda each: each == value, "another statement comes first")
    for rank, index in enumerate(traced.around.of(Role.SECTION)):
        chosen = bool(value) and not statements and rank == 0
        reason = traced.around.labels[index].why if chosen else "what the page states, or a line above it, is preferred"
        yield Candidate(
            "section",
            value if chosen and value else traced.reading.text(index),
            traced.reading.text(index),
            "",
            chosen,
            reason,
            index,
        )


def _tags(traced: Traced) -> Iterator[Candidate]:
    tags = frozenset(traced.article.tags)
    printed = False
    for index in traced.around.of(Role.TAGS):
        chosen = any(tag in traced.reading.text(index) for tag in tags)
        printed = printed or chosen
        reason = traced.around.labels[index].why if chosen else "a label alone"
        yield Candidate("tags", traced.reading.text(index), traced.reading.text(index), "", chosen, reason, index)
    yield from _stated(
        "tags",
        traced.reading.page.metadata.stated("tags"),
        lambda each: not printed and each in tags,
        "the tags that the page prints are preferred",
        several=True,
    )


def _language(traced: Traced) -> Iterator[Candidate]:
    metadata, value = traced.reading.page.metadata, traced.article.language
    agrees = metadata.language == value and value is not None
    yield from _stated("language", metadata.stated("language")[:1], lambda _: agrees, "the letters contradict it")
    if value and not agrees:
        yield Candidate("language", value, value, _LETTERS, True, "most letters are of the Arabic script")


def _site(traced: Traced) -> Iterator[Candidate]:
    metadata, value = traced.reading.page.metadata, traced.article.site
    yield from _stated("site", metadata.sites, lambda each: each == value, "the name stated most often comes first")
    if value and not metadata.sites:
        title = next((s for s in metadata.titles if s.name == "title"), None)
        yield Candidate(
            "site", value, title.value if title else value, "title", True, "what the page's title adds to the headline"
        )


def _url(traced: Traced) -> Iterator[Candidate]:
    metadata = traced.reading.page.metadata
    yield from _stated("url", metadata.stated("url"), lambda each: each == metadata.url, "another address comes first")


def _images(traced: Traced) -> Iterator[Candidate]:
    metadata = traced.reading.page.metadata
    yield from _stated("images", metadata.stated("images"), lambda each: True, "", several=True)


_TELLERS: tuple[Callable[[Traced], Iterator[Candidate]], ...] = (
    _kicker, _subtitle, _dateline, _byline, _body, _disclaimer, _section, _tags, _language, _site, _url, _images,
)  # fmt: skip


# Evidence


def weighed(reading: Reading, placed: Sequence[Placed]) -> tuple[tuple[Weighed, ...], ...]:
    """Of the page as a whole, then of each block, what was weighed: every part with its log-odds."""
    page = () if reading.whole is None else (_weighed("Does the page hold a story?", reading.whole.evidence(), 0),)
    parts = Counter(each.fragment for each in placed)
    lines = None if reading.headline is None else reading.headline.evidence()
    return page, *(tuple(_of_block(reading, each.fragment, lines, whole=parts[each.fragment] == 1)) for each in placed)


def _of_block(reading: Reading, index: int, lines: Evidence | None, *, whole: bool) -> Iterator[Weighed]:
    if index >= len(reading.page.fragments):  # it lies so far down that it was not read
        return
    block = "it" if whole else "the paragraph that it was cut from"
    yield _weighed(f"Is {block} the story's text?", reading.blocks, index)
    if lines is not None and reading.headline is not None and index in reading.headline.lines.indices:
        yield _weighed(f"Is {block} the headline?", lines, reading.headline.lines.indices.index(index))


def _weighed(question: str, evidence: Evidence, index: int) -> Weighed:
    parts = evidence.parts(index)
    bias = evidence.odds[index] - sum(odds for _, odds in parts)
    return Weighed(question, evidence.odds[index], ((BIAS, bias), *parts))
