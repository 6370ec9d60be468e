"""The second pass over an HTML page: the element that holds the story bounds it, the metadata name the headline."""

from __future__ import annotations

from collections import Counter

from newscli.arabic.words import all_content, content_words, core, echo, words
from newscli.classify.alone import Label, View, view
from newscli.classify.container import Container
from newscli.classify.headline import find_heading
from newscli.classify.html_head import HtmlHead
from newscli.classify.listing import lists_stories
from newscli.classify.reader import SENTENCE_END
from newscli.classify.story import LEAST_WORDS, find_run, prose_words
from newscli.model import Kind, Role
from newscli.segment.fragment import Element, Fragment, Zone

# What prose loses for each level that lies between it and the element that holds the story.
_STRANGE, _STRANGEST = 0.7, 5
# Furniture inside the story's element interrupts the story; outside it ends the story.
_INTERRUPTS = -0.4
_ECHOING = 6  # paragraphs in which the words of the headline come again
_ECHO_CHARS = 600  # of each
_TOLD = 1.2  # of 3: the echo of a headline in the story that speaks for a story
_SAID_AGAIN = 1.6  # of 3: the share of a deck's words that the first paragraph says again
_TEASERS = 2  # as many linked headlines with prose below them make a list of other stories


class HtmlReader(HtmlHead):
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

    # Where the story is

    def _find(self) -> tuple[int, int] | None:
        bounds = [i for i, inside in enumerate(self.inside) if inside]
        if not bounds:
            return None
        bonus = self._bonus()
        run = find_run(self.views, bonus=bonus)
        heading, reason, self.story.titles = find_heading(
            self.views, self.metadata, run[0] if run else None, self._story_words(run)
        )
        if heading is not None:
            self.story.title, self.story.title_reason = heading, reason
            self.story.give(heading, Role.TITLE, reason, 0.9)
            # What stands between the headline and the story's element (a lead set apart) belongs to the page's story.
            near = {i: w for i, w in bonus.items() if not heading < i < bounds[0]}
            under = find_run(self.views, heading + 1, near)
            if under is not None and self._outweighs(under, run, sure="metadata" in reason):
                run = under
        if run is None or prose_words(self.views, run) < (LEAST_WORDS if heading is None else LEAST_WORDS // 2):
            return None
        run = self._until_next_story(run)
        self.home = self._home(run)
        run = self._without_teasers(run)
        run = self._leading(run[0]), self._trailing(run[1])
        told = heading is not None and echo(self.story.text(heading), self._story_words(run)) >= _TOLD
        self.story.reason = lists_stories(self.views, run, self.story.title, self.metadata, told=told)
        return None if self.story.reason else run

    def _outweighs(self, under: tuple[int, int], run: tuple[int, int] | None, *, sure: bool) -> bool:
        """Whether the prose under the headline is the story, rather than the page's best prose elsewhere.

        No story spans its headline: what stands above it then is other stories' excerpts.
        """
        if run is None:
            return True
        spans = self.story.title is not None and run[0] < self.story.title < run[1]
        least = LEAST_WORDS // 2 if spans or sure else 0.5 * prose_words(self.views, run)
        return prose_words(self.views, under) >= least

    def _story_words(self, run: tuple[int, int] | None) -> frozenset[str]:
        if run is None:
            return frozenset()
        prose = [v.fragment.text[:_ECHO_CHARS] for v in self.views[run[0] : run[1] + 1] if v.label is Label.PROSE]
        return all_content(prose[:_ECHOING])

    def _until_next_story(self, run: tuple[int, int]) -> tuple[int, int]:
        """Pages that scroll on append the next story: a second main heading ends this one."""
        title = self.story.title
        if title is None or title > run[0] or self.views[title].fragment.level != 1:
            return run
        heading = core(self.story.text(title))
        for index in range(run[0] + 1, run[1]):
            fragment = self.views[index].fragment
            if fragment.level == 1 and words(fragment.text) >= 3 and core(fragment.text) != heading:
                prose = [i for i in range(run[0], index) if self.views[i].label is Label.PROSE]
                return run[0], prose[-1]
        return run

    def _bonus(self) -> dict[int, float]:
        """Corrections of the first pass's weights that the place in the tree makes."""
        found: dict[int, float] = {}
        for index, (here, inside) in enumerate(zip(self.views, self.inside, strict=True)):
            if not inside and here.label is Label.PROSE:
                found[index] = -_STRANGE * min(_STRANGEST, self.container.distance(here.fragment.element))
            elif inside and here.label in (Label.CHROME, Label.LINK, Label.CAPTION, Label.FORMULA):
                found[index] = _INTERRUPTS - here.weight
        return found

    def _without_teasers(self, run: tuple[int, int]) -> tuple[int, int]:
        """Other stories' teasers below the story: a linked headline, and its prose in an element of its own."""
        teasers = [i for i in range(run[0] + 1, run[1] + 1) if self._is_teaser(i)]
        if len(teasers) < _TEASERS:
            return run
        prose = [i for i in range(run[0], teasers[0]) if self.views[i].label is Label.PROSE]
        return (run[0], prose[-1]) if prose else run

    def _is_teaser(self, index: int) -> bool:
        here, before = self.views[index], self.views[index - 1]
        return here.label is Label.PROSE and not self._at_home(index) and before.fragment.link_share > 0.8

    def _home(self, run: tuple[int, int]) -> Element | None:
        """The element that most of the story's prose hangs from."""
        counts: Counter[Element] = Counter()
        for here in self.views[run[0] : run[1] + 1]:
            if here.label is Label.PROSE and (element := here.fragment.element) is not None and element.parent:
                counts[element.parent] += words(here.fragment.text)
        return counts.most_common(1)[0][0] if counts else None

    def _at_home(self, index: int) -> bool:
        element = self.views[index].fragment.element
        return element is not None and (element.parent is self.home or element is self.home)

    def _trailing(self, last: int) -> int:
        """The story goes on behind an interruption where its element goes on with prose; so do short last lines."""
        index = last + 1
        while index < len(self.views) and self.inside[index]:
            here = self.views[index]
            if here.label is Label.END and "comments" in here.reason:
                break
            if here.label is Label.PROSE and self._at_home(index):
                last = index
            index += 1
        while last + 1 < len(self.views) and self._loose_end(last):
            last += 1
        return last

    def _loose_end(self, last: int) -> bool:
        """Whether the short line after the last paragraph is the story's own: in the same element, and no credit."""
        here, following = self.views[last], self.views[last + 1]
        if following.label is not Label.SHORT or following.fragment.element is None or following.zone & Zone.TAGS:
            return False
        mine = here.fragment.element
        if mine is None or following.fragment.element.parent is not mine.parent or following.fragment.link_share > 0.5:
            return False
        text = following.fragment.text
        return (
            words(text) >= 3
            and following.fragment.kind is not Kind.HEADING
            and not (self.credits.byline(text, slot=True) or self.credits.dateline(text))
        )

    def _leading(self, first: int) -> int:
        """The story may open with short lines of the same element: a sub-heading, a question."""
        floor = self.story.title if self.story.title is not None else -1
        element = self.views[first].fragment.element
        for index in range(first - 1, floor, -1):
            if not self.inside[index]:
                break
            if self.views[index].label is Label.PROSE and self._beside(index, first):
                first = index
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

    def _beside(self, index: int, other: int) -> bool:
        """Whether two fragments stand in the same element, or in like elements side by side."""
        mine, theirs = self.views[index].fragment.element, self.views[other].fragment.element
        if mine is None or theirs is None or self.views[index].zone & Zone.SUBTITLE:
            return False
        return mine is theirs or (mine.parent is theirs.parent and mine.tag == theirs.tag)

    # Inside the story

    def _is_deck(self, index: int) -> bool:
        """Whether a line that the template sets apart under the headline is a deck: the story says it again, or it is
        no sentence. A lead from which the story goes on is its first paragraph."""
        text = self.story.text(index)
        if not SENTENCE_END.search(text):
            return True
        following = next((i for i in range(index + 1, len(self.views)) if self.views[i].label is Label.PROSE), None)
        if following is None:
            return False
        return echo(text, content_words(self.story.text(following))) >= _SAID_AGAIN

    def _inner_role(
        self, index: int, heading: str, seen: set[str], *, after_insert: bool
    ) -> tuple[Role, str, float] | None:
        if not self._at_home(index) and self._said_again(index):
            return Role.BOILERPLATE, "printed again in the story", 0.85
        role = super()._inner_role(index, heading, seen, after_insert=after_insert)
        if role is not None:
            return role
        here = self.views[index]
        fragment = here.fragment
        if here.zone & Zone.TAGS and here.label is not Label.PROSE:
            self.story.tags.append(index)
            return Role.TAGS, "in the page's tags", 0.7
        if here.zone & Zone.SUBTITLE and not self.story.body and self._is_deck(index):
            self.story.subtitles.append(index)
            return Role.SUBTITLE, "set apart under the headline", 0.7
        if fragment.kind is Kind.HEADING and fragment.link_share > 0.8:
            return Role.BOILERPLATE, "the headline of another story", 0.8
        return None
