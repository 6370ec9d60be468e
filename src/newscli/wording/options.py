"""The help of options and arguments in Arabic, by the English that it translates; see newscli.wording."""

from __future__ import annotations

_SHARED = {
    'File, folder or glob; "-" is standard input.': 'ملف أو مجلد أو نمط أسماء؛ و"-" هي الإدخال القياسي.',
    'File, glob or web address; "-" is standard input.': 'ملف أو نمط أسماء أو رابط؛ و"-" هي الإدخال القياسي.',
    "As JSON.": "بصيغة JSON.",
    "Read as this, whatever it looks like: text or html.": "يُقرأ على أنه هذا مهما بدا: text أو html.",
    "Longest line; 90 or the terminal's width.": "أطول سطر؛ 90 أو عرض الطرفية.",
    "How right-to-left text is sent; see: newscli terminal --all": (
        "كيف يُرسل النص المكتوب من اليمين إلى اليسار؛ راجع: newscli terminal --all"
    ),
    "Colours and bold, or none.": "بألوان وخط عريض، أو بدونها.",
    "Through $PAGER, else less; by itself if longer than the screen.": (
        "عبر $PAGER، وإلا فعبر less؛ ويحدث تلقائيًا إذا زاد على الشاشة."
    ),
    "Cells to leave free at either side.": "خانات تُترك خالية في كل جانب.",
    "Show this message and exit.": "عرض هذه المساعدة والخروج.",
    "Print the version.": "طباعة رقم الإصدار.",
    "Install completion for the current shell.": "تثبيت الإكمال التلقائي للصدفة الحالية.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "عرض الإكمال التلقائي للصدفة الحالية، لنسخه أو تعديله."
    ),
}
_ONE_BY_ONE = {
    # parse
    "In this format.": "بهذه الصيغة.",
    "Only this field, as plain text; repeatable.": "هذا الحقل وحده نصًا عاديًا؛ ويجوز تكراره.",
    "With --field: the file's name before each line.": "مع --field: اسم الملف قبل كل سطر.",
    "With --field: NUL instead of a line end.": "مع --field: NUL بدل نهاية السطر.",
    "With --json: every block with its role and reason.": "مع --json: كل مقطع بدوره وسببه.",
    "The address that the input comes from.": "الرابط الذي أُخذ منه المدخل.",
    # inspect
    "Write it as a page to this file; several sources get an index.": (
        "كتابته صفحةً في هذا الملف؛ وللمصادر المتعددة فهرس."
    ),
    "Only blocks of this role; repeatable.": "مقاطع هذا الدور وحدها؛ ويجوز تكراره.",
    "Only this field, its candidates and its blocks.": "هذا الحقل وحده بمرشحاته ومقاطعه.",
    "All the evidence on each block, part by part.": "كل القرائن على كل مقطع، واحدة واحدة.",
    # export
    'Read the inputs\' paths from it, a line each; "-" is a pipe.': (
        'أخذ مسارات المدخلات منه، مسار في كل سطر؛ و"-" أنبوب.'
    ),
    "Read as this, whatever it looks like.": "يُقرأ على أنه هذا مهما بدا.",
    "Of folders, only files like this.": "من المجلدات، ما كان على هذا النمط وحده.",
    "Of folders, no files like this.": "من المجلدات، ما لم يكن على هذا النمط.",
    "Key or column that holds HTML.": "المفتاح أو العمود الذي فيه HTML.",
    "Key or column that holds text.": "المفتاح أو العمود الذي فيه النص.",
    "Key or column of the address.": "المفتاح أو العمود الذي فيه الرابط.",
    "Key or column that names a record.": "المفتاح أو العمود الذي يسمي السجل.",
    "Key or column of the day.": "المفتاح أو العمود الذي فيه اليوم.",
    "Key or column of a text's title.": "المفتاح أو العمود الذي فيه عنوان النص.",
    "Pass over the first N records.": "تجاوز أول N من السجلات.",
    "Stop after N articles.": "التوقف بعد N من الأخبار.",
    "Of one record; 50M.": "حد حجم السجل الواحد؛ 50M.",
    "Unpacked to packed size; 200.": "حد نسبة الحجم بعد الفك إلى المضغوط؛ 200.",
    "Archives inside archives; 3.": "حد الأرشيفات داخل أرشيفات؛ 3.",
    "Seconds until a record is given up; 0: no limit.": "ثوانٍ يُترك السجل بعدها؛ 0: بلا حد.",
    "Only these fields, apart by commas.": "هذه الحقول وحدها، تفصل بينها فواصل.",
    "Add every block with its role and reason.": "إضافة كل مقطع بدوره وسببه.",
    "Leave out pages without a story.": "استبعاد الصفحات التي لا خبر فيها.",
    "Only articles in this language; und: those without.": "أخبار هذه اللغة وحدها؛ und: ما لم تُعرف لغته.",
    "Of web archives, also pages that cannot be Arabic.": "من أرشيفات الويب، حتى ما لا يمكن أن يكون عربيًا.",
    "Only from this day on (2024-01-31, 2024-01, 2024).": "ابتداء من هذا اليوم (2024-01-31 أو 2024-01 أو 2024).",
    "Only up to this day, month or year.": "إلى هذا اليوم أو الشهر أو السنة.",
    "Only with this field.": "ما فيه هذا الحقل وحده.",
    "Only without this field.": "ما ليس فيه هذا الحقل وحده.",
    "Mark or drop copies of a story.": "تعليم نسخ الخبر المكررة (mark) أو حذفها (drop).",
    "Into OUT/, a part and a report for each input.": "إلى المجلد OUT/، جزء وتقرير لكل مدخل.",
    "With --parts: keep the parts that are done.": "مع --parts: إبقاء ما أُنجز من أجزاء.",
    "With --parts: cut larger files, as in 256M.": "مع --parts: تقطيع ما هو أكبر من الملفات، مثل 256M.",
    "Who does the work, if not processes here: spark.": "من يقوم بالعمل إن لم تكن عمليات على هذا الجهاز: spark.",
    "With --engine spark: its address, as in local[2], yarn.": "مع --engine spark: عنوانه، مثل local[2] أو yarn.",
    "With --parts, Spark: of a worker; 500M.": "مع --parts أو Spark: حد ذاكرة العملية؛ 500M.",
    "Write to this file or folder.": "الكتابة إلى هذا الملف أو المجلد.",
    "Format of OUT.": "صيغة OUT.",
    "Add to OUT instead of replacing it.": "الإضافة إلى OUT بدل استبداله.",
    "Names of files in a folder.": "أسماء الملفات في المجلد.",
    "CSV: begin with the mark by which Excel knows UTF-8.": "مع CSV: البدء بالعلامة التي يعرف بها Excel ترميز UTF-8.",
    "CSV: leave cells that look like formulas as they are.": "مع CSV: ترك الخانات الشبيهة بالمعادلات كما هي.",
    "Processes; 0: as many as help.": "عدد العمليات؛ 0: بقدر ما ينفع.",
    "Write articles as they are done.": "كتابة الأخبار فور إنجازها دون ترتيب.",
    "Write failures here as JSON Lines.": "كتابة الإخفاقات هنا بصيغة JSON Lines.",
    "No summary, no progress; failures only in --errors.": "بلا خلاصة ولا تقدم؛ والإخفاقات في --errors وحده.",
    # search, stats, compare, dates, terminal, lexicon, help
    "What to look for.": "ما يُبحث عنه.",
    "The database.": "قاعدة البيانات.",
    "How many hits to show.": "عدد النتائج المعروضة.",
    "Open the first hit: its address, or its file.": "فتح النتيجة الأولى: رابطها أو ملفها.",
    'An export; "-" is standard input.': 'تصدير؛ و"-" هي الإدخال القياسي.',
    "Write a page of plots.": "كتابة صفحة رسوم.",
    "Names of each list.": "عدد الأسماء في كل قائمة.",
    'A JSON Lines export; "-" is standard input.': 'تصدير بصيغة JSON Lines؛ و"-" هي الإدخال القياسي.',
    "A later export of the same inputs.": "تصدير أحدث للمدخلات نفسها.",
    "The counts alone.": "الأعداد وحدها.",
    "Only this field, as in title or dateline.places; repeatable.": (
        "هذا الحقل وحده، مثل title أو dateline.places؛ ويجوز تكراره."
    ),
    "Exit with 1 if anything changed, like diff.": "حالة الخروج 1 إذا تغير شيء، كما في diff.",
    'A text to read; "-": each line of standard input.': 'نص يُقرأ؛ و"-": كل سطر من الإدخال القياسي.',
    "The sample in every strategy, each under its name.": "العينة بكل استراتيجية، كلٌّ تحت اسمها.",
    "list, check or add.": "السرد (list) أو الفحص (check) أو الإضافة (add).",
    "agency, outlet, place, name or notice.": (
        "وكالة (agency) أو صحيفة (outlet) أو مكان (place) أو اسم (name) أو تنويه (notice)."
    ),
    "What to add: a line of that table.": "ما يضاف: سطر من ذلك الجدول.",
    "Which command.": "أيُّ أمر.",
}

OPTIONS = {**_SHARED, **_ONE_BY_ONE}
