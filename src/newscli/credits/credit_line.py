"""What the reading of one line gives: everything it could credit."""

from __future__ import annotations

from msgspec import Struct

from newscli.credits.dateline import Match
from newscli.credits.parties import Party

SURE = 0.75  # how likely the words of a line make persons of its names, from which it is a credit by itself


class CreditLine(Struct, frozen=True):
    """All that a line could credit; where the parties stand is told by offsets in the line as given.

    `person` is how likely the words alone make `authors` persons credited for the text (0 to 1). `authors` holds the
    translators too, as readers expect them credited, and no photographers. `role_word`: a cue such as كتب or بقلم
    stands in the line. `desk`: the line credits the editors or a desk by role alone. `label_only`: a label of sources
    stands alone, its name is in the next line.
    """

    dateline: Match | None = None
    authors: tuple[str, ...] = ()
    person: float = 0.0
    role_word: bool = False
    desk: bool = False
    parties: tuple[Party, ...] = ()
    label_only: bool = False

    @property
    def filed(self) -> float:
        """How surely the line is a dateline, or holds one; 0 where it does not."""
        return self.dateline.confidence if self.dateline else 0.0

    @property
    def places(self) -> tuple[str, ...]:
        """The places of its dateline."""
        return self.dateline.dateline.places if self.dateline else ()

    @property
    def credits(self) -> bool:
        """Whether the words alone make the line a credit: of persons, of a source, a dateline."""
        return self.role_word or self.person >= SURE or bool(self.dateline or self.parties)


EMPTY = CreditLine()
