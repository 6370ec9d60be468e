"""Every number of the dateline grammar, with what it means: one table to look at and to tune.

A reading's weight says how likely a run of words is what the reading says, other things equal, on one scale: under 1 a
guess from the slot alone, 1 a listed name that is an everyday word as well, 2 a name that is nothing else; a reading of
several words must outweigh the sum of the readings it replaces. A sequence's score is the sum of its weights less what
missing separators cost. A verdict's confidence is the share of such formulas that readers would call one (0 to 1).
The numbers were set by hand on 26,000 lines of fourteen Saudi outlets (2015) and checked on labelled lines of others.
"""

from __future__ import annotations

from typing import Final

from newscli.credits.likeness import Likeness

# Listed names.
PLACE: Final = 2.0
PLACE_OR_WORD: Final = 1.0  # «الجزيرة», «كان»: an everyday word, a person's name or an outlet as well
AGENCY: Final = 2.2
AGENCY_OR_WORD: Final = 1.6  # «قنا», «بنا»
GENERIC_OR_WORD: Final = 1.3  # «خاص», «متابعة»
OUTLET: Final = 2.2
OUTLET_OR_WORD: Final = 1.2  # «اليوم»
OWN_OUTLET: Final = 2.5  # the page's own
OWN_OUTLET_OR_PLACE: Final = 1.9  # «الرياض» on the pages of «الرياض»
DATE: Final = 2.0
WRITER: Final = 1.2
PHOTO: Final = 1.3
NOTE: Final = 0.9
LINK: Final = 0.8
JOINED: Final = 0.2  # what a glued «و» takes off: «وواس»

# Persons, by how plain the name is.
PERSON: Final = {Likeness.CLEAR: 1.9, Likeness.PLAUSIBLE: 1.4, Likeness.POSSIBLE: 0.8, Likeness.FAINT: 0.55}

# Sources by form or neighbours.
DESK: Final = 3.4  # «مكتب OUTLET» behind a place: two words
DESK_UNLISTED: Final = 1.9  # «PLACE - مكتب OUTLET», the outlet not listed
OF_CORRESPONDENT: Final = 2.0  # «مراسل OUTLET NAME»
EXCLUSIVE: Final = 1.9  # «خاص OUTLET»
HALF_QUOTED: Final = 4.5  # «القدس» دوت كوم: three words
QUOTED: Final = 2.1
TYPED_DOMAIN: Final = 3.8  # «العربية.نم»: two words
FORM_SURE: Final = 1.8  # «X نيوز», «X الإخبارية», a domain
FORM: Final = 1.6  # «صحيفة X»
FORM_ADJECTIVE: Final = 1.3  # «X اليوم»
FORM_WEAK: Final = 1.1  # «صوت X», «سبورت 360»
LATIN: Final = 1.0

# Guesses.
REGION: Final = 1.9  # «الحدود السعودية اليمنية»
BEFORE_COUNTRY: Final = 1.9  # «سانتا مونيكا (الولايات المتحدة) - ...»
BEFORE_COUNTRY_AND_AGENCY: Final = 2.1  # «علي آغا (تركيا) - رويترز»: no person
COUNTRY_STYLE: Final = 1.9  # «الإمارات المتحدة العربية»
HEADED: Final = 1.7  # «مخيم ...»
HEADED_OR_NAME: Final = 1.0  # «منية ...» begins villages' names and is a woman's
ONE_WORD: Final = 0.5
TWO_WORDS: Final = 0.4
GIVEN_NAME_ALONE: Final = 0.45  # a single given name can only be a place
SOURCE_DEFINITE: Final = 0.5
SOURCE_ONE_WORD: Final = 0.45
SOURCE_PHRASE: Final = 0.3
SOURCE_TITLE: Final = 0.9  # «ضفاف الوطن»

# Bounds between them.
GUESSED: Final = 1.0  # a weight under it is a guess by slot
AT_LEAST_ADJECTIVE: Final = 1.3
PLAIN: Final = 1.4  # a person's name with a given name in it, or a family's form
MORE_THAN_WORD: Final = 1.5
AT_LEAST_SURE: Final = 1.8

# What a missing separator costs before a reading.
COST_ROLE: Final = 0.4
COST_NAME: Final = 2.2

# What speaks for or against a sequence as a whole.
HAS_PLACE: Final = 0.5
HAS_SOURCE: Final = 0.5
SECOND_OUTLET: Final = 1.0  # taken off
UNKNOWN_BESIDE_KNOWN: Final = 0.8  # taken off: an unknown place beside a known one
ROLE_OF_NOTHING: Final = 1.0  # taken off: a role word that credits nobody
ROLE_OF_PERSON: Final = 0.8
LISTED_BY_COMMA: Final = 0.5
AGENCIES_BY_COMMA: Final = 1.0  # «قنا، وكالات»
BEHIND_BRACKET: Final = 0.7
PLACE_IN_BRACKETS: Final = 0.4  # «NAME (العين)»: where the writer is, rather than an outlet of that name
TOWN_BEFORE_PERSON: Final = 0.3  # «العين - NAME»: a town that news is filed from, rather than an outlet of that name
BESIDE_OUTLET: Final = 0.5  # «PLACE (OUTLET) OUTLET»
BESIDE_GENERIC: Final = 0.8
BEFORE_PLACE_AND_PERSON: Final = 0.8  # «OUTLET - PLACE - PERSON»: two persons seldom have a place between them
BESIDE_COUNTRY: Final = 1.2  # taken off: a country beside it shows a town

# How sure a verdict is, by its reason.
CONFIDENCE: Final = {
    "the whole line is a formula": 0.9,
    "a formula closed by a separator": 0.9,
    "the page's own outlet before a separator": 0.8,
    "a place and a date": 0.7,
    "a place and a desk": 0.7,
    "a place and a date before a separator": 0.7,
    "a place before the story's verb": 0.7,
    "a place or a source and a person": 0.6,
    "a place alone, closed": 0.6,
    "a source alone": 0.6,
    "a source before a separator": 0.6,
    "the page's own outlet alone": 0.6,
    "an outlet by its form before the story's verb": 0.6,
    "a formula before the verb, separator lost": 0.6,
    "a person beside what stands where a place does": 0.5,
    "what stands where a source does": 0.5,
    "a place before a dash": 0.5,
    "a place and a person before the verb": 0.5,
    "a source before a dash and the story's verb": 0.5,
    "a place and what may be a person": 0.45,
    "a place alone": 0.4,
    "a word that may be a source alone": 0.4,
}
SURE_LINE: Final = 0.6  # above it a whole line's reading needs no separator behind it
