"""Lines that credit somebody: bylines, datelines, source lines, the outlet's name beside the headline."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from newscli.arabic.letters import fold
from newscli.arabic.words import core, words
from newscli.credits.credit_line import CreditLine
from newscli.credits.dateline import Match, read_prefix
from newscli.credits.line import is_label_alone, read_credit
from newscli.credits.parties import Party, PartyKind
from newscli.lexicon import agencies as agency_names
from newscli.lexicon import outlets as outlet_names
from newscli.lexicon.places import NAMESAKES, countries, is_place
from newscli.lexicon.source_labels import Label as SourceLabel
from newscli.model import Kind, Role
from newscli.notices.slots import words_in
from newscli.notices.template_text import NAMELESS, Category
from newscli.regex import regex
from newscli.segment.page import Zone
from newscli.weigh.around import Around, Where
from newscli.weigh.rows import heads_entries

# How often such lines are rightly taken for it, on the labelled pages and their dumps, outlets weighed alike: of 78
# datelines all, of 21 source lines nine in ten, of 9 outlets' names three in four.
SURE_DATELINE, _SURE_SOURCE, _SURE_OUTLET = 0.95, 0.9, 0.75
_LONGEST_NAME = 60  # characters of a name below its label
_SOURCE_BELOW = 6  # blocks below the story in which its source may be named
_ALONE_WORDS = 5  # of a source alone between headline and story
_BESIDE_NAMES = 3  # words beside the names in a line that is signed by them
_LEAST_FORMULA = 0.45  # confidence of a formula in the head
_SURE_FORMULA = 0.9  # of a formula that is one beyond doubt, wherever it stands
_TOLD_OF = 0.3  # share of a line's content words that the story has too, from which it tells of them
_LEAD = 3  # paragraphs before which a formula may stand: some pages set the lead above it
_CLOSING = 4  # last blocks of the story in which its source may stand, before a notice that reads like text
_OUTLET_ABOVE = 3  # blocks above the headline in which the outlet may be named
_LABEL = "المصدر: "
_PUBLISHED = "نشر"  # stands in every label that says where a text appeared
_FORMAL = (SourceLabel.SIGNATURE, SourceLabel.NONE, SourceLabel.CLOSED)
ROLE_ALONE = regex(r"\W*(?:كتبت?|بقلم|تحرير|اعداد|تقرير|الكاتب|المحرر)\W*$")  # such a word alone
_SOURCE_MARKED = regex(r"\W*(?:ال)?مصدر(?: الخبر| المقال)?\s*[:：]|\W*\([^()]{2,30}\)\W*$")


def is_credit(around: Around, index: int) -> bool:
    """A line that names agencies or outlets: a dateline, or a source line."""
    if around.category[index] in NAMELESS or _is_reviewed(around, index):
        return False
    place = around.where(index) & ~Where.OVER
    far = place == Where.TAIL and index > around.last + _SOURCE_BELOW  # where a label alone leads to the source
    for shows, label in _FAR_BELOW if far else _QUESTIONS[place]:
        if shows(around, index):
            return label(around, index)
    return False


def _is_reviewed(around: Around, index: int) -> bool:
    """Whether a line names the paper whose reports stand below it in a review of the press."""
    return index in around.inside and heads_entries(around.observed, index)


def _is_bare_label(around: Around, index: int) -> bool:
    """A label of sources and no more, far below the story."""
    return is_label_alone(around.fragments[index].text, outlets=around.names)


def _leads_to_name(around: Around, index: int) -> bool:
    """A label of sources, whose name stands in the next line."""
    return around.line(index).label_only


def _source(around: Around, index: int) -> bool:
    """Label a line that names where the story comes from, by all that it says."""
    return credit_source(around, index, around.line(index))


def credit_source(around: Around, index: int, line: CreditLine) -> bool:
    """Label a line that names where the story comes from."""
    return around.credit(index, line, Role.CREDIT, "names where the story comes from", _SURE_SOURCE)


def _names_source_below(around: Around, index: int) -> bool:
    """A source below the story, and no heading that is an outlet's name alone: «X مباشر» over other stories."""
    heading = around.fragments[index].kind is Kind.HEADING
    alone = heading and all(party.label in _FORMAL for party in around.line(index).parties)
    return not alone and _names_source(around, index)


def _label(around: Around, index: int) -> bool:
    """Label a line that is a label of sources, and the name below it."""
    _name_below(around, index)
    return around.give(index, Role.CREDIT, "a label of sources", _SURE_SOURCE)


def file_story(around: Around, index: int) -> bool:
    """Label a line that is a dateline."""
    line = around.line(index)
    assert line.dateline is not None
    return around.credit(index, line, Role.DATELINE, line.dateline.reason, max(line.filed, SURE_DATELINE))


def _below_lead(around: Around, index: int) -> bool:
    """A formula with an agency on a line of its own behind the story's lead: «تونس -(رويترز)-», «فرانس24/ أ ف ب»."""
    if index not in around.inside or index > around.first + _LEAD or around.stopped[index]:
        return False
    match = around.line(index).dateline
    filed = match is not None and match.agencies and len(match.dateline.places + match.dateline.sources) > 1
    whole = match is not None and core(match.dateline.text) == around.observed.core(index)
    return bool(filed) and whole


def _closes(around: Around, index: int) -> bool:
    """«المصدر: X», «(AGENCY)» among the last blocks of the story, before a notice or a call that reads like text."""
    if index not in around.reading.body[-_CLOSING:] or not _SOURCE_MARKED.match(around.folded[index]):
        return False
    return bool(around.line(index).parties)


def _appeared(around: Around, index: int) -> bool:
    """«نشر في X يوم D» above the headline, as archives of the press print it."""
    if index not in around.over or _PUBLISHED not in around.folded[index]:
        return False
    return any(party.label is SourceLabel.PUBLISHED_IN for party in around.line(index).parties)


def _crowns(around: Around, index: int) -> bool:
    """A formula of place and source right above the headline, no link, and none below: «انجمينا – مكتب «X»»."""
    if around.title is None or index != around.title - 1 or around.fragments[index].link_share:
        return False
    line = around.line(index)
    sure = line.filed >= _SURE_FORMULA and line.parties and _towns(line)
    below = range(index + 2, around.first)
    return bool(sure) and not (_opens_with_place(around) or any(around.line(i).places for i in below))


def _towns(line: CreditLine) -> set[str]:
    """The places of a line that are no countries, which name sections as well."""
    return set(map(fold, line.places)) - (countries() - NAMESAKES)


def _is_dateline(around: Around, index: int) -> bool:
    """A formula in the head; an outlet alone is one only right above the story."""
    match = around.line(index).dateline
    return match is not None and _is_formula(around, index, match)


def _is_formula(around: Around, index: int, match: Match) -> bool:
    """Whether what a line's words make a formula is a dateline where it stands."""
    line = around.line(index)
    if any(party.label is SourceLabel.SOURCE for party in line.parties):
        return bool(line.places)
    if line.places or match.authors:
        return match.confidence >= _LEAST_FORMULA or _is_writers_place(around, index, line)
    if all(map(around.is_own, match.dateline.sources)):
        filed = agency_names.EXCLUSIVE in words_in(around.folded[index])  # «خاص - OUTLET» is no stamp's source
        named = around.zones(index) & (Zone.AUTHOR | Zone.SOURCE) or (around.dated_beside(index) and not filed)
        return not named and index == around.first - 1
    if match.confidence < _LEAST_FORMULA and _is_told_of(around, index):
        return False
    return around.before_body(index) or bool(match.agencies)


def _is_writers_place(around: Around, index: int, line: CreditLine) -> bool:
    """Whether a town stands alone on a line right beside the writer's, below the headline: where he wrote."""
    alone = len(_towns(line)) == len(line.places) == 1 and is_place(line.places[0])
    beside = {index - 1, index + 1} & around.authors.keys()
    return alone and any(around.head(each) and not around.line(each).places for each in beside)


def _is_told_of(around: Around, index: int) -> bool:
    """Whether a line that an outlet's form alone makes a source names a thing of the story: «موقع الحادث»."""
    first = around.observed.core(index).partition(" ")[0]
    return first in outlet_names.THINGS and around.echo[index] >= _TOLD_OF


def _is_alone(around: Around, index: int) -> bool:
    """A source alone on the last line before the story."""
    line = around.line(index)
    if not line.parties or around.words[index] > _ALONE_WORDS or not around.before_body(index):
        return False
    own = all(around.is_own(party.name) for party in line.parties)
    return not ((own and index != around.first - 1) or ROLE_ALONE.match(around.folded[index]))


def _source_alone(around: Around, index: int) -> bool:
    """Label a source alone as the dateline."""
    why = "a source alone between headline and story"
    return around.credit(index, around.line(index), Role.DATELINE, why, 0.6)


def _names_source(around: Around, index: int) -> bool:
    """A line that names where the story comes from: under a label, or by names and nothing else."""
    parties = [party for party in around.line(index).parties if party.label is not SourceLabel.CLOSED]
    labelled = any(party.label not in _FORMAL for party in parties)
    return bool(parties) and (labelled or _signs(around, index, parties))


_Asked = Callable[[Around, int], bool]
# What a line that credits somebody may be, by the place where it stands, and what labels it then.
_QUESTIONS: dict[int, tuple[tuple[_Asked, _Asked], ...]] = {
    Where.HEAD: (
        (_leads_to_name, _label),
        (_is_dateline, file_story),
        (_names_source, _source),
        (_is_alone, _source_alone),
    ),
    Where.TAIL: ((_leads_to_name, _label), (_names_source_below, _source)),
    Where.FAR: ((_below_lead, file_story), (_closes, _source), (_appeared, _source), (_crowns, file_story)),
}
_FAR_BELOW = ((_is_bare_label, _label),)


def _signs(around: Around, index: int, parties: list[Party]) -> bool:
    """Whether names without a label sign the story: they fill the line, and it is no link or date of another story."""
    named = sum(words(party.name) for party in parties)
    marked = around.category[index] is Category.END_MARK  # with the editors' initials, which are no words
    filled = (marked or around.words[index] <= named + _BESIDE_NAMES) and all(map(_is_known, parties))
    other = around.observed.stamps[index] is not None or around.fragments[index].link_share > 0.5
    return filled and (around.head(index) or not other)


def _is_known(party: Party) -> bool:
    """Whether a party is listed, and its name no word of everyday as well."""
    weak = party.kind is PartyKind.OUTLET and outlet_names.is_weak(party.name)
    return party.kind is not PartyKind.UNKNOWN and not weak


def _name_below(around: Around, index: int) -> None:
    """The name in the line below a label of sources; a formula there is the dateline."""
    after = index + 1
    if after >= len(around.fragments) or after in around.labels:
        return
    text = around.fragments[after].text
    if len(text) > _LONGEST_NAME:
        return
    alone = around.line(after)
    if around.head(after) and (alone.places or (alone.dateline and alone.dateline.authors)):
        file_story(around, after)
        return
    line = read_credit(_LABEL + text, outlets=around.names)
    named = CreditLine(parties=tuple(map(_shifted, line.parties)))
    around.credit(after, named, Role.CREDIT, "the name below a label of sources", _SURE_SOURCE)


def _shifted(party: Party) -> Party:
    """A party with its place in the line without the label."""
    return replace(party, start=party.start - len(_LABEL), end=party.end - len(_LABEL))


def is_outlet(around: Around, index: int) -> bool:
    """The outlet's name alone beside the headline: origin."""
    bare = around.fragments[index].text.strip(" :-–—|()")
    known = (outlet_names.is_outlet(bare) and not outlet_names.is_weak(bare)) or core(bare) in around.names
    beside = index >= around.top - _OUTLET_ABOVE and not _is_reviewed(around, index)
    why = "an outlet's name beside the headline"
    return known and beside and around.credit(index, around.line(index), Role.CREDIT, why, _SURE_OUTLET)


def yield_to_formula(around: Around) -> None:
    """Where a formula names the place, the outlet alone on another line is a credit, not part of the dateline."""
    lines = [(i, line) for i, line in around.credits if around.label(i).role is Role.DATELINE]
    named = {_joined(party.name) for _, line in lines if line.places for party in line.parties}
    if not lines or not (any(line.places for _, line in lines) or _opens_with_place(around)):
        return
    for index, line in lines:
        alone = not line.places and not line.authors
        if alone and all(_joined(p.name) in named or not agency_names.is_agency(p.name) for p in line.parties):
            around.give(index, Role.CREDIT, "an outlet's name beside the headline", _SURE_OUTLET)


def _joined(name: str) -> str:
    return core(name).replace(" ", "")


def _opens_with_place(around: Around) -> bool:
    """Whether the story's first paragraph opens with a formula that names a place."""
    text = next((around.reading.text(i) for i in around.reading.body if i not in around.labels), "")
    match = read_prefix(text, outlets=around.names, places=around.told(text))
    return match is not None and bool(match.dateline.places)
