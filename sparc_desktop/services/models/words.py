"""What is told of a model, and of the computer that it is to run on, in the window and on the command line."""

from collections.abc import Iterator

from sparc_desktop.domain.hardware import Hardware
from sparc_desktop.domain.quantization import Choice, Reason, Wish
from sparc_desktop.models.fit import GB, Fit, advise, room
from sparc_desktop.services.models.shelf import Model
from sparc_desktop.translation import translate


def gigabytes(count: float) -> str:
    """Bytes as people say them."""
    return f"{count / GB:.1f} GB"


def name_of(model: Model) -> str:
    """What it is called."""
    return translate("Models", "Built-in model") if model.state == "built-in" else model.name


def state_of(model: Model) -> str:
    """Is it here, is it in use?"""
    if model.is_used:
        return translate("Models", "in use")
    states = {
        "built-in": translate("Models", "always there"),
        "installed": translate("Models", "installed"),
        "folder": translate("Models", "a folder of yours"),
        "absent": translate("Models", "not installed"),
    }
    return states[model.state]


def line(model: Model, *, recommended: bool = False) -> str:
    """It as a row of a list: its name, whether it is here, and the shortest facts."""
    plain, praised = translate("Models", "{name}: {state}."), translate("Models", "{name}: recommended, {state}.")
    text = praised if recommended else plain
    return " ".join([text.format(name=name_of(model), state=state_of(model)), *_facts(model)])


def _facts(model: Model) -> Iterator[str]:
    if model.entry and model.state == "absent":
        yield translate("Models", "Download: {size}.").format(size=gigabytes(model.entry.download))
    if model.fit and not model.fit.fits:
        yield translate("Models", "Too large for the memory here.")
    elif model.fit:
        text = translate("Models", "First word after about {seconds} seconds.")
        yield text.format(seconds=max(1, round(model.fit.first)))


def details(model: Model) -> Iterator[str]:
    """One sentence for each thing that is known of it."""
    if model.state == "built-in":
        yield translate("Models", "Simple drawings and screens alone; no download, no waiting.")
    if model.entry is None:
        return
    entry = model.entry
    yield entry.remark
    yield translate("Models", "Download: {size}.").format(size=gigabytes(entry.download))
    yield from _fit(model.fit)
    yield translate("Models", "Languages: {languages}.").format(languages=", ".join(_languages(entry.languages)))
    yield translate("Models", "Licence: {licence}.").format(licence=entry.licence)
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
    speed = translate(
        "Models", "Expected here: the first word after about {seconds} seconds, then about {words} words a second."
    )
    yield speed.format(seconds=max(1, round(fit.first)), words=_rounded(fit.speed))


def _rounded(speed: float) -> str:
    return f"{speed:.0f}" if speed >= 3 else f"{speed:.1f}"


def _languages(languages: tuple[str, ...]) -> Iterator[str]:
    names = {"en": translate("Models", "English"), "zh_CN": translate("Models", "Chinese")}
    return (names[each] for each in languages)


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
            "first word after about {seconds} seconds, then about {words} words a second.",
        )
        best = found.best
        yield text.format(name=best.entry.name, seconds=max(1, round(best.first)), words=_rounded(best.speed))
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
            "The next abler one, {name}, fits too, but its first word would come after about {seconds} seconds; a "
            "faster processor or a graphics card with {memory} of memory would help.",
        )
        yield text.format(
            name=found.next.entry.name, seconds=round(found.next.first), memory=gigabytes(found.next.memory)
        )
