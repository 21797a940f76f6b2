"""The message catalogues: both languages complete, nothing missing, nothing unused, the same placeholders everywhere.

The keys in use are read from the code itself: `words("key")` and texts that are handed on as keys, `words.count("key")`
(two forms each), `words.of("family", …)` and `words(f"family.{…}")`, and the same calls of `t` in the templates.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from string import Formatter

import pytest

from dashboard.drawing.wording import LANGUAGES, MAGNITUDES, MESSAGES, Words, catalogue
from dashboard.geography.extents import SECTIONS
from dashboard.ledger import disagreement, sums
from dashboard.ledger.changes import KINDS, SIDES
from dashboard.ledger.schema import READERS, read_contract
from dashboard.views import (
    change_items,
    changes,
    claims,
    combining,
    document,
    map_layers,
    receipt,
    story,
    territory,
    timeline,
    troops,
)

FORMS = ("one", "other")
KEY = re.compile(r"[a-z_]+\.[a-z0-9_-]+")


@dataclass
class Use:
    """Keys, counted keys and families that one file uses, with the placeholders each call fills."""

    keys: set[str] = field(default_factory=set)
    counted: set[str] = field(default_factory=set)
    handed_on: set[str] = field(default_factory=set)  # a key or a counted one: only its user knows
    families: set[str] = field(default_factory=set)
    filled: dict[str, list[set[str]]] = field(default_factory=dict)


def sections():
    return {key.partition(".")[0] for key in catalogue("en")}


def texts(node):
    """Return the texts an expression can have, if it is a text or a choice between texts; else nothing."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=one, orelse=other):
            return [*texts(one), *texts(other)]
    return []


def family(node):
    """Return the family of a key made by an f-string, such as `f"frame.{name}"`."""
    match node:
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]) if start.endswith("."):
            return start[:-1]
    return None


def is_voice(node):
    """Whether an expression is the board's voice: `words`, `request.words`, or `self` inside of it."""
    return (isinstance(node, ast.Name) and node.id in ("words", "self")) or (
        isinstance(node, ast.Attribute) and node.attr == "words"
    )


def used_in_code(source):
    """Return what a Python file uses."""
    use, taken = Use(), set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr="of"), args=[name, _]) if texts(name):
                use.families.update(texts(name))
                taken.add(id(name))
            case ast.Call(func=ast.Attribute(attr="count"), args=[key, _, *_]) if texts(key):
                use.counted.update(texts(key))
                taken.add(id(key))
                for text in texts(key):
                    filled = {"n", *(keyword.arg for keyword in node.keywords)}
                    use.filled.setdefault(text, []).append(filled)
            case ast.Call(func=voice, args=[key, *_]) if is_voice(voice) and (texts(key) or family(key)):
                use.keys.update(texts(key))
                taken.add(id(key))
                if family(key):
                    use.families.add(family(key))
                for text in texts(key):
                    use.filled.setdefault(text, []).append({keyword.arg for keyword in node.keywords})
    for node in ast.walk(ast.parse(source)):
        if texts(node) and id(node) not in taken:
            use.handed_on |= {
                text for text in texts(node) if KEY.fullmatch(text) and text.partition(".")[0] in sections()
            }
    use.handed_on -= use.keys | use.counted
    return use


def used_in_template(source):
    """Return what a template uses."""
    use = Use(
        keys=set(re.findall(r'\bt\("([^"]+)"', source)),
        counted=set(re.findall(r'\bt\.count\("([^"]+)"', source)),
        families=set(re.findall(r'\bt\.of\("([^"]+)"', source)),
    )
    assert len(re.findall(r"\bt(?:\.\w+)?\(", source)) == len(re.findall(r'\bt(?:\.count|\.of)?\("', source)), (
        "a template uses words in a way this test does not understand"
    )
    return use


@pytest.fixture(scope="module")
def uses(root):
    """Return what each file of the board uses, by its path."""
    # The reader has words of its own and shows nobody a message.
    files = [path for path in (root / "dashboard").rglob("*.py") if "reading" not in path.parts]
    code = {path: used_in_code(path.read_text(encoding="utf-8")) for path in files}
    pages = (root / "dashboard" / "drawing" / "templates").glob("*.html")
    return code | {path: used_in_template(path.read_text(encoding="utf-8")) for path in pages}


@pytest.fixture(scope="module")
def families(root, ledger):
    """Return the values of each family of words, from where they are decided: mostly the enumerations of the contract.

    A family that the code begins to use has to be added here, with the place its values come from.
    """
    contract = read_contract(root / "data")
    figures, events = contract["figures"], contract["events"]
    templates = root / "dashboard" / "drawing" / "templates"
    rows = [
        (templates / name).read_text(encoding="utf-8")
        for name in ("rows.html", "holder_rows.html", "document_taken.html")
    ]
    app = (root / "dashboard" / "app.py").read_text(encoding="utf-8")
    shown = re.findall(r"^(?:SHOWN|CHECKED) = \((.*?)\)", app, re.DOTALL | re.MULTILINE)
    bounds = set(figures.field("bound").enum)
    verdicts = set(contract["reservations"].field("verdict").enum)
    return {
        "page": {"check"} | {name for names in shown for name in re.findall(r'"(\w+)"', names)},
        "frame": {*LANGUAGES, "story_day", "latest"},
        "bound": bounds - {"vague"},  # a vague figure is said by its magnitude instead
        "meaning": bounds,
        "vague": set(MAGNITUDES.values()),
        "unit": set(figures.field("unit").enum),
        "unit_name": set(contract["indicators"].field("unit").enum) - {"mi2"},  # charts are drawn in square kilometres
        "status": set(figures.field("status").enum),
        "basis": set(figures.field("basis").enum),
        "verdict": verdicts,
        "verdict_meaning": verdicts,
        "kind": set(events.field("kind").enum),
        "step": set(events.field("treaty_step").enum),
        "gain": set(territory.GAINS),
        "span": {*territory.SPANS, *timeline.SPANS},
        "scope": set(troops.SCOPES),
        "column": {
            name for text in rows for name in re.findall(r'"(\w+)"', re.search(r"for column in \[(.*?)\]", text)[1])
        },
        "view": set(SECTIONS),
        "layer": set(map_layers.LAYERS),
        "layer_note": set(map_layers.LAYERS),
        "holder": set(contract["holders"].field("holder").enum),
        "confidence": set(contract["holders"].field("confidence").enum),
        "type": set(READERS),
        "published": set(contract["documents"].field("published_basis").enum),
        "mark": set(document.LAYERS),
        "receipt_field": set(receipt.FIELDS),
        "counting": set(contract["indicators"].field("counting").enum),
        "side": set(contract["actors"].field("side").enum),
        "changes": {"story_day", "day_before", "csv", "text"},
        "change_kind": set(KINDS),
        "change_mode": set(changes.MODES),
        "change_mark": {"new", "later", "revised"},
        "change_topic": set(change_items.TOPICS),
        "confirmation": set(SIDES),
        "no_difference": {"first", "unit", "bound", "period"},
        "party": set(contract["actors"].field("side").enum),
        "camp": set(claims.CAMPS),
        "arrived": set(figures.field("basis").enum),
        "how_many": set(figures.field("basis").enum),
        "topic": set(contract["indicators"].field("topic").enum),
        "around": set(disagreement.AROUND),
        "end": bounds - {"vague"},
        "how": set(combining.HOW),
        "rough": {"at_least", "up_to", "range"},  # the bounds whose ends an approximate addend makes approximate
        "reason": set(sums.REASONS),
    }


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_in_use_is_in_the_catalogue(uses, language):
    known = catalogue(language)
    missing = {}
    for path, use in uses.items():
        lacking = {key for key in use.keys if key not in known}
        lacking |= {f"{key}_{form}" for key in use.counted for form in FORMS if f"{key}_{form}" not in known}
        lacking |= {
            key for key in use.handed_on if key not in known and not all(f"{key}_{form}" in known for form in FORMS)
        }
        if lacking:
            missing[path.name] = lacking
    assert missing == {}


def test_every_family_in_use_has_its_values_named(uses, families):
    assert set().union(*(use.families for use in uses.values())) - set(families) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_a_family_has_its_word(uses, families, language):
    used = set().union(*(use.families for use in uses.values()))
    assert {f"{name}.{value}" for name in used for value in families[name]} - set(catalogue(language)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_used(uses, families, language):
    used = set()
    for use in uses.values():
        used |= use.keys | use.handed_on
        used |= {f"{key}_{form}" for key in use.counted | use.handed_on for form in FORMS}
        used |= {f"{name}.{value}" for name in use.families for value in families[name]}
    assert set(catalogue(language)) - used == set()


def test_both_languages_have_the_same_messages_in_the_same_order():
    assert list(catalogue("de")) == list(catalogue("en"))


def test_a_message_has_the_same_placeholders_in_both_languages():
    german, english = catalogue("de"), catalogue("en")
    assert {key for key in german if placeholders(german[key]) != placeholders(english[key])} == set()


def test_every_placeholder_is_filled_where_the_message_is_used(uses):
    known = catalogue("en")
    unfilled = []
    for path, use in uses.items():
        for key, calls in use.filled.items():
            for form in [key] if key in known else [f"{key}_{form}" for form in FORMS]:
                unfilled += [f"{path.name}: {form}" for filled in calls if placeholders(known[form]) - filled]
                unfilled += [
                    f"{path.name}: {form}" for filled in calls if key in known and filled - placeholders(known[key])
                ]
    assert unfilled == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_counted_message_has_both_forms(language):
    counted = {
        key.removesuffix(f"_{form}") for key in catalogue(language) for form in FORMS if key.endswith(f"_{form}")
    }
    lonely = {key for key in counted for form in FORMS if f"{key}_{form}" not in catalogue(language)}
    assert lonely == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_written_by_a_careful_editor(language):
    for key, text in catalogue(language).items():
        assert text == text.strip() or key.startswith("spread.and_"), key
        assert "  " not in text, key
        assert not re.search(r"['\"]|\.\.\.| - |--", text), f"{key}: typewriter signs"
        assert not re.search("“[^”]*$" if language == "en" else "”|„[^“]*$", text), f"{key}: quotes of another language"


def test_only_units_that_a_heading_names_are_left_empty():
    for language in LANGUAGES:
        empty = {key for key, text in catalogue(language).items() if not text}
        assert empty <= {key for key in catalogue(language) if key.startswith("unit.")}
    assert Words("de").unit("km2") == Words("en").unit("km2") == "km²"


def test_there_is_a_catalogue_for_each_language_and_no_other():
    assert {path.stem for path in MESSAGES.glob("*.toml")} == set(LANGUAGES)


def test_what_the_views_list_is_what_the_contract_allows(root):
    contract = read_contract(root / "data")
    assert set(timeline.KINDS) == set(contract["events"].field("kind").enum)
    assert list(timeline.STEPS) == list(contract["events"].field("treaty_step").enum)
    assert set(story.VERDICTS) == set(contract["reservations"].field("verdict").enum)
    assert set(claims.TOPICS) == set(contract["indicators"].field("topic").enum)
    assert set(claims.BASES) == set(contract["figures"].field("basis").enum)
    assert sorted(side for camp in claims.CAMPS.values() for side in camp) == sorted(
        contract["actors"].field("side").enum
    )
    assert set(troops.SCOPES) == set(contract["indicators"].field("scope").enum)


def test_this_module_understands_every_way_a_key_is_used():
    use = used_in_code(
        """
words("page.story")
words(f"frame.{name}", day=day)
request.words("chart.rows" if a else "chart.csv")
words.count("story.title", 2, day=day)
words.of("bound", row)
words.of("meaning" if a else "vague", row)
hand_on("troops.sub")
words(message, n=1)
open("figures.csv")
"""
    )
    assert use.keys == {"page.story", "chart.rows", "chart.csv"}
    assert use.counted == {"story.title"}
    assert use.families == {"frame", "bound", "meaning", "vague"}
    assert use.handed_on == {"troops.sub"}
    assert use.filled["story.title"] == [{"n", "day"}]
