"""Laid into a process by PYTHONPATH: records that say so end, hold up or fill the process that reads them."""

import ctypes
import os
import signal
import sys
import time

CRASH, HANG, GREED, STOPPED = "POISON-CRASH", "POISON-HANG", "POISON-GREED", "POISON-STOP"
LOOP = "POISON-LOOP"


def hang():
    """Wait as a library does that never comes back: no timer of Python's ends it."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    time.sleep(3600)


def loop():
    """Go round for ever, as a fault in Python does: a timer ends it."""
    while True:
        time.sleep(0.001)


def eat():
    """Take memory until there is none; a gigabyte at the most, lest a test takes the machine along."""
    return [bytearray(b"x" * (1 << 20)) for _ in range(1024)]


DEEDS = {
    CRASH: lambda: ctypes.string_at(0),
    HANG: hang,
    LOOP: loop,
    GREED: eat,
    STOPPED: lambda: os.kill(os.getpid(), signal.SIGKILL),
}


def poison(work):
    """Have the worker's reading of documents do what the documents say."""
    read = work.parse_document

    def parse_document(document):
        for word, deed in DEEDS.items():
            if word in document.text:
                deed()
        return read(document)

    work.parse_document = parse_document


if "newscli.batch.child" in sys.orig_argv or os.environ.get("POISON_ALL"):
    from newscli.batch import work

    poison(work)
