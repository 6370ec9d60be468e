"""The element that holds the story, and which zones count: only those that begin below it."""

from newscli.classify.container import Container
from newscli.segment.fragment import Zone
from newscli.segment.html import segment

LONG = "قال مدير الميناء إن الرصيف الجديد يستقبل أربع سفن في وقت واحد، وإن العمل فيه استغرق عامين."
PARAGRAPHS = f"<p>{LONG}</p>" * 4


def places(markup):
    """text -> (zone, inside) of each fragment, and the story's element."""
    fragments = segment(markup).fragments
    container = Container(fragments)
    return container, {fragment.text: container.place(fragment.element) for fragment in fragments}


def test_the_element_that_holds_most_prose_is_the_storys():
    container, _ = places(f"<div class=menu><p>قائمة</p></div><div id=x>{PARAGRAPHS}</div><div><p>{LONG}</p></div>")
    assert container.element.path == "html > body:nth-child(2) > div:nth-child(2)"


def test_what_lies_elsewhere_is_outside():
    _, found = places(f"<p>قائمة</p><div>{PARAGRAPHS}<p>ذيل</p></div>")
    assert found["قائمة"] == (0, False)
    assert found["ذيل"] == (0, True)


def test_a_wrapper_named_like_furniture_does_not_count_where_it_holds_the_story():
    _, found = places(f"<div class='with-sidebar comments'><div class=sidebar>{PARAGRAPHS}</div></div>")
    assert found[LONG] == (0, True)


def test_the_same_name_counts_below_and_beside_the_story():
    _, found = places(f"<div class=sidebar>جانب</div><div>{PARAGRAPHS}<div class=share>شارك</div></div>")
    assert found["جانب"] == (Zone.ASIDE, False)
    assert found["شارك"] == (Zone.SHARE, True)


def test_zones_of_all_elements_on_the_way_add_up():
    _, found = places(f"<div>{PARAGRAPHS}<div class=related><ul class=tags><li>وسم</li></ul></div></div>")
    assert found["وسم"] == (Zone.RELATED | Zone.TAGS, True)


def test_prose_of_comments_does_not_outweigh_the_story():
    comments = f"<div class=comments>{PARAGRAPHS}</div>"
    container, _ = places(f"{comments}<div>{PARAGRAPHS}</div>")
    assert container.element.path.endswith("div:nth-child(2)")


def test_prose_inside_links_is_no_story():
    teasers = "".join(f"<p><a href=/{n}>{LONG}</a></p>" for n in range(9))
    container, _ = places(f"<div>{teasers}</div><div>{PARAGRAPHS}</div>")
    assert container.element.path.endswith("div:nth-child(2)")


def test_a_story_in_parts_is_held_by_what_holds_the_parts():
    container, found = places(
        f"<div><p>قبل</p></div><div><div>{PARAGRAPHS}</div><p>بين</p><div>{PARAGRAPHS}</div></div>"
    )
    assert container.element.path == "html > body:nth-child(2) > div:nth-child(2)"
    assert found["بين"] == (0, True)


def test_one_long_paragraph_is_held_by_its_parent():
    container, _ = places(f"<div><p>{LONG * 5}</p></div>")
    assert container.element.tag == "div"


def test_a_page_without_prose_has_no_element():
    container, found = places("<ul><li>قائمة</li></ul>")
    assert container.element is None
    assert found["قائمة"] == (0, False)


def test_distance_counts_the_levels_from_the_storys_element_up_to_where_the_two_meet():
    fragments = segment(f"<p>بعيد</p><section><p>قريب</p><div>{PARAGRAPHS}<p>داخل</p></div></section>").fragments
    container = Container(fragments)
    far = {fragment.text: container.distance(fragment.element) for fragment in fragments}
    assert (far["داخل"], far["قريب"], far["بعيد"]) == (0, 1, 2)
