"""Second pass: the role of every fragment, from its label, its place around the story, and its neighbours.

`Reader` holds what all formats share; how the story and its headline are found is told by its two subclasses.
"""

from __future__ import annotations

import re
from collections.abc import Container as Names

from newscli.arabic.words import core, words
from newscli.classify.alone import Label, View, view
from newscli.classify.credit import LONGEST, CreditLines
from newscli.classify.story import Piece, Story
from newscli.credits import dateline as datelines
from newscli.fields.disclaimer import disclaims
from newscli.lexicon import lines, outlets
from newscli.model import Byline, Kind, Role
from newscli.segment.fragment import Fragment, Zone
from newscli.segment.metadata import Metadata

# How far above and below the story its own lines (date, credits, signature, notice) are looked for, in fragments.
ABOVE = 14
BELOW = 16
SENTENCE_END = re.compile(r"[.؟?!…»\"”:]\W{0,20}$")
_SAYS_PUBLISHED = re.compile(r"نشر|تاريخ|publish|posted")
_BIO = re.compile(lines.BIO)
_LONGEST_BIO = 140
OFFICE = re.compile(lines.OFFICE)
_TAKEN_FROM = re.compile(lines.TAKEN_FROM)
_FROM = re.compile(lines.FROM)
_ABOUT_TEXT = re.compile(r"الموقع|الخبر|المقال|كاتب|الناشر|المصدر|الصحيفه|الجريده")
_LABELLED = re.compile(r"[^:]{3,25}:.*\w|\s*#")  # a label and what it names in one line, or hashtags
_LONGEST_HEADING = 300
_LONGEST_DISCLAIMER = 500
_LINES_OPENING = 3  # credit lines and stray words that may stand before the first paragraph
_GLUED = re.compile(lines.READ_ALSO)
_LABEL_WORDS = 3
_EXCERPT = re.compile(lines.EXCERPT)
_END_MARK = re.compile(lines.END_MARK)
_SHORTCODE = re.compile(lines.SHORTCODE)


class Reader:
    """Reads one page; the subclasses know how a headline and the story's bounds are found in their format."""

    def __init__(self, fragments: tuple[Fragment, ...], metadata: Metadata, names: Names[str]) -> None:
        self.metadata = metadata
        self.names = names
        self.views = self._views(fragments)
        self.story = Story(
            self.views, [(Role.BOILERPLATE, v.reason, 0.6 if v.label is Label.SHORT else 0.8) for v in self.views]
        )
        self.credits = CreditLines(self.story, names)
        self.floor = 0  # the first fragment that can belong to the story's text

    def read(self) -> Story:
        """The story of the page with the role of every fragment."""
        run = self._find()
        if run is None:
            self.story.has_story = False
            self.story.reason = self.story.reason or "no paragraphs that make a story"
        else:
            first, last = self._until_teasers(*run)
            self._above(first)
            self._inside(max(first, self.floor), last)
            self._below(last)
        self._label_rest()
        return self.story

    def _views(self, fragments: tuple[Fragment, ...]) -> tuple[View, ...]:
        return tuple(view(fragment) for fragment in fragments)

    def _find(self) -> tuple[int, int] | None:
        """The first and the last fragment of the story's text, or None; settles the headline where it can."""
        raise NotImplementedError

    def _until_teasers(self, first: int, last: int) -> tuple[int, int]:
        """A read-also label alone ends the story where excerpts of others («...») are all that follows."""
        for index in range(first + 1, last):
            here = self.views[index]
            if here.label is not Label.INSERT or words(here.fragment.text) > _LABEL_WORDS:
                continue
            below = [i for i in range(index + 1, last + 1) if self.views[i].label is Label.PROSE]
            if below and all(_EXCERPT.search(self.story.text(i)) for i in below):
                return first, max(i for i in range(first, index) if self.views[i].label is Label.PROSE)
        return first, last

    def _above(self, first: int) -> None:
        """Settle what stands above the story's text."""
        raise NotImplementedError

    # Inside the story

    def _inside(self, first: int, last: int) -> None:
        story = self.story
        seen: set[str] = set()
        heading = core(story.text(story.title)) if story.title is not None else ""
        after_insert = False
        for index in range(first, last + 1):
            if index in story.done or self._late_dateline(index):
                continue
            here = self.views[index]
            role = self._inner_role(index, heading, seen, after_insert=after_insert)
            after_insert = here.label is Label.INSERT or (after_insert and here.label in (Label.LINK, Label.FORMULA))
            if role is None:
                story.give(index, Role.BODY, here.reason, 0.95 if here.label is Label.PROSE else 0.75)
                story.body.append(index)
                self._cut_inserts(index, here.fragment)
            else:
                story.give(index, *role)
        self._closing_notice()
        self._closing_notes()
        self._end_mark()
        self._opening()

    def _closing_notice(self) -> None:
        """A notice set as the story's last paragraph."""
        body = self.story.body
        if len(body) > 1 and self._disclaims(self.views[body[-1]]) and _ABOUT_TEXT.search(self.views[body[-1]].folded):
            self.story.disclaimers.append(body[-1])
            self.story.give(body.pop(), Role.DISCLAIMER, "says who is responsible for the text", 0.8)

    def _closing_notes(self) -> None:
        """Below a column the writer is introduced («* كاتب وباحث») and the place named where it stood («عن X»)."""
        body = self.story.body
        while len(body) > 1:
            text = self.story.text(body[-1])
            if (_BIO.match(text) or OFFICE.match(text)) and len(text) <= _LONGEST_BIO:
                self.story.give(body.pop(), Role.BOILERPLATE, "a note on the writer", 0.8)
            elif _TAKEN_FROM.match(text) or self._names_outlet(text):
                self.story.credits.append(body[-1])
                self.story.give(body.pop(), Role.CREDIT, "where the text was taken from", 0.8)
            else:
                return

    def _end_mark(self) -> None:
        """A wire's mark glued to the last sentence: «... الخام.انتهى21»."""
        if not self.story.body:
            return
        last = self.story.body[-1]
        match = _END_MARK.search(self.story.text(last))
        if match is not None:
            self.story.cut(last, Piece(*match.span(1), Role.BOILERPLATE, "end mark of a wire", 0.9))

    @staticmethod
    def _names_outlet(text: str) -> bool:
        """Whether a line says «عن X» and no more, X being a known outlet."""
        opening = _FROM.match(text)
        return opening is not None and outlets.is_outlet(text[opening.end() :].strip(" .*()"))

    def _late_dateline(self, index: int) -> bool:
        """A dateline on a line of its own below the lead: «PLACE - SOURCE:»."""
        here = self.views[index]
        text = here.fragment.text
        if len(self.story.body) != 1 or here.label is not Label.SHORT or not text.rstrip().endswith(":"):
            return False
        match = self.credits.dateline(text)
        if match is None or match.dateline is None or not match.dateline.places:
            return False
        self.story.give_dateline(index, match)
        return True

    def _inner_role(
        self, index: int, heading: str, seen: set[str], *, after_insert: bool
    ) -> tuple[Role, str, float] | None:
        """The role of a fragment between the story's first and last paragraph, or None if it belongs to the body."""
        here = self.views[index]
        fragment, label = here.fragment, here.label
        if label in (Label.CHROME, Label.FORMULA, Label.END):
            return Role.BOILERPLATE, here.reason, 0.85
        known = here.folded if len(fragment.text) >= 40 else ""
        if known and known in seen:
            return Role.BOILERPLATE, "printed before", 0.9
        if known:
            seen.add(known)
        if label is Label.INSERT or (label is Label.LINK and after_insert):
            return Role.BOILERPLATE, "read-also insert between paragraphs", 0.85
        if label is Label.LINK and (fragment.kind is not Kind.ITEM or fragment.link_share > 0.95):
            return Role.BOILERPLATE, "a link to another page between paragraphs", 0.75
        if label is Label.CAPTION:
            return Role.CAPTION, here.reason, 0.8
        if label is Label.DATE and here.zone & Zone.DATE:
            return Role.DATE, here.reason, 0.7
        if label is Label.DISCLAIMER and len(fragment.text) <= _LONGEST_DISCLAIMER:
            self.story.disclaimers.append(index)
            return Role.DISCLAIMER, here.reason, 0.8
        if heading and len(fragment.text) < _LONGEST_HEADING and core(fragment.text) == heading:
            return Role.BOILERPLATE, "repeats the headline", 0.95
        return None

    def _cut_inserts(self, index: int, fragment: Fragment) -> None:
        """What is no text of a paragraph: shortcodes left by WordPress, read-also formulas and the link behind them."""
        for match in _SHORTCODE.finditer(fragment.text) if "[" in fragment.text else ():
            role = Role.CAPTION if match[1] else Role.BOILERPLATE
            self.story.cut(index, Piece(*match.span(), role, "a shortcode of WordPress", 0.9))
        if not fragment.links:
            return
        for match in _GLUED.finditer(fragment.text):
            start, end = match.span()
            label = next((link.text for link in fragment.links if fragment.text.startswith(link.text, end)), None)
            if label is not None:
                reason = "read-also glued into a paragraph"
                self.story.cut(index, Piece(start, end + len(label), Role.BOILERPLATE, reason, 0.85))

    def _opening(self) -> None:
        """Credit lines that stand before the first paragraph, and the dateline that opens it."""
        story, body = self.story, self.story.body
        for position in range(min(_LINES_OPENING, len(body) - 1)):
            if len(story.text(body[position])) > LONGEST:
                break
            if self.credits.take(body[position]):
                for index in body[:position]:
                    if words(story.text(index)) < 3:
                        story.give(index, Role.BOILERPLATE, "a stray word above the dateline", 0.6)
        body[:] = [index for index in body if story.roles[index][0] is Role.BODY]
        if not any(self.story.roles[index][0] is Role.DATELINE for index, _ in story.datelines):
            self._prefix()

    def _prefix(self) -> None:
        for index in self.story.body[:2]:
            text = self.story.text(index)
            match = datelines.read_prefix(text, outlets=self.names)
            if match is not None and match.dateline is not None:
                self.story.datelines.append((index, match))
                self.story.cut(index, Piece(0, match.end, Role.DATELINE, match.reason, match.confidence))
                return
            if match is not None and match.authors and not self.story.bylines:  # «كتب - NAME: ...»
                credit = text[: match.end].rstrip(" :-–—ـ/|")
                self.story.bylines.append((index, Byline(credit, match.authors)))
                self.story.cut(index, Piece(0, match.end, Role.BYLINE, match.reason, match.confidence))
                return
            if len(text) > 60:
                return

    # Below the story

    def _below(self, last: int) -> None:
        end = min(len(self.views), last + 1 + BELOW)
        distance = 0  # in lines that are no credits
        for index in range(last + 1, end):
            here = self.views[index]
            distance += here.label is not Label.CREDIT
            if here.label is Label.END:
                break
            if index in self.story.done:
                continue
            if here.label is Label.CREDIT:
                self.credits.source_line(index)
            elif here.label is Label.DISCLAIMER or self._disclaims(here):
                self._disclaimer(index)
            elif here.label is Label.DATE and (_SAYS_PUBLISHED.search(here.folded) or self._dates_it(index, last)):
                self.credits.stamp(index, "a date named as the publication's under the story", 0.8)
            elif here.label is Label.CAPTION:
                self.story.give(index, Role.CAPTION, here.reason, 0.6)
            elif here.label is Label.FORMULA and "tags" in here.reason and _LABELLED.match(here.fragment.text):
                self._tag(index)
            elif here.label in (Label.SHORT, Label.PROSE, Label.LINK) and distance <= 3:
                self.credits.signature(index, distance)
        self._late_notices(last + 1)

    def _dates_it(self, index: int, last: int) -> bool:
        """Whether the template sets the date of a story that has none directly below it; never in plain text."""
        if self.story.stamps or self.metadata.published or index > last + 2 or not self.views[index].zone & Zone.DATE:
            return False
        dated = [here for here in self.views[index + 1 :] if here.label is Label.DATE]
        return not dated  # other stories' dates would stand below

    def _tag(self, index: int) -> None:
        self.story.tags.append(index)
        self.story.give(index, Role.TAGS, "in the page's tags", 0.7)

    def _late_notices(self, start: int) -> None:
        """A disclaimer may stand below tags and share bars; an unmistakable one is found anywhere after the story."""
        for index in range(start, len(self.views)):
            if index not in self.story.done and self.views[index].label is Label.DISCLAIMER:
                self._disclaimer(index)

    def _disclaims(self, here: View) -> bool:
        """Whether one core phrase makes a disclaimer: in a notice of its own, where one is expected."""
        if here.label not in (Label.SHORT, Label.PROSE) or len(here.fragment.text) > _LONGEST_DISCLAIMER:
            return False
        return disclaims(here.folded) >= 1

    def _disclaimer(self, index: int) -> None:
        if self.views[index].zone & (Zone.FOOTER | Zone.COMMENTS):
            return
        self.story.disclaimers.append(index)
        self.story.give(index, Role.DISCLAIMER, self.views[index].reason, 0.9)

    # The rest

    def _label_rest(self) -> None:
        for index, here in enumerate(self.views):
            if index not in self.story.done and here.label is Label.CAPTION and here.zone & Zone.CAPTION:
                self.story.roles[index] = (Role.CAPTION, here.reason, 0.6)
