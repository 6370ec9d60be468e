"""The parts of what templates say to readers, as data: «follow us», «subscribe to read», «goes on below the ad».

No call is listed as a whole. `CORES` says which kinds of words (slots) make a line template text, of which category, and
how long such a line is at most. A part «^x» is filled by the line's first word or by a phrase that opens it, «x$» by its
last word. All words are folded (`arabic.letters.fold`); words of «^» parts count as they stand, the others also with
glued particles, article and possessive.
"""
# ruff: noqa: E501 - rows of data

from __future__ import annotations

WORDS: dict[str, str] = {
    # Imperatives of the plural, and «we» as an object: no headline begins with them.
    "call": "تابعوا تابعونا تابعنا تابعونا تابعينا تابعي اشتركوا اشتركي انضموا انضمي حملوا حملي نزلوا سجلوا ادعموا ادعمونا "
    "ادعمنا ساندوا ساندونا ساهموا تبرعوا شاركونا شاركنا زورونا فعلوا اضغطوا انقروا احصلوا راسلونا راسلنا تواصلوا استمعوا "
    "تصفحوا شاهدونا اتصلوا ارسلوا لمتابعتنا للاشتراك للانضمام لتحميل لتنزيل لدعمنا للتبرع لتصلكم ليصلكم لتصلك ليصلك "
    "لتفعيل لدعم كونوا ابقوا احرصوا تصلكم وتابعونا وتابعوا واشتركوا زوروا join follow subscribe download sign",
    # In the singular the past tense of the third person looks the same.
    "maybe_call": "تابع اشترك انضم حمل نزل سجل ادعم ساند ساهم تبرع فعل احصل زر شارك تصفح استمع شاهد اضغط انقر ابق كن",
    "give": "تبرعوا ادعموا ادعمونا ادعمنا ساندوا ساندونا ساهموا للتبرع لدعم لدعمنا دعمكم تبرعكم اشتراككم اشتراكك "
    "تبرعك دعمك بدعمكم بتبرعكم باشتراككم",
    "now": "الان اليوم",
    "press": "صحيفه صحيفتكم صحافه صحيفتنا موقعكم موقعنا صحافتنا صحافتكم صحفيينا صحافيينا مستقل مستقله استقلالنا استقلاليه "
    "استقلاليتنا رسالتنا",
    "money": "دولار دولارا دولارين دولارات يورو جنيه جنيها ريال ريالا درهم دينار شهريا سنويا",
    "channel": "قناتنا صفحتنا صفحاتنا حسابنا حساباتنا نشرتنا تطبيقنا مجموعتنا منصاتنا واتساب واتس تلغرام تليغرام تليجرام تيليجرام "
    "تيليغرام تلجرام يوتيوب فيسبوك فايسبوك تويتر انستغرام انستجرام انستقرام تيكتوك سناب سنابشات نبض ثريدز لينكدان تطبيق "
    "تطبيقات نشره اشعارات تنبيهات بودكاست google whatsapp telegram facebook twitter instagram youtube newsletter app tiktok rss",
    "ours": "قناتنا صفحتنا صفحاتنا حسابنا حساباتنا نشرتنا تطبيقنا مجموعتنا منصاتنا منصتنا موقعنا اخبارنا خدمتنا جديدنا "
    "معنا بنا متابعتنا مستجداتنا عروضنا خدماتنا برامجنا مراسلينا تغطيتنا تغطيتكم us our",
    "yours": "بريدك بريدكم هاتفك هاتفكم جوالك جوالكم اليك اليكم لديك لديكم حسابك حسابكم متصفحك تهمك تهمكم لك لكم تريد تريدون "
    "your you",
    "via": "علي عبر في من on via",
    "opinion": "برايك برايكم رايك رايكم تعليقك تعليقكم",
    # Advertisements between paragraphs.
    "ad": "اعلان الاعلان اعلانات الاعلانات advertisement advertisements ad ads اعلاني الاعلاني الفاصل",
    "goes_on": "يستمر تستمر تتابعون تتابع تابعوا تابع متابعه واصلوا واصل تواصلون تواصل مواصله يتبع اكملوا اكمل تكملون بقيه تتمه "
    "يتواصل تتواصل يتابع استكمل لاستكمال استكمال المتابعه للمتابعه continue continues resume اقراوا اقرا "
    "تقراون نواصل نتابع تعودون نعود",
    "reading": "قراءه القراءه خبر الخبر مقال المقال موضوع الموضوع تقرير التقرير الماده ماده المحتوي محتوي القصه النص المتابعه "
    "للمتابعه تتابعون تواصلون تكملون تقراون story article reading content scroll",
    # Walls of subscription.
    "member": "مشترك مشتركين مشتركينا للمشتركين مشتركون اعضاء عضو عضويه مسجلين subscribers members premium",
    "only": "فقط حصري حصريا حصريه خاص مخصص مخصصه متاح متاحه only exclusive",
    "this_text": "هذا هذه",
    "enter": "سجل سجلوا اشترك اشتركوا تسجيل اشتراك اشتراكك ادخل subscribe sign log login register",
    "free": "مجانيان مجانيين مجاني مجانيه مجانا المجانيه free",
    "left": "تبقي بقي بلغت بلغتم استنفدت استنفدتم تجاوزت تجاوزتم وصلت وصلتم انتهت باقي الباقيه remaining limit reached",
    "all_of_it": "كاملا كامله بالكامل كامل بقيه باقي full",
    # Mail.
    "receive": "تتلقون تتلقي تلقيتم تلقيت وصلكم وصلتكم وصلك وصلتك تصلكم تصلك يصلكم يصلك استلمت استلمتم ارسلت ارسل receiving received",
    "mail": "بريد بريدنا رساله ايميل نشره نشرتنا قايمه email newsletter mail",
    "because": "لانكم لانك لكونكم لكونك لاشتراككم لاشتراكك اشتراككم اشتراكك سجلتم سجلت اشتركتم اشتركت because",
    "leave": "الغاء لالغاء الانسحاب للانسحاب ايقاف لايقاف التوقف للتوقف unsubscribe",
    "subscription": "اشتراك اشتراككم اشتراكك تلقي استلام القايمه unsubscribe",
    # Cookies.
    "cookies": "كوكيز الكوكيز cookies cookie",
    "we_use": "نستخدم نستعمل يستخدم يستعمل تستخدم استخدام باستخدامك بمتابعتك باستمرارك استمرارك توافق موافقتك use uses قبول رفض ارفض اقبل",
    # Labels of print and copy.
    "version": "نسخه النسخه صفحه الصفحه اصدار طباعه اطبع اطبعوا حفظ احفظ تحميل تنزيل print printer save download",
    "print": "للطباعه الطباعه طباعه طابعه للطابعه pdf print friendly version",
    "text_itself": "مقالان مقالين مقالات الخبر المقال الصفحه الموضوع التقرير الماده المقاله خبر مقال page article this",
    # Contents.
    "contents": "محتويات محتوي فهرس عناوين اقسام contents",
    "whole": "المقال التقرير الخبر الموضوع الصفحه الملف المقاله الماده التحقيق الحوار الدراسه الحلقه النشره العدد المقابله article page",
}

PHRASES: dict[str, str] = {
    "channel": "جوجل نيوز | غوغل نيوز | قوقل نيوز | اخبار جوجل | اخبار غوغل | اخبار قوقل | google news | واتس اب | سناب شات | "
    "تيك توك | منصه اكس | منصه x | مواقع التواصل | وسايل التواصل | منصات التواصل | شبكات التواصل | البريد الالكتروني | "
    "نشره بريديه | قايمه بريديه | متجر التطبيقات | app store | google play",
    "call": "ما رايك | ما رايكم | لا تفوتوا | لا تفوت | هل اعجبكم | هل اعجبك | كن اول من | كونوا اول من | تابع اخر | تابع احدث | تابع ابرز | تابع جديد | "
    "تابع كل | تابع المزيد | تابع قناتنا | تابع صفحتنا | تابع حسابنا | تابع حساباتنا | تابع اخبارنا | تابعنا علي | اشترك الان | "
    "اشترك في | اشترك معنا | اشترك بقناتنا | اشترك بالنشره | انضم الان | انضم الي قناه | انضم الي مجموعه | انضم لقناه | انضم الينا | انضم لقناتنا | حمل تطبيق | حمل التطبيق | "
    "حمل الان | نزل تطبيق | نزل التطبيق | سجل في النشره | سجل الان | سجل بريدك | ادعم صحافه | ادعم الصحافه | ادعم صحيفتك | ادعم موقعك | "
    "ساهم معنا | ساهم في دعم | تبرع الان | تبرع لدعم | فعل الاشعارات | فعل التنبيهات | فعل خاصيه | احصل علي | يمكنكم متابعه | يمكنك متابعه | "
    "يمكنكم متابعتنا | يمكنك متابعتنا | بامكانكم متابعه | بامكانك متابعه | يمكنكم الاشتراك | يمكنك الاشتراك | اضغط علي | "
    "لمتابعه اخر | لمتابعه كل | لمتابعه اخبار | لمتابعه احدث | لمتابعه المزيد | للمزيد من | للمزيد تابعوا | للمزيد تابع | اقرا المزيد | "
    "هل ترغب | هل ترغبون | هل تريد | هل تريدون | لا تنسوا | لا تنس | اذا اعجبك | اذا اعجبكم | كل جديد | استمع الي بودكاست",
    "ours": "انضم الينا | انضموا الينا | خدمه الاشعارات | زر الاشتراك | زر الجرس | اشترك الان | اشتركوا الان | حمل الان | حملوا الان | "
    "انضم الي قناه | انضموا الي قناه | انضم الي مجموعه | انضموا الي مجموعه | انضم لقناه | انضموا لقناه | "
    "تبرعوا الان | تبرع الان | انضم الان | انضموا الان | سجلوا الان",
    "cookies": "ملفات تعريف الارتباط | ملفات الارتباط",
    "left": "الحد الاقصي | الحد المسموح | عدد المقالات | لقد قرات",
    "text": "this story | this article | this content | هذا المحتوي | هذا المقال | هذه الماده | هذا التقرير | هذه المقاله | هذا الخبر | هذا الموضوع | هذه القصه | هذا الملف | "
    "القراءه | المقال كاملا | بقيه المقال | باقي المقال | المقالات المجانيه | مقالات مجانيه | مقال مجاني",
    "enter": "لديك حساب | لديكم حساب | كن مشتركا | اصبح مشتركا | تملك حسابا",
    "in_this": "في هذا | في هذه | ضمن هذا | داخل هذا | in this | on this",
    "shown": "لم تظهر الرساله | تظهر هذه الرساله | عرض الرساله | هذه الرساله في المتصفح | في المتصفح | view this email | in your browser",
}

# (parts, most words, category's name)
CORES: tuple[tuple[str, int, str], ...] = (
    ("receive mail because", 30, "MAIL"),
    ("leave subscription mail", 25, "MAIL"),
    ("^leave subscription", 12, "MAIL"),
    ("shown mail", 15, "MAIL"),
    ("^call channel", 25, "FOLLOW"),
    ("^call ours", 25, "FOLLOW"),
    ("^give now", 20, "FOLLOW"),
    ("^call|give press", 25, "FOLLOW"),
    ("^give money press", 25, "FOLLOW"),
    ("^call via_channel", 25, "FOLLOW"),
    ("^call yours mail", 20, "FOLLOW"),
    ("^maybe_call near_via_channel", 7, "FOLLOW"),
    ("^maybe_call ours", 10, "FOLLOW"),
    ("^call|maybe_call opinion", 14, "COMMENTS"),
    ("goes_on reading ad$", 9, "ADVERTISEMENT"),
    ("^ad goes_on", 7, "ADVERTISEMENT"),
    ("^reading goes_on ad", 7, "ADVERTISEMENT"),
    ("text member only", 25, "PAYWALL"),
    ("text enter member|all_of_it|free", 25, "PAYWALL"),
    ("text left free", 25, "PAYWALL"),
    ("^enter text", 14, "PAYWALL"),
    ("left free text_itself", 12, "PAYWALL"),
    ("cookies we_use", 60, "COOKIES"),
    ("^version print", 4, "PRINT"),
    ("^version text_itself$", 3, "PRINT"),
    ("^contents whole$", 3, "CONTENTS"),
    ("^in_this whole$", 4, "CONTENTS"),
)

# Whole lines, folded, with any numbers: what screen readers speak, marks of the end, parts of widgets.
LINES: dict[str, str] = {
    "SCREEN_READER": r"list of # items?|list # of #|list # items?|end of list|end list|# of #|item # of #|slide # of #|image # of #|"
    r"(?:قايمه|القايمه) (?:من|تضم|بها) # (?:عناصر|عنصر|مواد|بنود)(?: من #)?|قايمه من عنصرين|(?:القايمه|العنصر|عنصر|الصوره|صوره|شريحه|الشريحه) # من (?:اصل )?#|"
    r"نهايه (?:القايمه|المحتوي|الاعلان|الفيديو|التغريده|المنشور|البودكاست)|opens in (?:a )?new (?:window|tab)|"
    r"(?:يفتح|تفتح|فتح) في (?:نافذه|علامه تبويب|صفحه) جديده|end of (?:story|article|content|video|advertisement)|"
    r"skip (?:ad|advertisement|past).{0,40}|تخطي (?:الاعلان|الفيديو|المحتوي).{0,40}|تشغيل الفيديو|ايقاف الفيديو|"
    r"play video|video player|مشغل الفيديو|مشغل الصوت|كتم الصوت|ملء الشاشه|نص بديل.{0,40}",
    "END_MARK": r"انتهي(?: # ?\w{0,3}| \w{1,3}(?: \w{1,3}){0,3})?|انتهت الماده|انتهي البيان|نهايه البيان|انتهي النص|انته[ي]? #|(?:ends?|more|ends more)",
    "ADVERTISEMENT": r"(?:مساحه|فاصل|شريط|محتوي|ماده|رابط|فقره) اعلاني(?:ه)?|(?:اعلان|الاعلان) #|(?:اعلان|اعلانات) (?:مموله?|مدفوعه?|تجاريه?)|"
    r"(?:story|article) continues below(?: advertisement)?|scroll to continue(?: reading)?",
    "PRINT": r"(?:printer friendly|print|printable) (?:version|page)|print this (?:page|article|story)|قابل للطباعه|نسخه ورقيه",
    "CONTENTS": r"(?:جدول|فهرس|قايمه) (?:المحتويات|المحتوي|العناوين)|table of contents|contents|المحتويات|اقرا في هذا (?:المقال|التقرير|الموضوع)|"
    r"(?:ماذا )?ستقرا في هذا (?:المقال|التقرير|الموضوع)|محتوي الموضوع|سريعا الي",
    "COUNTER": r"# (?:min|mins|minute|minutes) read|(?:قراءه|مده القراءه) # (?:دقيقه|دقايق)|# (?:دقيقه|دقايق) (?:قراءه|للقراءه)",
    "SHARE": r"(?:share|شارك|انشر|ارسل) (?:on|via|علي|عبر|في) \w+",
    "COOKIES": r"(?:قبول|رفض) (?:الكل|الجميع)|(?:accept|reject) all|اعدادات ملفات تعريف الارتباط|موافق علي الكوكيز",
}
