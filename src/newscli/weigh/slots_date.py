"""The story's own time stamps, told from the page's clock and from the dates of other stories by where they stand."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from newscli.arabic.letters import fold
from newscli.dates.stamp import Stamp, read_stamp
from newscli.dates.stamp_labels import Kind
from newscli.dates.stamp_words import is_label
from newscli.model import Role
from newscli.notices.template_text import Category
from newscli.segment.fragment import Fragment, Zone
from newscli.weigh.around import Around, near

_SURE = 0.95  # how often stamps are the story's: 113 of 115 on the labelled pages and their dumps
_NAMED_ABOVE = 3  # blocks above the headline within which what the template names a date is the story's
_IN_OPENING = 3  # first blocks of the story among which a date that the template names one is the story's
_FIRST_LINES = 8  # of a page's text, where its clock stands
_FAR_ABOVE = 20  # blocks above a story without a headline in which its date may stand
_OF_OTHERS = Zone.ASIDE | Zone.RELATED | Zone.COMMENTS  # dates there are those of other texts
_LEAST_ABOVE = 2  # lines of a dump that stand over a date above the headline: the page's first lines hold its clock
_RIGHT_BELOW = 2  # blocks below the story in which a date without a label is the story's, if the template names it one
_PLAIN_BELOW = 5  # the same in a clean text, which names nothing; dumps have the dates of other stories below


class _Dated(Struct, frozen=True):
    """A block that is a date and little else."""

    around: Around
    index: int
    stamp: Stamp

    @property
    def fragment(self) -> Fragment:
        return self.around.fragments[self.index]

    @property
    def headline(self) -> Fragment | None:
        return None if self.around.title is None else self.around.fragments[self.around.title]

    @property
    def in_text(self) -> bool:
        """Whether the page is plain text, in which nothing has a name."""
        return self.fragment.element is None

    @property
    def zones(self) -> int:
        return self.around.zones(self.index)

    @property
    def named(self) -> bool:
        """Whether the template names it a date."""
        return bool(self.zones & Zone.DATE)


def is_stamp(around: Around, index: int) -> bool:
    """A date and little else that is the story's: a stamp, or a dateline with a date in it."""
    stamp = around.observed.stamps[index]
    if stamp is None or not _is_ours(_Dated(around, index, stamp := _labelled(around, index, stamp))):
        return False
    line = around.line(index)
    around.stamps.append((index, stamp))
    if line.dateline and line.places and index < around.last:  # below it, a letter's place and day
        return around.credit(index, line, Role.DATELINE, line.dateline.reason, max(line.filed, _SURE))
    if line.parties:
        around.credits.append((index, line))
    return around.give(index, Role.DATE, "a date and little else, beside headline or story", _SURE)


def _labelled(around: Around, index: int, stamp: Stamp) -> Stamp:
    """The stamp with the label in a block of its own before it: «<li>آخر تحديث</li><li>14 مايو 2024</li>»."""
    here, label = around.fragments[index], around.fragments[max(0, index - 1)]
    if stamp.labelled or not is_label(label.text) or not (here.element is None or near(here, label, 2)):
        return stamp
    row = f"{label.text.rstrip(' :')}: {here.text}"
    told = read_stamp(row, fold(row))
    if told is None or not told.told or len(told.dates) != len(stamp.dates):
        return stamp
    dates = tuple((found, kind) for (found, _), (_, kind) in zip(stamp.dates, told.dates, strict=True))
    return replace(stamp, dates=dates, labelled=True, told=True)


def _is_ours(dated: _Dated) -> bool:
    """Whether nothing says that a date is another's, and it stands where the story's own does."""
    return not any(sign(dated) for sign in _ANOTHERS) and any(place(dated) for place in _OURS)


# Whose date it is instead ---------------------------------------------------------------------------------------------


def _tells_now(dated: _Dated) -> bool:
    return dated.stamp.now


def _tells_an_event(dated: _Dated) -> bool:
    return _is_of_event(dated.stamp)


def _cell_tells_an_event(dated: _Dated) -> bool:
    """Whether the cell beside a date says that something is due then: «<dt>موعد الافتتاح</dt><dd>4 فبراير</dd>».

    What heads a cell by its tag says of what the date is: «<th>العرض الختامي</th>».
    """
    above = dated.around.fragments[dated.index - 1] if dated.index else dated.fragment
    here, beside = dated.fragment.element, above.element
    if here is None or beside is None or here.tag not in ("dd", "td") or here.parent is not beside.parent:
        return False
    row = f"{above.text.rstrip(' :')}: {dated.fragment.text}"
    stamp = read_stamp(row, fold(row))
    if stamp is None or not stamp.labelled:
        return beside.tag in ("dt", "th")
    return _is_of_event(stamp)


def _is_of_event(stamp: Stamp) -> bool:
    return all(kind is Kind.EVENT for _, kind in stamp.dates)


def _of_other_texts(dated: _Dated) -> bool:
    """Whether it lies in a part that the template names after other texts, and the headline does not."""
    title = dated.around.title
    ours = Zone.ARTICLE | (0 if title is None else dated.around.zones(title))
    return bool(dated.zones & _OF_OTHERS & ~ours) and not dated.zones & Zone.ARTICLE


_Sign = Callable[[_Dated], bool]
_ANOTHERS: tuple[_Sign, ...] = (_tells_now, _tells_an_event, _cell_tells_an_event, _of_other_texts)


# Where the story's own stands -----------------------------------------------------------------------------------------


def _in_head(dated: _Dated) -> bool:
    """Between headline and story."""
    return dated.around.head(dated.index)


def _above(dated: _Dated) -> bool:
    """The headline's date above it: the nearest one, and no clock of the page."""
    around, index, title = dated.around, dated.index, dated.around.title
    if title is None or not around.over(index) or _is_clock(dated):
        return False
    beside = _is_beside_headline(dated)
    if any(around.observed.stamps[index + 1 : around.first]):
        right = _is_right_above(dated, title)
        return beside and (right or (dated.stamp.labelled and not any(around.observed.stamps[index + 1 : title])))
    if not dated.in_text:
        return beside
    between = around.observed.category[index + 1 : title]
    return index >= _LEAST_ABOVE or {Category.COUNTER}.issuperset(between) or around.observed.is_clean_text


def _is_beside_headline(dated: _Dated) -> bool:
    """Whether few blocks stand between a date and the headline below it, or one part of the page holds both."""
    close = dated.around.title is not None and dated.index >= dated.around.title - _NAMED_ABOVE
    if dated.in_text or dated.headline is None:
        return close
    return (close and dated.named) or near(dated.fragment, dated.headline)


def _is_right_above(dated: _Dated, title: int) -> bool:
    """Whether nothing stands between a headline and what the template names a date above it but dates beside that."""
    between = range(dated.index + 1, title)
    stamps, fragments = dated.around.observed.stamps, dated.around.fragments
    return dated.named and all(stamps[i] is not None and near(dated.fragment, fragments[i], 1) for i in between)


def _is_clock(dated: _Dated) -> bool:
    """A clock ticks; a date with seconds right beside the headline, in one element with it, is the system's record."""
    stamp, headline = dated.stamp, dated.headline
    if not stamp.running or headline is None:
        return stamp.running
    if dated.in_text or dated.index + 1 != dated.around.title or not stamp.dates:
        return True
    return not (near(dated.fragment, headline, 1) and all(found.seconds is not None for found, _ in stamp.dates))


def _below(dated: _Dated) -> bool:
    """Below the story: with a label, as an agency's record, or right there where the template names it a date."""
    around, index = dated.around, dated.index
    if not around.tail(index) or index > around.comments:
        return False
    if around.observed.is_clean_text:  # what has been cut out of its page has no clock: seconds are an agency's record
        return dated.stamp.labelled or (not around.stamps and index <= around.last + _PLAIN_BELOW)
    return _is_record(dated) or (not _is_of_footer(dated) and _is_labelled_below(dated))


def _is_record(dated: _Dated) -> bool:
    """A text's date below the agency's end mark or its editors' initials: when its system sent the story."""
    around = dated.around
    text = dated.in_text and dated.index <= around.last + _PLAIN_BELOW
    between = around.observed.category[around.last + 1 : dated.index]
    return text and not around.stamps and between[-1:] == [Category.END_MARK]


def _is_of_footer(dated: _Dated) -> bool:
    """A clock, or a date in what the template names the footer, unless that is the story's own."""
    story = dated.around.fragments[dated.around.last]
    return dated.stamp.running or (bool(dated.zones & Zone.FOOTER) and not near(dated.fragment, story))


def _is_labelled_below(dated: _Dated) -> bool:
    right = dated.index <= dated.around.last + _RIGHT_BELOW or not ~dated.zones & (Zone.ARTICLE | Zone.AUTHOR)
    named = dated.named and not dated.around.stamps
    return dated.stamp.told or (right and (dated.stamp.labelled or named))


def _in_opening(dated: _Dated) -> bool:
    """Behind a lead, before the story goes on; a page must name it a date, a text cannot."""
    around, index = dated.around, dated.index
    if dated.stamp.running or not around.first < index <= around.first + _IN_OPENING or index in around.inside:
        return False
    if index > around.last and around.stamps:  # below a story that short, beside one of its own it is another's
        return False
    return dated.in_text or dated.named


def _lone(dated: _Dated) -> bool:
    """In text without a headline, the one date above the story that is none of the page's first lines."""
    around = dated.around
    if dated.stamp.running or not dated.in_text or around.stamps or around.title is not None:
        return False
    if not max(_FIRST_LINES, around.first - _FAR_ABOVE) <= dated.index < around.first:
        return False
    days = {date.date for stamp in around.observed.stamps[: around.first] if stamp for date, _ in stamp.dates}
    return len(days) == 1


_OURS: tuple[_Sign, ...] = (_in_head, _above, _below, _in_opening, _lone)
