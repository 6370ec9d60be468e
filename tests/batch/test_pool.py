"""One process or many: the same outcomes in the same order; what ends a process costs the record it was reading."""

import os
from contextlib import closing

import msgspec
import pytest

from newscli.batch.plan import Plan, Selection, a_day, known_fields, left_out
from newscli.batch.pool import read_all
from newscli.batch.work import outcomes
from newscli.errors import InputError, NewsError, UsageError
from newscli.read.record import Record
from tests.texts import LAST, LEAD, MORE, TITLE, joined

TEXT = joined(TITLE, LEAD, MORE, LAST)


class Deadly:
    """What ends the process that unpacks it."""

    def __reduce__(self):
        return os._exit, (1,)


def events(count=120, every=7):
    """Records, and here and there an error in the place of one."""
    for number in range(count):
        name = f"{number}.txt"
        yield InputError("is broken", path=name) if number % every == 3 else Record(name, f"{TEXT}\n\n{number}")


def told(found):
    """Outcomes as values that can be compared."""
    return [(one.row, one.story, one.error and (one.error.path, one.error.message), one.left_out) for one in found]


def test_one_process_and_many_give_the_same():
    alone = told(read_all(events(), Plan(workers=1)))
    assert len(alone) == 120
    for workers in (0, 2, 3):
        assert told(read_all(events(), Plan(workers=workers))) == alone
    unordered = told(read_all(events(), Plan(workers=2, ordered=False)))
    assert sorted(map(repr, unordered)) == sorted(map(repr, alone))


def test_errors_of_records_come_back_whole():
    [found] = [one for one in read_all(iter([Record("x", b"%PDF-1.7")]), Plan(workers=2)) if one.error]
    assert isinstance(found.error, NewsError)
    assert (found.error.path, found.error.message) == ("x", "is a PDF document, not text")
    assert found.error.advice


def test_a_record_that_ends_its_process_costs_itself():
    records = [Record(f"{number}.txt", TEXT) for number in range(40)]
    records[20] = Record("deadly", Deadly())
    found = list(read_all(iter(records), Plan(workers=2)))
    assert len(found) == 40
    assert [place for place, one in enumerate(found) if one.error] == [20]
    assert "ended the process" in found[20].error.message


def test_no_more_is_read_ahead_than_a_few_batches():
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield Record(str(taken), TEXT)

    with closing(read_all(endless(), Plan(workers=2))) as found:
        for _ in range(100):
            next(found)
    assert taken < 300


def test_an_export_that_somebody_spoilt_costs_the_record():
    row = msgspec.json.decode(outcomes([Record("x", TEXT)], Plan(blocks=True))[0].row)
    good, *bad = (row | change for change in ({}, {"title": 5}, {"blocks": [7]}, {"attribution": [{"role": "x"}]}))
    found = outcomes([Record("x", one) for one in (good, *bad)], Plan())
    assert found[0].row == msgspec.json.encode(row)
    assert all("is no article as newscli exports" in one.error.message for one in found[1:])


# Selection


def row(**values):
    found = outcomes([Record("x", TEXT)], Plan())[0].row
    return msgspec.json.decode(found) | values


@pytest.mark.parametrize(
    ("selection", "values", "reason"),
    [
        ({}, {}, None),
        ({"articles_only": True}, {"body": ""}, "no story"),
        ({"languages": ("ar",)}, {"language": "ar-EG"}, None),
        ({"languages": ("en", "AR")}, {"language": "ar"}, None),
        ({"languages": ("en",)}, {"language": "ar"}, "another language"),
        ({"languages": ("und",)}, {"language": None}, None),
        ({"since": "2024"}, {"published": "2024-01-01T10:00"}, None),
        ({"since": "2024-02"}, {"published": "2024-01-31"}, "before --since"),
        ({"until": "2024-01"}, {"published": "2024-01-31T23:59+03:00"}, None),
        ({"until": "2023"}, {"published": "2024-01-01"}, "after --until"),
        ({"since": "2024"}, {"published": None}, "without a day"),
        ({"having": ("byline",)}, {"byline": None}, "without byline"),
        ({"having": ("tags",)}, {"tags": ["x"]}, None),
        ({"lacking": ("title",)}, {}, "with title"),
    ],
)
def test_what_is_taken(selection, values, reason):
    assert left_out(row(**values), Selection(**selection)) == reason


def test_what_is_no_day_or_no_field_is_wrong_usage():
    assert a_day("2024-12-31", "--since") == "2024-12-31"
    for value in ("31.12.2024", "2024-13", "24", "2024-1-1"):
        with pytest.raises(UsageError, match="is no day"):
            a_day(value, "--since")
    with pytest.raises(UsageError, match="unknown field 'titel'") as caught:
        known_fields(("titel",))
    assert "title" in caught.value.advice
