"""What is told of a model, and of the computer that it is to run on, in the window and on the command line."""

import math
from collections.abc import Iterable, Iterator

from sparc_desktop.domain.hardware import Hardware
from sparc_desktop.domain.quantization import Choice, Reason, Wish
from sparc_desktop.models.fit import GB, Fit, advise, room
from sparc_desktop.services.models.shelf import Model
from sparc_desktop.translation import language, translate

MB = 1_000_000


def gigabytes(count: float) -> str:
    """Bytes as people say them."""
    return f"{count / GB:.1f} GB" if count >= GB / 10 else f"{math.ceil(count / MB)} MB"


def _seconds(count: float) -> str:
    """About so long, one at least."""
    if count < 1.5:
        return translate("Models", "a second")
    return translate("Models", "{seconds} seconds").format(seconds=round(count))


def name_of(model: Model) -> str:
    """What it is called."""
    return translate("Models", "Built-in model") if model.state == "built-in" else model.name


def state_of(model: Model) -> str:
    """Is it here, is it in use?"""
    states = {
        "built-in": translate("Models", "always there"),
        "installed": translate("Models", "installed"),
        "folder": translate("Models", "a folder of yours"),
        "absent": translate("Models", "not installed"),
    }
    if model.state == "folder" and not (model.folder and model.folder.is_dir()):
        return translate("Models", "its folder is missing")
    if model.is_used:
        return translate("Models", "in use")
    return states[model.state]


def line(model: Model, *, recommended: bool = False) -> str:
    """It as a row of a list: its name, whether it is here, and the shortest facts."""
    plain, praised = translate("Models", "{name}: {state}."), translate("Models", "{name}: recommended, {state}.")
    text = praised if recommended else plain
    return joined([text.format(name=name_of(model), state=state_of(model)), *_facts(model)])


def joined(sentences: Iterable[str]) -> str:
    """Sentences in a row, as the language parts them."""
    return ("" if language() == "zh_CN" else " ").join(sentences)


def _facts(model: Model) -> Iterator[str]:
    if model.entry and model.state == "absent":
        yield translate("Models", "Download: {size}.").format(size=gigabytes(model.entry.download))
    if model.fit and not model.fit.fits:
        yield translate("Models", "Too large for the memory here.")
    elif model.fit:
        yield translate("Models", "First word after about {time}.").format(time=_seconds(model.fit.first))


def heading(model: Model) -> str:
    """What it is called here and on the hub, and whether it is here."""
    name = name_of(model)
    if name == model.id:
        return translate("Models", "{name}: {state}.").format(name=name, state=state_of(model))
    return translate("Models", "{name} ({id}): {state}.").format(name=name, id=model.id, state=state_of(model))


def details(model: Model) -> Iterator[str]:
    """One sentence for each thing that is known of it."""
    if model.state == "built-in":
        yield translate("Models", "Simple drawings and simple screens alone; no download, no waiting.")
    if model.entry is None:
        return
    entry = model.entry
    yield entry.remark
    yield translate("Models", "Download: {size}.").format(size=gigabytes(entry.download))
    yield from _fit(model.fit)
    yield translate("Models", "Languages: {languages}.").format(languages=_languages(entry.languages))
    yield translate("Models", "Licence: {licence}.").format(licence=entry.licence)
    if not entry.commercial:
        yield translate("Models", "Its licence allows no commercial use.")
    if entry.gated:
        yield translate("Models", "It needs an account on the hub, with which its licence was accepted.")
    if entry.sparc == "published":
        yield translate("Models", "SPARC: with the published settings.")
    else:
        yield translate("Models", "SPARC: uncalibrated; its settings are found when the model is first used.")


def _fit(fit: Fit | None) -> Iterator[str]:
    if fit is None:
        return
    memory = gigabytes(fit.memory)
    if not fit.fits:
        text = translate("Models", "Memory in {bits} bits: {memory}, which is more than this computer has for it.")
        yield text.format(bits=fit.bits, memory=memory)
        return
    yield translate("Models", "Memory in {bits} bits: {memory}.").format(bits=fit.bits, memory=memory)
    speed = translate("Models", "Expected here: the first word after about {time}, then about {words} words a second.")
    yield speed.format(time=_seconds(fit.first), words=_rounded(fit.speed))


def _rounded(speed: float) -> str:
    return f"{speed:.0f}" if speed >= 3 else f"{speed:.1f}"


def _languages(languages: tuple[str, ...]) -> str:
    names = {"en": translate("Models", "English"), "zh_CN": translate("Models", "Chinese")}
    return translate("Models", ", ").join(names[each] for each in languages)


def computer(hardware: Hardware) -> str:
    """What models run on here."""
    if hardware.device == "cpu":
        text = translate("Models", "Models run on the processor ({name}, {cores} cores); {memory} of memory.")
    else:
        text = translate("Models", "Models run on the graphics processor ({name}) with {memory} of memory.")
    return text.format(name=hardware.name, cores=hardware.cores, memory=gigabytes(hardware.memory))


def form(choice: Choice) -> str:
    """In which form the weights of large models are held here, and why."""
    reasons: dict[Reason, str] = {
        "wished": translate("Quantization", "chosen in the settings"),
        "small": translate("Quantization", "the model is so small that four bits would save nothing"),
        "fast on cards": translate("Quantization", "4-bit NormalFloat (bitsandbytes) is fast on this graphics card"),
        "none on mps": translate(
            "Quantization", "there is no 4-bit format for this graphics processor; bfloat16 takes half the memory"
        ),
        "fast by avx512-bf16": translate(
            "Quantization", "the processor has AVX512-BF16, with which 4-bit NormalFloat (bitsandbytes) is fast"
        ),
        "none on windows": translate(
            "Quantization", "without AVX512-BF16 there is no fast 4-bit format under Windows; 16 bits take more memory"
        ),
        "faster": translate(
            "Quantization", "without AVX512-BF16 torch's 4-bit integers are faster than 4-bit NormalFloat"
        ),
    }
    text = translate("Doctor", "Weights of large models are held as {format}: {reason}.")
    return text.format(format=choice.format, reason=reasons[choice.reason])


def advice(hardware: Hardware, wish: Wish = "auto") -> Iterator[str]:
    """Which model is recommended here, why, and what the next better one would need."""
    found = advise(hardware, wish)
    if found.best is None:
        yield translate("Models", "No model of the list would be quick enough here; the built-in one is.")
    else:
        text = translate(
            "Models",
            "Recommended: {name}, the ablest of the list that fits into the memory and begins within half a minute: "
            "first word after about {time}, then about {words} words a second.",
        )
        best = found.best
        yield text.format(name=best.entry.name, time=_seconds(best.first), words=_rounded(best.speed))
    if found.next is None:
        yield translate("Models", "There is no abler one in the list.")
    elif not found.next.fits:
        text = translate("Models", "The next abler one, {name}, needs {memory} of memory; here {room} can be used.")
        yield text.format(
            name=found.next.entry.name, memory=gigabytes(found.next.memory), room=gigabytes(room(hardware))
        )
    else:
        text = translate(
            "Models",
            "The next abler one, {name}, fits too, but its first word would come after about {time}; a faster "
            "processor or a graphics card with {memory} of memory would help.",
        )
        yield text.format(
            name=found.next.entry.name, time=_seconds(found.next.first), memory=gigabytes(found.next.memory)
        )


def command(hardware: Hardware, wish: Wish = "auto") -> Iterator[str]:
    """How to get what is recommended, on the command line."""
    if best := advise(hardware, wish).best:
        text = translate("Models", "To get it: {command}")
        yield text.format(command=f"sparc-desktop models get {best.entry.id}")
