"""How far copies of real stories are found after what outlets do to them, and how far others are not.

    python benchmarks/duplicates.py FOLDER      FOLDER holds wire/stories.jsonl.gz

Each of 300 stories is changed in one way; counted are those that meet the story in a band and are alike enough. Pairs
judged by hand are in tests/batch/pairs.tsv.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path

from newscli.batch.duplicates import THRESHOLD, Print, likeness, print_of

STORIES = 300
FEWEST_PARAGRAPHS, FEWEST_WORDS = 5, 120
RNG = random.Random(7)

Story = list[str]  # paragraphs
Change = Callable[[Story, Story, list[str]], Story]  # of a story, with another one and words at hand


def reworded(paragraph: str, share: float, words: list[str]) -> str:
    """The paragraph with a share of its words replaced."""
    return " ".join(RNG.choice(words) if RNG.random() < share else word for word in paragraph.split())


def cut(story: Story, share: float) -> Story:
    """The first paragraphs."""
    return story[: max(2, int(len(story) * share))]


CHANGES: dict[str, Change] = {
    "cut to 60 %": lambda story, other, words: cut(story, 0.6),
    "cut to 35 %": lambda story, other, words: cut(story, 0.35),
    "an opening sentence of 20 words": lambda story, other, words: [" ".join(other[0].split()[:20]), *story],
    "two paragraphs added": lambda story, other, words: [*story, *other[1:3]],
    "one word in twenty changed": lambda story, other, words: [reworded(text, 0.05, words) for text in story],
    "one word in ten changed": lambda story, other, words: [reworded(text, 0.1, words) for text in story],
    "first paragraph dropped": lambda story, other, words: story[1:],
    "half the first paragraph reworded": lambda story, other, words: [reworded(story[0], 0.5, words), *story[1:]],
    "no copy: a new story over its second half": lambda story, other, words: other + story[len(story) // 2 :],
    "no copy: its last third below another": lambda story, other, words: other + story[-max(1, len(story) // 3) :],
}


def meet(one: Print, other: Print) -> bool:
    """Whether the two would be compared."""
    return any(one.bands[at : at + 8] == other.bands[at : at + 8] for at in range(0, len(one.bands), 8))


def stories(folder: Path) -> list[Story]:
    """Stories of some length, in an order that is the same each time."""
    with gzip.open(folder / "wire" / "stories.jsonl.gz", "rt", encoding="utf-8") as file:
        found = [json.loads(line)["paragraphs"] for line in file]
    long = [
        story
        for story in found
        if len(story) >= FEWEST_PARAGRAPHS and sum(len(text.split()) for text in story) >= FEWEST_WORDS
    ]
    RNG.shuffle(long)
    return long[:STORIES]


def main() -> None:
    """Print a line for each change."""
    parser = argparse.ArgumentParser(description="How far copies of real stories are found.")
    parser.add_argument("folder", type=Path, help="holds wire/stories.jsonl.gz")
    found = stories(parser.parse_args().folder)
    words = [word for story in found for text in story for word in text.split()]
    prints = [print_of({"body": "\n\n".join(story)}) for story in found]
    for name, change in CHANGES.items():
        taken = met = 0
        for number, story in enumerate(found):
            copy = print_of({"body": "\n\n".join(change(story, found[number - 1], words))})
            together = meet(prints[number], copy)
            met += together
            taken += together and likeness(prints[number], copy) >= THRESHOLD
        print(f"{taken / len(found):5.2f} taken for copies {met / len(found):5.2f} compared  {name}")


if __name__ == "__main__":
    main()
