"""From evidence to a reading: one headline, one run of body, or the finding that the page holds no story.

The blocks are weighed by themselves, which tells about where the story is; that tells the headline; with it and with
their neighbours the blocks are weighed again; the heaviest run of them is the story. Last, the whole page is weighed.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from newscli.regex import regex
from newscli.segment.page import Page
from newscli.weigh import groups, weights
from newscli.weigh.candidates import Candidates, candidates
from newscli.weigh.context import CONTEXT, near
from newscli.weigh.edges import with_whole_groups
from newscli.weigh.endings import closes_post, lists_tags
from newscli.weigh.evidence import Evidence, chance_among, probability
from newscli.weigh.features import BODY
from newscli.weigh.headline import TITLE
from newscli.weigh.observe import Observed, observe
from newscli.weigh.run import BODY_ODDS, Run, heaviest_run
from newscli.weigh.whole import LISTED, WHOLE, Whole

TITLE_ODDS = -1.0  # log-odds from which a line is taken for the headline; those of there being none are 0
NO_LINE = -9.0  # log-odds where no line can be the headline
_HEADING = 40  # words of a headline at most
_LABEL = 3  # most words of a label, which ends in a colon
# Log-odds of the whole from which a page is read as a story. A story that is lost is worse than a text that is none,
# whose reader sees what it is: of pages 27 % are enough. Plain text was chosen by somebody: 2 % are.
_STORY, _PLAIN_STORY = -1.0, -4.0
_ONE_THING = ("article", "video")  # how og:type begins on pages that show one thing; home pages and lists are websites
_ALONE = 0.5  # by how much the only line of a text's head is likelier then
_SURE_HEADLINE = range(4, 20)  # words
_LINK = 0.5  # share of linked letters from which a line is an entry of a menu
_PARTED = regex(r"[-–—ـ/:|(]")  # what stands between a place and who reports from there


class Headline(Struct, frozen=True):
    """The line that is the headline (None where no line is), its log-odds, and all that were considered.

    `best` is the likeliest line, though it may not be likely enough to be given.
    """

    index: int | None
    best: int | None
    odds: float
    lines: Candidates

    def evidence(self) -> Evidence:
        """What spoke for and against each of the lines, weighed for those who ask why."""
        return TITLE.weigh(self.lines, len(self.lines.indices), weights.TITLE)

    def chance(self, index: int) -> float:
        """The probability that one of the lines is the headline, and no other that might be it, nor none."""
        contenders = TITLE.contenders(self.lines, len(self.lines.indices), weights.TITLE)
        lines = self.lines.only(contenders)
        odds = TITLE.weigh(lines, len(contenders), weights.TITLE).odds
        return chance_among(odds, lines.indices.index(index))


class Reading(Struct, frozen=True):
    """What a page is read as: the headline, the story's run and the blocks of it that are body, and why.

    `whole` is what tells whether there is a story at all; without one `body` is empty, and
    `heading` is the block that heads the page.
    """

    observed: Observed
    blocks: Evidence
    headline: Headline | None = None
    run: Run | None = None
    body: tuple[int, ...] = ()
    whole: Whole | None = None
    heading: int | None = None

    @property
    def page(self) -> Page:
        """The page that was read."""
        return self.observed.page

    @property
    def title(self) -> int | None:
        """The block that is the headline of the story."""
        return self.headline.index if self.headline is not None and self.body else None

    def text(self, index: int) -> str:
        """The text of a block."""
        return self.observed.fragments[index].text

    def told(self) -> Iterator[str]:
        """The folded headline and first paragraphs of the story."""
        return self.observed.told(self.title, self.body)

    def chance(self, index: int) -> float:
        """The probability that a block is the story's text, as cross-validated: blocks in the run are it more often."""
        inside = self.run is not None and self.run.first <= index <= self.run.last
        slope, shift = weights.CALIBRATION["inside the run" if inside else "outside"]
        return probability(slope * self.blocks.odds[index] + shift)


def choose(page: Page) -> Reading:
    """The reading of a page. Linear in its length."""
    observed = observe(page)
    reading = _choose(observed)
    return reading if reading.body else replace(reading, heading=_page_heading(observed))


def _choose(observed: Observed) -> Reading:
    """Two passes over the blocks, the headline between them, and the question whether it all is a story."""
    size = len(observed.words)
    first = BODY.weigh(observed, size, weights.BODY)
    run = heaviest_run(first.odds, observed.words, observed.inside, observed.need)
    if run is None:
        return Reading(observed, first)
    headline = _headline(observed, run)
    second = CONTEXT.weigh(near(observed, first, headline.best), size, weights.CONTEXT)
    run = heaviest_run(second.odds, observed.words, observed.inside, observed.need)
    if run is None:
        return Reading(observed, second, headline)
    run = with_whole_groups(observed, second, run)
    body = _body(observed, second, run, headline.index)
    if not body:
        return Reading(observed, second, headline)
    whole = Whole(observed, run, body, headline.best, headline.odds)
    return Reading(observed, second, headline, run, _closed(observed, body) if _tells_story(whole) else (), whole)


def _tells_story(whole: Whole) -> bool:
    """Whether a page is read as a story; what takes long to tell is asked where the rest leaves it open: seldom."""
    quick = WHOLE.quick(whole, 1, weights.WHOLE)
    least = story_odds(html=whole.observed.page.html or any(quick.column(LISTED)))
    return quick.odds[0] - WHOLE.reach(weights.WHOLE) > least or whole.evidence().odds[0] > least


def story_odds(*, html: bool) -> float:
    """The log-odds of the whole above which a page, or else a plain text, is read as a story."""
    return _STORY if html else _PLAIN_STORY


def _headline(observed: Observed, run: Run) -> Headline:
    """The likeliest line for the headline above a run, or inside it, and how likely it is."""
    lines = candidates(observed, run)
    if not lines.indices:
        return Headline(None, None, NO_LINE, lines)
    place, odds = TITLE.likeliest(lines, len(lines.indices), weights.TITLE, lambda place: lines.only([place]))
    best = lines.indices[place]
    if not observed.page.html and _is_filed(lines, best):
        return Headline(None, None, NO_LINE, lines)
    if odds <= TITLE_ODDS and _heads_alone(lines, best):
        odds = TITLE_ODDS + _ALONE
    return Headline(best if odds > TITLE_ODDS else None, reckoned(observed, best, odds), odds, lines)


def _heads_alone(lines: Candidates, index: int) -> bool:
    """Whether a line is the only one of a text's head: above the story stand captions, credits, dates and buttons."""
    observed, head = lines.observed, range(lines.start)
    if observed.page.html or observed.words[index] not in _SURE_HEADLINE or observed.caption[index]:
        return False
    beside = (i for i in head if i != index)
    pictured = index in head and any(map(observed.caption.__getitem__, head))
    return pictured and all(observed.is_known(i) or observed.caption[i] or lines.credit(i).credits for i in beside)


def _is_filed(lines: Candidates, index: int) -> bool:
    """Whether a line of a text is a formula and no more: place and reporter, «حمص - سانا», or two outlets."""
    match, text = lines.credit(index).dateline, lines.observed.fragments[index].text
    if match is None or match.end < len(text) or _PARTED.search(text) is None:
        return False
    places, sources = match.dateline.places, match.dateline.sources
    return bool(places and (sources or match.authors)) or len(sources) > 1


def reckoned(observed: Observed, best: int, odds: float) -> int | None:
    """The likeliest line as the headline that the blocks are weighed beside: on a page any, in a text the one given.

    A text may begin with its first paragraph, and the likeliest of its lines is then one of the story's.
    """
    return best if observed.page.html or odds > TITLE_ODDS else None


def _body(observed: Observed, evidence: Evidence, run: Run, title: int | None) -> list[int]:
    """The blocks of the run that are the story's: those likely enough, without the headline and copies."""
    likely = groups.likely(observed, evidence, run)
    # What readers do not see must be likelier than not.
    least = [0.0 if place.furniture.get("hidden") else BODY_ODDS for place in observed.places]
    left_out = {*groups.unlikely_links(observed, evidence, run), title}
    blocks = [i for i in run.blocks if (evidence.odds[i] > least[i] or i in likely) and i not in left_out]
    blocks = [index for place, index in enumerate(blocks) if not groups.is_pulled(observed, blocks, place)]
    return list(_without_copies(observed, blocks, title))


def _closed(observed: Observed, body: list[int]) -> tuple[int, ...]:
    """The body without headings and labels at its end, which head what is not the story's, and without its tags.

    Nor is the line by which blogs close their posts one of the story: «هذه التدوينة كتبت يوم ...».
    """
    end = len(body)
    while end > 1 and (
        _heads(observed, body[end - 1])
        or closes_post(observed, body[end - 1])
        or lists_tags(observed, body[end - 1], body[: end - 1])
    ):
        end -= 1
    return tuple(body[:end])


def _heads(observed: Observed, index: int) -> bool:
    """Whether a block is a heading, or a few words with a colon: «تقييمنا:»."""
    fragment = observed.fragments[index]
    return bool(fragment.level) or (observed.words[index] <= _LABEL and fragment.text.rstrip().endswith(":"))


def _without_copies(observed: Observed, blocks: list[int], title: int | None) -> Iterator[int]:
    """The blocks that say neither the headline again nor a paragraph above; two lines of results may well be alike."""
    heading = observed.core(title) if title is not None else None
    told: set[str] = set()
    for index in blocks:
        words, text = observed.words[index], observed.folded[index]
        echo = words <= _HEADING and observed.core(index) == heading
        if not echo and not (observed.is_long(index) and text in told):
            told.add(text)
            yield index


def _page_heading(observed: Observed) -> int | None:
    """What heads a page that holds no story though it calls itself an article or a video: a clip, a gallery, a recipe.

    That is the line that agrees best with a headline that the page states; of several a heading, then the first.
    """
    if not observed.page.metadata.kind.startswith(_ONE_THING):
        return None
    stated = {i: observed.stated.agreement_of(line.core) for i, line in enumerate(observed.lines)}
    lines = [i for i, agreement in stated.items() if agreement and observed.linked[i] < _LINK]
    return max(lines, key=lambda i: (stated[i], observed.fragments[i].level > 0, -i), default=None)
