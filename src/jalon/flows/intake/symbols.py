"""Characters that fonts of symbols hide in the private area, and letters set as one sign."""

_MAP = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0E0: "→", 0xF0D0: "•", 0xF076: "•",
    0xF0AE: "→", 0xF02D: "-", 0xF0FE: "✓", 0xF06F: "○", 0xF0A0: " ", 0xF020: " ",
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip


def shown(text: str) -> str:
    """Return a text with the signs a reader sees instead of private ones."""
    return text.translate(_MAP)
