"""The same article told twice: near-duplicates by MinHash signatures of word shingles.

Signatures after Broder (1997), "On the resemblance and containment of documents"; candidates by
locality-sensitive hashing (Indyk and Motwani, 1998), both as in `datasketch`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summitry.model import Document
from summitry.reading.identity import normal_text
from summitry.toolkits import import_minhash

if TYPE_CHECKING:
    from datasketch import MinHash, MinHashLSH
else:
    MinHash, MinHashLSH = import_minhash().MinHash, import_minhash().MinHashLSH

__all__ = ["Deduplicator", "signature_of"]

_PERMUTATIONS = 128
_BANDS, _ROWS = 25, 5
"""Bands and rows of the index: texts that share half their shingles are found with 55%, two thirds with 97%."""
_SHINGLE = 4
_ALIKE = 0.55
"""Share of shingles in common from which two articles are one: a syndicated copy with a changed
headline, cuts and agency notes keeps more, two reports of one event share less than a tenth."""
_SHORT_WORDS, _SHORT_ALIKE = 60, 0.8
_SEED = 1
_SCHEME = "affine32"


def signature_of(document: Document) -> bytes:
    """Return the signature of a document's article: 128 values of 4 bytes after 2 bytes of length.

    The same on every machine and in every run.
    """
    words = normal_text(document.article_text)
    tokens = _tokens(words)
    sketch = _sketch()
    last = max(len(tokens) - _SHINGLE + 1, 1)
    sketch.update_batch([" ".join(tokens[i : i + _SHINGLE]).encode("utf-8", "replace") for i in range(last)])
    values: bytes = sketch.hashvalues.astype(">u4").tobytes()
    return min(len(tokens), 0xFFFF).to_bytes(2, "big") + values


def _tokens(words: str) -> list[str]:
    return [token for token in (word.strip(_PUNCTUATION) for word in words.split()) if token]


_PUNCTUATION = ".,;:!?\"'“”‘’()[]{}«»…-–—"


def _sketch(values: np.ndarray | None = None) -> MinHash:
    return MinHash(num_perm=_PERMUTATIONS, seed=_SEED, scheme=_SCHEME, hashvalues=values)


class Deduplicator:
    """Remembers documents and finds the one that a new document repeats.

    >>> from summitry.model import Document
    >>> one = Document("a", "Xi met Kim in Pyongyang.", ((0, 24),))
    >>> two = Document("b", "Xi met Kim in Pyongyang!", ((0, 24),))
    >>> seen = Deduplicator()
    >>> seen.add(one)
    >>> seen.find(two)
    'a'
    """

    def __init__(self) -> None:
        self._index = MinHashLSH(num_perm=_PERMUTATIONS, params=(_BANDS, _ROWS))
        self._values: dict[str, tuple[int, np.ndarray]] = {}

    def __len__(self) -> int:
        return len(self._values)

    def add(self, document: Document) -> None:
        """Remember a document; one with a known id is not added again."""
        self.restore(document.id, signature_of(document))

    def restore(self, document_id: str, signature: bytes) -> None:
        """Remember a document by the signature that a record stored.

        Raises:
            ValueError: the bytes are no signature.
        """
        if document_id in self._values:
            return
        size, values = _unpack(signature)
        self._values[document_id] = (size, values)
        self._index.insert(document_id, _sketch(values), check_duplication=False)

    def find(self, document: Document) -> str | None:
        """Return the id of the document that this one repeats, `None` where it is new; itself does not count."""
        return self.find_signature(signature_of(document), document.id)

    def find_signature(self, signature: bytes, own_id: str = "") -> str | None:
        """Do as `find` with a signature at hand; of several, the most alike, then the first by id."""
        size, values = _unpack(signature)
        best: tuple[float, str] | None = None
        for other in sorted(self._index.query(_sketch(values))):
            if other == own_id:
                continue
            other_size, other_values = self._values[other]
            alike = float(np.mean(values == other_values))
            needed = _SHORT_ALIKE if min(size, other_size) < _SHORT_WORDS else _ALIKE
            if alike >= needed and (best is None or alike > best[0]):
                best = (alike, other)
        return best[1] if best else None


def _unpack(signature: bytes) -> tuple[int, np.ndarray]:
    if len(signature) != 2 + 4 * _PERMUTATIONS:
        raise ValueError(f"a signature has {2 + 4 * _PERMUTATIONS} bytes, not {len(signature)}")
    return int.from_bytes(signature[:2], "big"), np.frombuffer(signature[2:], dtype=">u4").astype(np.uint32)
