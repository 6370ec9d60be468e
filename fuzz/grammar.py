"""A grammar of articles as people publish them, and as nobody should: pages, pages as a text browser dumps them, texts.

Each name stands for one of its forms; `{name}` in a form is another name. What is grown is well-formed more often than
not: it is the mutations behind it that break it.
"""

from __future__ import annotations

import random
import re

DEEPEST = 12  # names inside names; beyond it a name is a word
_NAME = re.compile(r"\{(\w+)\}")

GRAMMAR: dict[str, tuple[str, ...]] = {
    "start": ("{page}", "{page}", "{text}", "{text}", "{dump}"),
    "page": (
        "<!DOCTYPE html><html lang=ar><head>{head}</head><body>{nav}<article>{top}{story}{end}"
        "</article>{foot}</body></html>",
        "<html><head>{head}{data}</head><body><div id=main>{top}<div class=body>{story}</div>{end}"
        "</div>{foot}</body></html>",
        "<table><tr><td>{nav}<td>{top}{story}{end}<td>{foot}</table>", "{top}{story}",
    ),
    "text": (
        "{title}\n\n{lines}", "{credit}\n{title}\n{stamp}\n\n{lines}\n\n{notice}\n", "{lines}", "{lines}\n{tail}\n",
    ),
    "dump": (
        "   * الرئيسية\n   * {word}\n\n[IMG]\n\n{title}\n\n   {stamp}\n   {credit}\n\n   {lines}\n\n   {tail}\n   "
        "{notice}\n",
        "{word} | {word} | {word}\n\n{title}\n{title}\n{stamp}\n\n{lines}\n\nReferences\n\n   1. http://a.b/c\n",
    ),
    "head": (
        "<title>{title}</title>", "<title>{title} - {outlet}</title>{meta}",
        "<meta charset=utf-8><title>{title}</title>{meta}{meta}", "{meta}{data}<title>{outlet} | {title}</title>", "",
    ),
    "meta": (
        '<meta property="og:title" content="{title}">', '<meta property="og:site_name" content="{outlet}">',
        '<meta property="article:published_time" content="{iso}">', '<meta name=author content="{person}">',
        '<meta property="og:url" content="http://a.b/{number}">', "<link rel=canonical href='/{number}/{word}'>",
    ),
    "data": (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"'
        '{title}","datePublished":"{iso}","author":{"@type":"Person","name":"{person}"}}</script>',
        '<script type="application/ld+json">[{"@graph":[{"@type":["Article"],"articleBody":"'
        '{sentence}"}]}]</script>',
    ),
    "nav": (
        "", "<nav><ul><li><a href=/>الرئيسية</a><li><a href=/a>{word}</a></ul></nav>",
        "<div><a href=/>{outlet}</a> > <a href=/b>{word}</a></div>",
    ),
    "top": (
        "<h1>{title}</h1>", "<h1>{title}</h1><p class=date>{stamp}</p>",
        "<h2>{sentence}</h2><h1>{title}</h1><span class=author>{credit}</span><time datetime={iso}>{stamp}</time>",
        "<div>{title}</div>",
    ),
    "story": (
        "{p}{p}{p}", "<p>{dateline} {sentence}</p>{p}{p}",
        "{p}<figure><img src=a.jpg><figcaption>{caption}</figcaption></figure>{p}{p}",
        "<div>{dateline}<br>{sentence}<br><br>{sentence}<br>{sentence}</div>",
        "{p}<ul><li>{sentence}<li>{sentence}</ul>{p}{story}",
    ),
    "p": (
        "<p>{sentence}</p>", "<p>{sentence} {sentence}</p>", "<p><b>{word}</b>: {sentence}</p>",
        "<blockquote>«{sentence}»</blockquote>", "<h3>{word} {word}</h3>", "<div>{p}</div>", "<p>{caption}</p>",
    ),
    "end": (
        "", "<p>{credit}</p>", "<p>{notice}</p>", "<p>{tail}</p><p>{notice}</p>",
        "<div class=tags><a href=/t>{word}</a> <a href=/u>{word}</a></div>",
    ),
    "foot": (
        "", "<footer>جميع الحقوق محفوظة {outlet} {number}</footer>",
        "<aside><h3>اقرأ أيضا</h3><a href=/1>{title}</a><a href=/2>{title}</a></aside>",
        "<form><input placeholder='اترك تعليقا'><textarea></textarea></form>",
    ),
    "lines": (
        "{sentence}\n\n{sentence}\n\n{sentence}", "{dateline} {sentence}\n\n{sentence}\n\n{lines}",
        "{sentence}\n{sentence}\n{caption}\n{sentence}", "- {sentence}\n- {sentence}\n- {sentence}",
        "{word} {word} *** {word} {word}\n{word} {word} *** {word} {word}",
    ),
    "title": (
        "{sentence}", "{word} {word} {word} {word}", "{person} يكتب: {word} {word}", "{word}.. {word} {word}",
        "«{word}»: {sentence}",
    ),
    "sentence": (
        "أعلنت {outlet} أن القطار الليلي سيعود إلى {place} في نهاية الشهر.",
        "وقال {person} إن الأعمال انتهت {date}، وفق {agency}.",
        "وينتظر أن يقطع القطار المسافة إلى {place} في {number} ساعات، مع توقف قصير.",
        "وأضاف: «{word} {word} {word}».", "{word} {word} {word} {word} {word} {word}،",
        "ونقلت {agency} عن {person} قوله إن {word} {word}",
    ),
    "dateline": (
        "{place} - {agency}:", "{place} ({agency}) -", "{place}، {date} ({agency}) --", "{agency} -",
        "{place}/ {person}/", "{place}:", "{outlet} - {place} - {agency}", "{agency} - {date} -",
        "{place} - {agency} ووكالات -",
    ),
    "credit": (
        "كتب: {person}", "بقلم: {person}", "{person} - {place}", "كتبت {person} و{person}", "{agency}",
        "{outlet} - {agency}", "حوار: {person} تصوير: {person}", "إعداد {person}، {agency}", "{person}\n{agency}",
        "مراسل {outlet} في {place} {person}",
    ),
    "tail": (
        "المصدر: {agency}", "المصدر: {outlet} + {agency}", "نقلا عن {outlet}", "اقرأ أيضا: {title}", "{agency}",
        "متابعات/ {outlet}", "للتواصل: a@b.c",
    ),
    "notice": (
        "ملحوظة: مضمون هذا الخبر تم كتابته بواسطة {outlet} ولا يعبر عن وجهة نظر {outlet}",
        "الآراء الواردة في المقال تعبر عن رأي كاتبها", "جميع الحقوق محفوظة © {outlet} {number}",
    ),
    "caption": ("صورة: {agency}", "{person} ({agency})", "تصوير: {person}", "{sentence} (أرشيف)"),
    "stamp": (
        "{date}", "نشر في {date}", "آخر تحديث: {date} - {clock}", "{date} | {clock} | {number} قراءة",
        "منذ {number} ساعات", "{date} الموافق {hijri}", "{hijri}",
    ),
    "date": (
        "الأربعاء {number} أغسطس 2015", "{number} كانون الثاني/يناير ٢٠١٩", "{number}/{number}/2015",
        "2015-{number}-{number}", "١٢-٨-٢٠٢٠", "August {number}, 2015", "{iso}",
    ),
    "hijri": ("{number} رجب 1436 هـ", "25 شوال 1441هـ"),
    "clock": ("{number}:{number}", "الساعة {number}:00 مساء", "10:15 ص", "٢٢:٣٠ بتوقيت غرينتش"),
    "iso": ("2024-05-20T09:15:00+03:00", "2024-05-20", "2015-06-{number}T10:00:00Z", "20240520"),
    "number": ("1", "05", "12", "31", "2015", "٧", "٢٠٢٠", "99", "1446"),
    "place": ("القاهرة", "الرياض", "عمّان", "رأس الجوز", "الرباط", "جدة", "بيروت", "الجزيرة"),
    "agency": ("رويترز", "أ ف ب", "(د ب أ)", "وكالات", "واس", "وفا", "بنا", "الأناضول", "AFP", "أ.ش.أ"),
    "outlet": ("الجزيرة نت", "صحيفة الرصيف", "الشرق الأوسط", "سبق", "اليوم السابع", "نافذة شبوة", "BBC"),
    "person": ("محمد علي", "نادر الحلواني", "د. هدى عبد الرحمن", "أ.د سامي أبو النصر", "منى", "John Smith", "admin"),
    "word": (
        "القطار", "يعود", "عاجل", "اليوم", "مُبادَرة", "الـــسوق", "ﻣﺤﻄﺔ", "2024", "Tel", "رياضة", "و", "كتب", "خاص",
        "فيديو", "-", "🚆",
    ),
}  # fmt: skip


def grown(chance: random.Random, name: str = "start", depth: int = 0) -> str:
    """One form of a name, with one form of each name in it."""
    form = chance.choice(GRAMMAR[name if depth < DEEPEST else "word"])
    return _NAME.sub(lambda inner: grown(chance, inner[1], depth + 1), form)
