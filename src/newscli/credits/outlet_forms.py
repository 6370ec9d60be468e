"""An outlet by its form: «صحيفة X», «X نيوز», a name in quotes, a domain; and what each form weighs."""

from __future__ import annotations

from newscli.arabic.letters import fold
from newscli.credits import weights
from newscli.credits.guesses import may_be_source
from newscli.credits.tokens import QUOTES, Gap, Kind, Span, Word, lookup_key, part_end, run_of
from newscli.decide import decide
from newscli.lexicon import agencies, outlets
from newscli.lexicon import credit_words as roles
from newscli.lexicon.places import names as places

_SHORT = 3
_LONGEST_QUOTED = 5  # words
_OF_PAGES = roles.INTERFACE | roles.LABELS | (roles.WRITER - roles.NOUNS)  # «كتبها X نت»
_CLOSING = outlets.BEHIND | outlets.TONGUES


def half_quoted(words: list[Word], first: int, limit: int) -> list[Span]:
    """A listed source with quotes around a part of its name: «القدس» دوت كوم, خدمة «نيويورك تايمز»."""
    if limit >= len(words) or words[limit - 1].gap is not Gap.BRACKET:
        return []
    if not words[first].opened and not words[limit].opened:
        return []
    for last in range(limit + 1, min(part_end(words, limit), first + 4) + 1):
        name = lookup_key(words, first, last)
        if name in agencies.forms():
            return [Span(first, last, Kind.AGENCY, weights.HALF_QUOTED)]
        if name in outlets.forms():
            return [Span(first, last, Kind.OUTLET, weights.HALF_QUOTED)]
    return []


def outlet_form(words: list[Word], first: int, last: int) -> list[Span]:
    """The run as an outlet if it has an outlet's form."""
    head = words[first].folded
    latin = head.isascii() and head[0].isalpha()
    if not latin and last == first + 1:
        return []
    run = run_of(words, first, last)
    if any(map(roles.opens_sentence, run)):
        return []
    if first and len(run) == 2 and len(run[1]) == 1 and run[1].isdigit():
        return []  # «NAME | التعليقات 1»
    # Behind a town nothing but an outlet stands in brackets: «روصو (صحراء اليوم) –».
    bracketed = first > 0 and words[first].opened == "(" and words[last - 1].closed
    weight, known = _latin_weight(run) if latin else _form_weight(run, _TIMES if bracketed else _NO_NAMES)
    return [Span(first, last, Kind.OUTLET, weight, known=known)] if weight else []


_NONE, _WEAK, _SURE = (0.0, False), (weights.FORM_WEAK, False), (weights.FORM_SURE, True)


def _latin_weight(run: list[str]) -> tuple[float, bool]:
    """How likely a run in Latin letters is an outlet, and whether its form alone is enough."""
    if len(run) == 1 and outlets.is_domain(run[0]):
        return _SURE
    return (weights.LATIN, False) if len(run) <= 2 and "".join(run).isalnum() else _NONE


_TIMES = frozenset(fold("صباح مساء فجر ظهر عصر ليل ليلة نهار يوم").split())  # «مساء اليوم»
_NO_NAMES = roles.NEWS | _TIMES


def _form_weight(run: list[str], no_names: frozenset[str]) -> tuple[float, bool]:
    """How likely an Arabic run is an outlet by its form, and whether the form alone is enough.

    One of `no_names` and «اليوم» behind it are none.
    """
    first, second, last = run[0], run[1], run[-1]
    form, adjective = outlets.by_form(run), last in outlets.ADJECTIVES and first not in no_names
    return decide(
        (first in _OF_PAGES, _NONE),
        (form and last in _CLOSING, _SURE),
        (form, (weights.FORM, second not in roles.NEWS)),
        (len(run) > _SHORT, _NONE),
        (last.isdigit(), _WEAK if _is_numbered(run) else _NONE),
        (adjective, _SURE if last in outlets.SURE_ADJECTIVES else (weights.FORM_ADJECTIVE, False)),
        (_is_renewed(run), (weights.FORM_ADJECTIVE, False)),
        (last in _TRANSLATED and first in places(), _SURE),  # «تونس بالعربي»
        (first not in outlets.VOICES, _NONE),
        (last in outlets.SUBJECTS or last in places(), (weights.FORM, False)),  # «أخبار السويد»
        (True, _WEAK),
    )


def _is_renewed(run: list[str]) -> bool:
    """«الضفة الجديدة», «المدى الجديد»: a listed outlet's name once more, unless it is a place's as well."""
    return len(run) == 2 and run[1] in _NEW and run[0] in outlets.forms() and run[0] not in places()


_TRANSLATED = frozenset(fold("بالعربي بالعربية").split())
_NEW = frozenset(fold("الجديد الجديدة").split())


def _is_numbered(run: list[str]) -> bool:
    """«سبورت 360», «الإمارات 71», no «الخرطوم 5-6-2021»."""
    numbered = len(run) == 2 and len(run[1]) <= 3 and may_be_source(run[0])
    return numbered and (len(run[1]) > 1 or run[0] not in places())


def quoted(words: list[Word], first: int, limit: int) -> list[Span]:
    """A part of a few words in quotes: an outlet's name, listed or not."""
    if words[first].opened not in QUOTES or not words[limit - 1].closed or limit - first > _LONGEST_QUOTED:
        return []
    run = run_of(words, first, limit)
    named = run[0] not in roles.TITLES and not any(map(roles.opens_sentence, run))
    return [Span(first, limit, Kind.OUTLET, weights.QUOTED, known=False)] if named else []


def typed_domain(words: list[Word], first: int, limit: int) -> list[Span]:
    """A listed outlet with one or two letters behind a dot: a domain, typed wrongly («العربية.نم»)."""
    if limit != first + 2 or words[first].folded not in outlets.forms():
        return []
    tail = words[first + 1]
    glued = tail.start == words[first].end + 1 and len(tail.folded) <= 2 and tail.gap is not Gap.NONE
    if not glued or tail.folded.isdigit() or roles.opens_sentence(tail.folded):
        return []
    return [Span(first, first + 2, Kind.OUTLET, weights.TYPED_DOMAIN)]
