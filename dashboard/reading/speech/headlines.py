"""Who is named in a headline for what it says: "Ministerium: 12 Tote", "N. Korea fires 2 missiles: JCS"."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim
from dashboard.reading.speech.grammar import Grammar, is_boundary
from dashboard.reading.speech.names import names_person, run_of_names
from dashboard.reading.speech.plain.subjects import first_noun
from dashboard.reading.text.tokens import Tokens

# A headline has at most so many tokens, and a source in it at most so many.
_LONGEST, _SOURCE = 40, 6
# A title with the name of a person.
_PERSON = 4
# How much a line may have before its text: "+++ 11.10 Uhr: ".
_CLOCK = 12


def is_ticker(cut: Tokens, first: int) -> bool:
    """Whether a line is the head of an entry in a live ticker: "+++ 11.10 Uhr: ... +++"."""
    return cut.words[first] == "+" and cut.word(first + 1) == "+"


def past_clock(cut: Tokens, grammar: Grammar, first: int, stop: int) -> int:
    """Return where the head of an entry in a live ticker goes on behind "+++ 11.10 Uhr:"; `first` if a line is none."""
    if not is_ticker(cut, first):
        return first
    at, hours = first, grammar.role("ticker_hours")
    while at < min(stop - 1, first + _CLOCK) and (cut.words[at] in "+:|-–." or cut.words[at][0].isdigit()):
        clock = cut.words[at][0].isdigit()
        if clock and not (cut.word(at + 1) in ":" or cut.lower(at + 1) in hours or cut.word(at - 1) in "+:|"):
            break
        at += 2 if clock and cut.lower(at + 1) in hours else 1
    return at


def headline_claim(cut: Tokens, grammar: Grammar, first: int, stop: int, spoken: set[str]) -> Claim | None:
    """Return the claim of a headline from `first` to `stop` that is parted from its source by a colon or a dash.

    The place a story is about stands there as often as its source ("Sudan: 300 Tote"); so a name counts only if the
    text has it speak elsewhere (`spoken`: the words of all its sources) or if it names a document or people who speak.
    """
    if stop - first > _LONGEST:
        return None
    bracketed = _bracketed(cut, grammar, first, stop)
    if bracketed:
        return bracketed
    for at in range(first + 1, min(stop - 1, first + _SOURCE + 1)):
        if cut.words[at] == ":" and _speaks(cut, grammar, first, at, spoken):
            return Claim((first, at), (at, at + 1), "laut", at + 1)
        if is_boundary(cut, at):
            break
    for at in range(stop - 2, max(first, stop - _SOURCE - 2), -1):
        if cut.words[at][0] in ":-–—" and is_boundary(cut, at):
            if _speaks(cut, grammar, at + 1, stop, spoken):
                return Claim((at + 1, stop), (at, at + 1), "laut")
            break
    return None


def _bracketed(cut: Tokens, grammar: Grammar, first: int, stop: int) -> Claim | None:
    """Return the claim of a headline that ends with its source in brackets: "Ukraine : quatre morts (autorités)"."""
    if cut.words[stop - 1] != ")":
        return None
    opening = next((at for at in range(stop - 2, max(first, stop - _SOURCE - 3), -1) if cut.words[at] == "("), first)
    inner = range(opening + 1, stop - 1)
    if opening == first or not inner or any(cut.words[at][0].isdigit() for at in inner):
        return None
    head = cut.lowers[first_noun(cut, grammar, opening + 1, stop - 1) if grammar.traits.head_first else stop - 2]
    named = any(grammar.has(role, head) for role in ("plain_speakers", "rivals", "counters", "people"))
    if not named or grammar.has("credits", head):
        return None
    return Claim((opening + 1, stop - 1), (opening, opening + 1), "laut")


def _acts(cut: Tokens, grammar: Grammar, colon: int) -> bool:
    """Whether behind a colon stands what somebody did: "Kiew: 12 Orte befreit"; in "Kiew: 3 Tote" it is the place."""
    for at in range(colon + 1, min(len(cut), colon + _LONGEST)):
        if grammar.has("deeds", cut.lowers[at]):
            return True
        if is_boundary(cut, at):
            break
    return False


def _speaks(cut: Tokens, grammar: Grammar, first: int, stop: int, spoken: set[str]) -> bool:
    if stop - first == 1 and grammar.has("capitals", cut.lowers[first]) and _acts(cut, grammar, stop):
        return True
    titled = grammar.traits.capitalised_nouns and 1 < stop - first <= _PERSON
    if titled and names_person(cut, grammar, first, first + 1) and run_of_names(cut, grammar, first, stop) == stop:
        return True  # "Gouverneur Oleh Synjehubow: 12 Verletzte"
    known = False
    head = first if grammar.traits.head_first else stop - 1
    if grammar.has("plain_speakers", cut.lowers[head]) and all(
        cut.words[at].isalpha() and cut.lowers[at] not in grammar.small for at in range(first, stop)
    ):
        return True  # "Spy agency: 2,000 dead"
    for at in range(first, stop):
        lower = cut.lowers[at]
        tail = lower.rpartition("-")[2]  # "UN-Bericht"
        if not (lower[0].isalpha() or lower in ".'") or any(
            grammar.has(one, lower) for one in ("modals", "time_words")
        ):
            return False
        if (
            lower in spoken
            or grammar.has("plain_speakers", lower)
            or grammar.has("documents", tail)
            or grammar.has("plain_speakers", tail)
        ):
            known = True
        elif lower not in grammar.small and lower[0].isalpha():
            return False
    return known
