"""Second pass: the role of every fragment, from its label, its place around the story, and its neighbours.

`Reader` holds what all formats share; how the story and its headline are found is told by its two subclasses.
"""

from __future__ import annotations

import re
from collections.abc import Container as Names

from msgspec import Struct

from newscli.classify.alone import Label, View, view, words
from newscli.classify.formulas import core
from newscli.fields import byline as bylines
from newscli.fields import dateline as datelines
from newscli.arabic.letters import fold
from newscli.fields.names import Likeness, likeness, looks_like_person
from newscli.lexicon import agencies, outlets
from newscli.model import Byline, Dateline, Kind, Role
from newscli.segment.fragment import Fragment, Zone
from newscli.segment.metadata import Metadata

# How far above and below the story its own lines (date, credits, signature, notice) are looked for, in fragments.
ABOVE = 14
BELOW = 16
_SAYS_PUBLISHED = re.compile(r"نشر|تاريخ|publish|posted")
_PUBLISHED_IN = re.compile(r"(.{0,40}?)نشر(?:ت)? في \S.{1,40}? (?:يوم|بتاريخ) \d")
BY = re.compile(r"\W*بواسط[ةه]\s*[:\-–/]\s*(.{2,50})$")
_CREDIT_PARTS = re.compile(r"\s*[+/،,|()]\s*|\s+[-–—ـ]\s+")
_SOURCE_WORDS = 4
_CLOSED = re.compile(r"(?:[:/]|//|\.\./|,,|[-–—ـ])\s*$")
SENTENCE_END = re.compile(r"[.؟?!…»\"”:]\W*$")
LONGEST_CREDIT = 140



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


class Reader:
    """Reads one page; the subclasses know how a headline and the story's bounds are found in their format."""

    def __init__(self, fragments: tuple[Fragment, ...], metadata: Metadata, outlets: Names[str]) -> None:
        self.metadata = metadata
        self.outlets = outlets
        self.views = self._views(fragments)
        self.story = Story(
            self.views, [(Role.BOILERPLATE, v.reason, 0.6 if v.label is Label.SHORT else 0.8) for v in self.views]
        )
        self.done: set[int] = set()
        self.floor = 0  # the first fragment that can belong to the story's text

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
        self._inside(max(first, self.floor), last)
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
            if self._late_dateline(index):
                continue
            role = self._inner_role(index, heading, seen, after_insert=after_insert)
            after_insert = here.label is Label.INSERT or (after_insert and here.label is Label.LINK)
            if role is None:
                self.give(index, Role.BODY, here.reason, 0.95 if here.label is Label.PROSE else 0.75)
                self.story.body.append(index)
            else:
                self.give(index, *role)
        self._opening()

    def _late_dateline(self, index: int) -> bool:
        """A dateline on a line of its own below the lead: "PLACE - SOURCE:"."""
        here = self.views[index]
        if len(self.story.body) != 1 or here.label is not Label.SHORT or not here.fragment.text.rstrip().endswith(":"):
            return False
        match = datelines.read_line(here.fragment.text, outlets=self.outlets)
        if match is None or match.dateline is None or not match.dateline.places:
            return False
        self.story.datelines.append((index, match, False))
        self.give(index, Role.DATELINE, match.reason, match.confidence)
        return True

    def _inner_role(
        self, index: int, heading: str, seen: set[str], *, after_insert: bool
    ) -> tuple[Role, str, float] | None:
        """The role of a fragment between the story's first and last paragraph, or None if it belongs to the body."""
        here = self.views[index]
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
        if label is Label.DISCLAIMER and len(fragment.text) <= 400:
            self.story.disclaimers.append(index)
            return Role.DISCLAIMER, here.reason, 0.8
        if heading and core(fragment.text) == heading:
            return Role.BOILERPLATE, "repeats the headline", 0.95
        return None

    def _opening(self) -> None:
        """The dateline that opens the first paragraph, and a byline or dateline that is the whole first line."""
        body = self.story.body
        while body and len(body) > 1 and len(self.text(body[0])) <= LONGEST_CREDIT and self._credit_line(body[0]):
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
        if len(text) > LONGEST_CREDIT:
            return False
        match = datelines.read_line(text, outlets=self.outlets)
        if match is not None and match.dateline is not None:
            self.story.datelines.append((index, match, False))
            self.give(index, Role.DATELINE, match.reason, match.confidence)
            return True
        if self._published_in(index) or self._lone_source(index):
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

    def _lone_source(self, index: int) -> bool:
        """An agency or «وكالات» alone on the line, or a few words closed by a separator: who filed the story."""
        text = self.text(index)
        bare = text.strip(" \t-–—ـ_()[]./\\«»\"*|:،,")
        closed = 1 <= words(bare) <= _SOURCE_WORDS and _CLOSED.search(text) and not any(c.isdigit() for c in bare)
        if not (agencies.is_agency(bare) and not agencies.is_weak(bare)) and not closed:
            return False
        if closed and (datelines.read_line(text, outlets=self.outlets) or likeness(fold(bare).split())):
            return False
        kind = (bare,) if agencies.is_agency(bare) else ()
        match = datelines.Match(Dateline(bare, (), (bare,)), (), (), kind, () if kind else (bare,), len(text),
                                "a source alone between headline and story", 0.6)
        self.story.datelines.append((index, match, False))
        self.give(index, Role.DATELINE, match.reason, match.confidence)
        return True

    def _by_outlet(self, text: str) -> bool:
        """«بواسطة: X» where X is no person."""
        match = BY.match(text)
        return match is not None and not looks_like_person(match[1])

    # Below the story

    def _below(self, last: int) -> None:
        end = min(len(self.views), last + 1 + BELOW)
        for index in range(last + 1, end):
            here = self.views[index]
            if here.label is Label.END and self._truly_ends(index):
                break
            if index in self.done:
                continue
            if here.label is Label.CREDIT:
                self._source(index)
            elif here.label is Label.DISCLAIMER or self._lone_disclaimer(here):
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
        parts = [part.strip(" \t-–—ـ_()[]./\\«»\"*|:") for part in _CREDIT_PARTS.split(text)]
        if all(agencies.is_agency(part) or (outlets.is_outlet(part) and len(parts) > 1) for part in parts if part) and any(parts):
            self.story.signatures.append(index)
            self.give(index, Role.CREDIT, "agencies' and outlets' names under the story", 0.85)
            return
        if index - last > 2:
            return
        byline = bylines.read_byline(text, slot=index == last + 1, outlets=self.outlets)
        if byline is not None and not self.story.bylines and byline.authors and (
            byline.text != byline.authors[0] or likeness(fold(text).split()) >= Likeness.PLAUSIBLE
        ):
            self.story.bylines.append((index, byline))
            self.give(index, Role.BYLINE, "a name under the story", 0.7)

    # The rest

    def _label_rest(self) -> None:
        for index, here in enumerate(self.views):
            if index in self.done:
                continue
            if here.label is Label.CAPTION and here.zone & Zone.CAPTION:
                self.story.roles[index] = (Role.CAPTION, here.reason, 0.6)


