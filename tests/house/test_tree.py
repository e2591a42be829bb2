"""The tree itself: nothing of one machine, empty package files, a reason for each exception to a rule."""

import os
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_OURS = {".git", ".venv", "data", "var", "node_modules"}
LARGEST = 1_000_000
# In two parts, so that this file does not find itself.
MACHINE = re.compile("|".join(["/wor" + "k/", "/roo" + "t/", "/opt/py" + "pi", r"\.pye" + "nv"]))
REGISTRY = re.compile(
    "|".join(["pypi" + r"\.org", "python" + "hosted", "npm" + r"js\.", "deb" + r"\.debian\."])
)


@cache
def files() -> tuple[Path, ...]:
    """Return the files of the checkout, without what is made there (dot folders, environment, data)."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        top = Path(folder) == ROOT
        folders[:] = [
            name
            for name in folders
            if not (top and name in NOT_OURS) and not (name.startswith(".") and name != ".ci")
        ]
        folders[:] = [name for name in folders if name != "__pycache__"]
        found += [Path(folder, name) for name in names if not name.endswith(".mo")]
    return tuple(found)


def lines(path: Path) -> list[str]:
    return path.read_bytes().decode("utf-8", errors="replace").splitlines()


def matching(pattern: re.Pattern[str], paths: Iterable[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in paths
        for number, line in enumerate(lines(path), 1)
        if pattern.search(line)
    ]


def test_nothing_names_a_path_of_one_machine() -> None:
    assert matching(MACHINE, files()) == []


def test_nothing_names_a_package_registry() -> None:
    assert matching(REGISTRY, files()) == []


def test_no_file_is_heavy() -> None:
    assert [str(path.relative_to(ROOT)) for path in files() if path.stat().st_size > LARGEST] == []


def test_package_files_are_empty_but_the_face_of_a_core() -> None:
    faces = {path / "__init__.py" for path in (ROOT / "src/jalon/core").iterdir()}
    speaking = {
        path for path in (ROOT / "src").rglob("__init__.py") if path.read_text(encoding="utf-8").strip()
    }

    assert sorted(map(str, speaking - faces)) == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "src").rglob("*.py")}

    assert (
        sorted(str(path.relative_to(ROOT)) for path in folders if not (path / "__init__.py").exists()) == []
    )


def test_a_core_face_only_imports_and_lists() -> None:
    faces = (ROOT / "src/jalon/core").glob("*/__init__.py")
    doing = re.compile(r"^(def|class|if|for|with|try) ")

    assert matching(doing, faces) == []


def test_every_import_inside_a_function_carries_its_reason() -> None:
    bare = re.compile("noqa: PLC" + r"0415\s*$")

    assert matching(bare, (path for path in files() if path.suffix == ".py")) == []


def test_every_silenced_type_names_its_error() -> None:
    bare = re.compile("type: " + r"ignore(?!\[)")

    assert matching(bare, (path for path in files() if path.suffix == ".py")) == []
