"""What in a text betrays that somebody says something: cues by the word they are found at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from dashboard.reading.speech.grammar import QUOTES
from dashboard.reading.vocabulary import listed, table


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may introduce a claim.

    `role` says how it is built: `before` (a preposition), `behind`, `account`, `eyes`, `so`, `whereby`, `citing`,
    `emerging`, `called`, `survey`, `claim` and `tally` (nouns), `origin` ("comes from"), `opinion` ("pour les
    experts"), `read` ("lit-on dans"), `published` ("in a report released by"), `expected` ("loin des 40
    attendus par"), `verb`, `participle`, `agreeing` (a participle as an adjective), `gerund` (of sort
    want: only with "is"), `same`, `strong`/`weak` (subjunctives), `opening` (words that go on with what
    was said), `quote`. `sort` says what a verb does: say, state, record (only if
    its subject counts for others), want (only if it has a will), accuse, deny, document, hold (something to be so),
    told (a noun that needs "that"), plan (what is, not what to do), witness (only if its subject saw or counted it),
    moved (a participle with "ist"). `needs` are words one of which has to follow; of a `split` verb, it ends the
    clause. An `ambiguous` verb speaks only with a clause or a quotation beside it.
    """

    role: str
    sort: str = "say"
    needs: frozenset[str] = frozenset()
    split: bool = False
    ambiguous: bool = False


_SORTS = ("say", "state", "record", "want", "accuse", "deny", "document", "hold", "plan", "witness")
_SPLITS = {"split": "say", "split_state": "state", "split_accuse": "accuse", "split_deny": "deny"}
_PLAIN = {
    "behind": "behind",
    "after_these": "account",
    "in_eyes": "eyes",
    "so": "so",
    "account_clauses": "whereby",
    "citing": "citing",
    "claims": "claim",
    "tallies": "tally",
    "origins": "origin",
    "opinion": "opinion",
    "read_in": "read",
    "published": "published",
    "emerging": "emerging",
    "being_called": "called",
    "being_called_alone": "called",
    "surveys": "survey",
    "same": "same",
}

_SPEAKING = frozenset(("verb", "participle", "asking", "called"))


@cache
def cues(language: str) -> dict[str, tuple[Cue, ...]]:
    """Return the cues of a language by the word they are found at; of several, the one that asks for more first."""
    words = table(language, "speech")
    found: dict[str, list[Cue]] = defaultdict(list)
    for key, role in _PLAIN.items():
        if isinstance(words.get(key), str):
            _add(found, words[key], Cue(role))
    _add_before(found, words["before"])
    verbs = words["verbs"]
    for table_name, sort in _SPLITS.items():
        for forms, needs in verbs.get(table_name, {}).items():
            _add(found, forms, Cue("verb", sort, frozenset(listed(needs)), split=True))
    for forms, needs in verbs.get("split_ambiguous", {}).items():
        _add(found, forms, Cue("verb", "say", frozenset(listed(needs)), split=True, ambiguous=True))
    for forms, needs in verbs.get("ambiguous_with", {}).items():
        _add(found, forms, Cue("verb", "state", frozenset(listed(needs)), ambiguous=True))
    for forms, needs in verbs.get("with", {}).items():
        _add(found, forms, Cue("verb", "state", frozenset(listed(needs))))
    for forms, needs in verbs.get("with_document", {}).items():
        _add(found, forms, Cue("verb", "document", frozenset(listed(needs))))
    participles = verbs.get("participles", {})
    partners = verbs.get("participles_with", {})
    for sort in _SORTS:
        for form in listed(participles.get(sort, "")):
            _add(found, form, Cue("participle", sort, frozenset(listed(partners.get(form, "")))))
        _add(found, verbs.get(sort, ""), Cue("verb", sort))
        _add(found, verbs.get("joined", {}).get(sort, ""), Cue("verb", sort))
    _add(found, verbs.get("ambiguous", ""), Cue("verb", ambiguous=True))
    for form in listed(participles.get("ambiguous", "")):
        if form in partners:
            _add(found, form, Cue("participle", needs=frozenset(listed(partners[form]))))
        _add(found, form, Cue("participle", ambiguous=True))
    for form in listed(participles.get("being", "")):
        _add(found, form, Cue("participle", "moved"))
    _add_agreeing(found, words)
    gerunds = words.get("gerunds", {})
    _add(found, gerunds.get("say", ""), Cue("gerund"))
    _add(found, gerunds.get("progressive", ""), Cue("gerund", "want"))
    _add(found, words.get("told_of", ""), Cue("claim", "told"))
    _add(found, words["phrase"].get("expected_by", ""), Cue("expected"))
    _add_asking(found, words)
    for stem in listed(words["reported"].get("conditionals", "")):
        _add(found, f"{stem}ait, {stem}aient", Cue("weak"))
    for strength in ("strong", "weak"):
        _add(found, words["reported"][strength], Cue(strength))
    _add(found, words["reported"].get("opening", ""), Cue("opening"))
    for sign in QUOTES:
        found[sign].append(Cue("quote"))
    return {word: tuple(dict.fromkeys(several)) for word, several in found.items()}


@cache
def speaking(language: str) -> frozenset[str]:
    """Return the verbs that know by themselves who speaks."""
    return frozenset(
        word
        for word, several in cues(language).items()
        if any(one.role in _SPEAKING and not one.needs for one in several)
    )


@cache
def otherwise() -> dict[str, frozenset[str]]:
    """Return what makes German verbs of saying other verbs at the end of their clause: "sagte ... ab"."""
    rows = table("de", "speech")["verbs"]["otherwise"]
    return {form: frozenset(listed(parts)) for forms, parts in rows.items() for form in listed(forms)}


def _add(found: dict[str, list[Cue]], forms: str, cue: Cue) -> None:
    for form in listed(forms):
        found[form].append(cue)


def _add_before(found: dict[str, list[Cue]], before: Any) -> None:
    if isinstance(before, str):
        _add(found, before, Cue("before"))
        return
    for word, partner in before.items():
        _add(found, word, Cue("before", needs=frozenset(listed(partner))))


def _add_agreeing(found: dict[str, list[Cue]], words: dict[str, Any]) -> None:
    """Add participles as adjectives: "die von Kiew gemeldeten Toten", "les morts annoncés par Kiev"."""
    participles = words["verbs"].get("participles", {})
    ambiguous = listed(participles.get("ambiguous", ""))
    forms = [one for sort in ("say", "state", "record", "want") for one in listed(participles.get(sort, ""))] + [
        *ambiguous
    ]
    partners = {*words["verbs"].get("participles_with", {})} - {*ambiguous} | {
        *listed(words["phrase"].get("not_agreeing", ""))
    }
    for ending in ("", *listed(words["phrase"].get("agreements", ""))):
        for form in forms:
            if form not in partners:
                found[form + ending].append(Cue("agreeing"))


def _add_asking(found: dict[str, list[Cue]], words: dict[str, Any]) -> None:
    """Add verbs with their pronoun tied on: "dit-il", "affirme-t-elle"."""
    phrase = words["phrase"]
    for ending in listed(phrase.get("pronoun_endings", "")):
        for form in (*listed(words["verbs"]["say"]), *listed(words["verbs"].get("ambiguous", ""))):
            if form[-1] in "td" or ending.startswith("-t-") or form.endswith("ent"):
                found[form + ending].append(Cue("asking"))
