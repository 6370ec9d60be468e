"""Whatever comes in: no crash, no recursion, bounded memory, time that grows with the size of the input alone.

The heavy inputs are read by a process of their own (`python tests/test_robustness.py NAME`) under a limit of memory and
a time that linear reading needs a small part of: quadratic reading would need hours.
"""

import json
import os
import pkgutil
import re
import subprocess
import sys
from contextlib import suppress
from html import unescape
from importlib import import_module
from pathlib import Path
from time import process_time

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newscli
from newscli.arabic.letters import strip_invisible
from newscli.export.schema import schema

THIS = Path(__file__).resolve()
ROOT = THIS.parent.parent
SECONDS = 300  # a limit that only what is not linear reaches
GIGABYTES = 3

SENTENCE = "قال الوزير في مؤتمر صحافي عقده اليوم إن الحكومة ستبدأ تنفيذ المشروع الجديد في مطلع السنة المقبلة"
TITLE = "عنوان الخبر الكبير"


def paragraphs(count: int) -> list[str]:
    """Paragraphs of a story, no two of them alike."""
    return [f"{SENTENCE} وفق البند {number}." for number in range(count)]


STORY = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs(6))


def page(before: str = "", after: str = "") -> str:
    """A page with a story between what is put before and after it."""
    return f"<html><body>{before}<article><h1>{TITLE}</h1>{STORY}</article>{after}</body></html>"


# Pages with a story of six paragraphs, stuffed with what a parser may choke on.
PAGES = {
    "page of 1 MB": lambda: page(after="<div class='sidebar'><p>خبر آخر قصير</p></div>" * 16_000),
    "page of 10 MB": lambda: page(after="<div class='sidebar'><p>خبر آخر قصير</p></div>" * 160_000),
    "nested tags": lambda: page(after="<div>" * 100_000 + "قاع"),
    "nested and closed tags": lambda: page(after="<div>ن" * 100_000 + "</div>" * 100_000),
    "nested inline tags": lambda: page(after="<b><i><span>" * 40_000 + "قاع"),
    "nested tables": lambda: page(after="<table><tr><td>" * 40_000 + "قاع"),
    "nested lists": lambda: page(after="<ul><li>خبر" * 40_000),
    "nested quotes with classes": lambda: page(after="<blockquote class='quote'>خبر" * 30_000),
    "links": lambda: page(after="<li><a href='/news/1'>خبر آخر</a></li>" * 20_000),
    "very many links": lambda: page(after="<li><a href='/news/1'>خبر آخر</a></li>" * 200_000),
    "links in one line": lambda: page(after="<a href='/news/1'>خبر</a> " * 200_000),
    "unclosed everything": lambda: page(
        after="<p><b><li><td><span class=date>2015 يناير<h1>خبر<ul><a href=x>" * 20_000
    ),
    "unclosed quotes": lambda: page(after='<a href="' * 100_000),
    "tags that never end": lambda: page(after="<div " * 200_000),
    "attributes": lambda: page(after="<p " + " ".join(f'a{i}="="' for i in range(100_000)) + ">نص"),
    "classes": lambda: page(after="<p class='" + "date author share " * 50_000 + "'>نص"),
    "raw elements": lambda: page(after="<plaintext></plaintext>" + "<script><!--<style>" * 50_000),
    "comments": lambda: page(after="<!-- " * 200_000),
    "entities": lambda: page(after="<p>" + "&amp;amp;&nbsp;&#1575;" * 100_000),
    "metadata": lambda: "<meta name=author content=فلان><meta property=article:tag content=خبر>" * 30_000 + page(),
    "broken JSON-LD": lambda: f'<script type="application/ld+json">{"[" * 300_000}</script>' + page(),
    "JSON-LD of one string": lambda: (
        f'<script type="application/ld+json">{{"headline": "{",,, " * 99_999}</script>' + page()
    ),
}
# Long sources of which all the text must stand in some block.
LONG = {
    "story of 400 KB": lambda: f"<article><h1>{TITLE}</h1><p>{'</p><p>'.join(paragraphs(2_000))}</p></article>",
    "story of 4 MB": lambda: f"<article><h1>{TITLE}</h1><p>{'</p><p>'.join(paragraphs(20_000))}</p></article>",
    "line of 5 MB": lambda: f"{TITLE}\n\n" + "كلمة " * 600_000,
    "text of 50 MB": lambda: f"{TITLE}\n\n" + "\n\n".join(" ".join([each] * 12) for each in paragraphs(23_000)),
    "short lines": lambda: f"{TITLE}\n\n" + "سطر قصير\n" * 100_000 + "\n".join(paragraphs(6)),
    "blank lines": lambda: f"{TITLE}\n" + "\r\n" * 1_000_000 + "\n".join(paragraphs(6)),
}

# Openings of everything that newscli has a pattern for, to be repeated without coming to the end that is looked for.
# Other forms of what once took more time or memory than a page may (../shared/cases/faults.md): 200 KB of each.
STUFFED = {
    "og:title of bars": lambda: f'<meta property="og:title" content="{"خبر | " * 25_000}">' + page(),
    "JSON-LD headline of dashes": lambda: (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{"ا - " * 40_000}"}}</script>' + page()
    ),
    "title of guillemets": lambda: f"<title>{TITLE}{' » ا' * 40_000}</title>" + page(),
    "thousands of titles": lambda: "".join(
        f'<meta name="twitter:title" content="عنوان رقم {n} وما يتبعه">' for n in range(2_500)
    ) + page(after="".join(f"<p>فقرة قصيرة رقم {n} وما يتبعها</p>" for n in range(2_500))),
    "spans around short blocks": lambda: page(after="<i class=a>" * 8_000 + "<div>خبر" * 8_000),
}  # fmt: skip

FORMULAS = (
    "وكالات - ", "رويترز - ", "القاهرة - ", "القاهرة (", "القاهرة ـ رويترز ", "د ب أ ", "كتب ", "كتب: ", "بقلم ", "د. ",
    "محمد ", "عبد ", "محمد - ", "بواسطة: ", "المصدر: ", "نقلا عن ", "اقرأ أيضا: ", "نشر في ", "نشر في سبق يوم ", "يوم ",
    "الأحد ", "الأحد 5 ", "5 يناير ", "5/6/2015 ", "5/", "12:30 ", "منذ ", "بعد ", "الساعة ", "رجب 1436 ", "الموافق ",
    "ملحوظة: ", "مضمون هذا الخبر ", "لا يعبر عن ", "الآراء الواردة ", "تعبر عن رأي ", "جميع الحقوق محفوظة ",
    "صورة ", "تصوير: ", "أرشيفية ", "مشاركة ", "تعليق ", "1 ", "٢", "1.", "- ", "-", "ـ", ". ",
    ".", ": ", "،", "؟ ", "…", "«",
    "»", "(", ") ", "[", "\"", "<", "<a ", "<!--", "&", "&amp;", "|", "/", "\\", "* ", "•", "@",
    "a@", "a.", "http://", "http://a ",
    "www.", "#", "{", "}", "~",
    "\u00a0", "\u200f", "\u064e", "\x00", "\ufeff", "\u2028", "😀",
)  # fmt: skip
LENGTH = 100_000
LINES = 1_000
SHORT = 200  # enough for what doubles with every character, little for what is merely quadratic


def near_misses() -> dict[str, str]:
    """Each formula a thousand lines deep, and as one long line with and without an end that fits nothing."""
    found = {}
    for each in FORMULAS:
        line = each * (LENGTH // len(each))
        found |= {repr(each): line, f"{each!r} and an end": line + "ه.", f"lines of {each!r}": f"{each}\n" * LINES}
    return found


# The reader's side -----------------------------------------------------------------------------------


def limit_memory() -> None:
    """No more than some gigabytes, where the system knows limits."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (GIGABYTES << 30, hard))


def read_case(name: str) -> dict[str, object]:
    """What comes out of one heavy input."""
    text = (PAGES | LONG | STUFFED)[name]()
    began = process_time()
    article = newscli.parse(text)
    article.to_json(blocks=True)
    return {
        "seconds": process_time() - began,
        "title": article.title, "paragraphs": article.body.count(SENTENCE),
        "size": len(re.sub(r"<[^<>]*>|\s", "", text)),
        "held": sum(len("".join(block.text.split())) for block in article.blocks),
    }  # fmt: skip


def read_near_misses() -> dict[str, object]:
    """Every near miss read as a text and as a page."""
    misses = near_misses()
    for text in misses.values():
        newscli.parse(text, format="text")
        newscli.parse("<h1>خبر</h1><p>" + text.replace("\n", "<p>"), format="html")
    return {"read": len(misses)}


def match_patterns() -> dict[str, object]:
    """Every pattern of the package against near misses of a length at which only backtracking without end is slow."""
    recorded: set[re.Pattern[str]] = set()
    compiled = re._compile  # what re.compile, re.search and the others all go through

    def kept(made: re.Pattern[str]) -> re.Pattern[str]:
        if isinstance(made.pattern, str):
            recorded.add(made)
        return made

    def record(pattern: object, flags: int) -> re.Pattern[str]:
        made = compiled(pattern, flags)
        ours = sys._getframe(2).f_globals.get("__name__", "").startswith("newscli")
        return kept(made) if ours else made

    re._compile = record
    for name in [name for name in sys.modules if name.startswith("newscli")]:
        del sys.modules[name]  # to be imported again, and watched
    import newscli
    import newscli.regex

    newscli.regex.regex = lambda pattern, flags=0: kept(compiled(pattern, flags))  # most are made by it, not by re
    for module in pkgutil.walk_packages(newscli.__path__, "newscli."):
        if module.name != "newscli.__main__":
            import_module(module.name)
    for sample in sorted((ROOT / "samples").iterdir()):
        newscli.parse_file(sample)
    texts = [(each * SHORT)[:SHORT] + end for each in FORMULAS for end in ("", "ه.", "\x01")]
    for pattern in recorded:
        for text in texts:
            pattern.search(text)
            pattern.fullmatch(text)
    return {"patterns": len(recorded)}


SLOW = {"page of 10 MB", "very many links", "story of 4 MB", "text of 50 MB"}


def named(cases):
    """The names of cases, those of which the size takes its time marked."""
    return [pytest.param(name, marks=pytest.mark.slow) if name in SLOW else name for name in cases]


# The judge's side ------------------------------------------------------------------------------------


def outcome(name: str) -> dict[str, object]:
    """What a process of its own found."""
    done = subprocess.run(
        [sys.executable, str(THIS), name], capture_output=True, check=False, timeout=SECONDS, encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", named(PAGES))
def test_a_story_is_found_in_whatever_a_page_is_stuffed_with(name):
    found = outcome(name)
    assert (found["title"], found["paragraphs"]) == (TITLE, 6)


@pytest.mark.parametrize("name", STUFFED)
def test_what_a_page_is_stuffed_with_costs_no_more_than_its_size(name):
    found = outcome(name)
    assert found["paragraphs"] == 6
    assert found["seconds"] < 3  # half of it is the blocks of some thousand lines; what it cost once was minutes


@pytest.mark.parametrize("name", named(LONG))
def test_no_text_is_lost_however_long_it_is(name):
    found = outcome(name)
    assert found["held"] == found["size"]


def test_near_misses_of_formulas_are_read_in_linear_time():
    assert outcome("near misses")["read"] == 3 * len(FORMULAS)


def test_no_pattern_backtracks_without_end():
    assert outcome("patterns")["patterns"] > 250


@pytest.mark.parametrize("form", ["html", "text"])
def test_what_lies_far_down_is_kept_and_not_read(form):
    """Behind 20,000 blocks nothing is a field's, and no more blocks arise than pieces of 2,000 characters."""
    count = 60_000
    lines = [f"سطر {number}" for number in range(count)]
    if form == "html":
        text = page(after="<p>" + "<p>".join(lines))
    else:
        text = "\n\n".join([TITLE, *paragraphs(6)]) + "\n\n" + "\n".join(lines)
    article = newscli.parse(text, format=form)
    assert (article.title, article.body.count(SENTENCE)) == (TITLE, 6)
    assert " ".join(block.text for block in article.blocks).split()[-2 * count :] == " ".join(lines).split()
    assert len(article.blocks) < 21_000
    assert article.blocks[-1].reason == "lies behind the first 20,000 blocks of the page, which are read"
    assert len(article.weighed) == len(article.blocks) + 1
    if form == "text":
        assert all(text[b.start : b.end].split() == b.text.split() for b in article.blocks[-50:])


@pytest.mark.parametrize(
    "address", ["http://[", "http://[خبر]/a", "//[::1", "http://a:b:c/x-y-z-w", "http://\u2100.x/"]
)
@pytest.mark.parametrize("name", ['link rel="canonical" href', 'meta property="og:url" content'])
def test_a_page_may_call_anything_its_address(name, address):
    article = newscli.parse(f'<head><{name}="{address}"></head>{page()}')
    assert (article.title, article.url) == (TITLE, address)


# Soups: pieces of pages and articles in any order --------------------------------------------------------------------

TAGS = (
    "html head body div p span a b i h1 h2 ul li table tr td br img article nav footer time meta title script select "
    "svg"
)
ATTRIBUTES = (
    "", ' class="date"', " class=author", ' id="comments" hidden', ' itemprop="headline"', ' href="/x?a=1&amp;b=2"',
    ' property="og:title" content="عنوان"', ' datetime="2015-05-17"', ' style="display:none"', " a=b\"c=",
    " =x", ' type="application/ld+json"',
)  # fmt: skip
WORDS = (
    TITLE, SENTENCE + ".", "القاهرة - رويترز: ", "كتب محمد علي", "17 مايو 2015", "المصدر: وكالات", "اقرأ أيضا: خبر",
    "&nbsp;", "&amp;lt;",
    "&#0;", "<", ">", "\n", '{"@type": "NewsArticle", "headline": "عنوان",',
    "الآراء الواردة تعبر عن رأي كاتبها", "\u200f", "\x00", "\ud800",
)  # fmt: skip
TAG = st.builds(
    "<{}{}{}>".format, st.sampled_from(["", "/", "!--"]), st.sampled_from(TAGS.split()), st.sampled_from(ATTRIBUTES)
)
SOUP = st.lists(st.one_of(TAG, st.sampled_from(WORDS), st.text(max_size=8)), max_size=60).map("".join)
TEXT = st.lists(st.one_of(st.sampled_from(WORDS), st.just("\n\n"), st.text(max_size=20)), max_size=40).map("".join)
VALIDATOR = jsonschema.Draft202012Validator(schema())


def bare(text: str) -> str:
    """Text without white space, entities resolved and what cannot be seen left out."""
    return re.sub(r"[\s\x00]+", "", strip_invisible(unescape(unescape(text))))


def traceable(article: newscli.Article) -> None:
    """Nothing is in a field that is in no block and in no named metadata."""
    held = bare("".join(block.text for block in article.blocks))
    held += "\n".join(bare(value) for _, value in article.metadata)
    fields = [article.title, article.kicker, article.subtitle, article.disclaimer, article.section, article.body]
    fields += [part.text for part in (article.dateline, article.byline) if part]
    fields += [credit.text for credit in article.attribution]
    for field in fields:
        for paragraph in (field or "").split("\n\n"):
            assert all(bare(piece) in held for piece in paragraph.split())


@pytest.mark.parametrize("form", ["html", None])
@given(soup=SOUP)
@settings(max_examples=150, deadline=None)
def test_any_soup_of_tags_is_an_article_of_what_it_says(form, soup):
    try:
        article = newscli.parse(soup, format=form)
    except newscli.KindError:
        assert form is None  # what begins as JSON or a feed does is refused, unless the caller says that it is a page
        return
    VALIDATOR.validate(json.loads(article.to_json(blocks=True)))
    traceable(article)


@given(text=TEXT)
@settings(max_examples=150, deadline=None)
def test_blocks_of_any_text_stand_where_they_say(text):
    article = newscli.parse(text, format="text")
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").removeprefix("\ufeff")
    for block in article.blocks:
        assert bare(whole[block.start : block.end]) == bare(block.text)
    traceable(article)


@given(data=st.one_of(st.binary(max_size=300), SOUP.map(lambda soup: soup.encode("cp1256", "replace"))))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_an_article_or_no_text(data):
    with suppress(newscli.DecodeError, newscli.KindError):
        VALIDATOR.validate(json.loads(newscli.parse(data).to_json(blocks=True)))


if __name__ == "__main__":
    limit_memory()
    asked = sys.argv[1]
    result = {"near misses": read_near_misses, "patterns": match_patterns}.get(asked, lambda: read_case(asked))()
    sys.stdout.write(json.dumps(result, ensure_ascii=False))
