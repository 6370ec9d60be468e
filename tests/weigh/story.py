"""A story of the tests, and a page that holds it with what stands around it."""

STORY = """رفعت بلدية رأس العين أمس قدرة محطة الضخ التي تغذي الأحياء الشرقية، بعد شكاوى من ضعف المياه في الطبقات العليا.

وقال مهندس المحطة كامل الزين إن المضخات الجديدة وصلت قبل أسبوعين، وإن تركيبها استغرق ثلاثة أيام من العمل المتواصل.

وأضاف أن البلدية ستفتح خطا ثانيا في الخريف المقبل إذا توافر التمويل، وأن كلفته تقارب كلفة الخط الأول.

وطالب سكان الحي بجدول معلن لساعات الضخ، وبفرق صيانة تعمل في أيام العطل أيضا."""
TITLE = "بلدية رأس العين ترفع قدرة محطة الضخ"


def html(head: str = "", tail: str = "", meta: str = "") -> str:
    paragraphs = "".join(f"<p>{p}</p>" for p in STORY.split("\n\n"))
    return (
        f"<html><head><title>{TITLE}</title>{meta}</head><body><article><h1>{TITLE}</h1>{head}"
        f"<div class='entry-content'>{paragraphs}</div>{tail}</article></body></html>"
    )
