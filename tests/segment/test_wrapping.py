"""Whether the lines of a text were broken at a width: a dump's menus say nothing against it."""

import textwrap

import pytest

from newscli.segment.plain import segment

PARAGRAPHS = (
    "افتتحت مكتبة الميناء أمس قاعة جديدة للأطفال تضم أربعة آلاف كتاب، بعد أن جمع الأهالي تبرعات على مدى عامين.",
    "وقالت مديرة المكتبة سلوى الشامي إن القاعة ستفتح كل مساء، وإن المتطوعين سيقرؤون القصص للصغار يوم الجمعة.",
    "وأوضحت أن المكتبة تحتاج إلى مزيد من الكتب العلمية المبسطة، ودعت دور النشر إلى المساهمة في سد النقص.",
)
MENU = "\n".join(("الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة وفن", "محافظات", "حوادث", "طقس", "منوعات", "فيديو"))


def texts(text):
    return [fragment.text for fragment in segment(text).fragments]


def test_the_paragraphs_of_a_dump_are_joined_though_menus_stand_around():
    story = "\n\n".join(textwrap.fill(paragraph, 76) for paragraph in PARAGRAPHS)
    found = texts(f"{MENU}\n\n{story}\n\n{MENU}")
    assert [text for text in found if text in PARAGRAPHS] == list(PARAGRAPHS)
    assert found.count("رياضة") == 2


def test_headlines_of_one_length_are_not_joined():
    headlines = [
        f"{verb} رئيس البلدية مع سكان الحي الجديد خطة توسيع الشارع" for verb in ("يبحث", "يناقش", "يعرض", "يدرس")
    ]
    found = texts(f"{MENU}\n\n" + "\n".join(headlines) + f"\n\n{MENU}")
    assert [text for text in found if text in headlines] == headlines


def test_one_paragraph_that_a_hand_has_broken_is_joined():
    broken = textwrap.fill(PARAGRAPHS[0], 48)
    assert texts(f"قاعة للأطفال في مكتبة الميناء\n\n{broken}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}")[1:] == [
        *PARAGRAPHS
    ]


def test_headline_and_deck_at_a_texts_head_are_not_joined():
    head = ["مكتبة الميناء تفتح قاعة للأطفال بعد تبرعات", "الأهالي جمعوا ثمن أربعة آلاف كتاب، والمتطوعون يقرؤون."]
    assert texts("\n".join(head) + f"\n\n{textwrap.fill(PARAGRAPHS[0], 48)}\n\n{PARAGRAPHS[1]}")[:2] == head


WAY = "الصفحة الأولى > المركز الإعلامي > أخبار المكتبة > قاعة جديدة للأطفال في مكتبة الميناء بعد عامين من التبرعات"


@pytest.mark.parametrize("width", [66, 72, 76])
def test_a_way_to_the_page_that_nobody_broke_hides_no_width(width):
    lines = [WAY, "قاعة جديدة للأطفال في مكتبة الميناء", "تاريخ النشر: 04/03/2021        القراءات: 31"]
    broken = [textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS]
    found = texts(textwrap.indent("\n".join([*lines, *broken, "حفظ", "طباعة"]), "   "))
    assert [text for text in found if text in PARAGRAPHS] == list(PARAGRAPHS)


def test_a_wide_line_among_headlines_joins_none():
    headlines = ["رئيس البلدية يناقش خطة توسيع الشارع مع سكان الحي", "سكان الحي الجديد يطالبون بحديقة عامة قرب المدرسة"]
    headlines += [
        "المدرسة تفتح أبوابها لأبناء الحي في العطلة الصيفية",
        "شارع الحي يغلق أسبوعا أمام السيارات للصيانة ليلا",
    ]
    assert texts("\n".join([WAY, *headlines, "اتصل بنا"])) == [WAY, *headlines, "اتصل بنا"]
