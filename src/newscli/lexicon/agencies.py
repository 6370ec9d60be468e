"""News agencies of the Arabic press and the generic credits (وكالات، متابعات ...).

To add an agency, add one line to `_TABLE`: id | country | name, then every further form, apart by `;`. A form that is
also an everyday word or a place gets a `?` behind it: it counts only where a source is expected. Letters spelled out
(«أ ف ب», «أ.ف.ب», «ا ف. ب») are one form: write them with spaces, the free dots, spaces and hamza are folded away.
"""
# ruff: noqa: E501 - rows of data

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from newscli.arabic.letters import fold
from newscli.lexicon.own import own
from newscli.regex import regex


class Agency(Struct, frozen=True):
    """A news agency: a stable id, its Arabic name, the ISO code of its country (INT for an international one).

    `generic` marks a credit that names no agency of its own (وكالات, متابعات).
    """

    id: str
    name: str
    country: str
    generic: bool = False


_TABLE = """
spa | SA | وكالة الأنباء السعودية; واس; و أ س; SPA
reuters | GB | رويترز; رويتر; وكالة رويترز; وكالة رويترز للأنباء; Reuters
afp | FR | فرانس برس; وكالة فرانس برس; وكالة الصحافة الفرنسية; الصحافة الفرنسية; الوكالة الفرنسية; وكالة الأنباء الفرنسية; الفرنسية?; أ ف ب; AFP
dpa | DE | وكالة الأنباء الألمانية; الوكالة الألمانية; الأنباء الألمانية; الألمانية?; د ب أ; د ب إ; DPA
ap | US | أسوشيتد برس; أسوشييتد برس; الأسوشيتد برس; أسوشيتدبرس; أسوشيتيد برس; وكالة أسوشيتد برس; أ ب; أب?; آب?; AP; Associated Press
upi | US | يونايتد برس; يونايتد برس إنترناشونال; يونايتد برس انترناشيونال; ي ب أ; يو بي آي; يو بي أي; UPI
aa | TR | الأناضول; وكالة الأناضول; وكالة الأناضول للأنباء; وكالة أنباء الأناضول; أناضول; AA; Anadolu
bna | BH | وكالة أنباء البحرين; بنا?; BNA
kuna | KW | وكالة الأنباء الكويتية; كونا; KUNA
wam | AE | وكالة أنباء الإمارات; وام?; و ا م; WAM
mena | EG | وكالة أنباء الشرق الأوسط; أ ش أ; أنباء الشرق الأوسط; MENA
xinhua | CN | شينخوا; وكالة أنباء الصين الجديدة; وكالة شينخوا; وكالة أنباء شينخوا; الصين الجديدة; Xinhua
wafa | PS | وكالة الأنباء والمعلومات الفلسطينية; وفا?; وكالة وفا; وكالة الأنباء الفلسطينية; WAFA
qna | QA | وكالة الأنباء القطرية; قنا?; QNA
sana | SY | الوكالة العربية السورية للأنباء; سانا; وكالة سانا; SANA
petra | JO | وكالة الأنباء الأردنية; بترا?; وكالة بترا; Petra
tap | TN | وكالة تونس إفريقيا للأنباء; وات?; TAP
map | MA | وكالة المغرب العربي للأنباء; ومع?; و م ع; لاماب; وكالة المغرب العربي; MAP
ina | IQ | وكالة الأنباء العراقية; واع?; و ا ع; INA
nina | IQ | الوكالة الوطنية العراقية للأنباء; نينا; NINA
ona | OM | وكالة الأنباء العمانية; العمانية?; الأنباء العمانية; ONA
bloomberg | US | بلومبرغ; بلومبرج; بلومبيرغ; بلومبيرج; وكالة بلومبرغ; Bloomberg
nyt | US | خدمة نيويورك تايمز; نيويورك تايمز; New York Times
wp | US | خدمة واشنطن بوست; واشنطن بوست; Washington Post
lat | US | خدمة لوس أنجليس تايمز; Los Angeles Times
tca | US | خدمة تريبيون ميديا; خدمة إم سي تي; MCT
aps | DZ | وكالة الأنباء الجزائرية; واج?; و أ ج; APS
saba | YE | وكالة الأنباء اليمنية; وكالة الأنباء اليمنية سبأ; سبأ?; سبأ نت; سبأنت; وكالة سبأ; وكالة أنباء سبأ; SABA
suna | SD | وكالة السودان للأنباء; سونا; SUNA
smc | SD | المركز السوداني للخدمات الصحفية; SMC
nna | LB | الوكالة الوطنية للإعلام; الوطنية للإعلام; الوطنية?; وطنية?; NNA
almarkazia | LB | وكالة الأنباء المركزية; المركزية?
lana | LY | وكالة الأنباء الليبية; وال?; لانا; وكالة الجماهيرية للأنباء; أوج; LANA
ami | MR | الوكالة الموريتانية للأنباء; و م أ; AMI
akhbar | MR | الأخبار إنفو; وكالة الأخبار; وكالة نواكشوط للأنباء; ونا?
sonna | SO | وكالة الأنباء الصومالية; وكالة الأنباء الوطنية الصومالية; صونا; SONNA
ria | RU | نوفوستي; ريا نوفوستي; وكالة نوفوستي; أنباء موسكو; RIA Novosti
sputnik | RU | سبوتنيك; وكالة سبوتنيك; Sputnik
interfax | RU | إنترفاكس; وكالة إنترفاكس; Interfax
tass | RU | تاس; إيتار تاس; ايتار تاس; وكالة تاس; TASS; ITAR-TASS
irna | IR | إرنا; وكالة إرنا; وكالة الجمهورية الإسلامية للأنباء; IRNA
fars | IR | فارس?; وكالة فارس; وكالة أنباء فارس; FARS
mehr | IR | مهر?; وكالة مهر; وكالة مهر للأنباء; Mehr
tasnim | IR | تسنيم; وكالة تسنيم; Tasnim
isna | IR | إسنا; وكالة إسنا; ISNA
efe | ES | إفي; وكالة إفي; وكالة الأنباء الإسبانية; EFE
ansa | IT | أنسا; وكالة أنسا; ANSA
aki | IT | آكي; وكالة آكي الإيطالية; AKI
kyodo | JP | كيودو; وكالة كيودو; Kyodo
jiji | JP | جيجي; جيجي برس; Jiji Press
yonhap | KR | يونهاب; وكالة يونهاب; Yonhap
bernama | MY | برناما; Bernama
pti | IN | برس ترست أوف إنديا; PTI
ians | IN | إيانس; IANS
una | INT | وكالة الأنباء الإسلامية الدولية; إينا; يونا; اتحاد وكالات أنباء دول منظمة التعاون الإسلامي; IINA; UNA
belga | BE | بلجا; وكالة بلجا; Belga
anp | NL | وكالة الأنباء الهولندية; ANP
ats | CH | وكالة الأنباء السويسرية; ATS
apa | AT | وكالة الأنباء النمساوية; APA; آبا
lusa | PT | لوسا; LUSA
cna | CY | وكالة الأنباء القبرصية; CNA
pap | PL | باب?; وكالة الأنباء البولندية; PAP
maan | PS | معا?; وكالة معا; وكالة معا الإخبارية; Maan
safa | PS | صفا?; وكالة صفا; وكالة الصحافة الفلسطينية; Safa
sama | PS | سما?; وكالة سما; وكالة سما الإخبارية
shehab | PS | شهاب?; وكالة شهاب; وكالة شهاب للأنباء
qudspress | PS | قدس برس; قدس برس إنترناشيونال; وكالة قدس برس; قدس برس إنترناشونال
qudsnet | PS | قدس نت; وكالة قدس نت; وكالة قدس نت للأنباء; قدسنا
paltoday | PS | فلسطين اليوم; وكالة فلسطين اليوم; فلسطين اليوم الإخبارية
pnn | PS | شبكة فلسطين الإخبارية; PNN
raya | PS | راية إف إم; شبكة راية الإعلامية
smartnews | SY | سمارت; وكالة سمارت; وكالة سمارت للأنباء
hawar | SY | هاوار; وكالة هاوار; وكالة أنباء هاوار; ANHA
dana | SY | شام?; شبكة شام; شبكة شام الإخبارية
qasioun | SY | قاسيون; وكالة قاسيون; وكالة قاسيون للأنباء
wak | IQ | واع العراق; وكالة أنباء براثا; براثا; وكالة بغداد اليوم
aknews | IQ | آكانيوز; وكالة كردستان للأنباء; آكانيوز; AKnews
shafaq | IQ | شفق نيوز; وكالة شفق نيوز; Shafaq News
alsumaria | IQ | السومرية نيوز; السومرية; Alsumaria News
mada | IQ | المدى برس; أصوات العراق; وكالة أصوات العراق; الغد برس; عين العراق نيوز; وكالة خبر; المعلومة; وكالة المعلومة; الفرات نيوز; وكالة نون; نون الخبرية
khabaragency | YE | وكالة خبر للأنباء; خبر للأنباء; مأرب برس; نيوزيمن; نيوز يمن; المصدر أونلاين; وكالة 2 ديسمبر; 2 ديسمبر; وكالة الصحافة اليمنية
aden | YE | عدن الغد; عدن تايم; عدن لنج
pana | INT | بانا برس; بانا?; وكالة عموم أفريقيا; وكالة أنباء عموم أفريقيا; وكالة الأنباء الأفريقية; وكالة بانا; PANA
apanews | INT | وكالة الأنباء الأفريقية; أبا نيوز; APAnews
ips | INT | إنتر برس سيرفس; آي بي إس; IPS
menaafp | INT | إيلاف للأنباء
syndicate | INT | بروجيكت سنديكيت; خدمة بروجيكت سنديكيت; Project Syndicate
businesswire | INT | بزنيس واير; بيزنس واير; Business Wire
aetoswire | INT | ايتوس واير; إيتوس واير; AETOSWire
prnewswire | INT | بي آر نيوزواير; PRNewswire; PR Newswire
zawya | INT | زاوية; زاوية عربي; Zawya
"""

# Credits that name no agency of their own; those with `?` are also words of the running text.
_GENERIC = """
وكالات; الوكالات; وكالات الأنباء; وكالات أنباء; وكالات الانباء العالمية; وكالات عالمية; متابعات; متابعة?; المتابعات; خاص?;
مواقع?; صحف?; مواقع إلكترونية; وكالات ومواقع; مواقع ووكالات; وكالات ومتابعات; وسائل إعلام; رصد?; خدمة الأخبار; مصادر?;
متابعات خاصة; متابعة خاصة; متابعات إخبارية; انترنت?; إنترنت?; agencies
"""

EXCLUSIVE = "خاص"
"""The generic credit that says "ours alone": beside an outlet it is no second source."""

_FOUR = 4
_PLAIN = regex(r"[^\W\d_]{3,}(?: [^\W\d_]+)*")  # words that are no initials: their own key
_PIECE = regex(r"\d+|[^\W\d_]+(?:['’-][^\W\d_]+)*")  # digits are a word of their own: «عربي21»


@lru_cache(maxsize=4096)  # is it an agency, an outlet, its form? each asks for the key of the same name
def key(text: str) -> str:
    """The form under which an organisation is looked up: folded, spelled-out letters joined, dots gone.

    >>> key("أ. ف. ب") == key("ا ف ب") == key("أ.ف.ب")
    True
    >>> key("وكالة الأناضول")
    'وكاله الاناضول'
    """
    return key_of(fold(text))


def key_of(folded: str) -> str:
    """The `key` of a text that is folded already."""
    if _PLAIN.fullmatch(folded):
        return folded
    words = _PIECE.findall(folded)
    return compact(words) or " ".join(words)


def compact(words: list[str] | tuple[str, ...]) -> str | None:
    """The words of a spelled-out abbreviation as one string with a mark in front, None where they are none.

    Agencies are abbreviated by their initials with free dots and spaces («أ ف ب», «اف ب»): two to four pieces of one
    or two letters, at most four letters in all; pieces of transcribed Latin letters («يو بي آي») have two or three.
    """
    if not 2 <= len(words) <= _FOUR or not all(map(str.isalpha, words)):
        return None
    lengths = list(map(len, words))
    if max(lengths) <= 2 and sum(lengths) <= _FOUR and min(lengths) == 1:
        return "." + "".join(words)
    return None


@cache
def _index() -> tuple[dict[str, Agency], frozenset[str]]:
    """The agencies by their folded names and short forms, and those of these forms that are words as well."""
    agencies: dict[str, Agency] = {}
    weak: set[str] = set()

    def enter(form: str, agency: Agency) -> None:
        name = key_of(form.rstrip("?"))
        agencies.setdefault(name, agency)
        if form.endswith("?"):
            weak.add(name)
        elif name.startswith(".") and name[1:] not in agencies:
            agencies[name[1:]] = agency  # «افب», «دبا»: the initials without any space
            weak.add(name[1:])

    table = own("agencies") + _TABLE.strip()
    for line, folded in zip(table.splitlines(), fold(table).splitlines(), strict=True):
        identifier, country, forms = (cell.strip() for cell in line.split("|"))
        agency = Agency(identifier, forms.partition(";")[0].strip(), country)
        for form in folded.rpartition("|")[2].split(";"):
            enter(form.strip(), agency)
    for form in _GENERIC.replace("\n", " ").split(";"):
        enter(fold(form.strip()), Agency("generic", form.strip().rstrip("?"), "INT", generic=True))
    return agencies, frozenset(weak)


def find_agency(text: str) -> Agency | None:
    """The agency that a name or an abbreviation stands for, None where it is none (or only a place or a word).

    >>> find_agency("أ.ف.ب").id
    'afp'
    >>> find_agency("وكالات").generic
    True
    """
    return _index()[0].get(key(text))


def is_agency(text: str) -> bool:
    """Whether the text names a news agency, in full or abbreviated; generic credits (وكالات) count as well."""
    return find_agency(text) is not None


def is_generic(name: str) -> bool:
    """Whether a lookup key (see `key`) is a credit that names no agency of its own: وكالات, متابعات, خاص."""
    agency = _index()[0].get(name)
    return agency is not None and agency.generic


def forms() -> dict[str, Agency]:
    """Every lookup key (see `key`) with its agency."""
    return _index()[0]


def weak_forms() -> frozenset[str]:
    """The lookup keys that are everyday words or places as well."""
    return _index()[1]
