"""An explanation as one accessible HTML page that needs nothing beside itself.

`page.py` puts it together from the sentences of `words.py`, the heat maps of `heat.py` and the chart of `chart.py`;
`markup.py` writes the tags and escapes all else, `style.py` is the look. The words say all that the pictures show.
"""

from sparc_desktop.services.explanation_page.page import explanation_page

__all__ = ["explanation_page"]
