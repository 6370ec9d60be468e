"""A web archive made up from samples/: WARC files of records of which one in ten is Arabic, and some are broken.

    python benchmarks/archive.py FOLDER [RECORDS [FILES]]       write it: 20,000 records in 4 files
    python benchmarks/archive.py FOLDER RECORDS FILES --poison  with records that crash, hang and eat memory

The poison is words that tests/batch/poisoned obeys, where it is laid into the processes by PYTHONPATH; to others they
are words. No two pages are the same, and the same call writes the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import random
from collections.abc import Iterator
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
POISON = ("POISON-CRASH", "POISON-HANG", "POISON-GREED")
RECORDS, FILES, SEED = 20_000, 4, 16
ARABIC_EVERY, BROKEN_EVERY = 10, 200

# The pages of other tongues: what a crawl meets, in UTF-8 and in the charset that such pages have without it.
TONGUES = (
    ("en", "utf-8", "The port of the city opened a new pier on Monday after two years of work, officials said."),
    ("fr", "iso-8859-1", "Le port a inauguré lundi une jetée, après deux années de travaux, selon la préfecture."),
    ("de", "utf-8", "Der Hafen hat am Montag nach zwei Jahren Bauzeit einen größeren Anleger eröffnet."),
    ("ru", "windows-1251", "Порт города открыл в понедельник новый причал после двух лет работы, сообщили власти."),
    ("es", "utf-8", "El puerto inauguró el lunes un nuevo muelle tras dos años de obras, según señaló la autoridad."),
    ("zh", "utf-8", "经过两年的施工，该市港口周一启用了新码头，官员们表示，新码头可以同时停靠四艘船。"),
    ("ru", "utf-8", "Новый причал принимает четыре судна одновременно, рассказал начальник порта журналистам."),
    ("el", "utf-8", "Το λιμάνι της πόλης εγκαινίασε τη Δευτέρα μια νέα προβλήτα μετά από δύο χρόνια εργασιών."),
    ("en", "utf-8", "“It can take four ships at once,” the port’s director said — twice as many as before."),
)  # fmt: skip


def stories() -> list[list[str]]:
    """The paragraphs of the samples that are text."""
    texts = (path.read_bytes() for path in sorted(SAMPLES.glob("*.txt")))
    read = [data.decode("cp1256" if b"\xc7\xe1" in data and not _is_utf8(data) else "utf-8") for data in texts]
    return [[line.strip() for line in text.splitlines() if line.strip()] for text in read]


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def page(title: str, paragraphs: list[str], language: str, charset: str, rng: random.Random) -> bytes:
    """A page as sites have them: a story in a frame of links, styles and scripts."""
    links = "".join(f'<li><a href="/{rng.randrange(10**6)}.html">{title[:30]}</a></li>' for _ in range(60))
    script = "".join(f"var v{number}={rng.randrange(10**9)};" for number in range(200))
    style = "".join(f".c{number}{{margin:{rng.randrange(99)}px}}" for number in range(200))
    story = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="{charset}"><title>{title}</title>'
        f"<style>{style}</style><script>{script}</script></head><body><nav><ul>{links}</ul></nav>"
        f"<article><h1>{title}</h1>{story}</article><footer><ul>{links}</ul></footer></body></html>"
    ).encode(charset, "xmlcharrefreplace")


def arabic(number: int, rng: random.Random, texts: list[list[str]]) -> tuple[bytes, str]:
    """An Arabic page with its charset: a sample whose paragraphs are shuffled and numbered."""
    title, *rest = rng.choice(texts)
    body = [f"{paragraph} ({number})" for paragraph in rng.sample(rest, min(len(rest), 8))]
    charset = "windows-1256" if rng.random() < 0.1 else "utf-8"
    return page(f"{title} {number}", body, "ar", charset, rng), charset


def foreign(number: int, rng: random.Random) -> tuple[bytes, str]:
    """A page in another tongue with its charset."""
    language, charset, sentence = rng.choice(TONGUES)
    body = [f"{sentence} {rng.randrange(10**6)}. {sentence}" for _ in range(rng.randrange(5, 25))]
    return page(f"{sentence[:60]} {number}", body, language, charset, rng), charset


def record(address: str, body: bytes, charset: str, status: str = "200 OK") -> bytes:
    """A response as a crawler writes it down."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset={charset}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:newscli:{address}>\r\nWARC-Target-URI: {address}\r\n"
        f"WARC-Date: 2024-05-01T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def records(numbers: range, poison: dict[int, str]) -> Iterator[bytes]:
    """The records of these numbers: one in ten Arabic, one in two hundred broken, the poisoned ones as told."""
    texts = stories()
    for number in numbers:
        rng = random.Random(f"{SEED} {number}")
        address = f"https://example.org/{number}"
        if number in poison or number % ARABIC_EVERY == 0:
            body, charset = arabic(number, rng, texts)
            body = body.replace(b"<h1>", f"<h1>{poison[number]} ".encode()) if number in poison else body
        elif number % BROKEN_EVERY == 7:
            body, charset = b"%PDF-1.7 " + rng.randbytes(2000), "utf-8"
        elif number % BROKEN_EVERY == 9:
            body, charset = b"", "utf-8"
        else:
            body, charset = foreign(number, rng)
        yield record(address, body, charset, "404 Not Found" if number % BROKEN_EVERY == 11 else "200 OK")


def write(folder: Path, count: int = RECORDS, files: int = FILES, *, poisoned: bool = False) -> list[Path]:
    """Write the archive, each record a gzip member of its own as crawlers do; comes back with its files."""
    folder.mkdir(parents=True, exist_ok=True)
    each = count // files
    poison = {each // 4 + 1 + 10 * place: word for place, word in enumerate(POISON)} if poisoned else {}
    paths = []
    for file in range(files):
        paths.append(folder / f"crawl-{file:05}.warc.gz")
        with paths[-1].open("wb") as out:
            for data in records(range(file * each, (file + 1) * each), poison):
                out.write(gzip.compress(data, 6, mtime=0))
    return paths


def main() -> None:
    """Write what was asked for."""
    parser = argparse.ArgumentParser(description="A web archive made up from samples/.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("records", type=int, nargs="?", default=RECORDS)
    parser.add_argument("files", type=int, nargs="?", default=FILES)
    parser.add_argument("--poison", action="store_true", help="with records that crash, hang and eat memory")
    given = parser.parse_args()
    for path in write(given.folder, given.records, given.files, poisoned=given.poison):
        print(path, path.stat().st_size >> 10, "KB")


if __name__ == "__main__":
    main()
