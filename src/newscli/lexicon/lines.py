"""Patterns by which single lines and their parts are known, as data: captions, notes on writers, excerpts, marks.

`CAPTION`, `PHOTO_WORD` and `BY_CAMERA` match folded text (`arabic.letters.fold`), the first at the beginning of a line;
the others match text as it is printed.
"""
# ruff: noqa: E501 - rows of data

from __future__ import annotations

# Pictures: credits, captions and the labels that screen readers speak.
# What text browsers print for a picture: its words in brackets where it is linked, «[8][صورة الكاتب]», else its file's name.
_PICTURE = r"(?:\[\d{1,3}\] ?\[[^\[\]]{1,80}\]|(?:\[[^\[\]]{1,80}|[\w-]{1,80})\.(?:gif|jpe?g|png|webp|svg))\W*$"
CAPTION = (
    rf"{_PICTURE}|"
    r"\W*(?:[\[(]\s?(?:(?:ال)?صوره?|img|image)\s?[\])]|(?:ال)?صوره?\s*[:：]|الصوره\W*$|تصوير\s*[:：\-–/]|(?:ب)?عدسه\s*[:：\-–/]|بعدسه\s|©|(?:صوره )?(?:من )?(?:ال)?ارشيف(?:يه)?\W*$|"
    r"صوره ارشيفيه|صوره (?:تعبيريه|توضيحيه|تخيليه|رمزيه)\b|صوره متداوله\W*$|(?:الصوره|مصدر الصوره|حقوق الصوره)\s*[:：/|\-–]|"
    r"م?صدر الصوره|(?:ال)?تعليق (?:علي )?(?:ال)?صوره|image (?:source|caption)|جانب من |لقطه (?:من|ل)|لقطه شاشه\b|صوره (?:نشرتها|نشرها|وزعتها|وزعها|التقطت|ملتقطه|مركبه)\b|"
    r"(?:رسم|رسم توضيحي|رسوم|انفوغراف|انفوجراف|كاريكاتير|خريطه)\s*[:：]|صوره (?:من|ل)|"
    r"(?:ال)?فيديو\s*[:：]|photo\b|(?:foto|bild|credits?)\s*:|ص\s*:\s*[^\W\d]|(?:icon|logo|avatar)(?: \w+)?\W*$|reuters\s*/|afp\s*/|getty|ا ف ب\s*/|"
    # a picture's words, its width and its day: «... - OUTLET, 1920, 11.02.2022»
    r".{8,130}, \d{3,4}, \d{1,2}\.\d{1,2}\.\d{4}$|"
    # what stands where no picture is
    r"(?:no (?:image|photo|picture|thumbnail)s?(?: available| found)?|(?:image|photo) (?:not|un)[ -]?(?:available|found)|(?:image )?placeholder(?: image)?|"
    r"(?:default|featured) image|(?:لا (?:[تي]وجد|[تي]توفر) |بدون |بلا )صور(?:ه|ا)?|(?:ال)?صوره غير (?:متوفره|متاحه|موجوده))\W*$)"
)

# The label of a picture's owner, which pages print for readers of screens.
OWNER = r"\W*(?:م?صدر الصوره|image source)\b"

# What a bracket at a caption's end opens with: «(تصوير: X)», «(أرشيف)», «(Photo by X)», «(صورة: X)».
PHOTO_WORD = (
    r"\W*(?:(?:ال)?(?:تصوير|صوره|عدسه|مصور|صور)\s*[:：/|\-–]|تصوير\b|بعدسه\b|عدسه\b|(?:من )?(?:ال)?ارشيف(?:يه)?\b|"
    r"صوره (?:ارشيفيه|تعبيريه|متداوله)|(?:ال)?صوره من|photo\b|photos\b|image\b|picture\b|credit\b|file\W*$|getty|shutterstock|istock|[غج]ي?تي\b|شاترستوك|شترستوك|unsplash|pexels|flickr)"
)

# The photographer behind a dash or bar at a caption's end: «| تصوير: X», «– عدسة X», «Photo: X»; whose pictures are his
# trade: «| المصدر: الوكالة الأوروبية للصور».
BY_CAMERA = (
    r"(?:[|/\-–—.•]\s*|\s)(?:تصوير|عدسه|بعدسه|photo|credit)\s*[:：/]\s*|"
    r"[|/\-–—.•]\s*(?:(?:ال)?صوره|مصدر الصوره)\s*[:：/]\s*|[|/\-–—،.]\s*(?=(?:صوره )?(?:من )?(?:ال)?ارشيف(?:يه)?\W*$)|[|/\-–—،.]\s*(?=صوره (?:ارشيفيه|تعبيريه|متداوله))|"
    r"[|/\-–—]\s*(?:ال)?مصدر\s*[:：/]\s*(?=.{0,30}(?:صور|فوتو|ارشيف|[غج]ي?تي\b|ش[ا]?ترستوك|انستغرام|getty|shutterstock|istock|pexels|epa\b))|"
    r"[|/\-–—،.]\s*(?:تصوير|ب?عدسه)\s+(?=\w)|صوره من\s*:\s*|صوره\s*:\s*(?=[a-z©])|[|/\-–—]\s*(?:ال)?صوره من\s+(?=\w)"
)

# Whose picture it is, behind what it shows: «أطفال على شاطئ المكلا © أ ف ب»; a footer speaks of rights, or has a year.
OWNED = (
    r"(?!.*(?:\d[^\w.]*©|©.*\d|حقوق|خصوصيه|اعلن معنا|copyright|rights|droits))"
    r"\W*(?:\S+\s+){3,30}©\s*(?!(?:في|من|علي|عن|الي)\s)[^\W\d]\S*(?:\s\S+){0,4}$"
)

# Whose picture it is, in brackets behind what it shows, where no table has the outlet: by what it says it is, «(الصحافة الجوارية)»,
# «(وكالة البيدر)», or where people post pictures, «(إنستغرام)», «(حسابها على فيسبوك)».
PICTURE_OF = (
    r"(?:(?:ال)?صحافه|صحيفه|وكاله|جريده|مجله|شبكه|قناه|تلفزيون|اذاعه)\s+\w+(?:\s+\w+)?$|"
    r"(?:(?:حساب|صفحه)\w* (?:\w+ ){0,4}(?:علي|في|ب)\s?)?(?:موقع )?(?:ان?ست[غجق]رام|فيس ?بوك|تويتر|منصه اكس|اكس|تيك ?توك|سناب ?شات|يوتيوب|"
    r"(?:وسائل|وسايل|مواقع|منصات|شبكات) التواصل(?: الاجتماعي)?|(?:ال)?سوشي?ال ميديا|متداوله?|instagram|facebook|twitter|tiktok|youtube)$"
)

# The section of the news of somebody: «أخبار النجوم», «آخر أخبار نواب مجلس الأمة»; a headline names the day, «آخر أخبار الطقس اليوم».
# And that of statements: «بيانات صحفية».
NEWS_OF = (
    r"(?:(?:اخر|اهم|ابرز|احدث) )?(?:ال)?اخبار "
    r"(?:(?:مجلس|نواب|اعضاء|مجالس|جامعه|جامعات|كليه|كليات|وزاره|بلديه|محافظه|مدينه|اقليم|جهه|دوري|كره|نجوم|اسواق|سوق|"
    r"شركات|عالم|حزب|احزاب|نادي|انديه|منتخب|اهل|ابناء|دول|دوله) ){0,2}ال(?!يوم|ان\b)[^\W\d]+"
    r"|(?:ال)?بيان(?:ات)? (?:ال)?صحفيه?"
)

# That of a place, as papers for people abroad have it too; a flash word may be glued to it: «اللجوء إلى السويد».
AT_PLACE = r"(?:اخبار|(?:ال)?(?:لجوء|هجره|اقامه|دراسه|جاليه|جاليات|عرب) (?:في|الي)) (.{2,30}?)(?:[- ]?عاجل)?"

# One of these stands in all that `BY_CAMERA` matches.
CAMERA_WORDS = ("تصوير", "عدسه", "مصدر", "صوره", "ارشيف", "photo", "credit")

# A writer's note under a column opens with a star and his office, and ends no sentence.
BIO = (
    r"\s*[*•]+\s*(?:(?:ال)?كاتب|باحث|[أا]كاديمي|[أا]ستاذ|محلل|[إا]علامي|صحفي|صحافي|خبير|عضو|محام|طبيب|وزير|رئيس|مدير|سفير|"
    r"(?:ال)?مستشار|مفكر|ناقد|شاعر|روائي|دبلوماسي|مهندس|ناشط|المنسق|ال[أا]مين)\S*(?:\s[^.؟!]{0,110})?\.?\s*$"
)

# Without a star, or with a full stop, it is short, and no verb follows the office but one of his life: «كاتب صحفي من اليمن، يعمل في صنعاء».
OFFICE = (
    r"\s*[*•]*\s*(?:كاتب|باحث|[أا]كاديمي|محلل|صحفي|صحافي|[إا]علامي|شاعر|روائي|ناقد|محام)(?:[ةهي]|ية)?"
    r"\s(?:[^\s.]+(?:ي|ية|يه)|و[^\s.]+|من|في)(?:\s[^\s.]+){0,6}"
    r"(?:(?<=،)\s(?:[يت](?:كتب|عمل|قيم|در[ّ]?س)|مقيمة?|لها?|صدرت?|حاصلة?)(?:\s[^\s.]+){1,10})?\s*\.?\s*$"
)

# Whole last lines, folded, with which obituaries, columns and letters close; agencies' stories have none of them but
# the rate of exchange: «(الدولار = 3.67 درهم إماراتي)».
CLOSING = (
    r"\W*(?:هذا )?[وف]?(?:انا لله وانا اليه راجعون|الله (?:سبحانه )?(?:و?تعالي )?(?:من وراء القصد|ولي التوفيق|الموفق|المستعان|اعلم|غالب)|حسبنا الله ونعم الوكيل|"
    r"لا حول ولا قوه الا بالله(?: العلي العظيم)?|ل?لل?حديث (?:بقيه|صله|شجون)|السلام عليكم(?: و?رحمه الله(?: تعالي)?(?: وبركاته)?)?|"
    r"السلام ختام|الي (?:لقاء|اللقاء|مقال|حلقه)(?: \w+){0,3}|دمتم(?: \w+){1,4}|رحم(?:ه|ها)? الله(?: \w+){0,8}|تغمد(?:ه|ها)? الله(?: \w+){0,10}|"
    r"(?:اللهم|يا رب)(?: \w+){1,10}|نس[اي]ل الله(?: \w+){1,10}|حفظ الله(?: \w+){1,6}|"
    r"\((?:1 )?(?:ال)?(?:دولار|يورو|جنيه|ريال|درهم|دينار|ليره)(?: \w+)?\W{1,4}(?:يساوي )?\d[\d.,]* [^()]{3,30}\)|"
    r"(?:عاشت?|[يت]حيا) [^\W\d]+(?: [^\W\d]+)?(?: حر[اه](?: \w+){0,3})?|(?:المجد|النصر|الرحمه|الحريه)(?: و\w+)? ل\w+(?: و\w+ ل\w+)?)\W*$"
)

# The first part of a study or a report, folded: «ملخص تنفيذي», «1. المقدمة».
PART = (
    r"\W*(?:[1١]\W{1,3}|اولا\W{1,3})?(?:ال)?(?:مقدمه(?: عامه)?|تمهيد|توطيه|مدخل(?: عام)?|مستخلص|(?:ملخص|موجز) (?:ال)?(?:تنفيذي|دراسه|ورقه|بحث|تقرير)|"
    r"خلاصه تنفيذيه)\W*"
)

# What stands above a question, and above its answer: fatwas and advice, folded.
QUESTION = r"\W*(?:نص )?ال(?:سوال|جواب|اجابه|فتوي|استفسار|استشاره|رد)(?: ال\w+)?\s?:\W*$"

# What messengers export before a text: «[26/11/2026, 7:41 م] NAME:», «26/11/2026, 19:41 - NAME:»; or above it:
# «NAME, [26.11.2026 19:41]».
_SENT_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_SENT_HOUR = r"\s\d{1,2}:\d\d[^\]\n:-]{0,6}(?::\d\d[^\]\n:-]{0,6})?"
SENT = rf"(?:\[{_SENT_DAY}[,،]?{_SENT_HOUR}\]\s|{_SENT_DAY}[,،]{_SENT_HOUR}\s-\s)[^:\n\[\]]{{1,40}}:"
SENT_ABOVE = rf"[^:\n\[\]]{{1,40}}[,،]\s\[{_SENT_DAY}[,،]?{_SENT_HOUR}\]"

# «اقرأ أيضا: LINK» set inside a paragraph.
READ_ALSO = r"(?:[اأإ]قر[أا]|طالع|شاهد|[أا]نظر)(?:وا?|ئي|ي)?\s+(?:(?:أيض|ايض|آيض)\S*|كذلك)\s*[:：.\-–|]*\s*"

# What a paper or a site prints of itself, folded: «صحيفة يومية سياسية», «موقع إخباري مستقل», «نشرة أسبوعية تصدر عن اتحاد المزارعين».
_QUALITY = r"(?:(?!ال)\w+يه?|مستقله?|شامله?|جامعه?|حره?|عامه?|متنوعه?|متخصصه?)"
MOTTO = (
    r"(?:جريده|صحيفه|نشره|مجله|دوريه|موقع|شبكه|بوابه|منصه)\s(?:(?!ال)\w+يه?\s){0,2}"
    r"(?:يوميه?|اسبوعيه?|نصف شهريه|شهريه|فصليه|سنويه|دوريه|مستقله?|شامله?|اخباريه?|اعلاميه?|الكترونيه?)"
    rf"(?:\s{_QUALITY}){{0,3}}(?:$|\s(?:تصدر|يصدر|تاسست|تاسس|عن)(?!\w))"
)

# What sends to another page of print, folded: «(البقية ص 7)», «تتمة المنشور في الصفحة الأولى».
CONTINUED = r"\W*(?:ال)?(?:بقيه|تتمه)(?: \w+){0,2}? (?:(?:في|علي) )?(?:ال)?(?:صفحه|ص) ?(?:\d{1,3}|ال\w+)\W*"

# How the excerpt of another story ends.
EXCERPT = (
    r"(?:…|\.{3}|\[…\]|\[\.{2,3}\]|[اأإ]قر[أا] المزيد|read more)\W{0,3}(?:(?:[اأإ]قر[أا] |قراءة )?المزيد\W{0,3})?$"
)

# «انتهى» behind the last full stop, in Iraq with the editor's number, of the Saudi agency with the hour: «18:55 ت م».
# Or the bar of a table's cell.
END_MARK = r"[.\"»”!؟]\s*(\||[/(]{0,2}\s?انته[ىي]\s?[/)]{0,2}\s?\d{0,4}\s?[^\W\d]?(?:\d?:\d\d\s?ت\s?م.{0,20})?)\W{0,5}$"

# «[caption id=...]<img> CAPTION[/caption]», «[gallery ids=...]»: what WordPress replaces before it shows a page.
SHORTCODE = (
    r"\[caption\b[^\]]{0,300}\](.{0,400}?)\[/caption\]|"
    r"\[/?(?:caption|gallery|embed|audio|video|vc_\w+|et_pb\w*|su_\w+)\b[^\]]{0,300}\]"
)
# «[ad_1]», «[contact-form-7 id=...]», «[adinserter block=...]»: a line that a plugin fills before a page is shown.
PLACEHOLDER = r"\[/?[a-z]{2,20}(?:[_-][\w-]+| [\w-]+=)[^\[\]]{0,300}\]"

# Markdown: what closes a link's words, and the address behind them.
LINK_END = r"\]\((?P<url>[^()\s]{0,400})(?:\s\"[^\"\n]{0,80}\")?\)"

# What an info line holds beside the credit: ages, minutes of reading, counters, buttons, times of day; a verbose pattern.
_UNIT = (
    r"(?:ثاني[ةه]|ثوان[يٍ]?|لحظات|دقيق[ةه]|دقيقتين|دقائق|ساع[ةه]|ساعتين|ساعات|يوم(?:ين)?|[أا]يام|[أا]سبوع(?:ين)?|"
    r"[أا]سابيع|شهر(?:ين)?|[أا]شهر|شهور|سن[ةه]|سنتين|سنوات|سنين|عام(?:ين)?|[أا]عوام|قليل)"
)
_MINUTES = r"(?:دقائق|دقيق[ةه]|دقيقتان|دقيقتين|د\.?|min(?:ute)?s?)"
_READING = r"(?:لل|من\s+ال|ال|ل)?قراء(?:[ةه]|ته|تها)|read(?:ing)?"
_LASTS = r"(?:تستغرق|يستغرق|تحتاج|يحتاج|تتطلب|يتطلب|تقر[أا]|يقر[أا])"
_SOME = r"(?:\d+|[أا]قل\s+من|ثلاث|[أا]ربع|خمس|ست|سبع|ثماني?|تسع|عشر|بضع)"
# How long a reading takes: «3 دقائق», «دقيقتين», «دقيقة واحدة»; «قراءة دقيقة» is an exact one.
_DURATION = rf"(?:{_SOME}\s*{_MINUTES}|دقيقت(?:ين|ان|ا|ي)|دقيق[ةه](?=\s+واحد))(?:\s+واحد[ةه])?"
_TOWARDS = r"(?:(?:في|خلال|[إا]لى|نحو|حوالي|المقدر[ةه]?|المتوقع[ةه]?)\s+)*"
_COUNTED = (
    r"(?:مشاهد[ةه]|مشاهدات|تعليق|تعليقات|تعليق[اً]+|قراء[ةه]|قراءات|زيار[ةه]|زيارات|مشارك[ةه]|مشاركات|[إا]عجاب(?:ات)?|"
    r"views?|comments?|shares?|reads?)"
)
# The zone in brackets behind a clock's time: «06:25 م (مكة المكرمة)», «21:10 (بتوقيت القدس المحتلة)».
_ZONE = (
    r"\((?:(?:ال|ب|بال)?توقيت[^()\d]{0,30}|مكة(?:\s+المكرمة)?|القدس(?:\s+المحتلة)?|القاهرة|بيروت|بغداد|الرياض|الدوحة|دبي|أبوظبي|"
    r"[جغ]ري?ني?[تط]?ش|gmt|utc)\)"
)
NOISE = rf"""
    (?<!\w)(?:منذ|قبل|مضى)\s+(?:(?:\d+|حوالي|نحو)\s+)?{_UNIT}(?:\s+(?:واحد[ةه]?|تقريب\w*))?(?!\w)
    | (?<!\d)\d+\s*{_UNIT}\s+(?:مضت|ago)
    | (?<!\w)(?:(?:{_LASTS}|مد[ةه]|وقت|زمن|الوقت\s+\w+)\s+{_TOWARDS})?(?:{_READING})\s*[:：]?\s*(?:{_LASTS}\s+)?{_TOWARDS}{_DURATION}(?!\w)
    | (?<!\w){_LASTS}\s+{_TOWARDS}{_DURATION}(?:\s+(?:{_READING}))?(?!\w)
    | (?<!\w){_DURATION}\s+(?:{_READING})(?!\w)
    | (?:(?:مد[ةه]|وقت|زمن|الوقت\s+المقدر\s+لل?)\s*ال?قراء[ةه])\s*[:：]?\s*(?:\d+\s*|أقل\s+من\s+)?(?:{_MINUTES})?
    | (?<!\d)\d+\s*{_MINUTES}\s*(?:{_READING})?(?!\w)
    | (?<!\w)(?:دقيق[ةه]|دقيقتان|دقيقتين)\s+(?:واحد[ةه]\s+)?(?:{_READING})
    | (?<![\w.])\d[\d.,٬]*\s*(?:[kKم]|ألف|الف)?\s*{_COUNTED}(?!\w)
    | (?<![\w.])\d[\d.,٬]*k(?!\w)
    | (?<!\w)(?:عدد\s+)?ال?(?:مشاهدات|قراءات|تعليقات|زيارات|زوار)\s*[:：(]?\s*\d[\d,.]*\)?
    | (?<!\w)(?:لا\s+(?:توجد\s+)?تعليقات|لا\s+يوجد\s+تعليق\w*|[أا]ضف\s+تعليق\w*)(?!\w)
    | (?<!\w)(?:طباع[ةه]|نسخ\s+الرابط|شارك(?:ها)?(?!\s)|استمع(?:\s+للخبر)?)(?!\w)
    | (?P<clock>\d{{1,2}}:\d\d(?::\d\d)?\s*(?:[صم](?!\w)|صباح[اً]*|مساء[اً]*|am|pm|gmt|بتوقيت\s+\S+(?:\s+المكرم[ةه])?)?(?:\s*{_ZONE})?)
"""

# Words that say what a day is, right before it: «آخر تحديث: 5 مايو 2020», «يوم», «بتاريخ».
DAY_LABEL = r"(?:(?<!\w)(?:[آا]خر\s+تحديث|تم\s+(?:ال)?(?:نشر|تحديث)|تاريخ(?:\s+ال?نشر)?|التاريخ|نشرت?|حدثت?|تحديث|كتبت?|بتاريخ|في|يوم|on)\s*[:：]?\s*){1,3}$"

# What templates set before a headline in an element of its own.
BADGE = r"\W*(?:خبر |[اأ]خبار )?(?:عاجل[ةه]?|حصريا?|خاص|مباشر|جديد|مميزة?|مثبت|محدث|بالفيديو|فيديو|بالصور|صور)\W*"
# The link to a post's comments, which says how many there are, in words of its own: «تعليقان», «لا توجد تعليقات».
COMMENTS_LINK = (
    r"\W*(?:(?:لا|لا توجد|لا يوجد|بدون|[اأ]ترك|[اأ]ضف|\d+)\s+)?"
    r"(?:تعليق|تعليقا|تعليقان|تعليقين|تعليقات|التعليقات|comments?)"
    r"(?:\s+(?:واحد|\d+))?\W*"
)
# The line by which blogs' systems close a post, folded: «هذه التدوينة كتبت يوم DAY وهي مصنفة ضمن X», and then of replies.
_TEXT = "هذ[اه] (?:ال)?(?:تدوينه|مقاله?|موضوع|خبر|ماده|مشاركه)"
_WRITTEN = "(?:تمت? )?(?:كتبت?|نشرت?|اضيفت?|ادرجت?|حررت?|نشر|كتابه|اضافه|ادراج)"
_WEEKDAY = "(?:ال)?(?:سبت|احد|اثنين|ا?ثنين|ثلاثاء?|اربعاء?|خميس|جمعه)"
POSTED = (
    rf"\W*(?:{_TEXT} {_WRITTEN}|{_WRITTEN} {_TEXT}|this (?:entry|post) was (?:posted|written)) "
    rf"(?:يوم|بتاريخ|في|on)\b(?= (?:{_WEEKDAY}|يوم|تاريخ|\d|[a-z])).{{0,90}}(?:صنيف|مصنف|مدرجه? |تحت قسم|filed|rss|الردود|التعليقات|تعقيب)"
)
# The same of Blogger, which prints the counter of comments in one line with it: «مرسلة بواسطة NAME في 3:15 م».
POSTED_BY = r"\W*(?:مرسله بواسطه|posted by) .{2,60} (?:في|at) \d{1,2}:\d\d\b"
# What feeds put below a text, folded, up to the name of the site: «ظهر المقال X أولا على Y», «The post X appeared first on Y».
APPEARED = (
    r"(?:(?:ظهرت?|نشرت?) (?:هذه? )?(?:ال)?(?:مقاله?|تدوينه|مشاركه|خبر|موضوع) .{3,200} (?:اولا|للمره الاولي|ل?اول مره) "
    r"(?:علي|في|لدي)|the post .{3,200} (?:first appeared|appeared first) on)(?: موقع)?"
)
# What heads the comments on a text, as WordPress and others word it: «3 ردود على “TITLE”», «التعليقات على خبر: TITLE».
_REPLY = "(?:تعليق|رد|راي|فكره?)"
_REPLIES = "(?:تعليقات|ردود|اراء|افكار)"
COMMENTS_ON = (
    rf"\W*(?:(?:\d+ (?:من )?(?:ال)?(?:{_REPLY}ا?|{_REPLIES})|{_REPLY} واحده?|{_REPLY}ت?(?:ان|ين)|(?:ال)?{_REPLIES}) (?:علي|حول) "
    r"(?=[\"“”«„]\W*(?:\w+\W+){2,30}\w+\W*[\"“”»]\W*$)|(?:ال)?(?:تعليقات|ردود) (?:علي|حول)(?: (?:ال)?(?:خبر|مقاله?|موضوع|تدوينه|تقرير))? ?:)"
)
