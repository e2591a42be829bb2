"""The engines of `jalon figures`, by name."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from django.utils.translation import gettext as _

from jalon.core.figures import Fetcher, MemoryFetcher
from jalon.flows.ledger.exchange import read_file
from jalon.flows.ledger.extract import write_extract
from jalon.flows.ledger.runners import DjangoRunner
from jalon.flows.ledger.snapshot import snapshot
from jalon.flows.ledger.sql_fetcher import SqlFetcher
from jalon.records.problems import Refused

ENGINES = ("memory", "database", "extract", "spark")


@contextmanager
def engine(name: str, *, ledger: str = "", extract: str = "") -> Iterator[Fetcher]:
    """An engine ready to answer. `ledger`: a file, for memory; `extract`: a folder, for extract and spark.

    Without them, memory, extract and spark read the database. Raises Refused for what does not go together.
    """
    if name not in ENGINES:
        raise Refused(
            "unknown_engine",
            _("Le moteur « %(name)s » n’existe pas : écrire %(known)s.")
            % {"name": name, "known": ", ".join(ENGINES)},
        )
    if ledger and name != "memory":
        raise Refused("ledger_needs_memory", _("« --ledger FICHIER » ne va qu’avec « --engine memory »."))
    if extract and name not in ("extract", "spark"):
        raise Refused(
            "extract_needs_engine",
            _("« --extract DOSSIER » ne va qu’avec « --engine extract » ou « --engine spark »."),
        )
    if name == "memory":
        yield MemoryFetcher(read_file(ledger) if ledger else snapshot(DjangoRunner()))
    elif name == "database":
        yield SqlFetcher(DjangoRunner())
    else:
        with _folder(extract) as folder, _over_extract(name, folder) as fetcher:
            yield fetcher


@contextmanager
def _folder(extract: str) -> Iterator[Path]:
    if extract:
        yield Path(extract)
        return
    with tempfile.TemporaryDirectory(prefix="jalon-extrait-") as folder:
        write_extract(Path(folder))
        yield Path(folder)


@contextmanager
def _over_extract(name: str, folder: Path) -> Iterator[Fetcher]:
    if name == "spark":
        if find_spec("pyspark") is None:
            raise Refused(
                "no_spark", _("Le moteur Spark n’est pas installé : lancer « ./jalon setup spark ».")
            )
        from jalon.flows.ledger.spark import SparkRunner  # noqa: PLC0415 (an extra that may be absent)

        spark = SparkRunner(folder)
        try:
            yield SqlFetcher(spark)
        finally:
            spark.close()
        return
    from jalon.flows.ledger.duck import DuckRunner  # noqa: PLC0415 (slow import)

    duck = DuckRunner(folder)
    try:
        yield SqlFetcher(duck)
    finally:
        duck.close()
