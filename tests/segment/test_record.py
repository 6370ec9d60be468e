"""Texts below a record of themselves: the headline that it states is the headline, and keeps its place."""

from texts import BODY

import newscli
from newscli.segment.plain import segment

ARCHIVE = """مركز الوثائق - قسم القصاصات
الجريدة: صدى الوادي
التاريخ: 21 آب 1997
العنوان: ميناء المكلا يستقبل أول سفينة قمح
الكاتب: سالم باوزير
النص:
"""
EXTRACTOR = """---
title: ميناء المكلا يستقبل أول سفينة قمح
author: سالم باوزير
description: خمسون طنا في أول رحلة
date: 2023-05-12
---
"""


def test_an_archive_names_the_headline_the_writer_and_the_day():
    text = ARCHIVE + "\n".join(BODY)
    article = newscli.parse(text)
    assert (article.title, article.byline.authors) == ("ميناء المكلا يستقبل أول سفينة قمح", ("سالم باوزير",))
    assert (article.published, article.body) == ("1997-08-21", "\n\n".join(BODY))
    [heading] = [each for each in segment(text).fragments if each.level]
    assert text[heading.start : heading.end] == article.title


def test_an_extractor_does_so_in_english():
    article = newscli.parse(EXTRACTOR + "\n".join(BODY))
    assert (article.title, article.byline.authors) == ("ميناء المكلا يستقبل أول سفينة قمح", ("سالم باوزير",))
    assert (article.published, article.dateline) == ("2023-05-12", None)


def test_one_labelled_line_is_no_record():
    assert not any(each.level for each in segment("\n\n".join(["العنوان: شارع المطار", *BODY])).fragments)
