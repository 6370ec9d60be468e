"""Calls to readers, walls, notices of mail and widgets are known by their parts; sentences of stories are not."""
# ruff: noqa: E501 - rows of data

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.arabic.letters import fold
from newscli.lexicon import boilerplate, lines, template_parts
from newscli.notices.caption import is_caption
from newscli.notices.filler import SIGNS, filler
from newscli.notices.template_text import Category, recognise

# category | lines apart by «|»
TEMPLATE_TEXT = """
FOLLOW: اشترك في قناة البيدر على واتساب ليصلك كل جديد | اشترك بقناة البيدر على تليغرام لمتابعة آخر الأخبار من هنا | انضموا إلى مجتمعنا على تلغرام | حمّل تطبيق البيدر | تابع البيدر على غوغل نيوز
FOLLOW: تابعوا البيدر على أخبار جوجل | ساهموا في بقاء الصحافة المستقلة: اشتراككم يصنع الفرق | دعمكم يبقي صحافتنا حرة | تبرعوا الآن: بثلاثة دولارات في الشهر
FOLLOW: هل أعجبك المقال؟ شاركه على فيسبوك | لا تفوتوا جديدنا: فعّلوا الإشعارات | يمكنكم متابعة أخبارنا عبر تويتر | زوروا موقعنا لمزيد من التفاصيل | Sign up for our newsletter
ADVERTISEMENT: الإعلان يتبع | القراءة تتواصل بعد الفاصل الإعلاني | يتواصل المقال أسفل الإعلان | يستمر الخبر بعد الإعلان | إعلان | Story continues below advertisement
PAYWALL: هذا المحتوى للمشتركين فقط | سجل الدخول لقراءة المقال كاملا | لديك حساب؟ سجل دخولك لمتابعة القراءة | بقي لك مقالان مجانيان هذا الشهر | لقد بلغت الحد الأقصى من المقالات المجانية
MAIL: وصلتك هذه الرسالة لأنك مشترك في نشرتنا | إذا لم تظهر الرسالة جيدا افتحها في المتصفح | تصلكم هذه النشرة لأنكم سجلتم في الموقع
COOKIES: نستخدم ملفات تعريف الارتباط لتحسين تجربتك | باستمرارك في التصفح أنت توافق على الكوكيز | We use cookies
FOLLOW: لا يفوتك جديدنا، اشترك في خدمة واتساب | تصلك أهم الأخبار على بريدك كل صباح | كن داعما للصحافة الحرة | صحافتنا تحتاج دعمكم: تبرع من هنا
FOLLOW: بتبرعكم نستمر | انضم إلى قائمة قرائنا | يمكنكم الآن متابعة السنابل على تويتر | احصل على آخر الأخبار لحظة بلحظة عبر التطبيق
ADVERTISEMENT: مرر للأسفل لمتابعة القراءة | تابع القراءة بعد هذا الإعلان | إعلان تجاري - أكمل القراءة في الأسفل
PAYWALL: المحتوى حصري للمشتركين | لإكمال قراءة المقال يرجى تسجيل الدخول | أنت تقرأ مقالا مجانيا، بقي لك اثنان
SHARE: شاركوا المقال مع أصدقائكم | أرسل المقال إلى صديق
COUNTER: الوقت المقدر للقراءة 4 دقائق
END_MARK: تمّت | // انتهى // 11 | انتهى ع/م
PRINT: للطباعة | نسخة صالحة للطباعة | نسخة الطباعة | اطبع الخبر | حفظ المقال PDF | نسخة للطباعة | Print this page
CONTENTS: في هذا الحوار | فهرس الموضوع | محتويات المقال | جدول المحتويات | In this article
SCREEN_READER: قائمة من 3 عناصر | العنصر 2 من 3 | نهاية القائمة | صورة 2 من 7 | list of 4 items | list 3 of 4 | end of list | يفتح في نافذة جديدة | Skip ad
END_MARK: - انتهى - | انتهى/ س.م | ــ انتهى ــ | (انتهى) أ.م/ ع.ع | انتهى 22 ر
COMMENTS: شاركنا برأيك في الموضوع | ما رأيكم في هذا القرار؟
COUNTER: 5 min read | ٤ دقائق قراءة
SHARE: شارك عبر تلغرام | Share on X | اضغط للطباعة | Click to share on X | النقر لإرسال رابط إلى صديق
FOLLOW: انقر للمشاركة على فيسبوك | لمتابعة الأخبار أولا بأول سارع بالاشتراك في قناتنا على تلغرام | لمشاهدة الصور زوروا صفحتنا
SCREEN_READER: اضغط للمشاركة على تويتر (فتح في نافذة جديدة) | Click to print (Opens in new window)
"""
ROWS = [
    (name.strip(), line.strip())
    for name, lines in (row.split(":", 1) for row in TEMPLATE_TEXT.strip().splitlines())
    for line in lines.split("|")
]

SENTENCES = """
تابع المنتخب تدريباته على ملعب المدينة
لمتابعة الملف وصل الوفد إلى العاصمة
لمشاهدة الفريق تابع آلاف المشجعين البث في الساحات
انضمت الدولة إلى اتفاقية المناخ
انضم ميسي إلى إنستغرام
تبرع رجل أعمال بمليون دولار لصحيفة محلية
حمل المحتجون صور الضحايا على تويتر
سجل تطبيق واتساب رقما قياسيا
تابعوا المباراة في المقاهي والساحات
اشترك ثلاثة لصوص في سرقة المصرف
اشترك بقناة السويس عشرون عاملا في الإضراب أمس
اشتركوا في المظاهرة ورفعوا الأعلام
تستمر المفاوضات بعد الإعلان عن الهدنة
يستمر العمل بالقرار بعد الإعلان
في هذا العام
في هذه الصفحة من التاريخ
محتويات الطرد
تلقى الوزير رسالة من نظيره
وصلتك الرسالة؟ سأل القاضي الشاهد
فيسبوك يستخدم ملفات تعريف الارتباط لتعقب المستخدمين، بحسب دراسة
الطباعة ثلاثية الأبعاد
نسخة جديدة من الهاتف
انتهى الدرس
نهاية القصة
اضغطوا على الحكومة، صرخ المتظاهرون
كن صديقا للبيئة
ادعموا فلسطين
شاهدوا القمر الليلة
قائمة المنتخب
واتساب يطلق ميزة جديدة
قناتنا المائية في خطر
يتبع المزارعون نظام الري الجديد
وتابع المتحدث: «اقرأوا التقرير كاملا قبل أن تحكموا عليه».
وقال المدير: «تابعوا صفحتنا على فيسبوك لتعرفوا الموعد».
""".strip().splitlines()


@pytest.mark.parametrize(("name", "line"), ROWS)
def test_template_text_is_known_by_its_parts(name, line):
    assert recognise(line, fold(line)) is Category[name]


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_and_headlines_are_no_template_text(line):
    assert recognise(line, fold(line)) is None


def test_categories_are_those_of_the_tables():
    listed = {*boilerplate.EXACT, *boilerplate.OPENS, *boilerplate.HOLDS}
    listed |= {Category[name].value for name in template_parts.LINES}
    listed |= {Category[name].value for _, _, name in template_parts.CORES}
    assert {str(category) for category in Category} == listed | {
        "punctuation",
        "number of the page",
        "sender of a message",
    }


def test_parts_are_written_as_folded_text_is():
    tables = (template_parts.WORDS, template_parts.PHRASES, template_parts.LINES)
    texts = [text for table in tables for text in table.values()]
    assert [text for text in texts if fold(text) != text] == []


@pytest.mark.parametrize(
    "line",
    [
        "غرفة العمليات الجديدة (تصوير: طارق العشي)", "الصورة: سالم / AFP", "ميناء المكلا | تصوير: سالم",
        "مشهد من القرية (أرشيف)", "قوارب الصيد - Photo: Ali", "جندي عند الحاجز القديم (رويترز)",
        "أطفال أمام المدرسة الجديدة (أ ف ب/ غيتي)", "(Photo by X / AFP)", "أسواق عدن، عدسة: سالم", "بعدسة: سالم",
        "مصدر الصورة Getty Images", "اجتماع سابق للحكومة - صورة أرشيفية", "منطقة البحث (الصورة من وزارة الدفاع)",
        "صورة تعبيرية", "صورة نشرتها الوزارة للجسر", "لقطة شاشة من الفيديو", "رسم توضيحي: ليلى", "جانب من المعرض", "تعليق الصورة: الجسر",
        "عمال يعلقون اللوحات في المعرض © أ ف ب", "سوق السمك في صفاقس © ياسين الطرابلسي",
    ],
)  # fmt: skip
def test_a_caption_is_known_by_its_credit(line):
    assert is_caption(line, fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "وقال إن الصور التقطت أمس (الاثنين)", "وأعلنت الوزارة فتح الجسر (رويترز)", "بدأ تصوير الفيلم في المدينة",
        "المصورون ينتظرون عند الباب", "التقط سالم الصورة: كانت لحظة نادرة في حياته المهنية", "خبر (تصحيح)", "",
        "ماذا تعني علامة © في القانون", "البيدر © 2022", "تصوير المسلسل يبدأ غدا في بيروت.", "وكتب تحت الصورة: أنا هنا، ثم حذفها بعد ساعة.",
    ],
)  # fmt: skip
def test_a_sentence_is_no_caption(line):
    assert not is_caption(line, fold(line))


@pytest.mark.parametrize(
    "text",
    ["هذا النص هو مثال لنص يمكن أن يستبدل في نفس المساحة", "لوريم إيبسوم دولار سيت أميت", "Lorem ipsum dolor sit amet"],
)
def test_filler_is_told(text):
    assert filler(fold(text))
    assert filler(fold("عنوان\n\n" + text + " كلام" * 9))


@pytest.mark.parametrize(("always", "sign"), SIGNS.items())
@given(data=st.data())
def test_no_sign_of_filler_lacks_the_string_it_is_looked_for_by(always, sign, data):
    assert always in data.draw(st.from_regex(sign, fullmatch=True))


@given(form=st.from_regex(lines.BY_CAMERA))
def test_no_picture_credit_lacks_the_words_it_is_looked_for_by(form):
    assert any(word in form for word in lines.CAMERA_WORDS)


@pytest.mark.parametrize(
    "text", ["", "استبدل المدرب لاعبين", "هذا النص مثال على شعر القرن الماضي", "نص القانون الجديد يستخدم لغة قديمة"]
)
def test_stories_are_no_filler(text):
    assert not filler(fold(text))


@pytest.mark.parametrize("piece", ["انتهى ", "تابعوا ", "# ", "(", "تصوير:", "- ", "في هذا ", "ا"])
def test_hostile_lines_are_read_in_linear_time(piece):
    for text in (piece * 60, piece * 20_000):
        folded = fold(text)
        recognise(text, folded)
        is_caption(text, folded)
        filler(folded)
