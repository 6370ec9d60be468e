"""The second pass over an HTML page: the element that holds the story bounds it, the metadata name the headline."""

from __future__ import annotations

from newscli.arabic import dates
from newscli.classify.alone import Label, View, view, words
from newscli.classify.container import Container
from newscli.classify.formulas import core
from newscli.classify.listing import lists_stories
from newscli.classify.reader import ABOVE, LONGEST_CREDIT, SENTENCE_END, Reader
from newscli.classify.story import LEAST_WORDS, find_run, prose_words
from newscli.fields import byline as bylines
from newscli.fields import dateline as datelines
from newscli.fields import title as titles
from newscli.model import Kind, Role
from newscli.segment.fragment import Fragment, Zone

# What prose loses for each level that lies between it and the element that holds the story.
_STRANGE, _STRANGEST = 0.7, 5


class HtmlReader(Reader):
    """Reads the fragments of an HTML page."""

    def _views(self, fragments: tuple[Fragment, ...]) -> tuple[View, ...]:
        self.container = Container(fragments)
        found = []
        self.inside: list[bool] = []
        for fragment in fragments:
            zone, inside = self.container.place(fragment.element)
            self.inside.append(inside)
            found.append(view(fragment, zone))
        return tuple(found)

    def _find(self) -> tuple[int, int] | None:
        bounds = [i for i, inside in enumerate(self.inside) if inside]
        if not bounds:
            return None
        penalty = {
            i: -_STRANGE * min(_STRANGEST, self.container.distance(self.views[i].fragment.element))
            for i, inside in enumerate(self.inside) if not inside and self.views[i].label is Label.PROSE
        }
        run = find_run(self.views, bonus=penalty)
        heading = titles.find_heading(self.views, self.metadata, run[0] if run else None)
        if heading is not None:
            self.story.title = heading[0]
            self.give(heading[0], Role.TITLE, heading[1], 0.9)
            # What stands between the headline and the story's element (a lead set apart) belongs to the page's story.
            near = {i: w for i, w in penalty.items() if not heading[0] < i < bounds[0]}
            under = find_run(self.views, heading[0] + 1, near)
            if under is not None and (
                run is None or prose_words(self.views, under) >= 0.5 * prose_words(self.views, run)
            ):
                run = under
        if run is None or prose_words(self.views, run) < LEAST_WORDS:
            return None
        self.story.reason = lists_stories(self.views, run, self.story.title, self.metadata)
        if self.story.reason:
            return None
        first, last = run
        while last + 1 < len(self.views) and self._loose_end(last):
            last += 1
        return self._leading(first), last

    def _loose_end(self, last: int) -> bool:
        """Whether the short line after the last paragraph is the story's own: in the same element, and no credit."""
        here, following = self.views[last], self.views[last + 1]
        if following.label is not Label.SHORT or following.fragment.element is None or following.zone & Zone.TAGS:
            return False
        mine = here.fragment.element
        if mine is None or following.fragment.element.parent is not mine.parent or following.fragment.link_share > 0.5:
            return False
        text = following.fragment.text
        return words(text) >= 3 and following.fragment.kind is not Kind.HEADING and not (
            bylines.read_byline(text, slot=True, outlets=self.outlets)
            or datelines.read_line(text, outlets=self.outlets)
        )

    def _leading(self, first: int) -> int:
        """The story may open with short lines of the same element: a sub-heading, a question."""
        floor = self.story.title if self.story.title is not None else -1
        element = self.views[first].fragment.element
        while first - 1 > floor and element is not None:
            before = self.views[first - 1]
            if before.label is not Label.SHORT or not self.inside[first - 1] or before.fragment.link_chars:
                break
            if before.fragment.element is None or before.fragment.element.parent is not element.parent:
                break
            if before.zone & (Zone.TITLE | Zone.SUBTITLE | Zone.AUTHOR | Zone.DATE | Zone.TAGS | Zone.SECTION):
                break
            first -= 1
        return first

    def _above(self, first: int) -> None:
        title = self.story.title
        top = title if title is not None and title < first else max(0, first - ABOVE)
        if title is not None:
            self._around_title(title)
        for index in range(max(0, top - 6), first):
            if index in self.done:
                continue
            here = self.views[index]
            if here.label is Label.DATE or (here.zone & Zone.DATE and self._has_date(index)):
                self.story.stamps.append(index)
                self.give(index, Role.DATE, "a date beside the headline", 0.85)
            elif index <= top:
                continue
            elif here.label is Label.CREDIT:
                self._source(index)
            elif here.label is Label.CAPTION:
                self.give(index, Role.CAPTION, here.reason, 0.8)
            elif here.label in (Label.SHORT, Label.PROSE, Label.LINK):
                self._between(index, here)

    def _has_date(self, index: int) -> bool:
        return len(self.text(index)) <= 160 and bool(dates.find(self.text(index)))

    def _between(self, index: int, here: View) -> None:
        """A line between the headline and the story."""
        fragment = here.fragment
        if self.story.title is not None and core(fragment.text) == core(self.text(self.story.title)):
            self.give(index, Role.BOILERPLATE, "repeats the headline", 0.95)
        elif here.zone & Zone.SECTION and fragment.link_share > 0.5:
            self.give(index, Role.SECTION, "in the page's section line", 0.6)
        elif here.zone & Zone.TAGS:
            self.give(index, Role.TAGS, "in the page's tags", 0.7)
        elif self._is_source(index, here):
            self.story.sources.append(index)
            self.give(index, Role.CREDIT, "an outlet's name beside the headline", 0.75)
        elif len(fragment.text) <= LONGEST_CREDIT and self._credit_line(index, slot=bool(here.zone & Zone.AUTHOR)):
            return
        elif here.zone & Zone.SUBTITLE and fragment.link_share < 0.3:
            self.story.subtitles.append(index)
            self.give(index, Role.SUBTITLE, "set apart under the headline", 0.75)
        elif fragment.kind is Kind.HEADING and fragment.link_share < 0.3 and words(fragment.text) >= 3:
            self.story.subtitles.append(index)
            self.give(index, Role.SUBTITLE, "a heading under the headline", 0.6)
        elif self._has_date(index):
            self.story.stamps.append(index)
            self.give(index, Role.DATE, "a date beside the headline", 0.7)

    def _is_source(self, index: int, here: View) -> bool:
        """Whether a line names an outlet alone where the template prints the author, the source or the date."""
        if len(here.fragment.text) > 50:
            return False
        match = datelines.read_line(here.fragment.text, outlets=self.outlets)
        if match is None or match.dateline is None or match.dateline.places or match.authors:
            return False
        beside = any(
            0 <= near < len(self.views) and self.views[near].zone & Zone.DATE and self._has_date(near)
            for near in (index - 2, index - 1, index + 1, index + 2)
        )
        return bool(here.zone & (Zone.AUTHOR | Zone.SOURCE) or beside or here.fragment.link_share > 0.8)

    def _around_title(self, title: int) -> None:
        """The kicker: a heading directly above the headline, in the same element, that links nowhere."""
        if title == 0:
            return
        above = self.views[title - 1]
        mine, theirs = self.views[title].fragment.element, above.fragment.element
        if mine is None or theirs is None or above.fragment.link_share > 0.3 or words(above.fragment.text) < 2:
            return
        near = theirs.parent is mine.parent
        if near and above.label in (Label.SHORT, Label.PROSE) and (
            above.fragment.kind is Kind.HEADING
        ) and core(above.fragment.text) != core(self.text(title)):
            self.story.kicker = title - 1
            self.give(title - 1, Role.KICKER, "a heading directly above the headline", 0.7)

    def _inner_role(
        self, index: int, heading: str, seen: set[str], *, after_insert: bool
    ) -> tuple[Role, str, float] | None:
        role = super()._inner_role(index, heading, seen, after_insert=after_insert)
        if role is not None:
            return role
        here = self.views[index]
        fragment = here.fragment
        if here.zone & Zone.TAGS and here.label is not Label.PROSE:
            return Role.TAGS, "in the page's tags", 0.7
        if here.zone & Zone.SUBTITLE and not SENTENCE_END.search(fragment.text) and not self.story.body:
            self.story.subtitles.append(index)
            return Role.SUBTITLE, "set apart under the headline", 0.7
        if fragment.kind is Kind.HEADING and fragment.link_share > 0.8:
            return Role.BOILERPLATE, "the headline of another story", 0.8
        return None
