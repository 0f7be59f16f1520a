"""An event in work, between the scan that finds it and the record."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.layers.event_frames import Frame
from rawi.layers.event_subjects import Found
from rawi.record import Statement
from rawi.text.clauses import Range


@dataclass(slots=True)
class Draft:
    """An event in work. Tokens ``first:last`` are its trigger; ``statement`` is the one it stands within; ``doubt`` is why it
    is hardly an event, when the rules leave that to what was learned from coded reports."""

    type: str
    mode: tuple[str, ...]
    first: int
    last: int
    frame: Frame | None
    found: Found
    verb: bool
    statement: Statement | None
    own: Statement | None = None
    victims: list[tuple[str, Range]] = field(default_factory=list)
    rule: str = ""
    passing: bool = False
    doubt: str = ""

    @property
    def toll(self) -> str:
        """``killed``, ``injured``, ``arrested``, ``displaced`` or nothing."""
        return self.frame.toll if self.frame else ""
