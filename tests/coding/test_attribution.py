"""According to whom an act is. The sentences are written for these tests."""

from __future__ import annotations

import pytest

from .conftest import Code

SOURCES = [
    ("Pakistan fired a missile, two Indian officials said.", "MOBILIZE", "Indian officials"),
    ("A senior Iraqi general said that Iran fired a missile on Monday.", "MOBILIZE", "senior Iraqi general"),
    ("Iran said it fired a missile on Monday.", "MOBILIZE", "Iran"),
    ("Iran said it fired a missile on Monday, Reuters reported.", "MOBILIZE", "Reuters"),
    ("Egypt has called it an abduction of its sailors by Libya.", "ASSAULT", "Egypt"),
    (
        "Iran tested two missiles in May, both of which failed, Turkish officials have said.",
        "MOBILIZE",
        "Turkish officials",
    ),
    ("Norway opposes the sale, the Norwegian government said.", "ACCUSE", "author"),
    ("Sweden said that it would cut off aid to Sudan.", "SANCTION", "author"),
    ("France and Spain said they would hold talks on cod.", "CONSULT", "author"),
    ("Kenya rejected the offer, Reuters said.", "REJECT", "Reuters"),
    ("Iran answered that it had expelled two Swedish diplomats in May.", "SANCTION", "Iran"),
    ("Chad said that the rains had spoilt the wells which Libya bombed in May.", "ASSAULT", "author"),
    ("Sweden said after the states' talks that it condemns the raid by Sudan.", "ACCUSE", "author"),
    ('Sweden said: "We were first when we condemned the raid by Sudan."', "ACCUSE", "Sweden"),
]
SOURCES += [
    ("Ethiopia bombed a village near Badme; Eritrea said that the rains had come.", "ASSAULT", "author"),
    ("Chad said that its troops had left, while Sudan accused it of spying.", "ACCUSE", "author"),
    ("Peru's envoy said that the text will fail and accused Chile of spying.", "ACCUSE", "author"),
    ("Chad said it was gravely concerned at the raid by Sudan and supported the mission.", "SUPPORT", "author"),
    ("According to Reuters, Chad left the talks; Sudan condemned Libya.", "ACCUSE", "author"),
    ("It was founded by monks calling themselves the Brethren, who bombed a bank in Lima.", "ASSAULT", "author"),
]


@pytest.mark.parametrize(("text", "kind", "source"), SOURCES)
def test_who_says_so(code: Code, text: str, kind: str, source: str) -> None:
    assert source in {event.according_to for event in code(text) if event.type == kind}
