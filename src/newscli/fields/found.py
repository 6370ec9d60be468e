"""What a field is read as: its value, where in the blocks it stands, and what else was considered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from newscli.model import Candidate, Role

T = TypeVar("T")


class Span(Struct, frozen=True):
    """A part of a block, characters `start` to `end` of its text, with the role it has and why."""

    block: int
    start: int
    end: int
    role: Role
    why: str
    chance: float


class Found(Struct, Generic[T], frozen=True):
    """A field's value (None or empty where the page doesn't tell), its spans, and the candidates with their blocks."""

    value: T
    spans: tuple[Span, ...] = ()
    candidates: Sequence[Candidate] = ()
