"""Where what somebody says ends for good: at dashes, behind a semicolon, before what the agency adds by itself."""

from __future__ import annotations

from itertools import pairwise

from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.grammar import QUOTES, REACH, Grammar, is_boundary, is_dash
from dashboard.reading.speech.names import plain_phrase
from dashboard.reading.speech.plain.subjects import could_speak
from dashboard.reading.text.tokens import Tokens

# The signs a relative clause ends at.
_SIGNS = frozenset(',;:.!?„“”"«»–—\n')
# How soon in a relative clause its verb stands.
_CLAUSE = 7
# How far before its source a figure begins that is set against another.
_AGAINST = 10


def between_dashes(cut: Tokens, first: int, stop: int, claim: Claim) -> Span | None:
    """Return what stands between dashes with its source: "– bis zu 500 laut dem Gesandten –"."""
    end = claim.extent[1]
    if end >= stop or not is_dash(cut, end):
        return None
    for at in range(claim.extent[0] - 1, max(first, claim.extent[0] - REACH), -1):
        if is_dash(cut, at):
            return at + 1, end
        if is_boundary(cut, at):
            break
    return None


def behind_background(cut: Tokens, grammar: Grammar, first: int, stop: int) -> int:
    """Return where a sentence goes on behind a relative clause before any figure, or `first`.

    "In Kiew, wo 3 Millionen leben, starben laut Polizei 12": the clause is the agency's own.
    """
    if not grammar.traits.verb_second:
        return _behind_description(cut, grammar, first, stop)
    commas = [at for at in range(first, min(stop, first + REACH)) if cut.words[at] == ","]
    for opens, closes in pairwise(commas):
        relative = any(_opens_relative(cut, grammar, at) for at in (opens + 1, opens + 2))
        before = any(cut.words[at][0].isdigit() for at in range(first, opens))
        if relative and not before and any(cut.words[at][0].isdigit() for at in range(opens, closes)):
            return closes + 1
    return first


def _behind_description(cut: Tokens, grammar: Grammar, first: int, stop: int) -> int:
    """Return where a sentence goes on behind what its subject is like: "La firme, qui emploie 300, va"; or `first`."""
    comma = next((at for at in range(first + 1, min(stop - 2, first + REACH // 2)) if is_boundary(cut, at)), 0)
    if not comma or cut.words[comma] != "," or not grammar.has("describing_relatives", cut.lowers[comma + 1]):
        return first
    if not any(grammar.has("lasting", lower) for lower in cut.lowers[comma + 2 : comma + 4]):
        return first
    if any(word[0].isdigit() for word in cut.words[first:comma]):
        return first
    return next((at + 1 for at in range(comma + 1, min(stop, comma + REACH)) if cut.words[at] == ","), first)


def _opens_relative(cut: Tokens, grammar: Grammar, index: int) -> bool:
    lower = cut.lowers[index]
    behind = grammar.has("prepositions", cut.lowers[index - 1]) or cut.words[index - 1] == ","
    return behind and (grammar.has("where", lower) or grammar.has("relatives", lower))


def behind_relative(cut: Tokens, grammar: Grammar, claim: Claim, stop: int) -> int:
    """Return where a claim goes on behind what only describes its source: "Selon l'ONU, qui aide 7 pays, 5", or 0."""
    end = claim.extent[1]
    if not claim.leading or grammar.traits.verb_second or end + 1 >= stop or cut.words[end] != ",":
        return 0
    if not grammar.has("relatives", cut.lowers[end + 1]):
        return 0
    return next((at + 1 for at in range(end + 1, min(stop - 1, end + REACH)) if cut.words[at] == ","), 0)


def _turns(cut: Tokens, grammar: Grammar, comma: int) -> bool:
    return cut.words[comma] == "," and grammar.has("turns", cut.lowers[comma + 1])


def before_turn(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return where no speech goes on behind a semicolon, or `stop`: "meldete 40 Tote; die Region ist gesperrt"."""
    near = range(index, min(stop - 1, index + REACH))
    at = next((one for one in near if cut.words[one] == ";" or _turns(cut, grammar, one)), stop)
    if not grammar.traits.verb_second or not grammar.role("reported").isdisjoint(
        cut.lowers[at : min(stop, at + REACH)]
    ):
        return stop
    return at


def before_report(cut: Tokens, grammar: Grammar, index: int, stop: int, spoken: bool) -> int:
    """Return where the agency itself goes on behind what somebody says, or `stop`.

    Either a clause in the passive begins, ", geboten wurden bisher 22", or a last relative clause tells in the
    indicative of a place or a day, ", an denen 20.000 teilnahmen". If speech is `spoken` in the subjunctive, only
    such a clause behind it is the agency's.
    """
    if not grammar.traits.verb_second:
        return stop
    lowers, words = cut.lowers, cut.words
    near = min(stop - 2, index + 2 * REACH)
    for at in range(index - 1, near):
        if words[at] not in ",;":
            continue
        if (
            at > index
            and lowers[at + 1].endswith(grammar.perfect_endings)
            and grammar.has("narrated_passive", lowers[at + 2])
        ):
            return at
        apart = grammar.has("where", lowers[at + 1]) or grammar.has("background_openers", lowers[at + 1])
        if not ((at > index and apart) or _in_which(cut, grammar, at + 1, stop)):
            continue
        ends = next((one for one in range(at + 1, min(stop, at + REACH)) if words[one] in _SIGNS), stop)
        if ends < stop and words[ends] not in ".!?":
            continue
        if at > index and spoken and grammar.role("reported").isdisjoint(lowers[index:at]):
            continue
        closed = words[ends - 1][0].islower() and not lowers[ends - 1].startswith(grammar.perfect_beginnings)
        if closed and grammar.role("reported").isdisjoint(lowers[at:ends]):
            return max(at, index)
    return stop


def _in_which(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether "in der", "an denen" opens a relative clause, and no "in der Stadt", "in den letzten Tagen"."""
    if index + 2 >= stop or not grammar.has("prepositions", cut.lowers[index]):
        return False
    if grammar.has("part_of", cut.lowers[index]) or not grammar.has("relatives", cut.lowers[index + 1]):
        return False
    word, lower = cut.words[index + 2], cut.lowers[index + 2]
    adjective = lower.endswith(grammar.adjective_endings) and lower not in grammar.small
    return word[0].isdigit() or (word[0].islower() and not adjective)


def within_apposition(cut: Tokens, grammar: Grammar, first: int, begins: int, end: int, stop: int) -> Span | None:
    """Return the apposition before a verb that ends with its source: "La grève, suivie par 60 % selon la CGT, a"."""
    if grammar.traits.verb_second or end + 1 >= stop or cut.words[end] != "," or is_boundary(cut, begins - 1):
        return None
    if not (grammar.has("modals", cut.lowers[end + 1]) or grammar.has("negating", cut.lowers[end + 1])):
        return None
    comma = next((at for at in range(begins - 1, max(first, begins - REACH), -1) if cut.words[at] == ","), -1)
    if comma < 0 or not any(cut.words[at][0].isdigit() for at in range(comma, begins)):
        return None
    return comma + 1, end


def before_other_side(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return where what is said ends before what another did or said, or `stop`: ", while ARD had it at 30%"."""
    last = min(stop - 3, index + 2 * REACH)
    if grammar.traits.verb_second or grammar.role("sets_against").isdisjoint(cut.lowers[index + 1 : last + 1]):
        return stop
    for at in range(index, last):
        if cut.words[at] in QUOTES:
            break
        if cut.words[at] == "," and grammar.has("sets_against", cut.lowers[at + 1]):
            begins = at + 3 if grammar.has("that", cut.lowers[at + 2]) else at + 2
            if cut.words[begins] in "'’":
                begins += 1
            end = plain_phrase(cut, grammar, begins, stop) if begins < stop else begins
            if end > begins and could_speak(cut, grammar, (begins, end)):
                return at
    return stop


def before_aside(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return where a headline turns to something else, or `stop`: "dit avoir abattu 25 drones, un mort à Kiev"."""
    headline = stop < len(cut) and cut.words[stop][0] == "\n"
    if not headline or not grammar.has("aside_after", cut.lower(index)):
        return stop
    for at in range(index, min(stop - 3, index + REACH)):
        counts = cut.words[at + 1][0].isdigit() or grammar.has("determiners", cut.lowers[at + 1])
        if cut.words[at] == "," and counts and grammar.has("in", cut.lowers[at + 3]):
            return at
    return stop


def before_comment(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return where what is said ends before what the agency remarks on it by itself, or `stop`.

    "that 900 were lost, a figure three times as high as", ", the third since Congress freed 61 billion", ", where 2
    million people live", ", which holds 27 seats": none of these is the speaker's.
    """
    if grammar.traits.verb_second:
        return stop
    last = max(index, min(stop - 2, index + 2 * REACH))
    near = cut.words[index:last]
    for at, word in enumerate(near, index) if "," in near else ():
        if word == ",":
            if _remarks(cut, grammar, at + 1, stop):
                return at
        elif word in QUOTES:
            return stop
    return stop


def _remarks(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether a comment, or a clause that describes a place or a body as it is, begins at `index`."""
    lower = cut.lowers[index]
    if grammar.has("determiners", lower):
        # ", the third since April", but ", a third of them women"
        return grammar.has("comments", cut.lower(index + 1)) and not grammar.has("of", cut.lower(index + 2))
    if grammar.has("outdoing", lower):  # ", beating forecasts of 360", ", loin de l'objectif de 4 %"
        return True
    near = cut.lowers[index + 1 : min(stop, index + _CLAUSE)]
    if grammar.has("where", lower):
        return any(grammar.has("dwelling", one) for one in near)
    return grammar.has("describing_relatives", lower) and any(grammar.has("lasting", one) for one in near[:2])


def set_against(cut: Tokens, grammar: Grammar, first: int, index: int) -> int:
    """Return where what is only set against the rest begins: "12.000, contre 10.000 selon Washington"; else `first`."""
    for at in range(index - 1, max(first, index - _AGAINST), -1):
        if grammar.has("against", cut.lowers[at]) or cut.words[at] in "(–—":
            return at if any(cut.words[one][0].isdigit() for one in range(at + 1, index)) else first
        if cut.words[at] in ",;:":
            break
    return _behind_contrast(cut, grammar, first, index)


def _behind_contrast(cut: Tokens, grammar: Grammar, first: int, index: int) -> int:
    """Return where ", alors qu'il en faudrait 500" begins that ends with its source at `index` without a comma.

    A comma before the source would part it from the whole: ", tandis que 40 sont blessés, selon la police".
    """
    if grammar.traits.verb_second or is_boundary(cut, index - 1):
        return first
    for at in range(index - 2, max(first, index - REACH), -1):
        if cut.words[at] == "," and grammar.has("sets_against", cut.lowers[at + 1]):
            counted = any(cut.words[one][0].isdigit() for one in range(at + 1, index))
            return at + 1 if counted and any(cut.words[one][0].isdigit() for one in range(first, at)) else first
    return first


def turns_away(cut: Tokens, grammar: Grammar, claim: Claim, stop: int) -> bool:
    """Whether the agency itself goes on right behind a source: "... selon la police ; nous en avons vu 50"."""
    end = claim.extent[1]
    if grammar.traits.verb_second or claim.leading or end + 1 >= stop:
        return False
    if cut.words[end] == ";":
        return claim.sort == "according"
    return cut.words[end] == "," and claim.content is None and grammar.has("sets_against", cut.lowers[end + 1])


def within_item(cut: Tokens, claim: Claim, span: Span) -> Span:
    """Return a content without what stands behind or before the signs that part a liveblog: "+++ 09:30 Moskau +++"."""
    if "+" not in cut.forms:
        return span
    start, end = span
    first, last = claim.extent
    if not 0 <= start < end <= len(cut):
        return span
    for at in range(last, end):
        if cut.words[at][0] == "+" and _parts_items(cut, at):
            end = max(start, at)
            break
    for at in range(min(first, end) - 1, start - 1, -1):
        if cut.words[at][0] == "+" and _parts_items(cut, at):
            start = at + 1
            break
    return start, end


def _parts_items(cut: Tokens, index: int) -> bool:
    return cut.words[index] == "+++" or cut.word(index + 1) == "+" or cut.words[index - 1] == "+"
