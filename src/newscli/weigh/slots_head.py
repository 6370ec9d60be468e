"""The deck that belongs to a headline, below it."""

from __future__ import annotations

from newscli.arabic.letters import fold
from newscli.arabic.words import all_content, content_words
from newscli.credits.dateline import read_prefix
from newscli.dates.stamp_words import tells
from newscli.lexicon.credit_words import FUNCTION
from newscli.lexicon.openings import NAMES_DAY, goes_on, opens_inside, refers_back
from newscli.lexicon.places import is_place
from newscli.model import Kind, Role
from newscli.regex import regex
from newscli.segment.lines import hangs
from newscli.segment.page import Fragment, Zone
from newscli.weigh.around import Around, near
from newscli.weigh.candidates import SAMPLE, is_item
from newscli.weigh.rows import Form, form_of, leads, names_role
from newscli.weigh.slots_title import AGE, BARS

_SURE_DECK = 0.55  # how often blocks are rightly taken for decks on the labelled pages: 5 of 9
_DECK_WORDS = range(3, 45)
_PLAIN_DECK_WORDS, _DATED_DECK_WORDS = range(5, 25), range(5, 45)
_DECK_LINES = 2  # lines of a text's head below its headline that may be its deck
_ROW = 3  # lines of a deck that are told by standing together
_PLAIN_DECK_BELOW = 3  # blocks below the headline in which a deck in plain text may stand
_TAKEN_UP = 0.25  # share of a deck's words that the story has too, where no template names it
_BEGINNING = 60  # characters of a paragraph that tell whether it goes on from the one above
_TOLD_AGAIN = 0.7  # share of a deck's words that the story has too, where its place does not tell
_SAID_AGAIN = 0.55  # share of a deck's words that the next paragraph has too
_FIELDS = regex(r"[^:|]{2,30}:[^:|]+(?:\|[^:|]{2,30}:[^:|]+)+$")  # «رمز الشركة: 3999 | القطاع: الطاقة»
_NO_DECK = Zone.FORM | Zone.SHARE | Zone.ADVERT | Zone.RELATED | Zone.NAV


def is_deck(around: Around, index: int) -> bool:
    """A line set apart between headline and story that is no paragraph of it."""
    if around.title is None or not around.title < index <= around.first or not _may_be_deck(around, index):
        return False
    why = next((why for shows, why in _DECKS if shows(around, index)), None)
    return why is not None and around.give(index, Role.SUBTITLE, why, _SURE_DECK)


def _may_be_deck(around: Around, index: int) -> bool:
    """Whether a line has a deck's length, and is no template text, date or part of a form; nor does it name a role."""
    text, folded = around.fragments[index].text, around.folded[index]
    barred = around.observed.stamps[index] or AGE.search(folded) or around.zones(index) & _NO_DECK
    return around.fits(index, _DECK_WORDS) and not (barred or _FIELDS.match(text) or names_role(text))


def _heads_credit(around: Around, index: int) -> bool:
    """Whether a line is one of the first below a text's headline, and a credit or a date stands above the story."""
    return 0 < around.line_of_head(index) <= _DECK_LINES and _is_credited(around, index)


def _is_credited(around: Around, index: int) -> bool:
    """Whether a credit or a date stands between a line and the story's first paragraph."""
    return any(_credits_or_dates(around, i) for i in range(index + 1, around.first))


def _credits_or_dates(around: Around, index: int) -> bool:
    dated = around.observed.stamps[index] is not None
    return dated or around.credits_at(index) or around.line(index).label_only


def _parts_story(around: Around, index: int) -> bool:
    """Whether a line of some words stands right below a text's headline, and a blank line parts it from the story."""
    placed = index + 1 == around.first and around.words[index] in _PLAIN_DECK_WORDS
    if not placed or around.line_of_head(index) != 1:
        return False
    here, below = around.fragments[index : index + 2]
    return below.gap > here.gap == 0


def _goes_on_in_points(around: Around, index: int) -> bool:
    """Whether a line is a point right below another point of the deck."""
    return around.label(index - 1).role is Role.SUBTITLE and all(map(is_item, around.fragments[index - 1 : index + 1]))


def _stands_in_row(around: Around, index: int) -> bool:
    """One of three lines or more of a text between headline and credit, none of which ends a sentence.

    Two are enough where the second quotes somebody, as no caption does: «العمايرة: نعمل على جدولة الديون».
    """
    lines = [i for i in range(around.top + 1, around.first) if not _credits_or_dates(around, i)]
    several = len(lines) >= _ROW or (len(lines) == _ROW - 1 and _quotes(around, lines[-1]))
    row = not around.observed.page.html and several and _is_credited(around, lines[-1])
    return row and index in lines and all(_may_be_deck(around, i) and not _is_ended(around, i) for i in lines)


def _quotes(around: Around, index: int) -> bool:
    """Whether a line of a text says who speaks, and what: no place stands before its colon."""
    speaker = around.fragments[index].text.partition(":")[0]
    return form_of(around.observed, index) is Form.LABEL and not is_place(speaker)


def _goes_on_above_copy(around: Around, index: int) -> bool:
    """A line that goes on with the headline right above it, where the headline stands once more right below."""
    placed = index - 1 == around.title and around.folded[index + 1 : index + 2] == [around.folded[index - 1]]
    return placed and opens_inside(around.fragments[index].text, around.folded[index])


def _stands_out(around: Around, index: int) -> bool:
    """Whether words, place or markup show that a line is a deck, and the story stands below it, nothing of it above."""
    story = around.inside.difference(around.labels, (index,))
    signs = _SIGNS[around.observed.page.html, index in around.inside]
    placed = story and story.isdisjoint(range(around.over.stop, index))
    return bool(placed) and any(shows(around, index) for shows in signs)


def _is_set_deck(around: Around, index: int) -> bool:
    """A heading right below the headline, or farther below one whose words the story takes up."""
    placed = index - 1 == around.title or around.echo[index] >= _TAKEN_UP
    return placed and around.fragments[index].kind is Kind.HEADING


def _leads(around: Around, index: int) -> bool:
    """A line above the writer's name that opens the element of the story, or stands right below the headline in its.

    The story takes up its words.
    """
    block, above, story = (around.fragments[i] for i in (index, index - 1, around.first))
    placed = block.parent is story.parent or (index - 1 == around.title and near(above, block, 1))
    signed = not around.authors.keys().isdisjoint(range(index + 1, around.first))
    return placed and signed and around.echo[index] >= _TAKEN_UP


def _is_plain_deck(around: Around, index: int) -> bool:
    """A line of plain text right below the headline, behind no more than date and credit, that the story takes up.

    One that stands right above the date may be as long as a paragraph.
    """
    dated = any(around.observed.stamps[index + 1 : index + 2])
    told = around.words[index] in (_DATED_DECK_WORDS if dated else _PLAIN_DECK_WORDS)
    return told and _stands_right_below(around, index) and around.echo[index] >= _TAKEN_UP


def _stands_right_below(around: Around, index: int) -> bool:
    """Whether a line stands right below the headline; in a clean text, or as a sentence, below its date and credit too.

    There dumps set the captions of pictures.
    """
    between = range(around.over.stop + 1, index)
    credited = all(_credits_or_dates(around, i) for i in between)
    asks = credited and around.fragments[index].text.endswith("؟")  # as decks end, and first paragraphs don't
    if (len(between) >= _PLAIN_DECK_BELOW and not asks) or any(around.category[between.start : index]):
        return False
    if not between or around.stopped[index] or _is_pictured_below(around, index):
        return True
    return around.observed.is_clean_text and credited


def _is_pictured_below(around: Around, index: int) -> bool:
    """Whether another line above the story, which nothing else accounts for, may be the caption instead of this one."""
    below = range(index + 1, around.first)
    return any(_may_be_deck(around, i) and not _stands_beside(around, i) for i in below)


def _tells_as_story(around: Around, index: int) -> bool:
    """A line above the story that opens with a verb, as the story does and no caption: «يستمر أسبوعين ويتضمن ورشا»."""
    placed = index + 1 == around.first and around.words[index] in _PLAIN_DECK_WORDS and not _is_ended(around, index)
    opening = [folded.partition(" ")[0] for folded in around.folded[index : index + 2]]
    return placed and FUNCTION.isdisjoint(opening) and all(map(tells, opening))


def _is_told_again(around: Around, index: int) -> bool:
    """A line of a clean text that ends no sentence, right above the first paragraph; the story says its words again.

    Of a first paragraph's broken line the rest says half of the words at most.
    """
    below = index + 1
    if around.words[index] not in _PLAIN_DECK_WORDS or _is_ended(around, index) or not around.observed.is_clean_text:
        return False
    if below not in around.inside or not around.observed.is_paragraph(below):
        return False
    if not _begins_anew(around.fragments[below].text) or hangs(around.fragments[index].text):
        return False
    mine = around.observed.content[index]
    told = all_content(around.fragments[i].text for i in around.reading.body if i > index)
    return len(mine & told) >= _TOLD_AGAIN * len(mine) > 0


def _is_ended(around: Around, index: int) -> bool:
    """Whether a line ends a sentence, or in a colon."""
    return around.stopped[index] or leads(around.observed, index)


def _is_signed_deck(around: Around, index: int) -> bool:
    """A line right below the headline, or its date, that ends no sentence, above credits, dates and buttons alone."""
    short = around.words[index] in _PLAIN_DECK_WORDS and not around.stopped[index]
    below = range(index + 1, around.first)
    credited = short and _stands_right_below(around, index) and _is_credited(around, index)
    return credited and all(_stands_beside(around, i) for i in below)


def _is_paragraph_deck(around: Around, index: int) -> bool:
    """The same on a page: the paragraph right below the headline in its element, where the story has another one."""
    block, above, story = (around.fragments[i] for i in (index, index - 1, around.first))
    set_so = block.tag == "p" and block.parent is above.parent
    return set_so and block.parent is not story.parent and _is_signed_deck(around, index)


def _stands_beside(around: Around, index: int) -> bool:
    """Whether a line is template text, a credit, a date or a caption."""
    pictured = around.observed.caption[index] or around.zones(index) & Zone.CAPTION
    return bool(around.category[index] or pictured) or _credits_or_dates(around, index)


def _is_named_deck(around: Around, index: int) -> bool:
    """Whether the template names a block deck."""
    return bool(around.zones(index) & Zone.SUBTITLE)


def _is_deck_of_run(around: Around, index: int) -> bool:
    """Whether the run's first block is a deck by the template's name, and the story begins below; no deck is filed."""
    if not _is_named_deck(around, index) or not (_is_set_apart(around, index) or _is_said_again(around, index)):
        return False
    return not read_prefix(around.fragments[index].text, outlets=around.names)


def _stands_above_date(around: Around, index: int) -> bool:
    """A line that ends no sentence, nor in a colon, right above the story's date or writers; any above «نص: NAME»."""
    below, story = index + 1, _paragraph_below(around, index)
    if not _is_ended(around, index):
        return below in around.authors or any(around.observed.stamps[below : below + 1])
    signed = below in around.authors and around.line(below).role_word
    return signed and story is not None and _begins_anew(story.text)


def _stands_above_formula(around: Around, index: int) -> bool:
    """A line of plain text whose story opens below it with place and agency: «موسكو - سبوتنيك. ...».

    Place and writer tell as much, and the place may have a line of its own.
    """
    if around.words[index] not in _PLAIN_DECK_WORDS or index + 2 >= len(around.words):
        return False
    if BARS.search(around.fragments[index].text):  # a caption with its photographer
        return False
    place, below = (each.text for each in around.fragments[index + 1 : index + 3])
    match = read_prefix(f"{place} - {below}" if is_place(place) else place, outlets=around.names)
    opens = match is not None and bool(match.dateline.places and (match.dateline.sources or match.authors))
    return opens and not read_prefix(around.fragments[index].text, outlets=around.names)


def _stands_above_picture(around: Around, index: int) -> bool:
    """A line below headline and date, above a caption and the first paragraph: it asks, or that alone names a day."""
    below = next((i for i in around.reading.body if i > index and around.observed.is_long(i)), index)
    if not any(map(around.reads_as_caption, range(index + 1, below))) or not _begins_anew(around.fragments[below].text):
        return False
    dated = [NAMES_DAY.search(around.observed.beginning(i, SAMPLE)) is not None for i in (index, below)]
    placed = all(map(around.observed.is_known, range(around.over.stop + 1, index)))
    shown = dated == [False, True] or around.fragments[index].text.endswith("؟")
    return placed and shown and not read_prefix(around.fragments[index].text, outlets=around.names)


def _is_set_apart(around: Around, index: int) -> bool:
    """Whether the story begins anew below a block, in another element, and doesn't go on from the block."""
    below = _paragraph_below(around, index)
    return below is not None and around.fragments[index].parent is not below.parent and _begins_anew(below.text)


def _begins_anew(text: str) -> bool:
    """Whether a paragraph goes on from none above it."""
    return not (goes_on(text) or refers_back(fold(text[:_BEGINNING])))


def _is_said_again(around: Around, index: int) -> bool:
    """Whether a deck that the run holds ends no sentence, or is said again by the next paragraph."""
    below, mine = _paragraph_below(around, index), content_words(around.fragments[index].text)
    again = below is not None and len(mine & content_words(below.text)) >= _SAID_AGAIN * len(mine) > 0
    return again or not around.stopped[index]


def _paragraph_below(around: Around, index: int) -> Fragment | None:
    """The story's next paragraph."""
    below = (i for i in around.reading.body if i > index and around.observed.is_long(i))
    return next((around.fragments[i] for i in below), None)


_APART = "set apart between headline and story"
# What shows that a line is a deck, and the reason that people are told.
_DECKS = (
    (_heads_credit, "set apart between headline and credit"),
    (_parts_story, _APART),
    (_goes_on_in_points, "a further point of the deck"),
    (_stands_in_row, "one of several lines between headline and credit"),
    (_goes_on_above_copy, "goes on with the headline, whose copy stands below"),
    (_stands_out, _APART),
)
# What shows it: first in HTML or not, second of a block that the story's run holds or not.
_SIGNS = {
    (True, True): (_is_deck_of_run,),
    (True, False): (_is_named_deck, _is_set_deck, _leads, _is_paragraph_deck),
    (False, True): (_stands_above_date, _stands_above_formula, _stands_above_picture, _tells_as_story, _is_told_again),
    (False, False): (_is_set_deck, _is_plain_deck, _is_signed_deck, _tells_as_story),
}
