"""Who stands beside a speaker without a verb: "Kiew sprach von 500 Toten, Moskau von 300"."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim
from dashboard.reading.speech.cues import cues
from dashboard.reading.speech.grammar import QUOTES, Grammar, is_boundary
from dashboard.reading.speech.names import german_phrase, names_person, plain_phrase
from dashboard.reading.text.tokens import Tokens

# How far behind a claim its rival is looked for, and how long the rival's name and figure are, in tokens.
_WITHIN, _NAME, _FIGURE = 30, 9, 6
# How many rivals stand beside a speaker at most.
_MOST = 4


def rivals_of(cut: Tokens, grammar: Grammar, claim: Claim, stop: int) -> list[Claim]:
    """Return the claims of the rivals of the one who made `claim`, in order: its verb and preposition count for all."""
    found: list[Claim] = []
    last: Claim | None = claim
    while last and len(found) < _MOST:
        last = _rival_of(cut, grammar, last, stop)
        if last:
            found.append(last)
    return found


def _rival_of(cut: Tokens, grammar: Grammar, claim: Claim, stop: int) -> Claim | None:
    if claim.source is None or claim.content is None or claim.sort in ("deny", "accuse"):
        return None
    start = max(claim.partner, claim.content, claim.source[1])
    lowers, contrasts = cut.lowers, grammar.role("contrasts")
    for at in range(start + 1, min(stop - 2, start + _WITHIN)):
        if lowers[at] == "," or lowers[at] in contrasts:
            found = _with_preposition(cut, grammar, claim, at, stop) or _with_figure(cut, grammar, claim, at, stop)
            if found:
                return found
    return None


def _phrase(cut: Tokens, grammar: Grammar, at: int, stop: int) -> int:
    return (german_phrase if grammar.traits.case_marking else plain_phrase)(cut, grammar, at, stop)


def _with_preposition(cut: Tokens, grammar: Grammar, claim: Claim, at: int, stop: int) -> Claim | None:
    """Return the claim of "Moskau dagegen von 300" behind the sign or conjunction at `at`."""
    partner = _preposition(cut, grammar, claim, at)
    if not partner:
        return None
    parting = at
    while at + 1 < stop and any(grammar.has(role, cut.lowers[at + 1]) for role in ("contrasts", "linkers")):
        at += 1
    end = next((one for one in range(at + 2, min(stop - 1, at + _NAME)) if cut.lowers[one] == partner), 0)
    if not end:
        return None
    name = end
    while name > at + 2 and any(grammar.has(role, cut.lowers[name - 1]) for role in ("contrasts", "skips")):
        name -= 1
    fixed = claim.partner >= 0 and not _is_noun(cut, claim.partner)
    if fixed or _is_counted(cut, grammar, end, stop):
        if grammar.has("stand_ins", cut.lowers[at + 1]):  # "et celui des morts à 90"
            return None
        known = fixed or _rivals(cut, grammar, at + 1, name)
        if grammar.has("seeing", cut.lowers[claim.cue[0]]) and not _sees(cut, grammar, claim, at + 1, name):
            return None  # "sieht die Union bei 32, die SPD bei 16"
        if known and _phrase(cut, grammar, at + 1, name) == name:
            return Claim((at + 1, name), claim.cue, claim.sort, end + 1, elided=True, partner=end)
        between = cut.words[at + 1 : end]
        if grammar.traits.case_marking and grammar.has("genitive", cut.lowers[at + 2]):
            return None  # "bezifferte die Zahl der Toten auf zwei und die der Verletzten auf 80"
        if _is_counted(cut, grammar, end, stop) and any(word[0].isupper() for word in between):
            claim.end = parting  # somebody else's figure, if nobody knows whose
    return None


def _sees(cut: Tokens, grammar: Grammar, claim: Claim, start: int, end: int) -> bool:
    """Whether a phrase names who looks at the same as a speaker who "sees": another who polls, or another bank."""
    polls = claim.source and any(grammar.has("pollsters", lower) for lower in cut.lowers[slice(*claim.source)])
    if polls:
        return any(grammar.has("pollsters", lower) for lower in cut.lowers[start:end])
    return _rivals(cut, grammar, start, end)


def _preposition(cut: Tokens, grammar: Grammar, claim: Claim, at: int) -> str:
    """Return the preposition that a verb has with its figure: "sprach von 500", "bezifferte die Zahl auf 500"."""
    if claim.partner >= 0 and not _is_noun(cut, claim.partner):
        return cut.lowers[claim.partner]
    figures = (one for one in range(claim.content or 0, at) if _is_figure(cut, grammar, one))
    before = next(figures, 0) - 1
    while before > 0 and grammar.has("bounds", cut.lowers[before]):
        before -= 1
    return cut.lowers[before] if before > 0 and grammar.has("figure_prepositions", cut.lowers[before]) else ""


def _is_noun(cut: Tokens, index: int) -> bool:
    """Whether the partner of a verb is what it changes: "hob das Kursziel auf 600"."""
    return cut.words[index][0].isupper()


def _is_counted(cut: Tokens, grammar: Grammar, preposition: int, stop: int) -> bool:
    """Whether a figure follows a preposition: "auf mindestens 300"."""
    at = preposition + 1
    while at + 1 < stop and grammar.has("bounds", cut.lowers[at]):
        at += 1
    return _is_figure(cut, grammar, at)


def _is_figure(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a token is a number, in digits or as a word."""
    return cut.words[index][0].isdigit() or grammar.has("figure_words", cut.lowers[index])


def _with_figure(cut: Tokens, grammar: Grammar, claim: Claim, at: int, stop: int) -> Claim | None:
    """Return the claim of "die Veranstalter 12.000" behind the sign or conjunction at `at`."""
    limit = min(stop, at + _NAME)
    figure = next((one for one in range(at + 2, limit) if _is_figure(cut, grammar, one)), 0)
    if not figure or not any(_is_figure(cut, grammar, one) for one in range(claim.content or 0, at)):
        return None
    name = figure
    while name > at + 1 and (
        cut.words[name - 1] in QUOTES
        or any(grammar.has(role, cut.lowers[name - 1]) for role in ("bounds", "contrasts"))
    ):
        name -= 1
    known = cues(grammar.language)
    if any(lower in known or grammar.has("that", lower) for lower in cut.lowers[at + 1 : name]):
        return None
    if name <= at + 1 or _phrase(cut, grammar, at + 1, name) != name:
        return None
    if not _rivals(cut, grammar, at + 1, name):
        if name == at + 2 and grammar.has("countries", cut.lowers[at + 1]) and claim.end is None:
            claim.end = at  # "Kanada sagte 40 Millionen zu, Norwegen 30": not Canada's, if nobody knows whose
        return None
    end = next((one for one in range(figure, stop) if one > figure + _FIGURE or is_boundary(cut, one)), stop)
    if end > figure + _FIGURE or any(grammar.has("modals", cut.lowers[one]) for one in range(figure, end)):
        return None
    return Claim((at + 1, name), claim.cue, claim.sort, name, end, elided=True)


def _rivals(cut: Tokens, grammar: Grammar, start: int, end: int) -> bool:
    """Whether a phrase names somebody who counts and speaks: a body, a person by title, those who call people out."""
    if any(grammar.has(role, lower) for lower in cut.lowers[start + 1 : end] for role in ("moving", "taking")):
        return False  # "a wounded soldier lost": a clause, and no name
    endings = grammar.body_endings
    if endings and any(lower.endswith(endings) for lower in cut.lowers[start:end]):
        return True
    return names_person(cut, grammar, start, end) or any(
        grammar.has(role, lower) for lower in cut.lowers[start:end] for role in ("bodies", "plain_speakers", "rivals")
    )
