"""Second pass: the role of every fragment, from its label, its place around the story, and its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container as Names
from collections.abc import Sequence

from msgspec import Struct

from newscli.classify.alone import Label, View, view, words
from newscli.classify.container import Container
from newscli.classify.formulas import core
from newscli.classify.listing import lists_stories
from newscli.classify.story import LEAST_WORDS, find_run, prose_words
from newscli.fields import byline as bylines
from newscli.fields import dateline as datelines
from newscli.fields import title as titles
from newscli.fields.names import looks_like_person
from newscli.lexicon import agencies, outlets
from newscli.model import Byline, Kind, Role
from newscli.segment.fragment import Fragment, Zone
from newscli.segment.metadata import Metadata

# How far above and below the story its own lines (date, credits, signature, notice) are looked for, in fragments.
_ABOVE = 14
_BELOW = 16
_SAYS_PUBLISHED = re.compile(r"نشر|تاريخ|publish|posted")
_PUBLISHED_IN = re.compile(r"(.{0,40}?)نشر(?:ت)? في \S.{1,40}? (?:يوم|بتاريخ) \d")
_BY = re.compile(r"\W*بواسط[ةه]\s*[:\-–/]\s*(.{2,50})$")
_SENTENCE_END = re.compile(r"[.؟?!…»\"”:]\W*$")
_LONGEST_CREDIT = 140
_MOST_HEAD_LINES = 8
_KICKER_WORDS = 5

# What prose loses for each level that lies between it and the element that holds the story.
_STRANGE, _STRANGEST = 0.7, 5


class Story(Struct):
    """The roles of a page's fragments, and which fragment each field was read from. Filled by one `_Reader`."""

    views: tuple[View, ...]
    roles: list[tuple[Role, str, float]]
    title: int | None = None
    title_ends: int | None = None  # the last fragment of a headline broken over two lines
    kicker: int | None = None
    subtitles: list[int] = []
    datelines: list[tuple[int, datelines.Match, bool]] = []  # (fragment, reading, whether only its opening)
    bylines: list[tuple[int, Byline]] = []
    body: list[int] = []
    stamps: list[int] = []
    credits: list[int] = []
    disclaimers: list[int] = []
    signatures: list[int] = []  # agencies named alone after the last paragraph
    tags: list[int] = []
    sources: list[int] = []  # an outlet named beside the headline
    section: int | None = None
    has_story: bool = True
    reason: str | None = None  # why there is no story


def read_story(fragments: Sequence[Fragment], metadata: Metadata, outlets: Names[str], *, html: bool) -> Story:
    """The role of every fragment. `outlets` are folded names of the page's own site."""
    reader = _HtmlReader if html else _TextReader
    return reader(tuple(fragments), metadata, outlets).read()


class _Reader:
    """Reads one page; the subclasses know how a headline and the story's bounds are found in their format."""

    def __init__(self, fragments: tuple[Fragment, ...], metadata: Metadata, outlets: Names[str]) -> None:
        self.metadata = metadata
        self.outlets = outlets
        self.views = self._views(fragments)
        self.story = Story(
            self.views, [(Role.BOILERPLATE, v.reason, 0.6 if v.label is Label.SHORT else 0.8) for v in self.views]
        )
        self.done: set[int] = set()

    def _views(self, fragments: tuple[Fragment, ...]) -> tuple[View, ...]:
        return tuple(view(fragment) for fragment in fragments)

    def give(self, index: int, role: Role, reason: str, confidence: float) -> None:
        self.story.roles[index] = (role, reason, confidence)
        self.done.add(index)

    def text(self, index: int) -> str:
        return self.views[index].fragment.text

    def read(self) -> Story:
        run = self._find()
        if run is None:
            self.story.has_story = False
            self._label_rest()
            return self.story
        first, last = run
        self._above(first)
        self._inside(first, last)
        self._below(last)
        self._label_rest()
        return self.story

    def _find(self) -> tuple[int, int] | None:
        raise NotImplementedError

    def _above(self, first: int) -> None:
        raise NotImplementedError

    # Inside the story

    def _inside(self, first: int, last: int) -> None:
        seen: set[str] = set()
        heading = core(self.text(self.story.title)) if self.story.title is not None else ""
        after_insert = False
        for index in range(first, last + 1):
            if index in self.done:
                continue
            here = self.views[index]
            role = self._inner_role(here, heading, seen, after_insert=after_insert)
            after_insert = here.label is Label.INSERT or (after_insert and here.label is Label.LINK)
            if role is None:
                self.give(index, Role.BODY, here.reason, 0.95 if here.label is Label.PROSE else 0.75)
                self.story.body.append(index)
            else:
                self.give(index, *role)
        self._opening()

    def _inner_role(
        self, here: View, heading: str, seen: set[str], *, after_insert: bool
    ) -> tuple[Role, str, float] | None:
        """The role of a fragment between the story's first and last paragraph, or None if it belongs to the body."""
        fragment, label = here.fragment, here.label
        known = here.folded if len(fragment.text) >= 40 else ""
        if known and known in seen:
            return Role.BOILERPLATE, "printed before", 0.9
        if known:
            seen.add(known)
        if label in (Label.CHROME, Label.FORMULA, Label.END):
            return Role.BOILERPLATE, here.reason, 0.85
        if label is Label.INSERT or (label is Label.LINK and after_insert):
            return Role.BOILERPLATE, "read-also insert between paragraphs", 0.85
        if label is Label.LINK and (fragment.kind is not Kind.ITEM or fragment.link_share > 0.95):
            return Role.BOILERPLATE, "a link to another page between paragraphs", 0.75
        if label is Label.CAPTION:
            return Role.CAPTION, here.reason, 0.8
        if label is Label.DATE and here.zone & Zone.DATE:
            return Role.DATE, here.reason, 0.7
        if label is Label.DISCLAIMER:
            return None if len(fragment.text) > 400 else (Role.DISCLAIMER, here.reason, 0.6)
        if heading and core(fragment.text) == heading:
            return Role.BOILERPLATE, "repeats the headline", 0.95
        return None

    def _opening(self) -> None:
        """The dateline that opens the first paragraph, and a byline or dateline that is the whole first line."""
        body = self.story.body
        while body and len(body) > 1 and len(self.text(body[0])) <= _LONGEST_CREDIT and self._credit_line(body[0]):
            body.pop(0)
        if not body or any(not prefix for _, _, prefix in self.story.datelines):
            return
        for index in body[:2]:
            match = datelines.read_prefix(self.text(index), outlets=self.outlets)
            if match is not None and match.dateline is not None:
                self.story.datelines.append((index, match, True))
                return
            if len(self.text(index)) > 60:
                return

    def _credit_line(self, index: int, *, slot: bool = True) -> bool:
        """Whether the line is a dateline or a byline of its own; if so its role is set."""
        text = self.text(index)
        if len(text) > _LONGEST_CREDIT:
            return False
        match = datelines.read_line(text, outlets=self.outlets)
        if match is not None and match.dateline is not None:
            self.story.datelines.append((index, match, False))
            self.give(index, Role.DATELINE, match.reason, match.confidence)
            return True
        if self._published_in(index):
            return True
        if self._by_outlet(text):
            self.story.sources.append(index)
            self.give(index, Role.CREDIT, "credit of a desk or an outlet", 0.7)
            return True
        byline = bylines.read_byline(text, slot=slot, outlets=self.outlets)
        if byline is not None:
            self.story.bylines.append((index, byline))
            self.give(index, Role.BYLINE, "credit of the writer", 0.85)
            return True
        return False

    def _published_in(self, index: int) -> bool:
        """«WRITER نشر في OUTLET يوم DATE», as networks of archived papers print it, the writer often glued to it."""
        match = _PUBLISHED_IN.match(self.text(index))
        if match is None:
            return False
        self.story.stamps.append(index)
        self.give(index, Role.DATE, "published in an outlet on a day", 0.85)
        writer = bylines.read_byline(match[1], slot=True, outlets=self.outlets) if match[1].strip() else None
        if writer is not None:
            self.story.bylines.append((index, Byline(self.text(index), writer.authors)))
        return True

    def _by_outlet(self, text: str) -> bool:
        """«بواسطة: X» where X is no person."""
        match = _BY.match(text)
        return match is not None and not looks_like_person(match[1])

    # Below the story

    def _below(self, last: int) -> None:
        end = min(len(self.views), last + 1 + _BELOW)
        for index in range(last + 1, end):
            here = self.views[index]
            if here.label is Label.END and self._truly_ends(index):
                break
            if index in self.done:
                continue
            if here.label is Label.CREDIT:
                self._source(index)
            elif here.label is Label.DISCLAIMER:
                self._disclaimer(index)
            elif self._lone_disclaimer(here):
                self._disclaimer(index)
            elif here.label is Label.DATE and _SAYS_PUBLISHED.search(here.folded):
                self.story.stamps.append(index)
                self.give(index, Role.DATE, "a date named as the publication's under the story", 0.8)
            elif here.label is Label.CAPTION:
                self.give(index, Role.CAPTION, here.reason, 0.6)
            elif here.label in (Label.SHORT, Label.PROSE, Label.LINK) and index - last <= 3:
                self._signature(index, last)
        self._late_notices(end)

    def _late_notices(self, start: int) -> None:
        """A disclaimer may stand below tags and share bars; one that is unmistakable is found anywhere after the story."""
        for index in range(start, len(self.views)):
            if index not in self.done and self.views[index].label is Label.DISCLAIMER:
                self._disclaimer(index)

    def _truly_ends(self, index: int) -> bool:
        return True

    def _lone_disclaimer(self, here: View) -> bool:
        from newscli.fields.disclaimer import disclaims

        return here.label in (Label.SHORT, Label.PROSE) and len(here.fragment.text) <= 500 and disclaims(here.folded) >= 1

    def _disclaimer(self, index: int) -> None:
        if self.views[index].zone & (Zone.FOOTER | Zone.COMMENTS):
            return
        self.story.disclaimers.append(index)
        self.give(index, Role.DISCLAIMER, self.views[index].reason, 0.9)

    def _source(self, index: int) -> None:
        self.story.credits.append(index)
        self.give(index, Role.CREDIT, "formula: source", 0.9)
        text = self.text(index)
        alone = not core(text).replace("المصدر", "").replace("مصدر الخبر", "").strip()
        if alone and index + 1 < len(self.views) and len(self.text(index + 1)) <= 60:
            match = datelines.read_line(self.text(index + 1), outlets=self.outlets)
            if match is not None and match.dateline is not None and match.dateline.places:
                self.story.datelines.append((index + 1, match, False))
                self.give(index + 1, Role.DATELINE, match.reason, match.confidence)
                return
            self.story.credits.append(index + 1)
            self.give(index + 1, Role.CREDIT, "the name under the source label", 0.85)

    def _signature(self, index: int, last: int) -> None:
        """A name under the last paragraph: an agency's or an outlet's, or the writer's."""
        text = self.text(index)
        if len(text) > 80:
            return
        bare = text.strip(" \t-–—ـ_()[]./\\«»\"*|:")
        if agencies.is_agency(bare):
            self.story.signatures.append(index)
            self.give(index, Role.CREDIT, "an agency's name under the story", 0.85)
            return
        if index - last > 2:
            return
        byline = bylines.read_byline(text, slot=index == last + 1, outlets=self.outlets)
        if byline is not None and not self.story.bylines and byline.authors:
            self.story.bylines.append((index, byline))
            self.give(index, Role.BYLINE, "a name under the story", 0.7)

    # The rest

    def _label_rest(self) -> None:
        for index, here in enumerate(self.views):
            if index in self.done:
                continue
            if here.label is Label.CAPTION and here.zone & Zone.CAPTION:
                self.story.roles[index] = (Role.CAPTION, here.reason, 0.6)


class _TextReader(_Reader):
    """Plain text: a clean article, or a page dumped by a text browser."""

    def _find(self) -> tuple[int, int] | None:
        run = find_run(self.views)
        if run is None:
            return None
        first, last = run
        # All there is below the story, if it is little, belongs to it: an unpunctuated last line.
        while last + 1 < len(self.views) and len(self.views) - last - 1 <= 3 and self._loose_end(last + 1):
            last += 1
        return first, last

    def _loose_end(self, index: int) -> bool:
        here = self.views[index]
        return here.label is Label.SHORT and words(here.fragment.text) >= 1 and not (
            bylines.read_byline(here.fragment.text, slot=True, outlets=self.outlets)
            or datelines.read_line(here.fragment.text, outlets=self.outlets)
        )

    def _above(self, first: int) -> None:
        lines = self._head(first)
        counts = Counter(core(v.fragment.text) for v in self.views)
        candidates: list[int] = []
        for index in lines:
            here = self.views[index]
            if here.label is Label.DATE:
                self.story.stamps.append(index)
                self.give(index, Role.DATE, here.reason, 0.85)
            elif here.label is Label.CAPTION:
                self.give(index, Role.CAPTION, here.reason, 0.8)
            elif here.label is Label.CREDIT:
                self._source(index)
            elif here.label in (Label.SHORT, Label.PROSE):
                candidates.append(index)
        story_start = max(lines, default=first - 1) + 1
        best, best_score = None, 0.9
        for index in candidates:
            if self._is_credit(index):
                continue
            text = self.text(index)
            score = titles.score_line(
                self.views[index], story_start - 1 - index, repeated=counts[core(text)] > 1, opens=index == 0
            )
            if score > best_score:
                best, best_score = index, score
        if best is not None:
            best = self._kicker_yields(best, candidates)
        self._headline(best, candidates)

    def _kicker_yields(self, best: int, candidates: list[int]) -> int:
        """A short line directly above a much longer one is the kicker of the headline, not the headline."""
        below = best + 1
        short = words(self.text(best))
        if below in candidates and short <= _KICKER_WORDS and words(self.text(below)) >= 1.8 * short:
            return best if self._is_credit(below) else below
        return best

    def _is_credit(self, index: int, *, alone: bool = True) -> bool:
        """Whether a line reads as a dateline or a byline; `alone` counts an outlet's bare name as one."""
        text = self.text(index)
        match = datelines.read_line(text, outlets=self.outlets)
        if match is not None and match.dateline is not None:
            return alone or bool(match.dateline.places or match.authors)
        return bylines.read_byline(text, slot=index > 0, outlets=self.outlets) is not None or bool(_BY.match(text))

    def _headline(self, best: int | None, candidates: list[int]) -> None:
        if best is None:
            for index in candidates:
                self._credit_line(index)
            return
        self.story.title = best
        self.give(best, Role.TITLE, "the line above the story", 0.8)
        heading = core(self.text(best))
        for index in candidates:
            if index == best:
                continue
            text = self.text(index)
            if core(text) == heading:
                self.give(index, Role.BOILERPLATE, "repeats the headline", 0.95)
            elif index < best and outlets.is_outlet(text):
                self.story.sources.append(index)
                self.give(index, Role.CREDIT, "an outlet's name above the headline", 0.7)
            elif index < best:
                if index == best - 1 and words(text) >= 3 and self._adjacent(index, best):
                    self.story.kicker = index
                    self.give(index, Role.KICKER, "the line above the headline", 0.6)
                elif index == best - 1 and words(text) and self.story.section is None:
                    self.story.section = index
                    self.give(index, Role.SECTION, "a label above the headline", 0.5)
            elif index == best + 1 and titles.goes_on(self.text(best), text):
                self.story.title_ends = index
                self.give(index, Role.TITLE, "the headline goes on", 0.8)
            elif self._names_site(index, candidates) or self._credit_line(index):
                continue
            elif words(text) >= 4:
                self.story.subtitles.append(index)
                self.give(index, Role.SUBTITLE, "a line between headline and story", 0.6)

    def _names_site(self, index: int, candidates: list[int]) -> bool:
        """An outlet alone is a dateline only where nothing but credits and dates part it from the story."""
        if all(self._is_credit(i) for i in candidates if i > index):
            return False
        match = datelines.read_line(self.text(index), outlets=self.outlets)
        if match is None or match.dateline is None or match.dateline.places or match.authors:
            return False
        self.story.sources.append(index)
        self.give(index, Role.CREDIT, "an outlet's name beside the headline", 0.7)
        return True

    def _adjacent(self, one: int, two: int) -> bool:
        a, b = self.views[one].fragment, self.views[two].fragment
        return a.indent == b.indent and (b.line or 0) - (a.line or 0) <= 2

    def _head(self, first: int) -> list[int]:
        """The lines above the story: those before its first paragraph, and headlines that look like paragraphs."""
        start = first
        while start > 0 and first - start < _ABOVE and self.views[start - 1].label not in (Label.END,):
            start -= 1
        stop = first
        while stop + 1 < len(self.views) and stop - first < _MOST_HEAD_LINES and self._headline_like(stop, start):
            stop += 1
        return list(range(start, stop))

    def _headline_like(self, index: int, start: int) -> bool:
        """Whether a line at the story's beginning still stands above it.

        A long line is a headline if it ends no sentence and what follows is longer; below another headline it must be
        shorter still, and below a credit line there is none.
        """
        here, text = self.views[index], self.text(index)
        if here.label is not Label.PROSE:
            return here.label in (Label.SHORT, Label.DATE, Label.CAPTION, Label.FORMULA) and index <= _MOST_HEAD_LINES
        if re.search(r"[^.]\.\W*$|[،؛:]$", text):
            return False
        above = [i for i in range(start, index) if self.views[i].label in (Label.SHORT, Label.PROSE)]
        repeated = any(self.views[i].folded == here.folded for i in above)
        most_words, most_chars = (16, 110) if above and not repeated else (24, 160)
        if words(text) > most_words or len(text) > most_chars or any(self._is_credit(i, alone=False) for i in above if i > start):
            return False
        ahead = max((len(self.text(i)) for i in range(index + 1, min(index + 7, len(self.views)))), default=0)
        return ahead > 1.6 * len(text)

    def _inside(self, first: int, last: int) -> None:
        while first < last and first in self.done:
            first += 1
        super()._inside(first, last)

    def _truly_ends(self, index: int) -> bool:
        return True


class _HtmlReader(_Reader):
    """HTML: the element that holds the story bounds it, the metadata name the headline."""

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
        top = title if title is not None and title < first else max(0, first - _ABOVE)
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
        from newscli.arabic import dates

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
        elif len(fragment.text) <= _LONGEST_CREDIT and self._credit_line(index, slot=bool(here.zone & Zone.AUTHOR)):
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
        self, here: View, heading: str, seen: set[str], *, after_insert: bool
    ) -> tuple[Role, str, float] | None:
        role = super()._inner_role(here, heading, seen, after_insert=after_insert)
        if role is not None:
            return role
        fragment = here.fragment
        if here.zone & Zone.TAGS and here.label is not Label.PROSE:
            return Role.TAGS, "in the page's tags", 0.7
        if here.zone & Zone.SUBTITLE and not _SENTENCE_END.search(fragment.text) and not self.story.body:
            self.story.subtitles.append(self.views.index(here))
            return Role.SUBTITLE, "set apart under the headline", 0.7
        if fragment.kind is Kind.HEADING and fragment.link_share > 0.8:
            return Role.BOILERPLATE, "the headline of another story", 0.8
        return None
