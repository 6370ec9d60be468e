"""The name of the site whose page it is: as the metadata state it, else what `<title>` adds to the headline.

A `<title>` that does not have the headline names the site where one of its parts is an outlet. Where the page states
nothing, as text does not, its copyright line tells whose it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from newscli.arabic.letters import arabic_letters, fold, squeeze
from newscli.arabic.words import EDGES, content_words, core, words
from newscli.credits.dateline import read_prefix
from newscli.credits.likeness import Likeness
from newscli.credits.line import read_credit
from newscli.credits.tokens import first_word
from newscli.credits.writers import person
from newscli.lexicon import agencies, disclaimers, outlets
from newscli.lexicon.credit_words import REPORTING
from newscli.lexicon.places import is_place
from newscli.notices.sections import is_section
from newscli.notices.slots import words_in
from newscli.notices.template_text import recognise
from newscli.regex import regex
from newscli.segment.page import Metadata
from newscli.weigh.choose import Reading

_SEPARATOR = regex(r"\s*[|•·]\s*|\s+[-–—:»«]+\s+")
_LONGEST = 45  # characters of a site's name
_COPYRIGHT = regex(disclaimers.COPYRIGHT)
_COPYRIGHT_CHARACTERS = 120  # of a line that says who holds the rights
_MOST_LINES = 5  # of copyright that are looked at, from the end of the page
_HEAD, _FORMULA = 8, 120  # blocks next to headline or story, characters of them: where the formula that files it stands
_PARTED = regex(r"[-–—ـ/:|(]")
_NAMES = regex(  # what stands in a line before the name of an outlet
    r"\W*(?:و?(?:تابع|حمل|انضم|اشترك)\w*|لمتابعه|للمزيد)\b.*(?<!\w)ل?$"
    r"|(?:.*\W)?و?(?:قال|اضاف|اكد|اوضح|ذكر|روي|صرح|افاد|اشار|شرح|تحدث|كشف)ت?(?:\s[\w\s()،]{2,40})?\sل\W?$"  # «قال لـX»
    r"|.*(?<!\w)(?:ل|و|ب)?(?:وكاله|صحيفه|موقع|شبكه|جريده|قناه|منصه|اذاعه|راديو)\W{1,3}$"
)
_OWNER_WORDS = 4  # of a site's name; longer ones are its motto
# What a copyright line holds besides the owner's name.
_RIGHTS = regex(
    r"""©|\(c\)|copyrights?|all\ rights\ reserved
    | (?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)\d\d)?
    | (?:جميع\ |كافة\ |كل\ )?(?:ال)?حقوق(?:\ (?:ال)?(?:نشر|طبع|ملكية|مؤلف)(?:\ والنشر)?)?
    | (?:ال)?محفوظ[ةه](?:\s+ل(?:دى|ل?موقع)?\s+)?
    | \bلـ+""",
    re.IGNORECASE | re.VERBOSE,
)
_FOR_THE = regex(r"(?:ال)?محفوظ[ةه]\s+لل(?=\w{3})")  # «محفوظة لليوم السابع»
_FOR_A = regex(r"(?:ال)?محفوظ[ةه]\s+ل(?=(?:موقع|صحيف|جريد|شبك|قنا|بواب|وكال)\w*\s)")
_PIECES = regex(r"\s*[|()\[\].,،:؛•*]+\s*|\s+[-–—]+\s+|\s{2,}|\s*\|\s*")
# A company publishes several sites, and sells software to others.
_COMPANY = regex(
    r"\s[ال]{0,2}(?:مؤسس[ةه]|شرك[ةه]|دار|مجموع[ةه]|inc|ltd|llc|network|group|by|تصميم|برمجة|تطوير)\s", re.IGNORECASE
)
_KIND = regex(r"^(?:ل?موقع)\s+")


def read_site(reading: Reading) -> str | None:
    """The site's name as a page with a story tells it."""
    metadata = reading.page.metadata
    headline = reading.page.fragments[reading.title].text if reading.title is not None else None
    return site_name(metadata, headline) or (owner(reading) or filer(reading) if reading.body else None)


def site_name(metadata: Metadata, headline: str | None) -> str | None:
    """The site's name, or None where its head does not tell it. `headline` is the story's, as printed."""
    if metadata.site_names:
        return _stated(metadata)
    if not headline:
        return None
    for statement in metadata.titles:
        if statement.name == "title" and (name := _beside(headline, statement.value)) is not None:
            return name
    return None


def _stated(metadata: Metadata) -> str:
    """The name that is stated most often; of several a short one in Arabic letters, as its readers call it."""
    counts = Counter(map(core, metadata.site_names))
    most = max(counts.values())
    names = [name for name in metadata.site_names if counts[core(name)] == most]
    return max(names, key=lambda name: arabic_letters(name) > 0 and words(name) <= _OWNER_WORDS)


def _beside(headline: str, title: str) -> str | None:
    """What a `<title>` holds beside the headline, which may have a colon or a dash of its own: «سوسة : ...»."""
    if _letters(title) in _letters(headline):
        return None
    parts = list(filter(None, map(squeeze, _SEPARATOR.split(title))))
    wanted = content_words(headline)
    told = [len(wanted & content_words(part)) for part in parts]
    if len(parts) < 2 or max(told) < 2:
        named = [part for part in parts if outlets.is_outlet(part) and not outlets.is_weak(part)]
        return named[0] if len(named) == 1 else None
    head = told.index(max(told))
    # The site closes the title; where the headline does, the site opens it.
    from_outside = parts[:head:-1] or parts[:head]
    return next(filter(_may_be_site, from_outside), None)


def _letters(text: str) -> str:
    """A text without marks and spaces, in which two spellings of a headline differ."""
    return "".join(words_in(fold(text)))


def _may_be_site(part: str) -> bool:
    """Whether a part of a title may name a site: short, without digits, and no writer's name or credit."""
    short = 2 <= len(core(part)) <= _LONGEST and not any(map(str.isdigit, part)) and not is_section(part)
    return short and (outlets.is_outlet(part) or (person(part) < Likeness.CLEAR and not read_credit(part).role_word))


def owner(reading: Reading) -> str | None:
    """Whose the page is by its copyright line: «جميع الحقوق محفوظة لموقع X © 2024», where X is an outlet.

    A name that no table has and whose form is no outlet's counts where it stands elsewhere on the page too.
    """
    fragments = reading.page.fragments
    printed = reading.observed.folded
    below = (f.text for f in fragments[reading.body[-1] + 1 :][::-1] if len(f.text) <= _COPYRIGHT_CHARACTERS)
    lines = islice((text for text in below if _COPYRIGHT.search(fold(text))), _MOST_LINES)
    names = chain.from_iterable(map(holders, lines))
    return next((name for name in names if outlets.is_outlet(name) or _stands_elsewhere(fold(name), printed)), None)


def _stands_elsewhere(name: str, printed: Sequence[str]) -> bool:
    """Whether a name stands in two lines of the page or more."""
    whole = re.compile(rf"\bل?{re.escape(name)}\b")
    return sum(name in line and whole.search(line) is not None for line in printed) >= 2


def filer(reading: Reading) -> str | None:
    """Whose the page is by a line of its own or a call to follow it, where the story's opening names it too.

    «PLACE - X: ...», and without a place before the story's verb, «X - أعلنت ...», or beside agency or writer.
    """
    fragments, first = reading.page.fragments, reading.body[0]
    head = (reading.title if reading.title is not None else max(0, first - _HEAD)) + 1
    lines = [(core(f.text), f.text, at < head) for at, f in enumerate(fragments[:first]) if at != reading.title]
    texts = (fragments[at].text[:_FORMULA] for at in _head_of_story(head, first))
    return next(filter(None, (_filer_in(text, lines, reading.observed.folded) for text in texts)), None)


def _filer_in(text: str, lines: list[tuple[str, str, bool]], printed: Sequence[str]) -> str | None:
    """The outlet in a line of the story's head that another line names too.

    `lines` are those above, folded, printed, and whether each stands above the headline; `printed` all lines, folded.
    """
    parts = {part: _told(part, printed) for part in (each.strip(EDGES) for each in _PARTED.split(text))}
    if parts.get(squeeze(text), 0) > 1:
        return squeeze(text)
    folded = f" {' '.join(words_in(fold(text)))} "
    known = (*lines, *((core(part), part, True) for part, told in parts.items() if told))
    names = {
        name: line
        for name, line, over in known
        if name and f" {name} " in folded and line != text and _may_be_filer(line, over=over)
    }
    match = read_prefix(text, outlets=names) if names else None
    if match is None or not _PARTED.search(text[: match.end]):
        return None
    found = next((name for name in map(core, match.dateline.sources) if name in names), None)
    filed = any(map(is_place, match.dateline.places)) or first_word(text[match.end :]) in REPORTING
    beside = match.agencies or match.authors  # «X - AGENCY», «X – NAME» on a line of its own
    told = filed or (beside and found in {core(part) for part, lines in parts.items() if lines})
    return squeeze(names[found]) if found and told else None


def _told(part: str, printed: Sequence[str]) -> int:
    """How many lines name a line's part as an outlet: «تابعوا X على واتساب», «قال لوكالة X»."""
    name = core(part)
    if not 1 <= words(part) <= _OWNER_WORDS or is_place(part) or outlets.is_outlet(part):
        return 0
    named = (line.partition(name) for line in printed if name in line)
    return sum(not behind[:1].isalnum() and _NAMES.match(before) is not None for before, _, behind in named)


def _head_of_story(head: int, first: int) -> list[int]:
    """The blocks from `head` to the story's `first` one; of very many those next to either end."""
    blocks = range(head, first + 1)
    return [*blocks[:_HEAD], *blocks[max(_HEAD, len(blocks) - _HEAD) :]]


def _may_be_filer(line: str, *, over: bool) -> bool:
    """Whether a line alone may be an outlet's name: no agency, place, section or person.

    `over` the headline writers seldom stand, so that what has no listed given name may be one there.
    """
    if words(line) > _OWNER_WORDS or len(line) > _LONGEST or is_section(line) or is_place(line):
        return False
    least = Likeness.CLEAR if over else Likeness.POSSIBLE
    return not agencies.is_agency(line) and (outlets.is_outlet(line) or person(line) < least)


def holders(text: str) -> Iterator[str]:
    """The names in a copyright line that may be the site's.

    >>> list(holders("جميع الحقوق محفوظة لموقع الرصيف © 2024")), list(holders("© 2010 حقوق النشر محفوظة لليوم السابع"))
    (['الرصيف'], ['اليوم السابع'])
    >>> list(holders("جميع الحقوق محفوظة لمؤسسة الرصيف الصحفية"))
    []
    """
    text = _FOR_A.sub("|", _FOR_THE.sub("| ال", text))
    for piece in _PIECES.split(_RIGHTS.sub("|", text)):
        name = _KIND.sub("", squeeze(piece).strip(" \"'«»“”-–—/"))
        if _COMPANY.search(f" {name} ") or not 1 <= words(name) <= _OWNER_WORDS or len(name) > _LONGEST:
            continue
        if len(name) > 2 and fold(name) not in outlets.BEFORE and not recognise(name, fold(name)):
            yield name
            if name.startswith("ل"):  # «محفوظة لديوان المدينة»
                yield name[1:]
