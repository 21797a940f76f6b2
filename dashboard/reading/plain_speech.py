"""Who says what in an English or French sentence: the subject stands before its verb, or behind it after a quotation."""

from __future__ import annotations

from dashboard.reading.adjuncts import past_plain
from dashboard.reading.claims import Claim, Span
from dashboard.reading.cues import Cue
from dashboard.reading.grammar import QUOTES, REACH, Grammar, clause_start, is_boundary, next_boundary
from dashboard.reading.names import is_name, plain_phrase, run_of_names
from dashboard.reading.tokens import Tokens

_LONGEST_SUBJECT = 24


def plain_claim(
    cut: Tokens, grammar: Grammar, cue: Cue, index: int, first: int, stop: int, before: Claim | None
) -> Claim | None:
    """Return the claim that the cue at `index` introduces in the sentence from `first` to `stop`, if any.

    `before` is the claim found last in the same sentence.
    """
    role = cue.role
    if role == "verb":
        return _finite(cut, grammar, cue, index, index, first, stop, before)
    if role == "participle":
        return _participle(cut, grammar, cue, index, first, stop, before)
    if role == "before":
        return _preposition(cut, grammar, cue, index, first, stop)
    if role == "asking":
        return Claim(None, (index, index + 1), cue.sort, stands_for=cut.lowers[index].rsplit("-", 1)[-1])
    if role == "gerund":
        return _gerund(cut, grammar, index, first, stop, before)
    if role == "eyes":
        return _eyes(cut, grammar, index, first, stop)
    if role == "citing":
        end = plain_phrase(cut, grammar, index + 1, stop)
        return Claim((index + 1, end), (index, index + 1), "citing") if end > index + 1 else None
    return None


def _preposition(cut: Tokens, grammar: Grammar, cue: Cue, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "according to police" and "selon la police"."""
    at = index + 1
    if any(cue.needs):
        if cut.lower(at) not in cue.needs:
            return None
        at += 1
    elif grammar.has("elided_before", cut.lowers[index]) and cut.lower(index - 2) not in grammar.role("elided"):
        return None
    if at >= stop:
        return None
    leading = index <= first or is_boundary(cut, index - 1) or grammar.has("contrasts", cut.lowers[index - 1])
    span = (index, at)
    lower = cut.lowers[at]
    if grammar.has("pronouns", lower) or grammar.has("objects", lower):
        return Claim(None, span, "according", stands_for=lower, leading=leading)
    end = plain_phrase(cut, grammar, at, stop)
    if end == at:
        return None
    if " ".join(cut.lowers[at : at + 3]) in grammar.role("same_accounts") or (
        " ".join(cut.lowers[at : at + 2]) in grammar.role("same_accounts") and end == at + 2
    ):
        return Claim(None, span, "according", stands_for="same", leading=leading)
    return Claim(_owner(cut, grammar, at, end), span, "according", leading=leading)


def _eyes(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "aux yeux de Kiev", "de l'aveu du ministre", "de source policière"."""
    lowers = cut.lowers
    start = clause_start(cut, first, index)
    leading = True
    if grammar.has("of", cut.lower(index + 1)):
        opened = " ".join(lowers[max(start, index - 3) : index]).endswith(grammar.eyes_before)
        owner = index + 3 if cut.word(index + 2) == "'" else index + 2
        end = plain_phrase(cut, grammar, owner, stop) if opened and owner < stop else owner
        return Claim((owner, end), (index, index + 1), "according", leading=leading) if end > owner else None
    if grammar.has("sources", lowers[index]) and index > first and grammar.has("sources_before", lowers[index - 1]):
        end = plain_phrase(cut, grammar, index, stop)
        return Claim((index, end), (index - 1, index), "according", leading=leading) if end > index + 1 else None
    return None


def _owner(cut: Tokens, grammar: Grammar, first: int, stop: int) -> Span:
    """Return whose account a phrase is: "figures from the ministry"; the phrase itself if it is none."""
    for at in range(first, min(stop, first + 4)):
        if grammar.has("accounts", cut.lowers[at]) and at + 2 < stop and grammar.has("of", cut.lowers[at + 1]):
            return at + 2, stop
    return first, stop


def _gerund(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int, before: Claim | None) -> Claim | None:
    """Return the claim of "..., adding that": whoever spoke before in the sentence, or its subject."""
    if index <= first or not (is_boundary(cut, index - 1) or cut.lowers[index - 1] in grammar.role("gerund_before")):
        return None
    span = (index, index + 1)
    if before and before.sort != "deny":
        return Claim(before.source, span, "say", _content(cut, grammar, index + 1, stop), stands_for=before.stands_for)
    start = _past_starters(cut, grammar, first, index)
    if start >= index:
        return None
    if grammar.has("pronouns", cut.lowers[start]):
        return Claim(None, span, "say", _content(cut, grammar, index + 1, stop), stands_for=cut.lowers[start])
    end = plain_phrase(cut, grammar, start, index)
    if end >= index or not grammar.has("modals", cut.lowers[end]):
        end = _named_subject(cut, grammar, start, index)
    return Claim((start, end), span, "say", _content(cut, grammar, index + 1, stop)) if end > start else None


def _named_subject(cut: Tokens, grammar: Grammar, start: int, stop: int) -> int:
    """Return the end of a capitalised subject at `start`, whose verb is not known."""
    at = start
    while at < stop and grammar.has("determiners", cut.lowers[at]):
        at += 2 if cut.word(at + 1) == "'" else 1
    end = run_of_names(cut, grammar, at, stop) if at < stop else at
    return end if end > at else start


def _past_starters(cut: Tokens, grammar: Grammar, at: int, stop: int) -> int:
    while at < stop and (grammar.has("starters", cut.lowers[at]) or cut.words[at] in QUOTES):
        at += 1
    return at


def _participle(
    cut: Tokens, grammar: Grammar, cue: Cue, index: int, first: int, stop: int, before: Claim | None
) -> Claim | None:
    """Return the claim of a French compound tense: "a déclaré", "a-t-il ajouté", "avait été évalué par"."""
    if cue.needs and not any(cut.lower(at) in cue.needs for at in range(index + 1, min(stop, index + 4))):
        return None
    at = index - 1
    while at > first and at > index - 6 and grammar.has("between", cut.lowers[at]):
        at -= 1
    if at < first:
        return None
    lower = cut.lowers[at]
    if grammar.has("having_pronoun", lower):
        return Claim(None, (at, index + 1), cue.sort, stands_for=lower.rsplit("-", 1)[-1])
    if grammar.has("having", lower):
        return _finite(cut, grammar, cue, at, index, first, stop, before)
    if grammar.has("being", lower):
        return _passive(cut, grammar, cue, index, stop)
    return None


def _passive(cut: Tokens, grammar: Grammar, cue: Cue, index: int, stop: int) -> Claim | None:
    for at in range(index + 1, min(stop, index + 10)):
        if is_boundary(cut, at):
            return None
        if grammar.has("passive_by", cut.lowers[at]):
            end = plain_phrase(cut, grammar, at + 1, stop)
            if end == at + 1:
                return None
            return Claim((at + 1, end), (index, index + 1), cue.sort)
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
    if cue.needs and verb == last and not _needed(cut, cue, verb, stop):
        return None
    if any(grammar.has("not_said", lowers[at]) for at in range(last + 1, min(stop, last + 6))):
        return None
    if _is_noun(cut, grammar, verb):
        return None
    if any(grammar.has("negations", lowers[at]) for at in range(max(first, verb - 3), last)):
        return None
    before = verb - 1
    while before >= first and _between(cut, grammar, before):
        before -= 1
    if before >= first and grammar.has("being", lowers[before]):
        return _passive(cut, grammar, cue, last, stop)
    if before > first and grammar.has("and", lowers[before]) and claim_before and claim_before.extent[1] == before:
        return _told(cut, grammar, cue, span, claim_before.source, claim_before.stands_for, before, first, stop)
    start = clause_start(cut, first, before + 1, grammar.role("openers"))
    opener = lowers[start - 1] if start > first else ""
    if start > before:
        return _verb_first(cut, grammar, cue, span, start, first, stop, claim_before)
    if opener in grammar.role("relatives") and _is_verbal(cut, grammar, start):
        subject = _subject(cut, grammar, clause_start(cut, first, start - 1), start - 1)
        return _told(cut, grammar, cue, span, subject, "", start - 1, first, stop) if subject else None
    start = _past_starters(cut, grammar, start, before)
    if start == before and grammar.has("pronouns", lowers[start]):
        if grammar.has("relatives", lowers[start]):
            return None
        return _told(cut, grammar, cue, span, None, lowers[start], start, first, stop)
    if start + 1 == before and grammar.has("pronouns", lowers[start]) and words[before] == "'":
        return None
    subject = _subject(cut, grammar, start, before + 1)
    if subject is None and opener not in ("", ",") and before > start:
        return None
    if subject is None:
        return None
    if cue.sort == "document" and not _is_document(cut, grammar, subject):
        return None
    if cue.sort != "document" and grammar.has("determiners", lowers[before]):
        return None
    return _told(cut, grammar, cue, span, subject, "", start, first, stop)


def _is_noun(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a form that may be a noun is one: "a report said", "its estimates of"."""
    lowers = cut.lowers
    if grammar.has("plural_verbs", lowers[index]):
        before = cut.lower(index - 1)
        return not (before.endswith("s") or grammar.has("plain_subjects", before))
    if grammar.has("singular_verbs", lowers[index]):
        after = cut.lower(index + 1)
        return (
            grammar.has("of", after) or grammar.has("modals", after) or grammar.has("determiners", cut.lower(index - 1))
        )
    return False


def _between(cut: Tokens, grammar: Grammar, index: int) -> bool:
    lower = cut.lowers[index]
    return (
        grammar.has("between", lower)
        or (grammar.has("time_words", lower) and cut.words[index][0].isupper() and grammar.language == "en")
        or (cut.words[index] == "'" and cut.touch(index))
    )


def _needed(cut: Tokens, cue: Cue, verb: int, stop: int) -> bool:
    for at in range(verb + 1, min(stop, verb + 16)):
        if cut.lowers[at] in cue.needs:
            return True
        if cut.words[at] in ",;:":
            return False
    return False


def _is_verbal(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a clause begins without a subject: "the group that tracks losses said"."""
    lower = cut.lowers[index]
    return not (
        cut.words[index][0].isupper()
        or grammar.has("determiners", lower)
        or grammar.has("pronouns", lower)
        or cut.words[index][0].isdigit()
        or grammar.has("plain_subjects", lower)
    )


def _is_document(cut: Tokens, grammar: Grammar, subject: Span) -> bool:
    return any(grammar.has("documents", cut.lowers[at]) for at in range(*subject))


def _subject(cut: Tokens, grammar: Grammar, first: int, stop: int) -> Span | None:
    """Return the noun phrase that the tokens from `first` to `stop` are or end with, if they can be one."""
    lowers, words = cut.lowers, cut.words
    first = _past_starters(cut, grammar, first, stop)
    if stop - first > _LONGEST_SUBJECT or stop <= first:
        return None
    for at in range(stop - 1, first, -1):
        if grammar.has("and", lowers[at]) and _splits(cut, grammar, first, at, stop):
            first = at + 1
            break
    if first >= stop:
        return None
    if grammar.has("prepositions", lowers[first]):
        article = next(
            (
                at
                for at in range(stop - 1, first, -1)
                if grammar.has("determiners", lowers[at]) and not grammar.has("of", lowers[at - 1])
            ),
            -1,
        )
        if article <= first + 1:
            return None
        first = article
    if any(grammar.has("modals", lowers[at]) for at in range(first, stop)):
        return None
    end = first + 1
    while end < stop and (
        grammar.has("of", lowers[end])
        or not grammar.has("prepositions", lowers[end])
        or grammar.has("inside", cut.lower(end + 1))
    ):
        end += 1
    if end < stop and grammar.has("in", lowers[end]) and end + 1 < stop and is_name(cut, grammar, end + 1):
        end = run_of_names(cut, grammar, end + 1, stop)
    head = _head(cut, grammar, first, end)
    if grammar.has("measures", lowers[head]) or grammar.has("pronouns", lowers[first]) and end == first + 1:
        return None
    if not any(words[at][0].isalpha() and lowers[at] not in grammar.small for at in range(first, end)):
        return None
    return first, end


def _head(cut: Tokens, grammar: Grammar, first: int, stop: int) -> int:
    """Return the noun a phrase is about: the last word before "of", "for", "de"; in French the first behind the article."""
    lowers = cut.lowers
    if grammar.language == "fr":
        return next(
            (at for at in range(first, stop) if not grammar.has("determiners", lowers[at]) and cut.words[at] != "'"),
            first,
        )
    ends = next(
        (at for at in range(first + 1, stop) if grammar.has("of", lowers[at]) or grammar.has("in", lowers[at])), stop
    )
    return ends - 1


def _splits(cut: Tokens, grammar: Grammar, first: int, conjunction: int, stop: int) -> bool:
    """Whether "and" joins clauses and not two sources: "Kyiv and Washington" stay together."""
    lowers, words = cut.lowers, cut.words
    if conjunction + 1 >= stop or conjunction - first > 8:
        return True
    for at in range(first, conjunction):
        lower = lowers[at]
        if grammar.has("modals", lower) or words[at][0].isdigit() or grammar.has("prepositions", lower) and at == first:
            return True
        if grammar.language == "en" and words[at][0].islower() and lower.endswith("ed") and at > first:
            return not grammar.has("plain_subjects", lower)
    return False


def _verb_first(
    cut: Tokens, grammar: Grammar, cue: Cue, span: Span, start: int, first: int, stop: int, claim_before: Claim | None
) -> Claim | None:
    """Return the claim of '"...", said the minister', or of a subject that an apposition parts from its verb."""
    verb, last = span[0], span[1] - 1
    if start <= first:
        return None
    sign = cut.words[start - 1]
    lower = cut.lowers[start - 1]
    if lower in grammar.role("relatives"):
        comma = start - 2
        if claim_before and claim_before.source and claim_before.source[1] == comma:
            subject = claim_before.source
        else:
            subject = _apart(cut, grammar, start - 1, first)
        return _told(cut, grammar, cue, span, subject, "", start - 1, first, stop, within=True) if subject else None
    if lower in grammar.role("openers") and not grammar.has("as", lower):
        return None
    if sign == ")":
        opening = _opening(cut, start - 1, first)
        subject = _subject(cut, grammar, clause_start(cut, first, opening, grammar.role("openers")), opening)
        if subject:
            return _told(cut, grammar, cue, span, (subject[0], start), "", subject[0], first, stop)
    quoted = sign in QUOTES or cut.word(start - 2) in QUOTES
    after = past_plain(cut, grammar, last + 1, stop)
    if after < stop and grammar.has("pronouns", cut.lowers[after]):
        follows = after + 1 >= stop or is_boundary(cut, after + 1) or cut.words[after + 1] == "."
        if quoted or follows:
            return Claim(None, span, cue.sort, stands_for=cut.lowers[after], quoted=quoted)
        after = stop
    end = plain_phrase(cut, grammar, after, stop) if after < stop else after
    if end > after and not grammar.has("openers", cut.lowers[last + 1]):
        closing = past_plain(cut, grammar, end, stop)
        closed = closing >= stop or is_boundary(cut, closing) or cut.words[closing] == "."
        spoken = quoted or sign != "," or closed or grammar.language == "fr"
        apart = (
            None
            if quoted or sign != "," or (closed and not _is_apposition(cut, grammar, start - 1, first))
            else (_apart(cut, grammar, start - 1, first))
        )
        if spoken and not apart:
            return Claim((after, end), span, cue.sort, quoted=quoted)
    if sign == ",":
        subject = _apart(cut, grammar, start - 1, first)
        if subject:
            return _told(cut, grammar, cue, span, subject, "", subject[0], first, stop)
    return None


def _opening(cut: Tokens, closing: int, first: int) -> int:
    return next((at for at in range(closing, max(first, closing - 8), -1) if cut.words[at] == "("), closing)


def _is_apposition(cut: Tokens, grammar: Grammar, comma: int, first: int) -> bool:
    return _apart(cut, grammar, comma, first) is not None


def _apart(cut: Tokens, grammar: Grammar, comma: int, first: int) -> Span | None:
    """Return the subject that commas part from its verb: "Budanov, head of military intelligence, said"."""
    start = clause_start(cut, first, comma)
    if cut.lowers[comma] in grammar.role("relatives"):
        if start >= comma:
            return _apart_before(cut, grammar, comma - 1, first) if cut.word(comma - 1) == "," else None
        return _subject(cut, grammar, start, comma)
    return _apart_before(cut, grammar, start - 1, first, comma)


def _apart_before(cut: Tokens, grammar: Grammar, comma: int, first: int, until: int = -1) -> Span | None:
    """Return the phrase that ends at `comma`, with the name that follows it up to `until`."""
    nearest: Span | None = None
    last = comma
    for _ in range(3):
        if comma <= first or cut.words[comma] != ",":
            break
        start = clause_start(cut, first, comma, grammar.role("openers"))
        subject = _subject(cut, grammar, start, comma)
        opens = start <= first or cut.words[start - 1] != ","
        if (
            subject
            and opens
            and subject[0] == _past_starters(cut, grammar, start, comma)
            and subject[1] == comma
            and _could_speak(cut, grammar, subject)
        ):
            return subject[0], _with_name(cut, grammar, comma, until)
        if subject and subject[1] == last == comma and _begins_name(cut, grammar, subject[0]) and nearest is None:
            nearest = subject[0], _with_name(cut, grammar, comma, until)
        comma = start - 1
    return nearest if nearest and _could_speak(cut, grammar, nearest) else None


def _with_name(cut: Tokens, grammar: Grammar, comma: int, until: int) -> int:
    """Return the end of the name that follows a title in commas, up to `until`; `comma` if there is none."""
    at = comma + 1
    while at < until and cut.words[at][0].islower() and at < comma + 5:
        at += 1
    return until if 0 <= until - comma < 10 and at < until and run_of_names(cut, grammar, at, until) == until else comma


def _begins_name(cut: Tokens, grammar: Grammar, index: int) -> bool:
    return cut.words[index][0].isupper() or grammar.has("determiners", cut.lowers[index])


def _could_speak(cut: Tokens, grammar: Grammar, subject: Span) -> bool:
    """Whether a phrase set apart is short enough to be a name or a title, not a clause of its own."""
    lowers, words = cut.lowers, cut.words
    if words[subject[0]][0].isdigit():
        return False
    if grammar.language == "en":
        for at in range(subject[0] + 1, subject[1]):
            if words[at][0].islower() and lowers[at].endswith("ed") and not grammar.has("plain_subjects", lowers[at]):
                return False
    return subject[1] - subject[0] <= 14


def _told(
    cut: Tokens,
    grammar: Grammar,
    cue: Cue,
    span: Span,
    subject: Span | None,
    pronoun: str,
    start: int,
    first: int,
    stop: int,
    within: bool = False,
) -> Claim:
    """Return the claim of a subject and its verb: inserted into what is said, or with what is said behind it."""
    last = span[1] - 1
    if subject:
        subject = _owner(cut, grammar, *subject)
    opener = cut.lowers[start - 1] if start > first else ""
    sign = cut.words[start - 1] if start > first else ""
    quoted = sign in QUOTES or (start > first + 1 and cut.words[start - 2] in QUOTES)
    inserted = not within and (
        (bool(opener) and grammar.has("as", opener))
        or (start > first and (sign in ",–—" or quoted) and _nothing_follows(cut, grammar, last + 1, stop))
    )
    if inserted:
        return Claim(subject, span, cue.sort, stands_for=pronoun, quoted=quoted)
    partner = -1
    if cue.needs:
        partner = next((at for at in range(span[0] + 1, min(stop, last + 16)) if cut.lowers[at] in cue.needs), -1)
    return Claim(subject, span, cue.sort, _content(cut, grammar, last + 1, stop), stands_for=pronoun, partner=partner)


def _nothing_follows(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether behind a verb only time, place and listener follow up to the end of the clause."""
    end = next_boundary(cut, index, stop)
    if end >= stop or cut.words[end] == ".":
        end = min(end, stop)
    if end - index > 14:
        return False
    for at in range(index, end):
        lower = cut.lowers[at]
        if (
            lower in grammar.role("openers")
            and not grammar.has("prepositions", lower)
            or lower in grammar.role("modals")
        ):
            return False
    if index >= end or cut.words[index] == ".":
        return True
    lower = cut.lowers[index]
    if grammar.has("prepositions", lower) or grammar.has("time_words", lower) or grammar.has("skips", lower):
        return True
    return end - index <= 3 and not any(cut.words[at][0].isdigit() for at in range(index, end))


def _content(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return where what is said begins: behind "that" if it comes soon, or at once."""
    for at in range(index, min(stop, index + REACH // 2)):
        if cut.lowers[at] in grammar.role("that"):
            return at + 1
        if cut.words[at] in QUOTES or (cut.words[at] in ";:" and not cut.touch(at)):
            return at
        if cut.lowers[at] in grammar.role("modals"):
            break
    return index
