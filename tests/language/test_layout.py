"""Where blocks begin."""

import pytest

from summitry.language import block_starts


def blocks(text: str) -> list[str]:
    starts = block_starts(text)
    return [text[a:b].strip() for a, b in zip(starts, (*starts[1:], len(text)), strict=True)]


def test_headline_is_a_block_of_its_own() -> None:
    assert blocks("Xi lands in Pyongyang\nThe visit is his first.") == [
        "Xi lands in Pyongyang",
        "The visit is his first.",
    ]


def test_blank_line_parts_paragraphs_even_with_blanks_on_it() -> None:
    assert blocks("First part\n   \t\nsecond part") == ["First part", "second part"]


def test_hard_wrapped_paragraph_is_one_block() -> None:
    text = (
        "The foreign ministers of the two neighbours met on Monday in\n"
        "Geneva for the first time since the border war. Neither of the\n"
        "two spoke to reporters afterwards, but aides called the mood\n"
        "good."
    )
    assert len(blocks(text)) == 1


def test_lower_case_goes_on() -> None:
    assert len(blocks("The two\nleaders met.")) == 1


def test_list_items_are_blocks() -> None:
    text = "What was agreed:\n- a hot line\n- a joint office\n1. Envoys return\n(b) trains run"
    assert blocks(text) == [
        "What was agreed:",
        "- a hot line",
        "- a joint office",
        "1. Envoys return",
        "(b) trains run",
    ]


def test_blanked_furniture_parts_blocks() -> None:
    assert blocks("He left." + " " * 300 + "Talks go on.") == ["He left.", "Talks go on."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \r\n"])
def test_nothing_but_white_space_has_no_block(text: str) -> None:
    assert block_starts(text) == ()
