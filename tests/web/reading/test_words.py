"""What was read, in French words and back: details, windows of text, pages."""

from types import SimpleNamespace

import pytest

from jalon.core.values import ValueProblem
from jalon.records.reading.models import Alert, Claim
from jalon.records.reading.states import State
from jalon.web.reading import leaf, vocabulary
from jalon.web.reading.detailing import DETAILS, Detail, Kind, read_back, written
from jalon.web.reading.page import shortened

NNBSP = "\N{NARROW NO-BREAK SPACE}"


def text_of(content: str, blocks: list | None = None, **other) -> SimpleNamespace:
    return SimpleNamespace(
        **{"content": content, "blocks": blocks or [], "length": len(content), "pages": []} | other
    )


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (Kind.NUMBER, 2173, f"2{NNBSP}173"),
        (Kind.NUMBER, 53.44, "53,44"),
        (Kind.DATE, "2024-06-21", "21 juin 2024"),
        (Kind.DATE, "2025-06", "juin 2025"),
        (Kind.PERIOD, "2013-05/2015-04", "du 1er mai 2013 au 30 avril 2015"),
        (Kind.PERIOD, "2024-04/2024-06", "2e trimestre 2024"),
        (Kind.DURATION, "P6M", "6 mois"),
        (Kind.DURATION, "P2Y6M", "2 ans et 6 mois"),
        (Kind.DURATION, "PT90M", "90 minutes"),
        (Kind.LIST, ["PNUD", "DNG"], "PNUD ; DNG"),
        (Kind.TEXT, "Comité", "Comité"),
        (Kind.TEXT, None, ""),
    ],
)
def test_detail_is_written_in_french(kind: Kind, value: object, words: str) -> None:
    assert written(Detail("value", "Valeur", kind), value).replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.NUMBER, 2173),
        (Kind.NUMBER, 53.44),
        (Kind.DATE, "2024-06-21"),
        (Kind.DATE, "2025-06"),
        (Kind.DURATION, "P6M"),
        (Kind.DURATION, "P2Y6M"),
        (Kind.LIST, ["PNUD", "DNG"]),
        (Kind.TEXT, "Comité"),
    ],
)
def test_what_is_written_reads_back(kind: Kind, value: object) -> None:
    detail = Detail("value", "Valeur", kind)

    assert read_back(detail, written(detail, value)) == value


def test_period_reads_back_to_its_days() -> None:
    detail = Detail("value", "Période", Kind.PERIOD)

    assert read_back(detail, "mai 2013 – avril 2015") == "2013-05-01/2015-04-30"


@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.DATE, Kind.PERIOD, Kind.DURATION])
def test_what_is_no_value_is_refused(kind: Kind) -> None:
    with pytest.raises(ValueProblem):
        read_back(Detail("value", "Valeur", kind), "plus tard")


def test_every_kind_has_its_family_plural_and_details() -> None:
    kinds = set(Claim.Type)

    assert set(vocabulary.FAMILIES) == set(vocabulary.PLURALS) == set(DETAILS) == kinds
    assert set(vocabulary.ALERT_BADGES) == set(Alert.Level)


def test_long_block_is_cut_at_a_line_else_at_a_word() -> None:
    lines = "une ligne de texte\n" * 1_000
    words = "mot " * 5_000
    joined = "x" * 20_000

    for content in (lines, words, joined):
        blocks = leaf.blocks_of(text_of(content))
        assert "".join(content[start:end] for _kind, start, end in blocks) == content
        assert max(end - start for _kind, start, end in blocks) <= leaf.WINDOW
    assert {lines[end - 1] for _kind, _start, end in leaf.blocks_of(text_of(lines))} == {"\n"}


def test_long_quote_is_cut_at_a_word_and_keeps_its_no_break_spaces() -> None:
    quote = f"2{NNBSP}173 jeunes\n ont été\tappuyés"

    assert shortened(quote) == f"2{NNBSP}173 jeunes ont été appuyés"
    assert shortened("mot " * 100) == "mot " * 26 + "mot…"


def test_window_holds_the_position_asked_for() -> None:
    content = "\n\n".join("mot " * 500 for _paragraph in range(20))
    blocks, start = [], 0
    for paragraph in content.split("\n\n"):
        blocks.append(["p", start, start + len(paragraph)])
        start += len(paragraph) + 2
    text = text_of(content, blocks)

    window = leaf.Windows.of(text).at(30_000)

    assert window.start <= 30_000 < window.end
    assert (leaf.Windows.of(text).number(99).number, leaf.Windows.of(text).number(0).number) == (
        window.count,
        1,
    )


def test_page_of_the_original_is_told_when_it_is_known() -> None:
    text = text_of("abcdef", pages=[[0, 3, 11, False], [3, 6, 12, False]])

    assert [leaf.sheet_of(text, position) for position in (0, 2, 3, 5)] == [11, 11, 12, 12]
    assert leaf.sheet_of(text_of("abc"), 1) is None


def test_current_passage_is_drawn_over_the_others_and_the_shortest_else() -> None:
    content = "Le PNUD s’engage avant le 30 avril"
    action = leaf.Mark(0, 34, 1, vocabulary.Family.SESSION, State.OPEN, "action")
    date = leaf.Mark(26, 34, 2, vocabulary.Family.DATE, State.OPEN, "date", current=True)
    body = leaf.Mark(3, 7, 3, vocabulary.Family.ACTOR, State.OPEN, "organisation")
    window = leaf.Window(1, 1, (("p", 0, len(content)),))

    (part,) = leaf.parts(text_of(content), window, [action, date, body])

    runs = [(run.text, run.mark.pk, run.first) for run in part.lines[0].cells[0].runs]
    assert runs == [
        ("Le ", 1, False),
        ("PNUD", 3, False),
        (" s’engage avant le ", 1, False),
        ("30 avril", 2, True),
    ]
