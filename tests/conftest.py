"""What every test stands on: the engine of the pass, the real browser, the count of what ran.

`./jalon test` runs pytest twice: `--engine sqlite`, then `--engine postgresql` for what touches the database.
Plain `pytest` is the SQLite pass.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from tests.demonstration import Demonstration, demonstration

CHROMIUM = Path("/usr/bin/chromium")
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}
BROWSER_FIXTURES = {"page", "context", "browser"}
# A skip for want of the reference material beside the checkout, or of an extra, is not the machine's fault.
ALLOWED_SKIPS = ("../shared", "./jalon setup spark")
TOUCHING = pytest.StashKey[int]()
FOR_POSTGRESQL = pytest.StashKey[int]()

# Playwright keeps an event loop running in the main thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
hypothesis.settings.register_profile("house", derandomize=True, deadline=None, print_blob=True)
hypothesis.settings.register_profile("fast", max_examples=10, derandomize=True, deadline=None)
hypothesis.settings.register_profile("night", max_examples=5000, deadline=None, print_blob=True)
hypothesis.settings.load_profile(os.environ.get("JALON_HYPOTHESIS", "house"))


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("jalon")
    group.addoption(
        "--engine", choices=["sqlite", "postgresql"], default="sqlite", help="engine of this pass"
    )
    group.addoption("--fast", action="store_true", help="no browser, nothing slow")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what touches the database or the browser, and keep what belongs to this pass."""
    kept, left = [], []
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & DATABASE_FIXTURES or item.get_closest_marker("django_db"):
            item.add_marker("database")
        if fixtures & BROWSER_FIXTURES:
            item.add_marker("browser")
        if "demo" in fixtures:
            item.add_marker("slow")
        (kept if belongs(item, config) else left).append(item)
    if left:
        config.hook.pytest_deselected(items=left)
    items[:] = kept
    config.stash[FOR_POSTGRESQL] = sum(item.get_closest_marker("postgres") is not None for item in left)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Count what touches the database, once `-k` and the like have chosen."""
    touching = [item for item in session.items if item.get_closest_marker("database")]
    session.config.stash[TOUCHING] = len(touching)


def belongs(item: pytest.Item, config: pytest.Config) -> bool:
    """Return whether a test runs in this pass: see `./jalon test`."""
    marked = {mark.name for mark in item.iter_markers()}
    if config.getoption("engine") == "postgresql":
        return bool(marked & {"database", "postgres"}) and not marked & {"browser", "sqlite"}
    return "postgres" not in marked and not (config.getoption("fast") and marked & {"browser", "slow"})


# --- Skips -------------------------------------------------------------------------------------------------


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a browser test, with what to install, where the browser or its driver cannot start."""
    if not item.get_closest_marker("browser"):
        return
    missing = [] if CHROMIUM.exists() else ["chromium"]
    if not any(Path("/usr").glob("lib*/**/libatomic.so.1")):
        missing.append("libatomic1")
    if missing:
        names = " ".join(missing)
        pytest.skip(f"essais du navigateur : sudo apt-get install --no-install-recommends {names}")


def refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Where JALON_NO_SKIPS=1 (the CI), turn a skip into a failure with the same sentence."""
    if os.environ.get("JALON_NO_SKIPS") != "1" or not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = skip_reason(report)
    if not any(allowed in reason for allowed in ALLOWED_SKIPS):
        report.outcome = "failed"
        report.longrepr = f"saut refusé (JALON_NO_SKIPS=1) : {reason}"


def skip_reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    where = report.longrepr
    return where[2].removeprefix("Skipped: ") if isinstance(where, tuple) else str(where)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    report = yield
    refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    report = yield
    refuse_skip(report)
    return report


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Write what this pass counted where `./jalon test` reads it."""
    target = os.environ.get("JALON_COUNTS")
    if not target:
        return
    stats = terminalreporter.stats
    skips: dict[str, int] = {}
    for report in stats.get("skipped", []):
        reason = skip_reason(report)
        skips[reason] = skips.get(reason, 0) + 1
    counts = {
        "passed": len(stats.get("passed", [])) + len(stats.get("xfailed", [])),
        "failed": len(stats.get("failed", [])) + len(stats.get("error", [])) + len(stats.get("xpassed", [])),
        "skipped": len(stats.get("skipped", [])),
        "database": config.stash.get(TOUCHING, 0) + config.stash.get(FOR_POSTGRESQL, 0),
        "skips": skips,
    }
    Path(target).write_text(json.dumps(counts), encoding="utf-8")


# --- The demonstration -------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    """The real demonstration, served once for all tests that only read it; see tests/demonstration.py."""
    with demonstration(tmp_path_factory.mktemp("demo") / "data") as running:
        yield running


# --- The browser -------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """Debian's Chromium, never a downloaded one."""
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    return {**browser_type_launch_args, "executable_path": shutil.which("chromium"), "args": options}


@pytest.fixture(scope="session")
def base_url() -> None:
    """Stand in for pytest-playwright's own, which warns under pytest 9; each context has its `origin`."""


@pytest.fixture
def origin(live_server: object) -> str:
    """The address under test; a module overrides it to walk another server."""
    return str(live_server)


@pytest.fixture
def context(new_context: Callable[..., BrowserContext], origin: str) -> BrowserContext:
    """A browser that speaks French, in Bamako."""
    return new_context(base_url=origin, locale="fr-FR", timezone_id="Africa/Bamako")


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of: console, script errors, requests that leave the origin.

    A test that provokes one on purpose (a form refused with 422) empties the list and says why.
    """
    return []


@pytest.fixture
def page(context: BrowserContext, browser: Browser, origin: str, complaints: list[str]) -> Iterator[Page]:
    """A page under the real content security policy; at the end the console must be empty."""
    page = context.new_page()

    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(f"console: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((origin, "data:", "blob:")):
            complaints.append(f"leaves the origin: {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    page.on("request", on_request)
    yield page
    assert complaints == []
