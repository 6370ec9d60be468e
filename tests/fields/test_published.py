"""Published and modified: every date of the page is a candidate, the evidence chooses, nothing is guessed."""
# ruff: noqa: E501 - rows of data

import json
from datetime import date, timedelta

import pytest
import texts
from texts import BODY, TITLE


def page(stamp="", *, head="", **more):
    """A page with a line of its own under the headline."""
    head = '<meta property="og:type" content="article">' + head
    return texts.page(head=head, above=f"<div>{stamp}</div>" if stamp else "", **more)


def text(*lines):
    return texts.text(TITLE, *lines, *BODY)


def meta(name, value):
    return f'<meta property="{name}" content="{value}">'


def ld(**members):
    return (
        '<script type="application/ld+json">'
        + json.dumps({"@type": "NewsArticle", "headline": TITLE, **members})
        + "</script>"
    )


class TestVisibleStamps:
    @pytest.mark.parametrize(
        ("stamp", "published"),
        [
            ("5 مايو 2021", "2021-05-05"), ("الأربعاء 5 أيار 2021", "2021-05-05"), ("٥ مايو ٢٠٢١", "2021-05-05"),
            ("نشر في: 5 مايو 2021 - 10:15", "2021-05-05T10:15:00"), ("2021-05-05 22:15", "2021-05-05T22:15:00"),
            ("تاريخ النشر: 05 ماي 2021", "2021-05-05"), ("25/05/2021", "2021-05-25"), ("2021/05/25", "2021-05-25"),
            ("23 رمضان 1442هـ - 5 مايو 2021م", "2021-05-05"), ("5 مايو 2021 الساعة 10:15 مساء", "2021-05-05T22:15:00"),
        ],
    )  # fmt: skip
    def test_a_date_under_the_headline_is_the_publication(self, stamp, published):
        assert page(stamp).published == published
        assert text(stamp).published == published

    @pytest.mark.parametrize(
        "stamp", ["منذ ساعتين", "أمس", "5 مايو", "23 رمضان 1442هـ", "مايو 2021", "10:15", "5/6/2021", "2021"]
    )
    def test_what_fixes_no_day_gives_no_date(self, stamp):
        assert page(stamp).published is None
        assert text(stamp).published is None

    def test_publication_and_update_in_one_line_are_told_apart(self):
        found = page("نشر: 5 مايو 2021 - آخر تحديث: 7 مايو 2021")
        assert (found.published, found.modified) == ("2021-05-05", "2021-05-07")

    def test_the_hour_of_an_update_on_the_same_day_is_not_the_publications(self):
        read = page(
            "نشر بتاريخ: 12/03/2022 (آخر تحديث: 12/03/2022 الساعة: 14:05)", head=meta("og:updated_time", "2022-03-12")
        )
        assert (read.published, read.modified) == ("2022-03-12", "2022-03-12T14:05:00")

    @pytest.mark.parametrize(
        "stamps", ["3 مايو 2021</div><div>نشر: 5 مايو 2021", "نشر: 5 مايو 2021</div><div>3 مايو 2021"]
    )
    def test_a_labelled_date_outweighs_a_bare_one(self, stamps):
        assert page(stamps).published == "2021-05-05"

    def test_an_update_alone_is_no_publication(self):
        found = page("آخر تحديث: 7 مايو 2021")
        assert found.published is None

    def test_a_date_inside_the_story_is_none(self):
        lead = BODY[0].replace("بعد عامين", "منذ 3 مارس 2019 وبعد عامين")
        assert page(body=(lead, *BODY[1:])).published is None


class TestMetadata:
    @pytest.mark.parametrize(
        "head",
        [
            meta("article:published_time", "2021-05-05T10:15:00+03:00"), ld(datePublished="2021-05-05T10:15:00+03:00"),
            '<meta itemprop="datePublished" content="2021-05-05T10:15:00+03:00">',
            '<meta name="DC.date.issued" content="2021-05-05T10:15:00+03:00">',
        ],
        ids=["open graph", "json-ld", "microdata", "dublin core"],
    )  # fmt: skip
    def test_a_stated_date_is_taken_with_time_and_offset(self, head):
        assert page(head=head).published == "2021-05-05T10:15:00+03:00"

    def test_stated_seconds_are_kept(self):
        assert (
            page(head=meta("article:published_time", "2021-05-05T10:15:44+03:00")).published
            == "2021-05-05T10:15:44+03:00"
        )

    def test_a_time_element_beside_the_headline_is_taken(self):
        stamp = '<time datetime="2021-05-05T10:15:00+03:00">منذ زمن</time>'
        assert page(stamp).published == "2021-05-05T10:15:00+03:00"

    def test_the_most_precise_statement_of_the_day_wins(self):
        found = page("5 مايو 2021", head=meta("article:published_time", "2021-05-05T10:15:00+03:00"))
        assert found.published == "2021-05-05T10:15:00+03:00"

    def test_agreeing_statements_outweigh_a_lonely_one(self):
        head = (
            meta("article:published_time", "2021-05-05")
            + ld(datePublished="2021-05-05")
            + meta("dc.date", "2021-09-09")
        )
        assert page(head=head).published == "2021-05-05"

    def test_utc_that_contradicts_the_visible_local_day_yields(self):
        found = page("6 مايو 2021 - 01:15", head=meta("article:published_time", "2021-05-05T22:15:00Z"))
        assert found.published == "2021-05-06T01:15:00"

    def test_modified_is_told(self):
        head = ld(datePublished="2021-05-05T10:15:00+03:00", dateModified="2021-05-06T10:15:00+03:00")
        assert page(head=head).modified == "2021-05-06T10:15:00+03:00"

    def test_modified_before_published_is_impossible(self):
        head = ld(datePublished="2021-05-05", dateModified="2020-01-01")
        assert (page(head=head).published, page(head=head).modified) == ("2021-05-05", None)

    @pytest.mark.parametrize("value", ["", "0000-00-00", "yesterday", "1", "2021-13-45", "2021-02-30"])
    def test_broken_dates_give_none(self, value):
        assert page(head=meta("article:published_time", value)).published is None

    @pytest.mark.parametrize("value", ["1970-01-01T00:00:00+00:00", "1970-01-01"])
    def test_the_epoch_is_an_empty_date(self, value):
        assert page(head=meta("article:published_time", value)).published is None

    def test_the_future_is_impossible(self):
        tomorrow, far = ((date.today() + timedelta(days=days)).isoformat() for days in (1, 30))
        assert page(head=meta("article:published_time", tomorrow)).published == tomorrow
        found = page(head=meta("article:published_time", far))
        assert found.published is None
        assert [each.reason for each in found.explain("published")] == ["in the future"]

    def test_no_year_is_filled_up(self):
        assert page(head=meta("article:published_time", "2021")).published is None
        assert page(head=meta("article:published_time", "2021-05")).published is None


class TestWhatLoses:
    CLOCK = "<div>الخميس 1 يونيو 2023</div><nav><a href=/>الرئيسية</a></nav>"

    def test_the_pages_clock_alone_is_no_publication(self):
        assert page(top=self.CLOCK).published is None

    def test_the_pages_clock_loses_against_a_stamp(self):
        assert page("5 مايو 2021", top=self.CLOCK).published == "2021-05-05"

    def test_the_clocks_reason_is_told(self):
        found = page("5 مايو 2021", top=self.CLOCK)
        (clock,) = [each for each in found.explain("published") if each.value == "2023-06-01"]
        assert (clock.chosen, clock.reason) == (False, "the page's clock, not the story's date")

    def test_a_calendar_widget_gives_none(self):
        cells = "".join(f"<td>{day}</td>" for day in range(1, 31))
        assert (
            page(side=f"<table class=calendar><caption>يونيو 2023</caption><tr>{cells}</tr></table>").published is None
        )

    def test_dates_of_comments_give_none(self):
        comments = "<div class=comments><div><b>أبو سعيد</b> <span>9 مايو 2021</span><p>شكرا لكم على هذا الخبر.</p></div></div>"
        assert page(below=comments).published is None
        assert page("5 مايو 2021", below=comments * 5).published == "2021-05-05"

    def test_dates_of_other_stories_give_none(self):
        items = "".join(
            f"<li><a href=/{n}>خبر آخر من أخبار الموقع رقم {n}</a> <time datetime='2022-01-0{n}'>{n} يناير 2022</time></li>"
            for n in range(1, 6)
        )
        assert page("5 مايو 2021", side=f"<div class=related><ul>{items}</ul></div>").published == "2021-05-05"

    def test_the_copyright_year_gives_none(self):
        assert page(side="<footer>جميع الحقوق محفوظة © 2023</footer>").published is None

    def test_the_date_of_the_printed_issue_counts_where_nothing_else_does(self):
        assert page(top="<div>العدد 1234 - الأربعاء 5 مايو 2021</div>").published == "2021-05-05"

    def test_a_clock_above_a_long_menu_is_no_publication(self):
        menu = "<nav>" + "".join(f"<div><a href=/{n}>باب {n}</a></div>" for n in range(12)) + "</nav>"
        found = page("5 مايو 2021", top="<div>الخميس 1 يونيو 2023</div>" + menu)
        assert found.published == "2021-05-05"
        (clock,) = [each for each in found.explain("published") if each.value == "2023-06-01"]
        assert (clock.chosen, clock.reason) == (False, "the page's clock, not the story's date")


class TestTheAddress:
    @pytest.mark.parametrize("url", ["https://x.example/2021/05/05/port", "https://x.example/2021-05-05-port", "https://x.example/news/20210505/1",
                                     "https://x.example/2021/5/5/port.html"])  # fmt: skip
    def test_its_date_counts_where_nothing_else_does(self, url):
        assert page(url=url).published == "2021-05-05"

    def test_it_yields_to_a_visible_stamp(self):
        assert page("7 مايو 2021", url="https://x.example/2021/05/01/port").published == "2021-05-07"

    @pytest.mark.parametrize(
        "url",
        [
            "https://x.example/2021/05/port",
            "https://x.example/12345678",
            "https://x.example/?id=20213505",
            "https://x.example/99/99/99",
            "https://x.example/2021/02/31/port",
        ],
    )
    def test_numbers_that_are_no_day_give_none(self, url):
        assert page(url=url).published is None


class TestAmbiguousNumbers:
    def test_they_stay_undecided_alone(self):
        assert page("05/06/2021").published is None

    def test_another_candidate_decides(self):
        assert (
            page("05/06/2021 10:15", head=meta("article:published_time", "2021-06-05")).published
            == "2021-06-05T10:15:00"
        )
        assert page("05/06/2021", url="https://x.example/2021/05/06/port").published == "2021-05-06"

    def test_the_pages_habit_decides(self):
        related = "<ul class=related><li><a href=/1>خبر آخر</a> 25/04/2021</li></ul>"
        assert page("05/06/2021", side=related).published == "2021-06-05"
        month_first = related.replace("25/04", "04/25")
        assert page("05/06/2021", side=month_first).published == "2021-05-06"

    def test_dots_are_day_first_everywhere(self):
        assert page("05.06.2021").published == "2021-06-05"

    def test_equal_numbers_are_not_ambiguous(self):
        assert page("05/05/2021").published == "2021-05-05"

    def test_the_word_for_day_decides(self):
        assert page("نشر يوم 05/06/2021").published == "2021-06-05"


@pytest.mark.parametrize(
    "line",
    [
        "المكلا 5 مايو 2021 (سبأ) - قال المحافظ إن المدينة تستعد لاستقبال السفن في رصيفها الجديد مطلع الشهر.",
        "المكلا 5 مايو 2021 (سبأ)",
    ],
)
def test_the_dateline_dates_a_story_that_nothing_else_dates(line):
    found = text(line)
    assert found.published == "2021-05-05"
    assert found.dateline.date == "2021-05-05"


def test_every_candidate_is_told_with_its_place():
    found = page(
        "5 مايو 2021", head=meta("article:published_time", "2021-05-05") + meta("article:modified_time", "2021-05-01")
    )
    assert [(each.value, each.place, each.chosen) for each in found.explain("published")] == [
        ("2021-05-05", "block 2", True), ("2021-05-05", "article:published_time", False),
    ]  # fmt: skip
    assert [each.reason for each in found.explain("modified")] == ["before the publication, so impossible"]
    same_day = ld(datePublished="2021-05-05T10:15", dateModified="2021-05-05T11:15") + meta(
        "article:modified_time", "2021-05-05"
    )
    told = [(each.chosen, each.reason) for each in page(head=same_day).explain("modified")]
    assert sorted(told) == [(False, "agrees with the chosen day"), (True, "the best supported modification")]


class TestLabelsElsewhere:
    """What stands beside a date in a block or cell of its own says of what it is the date."""

    @pytest.mark.parametrize(
        ("label", "published", "modified"),
        [
            ("تاريخ النشر:", "2021-05-05", None), ("نشر", "2021-05-05", None), ("آخر تحديث", None, "2021-05-05"),
            ("محدث", None, "2021-05-05"), ("تعديل", "2021-05-05", None), ("سياسة", "2021-05-05", None),
        ],
    )  # fmt: skip
    def test_in_the_block_before_it(self, label, published, modified):
        for found in (page(f"<ul><li>{label}</li><li>5 مايو 2021</li></ul>"), text(label, "5 مايو 2021")):
            assert (found.published, found.modified) == (published, modified)

    @pytest.mark.parametrize(
        ("label", "published"), [("العرض الختامي", None), ("موعد التسليم", None), ("التاريخ", "2021-05-05"), ("نشر", "2021-05-05")]
    )  # fmt: skip
    def test_in_the_cell_that_heads_its_row(self, label, published):
        assert page(f"<table><tr><th>{label}</th><td>5 مايو 2021</td></tr></table>").published == published
        assert page(f"<dl><dt>{label}</dt><dd>5 مايو 2021</dd></dl>").published == published

    def test_of_two_dates_above_a_headline_the_update_is_not_the_publication(self):
        dates = '<div class="date"><p>5 مايو 2021 - 10:15</p><p>تحديث: 7 مايو 2021 - 11:20</p></div>'
        found = texts.page(title=TITLE, top=dates)
        assert (found.published, found.modified) == ("2021-05-05T10:15:00", "2021-05-07T11:20:00")

    def test_a_blogs_day_above_its_headline_outweighs_one_of_something_else(self):
        day = '<h2 class="date-header"><span>السبت، 9 سبتمبر 2017</span></h2>'
        address = "https://example.org/2017/09/kitab.html"
        found = texts.page(title=TITLE, top=day, above="<div>الإصدار الورقي: 14 أغسطس 2017</div>", url=address)
        assert found.published == "2017-09-09"

    def test_readers_counted_between_it_and_the_headline_do_not_part_them(self):
        head = ("سياسة", "2020/12/14 13:08", "عدد القراءات: 1874", TITLE)
        assert texts.text(*head, *BODY, "انتهى / م.ك").published == "2020-12-14T13:08:00"

    def test_it_opens_a_line_of_credits(self):
        assert page("22/11/2020 - 04:30 - المصدر: لجان المقاومة الشعبية - خاص بنا").published == "2020-11-22T04:30:00"


class TestChanges:
    """The moment of the last change is often stated, and printed, as that of the publication."""

    changed = meta("article:modified_time", "2021-05-09T10:00:00Z")

    def test_what_is_stated_of_both_yields_to_an_earlier_publication(self):
        head = ld(datePublished="2021-05-05T08:00:00Z") + meta("article:published_time", "2021-05-09T10:00:00Z")
        head += '<meta name="parsely-pub-date" content="2021-05-09T10:00:00Z">' + self.changed
        assert page(head=head).published == "2021-05-05T08:00:00Z"

    def test_it_is_the_publication_where_nothing_else_is(self):
        same = meta("article:published_time", "2021-05-09T10:00:00Z")
        assert page(head=same + self.changed).published == "2021-05-09T10:00:00Z"

    def test_the_most_precise_moment_of_its_day_is_taken(self):
        found = page("نشر: 5 مايو 2021 - تحديث: 9 مايو 2021 13:00", head=self.changed)
        assert (found.published, found.modified) == ("2021-05-05", "2021-05-09T10:00:00Z")


class TestWhereNothingElseTells:
    def test_the_day_of_the_page_is_the_storys(self):
        node = {"@type": "WebPage", "datePublished": "2021-05-05T10:15:00+03:00"}
        assert (
            page(head=f'<script type="application/ld+json">{json.dumps(node)}</script>').published
            == node["datePublished"]
        )

    def test_a_meta_element_that_has_its_value_elsewhere_is_read(self):
        assert page(head='<meta name="pubdate" value="2021-05-05">').published == "2021-05-05"
        assert page(head='<meta name="author" value="سالم باوزير">').byline is None

    @pytest.mark.parametrize("mark", ["-", "–", "|"])
    def test_the_first_paragraph_opens_with_it(self, mark):
        first, *further = BODY
        assert texts.page(body=(f"25/11/2022 {mark} {first}", *further)).published == "2022-11-25"
        assert (
            texts.page(body=(f"25/11/2022 {mark} {first}", f"26/11/2022 {mark} {further[0]}", *further)).published
            is None
        )
        assert texts.page(body=(first, f"25/11/2022 {mark} {further[0]}", *further)).published == "2022-11-25"
        assert texts.page(body=(f"في 25/11/2022 {first}", *further)).published is None

    @pytest.mark.parametrize(
        ("clock", "published"), [("2017-03-06", "2017-03-05"), ("2017-05-06", None), ("2017-09-06", None)]
    )
    def test_the_pages_clock_decides_which_of_two_days_it_can_be(self, clock, published):
        head = (f"   {clock} - الاثنين", "الرئيسية  محليات  عربي ودولي  اقتصاد", TITLE, "[ 05-03-2017 10:17 PM ]")
        found = texts.text(*head, *BODY).published
        assert (found or "")[:10] == (published or "")


class TestReasons:
    def test_each_candidate_says_why_it_was_chosen_or_not(self):
        tomorrow_but_two = (date.today() + timedelta(days=3)).isoformat()
        stated = meta("article:published_time", "2021-05-05T10:00:00+03:00")
        head = stated + meta("article:modified_time", "2020-01-01") + ld(datePublished=tomorrow_but_two)
        found = page("5 مايو 2021", head=head)
        told = [*found.explain("published"), *found.explain("modified")]
        assert {(each.value, each.chosen, each.reason) for each in told} == {
            ("2021-05-05T10:00:00+03:00", True, "the best supported day"),
            ("2021-05-05", False, "agrees with the chosen day"),
            (tomorrow_but_two, False, "in the future"),
            ("2020-01-01", False, "before the publication, so impossible"),
        }

    @pytest.mark.parametrize(("ahead", "possible"), [(2, True), (3, False)])
    def test_a_day_is_possible_that_has_begun_somewhere(self, ahead, possible):
        day = (date.today() + timedelta(days=ahead)).isoformat()
        assert (page(head=meta("article:published_time", day)).published == day) is possible

    def test_the_dateline_that_was_read_is_the_chosen_one(self):
        assert [(each.value, each.chosen) for each in text("المكلا - رويترز").explain("dateline")] == [
            ("المكلا - رويترز", True)
        ]
