"""Records out of zip and tar: each member is looked at as if it were a file of a folder. Nothing is ever unpacked to
disk; a member's name only names its record, and is cut to what lies inside the archive.
"""

from __future__ import annotations

import io
import os
import posixpath
import tarfile
import zipfile
import zlib
from typing import BinaryIO

from newscli.errors import InputError
from newscli.read.containers import Place, records
from newscli.read.record import Found, Limits
from newscli.read.streams import damaged, too_dense, whole

_HIDDEN = ("__MACOSX/",)  # what macOS adds to every archive
_LOCKED = "Unpack it with its password and give the files inside."


def zip_records(file: BinaryIO, place: Place) -> Found:
    """The records of a zip archive's members, in the order of the archive."""
    on_disk = place.depth == 1 and os.path.isfile(place.path)  # noqa: PTH113
    try:  # a zip archive's list of members stands at its end: a stream must be had whole
        archive = zipfile.ZipFile(place.path if on_disk else io.BytesIO(whole(file, place.path, place.limits)))
        members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise damaged(place.path, error) from error
    _bounded(len(members), place.path, place.limits)
    for member in members:
        if member.filename.endswith("/") or _is_hidden(member.filename):  # a name may be empty
            continue
        inside = place._replace(path=_joined(place.path, member.filename), inside=True)
        if member.flag_bits & 1:
            yield InputError("is locked with a password", path=inside.path, advice=_LOCKED)
        elif _dense(member.file_size, member.compress_size, place.limits):
            yield too_dense(inside.path, place.limits)
        else:
            yield from _of_zip_member(archive, member, inside)


def _of_zip_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, inside: Place) -> Found:
    try:
        # a member gives no more than its stated size, and a wrong checksum at its end is an error
        with archive.open(member) as content:
            yield from records(content, inside)  # type: ignore[arg-type]
    except (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError, OSError, ValueError) as error:
        yield damaged(inside.path, error)


def tar_records(file: BinaryIO, place: Place) -> Found:
    """The records of a tar archive's members, in the order of the archive; links and devices are passed over."""
    try:
        with tarfile.open(fileobj=file, mode="r|") as archive:
            for number, member in enumerate(archive, 1):
                _bounded(number, place.path, place.limits)
                if member.isdir() or _is_hidden(member.name):
                    continue
                content = archive.extractfile(member) if member.isfile() else None
                if content is None:
                    place.passed_over("a link or a device")
                    continue
                inside = place._replace(path=_joined(place.path, member.name), inside=True)
                yield from records(content, inside)  # type: ignore[arg-type]
    except (tarfile.TarError, EOFError, OSError) as error:
        yield damaged(place.path, error)


def _bounded(count: int, path: str, limits: Limits) -> None:
    if count > limits.count:
        advice = "Unpack it first and give its folders one by one."
        raise InputError(f"holds more than {limits.count:,} files", path=path, advice=advice)


def _dense(size: int, packed: int, limits: Limits) -> bool:
    return size > max(limits.free, limits.ratio * max(packed, 1))


def _is_hidden(name: str) -> bool:
    return name.startswith(_HIDDEN) or posixpath.basename(name.replace("\\", "/")).startswith(".")


def _joined(path: str, member: str) -> str:
    """The name of a member's record: below the archive, whatever the member is called.

    >>> _joined("a.zip", "../../etc/passwd"), _joined("a.zip", "C:\\\\x.txt")
    ('a.zip/etc/passwd', 'a.zip/C:/x.txt')
    """
    inside = posixpath.normpath("/" + member.replace("\\", "/")).lstrip("/")
    return f"{path}/{inside}"
