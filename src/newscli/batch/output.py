"""Where a batch writes: an output is made beside its place and put there when it is whole.

What stood there stays until then. Interrupted, what was done is kept under a name that says so: `NAME.partial.jsonl`.
A lock beside it, which the system drops with the process, tells a second run that the first is still at work.
"""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import nullcontext, suppress
from types import TracebackType
from typing import BinaryIO, Self

from newscli.batch.devices import is_device, straight
from newscli.batch.folder import may_replace, put_folder
from newscli.batch.interrupts import step
from newscli.batch.lock import Lock
from newscli.errors import OutputError, UsageError, unwritable
from newscli.export.format import Appending, Format, Rendering, Settings, Writer
from newscli.export.writers import FolderWriter, StreamWriter


class Output:
    """A file or a folder that is being written; a context that puts it in its place at its end.

    `path` None or "-" is the stream given, which is written straight, as devices and pipes are.
    """

    def __init__(self, path: str | None, format: Format, settings: Settings, stream: BinaryIO | None = None) -> None:
        self.format, self._settings, self._stream = format, settings, stream
        self.path = None if path in (None, "-") else path
        self.folder = bool(self.path) and is_folder(str(self.path), format)
        self.kept: str | None = None
        self._final = os.path.realpath(self.path.rstrip("/")) if self.path else ""
        self._straight = self.path is None or is_device(self.path)
        folder, name = os.path.split(self._final)
        self._part = os.path.join(folder, f".{name}.newscli-part")  # noqa: PTH118
        self._dropped = False
        self._lock: Lock | None = None
        self._file: BinaryIO | None = None
        self.writer: Writer | None = None
        _check(self)

    def __enter__(self) -> Self:
        if self._straight:
            self.writer = self._straight_writer()
            return self
        try:
            self._lock = Lock(self._final)
            self._remove_part()
            self.writer = self._folder_writer() if self.folder else self._file_writer()
        except BaseException as error:  # stopped while it begins, it leaves nothing
            if self._lock is not None:  # without it the part is another run's
                with suppress(OSError):
                    self._remove_part()
            self._release()
            if isinstance(error, OSError):
                raise unwritable(str(self.path), error) from error
            raise
        return self

    def write(self, row: dict[str, object]) -> None:
        """Write one row. Raises `OutputError` where the disk does not take it; of a stream the system's own error."""
        assert self.writer is not None
        try:
            with nullcontext() if self._straight else step():  # a pipe may wait for ever for its reader
                self.writer.write(row)
        except OSError as error:
            if self.path is None or isinstance(error, BrokenPipeError):
                raise
            raise self._failed(error) from error

    def drop(self) -> None:
        """Leave what stood there as it was: there is nothing to write."""
        self._dropped = True

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        try:
            with nullcontext() if self._straight else step():
                if kind is None and not self._dropped:
                    self._finish()
                elif kind is not None and issubclass(kind, KeyboardInterrupt) and not self._straight:
                    self._keep()
                else:
                    self._abandon()
        finally:
            self._release()

    # Ends

    def _finish(self) -> None:
        try:
            self._close_writer()
            if not self._straight:
                self._put(self._final)
        except OSError as error:
            self._abandon()
            if self.path is None or isinstance(error, BrokenPipeError):
                raise
            raise self._failed(error) from error

    def _keep(self) -> None:
        """Put what was done beside, under a name that says that it is a part."""
        kept = partial_name(self._final)
        try:
            self._close_writer(hasty=True)
            if self.folder and os.path.isdir(kept):  # noqa: PTH112
                shutil.rmtree(kept)
            self._put(kept)
            self.kept = kept
        except (OSError, AssertionError):
            self._abandon()

    def _abandon(self) -> None:
        if self.writer is not None and not self._straight:
            with suppress(Exception):  # it gives back what it holds; what it writes goes, and may not fit on the disk
                getattr(self.writer, "stop", self.writer.close)()
        if self._file is not None and not self._straight:
            with suppress(OSError):  # what is still in its buffer does not fit on the disk either
                self._file.close()
        if not self._straight:
            self._remove_part()

    def _close_writer(self, *, hasty: bool = False) -> None:
        assert self.writer is not None
        (getattr(self.writer, "stop", self.writer.close) if hasty else self.writer.close)()
        if self._file is not None:
            self._file.flush()
            if not self._straight:
                os.fsync(self._file.fileno())
            if self._file is not self._stream:
                self._file.close()

    def _put(self, place: str) -> None:
        """Give the part its name, with the mode of what stood there."""
        if self.folder:
            put_folder(self._part, place)
            return
        if os.path.exists(place):  # noqa: PTH110
            os.chmod(self._part, stat.S_IMODE(os.stat(place).st_mode))  # noqa: PTH101, PTH116
        _sync(self._part)
        os.replace(self._part, place)  # noqa: PTH105

    def _remove_part(self) -> None:
        if os.path.isdir(self._part):  # noqa: PTH112
            shutil.rmtree(self._part)
        for path in (self._part, f"{self._part}-journal"):
            if os.path.lexists(path):
                os.unlink(path)  # noqa: PTH108

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _failed(self, error: OSError) -> OutputError:
        return unwritable(self.path or "standard output", error)

    # Writers

    def _rendering(self) -> Rendering:
        assert self.format.rendering is not None
        return self.format.rendering(self._settings)

    def _straight_writer(self) -> Writer:
        try:
            if self.path is None:
                self._file = self._stream
            else:
                self._file = straight(self.path)
            assert self._file is not None
            return StreamWriter(self._file, self._rendering(), prompt=True)
        except OSError as error:
            raise self._failed(error) from error

    def _file_writer(self) -> Writer:
        append = self._settings.append and os.path.exists(self._final)  # noqa: PTH110
        if append and self.format.appending is not Appending.ROWS:
            shutil.copyfile(self._final, self._part)
        writer = self._new_file(begun=append and self.format.appending is Appending.BYTES)
        if append and self.format.appending is Appending.ROWS and self.format.rows:
            for row in self.format.rows(self._final):
                writer.write(row)
        return writer

    def _new_file(self, *, begun: bool) -> Writer:
        if self.format.file is not None:
            return self.format.file(self._part, self._settings)
        self._file = open(self._part, "r+b" if begun else "wb")  # noqa: PTH123, SIM115
        size = self._file.seek(0, os.SEEK_END)
        if size and not _ends_line(self._part):
            self._file.write(b"\n")
        return StreamWriter(self._file, self._rendering(), begun=size > 0)

    def _folder_writer(self) -> Writer:
        if not may_replace(self._final):
            advice = "Give another name, or remove it yourself: it holds files that newscli did not write."
            raise OutputError("is a folder with other files", path=self.path, advice=advice)
        os.makedirs(self._part)  # noqa: PTH103
        if self.format.folder is not None:
            return self.format.folder(self._part, self._settings)
        suffix = self.format.suffixes[0] if self.format.suffixes else f".{self.format.name}"
        suffix = ".json" if suffix == ".jsonl" else suffix
        return FolderWriter(self._part, self._rendering(), suffix, self._settings.name)


def is_folder(path: str, format: Format) -> bool:
    """Whether an output of that name is a folder: it is one, ends like one, or the format knows nothing else."""
    only = format.rendering is None and format.file is None
    return only or path.endswith(("/", os.sep)) or os.path.isdir(path)  # noqa: PTH112


def _check(output: Output) -> None:
    """Raise `UsageError` for a format that cannot be written there."""
    format, path = output.format, output.path
    if output._straight and format.rendering is None:
        raise UsageError(f"{format.name} is not for standard output", advice="Give it a name: -o NAME.")
    if output.folder and format.rendering is None and format.folder is None:
        advice = f"Give a name such as {(path or '').rstrip('/')}{format.suffixes[0]}."
        raise UsageError(f"{format.name} is one file, and {path} is a folder", advice=advice)
    if output.folder and output._settings.append:
        raise UsageError("a folder cannot be added to", advice="Give a new folder, or a file.")


def partial_name(path: str) -> str:
    """The name under which an interrupted output is kept, with its suffix last.

    >>> partial_name("a/articles.jsonl"), partial_name("a/pages")
    ('a/articles.partial.jsonl', 'a/pages.partial')
    """
    root, suffix = os.path.splitext(path)  # noqa: PTH122
    return f"{root}.partial{suffix}"


def _ends_line(path: str) -> bool:
    with open(path, "rb") as file:  # noqa: PTH123
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _sync(path: str) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
