"""Train the name model: `python -m generator.training.names DATA MODEL`.

DATA is a folder with `texts/*.txt` and `gold/*.json` of the same stems; a gold file holds
`{"names": [{"start", "end", "kind", "derived"}]}` with offsets in code points and the kinds person, place,
organisation and other. The same data give the same model.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.annotate.layout import find_blocks
from generator.annotate.sentences import find_sentences
from generator.german.names.features import features
from generator.german.names.tagger import DERIVED
from generator.model.document import Document, Metadata
from generator.model.ids import SourceId

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.annotation import Sentence, Token

PARAMETERS = {"c1": 0.2, "c2": 0.2, "max_iterations": 120, "feature.possible_transitions": True}


def train(data: Path, model: Path) -> None:
    """Write the model trained on the labelled texts in `data` to `model`."""
    from pycrfsuite import Trainer  # noqa: PLC0415  only when a model is trained

    trainer = Trainer(verbose=False)
    for text in sorted((data / "texts").glob("*.txt")):
        gold = json.loads((data / "gold" / f"{text.stem}.json").read_text(encoding="utf-8"))["names"]
        for sentence in _sentences(text):
            trainer.append(features(sentence.tokens), labels(sentence.tokens, gold))
    trainer.set_params(PARAMETERS)
    trainer.train(str(model))


def _sentences(path: Path) -> tuple[Sentence, ...]:
    text = path.read_text(encoding="utf-8")
    document = Document(SourceId(path.stem), path.name, text, "", Metadata())
    return find_sentences(text, find_blocks(document))


def labels(tokens: Sequence[Token], gold: Sequence[dict[str, Any]]) -> list[str]:
    """The label of each token: B-person, I-person, …, O."""
    found = ["O"] * len(tokens)
    for name in sorted(gold, key=lambda name: (name["start"], -name["end"])):
        mark = "B"
        for index in _covered(tokens, name):
            if found[index] == "O":
                found[index] = f"{mark}-{DERIVED if name['derived'] else name['kind']}"
                mark = "I"
    return found


def _covered(tokens: Sequence[Token], name: dict[str, Any]) -> Iterator[int]:
    for index, token in enumerate(tokens):
        if token.span.start < name["end"] and name["start"] < token.span.end:
            yield index


if __name__ == "__main__":
    train(Path(sys.argv[1]), Path(sys.argv[2]))
