"""Pairs from the written articles: who stands in which act in their sentences, and who in none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations, product
from random import Random

from articles import Act, Article, Told
from corpus import Example
from goldpairs import IDLE, Found, people_in, quiet_pairs

from summitry.annotation import Annotation, load_annotator
from summitry.coding.events import EventBuilder
from summitry.coding.judge.labels import NONE
from summitry.coding.judge.tokens import Span
from summitry.model import MUTUAL, Document, Interval

__all__ = ["pairs_of_articles"]

MOST_IDLE = 4
"""So many pairs beside the acts of a sentence are learnt from."""


def pairs_of_articles(articles: Sequence[Article]) -> list[Example]:
    """Return the pairs of every sentence: those in its acts, and some of those that do nothing to each other."""
    annotator = load_annotator()
    examples: list[Example] = []
    documents = [_document(article) for article in articles]
    for article, annotation in zip(articles, annotator.annotate(documents), strict=True):
        builder = EventBuilder(annotation, annotator.registry)
        at = 0
        for told in article.told:
            examples += _sentence_pairs(told, _found(annotation, builder, at, told), article.id)
            at += len(told.sentence) + 1
    return examples


def _document(article: Article) -> Document:
    text = "\n".join(told.sentence for told in article.told)
    published = Interval.parse(article.published) if article.published else None
    return Document(article.id, text, ((0, len(text)),), article.title, published)


def _found(annotation: Annotation, builder: EventBuilder, at: int, told: Told) -> list[Found]:
    """Return whom a written sentence names, as its characters; the parser may have split it."""
    end = at + len(told.sentence)
    found: list[Found] = []
    for sentence in annotation.doc.sents:
        if at <= sentence.start_char and sentence.end_char <= end + 1:
            offset = sentence.start_char - at
            found += [(who, (start + offset, stop + offset)) for who, (start, stop) in people_in(sentence, builder)]
    return found


def _sentence_pairs(told: Told, found: Sequence[Found], name: str) -> Iterator[Example]:
    if not told.acts:
        yield from quiet_pairs(told.sentence, found, name)
        return
    acts: dict[tuple[Span | None, Span | None], list[Act]] = {}
    for act in told.acts:
        for pair in _pairs_of(act):
            acts.setdefault(pair, []).append(act)
    for (actor, recipient), them in acts.items():
        share = 1 / len(them)
        types: dict[str, float] = {}
        for act in them:
            types[act.type] = types.get(act.type, 0.0) + share
        mode = them[0].mode if len(types) == 1 else None
        status = them[0].status if len({act.status for act in them}) == 1 else None
        yield Example(told.sentence, actor, recipient, types, mode, status, name, name)
    spans = list(dict.fromkeys([*(span for pair in acts for span in pair if span), *(span for _, span in found)]))
    idle = [
        pair
        for pair in permutations(spans, 2)
        if not any(_meet(pair[0], a) and _meet(pair[1], r) for a, r in acts) and not _meet(*pair)
    ]
    mutual = {pair for pair, them in acts.items() if any(act.type in MUTUAL for act in them)}
    idle = [pair for pair in idle if pair[::-1] not in mutual]
    for pair in Random(told.sentence).sample(idle, min(MOST_IDLE, len(idle))):
        reason = "reversed" if pair[::-1] in acts else "unrelated"
        yield Example(told.sentence, *pair, {NONE: 1.0}, reason, None, name, name, IDLE)


def _pairs_of(act: Act) -> list[tuple[Span | None, Span | None]]:
    """Return the pairs for which an act holds."""
    if act.actors and act.recipients:
        return list(product(act.actors, act.recipients))
    if len(act.actors) > 1 and act.type in MUTUAL:
        return list(permutations(act.actors, 2))
    return [(actor, None) for actor in act.actors] or [(None, recipient) for recipient in act.recipients]


def _meet(first: Span | None, second: Span | None) -> bool:
    return first is not None and second is not None and first[0] < second[1] and second[0] < first[1]
