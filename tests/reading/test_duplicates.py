"""One article in two places is one document; two reports of one event are two."""

from __future__ import annotations

import pytest

from summitry.model import Document
from summitry.reading import Deduplicator, signature_of

REPORT = (
    "The presidents of Armenia and Turkey met in Bursa on Wednesday before their countries' football teams played. "
    "Serzh Sargsyan was the guest of Abdullah Gul, who had gone to Yerevan a year earlier for the first match. "
    "Their foreign ministers had signed two protocols in Zurich on Saturday to open the border and exchange envoys. "
    "Parliaments in both capitals must still approve the texts. In Yerevan some thousands marched against them. "
    "Azerbaijan, which is in dispute with Armenia over Karabakh, called the accord a blow to its interests. "
    "Gul said that both sides were writing history, and Sargsyan that he had come to make peace. "
    "Police kept some hundred protesters away from the stadium, and the match ended two to nil for the hosts."
)
OTHER = (
    "Armenia's Serzh Sargsyan sat beside Abdullah Gul in the stadium of Bursa as Turkey beat his team by two goals. "
    "It was the return of a visit of 2008, when Gul became the first Turkish head of state to see Yerevan. "
    "Four days ago Ahmet Davutoglu and Edward Nalbandian put their names to documents that would end a closure "
    "in force since 1993. Whether lawmakers will follow is open: nationalists on both sides have cried treason, "
    "and Baku threatens to raise the price of its gas. Hillary Clinton, who rescued the ceremony in Switzerland "
    "at the last minute, congratulated the two men by telephone, according to an American diplomat."
)


def document(name: str, text: str) -> Document:
    return Document(name, text, ((0, len(text)),))


def test_a_syndicated_copy_with_small_changes_is_found() -> None:
    seen = Deduplicator()
    seen.add(document("a", REPORT))
    copy = "BURSA, Turkey (Agency) - " + REPORT.replace("some thousands", "thousands").replace("on Wednesday ", "")
    assert seen.find(document("b", copy)) == "a"
    assert seen.find(document("c", REPORT.rsplit(". ", 1)[0] + ".")) == "a"


def test_another_report_of_the_same_event_is_new() -> None:
    seen = Deduplicator()
    seen.add(document("a", REPORT))
    assert seen.find(document("b", OTHER)) is None


def test_short_notes_that_differ_in_a_date_are_two() -> None:
    seen = Deduplicator()
    seen.add(document("a", "Israel struck targets near Damascus on Monday and killed five people, Syrian media said."))
    assert (
        seen.find(document("b", "Israel struck targets near Aleppo on Friday and killed two people, state media said."))
        is None
    )


def test_a_document_does_not_repeat_itself() -> None:
    seen = Deduplicator()
    seen.add(document("a", REPORT))
    seen.add(document("a", REPORT))
    assert len(seen) == 1
    assert seen.find(document("a", REPORT)) is None


def test_signatures_can_be_stored_and_restored() -> None:
    signature = signature_of(document("a", REPORT))
    assert signature == signature_of(document("z", REPORT.upper()))
    seen = Deduplicator()
    seen.restore("a", signature)
    assert seen.find(document("b", REPORT)) == "a"
    assert signature.hex()[:20] == GOLDEN_SIGNATURE


GOLDEN_SIGNATURE = "007c0674a881006bfe64"
"""Start of the signature: records store signatures, so a change of it must be a decision."""


def test_bytes_that_are_no_signature_are_refused() -> None:
    with pytest.raises(ValueError, match="a signature has"):
        Deduplicator().restore("a", b"short")


def test_an_empty_article_repeats_nothing() -> None:
    seen = Deduplicator()
    seen.add(Document("a", "Words.", ((0, 6),)))
    assert seen.find(Document("b", "Menu", ())) is None
