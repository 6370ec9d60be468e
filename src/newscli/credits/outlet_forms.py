"""An outlet by its form: «صحيفة X», «X نيوز», a name in quotes, a domain; and what each form weighs."""

from __future__ import annotations

from newscli.credits import weights
from newscli.credits.guesses import may_be_source
from newscli.credits.tokens import Gap, Kind, Span, Word, lookup_key, part_end
from newscli.lexicon import agencies, outlets
from newscli.lexicon import credit_words as roles

_SHORT = 3
_QUOTES = frozenset('«“"‹')
_OF_PAGES = roles.INTERFACE | roles.LABELS


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
    run = [word.folded for word in words[first:last]]
    if any(map(roles.opens_sentence, run)):
        return []
    if latin:
        if len(run) == 1 and outlets.is_domain(head):
            return [Span(first, last, Kind.OUTLET, weights.FORM_SURE)]
        short = len(run) <= 2 and "".join(run).isalnum()
        return [Span(first, last, Kind.OUTLET, weights.LATIN, known=False)] if short else []
    weight, known = _form_weight(run)
    return [Span(first, last, Kind.OUTLET, weight, known=known)] if weight else []


def _form_weight(run: list[str]) -> tuple[float, bool]:
    """How likely an Arabic run is an outlet by its form, and whether the form alone is enough."""
    if run[0] in _OF_PAGES:
        return 0.0, False
    if outlets.by_form(run):
        if run[-1] in outlets.BEHIND or run[-1] in outlets.TONGUES:
            return weights.FORM_SURE, True
        if run[1].endswith("يه") and not run[1].startswith("ال"):
            return 0.0, False  # «قناة رياضية جديدة»
        return weights.FORM, run[1] not in roles.NEWS
    if len(run) > _SHORT:
        return 0.0, False
    if run[-1].isdigit():  # «سبورت 360», «الإمارات 71»
        numbered = len(run) == 2 and 2 <= len(run[1]) <= 3 and may_be_source(run[0])
        return (weights.FORM_WEAK, False) if numbered else (0.0, False)
    if run[-1] in outlets.ADJECTIVES and run[0] not in roles.NEWS:
        sure = run[-1] in outlets.SURE_ADJECTIVES
        return (weights.FORM_SURE, True) if sure else (weights.FORM_ADJECTIVE, False)
    return (weights.FORM_WEAK, False) if run[0] in outlets.VOICES else (0.0, False)


def quoted(words: list[Word], first: int) -> list[Span]:
    """A run of at most four words in quotes: an outlet's name, listed or not."""
    if words[first].opened not in _QUOTES:
        return []
    for last in range(first + 1, min(first + 5, len(words)) + 1):
        if words[last - 1].closed:
            run = words[first:last]
            if any(roles.opens_sentence(word.folded) for word in run) or run[0].folded in roles.TITLES:
                return []
            return [Span(first, last, Kind.OUTLET, weights.QUOTED, known=False)]
        if words[last - 1].gap != Gap.NONE:
            break
    return []


def typed_domain(words: list[Word], first: int) -> list[Span]:
    """A listed outlet with one or two letters behind a dot: a domain, typed wrongly («العربية.نم»)."""
    if first + 1 >= len(words) or words[first].gap is not Gap.NONE or words[first].folded not in outlets.forms():
        return []
    tail = words[first + 1]
    glued = tail.start == words[first].end + 1 and len(tail.folded) <= 2 and tail.gap is not Gap.NONE
    if not glued or roles.opens_sentence(tail.folded):
        return []
    return [Span(first, first + 2, Kind.OUTLET, weights.TYPED_DOMAIN)]
