"""Makes assets/checks: pictures of which it is known what is in them, for `sparc-desktop models verify`.

Run it with `python scripts/make_check_pictures.py`. What must be named stands beside the pictures in checks.json: of
each group of words one is enough, in English.
"""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

OUT = Path(__file__).parents[1] / "assets" / "checks"
WIDTH, HEIGHT = 640, 480
Array = NDArray[np.float64]
LIGHT = np.array([-0.5, 0.75, -0.45]) / np.linalg.norm([-0.5, 0.75, -0.45])
BALLS = (  # centre, radius, colour
    (np.array([-1.25, 0.0, 4.2]), 1.0, np.array([0.85, 0.08, 0.06])),
    (np.array([1.0, -0.25, 3.6]), 0.75, np.array([0.08, 0.25, 0.85])),
    (np.array([0.15, -0.55, 2.7]), 0.45, np.array([0.1, 0.65, 0.15])),
)
FLOOR = -1.0


def still_life() -> Image.Image:
    """Three balls on a chequered floor, traced ray by ray at twice the size."""
    y, x = np.mgrid[1 : -1 : 2j * HEIGHT, -4 / 3 : 4 / 3 : 2j * WIDTH]  # type: ignore[misc]
    rays = np.stack([x, y - 0.15, np.full_like(x, 1.8)], -1)
    rays /= np.linalg.norm(rays, axis=-1, keepdims=True)
    pixels = np.stack([np.interp(y, [-1, 1], ends) for ends in ((0.9, 0.45), (0.93, 0.65), (0.97, 0.9))], -1)
    distance = np.where(rays[..., 1] < -1e-3, FLOOR / np.minimum(rays[..., 1], -1e-3), np.inf)
    spot = rays * np.where(np.isfinite(distance), distance, 0.0)[..., None]
    white = (np.floor(spot[..., 0]) + np.floor(spot[..., 2])) % 2 == 0
    floor = np.where(white[..., None], 0.85, 0.35) * np.where(_shaded(spot), 0.35, 1.0)[..., None]
    pixels = np.where(np.isfinite(distance)[..., None], floor, pixels)
    for centre, radius, colour in BALLS:
        near = _hit(np.zeros(3), rays, centre, radius)
        normal = (rays * np.where(np.isfinite(near), near, 0.0)[..., None] - centre) / radius
        lit = np.clip(normal @ LIGHT, 0, 1)[..., None]
        gleam = np.clip((rays - 2 * (rays * normal).sum(-1, keepdims=True) * normal) @ LIGHT, 0, 1)[..., None] ** 60
        pixels = np.where((near < distance)[..., None], colour * (0.2 + 0.8 * lit) + 0.8 * gleam, pixels)
        distance = np.minimum(distance, near)
    image = Image.fromarray((np.clip(pixels, 0, 1) ** (1 / 1.6) * 255).astype(np.uint8))
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def _hit(start: Array, rays: Array, centre: Array, radius: float) -> Array:
    """How far away a ball is along each ray; infinite where it is not hit."""
    to = start - centre
    half = (rays * to).sum(-1)
    root = half**2 - (to * to).sum(-1) + radius**2
    near = -half - np.sqrt(np.maximum(root, 0))
    return np.where((root > 0) & (near > 1e-3), near, np.inf)


def _shaded(spots: Array) -> NDArray[np.bool_]:
    rays = np.broadcast_to(LIGHT, spots.shape)
    return np.any([np.isfinite(_hit(spots, rays, centre, radius)) for centre, radius, _ in BALLS], axis=0)


def sign() -> Image.Image:
    """White words on a green sign."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "#c9c3b6")
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((70, 90, 570, 390), 24, fill="#14663a", outline="white", width=8)
    draw.text((320, 190), "OPEN", "white", ImageFont.load_default(110), anchor="mm")
    draw.text((320, 310), "9 to 5", "white", ImageFont.load_default(80), anchor="mm")
    return image


def chart() -> Image.Image:
    """Four bars."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    draw = ImageDraw.Draw(image)
    draw.text((320, 40), "Rain by month", "black", ImageFont.load_default(36), anchor="mm")
    draw.line((80, 90, 80, 400, 600, 400), fill="black", width=3)
    for number, (month, height) in enumerate((("May", 120), ("June", 70), ("July", 200), ("August", 270))):
        left = 120 + 120 * number
        draw.rectangle((left, 400 - height, left + 70, 399), fill="#1f5fbf")
        draw.text((left + 35, 430), month, "black", ImageFont.load_default(26), anchor="mm")
    return image


def dialog() -> Image.Image:
    """A question with two buttons."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "#2b5f73")
    draw = ImageDraw.Draw(image)
    draw.rectangle((90, 120, 550, 360), fill="#f2f2f2", outline="#444444", width=2)
    draw.rectangle((90, 120, 550, 160), fill="#3a3a3a")
    draw.text((110, 140), "Text Editor", "white", ImageFont.load_default(24), anchor="lm")
    draw.text((320, 220), "Save changes to letter.txt?", "black", ImageFont.load_default(28), anchor="mm")
    for left, label in ((170, "Save"), (350, "Cancel")):
        draw.rounded_rectangle((left, 280, left + 140, 330), 6, fill="#dddddd", outline="#666666", width=2)
        draw.text((left + 70, 305), label, "black", ImageFont.load_default(26), anchor="mm")
    return image


def stars() -> Image.Image:
    """Five stars at night."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "#0b1a4a")
    draw = ImageDraw.Draw(image)
    for x, y in ((120, 110), (320, 80), (520, 120), (220, 300), (430, 320)):
        turn = np.arange(10) * np.pi / 5 - np.pi / 2
        reach = np.where(np.arange(10) % 2, 28, 70)
        draw.polygon([(x + r * np.cos(a), y + r * np.sin(a)) for r, a in zip(reach, turn, strict=True)], fill="#ffd93b")
    return image


CHECKS: dict[str, tuple[Callable[[], Image.Image], list[list[str]]]] = {
    "still-life": (still_life, [["red"], ["blue"], ["green"], ["ball", "sphere", "orb", "marble"], ["check", "tile"]]),
    "sign": (sign, [["sign", "board"], ["green"], ["open"], ["9"], ["5"]]),
    "chart": (chart, [["chart", "graph"], ["bar", "column"], ["rain"], ["month"], ["august"]]),
    "dialog": (dialog, [["dialog", "window", "pop-up", "popup", "box"], ["save"], ["cancel"], ["button"]]),
    "stars": (stars, [["star"], ["five", "5"], ["yellow", "gold"], ["blue", "night", "dark"]]),
}


def main() -> None:
    """Draw them all."""
    OUT.mkdir(exist_ok=True)
    for name, (draw, _) in CHECKS.items():
        draw().save(OUT / f"{name}.png", optimize=True)
    words = {name: words for name, (_, words) in CHECKS.items()}
    (OUT / "checks.json").write_text(json.dumps(words, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
