"""The grammatical traits of the languages: complete, explained, in use, and the only way to tell languages apart."""

from __future__ import annotations

import ast
import re
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pytest

import dashboard.reading
from dashboard.reading.traits import Traits, checked, traits
from dashboard.reading.vocabulary import LANGUAGES, table

READING = Path(dashboard.reading.__file__).parent
MODULES = sorted(READING.rglob("*.py"))
NAMES = [one.name for one in fields(Traits)]


def _written(language: str) -> list[str]:
    return (READING / "words" / language / "traits.toml").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_trait_in_the_same_order(language: str) -> None:
    assert list(table(language, "traits")) == NAMES
    assert asdict(traits(language)) == table(language, "traits")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trait_is_explained_by_the_line_above_it(language: str) -> None:
    lines = _written(language)
    set_at = [place for place, line in enumerate(lines) if re.match(r"\w+ = ", line)]
    assert len(set_at) == len(NAMES)
    assert [lines[place] for place in set_at if not lines[place - 1].startswith("# ")] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_trait_sets_languages_apart(name: str) -> None:
    assert len({getattr(traits(language), name) for language in LANGUAGES}) > 1


def test_every_trait_is_asked_for() -> None:
    asked = {node.attr for _, node in _nodes() if isinstance(node, ast.Attribute)}
    assert [name for name in NAMES if name not in asked] == []


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'nl'; there are de, en, fr"):
        traits("nl")


def _rows(**changed: Any) -> dict[str, Any]:
    return {**table("de", "traits"), **changed}


def test_missing_traits_are_named() -> None:
    rows = _rows()
    del rows["head_first"], rows["vigesimal"]
    with pytest.raises(ValueError, match=r"words/xx/traits\.toml: missing: vigesimal, head_first$"):
        checked("xx", rows)


def test_what_is_no_trait_is_named() -> None:
    with pytest.raises(ValueError, match=r"words/xx/traits\.toml: no such trait: is_german$"):
        checked("xx", _rows(is_german=True))


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("verb_second", "yes", "verb_second is true or false, not 'yes'"),
        ("verb_second", 1, "verb_second is true or false, not 1"),
        ("of_behind", "some", 'of_behind is "vague" or "nouns" or "any", not \'some\''),
        ("of_behind", True, 'of_behind is "vague" or "nouns" or "any", not True'),
    ],
)
def test_a_value_that_a_trait_cannot_have_is_named(name: str, value: object, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        checked("xx", _rows(**{name: value}))


def _nodes() -> list[tuple[Path, ast.AST]]:
    return [(path, node) for path in MODULES for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]


def _names_language(node: ast.AST | None) -> bool:
    """Whether an expression is the name of a language, or lists one: "de", ("de", "fr")."""
    if isinstance(node, ast.Constant):
        return node.value in LANGUAGES
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return any(_names_language(one) for one in node.elts)
    if isinstance(node, ast.Starred):
        return _names_language(node.value)
    if isinstance(node, ast.Call):
        return any(_names_language(one) for one in node.args) and ast.unparse(node.func) in (
            "frozenset",
            "set",
            "tuple",
        )
    return False


def _tells_apart(node: ast.AST) -> bool:
    """Whether code compares with the name of a language, matches it, or picks from a dict by it.

    A name kept in a variable first is not seen, nor is one handed to a function. Modules that are the grammar of one
    language (`figures/heads/noun_phrases.py`, `speech/german/accounts.py`) ask for its tables by
    name; they do not compare.
    """
    if isinstance(node, ast.Compare):
        return any(_names_language(one) for one in (node.left, *node.comparators))
    if isinstance(node, ast.MatchValue):
        return _names_language(node.value)
    return isinstance(node, ast.Dict) and any(_names_language(key) for key in node.keys)


def test_no_module_compares_a_language_by_name() -> None:
    found = [
        f"{path.relative_to(READING)}:{getattr(node, 'lineno', 0)}: {ast.unparse(node)}"
        for path, node in _nodes()
        if _tells_apart(node)
    ]
    assert found == [], "ask for a trait (dashboard/reading/traits.py), or put the word into a table"


@pytest.mark.parametrize(
    "code",
    [
        'language == "de"',
        '"fr" != language',
        'language in ("en", "fr")',
        'language not in {"de"}',
        'x < 1 and words.language == "de"',
        '{"de": german, "en": english}[language]',
        'language in frozenset(("de",))',
        'match language:\n    case "de" | "fr":\n        pass',
    ],
)
def test_the_rule_sees_every_way_to_compare(code: str) -> None:
    assert any(_tells_apart(node) for node in ast.walk(ast.parse(code)))


@pytest.mark.parametrize(
    "code", ['noun(word, "en")', 'ENDINGS = ("e", "en")', "language in LANGUAGES", 'word == "des"']
)
def test_the_rule_lets_other_uses_of_the_letters_pass(code: str) -> None:
    assert not any(_tells_apart(node) for node in ast.walk(ast.parse(code)))
