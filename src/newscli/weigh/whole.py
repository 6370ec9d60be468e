"""Whether a page holds a story at all: evidence of the whole page, for home pages, lists and contacts hold none.

One candidate, the page; its features are columns of one number. Prose alone makes no story: an organisation describes
itself in paragraphs too. A story has a headline that its prose takes up, a day, a writer or an agency, and is alone.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from newscli.arabic.letters import fold
from newscli.arabic.words import core
from newscli.model import Kind
from newscli.notices.filler import LOOKED_AT, filler
from newscli.notices.template_text import Category
from newscli.regex import regex
from newscli.weigh import weights
from newscli.weigh.candidates import SAMPLE
from newscli.weigh.evidence import AGAINST, FOR, Evidence, Feature, Table
from newscli.weigh.observe import Observed
from newscli.weigh.run import Run
from newscli.weigh.stated import SUFFIX

# How titles of lists and of pages that are missing begin, each part of one for itself.
_LISTING = regex(
    r"\W*(?:نتايج البحث|نتيجه البحث|search results|(?:ال)?صفحه \(? ?\d|page \d|ارشيف|archives?\b|rss\b|"
    r"(?:ال)?(?:تصنيف|وسم|كاتب|category|tag|author)\s*[:：]|(?:\w+ )?not found|just a moment|access denied|"
    r"attention required|checking your browser|لم يتم العثور علي (?:ال)?(?:صفحه|محتوي|نتايج|اي)\b|"
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
_SENTENCE_WORDS = 6  # of a paragraph, at the least
_REPORTED = frozenset(
    "قال قالت قالوا اضاف اضافت اكد اكدت اوضح اوضحت اعلن اعلنت اشار اشارت كشف كشفت ذكر ذكرت افاد افادت صرح صرحت تابع"
    " تابعت نقل نقلت اعتبر اعتبرت لفت لفتت شدد شددت بين بينت دعا دعت قرر قررت شهد شهدت اليوم امس الاحد الاثنين"
    " الثلاثاء الاربعاء الخميس الجمعه السبت الماضي الجاري".split()
)
_REPORTED |= {f"و{word}" for word in _REPORTED}


class Whole(Struct, frozen=True):
    """A page with what was found on it."""

    observed: Observed
    run: Run
    body: list[int]  # the blocks of the run that are the story's, at least one
    title: int | None
    title_odds: float

    def evidence(self) -> Evidence:
        """What spoke for and against a story, weighed for those who ask why; one candidate."""
        return WHOLE.weigh(self, 1, weights.WHOLE)

    @property
    def words(self) -> int:
        """The story's words."""
        return sum(self.observed.words[i] for i in self.body)

    def words_of(self, kind: Kind) -> int:
        """The story's words that stand in blocks of a kind."""
        return sum(self.observed.words[i] for i in self.body if self.observed.fragments[i].kind is kind)

    @property
    def verse(self) -> float:
        """The share of them that is verse. In a dump, which has no links, headlines in a row look like it."""
        told = self.observed.page.html or self.observed.is_clean_text
        return self.words_of(Kind.VERSE) / max(1, self.words) if told else 0.0

    @property
    def title_text(self) -> str:
        """The headline, "" where there is none."""
        return "" if self.title is None else self.observed.fragments[self.title].text

    @property
    def address(self) -> str:
        """Path and query of the address that a page states as its own; "-" where it states none, or no address."""
        url = self.observed.page.metadata.address
        try:
            parts = urlsplit(url)
        except ValueError:  # the page's word for its address need not be one: «http://[خبر»
            return "-"
        return unquote(f"{parts.path.strip('/')}?{parts.query}") if url else "-"


def _is_list_address(w: Whole) -> bool:
    return _MANY_TEXTS.fullmatch(w.address.lower()) is not None


def _short_lines(w: Whole) -> float:
    return sum(w.observed.words[i] < 8 for i in w.body) / len(w.body) * (1 - w.verse)


def _headline(w: Whole) -> float:
    return 0.0 if w.title is None or _names_no_story(w.title_text) else (w.title_odds + 1) / 6


def _is_dated(w: Whole) -> bool:
    """Whether a stamp stands near the headline or right at the story's beginning."""
    first = w.run.first if w.title is None else min(w.title, w.run.first)
    return any(w.observed.stamps[max(0, first - _NEAR) : w.run.first + 2])


def _teasers(w: Whole) -> float:
    return sum(f.link_share > 0.8 and f.level > 0 for f in map(w.observed.fragments.__getitem__, w.run.blocks)) / 4


def _excerpts(w: Whole) -> float:
    return 2 * sum(w.observed.excerpt[i] and w.observed.words[i] < 60 for i in w.body) / len(w.body)


def _read_more(w: Whole) -> float:
    return sum(w.observed.category[i] in (Category.NAVIGATION, Category.CLICK_HERE) for i in w.run.blocks) / 3


def _items(w: Whole) -> float:
    """The share of list items. Those that are sentences count half: lists of links and of names have none."""
    o = w.observed
    told = sum(o.words[i] for i in w.body if o.stopped[i] and o.fragments[i].kind is Kind.ITEM)
    return (w.words_of(Kind.ITEM) - told / 2) / max(1, w.words)


def _introduced_items(w: Whole) -> float:
    """The share of list items, if a sentence stands above them."""
    first, o = w.body[0], w.observed
    led = o.fragments[first].kind is not Kind.ITEM and o.words[first] >= _LEAD_WORDS and o.ended[first]
    return led * w.words_of(Kind.ITEM) / max(1, w.words)


def _bareness(w: Whole) -> float:
    return w.observed.page.html and 1 - len(w.observed.words) / _FURNISHED


def _sub_headings(w: Whole) -> float:
    """Sub-headings for each paragraph, twice; the minutes of a live report are one word."""
    return 2 * sum(w.observed.fragments[i].level > 0 and w.observed.words[i] > 1 for i in w.run.blocks) / len(w.body)


def _titled_otherwise(w: Whole) -> bool:
    """Whether the headline or a stated title is that of a list or of a page about the site."""
    stated = (statement.value for statement in w.observed.page.metadata.titles)
    return any(map(_names_no_story, (w.title_text, *stated)))


def _names_no_story(title: str) -> bool:
    """Whether a part of a title names a list, or a page about the site."""
    return any(_LISTING.match(fold(part)) or _of_site(part) for part in (title, *SUFFIX.split(title)))


def _of_site(title: str) -> bool:
    return len(title) < _LONGEST_SITE_TITLE and _OF_THE_SITE.fullmatch(core(title)) is not None


def _is_filler(w: Whole) -> bool:
    return any(filler(w.observed.beginning(i, LOOKED_AT)) for i in w.body[:20])


def _reports(w: Whole) -> float:
    """How many words of reporting there are: 1 for one in forty."""
    told = " ".join(w.observed.beginning(i, SAMPLE) for i in w.body).split()
    return 40 * sum(map(_REPORTED.__contains__, told)) / max(1, len(told))


def _goes_on(w: Whole) -> float:
    """How many paragraphs open with the «و» by which a story goes on: 1 for two.

    Of 50 labelled HTML stories of all sorts 36 have two and more, of the text on 63 pages without a story none. What is
    cut off, as in lists of stories («... [...]»), is not counted.
    """
    o = w.observed
    return sum(o.goes_on[i] and o.words[i] >= _SENTENCE_WORDS and not o.excerpt[i] for i in w.body) / 2


def _feature(phrase: str, sign: int, share: Callable[[Whole], float], **kind: bool) -> Feature[Whole]:
    """A feature of one candidate, the page; what the share has below 0 and above 1 does not count."""
    return Feature(phrase, sign, lambda w: (min(1.0, max(0.0, share(w))),), **kind)


LISTED = "the title is that of a list, or of a page about the site itself"
WHOLE: Table[Whole] = Table(
    _feature("the story outweighs furniture by far", FOR, lambda w: w.run.weight / 60),
    # Of verse, a third as many words tell as much.
    _feature("has several paragraphs", FOR, lambda w: w.words * (1 + 2 * w.verse) / 120),
    _feature("has a few lines of prose at most", AGAINST, lambda w: (1 - w.words / 50) * (1 - w.verse)),
    _feature("has paragraphs that end as sentences do", FOR, lambda w: sum(map(w.observed.is_paragraph, w.body)) / 4),
    _feature("the story's blocks are short lines", AGAINST, _short_lines),
    _feature("the story is broken by furniture", AGAINST, lambda w: 1 - len(w.body) / len(w.run.blocks)),
    _feature("has a line that is surely the headline", FOR, _headline),
    _feature("the page states the headline", FOR, lambda w: w.observed.stated.agreement(w.title_text), markup=True),
    _feature("a time stamp stands beside headline or story", FOR, _is_dated),
    _feature("its address is that of one text among many", FOR, lambda w: bool(_ONE_TEXT.search(w.address))),
    _feature("its address is that of a whole site or a list", AGAINST, _is_list_address),
    _feature("linked headlines stand in the story", AGAINST, _teasers, markup=True),
    _feature("the story's blocks end as excerpts do", AGAINST, _excerpts),
    _feature("lines such as read more stand in the story", AGAINST, _read_more),
    _feature("most of the story is list items", AGAINST, _items),
    _feature("most of the story is list items, and a paragraph leads to them", FOR, _introduced_items),
    _feature("hardly anything else is on the page", FOR, _bareness, markup=True),
    _feature("sub-headings are as many as paragraphs", AGAINST, _sub_headings, markup=True),
    _feature("most of the page's words are elsewhere", AGAINST, lambda w: 1 - w.words / max(1, sum(w.observed.words))),
    _feature(LISTED, AGAINST, _titled_otherwise),
    _feature("the text is filler", AGAINST, _is_filler, dear=True),
    _feature("the text tells what people said and did", FOR, _reports, dear=True),
    _feature("its paragraphs go on with «و» as those of a story do", FOR, _goes_on),
    _feature("the page has no markup to judge by", FOR, lambda w: not w.observed.page.html),
    marked=lambda w: w.observed.page.has_markup,
)
