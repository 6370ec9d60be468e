"""What stands at a story's head: the headline and its second line, deck, kicker, section."""

from __future__ import annotations

from newscli.arabic.letters import fold
from newscli.arabic.words import content_words, core, words
from newscli.credits.dateline import read_prefix
from newscli.lexicon.openings import goes_on, opens_inside, refers_back
from newscli.lexicon.places import is_place
from newscli.model import Kind, Role
from newscli.notices.sections import is_section as is_section_name
from newscli.notices.template_text import WAY
from newscli.regex import regex
from newscli.segment.fragment import Fragment, Zone
from newscli.weigh.around import Around, near
from newscli.weigh.broken_headline import AGE, goes_with
from newscli.weigh.candidates import is_item
from newscli.weigh.evidence import probability
from newscli.weigh.places import PARAGRAPH_WORDS
from newscli.weigh.text_head import head_lines

# How often blocks are rightly taken for each on the labelled pages: 5 of 9 decks; no kicker of 43 is wrong.
_SURE_DECK, _SURE_KICKER = 0.55, 0.8
_MOST_WORDS = 40  # of a headline's copy
_DECK_WORDS = range(3, 45)
_PLAIN_DECK_WORDS = range(5, 25)
_DECK_LINES = 2  # lines of a text's head below its headline that may be its deck
_PLAIN_DECK_BELOW = 3  # blocks below the headline in which a deck in plain text may stand
_TAKEN_UP = 0.25  # share of a deck's words that the story has too, where no template names it
_KICKER_WORDS = range(1, 13)
_KICKER_LEAST = 3  # words of one told by its first word, or by its place as a text's first line
_NOT_IN_KICKERS = regex(r"[|/©]")  # they stand in rows of buttons and in copyright lines
_KICKER_ABOVE = 3  # blocks above the headline in which its kicker may stand
_SECTION_WORDS = 12
_KICKER_LINE = 4  # words from which an unlinked line above the headline, in one element with it, is a kicker
_LINKED = 0.3  # share of a line's text in links from which it is no deck or kicker
_BEGINNING = 60  # characters of a paragraph that tell whether it goes on from the one above
_SAID_AGAIN = 0.55  # share of a deck's words that the next paragraph has too
_NO_DECK = Zone.FORM | Zone.SHARE | Zone.ADVERT | Zone.RELATED | Zone.NAV


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
    if around.title is None or around.observed.words[index] > _MOST_WORDS or index in around.inside:
        return False
    return around.observed.core(index) == around.observed.core(around.title)


def is_section(around: Around, index: int) -> bool:
    """The label of the section, or the way to the page."""
    if not (around.over(index) or around.head(index)) or around.observed.words[index] > _SECTION_WORDS:
        return False
    return _links_section(around, index) or _names_section(around, index) or _is_way(around, index)


def _links_section(around: Around, index: int) -> bool:
    zones = around.zones(index)
    return bool(zones & Zone.SECTION) and not zones & Zone.NAV and around.fragments[index].link_share > 0.5


def _names_section(around: Around, index: int) -> bool:
    """A known section's name directly above the headline or its copy."""
    text, stated = around.fragments[index].text, around.observed.page.metadata.section
    if around.title is None or index >= around.title or _ends_menu(around, index):
        return False
    if not all(repeats_title(around, i) for i in range(index + 1, around.title)):
        return False
    return is_section_name(text) or (stated is not None and core(text) == core(stated))


def _ends_menu(around: Around, index: int) -> bool:
    """Whether a block is the last of several linked items of a list, as the site's menu is."""
    return index > 0 and all(
        each.kind is Kind.ITEM and each.link_share > _LINKED for each in around.fragments[index - 1 : index + 1]
    )


def _is_way(around: Around, index: int) -> bool:
    return around.over(index) and bool(WAY.match(around.observed.folded[index]))


def is_deck(around: Around, index: int) -> bool:
    """A line set apart between headline and story that is no paragraph of it."""
    if around.title is None or not around.title < index <= around.first or not _may_be_deck(around, index):
        return False
    line = _line_of_head(around, index)
    if 0 < line <= _DECK_LINES and _is_credited(around, index):
        return around.give(index, Role.SUBTITLE, "set apart between headline and credit", _SURE_DECK)
    if line == 1 and _parts_story(around, index):
        return around.give(index, Role.SUBTITLE, "set apart between headline and story", _SURE_DECK)
    if _goes_on_in_points(around, index):
        return around.give(index, Role.SUBTITLE, "a further point of the deck", _SURE_DECK)
    if any(i in around.inside and i not in around.labels for i in range(around.title + 1, index)):
        return False
    signs = _INSIDE if index in around.inside else _OUTSIDE
    if not any(sign(around, index) for sign in signs):
        return False
    return around.give(index, Role.SUBTITLE, "set apart between headline and story", _SURE_DECK)


def _line_of_head(around: Around, index: int) -> int:
    """How many lines below the headline a line of a plain text's head stands; less than 0 above, 0 for other lines."""
    head = head_lines(around.observed, around.first, lambda i: i in around.authors or around.line(i).credits)
    return head.index(index) - head.index(around.title) if around.title in head and index in head else 0


def _parts_story(around: Around, index: int) -> bool:
    """Whether a line that is no label stands right below the headline, and a blank line parts it from the story."""
    gap, size = around.fragments[index].gap, around.observed.words[index]
    return size in _PLAIN_DECK_WORDS and index + 1 == around.first and around.fragments[index + 1].gap > gap == 0


def _goes_on_in_points(around: Around, index: int) -> bool:
    """Whether a line is a point right below another point of the deck."""
    above = around.labels.get(index - 1)
    points = is_item(around.fragments[index - 1]) and is_item(around.fragments[index])
    return points and above is not None and above.role is Role.SUBTITLE


def _is_credited(around: Around, index: int) -> bool:
    """Whether a credit or a date stands between a line and the story's first paragraph."""
    return any(_credits_or_dates(around, i) for i in range(index + 1, around.first))


def _may_be_deck(around: Around, index: int) -> bool:
    """Whether a line has a deck's length, and is no template text, date or part of a form."""
    if around.observed.words[index] not in _DECK_WORDS or around.fragments[index].link_share > _LINKED:
        return False
    if around.observed.category[index] or around.observed.stamps[index] or around.zones(index) & _NO_DECK:
        return False
    return not AGE.search(around.observed.folded[index])


def _is_set_deck(around: Around, index: int) -> bool:
    """A heading right below the headline, or farther below one whose words the story takes up."""
    if around.fragments[index].kind is not Kind.HEADING:
        return False
    return index - 1 == around.title or around.observed.echo[index] >= _TAKEN_UP


def _leads(around: Around, index: int) -> bool:
    """A line above the writer's name that opens the element of the story, or stands right below the headline in its.

    The story takes up its words.
    """
    element, story = around.fragments[index].element, around.fragments[around.first].element
    if element is None or story is None or around.observed.echo[index] < _TAKEN_UP:
        return False
    if element.parent is not story.parent and not _below_title(around, index):
        return False
    return not around.authors.keys().isdisjoint(range(index + 1, around.first))


def _below_title(around: Around, index: int) -> bool:
    """Whether a block stands right below the headline in one element with it."""
    return index - 1 == around.title and near(around.fragments[index - 1], around.fragments[index], 1)


def _is_plain_deck(around: Around, index: int) -> bool:
    """A line of plain text right below the headline, behind no more than date and credit."""
    if around.fragments[index].element is not None or index > around.top + _PLAIN_DECK_BELOW:
        return False
    if around.observed.words[index] not in _PLAIN_DECK_WORDS:
        return False
    return around.observed.echo[index] >= _TAKEN_UP


def _is_signed_deck(around: Around, index: int) -> bool:
    """A line of plain text right below the headline that ends no sentence, above credits, dates and buttons alone."""
    plain = around.fragments[index].element is None and index - 1 == around.title
    if not plain or around.observed.words[index] not in _PLAIN_DECK_WORDS or around.observed.stopped[index]:
        return False
    told = (bool(around.observed.category[i]) or _credits_or_dates(around, i) for i in range(index + 1, around.first))
    return all(told) and _is_credited(around, index)


def _credits_or_dates(around: Around, index: int) -> bool:
    credit = around.line(index)
    return index in around.authors or bool(around.observed.stamps[index]) or credit.credits or credit.label_only


def _heads_story(around: Around, index: int) -> bool:
    """The one heading between headline and story where the story has none of its kind: no sub-heading is the first."""
    level = around.fragments[index].level
    if not level or index >= around.first:
        return False
    return not any(around.fragments[i].level == level for i in around.reading.body if i > index)


def _is_named_deck(around: Around, index: int) -> bool:
    """Whether the template names a block deck."""
    return bool(around.zones(index) & Zone.SUBTITLE)


def _is_deck_of_run(around: Around, index: int) -> bool:
    """Whether the run's first block is a deck by the template's name, and the story begins below; no deck is filed."""
    if not _is_named_deck(around, index) or read_prefix(around.fragments[index].text, outlets=around.names):
        return False
    return _is_set_apart(around, index) or _is_said_again(around, index)


def _stands_above_date(around: Around, index: int) -> bool:
    """In plain text, a line that ends no sentence, with the story's date right below: no paragraph is dated so."""
    plain = around.fragments[index].element is None and not around.observed.stopped[index]
    dated = index + 1 < len(around.fragments) and around.observed.stamps[index + 1] is not None
    return plain and dated


def _is_set_apart(around: Around, index: int) -> bool:
    """Whether the story begins anew below a block, in another element, and doesn't go on from the block."""
    below = _paragraph_below(around, index)
    mine, story = around.fragments[index].element, below.element if below is not None else None
    if below is None or mine is None or story is None:
        return False
    goes_back = goes_on(below.text) or refers_back(fold(below.text[:_BEGINNING]))
    return mine.parent is not story.parent and not goes_back


def _is_said_again(around: Around, index: int) -> bool:
    """Whether a deck that the run holds ends no sentence, or is said again by the next paragraph."""
    if not around.observed.stopped[index]:
        return True
    below, mine = _paragraph_below(around, index), content_words(around.fragments[index].text)
    if below is None or not mine:
        return False
    return len(mine & content_words(below.text)) >= _SAID_AGAIN * len(mine)


def _paragraph_below(around: Around, index: int) -> Fragment | None:
    """The story's next paragraph."""
    below = (i for i in around.reading.body if i > index and around.observed.words[i] >= PARAGRAPH_WORDS)
    following = next(below, None)
    return None if following is None else around.fragments[following]


# What shows that a block is a deck, where the story's run holds it and where it does not.
_INSIDE = (_is_deck_of_run, _heads_story, _stands_above_date)
_OUTSIDE = (_is_named_deck, _is_set_deck, _is_plain_deck, _is_signed_deck, _leads)


def find_kicker(around: Around) -> None:
    """The kicker above the headline."""
    if around.title is None:
        return
    above = around.title - 1
    if above >= 0 and above not in around.labels and _line_of_head(around, above) == -1:
        around.give(above, Role.KICKER, "a line above the headline at a text's head", _SURE_KICKER)
        return
    for index in range(around.title - 1, max(-1, around.title - 1 - _KICKER_ABOVE), -1):
        if index not in around.labels and index not in around.inside and _is_kicker(around, around.title, index):
            around.give(index, Role.KICKER, "a short line above the headline", _SURE_KICKER)
            return


def _opens_text(around: Around, index: int) -> bool:
    """Whether a line is the first of a text, credits, dates and template text above it left out."""
    above = range(index)
    return all(around.observed.stamps[i] or around.observed.category[i] or around.line(i).credits for i in above)


def _follows_section(around: Around, index: int) -> bool:
    """Whether a line of a dump that is longer than those of menus stands right below a section's name."""
    if not index or words(around.fragments[index].text) < _KICKER_LINE or around.observed.ended[index]:
        return False
    above = around.fragments[index - 1].text
    return is_section_name(above) or is_place(above)


def _opens_as_kicker(around: Around, index: int) -> bool:
    """Whether a line opens as no headline does, nor the entry of a menu: «بعد توقف دام عامين»."""
    text, folded = around.fragments[index].text, around.observed.folded[index]
    if words(text) < _KICKER_LEAST or _NOT_IN_KICKERS.search(text) or AGE.search(folded):
        return False
    return opens_inside(text, folded)


def _is_kicker(around: Around, title: int, index: int) -> bool:
    fragment = around.fragments[index]
    if around.observed.words[index] not in _KICKER_WORDS or fragment.link_share > _LINKED:
        return False
    if around.observed.category[index]:
        return False
    if around.zones(index) & Zone.KICKER:
        return True
    if index != title - 1 or around.observed.folded.count(around.observed.folded[index]) > 1:
        return False
    return _crowns(around, title, index)


def _crowns(around: Around, title: int, index: int) -> bool:
    """Directly above the headline: the first line of a text, or a heading or an unlinked line in the same element."""
    fragment, headline = around.fragments[index], around.fragments[title]
    if fragment.element is None:
        opens = _opens_text(around, index) and words(fragment.text) >= _KICKER_LEAST and not headline.gap
        return opens or _follows_section(around, index) or _opens_as_kicker(around, index)
    if fragment.kind is not Kind.HEADING:
        return words(fragment.text) >= _KICKER_LINE and not fragment.links and near(fragment, headline, 1)
    same = headline.element is not None and fragment.element.parent is headline.element.parent
    return same and words(fragment.text) >= 2
