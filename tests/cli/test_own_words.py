"""newscli lexicon: the user's own agencies, outlets, places, names and words of notices."""

import pytest

STORY = (
    "الوزير يفتتح مؤتمر المياه السنوي\n\n"
    "الضفاف (و ر) - بدأت اليوم أعمال المؤتمر السنوي في القاعة الكبرى.\n\n"
    "وأضاف الوزير في كلمته أمام الحاضرين أن المشاركين سيبحثون ملفات كثيرة.\n\n"
    "ويستمر المؤتمر ثلاثة أيام، ويختتم ببيان يقرأ أمام الصحفيين مساء الخميس.\n"
)


@pytest.fixture
def own(newscli, tmp_path):
    def run(*arguments, **settings):
        return newscli(*arguments, env={"XDG_CONFIG_HOME": str(tmp_path), "NEWSCLI_LEXICON": ""}, **settings)

    return run


def test_what_was_added_is_read(own):
    before = own("parse", "--field", "places", input=STORY.encode()).stdout
    assert "الضفاف" not in before
    assert own("lexicon", "add", "place", "الضفاف").returncode == 0
    assert own("lexicon", "add", "agency", "وكالة المراسي; و ر").returncode == 0
    assert own("parse", "--field", "places", "--field", "sources", input=STORY.encode()).stdout == "الضفاف\tو ر\n"


def test_what_was_added_is_listed_once(own, tmp_path):
    for _ in range(2):
        own("lexicon", "add", "outlet", "IQ | المراسي نيوز=المراسي?")
    own("lexicon", "add", "name", "غضنفر")
    assert own("lexicon").stdout == "outlets\tIQ | المراسي نيوز=المراسي?\ngiven_names\tغضنفر\n"
    assert own("lexicon", "list", "name").stdout == "given_names\tغضنفر\n"
    assert (tmp_path / "newscli" / "lexicon" / "outlets.txt").read_text("utf-8").count("المراسي نيوز") == 1


@pytest.mark.parametrize(
    ("kind", "words", "says"),
    [
        ("agency", "a | b", "id | COUNTRY | name"),
        ("outlet", "iraq | الضفاف", "COUNTRY | name"),
        ("notice", "outlit | بوابتنا", "slot | word word"),
        ("place", "الضفاف | العراق", "names alone"),
        ("town", "الضفاف", "unknown kind 'town'"),
    ],
)
def test_what_has_not_the_form_of_the_table_is_not_added(own, tmp_path, kind, words, says):
    done = own("lexicon", "add", kind, words)
    assert done.returncode == 2
    assert says in done.stderr
    assert not (tmp_path / "newscli").exists()


def test_a_bad_line_is_told_with_its_number_and_passed_over(own, tmp_path):
    own("lexicon", "add", "agency", "وكالة المراسي; و ر")
    with (tmp_path / "newscli" / "lexicon" / "agencies.txt").open("a", encoding="utf-8") as file:
        file.write("# mine\nnonsense\n")
    checked = own("lexicon", "check")
    assert checked.returncode == 1
    assert "agencies.txt:3: 'nonsense' must be: id | COUNTRY | name" in checked.stderr
    parsed = own("parse", "--field", "sources", input=STORY.replace("الضفاف", "بغداد").encode())
    assert (parsed.returncode, parsed.stdout) == (0, "و ر\n")
    assert "agencies.txt:3" in parsed.stderr
