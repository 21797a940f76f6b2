"""Noun phrases that may name a source: where they begin and end. No grammar is parsed; small words and capitals guide.

Every search is bounded. A function that finds no phrase returns the token it was asked to begin at.
"""

from __future__ import annotations

from dashboard.reading.speech.grammar import QUOTES, SIGNS, Grammar, is_boundary
from dashboard.reading.text.tokens import Tokens

# The longest name of a body, in tokens, and the longest apposition behind a comma.
LONGEST = 18
_APPOSITION = 8
_LATTER = 2
# How far the links of a name reach: "de la".
_LINKS = 4
# How far behind its article a participle stands with what belongs to it.
_EMBEDDED = 8


def is_name(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a token may belong to a name or, in German, be a noun: capitalised, no small word, no weekday."""
    lower = cut.lowers[index]
    return cut.words[index][0].isupper() and lower not in grammar.small and not grammar.has("time_words", lower)


def run_of_names(cut: Tokens, grammar: Grammar, index: int, limit: int) -> int:
    """Return the end of the capitalised words at `index`, with initials, particles, short forms in brackets."""
    words, lowers = cut.words, cut.lowers
    at = index
    while at < limit:
        word = words[at]
        if is_name(cut, grammar, at):
            at += 1
            if (
                at + 1 < limit
                and words[at] == "."
                and len(word) <= 4
                and cut.touch(at - 1)
                and words[at + 1][0].isupper()
            ):
                at += 1
        elif at > index and at + 1 < limit and grammar.has("name_tails", f"{lowers[at]} {lowers[at + 1]}"):
            at += 2
        elif at > index and grammar.has("particles", lowers[at]) and at + 1 < limit:
            after = at + 2 if grammar.has("second_particles", lowers[at + 1]) else at + 1
            if after >= limit or not is_name(cut, grammar, after):
                break
            at = after
        elif word in QUOTES and at + 1 < limit and words[at + 1][0].isupper() and (at == index or cut.touch(at)):
            closing = _closing(cut, at, min(limit, at + 7))
            if not closing or at == index == closing:
                break
            at = closing
        elif word == "(" and at > index and at + 2 < limit and words[at + 1][0].isupper() and words[at + 2] == ")":
            at += 3
        elif lowers[at] == "'" and at > index and cut.touch(at - 1) and at + 1 < limit and lowers[at + 1] == "s":
            at += 2
        else:
            break
    return at


def _closing(cut: Tokens, opening: int, limit: int) -> int:
    for at in range(opening + 2, limit):
        if cut.words[at] in QUOTES:
            return at + 1
        if cut.words[at] in ",.:;":
            return 0
    return 0


def _is_adjective(cut: Tokens, grammar: Grammar, index: int) -> bool:
    word, lower = cut.words[index], cut.lowers[index]
    if word[0].isdigit():
        return len(word) <= 3 and word.isdigit()
    if word == "-":
        return cut.touch(index) and cut.touch(index - 1)
    if word == ".":  # "der 47. Brigade"
        return cut.touch(index - 1) and cut.words[index - 1].isdigit()
    return (
        word[0].islower() and len(word) > 3 and lower.endswith(grammar.adjective_endings) and lower not in grammar.small
    )


def _german_core(cut: Tokens, grammar: Grammar, index: int, limit: int) -> int:
    """Return the end of an article, adjectives and nouns at `index`."""
    lowers = cut.lowers
    at = index
    limit = min(limit, len(cut))  # callers may look a little past the end of a sentence
    if at < limit and grammar.has("determiners", lowers[at]):
        at += 1
        if at < limit and grammar.has("determiners", lowers[at]):
            at += 1
    adjectives = at = past_embedded(cut, grammar, at, limit) if at > index else at
    while at < limit and at - adjectives < 6 and _is_adjective(cut, grammar, at):
        at += 1
    end = run_of_names(cut, grammar, at, limit)
    return end if end > at else index


def past_embedded(cut: Tokens, grammar: Grammar, index: int, limit: int) -> int:
    """Return where the participle stands of "die von den USA unterstützte Stiftung", or `index`.

    Of "eine am Montag in Genf veröffentlichte Studie", "ein namentlich nicht genannter Offizier" as well.
    """
    if index >= limit or not any(grammar.has(role, cut.lowers[index]) for role in ("joins", "attributed")):
        return index
    adverbs = True
    for at in range(index + 1, min(limit - 1, index + _EMBEDDED)):
        word = cut.words[at]
        if word in SIGNS or word[0].isdigit():
            break
        adverbs = adverbs and grammar.has("attributed", cut.lowers[at - 1])
        if at == index + 1 and not adverbs:
            continue
        if (
            (adverbs or cut.words[at - 1][0].isupper())
            and cut.words[at + 1][0].isupper()
            and _is_adjective(cut, grammar, at)
        ):
            return at
    return index


def german_phrase(cut: Tokens, grammar: Grammar, index: int, stop: int, joins: bool = True, heard: bool = False) -> int:
    """Return the end of a noun phrase at `index` with its genitives, coordinations and an apposition that is a name.

    Without `joins`, prepositions end it ("sprach Selenskyj von Tausenden"); if `heard`, so does whom it is told to
    ("sagte Selenskyj der Agentur dpa").
    """
    limit = min(stop, index + LONGEST)
    at = _german_core(cut, grammar, index, limit)
    if at == index:
        return index
    lowers = cut.lowers
    while at < limit:
        lower = lowers[at]
        if grammar.has("genitive", lower):
            if heard and _is_addressed(cut, grammar, at, limit):
                break
            end = _german_core(cut, grammar, at, limit)
        elif grammar.has("platforms", cut.lower(at + 1)):
            break
        elif (joins and grammar.has("joins", lower)) or grammar.has("and", lower):
            end = _german_core(cut, grammar, at + 1, limit)
            if end == at + 1 or cut.words[at + 1][0].isdigit() or _is_occasion(cut, grammar, at, end):
                break
        else:
            break
        if end == at:
            break
        at = end
    return _with_apposition(cut, grammar, _with_place(cut, grammar, index, at, stop), stop)


def _is_occasion(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether the preposition at `index` tells where somebody speaks: "bei einer Veranstaltung", "beim Besuch"."""
    if grammar.has("occasions", cut.lowers[index + 1]):
        return True
    held = any(cut.lowers[at].endswith(one) for at in range(index + 1, stop) for one in grammar.role("event_endings"))
    return held and grammar.has("held_at", cut.lowers[index])


def _with_place(cut: Tokens, grammar: Grammar, index: int, at: int, stop: int) -> int:
    """Return the end of "in Moskau" at `at`, if the phrase from `index` names a body: "das Ministerium in Moskau"."""
    if at + 1 >= stop or not grammar.has("placed", cut.lowers[at]) or not is_name(cut, grammar, at + 1):
        return at
    if grammar.has("merged_articles", cut.lowers[at]) and not grammar.has("seats", cut.lowers[at + 1]):
        return at  # "des Generalstabs im Überblick"
    seated = bool(grammar.seated_endings) and cut.lowers[at - 1].endswith(grammar.seated_endings)
    if grammar.has("states", cut.lowers[at + 1]):
        return at  # "der Armee in Richtung Kurachowe"
    owned = any(grammar.has("genitive", lower) for lower in cut.lowers[index:at])  # "Angaben der Feuerwehr in Halle"
    known = owned or grammar.has("determiners", cut.lowers[index])
    placed = run_of_names(cut, grammar, at + 1, min(stop, at + 4))
    if seated or (known and not names_person(cut, grammar, index, at)):
        return placed
    return placed if _is_named_behind(cut, grammar, placed, stop) else at


def _is_named_behind(cut: Tokens, grammar: Grammar, comma: int, stop: int) -> bool:
    """Whether a name between commas follows a place: "der Botschafter in Oslo, Taras Lewkiw, schrieb"."""
    if comma + 2 >= stop or cut.words[comma] != ",":
        return False
    end = run_of_names(cut, grammar, comma + 1, min(stop, comma + 1 + _APPOSITION))
    return comma + 2 < end < len(cut) and cut.words[end] == ","


def names_person(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether a title of a person stands between two tokens: "minister", "spokesman"."""
    return any(
        grammar.has("people", lower) or (bool(grammar.people_endings) and lower.endswith(grammar.people_endings))
        for lower in cut.lowers[index:stop]
    )


def latter(cut: Tokens, grammar: Grammar, phrase: tuple[int, int] | None) -> str:
    """Return the words "ce dernier", "the latter", if they are all of a phrase: they stand for somebody named."""
    if phrase is None or phrase[1] - phrase[0] != _LATTER:
        return ""
    words = " ".join(cut.lowers[phrase[0] : phrase[1]])
    return words if grammar.has("latter", words) else ""


def _is_addressed(cut: Tokens, grammar: Grammar, index: int, limit: int) -> bool:
    return any(grammar.has("addressees", cut.lowers[at]) for at in range(index + 1, min(limit, index + 4)))


def _with_apposition(cut: Tokens, grammar: Grammar, at: int, stop: int) -> int:
    """Return the end of ", Andrij Kowalenko" at `at`: two or more capitalised words between commas."""
    if at + 2 >= stop or cut.words[at] != ",":
        return at
    start = at + 1
    if grammar.traits.articles_before_titles and grammar.has("determiners", cut.lowers[start]):
        start = next((one for one in range(start, min(stop, start + 5)) if cut.words[one][0].isupper()), start)
    end = run_of_names(cut, grammar, start, min(stop, at + 1 + _APPOSITION))
    end = with_links(cut, grammar, end, stop) if end > start else end
    if end < start + 2 or cut.words[end - 2] in "'’":  # ", Hungary's prime minister"
        return at
    return end if end >= stop or cut.words[end] in ",.:" or cut.words[end][0].islower() else at


def with_links(cut: Tokens, grammar: Grammar, end: int, stop: int) -> int:
    """Return the end of a name that goes on behind a link: "Charles de Courvoix", "Anne Le Bihan"."""
    at = end
    while at < min(stop, end + _LINKS) and (grammar.has("name_links", cut.lowers[at]) or cut.words[at] in "'’"):
        at += 1
    return run_of_names(cut, grammar, at, min(stop, at + _LINKS)) if end < at < stop else end


def phrase_until(cut: Tokens, grammar: Grammar, index: int, target: int, joins: bool = True) -> int:
    """Return the first token from `index` on at which a German noun phrase begins that ends just before `target`.

    `target` if there is none.
    """
    for at in range(max(index, target - LONGEST), target):
        if german_phrase(cut, grammar, at, target, joins) == target:
            return at
    return target


def plain_phrase(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return the end of an English or French noun phrase at `index`: up to a sign or word that cannot belong."""
    words, lowers = cut.words, cut.lowers
    limit = min(stop, index + LONGEST)
    if latter(cut, grammar, (index, min(stop, index + _LATTER))):
        return index + _LATTER
    at = index
    while at < limit:
        lower, word = lowers[at], words[at]
        if at > index and grammar.has("that", lower) and words[at - 1][0].isupper():  # "seen by Reuters that listed"
            break
        if grammar.has("determiners", lower) or (word in "'’" and at > index) or (word == "." and cut.touch(at - 1)):
            if word == "." and (at + 1 >= stop or len(words[at - 1].rsplit(".")[-1]) > 4):
                break
            at += 1
            continue
        if word == "(" and at > index and at + 2 < limit and words[at + 1][0].isupper() and words[at + 2] == ")":
            at += 3
            continue
        if word[0].isdigit():
            if at > index and not words[at - 1][0].isupper():
                break
        elif is_boundary(cut, at):
            break
        elif grammar.has("and", lower):
            if at == index or at + 1 >= limit or not _continues(cut, grammar, at + 1):
                break
        elif grammar.has("of", lower):
            if at == index or at + 1 >= limit or (words[at + 1][0].isdigit() and not grammar.traits.numbers_after_of):
                break
        elif grammar.has("time_words", lower):
            if word[0].isupper() or not grammar.traits.capitalised_days:
                break
        elif at > index and word[0].isupper() and at + 1 < limit and words[at + 1][0].isupper():
            pass  # "le quotidien Il Tempo"
        elif (
            lower in grammar.small
            and not (at + 1 < limit and grammar.has("inside", lowers[at + 1]))
            and not (
                at > index
                and (grammar.has("determiners", lowers[at - 1]) or grammar.has("accounts", lowers[at - 1]))
                and grammar.has("skips", lower)
            )
        ):
            break
        at += 1
    while at > index and (lowers[at - 1] in grammar.small or words[at - 1] in "'’-"):
        at -= 1
    return _with_apposition(cut, grammar, at, stop) if at > index else index


def _continues(cut: Tokens, grammar: Grammar, index: int) -> bool:
    return cut.words[index][0].isupper() or grammar.has("determiners", cut.lowers[index]) or cut.words[index].isalpha()
