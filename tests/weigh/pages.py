"""Pages for the tests of evidence: read as `parse` reads them, and small ones of any kind for properties."""
# ruff: noqa: E501 - rows of data

from hypothesis import strategies as st
from texts import BODY, COMMENT, FURTHER, OTHER, TITLE, joined, p

from newscli.model import Document, SourceInfo
from newscli.segment import segment
from newscli.weigh import weights
from newscli.weigh.author import AUTHOR
from newscli.weigh.author_lines import author_lines
from newscli.weigh.choose import choose
from newscli.weigh.context import CONTEXT, near
from newscli.weigh.features import BODY as BLOCKS
from newscli.weigh.headline import TITLE as HEADLINE
from newscli.weigh.whole import WHOLE, Whole

TABLES = {"BODY": BLOCKS, "TITLE": HEADLINE, "CONTEXT": CONTEXT, "WHOLE": WHOLE, "AUTHOR": AUTHOR}  # as in weights.py


def cut(source, form="html"):
    """The page that a source is cut into."""
    return segment(Document(source, SourceInfo(None, form, "utf-8", len(source), ""), "given as text"))


def facts(page):
    """(name of the table, its facts, how many candidates) of each table that a page gives candidates for."""
    reading = choose(page)
    size = len(page.fragments)
    yield "BODY", reading.observed, size
    title = reading.headline.index if reading.headline is not None else None
    yield "CONTEXT", near(reading.observed, BLOCKS.weigh(reading.observed, size, weights.BODY), title), size
    if reading.headline is not None:
        yield "TITLE", reading.headline.lines, len(reading.headline.lines.indices)
    if reading.whole is not None:
        blocks = list(reading.body) or [reading.run.first]
        yield "WHOLE", Whole(reading.observed, reading.run, blocks, title, reading.headline.odds), 1
        lines = author_lines(reading.observed, title, blocks)
        yield "AUTHOR", lines, len(lines.indices)


LINES = (
    TITLE, *BODY, *FURTHER, OTHER, COMMENT, COMMENT, "اقتصاد", "5 مايو 2021", "كتب: سالم باوزير", "سالم باوزير", "المكلا - سبأ",
    "اقرأ أيضا", "أخبار ذات صلة", "التعليقات", "جميع الحقوق محفوظة", "تصوير: منى الحداد", "المصدر: رويترز", OTHER + "...",
    "الآراء الواردة تعبر عن رأي كاتبها", "Latin words", "12", "«»", "",
)  # fmt: skip
TAGS = (
    "<p>{}</p>", "<h1>{}</h1>", "<h2>{}</h2>", "<div>{}</div>", "<li>{}</li>", "<a href=/1>{}</a>", "<p><a href=/2>{}</a> {}</p>",
    "<div class=sidebar><p>{}</p></div>", "<div class=comments>{}</div>", "<footer>{}</footer>", "<blockquote>{}</blockquote>",
    "<figure><img src=1.jpg alt='{}'><figcaption>{}</figcaption></figure>", "<article><p>{}</p>", "<div class=author>{}</div>",
    "<div style='display:none'>{}</div>", "<meta property='og:title' content='{}'>", "{}<br>",
)  # fmt: skip
MARKUP = st.lists(
    st.builds(lambda tag, line: tag.replace("{}", line), st.sampled_from(TAGS), st.sampled_from(LINES)), max_size=25
).map("".join)
TEXT = st.lists(st.sampled_from(LINES), max_size=25).map(lambda lines: joined(*lines))
PAGES = st.one_of(MARKUP.map(cut), TEXT.map(lambda text: cut(text, "text")))
STORY = f"<title>{TITLE}</title><nav><a href=/>الرئيسية</a></nav><div><h1>{TITLE}</h1>{p(*BODY, *FURTHER)}</div>"
