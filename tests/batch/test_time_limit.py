"""A record that takes too long costs itself, whatever it is doing."""

import re
import signal
import time

import pytest

from newscli.batch import work
from newscli.batch.plan import Plan
from newscli.batch.time_limit import TookTooLong, within
from newscli.read.record import Record

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timer")


def looping():
    while True:
        try:
            time.sleep(0.001)
        except Exception:
            continue


def backtracking():
    re.fullmatch(r"(?:\w|\w\w)*!", "ا" * 60)


@pytest.mark.parametrize("busy", [looping, backtracking])
def test_what_takes_too_long_is_ended(busy):
    with pytest.raises(TookTooLong, match=r"^0\.2$"), within(0.2):
        busy()


def test_what_is_done_in_time_is_left_alone():
    before = signal.getsignal(signal.SIGALRM)
    with within(0.2):
        pass
    time.sleep(0.3)
    assert signal.getsignal(signal.SIGALRM) is before


def test_a_record_that_takes_too_long_costs_itself(monkeypatch):
    read = work.parse_document
    monkeypatch.setattr(
        work, "parse_document", lambda document: looping() if "بطيء" in document.text else read(document)
    )
    records = [Record("a.txt", "خبر سريع"), Record("b.txt", "خبر بطيء"), Record("c.txt", "خبر آخر")]
    done = work.outcomes(records, Plan(seconds=0.2))
    assert [outcome.error is None for outcome in done] == [True, False, True]
    assert (done[1].error.path, done[1].error.message) == ("b.txt", "took longer than 0.2 seconds")
    assert "--timeout-per-record" in done[1].error.advice
