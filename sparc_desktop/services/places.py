"""The nine parts of a picture or a screen in words."""

from sparc_desktop.translation import translate


def place_name(row: int, column: int) -> str:
    """One of the nine, by its row and column, 0 to 2: "upper left"."""
    names = (
        (translate("Place", "upper left"), translate("Place", "upper middle"), translate("Place", "upper right")),
        (translate("Place", "middle left"), translate("Place", "centre"), translate("Place", "middle right")),
        (translate("Place", "lower left"), translate("Place", "lower middle"), translate("Place", "lower right")),
    )
    return names[row][column]
