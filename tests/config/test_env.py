"""Settings from the environment: what is not understood is refused with a French sentence."""

from pathlib import Path

import pytest

from jalon.config.env import BadSetting, database_settings, env_bool, env_int, env_path, env_secret


@pytest.mark.parametrize(
    ("text", "value"), [("1", True), ("Oui", True), ("0", False), ("false", False), ("", True)]
)
def test_bool_reads_what_people_write(monkeypatch: pytest.MonkeyPatch, text: str, value: bool) -> None:
    monkeypatch.setenv("JALON_ESSAI", text)

    assert env_bool("JALON_ESSAI", default=True) is value


def test_bool_refuses_what_it_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JALON_ESSAI", "peut-être")

    with pytest.raises(BadSetting, match=r"^JALON_ESSAI vaut « peut-être » : écrire 1 ou 0\.$"):
        env_bool("JALON_ESSAI", default=True)


def test_int_refuses_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JALON_ESSAI", "huit")

    with pytest.raises(BadSetting, match=r"^JALON_ESSAI vaut « huit » : écrire un nombre entier\.$"):
        env_int("JALON_ESSAI", default=8)


def test_path_is_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JALON_ESSAI", "un/dossier")

    assert env_path("JALON_ESSAI", default=Path("/ailleurs")) == tmp_path / "un" / "dossier"


def test_secret_is_drawn_once_for_its_owner_alone(tmp_path: Path) -> None:
    kept_in = tmp_path / "dossier" / "secret.key"

    first, second = env_secret("JALON_ESSAI", kept_in=kept_in), env_secret("JALON_ESSAI", kept_in=kept_in)

    assert (first, len(first)) == (second, 64)
    assert kept_in.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in kept_in.parent.iterdir()] == ["secret.key"]


def test_secret_comes_from_the_named_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "clef").write_text("du fichier\n", encoding="utf-8")
    monkeypatch.setenv("JALON_ESSAI_FILE", str(tmp_path / "clef"))

    assert env_secret("JALON_ESSAI", kept_in=tmp_path / "secret.key") == "du fichier"


def test_sqlite_is_the_default_and_loses_nothing(tmp_path: Path) -> None:
    settings = database_settings("", data=tmp_path)

    assert settings["NAME"] == str(tmp_path / "jalon.sqlite3")
    assert settings["OPTIONS"] == {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; "
        "PRAGMA mmap_size=268435456;",
    }


def test_postgresql_comes_by_address(tmp_path: Path) -> None:
    url = "postgresql://awa:mot%40de%2Fpasse@127.0.0.1:5433/jalon?sslmode=require"

    settings = database_settings(url, data=tmp_path)

    named = {
        name: settings[name] for name in ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    }
    assert named == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "jalon",
        "USER": "awa",
        "PASSWORD": "mot@de/passe",
        "HOST": "127.0.0.1",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_socket_folder_of_postgresql_is_its_host(tmp_path: Path) -> None:
    settings = database_settings("postgresql://postgres:@/jalon?host=/var/run/postgresql", data=tmp_path)

    assert (settings["HOST"], settings["NAME"], settings["OPTIONS"]) == ("/var/run/postgresql", "jalon", {})


def test_other_databases_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="postgresql://"):
        database_settings("mysql://127.0.0.1/jalon", data=tmp_path)
