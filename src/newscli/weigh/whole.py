"""Whether a page holds a story at all: evidence of the whole page, for home pages, lists and contacts hold none.

One candidate, the page; its features are columns of one number. Prose alone makes no story: an organisation describes
itself in paragraphs too. A story has a headline that its prose takes up, a day, a writer or an agency, and is alone.
"""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from msgspec import Struct

from newscli.arabic.letters import fold
from newscli.arabic.words import core
from newscli.model import Kind
from newscli.notices.filler import LOOKED_AT, any_filler
from newscli.notices.template_text import Category
from newscli.regex import regex
from newscli.weigh.candidates import SAMPLE
from newscli.weigh.evidence import AGAINST, FOR, Column, Table
from newscli.weigh.observe import Observed
from newscli.weigh.run import Run
from newscli.weigh.stated import SUFFIX

# How titles of lists and of pages that are missing begin, each part of one for itself.
_LISTING = regex(
    r"\W*(?:نتايج البحث|نتيجه البحث|search results|(?:ال)?صفحه \(? ?\d|page \d|ارشيف|archives?\b|rss\b|"
    r"(?:تصنيف|وسم|كاتب|category|tag|author)\s*[:：]|(?:\w+ )?not found|"
    r"(?:عذرا\W+|خطا )?(?:404\b|(?:\w+ )?غير (?:موجوده?|متوفره?|متاحه?)\b))"
)
# Headings of the pages on which a site speaks of itself, each the whole of one.
_OF_THE_SITE = regex(
    r"من نحن|عن (?:ال)?(?:شركه|موقع|جمعيه|هييه|وزاره|مركز|جامعه|بنك|مجموعه)\b.{0,40}|"
    r"(?:اتصل|اتصلوا|تواصل) (?:بنا|معنا)|(?:الصفحه )?(?:ال)?رييسيه|سياسه الخصوصيه|الشروط والاحكام|"
    r"(?:شروط|اتفاقيه|قواعد) الاستخدام|تسجيل (?:ال)?دخول|انشاء حساب|(?:استعاده|نسيت) كلمه (?:المرور|السر)|خريطه الموقع|"
    r"اعلن(?:وا)? معنا|حسابي|خدماتنا|الوظايف|"
    r"الاسيله (?:ال\w+)|(?:رويتنا|رسالتنا)\b.{0,30}|"
    r"about(?: us)?|contact(?: us)?|home(?: page)?|privacy policy|(?:our )?services|careers|faq"
)
# A number of three digits and more, or a name of several words, tells one text from others.
_ONE_TEXT = regex(r"\d{3}|[^\W_][-_][^\W_]++[-_][^\W_]++[-_][^\W_]|[?&](?:p|id|nid|newsid|article)=\d")
# The site's root in any language, its sections, archives, searches and their further pages.
_MANY_TEXTS = regex(
    r"(?:\.\./)*(?:[a-z]{2}/?)?(?:index\.\w+|home(?:page)?|default\.\w+)?\?(?:lang=\w+)?|.*\?s=.*|"
    r"(?:.*/)?(?:category|categories|tags?|author|archives?|search|topics?|section|page/\d+)(?:/.*)?\?.*"
)
_LONGEST_SITE_TITLE = 60  # characters
_LEAD_WORDS = 10  # of a paragraph that leads to a list
_FURNISHED = 25  # blocks of a page with a menu and lists
_NEAR = 8  # blocks around headline and story in which its stamp stands


class Whole(Struct, frozen=True):
    """A page with what was found on it."""

    observed: Observed
    run: Run
    body: list[int]  # the blocks of the run that are the story's
    title: int | None
    title_odds: float


WHOLE: Table[Whole] = Table(lambda w: w.observed.page.has_markup)


def _one(value: float | bool) -> Column:
    return (float(value),)


def _words(w: Whole) -> int:
    return sum(w.observed.words[i] for i in w.body)


@WHOLE.add("the story outweighs furniture by far", FOR)
def weight(w: Whole) -> Column:
    return _one(min(1.0, w.run.weight / 60))


@WHOLE.add("has several paragraphs", FOR)
def length(w: Whole) -> Column:
    """Of verse, a third as many words tell as much."""
    return _one(min(1.0, _words(w) * (1 + 2 * _verse(w)) / 120))


@WHOLE.add("has a few lines of prose at most", AGAINST)
def short(w: Whole) -> Column:
    return _one(max(0.0, 1 - _words(w) / 50) * (1 - _verse(w)))


def _verse(w: Whole) -> float:
    """The share of the story's words that are verse. In a dump, which has no links, headlines in a row look like it."""
    if not (w.observed.page.html or w.observed.is_clean_text):
        return 0.0
    return _words_of(w, Kind.VERSE) / max(1, _words(w))


@WHOLE.add("has paragraphs that end as sentences do", FOR)
def paragraphs(w: Whole) -> Column:
    return _one(min(1.0, sum(w.observed.stopped[i] and w.observed.words[i] >= 12 for i in w.body) / 4))


@WHOLE.add("the story's blocks are short lines", AGAINST)
def short_lines(w: Whole) -> Column:
    return _one(sum(w.observed.words[i] < 8 for i in w.body) / max(1, len(w.body)) * (1 - _verse(w)))


@WHOLE.add("the story is broken by furniture", AGAINST)
def broken(w: Whole) -> Column:
    size = w.run.last - w.run.first + 1
    return _one(1 - len(w.body) / size)


@WHOLE.add("has a line that is surely the headline", FOR)
def headline(w: Whole) -> Column:
    named = w.title is not None and not _names_no_story(w.observed.fragments[w.title].text)
    return _one(max(0.0, min(1.0, (w.title_odds + 1) / 6)) if named else 0.0)


@WHOLE.add("the headline is long enough to tell something", FOR)
def telling(w: Whole) -> Column:
    return _one(0.0 if w.title is None else min(1.0, max(0, w.observed.words[w.title] - 2) / 5))


@WHOLE.add("the page states the headline", FOR, markup=True)
def stated(w: Whole) -> Column:
    return _one(0.0 if w.title is None else w.observed.stated.agreement(w.observed.fragments[w.title].text))


@WHOLE.add("a time stamp stands beside headline or story", FOR)
def stamped(w: Whole) -> Column:
    first = w.title if w.title is not None else w.run.first
    around = range(max(0, min(first, w.run.first) - _NEAR), min(len(w.observed.words), w.run.first + 2))
    return _one(any(w.observed.stamps[i] for i in around))


@WHOLE.add("its address is that of one text among many", FOR)
def own_address(w: Whole) -> Column:
    return _one(bool(_ONE_TEXT.search(unquote(_address(w)))))


@WHOLE.add("its address is that of a whole site or a list", AGAINST)
def list_address(w: Whole) -> Column:
    return _one(bool(_MANY_TEXTS.fullmatch(unquote(_address(w)).lower())))


def _address(w: Whole) -> str:
    """Path and query of the address that a page states as its own; «-» where it states none, or what is no address."""
    url = w.observed.page.metadata.url
    if not url:
        return "-"
    try:
        parts = urlsplit(url)
    except ValueError:  # the page's word for its address need not be one: «http://[خبر»
        return "-"
    return f"{parts.path.strip('/')}?{parts.query}"


@WHOLE.add("linked headlines stand in the story", AGAINST, markup=True)
def teasers(w: Whole) -> Column:
    return _one(min(1.0, _teasers(w, w.run.first, w.run.last + 1) / 4))


def _teasers(w: Whole, start: int, stop: int) -> int:
    return sum(f.link_share > 0.8 and f.level > 0 for f in w.observed.fragments[start:stop])


@WHOLE.add("the story's blocks end as excerpts do", AGAINST)
def excerpts(w: Whole) -> Column:
    cut = sum(w.observed.excerpt[i] and w.observed.words[i] < 60 for i in w.body)
    return _one(min(1.0, 2 * cut / max(1, len(w.body))))


@WHOLE.add("lines such as read more stand in the story", AGAINST)
def read_more(w: Whole) -> Column:
    lines = [w.observed.category[i] for i in range(w.run.first, w.run.last + 1)]
    return _one(min(1.0, sum(line in (Category.NAVIGATION, Category.CLICK_HERE) for line in lines) / 3))


@WHOLE.add("most of the story is list items", AGAINST)
def items(w: Whole) -> Column:
    """Items that are sentences count half: lists of links and of names have none."""
    told = sum(
        w.observed.words[i] for i in w.body if w.observed.stopped[i] and w.observed.fragments[i].kind is Kind.ITEM
    )
    return _one((_words_of(w, Kind.ITEM) - told / 2) / max(1, _words(w)))


@WHOLE.add("most of the story is list items, and a paragraph leads to them", FOR)
def introduced_items(w: Whole) -> Column:
    first, o = w.body[0], w.observed
    led = o.fragments[first].kind is not Kind.ITEM and o.words[first] >= _LEAD_WORDS and o.ended[first]
    return _one(led * _words_of(w, Kind.ITEM) / max(1, _words(w)))


def _words_of(w: Whole, kind: Kind) -> int:
    return sum(w.observed.words[i] for i in w.body if w.observed.fragments[i].kind is kind)


@WHOLE.add("hardly anything else is on the page", FOR, markup=True)
def bare(w: Whole) -> Column:
    return _one(w.observed.page.html and max(0.0, 1 - len(w.observed.words) / _FURNISHED))


@WHOLE.add("sub-headings are as many as paragraphs", AGAINST, markup=True)
def sub_headings(w: Whole) -> Column:
    heads = sum(w.observed.fragments[i].level > 0 for i in range(w.run.first, w.run.last + 1))
    return _one(min(1.0, 2 * heads / max(1, len(w.body))))


@WHOLE.add("most of the page's words are elsewhere", AGAINST)
def elsewhere(w: Whole) -> Column:
    return _one(1 - _words(w) / max(1, sum(w.observed.words)))


@WHOLE.add("the title is that of a list, or of a page about the site itself", AGAINST)
def other_title(w: Whole) -> Column:
    texts = [statement.value for statement in w.observed.page.metadata.titles]
    if w.title is not None:
        texts.append(w.observed.fragments[w.title].text)
    return _one(any(map(_names_no_story, texts)))


def _names_no_story(title: str) -> bool:
    """Whether a part of a title names a list, or a page about the site."""
    return any(_LISTING.match(fold(part)) or _of_site(part) for part in (title, *SUFFIX.split(title)))


def _of_site(title: str) -> bool:
    return len(title) < _LONGEST_SITE_TITLE and _OF_THE_SITE.fullmatch(core(title)) is not None


@WHOLE.add("the text is filler", AGAINST)
def filled(w: Whole) -> Column:
    return _one(any_filler([w.observed.beginning(i, LOOKED_AT) for i in w.body[:20]]))


@WHOLE.add("the text tells what people said and did", FOR)
def reported(w: Whole) -> Column:
    words = " ".join(w.observed.beginning(i, SAMPLE) for i in w.body).split()
    return _one(min(1.0, 40 * sum(map(_REPORTED.__contains__, words)) / max(1, len(words))))


_REPORTED = frozenset(
    "قال قالت قالوا اضاف اضافت اكد اكدت اوضح اوضحت اعلن اعلنت اشار اشارت كشف كشفت ذكر ذكرت افاد افادت صرح صرحت تابع"
    " تابعت نقل نقلت اعتبر اعتبرت لفت لفتت شدد شددت بين بينت دعا دعت قرر قررت شهد شهدت اليوم امس الاحد الاثنين"
    " الثلاثاء الاربعاء الخميس الجمعه السبت الماضي الجاري".split()
)
_REPORTED |= {f"و{word}" for word in _REPORTED}


@WHOLE.add("the page has no markup to judge by", FOR)
def plain(w: Whole) -> Column:
    return _one(not w.observed.page.html)
