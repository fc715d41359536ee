"""Small picture files of every kind that can hold alt text, plain ones and ones full of other metadata."""

import io
import struct
from functools import cache

from PIL import Image, ImageCms

SIZE = (24, 16)
PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="somebody">\n'
    ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
    '  <rdf:Description rdf:about="uuid:1" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="4">\n'
    "   <!-- kept --><dc:creator><rdf:Seq><rdf:li>Zoë &amp; 李</rdf:li></rdf:Seq></dc:creator>\n"
    "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n" + " " * 200 + '\n<?xpacket end="w"?>'
).encode()


def picture(mode: str = "RGB") -> Image.Image:
    gradient = Image.linear_gradient("L").resize(SIZE)
    image = Image.merge(
        "RGB", (gradient, gradient.rotate(180), gradient.transpose(Image.Transpose.ROTATE_90).resize(SIZE))
    )
    if mode == "RGBA":
        image.putalpha(gradient)
    return image.convert(mode)


def encoded(kind: str, mode: str = "RGB", **options: object) -> bytes:
    data = io.BytesIO()
    picture(mode).save(data, kind, **options)
    return data.getvalue()


def exif() -> Image.Exif:
    tags = Image.Exif()
    tags[0x0112], tags[0x010F], tags[0x8298] = 1, "Maker", "Somebody, 2026"
    return tags


@cache
def profile() -> bytes:
    """Made once: it holds the time."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def tiff_of_the_other_kind() -> bytes:
    """Big-endian, which Pillow does not write: the pixels, then the directory."""
    width, height = SIZE
    pixels = picture("L").tobytes()
    entries = [(256, 4, width), (257, 4, height), (258, 4, 8), (262, 4, 1), (273, 4, 8), (278, 4, height)]
    table = b"".join(
        struct.pack(">HHII", tag, kind, 1, value) for tag, kind, value in [*entries, (279, 4, len(pixels))]
    )
    return struct.pack(">2sHI", b"MM", 42, 8 + len(pixels)) + pixels + struct.pack(">H", 7) + table + bytes(4)


def plain_files() -> dict[str, bytes]:
    frames = [picture("RGBA").rotate(angle) for angle in (90, 180)]
    return {
        "jpeg": encoded("JPEG"),
        "progressive jpeg": encoded("JPEG", progressive=True),
        "gray jpeg": encoded("JPEG", "L"),
        "png": encoded("PNG", "RGBA"),
        "palette png": encoded("PNG", "P"),
        "animated png": encoded("PNG", "RGBA", save_all=True, append_images=frames),
        "lossy webp": encoded("WEBP"),
        "lossless webp": encoded("WEBP", lossless=True),
        "transparent lossless webp": encoded("WEBP", "RGBA", lossless=True),
        "transparent lossy webp": encoded("WEBP", "RGBA"),
        "animated webp": encoded("WEBP", "RGBA", save_all=True, append_images=frames),
        "tiff": encoded("TIFF"),
        "tiff of two pages": encoded("TIFF", "L", save_all=True, append_images=[picture("L")]),
        "compressed tiff": encoded("TIFF", compression="tiff_lzw"),
        "big-endian tiff": tiff_of_the_other_kind(),
    }


def rich_files() -> dict[str, bytes]:
    """With Exif data, a colour profile and a packet of somebody else's."""
    rest = {"exif": exif(), "icc_profile": profile()}
    return {
        "rich jpeg": encoded("JPEG", xmp=PACKET, comment=b"a comment", **rest),
        "rich png": encoded("PNG", pnginfo=_png_packet(), **rest),
        "rich webp": encoded("WEBP", xmp=PACKET, **rest),
        "rich tiff": encoded("TIFF", tiffinfo={700: PACKET, 270: "a title"}, icc_profile=profile()),
    }


def _png_packet() -> object:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", PACKET.decode(), zip=True)
    info.add_text("Author", "Zoë")
    return info


def pixels(data: bytes) -> list[tuple[str, tuple[int, int], bytes]]:
    """Of each frame or page."""
    with Image.open(io.BytesIO(data)) as image:
        frames = []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            image.load()
            frames.append((image.mode, image.size, image.tobytes()))
        return frames
