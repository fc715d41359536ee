"""Each kind of picture file: alt text goes in, all else stays, damage is refused and never written."""

import io
import random
import struct
import zlib
from collections.abc import Callable

import pytest
from PIL import Image

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.services.alt_text import AltText, kind_of, with_alt_text
from sparc_desktop.services.alt_text.survey import survey
from tests.support.picture_files import PACKET, encoded, picture, pixels, plain_files, profile, rich_files

ALT = AltText("A gradient.", "A gradient.\nIt is colourful.", "en")
CHINESE = AltText("渐变。", "渐变。它很多彩。", "zh-CN")
FILES = plain_files() | rich_files()
XMP = b"http://ns.adobe.com/xap/1.0/\0"
REFUSED = {Code.IMAGE_BROKEN, Code.METADATA_UNREADABLE, Code.ALT_TEXT_UNSUPPORTED}

each_file = pytest.mark.parametrize("data", FILES.values(), ids=FILES)


def packet_of(data: bytes) -> bytes | None:
    """As Pillow finds it."""
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        found = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp")
        return found.encode() if isinstance(found, str) else found


def said(data: bytes) -> tuple[str, str]:
    packet = packet_of(data)
    assert packet is not None
    texts = survey(packet).alternatives
    return texts["AltTextAccessibility"]["x-default"], texts["ExtDescrAccessibility"]["x-default"]


def code_of(data: bytes) -> Code:
    with pytest.raises(ExpectedError) as caught:
        with_alt_text(data, ALT, "cat")
    assert caught.value.failure.params == {"label": "cat"}
    return caught.value.failure.code


@each_file
@pytest.mark.parametrize("alt", [ALT, CHINESE])
def test_it_is_there_and_the_pixels_are_the_same(data: bytes, alt: AltText) -> None:
    made = with_alt_text(data, alt, "cat")
    assert said(made) == (alt.short, alt.long)
    assert pixels(made) == pixels(data)


@each_file
def test_the_newest_takes_the_place_of_the_former(data: bytes) -> None:
    once = with_alt_text(data, ALT, "cat")
    again = with_alt_text(once, CHINESE, "cat")
    assert said(again) == (CHINESE.short, CHINESE.long)
    assert pixels(again) == pixels(data)


@pytest.mark.parametrize("name", rich_files())
def test_all_other_metadata_stays(name: str) -> None:
    made = with_alt_text(FILES[name], ALT, "cat")
    packet = packet_of(made)
    assert packet is not None
    assert "<!-- kept --><dc:creator><rdf:Seq><rdf:li>Zoë &amp; 李</rdf:li>".encode() in packet
    assert b'xmp:Rating="4"' in packet
    with Image.open(io.BytesIO(FILES[name])) as before, Image.open(io.BytesIO(made)) as after:
        skipped = ("xmp", "XML:com.adobe.xmp")
        assert {key: value for key, value in after.info.items() if key not in skipped} == {
            key: value for key, value in before.info.items() if key not in skipped
        }
        assert after.info["icc_profile"] == profile()
        assert after.getexif() or name != "rich jpeg"


@pytest.mark.parametrize("name", [name for name in FILES if "jpeg" in name])
def test_of_a_jpeg_nothing_but_the_segment_changes(name: str) -> None:
    def without(data: bytes) -> bytes:
        at = data.find(b"\xff\xe1", 0, data.index(XMP)) if XMP in data else -1
        while at >= 0 and data[at + 4 : at + 4 + len(XMP)] != XMP:
            at = data.index(b"\xff\xe1", at + 1)
        return data if at < 0 else data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :]

    assert without(with_alt_text(FILES[name], ALT, "cat")) == without(FILES[name])


def png_chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    chunks, position = [], 8
    while position < len(data):
        length = int.from_bytes(data[position : position + 4], "big")
        body = data[position + 4 : position + 8 + length]
        assert zlib.crc32(body) == int.from_bytes(data[position + 8 + length : position + 12 + length], "big")
        chunks.append((body[:4], body[4:]))
        position += 12 + length
    return chunks


@pytest.mark.parametrize("name", [name for name in FILES if "png" in name])
def test_of_a_png_nothing_but_the_chunk_changes(name: str) -> None:
    before, after = png_chunks(FILES[name]), png_chunks(with_alt_text(FILES[name], ALT, "cat"))
    assert after[1][0] == b"iTXt"
    assert after[1][1].startswith(b"XML:com.adobe.xmp\0\0\0\0\0<?xpacket")
    del after[1]
    assert after == [chunk for chunk in before if not chunk[1].startswith(b"XML:com.adobe.xmp\0")]


@pytest.mark.parametrize("name", [name for name in FILES if "tiff" in name])
def test_of_a_tiff_nothing_is_moved(name: str) -> None:
    before, after = FILES[name], with_alt_text(FILES[name], ALT, "cat")
    assert after[8 : len(before)] == before[8:]
    assert after[:4] == before[:4]


def webp_chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    assert int.from_bytes(data[4:8], "little") == len(data) - 8
    chunks, position = [], 12
    while position < len(data):
        length = int.from_bytes(data[position + 4 : position + 8], "little")
        chunks.append((data[position : position + 4], data[position + 8 : position + 8 + length]))
        position += 8 + length + length % 2
    assert position == len(data)
    return chunks


@pytest.mark.parametrize(
    ("name", "flags"),
    [
        ("lossy webp", 0x04),
        ("lossless webp", 0x04),
        ("transparent lossless webp", 0x14),
        ("transparent lossy webp", 0x14),
        ("animated webp", 0x16),
        ("rich webp", 0x2C),
    ],
)
def test_a_webp_announces_what_is_in_it(name: str, flags: int) -> None:
    (header, body), *rest = webp_chunks(with_alt_text(FILES[name], ALT, "cat"))
    assert header == b"VP8X"
    assert body[0] == flags
    assert body[1:4] == bytes(3)
    assert (1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:], "little")) == picture().size
    kept = [chunk for chunk in webp_chunks(FILES[name]) if chunk[0] not in (b"VP8X", b"XMP ")]
    assert [chunk for chunk in rest if chunk[0] != b"XMP "] == kept


def test_what_follows_the_picture_stays() -> None:
    for name in ("jpeg", "png", "lossy webp"):
        made = with_alt_text(FILES[name] + b"trailer", ALT, "cat")
        assert made == with_alt_text(FILES[name], ALT, "cat") + b"trailer"


@pytest.mark.parametrize("kind", ["GIF", "BMP", "PPM", "AVIF", "JPEG2000"])
def test_other_kinds_are_refused(kind: str) -> None:
    assert code_of(encoded(kind)) == Code.ALT_TEXT_UNSUPPORTED


def test_a_tiff_with_long_addresses_is_refused() -> None:
    assert code_of(encoded("TIFF", big_tiff=True)) == Code.ALT_TEXT_UNSUPPORTED


# Room and order in JPEG


def jpeg_with(*segments: tuple[int, bytes]) -> bytes:
    made = b"".join(bytes((0xFF, kind)) + struct.pack(">H", len(body) + 2) + body for kind, body in segments)
    return FILES["jpeg"][:2] + made + FILES["jpeg"][2:]


def test_padding_makes_room_in_a_jpeg() -> None:
    data = jpeg_with((0xE1, XMP + PACKET.replace(b" " * 200, b" " * (65_000 - len(PACKET)))))
    assert said(with_alt_text(data, ALT, "cat")) == (ALT.short, ALT.long)


def test_a_full_jpeg_says_so() -> None:
    data = jpeg_with((0xE1, XMP + PACKET.replace(b"<!-- kept -->", b"<!--" + b"x" * (65_400 - len(PACKET)) + b"-->")))
    assert code_of(data) == Code.METADATA_FULL


def test_the_second_part_of_a_large_packet_stays() -> None:
    extension = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 40 + b"<rest/>"
    data = jpeg_with((0xE1, XMP + PACKET), (0xE1, extension))
    assert extension in with_alt_text(data, ALT, "cat")


def test_two_packets_are_refused() -> None:
    assert code_of(jpeg_with((0xE1, XMP + PACKET), (0xE1, XMP + PACKET))) == Code.METADATA_UNREADABLE


def test_nothing_is_put_between_an_index_of_pictures_and_these() -> None:
    index = (0xE2, b"MPF\0II*\0")
    made = with_alt_text(jpeg_with((0xE0, b"JFIF\0"), index), ALT, "cat")
    assert made.index(b"JFIF\0") < made.index(XMP) < made.index(b"MPF\0")
    assert code_of(jpeg_with(index, (0xE1, XMP + PACKET))) == Code.METADATA_UNREADABLE


def test_exif_stays_first() -> None:
    made = with_alt_text(jpeg_with((0xE1, b"Exif\0\0MM\0*")), ALT, "cat")
    assert made[2:4] == b"\xff\xe1"
    assert made[6:10] == b"Exif"


# Hostile files


def test_a_small_chunk_that_holds_gigabytes_is_refused() -> None:
    body = b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(bytes(100_000_000), 9)
    chunk = struct.pack(">I", len(body)) + b"iTXt" + body + struct.pack(">I", zlib.crc32(b"iTXt" + body))
    assert code_of(FILES["png"][:33] + chunk + FILES["png"][33:]) == Code.METADATA_UNREADABLE


def tiff_with(*entries: tuple[int, int, int, int], following: int = 0) -> bytes:
    table = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + table + struct.pack("<I", following)


@pytest.mark.parametrize(
    "data",
    [
        tiff_with((256, 4, 1, 1), following=8),
        tiff_with((330, 4, 1, 8)),
        tiff_with((273, 4, 1, 8), (279, 4, 1, 1000)),
        tiff_with((273, 4, 0xFFFFFFFF, 8)),
        tiff_with((700, 1, 1000, 8)),
        tiff_with((700, 12, 1, 8)),
        tiff_with((700, 1, 4, 8), (700, 1, 4, 8)),
        tiff_with((273, 2, 1, 8)),
        tiff_with((330, 4, 1, 0xFFFFFFFE)),
        b"II*\0" + struct.pack("<I", 9) + bytes(8),
        b"II*\0\xff\xff\xff\xff",
        b"MM\0*",
    ],
)
def test_a_tiff_that_leads_nowhere_or_in_circles_is_refused(data: bytes) -> None:
    assert code_of(data) in REFUSED


def test_a_tiff_of_very_many_directories_is_refused() -> None:
    places = range(8, 8 + 6 * 400_000, 6)
    chain = b"".join(struct.pack("<HI", 0, place + 6) for place in places)
    assert code_of(b"II*\0" + struct.pack("<I", 8) + chain + bytes(6)) == Code.METADATA_UNREADABLE


@pytest.mark.parametrize("beginning", [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\4\0\0\0WEBP", b"II*\0"])
def test_a_beginning_alone_is_refused(beginning: bytes) -> None:
    assert code_of(beginning) == Code.IMAGE_BROKEN
    assert code_of(beginning + bytes(100)) in REFUSED
    assert code_of(beginning + b"\xff" * 100) in REFUSED


@each_file
def test_a_file_that_is_cut_off_is_refused(data: bytes) -> None:
    for end in range(len(data.rstrip(b"\0"))):  # a TIFF may end with padding
        assert code_of(data[:end]) in REFUSED


def outcome(data: bytes) -> object:
    """What a viewer would show: the pixels, or that it can't."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > 100_000:
                return "too large for a test"
        return pixels(data)
    except Exception as error:  # whatever the decoders raise
        return type(error).__name__


def spoilt(data: bytes) -> list[bytes]:
    chance = random.Random(len(data))
    places = range(len(data)) if len(data) < 1500 else sorted(chance.sample(range(len(data)), 1500))
    return [
        data[:place] + bytes((chance.choice((0, 0xFF, data[place] ^ 1, data[place] ^ 0x80)),)) + data[place + 1 :]
        for place in places
    ]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.filterwarnings("ignore")  # Pillow's, of the damage
def test_no_damage_gets_worse(name: str) -> None:
    """Whatever byte is another: refused, or all that is shown is what was shown, and the alt text is there.

    Of a TIFF that can't be shown a viewer may read on past its end.
    """
    data = FILES[name]
    written = 0
    for damaged in spoilt(data):
        try:
            made = with_alt_text(damaged, ALT, "cat")
        except ExpectedError as error:
            assert error.failure.code in REFUSED
            continue
        written += 1
        shown = outcome(damaged)
        assert outcome(made) == shown or ("tiff" in name and isinstance(shown, str))
        again = kind_of(made)
        assert again is not None
        found: list[bytes | None] = []
        again.edit(made, keeping(found))
        assert found[0] is not None
        assert survey(found[0]).alternatives["AltTextAccessibility"]["x-default"] == ALT.short
    assert written or "png" in data[:8].decode("latin-1").lower()


def keeping(found: list[bytes | None]) -> Callable[[bytes | None], bytes]:
    def merge(packet: bytes | None) -> bytes:
        found.append(packet)
        return packet or b""

    return merge
