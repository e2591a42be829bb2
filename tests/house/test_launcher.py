"""The launcher: standard library only, one word for each thing, a sentence for what it does not know."""

import ast
import os
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def launcher() -> ModuleType:
    loader = SourceFileLoader("launcher", str(ROOT / "jalon"))
    # Nothing is left beside the file: a module cache of the launcher would be of no use.
    sys.dont_write_bytecode, before = True, sys.dont_write_bytecode
    module = module_from_spec(spec_from_loader("launcher", loader))
    loader.exec_module(module)
    sys.dont_write_bytecode = before
    return module


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ROOT / "jalon", *arguments], capture_output=True, text=True, check=False)


def test_launcher_imports_the_standard_library_only() -> None:
    tree = ast.parse((ROOT / "jalon").read_text(encoding="utf-8"))
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}

    assert {name.partition(".")[0] for name in named} - sys.stdlib_module_names == set()


def test_unknown_word_shows_the_help_and_fails() -> None:
    done = call("demonter")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("« demonter » n’est pas un mot de Jalon.\n")


def test_no_word_shows_the_help() -> None:
    done = call()

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Jalon, le registre des résultats")


def test_data_without_a_folder_is_refused() -> None:
    done = call("demo", "--data")

    assert (done.returncode, done.stderr) == (1, "--data attend un dossier : ./jalon demo --data DOSSIER\n")


@pytest.mark.parametrize("given", [["--data", "un/dossier"], ["--data=un/dossier"]])
def test_data_is_taken_from_anywhere(
    launcher: ModuleType, given: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JALON_DATA", "/ailleurs")
    monkeypatch.chdir(tmp_path)

    kept = launcher.take_data(["demo", *given, "--port", "9"])

    assert kept == ["demo", "--port", "9"]
    assert os.environ["JALON_DATA"] == str(tmp_path / "un" / "dossier")


def test_stamp_of_another_folder_is_not_believed(launcher: ModuleType, tmp_path: Path) -> None:
    launcher.STAMP = tmp_path / "jalon.json"
    launcher.STAMP.write_text('{"python": "/usr/bin/python3", "folder": "/ailleurs", "run": "0"}')

    assert launcher.stamp() == {}


def test_lock_is_ready_when_a_larger_one_is_installed(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launcher, "stamp", lambda: {"dev": launcher.fingerprint("dev")})

    assert (launcher.is_ready("run"), launcher.is_ready("dev"), launcher.is_ready("spark")) == (
        True,
        True,
        False,
    )


def test_changed_lock_is_not_ready(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launcher, "stamp", lambda: {"dev": "another hash"})

    assert launcher.is_ready("run") is False
