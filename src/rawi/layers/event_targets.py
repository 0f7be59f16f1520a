"""A country or town that is attacked is meant as a whole, not as a government: هجوم على مصر."""

from __future__ import annotations

from rawi.document import Doc

# Types of events whose target, if only a place is named, is the land and not those who govern it.
_AGAINST_THE_LAND = ("ASSAULT", "MOBILIZE")


def settle_targets(doc: Doc) -> None:
    """Give places that an attack or a move of forces is aimed at the sector ``---`` in place of ``GOV``."""
    places = {(place.start, place.end) for place in doc.places}
    for event in doc.events:
        if event.type not in _AGAINST_THE_LAND:
            continue
        for target in event.recipients:
            if target.code[4:] == "GOV" and (target.start, target.end) in places:
                target.code = target.code[:4] + "---"
