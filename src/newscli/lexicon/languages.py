"""The names of the languages that pages are written in, in Arabic, by their tags of BCP 47."""

from typing import Final

IN_ARABIC: Final = {
    "ar": "العربية",
    "en": "الإنجليزية",
    "fr": "الفرنسية",
    "fa": "الفارسية",
    "ur": "الأردية",
    "und": "غير معروفة",
}
