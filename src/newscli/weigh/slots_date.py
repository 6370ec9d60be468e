"""The story's own time stamps, told from the page's clock and from the dates of other stories by where they stand."""

from __future__ import annotations

from newscli.arabic.letters import fold
from newscli.dates.stamp import Stamp, read_stamp
from newscli.dates.stamp_labels import Kind
from newscli.model import Role
from newscli.notices.template_text import Category
from newscli.segment.fragment import Zone
from newscli.weigh.around import Around, near

_SURE = 0.95  # how often stamps are the story's: 113 of 115 on the labelled pages and their dumps
_NAMED_ABOVE = 3  # blocks above the headline within which what the template names a date is the story's
_IN_OPENING = 3  # first blocks of the story among which a date that the template names one is the story's
_FIRST_LINES = 8  # of a page's text, where its clock stands
_FAR_ABOVE = 20  # blocks above a story without a headline in which its date may stand
_NOT_OURS = Zone.ASIDE | Zone.RELATED | Zone.COMMENTS  # dates there are those of other texts
_LEAST_ABOVE = 2  # lines of a dump that stand over a date above the headline: the page's first lines hold its clock
_RIGHT_BELOW = 2  # blocks below the story in which a date without a label is the story's, if the template names it one
_PLAIN_BELOW = 5  # the same in a clean text, which names nothing; dumps have the dates of other stories below


def is_stamp(around: Around, index: int) -> bool:
    """A date and little else that is the story's: a stamp, or a dateline with a date in it."""
    stamp = around.observed.stamps[index]
    if stamp is None or _tells_an_event(stamp) or _cell_tells_an_event(around, index):
        return False
    if not _is_ours(around, index, stamp):
        return False
    line = around.line(index)
    around.stamps.append((index, stamp))
    if line.dateline and line.places and index < around.last:  # below it, a letter's place and day
        return around.credit(index, line, Role.DATELINE, line.dateline.reason, max(line.filed, _SURE))
    if line.parties:
        around.credits.append((index, line))
    return around.give(index, Role.DATE, "a date and little else, beside headline or story", _SURE)


def _tells_an_event(stamp: Stamp) -> bool:
    return all(kind is Kind.EVENT for _, kind in stamp.dates)


def _cell_tells_an_event(around: Around, index: int) -> bool:
    """Whether the cell beside a date says that something is due then: «<dt>موعد الافتتاح</dt><dd>4 فبراير</dd>»."""
    here, above = (around.fragments[i].element if i >= 0 else None for i in (index, index - 1))
    if here is None or above is None or here.tag not in ("dd", "td") or here.parent is not above.parent:
        return False
    row = f"{around.fragments[index - 1].text.rstrip(' :')}: {around.fragments[index].text}"
    stamp = read_stamp(row, fold(row))
    return stamp is not None and _tells_an_event(stamp)


def _is_ours(around: Around, index: int, stamp: Stamp) -> bool:
    """Whether a stamp stands where the story's own does."""
    zones = around.zones(index)
    if stamp.now:
        return False
    if zones & _NOT_OURS and not zones & Zone.ARTICLE:
        return False
    if around.head(index) or _above(around, index, stamp) or _below(around, index, stamp):
        return True
    return not stamp.running and (_in_opening(around, index) or _lone(around, index))


def _in_opening(around: Around, index: int) -> bool:
    """Behind a lead, before the story goes on; a page must name it a date, a text cannot."""
    if not around.first < index <= around.first + _IN_OPENING or index in around.inside:
        return False
    if index > around.last and around.stamps:  # below a story that short, beside one of its own it is another's
        return False
    return around.fragments[index].element is None or bool(around.zones(index) & Zone.DATE)


def _lone(around: Around, index: int) -> bool:
    """In text without a headline, the one date above the story that is none of the page's first lines."""
    if around.fragments[index].element is not None or around.stamps:
        return False
    if around.title is not None or not max(_FIRST_LINES, around.first - _FAR_ABOVE) <= index < around.first:
        return False
    days = {date.date for stamp in around.observed.stamps[: around.first] if stamp for date, _ in stamp.dates}
    return len(days) == 1


def _above(around: Around, index: int, stamp: Stamp) -> bool:
    """The headline's date above it: the nearest one, and no clock of the page."""
    if not around.over(index) or around.title is None or _is_clock(around, index, stamp):
        return False
    fragment, close = around.fragments[index], index >= around.title - _NAMED_ABOVE
    if fragment.element is not None:
        named = close and bool(around.zones(index) & Zone.DATE)
        beside = named or near(fragment, around.fragments[around.title])
    else:
        beside = close
    if any(around.observed.stamps[index + 1 : around.first]):
        return stamp.labelled and beside and not any(around.observed.stamps[index + 1 : around.title])
    if fragment.element is not None:
        return beside
    return index >= _LEAST_ABOVE or index == around.title - 1 or around.observed.is_clean_text


def _is_clock(around: Around, index: int, stamp: Stamp) -> bool:
    """A clock ticks; a date with seconds right beside the headline, in one element with it, is the system's record."""
    if not stamp.running or around.title is None:
        return stamp.running
    title = around.fragments[around.title]
    if around.fragments[index].element is None or index != around.title - 1 or not stamp.dates:
        return True
    return not (near(around.fragments[index], title, 1) and all(d.seconds is not None for d, _ in stamp.dates))


def _is_record(around: Around, index: int) -> bool:
    """A text's date below the agency's end mark or its editors' initials: when its system sent the story."""
    between = around.observed.category[around.last + 1 : index]
    text = around.fragments[index].element is None and index <= around.last + _PLAIN_BELOW
    return text and not around.stamps and between[-1:] == [Category.END_MARK]


def _below(around: Around, index: int, stamp: Stamp) -> bool:
    if not around.tail(index) or index > around.comments:
        return False
    if around.observed.is_clean_text:  # what has been cut out of its page has no clock: seconds are an agency's record
        return stamp.labelled or (not around.stamps and index <= around.last + _PLAIN_BELOW)
    zones = around.zones(index)
    if _is_record(around, index):
        return True
    right = index <= around.last + _RIGHT_BELOW or bool(zones & Zone.ARTICLE and zones & Zone.AUTHOR)
    if stamp.running or (zones & Zone.FOOTER and not near(around.fragments[index], around.fragments[around.last])):
        return False
    return stamp.told or (stamp.labelled and right) or (not around.stamps and right and bool(zones & Zone.DATE))
