"""The writers that a rendering needs: into one stream of bytes, or one file an article."""

from __future__ import annotations

import os
from typing import BinaryIO

from newscli.export.entry import entry
from newscli.export.format import Rendering, Row
from newscli.export.names import Names


class StreamWriter:
    """Rows one after the other into a file or a pipe, each out as soon as it is written if `prompt`."""

    def __init__(self, file: BinaryIO, rendering: Rendering, *, begun: bool = False, prompt: bool = False) -> None:
        self._file, self._rendering, self._prompt = file, rendering, prompt
        self._begun = begun  # whether rows stand there already
        if not begun:
            file.write(rendering.head)

    def write(self, row: Row) -> None:
        """Write one row, behind what stands between two."""
        if self._begun and self._rendering.between:
            self._file.write(self._rendering.between)
        self._begun = True
        self._file.write(self._rendering.row(row))
        if self._prompt:
            self._file.flush()

    def close(self) -> None:
        """Write what stands at the end."""
        self._file.write(self._rendering.tail)
        self._file.flush()


class FolderWriter:
    """A file for each row, under a name made from the article."""

    def __init__(self, folder: str, rendering: Rendering, suffix: str, template: str) -> None:
        self._folder, self._suffix = folder, suffix
        self._render = rendering.alone or rendering.row
        self._names = Names(template)

    def write(self, row: Row) -> None:
        """Write one file."""
        path = os.path.join(self._folder, self._names.of(entry(row)) + self._suffix)  # noqa: PTH118
        with open(path, "xb") as file:  # noqa: PTH123
            file.write(self._render(row))

    def close(self) -> None:
        """Nothing is left to do."""
