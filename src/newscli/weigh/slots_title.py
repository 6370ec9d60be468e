"""The headline: the lines or blocks that go with the likeliest one, its copies, and the kicker above it."""

from __future__ import annotations

from newscli.arabic.words import core, words
from newscli.lexicon.openings import opens_inside
from newscli.lexicon.places import is_place
from newscli.model import Kind, Role
from newscli.notices.sections import heads_section
from newscli.regex import regex
from newscli.segment.lines import hangs
from newscli.segment.page import Zone
from newscli.weigh.around import Around, near
from newscli.weigh.evidence import probability
from newscli.weigh.run import stretch
from newscli.weigh.stated import EXACT

_WORDS, _REST_WORDS = 8, 12  # of a headline that may go on in the next line, and of that line
_WIDER = 1.25  # by how much the second line may be wider than the first, which fills the width of print
_LEAD = 3  # first paragraphs of a story, which say the headline's words again
_MOST_LINES = 4
_SAID_AGAIN = 0.5  # share of the words of a headline's narrower last line that the story has too
_FILLED = 0.75  # of the widest line's length have all lines of a broken headline but the last
_SURE_KICKER = 0.8  # no kicker of 43 on the labelled pages is wrong
_KICKER_WORDS = range(1, 13)
_KICKER_LEAST = 3  # words of one told by its first word, or by its place as a text's first line
_KICKER_ABOVE = 3  # blocks above the headline in which its kicker may stand
KICKER_LINE = 4  # words from which an unlinked line above the headline, in one element with it, is a kicker
BARS = regex(r"[|/©]")  # they stand in rows of buttons, in copyright lines and in captions with their photographer
# An hour, no Arabic word, or the flash of another story, «عاجل: ...»: parts of the template.
_NO_KICKER = regex(r".*\d:\d\d|[^\u0620-\u06ff]*$|\W*(?:خبر )?(?:عاجل|لحظه بلحظه)\W{1,9}\w")
_CLOSED = regex(r"[.!?؟…\"»”:]\W{0,20}$")
AGE = regex(r"(?:^|\s)(?:(?:منذ|قبل) (?:\d{1,3}(?!\d)|ساع|دقي|يوم|اسبوع)|\d+ \w+ مضت)")


def is_title(around: Around, index: int) -> bool:
    """The headline, or a line more of a headline that plain text has broken."""
    if index == around.title and around.reading.headline is not None:
        chance = probability(around.reading.headline.odds)  # by itself; beside the other lines it is `headline.chance`
        return around.give(index, Role.TITLE, "the likeliest headline", chance)
    if around.title is None or not goes_with(around, around.title, index):
        return False
    return around.give(index, Role.TITLE, "the headline goes on", 0.8)


def repeats_title(around: Around, index: int) -> bool:
    """The headline once more."""
    return around.observed.core(index) == around.headline


def goes_with(around: Around, title: int, index: int) -> bool:
    """Whether a block belongs to the headline whose likeliest line is `title`."""
    if not 0 < abs(index - title) < _MOST_LINES:
        return False
    if around.fragments[title].element is not None:
        return _are_stated_as_one(around, title, index)
    if around.observed.page.wrapped and index in _block(around, title):
        return True
    return index == title + 1 and _goes_on(around, title, index)


def _are_stated_as_one(around: Around, title: int, index: int) -> bool:
    """Whether the page states as its headline what two blocks make together, and the other is no date or credit."""
    first, last = (around.fragments[i].text for i in sorted((title, index)))
    stated = around.observed.stated
    both = stated.agreement(f"{first} {last}") >= EXACT > stated.agreement(around.fragments[title].text)
    return both and _may_belong(around, index)


def _goes_on(around: Around, title: int, index: int) -> bool:
    """A headline broken over two lines, as its words tell.

    The second begins with a word that opens no headline, or the story has the words at the break side by side.
    """
    line, following = around.fragments[title], around.fragments[index]
    if following.gap or around.words[title] > _WORDS or around.words[index] > _REST_WORDS:
        return False
    if len(following.text) > _WIDER * len(line.text):
        return False
    if _CLOSED.search(line.text) or not _may_belong(around, index):
        return False
    ending, opening = core(line.text).rsplit(" ", 1)[-1], core(following.text).split(" ", 1)[0]
    told = f" {ending} {opening} "
    if opens_inside(following.text, around.folded[index]) or _tapers(around, title, index):
        return True
    return any(told in f" {core(around.fragments[i].text)} " for i in around.reading.body[:_LEAD])


def _tapers(around: Around, title: int, index: int) -> bool:
    """In a text broken at a width, a narrower line between headline and story, none with a blank line above it.

    Decks and headlines below their kickers are wider than the line above; the story says the headline's words again.
    """
    if not around.observed.page.wrapped or index + 1 != around.first or around.fragments[around.first].gap:
        return False
    narrower = len(around.fragments[index].text) < len(around.fragments[title].text)
    return narrower and around.echo[index] >= _SAID_AGAIN


def _may_belong(around: Around, index: int) -> bool:
    """Whether a line is no date, credit, age or template text."""
    told = around.observed.is_known(index) or index in around.authors
    return not told and AGE.search(around.folded[index]) is None


def _block(around: Around, title: int) -> range:
    """The lines between two blank ones, in a text broken at a width, if they are one broken headline; else none.

    All its lines fill the width but the last, which a kicker, a deck or a byline under the headline spoil.
    """
    size, lines = len(around.fragments), around.fragments
    block = stretch(title, size, lambda index: not lines[index + (index < title)].gap)  # no blank line on the way there
    if not 1 < len(block) <= _MOST_LINES:
        return range(0)
    texts = [lines[i].text for i in block]
    *filled, rest = map(len, texts)
    if rest > max(filled) or min(filled) < _FILLED * max(filled):
        return range(0)
    whole = all(hangs(above) or _is_part(around, i) for i, above in zip(block[1:], texts, strict=False))
    return block if whole and _is_part(around, block[0]) else range(0)


def _is_part(around: Around, index: int) -> bool:
    """Whether a line may be one of a broken headline: no date, and it credits nobody."""
    line = around.line(index)
    return _may_belong(around, index) and not line.parties and not line.dateline


def find_kicker(around: Around) -> None:
    """The kicker above the headline."""
    for index in reversed(around.over[-_KICKER_ABOVE:]):
        why = _kicker(around, index) if index not in around.labels else None
        if why is not None:
            around.give(index, Role.KICKER, why, _SURE_KICKER)
            return


def _kicker(around: Around, index: int) -> str | None:
    """Why a line above the headline is its kicker; None if it is none."""
    text, directly = around.fragments[index].text, index + 1 == around.title
    barred = _NO_KICKER.match(around.folded[index]) or heads_section(text) or is_place(text)
    if directly and not barred and around.line_of_head(index) == -1:
        return "a line above the headline at a text's head"
    if barred or index in around.inside or not around.fits(index, _KICKER_WORDS):
        return None
    alone = directly and around.folded.count(around.folded[index]) == 1
    shown = around.zones(index) & Zone.KICKER or (alone and _crowns(around, index))
    return "a short line above the headline" if shown else None


def _crowns(around: Around, index: int) -> bool:
    """Directly above the headline: the first line of a text, or a heading or an unlinked line in the same element."""
    if not around.observed.page.html:
        return any(shows(around, index) for shows in _PLAIN_KICKERS)
    fragment, headline = around.fragments[index : index + 2]
    if fragment.kind is not Kind.HEADING:
        return words(fragment.text) >= KICKER_LINE and not fragment.links and near(fragment, headline, 1)
    return fragment.parent is headline.parent and words(fragment.text) >= 2


def _opens_text(around: Around, index: int) -> bool:
    """Whether a line is the first of a text, credits, dates and template text above it left out."""
    stands = not around.fragments[index + 1].gap and words(around.fragments[index].text) >= _KICKER_LEAST
    return stands and all(around.observed.is_known(i) or around.line(i).credits for i in range(index))


def _follows_section(around: Around, index: int) -> bool:
    """Whether a line of a dump that is longer than those of menus stands right below a section's name."""
    long = words(around.fragments[index].text) >= KICKER_LINE and not around.ended[index]
    above = around.fragments[index - 1].text
    return index > 0 and long and (heads_section(above) or is_place(above))


def _opens_as_kicker(around: Around, index: int) -> bool:
    """Whether a line opens as no headline does, nor the entry of a menu: «بعد توقف دام عامين»."""
    text, folded = around.fragments[index].text, around.folded[index]
    barred = BARS.search(text) or AGE.search(folded)
    return words(text) >= _KICKER_LEAST and not barred and opens_inside(text, folded)


_PLAIN_KICKERS = (_opens_text, _follows_section, _opens_as_kicker)
