"""Articles set in several containers: what the extractor left out is put back, and nothing else."""

from __future__ import annotations

from lxml import html

from summitry.reading.chunks import list_paragraphs, restore_chunks

SENTENCES = [
    f"In point {n} the two ministers agreed that their experts would meet on the {n}th of May." for n in range(6)
]
PAGE = f"""<html><body><main>
<div class="row"><div class="chunk"><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></div></div>
<div class="ad"><p>Cheap flights to Singapore: book today and save half of the price on your next trip.</p></div>
<div class="row"><div class="chunk"><p>{SENTENCES[2]}</p><p>{SENTENCES[3]}</p></div></div>
<div class="row"><div class="chunk"><p>{SENTENCES[4]}</p></div><blockquote><p>{SENTENCES[5]}</p></blockquote></div>
</main><div class="comments"><div class="chunk">
<p>I read that the ministers never met at all, it is all made up by the press.</p></div></div></body></html>"""


def test_missing_chunks_come_back_in_their_places() -> None:
    paragraphs = list_paragraphs(html.fromstring(PAGE))
    whole = restore_chunks("\n".join((SENTENCES[0], SENTENCES[1], SENTENCES[5])), paragraphs)
    assert whole.split("\n") == [SENTENCES[n] for n in (0, 1, 2, 3, 4, 5)]


def test_a_text_that_misses_little_stays_as_it_is() -> None:
    paragraphs = list_paragraphs(html.fromstring(PAGE))
    text = "\n".join(SENTENCES[:4] + SENTENCES[5:])
    assert restore_chunks(text, paragraphs) == text


def test_without_paragraphs_nothing_happens() -> None:
    assert restore_chunks("Words.", list_paragraphs(html.fromstring("<html><body>Words.</body></html>"))) == "Words."
