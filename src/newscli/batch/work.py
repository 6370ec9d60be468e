"""What a process does with a record: read it, see whether it is wanted, and hand back bytes and a few facts.

The same function works in this process and in others, so one worker and many give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newscli.article import parse_document
from newscli.batch.plan import Plan, left_out
from newscli.batch.time_limit import TookTooLong, within
from newscli.dates.machine import read_machine
from newscli.errors import KindError, NewsError, TooSlowError, as_fault
from newscli.export.entry import entry
from newscli.model import Article, Source, replace
from newscli.read.decode import decode, from_text
from newscli.read.record import Record, Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newscli.batch.duplicates import Print

Event = Record | NewsError  # what the inputs give: a record, or the error in its place


class Outcome(msgspec.Struct, frozen=True):
    """What became of a record: a row as JSON, or the error that cost it, or the reason why it was left out."""

    row: bytes | None = None
    story: bool = False  # whether the page holds one
    error: NewsError | None = None
    left_out: str | None = None
    print: Print | None = None  # for telling duplicates


def outcomes(records: Sequence[Record], plan: Plan) -> list[Outcome]:
    """What becomes of each record, in order. Never raises: a fault in one costs that one."""
    return [_outcome(record, plan) for record in records]


def _outcome(record: Record, plan: Plan) -> Outcome:
    try:
        with within(plan.seconds):
            return _read(record, plan)
    except (Exception, TookTooLong) as error:
        failure = _error(error)
        failure.path = failure.path or record.name or "standard input"
        return Outcome(error=failure)


def _read(record: Record, plan: Plan) -> Outcome:
    row = _exported(record.content) or article_of(record).to_dict(blocks=plan.blocks)
    reason = left_out(row, plan.selection)
    if reason:
        return Outcome(story=bool(row.get("body")), left_out=reason)
    data = msgspec.json.encode(row)
    print = _print_of(data) if plan.dedupe else None
    return Outcome(data, story=bool(row.get("body")), print=print)


def _error(error: Exception | TookTooLong) -> NewsError:
    if isinstance(error, TookTooLong):
        advice = "Allow more with --timeout-per-record, or leave it out."
        return TooSlowError(f"took longer than {error} seconds", advice=advice)
    return error if isinstance(error, NewsError) else as_fault(error)


def _exported(content: bytes | str | Row) -> Row | None:
    """The row of an article that was exported before. Raises `KindError` if somebody made it something else."""
    if not isinstance(content, dict):
        return None
    try:
        entry(content)
    except msgspec.ValidationError as error:
        raise KindError(f"is no article as newscli exports them ({error})", advice="Export it anew.") from error
    return content


def _print_of(data: bytes) -> Print:
    from newscli.batch.duplicates import print_of

    return print_of(row_of(data))


def outcome_of(event: Event, plan: Plan) -> Outcome:
    """What becomes of one event, in this process."""
    return Outcome(error=event) if isinstance(event, NewsError) else _outcome(event, plan)


def article_of(record: Record) -> Article:
    """The article in a record that is no exported one. Raises what `newscli.parse` raises."""
    content = _under_its_title(record)
    if isinstance(content, str):
        document = from_text(content, path=record.name, url=record.url, format=record.format)
    else:
        source = Source(content, path=record.name, url=record.url, charset=record.charset)
        document = decode(source, record.format)
    article = parse_document(document)
    return _dated(article, record.date)


def _under_its_title(record: Record) -> bytes | str:
    """The text with the title that its container has for it, unless it begins with it."""
    content = record.content
    if isinstance(content, dict) or record.title is None:
        return b"" if isinstance(content, dict) else content
    if isinstance(content, bytes):
        content = decode(Source(content, charset=record.charset), "text").text
    return content if content.lstrip().startswith(record.title.strip()) else f"{record.title.strip()}\n\n{content}"


def _dated(article: Article, date: str | None) -> Article:
    """The article with the date that its container gives, if the page gives none."""
    if article.published or not date or not article.body:
        return article
    stated = read_machine(date)
    return replace(article, published=stated.iso) if stated else article


def row_of(data: bytes) -> Row:
    """A row that came back from a process."""
    return msgspec.json.decode(data, type=Row)
