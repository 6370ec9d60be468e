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
from newscli.show.report import FOLD_FROM, Entry, entry, index_page, report_page

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
    metadata=(("og:site_name", "أخبار النهر"),),
)


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
    page = index_page([entry(ARTICLE, "0001.html"), Entry("broken.html", problem="the file is empty")])
    assert '<a href="0001.html"><bdi>dam.html</bdi></a>' in page
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
    for page in (report_page(poisoned(text), index=text), index):
        shown(browser, tmp_path, page)
        assert browser.run("return document.title") != "run"
        strangers = "script, img, svg, link, iframe, [onerror], [onload], style ~ style"
        assert browser.run("return document.querySelectorAll(arguments[0]).length", strangers) == 0
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
    lines = "const range = document.createRange(); range.selectNodeContents(e); return range.getClientRects().length"
    cells = "[...document.querySelectorAll('.index th, .index .date, .index .number')]"
    assert set(browser.run(f"return {cells}.map(e => {{ {lines} }})")) == {1}


@pytest.mark.parametrize("width", [320, 390, 768, 1360])
@pytest.mark.parametrize("page", ["report", "index"])
def test_nothing_sticks_out_sideways(browser: Browser, tmp_path: Path, width: int, page: str) -> None:
    long = replace(ARTICLE, source=replace(ARTICLE.source, path="ملف" * 60), url="https://example.org/" + "x" * 300)
    shown(browser, tmp_path, report_page(long) if page == "report" else index_page([entry(long, "1.html")] * 3))
    browser.width(width)
    assert browser.run("return document.documentElement.scrollWidth") <= width


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
def test_axe_finds_no_violation(browser: Browser, tmp_path: Path, axe: str, scheme: str, width: int, page: str) -> None:
    pages = {
        "report": report_page(ARTICLE, index="index.html"),
        "index": index_page([entry(ARTICLE, "1.html"), Entry("broken.html", problem="the file is empty")]),
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
