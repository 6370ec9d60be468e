"""Plain texts: clean articles, and pages as a text browser dumps them. Headline, head lines, story, what is left."""
# ruff: noqa: E501 - rows of data

import pytest
from texts import BODY, FURTHER, LAST, LEAD, MORE, OTHER, TITLE, page
from texts import joined as body
from texts import text as parse

import newscli
from newscli.model import Role

MENU = ("تجاوز إلى المحتوى", "الرئيسية", "أخبار", "اقتصاد", "رياضة", "ثقافة", "من نحن", "بحث")
RELATED = ("أخبار ذات صلة", "سفينة قمح تصل إلى ميناء عدن بعد تأخير", "خطة لتوسيع مطار الريان في حضرموت")
COMMENTS = ("اترك تعليقا", "الاسم", "البريد الإلكتروني", "لن يتم نشر عنوان بريدك الإلكتروني.", "إرسال التعليق")
FOOTER = ("من نحن", "اتصل بنا", "جميع الحقوق محفوظة © 2021 البيدر")


def role_of(article, text):
    (found,) = {block.role for block in article.blocks if block.text == text}
    return found


class TestCleanArticles:
    def test_the_first_line_is_the_headline_and_the_rest_the_story(self):
        article = parse(TITLE, *BODY)
        assert (article.title, article.body) == (TITLE, body(*BODY))
        assert article.warnings == ()

    def test_a_text_may_have_no_headline(self):
        article = parse(*BODY)
        assert (article.title, article.body) == (None, body(*BODY))

    def test_single_line_ends_are_enough(self):
        article = newscli.parse("\n".join((TITLE, *BODY)))
        assert (article.title, article.body) == (TITLE, body(*BODY))

    def test_a_headline_may_end_in_a_full_stop(self):
        assert parse(TITLE + ".", *BODY).title == TITLE + "."

    @pytest.mark.parametrize("headline", ["هل يعيد الرصيف الجديد الحياة إلى ميناء المكلا؟", 'مدير الميناء: "أربع سفن في وقت واحد"',
                                          "قمة 5 مايو 2021 تبحث إعادة فتح ميناء المكلا", TITLE + "..", TITLE + "!"])  # fmt: skip
    def test_a_headline_may_be_a_question_a_quotation_or_hold_a_date(self, headline):
        article = parse(headline, *BODY)
        assert (article.title, article.body, article.published) == (headline, body(*BODY), None)

    def test_a_sub_heading_below_the_lead_is_no_headline(self):
        lead = (
            "أكد وزير الخارجية، اليوم الأربعاء، أن بلاده ماضية في دعم الجهود الدولية الرامية إلى وقف إطلاق النار واستئناف "
            "العملية السياسية في أقرب وقت."
        )
        later = (
            "وأضاف الوزير في مؤتمر صحفي عقده عقب الاجتماع أن المشاورات مع الدول الشقيقة والصديقة مستمرة على أكثر من صعيد.",
            "وكان قد وصل أمس إلى العاصمة في مستهل جولة تشمل عددا من دول المنطقة، يبحث خلالها سبل تعزيز التعاون المشترك.",
            "من جهته، رحب نظيره بالزيارة، معربا عن أمله في أن تسهم في دفع العلاقات الثنائية إلى آفاق أرحب.",
        )
        headline = "وزير الخارجية يؤكد دعم الجهود الدولية لوقف إطلاق النار"
        article = parse(headline, lead, "جولة تشمل عددا من الدول", *later)
        assert article.title == headline
        assert article.body.startswith(lead)

    def test_a_headline_whose_second_line_goes_on_is_whole(self):
        article = parse("مدير الميناء يفتتح رصيفا جديدا", "من أرصفة ميناء المكلا أمام أربع سفن", *BODY)
        assert article.title == "مدير الميناء يفتتح رصيفا جديدا من أرصفة ميناء المكلا أمام أربع سفن"

    def test_a_repeated_headline_is_told_once(self):
        article = parse(TITLE, TITLE, *BODY)
        assert (article.title, article.body) == (TITLE, body(*BODY))

    def test_a_headline_over_two_lines_is_one(self):
        article = parse("رصيف جديد يستقبل أربع سفن", "في ميناء المكلا بعد عامين", *BODY)
        assert article.title == "رصيف جديد يستقبل أربع سفن في ميناء المكلا بعد عامين"
        assert article.body == body(*BODY)

    def test_site_and_section_above_the_headline_are_not_in_it(self):
        article = parse("البيدر نيوز", "اقتصاد", TITLE, *BODY)
        assert (article.title, article.body) == (TITLE, body(*BODY))
        assert article.section == "اقتصاد"

    def test_a_kicker_stands_above_the_headline(self):
        article = parse("بعد عامين من العمل", TITLE, *BODY)
        assert (article.title, article.kicker) == (TITLE, "بعد عامين من العمل")

    def test_the_way_to_the_page_is_no_kicker_and_names_the_section(self):
        article = parse("الرئيسية » اقتصاد » " + TITLE, TITLE, *BODY)
        assert (article.title, article.kicker, article.section) == (TITLE, None, "اقتصاد")

    @pytest.mark.parametrize("way", ["الرئيسية > اقتصاد >", "الرئيسية » اقتصاد", "الرئيسية / اقتصاد /"])
    def test_a_sign_behind_the_last_step_of_the_way_is_no_step(self, way):
        assert parse(way, TITLE, *BODY).section == "اقتصاد"

    def test_a_writer_above_the_headline_is_no_section(self):
        article = parse("سالم باوزير", TITLE, *BODY)
        assert (article.title, article.section) == (TITLE, None)
        assert article.byline.authors == ("سالم باوزير",)

    def test_a_deck_stands_between_headline_and_story(self):
        article = parse(TITLE, "المدير: السفينة الأولى تصل مطلع الشهر المقبل", *BODY)
        assert (article.title, article.subtitle) == (TITLE, "المدير: السفينة الأولى تصل مطلع الشهر المقبل")
        assert article.body == body(*BODY)

    def test_a_lead_is_no_deck(self):
        assert parse(TITLE, *BODY).subtitle is None

    def test_dateline_byline_and_date_between_headline_and_story_are_no_body(self):
        article = parse(TITLE, "كتب: سالم باوزير", "المكلا - سبأ", "5 مايو 2021", *BODY)
        assert article.title == TITLE
        assert article.byline.authors == ("سالم باوزير",)
        assert (article.dateline.places, article.dateline.sources) == (("المكلا",), ("سبأ",))
        assert article.published == "2021-05-05"
        assert article.body == body(*BODY)

    @pytest.mark.parametrize(
        "line",
        [
            "سالم باوزير | 5 مايو 2021", "كتب سالم باوزير في 5 مايو 2021",
            "بواسطة سالم باوزير في 5 مايو 2021",
            "نشر بواسطة سالم باوزير بتاريخ 5 مايو 2021",
        ],
    )  # fmt: skip
    def test_a_writer_and_a_date_may_share_a_line(self, line):
        article = parse(TITLE, line, *BODY)
        assert (article.byline.authors, article.published) == (("سالم باوزير",), "2021-05-05")

    def test_the_photographer_beside_the_writer_is_no_author(self):
        assert parse(TITLE, "كتب: سالم باوزير - تصوير: منى الحداد", *BODY).byline.authors == ("سالم باوزير",)

    def test_a_dateline_that_opens_the_story_is_cut_off(self):
        article = parse(TITLE, "المكلا - سبأ: " + LEAD, MORE, LAST)
        assert (article.dateline.text, article.body) == ("المكلا - سبأ", body(*BODY))

    def test_a_sub_heading_is_part_of_the_story(self):
        article = parse(TITLE, LEAD, MORE, "خبراء من الخارج", MORE.replace("المدير", "نائبه"), LAST)
        assert "\n\nخبراء من الخارج\n\n" in article.body

    def test_an_unpunctuated_last_line_is_part_of_the_story(self):
        article = parse(TITLE, LEAD, MORE, "وقد شكر الحاضرون العمال على ما بذلوه")
        assert article.body.endswith("وقد شكر الحاضرون العمال على ما بذلوه")

    def test_a_question_and_its_answer_are_both_body(self):
        article = parse(TITLE, LEAD, "- كيف بدأ المشروع؟", MORE, "- ومتى ينتهي؟", LAST)
        assert article.body == body(LEAD, "- كيف بدأ المشروع؟", MORE, "- ومتى ينتهي؟", LAST)

    def test_a_signature_below_is_a_credit(self):
        article = parse(TITLE, *BODY, "(رويترز)")
        assert article.body == body(*BODY)
        assert [(credit.role, credit.name) for credit in article.attribution] == [("agency", "رويترز")]

    def test_a_source_line_below_is_a_credit(self):
        article = parse(TITLE, *BODY, "المصدر: البيدر نيوز")
        assert article.body == body(*BODY)
        assert [(credit.role, credit.name) for credit in article.attribution] == [("via", "البيدر نيوز")]

    @pytest.mark.parametrize(
        "below", [["انتهى"], ["//انتهى//", "1015ت م", "0120"], ["س.ب/م.ح"], ["آخر تحديث: 7 مايو 2021"]]
    )
    def test_end_marks_initials_and_numbers_of_a_wire_are_no_body(self, below):
        assert parse(TITLE, *BODY, *below).body == body(*BODY)

    def test_a_date_named_as_the_publications_may_stand_below(self):
        assert parse(TITLE, *BODY, "نشر في 5 مايو 2021").published == "2021-05-05"

    def test_a_picture_credit_is_a_caption(self):
        article = parse(TITLE, "تصوير: منى الحداد", *BODY)
        assert role_of(article, "تصوير: منى الحداد") is Role.CAPTION
        assert article.byline is None

    def test_a_read_also_line_is_taken_out(self):
        article = parse(TITLE, LEAD, "اقرأ أيضا: خطة لتوسيع مطار الريان", MORE, LAST)
        assert article.body == body(*BODY)
        assert role_of(article, "اقرأ أيضا: خطة لتوسيع مطار الريان") is Role.BOILERPLATE

    @pytest.mark.parametrize("line", [f"قد يهمك/ {OTHER}", f"اقرأ أيضا: {LEAD[:-1]}", f"يمكنك أيضا قراءة {TITLE} أمس"])
    def test_a_read_also_line_is_taken_out_whatever_it_tells_of(self, line):
        story = (LEAD, MORE, *FURTHER, LAST)
        assert parse(TITLE, *story[:2], line, *story[2:]).body == body(*story)
        assert page(body=(*story[:2], line, *story[2:])).body == body(*story)

    @pytest.mark.parametrize("label", ["اقرأ أيضا", "إقرأ أيضاً...", "طالع كذلك:", "مواضيع ذات صلة"])
    def test_headlines_below_a_read_also_label_are_taken_out(self, label):
        for offered in ((OTHER,), (OTHER, "هل تكفي أرصفة الميناء؟", "خطة لتوسيع مطار الريان")):
            article = parse(TITLE, LEAD, f"{label}\n" + "\n".join(offered), MORE, LAST)
            assert article.body == body(*BODY)

    def test_a_paragraph_below_a_read_also_label_is_the_storys(self):
        for below in (MORE, MORE.rstrip(".")):
            assert parse(TITLE, LEAD, "اقرأ أيضا:", below, LAST).body == body(LEAD, below, LAST)

    SQUAD = ("حراسة المرمى: سالم باوزير – نادر العمودي", "خط الدفاع: أنور الكثيري – فهد بامخرمة – علي باحشوان",
             "خط الوسط: سمير باعباد – نبيل بلفقيه – رامي الجابري", "خط الهجوم: ياسر باجبير – مازن الحامد")  # fmt: skip

    def test_lines_of_one_form_are_the_storys_together(self):
        lead = "أعلن مدرب شباب المكلا قائمة فريقه لمباراة الغد أمام وحدة عدن في الجولة الثالثة من الدوري."
        story = (LEAD, lead, "وجاءت القائمة كالتالي:", *self.SQUAD, LAST)
        assert parse(*MENU, TITLE, *story, *RELATED, *FOOTER).body == body(*story)

    @pytest.mark.parametrize(
        "row",
        [
            ("سمك الديرك: 4500 ريال", "سمك الثمد: 3200 ريال", "سمك السردين: 700 ريال"),
            ("شباب المكلا 2 - 0 وحدة عدن", "أهلي تعز 1 - 1 شعب إب", "سلام الغرفة 0 - 3 تضامن شبوة"),
            ("- ثلاجة كبيرة", "- رصيف للقوارب", "- مواقف للسيارات"),
            ("سالم باوزير", "نادر العمودي", "فهد بامخرمة", "علي باحشوان"),
        ],
    )
    def test_in_a_dump_too_a_paragraph_leads_to_a_row(self, row):
        story = (LEAD, "وجاءت القائمة كالتالي:", *row, MORE, LAST, FURTHER[0])
        assert parse(*MENU, TITLE, "7 مايو 2024", *story, *RELATED, *FOOTER).body == body(*story)

    def test_the_last_short_entry_of_a_live_report_is_the_storys(self):
        entries = (
            "90+4: تصد رائع من حارس شباب المكلا ينقذ مرماه من هدف التعادل.",
            "76: هدف ثان للضيوف برأسية من المدافع بعد ركلة ركنية من الجهة اليمنى.",
            "51: أصحاب الأرض يدركون التعادل من داخل المنطقة.",
            "1: صافرة البداية.",
        )
        assert parse(TITLE, LEAD, *entries, "طالع أيضا:", OTHER).body == body(LEAD, *entries)

    def test_a_line_that_leads_to_nothing_may_be_the_last(self):
        last = "وأوضح المدير أن أسماء السفن التي تصل إلى الميناء في الأسبوع المقبل هي:"
        assert parse(TITLE, *BODY, last).body == body(*BODY, last)

    @pytest.mark.parametrize("line", ["إنا لله وإنا إليه راجعون.", "والله من وراء القصد", "وللحديث بقية..."])
    def test_a_formula_may_close_the_story(self, line):
        article = parse(*MENU, TITLE, *BODY, line, "5 مايو 2021", *COMMENTS)
        assert article.body == body(*BODY, line)

    def test_a_paragraph_printed_twice_is_read_once(self):
        assert parse(TITLE, LEAD, MORE, MORE, LAST).body == body(*BODY)

    def test_a_note_on_the_writer_below_a_column_is_no_body(self):
        assert parse(TITLE, *BODY, "* كاتب وباحث من حضرموت").body == body(*BODY)


class TestDisclaimers:
    @pytest.mark.parametrize(
        "notice",
        [
            "ملحوظة: مضمون هذا الخبر تم كتابته بواسطة البيدر نيوز ولا يعبر عن وجهة نظر الرصيف.",
            "الآراء الواردة في هذا المقال تعبر عن رأي كاتبها ولا تعكس بالضرورة رأي الصحيفة.",
            "تنويه: هذا الخبر تم نقله آليا كما هو من البيدر نيوز ونحن غير مسؤولين عن محتواه.",
            "إخلاء مسؤولية: الموقع لا يتحمل أي مسؤولية عن مضمون الخبر.",
            "المقال يعبر عن رأي كاتبه فقط ولا يعبر بالضرورة عن رأي الموقع",
        ],
    )
    def test_a_notice_under_the_story_is_its_disclaimer(self, notice):
        article = parse(TITLE, *BODY, notice)
        assert (article.disclaimer, article.body) == (notice, body(*BODY))

    def test_it_is_found_below_tags_and_share_bars(self):
        notice = "ملحوظة: مضمون هذا الخبر تم كتابته بواسطة البيدر نيوز ولا يعبر عن وجهة نظر الرصيف."
        assert parse(TITLE, *BODY, "الوسوم:", "ميناء", "شارك الخبر", notice, *COMMENTS).disclaimer == notice

    @pytest.mark.parametrize(
        "notice",
        [
            "التعليقات المنشورة لا تعبر عن رأي الموقع وإنما تعبر عن رأي أصحابها.",
            "جميع الحقوق محفوظة ويمنع نشر أو نسخ محتوى الموقع.",
            "آراء القراء لا تعبر عن رأي الصحيفة",
        ],
    )
    def test_notices_about_comments_and_the_site_are_none(self, notice):
        article = parse(TITLE, *BODY, *COMMENTS, notice, *FOOTER)
        assert article.disclaimer is None
        assert notice not in article.body

    def test_a_spokesman_who_disclaims_inside_the_story_is_the_story(self):
        said = "وأكد المتحدث أن التصريح لا يعبر عن موقف الحكومة التي لم تناقش الأمر بعد في اجتماعاتها."
        article = parse(TITLE, LEAD, said, MORE, LAST)
        assert article.disclaimer is None
        assert said in article.body


class TestDumps:
    def dump(self, *middle):
        return parse(*MENU, *middle, *RELATED, *COMMENTS, *FOOTER)

    def test_the_story_is_found_among_menus_related_stories_comments_and_the_footer(self):
        article = self.dump(TITLE, "5 مايو 2021", *BODY)
        assert (article.title, article.body, article.published) == (TITLE, body(*BODY), "2021-05-05")

    def test_the_headline_repeated_above_and_below_is_told_once(self):
        article = parse("الرئيسية", TITLE, "بحث", TITLE, *BODY, *RELATED, TITLE)
        assert (article.title, article.body) == (TITLE, body(*BODY))

    def test_a_headline_of_another_story_above_is_not_chosen(self):
        article = self.dump("آخر الأخبار", "انطلاق دوري كرة القدم في تعز الجمعة", TITLE, "5 مايو 2021", *BODY)
        assert (article.title, article.body) == (TITLE, body(*BODY))

    def test_share_bars_font_sizes_and_counters_are_in_no_field(self):
        article = self.dump(
            TITLE, "شارك الخبر", "فيسبوك", "تويتر", "A+", "A-", "43 مشاهدة", *BODY, "طباعة", "نسخ الرابط"
        )
        assert (article.title, article.body) == (TITLE, body(*BODY))
        assert article.subtitle is None

    def test_comments_are_no_body(self):
        comment = "شكرا لكم على هذا الخبر الجميل، نتمنى أن يصل الخير إلى كل المحافظات إن شاء الله."
        article = parse(*MENU, TITLE, *BODY, "التعليقات", "أبو سعيد", comment, "أم خالد", comment + " آمين.", *COMMENTS)
        assert article.body == body(*BODY)

    def test_the_pages_clock_is_no_date_of_publication(self):
        assert parse("الخميس 1 يونيو 2023", *MENU, TITLE, *BODY, *FOOTER).published is None

    def test_indented_and_bulleted_menus_are_no_story(self):
        menu = "\n".join(f"   * {item}" for item in MENU)
        article = newscli.parse(f"{menu}\n\n{TITLE}\n\n" + "\n\n".join(BODY) + "\n\n" + menu)
        assert (article.title, article.body) == (TITLE, body(*BODY))

    def test_nothing_is_lost(self):
        article = self.dump(TITLE, *BODY)
        told = [block.text for block in article.blocks]
        assert told == [*MENU, TITLE, *BODY, *RELATED, *COMMENTS, *FOOTER]


class TestNoStory:
    @pytest.mark.parametrize(
        "lines",
        [(), MENU, FOOTER, COMMENTS, (*MENU, *RELATED, *FOOTER), ("5 مايو 2021",), ("404", "الصفحة غير موجودة")],
        ids=["empty", "menu", "footer", "comment form", "headlines", "a date", "not found"],
    )
    def test_a_text_without_a_story_says_so(self, lines):
        article = parse(*lines)
        assert (article.body, article.title, article.published) == ("", None, None)
        assert article.warnings == ("no-article",)
        assert [block.text for block in article.blocks] == list(lines)

    def test_a_short_news_item_is_a_story(self):
        article = parse(TITLE, LEAD)
        assert (article.title, article.body, article.warnings) == (TITLE, LEAD, ())


class TestLinesThatCreditAndDate:
    """Forms seen on pages of other outlets: name and «نشر في», source and date, role behind an outlet."""

    @pytest.mark.parametrize(
        ("line", "authors", "published", "credits"),
        [
            ("أحمد سالم نشر في: 3 نوفمبر 2017", ("أحمد سالم",), "2017-11-03", [("author", "أحمد سالم")]),
            ("كتب: أحمد سالم نشر في: 3 نوفمبر 2017", ("أحمد سالم",), "2017-11-03", [("author", "أحمد سالم")]),
            ("بواسطة أحمد سالم - 3 نوفمبر 2017", ("أحمد سالم",), "2017-11-03", [("author", "أحمد سالم")]),
            ("هسبريس نشر في: 3 نوفمبر 2017", None, "2017-11-03", [("origin", "هسبريس")]),
            ("23 أكتوبر 2021 | المصدر: رويترز", None, "2021-10-23", [("agency", "رويترز")]),
            ("2021-10-23 - المصدر: المرصد اليوم", None, "2021-10-23", [("via", "المرصد اليوم")]),
            ("عن يوم 23 أكتوبر 2021", None, "2021-10-23", []),
            ("البيدر بالعربي – ترجمة: حسان كنجو", ("حسان كنجو",), None, [("author", "حسان كنجو")]),
            ("بسم الله الرحمن الرحيم", None, None, []),
        ],
    )
    def test_between_headline_and_story(self, line, authors, published, credits):
        article = parse(TITLE, line, *BODY)
        assert article.title == TITLE
        assert (article.byline and article.byline.authors) == authors
        assert article.published == published
        assert [(each.role, each.name) for each in article.attribution] == credits

    @pytest.mark.parametrize(
        "told",
        [
            "وقال الأطباء إن أعراض المرض ظهرت أولا على عمال الرصيف القديم.",
            "وذكر المصدر أن الشركة تمتلك كامل حقوق تشغيل الميناء حتى العام المقبل.",
            "كاتب يوقع روايته الجديدة في المكلا",
            "وأوضح المصدر أنه لن يمكن استخدام الرصيف القديم قبل نهاية الصيف.",
        ],
    )
    def test_words_of_templates_and_notices_in_a_sentence_are_the_storys(self, told):
        article = parse(TITLE, *BODY, told)
        assert (article.body, article.disclaimer) == (body(*BODY, told), None)

    def test_a_running_clock_above_the_headline_dates_nothing(self):
        assert parse("الثلاثاء 4 فبراير 2025", "2025/02/04 09:01:15", TITLE, *BODY).published is None

    def test_a_date_with_seconds_that_opens_a_clean_text_is_its_record(self):
        assert parse("الثلاثاء 4 فبراير 2025 - الساعة:09:01:15", TITLE, *BODY).published == "2025-02-04T09:01:15"

    def test_a_date_whose_label_of_changes_is_empty_is_the_publications(self):
        assert parse(TITLE, "26 يونيو 2019 آخر تحديث :", *BODY).published == "2019-06-26"

    def test_a_sentence_that_tells_of_a_day_stays_in_the_body(self):
        told = "تنطلق الدورة الجديدة اليوم الأحد 7 سبتمبر 2009."
        article = parse(TITLE, *BODY, told)
        assert (article.body, article.published) == (body(*BODY, told), None)

    @pytest.mark.parametrize("mark", ["انتهى21", " انتهى 31", " /انتهى/"])
    def test_the_mark_of_a_wire_behind_the_last_sentence_is_cut(self, mark):
        assert parse(TITLE, *BODY[:-1], BODY[-1] + mark).body == body(*BODY)

    def test_excerpts_below_a_read_also_label_are_other_stories(self):
        teaser = "أعلنت هيئة الموانئ أمس أن سفينة محملة بالقمح وصلت إلى ميناء عدن بعد تأخير دام أسبوعين..."
        assert parse(TITLE, *BODY, "اقرأ أيضا", "سفينة قمح تصل إلى عدن", teaser).body == body(*BODY)
