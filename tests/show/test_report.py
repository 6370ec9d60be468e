"""The report in a real browser where there is one: direction, legend, safety, accessibility; its text everywhere."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

import pytest
from browser import MISSING, Browser, browsing

from newscli.model import (
    WARNINGS,
    Article,
    Block,
    Byline,
    Candidate,
    Credit,
    CreditRole,
    Dateline,
    Kind,
    Role,
    SourceInfo,
    replace,
)
from newscli.show.report import FOLD_FROM, report_page
from newscli.show.report_index import Entry, entry, index_page, series
from newscli.wording import Language

FIRST = "أعلنت إدارة السد ارتفاع منسوب المياه إلى 87.5% بعد أمطار الأسبوع الماضي."
STAMP = "الثلاثاء 2 يوليو 2024"


def block(text: str, role: Role, *, kind: Kind = Kind.PARAGRAPH) -> Block:
    return Block(text, kind, path="html > body > p", role=role, reason=f"looks like {role}", confidence=0.93)


MENU = tuple(block(text, Role.BOILERPLATE) for text in ("الرئيسية", "أخبار", "رياضة", "Privacy policy"))
ARTICLE = Article(
    title="ارتفاع منسوب السد",
    dateline=Dateline("حلب - سانا", ("حلب",), ("سانا",)),
    byline=Byline("كتبت: ليلى حداد", ("ليلى حداد",)),
    published="2024-07-02",
    body=FIRST,
    attribution=(Credit(CreditRole.VIA, "صحيفة النهر", "المصدر: صحيفة النهر", "https://example.org/a"),),
    tags=("سدود",),
    language="ar",
    url="https://example.org/1",
    images=("https://example.org/1.jpg",),
    warnings=("published-conflict",),
    source=SourceInfo("dam.html", "html", "windows-1256", 48211, "ab" * 32),
    decoding="the page's own charset",
    blocks=(
        *MENU,
        *(
            block(text, role, kind=kind)
            for text, role, kind in (
                ("ارتفاع منسوب السد", Role.TITLE, Kind.HEADING),
                ("الأحد 30 يونيو 2024", Role.DATE, Kind.PARAGRAPH),
                (STAMP, Role.DATE, Kind.PARAGRAPH),
                ("كتبت: ليلى حداد", Role.BYLINE, Kind.PARAGRAPH),
                ("حلب - سانا", Role.DATELINE, Kind.PARAGRAPH),
                (FIRST, Role.BODY, Kind.PARAGRAPH),
                ("خطة للموسم المقبل", Role.BODY, Kind.HEADING),
                ("السد (أرشيف)", Role.CAPTION, Kind.PARAGRAPH),
                ("اقرأ أيضا: موسم الحصاد", Role.BOILERPLATE, Kind.ITEM),
                ("المصدر: صحيفة النهر", Role.CREDIT, Kind.PARAGRAPH),
            )
        ),
    ),
    candidates=(
        Candidate("published", "2024-07-03", "2024-07-03", "meta article:published_time", False, "a day late"),
        Candidate("published", "2024-07-02", STAMP, "stamp under the headline", True, "nearest to the headline", 7),
    ),
    metadata=(("og:site_name", "أخبار النهر"), ("json-ld", '{"headline":"ارتفاع منسوب السد","@type":"NewsArticle"}')),
)
FAILED = Entry("صحف/اليوم/broken.html", problem="the file is empty")


# Without a browser


class Text(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.seen.append(data)


@pytest.mark.parametrize(
    "said",
    [
        *(block.text for block in ARTICLE.blocks),
        *(candidate.reason for candidate in ARTICLE.candidates),
        "the page's own charset",
        "published-conflict",
        "looks like title",
        "93% sure",
        "أخبار النهر",
        "ليلى حداد",
    ],
)
def test_the_report_says(said: str) -> None:
    assert any(said in text for text in Text(report_page(ARTICLE)).seen)


def test_credits_take_one_line_and_say_nothing_twice() -> None:
    page = report_page(ARTICLE)
    assert (
        '<a href="https://example.org/a" rel="noreferrer noopener" dir="auto">صحيفة النهر</a> '
        "<small><span>via</span> · <bdi>المصدر: صحيفة النهر</bdi></small></dd>"
    ) in page
    named = Credit(CreditRole.AGENCY, "سانا", "سانا")
    assert "<bdi>سانا</bdi> <small><span>agency</span></small>" in report_page(replace(ARTICLE, attribution=(named,)))


def test_empty_fields_are_folded_into_one_line() -> None:
    page = report_page(ARTICLE)
    folded = re.search(r'<details class="empty"><summary>Empty fields: (\d+)</summary>(.*?)</dl></details>', page)
    assert folded
    names = re.findall("<dt>([a-z]+)</dt>", folded[2])
    assert len(names) == int(folded[1]) > 4
    assert {"kicker", "disclaimer"} <= set(names)
    assert "title" not in names


def test_code_of_the_metadata_runs_from_left_to_right() -> None:
    page = report_page(ARTICLE)
    assert '<dd class="code" lang="en" dir="ltr"><pre tabindex="0"><code>{\n  &quot;headline&quot;: ' in page
    assert '<dd dir="rtl">أخبار النهر</dd>' in page
    long = replace(ARTICLE, metadata=(("json-ld", '{"articleBody": "' + "خبر " * 200 + '"}'), ("x", "{no json")))
    assert '<dd class="code" lang="en" dir="ltr"><details><summary>JSON</summary><pre' in report_page(long)
    assert '<dd dir="ltr">{no json</dd>' in report_page(long)


def test_warnings_stand_above_all_else_in_the_report() -> None:
    text = report_page(ARTICLE).partition("</head>")[2]
    assert text.index("published-conflict") < text.index("48,211 bytes") < text.index("Roles")


def test_a_report_leads_to_the_index_and_to_its_neighbours() -> None:
    page = report_page(ARTICLE, index="../i.html", previous="0001.html", following="0003.html")
    for way in (
        'href="../i.html">All sources',
        'href="0001.html" rel="prev">Previous',
        'href="0003.html" rel="next">Next',
    ):
        assert way in page
    assert "Next" not in report_page(ARTICLE, index="../i.html", previous="0001.html")
    assert "<nav" not in report_page(ARTICLE)


def test_the_pages_of_a_series_lead_past_what_could_not_be_read() -> None:
    found = [("a", None), ("b", ARTICLE), ("c", None), ("d", None), ("e", ARTICLE), ("f", ARTICLE), ("g", None)]
    pages = list(series(found, index="../i.html", folder="i.pages"))
    assert [page.entry.path for page in pages if page.html is None] == ["a", "c", "d", "g"]
    assert [page.entry.problem is not None for page in pages] == [True, False, True, True, False, False, True]
    ways = {page.name: re.findall('href="(000[0-9].html)" rel="([a-z]+)"', page.html) for page in pages if page.html}
    assert ways == {
        "0002.html": [("0005.html", "next")],
        "0005.html": [("0002.html", "prev"), ("0006.html", "next")],
        "0006.html": [("0005.html", "prev")],
    }
    assert pages[1].entry.page == "i.pages/0002.html"


def test_a_series_asks_for_an_input_only_when_its_turn_comes() -> None:
    asked: list[str] = []
    pages = series(((asked.append(name) or name, ARTICLE) for name in "abc"), index="i", folder="f")
    next(pages)
    assert asked == ["a", "b"]


def test_the_index_tells_its_totals_and_what_failed_or_warns_comes_first() -> None:
    fine, story = replace(ARTICLE, warnings=()), replace(ARTICLE, warnings=("no-article",))
    page = index_page([entry(fine, "1"), entry(story, "2"), entry(fine, "3"), FAILED, entry(ARTICLE, "5")])
    assert re.findall('<tr data-state="([a-z]+)">', page) == ["failed", "warned", "warned", "fine", "fine"]
    assert re.findall('<a href="([0-9])">', page) == ["2", "5", "1", "3"]
    for total in (
        "Articles: 3",
        "Without a story: 1",
        "With warnings: 2",
        "Not read: 1",
        f"Blocks: {4 * len(ARTICLE.blocks)}",
    ):
        assert f"<li>{total}</li>" in page


@pytest.mark.parametrize(
    ("environ", "language", "said"),
    [({"NEWSCLI_LANG": "ar"}, "ar", "الحقول"), ({"NEWSCLI_LANG": "en"}, "en", "Fields"), ({}, "en", "Fields")],
)
def test_the_language_is_that_of_newscli_lang(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], language: str, said: str
) -> None:
    monkeypatch.delenv("NEWSCLI_LANG", raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    for page in (report_page(ARTICLE), index_page([entry(ARTICLE, "1")])):
        assert f'<html lang="{language}"' in page
    assert f"<h2>{said}</h2>" in report_page(ARTICLE)


def test_an_arabic_report_says_every_word_of_its_own_in_arabic() -> None:
    """But for what is marked as English: reasons, places, code, names of files and of metadata."""
    filled = replace(
        ARTICLE, kicker="محليات", section="محليات", disclaimer="تنويه", modified="2024-07-03", language=None
    )
    every_role = replace(filled, blocks=tuple(Block("خبر", role=role) for role in Role), warnings=tuple(WARNINGS))
    pages = (
        report_page(every_role, index="i", previous="p", following="n", tongue="ar"),
        index_page([entry(every_role, "1"), Entry("ب", problem="x", page=None)], tongue="ar"),
    )
    for page in pages:
        bare = re.sub(r"(?s)<(style|script|code|pre|bdi|title)\b.*?</\1>", "", page)
        bare = re.sub(r'(?s)<(p|span|dd|a)\b[^>]*(lang="en"|class="path"|dir="auto")[^>]*>.*?</\1>', "", bare)
        words = set(re.findall("[A-Za-z][a-z-]+", " ".join(Text(bare).seen)))
        assert words == set()


def test_every_role_has_a_colour_of_its_own_and_a_switch() -> None:
    page = report_page(ARTICLE)
    for role in Role:
        assert f'[data-role="{role}"] {{ --' in page
        assert f"body:has(#show-{role}:not(:checked))" in page


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    page = report_page(ARTICLE)
    assert Text(page).tags.isdisjoint({"script", "img", "link", "iframe", "object", "form"})
    assert not re.search(r"url\(|@import", page)
    assert "default-src &#x27;none&#x27;" in page
    assert "unsafe" not in page


def test_only_web_addresses_become_links() -> None:
    credit = Credit(CreditRole.VIA, "س", "المصدر: س", "javascript:alert(1)")
    page = report_page(replace(ARTICLE, url="JAVASCRIPT:alert(1)", attribution=(credit,)))
    assert 'href="javascript' not in page.lower()
    assert "javascript:alert(1)" in page


def test_boilerplate_is_folded_in_long_runs_only() -> None:
    assert len(MENU) == FOLD_FROM
    assert report_page(ARTICLE).count('<details class="run"') == 1
    short = replace(ARTICLE, blocks=ARTICLE.blocks[1:])
    assert '<details class="run"' not in report_page(short)


def test_a_page_without_story_shows_its_boilerplate_unfolded() -> None:
    assert '<details class="run" data-role="boilerplate" open="">' in report_page(replace(ARTICLE, body=""))


def test_the_index_names_every_source_and_what_failed() -> None:
    page = index_page([entry(ARTICLE, "0001.html"), FAILED])
    assert '<a href="0001.html"><bdi>dam.html</bdi></a>' in page
    assert "<bdi>صحف</bdi>/<bdi>اليوم</bdi>/<bdi>broken.html</bdi>" in page
    assert "the file is empty" in page


# With one


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if MISSING:
        pytest.skip(MISSING)
    with browsing(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Browser:
    return shown(browser, tmp_path, report_page(ARTICLE))


def shown(browser: Browser, folder: Path, page: str, fragment: str = "") -> Browser:
    path = folder / "report.html"
    path.write_text(page, "utf-8")
    browser.width(1360)
    browser.scheme("light")
    browser.open(path, fragment)
    return browser


def visible(browser: Browser, selector: str) -> bool:
    found = "[...document.querySelectorAll(arguments[0])]"
    return bool(browser.run(f"return {found}.some(e => e.checkVisibility({{visibilityProperty: true}}))", selector))


def test_arabic_runs_from_right_to_left_and_latin_does_not(opened: Browser) -> None:
    direction = "return getComputedStyle(document.querySelector(arguments[0])).direction"
    assert opened.run(direction, "#text") == "rtl"
    assert opened.run(direction, '[data-role="body"] .text') == "rtl"
    assert opened.run(direction, "#b4 .text") == "ltr"  # Privacy policy
    assert opened.run(direction, "#fields") == "ltr"


def test_blocks_stand_in_source_order(opened: Browser) -> None:
    texts = opened.run("return [...document.querySelectorAll('.block .text')].map(e => e.textContent)")
    assert texts == [block.text for block in ARTICLE.blocks]


@pytest.mark.parametrize("role", sorted({block.role for block in ARTICLE.blocks}))
def test_the_legend_switches_a_role_off_and_on(opened: Browser, role: Role) -> None:
    blocks, others = f'#text [data-role="{role}"]', f'#text .block:not([data-role="{role}"])'
    struck = f"return getComputedStyle(document.querySelector('label:has(#show-{role})')).textDecorationLine"
    assert visible(opened, blocks)
    assert opened.run(struck) == "none"
    opened.click(f"#show-{role}")
    assert not visible(opened, blocks)
    assert visible(opened, others)
    assert opened.run(struck) == "line-through"
    opened.click(f"#show-{role}")
    assert visible(opened, blocks)


def test_the_reason_shows_on_focus_and_stays_after_a_click(opened: Browser) -> None:
    title = "#b5"
    assert not visible(opened, f"{title} .why")
    opened.run("document.querySelector('#b5 .role').focus()")
    assert visible(opened, f"{title} .why")
    opened.run("document.activeElement.blur()")
    assert not visible(opened, f"{title} .why")
    opened.click(f"{title} .role")
    opened.run("document.activeElement.blur()")
    assert visible(opened, f"{title} .why")


def test_the_keyboard_reaches_every_switch_and_every_shown_block(opened: Browser) -> None:
    reached = set()
    for _ in range(60):
        opened.press("\ue004")  # Tab
        reached.add(opened.run("return document.activeElement.id || document.activeElement.getAttribute('href')"))
    numbered = enumerate(ARTICLE.blocks, start=1)
    assert {f"#b{number}" for number, _ in numbered if number > len(MENU)} <= reached
    assert {f"show-{block.role}" for block in ARTICLE.blocks} <= reached


def test_a_field_leads_to_its_block(opened: Browser) -> None:
    opened.click('#fields a[href="#b7"]')
    assert opened.run("return document.querySelector(':target').querySelector('.text').textContent") == STAMP


def test_no_request_leaves_the_page(opened: Browser) -> None:
    opened.run("window.scrollTo(0, 1e6)")
    assert [address for address in opened.requests() if not address.endswith("/report.html")] == []


def test_the_policy_lets_the_style_in_and_everything_else_out(browser: Browser, tmp_path: Path) -> None:
    smuggled = '<script>document.title = "run"</script><img src="http://127.0.0.1:9/x"></main>'
    page = report_page(ARTICLE).replace("</main>", smuggled)
    shown(browser, tmp_path, page)
    assert browser.run("return document.title") != "run"
    assert browser.run("return document.querySelector('#text').childElementCount") > len(MENU)
    assert browser.run("return getComputedStyle(document.querySelector('.columns')).display") == "grid"
    assert not [address for address in browser.requests() if ":9/x" in address]


HOSTILE = (
    '<script>document.title = "run"</script>',
    '"><img src="http://127.0.0.1:9/x" onerror="document.title = \'run\'">',
    "</style><style>* { display: none }</style>",
    "--><svg onload=alert(1)>",
)


def poisoned(text: str) -> Article:
    """An article with the text in every field that can hold one."""
    return Article(
        title=text, kicker=text, subtitle=text,
        dateline=Dateline(text, (text,), (text,), text), byline=Byline(text, (text,)),
        published=text, modified=text, body=text,
        attribution=(Credit(CreditRole.VIA, text, text, text), Credit(CreditRole.VIA, text, text, f"http://{text}")),
        disclaimer=text, section=text, tags=(text,), language=text, site=text, url=text, images=(text,),
        warnings=(text,), source=SourceInfo(text, text, text, 1, text), decoding=text, metadata=((text, text),),
        blocks=tuple(Block(text, path=text, role=role, reason=text) for role in Role),
        candidates=tuple(Candidate(field, text, text, text, False, text) for field in ("published", text)),
    )  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(browser: Browser, tmp_path: Path, text: str) -> None:
    index = index_page([entry(poisoned(text), text), Entry(text, problem=text)])
    report = report_page(poisoned(text), index=text, previous=text, following=text)
    for page, scripts in ((report, 0), (index, 1)):
        shown(browser, tmp_path, page)
        assert browser.run("return document.title") != "run"
        strangers = "img, svg, link, iframe, [onerror], [onload], style ~ style"
        assert browser.run("return document.querySelectorAll(arguments[0]).length", strangers) == 0
        assert browser.run("return document.querySelectorAll('script').length") == scripts
        assert browser.run("return document.body.textContent.includes(arguments[0])", text)
        assert [address for address in browser.requests() if not address.endswith("/report.html")] == []


def test_hostile_text_would_be_noticed(browser: Browser, tmp_path: Path) -> None:
    """The sensors of the tests above do see a script and a request where nothing holds them back."""
    shown(browser, tmp_path, f"<!doctype html>{HOSTILE[0]}{HOSTILE[1]}")
    assert browser.run("return document.title") == "run"
    assert any(":9/x" in address for address in browser.requests())


def test_the_index_breaks_neither_its_heads_nor_its_dates(browser: Browser, tmp_path: Path) -> None:
    long = replace(
        ARTICLE, title="عنوان طويل " * 20, published="2024-07-02T10:15:00+03:00",
        source=replace(ARTICLE.source, path="pages/" * 30),
    )  # fmt: skip
    shown(browser, tmp_path, index_page([entry(long, "1.html")] * 3))
    browser.width(1200)
    text = "e.querySelector('button') ?? e"
    lines = (
        f"const range = document.createRange(); range.selectNodeContents({text}); return range.getClientRects().length"
    )
    cells = "[...document.querySelectorAll('.index th, .index .date, .index .number')]"
    assert set(browser.run(f"return {cells}.map(e => {{ {lines} }})")) == {1}


@pytest.mark.parametrize("width", [320, 390, 768, 1360])
@pytest.mark.parametrize("page", ["report", "index"])
@pytest.mark.parametrize("tongue", ["en", "ar"])
def test_nothing_sticks_out_sideways(browser: Browser, tmp_path: Path, width: int, page: str, tongue: Language) -> None:
    long = replace(ARTICLE, source=replace(ARTICLE.source, path="ملف" * 60), url="https://example.org/" + "x" * 300)
    pages = {
        "report": report_page(long, tongue=tongue),
        "index": index_page([entry(long, "1.html")] * 3, tongue=tongue),
    }
    shown(browser, tmp_path, pages[page])
    browser.width(width)
    assert browser.run("return document.documentElement.scrollWidth") <= width


def left_edges(browser: Browser, selector: str) -> list[float]:
    found = "[...document.querySelectorAll(arguments[0])]"
    return list(browser.run(f"return {found}.map(e => e.getBoundingClientRect().left)", selector))


@pytest.mark.parametrize("tongue", ["en", "ar"])
def test_folders_stand_from_left_to_right_whatever_letters_they_are_in(
    browser: Browser, tmp_path: Path, tongue: Language
) -> None:
    named = replace(ARTICLE, source=replace(ARTICLE.source, path=FAILED.path))
    for page in (index_page([FAILED], tongue=tongue), report_page(named, tongue=tongue)):
        shown(browser, tmp_path, page)
        edges = left_edges(browser, ".path bdi")
        assert len(edges) == 3
        assert edges == sorted(edges)


def test_code_stands_at_the_left_in_an_arabic_report_too(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path, report_page(ARTICLE, tongue="ar"))
    style = (
        "const style = getComputedStyle(document.querySelector('.code pre')); return [style.direction, style.textAlign]"
    )
    assert browser.run(style) == ["ltr", "left"]


def test_a_credit_is_one_line(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path, report_page(ARTICLE))
    found = "const credit = document.querySelector('.credit');"
    height = browser.run(f"{found} return credit.offsetHeight / parseFloat(getComputedStyle(credit).lineHeight)")
    assert height == pytest.approx(1, abs=0.3)


LISTED = (("ب", "2024-07-02", 10, ()), ("أ", None, 9, ("mojibake",)), ("ت", "2023-01-01", 2, ()))


@pytest.fixture
def index(browser: Browser, tmp_path: Path) -> Browser:
    """Three articles, one with a warning, and one input that could not be read."""
    articles = [
        replace(ARTICLE, title=title, published=day, blocks=ARTICLE.blocks[:size], warnings=warnings)
        for title, day, size, warnings in LISTED
    ]
    return shown(browser, tmp_path, index_page([*(entry(each, "1.html") for each in articles), FAILED]))


def titles(browser: Browser) -> list[str]:
    rows = "[...document.querySelectorAll('tbody tr')].filter(row => row.checkVisibility())"
    return list(browser.run(f"return {rows}.map(row => row.cells[1].textContent)"))


def choose(browser: Browser, control: str, value: str, event: str = "change") -> None:
    found = "const control = document.getElementById(arguments[0]); control.value = arguments[1];"
    browser.run(f"{found} control.dispatchEvent(new Event(arguments[2]))", control, value, event)


PROBLEM = "the file is empty"


def test_the_index_comes_with_what_failed_and_what_warns_first(index: Browser) -> None:
    assert titles(index) == [PROBLEM, "أ", "ب", "ت"]


@pytest.mark.parametrize(
    ("head", "once", "twice"),
    [
        (2, ["أ", "ب", "ت", PROBLEM], ["ت", "ب", "أ", PROBLEM]),
        (3, ["ت", "ب", PROBLEM, "أ"], ["ب", "ت", PROBLEM, "أ"]),
        (4, ["ت", "أ", "ب", PROBLEM], ["ب", "أ", "ت", PROBLEM]),  # 2, 9, 10: as numbers
    ],
)
def test_the_index_can_be_sorted_by_a_click(index: Browser, head: int, once: list[str], twice: list[str]) -> None:
    index.click(f"th:nth-child({head}) button")
    assert titles(index) == once
    assert index.run("return document.querySelector('th[aria-sort]').cellIndex") == head - 1
    index.click(f"th:nth-child({head}) button")
    assert titles(index) == twice
    assert index.run("return document.querySelector('th[aria-sort]').ariaSort") == "descending"
    choose(index, "sort", "-1")
    assert titles(index) == [PROBLEM, "أ", "ب", "ت"]
    assert index.run("return document.querySelector('th[aria-sort]')") is None


@pytest.mark.parametrize(
    ("control", "value", "left"),
    [
        ("find", "2023", ["ت"]),
        ("find", "اليوم", [PROBLEM]),
        ("find", "nothing like it", []),
        ("show", "warned", ["أ"]),
        ("show", "failed", [PROBLEM]),
    ],
)
def test_the_index_can_be_filtered(index: Browser, control: str, value: str, left: list[str]) -> None:
    choose(index, control, value, "input" if control == "find" else "change")
    assert titles(index) == left
    assert index.run("return document.getElementById('shown').textContent") == f"{len(left)} / 4"


def test_without_its_script_the_index_is_a_table_without_controls(browser: Browser, tmp_path: Path) -> None:
    page = index_page([entry(ARTICLE, "1.html")])
    shown(browser, tmp_path, page.replace('"use strict";', '"use strict"; '))  # no longer what the policy lets run
    assert not visible(browser, "#controls")
    assert visible(browser, "tbody tr")
    assert browser.run("return document.querySelector('th button')") is None


def test_the_report_can_be_printed(opened: Browser) -> None:
    opened.emulate("Emulation.setEmulatedMedia", media="print")
    try:
        assert visible(opened, "#b5 .why")
        assert visible(opened, "#fields .candidates")
        assert not visible(opened, ".legend")
    finally:
        opened.emulate("Emulation.setEmulatedMedia", media="")


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core: out of the package that bundles it (its own dependencies are not needed), or from npm."""
    if bundled := find_spec("axe_playwright_python"):
        return Path(str(bundled.origin)).with_name("axe.min.js").read_text("utf-8")
    npm = shutil.which("npm")
    if not npm:
        pytest.skip("no axe-core: pip install --no-deps axe-playwright-python, or npm on PATH")
    folder = tmp_path_factory.mktemp("axe")
    order = [npm, "pack", "--silent", "axe-core@4"]
    packed = subprocess.run(order, cwd=folder, capture_output=True, text=True, check=False)
    if packed.returncode:
        pytest.skip(f"no axe-core: npm says {packed.stderr.strip()[:80]}")
    shutil.unpack_archive(next(folder.glob("*.tgz")), folder, filter="data")
    return (folder / "package" / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1360])
@pytest.mark.parametrize("page", ["report", "index"])
@pytest.mark.parametrize("tongue", ["en", "ar"])
def test_axe_finds_no_violation(
    browser: Browser, tmp_path: Path, axe: str, scheme: str, width: int, page: str, tongue: Language
) -> None:
    pages = {
        "report": report_page(ARTICLE, index="index.html", previous="1.html", following="3.html", tongue=tongue),
        "index": index_page([entry(ARTICLE, "1.html"), FAILED], tongue=tongue),
    }
    shown(browser, tmp_path, pages[page], "#b9")
    browser.scheme(scheme)
    browser.width(width)
    browser.run("for (const folded of document.querySelectorAll('details')) folded.open = true")
    found = browser.run_async(
        f"{axe}; const done = arguments[arguments.length - 1];"
        "axe.run().then(r => done({wrong: r.violations.map(v => [v.impact, v.id, v.nodes.map(n => n.html)]),"
        "right: r.passes.map(p => p.id)}))"
    )
    assert "color-contrast" in found["right"]
    assert found["wrong"] == []
