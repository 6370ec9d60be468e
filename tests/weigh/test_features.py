"""What each feature says: a page on which it speaks of a line, and one, little different, on which it is silent.

Rows are (phrase, page on which it speaks, page on which it is silent), the pages made of `PARTS`; it is asked of the
line, where there is none of the paragraph, and of the page itself where its table has the page as its candidate.
"""
# ruff: noqa: E501 - rows of data

import json

import pytest
from pages import TABLES, cut, facts
from texts import BODY, FURTHER, LEAD, OTHER, TITLE, p

LINE = "افتتاح معرض للصور القديمة في متحف سيئون"
PARAGRAPH = "تسلم نادي الهلال أمس كأس البطولة في ملعب سيئون بعد فوزه على ضيفه بثلاثة أهداف نظيفة سجلها اللاعب نفسه."
WRITER = "سالم باوزير"


def stated(*paragraphs):
    """The story's text as a page states it of itself."""
    facts = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(paragraphs)})
    return f'<script type="application/ld+json">{facts}</script>'


PARTS = {
    "line": LINE, "short": "معرض للصور", "other": OTHER, "title": TITLE, "paragraph": PARAGRAPH,
    "one": p(LEAD), "first": p(*BODY), "rest": p(*FURTHER), "story": p(*BODY, *FURTHER),
    "head": f"<title>{TITLE}</title><h1>{TITLE}</h1>",
    "at": "<link rel=canonical href='https://example.com/",
    "menu": "".join(f"<div><a href=/{word}>{word} اليوم</a></div>" for word in "سياسة اقتصاد رياضة ثقافة صحة".split()),
    "lead": LEAD, "text": "\n\n".join((*BODY, *FURTHER)), "writer": WRITER, "long": f"{PARAGRAPH} {LEAD}",
    "stated": stated(*BODY), "also stated": stated(*BODY, PARAGRAPH),
}  # fmt: skip


def said(table, phrase, source, line=None):
    """The most that a feature says of what is asked about: a block that holds it and little else, or the page."""
    text = source.format(**PARTS)
    asked = line or {"WHOLE": "", "AUTHOR": WRITER}.get(table, LINE if "{line}" in source else PARAGRAPH)
    page = cut(text, "html" if "<p>" in text else "text")
    [(given, size)] = [(given, size) for name, given, size in facts(page) if name == table]
    [feature] = [feature for feature in TABLES[table].features if feature.phrase == phrase]
    blocks = range(size) if table in ("BODY", "CONTEXT") else getattr(given, "indices", [None])
    texts = ["" if index is None else page.fragments[index].text for index in blocks]
    return max(
        value
        for value, text in zip(feature.column(given), texts, strict=True)
        if asked in text and len(text) <= len(asked) + 60
    )


HEADLINES = [
    ("is what the page states as its headline", "<title>{line}</title><p>{line}</p>{story}", "<title>{title}</title><p>{line}</p>{story}"),
    ("is exactly what the page states as its headline", "<title>{line}</title><p>{line}</p>{story}", "<title>{line} هذا الأسبوع</title><p>{line}</p>{story}"),
    ("is a main heading", "<h1>{line}</h1>{story}", "<h2>{line}</h2>{story}"),
    ("is the page's only main heading", "<h1>{line}</h1>{story}", "<h1>{short}</h1><h1>{line}</h1>{story}"),
    ("is a heading of the second level", "<h2>{line}</h2>{story}", "<h3>{line}</h3>{story}"),
    ("is named headline by the template", "<div class=headline>{line}</div>{story}", "<div>{line}</div>{story}"),
    ("the story takes it up", "<div>{line}</div><p>{lead} وذكر أن افتتاح معرض الصور القديمة مؤجل.</p>{rest}", "<div>{line}</div>{story}"),
    ("stands far above the story", "<div>{line}</div>{menu}{story}", "{menu}<div>{line}</div>{story}"),
    ("stands inside the story", "{head}{first}<h3>{line}</h3>{rest}", "{head}<h3>{line}</h3>{story}"),
    ("stands deep inside the story", "{head}{first}<h3>{line}</h3>{rest}", "{head}<h3>{line}</h3>{story}"),
    ("stands among the first lines of a text without furniture", "{line}\n\n{text}", "{text}\n\n{line}\n\n{text}"),
    ("is the first line of a text without furniture", "{line}\n\n{text}", "{title}\n\n{line}\n\n{text}"),
    ("links to the site's front page", "<div><a href=/>{line}</a></div>{story}", "<div><a href=/news/8>{line}</a></div>{story}"),
    ("links to the site's front page", "<div><a href=https://example.org/ar/>{line}</a></div>{story}", "<div><a href=/>{line}</a> {short}</div>{story}"),
    ("nothing but a picture's lines, credits and dates stands beside it above a text's story", "{line}\n\nتصوير: منى الحداد\n\n5 مايو 2021\n\n{text}", "{line}\n\nتصوير: منى الحداد\n\n{other}\n\n{text}"),
    ("is the middle one of three lines at a text's head", "{short} جديد\n{line}\n{other}\n\n{text}", "{short} جديد\n{line}\n\n{text}"),
    ("is the middle one of three lines at a text's head", "5 مايو 2021\n\n{short} جديد\n{line}\n{other}\n\n{text}", "{short} جديد\n{line}\n\n5 مايو 2021\n\n{other}\n\n{text}"),
    ("is the middle one of three lines at a text's head", "{short} جديد\n{line}\n{other}\n\nكتب: سالم باوزير\n\n{text}", "{short} جديد\n{line}\n\nكتب: سالم باوزير\n\n{other}\n\n{text}"),
    ("introduces the line below as a kicker or a column's name does", "{line}\n{title}\n\n{text}", "{line}\n\n{title}\n\n{text}"),
    ("says to which paper somebody speaks, and no more", "{line} لـ «المكلا اليوم»\n\n{title}\n\n{text}", "{line} لـ «المكلا اليوم»: صورة\n\n{title}\n\n{text}"),
    ("a full stop stands in its midst", "<h1>{line}. {other}</h1>{story}", "<h1>{line}.. {other}</h1>{story}"),
    ("a paragraph stands above it", "<p>{long}</p><h3>{line}</h3>{rest}", "<p>{lead}</p><h3>{line}</h3>{rest}"),
    ("stands elsewhere on the page too", "<nav>{line}</nav><h1>{line}</h1>{story}", "<nav>{other}</nav><h1>{line}</h1>{story}"),
    ("stands elsewhere on the page too", "<p>الرئيسية / ثقافة / {line}</p><h1>{line}</h1>{story}", "<p>{lead} {line}</p><h1>{line}</h1>{story}"),
    ("a date or a credit stands right below", "<h1>{line}</h1><div>5 مايو 2021</div>{story}", "<div>5 مايو 2021</div><h1>{line}</h1>{story}"),
    ("a date or a credit stands right below", "<h1>{line}</h1><div>{short}</div><div>5 مايو 2021</div>{story}", "<h1>{line}</h1><div>{short}</div><div>{other}</div><div>5 مايو 2021</div>{story}"),
    ("a date or a credit stands right below", "<h1>{line}</h1><div>كتب: سالم باوزير</div>{story}", "<h1>{line}</h1>{menu}<div>كتب: سالم باوزير</div>{story}"),
    ("a date or a credit stands right below", "<h1>{line}</h1><div>{short}</div><div>كتب: سالم باوزير</div>{story}", "<h1>{line}</h1><div>{short}</div><div>{other}</div><div>كتب: سالم باوزير</div>{story}"),
    ("a date or a credit stands right below", "<h1>{line}</h1><div>سالم باوزير</div>{story}", "<h1>{line}</h1><div>{short}</div>{story}"),
    ("a line that may be the headline stands right above", "<div>{title}</div><div>{line}</div>{story}", "<div>{line}</div><div>{title}</div>{story}"),
    ("a line that may be the headline stands right above", "<div>{title}</div><div>5 مايو 2021</div><div>{line}</div>{story}", "<div>{title}</div><div>{paragraph}</div><div>{line}</div>{story}"),
    ("a line that may be the headline stands right above", "{menu}<div>{title}</div><div>{line}</div>{story}", "{menu}<ul><li>{title}</li></ul><div>{line}</div>{story}"),
    ("the story says it word by word", "<h2>{line}</h2>{first}<p>وقال مدير المتحف إن {line} جاء بعد عام من الإعداد والتحضير مع أهالي المدينة.</p>{rest}", "<h2>{line}</h2>{story}"),
    ("lies in what the template names furniture", "<div class=sidebar>{line}</div>{story}", "<div class=title>{line}</div>{story}"),
    ("lies in what the template names deck or kicker", "<div class=kicker>{line}</div>{story}", "<div class=title>{line}</div>{story}"),
    ("lies in what the template names deck or kicker", "<div class=subtitle>{line}</div>{story}", "<div class=title>{line}</div>{story}"),
    ("a label such as related stories stands above it", "{head}{first}<h4>أخبار ذات صلة</h4><h3>{line}</h3>{rest}", "{head}<h3>{line}</h3>{first}<h4>أخبار ذات صلة</h4>{rest}"),
    ("is a list item", "<ul><li>{line}</li></ul>{story}", "<div>{line}</div>{story}"),
    ("stands apart from the line above", "{short}\n\n{line}\n\n{text}", "{short}\n{line}\n\n{text}"),
]  # fmt: skip

BLOCKS = [
    ("lies in a box that readers of screens may skip", "{title}\n\n{text}\n\nتخطى قصص مقترحة وواصل القراءة\n{line}\nقصص مقترحة نهاية\n\n{text}", "{title}\n\n{text}\n\n{line}\nقصص مقترحة نهاية\n\n{text}"),
    ("leads to places on this page, or heads lines that do", "<div><a href='#1'>{line}</a></div>{story}", "<div><a href='/1'>{line}</a></div>{story}"),
    ("leads to places on this page, or heads lines that do", "<div>{line}</div><div><a href='#1'>{short}</a></div><div><a href='#2'>{other}</a></div>{story}", "<div>{line}</div><div><a href='#1'>{short}</a></div><div>{other}</div>{story}"),
    ("is nothing but a link, where the page's paragraphs are none", "{first}<div><a href=/1>{line}</a></div>", "{first}<div>{line}</div>"),
    ("is a link below a label such as read also", "{one}<div>اقرأ أيضا</div><div><a href=/1>{line}</a></div>{rest}", "{one}<div><a href=/1>{line}</a></div>{rest}"),
    ("is a link below a label such as read also", "{one}<div>اقرأ أيضا</div><div><a href=/1>{other}</a></div><div><a href=/2>{line}</a></div>{rest}", "{one}<div>اقرأ أيضا</div><div>{other}</div><div><a href=/2>{line}</a></div>{rest}"),
    ("is not in what the page states as the story's text", "{stated}{story}<p>{paragraph}</p>", "{also stated}{story}<p>{paragraph}</p>"),
    ("is a main heading", "<h1>{line}</h1>{story}", "<h2>{line}</h2>{story}"),
    ("is a list item", "<ul><li>{line}</li></ul>{story}", "<div>{line}</div>{story}"),
    ("is an item of a list of links", "<ul><li><a href=/1>{other}</a></li><li>{line}</li></ul>{story}", "<ul><li>{other}</li><li>{line}</li></ul>{story}"),
    ("is set as a paragraph", "<p>{line}</p>{story}", "<div>{line}</div>{story}"),
    ("is set as the caption of a picture", "{one}<figure><img src=1.jpg><figcaption>{line}</figcaption></figure>{rest}", "{one}<div class=caption><div>{line}</div></div>{rest}"),
    ("is a paragraph with a full stop", "{one}<p>{paragraph}</p>", "{one}<p><a href=/1>{paragraph}</a></p>"),
    ("was printed before", "<h1>{line}</h1>{first}<div>{line}</div>", "<h1>{line}</h1>{first}"),
    ("ends no sentence where the page's paragraphs do", "<p>{long}</p><p>{long}</p><p>{long}</p><p>{line}</p>", "<p>{long}</p><p>{long}</p><p>{long}</p><h3>{line}</h3>"),
    ("stands elsewhere too, among more prose", "<div>{paragraph}</div>{menu}{menu}{first}<p>{paragraph}</p>{rest}", "{first}<p>{paragraph}</p>{rest}"),
    ("stands above the headline", "<div>{line}</div>{head}{story}", "{head}<div>{line}</div>{story}"),
    ("is in the part of the template that holds the prose", "<section><div><p>{line}</p></div><div>{story}</div></section>", "<section><div><b>{line}</b></div></section><section><div>{story}</div></section>"),
    ("tells of the same things as the paragraphs", "<p>افتتاح معرض للصور القديمة في متحف سيئون قال المدير إنه مؤجل إلى الشهر المقبل.</p><div>{line}</div>{story}", "<div>{line}</div>{story}"),
    ("stands below another heading of the headline's level", "{head}{story}<h1>{other}</h1><p>{line}</p>", "{head}{story}<h2>{other}</h2><p>{line}</p>"),
    ("stands below another headline with its date", "{head}{story}<h2>{other}</h2><div>5 مايو 2021</div><p>{line}</p>", "{head}{story}<h2>{other}</h2><p>{line}</p>"),
    ("stands below the comments' label", "{head}{story}<div>التعليقات</div><p>{line}</p>", "{head}{story}<p>{line}</p><div>التعليقات</div>"),
    ("stands below the comments' label", "{head}{story}<div>التعليقات</div><p>{line}</p>", "<div>التعليقات</div><p>{line}</p>{head}{story}"),
    ("stands below a label of other stories or of a note on the writer", "{head}{story}<div>أخبار ذات صلة</div><div>{line}</div>", "{head}{story}<div>{line}</div><div>أخبار ذات صلة</div>"),
    ("stands below a label of other stories or of a note on the writer", "{head}<div>{story}</div><h4>أخبار ذات صلة</h4><section><p>{paragraph}</p></section>", "{head}<div>{first}<h4>أخبار ذات صلة</h4><p>{paragraph}</p></div>"),
    ("stands below the heading of the comments", "{head}{story}<h4>3 تعليقات</h4><p>{line}</p>", "{head}{story}<div>3 تعليقات</div><p>{line}</p>"),
    ("stands below a label of other stories or of a note on the writer", "{head}{story}<h4>عن الكاتبة</h4><p>{line}</p>", "{head}{story}<h4>عن الكتاب</h4><p>{line}</p>"),
    ("stands below a notice on responsibility", "{head}{story}<div>الآراء الواردة تعبر عن رأي كاتبها ولا تعبر عن رأي الموقع</div><div>{line}</div>", "{head}{story}<div>{line}</div><div>الآراء الواردة تعبر عن رأي كاتبها ولا تعبر عن رأي الموقع</div>"),
    ("lies in what the template calls the story's text", "<div class=entry-content>{story}<p>{line}</p></div>", "<div class=entry-content>{story}</div><p>{line}</p>"),
    ("lies in what the template calls an article", "<article>{story}<p>{line}</p></article>", "<article>{story}</article><p>{line}</p>"),
    ("lies outside what the template calls the story's text", "<div class=entry-content>{story}</div><p>{line}</p>", "<div class=entry-content>{story}<p>{line}</p></div>"),
    ("stands among paragraphs", "{story}<p>{line}</p>", "{menu}<p>{line}</p>{menu}{story}"),
    ("stands where most of the page's prose is", "{story}<p>{line}</p>", "{menu}<p>{line}</p>{menu}{story}"),
    ("stands in a text without furniture", "{line}\n\n{text}", "<h1>{line}</h1>{story}"),
    ("stands in a text without furniture", "{line}\n\n{text}", "{line}\n\n{text}\n\nاقرأ أيضا\n\nالتعليقات\n\nأخبار ذات صلة\n\nطباعة"),
    ("is a line of verse", "{text}\n\n{line}  ***  {other}\n{other}  ***  {title}\n{title}  ***  {other}\n\n{text}", "{text}\n\n{line}\n\n{text}"),
    ("lies far from the element with most prose", "<section><section><div>{story}</div></section></section><p>{line}</p>", "<section><section><div>{story}<p>{line}</p></div></section></section>"),
    ("is far below the prose", "{story}{menu}<div>{line}</div>", "<div>{line}</div>{story}"),
    *(
        (f"lies in what the template calls {part}", f"{{head}}{{story}}<div class={name}>{{line}}</div>", "{head}{story}<div>{line}</div>")
        for part, name in (
            ("the footer", "footer"), ("a sidebar", "widget"), ("the comments", "comments"), ("related stories", "related"),
            ("share buttons", "share"), ("an advertisement", "advert"), ("a form", "form"), ("hidden", "tooltip"),
            ("a note on the author", "bio"), ("a caption", "caption"), ("a label", "date"), ("a headline", "headline"),
            ("a deck", "deck"), ("an embedded post", "embed"), ("a notice", "disclaimer"),
        )
    ),
]  # fmt: skip

NEIGHBOURS = [
    ("follows a block that looks like the story", "{head}{story}<div>{line}</div>", "<div>{line}</div>{head}{story}"),
    ("precedes a block that looks like the story", "<div>{line}</div>{story}", "{story}<div>{line}</div>"),
    ("stands two blocks below one that looks like the story", "{head}{story}<div>{short}</div><div>{line}</div>", "<div>{line}</div>{head}{story}"),
    ("stands between paragraphs of the story", "{head}{first}<div>{line}</div>{rest}", "{head}{story}<div>{line}</div>"),
    ("is made as most of the story is", "{head}{story}<p>{line}</p>", "{head}{story}<div>{line}</div>"),
    ("lies in a box among the story's paragraphs", "{head}<div>{first}<div><p>{line}</p></div>{rest}</div>", "{head}<div>{first}<p><b>{line}</b></p>{rest}</div>"),
    ("lies in a box among the story's paragraphs", "{head}<div>{first}<div><p>{line}</p></div>{rest}</div>", "{head}<div>{first}<ul><li>{line}</li></ul>{rest}</div>"),
    ("is one of several lines of link between the paragraphs", "{head}{one}<p><a href=/1>{line}</a></p>{first}<p><a href=/2>{other}</a></p>{rest}", "{head}{one}<p><a href=/1>{line}</a></p>{rest}"),
    ("is one of several lines of link between the paragraphs", "{head}{one}<p><a href=/1>{line}</a></p>{first}<p><a href=/2>{other}</a></p>{rest}", "{head}{story}<p><a href=/1>{line}</a></p><p><a href=/2>{other}</a></p>"),
    ("is one of several lines of link between the paragraphs", "{head}{one}<div><a href=/1>{other}</a></div>{first}<div><a href=/2>{other}</a></div>{rest}<div><a href=/3>{line}</a></div>", "{head}{one}<div><a href=/1>{other}</a></div>{first}<div><a href=/2>{other}</a></div>{rest}<h6><a href=/3>{line}</a></h6>"),
    ("is a line of link to another page of the site", "{head}{one}<p><a href=/1>{line}</a></p>{rest}", "{head}{one}<p><a href=https://example.org/1>{line}</a></p>{rest}"),
    ("is a line of link to another page of the site", "<link rel=canonical href=https://www.example.org/7>{head}{one}<p><a href=https://example.org/1>{line}</a></p>{rest}", "<link rel=canonical href=https://example.net/7>{head}{one}<p><a href=https://example.org/1>{line}</a></p>{rest}"),
    ("is on a page that holds nothing but the story", "{story}<p>{paragraph}</p>", "{story}<p>{paragraph}</p>{menu}{menu}{menu}"),
    ("stands in a list of a text that a line of the story leads to", "{title}\n\n{text}\n\n{paragraph}:\n\n{line}", "{title}\n\n{text}\n\n{paragraph}\n\n{line}"),
    ("stands directly under the headline of a text, apart from the paragraphs", "{title}\n{line}\n\n{text}", "{title}\n\n{line}\n\n{text}"),
    ("is no farther down than the headline", "<div>{line}</div>{head}{story}", "{head}<div>{line}</div>{story}"),
    ("lies in a second story's part of the page", "<div><section>{head}{story}</section><section><h2>{other}</h2><p>{line}</p></section></div>", "<div><section>{head}{story}</section><aside><h2>{other}</h2><p>{line}</p></aside></div>"),
    ("lies in a second story's part of the page", "<div><section>{head}{story}</section><section><b>محليات</b><h2>{other}</h2><p>{line}</p></section></div>", "<div><section>{head}{story}</section><section><b>{short}</b><h2>{other}</h2><p>{line}</p></section></div>"),
    ("stands below the head of another story", "{title}\n\n{text}\n\n******\n\n{line}\n\n5 مايو 2021\n\n{line} اليوم. {paragraph}\n\n{line}", "{title}\n\n{text}\n\n******\n\n{line}\n\n{paragraph}"),
    ("stands below the head of another story", "{title}\n\n{text}\n\nالوسوم: ميناء، قمح\n\nاقرأ أيضا\n\n{line}\n\n{line} اليوم. {paragraph}\n\n{line}", "{title}\n\n{text}\n\nاقرأ أيضا\n\n{line}\n\n{paragraph}"),
    ("stands where the page has hardly any story", "{head}{story}{menu}{menu}{menu}<div>{line}</div>", "{head}{story}<div>{line}</div>"),
]  # fmt: skip

WRITERS = [
    ("a label such as writer with its colon stands before it", "{head}<div>الكاتب: {writer}</div>{story}", "{head}<div>كتب {writer}</div>{story}"),
    ("stands in the record of a book or a film", "{head}<p>الكتاب: أبواب المدينة</p><div>المؤلف: {writer}</div>{story}", "{head}<div>المؤلف: {writer}</div><p>أبواب المدينة</p>{story}"),
    ("the page's title names the person beside the headline", "<title>{title} - {writer} - المكلا اليوم</title><h1>{title}</h1><div>{writer}</div>{story}", "<title>{title} - المكلا اليوم</title><h1>{title}</h1><div>{writer}</div>{story}"),
    ("the template names it author", "{head}<div class=author>{writer}</div>{story}", "{head}<div>{writer}</div>{story}"),
    ("links to a writer's page", "{head}<div><a href=/author/1>{writer}</a></div>{story}", "{head}<div><a href=/news/1>{writer}</a></div>{story}"),
    ("the template names it a note on the author", "{head}<div class=bio>{writer}</div>{story}", "{head}<div>{writer}</div>{story}"),
    ("the metadata name the same person", "<meta name=author content='{writer}'>{head}<div>{writer}</div>{story}", "<meta name=author content='منى الحداد'>{head}<div>{writer}</div>{story}"),
    ("the metadata name other persons, and no word says that it writes", "<meta name=author content='منى الحداد'>{head}<div>{writer}</div>{story}", "<meta name=author content='منى الحداد'>{head}<div>كتب: {writer}</div>{story}"),
    ("the metadata name other persons, and no word says that it writes", "<meta name=author content='منى الحداد'>{head}<div>{writer}</div>{story}", "<meta name=author content='{writer}'>{head}<div>{writer}</div>{story}"),
    ("the metadata name other persons than the word for writing far from the headline", "<meta name=author content='منى الحداد'>{head}{story}<div>كتب: {writer}</div>", "<meta name=author content='منى الحداد'>{head}<div>{writer}</div>{story}"),
    ("stands between headline and story", "{head}<div>{writer}</div>{story}", "{head}{story}<div>{writer}</div>"),
    ("stands between headline and story", "{head}<div>{writer}</div>{story}", "<div>{writer}</div>{head}{story}"),
    ("stands right below the headline or right above the story", "{head}<div>{writer}</div><div>{other}</div>{story}", "{head}<div>{other}</div><div>{writer}</div><div>{short}</div>{story}"),
    ("stands right below the headline or right above the story", "{head}<div>{other}</div><div>{writer}</div>{story}", "{head}<div>{other}</div><div>{writer}</div><div>{short}</div>{story}"),
    ("a bare name stands right above the headline", "<div>{writer}</div>{head}{story}", "<div>{writer}</div><div>{short}</div>{head}{story}"),
    ("stands above the headline", "<div>{writer}</div>{head}{story}", "{head}<div>{writer}</div>{story}"),
    ("stands right below the story", "{head}{story}<div>{writer}</div>", "{head}<div>{writer}</div>{story}"),
    ("stands right below the story", "{head}{story}<div>{writer}</div>", "{head}{story}{menu}<div>{writer}</div>"),
    ("stands farther below the story", "{head}{story}{menu}<div>{writer}</div>", "{head}{story}<div>{writer}</div>"),
    ("stands below the comments' label", "{head}{story}<div>التعليقات</div><div>{writer}</div>", "{head}{story}<div>{writer}</div><div>التعليقات</div>"),
    ("a date stands beside it", "{head}<div>{writer}</div><div>5 مايو 2021</div>{story}", "{head}<div>{writer}</div>{story}"),
    ("a date stands beside it", "{head}<div>5 مايو 2021</div><div>{short}</div><div>{writer}</div>{story}", "{head}<div>5 مايو 2021</div><div>{short}</div><div>{other}</div><div>{writer}</div>{story}"),
    ("the story tells of that person", "{head}<div>{writer}</div><p>{lead} وحضر الافتتاح {writer} وغيره.</p>{rest}", "{head}<div>{writer}</div>{story}"),
    ("the story tells of that person", "{head}<div>{writer}</div><p>{lead} وحضر الافتتاح {writer} وغيره.</p>{rest}", "{head}<div>كتب: {writer}</div><p>{lead} وحضر الافتتاح {writer} وغيره.</p>{rest}"),
    ("it is one of several names in a row", "{head}<div>منى الحداد</div><div>خالد العمري</div><div>{writer}</div>{story}", "{head}<div>منى الحداد</div><div>{writer}</div>{story}"),
    ("it is one of several names in a row", "{head}<div>منى الحداد</div><div>{writer}</div><div>خالد العمري</div>{story}", "{head}<div>منى الحداد</div><div>كتب: {writer}</div><div>خالد العمري</div>{story}"),
    ("lies in what the template names furniture", "{head}<div class=sidebar>{writer}</div>{story}", "{head}<div class=title>{writer}</div>{story}"),
    ("is a caption or picture credit", "{head}<figcaption>{writer}</figcaption>{story}", "{head}<div>{writer}</div>{story}"),
    ("has more words than names need", "{head}<div>كتب {writer} مراسل الصحيفة في المكلا والساحل</div>{story}", "{head}<div>كتب {writer}</div>{story}"),
]  # fmt: skip

PAGES = [
    ("the story outweighs furniture by far", "{head}{story}", "{head}{one}"),
    ("has several paragraphs", "{head}{story}", "{head}{first}"),
    ("has a few lines of prose at most", "{head}{one}", "{head}{story}"),
    ("has paragraphs that end as sentences do", "{head}{first}", "{head}{one}"),
    ("the story's blocks are short lines", "{head}{first}<p>{short} أيضا.</p>{rest}", "{head}{story}"),
    ("the story is broken by furniture", "{head}{first}<div class=share-bar>شارك</div><div class=share-bar>اطبع</div>{rest}", "{head}{story}"),
    ("has a line that is surely the headline", "{head}{story}", "{story}"),
    ("has a line that is surely the headline", "{head}{story}", "<title>من نحن</title><h1>من نحن</h1>{story}"),
    ("the page states the headline", "{head}{story}", "<h1>{title}</h1>{story}"),
    ("a time stamp stands beside headline or story", "<div>5 مايو 2021</div>{head}{story}", "{head}{story}{menu}<div>5 مايو 2021</div>"),
    ("a time stamp stands beside headline or story", "{head}{one}<div>5 مايو 2021</div>{rest}", "{head}{first}<div>5 مايو 2021</div>{rest}"),
    ("its address is that of one text among many", "{at}news/12345'>{head}{story}", "{at}news/12'>{head}{story}"),
    ("its address is that of one text among many", "{at}new-pier-in-mukalla'>{head}{story}", "{at}about-us'>{head}{story}"),
    ("its address is that of one text among many", "{at}show?newsid=7'>{head}{story}", "{at}show?page=7'>{head}{story}"),
    ("its address is that of a whole site or a list", "{at}'>{head}{story}", "{at}news/12345'>{head}{story}"),
    ("its address is that of a whole site or a list", "{at}ar/index.php'>{head}{story}", "{at}ar/pier.php'>{head}{story}"),
    ("its address is that of a whole site or a list", "{at}category/sport'>{head}{story}", "{at}sport/pier'>{head}{story}"),
    ("linked headlines stand in the story", "{head}{first}<h3><a href=/1>{other}</a></h3>{rest}", "{head}{first}<h3>{other}</h3>{rest}"),
    ("the story's blocks end as excerpts do", "{head}{first}<p>{lead} وقال...</p>{rest}", "{head}{first}<p>{lead} وقال.</p>{rest}"),
    ("lines such as read more stand in the story", "{head}{first}<p>اقرأ المزيد</p>{rest}", "{head}{first}<p>{short}</p>{rest}"),
    ("hardly anything else is on the page", "{head}{story}", "{menu}{menu}{menu}{menu}{menu}{head}{story}"),
    ("most of the story is list items", "{head}{first}<ul><li>{paragraph}</li></ul>{rest}", "{head}{story}"),
    ("most of the story is list items, and a paragraph leads to them", "{head}{first}<ul><li>{paragraph}</li></ul>", "{head}<ul><li>{paragraph}</li></ul>{first}"),
    ("sub-headings are as many as paragraphs", "{head}{first}<h3>{other}</h3>{rest}", "{head}{story}"),
    ("most of the page's words are elsewhere", "{head}{story}{menu}", "{story}"),
    ("the title is that of a list, or of a page about the site itself", "<title>نتائج البحث</title>{head}{story}", "{head}{story}"),
    ("the title is that of a list, or of a page about the site itself", "<title>البيدر - اتصل بنا</title>{story}", "<title>البيدر - اتصال بالميناء</title>{story}"),
    ("the text is filler", "{head}{first}<p>لوريم إيبسوم دولار سيت أميت كونسيكتيتور أديبا.</p>{rest}", "{head}{story}"),
    ("the text tells what people said and did", "{head}{story}", "<h1>{line}</h1><p>الصور القديمة في المتحف من أيدي أهل المدينة، وفيها وجوه البحارة والبيوت والسفن والسوق.</p>"),
    ("its paragraphs go on with «و» as those of a story do", "{head}{one}<p>وتستمر أعمال الترميم في المتحف حتى نهاية العام.</p>", "{head}{one}<p>تستمر أعمال الترميم في المتحف حتى نهاية العام.</p>"),
    ("the page has no markup to judge by", "{title}\n\n{text}", "{head}{story}"),
]  # fmt: skip


ROWS = {"TITLE": HEADLINES, "BODY": BLOCKS, "CONTEXT": NEIGHBOURS, "AUTHOR": WRITERS, "WHOLE": PAGES}


@pytest.mark.parametrize(
    ("table", "row"),
    [(name, row) for name, rows in ROWS.items() for row in rows],
    ids=lambda each: each if isinstance(each, str) else each[0],
)
def test_a_feature_speaks_where_it_should_and_is_silent_elsewhere(table, row):
    phrase, speaks, silent = row
    assert said(table, phrase, speaks) > said(table, phrase, silent) + 1e-6
    if table != "WHOLE":  # a page is never without all prose, all words, all weight
        assert said(table, phrase, silent) == pytest.approx(0.0)


# How far a feature speaks of lines that stand in one place: (feature, page, line -> number).


def words(count):
    return " ".join(["كلمة"] * count)


ABOVE, AMONG, LAST = "<div>{}</div>{story}", "{head}{first}<p>{}</p>{rest}", "{head}{story}<p>{}</p>"
STATED_WRITER = "<meta name=author content='{}'>{head}<div>{}</div>{story}"
DEGREES = [
    ("TITLE", "has the length of a headline", ABOVE, {words(2): 0, words(3): 0.5, words(4): 1, words(20): 1, words(21): 0}),
    ("TITLE", "is longer than headlines are", ABOVE, {words(16): 0, words(20): 0.25, words(32): 1, words(35): 1}),
    ("TITLE", "is one word", ABOVE, {words(1): 1, words(2): 0}),
    ("TITLE", "ends in a full stop", ABOVE, {f"{LINE}.": 1, f"{LINE}،": 1, f"{LINE}..": 0, f"{LINE}؟": 0, LINE: 0}),
    ("TITLE", "ends in a colon", ABOVE, {f"{LINE}:": 1, f"قال: {LINE}": 0}),
    ("TITLE", "opens with a word that opens no headline", ABOVE, {"بعد زيارة قصيرة": 0.5, "بسبب زيارة قصيرة": 1, "وارتفاع كلفة الوقود": 1, "وزير يفتتح الميناء": 0}),
    ("TITLE", "is template text", ABOVE, {"اقرأ أيضا": 1, "جميع الحقوق محفوظة": 1, LINE: 0}),
    ("TITLE", "greets its readers, or numbers a question", ABOVE, {"السلام عليكم ورحمة الله": 1, "عزيزي القارئ": 1, "س1. متى بدأ العمل؟": 1, "السلام في عدن": 0, "س-400 تصل إلى القاعدة": 0}),
    ("TITLE", "is a time stamp", ABOVE, {"5 مايو 2021": 1, "انتخابات 5 مايو 2021 تؤجل مرة أخرى": 0}),
    ("TITLE", "credits somebody", ABOVE, {"المصدر: رويترز": 1, f"{WRITER} يكتب: رصيف جديد": 0, LINE: 0}),
    ("TITLE", "is a caption or picture credit", ABOVE, {"تصوير: منى الحداد": 1, LINE: 0}),
    ("TITLE", "is the name of a section or an outlet", ABOVE, {"اقتصاد": 1, "وكالة رويترز": 1, LINE: 0}),
    ("AUTHOR", "its words name persons", STATED_WRITER, {WRITER: 0.9, "ورشة الفخار": 0}),
    ("AUTHOR", "its words are surely a person's name", STATED_WRITER, {WRITER: 1, "ورشة الفخار": 0}),
    ("AUTHOR", "has more words than names need", "{head}<div>{}</div>{story}", {f"كتب {WRITER}": 0, f"كتب {WRITER} مراسل الصحيفة في المكلا والساحل": 1 / 3}),
    ("BODY", "has words of running text", AMONG, {words(1): 1 / 12, words(6): 0.5, words(12): 1, words(40): 1}),
    ("BODY", "is as long as a paragraph", AMONG, {words(6): 0.1, words(30): 0.5, words(60): 1, words(90): 1}),
    ("BODY", "is very long", AMONG, {words(20): 0.1, words(100): 0.5, words(200): 1, words(220): 1}),
    ("BODY", "has the small words of sentences", AMONG, {words(6): 0, f"{words(5)} في": 0.5, "في البيت من هذا": 1, "في من": 0}),
    ("BODY", "is a short sentence with a full stop", AMONG, {f"{LINE}.": 1, LINE: 0, "نعم.": 0, f"{words(12)}.": 0}),
    ("BODY", "is a short sentence that opens with «و» as those that go on do", AMONG, {"وأضاف المدير أن العمل سيستمر.": 1, "وأضاف المدير أن العمل سيستمر": 0, "أضاف المدير أن العمل سيستمر.": 0}),
    ("BODY", "is template text", AMONG, {"اقرأ أيضا": 1, LINE: 0}),
    ("BODY", "is a time stamp", AMONG, {"5 مايو 2021": 1, LINE: 0}),
    ("BODY", "is a caption or picture credit", AMONG, {"تصوير: منى الحداد": 1, LINE: 0}),
    ("BODY", "ends as an excerpt does", LAST, {f"{words(20)}...": 0.75, f"{words(40)}…": 0.5, f"{words(90)}…": 0, f"{words(20)}.": 0}),
    ("BODY", "says who is responsible for the text", LAST, {"الآراء الواردة تعبر عن رأي كاتبها": 0.9, LINE: 0}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "phrase", "page", "lines"), DEGREES, ids=lambda each: each if isinstance(each, str) else ""
)
def test_how_far_a_feature_speaks(table, phrase, page, lines):
    pages = {line: page.replace("{}", line) for line in lines}
    assert {line: said(table, phrase, source, line) for line, source in pages.items()} == pytest.approx(lines)


def test_each_feature_has_an_example():
    told = {(table, row[0]) for table, rows in ROWS.items() for row in rows} | {row[:2] for row in DEGREES}
    told |= {("CONTEXT", phrase) for table, phrase in told if table == "BODY"}  # the second pass asks the same
    every = {(name, feature.phrase) for name, table in TABLES.items() for feature in table.features}
    assert every - told == set()
