"""What belongs to whom in a sentence in which one or several are said to speak."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.content_limits import (
    before_aside,
    before_comment,
    before_other_side,
    before_report,
    before_turn,
    behind_background,
    behind_relative,
    between_dashes,
    set_against,
    turns_away,
    within_apposition,
    within_item,
)
from dashboard.reading.speech.grammar import QUOTES, REACH, Grammar, clause_start, is_boundary, next_boundary
from dashboard.reading.speech.names import names_person, plain_phrase
from dashboard.reading.speech.plain.new_subjects import before_new_subject, before_other
from dashboard.reading.speech.sources import is_contrary
from dashboard.reading.text.tokens import Tokens

# A claim before its source is a clause of at least so many tokens; what begins with a preposition, of more.
_LEAST, _SHORT = 4, 8
# How far behind a comma "more than" and the like show that what follows goes on with the claim: ", 42% less than".
_COMPARES = 6


def contents(cut: Tokens, grammar: Grammar, claims: list[Claim], first: int, stop: int) -> list[Span]:
    """Return what each claim covers, in tokens, for claims in the order of the sentence.

    A claim that follows its cue runs to the end of the sentence; where a later one begins, the later is the narrower
    and is asked first. A claim around its cue has the sentence, up to where the one before or after it begins.
    """
    laid: list[Span] = []
    for place, claim in enumerate(claims):
        if claim.content is not None:
            end = min(stop, claim.end if claim.end is not None else stop)
            end = _until_contrast(cut, grammar, claim, end)
            end = before_aside(cut, grammar, min(claim.content, end), end)
            end = before_other_side(cut, grammar, min(claim.content, end), end)
            end = before_comment(cut, grammar, min(claim.content, end), end)
            end = before_other(cut, grammar, claim, end)
            end = _until_another(cut, grammar, claim, min(claim.content, end), end)
            end = before_turn(cut, grammar, claim.content, end) if claim.sort == "state" else end
            end = before_report(cut, grammar, claim.content, end, claim.sort != "state")
            laid.append((min(claim.content, end), end))
            continue
        left, right = first, stop
        begins, ends = claim.extent
        if claim.leading and begins > first and cut.words[begins - 1] in ";:":
            left = begins
        if claim.sort in ("laut", "according") and not claim.leading:
            enclosed = between_dashes(cut, first, stop, claim)
            if enclosed:
                laid.append(enclosed)
                continue
            left = _behind_semicolon(cut, grammar, first, begins)
            start = clause_start(cut, first, begins)
            relative = grammar.has("relatives", cut.lowers[start]) or grammar.has(
                "plain_relatives", cut.lower(start + 1)
            )
            if start > first and relative and not _describes(cut, grammar, ends, first, stop, claim):
                left = start
            enclosed = within_apposition(cut, grammar, left, begins, ends, stop)
            if enclosed:
                laid.append(enclosed)
                continue
            left = max(left, set_against(cut, grammar, left, claim.extent[0]))
            if is_contrary(cut, grammar, first):
                left = max(left, start)  # "Entgegen russischen Angaben, wonach 40 fielen, waren es laut Kiew 4"
        if left == first and claim.sort in ("laut", "according"):
            left = behind_background(cut, grammar, first, begins)
        if left == first:
            left = _behind_count(cut, grammar, first, begins)
        if place:
            before = claims[place - 1]
            joined = _clause_within(cut, grammar, before, claim)
            if joined:  # "rappelle que la dette atteindra 108 % selon le Comité"
                laid.append((joined, max(claim.extent[1], next_boundary(cut, claim.extent[1], stop))))
                continue
            bounded = before.end is not None and before.end <= before.extent[1] and not before.elided
            left = before.end if bounded and before.end else _parting(cut, grammar, before, claim)
            if grammar.has("expected_by", cut.lowers[before.cue[0]]) and place == 1:
                left = first  # "12 millions, loin des 40 attendus par les analystes, selon la banque"
        if place + 1 < len(claims):
            after = claims[place + 1]
            if after.content is None:
                right = _parting(cut, grammar, claim, after)
            elif after.extent[0] > ends:
                right = _parting(cut, grammar, claim, after, clause=True)
        if ends + 1 < stop and cut.words[ends] == "," and grammar.has("citing_words", cut.lowers[ends + 1]):
            goes_on = next((at + 1 for at in range(ends + 2, min(right, ends + REACH)) if cut.words[at] == ","), 0)
            if claim.leading and goes_on:  # "Selon Yonhap, citant l'armée, 500 soldats"
                laid.append((goes_on, right))
                continue
            right = ends  # "reports, citing two diplomats"
        right = right if claim.leading else before_new_subject(cut, grammar, ends, right)
        if turns_away(cut, grammar, claim, stop):
            right = min(right, ends)
        if right == stop and _describes(cut, grammar, ends, max(first, min(left, begins)), stop, claim):
            right = ends
        if right <= ends and claim.source and left < claim.source[0]:
            behind = claim.source[1]
            if behind < claim.cue[0] and cut.words[behind] == ",":  # "Iryna Bondar, 41, told": the age is no claim
                laid.append((left, claim.source[0]))
                continue
        if claim.sort == "laut":
            right = before_report(cut, grammar, ends, right, spoken=True)
        laid.append((behind_relative(cut, grammar, claim, stop) or min(left, begins), max(right, ends)))
    return [within_item(cut, claim, span) for claim, span in zip(claims, laid, strict=True)]


def _clause_within(cut: Tokens, grammar: Grammar, before: Claim, claim: Claim) -> int:
    """Return where the clause begins that ends with "according to police" within what another said, or 0."""
    if claim.sort != "according" or claim.leading or before.content is None or before.end is not None:
        return 0
    end = claim.extent[0]
    if not before.content < end <= before.content + REACH or any(
        is_boundary(cut, at) for at in range(before.content, end)
    ):
        return 0
    return before.content if end - before.content >= _LEAST else 0


def _adds(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a participle tells what came of it: ", sending shares down"."""
    return bool(grammar.result_endings) and cut.lowers[index].endswith(grammar.result_endings)


def _begins_anew(cut: Tokens, grammar: Grammar, comma: int) -> bool:
    """Whether a clause with a subject of its own follows a comma: ", et son titre perdait"."""
    return (
        cut.words[comma] == ","
        and grammar.has("and", cut.lower(comma + 1))
        and grammar.has("possessives", cut.lower(comma + 2))
    )


def _turns_to_deeds(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a target ends before what came of it or what is done: "vise 8 % et n'investira que 30 millions"."""
    if grammar.has("aftermath", cut.lowers[index]):
        return True
    return grammar.has("and", cut.lowers[index]) and grammar.has("negating", cut.lower(index + 1))


def _until_contrast(cut: Tokens, grammar: Grammar, claim: Claim, end: int) -> int:
    """Return where what a document lists ends at "but", and a forecast that was cut at what came of it."""
    if grammar.traits.verb_second:
        return end
    if claim.partner >= 0:
        near = range(claim.partner + 1, min(end - 1, claim.partner + REACH))
        end = next((at for at in near if cut.words[at] == "," and _adds(cut, grammar, at + 1)), end)
        end = next((at for at in near if at < end and _begins_anew(cut, grammar, at)), end)
        said = cut.lowers[near.start : near.stop]
        if not (grammar.role("aftermath").isdisjoint(said) and grammar.role("and").isdisjoint(said)):
            end = next((at for at in near if at < end and _turns_to_deeds(cut, grammar, at)), end)
    if claim.sort in ("want", "plan"):  # "expects growth of 3.2% after 3.3% last year"
        near = range(claim.content or 0, min(end, (claim.content or 0) + REACH))
        return next((at for at in near if grammar.has("afterwards", cut.lowers[at])), end)
    if claim.sort not in ("document", "record"):
        return end
    near = range(claim.content or 0, min(end, (claim.content or 0) + REACH))
    return next((at for at in near if cut.words[at] == "," and grammar.has("contrasts", cut.lower(at + 1))), end)


def _until_another(cut: Tokens, grammar: Grammar, claim: Claim, start: int, end: int) -> int:
    """Return where a claim ends at a semicolon behind which somebody else is the subject: "; the governor counts 7"."""
    if grammar.traits.verb_second or claim.source is None or ";" not in cut.forms:
        return end
    name = cut.lowers[claim.source[1] - 1]
    last = min(end - 1, start + 2 * REACH)
    for at in range(start, last) if ";" in cut.words[start : max(start, last)] else ():
        if cut.words[at] == ";" and not any(cut.words[one] in QUOTES for one in range(start, at)):
            other = plain_phrase(cut, grammar, at + 1, end)
            named = names_person(cut, grammar, at + 1, other) or any(
                grammar.has("bodies", lower) for lower in cut.lowers[at + 1 : other]
            )
            if named and name not in cut.lowers[at + 1 : other]:
                return at
    return end


def _behind_count(cut: Tokens, grammar: Grammar, first: int, stop: int) -> int:
    """Return where a sentence goes on behind "nach Auszählung von 38 der 52 Wahlkreise", or `first`."""
    if not grammar.has("count_openers", cut.lowers[first]):
        return first
    end = next((at for at in range(first, min(stop, first + REACH // 2)) if cut.words[at] == ","), stop)
    if grammar.traits.verb_second:
        end = first + 2
        while end < stop and not (cut.words[end].islower() and cut.lowers[end] not in grammar.small):
            end += 1
    counted = cut.lowers[first:end]
    if any(grammar.has("percent", lower) for lower in counted):  # that is what the commission says, too
        return first
    return end if any(grammar.has("counting", lower) for lower in counted) else first


def _behind_semicolon(cut: Tokens, grammar: Grammar, first: int, index: int) -> int:
    """Return where the part of a sentence begins that `index` stands in, if a semicolon parts it; else `first`."""
    nearest = 1 if grammar.traits.verb_second else _LEAST  # "; getötet wurden laut Polizei 12"
    for at in range(index - nearest, max(first, index - REACH), -1):
        if cut.words[at] == ";":
            return at + 1
    return first


def _parting(cut: Tokens, grammar: Grammar, one: Claim, other: Claim, clause: bool = False) -> int:
    """Return the token at which the first claim ends and the second begins."""
    start, end = one.extent[1], other.extent[0]
    if end <= start:
        return max(end, other.cue[0])
    signs = [at for at in range(start, end) if is_boundary(cut, at) or grammar.has("contrasts", cut.lowers[at])]
    if not signs:
        trailing = one.sort == other.sort == "according" and not other.leading
        joint = (at for at in range(start, end) if grammar.has("against", cut.lowers[at]))
        return next(joint, end) if trailing else end
    if clause or other.leading:
        return signs[-1]
    strong = [at for at in signs if cut.words[at] in ":;"]
    if strong and one.content is not None and other.content is None:
        return strong[-1]  # "Moskau bestreitet das: 40 Lastwagen kämen, erklärte die Behörde"
    contrast = [at for at in signs if grammar.has("contrasts", cut.lowers[at])]
    if contrast:
        return contrast[0]
    return signs[0] if one.content is None and not one.leading else signs[-1]


def _describes(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int, claim: Claim) -> bool:
    """Whether what follows a source up to the end of the sentence tells of the source: ", a town of 4,600"."""
    if index >= stop:
        return False
    start = claim.extent[0]
    if claim.leading and (grammar.traits.verb_second or cut.words[index] == ","):
        trails = not grammar.traits.verb_second and start - first >= _LEAST  # ", according to Rao, who joined in 2022"
        if not (trails and index + 1 < stop and _describing(cut, grammar, index + 1)):
            return False
    if index + 1 >= stop or start - first < _LEAST or claim.source is None:
        return False
    if claim.quoted and not _goes_on(cut, grammar, index, stop):
        return True
    leads = grammar.has("of", cut.lowers[first]) and not grammar.has("determiners", cut.lowers[first])
    led = leads or grammar.has("prepositions", cut.lowers[first])
    if not claim.quoted and start - first < _SHORT and led:
        return False
    if any(cut.lowers[at] in grammar.role("reported") for at in range(index, min(stop, index + REACH))):
        return False
    at = index
    if cut.words[at] == ",":
        at += 1
        apart = _sets_apart(cut, grammar, index, stop)
    else:
        if grammar.traits.clause_bracket and claim.sort == "laut":
            return False
        apart = grammar.has("prepositions", cut.lowers[at]) or (
            not grammar.traits.clause_bracket and not is_boundary(cut, at) and not grammar.has("modals", cut.lowers[at])
        )
    after = next_boundary(cut, at, stop)
    if not apart or after >= stop:
        return apart
    if at == index and not _sets_apart(cut, grammar, after, stop):
        return False
    return not any(
        grammar.has("and", cut.lowers[one]) or cut.words[one] in QUOTES for one in range(after, min(stop, after + 3))
    )


def _describing(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether what begins at `index` tells of the source: "who joined in 2022", "arrivé il y a deux ans"."""
    lower = cut.lowers[index]
    made = bool(grammar.made_endings) and cut.words[index][0].islower() and lower.endswith(grammar.made_endings)
    return made or grammar.has("describing", lower)


def _goes_on(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether behind a quotation and its speaker another follows, or reported speech."""
    return any(
        cut.words[at] in QUOTES or cut.words[at] == ":" or grammar.has("reported", cut.lowers[at])
        for at in range(index, min(stop, index + REACH))
    )


def _sets_apart(cut: Tokens, grammar: Grammar, comma: int, stop: int) -> bool:
    """Whether an apposition, an age or a relative clause follows a comma."""
    if comma + 1 >= stop or cut.words[comma] != ",":
        return False
    lower = cut.lowers[comma + 1]
    ahead = cut.lowers[comma + 2 : min(stop, comma + _COMPARES)]
    if any(grammar.has("percent", one) or grammar.has("comparing", one) for one in ahead) and any(
        grammar.has("compares", one) for one in ahead
    ):
        return False
    if lower[0].isdigit() and not grammar.traits.verb_second:  # "Iryna Bondar, 41," but ", 40 men were lost"
        after = comma + 2
        return after >= stop or is_boundary(cut, after) or grammar.has("ages", cut.lowers[after])
    return lower[0].isdigit() or any(grammar.has(role, lower) for role in ("determiners", "relatives", "where"))
