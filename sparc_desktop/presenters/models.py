"""The window of models: what there is, what suits this computer, and what is done with the one that is chosen."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from sparc_desktop.domain.events import Failed
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.domain.hardware import Hardware
from sparc_desktop.domain.quantization import Wish
from sparc_desktop.models.fit import advise
from sparc_desktop.presenters.getting import Getting, GettingView
from sparc_desktop.presenters.view import Preferences
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.models.errands import Errands
from sparc_desktop.services.models.keeping import proper_id, size_of, with_folder, without_folder
from sparc_desktop.services.models.progress import Progress
from sparc_desktop.services.models.shelf import Model, shelf
from sparc_desktop.services.models.switch import Switch
from sparc_desktop.services.models.telling import Told
from sparc_desktop.services.models.words import advice, computer, details, gigabytes, line, name_of, state_of
from sparc_desktop.services.sentences import sentence
from sparc_desktop.translation import translate


class ModelsView(GettingView, Protocol):
    """The window; all texts are in the user's language already."""

    def show_computer(self, text: str) -> None:
        """What models run on here, and which one is recommended."""

    def show_models(self, rows: Sequence[str], current: int) -> None:
        """All of them, with one of them chosen."""

    def show_chosen(self, text: str, *, is_here: bool) -> None:
        """What is known of the one that is chosen; can it be used without getting it?"""

    def ask_removal(self, question: str) -> None:
        """Ask this; `remove` follows where the answer is yes."""


class ModelsPresenter:
    """All on the window's thread. `remark` shows and says what comes by itself, whether the window is there or not."""

    def __init__(
        self,
        view: ModelsView,
        preferences: Preferences,
        errands: Errands,
        switch: Switch,
        describing: Describing,
        remark: Callable[[str], None],
    ) -> None:
        self._view, self._preferences, self._errands, self._switch = view, preferences, errands, switch
        self._remark = remark
        self.getting = Getting(view, errands, switch, describing, remark)
        self.getting.changed.connect(self.refresh)
        self._hardware: Hardware | None = None
        self._is_measuring = False
        self._models: list[Model] = []
        self._chosen = ""  # the id of the model
        self._is_untouched = True  # nobody has chosen yet

    def begin(self) -> None:
        """The window is opened."""
        self.refresh()
        if self._hardware is None and not self._is_measuring:
            self._is_measuring = True
            self._view.show_computer(translate("Models", "It is being found out what models run on here…"))
            self._errands.measure(self._measured)

    def refresh(self) -> None:
        """Show all as it is now: a model has come or gone, or another one is used, or the language is another."""
        settings = self._preferences.settings
        self._models = shelf(settings.model_folder, self._hardware, settings.models)
        if not any(model.id == self._chosen for model in self._models):
            self._chosen = next(model.id for model in self._models if model.is_used)
        if self._hardware:
            self._view.show_computer("\n".join((computer(self._hardware), *advice(self._hardware, self._wish))))
        self._view.show_models(list(map(self._row, self._models)), self._models.index(self._model))
        self._show_chosen()

    def choose(self, place: int) -> None:
        """The user has gone to this one."""
        self._is_untouched = False
        self._chosen = self._models[place].id
        self._show_chosen()

    def use(self) -> None:
        """Use the one that is chosen; get it first where it is not here."""
        model = self._model
        if model.state == "absent":
            self.getting.get(model.id, model.name)
        elif model.is_used:
            self._view.tell(translate("Models", "{name} is in use already.").format(name=name_of(model)))
        else:
            self.getting.use(model.folder, name_of(model))

    def add(self, untrusted_name: str) -> None:
        """Get a model by its name on the hub, or by its page there; a folder is used as it is."""
        name = proper_id(untrusted_name).strip("/")
        place = next((place for place, model in enumerate(self._models) if model.id.lower() == name.lower()), None)
        if (folder := Path(untrusted_name.strip())).is_absolute():
            self.add_folder(folder)
        elif place is not None:
            self.choose(place)
            self.use()
            self.refresh()
        elif name:
            self.getting.get(name, name)
        else:
            self._view.tell(translate("Models", "There was no name of a model."))

    def add_folder(self, folder: Path) -> None:
        """Use the model in a folder of the user's."""
        if folder.is_dir():
            self._preferences.change(models=with_folder(self._preferences.settings.models, folder))
            self.getting.use(folder, folder.name, tries=True)
        else:
            self._view.tell(sentence(Failure(Code.MODEL_MISSING, {"path": str(folder)})))

    def ask_removal(self) -> None:
        """Have the user asked whether to remove the one that is chosen."""
        model = self._model
        if self.getting.percent(model.id) is not None:
            self.getting.refuse(model.name)
        elif model.state == "built-in":
            self._view.tell(translate("Models", "The built-in model can't be removed."))
        else:
            self._view.ask_removal(_question(model))

    def remove(self) -> None:
        """Remove it; the user has been asked."""
        model = self._model
        if model.is_used:
            self._switch.use(None)
        if model.state == "folder":
            self._preferences.change(models=without_folder(self._preferences.settings.models, model.folder))
            self._view.tell(translate("Models", "{name} is off the list.").format(name=model.name))
            self.refresh()
            return
        self._view.tell(translate("Models", "{name} is being removed.").format(name=model.name))
        self._errands.remove(model.id, partial(self._removed, model))

    def _measured(self, hardware: Hardware | None) -> None:
        self._is_measuring = False
        if hardware is None:
            self._view.show_computer(translate("Models", "It could not be found out what models run on here."))
            return
        self._hardware = hardware
        if self._is_untouched and all(model.state in ("built-in", "absent") for model in self._models):
            self._chosen = self._best or self._chosen
        self.refresh()
        self._view.tell(next(advice(hardware, self._wish)))

    @property
    def _wish(self) -> Wish:
        return self._preferences.settings.models.quantization

    @property
    def _best(self) -> str:
        """The id of the one that is recommended; empty where none is."""
        fit = advise(self._hardware, self._wish).best if self._hardware else None
        return fit.entry.id if fit else ""

    @property
    def _model(self) -> Model:
        """The one that is chosen."""
        return next(model for model in self._models if model.id == self._chosen)

    def _row(self, model: Model) -> str:
        if (percent := self.getting.percent(model.id)) is None:
            return line(model, recommended=model.id == self._best)
        text = translate("Models", "{name}: being downloaded, {percent} percent.")
        return text.format(name=model.name, percent=percent)

    def _show_chosen(self) -> None:
        model = self._model
        head = translate("Models", "{name}: {state}.").format(name=name_of(model), state=state_of(model))
        lines = [head, *details(model)]
        if model.state == "folder":
            lines.append(translate("Models", "Folder: {path}").format(path=model.folder))
        elif model.state != "built-in":
            lines.append(translate("Models", "On the hub: {id}").format(id=model.id))
        self._view.show_chosen("\n".join(lines), is_here=model.state != "absent")

    def _removed(self, model: Model, told: Told | None) -> None:
        if isinstance(told, Failed):
            self._remark(sentence(told.failure))
        elif told is None:
            self._remark(translate("Models", "{name} could not be removed. Try again.").format(name=model.name))
        elif said := Progress().hear(told):
            self._remark(said)
        self.refresh()


def _question(model: Model) -> str:
    if model.state == "folder":
        text = translate("Models", "Take {name} off the list? The folder itself stays: it is your own.")
        return text.format(name=model.name)
    if model.state == "absent":
        text = translate(
            "Models", "{name} is not installed. Remove what a download that was not finished may have left of it?"
        )
        return text.format(name=model.name)
    text = translate(
        "Models",
        "Remove {name} from this computer? {size} become free. Other programs that use the same files lose them, too.",
    )
    question = text.format(name=model.name, size=gigabytes(size_of(model.id)))
    if model.is_used:
        question += " " + translate("Models", "It is in use: the built-in model takes its place.")
    return question
