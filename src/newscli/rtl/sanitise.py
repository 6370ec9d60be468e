"""What a page may send to a terminal: its text, and nothing that the terminal would obey.

Escape sequences go whole, controls and the page's own bidi controls go alone; the marks U+200E, U+200F and U+061C
stay, since a writer who sets one means the order it gives. Ligatures that stand for a whole phrase are spelt out:
in one cell they are a blot.
"""

from __future__ import annotations

import re

# ECMA-48: OSC, DCS, SOS, PM and APC strings up to BEL or ST; CSI sequences; two-character escapes.
# A string that is never closed loses its introducer alone, so that no text is lost with it. No string
# reaches over the introducer of another: so each character is looked at once, however many are open.
_ESCAPES = re.compile(
    "(?:\x1b[\\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x90\x98\x9c-\x9f\n]*+(?:\x07|\x1b\\\\|\x9c)"
    "|(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    "|\x1b[ -/]*[0-~]"
)
_PHRASES: dict[int, str | None] = {
    0xFDF2: "الله",  # ARABIC LIGATURE ALLAH
    0xFDFA: "صلى الله عليه وسلم",  # ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM
    0xFDFB: "جل جلاله",  # ARABIC LIGATURE JALLAJALALOUHOU
    0xFDFD: "بسم الله الرحمن الرحيم",  # ARABIC LIGATURE BISMILLAH AR-RAHMAN AR-RAHEEM
}
_SPACES = (*range(0x09, 0x0E), 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029)
_REMOVED = (
    *range(0x00, 0x09),
    *range(0x0E, 0x1C),
    *range(0x7F, 0x85),
    *range(0x86, 0xA0),
    0x00AD,  # SOFT HYPHEN: a cell in most terminals
    *range(0x202A, 0x202F),
    *range(0x2066, 0x2070),  # embeddings, overrides, isolates, deprecated formats
    0xFEFF,
    *range(0xFFF9, 0xFFFC),  # BYTE ORDER MARK, interlinear annotation
    *range(0xE0000, 0xE0080),  # language tags
)
_TABLE: dict[int, str | None] = {**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_REMOVED), **_PHRASES}
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    r"""One line of text that is safe to show: no controls, no escape sequences, no line ends (they become spaces).

    Lone surrogates become U+FFFD. Nothing that can be seen is lost.

    >>> clean("خبر\x1b[2J عاجل\x1b]0;title\x07\u202e!")
    'خبر عاجل!'
    >>> clean("الرسول \ufdfa")
    'الرسول صلى الله عليه وسلم'
    """
    if text.isascii() and text.isprintable():
        return text
    return _SURROGATE.sub("\ufffd", _ESCAPES.sub("", text).translate(_TABLE))
