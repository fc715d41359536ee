"""The user's own prompts in the menu."""

from sparc_desktop.ui.window import MainWindow


def entries(window: MainWindow) -> list[str]:
    menu = window._menus.prompts
    return [("* " if each.isChecked() else "") + each.text() for each in menu.actions() if not each.isSeparator()]


def write(window: MainWindow, **prompts: str) -> None:
    captions = window._preferences.settings.captions
    window._preferences.change(captions=captions.model_copy(update={"prompts": prompts}))


def test_without_prompts_there_is_where_to_write_them(window: MainWindow) -> None:
    assert entries(window) == ["* &None: Length and Language", "&Write Own Prompts…"]


def test_a_prompt_is_chosen_and_left_again(window: MainWindow) -> None:
    write(window, **{"prices & dates": "Read the price and the date.", "colours": "Name the colours."})
    assert entries(window)[1:3] == ["&1 prices && dates", "&2 colours"]
    window._menus.prompts.actions()[1].trigger()
    assert window._preferences.settings.captions.prompt == "prices & dates"
    assert entries(window)[:2] == ["&None: Length and Language", "* &1 prices && dates"]
    window._menus.prompts.actions()[0].trigger()
    assert window._preferences.settings.captions.prompt == ""
    assert entries(window)[0].startswith("* ")


def test_a_length_is_no_prompt(window: MainWindow) -> None:
    write(window, colours="Name the colours.")
    window._menus.prompts.actions()[1].trigger()
    window.actions_of_menu.lengths["short"].trigger()
    assert entries(window)[0].startswith("* ")


def test_a_prompt_that_is_removed_leaves_the_menu(window: MainWindow) -> None:
    write(window, colours="Name the colours.")
    write(window)
    assert len(entries(window)) == 2


def test_the_tenth_has_no_digit(window: MainWindow) -> None:
    write(window, **{f"number {each}": "Count." for each in range(1, 11)})
    assert entries(window)[9:11] == ["&9 number 9", "number 10"]
