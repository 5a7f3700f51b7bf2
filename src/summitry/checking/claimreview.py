"""Verdicts as schema.org ClaimReview, as fact-checkers publish them (schema.org/ClaimReview, version 28)."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.checking.checked import CheckedText
from summitry.incidents import date_text, people
from summitry.model import Document, Incident, Verdict

__all__ = ["claim_reviews"]

_RATINGS = {"contradicted": (1, "False"), "conflicting": (3, "Disputed"), "supported": (5, "True")}
"""Rating from 1 to 5 and its name, as ClaimReview markup is commonly filled."""


def claim_reviews(checked: CheckedText, reviewer: str = "summitry", reviewed: str = "") -> list[dict[str, object]]:
    """Return one ClaimReview a claim that was decided; what the record cannot decide is not reviewed.

    Args:
        checked: the text with its verdicts.
        reviewer: who publishes the reviews.
        reviewed: the day of the review, ISO; left out where empty.
    """
    return [
        _review(checked.document, verdict, checked.rows(verdict), reviewer, reviewed)
        for verdict in checked.verdicts
        if verdict.word in _RATINGS
    ]


def _review(
    document: Document, verdict: Verdict, rows: Sequence[Incident], reviewer: str, reviewed: str
) -> dict[str, object]:
    value, name = _RATINGS[verdict.word]
    review: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": " ".join(verdict.claim.evidence.readable.split()),
        "author": {"@type": "Organization", "name": reviewer},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": value,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": name,
            "ratingExplanation": verdict.why,
        },
        "itemReviewed": _claim(document, verdict),
        "reviewBody": " ".join(part for part in (f"{verdict.why}.", verdict.correction, verdict.rule) if part),
        "citation": [_citation(incident) for incident in rows],
    }
    return {**review, "datePublished": reviewed} if reviewed else review


def _claim(document: Document, verdict: Verdict) -> dict[str, object]:
    says = verdict.claim.according_to
    author = document.author or document.publisher if says == "author" else says
    claim: dict[str, object] = {"@type": "Claim"}
    if author:
        claim["author"] = {"@type": "Person" if author == document.author else "Organization", "name": author}
    if document.published and document.published.first:
        claim["datePublished"] = document.published.iso()[0]
    if document.address.url:
        claim["appearance"] = {"@type": "CreativeWork", "url": document.address.url, "headline": document.title}
    return claim


def _citation(incident: Incident) -> str:
    sides = " – ".join(side for side in (people(incident.actors), people(incident.recipients)) if side)
    head = f"{date_text(incident.interval) or 'undated'}: {incident.type} {sides}"
    return f"{head} ({'; '.join(incident.citations)})" if incident.citations else f"{head} ({incident.id})"
