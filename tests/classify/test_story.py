"""Where the story is: the run of fragments in which prose outweighs furniture the most."""

from newscli.classify.alone import view
from newscli.classify.story import find_run, prose_words
from newscli.segment.fragment import Fragment

PROSE = "قال مدير الميناء إن الرصيف الجديد يستقبل أربع سفن في وقت واحد، وإن العمل فيه استغرق عامين."
MENU = "الرئيسية"
COMMENTS = "اترك تعليقا"


def run(*lines, **more):
    return find_run([view(Fragment(line)) for line in lines], **more)


def test_a_page_without_prose_has_no_story():
    assert run(MENU, "أخبار", "رياضة") is None
    assert run() is None


def test_the_run_begins_and_ends_with_prose():
    assert run(MENU, "رياضة", PROSE, PROSE, "رياضة", MENU) == (2, 3)


def test_short_lines_between_paragraphs_do_not_end_it():
    assert run(PROSE, "عنوان فرعي", PROSE) == (0, 2)
    assert run(PROSE, "شارك الخبر", "اقرأ أيضا: خبر آخر", PROSE * 2) == (0, 3)


def test_the_comments_end_it():
    assert run(PROSE, PROSE, COMMENTS, "شكرا لكم على هذا الخبر الجميل جدا.") == (0, 1)


def test_the_heavier_of_two_runs_wins():
    menu = [MENU] * 20
    assert run(PROSE, *menu, PROSE, PROSE, PROSE) == (21, 23)
    assert run(PROSE, PROSE, PROSE, *menu, PROSE) == (0, 2)


def test_the_search_can_begin_later():
    assert run(PROSE * 3, *[MENU] * 40, PROSE, start=1) == (41, 41)


def test_a_bonus_moves_the_choice():
    menu = [MENU] * 40
    assert run(PROSE * 2, *menu, PROSE) == (0, 0)
    assert run(PROSE * 2, *menu, PROSE, bonus={41: 50.0}) == (41, 41)


def test_only_prose_is_counted():
    views = [view(Fragment(line)) for line in (PROSE, "عنوان فرعي", PROSE)]
    assert prose_words(views, (0, 2)) == 2 * prose_words(views, (0, 0)) > 0
