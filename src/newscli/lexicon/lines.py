"""Patterns by which single lines and their parts are known, as data: captions, notes on writers, excerpts, marks.

`CAPTION`, `PHOTO_WORD` and `BY_CAMERA` match folded text (`arabic.letters.fold`), the first at the beginning of a line;
the others match text as it is printed.
"""
# ruff: noqa: E501 - rows of data

from __future__ import annotations

# Pictures: credits, captions and the labels that screen readers speak.
CAPTION = (
    r"\W*(?:[\[(]\s?(?:ال)?صوره?\s?[\])]|(?:ال)?صور[ه]?\s*[:：]|تصوير\s*[:：\-–/]|(?:ب)?عدسه\s*[:：\-–/]|بعدسه\s|©|(?:صوره )?(?:من )?(?:ال)?ارشيف(?:يه)?\W*$|"
    r"صوره ارشيفيه|صوره (?:تعبيريه|توضيحيه|تخيليه|متداوله)\W*$|(?:الصوره|مصدر الصوره|حقوق الصوره)\s*[:：/|\-–]|"
    r"م?صدر الصوره|تعليق (?:ال)?صوره|image (?:source|caption)|جانب من |لقطه (?:من|ل)|لقطه شاشه\b|صوره (?:نشرتها|نشرها|وزعتها|وزعها|التقطت|ملتقطه|مركبه)\b|"
    r"(?:رسم|رسم توضيحي|رسوم|انفوغراف|انفوجراف|كاريكاتير|خريطه)\s*[:：]|صوره (?:من|ل)|"
    r"(?:ال)?فيديو\s*[:：]|photo\b|reuters\s*/|afp\s*/|getty|ا ف ب\s*/)"
)

# What a bracket at a caption's end opens with: «(تصوير: X)», «(أرشيف)», «(Photo by X)», «(صورة: X)».
PHOTO_WORD = (
    r"\W*(?:(?:ال)?(?:تصوير|صوره|عدسه|مصور|صور)\s*[:：/|\-–]|تصوير\b|بعدسه\b|عدسه\b|(?:من )?(?:ال)?ارشيف(?:يه)?\b|"
    r"صوره (?:ارشيفيه|تعبيريه|متداوله)|(?:ال)?صوره من|photo\b|photos\b|image\b|picture\b|credit\b|file\W*$|getty|shutterstock|istock)"
)

# The photographer behind a dash or bar at a caption's end: «| تصوير: X», «– عدسة X», «Photo: X».
BY_CAMERA = (
    r"(?:[|/\-–—.•]\s*|\s)(?:تصوير|عدسه|بعدسه|photo|credit)\s*[:：/]\s*|"
    r"[|/\-–—.•]\s*(?:(?:ال)?صوره|مصدر الصوره)\s*[:：/]\s*|[|/\-–—،.]\s*(?=(?:صوره )?(?:من )?(?:ال)?ارشيف(?:يه)?\W*$)|[|/\-–—،.]\s*(?=صوره (?:ارشيفيه|تعبيريه|متداوله))|"
    r"[|/\-–—،.]\s*(?:تصوير|ب?عدسه)\s+(?=\w)|صوره من\s*:\s*|صوره\s*:\s*(?=[a-z©])|[|/\-–—]\s*(?:ال)?صوره من\s+(?=\w)"
)

# One of these stands in all that `BY_CAMERA` matches.
CAMERA_WORDS = ("تصوير", "عدسه", "صوره", "ارشيف", "photo", "credit")

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

# Whole last lines, folded, with which obituaries, columns and letters close; agencies' stories have none of them.
CLOSING = (
    r"\W*[وف]?(?:انا لله وانا اليه راجعون|الله (?:من وراء القصد|ولي التوفيق|الموفق|المستعان|اعلم|غالب)|حسبنا الله ونعم الوكيل|"
    r"لا حول ولا قوه الا بالله(?: العلي العظيم)?|ل?لل?حديث (?:بقيه|صله|شجون)|السلام عليكم(?: و?رحمه الله(?: تعالي)?(?: وبركاته)?)?|"
    r"السلام ختام|الي (?:لقاء|اللقاء|مقال|حلقه)(?: \w+){0,3}|دمتم(?: \w+){1,4}|رحم(?:ه|ها)? الله(?: \w+){0,8}|تغمد(?:ه|ها)? الله(?: \w+){0,10}|"
    r"(?:اللهم|يا رب)(?: \w+){1,10}|نس[اي]ل الله(?: \w+){1,10}|حفظ الله(?: \w+){1,6})\W*$"
)

# «اقرأ أيضا: LINK» set inside a paragraph.
READ_ALSO = r"(?:[اأإ]قر[أا]|طالع|شاهد|[أا]نظر)(?:وا?|ئي|ي)?\s+(?:(?:أيض|ايض|آيض)\S*|كذلك)\s*[:：.\-–|]*\s*"

# How the excerpt of another story ends.
EXCERPT = (
    r"(?:…|\.{3}|\[…\]|\[\.{2,3}\]|[اأإ]قر[أا] المزيد|read more)\W{0,3}(?:(?:[اأإ]قر[أا] |قراءة )?المزيد\W{0,3})?$"
)

# An Iraqi habit: «انتهى» and the editor's number behind the last full stop.
END_MARK = r"[.\"»”!؟]\s*(/{0,2}\s?انته[ىي]\s?/{0,2}\s?\d{0,4}[^\W\d]?)\W{0,5}$"

# «[caption id=...]<img> CAPTION[/caption]», «[gallery ids=...]»: what WordPress replaces before it shows a page.
SHORTCODE = (
    r"\[caption\b[^\]]{0,300}\](.{0,400}?)\[/caption\]|"
    r"\[/?(?:caption|gallery|embed|audio|video|vc_\w+|et_pb\w*|su_\w+)\b[^\]]{0,300}\]"
)

# Markdown: what closes a link's words, and the address behind them.
LINK_END = r"\]\((?P<url>[^()\s]{0,400})(?:\s\"[^\"\n]{0,80}\")?\)"
