"""Writes the field lists of the codebook, `data/README.md`, from the contract; the prose around them is by hand."""

from __future__ import annotations

from dashboard.ledger.schema import Contract, Field, TableSchema

START, END = "<!-- fields: written by `python -m dashboard codebook` -->", "<!-- end of fields -->"


def fields(contract: Contract) -> str:
    """Return the field lists of all tables as Markdown."""
    return "\n".join(_table(table) for table in contract.tables.values())


def renewed(text: str, contract: Contract) -> str:
    """Return the codebook's text with its field lists written anew; ValueError if the markers are missing."""
    if START not in text or END not in text:
        raise ValueError(f"the codebook needs the lines {START} and {END}")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n\n{fields(contract)}\n{END}{after}"


def _table(table: TableSchema) -> str:
    lines = [
        f"### {table.name}",
        "",
        f"{table.description['en']}",
        "",
        "| field | type | meaning | good | bad |",
        "|---|---|---|---|---|",
        *(_row(table, one) for one in table.fields),
        "",
    ]
    return "\n".join(lines)


def _row(table: TableSchema, one: Field) -> str:
    target = next((reference.table for reference in table.references if reference.field == one.name), "")
    kind = one.type + (f" → {target}" if target else "") + (", required" if one.required else "")
    meaning = one.description["en"] + (f" One of: {', '.join(one.enum)}." if one.enum else "")
    cells = (f"`{one.name}`", kind, meaning, f"`{one.example}`", f"`{one.bad_example}`")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
