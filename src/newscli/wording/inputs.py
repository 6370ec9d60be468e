"""What is said of inputs: what they are, why they cannot be read, what to do about it; see newscli.wording."""

from __future__ import annotations

_FILES = {
    "standard input is closed": "الإدخال القياسي مغلق",
    "there is no such file": "لا يوجد ملف بهذا الاسم",
    "Check the name and the folder.": "تحقق من الاسم والمجلد.",
    "is a folder": "مجلد",
    "Give the files in it, or use: newscli export {}": "اذكر ما فيه من ملفات، أو استعمل: newscli export {0}",
    "no permission to read it": "لا صلاحية لقراءته",
    "Check its owner and mode.": "تحقق من مالكه وصلاحياته.",
    "is larger than {} MiB": "أكبر من {0} ميبيبايت",
    "is larger than {} KiB": "أكبر من {0} كيبيبايت",
    "is larger than {}": "أكبر من {0}",
    "Split it: one article a file. Larger ones takes: newscli export --max-bytes": (
        "قسّمه: خبر لكل ملف. ويأخذ الأكبر منه: newscli export --max-bytes"
    ),
    "Split it: one article a record. Or allow more with --max-bytes.": (
        "قسّمه: خبر لكل سجل. أو اسمح بأكثر بالخيار --max-bytes."
    ),
    "cannot be read ({})": "تعذرت قراءته ({0:word})",
    "Check the name and the disk.": "تحقق من الاسم والقرص.",
    "is an address, and files are read here": "رابط، وهذا الأمر يقرأ الملفات",
    "Write its article to a file first: newscli parse {} --json": "اكتب خبره في ملف أولًا: newscli parse {0} --json",
    "holds no .txt or .html file": "ليس فيه ملف .txt ولا .html",
    "Check the name, or name files.": "تحقق من الاسم، أو اذكر أسماء الملفات.",
    "the folder cannot be read ({})": "تعذرت قراءة المجلد ({0:word})",
    "Check its owner and mode; nothing in it was read.": "تحقق من مالكه وصلاحياته؛ لم يُقرأ شيء مما فيه.",
    "holds no file to read": "ليس فيه ملف يُقرأ",
    "Check the name; --include and --exclude may leave nothing.": (
        "تحقق من الاسم؛ وقد لا يُبقي --include و--exclude شيئًا."
    ),
    "was changed while it was read": "تغيّر في أثناء قراءته",
    "Export it again.": "أعد تصديره.",
    "could not be finished: its process {}": "تعذر إتمامه: عمليته {0:word}",
    "ended the process that read it": "أنهى العملية التي كانت تقرؤه",
    "It may need more memory than there is: try it alone, with newscli parse.": (
        "لعله يحتاج إلى ذاكرة أكثر من المتاح: جرّبه وحده بالأمر newscli parse."
    ),
    "is in quarantine ({})": "في الحجر ({0:word})",
    "It is left out; see the report beside the part. The others are done.": (
        "تُرك؛ وفي التقرير المجاور للجزء بيانه. أما البقية فأُنجزت."
    ),
    "needed more memory than it may have": "احتاجت إلى ذاكرة أكثر من المسموح",
    "ended by {}": "أنهتها الإشارة {0}",
    "ended by SIGKILL, perhaps for lack of memory": "أنهتها الإشارة SIGKILL، ولعل السبب نقص الذاكرة",
    "ended with status {}": "انتهت بالحالة {0}",
    "{} while reading: the file is read up to here": "{0:word} في أثناء القراءة: قُرئ الملف إلى هذا الموضع",
    "took longer than {} seconds": "استغرق أكثر من {0} ثانية",
    "Allow more with --timeout-per-record, or leave it out.": "اسمح بأكثر بالخيار --timeout-per-record، أو اتركه.",
}
_WEB = {
    "reading from the web needs the extra web": "القراءة من الشبكة تحتاج إلى الإضافة web",
    "pip install 'newscli[web]'": "pip install 'newscli[web]'",
    "took too long": "استغرق أطول مما ينبغي",
    "Try again later.": "أعد المحاولة لاحقًا.",
    "cannot be fetched ({})": "تعذر جلبه ({0})",
    "Check the address and the network.": "تحقق من الرابط ومن الشبكة.",
    "leads to {}, which is no web page": "يقود إلى {0}، وليس صفحة ويب",
    "Check the address.": "تحقق من الرابط.",
    "the robots.txt of {} forbids it": "يمنعه ملف robots.txt في {0}",
    "Save the page in a browser, read the file.": "احفظ الصفحة من متصفح، ثم اقرأ الملف.",
    "the server answered {}": "أجاب الخادم {0}",
    "Check the address in a browser.": "تحقق من الرابط في متصفح.",
    "leads on more than {} times": "يحيل أكثر من {0} مرات",
}
_CALLED = {
    "text in an encoding for mail (quoted-printable or base64)": "نص بترميز البريد (quoted-printable أو base64)",
    "a WARC archive of many pages": "أرشيف WARC فيه صفحات كثيرة",
    "a feed (RSS or Atom), which holds many articles": "خلاصة (RSS أو Atom) فيها أخبار كثيرة",
    "a document in XML that is no page": "مستند XML ليس صفحة",
    "text or HTML": "نص أو HTML",
    "a PDF document, not text": "مستند PDF، لا نص",
    "a Word document, not text": "مستند Word، لا نص",
    "an office document, not text": "مستند مكتبي، لا نص",
    "an e-book, not text": "كتاب إلكتروني، لا نص",
    "an RTF document, not text": "مستند RTF، لا نص",
    "a PostScript document, not text": "مستند PostScript، لا نص",
    "a zip archive, not text": "أرشيف zip، لا نص",
    "compressed with gzip, not text": "مضغوط بـ gzip، لا نص",
    "compressed with bzip2, not text": "مضغوط بـ bzip2، لا نص",
    "compressed with xz, not text": "مضغوط بـ xz، لا نص",
    "compressed with zstd, not text": "مضغوط بـ zstd، لا نص",
    "compressed with lz4, not text": "مضغوط بـ lz4، لا نص",
    "a 7z archive, not text": "أرشيف 7z، لا نص",
    "a RAR archive, not text": "أرشيف RAR، لا نص",
    "a tar archive, not text": "أرشيف tar، لا نص",
    "an archive, not text": "أرشيف، لا نص",
    "a PNG image, not text": "صورة PNG، لا نص",
    "a JPEG image, not text": "صورة JPEG، لا نص",
    "a GIF image, not text": "صورة GIF، لا نص",
    "an image, not text": "صورة، لا نص",
    "a sound or a film, not text": "صوت أو فيلم، لا نص",
    "a database, not text": "قاعدة بيانات، لا نص",
    "a program, not text": "برنامج، لا نص",
    "a web archive of Safari, not a page": "أرشيف ويب من Safari، لا صفحة",
    "a web page saved as MHTML, not HTML": "صفحة ويب محفوظة بصيغة MHTML، لا HTML",
    "subtitles of a film, not an article": "ترجمة فيلم على شاشته، لا خبر",
    "a calendar, not an article": "تقويم مواعيد، لا خبر",
    "a list of contacts, not an article": "قائمة جهات اتصال، لا خبر",
    "a LaTeX document, not text": "مستند LaTeX، لا نص",
    "a mail, not an article": "رسالة بريد، لا خبر",
    "a list of addresses in XML, not an article": "قائمة روابط بصيغة XML، لا خبر",
    "JSON, not an article": "بيانات JSON، لا خبر",
    "JSON Lines, a record a line, not one article": "بيانات JSON Lines، سجل في كل سطر، لا خبر واحد",
    "a table (CSV), not one article": "جدول CSV، لا خبر واحد",
}
_KINDS = {
    "Turn it into text first: pdftotext {} - | newscli parse -": (
        "حوّله إلى نص أولًا: pdftotext {0} - | newscli parse -"
    ),
    "Turn it into text first: ps2ascii {} | newscli parse -": "حوّله إلى نص أولًا: ps2ascii {0} | newscli parse -",
    "Unpack it on the way: {} | newscli parse -": "فك ضغطه في الطريق: {0} | newscli parse -",
    "Unpack it first and give the text or HTML file inside.": "فكه أولًا، ثم اذكر ما فيه من نص أو HTML.",
    "Save it as plain text or HTML and give that.": "احفظه نصًا عاديًا أو HTML، ثم اذكره.",
    "Recognise its text first (for example with tesseract -l ara) and give the result.": (
        "تعرّف على نصها أولًا (مثلًا بالأمر tesseract -l ara)، ثم اذكر الناتج."
    ),
    "Give a text or HTML file.": "اذكر ملفًا نصيًا أو ملف HTML.",
    "Take the text or the HTML of one article out of it and give that.": "استخرج منه نص خبر واحد أو HTML، ثم اذكره.",
    "Read each of its articles: newscli export {}": "لقراءة كل خبر فيه: newscli export {0}",
    "Write the article's text or HTML out of it and give that.": "استخرج منها نص الخبر أو HTML، ثم اذكره.",
    "Save the page as HTML (page source) and give that.": "احفظ الصفحة بصيغة HTML (مصدر الصفحة)، ثم اذكرها.",
    "Decode it first and give the result.": "فك ترميزه أولًا، ثم اذكر الناتج.",
    "Give the pages that it lists.": "اذكر الصفحات التي يسردها.",
    "is binary data, not text": "بيانات ثنائية، لا نص",
    "Give a text or HTML file; newscli does not read binary formats.": (
        "اذكر ملفًا نصيًا أو ملف HTML؛ لا يقرأ newscli الصيغ الثنائية."
    ),
}
_RECORDS = {
    "is locked with a password": "مقفل بكلمة مرور",
    "Unpack it with its password and give the files inside.": "فكه بكلمة مروره، ثم اذكر ما فيه من ملفات.",
    "holds more than {} files": "فيه أكثر من {0} ملف",
    "Unpack it first and give its folders one by one.": "فكه أولًا، ثم اذكر مجلداته واحدًا واحدًا.",
    "is packed too many times over": "مضغوط مرات أكثر مما ينبغي",
    "Unpack it first.": "فكه أولًا.",
    "is a broken feed ({})": "خلاصة معطوبة ({0})",
    "Repair it, or give the pages that it lists.": "أصلحها، أو اذكر الصفحات التي تسردها.",
    "is an item without its full text": "مدخل في خلاصة ليس معه نصه الكامل",
    "Fetch the page that it links to and give that.": "اجلب الصفحة التي يحيل إليها، ثم اذكرها.",
    "holds no page": "لا صفحة فيه",
    "is a mail without text": "رسالة بريد بلا نص",
    "Save its text or its page as a file of its own and give that.": "احفظ نصه أو صفحته في ملف مستقل، ثم اذكره.",
    "is damaged or cut off ({})": "تالف أو مبتور ({0})",
    "It was cut off or changed on its way: fetch it again. What could be read before the damage was read.": (
        "بُتر أو تغيّر في الطريق: أعد جلبه. وقد قُرئ ما سبق موضع التلف."
    ),
    "unpacks to more than {} times its size": "يتجاوز بعد فكه {0} ضعف حجمه",
    "If you trust it, unpack it first and give what is inside, or allow more with --max-ratio.": (
        "إن كنت تثق به ففكه أولًا واذكر ما فيه، أو اسمح بأكثر بالخيار --max-ratio."
    ),
    "is JSON, and no object": "بيانات JSON ليست كائنًا",
    "Give objects with html or text.": "اذكر كائنات فيها html أو text.",
    "has neither html nor text": "ليس فيه html ولا text",
    "has nothing to read in {}": "لا نص فيه يُقرأ في {0}",
    "Say which key holds it: --html-key NAME or --text-key NAME. It has: {}": (
        "حدد مفتاحه: --html-key NAME أو --text-key NAME. وفيه: {0}"
    ),
    "is no valid JSON ({})": "بيانات JSON غير صالحة ({0})",
    "has a broken row ({})": "فيه صف معطوب ({0})",
    "Repair it, or leave it out; the other records were read.": "أصلحه، أو اتركه؛ وقد قُرئت بقية السجلات.",
    "needs the package fastwarc to be read": "تحتاج قراءته إلى الحزمة fastwarc",
    "Install it: pip install 'newscli[warc]'": "لتثبيتها: pip install 'newscli[warc]'",
    "is a damaged WARC ({})": "أرشيف WARC تالف ({0})",
    "is cut off": "مبتور",
    "The records before it were read; fetch the archive again for the others.": (
        "قُرئ ما قبله من سجلات؛ أعد جلب الأرشيف لقراءة بقيتها."
    ),
    # why something was passed over
    "a hidden folder": "مجلد مخفي",
    "a hidden file": "ملف مخفي",
    "left out by --include": "استبعده --include",
    "left out by --exclude": "استبعده --exclude",
    "a pipe or a device": "أنبوب أو جهاز",
    "a link or a device": "وصلة أو جهاز",
    "a link that leads out of the folder": "وصلة تقود إلى خارج المجلد",
    "an empty file": "ملف فارغ",
    "binary data": "بيانات ثنائية",
    "JSON or a table without html or text": "JSON أو جدول بلا html ولا text",
    "a response of status {}": "استجابة حالتها {0}",
    "a response of type {}": "استجابة نوعها {0}",
    "a page that cannot be Arabic": "صفحة لا يمكن أن تكون عربية",
}
_EXPORTS = {
    "is no export of newscli": "ليس مما صدّره newscli",
    "Give what newscli export wrote: JSON Lines, JSON, CSV, a database or Parquet.": (
        "اذكر ما كتبه newscli export: بصيغة JSON Lines أو JSON أو CSV أو قاعدة بيانات أو Parquet."
    ),
    "is no article as newscli exports them ({})": "ليس خبرًا كما يصدّره newscli ({0})",
    "Export it anew.": "صدّره من جديد.",
    "Give two files written by: newscli export": "اذكر ملفين كتبهما: newscli export",
    "is no JSON Lines export (its first line is no article: {})": (
        "ليس تصديرًا بصيغة JSON Lines (ليس سطره الأول خبرًا: {0})"
    ),
    "Write it with: newscli export {} -o NAME.jsonl": "اكتبه بالأمر: newscli export {0} -o NAME.jsonl",
    "is no article ({})": "ليس خبرًا ({0})",
    "The line is passed over; write the export again if it matters.": "تُجووز السطر؛ فأعد التصدير إن كان مهمًا.",
    "has no columns of an export": "ليست فيه أعمدة التصدير",
    "Give a file that newscli export wrote.": "اذكر ملفًا كتبه newscli export.",
    "line {} is no article ({})": "السطر {0} ليس خبرًا ({1})",
    "is no array of articles ({})": "ليس قائمة أخبار ({0})",
    "is no readable Parquet ({})": "ليس ملف Parquet مقروءًا ({0})",
    "is a damaged database ({})": "قاعدة بيانات تالفة ({0})",
    "is no archive of newscli ({})": "ليس أرشيفًا من newscli ({0})",
    "Give a database that newscli export -o NAME.db wrote.": "اذكر قاعدة بيانات كتبها newscli export -o NAME.db.",
    "Give one object of: newscli parse --json, or one line of: newscli export": (
        "أعط كائنًا واحدًا من: newscli parse --json، أو سطرًا من: newscli export"
    ),
    "cannot be searched ({})": "يتعذر البحث فيه ({0})",
    "Export the archive anew: newscli export ... -o ARCHIVE.db": (
        "صدّر الأرشيف من جديد: newscli export ... -o ARCHIVE.db"
    ),
}

_ARE = {f"is {called}": arabic for called, arabic in _CALLED.items()}

INPUTS = {**_FILES, **_WEB, **_CALLED, **_ARE, **_KINDS, **_RECORDS, **_EXPORTS}
