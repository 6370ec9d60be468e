"""Lines that credit somebody: recognised where they stand above, inside or below the story, and told apart."""

from __future__ import annotations

import re
from collections.abc import Container as Names

from newscli import dates
from newscli.arabic.letters import fold
from newscli.arabic.words import core, words
from newscli.classify.alone import Label
from newscli.classify.story import Piece, Story
from newscli.credits import byline as bylines
from newscli.credits import dateline as datelines
from newscli.credits.persons import Likeness, likeness, looks_like_person
from newscli.lexicon import agencies, outlets
from newscli.model import Byline, Dateline, Role

LONGEST = 140
_LONGEST_SIGNATURE = 80
_EDGES = ' \t-–—ـ_()[]./\\«»"*|:،,'

BY_OUTLET = re.compile(r"\W*بواسط[ةه]\s*[:\-–/]\s*(.{2,50})$")
_PARTS = re.compile(r"\s*[+/،,|]\s*|\s+[-–—ـ]\s+|\s+و\s+")
_BRACKETED = re.compile(r"^(?:[^()]{0,40}\s)?\(([^()]{2,60})\)(?:\W*|\s(?:[^\W\d_]{1,2}[\s./]*){1,8})$")
_PUBLISHED_IN = re.compile(r"(.{0,40}?)نشر(?:ت)? في \S.{1,40}? (?:يوم|بتاريخ) \d")
# «كتب X في "Y":» opens an opinion piece that an aggregator took from a newspaper.
_WROTE_IN = re.compile(r"\W*(كتبت?)\W{1,3}(.{4,40}?)\s+في\s+(?:صحيفة|جريدة|موقع)?\s*[«\"“](.{2,30}?)[»\"”]\W*$")
_HANDLE = re.compile(r"\s*(?<!\S)(?:@\w[\w.]*|\w[\w.]*@)(?!\S)")  # an account: «@name», or «name@» as it is shown
_CLOSED = re.compile(r"(?:[:/]|//|\.\./|,,|[-–—ـ])\s*$")
# Info lines set their parts side by side: «NAME | DATE | 88 مشاهدة».
_PIECES = re.compile(r"[^|•·\d]{4,}")
_DATE_WORD = re.compile(r"\s+(?:نشرت?\s+(?:في|بتاريخ)|في|بتاريخ|يوم|بيوم)\s*:?$")
# «OUTLET – ترجمة: NAME», whether or not the outlet is known.
_ROLE_BEHIND = re.compile(
    r".{2,30}?\s*[-–—/]\s*((?:ترجمة|تحرير|[إا]عداد|كتبت?|بقلم|تقرير|حوار)(?: و?(?:تحرير|ترجمة|[إا]عداد))?\s*:\s*.+)$"
)
_SOURCE_WORDS = 4
_CAST = 3  # bare names in a row
_LONGEST_NAME = 40
_NAME_WORDS = 3  # a longer name must be known
# Labels of templates that end in a colon too.
_LABEL_WORDS = frozenset(
    "تاريخ التاريخ نشر النشر نشرت بواسطه كتب كتبت المصدر مصدر الكاتب القسم تصوير تحديث اخر الموضوع".split()
)


class CreditLines:
    """Reads credit lines into a story. `names` are the folded names of the page's own site."""

    def __init__(self, story: Story, names: Names[str]) -> None:
        self.story = story
        self.names = names
        self._told: str | None = None  # the folded prose of the page, once it is asked for
        self._datelines: dict[str, datelines.Match | None] = {}  # readings by line: the same one is asked for often
        self._bylines: dict[tuple[str, bool], Byline | None] = {}

    def dateline(self, text: str) -> datelines.Match | None:
        """The reading of a whole line as a dateline, or None."""
        if text not in self._datelines:
            match = datelines.read_line(text, outlets=self.names)
            self._datelines[text] = match if match is not None and match.dateline is not None else None
        return self._datelines[text]

    def byline(self, text: str, *, slot: bool) -> Byline | None:
        """The reading of a line as a credit of the writers, or None."""
        if (text, slot) not in self._bylines:
            found = bylines.read_byline(text, slot=slot, outlets=self.names)
            if found is None and (role := _ROLE_BEHIND.match(text)):
                found = bylines.read_byline(role[1], slot=slot, outlets=self.names)
            self._bylines[text, slot] = found
        return self._bylines[text, slot]

    def is_credit(self, index: int, *, alone: bool = True) -> bool:
        """Whether a line reads as a dateline or a byline; `alone` counts an outlet's bare name as one."""
        text = self.story.text(index)
        match = self.dateline(text)
        if match is not None and match.dateline is not None:
            return alone or bool(match.dateline.places or match.authors)
        return self.byline(text, slot=index > 0) is not None or bool(BY_OUTLET.match(text))

    def source_alone(self, text: str) -> datelines.Match | None:
        """The dateline of a line that names outlets or agencies alone, without place and person."""
        match = self.dateline(text)
        if match is None or match.dateline is None or match.dateline.places or match.authors:
            return None
        return match

    def take(self, index: int, *, slot: bool = True, closed: bool = False) -> bool:
        """Settle the line if it is a dateline or a byline of its own; whether it is one.

        `slot` marks the place where a bare name is the writer's; `closed` the line directly above the story, where a
        few words and a separator name the source even if no table knows it.
        """
        text = _DATE_WORD.sub("", _HANDLE.sub("", self.story.text(index)).strip())
        if not 2 <= len(text) <= LONGEST:
            return False
        if self._wrote_in(index, text) or self._published_in(index, text):
            return True
        if (by := BY_OUTLET.match(text)) and not looks_like_person(by[1]):
            self.name_source(index, "credit of a desk or an outlet")
            return True
        if (match := self.dateline(text) or self._lone_source(text, closed=closed)) is not None:
            self.story.give_dateline(index, match)
            return True
        byline = self.byline(text, slot=slot)
        if byline is not None and not self._is_subject(byline) and not (slot and self._in_cast(index)):
            self.story.bylines.append((index, byline))
            self.story.give(index, Role.BYLINE, "credit of the writer", 0.85)
            if dates.find(text):
                self.story.stamps.append(index)
            return True
        return False

    def _in_cast(self, index: int) -> bool:
        """Whether a line is one of three or more bare names on lines of their own: guests of a programme, a cast."""
        row = 0
        for i in range(max(0, index - _CAST + 1), min(index + _CAST, len(self.story.views))):
            byline = self.byline(self.story.text(i), slot=True) if len(self.story.text(i)) <= _LONGEST_NAME else None
            bare = byline is not None and byline.authors == (byline.text,)
            row = row + 1 if bare else 0
            if row >= _CAST:
                return True
        return False

    def name_source(self, index: int, reason: str) -> None:
        """Take a line for the name of the outlet that wrote the story."""
        self.story.sources.append(index)
        self.story.give(index, Role.CREDIT, reason, 0.7)

    def stamp(self, index: int, reason: str, confidence: float) -> None:
        """Take a line for a time stamp; what it says besides the date is read as a credit, or it is a dateline."""
        match = self.dateline(self.story.text(index))
        if match is not None and match.dateline is not None and match.dateline.places and match.dateline.sources:
            self.story.give_dateline(index, match)
            return
        self.story.stamps.append(index)
        self.story.give(index, Role.DATE, reason, confidence)
        text = self.story.text(index)
        found = dates.find(text)
        if not found or len(text) > LONGEST:
            return
        for start, end in ((0, found[0].start), (found[-1].end, len(text))):
            for piece in _PIECES.finditer(text, start, end):
                self._beside_date(index, *piece.span())

    def _beside_date(self, index: int, start: int, end: int) -> None:
        """Read what stands beside a date, between separators and counters, as a credit."""
        part = _DATE_WORD.sub("", self.story.text(index)[start:end].strip(_EDGES))
        if words(part) < 2:
            return
        match = self.dateline(part)
        if match is not None and match.dateline and match.authors and match.dateline.sources:
            self.story.datelines.append((index, match))
            self.story.cut(index, Piece(start, end, Role.DATELINE, match.reason, match.confidence))
            return
        byline = self.byline(part, slot=False)
        if (
            byline is None
            and (bare := self.byline(part, slot=True)) is not None
            and all(likeness(fold(name).split()) >= Likeness.PLAUSIBLE for name in bare.authors)
        ):
            byline = bare  # a bare name beside the date is the writer's
        if byline is not None and byline.authors:
            self.story.bylines.append((index, byline))
            self.story.cut(index, Piece(start, end, Role.BYLINE, "credit of the writer beside the date", 0.8))
        elif match is not None and match.dateline and match.dateline.places:
            self.story.datelines.append((index, match))
            self.story.cut(index, Piece(start, end, Role.DATELINE, match.reason, match.confidence))

    def source_line(self, index: int) -> None:
        """Take a line for «المصدر: X»; where the label stands alone, the next line is X."""
        story = self.story
        story.credits.append(index)
        story.give(index, Role.CREDIT, "formula: source", 0.9)
        after = index + 1
        label = core(story.text(index))
        if label.replace("المصدر", "").replace("مصدر الخبر", "").strip() or after >= len(story.views):
            return
        if len(story.text(after)) > 60 or after in story.done:
            return
        match = self.dateline(story.text(after))
        if match is not None and match.dateline is not None and match.dateline.places:
            story.give_dateline(after, match)
            return
        story.credits.append(after)
        story.give(after, Role.CREDIT, "the name under the source label", 0.85)

    def signature(self, index: int, distance: int) -> bool:
        """Settle a name under the last paragraph: an agency's or an outlet's, or the writer's. `distance` in lines."""
        text = self.story.text(index)
        if len(text) > _LONGEST_SIGNATURE:
            return False
        if signed_by(text):
            self.story.signatures.append(index)
            self.story.give(index, Role.CREDIT, "agencies' and outlets' names under the story", 0.85)
            return True
        if distance > 2 or self.story.bylines:
            return False
        byline = self.byline(text, slot=distance == 1)
        if byline is None or not byline.authors:
            return False
        if self._is_subject(byline):
            return False
        bare = byline.text == byline.authors[0]
        if bare and likeness(fold(text).split()) < Likeness.PLAUSIBLE:
            return False
        self.story.bylines.append((index, byline))
        self.story.give(index, Role.BYLINE, "a name under the story", 0.7)
        return True

    def _is_subject(self, byline: Byline) -> bool:
        """Whether a bare name is of somebody whom the story tells of: a caption or a tag, no credit."""
        if len(byline.authors) != 1 or core(byline.text) != core(byline.authors[0]):
            return False
        if self._told is None:
            prose = (v.fragment.text for v in self.story.views if v.label is Label.PROSE)
            self._told = fold(" ".join(prose))
        return core(byline.authors[0]) in self._told

    def _published_in(self, index: int, text: str) -> bool:
        """«WRITER نشر في OUTLET يوم DATE», as networks of archived papers print it, the writer often glued to it."""
        match = _PUBLISHED_IN.match(text)
        if match is None:
            return False
        self.story.stamps.append(index)
        self.story.give(index, Role.DATE, "published in an outlet on a day", 0.85)
        writer = self.byline(match[1], slot=True) if match[1].strip() else None
        if writer is not None:
            self.story.bylines.append((index, writer))
            self.story.cut(index, Piece(0, match.end(1), Role.BYLINE, "the writer before the outlet", 0.8))
        return True

    def _wrote_in(self, index: int, text: str) -> bool:
        match = _WROTE_IN.match(text)
        byline = self.byline(f"{match[1]} {match[2]}", slot=True) if match else None
        if match is None or byline is None or not byline.authors:
            return False
        self.story.bylines.append((index, Byline(text.strip(" :"), byline.authors)))
        self.story.relays.append((index, match[3]))
        self.story.give(index, Role.BYLINE, "the writer and where he wrote", 0.9)
        return True

    def _lone_source(self, text: str, *, closed: bool) -> datelines.Match | None:
        """An agency or «وكالات» alone, or (if `closed`) a few words and a separator: who filed the story."""
        bare = text.strip(_EDGES)
        agency = agencies.is_agency(bare) and not agencies.is_weak(bare)
        if not agency and not (closed and self._closed_source(text, bare)):
            return None
        kind = (bare,) if agency else ()
        return datelines.Match(
            Dateline(bare, (), (bare,)),
            (),
            (),
            kind,
            () if kind else (bare,),
            len(text),
            "a source alone between headline and story",
            0.6,
        )

    def _closed_source(self, text: str, bare: str) -> bool:
        if not 1 <= words(bare) <= _SOURCE_WORDS or not _CLOSED.search(text) or any(c.isdigit() for c in bare):
            return False
        folded = fold(bare).split()
        if _LABEL_WORDS & set(folded) or likeness(folded) > Likeness.FAINT:
            return False
        return not self.byline(text, slot=False)


def signed_by(text: str) -> tuple[str, ...]:
    """The agencies and outlets of a line that names nobody else: «(أ ف ب، رويترز)», «X – وكالات»; () for other lines.

    Desk initials before the brackets («ع.م/ ط.أ (د ب أ)») name nobody.

    >>> signed_by("ع.م (د ب أ، رويترز)")
    ('د ب أ', 'رويترز')
    """
    bracketed = _BRACKETED.match(text)
    inner = bracketed[1] if bracketed else text
    parts = [part.strip(_EDGES) for part in _PARTS.split(inner) if part.strip(_EDGES)]
    known = [agencies.is_agency(part) for part in parts]
    if not any(known) and not all(outlets.is_outlet(part) and not outlets.is_weak(part) for part in parts):
        return ()
    long = (part for part in parts if len(part.split()) > _NAME_WORDS)
    if not all(outlets.is_outlet(part) or agencies.is_agency(part) for part in long):
        return ()
    return tuple(part for part in parts if len(part) > 3 or agencies.is_agency(part))
