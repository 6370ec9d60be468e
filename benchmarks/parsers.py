"""HTML parsers that could stand behind `newscli.segment`: CPU time to parse a page, and to visit its nodes from Python.

    python benchmarks/parsers.py FOLDER... [--rounds 5]

Visiting is what segmenting needs: each node in document order, of elements the tag and the attributes, of texts the
text. Each page is parsed and visited by one parser after the other; the least of the rounds counts, means are printed.
A parser that is not installed is named and left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time_ns
from typing import Any

from newscli.model import Source
from newscli.read.decode import decode

Node = tuple[str, object]  # tag and attributes of an element; "" and the text of a text


def lexbor() -> tuple[Callable[[str], Any], Callable[[Any], Iterator[Node]]]:
    """Selectolax, as newscli uses it."""
    from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

    without_events = LexborDocumentOptions.WO_EVENTS.value

    def visit(tree: LexborHTMLParser) -> Iterator[Node]:
        for node in tree.root.traverse(include_text=True):
            tag = node.tag
            yield ("", node.text_content) if tag == "-text" else (tag, node.attributes)

    return lambda text: LexborHTMLParser(text, options=without_events), visit


def turbohtml() -> tuple[Callable[[str], Any], Callable[[Any], Iterator[Node]]]:
    """Turbohtml, without the lines of elements."""
    from turbohtml import Element, Text, parse

    def visit(tree: Any) -> Iterator[Node]:
        for node in tree.descendants:
            if isinstance(node, Element):
                yield node.tag, node.attrs
            elif isinstance(node, Text):
                yield "", node.text

    return lambda text: parse(text, positions=False), visit


def lxml() -> tuple[Callable[[str], Any], Callable[[Any], Iterator[Node]]]:
    """lxml's parser of HTML 4, which is libxml2's."""
    from lxml import html

    return html.fromstring, _visit_lxml


def html5_parser() -> tuple[Callable[[str], Any], Callable[[Any], Iterator[Node]]]:
    """html5-parser: gumbo, into lxml's tree."""
    from html5_parser import parse

    return lambda text: parse(text, return_root=True), _visit_lxml


def _visit_lxml(tree: Any) -> Iterator[Node]:
    for element in tree.iter():
        yield element.tag, element.attrib
        if element.text:
            yield "", element.text
        if element.tail:
            yield "", element.tail


def resiliparse() -> tuple[Callable[[str], Any], Callable[[Any], Iterator[Node]]]:
    """Resiliparse: lexbor, in its own bindings."""
    from resiliparse.parse.html import HTMLTree, NodeType

    def visit(tree: HTMLTree) -> Iterator[Node]:
        for node in tree.document:
            if node.type == NodeType.ELEMENT:
                yield node.tag, {name: node.getattr(name) for name in node.attrs}
            elif node.type == NodeType.TEXT:
                yield "", node.value

    return HTMLTree.parse, visit


def fast5ever() -> tuple[Callable[[str], Any], Callable[[Any], Iterator[Node]]]:
    """fast5ever: html5ever, Servo's."""
    from fast5ever import Element, Text, parse

    def visit(node: Any) -> Iterator[Node]:
        for child in node.children:
            if isinstance(child, Element):
                yield child.name, child.attrs
                yield from visit(child)
            elif isinstance(child, Text):
                yield "", child.to_text()

    return parse, visit


PARSERS = (lexbor, turbohtml, resiliparse, html5_parser, fast5ever, lxml)


def _spent(call: Callable[[], Any]) -> tuple[float, Any]:
    began = process_time_ns()
    found = call()
    return (process_time_ns() - began) / 1e6, found


def measure(texts: list[str], rounds: int) -> dict[str, tuple[float, float, int]]:
    """Of each parser the milliseconds a page to parse and to visit, and the nodes of all pages."""
    ready = {}
    for parser in PARSERS:
        try:
            ready[parser.__name__] = parser()
        except (ImportError, RuntimeError) as error:  # the second: html5-parser beside another libxml2 than its own
            print(f"{parser.__name__} is left out: {error}\n")
    least = {name: [[float("inf")] * 2 for _ in texts] for name in ready}
    nodes = dict.fromkeys(ready, 0)
    for _ in range(rounds):
        for index, text in enumerate(texts):
            for name, (parse, visit) in ready.items():
                parsing, tree = _spent(lambda parse=parse, text=text: parse(text))
                visiting, found = _spent(lambda visit=visit, tree=tree: sum(1 for _ in visit(tree)))
                best = least[name][index]
                best[:] = min(best[0], parsing), min(best[1], visiting)
                nodes[name] += found
    return {
        name: (sum(a for a, _ in each) / len(each), sum(b for _, b in each) / len(each), nodes[name] // rounds)
        for name, each in least.items()
    }


def main() -> None:
    """Measure and print the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folders", nargs="+", type=Path)
    ask.add_argument("--rounds", type=int, default=5)
    options = ask.parse_args()
    paths = [path for folder in options.folders for path in sorted(folder.rglob("*.htm*"))]
    texts = [decode(Source(data=path.read_bytes())).text for path in paths]
    found = measure(texts, options.rounds)
    print(f"{len(texts)} pages\n\n| | parse, ms | visit, ms | together | nodes a page |\n|---|---:|---:|---:|---:|")
    for name, (parsing, visiting, nodes) in found.items():
        print(f"| {name} | {parsing:.2f} | {visiting:.2f} | {parsing + visiting:.2f} | {nodes / len(texts):,.0f} |")


if __name__ == "__main__":
    main()
