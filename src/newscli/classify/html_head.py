"""What stands above the story of an HTML page: kicker, section, dates, credits, deck, and the page's clock."""

from __future__ import annotations

import re

from newscli import dates
from newscli.arabic.letters import fold
from newscli.arabic.words import core, words
from newscli.classify.alone import Label, View, is_running_clock
from newscli.classify.credit import LONGEST
from newscli.classify.formulas import is_section
from newscli.classify.reader import ABOVE, OFFICE, Reader
from newscli.credits.persons import Likeness, likeness
from newscli.model import Byline, Kind, Role
from newscli.segment.fragment import Element, Zone

_STAMPS_ABOVE = 6  # fragments above the headline in which its date may stand
_LONGEST_STAMP = 160
_TAGS_BELOW = 40  # fragments below the story in which its tags may stand
_LONGEST_TAGS = 250
_NO_TAGS = Zone.NAV | Zone.FOOTER | Zone.ASIDE | Zone.RELATED  # tag clouds of the site, not of the story
_INFO_WORDS = 16
_CREDITS_ABOVE = 4  # fragments above the headline in which the writer may be credited
_LONGEST_NAME = 40
_LEVELS_ABOVE = 3  # elements above the headline's own within which its date stands
_LONG_ENOUGH, _NEAR_BELOW = 40, 12  # characters of a paragraph; fragments below in which it may stand again
_LONGEST_CREDIT = 60
_CRUMBS_ABOVE = 8  # fragments above the headline in which the way to the page may stand
_BYLINE_NEAR = 12  # fragments around the headline in which the writer's name may stand


class HtmlHead(Reader):
    """Reads the lines around the headline of an HTML page. `inside` tells which fragments the story's element holds."""

    inside: list[bool]

    def _above(self, first: int) -> None:
        title = self.story.title
        top = title if title is not None and title < first else max(0, first - ABOVE)
        if title is not None:
            self._over_headline(title)
            self._way_to(title)
        dated = title is not None and any(self._is_stamp(i) for i in range(title + 1, first))
        for index in range(max(0, top - _STAMPS_ABOVE), first):
            if index in self.story.done:
                continue
            here = self.views[index]
            if index < top:
                self._over(index, top, dated=dated)
            elif self._is_stamp(index):
                self.credits.stamp(index, "a date beside the headline", 0.85)
            elif index == top:
                continue
            elif here.label is Label.CREDIT:
                self.credits.source_line(index)
            elif here.label is Label.CAPTION:
                self.story.give(index, Role.CAPTION, here.reason, 0.8)
            elif here.label in (Label.SHORT, Label.PROSE, Label.LINK):
                self._between(index, here)
        self._stated_writer(top)

    def _over(self, index: int, top: int, *, dated: bool) -> None:
        """A line above the headline: its date, unless one stands below it or nearer (then this is the page's clock)."""
        if self._is_stamp(index):
            nearer = dated or any(self._is_stamp(i) for i in range(index + 1, top))
            if not nearer and self._near_headline(index) and not is_running_clock(self.story.text(index)):
                self.credits.stamp(index, "a date beside the headline", 0.85)
        elif index >= top - _CREDITS_ABOVE and (
            self.views[index].label in (Label.SHORT, Label.PROSE) or self.views[index].zone & Zone.AUTHOR
        ):
            self._credit_above(index)

    def _near_headline(self, index: int) -> bool:
        """Whether a fragment above the headline hangs from the same part of the page; else its date is a clock's."""
        if self.story.title is None:
            return False
        mine, theirs = self.views[self.story.title].fragment.element, self.views[index].fragment.element
        if mine is None or theirs is None:
            return False
        above, here = set(), mine
        for _ in range(_LEVELS_ABOVE):
            if here.parent is None:
                break
            here = here.parent
            above.add(here)
        other: Element | None = theirs
        while other is not None and other not in above:
            other = other.parent
        return other is not None and other.tag not in ("body", "html")

    def _is_stamp(self, index: int) -> bool:
        here = self.views[index]
        return here.label is Label.DATE or bool(here.zone & Zone.DATE and self._has_date(index))

    def _credit_above(self, index: int) -> None:
        """A line between date and headline that credits the writer: with a cue, or a name beside the date."""
        text = self.story.text(index)
        if self._is_info(index):
            self.credits.stamp(index, "a date beside the headline", 0.7)
            return
        slot = self._dated(index - 1, index + 1) or bool(self.views[index].zone & Zone.AUTHOR)
        byline = self.credits.byline(text, slot=slot) if len(text) <= _LONGEST_CREDIT else None
        if byline is None or not byline.authors:
            return
        if likeness(core(byline.authors[0]).split()) < Likeness.PLAUSIBLE:
            return
        self.story.bylines.append((index, byline))
        self.story.give(index, Role.BYLINE, "credit of the writer above the headline", 0.7)

    def _is_info(self, index: int) -> bool:
        """Whether a line is a date with credits or counters beside it: «كتب - NAME | DATE | 0 تعليق»."""
        text = self.story.text(index)
        if len(text) > LONGEST or words(text) > _INFO_WORDS or not re.search(r"\d{2}", text):
            return False
        if not self._has_date(index):
            return False
        match = self.credits.dateline(text)
        return match is None or match.dateline is None or not match.dateline.places

    def _has_date(self, index: int) -> bool:
        text = self.story.text(index)
        return len(text) <= _LONGEST_STAMP and bool(dates.find(text))

    def _between(self, index: int, here: View) -> None:
        """A line between the headline and the story."""
        fragment = here.fragment
        if self.story.title is not None and core(fragment.text) == core(self.story.text(self.story.title)):
            self.story.give(index, Role.BOILERPLATE, "repeats the headline", 0.95)
        elif here.zone & Zone.SECTION and fragment.link_share > 0.5:
            self.story.give(index, Role.SECTION, "in the page's section line", 0.6)
        elif here.zone & Zone.TAGS:
            self._tag(index)
        elif self.story.bylines and OFFICE.match(fragment.text):
            self.story.give(index, Role.BOILERPLATE, "a note on the writer", 0.7)
        elif self._is_source(index, here):
            self.credits.name_source(index, "an outlet's name beside the headline")
        elif self._is_info(index):
            self.credits.stamp(index, "a date beside the headline", 0.7)
        elif len(fragment.text) <= LONGEST and self.credits.take(index, slot=self._in_writer_slot(index, here)):
            return
        elif here.zone & Zone.SUBTITLE and self._said_again(index):
            self.story.give(index, Role.BOILERPLATE, "printed again in the story", 0.85)
        elif here.zone & Zone.SUBTITLE and fragment.link_share < 0.3:
            self._subtitle(index, "set apart under the headline", 0.75)
        elif fragment.kind is Kind.HEADING and fragment.link_share < 0.3 and words(fragment.text) >= 3:
            self._subtitle(index, "a heading under the headline", 0.6)
        elif self._has_date(index):
            self.credits.stamp(index, "a date beside the headline", 0.7)

    def _said_again(self, index: int) -> bool:
        """Whether the same paragraph stands again below, as excerpts do that templates print above the story."""
        here = self.views[index]
        if len(here.fragment.text) < _LONG_ENOUGH or not here.folded:
            return False
        below = range(index + 1, min(len(self.views), index + _NEAR_BELOW))
        return any(self.views[i].folded == here.folded and self.inside[i] for i in below)

    def _below(self, last: int) -> None:
        labelled = False
        for index in range(last + 1, min(len(self.views), last + 1 + _TAGS_BELOW)):
            here = self.views[index]
            if index in self.story.done:
                continue
            if here.label is Label.FORMULA and "tags" in here.reason:
                labelled = True
                if here.fragment.links:
                    self._tag(index)
            elif (
                here.fragment.link_share > 0.6
                and len(here.fragment.text) <= _LONGEST_TAGS
                and (labelled or (here.zone & Zone.TAGS and not here.zone & _NO_TAGS))
            ):
                self._tag(index)
            else:
                labelled = False
        super()._below(last)

    def _subtitle(self, index: int, reason: str, confidence: float) -> None:
        self.story.subtitles.append(index)
        self.story.give(index, Role.SUBTITLE, reason, confidence)

    def _in_writer_slot(self, index: int, here: View) -> bool:
        """Whether the template prints the writer here: it says so, or plain names stand beside the date."""
        if here.zone & Zone.AUTHOR:
            return True
        text = here.fragment.text
        if len(text) > _LONGEST_NAME:
            return False
        if self._dated(index - 2, index + 2) and likeness(fold(text).split()) >= Likeness.CLEAR:
            return True
        byline = self.credits.byline(text, slot=True) if self._dated(index - 1, index + 1) else None
        return (
            byline is not None
            and bool(byline.authors)
            and all(likeness(core(name).split()) >= Likeness.PLAUSIBLE for name in byline.authors)
        )

    def _dated(self, first: int, last: int) -> bool:
        """Whether a time stamp is among the fragments from first to last."""
        return any(self._is_stamp(i) for i in range(max(0, first), min(len(self.views), last + 1)))

    def _is_source(self, index: int, here: View) -> bool:
        """Whether a line names an outlet alone where the template prints the author, the source or the date."""
        if len(here.fragment.text) > 50 or self.credits.source_alone(here.fragment.text) is None:
            return False
        beside = self._dated(index - 2, index + 2)
        return bool(here.zone & (Zone.AUTHOR | Zone.SOURCE)) or beside or here.fragment.link_share > 0.8

    def _over_headline(self, title: int) -> None:
        """The kicker above the headline: named so, or a heading beside it; what stands elsewhere too is a section."""
        for index in range(title - 1, max(-1, title - 4), -1):
            above = self.views[index]
            if above.zone & Zone.KICKER and above.fragment.link_share < 0.3:
                self._kicker(index, "named so by the template", 0.85)
                return
        if title == 0:
            return
        index = title - 1
        line = self.views[index].fragment
        mine, theirs = self.views[title].fragment.element, line.element
        if mine is None or theirs is None or theirs.parent is not mine.parent or line.kind is not Kind.HEADING:
            return
        wanted = core(line.text)
        elsewhere = sum(1 for v in self.views if len(v.fragment.text) < 60 and core(v.fragment.text) == wanted) > 1
        if line.link_share > 0.3 or words(line.text) < 2 or wanted == core(self.story.text(title)):
            return
        if elsewhere or wanted == core(self.metadata.section or "") or is_section(line.text):
            self.story.section = index
            self.story.give(index, Role.SECTION, "the section's name above the headline", 0.7)
        else:
            self._kicker(index, "a heading directly above the headline", 0.7)

    def _way_to(self, title: int) -> None:
        """The section: the breadcrumbs above the headline."""
        for index in range(title - 1, max(-1, title - _CRUMBS_ABOVE), -1):
            here = self.views[index]
            if here.zone & Zone.SECTION and not here.zone & Zone.NAV and here.fragment.link_share > 0.5:
                if self.story.section is None and index not in self.story.done:
                    self.story.section = index
                    self.story.give(index, Role.SECTION, "the way to the page", 0.7)
                return

    def _kicker(self, index: int, reason: str, confidence: float) -> None:
        self.story.kicker = index
        self.story.give(index, Role.KICKER, reason, confidence)

    def _stated_writer(self, top: int) -> None:
        """The writer whom the metadata name and the page shows near the headline, where no line credits one."""
        if self.story.bylines:
            return
        wanted = {
            name for s in self.metadata.authors if likeness((name := core(s.value)).split()) >= Likeness.PLAUSIBLE
        }
        near = range(max(0, top - _BYLINE_NEAR), min(len(self.views), top + _BYLINE_NEAR))
        for index in near if wanted else ():
            text = self.story.text(index)
            if len(text) <= 60 and core(text) in wanted and index not in self.story.done:
                self.story.bylines.append((index, Byline(text, (text,))))
                self.story.give(index, Role.BYLINE, "the writer whom the metadata name", 0.85)
                return
