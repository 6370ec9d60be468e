"""A row as a value with types, for the formats that are more than JSON. What a row does not have is None or empty."""

from __future__ import annotations

from msgspec import convert

from newscli.export.format import Row
from newscli.model import Block, CreditRole, Fields, SourceInfo


class Entry(Fields, frozen=True, kw_only=True):
    """An article as it was exported: the contract's fields, and what the export says of copies."""

    source: SourceInfo | None = None
    blocks: tuple[Block, ...] = ()
    duplicate_of: str | None = None
    similarity: float | None = None

    @property
    def places(self) -> tuple[str, ...]:
        """Where it was filed."""
        return self.dateline.places if self.dateline else ()

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote it."""
        return self.byline.authors if self.byline else ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the body."""
        return tuple(filter(None, self.body.split("\n\n")))

    @property
    def day(self) -> str | None:
        """The day of publication, YYYY-MM-DD."""
        return self.published[:10] if self.published else None

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that it came through, the first that printed it first; the site if none is credited."""
        roles = (CreditRole.ORIGIN, CreditRole.VIA, CreditRole.REPUBLISHER)
        named = [credit.name for role in roles for credit in self.attribution if credit.role is role]
        return tuple(dict.fromkeys(named)) or ((self.site,) if self.site else ())

    def credited(self, role: CreditRole) -> tuple[str, ...]:
        """The names that the page credits in this role."""
        return tuple(credit.name for credit in self.attribution if credit.role is role)

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies that supplied it."""
        return self.credited(CreditRole.AGENCY)


def entry(row: Row) -> Entry:
    """The row with types. Raises `msgspec.ValidationError` if it is no article's."""
    return convert({key: value for key, value in row.items() if value is not None}, Entry)
