"""The story's own time stamps, told from the page's clock and from the dates of other stories by where they stand."""

from __future__ import annotations

from msgspec.structs import replace

from newscli.arabic.letters import fold
from newscli.credits.credit_line import CreditLine
from newscli.dates.layout import heads_message
from newscli.dates.stamp import Stamp, read_stamp
from newscli.dates.stamp_labels import Kind
from newscli.dates.stamp_words import is_label
from newscli.model import Role
from newscli.notices.template_text import Category
from newscli.segment.page import Zone
from newscli.weigh.around import Around, near
from newscli.weigh.slots_credit import file_story

_SURE = 0.95  # how often stamps are the story's: 113 of 115 on the labelled pages and their dumps
_ROWS = 4  # elements from a headline up to the part that it shares with its date: a cell, a row, and those of a table
_NAMED_ABOVE = 3  # blocks above the headline within which what the template names a date is the story's
_IN_OPENING = 3  # first blocks of the story among which a date that the template names one is the story's
_AUTHOR_S_BOX = Zone.ARTICLE | Zone.AUTHOR
_NOT_OURS = Zone.ASIDE | Zone.RELATED | Zone.COMMENTS  # dates there are those of other texts
_LEAST_ABOVE = 2  # lines of a dump that stand over a date above the headline: the page's first lines hold its clock
# What parts the page's clock from the headline; in a dump the way to the page stands below the story's date too.
_BELOW_CLOCK = frozenset((Category.MASTHEAD, Category.RELATED))
_BELOW_CLOCK_IN_TEXT = _BELOW_CLOCK | {Category.NAVIGATION}
_RIGHT_BELOW = 2  # blocks below the story in which a date without a label is the story's, if the template names it one
_SIGNING = 3  # lines below the day of a statement that sign it, at most
_PLAIN_BELOW = 5  # the same in a clean text, which names nothing; dumps have the dates of other stories below


def is_stamp(around: Around, index: int) -> bool:
    """A date and little else that is the story's: a stamp, or a dateline with a date in it."""
    stamp = around.observed.stamps[index]
    if stamp is None or _tells_an_event(stamp) or _cell_tells_an_event(around, index):
        return False
    stamp = _labelled(around, index, stamp)
    if not _is_ours(around, index, stamp):
        return False
    line = around.line(index)
    around.stamps.append((index, stamp))
    if heads_message(around.fragments[index].text):  # the channel's name is no dateline, though it holds a place
        return around.give(index, Role.DATE, "when a messenger sent the text", _SURE)
    if (line.places or _is_of_agency(line)) and index < around.last:  # below it, a letter's place and day
        return file_story(around, index)
    if line.parties:
        around.credits.append((index, line))
    return around.give(index, Role.DATE, "a date and little else, beside headline or story", _SURE)


def _is_of_agency(line: CreditLine) -> bool:
    """Whether an outlet and the agency whose story it prints stand beside a date: «هسبريس - و.م.ع نشر في: DAY»."""
    match = line.dateline
    return match is not None and 0 < len(match.agencies) < len(match.dateline.sources)


def _tells_an_event(stamp: Stamp) -> bool:
    """Whether all dates of a stamp are days on which something happens."""
    return all(kind is Kind.EVENT for _, kind in stamp.dates)


def _cell_tells_an_event(around: Around, index: int) -> bool:
    """Whether the cell beside a date says that something is due then: «<dt>موعد الافتتاح</dt><dd>4 فبراير</dd>».

    What heads a cell by its tag says of what the date is: «<th>العرض الختامي</th>».
    """
    block, beside = around.fragments[index], around.fragments[index - 1]
    if block.tag not in ("dd", "td") or not index or block.parent is not beside.parent:
        return False
    stamp = _read_row(beside.text, block.text)
    if stamp is None or not stamp.labelled:
        return beside.tag in ("dt", "th")
    return _tells_an_event(stamp)


def _read_row(label: str, date: str) -> Stamp | None:
    """The stamp that a label and a date in two blocks are together."""
    row = f"{label.rstrip(' :')}: {date}"
    return read_stamp(row, fold(row))


def _labelled(around: Around, index: int, stamp: Stamp) -> Stamp:
    """The stamp with the label in a block of its own before it: «<li>آخر تحديث</li><li>14 مايو 2024</li>»."""
    here, label = around.fragments[index], around.fragments[max(0, index - 1)]
    if stamp.labelled or not is_label(label.text) or not (here.element is None or near(here, label, 2)):
        return stamp
    told = _read_row(label.text, here.text)
    if told is None or not told.told or len(told.dates) != len(stamp.dates):
        return stamp
    dates = tuple((found, kind) for (found, _), (_, kind) in zip(stamp.dates, told.dates, strict=True))
    return replace(stamp, dates=dates, labelled=True, told=True)


def _is_ours(around: Around, index: int, stamp: Stamp) -> bool:
    """Whether a stamp stands where the story's own does, and not in a part of others that holds no headline of ours."""
    zones = around.zones(index)
    others = _NOT_OURS if around.title is None else _NOT_OURS & ~around.zones(around.title)
    if stamp.now or (zones & others and not zones & Zone.ARTICLE):
        return False
    places = _PLACES[around.observed.page.html, around.observed.is_clean_text]
    return any(is_place(around, index, stamp) for is_place in places)


def _in_head(around: Around, index: int, stamp: Stamp) -> bool:
    return around.head(index)


def _in_opening(around: Around, index: int, stamp: Stamp) -> bool:
    """Behind a lead, before the story goes on."""
    opens = around.first < index <= around.first + _IN_OPENING and index not in around.inside
    if around.fragments[index - 1].text.endswith(":") and index - 1 in around.inside:
        return False  # what the story quotes
    # Below a story that short, beside one of its own it is another's.
    return opens and not stamp.running and (index <= around.last or not around.stamps)


def _named_in_opening(around: Around, index: int, stamp: Stamp) -> bool:
    """The same on a page, which must name it a date."""
    return bool(around.zones(index) & Zone.DATE) and _in_opening(around, index, stamp)


def _above(around: Around, index: int, stamp: Stamp) -> bool:
    """The headline's date above it on a page, in one part with it or named so; no clock of the page."""
    if index not in around.over or (stamp.running and not _is_system_record(around, index, stamp)):
        return False
    title = around.over.stop
    named = index >= title - _NAMED_ABOVE and around.zones(index) & Zone.DATE
    beside = named or near(around.fragments[index], around.fragments[title], _ROWS)
    others = filter(None, around.observed.stamps[index + 1 : around.first])
    alone = all(map(_tells_an_event, others))  # a forum prints there since when the writer is its member
    return bool(beside) and (alone or _is_labelled(around, index, stamp) or _is_right_above(around, index))


def _is_right_above(around: Around, index: int) -> bool:
    """Whether nothing stands between what the template names a date and the headline but dates beside that."""
    here, between = around.fragments[index], range(index + 1, around.over.stop)
    dated = all(around.observed.stamps[i] is not None and near(here, around.fragments[i], 1) for i in between)
    return dated and bool(around.zones(index) & Zone.DATE)


def _is_system_record(around: Around, index: int, stamp: Stamp) -> bool:
    """A clock ticks; a date with seconds right above the headline, in one element with it, is the system's record."""
    ticking = index + 1 == around.title and all(found.seconds is not None for found, _ in stamp.dates)
    return ticking and near(around.fragments[index], around.fragments[index + 1], 1)


def _above_in_text(around: Around, index: int, stamp: Stamp) -> bool:
    """The headline's date above it in a text, where the first lines of a dump hold the page's clock."""
    if index not in around.over or (stamp.running and not _opens_record(around, index, stamp)):
        return False
    title = around.over.stop
    if any(around.observed.stamps[index + 1 : around.first]):
        return index >= title - _NAMED_ABOVE and _is_labelled(around, index, stamp)
    between = frozenset(around.category[index + 1 : title])
    cut_out = around.observed.is_clean_text
    if between & (_BELOW_CLOCK_IN_TEXT if cut_out else _BELOW_CLOCK) and not stamp.labelled:
        return False
    return cut_out or index >= _LEAST_ABOVE or between <= {Category.COUNTER}


def _opens_record(around: Around, index: int, stamp: Stamp) -> bool:
    """Whether a date with seconds is the first line of a clean text, right above the headline: somebody cut it with it.

    A page's clock stands above other lines of the page, or beside its date.
    """
    clock = stamp.now or not around.observed.is_clean_text
    return not clock and not index and index + 1 == around.title


def _is_labelled(around: Around, index: int, stamp: Stamp) -> bool:
    """Whether a label tells that a stamp is the story's, though another one stands below the headline."""
    return stamp.labelled and not any(around.observed.stamps[index + 1 : around.over.stop])


def _is_below(around: Around, index: int) -> bool:
    """Whether a block stands below the story, above comments and other stories."""
    return index <= around.comments and around.tail(index)


def _is_first(around: Around, stamp: Stamp) -> bool:
    """Whether a stamp is the story's first, or the first with a year: «إربد 14 أيار (بترا)» lacks it."""
    others = all(_lacks_year(each) for _, each in around.stamps)
    return not around.stamps or (others and not _lacks_year(stamp))


def _lacks_year(stamp: Stamp) -> bool:
    """Whether a stamp names day and month alone."""
    return all(found.day is not None and not (found.date or found.readings) for found, _ in stamp.dates)


def _below(around: Around, index: int, stamp: Stamp) -> bool:
    """The story's date below it on a page: labelled or named so, and not far from the story."""
    zones = around.zones(index)
    foot = zones & Zone.FOOTER and not near(around.fragments[index], around.fragments[around.last])
    if not _is_below(around, index) or stamp.running or foot:
        return False
    told = stamp.labelled or (_is_first(around, stamp) and zones & Zone.DATE)
    right = index <= around.last + _RIGHT_BELOW or zones & _AUTHOR_S_BOX == _AUTHOR_S_BOX
    return stamp.told or bool(told and right)


def _below_clean_text(around: Around, index: int, stamp: Stamp) -> bool:
    """The story's date below it in what has been cut out of its page; seconds are an agency's record, not a clock's."""
    alone = _is_first(around, stamp) and index <= around.last + _PLAIN_BELOW
    return (stamp.labelled or alone) and _is_below(around, index)


def _over_signature(around: Around, index: int, stamp: Stamp) -> bool:
    """Place and day over the few lines that sign a statement: «الدار البيضاء في: 7 دجنبر 2023», «عن المكتب الوطني»."""
    below = [i for i in around.reading.body if i > index]
    signs = 0 < len(below) <= _SIGNING and around.last < index and not any(around.stopped[i] for i in below)
    return signs and (stamp.labelled or bool(around.line(index).places)) and _is_first(around, stamp)


def _below_dump(around: Around, index: int, stamp: Stamp) -> bool:
    """The story's date below it in a dump: labelled, or when the agency's system sent the story."""
    told = stamp.told or (stamp.labelled and index <= around.last + _RIGHT_BELOW)
    told = told or _is_counted(around, index, stamp)
    return _is_below(around, index) and ((told and not stamp.running) or _is_record(around, index, stamp))


def _is_counted(around: Around, index: int, stamp: Stamp) -> bool:
    """Whether the story's readers are counted beside a date that stands below the buttons of its page, no headline."""
    counted = Category.COUNTER in around.category[index - 1 : index + 2]
    below_buttons = around.category[index - 1] is not None and index <= around.reading.body[-1] + _PLAIN_BELOW
    return counted and below_buttons and _is_first(around, stamp)


def _is_record(around: Around, index: int, stamp: Stamp) -> bool:
    """A text's date below the agency's end mark or its editors' initials: when its system sent the story."""
    between = around.category[around.last + 1 : index]
    return index <= around.last + _PLAIN_BELOW and _is_first(around, stamp) and between[-1:] == [Category.END_MARK]


# Where the story's own dates stand: in HTML or not, in a text that somebody has cut out of its page or not.
_PLACES = {
    (True, False): (_in_head, _above, _below, _named_in_opening),
    (False, True): (_in_head, _above_in_text, _below_clean_text, _over_signature, _in_opening),
    (False, False): (_in_head, _above_in_text, _below_dump, _in_opening),
}
