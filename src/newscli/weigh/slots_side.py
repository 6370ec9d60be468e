"""What stands beside a story: notices, captions, tags."""

from __future__ import annotations

from functools import partial
from itertools import takewhile

from newscli.arabic.words import EDGES, words
from newscli.credits.credit_line import EMPTY
from newscli.lexicon import lines
from newscli.lexicon.box_words import BUTTON
from newscli.lexicon.openings import goes_on
from newscli.lexicon.places import is_place
from newscli.model import Kind, Role
from newscli.notices.caption import credits_picture
from newscli.notices.template_text import INTERRUPTIONS, OFFERS, Category, heads_links
from newscli.regex import regex
from newscli.segment.page import Zone, lies_in, upwards
from newscli.weigh.around import BELOW, NOTICE, Around
from newscli.weigh.places import holder_of
from newscli.weigh.run import blocks_in

NOTICE_ANYWHERE = 0.7  # how surely a block is a notice where it stands far from the story
_ABOUT_COMMENTS = 2  # blocks above a notice whose talk of comments makes it one on them
_NOTES = 3  # last blocks of the story among which a note on the writer may stand
_OFFICE = regex(lines.OFFICE)
_BIO = regex(f"(?:{lines.BIO})|(?:{lines.OFFICE})")
_READING_TIME = regex(r"\s+\d{1,2} (?:دقائق|دقيقة)(?: (?:لل)?قراءة)?\W*$")
_SURE_BODY = 0.9  # probability of a block from which no caption is seen in it
_NOTHING_BEHIND = regex(r"هنا\W*$")  # «لمشاهدة اللقاء اضغط هنا»
TAGS_BELOW = 40  # blocks below the story in which its tags may stand
_LABEL_WORDS = 4
_TAG_WORDS, _MOST_TAGS = range(1, 6), 15  # of a tag on a line of its own; more of them are the site's
_TOLD = 12  # first paragraphs that say what a story is about
_BARS = regex(r"[|/•·]")
_BUTTON_WORDS = 10  # of buttons in a row: «عرض جميع المقالات», «صفحة الكاتب | مراسلته»
_ADDRESS = regex(r"\W*https?://\S+")
_LINKED = 0.6  # share of a block's text in links from which it is a list of links
OFFERED = "a headline below a label such as read also"
_HEADLINE_WORDS = range(3, 17)
_TAGS = frozenset((Category.TAGS, Category.TAGS_LABEL))
_TAGS_OR_NOT = Zone.TAGS | Zone.NAV | Zone.FOOTER | Zone.ASIDE | Zone.RELATED  # in the others are lists of the site
_FOOTER_OR_STORY = Zone.FOOTER | Zone.ARTICLE


def is_notice(around: Around, index: int) -> bool:
    """Who answers for the text, beside the story; nobody looks inside, and below a copyright it is the site's."""
    zones, rights = around.zones(index), around.category[max(0, index - 1)] is Category.FOOTER
    of_the_site = rights or zones & Zone.COMMENTS or zones & _FOOTER_OR_STORY == Zone.FOOTER
    return around.observed.notice[index] >= NOTICE and not of_the_site and not _on_comments(around, index)


def is_sure_notice(around: Around, index: int) -> bool:
    """The same far from the story."""
    return around.observed.notice[index] >= NOTICE_ANYWHERE and is_notice(around, index)


def _on_comments(around: Around, index: int) -> bool:
    """Whether readers' comments are spoken of right above: the notice is then about them."""
    above = range(max(around.last + 1, index - _ABOUT_COMMENTS), index)
    return any("تعليق" in around.folded[i] for i in above)


def is_caption(around: Around, index: int) -> bool:
    """The caption or the credit of a picture."""
    if index in around.inside:
        zoned = _is_under_picture(around, index)
    else:
        zoned = bool(around.zones(index) & Zone.CAPTION) and not _files(around, index)
    if not around.top < index <= around.last + BELOW or not (zoned or around.reads_as_caption(index)):
        return False
    if around.category[index] is Category.FOOTER:  # «© ... جميع الحقوق محفوظة» has the sign of credits too
        return False
    by_place = not around.observed.caption[index] and not zoned
    return by_place or around.reading.chance(index) <= _SURE_BODY or credits_picture(around.folded[index])


def _files(around: Around, index: int) -> bool:
    """Whether a line right above the story names place and agency: templates call the story's credit so as well."""
    line = around.line(index) if index + 1 == around.first and not around.observed.caption[index] else EMPTY
    filed = line.dateline is not None and line.dateline.agencies and line.places
    return bool(filed) and all(map(is_place, line.places))


def _is_under_picture(around: Around, index: int) -> bool:
    """Whether some words among the paragraphs stand alone with a picture in a box of the page, whatever its name."""
    block, picture = around.fragments[index], around.fragments[index].pictured
    if picture is None or block.kind is not Kind.PARAGRAPH or around.stopped[index]:
        return False
    box = next((element for element in upwards(block.element) if lies_in(picture, element)), None)
    beside = (*around.fragments[max(0, index - 1) : index], *around.fragments[index + 1 : index + 2])
    return box is not None and not any(lies_in(each.element, box) for each in beside)


def is_button_row(around: Around, index: int) -> bool:
    """A share bar between the paragraphs, by the template's name and its links, or buttons of an author's box."""
    few, parts = around.words[index] <= _BUTTON_WORDS, _BARS.split(around.folded[index])
    shares = around.zones(index) & Zone.SHARE and around.fragments[index].link_share > _LINKED
    return bool(shares) or (few and all(BUTTON.fullmatch(part.strip(EDGES)) for part in parts))


def numbers_page(around: Around, index: int) -> bool:
    """The number of a printed page among the paragraphs of a text, below or above its head, which has the date."""
    beside = around.observed.stamps[index - 1 : index + 2]
    return not around.observed.page.html and around.folded[index].isdigit() and any(beside)


def is_call(around: Around, index: int) -> bool:
    """A call on the readers between the paragraphs, to follow, subscribe or donate, or an advertisement's label."""
    category = around.category[index]
    points = category is Category.CLICK_HERE and _NOTHING_BEHIND.search(around.folded[index]) is not None
    return points or category in INTERRUPTIONS


def is_labelled_link(around: Around, index: int) -> bool:
    """A link to another story between the paragraphs, right below a label that says so: «اقرأ أيضا»."""
    block, labelled = around.fragments[index], index > 0 and around.category[index - 1] in OFFERS
    return labelled and (block.link_share > _LINKED or _ADDRESS.fullmatch(block.text) is not None)


def is_in_labelled_box(around: Around, index: int) -> bool:
    """Another story's excerpt in a box among the paragraphs that «اقرأ أيضا» opens or «التفاصيل» closes.

    Or the heading of a box that holds nothing else but calls on the readers: «الصحافة المستقلة مكلفة».
    """
    box, story = holder_of(around.fragments[index]), around.fragments[around.first].element
    if box is None or lies_in(story, box):
        return False
    blocks, category = blocks_in(box, around.fragments, index), around.category
    heads = len(blocks) > 1 and blocks[0] == index and not around.stopped[index]
    calls = heads and all(category[each] in INTERRUPTIONS for each in blocks[1:])
    return calls or category[blocks[0]] in OFFERS or category[blocks[-1]] is Category.NAVIGATION


def is_offer(around: Around, index: int) -> bool:
    """Another story's headline behind a label on its line, «قد يهمك/ ...», between the paragraphs; no sentence.

    Of 120 such lines in agencies' stories none is the story's.
    """
    return around.category[index] is Category.READ_ALSO and not around.fragments[index].text.endswith(".")


def is_offered(around: Around, index: int) -> bool:
    """A headline of another story without a link, right below a label that says so or below another such headline.

    Of the 49 lines that are found so in agencies' stories one may be a sub-heading, the others are such headlines.
    """
    text = around.fragments[index].text
    if not index or around.words[index] not in _HEADLINE_WORDS or text.endswith((".", ":")) or goes_on(text):
        return False
    above = index - 1
    # In a text others may stand between the two, with no blank line, that nobody takes for the story's.
    while above not in around.inside and around.category[above] is None and _is_right_below(around, above):
        above -= 1
    return heads_links(around.folded[above]) or around.label(above).why == OFFERED


def _is_right_below(around: Around, index: int) -> bool:
    """Whether the line above and the one below stand right beside a line of a text, with no blank line between."""
    text = around.first < index < around.last and not around.observed.page.html
    return text and around.fragments[index].gap == around.fragments[index + 1].gap == 0


def is_tags(around: Around, index: int) -> bool:
    """The story's tags: a list of links that the template or a label names so."""
    category, zones = around.category[index], around.zones(index)
    linked = around.observed.linked[index] > _LINKED
    if not around.top < index < around.last + TAGS_BELOW or zones & Zone.SHARE or category is Category.SHARE:
        return False
    if category in _TAGS or (linked and _goes_on_with_tags(around, index)) or _is_line_of_tags(around, index):
        return True
    named = zones & _TAGS_OR_NOT == Zone.TAGS
    return named and (linked or index < around.first or _labels_links(around, index))


def _labels_links(around: Around, index: int) -> bool:
    """Whether a block is links but for the few words of a label: «كلمات مفاتيح : ميناء قمح»."""
    linked = sum(words(link.text) for link in around.fragments[index].links)
    return linked > 0 and around.words[index] - linked <= _LABEL_WORDS


def _goes_on_with_tags(around: Around, index: int) -> bool:
    """Whether a block follows the label of the tags, or a tag in a list of them."""
    if around.label(index - 1).role is not Role.TAGS:
        return False
    above, block = around.fragments[index - 1], around.fragments[index]
    same_list = above.kind is block.kind is Kind.ITEM and around.zones(index - 1) == around.zones(index)
    tagged = block.text.startswith(tuple(link.text for link in block.links[:1]))
    if around.category[index - 1] is Category.TAGS and not tagged:
        return False  # below «كلمات دالة <a>ميناء</a>» an item with another label: «طباعة <a>طباعة الصفحة</a>»
    return around.category[index - 1] is Category.TAGS_LABEL or same_list


def _is_line_of_tags(around: Around, index: int) -> bool:
    """Whether a line of a text is in the row right below «كلمات دلالية:», up to the last that the story speaks of."""
    above = around.category[index - 1] in (None, Category.TAGS_LABEL) and around.label(index - 1).role is Role.TAGS
    if around.observed.page.html or not above or not around.tail(index):
        return False
    row = takewhile(partial(_may_be_tag, around), range(index, min(len(around.words), index + _MOST_TAGS)))
    told = [*around.reading.body[:_TOLD], *([] if around.title is None else [around.title])]
    story = frozenset[str]().union(*(around.observed.content[i] for i in told))
    return any(not around.observed.content[i].isdisjoint(story) for i in row)


def _may_be_tag(around: Around, index: int) -> bool:
    """Whether a line of a few words stands right below another, and may be a tag."""
    short = around.fits(index, _TAG_WORDS) and not around.ended[index] and around.observed.stamps[index] is None
    return short and around.fragments[index].gap == 0


def is_bio(around: Around, index: int) -> bool:
    """A note on the writer below the last paragraph or below the name: «* كاتبة وأستاذة جامعية من لبنان»."""
    below_name = index - 1 in around.authors and index < around.first
    if not below_name and index not in around.reading.body[-_NOTES:]:
        return False
    note = _OFFICE if around.stopped[index] else _BIO
    return note.match(_READING_TIME.sub("", around.fragments[index].text)) is not None
