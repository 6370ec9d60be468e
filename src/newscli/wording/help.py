"""The help of commands and options in Arabic, by the English that it translates; see newscli.wording."""

from __future__ import annotations

from newscli.wording.options import OPTIONS

_PARTS = {
    "Usage:": "الاستعمال:",
    "Arguments:": "الوسائط:",
    "Options:": "الخيارات:",
    "Commands:": "الأوامر:",
    "Examples:": "أمثلة:",
    "default: {}": "القيمة المبدئية: {0}",
    "required": "لازم",
    "Reads Arabic news articles, raw text or HTML, into fields.": "يفكك الأخبار العربية، نصًا أو HTML، إلى حقول.",
    # what stands behind the examples of the whole
    "read an article, right-to-left": "قراءة خبر، من اليمين إلى اليسار",
    "its fields as JSON": "حقوله بصيغة JSON",
    "one field, for scripts": "حقل واحد، للسكربتات",
    "a folder of articles": "مجلد كامل من الأخبار",
}
_COMMANDS = {
    "Show an article: title, dateline, byline, body, whom it credits.": (
        "عرض خبر: عنوانه ومكانه ووكالته وكاتبه ومتنه ومن يُنسب إليه."
    ),
    "Show every block of the source with its role and the reason.": "عرض كل مقطع من المصدر، مع دوره وسبب ذلك.",
    "Turn many inputs into one output: JSON Lines, CSV, a database ...": (
        "جمع مدخلات كثيرة في ناتج واحد: JSON Lines أو CSV أو قاعدة بيانات ..."
    ),
    "Search an archive, whatever the spelling.": "البحث في أرشيف، أيًّا كان الرسم الإملائي.",
    "Count an export: by day, outlet, agency, place ...": "إحصاء ما صُدّر: باليوم والصحيفة والوكالة والمكان ...",
    "Show what changed between two exports.": "عرض ما تغير بين تصديرين.",
    "Find the dates in texts, as printed and as ISO 8601.": "استخراج التواريخ من نصوص، كما طُبعت وبصيغة ISO 8601.",
    "Tell how Arabic is sent to this terminal, with a sample.": "بيان كيف تُرسل العربية إلى هذه الطرفية، مع عينة.",
    "List, check and add your own words: agencies, places ...": "سرد كلماتك الخاصة وفحصها وإضافتها: وكالات وأماكن ...",
    "Print the JSON Schema of the output.": "طباعة مخطط JSON للناتج.",
    "Show the help of a command.": "عرض مساعدة أمر.",
}
_PARSE = {
    "Show an article: title, dateline, byline, body, attribution and disclaimer, set right-to-left in a terminal.": (
        "عرض خبر: العنوان ومكان الخبر ووكالته والكاتب والمتن والإسناد وإخلاء المسؤولية، مصفوفًا من اليمين إلى "
        "اليسار في الطرفية."
    ),
    'Inputs are files, globs, web addresses (with the extra `web`), or "-" (or nothing, with a pipe) for '
    "standard input; "
    "plain text or HTML, told by the content. Where standard output is no terminal, text is plain, in logical order, "
    "without colour, unless --bidi, --color, --width or --margin say otherwise.": (
        'المدخلات ملفات أو أنماط أسماء أو روابط (مع الإضافة `web`)، أو "-" للإدخال القياسي (أو لا شيء مع أنبوب)؛ '
        "نصًا عاديًا أو HTML، ويُعرف ذلك من المحتوى. وحين لا يكون الإخراج إلى طرفية فالنص عادي بترتيبه المنطقي "
        "وبلا ألوان، "
        "إلا أن يُطلب غير ذلك بأحد الخيارات --bidi و--color و--width و--margin."
    ),
    "--field prints what shell scripts need: a list gives a line for each item, a field that is not known an "
    "empty line. "
    "Several fields, or -H, make it one line an article, its cells apart by tabs.": (
        "الخيار --field يطبع ما تحتاج إليه السكربتات: القائمة سطر لكل عنصر، والحقل المجهول سطر فارغ. "
        "ومع عدة حقول، أو مع -H، يكون لكل خبر سطر واحد تفصل بين خاناته علامات جدولة."
    ),
}
_INSPECT = {
    "Show what became of every block of a source and why: role, confidence, rule, place; and what each field "
    "was chosen "
    "from.": "بيان ما آل إليه كل مقطع من المصدر ولماذا: دوره ودرجة الثقة والسبب والموضع؛ ومن أي المرشحات اختير كل حقل.",
    'Inputs are files, folders, globs, or "-" (or nothing, with a pipe) for standard input. Several inputs with --html '
    "give an index and, in a folder beside it, a page each.": (
        'المدخلات ملفات أو مجلدات أو أنماط أسماء، أو "-" للإدخال القياسي (أو لا شيء مع أنبوب). '
        "وإذا تعددت مع --html كُتب فهرس، وإلى جواره مجلد فيه صفحة لكل منها."
    ),
}
_EXPORT = {
    "Turn what people have into what their next tool reads: many articles, in the order of the inputs, into one "
    "output.": ("تحويل ما لديك إلى ما تقرؤه أداتك التالية: أخبار كثيرة، بترتيب المدخلات، في ناتج واحد."),
    'Inputs are files, folders (everything in them that holds articles, at any depth), globs, or "-" for '
    "standard input: "
    "text and HTML, JSON Lines, JSON and CSV with html or text, WARC, MHTML, mail, feeds, exports of newscli, zip and "
    "tar, and any of them compressed. They are told by their content. The output is JSON Lines unless --format or the "
    "name of OUT says otherwise; a folder, or a name that ends with a slash, gets a file an article.": (
        'المدخلات ملفات أو مجلدات (بكل ما فيها من أخبار مهما كان عمقه) أو أنماط أسماء، أو "-" للإدخال القياسي: '
        "نص وHTML، وJSON Lines وJSON وCSV فيها html أو text، وWARC وMHTML وبريد وخلاصات، وما صدّره newscli، وzip وtar، "
        "وأيٌّ من ذلك مضغوطًا. ويُعرف نوعها من محتواها. والناتج JSON Lines ما لم يدل --format أو اسم OUT على غيره؛ "
        "وإذا كان مجلدًا، أو اسمًا ينتهي بشرطة مائلة، كُتب لكل خبر ملف."
    ),
    "A page without a story is no failure: its row has an empty body. An input that fails is named on standard error, "
    "the others are still done, and the status is 1. OUT is replaced by a whole new one or stays as it was; "
    "interrupted, "
    "what was done is kept as OUT.partial. The first 48 records are read by this process; if there are more, as many "
    "processes as there are cores take over (--workers 1: none), with the same output.": (
        "الصفحة التي لا خبر فيها ليست إخفاقًا: متنها في صفها فارغ. وما يخفق من المدخلات يُذكر على الخطأ القياسي، "
        "وتُنجز البقية، وتكون حالة الخروج 1. ولا يُستبدل OUT إلا بناتج كامل وإلا بقي كما كان؛ وإذا قوطع العمل "
        "حُفظ ما أُنجز باسم "
        "OUT.partial. وتقرأ هذه العملية أول 48 سجلًا، فإن زادت تولت الباقي عمليات بعدد الأنوية (--workers 1 يمنع ذلك)، "
        "والناتج نفسه."
    ),
    "With --parts OUT is a folder: each input gives a part and a report in it, a record that ends or holds up its "
    "process costs itself alone, and the same call after an interruption goes on where it was (docs/scale.md).": (
        "ومع --parts يكون OUT مجلدًا: لكل مدخل فيه جزء وتقرير، والسجل الذي يُسقط عمليته أو يعلّقها لا يضر إلا نفسه، "
        "وتكرار الأمر نفسه بعد انقطاع يستأنف من حيث توقف (docs/scale.md)."
    ),
}
_OTHERS = {
    "Search an archive that newscli export wrote as a database (-o NAME.db).": (
        "البحث في أرشيف كتبه newscli export قاعدةَ بيانات (-o NAME.db)."
    ),
    "All words of the query are looked for, whatever their spelling: hamza, ta marbuta, alif maqsura, harakat, "
    "tatweel, "
    'the article and the prefixes و ف ب ل ك hide nothing. "Words in quotation marks" stand one after the other, a star '
    "ends the beginning of a word, a minus leaves out, OR joins. place:, agency:, outlet:, author:, title: and text: "
    "look in one field, since: and until: ask for days, months or years. The best hits come first, with the source's "
    "words around them.": (
        "يُبحث عن كلمات العبارة كلها أيًّا كان رسمها: لا تحجب شيئًا همزةٌ ولا تاء مربوطة ولا ألف مقصورة ولا "
        "حركات ولا تطويل، "
        'ولا أل التعريف ولا السوابق و ف ب ل ك. و"ما بين علامتي اقتباس" يرد متتابعًا، والنجمة تكمل أول الكلمة، '
        "وعلامة الطرح تستبعد، "
        "وOR تجمع. أما place: وagency: وoutlet: وauthor: وtitle: وtext: فتبحث في حقل واحد، وsince: وuntil: "
        "تحددان أيامًا أو أشهرًا "
        "أو سنوات. وتأتي أفضل النتائج أولًا، ومعها ما حولها من كلمات المصدر."
    ),
    "Count what exports hold: articles a day, by outlet, agency, place, author, language and length; what is "
    "missing.": (
        "إحصاء ما في ملفات التصدير: الأخبار في كل يوم، وبحسب الصحيفة والوكالة والمكان والكاتب واللغة والطول؛ "
        "وما ينقصها."
    ),
    "Takes whatever newscli export wrote and can be read back (JSON Lines, JSON, CSV, a database, Parquet); "
    "several are "
    "counted together. An agency is one, however it is spelled. With --html it is one page of plots that needs no "
    "network.": (
        "يأخذ كل ما كتبه newscli export ويمكن أن يُقرأ من جديد (JSON Lines وJSON وCSV وقاعدة بيانات وParquet)؛ "
        "وإذا تعددت "
        "أُحصيت معًا. والوكالة واحدة مهما اختلفت كتابة اسمها. ومع --html يكون الناتج صفحة رسوم واحدة لا تحتاج إلى شبكة."
    ),
    "Show what changed between two exports of the same inputs: which articles, and in which fields.": (
        "عرض ما تغير بين تصديرين للمدخلات نفسها: أيُّ الأخبار، وفي أيِّ الحقول."
    ),
    "Articles are matched by source.path and source.sha256; then by the hash alone (a moved file), last by the path "
    'alone (a changed file). "-" is standard input, a name in .gz is decompressed. A field that is an object is '
    "compared "
    "member by member: dateline.places. The counts come last.": (
        "تُقرن الأخبار بالمسار والبصمة معًا (source.path وsource.sha256)، ثم بالبصمة وحدها (ملف نُقل)، ثم "
        "بالمسار وحده (ملف تغيّر). "
        'والعلامة "-" هي الإدخال القياسي، وما ينتهي بـ .gz يُفك ضغطه. والحقل المركب يقارن جزءًا جزءًا: '
        "dateline.places. "
        "والأعداد في الآخر."
    ),
    "Exit status: 0 both were read, whatever changed; 1 a file or a line could not be read (the rest is still "
    "compared), "
    "or, with --exit-code, something changed; 2 wrong usage.": (
        "حالة الخروج: 0 إذا قُرئ الاثنان مهما تغير؛ و1 إذا تعذرت قراءة ملف أو سطر (وتُقارن البقية)، أو تغير شيء "
        "مع --exit-code؛ "
        "و2 إذا كان الاستعمال خطأ."
    ),
    "Find the dates in each text: as printed, and as ISO 8601; null where the value cannot be known.": (
        "استخراج التواريخ من كل نص: كما طُبعت، وبصيغة ISO 8601؛ وnull حيث لا سبيل إلى معرفة القيمة."
    ),
    "Without --json there is one line for each text, what was found in it as pairs of printed text and value, "
    "separated "
    'by tabs; an empty line where there is none. With --json it is one object a line: {"input", "found": [{"text", '
    '"start", "end", "date", "time", "calendar", "reason"}]}. "-" or nothing with a pipe: each line of standard '
    "input is "
    "a text.": (
        "من دون --json لكل نص سطر فيه ما وُجد أزواجًا من المطبوع وقيمته تفصل بينها علامات جدولة، وسطر فارغ إن "
        "لم يوجد شيء. "
        'ومع --json كائن في كل سطر: {"input", "found": [{"text", "start", "end", "date", "time", "calendar", '
        '"reason"}]}. '
        'ومع "-"، أو بلا شيء مع أنبوب، يكون كل سطر من الإدخال القياسي نصًا.'
    ),
    "Tell which terminal this is and how Arabic is sent to it, with a sample to judge by eye.": (
        "بيان أيّ طرفية هذه وكيف تُرسل العربية إليها، مع عينة تحكم عليها بعينك."
    ),
    "If the sample is wrong, look at all of them and choose the one that is right: with --bidi, with NEWSCLI_BIDI, or "
    'for good with a line such as `bidi = "visual"` in the configuration file that this command names.': (
        "إن بدت العينة غير سليمة فانظر فيها جميعًا واختر السليمة منها: بالخيار --bidi، أو بالمتغير "
        "NEWSCLI_BIDI، أو على الدوام "
        'بسطر مثل `bidi = "visual"` في ملف الإعدادات الذي يذكره هذا الأمر.'
    ),
    "List, check or add your own words: agencies, outlets, places, given names, words of notices.": (
        "سرد كلماتك الخاصة أو فحصها أو الإضافة إليها: وكالات وصحف وأماكن وأسماء أشخاص وكلمات تنويهات."
    ),
    "They stand in the folder `lexicon` beside config.toml, a file a table, in the form of the package's own tables; a "
    "`#` begins a comment. A bare name is enough for an agency or an outlet; other forms of it follow behind `;` and "
    "`=`.": (
        "مكانها المجلد `lexicon` إلى جوار config.toml، ملف لكل جدول، على صورة جداول البرنامج نفسه؛ والعلامة `#` "
        "تبدأ تعليقًا. "
        "ويكفي الاسم وحده لوكالة أو صحيفة؛ وتأتي صوره الأخرى بعد `;` و`=`."
    ),
    "Print the JSON Schema (draft 2020-12) that the output of parse --json and of export keeps to.": (
        "طباعة مخطط JSON (draft 2020-12) الذي يلتزمه ناتج parse --json وناتج export."
    ),
    "Show the help of a command, as newscli COMMAND --help does; without one, the list of commands.": (
        "عرض مساعدة أمر، كما يفعل newscli COMMAND --help؛ ومن دونه قائمة الأوامر."
    ),
}

HELP = {**_PARTS, **_COMMANDS, **_PARSE, **_INSPECT, **_EXPORT, **_OTHERS, **OPTIONS}
