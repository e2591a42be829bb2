"""What an extract holds of each table: integer keys, uids, codes, numbers, days. No name, no free text.

Who recorded or decided, why, notes and labels of groups stay in the database: they may name persons.
"""

from typing import Literal

Type = Literal["int", "text", "day", "instant", "nothing"]
"""`nothing`: an empty text, in place of a column that the SQL reads and that an extract must not hold."""

_ENTRY: dict[str, Type] = {
    "id": "int", "uid": "text", "account_id": "int", "kind": "text", "stage": "text", "start": "day",
    "end": "day", "place_id": "int", "division_id": "int", "about_id": "int", "plan_version": "int",
    "currency": "text", "source_id": "int", "reported_by": "text", "printed": "text", "precision": "int",
    "qualifier": "text", "known_at": "instant",
}  # fmt: skip
_ACCOUNT: dict[str, Type] = {
    "id": "int", "uid": "text", "programme_id": "int", "unit": "text", "decimals": "int", "time": "text",
    "places": "text", "grain_place": "text", "grain_time": "text", "parent_id": "int",
    "numerator_id": "int", "denominator_id": "int",
}  # fmt: skip
_ACT: dict[str, Type] = {
    "id": "int", "entry_id": "int", "kind": "text", "replaced_by_id": "int", "by": "nothing",
    "why": "nothing", "at": "instant", "known_at": "instant",
}  # fmt: skip

TABLES: dict[str, dict[str, Type]] = {
    "places_division": {"id": "int", "code": "text", "in_force_from": "day", "in_force_to": "day"},
    "places_place": {"id": "int", "uid": "text", "level": "text"},
    "places_placeparent": {"id": "int", "place_id": "int", "division_id": "int", "parent_id": "int"},
    "places_zonemember": {"id": "int", "zone_id": "int", "member_id": "int"},
    "parties_organisation": {"id": "int", "uid": "text"},
    "programmes_programme": {"id": "int", "uid": "text"},
    "sources_source": {"id": "int", "uid": "text", "title": "nothing"},
    "people_person": {"id": "int", "uid": "text"},
    "people_group": {"id": "int", "uid": "text"},
    "people_groupmember": {
        "id": "int", "group_id": "int", "person_id": "int", "since": "day", "until": "day",
    },
    "people_judgement": {
        "id": "int", "uid": "text", "first_id": "int", "second_id": "int", "verdict": "text",
        "known_at": "instant", "ended_at": "instant",
    },
    "ledger_axis": {"id": "int", "code": "text"},
    "ledger_category": {"id": "int", "axis_id": "int", "code": "text"},
    "ledger_cellcategory": {"id": "int", "cell_id": "int", "axis_id": "int", "category_id": "int"},
    "ledger_account": _ACCOUNT,
    "ledger_planversion": {
        "id": "int", "programme_id": "int", "number": "int", "effective_on": "day", "decision": "text",
    },
    "ledger_entry": _ENTRY,
    "ledger_posting": {
        "id": "int", "entry_id": "int", "value": "int", "cell_id": "int", "person_id": "int",
        "group_id": "int",
    },
    "ledger_act": _ACT,
}  # fmt: skip
