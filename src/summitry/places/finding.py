"""Finds the places that a text names, and tells how likely each is where something happens."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from summitry.language import Doc
from summitry.model import PlaceMention, Span
from summitry.places.context import Context, Lead, read_context
from summitry.places.entry import Entry
from summitry.places.folding import fold_text
from summitry.places.gazetteer import Gazetteer, choose
from summitry.places.spans import Spans
from summitry.places.unknown import unknown_places
from summitry.places.words import ambiguous_names, is_cue

__all__ = ["find_places"]

_SCORES: dict[Lead, float] = {"where": 0.95, "visit": 0.9, "toward": 0.7, "beside": 0.2, "acting": 0.3, "": 0.5}
"""How likely a name led in this way is where something happens. Estimates of ours, for ranking only."""

_DATELINE_SCORE = 0.6
"""A dateline tells where a report was written, which is often where it happened."""

_WIDE = 0.3
"""Most for a continent, which is rarely all that a text tells."""

_LARGE_TOWN = 300_000
"""A town this large needs no cue to be taken for a place."""

_DATELINE = re.compile(
    r"^[ \t]*([A-Z][A-Za-z'. -]{2,40}?)(?:, ([A-Z][A-Za-z. ]{2,30}?))?(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([^()\n]{2,40}\))? ?(?:--|[—–-]) ",
    re.MULTILINE,
)

_PLACE_NOUN = re.compile(r" ([A-Z][a-z]{2,15})\b")

_REGIONS = frozenset({"country", "us-state", "region"})

_APPOSITIVE_END = re.compile(
    r" ?(?:[,.;:)\"—–-]|$|\n|\s(?:on|in|at|for|to|where|when|after|before|during|from|with)\b)"
)


def find_places(doc: Doc, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return the places that a text names, in the order of the text.

    Names that are part of a longer name ("Geneva Conventions", "Michael Jordan") are left out, and so are
    ambiguous ones ("Nice", "Kim") without words that make them a place.

    Args:
        doc: a parsed text; without tags or entities the guards rest on the words alone.
        gazetteer: the names to look for.

    Returns:
        One mention for each name; "Dalian, China" is one. `score` ranks how likely it is where something happens, not
        who acts: above 0.9 after "in" or "at", 0.3 as the subject of a verb. `rule` says which words decided.
    """
    finder = _Finder(doc, gazetteer)
    known = [*finder.datelines, *finder.named()]
    return tuple(sorted((*known, *unknown_places(doc, known)), key=lambda mention: mention.start))


class _Finder:
    """One pass over one text."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer) -> None:
        self._doc = doc
        self._text = doc.text
        self._gazetteer = gazetteer
        self._folded = fold_text(self._text)
        self._starts = [token.idx for token in doc]
        self._matches = gazetteer.matches(self._folded)
        self._countries = self._country_tokens()
        self.datelines, self._heads = self._read_datelines()
        self._mentioned = Counter(self._countries.values())

    def _read_datelines(self) -> tuple[list[PlaceMention], Spans]:
        """Return the places that head a report ("HANOI (Reuters) —"), and the spans of the heads."""
        found, heads = [], []
        for match in _DATELINE.finditer(self._text):
            near = self._gazetteer.find(match[2]) if match[2] else None
            name = match[1] if match[1].isupper() or near or "(" in match[0] or "," in match[0] else ""
            place = self._gazetteer.find(name, near.state if near else "") if name else None
            if place:
                end = match.end(2) if near else match.end(1)
                heads.append((match.start(), match.end()))
                surface = self._text[match.start(1) : end]
                found.append(PlaceMention(match.start(1), end, surface, place, _DATELINE_SCORE, "dateline"))
        return found, Spans(heads)

    def named(self) -> list[PlaceMention]:
        """Return the places named in running text."""
        found: list[PlaceMention] = []
        for number, (span, entries) in enumerate(self._matches):
            if (found and span[0] < found[-1].end) or self._heads.touch(*span):
                continue
            mention = self._mention(span, entries, number, found[-1] if found else None)
            if mention:
                found.append(mention)
        return found

    def _mention(
        self,
        span: Span,
        entries: tuple[Entry, ...],
        number: int,
        previous: PlaceMention | None,
    ) -> PlaceMention | None:
        first, last = self._token_at(span[0]), self._token_at(span[1] - 1)
        context = read_context(self._doc, span, first, last, self._countries)
        around, end = self._appositive(span, number) if entries[0].kind != "country" else ("", span[1])
        entry = self._choose(entries, around or context.state, sure=bool(around))
        if entry is None or context.part_of:
            return None
        lead = context.lead or self._inherited(span, previous)
        if not _is_place_here(self._folded[span[0] : span[1]], entry, context, lead, bool(around)):
            return None
        rule = " ".join(filter(None, (entry.kind, lead, "appositive" if around else "", context.state)))
        place = entry.place
        score = min(_SCORES[lead], _WIDE) if entry.kind == "continent" else _SCORES[lead]
        return PlaceMention(span[0], end, self._text[span[0] : end], place, score, rule)

    def _choose(self, entries: tuple[Entry, ...], state: str, *, sure: bool) -> Entry | None:
        if state:
            entry = choose(entries, state)
            if entry and (entry.place.state == state or not sure or not entry.place.country):
                return entry
            return None if sure else entry
        if len(entries) > 1 and entries[0].layer == "town":
            for entry in entries:
                if self._mentioned[entry.place.state] and not self._mentioned[entries[0].place.state]:
                    return entry
        return entries[0]

    def _appositive(self, span: Span, number: int) -> tuple[str, int]:
        """Return the state that follows a name after a comma, with where the whole ends.

        In "Preston County, West Virginia" the county is part of the name.
        """
        noun = _PLACE_NOUN.match(self._folded, span[1])
        end = noun.end() if noun and is_cue(noun[1], "place-noun") else span[1]
        following = next((match for match in self._matches[number + 1 : number + 3] if match[0][0] > end), None)
        if following is None:
            return "", span[1]
        (start, last), entries = following
        between, region = self._folded[end:start], entries[0]
        if between not in {", ", " ("} or region.kind not in _REGIONS or not region.place.state:
            return "", span[1]
        if last < len(self._text) and not _APPOSITIVE_END.match(self._text, last):
            return "", span[1]
        return region.place.state, last if between == ", " else span[1]

    def _inherited(self, span: Span, previous: PlaceMention | None) -> Lead:
        """Return how the place before was led in, where this one is joined to it: "in Seoul and Tokyo"."""
        if previous is None:
            return ""
        between = self._folded[previous.end : span[0]]
        if between not in {" and ", ", ", ", and ", " or ", " & "}:
            return ""
        return next((lead for lead in ("where", "toward", "beside", "visit") if lead in previous.rule.split()), "")

    def _country_tokens(self) -> dict[int, str]:
        return {
            self._token_at(span[1] - 1): entries[0].place.state
            for span, entries in self._matches
            if entries[0].layer == "country" and entries[0].place.state
        }

    def _token_at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1


def _is_place_here(name: str, entry: Entry, context: Context, lead: Lead, appositive: bool) -> bool:
    """Decide whether a known name is a place in this sentence."""
    told = appositive or context.described or lead in {"where", "visit"}
    known = context.entity in {"GPE", "LOC", "FAC"}
    if name in ambiguous_names() and entry.layer != "country":
        return told and known
    if context.entity == "PERSON":
        return told or lead == "toward" or (entry.layer == "curated" and not lead)
    if entry.layer != "town":
        return True
    if context.named_after and not told:
        return False
    return told or (known and lead == "toward") or entry.population >= _LARGE_TOWN
