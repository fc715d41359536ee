"""Alt text in a picture's metadata, where other programs and screen readers find it; the pixels stay as they are.

`words` makes a short and a long alt text of a description, `packet` puts them into XMP, beside what is there, and one
module a kind of file (`jpeg`, `png`, `webp`, `tiff`) exchanges the packet in the file and copies all else byte for
byte; `write` puts them together. All of them work on bytes in memory, so a file is written whole or not at all.

Why not a library: those that edit a file without decoding it stand under the GPL, or hand hostile bytes to C++ in the
window's process. What is needed is little: one packet, and the order of the parts around it.
"""

from sparc_desktop.services.alt_text.words import AltText, alt_text_of
from sparc_desktop.services.alt_text.write import kind_of, with_alt_text

__all__ = ["AltText", "alt_text_of", "kind_of", "with_alt_text"]
