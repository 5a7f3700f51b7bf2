"""Lessons from the written articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles import Act, Article, Told
from lessons import Lesson, Taught, meet, people_of, words_of

from summitry.annotation import Annotation, load_annotator
from summitry.coding.events import EventBuilder
from summitry.coding.judge.tokens import Span
from summitry.model import Document, Interval

__all__ = ["lessons_of_articles"]


def lessons_of_articles(articles: Sequence[Article]) -> list[Lesson]:
    """Return a lesson for each written sentence."""
    annotator = load_annotator()
    lessons: list[Lesson] = []
    documents = [_document(article) for article in articles]
    for article, annotation in zip(articles, annotator.annotate(documents), strict=True):
        builder, at = EventBuilder(annotation, annotator.registry), 0
        for told in article.told:
            lessons += _lesson(annotation, builder, at, told, article.id)
            at += len(told.sentence) + 1
    return lessons


def _document(article: Article) -> Document:
    text = "\n".join(told.sentence for told in article.told)
    published = Interval.parse(article.published) if article.published else None
    return Document(article.id, text, ((0, len(text)),), article.title, published)


def _lesson(annotation: Annotation, builder: EventBuilder, at: int, told: Told, group: str) -> Iterator[Lesson]:
    """Yield the lesson of a written sentence, which the parser may have split."""
    end = at + len(told.sentence)
    parts = [s for s in annotation.doc.sents if at <= s.start_char and s.end_char <= end + 1]
    words = [span for part in parts for span in words_of(part, at)]
    people = [span for part in parts for span in people_of(part, builder, at)]
    acts = [taught for act in told.acts if (taught := _taught(act, words)) is not None]
    named = {span for act in told.acts for span in (*act.actors, *act.recipients)}
    people += [span for span in sorted(named) if not any(meet(span, other) for other in people)]
    if words:
        yield Lesson(told.sentence, tuple(words), tuple(acts), tuple(people), (), group)


def _taught(act: Act, words: Sequence[Span]) -> Taught | None:
    word = next((at for at, span in enumerate(words) if meet(span, act.trigger)), None)
    return None if word is None else Taught(word, act.type, act.mode, act.status, act.actors, act.recipients)
