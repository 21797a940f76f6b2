"""Who says what in an English or French sentence: the subject stands before its verb, or behind a quotation."""

from __future__ import annotations

from dataclasses import replace

from dashboard.reading.speech.adjuncts import past_plain
from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.cues import Cue
from dashboard.reading.speech.grammar import QUOTES, Grammar, clause_start, is_boundary, next_boundary
from dashboard.reading.speech.names import plain_phrase
from dashboard.reading.speech.owned_figures import expected, plain_owner, plain_participle
from dashboard.reading.speech.plain.accounts import (
    from_citing,
    from_eyes,
    from_gerund,
    from_opinion,
    from_preposition,
    from_published,
)
from dashboard.reading.speech.plain.apart import (
    is_apposition,
    joined_subject,
    opening_bracket,
    subject_apart,
    subject_start,
)
from dashboard.reading.speech.plain.contents import told, within_relative
from dashboard.reading.speech.plain.nouns import from_noun, from_origin
from dashboard.reading.speech.plain.passives import is_by_near, passive, quoted_as, reputed_before, said_in
from dashboard.reading.speech.plain.pointers import french_pointer, pointed
from dashboard.reading.speech.plain.subjects import (
    could_speak,
    first_noun,
    is_verbal,
    past_starters,
    subject_described,
    subject_of,
    with_partners,
    with_place,
)
from dashboard.reading.speech.plain.sums import owns, sees_sum
from dashboard.reading.speech.plain.verbs import auxiliary, between, is_no_claim, may_do, needed, past_aside, past_since
from dashboard.reading.text.tokens import Tokens


def plain_claim(
    cut: Tokens, grammar: Grammar, cue: Cue, index: int, first: int, stop: int, before: Claim | None
) -> Claim | None:
    """Return the claim that the cue at `index` introduces, if any; `before` is the one found last in its sentence."""
    role = cue.role
    if role == "verb":
        return pointed(cut, grammar, _finite(cut, grammar, cue, index, index, first, stop, before), first, stop)
    if role == "participle":
        return pointed(cut, grammar, _participle(cut, grammar, cue, index, first, stop, before), first, stop)
    if role == "agreeing":
        owned = plain_participle(cut, grammar, index, first, stop) or passive(cut, grammar, cue, index, first, stop)
        return pointed(cut, grammar, owned, first, stop)
    if role == "expected":
        return expected(cut, grammar, index, first, stop)
    if role in ("claim", "tally"):
        return from_noun(cut, grammar, cue, index, first, stop)
    if role == "origin":
        return from_origin(cut, grammar, index, first, stop)
    if role == "opinion":
        return from_opinion(cut, grammar, index, first, stop)
    if role == "published":
        return from_published(cut, grammar, index, first, stop)
    if role == "read":
        return said_in(cut, grammar, (index, index + 1), stop)
    if role == "before":
        return from_preposition(cut, grammar, cue, index, first, stop)
    if role == "asking":
        pronoun = cut.lowers[index].rsplit("-", 1)[-1]
        if grammar.has("unresolved", pronoun):
            return None
        return Claim(None, (index, index + 1), cue.sort, stands_for=pronoun)
    if role == "gerund":
        if cue.sort != "want":
            return from_gerund(cut, grammar, index, first, stop, before)
        at = auxiliary(cut, grammar, index, first)
        return _finite(cut, grammar, cue, at, index, first, stop, before) if at > first else None
    if role == "eyes":
        return from_eyes(cut, grammar, index, first, stop)
    if role == "citing":
        return from_citing(cut, grammar, index, first, stop)
    return None


def _participle(
    cut: Tokens, grammar: Grammar, cue: Cue, index: int, first: int, stop: int, before: Claim | None
) -> Claim | None:
    """Return the claim of a French compound tense: "a déclaré", "a-t-il ajouté", "avait été évalué par"."""
    at = index - 1
    if cue.needs:
        need = next((one for one in range(index + 1, min(stop, index + 6)) if cut.lowers[one] in cue.needs), 0)
        if not need:
            return None
        if not any(cut.words[one][0].isdigit() for one in range(index, need)):  # not "porté à 312 le nombre"
            index = need
    at = past_aside(cut, grammar, at, first)
    while at > first and at > index - 6 and between(cut, grammar, at):
        at -= 1
    if at < first:
        return None
    lower = cut.lowers[at]
    if grammar.has("being", lower) or grammar.has("being_pronoun", lower):
        written = said_in(cut, grammar, (index, index + 1), stop)
        if written:
            return written
    if grammar.has("having_pronoun", lower):
        return Claim(None, (at, index + 1), cue.sort, stands_for=lower.rsplit("-", 1)[-1])
    if grammar.has("having", lower):
        if grammar.has("reported", lower):  # "il aurait reconnu 12 vols": that is somebody else's account
            return None
        return _finite(cut, grammar, cue, at, index, first, stop, before)
    if grammar.has("being", lower):
        elided = cut.lowers[at - 1] == "'" and cut.lowers[at - 2] in grammar.role("reflexive")
        if at > first + 1 and (elided or grammar.has("reflexives", cut.lowers[at - 1])):
            return _finite(cut, grammar, cue, at, index, first, stop, before)
        return passive(cut, grammar, cue, index, first, stop)
    return None


def _finite(
    cut: Tokens,
    grammar: Grammar,
    cue: Cue,
    verb: int,
    last: int,
    first: int,
    stop: int,
    claim_before: Claim | None,
) -> Claim | None:
    """Return the claim of a verb from token `verb` (its auxiliary) to `last`."""
    lowers, words = cut.lowers, cut.words
    span = (verb, last + 1)
    if words[verb][0].isupper() and verb > first and words[verb - 1][0].isalpha():
        return None  # a name: "Omar Said"
    if cue.needs and verb == last and not needed(cut, cue, verb, stop):
        if not sees_sum(cut, grammar, verb, stop):
            return None
        cue = replace(cue, needs=frozenset())
    following = cut.lower(last + 1)
    leads = grammar.has("of", following) or grammar.has("prepositions", following)
    if verb == last and following in cue.needs and not (cue.split or leads):  # "fait valoir la présidence"
        last, span = last + 1, (verb, last + 2)
    if cue.split:  # ", she went on,"
        if lowers[last + 1] not in cue.needs or not (last + 2 >= stop or is_boundary(cut, last + 2)):
            return None
        cue, last, span = replace(cue, needs=frozenset()), last + 1, (verb, last + 2)
    if cue.sort == "deny" and cut.word(last + 1) == ":":  # "La direction dément: 40 postes seulement sont menacés"
        cue = replace(cue, sort="say")
    if owns(cut, grammar, verb, first, claim_before) or is_no_claim(cut, grammar, cue, span, first, stop):
        return None
    if verb == last and is_by_near(cut, grammar, verb):
        owned = plain_participle(cut, grammar, verb, first, stop)
        if owned:
            return owned
    before = verb - 1
    while before >= first and between(cut, grammar, before):
        before -= 1
    before = past_since(cut, grammar, before, first)
    if before > first and grammar.has("articles_or_objects", lowers[before]) and grammar.has("as", lowers[before - 1]):
        before -= 1  # "comme le rappelle"
    if grammar.has("quoting", lowers[verb]):
        quoted = quoted_as(cut, grammar, verb, before, first, stop)
        if quoted:
            return quoted
    if before >= first and grammar.has("infinitive", lowers[before]):
        before = reputed_before(cut, grammar, before, first)  # "was reported to have told"
        if before < first:  # "collected evidence to assess that"
            return None
    as_reported = before >= first and grammar.has("as", lowers[before]) and is_by_near(cut, grammar, verb)
    if as_reported or (before >= first and grammar.has("being", lowers[before])):
        return passive(cut, grammar, cue, last, first, stop)
    if before > first and grammar.has("and", lowers[before]) and claim_before and claim_before.extent[1] == before:
        return told(cut, grammar, cue, span, claim_before.source, claim_before.stands_for, before, first, stop)
    if before > first and grammar.has("and", lowers[before]):
        joined = joined_subject(cut, grammar, before, first)
        if joined:  # "Rutte praised Kyiv and said"
            return told(cut, grammar, cue, span, joined, "", before, first, stop)
    start = subject_start(cut, grammar, before, first)
    opener = lowers[start - 1] if start > first else ""
    if grammar.has("as", opener) and cut.lower(start - 2).endswith(grammar.posing):  # "callers posing as officers told"
        return None
    if start > before:
        return _verb_first(cut, grammar, cue, span, start, first, stop, claim_before)
    if opener in grammar.role("relatives") and is_verbal(cut, grammar, start):
        subject = subject_described(cut, grammar, clause_start(cut, first, start - 1), start - 1)
        if subject is None or not may_do(cut, grammar, cue, subject):
            return None
        return within_relative(
            cut, grammar, told(cut, grammar, cue, span, subject, "", start - 1, first, stop), first, stop
        )
    start = past_starters(cut, grammar, start, before)
    if start == before and grammar.has("pronouns", lowers[start]):
        if grammar.has("relatives", lowers[start]) or grammar.has("impersonal", lowers[start]):
            return None
        if claim_before and claim_before.leading and grammar.has("unresolved", lowers[start]):
            return None  # "de source policière, on indique que": the source is named
        return told(cut, grammar, cue, span, None, lowers[start], start, first, stop)
    if before > start and grammar.has("person_pronouns", lowers[before]) | grammar.has("body_pronouns", lowers[before]):
        pronoun = not grammar.has("possessives", lowers[before])
        return told(cut, grammar, cue, span, None, lowers[before], before, first, stop) if pronoun else None
    if start + 1 == before and grammar.has("pronouns", lowers[start]) and lowers[before] == "'":
        return None
    subject = subject_of(cut, grammar, start, before + 1)
    if subject is None and opener == "," and grammar.has("prepositions", lowers[start]):
        # "Le porte-parole, à l'antenne du téléthon, a raconté"
        subject = subject_apart(cut, grammar, start - 1, first)
        if subject:
            return told(cut, grammar, cue, span, subject, "", subject[0], first, stop)
    if subject is None:
        return french_pointer(cut, grammar, span, first, stop)
    asserted = cue.sort == "want" and cut.word(start - 2) == ","  # "la livraison de 18 chars, que Kiev réclamait"
    owned = None if asserted else plain_owner(cut, grammar, span, subject, start - 1, first)
    if owned:
        return owned
    if cue.sort == "hold":
        return None
    if not may_do(cut, grammar, cue, subject):
        return None
    if cue.sort != "document" and grammar.has("determiners", lowers[before]):
        return None
    if subject[0] == start:
        subject = with_partners(cut, grammar, subject, first)
        start = subject[0]
    claim = told(cut, grammar, cue, span, subject, "", start, first, stop)
    if claim.content is not None and grammar.has("relative_openers", opener) and cut.word(start - 2) == ",":
        claim.end = next_boundary(cut, claim.content, stop)  # ", which Russia said involved 34 drones,"
    return claim


def _verb_first(
    cut: Tokens, grammar: Grammar, cue: Cue, span: Span, start: int, first: int, stop: int, claim_before: Claim | None
) -> Claim | None:
    """Return the claim of '"...", said the minister', or of a subject that an apposition parts from its verb."""
    last = span[1] - 1
    if start <= first:
        return None
    sign = cut.words[start - 1]
    lower = cut.lowers[start - 1]
    this = french_pointer(cut, grammar, span, first, stop)
    if this:
        return this
    if lower in grammar.role("relatives"):
        comma = start - 2
        if claim_before and claim_before.source and is_apposition(cut, grammar, claim_before.source[1], comma):
            subject = claim_before.source
        else:
            subject = subject_apart(cut, grammar, start - 1, first)
        if subject is None or not may_do(cut, grammar, cue, subject):
            return None
        claim = told(cut, grammar, cue, span, subject, "", start - 1, first, stop, within=True)
        return within_relative(cut, grammar, claim, first, stop)
    if lower in grammar.role("openers") and not grammar.has("as", lower):
        return None
    if sign == ")":
        opening = opening_bracket(cut, start - 1, first)
        subject = subject_of(cut, grammar, clause_start(cut, first, opening, grammar.role("openers")), opening)
        if subject:
            return told(cut, grammar, cue, span, (subject[0], start), "", subject[0], first, stop)
    quoted = sign in QUOTES or cut.word(start - 2) in QUOTES
    after = past_plain(cut, grammar, last + 1, stop)
    if after < stop and grammar.has("pronouns", cut.lowers[after]):
        follows = after + 1 >= stop or is_boundary(cut, after + 1) or cut.words[after + 1] == "."
        if quoted or follows:
            return Claim(None, span, cue.sort, stands_for=cut.lowers[after], quoted=quoted)
        after = stop
    end = plain_phrase(cut, grammar, after, stop) if after < stop else after
    apart = subject_apart(cut, grammar, start - 1, first) if sign == "," and not quoted else None
    told_of = end > after and grammar.has("measures", cut.lowers[first_noun(cut, grammar, after, end)])
    if end > after and not told_of and not grammar.has("openers", cut.lowers[last + 1]):
        closing = past_plain(cut, grammar, end, stop)
        closed = closing >= stop or is_boundary(cut, closing) or cut.words[closing] == "."
        closed = closed or grammar.has("relatives", cut.lowers[end])  # "said an official who asked not to be named"
        spoken = quoted or sign != "," or closed or grammar.traits.free_inversion
        spoken = spoken and not (grammar.traits.head_first and grammar.has("of", cut.lowers[last + 1]))  # "promet de"
        speaks = (closed or grammar.traits.free_inversion) and could_speak(cut, grammar, (after, end))
        named = cut.words[after][0].isupper() or grammar.has("determiners", cut.lowers[after])
        either = (
            closed and named and not grammar.has("of", cut.lower(last + 1)) and grammar.traits.free_inversion
        )  # "ont indiqué deux courtiers."
        if (
            apart
            and speaks
            and grammar.traits.free_inversion
            and any(cut.words[at][0].isdigit() for at in range(apart[1], start))
        ):
            apart = None  # "Le groupe, qui a 14 usines, supprimera 90 postes, a indiqué sa direction"
        if spoken and (not apart or ((speaks or either) and not could_speak(cut, grammar, apart))):
            end = with_place(cut, grammar, end, stop)
            return Claim((after, end), span, cue.sort, quoted=quoted)
    if sign == ",":
        subject = subject_apart(cut, grammar, start - 1, first) if quoted else apart
        if subject and may_do(cut, grammar, cue, subject):
            return told(cut, grammar, cue, span, subject, "", subject[0], first, stop)
    return None
