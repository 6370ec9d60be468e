"""Every field tells what it was chosen from and where that stands; every block tells why it is what it is."""

import pickle
import re
from pathlib import Path

import pytest

import newscli
from newscli.model import Role
from newscli.weigh.context import CONTEXT

SAMPLES = sorted(
    path for path in (Path(__file__).parent.parent / "samples").iterdir() if path.suffix in {".txt", ".html"}
)
FIELDS = (
    "title kicker subtitle dateline byline published modified body attribution disclaimer section tags language site"
    " url images"
).split()
PREDICATES = {"is", "was", "has", "stands", "lies", "ends", "says", "tells", "follows", "precedes", "leads"}

PAGE = """<!doctype html><html lang="en-US"><head><title>ميناء الحديد يستقبل أول سفينة - صحيفة المرسى</title>
<link rel="canonical" href="https://marsa.example/1"><meta property="og:url" content="https://marsa.example/one">
<meta property="og:image" content="https://marsa.example/1.jpg"><meta property="article:section" content="نقل">
<meta property="article:tag" content="الموانئ"><meta name="author" content="سلمى الناصر"></head><body>
<h2>بعد عامين من العمل</h2><h1>ميناء الحديد يستقبل أول سفينة</h1><p class="byline">كتبت: سلمى الناصر</p>
<article class="article-body"><p>المرفأ - رويترز: استقبل ميناء الحديد صباح الأحد أول سفينة شحن، بعد عامين من العمل في
توسعة الأرصفة وتعميق المدخل.</p><p>وقال مدير الميناء إن السفينة حملت ألفي حاوية، وإن سفينة ثانية ستصل يوم الخميس
من الأسبوع المقبل.</p><p>وأضاف أن العمال أنهوا تفريغ الحمولة في أقل من عشر ساعات، وهو وقت أقصر مما كان متوقعا.</p>
</article></body></html>"""


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.name)
def sample(request):
    return newscli.parse_file(request.param)


@pytest.fixture(scope="module")
def page():
    return newscli.parse(PAGE)


@pytest.mark.parametrize("field", FIELDS)
def test_what_a_field_holds_was_chosen_somewhere(sample, field):
    chosen = [candidate for candidate in sample.explain(field) if candidate.chosen]
    assert bool(chosen) is bool(getattr(sample, field))


def test_a_chosen_value_stands_in_the_block_it_names(sample):
    for candidate in sample.candidates:
        assert candidate.place
        assert candidate.reason
        if candidate.block is not None:
            assert candidate.place == f"block {candidate.block}"
            block = sample.blocks[candidate.block - 1]
            if candidate.chosen:
                assert candidate.text in block.text
                assert block.role is not Role.BOILERPLATE


def test_the_body_is_the_text_of_its_blocks(sample):
    assert "\n\n".join(block.text for block in sample.blocks if block.role is Role.BODY) == sample.body


def test_the_body_tells_where_it_was_bounded(sample):
    bounds = [candidate.block for candidate in sample.explain("body") if candidate.chosen]
    body = [number for number, block in enumerate(sample.blocks, start=1) if block.role is Role.BODY]
    assert bounds == ([body[0], body[-1]] if body else [])


def test_the_parts_of_the_evidence_add_up(sample):
    assert len(sample.weighed) == len(sample.blocks) + 1
    for weighed in (each for group in sample.weighed for each in group):
        assert sum(odds for _, odds in weighed.parts) == pytest.approx(weighed.odds)


def test_a_block_has_its_evidence_under_its_number(page):
    title = next(candidate.block for candidate in page.explain("title") if candidate.chosen)
    assert [weighed.question for weighed in page.evidence(title)] == ["Is it the story's text?", "Is it the headline?"]
    assert [weighed.question for weighed in page.evidence()] == ["Does the page hold a story?"]
    assert page.evidence(len(page.blocks) + 1) == ()


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("url", "link canonical"),
        ("images", "og:image"),
        ("section", "article:section"),
        ("tags", "article:tag"),
        ("language", "the letters of its text"),
        ("site", "title"),
    ],
)
def test_what_the_page_states_is_told_by_its_name(page, field, place):
    assert [candidate.place for candidate in page.explain(field) if candidate.chosen] == [place]


@pytest.mark.parametrize(
    ("field", "place"), [("url", "og:url"), ("language", "html lang"), ("byline", "author"), ("title", "title")]
)
def test_what_was_rejected_is_told_too(page, field, place):
    assert place in [candidate.place for candidate in page.explain(field) if not candidate.chosen]


def test_a_cut_paragraph_is_two_blocks_and_the_dateline_names_the_first(page):
    [dateline] = [candidate for candidate in page.explain("dateline") if candidate.chosen]
    [begin, _] = [candidate for candidate in page.explain("body") if candidate.chosen]
    assert page.blocks[dateline.block - 1].role is Role.DATELINE
    assert begin.block == dateline.block + 1


def test_reasons_are_made_of_predicates_about_the_block():
    assert {feature.phrase.split()[0] for feature in CONTEXT.features} <= PREDICATES


def test_a_reason_is_one_sentence(sample):
    for block in sample.blocks:
        assert block.reason
        assert not re.search(r",,|, ,|  |,$|;$", block.reason)


def test_the_story_says_where_it_begins_and_ends(page):
    reasons = [block.reason for block in page.blocks if block.role is Role.BODY]
    assert reasons[0].startswith("begins the story")
    assert reasons[-1].startswith("ends the story")


def test_an_article_can_be_pickled_with_its_trace(page):
    copy = pickle.loads(pickle.dumps(page))
    assert copy.explain("title") == page.explain("title")
    assert copy.evidence(1) == page.evidence(1)
