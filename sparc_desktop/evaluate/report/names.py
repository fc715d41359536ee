"""What the scores are called on a page, and what each says, in the words of people; `measures` has the formulas.

They stand in groups, one table each.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sparc_desktop.translation import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True, slots=True)
class Name:
    """A score's name and its meaning, in English; how many digits of it are told, and of what it is a hundredfold."""

    short: str
    meaning: str
    digits: int = 3


_RIGHT_WHEN_TOLD = QT_TRANSLATE_NOOP("Scores", "The same, of those with which one is told at all.")

NAMED: Mapping[str, Name] = {
    "object_precision": Name(
        QT_TRANSLATE_NOOP("Scores", "Precision"),
        QT_TRANSLATE_NOOP("Scores", "Of the kinds of object that are named, each counted once a caption, the share "
                          "that is there."),
    ),
    "object_recall": Name(
        QT_TRANSLATE_NOOP("Scores", "Recall"),
        QT_TRANSLATE_NOOP("Scores", "Of the kinds of object that are there, the share that is named."),
    ),
    "object_f1": Name(
        QT_TRANSLATE_NOOP("Scores", "F1"), QT_TRANSLATE_NOOP("Scores", "The harmonic mean of precision and recall.")
    ),
    "control_precision": Name(
        QT_TRANSLATE_NOOP("Scores", "Precision of controls"),
        QT_TRANSLATE_NOOP("Scores", "Of the controls that are named, by kind and nearly right label, the share that "
                          "is there."),
    ),
    "control_recall": Name(
        QT_TRANSLATE_NOOP("Scores", "Recall of controls"),
        QT_TRANSLATE_NOOP("Scores", "Of the controls that are there, the share that is named."),
    ),
    "control_f1": Name(
        QT_TRANSLATE_NOOP("Scores", "F1 of controls"),
        QT_TRANSLATE_NOOP("Scores", "The harmonic mean of precision and recall."),
    ),
    "control_exact_precision": Name(
        QT_TRANSLATE_NOOP("Scores", "Precision, exact labels"),
        QT_TRANSLATE_NOOP("Scores", "The precision of controls whose labels are told exactly as they are written."),
    ),
    "control_exact_recall": Name(
        QT_TRANSLATE_NOOP("Scores", "Recall, exact labels"),
        QT_TRANSLATE_NOOP("Scores", "The recall of controls whose labels are told exactly as they are written."),
    ),
    "control_exact_f1": Name(
        QT_TRANSLATE_NOOP("Scores", "F1, exact labels"),
        QT_TRANSLATE_NOOP("Scores", "The harmonic mean of the two."),
    ),
    "mention_precision": Name(
        QT_TRANSLATE_NOOP("Scores", "Precision of mentions"),
        QT_TRANSLATE_NOOP("Scores", "Of all mentions, repeated ones too, the share that is of something there: 1 "
                          "less CHAIRi."),
    ),
    "chair_i": Name(
        QT_TRANSLATE_NOOP("Scores", "CHAIRi"),
        QT_TRANSLATE_NOOP("Scores", "Of all mentions, the share that is of something that is not there."),
    ),
    "chair_s": Name(
        QT_TRANSLATE_NOOP("Scores", "CHAIRs"),
        QT_TRANSLATE_NOOP("Scores", "The share of captions that mention something that is not there."),
    ),
}  # fmt: skip
COUNTED: Mapping[str, Name] = {
    "item_precision": Name(
        QT_TRANSLATE_NOOP("Scores", "Precision of things"),
        QT_TRANSLATE_NOOP("Scores", "Of the things that are told, each by itself, the share that is there."),
    ),
    "item_recall": Name(
        QT_TRANSLATE_NOOP("Scores", "Recall of things"),
        QT_TRANSLATE_NOOP("Scores", "Of the things that are there, each by itself, the share that is told."),
    ),
    "item_f1": Name(
        QT_TRANSLATE_NOOP("Scores", "F1 of things"),
        QT_TRANSLATE_NOOP("Scores", "The harmonic mean of the two."),
    ),
    "count_right": Name(
        QT_TRANSLATE_NOOP("Scores", "Numbers right"),
        QT_TRANSLATE_NOOP("Scores", "Of the kinds that are named and there, the share told in the right number."),
    ),
    "count_of_several_right": Name(
        QT_TRANSLATE_NOOP("Scores", "Numbers of several right"),
        QT_TRANSLATE_NOOP("Scores", "The same, of kinds of which there are two or more."),
    ),
    "total_right": Name(
        QT_TRANSLATE_NOOP("Scores", "Total right"),
        QT_TRANSLATE_NOOP("Scores", "Of the captions that say how many things there are, the share that is right."),
    ),
}
DESCRIBED: Mapping[str, Name] = {
    "colour_right": Name(
        QT_TRANSLATE_NOOP("Scores", "Colour"),
        QT_TRANSLATE_NOOP("Scores", "Of the things told that have a colour, the share told with the right one."),
    ),
    "colour_right_when_told": Name(QT_TRANSLATE_NOOP("Scores", "Colour, when told"), _RIGHT_WHEN_TOLD),
    "size_right": Name(
        QT_TRANSLATE_NOOP("Scores", "Size"),
        QT_TRANSLATE_NOOP("Scores", "Of the things told that have a size, the share told with the right one."),
    ),
    "size_right_when_told": Name(QT_TRANSLATE_NOOP("Scores", "Size, when told"), _RIGHT_WHEN_TOLD),
    "place_right": Name(
        QT_TRANSLATE_NOOP("Scores", "Place"),
        QT_TRANSLATE_NOOP("Scores", "Of the things told that have a place, the share told at the right one."),
    ),
    "place_right_when_told": Name(QT_TRANSLATE_NOOP("Scores", "Place, when told"), _RIGHT_WHEN_TOLD),
    "attributes_right": Name(
        QT_TRANSLATE_NOOP("Scores", "Attributes"),
        QT_TRANSLATE_NOOP("Scores", "Colour, size and place taken together."),
    ),
    "attributes_right_when_told": Name(QT_TRANSLATE_NOOP("Scores", "Attributes, when told"), _RIGHT_WHEN_TOLD),
    "ground_colour_right": Name(
        QT_TRANSLATE_NOOP("Scores", "Background's colour"),
        QT_TRANSLATE_NOOP("Scores", "The share of pictures whose background is told in the right colour."),
    ),
    "ground_pattern_right": Name(
        QT_TRANSLATE_NOOP("Scores", "Background's pattern"),
        QT_TRANSLATE_NOOP("Scores", "The share of pictures whose background is told with the right pattern."),
    ),
    "relation_precision": Name(
        QT_TRANSLATE_NOOP("Scores", "Precision of relations"),
        QT_TRANSLATE_NOOP("Scores", "Of the relations told, such as “behind”, the share that holds."),
    ),
    "touching_recall": Name(
        QT_TRANSLATE_NOOP("Scores", "Recall of “on” and “behind”"),
        QT_TRANSLATE_NOOP(
            "Scores", "Of the things that are on or behind another one, the share of which this is told."
        ),
    ),
    "beside_recall": Name(
        QT_TRANSLATE_NOOP("Scores", "Recall of “left of” and “above”"),
        QT_TRANSLATE_NOOP(
            "Scores", "Of the neighbours that are plainly beside or above each other, the share so told."
        ),
    ),
}
READ: Mapping[str, Name] = {
    "labels_right": Name(
        QT_TRANSLATE_NOOP("Scores", "Labels right"),
        QT_TRANSLATE_NOOP("Scores", "Of the labels of controls that are told, the share told exactly as written."),
    ),
    "character_error_rate": Name(
        QT_TRANSLATE_NOOP("Scores", "Character errors"),
        QT_TRANSLATE_NOOP("Scores", "Characters to be mended in those labels, for each character that is written."),
    ),
    "words_precision": Name(
        QT_TRANSLATE_NOOP("Scores", "Precision of words"),
        QT_TRANSLATE_NOOP("Scores", "Of the words told in labels, the share that stands on the screen."),
    ),
    "words_recall": Name(
        QT_TRANSLATE_NOOP("Scores", "Recall of words"),
        QT_TRANSLATE_NOOP("Scores", "Of the words on the screen, the share that is told."),
    ),
    "words_f1": Name(
        QT_TRANSLATE_NOOP("Scores", "F1 of words"), QT_TRANSLATE_NOOP("Scores", "The harmonic mean of the two.")
    ),
    "state_right": Name(
        QT_TRANSLATE_NOOP("Scores", "State"),
        QT_TRANSLATE_NOOP("Scores", "Of the controls told that have a state, such as “checked”, the share told with "
                          "the right one."),
    ),
    "state_right_when_told": Name(QT_TRANSLATE_NOOP("Scores", "State, when told"), _RIGHT_WHEN_TOLD),
    "value_right": Name(
        QT_TRANSLATE_NOOP("Scores", "Value"),
        QT_TRANSLATE_NOOP("Scores", "Of the values of the controls told, the share told within 5 of 100."),
    ),
    "value_exact": Name(
        QT_TRANSLATE_NOOP("Scores", "Value, exact"),
        QT_TRANSLATE_NOOP("Scores", "The same, told exactly."),
    ),
}  # fmt: skip
COMPARED: Mapping[str, Name] = {
    "capture_all": Name(
        QT_TRANSLATE_NOOP("Scores", "All, against references"),
        QT_TRANSLATE_NOOP("Scores", "F1 of what is told against what the references tell, by word lists: objects, "
                          "attributes and relations, weighted 5 to 5 to 2. It is not CAPTURE itself."),
    ),
    "capture_objects": Name(
        QT_TRANSLATE_NOOP("Scores", "Objects"), QT_TRANSLATE_NOOP("Scores", "The same, of objects alone.")
    ),
    "capture_attributes": Name(
        QT_TRANSLATE_NOOP("Scores", "Attributes of objects"),
        QT_TRANSLATE_NOOP("Scores", "The same, of attributes alone."),
    ),
    "capture_relations": Name(
        QT_TRANSLATE_NOOP("Scores", "Relations"), QT_TRANSLATE_NOOP("Scores", "The same, of relations alone.")
    ),
    "clair": Name(
        QT_TRANSLATE_NOOP("Scores", "CLAIR"),
        QT_TRANSLATE_NOOP("Scores", "How likely, from 0 to 100, a language model finds it that the caption and the "
                          "references are of one picture. Only scores by the same judge can be compared."), 1,
    ),
}  # fmt: skip
WORDED: Mapping[str, Name] = {
    "length": Name(
        QT_TRANSLATE_NOOP("Scores", "Length"),
        QT_TRANSLATE_NOOP("Scores", "Words a caption; in Chinese, characters."), 1,
    ),
    "distinct_1": Name(
        QT_TRANSLATE_NOOP("Scores", "Distinct-1"),
        QT_TRANSLATE_NOOP("Scores", "Of the words of a caption, the share that is different from all others."),
    ),
    "repeated_bigrams": Name(
        QT_TRANSLATE_NOOP("Scores", "Repeated word pairs"),
        QT_TRANSLATE_NOOP("Scores", "Of the word pairs of a caption, the share that stood in it before."),
    ),
    "repeated_items": Name(
        QT_TRANSLATE_NOOP("Scores", "Repeated things"),
        QT_TRANSLATE_NOOP("Scores", "Of the things told, the share that is told again beyond the number there."),
    ),
}  # fmt: skip
NOTED: Mapping[str, Name] = {
    "attention": Name(
        QT_TRANSLATE_NOOP("Scores", "Attention to the picture"),
        QT_TRANSLATE_NOOP("Scores", "The share of the attention that goes to the picture, mean over the tokens of a "
                          "caption, in the selection layer, after the method's factors."),
    ),
    "selected": Name(
        QT_TRANSLATE_NOOP("Scores", "Selected"),
        QT_TRANSLATE_NOOP("Scores", "The share of the image tokens that is selected at a step."),
    ),
    "ms_per_token": Name(
        QT_TRANSLATE_NOOP("Scores", "Milliseconds a token"),
        QT_TRANSLATE_NOOP("Scores", "Time of decoding, without drawing, divided by the tokens written; several "
                          "captions are decoded at once."), 2,
    ),
}  # fmt: skip
REFUSED: Mapping[str, Name] = {
    "false_refusals": Name(
        QT_TRANSLATE_NOOP("Scores", "False refusals"),
        QT_TRANSLATE_NOOP("Scores", "The share of pictures of its own world that the model refuses."),
    ),
    "false_answers": Name(
        QT_TRANSLATE_NOOP("Scores", "False answers"),
        QT_TRANSLATE_NOOP("Scores", "The share of foreign pictures that the model describes all the same."),
    ),
}
PLACED: Mapping[str, Name] = {
    "precision": Name(
        QT_TRANSLATE_NOOP("Scores", "Precision in a third"),
        QT_TRANSLATE_NOOP("Scores", "Of the mentions that begin in it, the share that is of something there."),
    ),
    "recall": Name(
        QT_TRANSLATE_NOOP("Scores", "Recall in a third"),
        QT_TRANSLATE_NOOP("Scores", "Of what is there, the share that is first named in it; the three add up."),
    ),
}
GROUPS: tuple[tuple[str, Mapping[str, Name]], ...] = (
    (QT_TRANSLATE_NOOP("Scores", "What is named"), NAMED),
    (QT_TRANSLATE_NOOP("Scores", "How many"), COUNTED),
    (QT_TRANSLATE_NOOP("Scores", "How it is described"), DESCRIBED),
    (QT_TRANSLATE_NOOP("Scores", "What is read on screens"), READ),
    (QT_TRANSLATE_NOOP("Scores", "Compared with what was written of the pictures"), COMPARED),
    (QT_TRANSLATE_NOOP("Scores", "Length and repetition"), WORDED),
    (QT_TRANSLATE_NOOP("Scores", "Attention and time"), NOTED),
)
_ALL = {name: each for _, group in (*GROUPS, ("", REFUSED)) for name, each in group.items()}


def of(score: str) -> Name:
    """What a score is called, by its name in the results."""
    return _ALL[score.partition(":")[0]]


def short(score: str) -> str:
    """A score's name in the user's language; that of a judge's has the judge's."""
    _, _, judge = score.partition(":")
    name = translate("Scores", of(score).short)
    return f"{name} ({judge})" if judge else name


def meaning(score: str) -> str:
    """What a score says, in the user's language."""
    return translate("Scores", of(score).meaning)
