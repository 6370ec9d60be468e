"""The old face of `notices.disclaimer`: signs instead of a sureness."""

import pytest

from newscli.arabic.letters import fold
from newscli.fields.disclaimer import disclaims


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("ملاحظة: المقال لا يعبر بالضرورة عن رأي الموقع.", 2),
        ("المقال يعبر عن رأي كاتبه", 1),
        ("قال الوزير إن العمل بدأ.", 0),
        ("", 0),
    ],
)
def test_signs(text, signs):
    assert disclaims(fold(text)) == signs
