"""Which zone of a page an element opens, by its tag, its role and the words of its class and id.

The words are those that templates use everywhere: English, transliterated Arabic and the names that the widespread
content systems give (WordPress, Drupal, Joomla, vBulletin). A word counts as a whole word of the name after it is split
at hyphens, underscores and capitals, or as a part where the table says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, reduce
from operator import or_

from newscli.regex import regex
from newscli.segment.page import Zone

_TAGS = {
    "nav": Zone.NAV,
    "footer": Zone.FOOTER,
    "aside": Zone.ASIDE,
    "form": Zone.FORM,
    "select": Zone.FORM,
    "button": Zone.FORM,
    "figcaption": Zone.CAPTION,
    "figure": Zone.CAPTION,
    "caption": Zone.CAPTION,
    "article": Zone.ARTICLE,
    "main": Zone.ARTICLE,
    "header": Zone.HEADER,
    "time": Zone.DATE,
    "blockquote": Zone.QUOTE,
    "noscript": Zone.HIDDEN,
    "menu": Zone.NAV,
    "dialog": Zone.HIDDEN,
    "marquee": Zone.NAV,
    "address": Zone.FOOTER,
    "option": Zone.FORM,
    "label": Zone.FORM,
    "audio": Zone.HIDDEN,
    "video": Zone.HIDDEN,
}

_ROLES = {
    "navigation": Zone.NAV,
    "contentinfo": Zone.FOOTER,
    "complementary": Zone.ASIDE,
    "search": Zone.FORM,
    "banner": Zone.HEADER,
    "main": Zone.ARTICLE,
    "article": Zone.ARTICLE,
    "menu": Zone.NAV,
    "menubar": Zone.NAV,
    "dialog": Zone.HIDDEN,
    "form": Zone.FORM,
    "toolbar": Zone.SHARE,
}

_ITEMPROPS = {
    "articlebody": Zone.BODY,
    "headline": Zone.TITLE,
    "alternativeheadline": Zone.SUBTITLE,
    "author": Zone.AUTHOR,
    "datepublished": Zone.DATE,
    "datemodified": Zone.DATE,
    "articlesection": Zone.SECTION,
    "keywords": Zone.TAGS,
    "caption": Zone.CAPTION,
    "comment": Zone.COMMENTS,
    "publisher": Zone.FOOTER,
}

# Words of class and id. Each line: the zone, then the words that stand for it.
_WORDS: tuple[tuple[Zone, str], ...] = (
    (
        Zone.NAV,
        "nav navbar navigation menu submenu menus topbar breaking ticker marquee pagination pager paging "
        "sitemap dropdown megamenu toolbar skip pagenav newsticker shareet sharet qaema qaima ajel jumplink",
    ),
    (
        Zone.SECTION,
        "breadcrumb breadcrumbs breadcumb breadcumbs crumb crumbs pathway category categories cat section kicker-cat "
        "cats",
    ),
    (Zone.FOOTER, "footer foot copyright colophon bottombar legal"),
    (
        Zone.ASIDE,
        "sidebar aside widget widgets rightcol leftcol side sidebars weather prayer prayers poll polls "
        "newsletter subscribe subscription mostread mostviewed popular trending trend latest lastnews login "
        "signup signin register cookie cookies gdpr consent popup modal banner promo calendar archive "
        "archives currency exchange horoscope sondage podcast",
    ),
    (
        Zone.COMMENTS,
        "comment comments comentario disqus commentlist respond reply replies taliq taleeq taleeqat "
        "commentform opinions fbcomments",
    ),
    (
        Zone.RELATED,
        "related relatednews relatedposts relatedarticles similar recommended recommendation recommend "
        "readalso readmore alsoread seealso morenews more more-news morelike moreon suggested suggestion "
        "yarpp outbrain taboola crp jp-relatedposts othernews linked prevnext nextprev zergnet mgid "
        "next-post prev-post readnext upnext otherposts",
    ),
    (
        Zone.SHARE,
        "share sharing shares social socials sociable addthis addtoany sharedaddy sharethis sharebar follow "
        "followus tools print fontsize font-size resizer textsize printemail actions rating ratings vote "
        "likes hits views viewcount counter counters qrcode shorturl shortlink",
    ),
    (
        Zone.ADVERT,
        "ad ads adv advert advertisement adsense adsbygoogle adslot adunit sponsor sponsored dfp gpt e3lan "
        "ealan banner-ad googlead",
    ),
    (
        Zone.CAPTION,
        "img-title image-title photo-title pic-title img-text image-text photo-text img-desc image-desc photo-desc "
        "caption figcaption imgcaption photo-caption wp-caption-text legend photocredit credit imagecredit "
        "copyrights imgdesc img-desc pic picbox photobox imgbox imagebox photo-box img-box image-box "
        "pic-box imagecaption media-caption ta3leek sora-desc",
    ),
    (Zone.TAGS, "tags tag tagcloud keywords hashtags taglist wosoum topics tagslist"),
    (
        Zone.AUTHOR,
        "author authors auteur byline writer writers reporter journalist editor writeby writtenby wroteby katib poet "
        "kateb katb mohrer muharrir columnist creator",
    ),
    (Zone.BIO, "bio author-bio about-author authorbox author-box author-info aboutauthor"),
    (
        Zone.DATE,
        "date time datetime timestamp published updated pubdate publishdate postdate entrydate createdate "
        "tarikh tareekh createddate modified modifydate articledate",
    ),
    (Zone.VERSE, "poem poems qasida qaseeda kasida bayt abyat sadr shatr stanza verse verses"),
    (Zone.SOURCE, "source masdar newssource provider"),
    (Zone.TITLE, "title headline headlines heading enwan onwan maintitle posttitle newstitle"),
    (
        Zone.KICKER,
        "kicker sup-title suptitle pretitle uptitle overline roofline surtitle surtitre toptitle shoulder eyebrow "
        "hat-title titre-sup supertitle super-title",
    ),
    (
        Zone.SUBTITLE,
        "subtitle soustitre sous-titre subheadline subhead standfirst deck dek lead lede summary excerpt teaser sapo "
        "intro chapo chapeau brief teaser-text sub sub-title desc-title",
    ),
    (Zone.FORM, "form search searchform searchbox login-form contact-form inputs"),
    (Zone.EMBED, "twitter-tweet instagram-media fb-post twitter-video telegram-post tiktok-embed embed"),
    (Zone.NOTICE, "disclaimer notice hoqoq footnote footnotes foot-note foot-notes endnote"),
    (
        Zone.BODY,
        "articlebody entry-content post-content article-content article-body articlecontent story-body "
        "storybody post-body news-content newscontent news-body newsbody content-body article-text articletext "
        "field-name-body story-content single-content the-content itemfulltext article__body entry "
        "post__content details-content newsdetails news-details matn tafaseel tafasil nass story-text "
        "storytext post-entry article-details articledetails news-text newstext",
    ),
    (Zone.ARTICLE, "article post story hentry single news-item newsitem article-page khabar maqal detail details"),
)

# Class names that hide an element; only as a whole, since "hidden-xs" or "overflow-hidden" hide nothing.
_HIDING_NAMES = frozenset(
    (
        "hidden",
        "hide",
        "invisible",
        "d-none",
        "sr-only",
        "screen-reader-text",
        "visually-hidden",
        "visuallyhidden",
        "element-invisible",
        "element-hidden",
        "tooltip",
        "tooltiptext",
        "displaynone",
        "display-none",
        "is-hidden",
        "u-hidden",
    )
)

_LOOKUP: dict[str, int] = {}
for _zone, _names in _WORDS:
    for _name in _names.split():
        _LOOKUP[_name] = _LOOKUP.get(_name, 0) | _zone.value
_HIDDEN: int = Zone.HIDDEN.value  # the numbers of zones: members of an enum are dear to look up and to combine

_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_SPLIT = regex(r"[-_:.\d]+")
# Words that say of an element that it has a part, or how it looks or lays parts out; it is not that part itself.
_HAVING = frozenset("with has have no not non without enabled disabled font".split())
_LAYOUT = frozenset("grid layout margin margins padding spacing".split())
_LAID_OUT: int = Zone.ASIDE | Zone.ADVERT
# Names that hold one of the words and mean no part: wrappers of scripts around story and sidebar alike, kinds of texts.
_NO_PART = frozenset("theiastickysidebar long-form longform".split())
# Page builders call every block a widget, the story's as well.
_BUILDER = regex(r"\A(?:elementor|jet|uael)-")
# A class for one width of window, one state or one child: "md:block", "print:hidden", "[&_.newsletter]:hidden". It says
# nothing of what the element is.
_VARIANT = regex(r"[:\[\]&@!]")
# Shown from some width of window on, so that "hidden" hides for phones alone; Bootstrap writes d-md-block.
_SHOWN_LATER = regex(
    r"(?:xs|sm|md|lg|xl|screen|tablet|desktop|laptop|mobile|wide)[:-]"
    r"(?:!?(?:block|flex|grid|inline|inline-block|inline-flex|table|table-cell|contents|visible|show))\Z"
)
# WordPress's post_class() adds to a story's element its kind, its state and the slugs of its tags, categories and
# writer, which are the story's subject: https://developer.wordpress.org/reference/functions/get_post_class/
_POST_CLASS = regex(r"(?:type|status)-[a-z_-]+|hentry|post-\d+")
_SLUG = regex(r"(?:tag|category|post|post_tag|author|section|topic|format|type|status)-.", re.I)
_HIDING = regex(r"display\s*:\s*none|visibility\s*:\s*hidden")

# Body and html carry class words about the whole page ("single", "has-sidebar"); they open no zone.
_WHOLE_PAGE = frozenset(("html", "body"))


@lru_cache(maxsize=8192)  # templates set their classes in ever new combinations
def _of_name(name: str) -> int:
    """The zone that one class or id stands for: as a whole, else by the words it is made of."""
    lowered = name.lower()
    if lowered in _HIDING_NAMES:
        return _HIDDEN
    words = _SPLIT.split(lowered if lowered == name else _CAMEL.sub("-", name).lower())
    for whole in (lowered, "-".join(words)):  # "imgTitle"
        if whole in _LOOKUP:
            return _LOOKUP[whole]
    if lowered in _NO_PART or _VARIANT.search(name) or not _HAVING.isdisjoint(words):
        return 0
    zone = 0
    for word in words if not _BUILDER.match(lowered) else set(words) - {"widget", "widgets"}:
        zone |= _LOOKUP.get(word, 0)
    return zone if _LAYOUT.isdisjoint(words) else zone & ~_LAID_OUT


@lru_cache(maxsize=8192)
def _of_classes(tag: str, value: str) -> int:
    """The zones that the classes of an element stand for together."""
    names = value.split()
    zones = list(map(_of_name, names))
    if not any(zones):  # most elements
        return 0
    whole = any(map(_POST_CLASS.fullmatch, names))
    slugs = whole or tag == "article"
    zone = 0
    for name, own in zip(names, zones, strict=True):
        # Beside the marks of post_class a class counts as a whole, else its words would be those of slugs.
        if own and (not (whole or (slugs and _SLUG.match(name))) or name.lower() in _LOOKUP):
            zone |= own
    if zone & _HIDDEN and any(map(_SHOWN_LATER.search, names)):
        zone &= ~_HIDDEN
    return zone


def _of_properties(value: str) -> int:
    """The zones that the values of itemprop name."""
    return reduce(or_, (_ITEMPROPS.get(each.rpartition(":")[2], 0) for each in value.lower().split()), 0)


_OF_TAGS = {tag: zone.value for tag, zone in _TAGS.items()}
# How each of the rarer attributes that name what an element is tells its zones.
_READERS: dict[str, Callable[[str], int]] = {
    "role": lambda value: _ROLES.get(value.lower(), 0),
    "itemprop": _of_properties,
    "property": _of_properties,
    # Where classes are numbers that a program made, its makers and readers of screens still call the parts by name.
    "data-testid": _of_name,
    "data-component": _of_name,
    "aria-labelledby": _of_name,
    "hidden": lambda _: _HIDDEN,
    "style": lambda value: _HIDDEN if _HIDING.search(value.lower()) else 0,
}
_RARE = frozenset(_READERS)


def own_zone(tag: str, attributes: Mapping[str, str | None]) -> int:
    """The zones an element opens by itself (its ancestors' come on top), by its tag and its attributes.

    >>> Zone(own_zone("div", {"class": "related-posts"})) is Zone.RELATED
    True
    """
    zone = _OF_TAGS.get(tag, 0)
    if not attributes or tag in _WHOLE_PAGE:
        return zone
    if classes := attributes.get("class"):
        zone |= _of_classes(tag, classes)
    if name := attributes.get("id"):
        zone |= _of_name(name.strip())
    if not _RARE.isdisjoint(attributes):
        for name in _RARE.intersection(attributes):
            zone |= _READERS[name](attributes[name] or "")
    return zone
