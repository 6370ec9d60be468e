"""Assembly: the fields of a story put together, verbatim and traceable, and what is told of a page without one."""

import json
from pathlib import Path

import pytest
from texts import BODY, LEAD, MORE, TITLE, page, text

import newscli
from newscli.model import Role

KINDS = Path(__file__).parent / "kinds"


class TestVerbatim:
    def test_paragraphs_are_parted_by_a_blank_line(self):
        assert text(TITLE, *BODY).body == "\n\n".join(BODY)

    def test_spelling_and_marks_stay_as_printed(self):
        lead = LEAD.replace("قال", "قالَ").replace("الجديد", "الجـديد").replace("أربع", "٤")
        assert text(TITLE, lead, MORE).body.startswith(lead)

    def test_latin_words_and_numbers_stay_in_logical_order(self):
        lead = LEAD.replace("الرصيف الجديد", 'الرصيف "Berth 4" (2021)')
        assert text(TITLE, lead, MORE).body.startswith(lead)

    def test_a_dateline_is_cut_off_the_body_and_nothing_else_is(self):
        found = text(TITLE, f"عدن (رويترز) - {LEAD}", MORE)
        assert (found.dateline.text, found.body) == ("عدن (رويترز)", f"{LEAD}\n\n{MORE}")


class TestBlocks:
    def test_the_parts_of_a_cut_paragraph_are_blocks_of_their_own(self):
        source = f"{TITLE}\n\nعدن - رويترز: {LEAD}\n\n{MORE}\n"
        found = newscli.parse(source)
        assert [block.role for block in found.blocks] == [Role.TITLE, Role.DATELINE, Role.BODY, Role.BODY]
        assert [source[block.start : block.end].strip() for block in found.blocks] == [
            block.text for block in found.blocks
        ]

    def test_the_place_of_a_cut_part_holds_its_text_and_no_space_behind(self):
        source = f"{TITLE}\n\nعدن - رويترز: {LEAD}\n\n{MORE}\n"
        dateline = newscli.parse(source).blocks[1]
        assert source[dateline.start : dateline.end] == dateline.text

    def test_offsets_of_parts_hold_in_wide_and_odd_white_space(self):
        source = f"{TITLE}\n\n  عدن  -\u00a0رويترز :   {LEAD}\n\n{MORE}\n"
        dateline, lead = newscli.parse(source).blocks[1:3]
        assert " ".join(source[dateline.start : dateline.end].split()) == dateline.text
        assert source[lead.start : lead.end] == lead.text == LEAD

    def test_each_block_says_why_and_how_sure(self):
        for block in page().blocks:
            assert block.reason
            assert 0 < block.confidence <= 1

    @pytest.mark.parametrize("path", sorted(KINDS.glob("*.jsonl")), ids=lambda path: path.stem)
    def test_each_block_of_all_kinds_of_pages_is_sure_to_a_share(self, path):
        for case in map(json.loads, path.read_bytes().strip().split(b"\n")):
            for block in newscli.parse(case["input"], format=case["kind"]).blocks:
                assert 0 <= block.confidence <= 1, (case["id"], block.reason)

    def test_blocks_of_text_have_lines_and_blocks_of_html_paths(self):
        assert [(block.line, block.path) for block in text(TITLE, *BODY).blocks] == [
            (1, None),
            (3, None),
            (5, None),
            (7, None),
        ]
        assert {(block.line, block.start, block.end) for block in page().blocks} == {(None, None, None)}
        assert all(block.path for block in page().blocks)


class TestTitles:
    def test_the_sites_name_is_cut_off_the_visible_headline(self):
        found = page(f"{TITLE} - البيدر نيوز", head='<meta property="og:site_name" content="البيدر نيوز">')
        assert found.title == TITLE

    def test_the_writer_in_the_headline_stays_in_it_and_is_an_author(self):
        found = text("سالم باوزير يكتب: الميناء الذي انتظرناه", *BODY)
        assert found.title == "سالم باوزير يكتب: الميناء الذي انتظرناه"
        assert found.byline.authors == ("سالم باوزير",)

    def test_a_writer_behind_the_headline_is_cut_off(self):
        found = page("الميناء الذي انتظرناه طويلا / سالم باوزير")
        assert found.title == "الميناء الذي انتظرناه طويلا"
        assert found.byline.authors == ("سالم باوزير",)

    def test_the_visible_headline_is_explained_beside_the_stated_one(self):
        found = page(head=f'<meta property="og:title" content="{TITLE} غدا">')
        chosen, *others = found.explain("title")
        assert (chosen.value, chosen.chosen) == (TITLE, True)
        assert f"{TITLE} غدا" in [other.value for other in others]


class TestBylines:
    def test_writers_of_several_lines_are_told_once_each(self):
        found = text(TITLE, "كتب: سالم باوزير", "عدن - سالم باوزير", *BODY)
        assert found.byline.authors == ("سالم باوزير",)

    def test_a_page_without_a_writer_has_none(self):
        assert page().byline is None


class TestSectionsTagsLanguage:
    def test_the_stated_section_wins(self):
        found = page(head='<meta property="article:section" content="اقتصاد">')
        assert found.section == "اقتصاد"

    def test_visible_tags_win_over_stated_ones(self):
        stated = '<meta property="article:tag" content="شحن">'
        assert page(head=stated).tags == ("شحن",)
        found = page(
            head=stated, below="<div class=tags><a href=/1>#ميناء</a> <a href=/2>قمح،</a> <a href=/2>قمح</a></div>"
        )
        assert found.tags == ("ميناء", "قمح")

    def test_the_stated_language_wins_over_the_letters(self):
        assert page().language == "ar"
        assert page(head='<meta property="og:locale" content="fa_IR">').language == "fa"

    def test_other_letters_give_no_language(self):
        assert (
            newscli.parse("The new berth takes four ships at a time, said the port's director on Monday.").language
            is None
        )

    def test_images_and_address_are_the_pages(self):
        head = '<meta property="og:image" content="https://x.example/1.jpg"><link rel=canonical href="https://x.example/1">'
        found = page(head=head)
        assert (found.images, found.url) == (("https://x.example/1.jpg",), "https://x.example/1")


class TestSource:
    def test_the_source_is_described(self):
        data = f"{TITLE}\n\n{LEAD}".encode()
        source = newscli.parse(data, path="a.txt").source
        assert (source.path, source.format, source.encoding, source.bytes) == ("a.txt", "text", "utf-8", len(data))
        assert len(source.sha256) == 64

    @pytest.mark.parametrize(
        ("given", "form"), [("<p>نص</p>", "html"), ("نص", "text"), ("<!DOCTYPE html>نص", "html"), ("5 < 7 > 3", "text")]
    )
    def test_the_format_is_told_by_the_content(self, given, form):
        assert newscli.parse(given).source.format == form


class TestWithoutAStory:
    @pytest.mark.parametrize(
        "source", ["", " \n", "<html></html>", "<ul><li><a href=/>قائمة</a></li></ul>", "قائمة\n\nبحث"]
    )
    def test_it_is_said_and_no_field_is_guessed(self, source):
        found = newscli.parse(source)
        assert found.warnings == ("no-article",)
        assert (found.body, found.title, found.dateline, found.byline, found.disclaimer) == ("", None, None, None, None)
        assert (found.published, found.kicker, found.subtitle, found.tags) == (None, None, None, ())
