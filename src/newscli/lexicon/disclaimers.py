"""How the press disclaims a story, as data: words by what they do in a notice, and which of them make one together.

A notice is made of a few kinds of words: what it speaks of (WORK, VIEWS), who answers for it (WRITER, SOURCE) or does
not (OUTLET), and what binds them (EXPRESS, SHIFT, EDIT ...). No wording is listed: `CORES` says which kinds of words
together make a notice and how surely, so that a wording nobody saw is found by its parts.

All words are folded (`arabic.letters.fold`); a word also counts with «و», «ف», «ب», «ل», «ك», the article and a
possessive («لكاتبها»). `PHRASES` are runs of whole words. A kind of word is a slot; slots are named as in `CORES`.
"""
# ruff: noqa: E501 - rows of data

from __future__ import annotations

WORDS: dict[str, str] = {
    "work": "ملخص ملخصات خلاصه مقال مقاله مقالات ماده مواد خبر اخبار تقرير تقارير سطور محتوي محتويات نص نصوص مضمون مضامين موضوع موضوعات "
    "مواضيع منشور منشورات تدوينه تدوينات كتابات بيان بيانات ترجمه تحليل تحليلات دراسه دراسات حوار مقابله قصه عمود تحقيق "
    "زاويه مدونه معلومات انباء تغطيه رساله ورقه نشره بحث بحوث قراءه شهاده افتتاحيه تصريح تصريحات كلمات",
    "views": "اراء راي افكار نظر موقف مواقف سياسه سياسات توجه توجهات خط اعتقاد قناعات قناعه",
    "writer": "كاتب كاتبه كاتبها كتابها كتابه كتابهم كاتبيها كاتبوها صاحب صاحبه صاحبها اصحاب مولف مولفه مولفها مولفيها "
    "معده معدها معديها قايله قايلها قايليها اقلام مترجم محررها محرره ناشره ناشرها كتابا",
    "outlet": "موقع موقعنا صحيفه صحيفتنا جريده جريدتنا بوابه مركز مجله مجلتنا شبكه وكاله قناه منصه موسسه معهد ناشر "
    "ناشرون اداره هييه اسره دار منبر جهه رابطه مدونه",
    "desk": "تحرير محرر محررو محررون محررين محرري محررونا محررينا صحفيو صحافيو صحفيي صحافيي طاقم تحريري تحريريه فريقنا محررنا",
    "source": "مصدر مصدره مصدرها مصادر مصادره مصادرها معلن معلنه راعي راعيه ناقل راوي",
    "express": "يعبر تعبر يعبرون معبر معبره تعبيرا يمثل تمثل يمثلون يعكس تعكس يعكسون انعكاسا تعبران يتبني تتبني نتبني يتبنا تتبنا نتبنا",
    "mean": "يعني تعني",
    "endorse": "تبني تبنيه تبنيها تبنينا تبنيهم تاييد تاييدا تاييدنا اعتماد اعتمادنا موافقه موافقتنا اقرار توصيه تزكيه "
    "نتفق يتفق تتفق نويد يويد تويد نتبني يتبني تتبني تصديق",
    "shift": "مسووليه مسيوليه مسوليه مسوولياته عهده تبعه تبعات",
    "bind": "يلزم تلزم ملزم ملزمه",
    "not": "لا لم لن ليس ليست لسنا غير دون بدون",
    "necessarily": "ضروره حتما لزاما",
    "alone": "وحده وحدها وحدهم وحدهما فقط حصرا حصريا شخصيه شخصي كامله كاملا بمفرده",
    "sent": "وصل وصلت وصلنا وصلتنا ورد وردت وردنا وردتنا نشر نشرت ينشر تنشر نقل نقلت منقول منقوله كتب كتبت كتابته كتابتها "
    "كتابه نقله نقلها نشره نشرها ارسل ارسلت سحب جلب جلبت استيراد استورد انتج انتجت انتاج انجز انجزت انجاز نفذ نفذت تنفيذ انشاء انشي انشيت ترجم ترجمت "
    "ننشر ننشره ننشرها نشرنا ولد ولدت توليد توليده توليدها ترجمته ترجمتها اعدت اعد اعداده اعدادها جمعه جمعها يجمع تجمع يجلب نشير صيغ صيغت",
    "automatic": "اليا تلقاييا اوتوماتيكيا اوتوماتيكي تلقايي تلقاييه",
    "as_is": "حرفيا بحرفيته بحرفيتها بنصه بنصها بمحتواه نصا حرفيه",
    "edit": "يراجع يراجعه يراجعها تراجع تراجعه تراجعها راجع راجعه مراجعه مراجعته مراجعتها تدخل يتدخل تتدخل يعدل تعدل "
    "يعدله تعديل تعديله تعديلها يحرره يحررها تحرره تحررها تحريره تحريرها تدقيق تدقيقه يدقق يدققه تدققه شارك شاركت يشارك تشارك مشاركه "
    "ساهم يساهم تساهم اسهم يسهم تسهم مساهمه يتحقق تتحقق نتحقق تحققت تحقق صياغته صياغتها صياغه صله علاقه دور دخل شان طرفا اشراف اشرف نتاكد يتاكد تتاكد تاكد نتثبت يتثبت تثبت تدقق "
    "يشرف تشرف اعداد اعداده اعدادها كتابته كتابتها انتاجه انتاجها يكتبه يكتبها تكتبه يعده يعدها تعده تعدها",
    "paid": "اعلاني اعلانيه ترويجي ترويجيه دعايي دعاييه تسويقي تسويقيه مدفوع مدفوعه ممول مموله برعايه مدعوم sponsored",
    "permit": "اذن موافقه تصريح ترخيص خطي اشاره ذكر اتفاق كتابي",
    "forbid": "يمنع يحظر ممنوع محظور ممنوعه محظوره تمنع تحظر",
    "copy": "نقل نشر نسخ اقتباس استخدام طباعه طبع توزيع استنساخ نقله نشره نسخه اقتباسه تداول ترجمه بث",
    "rights": "حقوق حقوقه حقوقها",
    # What an aggregator hopes to have done for its readers: «نرجو أن نكون قد وفقنا بإعطائك التفاصيل».
    "given": "اعطاي اعطايك تزويد تزويدك افاده افادتك موافاه موافاتك",
}

# «من كتبها»: whoever did this to the text is its writer.
_WRITING = "كتب خط نقل نشر ارسل اعد قال روا صاغ دون الف نظم ترجم حرر وضع".split()

PHRASES: dict[str, str] = {
    "writer": "الكتاب وحدهم | الكتاب انفسهم | من صدرت عنه | من صدر عنه | من ادلي بها | من ادلي به | "
    + " | ".join(f"من {verb}{end}" for verb in _WRITING for end in ("ه", "ها", "وه", "وها", "ته", "تها", "هما")),
    "source": "الجهه المعنيه | الجهه المعلنه | الجهه الراعيه | الجهه الناشره | الجهه المصدره | الموقع الاصلي | الناشر الاصلي | الموقع الناقل",
    "automatic": "بشكل الي | بطريقه اليه | نظام الي | بنظام الي | برنامج الي | ببرنامج الي | مترجم الي | محرر الي | الترجمه اليه | "
    "ترجمت اليا | ترجمه اليه | الترجمه الاليه | بصوره اليه | نشر الي | خدمه اليه | "
    "الذكاء الاصطناعي | ذكاء اصطناعي | روبوت | خوارزميه | خدمه rss | تغذيه rss",
    "as_is": "كما هو | كما هي | كما ورد | كما وردت | كما وردنا | كما وصل | كما وصلت | كما وصلنا | كما وصلتنا | "
    "دون تعديل | دون اي تعديل | دون تصرف | دون تدخل | دون اي تدخل | "
    "بدون تعديل | بدون تدخل | دون تغيير | دون اي تغيير | بلا تعديل",
    "not": "من غير | اي شكل",
    "shift": "غير مسوول | غير مسوولين | غير مسووله | غير مسيول | غير مسيولين | غير مسيوله | غير مسولين | غير مسول | "
    "ليس مسوولا | ليست مسووله | لسنا مسوولين | ليس مسيولا | ليست مسيوله | لسنا مسيولين | يتحمل | تتحمل | نتحمل | يتحملها | تتحملها | اخلاء مسووليه | تخلي مسووليتها | يخلي مسووليته | نخلي مسووليتنا",
    "liable": "مسوول عن | مسووله عن | مسيول عن | مسيوله عن | مسوولون عن | مسيولون عن | مسوولين عن | المسوول الوحيد | "
    "المسيول الوحيد | المسوول عنه | المسووله عنه | المسوول عنها | المسووله عنها | المسيول عنه | المسيوله عنه",
    "disavow": "اخلاء مسووليه | اخلاء مسيوليه | اخلاء المسووليه | اخلاء المسيوليه | اخلاء للمسووليه | تخلي مسووليتها | "
    "يخلي مسووليته | نخلي مسووليتنا | تخلي مسيوليتها | يخلي مسيوليته | نخلي مسيوليتنا | اخلاء طرف",
    "endorse": "الاتفاق مع | اتفاقا مع | اتفاقنا مع | اتفاقه مع | اتفاقها مع | تاكيد صحته | تاكيد صحتها | صحه ما",
    "bought": "مدفوع الاجر | مدفوعه الاجر | مدفوع الثمن | مدفوعه الثمن | بمقابل مادي | مقابل اجر",
    "advice": "نصيحه استثماريه | نصيحه ماليه | نصيحه قانونيه | نصيحه طبيه | نصايح استثماريه | توصيه استثماريه | توصيات استثماريه | "
    "توصيه بالشراء | توصيه بشراء | استشاره ماليه | استشاره استثماريه | استشاره قانونيه | مشوره استثماريه | مشوره ماليه | دعوه للشراء",
    "forbid": "يرجي عدم | الرجاء عدم | نرجو عدم | لا يجوز | لا يسمح | لا يحق | لا يحل | غير مسموح | لا تجوز",
    "permit": "الا ب | الا بعد | الا باذن | الا بموافقه",
    "by": "بواسطه | من قبل | من طرف",
    "together": "بالاتفاق مع | بموجب اتفاق | بموجب اتفاقيه | بموجب شراكه | ضمن شراكه | في اطار شراكه | بالشراكه مع | "
    "بالتعاون مع | بترخيص من | باذن من | باذن منه | باذن منها | باذن خاص من | وفقا لاتفاق | وفق اتفاق | باتفاق خاص مع | بالتزامن مع | "
    "بشراكه مع | بالتنسيق مع",
    # Who paid for a piece, beside the newsroom: «أنجز هذا التحقيق بدعم من شبكة ...», «ضمن زمالة ...».
    "fund": "بدعم من | بدعم مالي من | بتمويل من | بمنحه من | ضمن زماله | ضمن منحه | ضمن برنامج زماله | في اطار زماله | في اطار منحه | "
    "من خلال منحه | من خلال زماله | بمساعده من | باشراف شبكه | باشراف موسسه",
    "aggregator": "محرك بحث فقط | محرك بحث اخباري | محرك بحثي | مجمع اخبار | جامع اخبار | موقع تجميعي | خدمه تجميع | منصه تجميع",
    "closing": "قرات خبر | قرات تفاصيل خبر | كانت هذه تفاصيل | كان هذا تفاصيل | هذه كانت تفاصيل",
    "hoped": "نكون قد وفقنا | نكون وفقنا | نكون قد وفقت",
    "original": "الخبر الاصلي | المقال الاصلي | النص الاصلي | اللغه الاصليه | المصدر الاصلي | النسخه الاصليه | الماده الاصليه",
    "here": "جاء في | ما يرد في | ما يكتب في | ورد في | ما جاء | ما ورد | ما ينشر | ما تنشره | ما ينشره | كل ما | "
    "هذه الصفحه | هذا القسم | هذه الزاويه | هذا الركن | هذا الباب | هذا العمود | هذه المساحه | هذه النافذه",
}

# Behind WORK or VIEWS they point at this page's text; «هذا» and «هذه» do so before it.
POINTING_BEFORE = frozenset("هذا هذه تلك جميع كل كافه".split())
POINTING_BEHIND = frozenset(
    "الوارده الوارد الواردتان المنشوره المنشور المنشورين المذكوره المطروحه المعروضه المنقوله المنقول اعلاه ادناه المتضمنه "
    "المعبر التاليه السابقه المترجم المترجمه".split()
)

# Between «يمنع» and what is forbidden.
BETWEEN_FORBID_AND_COPY = frozenset("اعاده باعاده منعا باتا تماما كليا قطعا اي عمليات".split())

# What slots together make a notice, and how surely each does; slots apart by blanks, «a|b» for one of two.
# "this": WORK or VIEWS that are pointed at. "no_copy": «يمنع نقل». "no_endorsement": «لا يعني تبني».
# "advertorial": WORK with PAID behind it.
CORES: tuple[tuple[str, float], ...] = (
    # Whose view it is.
    ("work|views express views writer", 0.65),
    ("work|views express views writer alone", 0.95),
    ("this express views writer|source", 0.9),
    ("this express writer|source alone", 0.85),
    ("not express views outlet|desk", 0.7),
    ("this|here not express outlet", 0.8),
    ("not express shift outlet", 0.8),
    ("not express views outlet|desk necessarily", 0.95),
    ("work|views not express necessarily", 0.7),
    ("not express views necessarily", 0.6),
    ("this not express views", 0.85),
    ("work not express views", 0.6),
    ("views writer alone this|work|here", 0.7),
    ("views this alone", 0.6),
    ("views this writer not outlet", 0.7),
    # That it is published is no endorsement.
    ("sent|copy no_endorsement", 0.45),
    ("sent|copy no_endorsement work|views|here|this", 0.8),
    ("sent|copy no_endorsement outlet|desk|writer", 0.85),
    ("work|views no_endorsement outlet|desk", 0.75),
    # Who answers for it.
    ("not shift outlet views", 0.75),
    ("this not advice", 0.85),
    ("disavow advice", 0.9),
    ("views shift writer", 0.7),
    ("work shift writer", 0.55),
    ("this|here shift|liable writer|source", 0.85),
    ("here shift|liable alone", 0.8),
    ("work|this shift|liable alone", 0.65),
    ("work|views liable writer|source alone", 0.9),
    ("not bind outlet work|views|writer|here", 0.8),
    ("not bind writer work|views|here", 0.8),
    ("work|views shift writer|source alone", 0.9),
    ("not shift outlet work", 0.75),
    ("not shift this", 0.75),
    ("not shift work", 0.5),
    ("shift source", 0.5),
    ("disavow", 0.75),
    ("disavow outlet|desk|work|this", 0.85),
    # How it came here.
    ("this automatic sent", 0.8),
    ("work automatic sent", 0.55),
    ("this automatic", 0.7),
    ("work automatic not", 0.55),
    ("this sent not edit", 0.75),
    ("this not edit", 0.45),
    ("work sent source not edit", 0.7),
    ("automatic not edit desk|outlet", 0.9),
    ("work as_is sent source", 0.75),
    ("this as_is sent", 0.8),
    ("this not edit desk", 0.85),
    ("this not edit outlet", 0.65),
    ("work not edit desk sent|source|advertorial", 0.85),
    ("work not edit desk", 0.6),
    ("this sent by", 0.7),
    ("this sent together", 0.7),
    ("this sent|edit fund", 0.7),
    ("aggregator alone", 0.7),
    ("aggregator not shift", 0.85),
    ("closing", 0.6),
    ("closing work", 0.7),
    ("hoped given", 0.95),
    ("original sent source|outlet|work", 0.55),
    ("original this", 0.6),
    ("rights source work", 0.7),
    ("rights source", 0.5),
    # Paid, and the newsroom had no part in it.
    ("advertorial", 0.45),
    ("advertorial this", 0.75),
    ("advertorial bought", 0.75),
    ("advertorial not edit desk|outlet", 0.95),
    ("advertorial source|writer", 0.6),
    ("advertorial not edit", 0.75),
    # What may not be done with it.
    ("no_copy work", 0.75),
    ("no_copy this", 0.9),
    ("no_copy permit", 0.8),
    ("this copy forbid", 0.75),
    ("this sent permit", 0.6),
)

LEADS: tuple[str, ...] = (
    "ملحوظه",
    "ملاحظه",
    "تنويه",
    "تنبيه",
    "توضيح",
    "للتنويه",
    "اخلاء مس",
    "اخلاء المس",
    "عزيزي الزاير",
    "عزيزي القاري",
    "هام",
    "disclaimer",
)

# A notice with one of these words is about readers' comments, the site as a whole or other pages, not about the story.
NOT_THE_STORY = (
    r"تعليق|زوار|المعلق|(?:اراء|راي|ردود|مساهمات|كتابات|مشاركات|رسايل|مداخلات|تعقيبات) (?:القراء|الزوار|الاعضاء)|المشارك|الردود(?! الفعل)|المداخلات|التعقيبات|سياسه الخصوصيه|الكوكيز|ملفات تعريف|شروط الاستخدام|المستخدم|حسابك|بريدك|"
    r"باستخدامك|تصفحك|المواقع الخارجيه|مواقع خارجيه|الروابط الخارجيه|محتوي الاعلانات|المنتدي|الاعضاء"
)

# The copyright line of a page's end; a notice on one text does not hold it.
COPYRIGHT = r"حقوق\w*(?: ال\w+)? محفوظ|©|copyright|حقوق ©|rights reserved"

# Somebody in a story speaks: what he disclaims is his.
REPORTING = frozenset(
    "قال قالت قالوا قايلا قايله يقول تقول يقولون اكد اكدت اكدوا موكدا موكده يوكد توكد اضاف اضافت مضيفا اوضح اوضحت موضحا "
    "اعلن اعلنت يعلن تعلن صرح صرحت نفي نفت اتهم اتهمت طالب طالبت طالبوا اعتبر اعتبرت معتبرا شدد شددت مشددا اشار اشارت "
    "مشيرا مشيره راي رات يري تري ذكرت لفت لفتت حذر حذرت محذرا دعا دعت كشف كشفت افاد افادت زعم زعمت تابع تابعت بحسب متحدث المتحدث بيانا يتسن يتسني تتمكن يتمكن".split()
) - {"راي"}

# The name of a party runs to one of these.
NAME_ENDS = (
    r"\s*(?:[,،.؛:()\[\]]|\bو?لا\b|\bوانما\b|\bونحن\b|\bوقد\b|\bولكن\b|\bبل\b|\bاو\b|\bفي\b|\bبالت[أا]كد\b|\bعلي\b|\bعلى\b|\bال(?:ذي|تي)\b|"
    r"\bو(?=[اأإ]نما|لا|ل(?:س|ي)س?نا?\b|لم|لن|غير|هو|هي|نحن|العهد|الموقع)|$)"
)

# What stands before the name of the party, with the role it gives.
ORIGIN_OPENINGS: tuple[str, ...] = (
    r"(?:كتابته|كتابة|نشره|نشرة|تحريره|(?:ك\u064f?تبت?|ن\u064f?شرت?|ح\u064f?ررت?)(?: هذ[اه] \w+)?) (?:بواسطة|من قبل|من طرف)\s+",
    r"(?:الخبر الأصلي|الخبر الاصلي) قد تم نشر[هة] ومتواجد على\s+",
    r"(?:كما هو|نقلا|نقلاً) (?:من|عن)\s+(?:المصدر\s+)?",
    # «منقول آليا من X», «نقلنا هذا الخبر عن X», «تم جلبه تلقائيا من X»
    r"(?:منقول|م[أا]خوذ|مقتبس|نقل|جلب|استيراد|سحب)\w*(?: \w+){0,3}? (?:من|عن)\s+(?:(?:موقع|المصدر)\s+)?",
)
REPUBLISHER_OPENINGS: tuple[str, ...] = (
    r"لا (?:ي|ت)عبر (?:بالضرورة )?عن (?:وجهة نظر|وجهه نظر|رأي|راي)\s+(?:موقع |صحيفة |موقف )?",
    r"فريق التحرير في\s+",
)
