"""A folder as an output: an older one of newscli's is replaced by a whole new one, any other is left alone."""

from __future__ import annotations

import os
import shutil

_MARK = ".newscli-export"  # the names of the files that newscli wrote there


def put_folder(part: str, place: str) -> None:
    """Put a folder in the place of an older one of newscli's, which goes when the new one is there."""
    names = [
        os.path.relpath(os.path.join(parent, name), part)  # noqa: PTH118
        for parent, _, files in os.walk(part)
        for name in files
    ]
    with open(os.path.join(part, _MARK), "w", encoding="utf-8") as file:  # noqa: PTH118, PTH123
        file.writelines(f"{name}\n" for name in sorted(names))
    old = f"{part}-old"
    if os.path.isdir(place):  # noqa: PTH112
        os.replace(place, old)  # noqa: PTH105
    os.replace(part, place)  # noqa: PTH105
    if os.path.isdir(old):  # noqa: PTH112
        shutil.rmtree(old)


def may_replace(folder: str) -> bool:
    """Whether nothing stands there, or nothing but what newscli wrote."""
    if not os.path.lexists(folder):
        return True
    if not os.path.isdir(folder):  # noqa: PTH112
        return False
    found = {
        os.path.relpath(os.path.join(parent, name), folder)  # noqa: PTH118
        for parent, _, files in os.walk(folder)
        for name in files
    }
    if not found:
        return True
    try:
        with open(os.path.join(folder, _MARK), encoding="utf-8") as file:  # noqa: PTH118, PTH123
            return found <= {_MARK, *file.read().splitlines()}
    except OSError:
        return False
