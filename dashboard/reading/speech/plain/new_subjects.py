"""Where a clause with a subject of its own begins behind what somebody says, in English and French."""

from __future__ import annotations

from dashboard.reading.figures.numerals.numeral import CURRENCY_SIGNS
from dashboard.reading.speech.claims import Claim
from dashboard.reading.speech.grammar import QUOTES, REACH, Grammar, is_boundary
from dashboard.reading.speech.names import plain_phrase, run_of_names
from dashboard.reading.speech.plain.subjects import could_speak, is_past
from dashboard.reading.text.tokens import Tokens

# How soon in a new clause its verb stands, and how long a name is.
_CLAUSE, _NAME = 10, 6
_EXPECTING = ("want", "plan")


def before_other(cut: Tokens, grammar: Grammar, claim: Claim, end: int) -> int:
    """Return where what is said ends before what somebody else does or says, or `end`."""
    start = claim.content if claim.content is not None and claim.content < end else end
    end = before_new_subject(cut, grammar, start, end)
    end = before_rival_name(cut, grammar, start, end)
    return before_set_against(cut, grammar, start, end) if claim.partner >= 0 or claim.sort in _EXPECTING else end


def before_new_subject(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return where a clause begins that has a subject of its own, or `stop`: ", and a bus crash in Kyiv killed 7".

    Its verb takes a figure, and its subject is either new ("a crash") or somebody who speaks for himself.
    """
    if grammar.traits.verb_second or not grammar.past_endings:
        return stop
    for at in range(index, min(stop - 4, index + 2 * REACH)):
        if cut.words[at] in QUOTES:
            return stop
        if cut.words[at] != "," or not grammar.has("and", cut.lowers[at + 1]):
            continue
        if not grammar.has("determiners", cut.lowers[at + 2]):
            continue
        new = grammar.has("indefinite", cut.lowers[at + 2])
        for verb in range(at + 4, min(stop - 1, at + _CLAUSE)):
            if is_boundary(cut, verb) or cut.words[verb][0].isdigit():
                break
            past = is_past(cut, grammar, verb) or grammar.has("taking", cut.lowers[verb])
            counted = cut.words[verb + 1][0].isdigit() or grammar.has("figure_words", cut.lowers[verb + 1])
            counted = counted or cut.words[verb + 1] in CURRENCY_SIGNS
            if past and counted:
                end = plain_phrase(cut, grammar, at + 2, verb)
                if new or (end == verb and _speaks(cut, grammar, at + 2, end)):
                    return at
                break
    return stop


def _speaks(cut: Tokens, grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a phrase of plain words names those who speak for themselves: "the opposition"."""
    return any(grammar.has(role, lower) for lower in cut.lowers[first:stop] for role in ("rivals", "bodies", "people"))


def before_rival_name(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return where a bare name with a figure of its own follows what somebody says, or `stop`: "3%, JPMorgan 2%"."""
    if grammar.traits.case_marking:
        return stop
    counted = False
    for at in range(index, min(stop - 2, index + 2 * REACH)):
        word = cut.words[at]
        if word in QUOTES:
            return stop
        counted = counted or word[0].isdigit()
        if counted and (word == "," or grammar.has("and", cut.lowers[at])) and _has_figure(cut, grammar, at + 1, stop):
            return at
    return stop


def _has_figure(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether nothing but a name and its figure stands at `index` up to the next sign."""
    end = run_of_names(cut, grammar, index, min(stop, index + _NAME)) if cut.words[index][0].isupper() else index
    if end == index or end >= stop or any(grammar.has("time_words", lower) for lower in cut.lowers[index:end]):
        return False
    figure = end + 1 if cut.words[end] in CURRENCY_SIGNS and end + 1 < stop else end
    if not cut.words[figure][0].isdigit():
        return False
    after = figure + 1
    if after < stop and (cut.words[after] == "%" or grammar.has("currencies", cut.lowers[after])):
        after += 1
    return after >= stop or cut.words[after] in ".;" or grammar.has("and", cut.lowers[after])


def before_set_against(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return where a name is set against who speaks, or `stop`: "cut its forecast to $70 while Citi eyes $60"."""
    if grammar.traits.verb_second:
        return stop
    for at in range(index, min(stop - 3, index + 2 * REACH)):
        if cut.words[at] in QUOTES:
            return stop
        if not grammar.has("sets_against_alone", cut.lowers[at]):
            continue
        begins = at + 2 if grammar.has("that", cut.lowers[at + 1]) else at + 1
        begins = begins + 1 if cut.words[begins] in "'’" else begins
        end = plain_phrase(cut, grammar, begins, stop) if begins < stop else begins
        named = any(cut.words[one][0].isupper() for one in range(begins, end))
        if named and could_speak(cut, grammar, (begins - 1, end)):
            return at
    return stop
