"""The words of the Arabic press, as data: agencies, outlets, places, role words, formulas."""


def table(name: str) -> str:
    """The text of one of the data files that lie in this folder.

    Not by importlib.resources, which brings in zipfile, tempfile and pathlib: two thirds of the time Python takes to
    start.
    """
    with open(f"{__path__[0]}/{name}", encoding="utf-8") as file:  # noqa: PTH123
        return file.read()
