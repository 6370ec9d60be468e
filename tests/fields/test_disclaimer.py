"""Disclaimers in the wordings of the press, and the parties they name; notices about other things are none."""

import pytest

from newscli.arabic.letters import fold
from newscli.fields.disclaimer import disclaims, origin, republisher
from newscli.lexicon import disclaimers


def signs(text):
    return disclaims(fold(text))


@pytest.mark.parametrize(
    "notice",
    [
        "ملحوظة: مضمون هذا الخبر تم كتابته بواسطة البيدر ولا يعبر عن وجهة نظر الرصيف وإنما تم نقله بمحتواه كما هو.",
        "ملاحظة: المقال لا يعبر بالضرورة عن رأي الموقع.",
        "المقالات المنشورة تعبر عن رأي أصحابها ولا تعبر بالضرورة عن رأي الصحيفة.",
        "تنويه: هذا الخبر تم نقله آليا كما هو من البيدر ونحن غير مسؤولين عن محتواه.",
        "تنويه : الموقع غير مسئول عن مضمون الخبر والعهدة على المصدر",
        "إخلاء مسؤولية: الموقع لا يتحمل أي مسؤولية قانونية عن الخبر",
        "الآراء الواردة لا تعكس بالضرورة وجهة نظر التحرير",
        "كانت هذه تفاصيل خبر رصيف المكلا، ونود الإشارة إلى أن الخبر الأصلي قد تم نشره ومتواجد على البيدر.",
        "لقد قرأت خبر رصيف المكلا، موقعنا محرك بحث إخباري فقط ولا يتحمل أي مسؤولية.",
        "تنبيه: يمنع نقل هذا المقال أو نشره دون إذن",
        "هذا المقال يعبر فقط عن رأي الكاتب ولا يعكس رأي الناشر",
        "المَقال لا يُعبِّر بالضّرورة عن رأي الموقع ولا يعكس سياسة التحرير",
    ],
)
def test_disclaimers_carry_two_signs_or_more(notice):
    assert signs(notice) >= 2


@pytest.mark.parametrize(
    "notice", ["المقال يعبر عن رأي كاتبه", "العهدة على الراوي", "حقوقها تعود لمصدرها", "رأي الكاتب وحده"]
)
def test_a_single_core_is_one_sign(notice):
    assert signs(notice) == 1


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن العمل بدأ.", "ملحوظة: يفتح الميناء أبوابه التاسعة صباحا.", "", "رأي", "المسؤولية",
        "التعليقات لا تعبر عن رأي الموقع ولا يتحمل الموقع أي مسؤولية عنها.",
        "آراء الزوار لا تعبر عن رأي الموقع ويمنع نشر الإساءة", "سياسة الخصوصية: لا نتحمل أي مسؤولية",
        "مشاركات القراء تعبر عن رأي أصحابها",
    ],
)  # fmt: skip
def test_other_texts_and_notices_about_comments_carry_none(text):
    assert signs(text) == 0


class TestParties:
    @pytest.mark.parametrize(
        ("notice", "name"),
        [
            ("مضمون هذا الخبر تم كتابته بواسطة البيدر ولا يعبر عن وجهة نظر الرصيف", "البيدر"),
            ("مضمون هذا المقال تم كتابته بواسطة صحيفة البيدر، ولا يعبر", "صحيفة البيدر"),
            ("تم نشره بواسطة: البيدر", None), ("تم نقله كما هو من البيدر نيوز ونحن غير مسؤولين", "البيدر نيوز"),
            ("الخبر الأصلي قد تم نشره ومتواجد على البيدر وقد قام فريق التحرير", "البيدر"),
            ("تم تحريره من قبل «البيدر»", "البيدر"), ("تم كتابته بواسطة الكاتب ولا يعبر", None),
            ("الآراء تعبر عن رأي كاتبها", None), ("", None),
        ],
    )  # fmt: skip
    def test_who_wrote_it(self, notice, name):
        found = origin(notice)
        assert (found and found[0]) == name

    @pytest.mark.parametrize(
        ("notice", "name"),
        [
            ("ولا يعبر عن وجهة نظر الرصيف وانما تم نقله", "الرصيف"), ("لا تعبر بالضرورة عن رأي موقع الرصيف.", "الرصيف"),
            ("لا يعبر عن رأي الصحيفة", None), ("لا يعبر عن رأي الموقع", None), ("لا يعبر عن رأي الناشر", None),
            ("وقد قام فريق التحرير في الرصيف بالتأكد منه", "الرصيف"),
            ("لا يعبر عن رأي هيئة التحرير", None),
        ],
    )  # fmt: skip
    def test_who_republishes_it(self, notice, name):
        found = republisher(notice)
        assert (found and found[0]) == name

    def test_the_phrase_stands_in_the_notice(self):
        notice = "ملحوظة: مضمون هذا الخبر تم كتابته بواسطة البيدر ولا يعبر عن وجهة نظر الرصيف"
        assert origin(notice)[1] == "كتابته بواسطة البيدر"
        assert republisher(notice)[1] in notice


def test_patterns_are_written_as_folded_text_is():
    patterns = (*disclaimers.CORES, *disclaimers.LEADS, disclaimers.NOT_THE_STORY)
    assert [pattern for pattern in patterns if fold(pattern) != pattern] == []
