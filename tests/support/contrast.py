"""The contrast of two colours as WCAG 2 defines it, and what it asks for."""

from PySide6.QtGui import QColor, QImage

TEXT, GRAPHICS = 4.5, 3.0


def luminance(color: QColor) -> float:
    """0 of black, 1 of white."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: QColor, second: QColor) -> float:
    """From 1, of equal ones, to 21, of black and white."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def contrast_in(image: QImage) -> float:
    """Between the lightest and the darkest point: how well the text in it can be read."""
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    ordered = sorted((QColor(each) for each in colours), key=luminance)
    return contrast(ordered[0], ordered[-1])
