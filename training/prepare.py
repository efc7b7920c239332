"""Parse the corpus and write its labelled windows: `python -m training.prepare CORPUS OUT`."""

import pickle
import sys
from pathlib import Path

from pipelines.extraction.parsing import load_parser, parse
from pipelines.warehouse.reference import read_reference
from training.base import base_model, load_tokenizer
from training.batches import encode_words
from training.corpus import read_corpus
from training.examples import make_examples
from training.proposals import Proposer
from training.records import Example


def main(corpus: Path, out: Path, reference: Path) -> None:
    """Write `examples.pickle` under `out`."""
    parser = load_parser()
    proposer = Proposer(read_reference(reference))
    tokenizer = load_tokenizer(base_model())
    examples: list[Example] = []
    for passage in read_corpus(corpus):
        doc = parse(parser, passage.article)
        counts = [len(encode_words(tokenizer, [t.text])[0]) - 2 for t in doc]
        proposals = proposer.propose(passage.article, doc)
        examples.extend(make_examples(passage, doc, proposals, counts))
    out.mkdir(parents=True, exist_ok=True)
    (out / "examples.pickle").write_bytes(pickle.dumps(examples))


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
