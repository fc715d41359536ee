"""The page as a whole: its parts in their order."""

from sparc_desktop import __version__
from sparc_desktop.domain.decay import decay
from sparc_desktop.domain.explanation import Explanation, Telling, ToldSentence
from sparc_desktop.page.document import CLOSING, language_of, opening
from sparc_desktop.page.markup import Html, data_uri, element, escaped, joined
from sparc_desktop.services.explanation_page.chart import chart, table
from sparc_desktop.services.explanation_page.heat import heat_picture, thumbnail
from sparc_desktop.services.explanation_page.style import STYLE
from sparc_desktop.services.explanation_page.words import decay_in_words, heat_title, looked_at, unseen
from sparc_desktop.translation import translate


def explanation_page(explanation: Explanation, name: str) -> str:
    """A complete HTML document in the program's language; `name` is that of the picture."""
    title = translate("ExplanationPage", "Where the model looked: {name}").format(name=name)
    introduction = translate(
        "ExplanationPage",
        "A model on this computer has described a picture. Here stands, for each sentence, where in the picture the "
        "model looked while it wrote that sentence, and how its attention to the picture changed from the first word "
        "to the last.",
    )
    main = joined(
        element("p", introduction),
        _picture(explanation),
        _sentences(explanation),
        _attention(explanation),
        _without(explanation),
        _method(explanation),
    )
    return f"{opening(title, STYLE)}{main}{CLOSING}"


def _section(heading: str, *parts: str) -> Html:
    return element("section", element("h2", heading), *parts)


def _picture(explanation: Explanation) -> Html:
    picture, caption = explanation.picture, _text(explanation.with_sparc)
    image = element(
        "img",
        src=data_uri(picture),
        alt=caption or translate("ExplanationPage", "The model wrote nothing about the picture."),
        width=float(picture.width),
        height=float(picture.height),
        lang=language_of(caption),
    )
    return _section(translate("ExplanationPage", "The picture"), image)


def _text(telling: Telling) -> str:
    return " ".join(sentence.text for sentence in telling.sentences) + ("" if telling.complete else " …")


def _sentences(explanation: Explanation) -> Html:
    told, known = explanation.with_sparc, explanation.seen is not None
    parts: list[Html] = []
    if known:
        parts.append(element("p", _how_maps_are_made(len(told.sentences))))
    if remark := unseen(explanation.seen):
        parts.append(element("p", remark))
    if known:
        parts.append(thumbnail(explanation.thumbnail))
    items = [_sentence(number, each, explanation) for number, each in enumerate(told.sentences, start=1)]
    parts.append(element("ol", *items, class_="sentences") if items else _nothing())
    return _section(
        translate("ExplanationPage", "The description, sentence by sentence"), *parts, *_cut_off(explanation, told)
    )


def _how_maps_are_made(sentences: int) -> str:
    if sentences < 2:
        return translate(
            "ExplanationPage",
            "The picture is divided into nine parts, from the upper left to the lower right. The percentages tell "
            "how the model's attention to the picture is shared among them. In the heat map what the model looked at "
            "stays bright, the rest is dimmed, and the strongest spots are outlined.",
        )
    return translate(
        "ExplanationPage",
        "The picture is divided into nine parts, from the upper left to the lower right. Counted is the attention "
        "that a part got during a sentence beyond what it got during the other sentences; the percentages tell how "
        "this is shared among the parts. In the heat maps what the model looked at stays bright, the rest is dimmed, "
        "and the strongest spots are outlined.",
    )


def _sentence(number: int, told: ToldSentence, explanation: Explanation) -> Html:
    parts = [element("p", told.text, class_="said", lang=language_of(told.text))]
    if explanation.seen is not None:
        parts.append(element("p", looked_at(told.heat), class_="place"))
    if told.heat is not None:
        title = heat_title(number, told.heat)
        parts.append(element("figure", heat_picture(told.heat, explanation.thumbnail, title, f"heat-{number}")))
    return element("li", *parts)


def _cut_off(explanation: Explanation, told: Telling) -> list[Html]:
    if told.complete:
        return []
    message = translate(
        "ExplanationPage", "The description was cut off, at the limit of {words} words or of the model's memory."
    )
    return [element("p", message.format(words=explanation.method.max_words))]


def _nothing() -> Html:
    return element("p", translate("ExplanationPage", "The model wrote nothing about the picture."))


def _attention(explanation: Explanation) -> Html:
    windows = decay(explanation.with_sparc.steps, explanation.without.steps)
    words = decay_in_words(windows)
    parts = [element("p", words)]
    if windows:
        parts += [
            element("p", _how_computed(explanation)),
            element("figure", chart(windows, words)),
            element("div", table(windows), class_="scroll"),
        ]
    return _section(translate("ExplanationPage", "How much of the attention went to the picture"), *parts)


def _how_computed(explanation: Explanation) -> str:
    return translate(
        "ExplanationPage",
        "For every word the model shares its attention out between the picture and the words before it. Shown is the "
        "picture's share, measured in layer {layer}, as a mean over its heads and over a few words each; with SPARC "
        "after its factors have been applied (alpha to the power of the number of selections), as a share of the new "
        "total.",
    ).format(layer=_layer(explanation))


def _layer(explanation: Explanation) -> str:
    method = explanation.method
    template = translate("ExplanationPage", "{layer} (of {layers}, counted from 0)")
    return template.format(layer=method.layer, layers=method.layers)


def _without(explanation: Explanation) -> Html:
    heading = translate("ExplanationPage", "The description without SPARC")
    told = explanation.without
    if not told.sentences:
        return _section(heading, _nothing())
    if _text(told) == _text(explanation.with_sparc):
        same = translate("ExplanationPage", "Without SPARC the model writes the same words.")
        return _section(heading, element("p", same))
    text = element("p", _text(told), lang=language_of(_text(told)))
    summary = element("summary", translate("ExplanationPage", "Show the description without SPARC"))
    return _section(heading, element("details", summary, text, *_cut_off(explanation, told)))


def _method(explanation: Explanation) -> Html:
    method = explanation.method
    rows = (
        (translate("ExplanationPage", "Model"), method.model),
        (translate("ExplanationPage", "alpha (factor for each selection)"), f"{method.alpha:g}"),
        (translate("ExplanationPage", "tau (rise at which a part is selected)"), f"{method.tau:g}"),
        (translate("ExplanationPage", "beta (weight of the past)"), f"{method.beta:g}"),
        (translate("ExplanationPage", "Selection layer"), _layer(explanation)),
        (translate("ExplanationPage", "Longest description, in words"), str(method.max_words)),
        (translate("ExplanationPage", "Program"), f"SPARC Desktop {__version__}"),
    )
    listed = joined(*(joined(element("dt", term), element("dd", value)) for term, value in rows))
    return _section(translate("ExplanationPage", "Settings"), element("dl", escaped(listed)))
