"""Fragments and the elements that hold them: shares, places, and zones that are no part of a story."""

from newscli.segment.page import Element, Fragment, Zone


def chain(*steps):
    """The innermost element of (tag, index among its siblings) steps from the root down."""
    here = Element("#document")
    for depth, (tag, index) in enumerate(steps, 1):
        here = Element(tag, here, here, index, 0, depth)
    return here


def test_the_path_names_each_step_by_tag_and_place():
    assert chain(("html", 1), ("body", 2), ("div", 3)).path == "html > body:nth-child(2) > div:nth-child(3)"


def test_tags_that_a_selector_cannot_spell_are_told_by_place_alone():
    assert chain(("html", 1), ("body", 2), ("o:p", 1)).path == "html > body:nth-child(2) > *:nth-child(1)"


def test_the_path_of_the_document_is_its_first_element():
    assert Element("#document").path == "html"


def test_the_share_of_links_is_between_none_and_all():
    assert Fragment("نص").link_share == 0.0
    assert Fragment("نص هنا", link_chars=6).link_share == 1.0
    assert Fragment("").link_share == 0.0


def test_every_zone_is_a_bit_of_its_own():
    bits = [int(zone) for zone in Zone if zone]
    assert len(set(bits)) == len(bits)
    assert all(bit & (bit - 1) == 0 for bit in bits)
