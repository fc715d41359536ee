"""The names of what can be described; here, so that a command line needs to load nothing to know them."""

DRAWN = (
    "drawings", "drawings-new-style", "drawings-other-artist", "screens", "screens-new-style", "foreign",
)  # fmt: skip
FROM_FILES = ("coco", "detailcaps", "docci", "iiw-400")
SPLITS = ("validation", "test", "train")  # of what is drawn
