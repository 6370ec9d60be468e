"""The texts that tests share: one short story of invented content, and the pages it is set in."""

import newscli

TITLE = "رصيف جديد في ميناء المكلا يستقبل أربع سفن"
LEAD = "قال مدير ميناء المكلا إن الرصيف الجديد يستقبل أربع سفن في وقت واحد، بعد عامين من العمل."
MORE = "وأضاف المدير أن العمل شارك فيه ثلاثمئة عامل من أبناء المدينة، إضافة إلى خبراء من الخارج."
LAST = "وينتظر أن تصل السفينة الأولى إلى الرصيف مطلع الشهر المقبل محملة بالقمح."
BODY = (LEAD, MORE, LAST)
FURTHER = (
    "وذكر بيان للشركة أن كلفة المشروع بلغت أربعين مليون دولار، دفع الصندوق العربي نصفها والباقي من ميزانية الدولة.",
    "ويأمل الصيادون في المدينة أن يخفف الرصيف الجديد من الزحام الذي كان يؤخر خروج قواربهم إلى البحر كل صباح.",
    "يذكر أن ميناء المكلا من أقدم موانئ الساحل، وكان قبل أن يتوسع يستقبل سفينة واحدة في الأسبوع على الأكثر.",
)
OTHER = "سفينة قمح تصل إلى ميناء عدن بعد تأخير دام أسبوعين"  # the headline of another story
COMMENT = "شكرا لكم على هذا الخبر الجميل، نتمنى أن يصل الخير إلى كل المحافظات إن شاء الله قريبا."  # a reader's
SITE = "البيدر نيوز"


def p(*paragraphs):
    """Paragraphs of HTML."""
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def joined(*paragraphs):
    """Paragraphs as a body has them."""
    return "\n\n".join(paragraphs)


def text(*lines):
    """The article of a plain text of these lines."""
    return newscli.parse(joined(*lines), format="text")


def page(title=TITLE, *, head="", top="", above="", body=BODY, below="", side="", url=None):
    """The article of a page: head and top, the headline, things above the story, the story, things below, a side."""
    return newscli.parse(
        f"<html><head><title>{title}</title>{head}</head><body>{top}<div><h1>{title}</h1>{above}<div>{p(*body)}</div>"
        f"{below}</div>{side}</body></html>",
        format="html",
        url=url,
    )
