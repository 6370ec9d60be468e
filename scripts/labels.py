"""Labelled pages for `learn.py`: which blocks of a page are its story, which line is its headline.

A block is the story's if half of its runs of four words stand in the labelled body (a shorter one if it is a paragraph
of it). Of a block that stands twice on the page the copy among more of the story counts. What the labels leave open (a
deck that may be in the body or not, list items that a source's labels pass over) counts neither way. Of pages with
nothing but snippets labelled, only the blocks that hold one are known.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import textwrap
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from newscli.arabic.words import words as count_words
from newscli.errors import NewsError
from newscli.model import Source
from newscli.read.decode import decode
from newscli.segment import segment
from newscli.segment.page import Page

FOLDS = 5
GRAM = 4
_NEAR = 8  # blocks on each side that tell which of two copies is the story's
_STRAY = 3  # blocks on each side among which a short line of the story must have another of it
_KINDS = Path(__file__).resolve().parents[1] / "tests" / "kinds"
_WIRE_EACH = 14  # one of so many stories is learnt from
_PASTED = 12  # paragraphs of each
_WRAPPED = 45  # characters of a line
Row = tuple[str, str, bytes, dict[str, Any]]  # kind, outlet, input, labels
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def folded(text: str | None) -> str:
    """Words of the text without marks and letter variants, as the labels are compared."""
    text = _MARKS.sub("", unicodedata.normalize("NFKC", text or ""))
    text = re.sub("[أإآٱ]", "ا", text).replace("ى", "ي").replace("ة", "ه")
    return " ".join(re.findall(r"\w+", text.lower()))


def _grams(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(tokens[i : i + GRAM]) for i in range(len(tokens) - GRAM + 1)]


class Labelled:
    """A page with its labels. `kind` is html, dump, text, furnished, wire, twin, twin dump, case, case text or none.

    No outlet is shared by two folds.
    """

    def __init__(self, kind: str, outlet: str, data: bytes, row: dict[str, Any]) -> None:
        self.kind = kind
        self.outlet = outlet
        self.data = data
        self.row = row
        self.body: list[str] | None = row.get("body")
        self.is_article = bool(self.body) or row.get("with") is not None
        self.title = row.get("title") if "title" in row.get("labelled", ("title",)) else None
        self.has_no_title = kind != "none" and "title" in row.get("labelled", ("title",)) and self.title is None
        byline = row.get("byline") or {}
        told = "byline" in row.get("labelled", ("byline",)) and kind != "none"
        self.authors = {folded(name) for name in byline.get("authors") or ()} if told else None
        texts = [fragment.text for fragment in self.page().fragments]
        self.texts = texts
        if "dump" in kind and self.authors:  # names that stand in the page's metadata alone are not asked for
            page = folded(" ".join(texts))
            self.authors = {name for name in self.authors if name in page}
        self.words = [count_words(text) for text in texts]
        self.blocks = [0] * len(texts) if kind == "none" else _blocks(texts, row)

    def page(self) -> Page:
        """The page as the segmenters give it."""
        return segment(decode(Source(data=self.data)))

    @cached_property
    def gold(self) -> list[Counter[tuple[str, ...]]]:
        """The runs of words of the body that counts, without and with the deck that may be in it or not."""
        summary, body = self.row.get("summary") or [], self.body or []
        bodies = [body, [*summary, *body]] if summary else [body]
        return [Counter(_grams([token for line in lines for token in folded(line).split()])) for lines in bodies]

    @property
    def fold(self) -> int:
        """The fold of the page's outlet, one of `FOLDS`."""
        return _fold(self.outlet)

    def furniture(self) -> tuple[str, str]:
        """Of a plain text what stands above its headline and story, and what below them."""
        fragments = self.page().fragments
        headline = folded(self.title)
        told = [
            fragment
            for fragment, right in zip(fragments, self.blocks or (), strict=True)
            if right or folded(fragment.text) == headline
        ]
        text = decode(Source(data=self.data)).text
        return text[: told[0].start], text[told[-1].end :]


def _fold(outlet: str) -> int:
    return int(hashlib.md5(outlet.encode()).hexdigest(), 16) % FOLDS


def labelled(folder: Path) -> Iterator[Labelled]:
    """Every labelled page below `folder`; pages that are refused (feeds) are left out."""
    for kind, outlet, data, row in _rows(folder):
        try:
            page = Labelled(kind, outlet, data, row)
        except NewsError:
            continue
        if page.texts:
            yield page


def _rows(folder: Path) -> Iterator[Row]:
    gold = folder / "gold"
    texts: list[Row] = []
    dumps: list[Row] = []
    for row in map(json.loads, (gold / "articles.jsonl").read_text("utf-8").splitlines()):
        outlet = _house(row["source"])
        if not row["is_article"]:
            yield "none", outlet, (gold / row["input"]).read_bytes(), row
            continue
        article = row["kind"], outlet, (gold / row["input"]).read_bytes(), row
        yield article
        if row["kind"] == "html":
            dumps.append(("dump", outlet, (gold / "dump" / f"{row['id']}.txt").read_bytes(), row))
            yield dumps[-1]
        else:
            texts.append(article)
    yield from _furnished(texts, dumps)
    for path in sorted((gold / "not-articles").glob("*.html")):
        yield "none", _house(path.stem), path.read_bytes(), {"body": []}
    twins = folder / "twins"
    for row in map(json.loads, (twins / "articles.jsonl").read_text("utf-8").splitlines()):
        outlet = _house(row["source"])
        yield "twin", outlet, gzip.decompress((twins / "html" / f"{row['id']}.html.gz").read_bytes()), row
        if row.get("body"):  # of the others the HTML page is enough
            yield "twin dump", outlet, gzip.decompress((twins / "dump" / f"{row['id']}.txt.gz").read_bytes()), row
    yield from _wire(folder / "wire" / "stories.jsonl.gz")
    for path in (folder / "cases" / "cases.jsonl", *sorted(_KINDS.glob("*.jsonl"))):
        for case in map(json.loads, path.read_text("utf-8").strip().split("\n")):  # texts hold other line ends
            if "told" not in case["want"]:
                kind = "case" if case["kind"] == "html" else "case text"
                yield kind, f"case {case['id']}", case["input"].encode(), _asked(case["want"])


def _furnished(texts: Sequence[Row], dumps: Sequence[Row]) -> Iterator[Row]:
    """Each text in the menus and the tail of a page, as somebody copies all of it: more pages than there are dumps.

    Both are of one fold, so that what is tested on an outlet has not seen its menus.
    """
    menus = defaultdict(list)
    for row in dumps:
        menus[_fold(row[1])].append(Labelled(*row).furniture())
    for number, (_, outlet, data, row) in enumerate(texts):
        above, below = menus[_fold(outlet)][number % len(menus[_fold(outlet)])]
        text = decode(Source(data=data)).text
        yield "furnished", outlet, f"{above}\n{text}\n{below}".encode(), row


def _asked(want: dict[str, Any]) -> dict[str, Any]:
    """The labels of a small article: what it names, and nothing of the rest."""
    row: dict[str, Any] = {"labelled": [field for field in ("title",) if isinstance(want.get(field, {}), str | None)]}
    if "authors" in want:
        row |= {"byline": {"authors": want["authors"]}}
        row["labelled"].append("byline")
    if want.get("no_article"):
        return {"body": [], "labelled": []}
    if isinstance(want.get("body"), list):
        return row | {"title": want.get("title"), "body": want["body"]}
    return row | {"title": want.get("title"), "with": want.get("body_has", []), "without": want.get("body_lacks", [])}


def _wire(path: Path) -> Iterator[Row]:
    """Real stories as people paste them; nobody labelled their paragraphs, so they tell about headlines alone."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        stories = [json.loads(line) for number, line in enumerate(lines) if number % _WIRE_EACH == 0]
    for number, story in enumerate(stories):
        head, title = _HEADS[number % len(_HEADS)](story)
        text = "\n\n".join([head, *story["paragraphs"][:_PASTED]]).strip()
        yield "wire", story["source"], text.encode(), {"title": title, "labelled": ["title"]}


def _plain_head(story: dict[str, Any]) -> tuple[str, str | None]:
    return story["title"], story["title"]


def _full_head(story: dict[str, Any]) -> tuple[str, str | None]:
    lines = (story["title"], story.get("slot"), str(story["published"])[:10])
    return "\n".join(line for line in lines if line), story["title"]


def _wrapped_head(story: dict[str, Any]) -> tuple[str, str | None]:
    return "\n".join(textwrap.wrap(story["title"], _WRAPPED)), story["title"]


def _no_head(story: dict[str, Any]) -> tuple[str, str | None]:
    return "", None


_HEADS = (_plain_head, _full_head, _wrapped_head, _plain_head, _full_head, _no_head)


def _house(source: str) -> str:
    """The outlet of a source: its several feeds and editions are one."""
    source = source.removeprefix("defuddle-")
    if source.startswith("anc_"):
        return source
    return source.partition("_")[0].removesuffix("html")


def _blocks(texts: Sequence[str], row: dict[str, Any]) -> list[int] | None:
    """1 for blocks of the story, 0 for others, -1 for unknown ones; None where nothing is known."""
    tokens = [folded(text).split() for text in texts]
    if row.get("body") is None:
        return _from_snippets(tokens, row) if row.get("with") else None
    lines = [folded(paragraph) for paragraph in row["body"]]
    known = {gram for line in lines for gram in _grams(line.split())}
    found = [_of_story(each, known, lines) for each in tokens]
    _drop_copies(found, tokens, Counter(lines))
    _drop_strays(found, tokens)
    free = [folded(text) for key in ("optional", "summary") for text in row.get(key) or ()]
    for index, each in enumerate(tokens):
        flat = " ".join(each)
        if flat and not found[index] and any(flat == line or (len(each) >= 3 and flat in line) for line in free):
            found[index] = -1
    return found


def _of_story(tokens: Sequence[str], known: set[tuple[str, ...]], lines: Sequence[str]) -> int:
    if len(tokens) < GRAM:
        return int(bool(tokens) and " ".join(tokens) in lines)
    grams = _grams(tokens)
    return int(sum(gram in known for gram in grams) >= len(grams) / 2)


def _drop_copies(found: list[int], tokens: Sequence[Sequence[str]], wanted: Counter[str]) -> None:
    mass = [len(each) * label for each, label in zip(tokens, found, strict=True)]
    copies: dict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(tokens):
        if found[index] == 1:
            copies[" ".join(each)].append(index)
    for flat, indices in copies.items():
        spare = len(indices) - max(1, wanted[flat])
        for index in sorted(indices, key=lambda i: sum(mass[max(0, i - _NEAR) : i + _NEAR + 1]))[: max(0, spare)]:
            found[index] = 0


def _drop_strays(found: list[int], tokens: Sequence[Sequence[str]]) -> None:
    for index, each in enumerate(tokens):
        near = [*found[max(0, index - _STRAY) : index], *found[index + 1 : index + _STRAY + 1]]
        if found[index] == 1 and len(each) < GRAM and 1 not in near and sum(found) > 1:
            found[index] = 0


def _from_snippets(tokens: Sequence[Sequence[str]], row: dict[str, Any]) -> list[int]:
    inside, outside = ([folded(text) for text in row[key]] for key in ("with", "without"))
    found = []
    for each in tokens:
        flat = " ".join(each)
        if len(each) >= 2 and any(text and text in flat for text in inside):
            found.append(1)
        else:
            found.append(0 if len(each) >= 2 and any(text and text in flat for text in outside) else -1)
    return found


def body_f1(page: Labelled, blocks: Sequence[int]) -> tuple[float, float]:
    """(F1, precision) of some blocks as the page's body, by runs of four words, as `shared/eval/score.py` counts."""
    text = [token for index in blocks for token in folded(page.texts[index]).split()]
    predicted = Counter(_grams(text))
    for line in page.row.get("optional") or ():
        for gram in _grams(folded(line).split()):
            if gram in predicted and gram not in page.gold[-1]:
                predicted[gram] = 0
    predicted = +predicted
    scores = [_overlap(gold, predicted) for gold in page.gold]
    return max(scores)


def _overlap(gold: Counter[tuple[str, ...]], predicted: Counter[tuple[str, ...]]) -> tuple[float, float]:
    same = sum((gold & predicted).values())
    if not same:
        return float(not gold and not predicted), 0.0
    precision, recall = same / sum(predicted.values()), same / sum(gold.values())
    return 2 * precision * recall / (precision + recall), precision
