"""Who a story's own words name as its writer or its outlet: in the headline, and in the running text.

Reporters write of their own outlet in the third person: «توصلت X بنسخة منه» (a copy reached X), «في حديث مع صحيفة X»,
and in headlines «فلان لـ«X»». What was said to an agency, or glued to its name («لهسبريس»), is as often quoted.
"""

from __future__ import annotations

from collections.abc import Iterator

from newscli.credits.likeness import Likeness
from newscli.credits.persons import split_names
from newscli.credits.writers import person
from newscli.lexicon import agencies, outlets
from newscli.regex import regex

_WRITES = regex(
    r"^\W*([^:]{4,45}?)\s+(?:يكتب|تكتب|يكتبان|كتب|كتبت)"
    r"(?:\s+(?:عن|ل[\w«»\"“”]{2,14})(?:\s+[^:]{2,40})?)?\s*(?::|\.\.|…|-|–|—|/)"
)
_SIGNED = regex(r"^(.{6,200}?)[\s.…،*|/\\–—-]+(?:بقلم|كتبها|كتبه|كتبته|قلم)\s*[:/\\–—-]*\s*([^:/]{4,60})$")
_SLASHED = regex(r"^(.{6,200}?)\s*[/\\]{1,2}\s*(?:بقلم\s*[:/]?\s*)?([^:/\\]{4,60})$")
_MOST_WORDS = 4  # of an outlet's name
_MARKS = "«»\"“”„'"
_QUOTE = f"[{_MARKS}]"
_KINDS = "صحيفة|جريدة|موقع|شبكة|مجلة|قناة|بوابة"
_KIND = rf"(?:{_KINDS})\s+"
_COPY = regex(
    rf"(?:توصلت|تلقت|حصلت|تسلمت|اطلعت)\s+(?:به\s+|بها\s+)?(?P<sure>{_KIND})?(?P<quoted>{_QUOTE})?"
    rf"(?P<name>[^«»\"“”.،:؛()]{{2,24}}?){_QUOTE}?\s+(?:ب|على\s+)(?:نسخ|صور)\w*"
)
_SAID = regex(
    rf"(?:تصريح|تصريحات|حديث|حوار|اتصال|لقاء|مقابلة)(?:\s+(?!من|في|إلى)\w+){{0,2}}\s+"
    rf"(?:مع\s+|لـ\s*)(?P<sure>{_KIND})?(?P<quoted>{_QUOTE})?\s*(?P<name>[^«»\"“”.،:؛()]{{3,24}})"
)
# Another house tells of it: «وأفادت وكالة X أن الوزير قال في مقابلة مع صحيفة Y»
_TOLD_BY = regex(rf"(?:[أا]فادت?|ذكرت?|نقلت?|[أا]وردت?|بثت?|نشرت?|وفق|بحسب|عن)\s+(?:وكالة|تلفزيون|إذاعة|{_KINDS})\s")
_IN_HEADLINE = regex(rf"(?<!\w)لـ?\s*(?P<quoted>{_QUOTE})(?P<name>[^«»\"“”]{{2,24}})(?P<sure>){_QUOTE}")


def headline_author(title: str) -> tuple[str, tuple[str, ...]]:
    """The headline without a writer's name that was appended to it, and the writers it names.

    «X يكتب: ...» is part of the headline and stays; «TITLE/ X» and «TITLE.. بقلم: X» are cut.

    >>> headline_author("سامي الجندي يكتب: درس البحر")
    ('سامي الجندي يكتب: درس البحر', ('سامي الجندي',))
    >>> headline_author("درس البحر/ سامي الجندي")
    ('درس البحر', ('سامي الجندي',))
    >>> headline_author("أزمة المياه / حلول مؤجلة")
    ('أزمة المياه / حلول مؤجلة', ())
    """
    writes = _WRITES.match(title)
    if names := tuple(name for name in split_names(writes[1] if writes else "") if person(name) >= Likeness.POSSIBLE):
        return title, names
    for pattern, least in ((_SIGNED, Likeness.POSSIBLE), (_SLASHED, Likeness.CLEAR)):
        signed = pattern.match(title)
        names = tuple(split_names(signed[2])) if signed and len(signed[1].split()) >= 2 else ()
        if signed and names and all(person(name) >= least for name in names):
            return signed[1].rstrip(" .…-–—:،*"), names
    return title, ()


def self_named(headline: str, body: str) -> tuple[str, str] | None:
    """(name, phrase) of the outlet that a story names as its own, the surest first; None where it names none.

    >>> self_named("", "وجاء في البيان الذي توصلت أكادير 24 بنسخة منه أن العمل توقف.")
    ('أكادير 24', 'توصلت أكادير 24 بنسخة')
    >>> self_named("وزير النقل لـ«عكاظ»: القطار في موعده", "قال الوزير ذلك أمس.")
    ('عكاظ', 'لـ«عكاظ»')
    >>> self_named("", "ونقلت وكالة مهر عنه قوله في مقابلة مع صحيفة الشرق الأوسط إن العمل توقف.") is None
    True
    >>> self_named("", "وقال في تصريح لوكالة رويترز إن العمل توقف.") is None
    True
    """
    for pattern, text in ((_IN_HEADLINE, headline), (_COPY, body), (_SAID, body)):
        for match in pattern.finditer(text):
            if _TOLD_BY.search(text, text.rfind("\n", 0, match.start()) + 1, match.start()):
                continue
            sure = bool(match["quoted"] or match["sure"])
            for name in _names(match["name"]):
                if sure or not outlets.is_weak(name):
                    return name, match.group().strip()
    return None


def _names(text: str) -> Iterator[str]:
    """The listed outlets that a text begins with, the longest first."""
    words = text.split()
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        name = " ".join(words[:count]).strip(_MARKS)
        if agencies.key(name) in outlets.forms() and not agencies.is_agency(name):
            yield name
