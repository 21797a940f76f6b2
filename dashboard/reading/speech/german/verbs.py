"""German finite verbs of saying and their subjects: verb second, verb last, verb first behind a quotation."""

from __future__ import annotations

from dashboard.reading.speech.adjuncts import past_german
from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.cues import Cue, otherwise
from dashboard.reading.speech.german.bounds import clause_start
from dashboard.reading.speech.german.clauses import opener_before, relative, verb_last
from dashboard.reading.speech.german.subjects import (
    asked_subject,
    counted_object,
    is_measured,
    subject_apart,
    subject_behind,
)
from dashboard.reading.speech.grammar import QUOTES, REACH, Grammar, is_boundary, is_dash
from dashboard.reading.speech.names import german_phrase
from dashboard.reading.speech.owned_figures import german_owner
from dashboard.reading.text.tokens import Tokens

# "bekannt gab" may be written apart, "an gab" not.
_PREFIX = 4
_SEVERAL = 2
# How soon "bei" follows "sieht".
_SEEN = 8


def finite_claim(cut: Tokens, grammar: Grammar, cue: Cue, verb: int, first: int, stop: int) -> Claim | None:
    """Return the claim of the finite verb at `verb`, whatever the order of its clause."""
    needed = verb
    start = clause_start(cut, first, verb)
    sort = cue.sort
    lowers = cut.lowers
    if cut.words[verb][0].isupper() and verb > first and not is_boundary(cut, verb - 1):
        return None
    if verb > first and _is_attribute(cut, grammar, verb):
        return None
    if _is_otherwise(cut, grammar, verb, stop):
        return None
    if cue.needs:
        needed = _needed(cut, grammar, cue, verb, stop)
        if needed > verb and grammar.has("perfect", lowers[needed]) and not _is_done(cut, grammar, needed - 1):
            return None
        if needed == verb:
            if not cue.split and start < verb and lowers[start] in cue.needs:  # "mit 40 Toten rechnet der Stab"
                source, pronoun = subject_behind(cut, grammar, verb, stop, joins=False)
                return Claim(source, (verb, verb + 1), "state", start, verb, pronoun) if source or pronoun else None
            before = range(start, verb) if not cue.split else range(max(start, verb - 1), verb)
            apart = any(lowers[at] in cue.needs and (not cue.split or len(lowers[at]) > _PREFIX) for at in before)
            if not (apart and _closes(cut, grammar, verb, stop)):
                return None
    while start < verb and lowers[start] in grammar.role("linkers"):
        start += 1
    closed = _closes(cut, grammar, verb, stop)
    joins = not cue.needs or cue.split
    after = verb + 2 if grammar.has("still", cut.lower(verb + 1)) else verb + 1
    if grammar.has("negations", cut.lower(after)) or grammar.has("negations", cut.lower(verb - 1)):
        return None
    if start == verb:
        return _verb_first(cut, grammar, sort, verb, needed, first, stop, joins)
    if lowers[start] in grammar.role("openers") and (closed or grammar.has("as", lowers[start])):
        return verb_last(cut, grammar, sort, start, (verb, verb + 1), stop)
    if closed and lowers[start] in grammar.role("relatives") and start > first and cut.words[start - 1] == ",":
        owned = german_owner(cut, grammar, sort, start, (verb, verb + 1), first)
        if owned:
            return owned
        return relative(cut, grammar, sort, start, (verb, verb + 1), first)
    if closed and cut.words[start - 1] == "," and start > first:
        opener = opener_before(cut, grammar, start - 1, first)
        if opener >= 0:
            return verb_last(cut, grammar, sort, opener, (verb, verb + 1), stop)
    return _verb_second(cut, grammar, sort, start, verb, needed, first, stop, joins)


def _is_attribute(cut: Tokens, grammar: Grammar, verb: int) -> bool:
    """Whether a word stands before a noun and is no verb: "pro versicherte Person", "die genannte Zahl"."""
    before = cut.lowers[verb - 1]
    if not cut.word(verb + 1)[:1].isupper() or grammar.has("nominative", cut.lower(verb + 1)):
        return False
    article = grammar.has("determiners", before) and not grammar.has("demonstratives", before)
    return article or grammar.has("prepositions", before)


def _is_done(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a participle stands at `index`: "will 40 Drohnen abgefangen haben", not "will 40 Panzer haben"."""
    if grammar.has("held", cut.lowers[index]):  # "will den Ort unter Kontrolle haben"
        return True
    return cut.words[index][0].islower() and cut.lowers[index].endswith(grammar.perfect_endings)


def _is_otherwise(cut: Tokens, grammar: Grammar, verb: int, stop: int) -> bool:
    """Whether a word at the end of its clause makes a verb of saying another: "sagte 40 Verbindungen ab"."""
    parts = otherwise().get(cut.lowers[verb])
    if not parts:
        return False
    for at in range(verb + 1, min(stop, verb + REACH)):
        if cut.lowers[at] in parts and (cut.word(at + 1) == "." or _closes(cut, grammar, at, stop)):
            return True
        if cut.words[at] in ",;:":
            break
    return False


def _closes(cut: Tokens, grammar: Grammar, verb: int, stop: int) -> bool:
    return verb + 1 >= stop or is_boundary(cut, verb + 1) or cut.lowers[verb + 1] in grammar.role("and")


def _needed(cut: Tokens, grammar: Grammar, cue: Cue, verb: int, stop: int) -> int:
    """Return where a word stands that the verb needs, or the verb's own place."""
    for at in range(verb + 1, min(stop, verb + REACH)):
        if cut.lowers[at] in cue.needs:
            if not cue.split:
                return at
            after = at + 1
            if (
                after >= stop
                or is_boundary(cut, after)
                or grammar.has("openers", cut.lowers[after])
                or (grammar.has("and", cut.lowers[after]))
                or cut.words[after] == "."
            ):
                return at
        elif not cue.split and cut.words[at] in ",;:":
            break
    return verb


def _verb_first(
    cut: Tokens, grammar: Grammar, sort: str, verb: int, needed: int, first: int, stop: int, joins: bool
) -> Claim | None:
    before = cut.words[verb - 1] if verb > first else ""
    source, pronoun = subject_behind(cut, grammar, verb, stop, joins)
    cue = (verb, verb + 1)
    apart = subject_apart(cut, grammar, verb - 1, first) if before == "," else None
    if apart:
        content = needed if not joins else content_behind(cut, grammar, sort, verb + 1, needed, stop)
        return Claim(apart, cue, sort, content, partner=-1 if joins else needed)
    if source or pronoun:
        if not before:
            return None
        end = source[1] if source else verb + 2
        if before == "," and _opens_sentence_with_adjunct(cut, grammar, first, verb):
            content = content_behind(cut, grammar, sort, end, needed, stop)
            if content < stop and _behind_is_claimed(cut, grammar, content, stop):
                return Claim(source, cue, sort, content, stands_for=pronoun)
        return Claim(source, cue, sort, stands_for=pronoun, quoted=before in QUOTES or cut.word(verb - 2) in QUOTES)
    return None


def _opens_sentence_with_adjunct(cut: Tokens, grammar: Grammar, first: int, verb: int) -> bool:
    lower = cut.lowers[first]
    quoted = any(cut.words[at] in QUOTES for at in range(max(first, verb - REACH), verb))
    return not quoted and (grammar.has("prepositions", lower) or grammar.has("openers", lower))


def _behind_is_claimed(cut: Tokens, grammar: Grammar, content: int, stop: int) -> bool:
    if grammar.has("openers", cut.lowers[content]) or cut.words[content - 1] == ":":
        return True
    reported = grammar.role("reported")
    return any(cut.lowers[at] in reported for at in range(content, min(stop, content + REACH)))


def _verb_second(
    cut: Tokens,
    grammar: Grammar,
    sort: str,
    start: int,
    verb: int,
    needed: int,
    first: int,
    stop: int,
    joins: bool,
) -> Claim | None:
    lowers, cue = cut.lowers, (verb, verb + 1)
    source: Span | None = None
    pronoun = ""
    seen = grammar.has("seeing", lowers[verb]) and not grammar.role("seen_at").isdisjoint(
        lowers[verb + 1 : min(stop, verb + _SEEN)]
    )
    if seen and start + 1 == verb and not grammar.has("pollsters", lowers[start]):
        return None  # "Lexis sieht die Union bei 32 Prozent": not hers
    if grammar.has("focus", lowers[start]) and german_phrase(cut, grammar, start + 1, verb) > start + 1:
        start += 1  # "Auch die Polizei sprach von 40"
    if grammar.has("demonstratives", lowers[start]) and start + 1 == verb:
        source, pronoun = subject_behind(cut, grammar, verb, stop, joins)
        if source is None and not pronoun:
            return None
        return Claim(source, cue, sort, stands_for=pronoun, backwards=True)
    if grammar.has("pronouns", lowers[start]) and past_german(cut, grammar, start + 1, verb) >= verb:
        pronoun = lowers[start]
    else:
        end = german_phrase(cut, grammar, start, verb)
        adverbial = any(grammar.has(role, lowers[start]) for role in ("prepositions", "starters", "oblique"))
        if not adverbial and end > start and (sort == "document" or not is_measured(cut, grammar, start, end)):
            reach = past_german(cut, grammar, end, verb)
            elliptic = grammar.has("and", lowers[verb - 1])
            if reach >= verb or elliptic:
                source = (start, end)
            if (
                end == start + 1 == verb
                and start == first
                and not seen
                and grammar.has("nominative", cut.lower(verb + 1))
                and (sort == "say" or needed > verb)
            ):
                behind, _ = subject_behind(cut, grammar, verb, stop, joins)
                source = behind if behind and not behind[0] <= needed < behind[1] else source
            if source and counted_object(cut, grammar, start, end):
                behind, _ = subject_behind(cut, grammar, verb, stop, joins)
                source = behind if behind and grammar.has("nominative", lowers[behind[0]]) else source
        elif adverbial or end > start or cut.words[start][0].islower() or cut.words[start][0].isdigit():
            source, pronoun = asked_subject(cut, grammar, start, verb), ""
            if source is None:
                source, pronoun = subject_behind(cut, grammar, verb, stop, joins)
    if source is None and not pronoun:
        return None
    behind = max(verb + 1, source[1] if source else verb + 1)
    content = content_behind(cut, grammar, sort, behind, needed, stop)
    partner, end = -1, None
    if not joins:
        content = partner = needed
        if grammar.has("leads", lowers[needed]) and not _is_range(cut, grammar, needed + 1, stop):
            content += 1
        end = next((at for at in range(needed, min(stop, needed + REACH)) if is_dash(cut, at)), None)
    elif sort == "state":
        empty = past_german(cut, grammar, behind, needed) >= needed > behind
        counted = any(cut.words[at][0].isdigit() for at in range(behind, needed))
        if empty and not counted and cut.word(needed + 1) in (",", ":"):
            content = needed + 1  # "kündigte am Montag an, ..."
        end = _next_verb(cut, grammar, content, stop)
    if joins and sort == "state" and (pronoun or (source and source[0] < verb)):
        content = _past_owned(cut, grammar, content, stop)
    if sort == "state" and source and source[0] > verb:
        led = lowers[start] in grammar.role("state_prepositions")
        before = start < verb
        if led or (before and (is_measured(cut, grammar, start, verb) or counted_object(cut, grammar, start, verb))):
            content = start
    return Claim(source, cue, sort, content, end, stands_for=pronoun, partner=partner)


def _past_owned(cut: Tokens, grammar: Grammar, content: int, stop: int) -> int:
    """Return where a claim goes on behind what its speaker has: "fordert für ihre 3 Millionen Mitglieder 7 Prozent"."""
    figures = [at for at in range(content, min(stop, content + REACH)) if cut.words[at][0].isdigit()]
    if len(figures) < _SEVERAL or not grammar.has("own_articles", cut.lowers[figures[0] - 1]):
        return content
    return max(content, figures[1] - 1)


def _is_range(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether a preposition before `index` belongs to a figure: "von 300 bis 500"."""
    return any(grammar.has("ranges", lower) for lower in cut.lowers[index + 1 : min(stop, index + 4)])


def _next_verb(cut: Tokens, grammar: Grammar, content: int, stop: int) -> int | None:
    """Return where "und" leads to another verb of the same subject: "nannte 40 Tote und verurteilte den Angriff"."""
    for at in range(content, min(stop - 2, content + REACH)):
        if not grammar.has("and", cut.lowers[at]):
            continue
        lower, small = cut.lowers[at + 1], cut.words[at + 1][0].islower() and cut.words[at + 2][0].islower()
        if small and lower.endswith(grammar.clause_endings) and lower not in grammar.small:
            return at
    return None


def content_behind(cut: Tokens, grammar: Grammar, sort: str, behind: int, needed: int, stop: int) -> int:
    """Return where what is said begins: behind the next comma, colon or quotation mark, or at once."""
    if sort not in ("say", "accuse", "deny"):
        return behind + 1 if behind + 1 < stop and cut.words[behind] in ",:" else behind
    for at in range(max(behind, needed), min(stop, max(behind, needed) + 30)):
        word = cut.words[at]
        if word in QUOTES:
            return at
        if word in ",:":
            return at + 1
    return behind
