"""What an installation already knows: names of its places and organisations, handed to the reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Known:
    """Names as texts write them → the name to show.

    `levels` says what a place is (`commune`…), by its shown name.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)
    programmes: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, str] = field(default_factory=dict)


NOTHING = Known()
