"""A fault of newscli itself is a message too, and costs no other article."""

import sys
from types import ModuleType

import pytest

from newscli.cli import main


@pytest.fixture
def faulty(monkeypatch, tmp_path):
    """A pipeline that breaks on every text with the word "bad"."""
    import newscli.article as real

    def parse_document(document):
        if "bad" in document.text:
            raise KeyError("boom")
        return real.parse_document(document)

    module = ModuleType("newscli.article")
    module.parse_document = parse_document
    monkeypatch.setitem(sys.modules, "newscli.article", module)
    monkeypatch.setattr(main, "_prepare_output", lambda: None)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.txt").write_text("bad")
    paragraphs = (
        "بدأ العمل أمس في ميناء المكلا الجديد بعد ثلاث سنوات من البناء المتواصل.",
        "وقال الوزير إن المشروع كلف ثمانين مليون دولار دفعتها الحكومة كاملة.",
        "ويستقبل الميناء أولى السفن مطلع الشهر المقبل، بحسب إدارته.",
    )
    (tmp_path / "good.txt").write_text("\n\n".join(paragraphs), "utf-8")


def test_a_fault_names_the_input_and_the_place(faulty, capsys):
    assert main.run(["parse", "bad.txt", "good.txt", "--field", "body"]) == 1
    out, err = capsys.readouterr()
    assert "وقال الوزير" in out
    assert err.startswith("newscli: bad.txt: a fault in newscli (KeyError: 'boom', at test_fault.py:")
    assert "NEWSCLI_DEBUG" in err


def test_a_fault_is_raised_for_those_who_ask(faulty, monkeypatch):
    monkeypatch.setenv("NEWSCLI_DEBUG", "1")
    with pytest.raises(KeyError):
        main.run(["parse", "bad.txt"])
