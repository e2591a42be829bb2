"""Prints the spec as docs/reference/figures.md: `python -m tests.spec.printing`."""

import re
from pathlib import Path

HERE = Path(__file__).parent
PRINTED = HERE.parents[1] / "docs" / "reference" / "figures.md"

HEAD = """# Les chiffres, cas par cas

<!-- Page imprimée depuis tests/spec par « python -m tests.spec.printing ». Ne pas la modifier à la main. -->

Chaque paragraphe est une épreuve : un registre, des questions, et la réponse que tous les moteurs donnent.
Les règles sont dans [ledger.md](ledger.md).

"""


def reference() -> str:
    """The whole page: chapters are directories, sections files, paragraphs tests."""
    parts = [HEAD + _text(HERE / "notation.md")]
    for number, chapter in enumerate(
        sorted(path for path in HERE.iterdir() if (path / "titre.txt").exists()), 1
    ):
        parts.append(f"## {number}. {_text(chapter / 'titre.txt')}")
        parts += [_section(path) for path in sorted(chapter.glob("*.md"))]
    return "\n\n".join(parts) + "\n"


def _section(path: Path) -> str:
    return re.sub(r"^(#+) ", r"##\1 ", _text(path), flags=re.M)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip()


if __name__ == "__main__":
    PRINTED.parent.mkdir(parents=True, exist_ok=True)
    PRINTED.write_text(reference(), encoding="utf-8")
