"""Pictures of kinds by other artists are used where they are installed, and asked for where they are not."""

from pathlib import Path

import pytest
from PIL import Image

from sparc_desktop.evaluate.world.drawing import SHAPES, choice, contrast, draw, glyphs, sample


@pytest.fixture
def other_artist(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "png"
    monkeypatch.setattr(glyphs, "OTHER_ARTIST", folder)
    kept = (glyphs.kinds, glyphs._master, glyphs._scaled, glyphs.colours_of, contrast.stands_out, choice._choice_of)
    for cached in kept:
        cached.cache_clear()
    yield folder
    for cached in kept:
        cached.cache_clear()


def test_without_the_package_the_look_names_it(other_artist: Path) -> None:
    with pytest.raises(FileNotFoundError, match="ruby-gemojione"):
        sample("test", 0, look="other artist")


def test_another_artist_draws_the_kinds_that_are_there(other_artist: Path) -> None:
    other_artist.mkdir()
    Image.new("RGBA", (64, 64), (250, 0, 250, 255)).save(other_artist / "1F415.png")
    assert glyphs.kinds("other artist") == ("dog", *SHAPES)
    scenes = [sample("test", seed, count=1, look="other artist") for seed in range(20)]
    dog = next(scene for scene in scenes if scene.things[0].kind == "dog")
    assert {thing.kind for scene in scenes for thing in scene.things} <= {"dog", *SHAPES}
    centre = draw(dog).getpixel((round(dog.things[0].x * draw(dog).width), round(dog.things[0].y * draw(dog).height)))
    assert centre[0] > 150 > 110 > centre[1]


def test_without_the_emoji_font_its_package_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(glyphs, "FONT", tmp_path / "none.ttf")
    with pytest.raises(FileNotFoundError, match="fonts-noto-color-emoji"):
        glyphs._font.__wrapped__()
