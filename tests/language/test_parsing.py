"""Parsed texts."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.errors import LimitError
from summitry.language import Language, load_language, sentence_spans
from summitry.limits import Limits


def sentences(text: str) -> list[str]:
    doc = next(iter(load_language().parse([text])))
    return [text[start:end] for start, end in sentence_spans(doc)]


def test_headline_without_full_stop_does_not_join_the_first_sentence() -> None:
    text = "Sadat flies to Jerusalem\n\nEgypt's president landed on Saturday."
    assert sentences(text) == ["Sadat flies to Jerusalem", "Egypt's president landed on Saturday."]


def test_white_space_does_not_change_the_parse() -> None:
    clean = "President Sadat met the two ministers in Jerusalem on Monday."
    spaced = "President Sadat  met the\ntwo ministers" + " " * 500 + "in Jerusalem\n on Monday."
    first, second = load_language().parse([clean, spaced])
    words = [token for token in second if not token.is_space]
    assert [(t.text, t.tag_, t.dep_, t.head.text, t.ent_type_) for t in first] == [
        (t.text, t.tag_, t.dep_, t.head.text, t.ent_type_) for t in words
    ]


def test_a_pair_with_an_acronym_is_three_words() -> None:
    doc = next(iter(load_language().parse(["The U.S.-China talks failed."])))
    assert [token.text for token in doc][:4] == ["The", "U.S.", "-", "China"]


def test_result_depends_on_its_own_text_alone() -> None:
    text = "Begin received Sadat in Jerusalem.\n\nThey spoke for two hours."
    alone = next(iter(load_language().parse([text])))
    among = list(load_language().parse(["Nasser died.", text, "Hussein flew home. " * 30]))[1]
    told = [[(t.tag_, t.lemma_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in doc] for doc in (alone, among)]
    assert told[0] == told[1]


def test_long_text_is_parsed_in_pieces() -> None:
    sentence = "Hussein flew to Cairo and met the president there.\n\n"
    text = sentence * 1_000
    assert sentences(text) == [sentence.strip()] * 1_000


def test_too_long_a_text_is_refused() -> None:
    language = Language(load_language()._pipeline, Limits(text_chars=10))
    with pytest.raises(LimitError, match="11 characters"):
        list(language.parse(["a" * 11]))


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("ab .\n\r\t\u00a0\u2028金\ud800\x00-•1)é'’"), max_size=80))
def test_offsets_are_those_of_the_text(text: str) -> None:
    doc = next(iter(load_language().parse([text])))
    assert len(doc.text) == len(text)
    for token in doc:
        surface = text[token.idx : token.idx + len(token)]
        assert token.text == surface or "\ud800" in surface
    spans = sentence_spans(doc)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert list(spans) == sorted(spans)


def test_white_space_inside_a_name_belongs_to_it() -> None:
    text = "Israeli Prime Minister Menachem  Begin received Anwar  Sadat of Egypt on November  19, 1977."
    (doc,) = load_language().parse([text])
    begins = [*(token.i for token in doc if token.ent_iob_ == "B"), len(doc)]
    runs = [[token for token in doc[begin:end] if token.ent_type_] for begin, end in pairwise(begins)]
    found = [text[run[0].idx : run[-1].idx + len(run[-1])] for run in runs]
    assert found == ["Israeli", "Menachem  Begin", "Anwar  Sadat", "Egypt", "November  19, 1977"]
    assert [token.ent_type_ for token in doc if token.is_space] == ["PERSON", "PERSON", "DATE"]


def test_the_bundled_model_leaves_the_limit_to_the_reading_stage() -> None:
    (doc,) = load_language().parse(["\n" * 1_000_001 + "Begin met Sadat."])
    assert doc[-1].idx == 1_000_016


def test_what_goes_through_the_model_beside_a_text_changes_no_bit() -> None:
    vectors = load_language()._pipeline.get_pipe("tok2vec")
    texts = [" ".join(["Begin received Sadat in Jerusalem on Monday."] * size) for size in (1, 2, 3, 7, 20)]
    make_doc = load_language()._pipeline.make_doc
    alone = [vectors.predict([make_doc(text)])[0] for text in texts]
    for one, beside in zip(alone, vectors.predict(list(map(make_doc, texts))), strict=True):
        assert (one == beside).all()


@pytest.mark.parametrize("name", ["Jae-in", "Geun-hye", "Kai-shek"])
def test_a_hyphenated_given_name_is_one_word(name: str) -> None:
    [doc] = load_language().parse([f"Donald Trump met Moon {name} in a Seoul-based office."])
    words = [token.text for token in doc]
    assert name in words
    assert "based" in words


def test_other_words_are_cut_at_their_hyphens_as_before() -> None:
    [doc] = load_language().parse(["Soviet-era and Day-long"])
    assert [token.text for token in doc] == ["Soviet", "-", "era", "and", "Day", "-", "long"]


@pytest.mark.parametrize("mark", ["“", "'\"", "(«"])
def test_a_long_run_of_opening_marks_is_read_in_pieces(mark: str) -> None:
    text = f"Peru accused Chile. {mark * 4_000}Chile denied it."
    [doc] = load_language().parse([text])
    assert all(text.startswith(token.text, token.idx) for token in doc)
    assert max(end - start for start, end in sentence_spans(doc)) < 600
    assert [token.text for token in doc][-4:] == ["Chile", "denied", "it", "."]


def test_a_heading_that_ends_in_a_place_is_read_by_itself() -> None:
    [doc] = load_language().parse(["Talks in Doha\nQatari envoys met Hamas leaders on Monday."])
    [place] = [token for token in doc if token.text == "Doha"]
    assert (place.dep_, place.head.text) == ("pobj", "in")
