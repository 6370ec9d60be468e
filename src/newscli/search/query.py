"""What a query means.

    ميناء عدن              articles with both words, whatever their spelling and prefixes
    "ميناء عدن"            the words one after the other
    انتخاب*                words that begin so
    -حرب                   articles without the word
    ميناء OR مطار          either (أو is a word like others)
    place:عدن agency:سبأ   a word of that field: title, text, place, agency, outlet, author
    since:2024-01 until:2024-06-15    by the day of publication

A query becomes an expression of FTS5; how the index holds words: newscli.arabic.lookup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from newscli.arabic.letters import ascii_digits
from newscli.arabic.lookup import lookup_words, spellings, with_prefixes, without_prefixes
from newscli.errors import UsageError
from newscli.export.sqlite import SEARCHED
from newscli.search.days import last_day

Count = Callable[[str], int]  # in how many articles the index holds a word

# Field names as people type them; the day is asked for by since and until.
FIELDS = {name: name for name in SEARCHED if name != "day"} | {
    "body": "text", "headline": "title", "source": "agency", "site": "outlet", "by": "author",
    "عنوان": "title", "نص": "text", "مكان": "place", "وكالة": "agency", "صحيفة": "outlet", "كاتب": "author",
}  # fmt: skip
_DAYS = {"since": "since", "until": "until", "منذ": "since", "حتى": "until"}

_PART = re.compile(
    r"""(?P<minus>-(?=\S))? (?:(?P<field>[^\W\d]+):(?=\S))? (?:["«“](?P<phrase>[^"»”]*)["»”]? | (?P<word>[^\s"«“]+))""",
    re.VERBOSE,
)
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_COMMONER = 3  # times as often as the word itself, from which on what is left without a prefix is what was meant


class Term(Struct, frozen=True):
    """A word or a phrase that is asked for, as the forms under which the index may hold its first word and the rest."""

    forms: tuple[str, ...]
    rest: tuple[str, ...] = ()
    prefix: bool = False  # words that begin so
    field: str | None = None
    without: bool = False
    either: bool = False  # joined to the term before by OR


class Query(Struct, frozen=True):
    """A query as it was understood. Days are as in `--since` and `--until`."""

    terms: tuple[Term, ...]
    since: str | None = None
    until: str | None = None

    def expression(self) -> str | None:
        """The expression of FTS5 for what must be found; None if only days were given."""
        wanted = [term for term in self.terms if not term.without]
        groups: list[list[str]] = []
        for term in wanted:
            if term.either and groups:
                groups[-1].append(_expression(term))
            else:
                groups.append([_expression(term)])
        found = " AND ".join(f"({' OR '.join(group)})" for group in groups)
        unwanted = " OR ".join(_expression(term) for term in self.terms if term.without)
        return (f"({found}) NOT ({unwanted})" if unwanted else found) or None


def read_query(text: str, count: Count) -> Query:
    """The query in a text. `count` tells how often the index has a word: «ببيروت» is بيروت with ب where that is common.

    Raises `UsageError` for an unknown field, a broken day, and a query that asks for nothing.
    """
    days: dict[str, str] = {}
    terms: list[Term] = []
    either = False
    for part in _PART.finditer(text):
        name = part["field"]
        said = part["word"] if part["phrase"] is None else part["phrase"]
        if name in _DAYS and part["word"]:
            days[_DAYS[name]] = _day(ascii_digits(said), name)
        elif said == "OR" and part["phrase"] is None and not name:
            either = True
        else:
            terms += _terms(said, _field(name), part, count, either=either)
            either = False
    if all(term.without for term in terms) and (terms or not days):
        raise UsageError("the query asks for nothing", advice='As in: newscli search "ميناء عدن since:2024" archive.db')
    return Query(tuple(terms), days.get("since"), days.get("until"))


def _day(value: str, option: str) -> str:
    try:
        last_day(value)
        is_day = bool(_DAY.fullmatch(value))
    except ValueError:
        is_day = False
    if not is_day:
        raise UsageError(f"{option}:{value} is no day", advice="As in: since:2024-01-31, since:2024-01 or since:2024.")
    return value


def _field(name: str | None) -> str | None:
    if name is None:
        return None
    known = FIELDS.get(name.lower())
    if known is None:
        advice = f"Known: {', '.join([*SEARCHED[:-1], *_DAYS][:8])}. Quote what is no field."
        raise UsageError(f"unknown field {name!r} in the query", advice=advice)
    return known


def _terms(said: str, field: str | None, part: re.Match[str], count: Count, *, either: bool) -> Iterator[Term]:
    prefix = part["phrase"] is None and said.endswith("*")
    words = lookup_words(said)
    if not words:
        return
    first = spellings(said) if len(words) == 1 else words[:1]
    found = with_prefixes if prefix else lambda word: _forms(word, count)
    forms = dict.fromkeys(form for word in first for form in found(word))
    # words that punctuation joins («رويترز/سبأ») are asked for as they stand: one after the other
    without = bool(part["minus"])
    yield Term(tuple(forms), tuple(words[1:]), prefix=prefix, field=field, without=without, either=either)


def _forms(word: str, count: Count) -> list[str]:
    """The forms of a word that the index has: with prefixes; and without those that it seems to have itself.

    A word that the index does not have is asked for as it is.
    """
    forms = {form: count(form) for form in with_prefixes(word)}
    own = sum(forms.values())
    for stem in without_prefixes(word):
        others = {form: count(form) for form in with_prefixes(stem)}
        if sum(others.values()) > own * _COMMONER:
            forms |= others
            break
    return [form for form, number in forms.items() if number] or [word]


def _expression(term: Term) -> str:
    star = "*" if term.prefix else ""
    rest = " + ".join(f'"{word}"' for word in term.rest)
    tail = f" + {rest}" if rest else ""
    phrases = " OR ".join(f'"{form}"{tail}{star}' for form in term.forms)
    return f"{{{term.field}}} : ({phrases})" if term.field else f"({phrases})"


def matches(query: Query, word: str) -> bool:
    """Whether a word, as the index holds it, is one that the query asks for."""
    shown = (term for term in query.terms if not term.without and term.field in (None, "title", "text"))
    return any(_matches(term, word) for term in shown)


def _matches(term: Term, word: str) -> bool:
    if term.prefix and not term.rest:
        return word.startswith(term.forms)
    return word in term.forms or word in term.rest or (term.prefix and word.startswith(term.rest[-1:]))
