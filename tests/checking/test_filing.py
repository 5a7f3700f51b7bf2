"""Forecasts and positions, marks in a text, exports, and what no order of incidents may change."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from checking.making import RECORD, check, claim, days, incident, window
from summitry.checking import TableSource, check_claims
from summitry.checking.checked import CheckedText
from summitry.checking.claimreview import claim_reviews
from summitry.checking.marking import stretches, verdict_of
from summitry.checking.positions import Told, positions_of
from summitry.incidents import IncidentTable
from summitry.model import Document, Interval

FORECAST = claim(
    "forecast", "A third summit of Trump and Kim is in the making.", "Trump Kim", "third summit", level="leader"
)


def test_a_forecast_is_filed_with_its_horizon_and_resolved_where_asked() -> None:
    filed = check(FORECAST, "2019-06-19")
    assert (filed.word, filed.incident_ids) == ("not in record", ())
    assert "filed as a forecast of 2019-06-19, open until 2020-06-18" in filed.why
    met = check(FORECAST, "2019-06-19", after=True)
    assert (met.word, days(met)) == ("supported", ["2019-06-30"])
    assert "came about on 2019-06-30" in met.why


def test_a_forecast_that_names_its_time_is_open_until_then_and_may_fail() -> None:
    sentence = "Moon and Kim will meet again within two months."
    made = claim("forecast", sentence, "Moon Kim", "meet again", level="leader")
    found = check(made, "2018-10-01", after=True)
    assert "open until 2018-12" in found.why
    assert found.word == "contradicted"


def position(value: str, day: str, author: str, *, who: str = "CHN", by: str = "author") -> Told:
    made = replace(claim("position", f"It wants {value}.", who, value, acts=False, type=""), according_to=by)
    return Told(made, day, f"d-{day}", author)


def test_positions_are_one_where_the_words_are_alike_and_tell_what_they_changed_from() -> None:
    told = [
        position("step by step denuclearisation", "2018-04-01", "Kwon"),
        position("a step by step approach to denuclearisation", "2019-02-01", "Singh", by="Xinhua"),
        position("against denuclearisation", "2020-01-01", "Kwon"),
        position("up-front denuclearisation", "2018-04-01", "Kwon", who="USA"),
    ]
    found = positions_of(told)
    assert [(p.holder, p.since, p.until) for p in found] == [
        ("China", "2018-04-01", "2019-02-01"),
        ("China", "2020-01-01", "2020-01-01"),
        ("United States", "2018-04-01", "2018-04-01"),
    ]
    assert found[0].according_to == ("Kwon", "Xinhua")
    assert found[1].changed_from == "step by step denuclearisation"
    assert [p.holder for p in positions_of(told, issue="up-front")] == ["United States"]
    assert {p.holder for p in positions_of(told, holder="china")} == {"China"}


def checked_text() -> CheckedText:
    text = "Kim and Xi met five times in 2018. They talked."
    made = claim("count", text, "Kim Xi", "5", quote="met five times in 2018", window=window("2018", "2018"))
    document = Document("d-1", text, ((0, len(text)),), "A title", Interval.parse("2019-07-15"), author="A. Writer")
    verdicts = check_claims([made], TableSource(IncidentTable(RECORD)), published=document.published)
    return CheckedText(document, verdicts, {i.id: i for i in RECORD})


def test_marks_cut_the_article_and_lose_none_of_it() -> None:
    checked = checked_text()
    cut = list(stretches(checked.document.text, checked.document.article, checked.verdicts))
    assert "".join(stretch.text for stretch in cut) == checked.document.text
    assert [(s.text, s.ends, verdict_of(s, checked.verdicts)) for s in cut if s.claims] == [
        ("met five times in 2018", (1,), "contradicted")
    ]


def test_a_claim_review_bears_the_rating_the_claim_and_its_sources() -> None:
    (review,) = claim_reviews(checked_text(), "A desk", "2019-07-20")
    assert (review["@type"], review["datePublished"]) == ("ClaimReview", "2019-07-20")
    assert review["reviewRating"]["ratingValue"] == 1
    assert review["itemReviewed"]["author"] == {"@type": "Person", "name": "A. Writer"}
    assert len(review["citation"]) == 3


def test_the_objects_bear_verdict_why_and_incidents() -> None:
    (one,) = checked_text().to_dicts()
    assert (one["kind"], one["verdict"], one["value"]) == ("count", "contradicted", "5")
    assert [row["start"] for row in one["incidents"]] == ["2018-03-25", "2018-05-07", "2018-06-19"]
    assert "contradicted" in checked_text()._repr_html_()


CLAIMS = (
    claim("count", "They met three times.", "Kim Xi", "3", window=window("2018", "2018")),
    claim("ordinal", "On May 26 they met a second time.", "Moon Kim", "2"),
    claim("first", "Their first meeting is remembered.", "Kim Trump", "first"),
    claim("last", "They last met then.", "Moon Kim", "2018-09"),
    claim("rank", "Kim met Xi Jinping more often than any other leader.", "Kim", "more often", level="leader"),
)


@settings(max_examples=25, deadline=None)
@given(st.permutations(RECORD))
def test_the_order_of_incidents_changes_no_verdict(shuffled: list) -> None:
    assert [check(c, record=tuple(shuffled)) for c in CLAIMS] == [check(c) for c in CLAIMS]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 12), st.integers(1, 28), st.sampled_from(["Xi", "Moon", "Trump", "Putin"])), max_size=8
    )
)
def test_nothing_after_the_article_changes_whether_a_claim_is_contradicted(later: list) -> None:
    added = tuple(incident(f"2021-{month:02}-{day:02}", "Kim", who) for month, day, who in later)
    for one in CLAIMS:
        before, after = check(one, "2019-12-31"), check(one, "2019-12-31", (*RECORD, *added))
        assert before.incident_ids == after.incident_ids
        assert {before.word, after.word} != {"contradicted", "supported"}
