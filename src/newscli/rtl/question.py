"""A question put to the terminal: what it is sent, how long its answer is waited for. It needs termios."""

from __future__ import annotations

import os
import select
import termios
import time
import tty
from typing import Any

from newscli.rtl.terminal import Answer, read_answer

QUERY = b"\x1b[8$p\x1b[>0q\x1b[c"  # DECRQM of BDSM, XTVERSION, and DA1, which every terminal answers


class Question:
    """A question put to a terminal, and the tty's modes to go back to."""

    def __init__(self, fd: int, limit: float) -> None:
        self.fd, self.limit = fd, limit
        self.modes: list[Any] | None = None
        self.received = b""
        self.asked_at = 0.0

    def ask(self) -> Answer:
        """What the terminal answers, asked once; nothing where newscli is in the background."""
        if self.modes is None and os.tcgetpgrp(self.fd) == os.getpgrp():
            self.modes = termios.tcgetattr(self.fd)
            tty.setcbreak(self.fd, termios.TCSADRAIN)
            self.asked_at = time.monotonic()
            os.write(self.fd, QUERY)
            self._listen(self.limit)
        return read_answer(self.received)

    def _listen(self, limit: float) -> None:
        """Read until the sentinel is there, or `limit` seconds after the question."""
        while not read_answer(self.received).complete:
            rest = self.asked_at + limit - time.monotonic()
            if rest <= 0 or not select.select([self.fd], [], [], rest)[0]:
                return
            chunk = os.read(self.fd, 4096)
            if not chunk:
                return
            self.received += chunk

    def settle(self, patience: float) -> None:
        """Catch a late answer and give the tty its modes back."""
        if self.modes is None:
            return
        try:
            self._listen(patience)
        finally:
            # Without the sentinel something may still be in the queue.
            when = termios.TCSADRAIN if read_answer(self.received).complete else termios.TCSAFLUSH
            termios.tcsetattr(self.fd, when, self.modes)
