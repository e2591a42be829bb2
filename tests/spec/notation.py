"""The notation of the spec: Markdown tables that are a ledger, questions and answers.

A paragraph holds tables of entries, acts, judgements, groups or plan versions, and one table of questions.
They become lines of the outer format; the answer is printed in the notation again and compared as text.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from jalon.core.figures import Answer, Fetcher, Ledger, Row, answer, load, question_of

HERE = Path(__file__).parent
WORLD = HERE / "monde.jsonl"

CATEGORIES = {"F": "sex", "M": "sex", "J": "age", "V": "age"}
AXES = {"sexe": "sex", "âge": "age", "mois": "month", "trimestre": "quarter", "semestre": "semester"}
AXES |= {"année": "year", "part": "about", "compte": "account", "stade": "stage"}
STAGES = {"référence": "baseline", "prévu": "planned", "engagé": "committed", "réalisé": "achieved"}
QUALIFIERS = {"environ": "about", "au moins": "at_least"}
ACTS = {"retrait": "withdraw", "écartement": "set_aside", "approbation": "approve"}
VERDICTS = {"même": "same", "différentes": "different", "candidates": "candidate"}
MARKS = {
    "remainder": "reste",
    "interval": "intervalle",
    "contradiction": "contradiction",
    "derived": "dérivé",
}
MARKS |= {"no_plan": "sans objet", "zero_plan": "prévu nul", "plan_not_split": "prévu non réparti"}
MARKS |= {"draft": "brouillon"}
WHY = {"place": "lieu", "period": "période", "division": "découpage", "part": "part", "account": "compte"}
WHY |= {"currency": "devise", "not_additive": "non additif", "stock": "stock"}

Line = dict[str, object]
Cells = dict[str, str]


@dataclass(frozen=True)
class Paragraph:
    """One test: its title, its tables as lines of the outer format, its questions and expected answers."""

    title: str
    lines: list[Line]
    cases: list[tuple[str, str]]


def paragraphs(path: Path) -> list[Paragraph]:
    """The paragraphs (## …) of a section."""
    found = []
    for block in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        title, _, body = block.partition("\n")
        lines: list[Line] = []
        cases: list[tuple[str, str]] = []
        for rows in tables(body):
            for row in rows:
                if "question" in row:
                    cases.append((row["question"], row["réponse"]))
                else:
                    lines += lines_of(row)
        found.append(Paragraph(title.strip(), lines, cases))
    return found


def tables(body: str) -> list[list[Cells]]:
    """The Markdown tables of a text, each row as column → cell (empty cells left out)."""
    found = []
    for table in re.findall(r"(?:^\|.*\|\n?)+", body, flags=re.M):
        head, _, *rows = [
            [c.strip() for c in line.strip("|").split("|")] for line in table.strip().split("\n")
        ]
        found.append([{k: v for k, v in zip(head, row, strict=True) if v} for row in rows])
    return found


def ledger(lines: list[Line]) -> Ledger:
    """The world of the spec with these lines in it."""
    return load([*WORLD.read_text(encoding="utf-8").splitlines(), *(json.dumps(line) for line in lines)])


def lines_of(row: Cells) -> list[Line]:
    """One row of a table as lines of the outer format."""
    if "acte" in row:
        return [_act(row)]
    if "jugement" in row:
        persons = row["personnes"].split(", ")
        ended = _instant(row["fini"]) if "fini" in row else None
        return [
            {"judgement": row["jugement"], "persons": persons, "verdict": VERDICTS[row["verdict"]],
             "known_at": _instant(row.get("connu", "2000-01-01")), "ended_at": ended}
        ]  # fmt: skip
    if "groupe" in row:
        members = [{"person": person} for person in _persons(row["membres"])]
        return [{"group": row["groupe"], "members": members}]
    if "version du plan" in row:
        return [{"version": int(row["version du plan"]), "effective": row["en vigueur"]}]
    return _entry(row)


def _act(row: Cells) -> Line:
    known = _instant(row["connu"])
    return {
        "act": ACTS[row["acte"]], "entry": row["sur"], "replaced_by": row.get("remplacée par"),
        "by": row.get("par", "u1"), "why": row.get("motif", ""),
        "at": _instant(row["fait"]) if "fait" in row else known, "known_at": known,
    }  # fmt: skip


def _entry(row: Cells) -> list[Line]:
    kind, days = _days(row["quand"])
    key, known = row["écriture"], _instant(row.get("connu", "2000-01-01"))
    stage = STAGES[row.get("stade", "réalisé")]
    entry: Line = {
        "entry": key, "account": row.get("compte", "P"), "kind": kind, "stage": stage,
        **days, "place": row.get("lieu"), "division": row.get("découpage", "D2016"), "about": row.get("part"),
        "version": int(row["version"]) if "version" in row else None, "source": row.get("source", key),
        "printed": row.get("imprimé"), "qualifier": QUALIFIERS.get(row.get("dit", ""), "exact"),
        "postings": _postings(row["lignes"]), "known_at": known,
    }  # fmt: skip
    if "précision" in row:
        entry["precision"] = row["précision"]
    if "devise" in row:
        entry["currency"] = row["devise"]
    approved = row.get("approuvée", row.get("connu", "2000-01-01"))
    if approved == "non":
        return [entry]
    at = _instant(approved)
    return [entry, {"act": "approve", "entry": key, "by": "u1", "at": at, "known_at": at}]


def _instant(day: str) -> str:
    return f"{day}T12:00:00Z"


def _days(text: str) -> tuple[str, Line]:
    """A day is an event, unless it says "constat"; anything longer is a statement."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return "event", {"on": text}
    first, last = interval(text.removeprefix("constat ").strip())
    return "statement", {"from": first, "to": last}


def interval(text: str) -> tuple[str, str]:
    """2017 · 2017-S1 · 2017-Q3 · 2017-03 · 2017-03-12 · 2017 → 2018 · début → 2018, as two days."""
    if "→" in text:
        first, last = (part.strip() for part in text.split("→"))
        return ("start" if first == "début" else interval(first)[0]), interval(last)[1]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text, text
    year, _, part = text.partition("-")
    if not part:
        first, months = 1, 12
    elif part[0] in "SQ":
        months = {"S": 6, "Q": 3}[part[0]]
        first = (int(part[1]) - 1) * months + 1
    else:
        first, months = int(part), 1
    last = first + months - 1
    days = 31 if last in (1, 3, 5, 7, 8, 10, 12) else 30 if last != 2 else 28
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{days}"


def _postings(text: str) -> list[Line]:
    """20 · 20 (F 8, M 12) · p1..p41 · 5 du groupe g1 · several joined by +."""
    found: list[Line] = []
    for part in text.split(" + "):
        if match := re.fullmatch(r"(\S+) du groupe (\S+)", part):
            found.append({"value": match[1], "group": match[2]})
        elif part.startswith("p"):
            found += [{"value": "1", "person": p} | _cell(part) for p in _persons(part.split(" en ")[0])]
        else:
            found += _broken_down(part)
    return found


def _broken_down(text: str) -> list[Line]:
    total, _, inner = text.rstrip(")").partition(" (")
    cells: list[Line] = []
    rest = float(total)
    for cell in filter(None, inner.split(", ")):
        *categories, value = cell.split(" ")
        cells.append({"value": value} | {CATEGORIES.get(c, "funder"): c for c in categories})
        rest -= float(value)
    if rest or not cells:
        cells.append({"value": total if not cells else f"{rest:g}"})
    return cells


def _cell(text: str) -> Line:
    _, _, categories = text.partition(" en ")
    return {CATEGORIES[category]: category for category in categories.split()}


def _persons(text: str) -> list[str]:
    found = []
    for part in text.split(" "):
        first, _, last = part.partition("..")
        numbers = range(int(first[1:]), int((last or first)[1:]) + 1)
        found += [f"p{number}" for number in numbers]
    return found


def asked(text: str, fetcher: Fetcher) -> str:
    """The answer to a question of the notation, in the notation."""
    account, place, period, *options = (part.strip() for part in text.split(", "))
    first, last = interval(period)
    place_asked = None if place == "partout" else place
    question: Line = {"accounts": account.split("+"), "place": place_asked, "from": first, "to": last}
    question |= {"stage": "achieved", "division": "D2016"}
    for option in options:
        question |= _option(option)
    sources = bool(question.pop("sources", False))
    return printed(answer(question_of(question), fetcher), sources)


def _option(text: str) -> Line:
    word, _, rest = text.partition(" ")
    if word == "par":
        return {"by": [AXES.get(axis, axis) for axis in rest.split(" × ")]}
    if word == "su":
        return {"as_of": f"{rest.removeprefix('le ')}T23:59:59Z"}
    if word == "découpage":
        return {"division": None if rest == "en vigueur" else rest}
    if word == "version":
        return {"version": "initial" if rest == "initiale" else int(rest)}
    if word == "part":
        return {"about": rest}
    if text == "brouillons compris":
        return {"include_drafts": True}
    if text == "sources":
        return {"sources": True}
    if text in STAGES:
        return {"stage": STAGES[text]}
    return {"measure": {"personnes": "persons", "taux": "rate", "participations": "participations"}[text]}


def printed(result: Answer, sources: bool = False) -> str:
    """An answer in the notation."""
    text = ", ".join([bounds(result, result), *(MARKS[mark] for mark in result.marks)])
    if result.rows:
        text += " : " + " ; ".join(_row(result, row) for row in result.rows)
    if result.set_aside:
        text += " · à côté : " + ", ".join(aside.entry for aside in result.set_aside)
    if result.not_attributable:
        named = (f"{m.entry} ({WHY[m.why]})" for m in result.not_attributable)
        text += " · mentionné : " + ", ".join(named)
    if sources:
        text += " · sources : " + ", ".join(result.sources)
    return text


def _row(result: Answer, row: Row) -> str:
    marks = [MARKS[mark] for mark in row.marks if not (mark == "remainder" and None in row.key)]
    key = " ".join(category or "—" for category in row.key)
    return f"{key} {bounds(result, row)}" + (f" ({', '.join(marks)})" if marks else "")


def bounds(result: Answer, amount: Answer | Row) -> str:
    """One number, an interval, or "rien"."""
    unit = " %" if result.unit == "%" else ""
    low, high = (_number(bound, result.decimals) for bound in (amount.low, amount.high))
    return (low if low == high else f"{low}–{high}") + (unit if amount.low is not None else "")


def _number(value: int | None, decimals: int) -> str:
    if value is None:
        return "rien"
    scaled = f"{value / 10**decimals:.{decimals}f}".rstrip("0").rstrip(".") if decimals else str(value)
    return scaled.replace(".", ",")
