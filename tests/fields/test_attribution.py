"""Whom the page credits: each role, its phrase and its link; one party once, in its strongest role."""

import pytest
import texts
from texts import BODY, TITLE

NOTICE = "ملحوظة: مضمون هذا الخبر تم كتابته بواسطة {} ولا يعبر عن وجهة نظر الرصيف وإنما تم نقله بمحتواه كما هو."


def text(*above, below=(), body=BODY):
    return texts.text(TITLE, *above, *body, *below)


def page(above="", *, below="", site="شبكة البيدر", head="", body=BODY):
    name = f'<meta property="og:site_name" content="{site}">' if site else ""
    return texts.page(head=name + head, above=above, body=body, below=below)


def credits(article):
    return [(credit.role.value, credit.name) for credit in article.attribution]


class TestAuthors:
    def test_every_person_of_the_byline_is_an_author(self):
        found = text("كتب: سالم باوزير ومنى الحداد")
        assert credits(found) == [("author", "سالم باوزير"), ("author", "منى الحداد")]

    def test_the_phrase_is_the_byline(self):
        found = text("كتب: سالم باوزير")
        assert found.attribution[0].text == found.byline.text

    def test_the_writer_of_a_dateline_is_one(self):
        assert ("author", "سالم باوزير") in credits(text("المكلا - سالم باوزير"))


class TestSourcesOfNoName:
    @pytest.mark.parametrize(
        ("line", "credit"),
        [
            ("المصدر: وكالات", ("agency", "وكالات")), ("وكالات", ("agency", "وكالات")),
            ("المصدر: متابعات", ("via", "متابعات")), ("متابعات", ("via", "متابعات")),
        ],
    )  # fmt: skip
    def test_agencies_supplied_the_text_and_what_is_followed_is_relayed(self, line, credit):
        assert credits(text(line)) == [credit]
        assert credits(text(below=(line,))) == [credit]


class TestAgencies:
    @pytest.mark.parametrize("line", ["عدن - رويترز", "رويترز", "المصدر: رويترز"])
    def test_an_agency_supplied_the_text_wherever_it_is_named(self, line):
        assert ("agency", "رويترز") in credits(text(line))
        assert ("agency", "رويترز") in credits(page(f"<div>{line}</div>"))

    def test_agencies_without_name_are_one_too(self):
        assert ("agency", "وكالات") in credits(text("عدن - وكالات"))

    def test_an_agency_under_the_story_is_one(self):
        assert credits(text(below=["(أ ف ب، رويترز)"])) == [("agency", "أ ف ب"), ("agency", "رويترز")]

    def test_a_source_of_a_claim_inside_the_story_is_none(self):
        claimed = BODY[1].replace("وأضاف المدير", "ونقلت رويترز عن المدير")
        assert credits(text(body=(BODY[0], claimed, BODY[2]))) == []

    def test_one_agency_in_dateline_and_signature_is_told_once(self):
        assert credits(text("عدن - رويترز", below=["(رويترز)"])) == [("agency", "رويترز")]

    def test_an_agency_in_latin_and_in_arabic_letters_is_told_once_in_arabic(self):
        assert credits(text("Reuters", below=["المصدر: رويترز"])) == [("agency", "رويترز")]
        assert credits(text("رويترز", below=["المصدر: AFP"])) == [("agency", "رويترز"), ("agency", "AFP")]

    def test_the_place_beside_a_signing_agency_is_no_party(self):
        assert credits(text(below=["(وال - طرابلس) ف خ/ س ع"])) == [("agency", "وال")]


class TestOrigin:
    def test_the_site_is_the_origin_of_its_own_story(self):
        assert credits(page()) == [("origin", "شبكة البيدر")]

    def test_an_outlet_in_the_dateline_is_the_origin(self):
        assert ("origin", "هبة بريس") in credits(text("الرباط - هبة بريس"))

    def test_the_sites_short_name_in_the_dateline_is_the_same_party(self):
        found = credits(page("<div>المكلا - البيدر</div>", site="صحيفة البيدر"))
        assert [role for role, _ in found] == ["origin"]

    @pytest.mark.parametrize(
        "name",
        [
            "شبكة البيدر",
            "شبكةالبيدر",
            "شبكه البيدر", "«شبكة البيدر»",
        ],
    )  # fmt: skip
    def test_two_spellings_of_one_party_are_told_once(self, name):
        assert len(credits(page(f"<div>المصدر: {name}</div>"))) == 1

    def test_published_in_an_outlet_on_a_day_names_the_origin_and_the_site_republishes(self):
        found = credits(page("<div>نشر في هبة بريس يوم 5 مايو 2021</div>"))
        assert found == [("origin", "هبة بريس"), ("republisher", "شبكة البيدر")]

    def test_a_statement_given_to_an_outlet_names_it_where_nothing_else_does(self):
        told = BODY[0].replace("قال مدير ميناء المكلا", "قال مدير ميناء المكلا في تصريح لـ«هبة بريس»")
        assert credits(text(body=(told, *BODY[1:]))) == [("origin", "هبة بريس")]


class TestVia:
    @pytest.mark.parametrize(
        "line",
        [
            "المصدر: المرصد اليوم",
            "نقلا عن المرصد اليوم",
            "المصدر : موقع المرصد اليوم",
            "نقلاً عن صحيفة «المرصد اليوم»",
        ],
    )
    def test_an_outlet_that_the_story_relays(self, line):
        assert ("via", "المرصد اليوم") in credits(text(below=[line]))
        assert ("via", "المرصد اليوم") in credits(page(below=f"<p>{line}</p>"))

    def test_of_two_outlets_in_a_dateline_the_first_is_the_origin(self):
        assert credits(text("عدن - صحيفة الضفاف - بوابة النخيل")) == [
            ("origin", "صحيفة الضفاف"),
            ("via", "بوابة النخيل"),
        ]

    def test_the_source_line_links_to_it(self):
        (via,) = [
            each
            for each in page(below='<p>المصدر: <a href="https://m.example/1">المرصد اليوم</a></p>').attribution
            if each.role == "via"
        ]
        assert (via.name, via.url, via.text) == ("المرصد اليوم", "https://m.example/1", "المصدر: المرصد اليوم")

    def test_the_link_may_hold_the_word_for_site(self):
        (via,) = [
            each
            for each in page(below='<p>المصدر: <a href="https://m.example/1">موقع المرصد اليوم</a></p>').attribution
            if each.role == "via"
        ]
        assert via.url == "https://m.example/1"

    def test_a_label_alone_takes_the_name_below(self):
        assert ("via", "المرصد اليوم") in credits(text(below=["المصدر:", "المرصد اليوم"]))

    def test_followed_up_is_via(self):
        assert ("via", "متابعات") in credits(text("عدن - متابعات"))

    def test_several_names_are_several_parties(self):
        found = credits(text(below=["المصدر: رويترز + المرصد اليوم"]))
        assert found == [("agency", "رويترز"), ("via", "المرصد اليوم")]

    def test_the_site_as_source_is_the_origin(self):
        assert credits(page(below="<p>المصدر: شبكة البيدر</p>")) == [("origin", "شبكة البيدر")]

    def test_an_opinion_piece_taken_from_a_newspaper(self):
        found = credits(text("كتبت منى الحداد في «المرصد»:"))
        assert found == [("author", "منى الحداد"), ("via", "المرصد")]


class TestAggregators:
    def test_the_disclaimer_names_origin_and_republisher(self):
        found = text(below=[NOTICE.format("هبة بريس")])
        assert credits(found) == [("origin", "هبة بريس"), ("republisher", "الرصيف")]
        assert [credit.text for credit in found.attribution] == ["كتابته بواسطة هبة بريس", "لا يعبر عن وجهة نظر الرصيف"]
        assert [credit.text in found.disclaimer for credit in found.attribution] == [True, True]

    def test_the_origins_link_is_its_url(self):
        found = page(below=f"<div>{NOTICE.format('<a href=https://h.example/7>هبة بريس</a>')}</div>", site=None)
        assert {credit.name: credit.url for credit in found.attribution} == {
            "هبة بريس": "https://h.example/7",
            "الرصيف": None,
        }

    def test_a_second_source_in_the_dateline_is_via(self):
        found = text("المكلا - المرصد اليوم", below=[NOTICE.format("هبة بريس")])
        assert credits(found) == [("origin", "هبة بريس"), ("via", "المرصد اليوم"), ("republisher", "الرصيف")]

    def test_the_origin_in_the_dateline_is_told_once(self):
        assert credits(text("الرباط - هبة بريس", below=[NOTICE.format("هبة بريس")])) == [
            ("origin", "هبة بريس"),
            ("republisher", "الرصيف"),
        ]

    def test_an_agency_in_the_dateline_stays_one(self):
        found = credits(text("عدن - رويترز", below=[NOTICE.format("هبة بريس")]))
        assert found == [("agency", "رويترز"), ("origin", "هبة بريس"), ("republisher", "الرصيف")]

    def test_the_republishing_site_is_not_an_origin(self):
        found = credits(page(below=f"<div>{NOTICE.format('هبة بريس')}</div>", site="الرصيف"))
        assert found == [("origin", "هبة بريس"), ("republisher", "الرصيف")]


def test_roles_stand_in_the_order_of_the_contract():
    found = text("كتب: سالم باوزير", "عدن - رويترز", below=["المصدر: المرصد اليوم", NOTICE.format("هبة بريس")])
    assert [role for role, _ in credits(found)] == ["author", "agency", "origin", "via", "republisher"]


def test_a_page_that_credits_nobody_gives_nobody():
    assert credits(text()) == []
    assert credits(page(site=None)) == []


def test_every_credit_is_told_as_a_candidate_with_its_reason():
    found = text("عدن - رويترز", below=["(رويترز)"])
    reasons = [(each.value, each.chosen, each.reason) for each in found.explain("attribution")]
    assert ("agency: رويترز", True, "credited as agency") in reasons
