"""One walk over a text: the claims of every sentence, and what goes on from the speaker before."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from dashboard.reading.speech.ambiguous import is_speech, without_go_betweens, without_overruled
from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.contents import contents
from dashboard.reading.speech.cues import Cue, cues, speaking
from dashboard.reading.speech.german.speech import german_claim
from dashboard.reading.speech.grammar import QUOTES, grammar
from dashboard.reading.speech.headlines import headline_claim, is_ticker, past_clock
from dashboard.reading.speech.interviews import interview, with_answerer
from dashboard.reading.speech.lists import Owner, carried, may_carry
from dashboard.reading.speech.plain.speech import plain_claim
from dashboard.reading.speech.quotations import behind_link, quotation_around, quotations
from dashboard.reading.speech.quote_tags import quote_tag
from dashboard.reading.speech.reported import (
    behind_colon,
    colon_claim,
    is_main,
    is_of_its_own,
    names_another,
    opens_further,
    taker_of_stance,
)
from dashboard.reading.speech.rivals import rivals_of
from dashboard.reading.speech.sources import with_known_source
from dashboard.reading.speech.speakers import Speakers
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import table

# No sentence of a newsroom has more cues; what does is no prose.
_MOST_CUES = 24
# A reported sentence without a source goes on from a speaker so near; with a weak sign, from the sentence right before.
_STRONG_AFTER = 4
# A headline, and what is set above or below it.
_HEADLINES = 2
_ENDS = frozenset(".!?…+\n")


@dataclass(slots=True)
class Said:
    """A claim with all its places, in tokens. `source` is None if nobody is named; `sort` as in `Attribution`."""

    source: Span | None
    cue: Span
    content: Span
    sort: str
    spare: int = 0  # characters at the end of the source that only say that it is an account: "UN-Angaben"


class Conversation:
    """The claims of a text, found sentence by sentence."""

    def __init__(self, cut: Tokens, parts: Sentences, language: str) -> None:
        """Prepare a walk over the text that `cut` and `parts` are of."""
        self._cut, self._parts = cut, parts
        self._grammar, self._cues = grammar(language), cues(language)
        self._known = speaking(language)
        self._verb_second = self._grammar.traits.verb_second
        self._named: str = table(language, "speech")["named"]
        self._speakers = Speakers(cut, parts, self._grammar)
        self._said: list[Said] = []
        self._quoted: list[Span] = []
        self._last: Said | None = None  # the claim that a sentence without a source may go on from
        self._spoke = -1  # the sentence that was last somebody's
        self._answers, self._turns = interview(cut, parts, self._grammar)

    def said(self) -> list[Said]:
        """Return the claims in the order of the text."""
        hits = self._cut.places(self._cues.keys() & self._cut.forms)
        self._quoted = quotations(self._cut, hits)
        place = 0
        while place < len(hits):
            number = self._parts.number(hits[place])
            first, stop = self._parts.bounds(number)
            start = place
            while place < len(hits) and hits[place] < stop:
                place += 1
            first, stop = past_clock(self._cut, self._grammar, first, stop), self._without_end(first, stop)
            self._sentence(number, first, stop, hits[start:place])
        self._head()
        self._carry()
        for answer in self._answers:
            cue = answer.who[1] - 1, answer.who[1]
            self._said.append(Said(answer.who, cue, answer.content, "quote"))
        return self._said

    def _head(self) -> None:
        """Add the claims of headlines, the first lines and the heads of a ticker, as far as nobody else claims them."""
        sources = [range(*one.source) for one in self._said if one.source]
        lowers, words = self._cut.lowers, self._cut.words  # "Syndicat suisse" lets no "Suisse:" speak
        spoken = {lowers[at] for one in sources for at in one if at == one[0] or words[at][0].isupper()}
        for number in range(len(self._parts)):
            first, stop = self._parts.bounds(number)
            ticker = is_ticker(self._cut, first)
            if not (ticker or (number < _HEADLINES and self._ends_open(stop))):
                continue
            first, stop = past_clock(self._cut, self._grammar, first, stop), self._without_end(first, stop)
            within = [one for one in self._said if first <= one.content[0] < stop]
            end = min((min(one.content[0], *(one.source or one.cue)) for one in within), default=stop)
            claim = headline_claim(self._cut, self._grammar, first, stop, spoken)
            if claim and (not within or (claim.content or end) < end):
                content = (claim.content or first, end)
                self._said.append(Said(claim.source, claim.cue, content, self._sort(claim, content)))

    def _carry(self) -> None:
        """Add the lines of lists and bulletins that name nobody to who stands above them."""
        if not may_carry(self._cut, self._parts, self._grammar):
            return
        owners: dict[int, list[Owner]] = {}
        for one in self._said:
            if one.source and one.sort != "denial":
                for number in range(self._parts.number(one.content[0]), self._parts.number(one.content[1] - 1) + 1):
                    owners.setdefault(number, []).append(Owner(one.source, one.cue))
        for owner, (first, stop) in carried(self._cut, self._parts, self._grammar, owners):
            content = first, self._without_end(first, stop)
            self._said.append(Said(owner.source, owner.cue, content, "reported", self._spare(owner.source)))

    def _ends_open(self, stop: int) -> bool:
        """Whether a sentence ends with a line and no full stop."""
        return self._cut.words[stop - 1][0] == "\n" and stop > 1 and self._cut.words[stop - 2] not in ".!?"

    def _without_end(self, first: int, stop: int) -> int:
        while stop > first + 1 and self._cut.words[stop - 1][0] in _ENDS:
            stop -= 1
        return stop

    def _sentence(self, number: int, first: int, stop: int, hits: list[int]) -> None:
        claims: list[Claim] = []
        strong = weak = False
        reported, tried, looked = -1, 0, 0
        for at in hits:
            if at >= stop:
                break
            for cue in self._cues[self._cut.lowers[at]]:
                if cue.role in ("strong", "weak") and self._cut.words[at][0].islower() and looked < _MOST_CUES:
                    looked += 1
                    clause = is_main if self._verb_second else is_of_its_own
                    main = clause(self._cut, self._grammar, at, first, stop)
                    strong, weak = strong or (main and cue.role == "strong"), weak or (main and cue.role == "weak")
                    reported = at if main and reported < 0 else reported
                weak = weak or (cue.role == "opening" and opens_further(self._cut, self._grammar, at, first))
                if cue.role in ("strong", "weak", "opening") or tried >= _MOST_CUES:
                    continue
                tried += 1
                if self._take(claims, cue, at, first, stop):
                    break
        content = behind_colon(self._cut, self._grammar, first, reported) if self._verb_second else -1
        if content > first and strong and not claims:
            claim = colon_claim(self._cut, self._grammar, first, content)
            claims += [claim] if claim else []
        elif (
            content > first
            and strong
            and len(claims) == 1
            and claims[0].sort == "deny"
            and claims[0].extent[1] < content
        ):
            claims[0].end = content - 1  # "wies das zurück: Es seien 40"
            claims.append(Claim(claims[0].source, (content - 1, content), "say", content, elided=True))
        if claims:
            self._keep(claims, number, first, stop)
        else:
            self._go_on(number, max(content, first), stop, strong, weak)

    def _take(self, claims: list[Claim], cue: Cue, at: int, first: int, stop: int) -> bool:
        """Add the claim of a cue, if it is one; whether it was."""
        before = claims[-1] if claims else None
        if before and before.extent[0] <= at < before.extent[1]:
            return False
        if cue.role == "quote":
            claim = quote_tag(self._cut, self._grammar, at, first, stop, self._known)
        elif self._verb_second:
            claim = german_claim(self._cut, self._grammar, cue, at, first, stop)
        else:
            claim = plain_claim(self._cut, self._grammar, cue, at, first, stop, before)
        if claim is None or not with_answerer(self._cut, self._grammar, claim, self._answers, at):
            return False
        claim.ambiguous = cue.ambiguous and not claim.quoted
        if cue.ambiguous and not is_speech(self._cut, self._grammar, claim, first, stop):
            return False
        claim = with_known_source(self._cut, self._grammar, claim, at, first)
        if claim is None:
            return False
        if self._grammar.has("pronouns", claim.stands_for) and quotation_around(self._quoted, at):
            return False
        claims.append(claim)
        claims += rivals_of(self._cut, self._grammar, claim, stop)
        return True

    def _keep(self, claims: list[Claim], number: int, first: int, stop: int) -> None:
        if len(claims) > 1:
            claims = [claim for claim in claims if claim.sort != "citing"] or claims[:1]
        claims = without_overruled(self._cut, self._grammar, sorted(claims, key=lambda claim: claim.extent))
        claims = without_go_betweens(self._cut, claims, stop) if self._verb_second else claims
        for claim, span in zip(claims, contents(self._cut, self._grammar, claims, first, stop), strict=True):
            source, empty = claim.source, span[1] <= span[0]
            if empty and claim.partner < 0:
                continue
            if source is None:
                source = claim.answer or self._speakers.meant(claim.stands_for, number, claim.cue[0])
            elif claim.sort != "deny":
                source = self._speakers.fuller(source, number)
                self._speakers.add(source, number)
            if span[1] > span[0] + 1 and self._cut.words[span[0]] == ",":
                span = span[0] + 1, span[1]
            if empty:  # "a fourni des détails": they follow
                self._last, self._spoke = Said(source, claim.cue, claim.cue, "indirect", self._spare(source)), number
            else:
                span = self._stretched(claim, span, first, stop)
                if claim.backwards and number:
                    span = self._parts.firsts[number - 1], min(span[1], claim.end or span[1])
                said = Said(source, claim.cue, span, self._sort(claim, span), self._spare(source))
                self._said.append(said)
                if said.source and said.sort != "denial":
                    self._last, self._spoke = said, number

    def _spare(self, source: Span | None) -> int:
        word = self._cut.lowers[source[1] - 1] if source else ""
        owner, hyphen, account = word.rpartition("-")
        return len(hyphen + account) if owner and account in self._grammar.compound_accounts else 0

    def _sort(self, claim: Claim, span: Span) -> str:
        if claim.sort in ("accuse", "deny"):
            return "accusation" if claim.sort == "accuse" else "denial"
        if claim.sort in ("laut", "according", "citing"):
            return self._named
        return "quote" if claim.quoted or self._cut.words[span[0]] in QUOTES else "indirect"

    def _stretched(self, claim: Claim, span: Span, first: int, stop: int) -> Span:
        """Return a content with the whole of a quotation that began in a sentence before or ends in one behind."""
        start, end = span
        if claim.content is None and start == first:
            around = quotation_around(self._quoted, first)
            if around and around[0] < first:
                start = around[0]
                while self._said and self._said[-1].sort == "reported" and self._said[-1].content[0] >= start:
                    self._said.pop()
        if claim.content is not None and end == stop:
            around = quotation_around(self._quoted, stop - 1)
            if around and around[0] >= start:
                end = max(end, around[1])
        return start, end

    def _go_on(self, number: int, first: int, stop: int, strong: bool, weak: bool) -> None:
        """Add a sentence that names no source to the claims of who spoke before, if it is reported speech."""
        last = self._last
        if last is None and self._verb_second and strong and number:
            last = self._stance(number)
            self._spoke = number - 1 if last else self._spoke
        if last is None or last.source is None or last.content[1] >= stop:
            return
        ago = number - self._spoke
        if bisect_right(self._turns, number) != bisect_right(self._turns, self._spoke):
            self._last = None
            return
        if self._verb_second and self._interrupted(number, last.source):
            self._last = self._stance(number) if strong else None
            last, ago = self._last, 1
            if last is None:
                return
        weak = weak and not self._grammar.has("demonstratives", self._cut.lowers[first])  # "Das wäre ein Drittel"
        first = behind_link(self._cut, self._grammar, first, stop)
        quoted = self._all_quoted(first, stop)
        together = self._parts.paragraphs[number] == self._parts.paragraphs[self._spoke]
        if (strong and ago <= _STRONG_AFTER) or (together and ago <= 1 and (weak or quoted)):
            self._said.append(Said(last.source, last.cue, (first, stop), "reported", last.spare))
            self._spoke = number

    def _interrupted(self, number: int, spoke: Span) -> bool:
        """Whether between the last speaker and a sentence the agency itself names somebody else."""
        return self._speakers.interrupts(spoke, self._spoke, number) or any(
            self._is_own(*self._parts.bounds(between))
            for between in range(max(self._spoke + 1, number - _STRONG_AFTER), number)
        )

    def _stance(self, number: int) -> Said | None:
        """Return who shows a stance in the sentence before, as in "Sie verteidigte die Reform"."""
        first, stop = self._parts.bounds(number - 1)
        source = taker_of_stance(self._cut, self._grammar, first, stop)
        if source is None or self._parts.paragraphs[number - 1] != self._parts.paragraphs[number]:
            return None
        return Said(source, (source[1], source[1] + 1), (first, stop), "indirect", self._spare(source))

    def _is_own(self, first: int, stop: int) -> bool:
        """Whether a sentence in the agency's own voice names somebody."""
        reported = self._grammar.role("reported")
        own = reported.isdisjoint(self._cut.lowers[first:stop])
        return own and names_another(self._cut, self._grammar, first, stop)

    def _all_quoted(self, first: int, stop: int) -> bool:
        around = quotation_around(self._quoted, first)
        return around is not None and around[1] >= stop - 1
