"""One packet: what is put in is there, what was there stays, what can't be understood is refused."""

import random
import xml.etree.ElementTree as ElementTree

import pytest

from sparc_desktop.services.alt_text.packet import merged, without_padding
from sparc_desktop.services.alt_text.refused import Refused
from sparc_desktop.services.alt_text.survey import ADOBE, IPTC, RDF, survey
from sparc_desktop.services.alt_text.words import AltText
from tests.support.picture_files import PACKET

ALT = AltText('A <cat> & "dog".', 'A <cat> & "dog".\nIt\'s ]]> here.', "en")
CHINESE = AltText("猫。", "猫。很大。", "zh-CN")


def texts(packet: bytes) -> dict[str, dict[str, str]]:
    """Read by another parser than the program's: property -> language -> text."""
    found = {}
    for name in ("AltTextAccessibility", "ExtDescrAccessibility"):
        path = f"{{{RDF}}}Description/{{{IPTC}}}{name}/{{{RDF}}}Alt/{{{RDF}}}li"
        items = root(packet).findall(path)
        found[name] = {item.get("{http://www.w3.org/XML/1998/namespace}lang", ""): item.text or "" for item in items}
        assert len(found[name]) == len(items)
    return found


def root(packet: bytes) -> ElementTree.Element:
    tree = ElementTree.fromstring(packet)
    found = tree if tree.tag == f"{{{RDF}}}RDF" else tree.find(f"{{{RDF}}}RDF")
    assert found is not None
    return found


def wrapped(inside: str, root_attributes: str = "") -> bytes:
    spaces = f'xmlns:rdf="{RDF}" xmlns:i="{IPTC}" xmlns:o="urn:other"'
    return f'<x:xmpmeta xmlns:x="{ADOBE}"><rdf:RDF {spaces}{root_attributes}>{inside}</rdf:RDF></x:xmpmeta>'.encode()


def expected(alt: AltText) -> dict[str, dict[str, str]]:
    return {
        "AltTextAccessibility": {"x-default": alt.short, alt.language: alt.short},
        "ExtDescrAccessibility": {"x-default": alt.long, alt.language: alt.long},
    }


@pytest.mark.parametrize("alt", [ALT, CHINESE])
@pytest.mark.parametrize("packet", [None, b"", b" \n\0"])
def test_a_new_packet(alt: AltText, packet: bytes | None) -> None:
    made = merged(alt, packet)
    assert texts(made) == expected(alt)
    assert made.startswith(b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>')
    assert made.endswith(b'<?xpacket end="w"?>')


def test_what_was_there_stays_byte_for_byte() -> None:
    made = merged(ALT, PACKET)
    assert texts(made) == expected(ALT)
    at = made.index(b'<rdf:Description rdf:about="uuid:1" xmlns:rdf')
    end = made.index(b"</rdf:Description>\n", at) + len(b"</rdf:Description>\n")
    assert made[:at] + made[end:] == PACKET


def test_doing_it_again_changes_nothing() -> None:
    once = merged(ALT, PACKET)
    assert survey(merged(ALT, once)).alternatives == survey(once).alternatives
    assert texts(merged(ALT, once)) == expected(ALT)


def test_other_languages_are_kept() -> None:
    packet = merged(ALT, merged(CHINESE, PACKET))
    short = texts(packet)["AltTextAccessibility"]
    assert short == {"x-default": ALT.short, "en": ALT.short, "zh-CN": CHINESE.short}
    assert next(iter(short)) == "x-default"


@pytest.mark.parametrize(
    "former",
    [
        '<rdf:Description i:AltTextAccessibility="old" o:x=" i:AltTextAccessibility=\'mine\' "/>',
        "<rdf:Description o:x='1' i:AltTextAccessibility='old>/>'></rdf:Description>",
        "<rdf:Description><i:AltTextAccessibility>old</i:AltTextAccessibility ><o:y>1</o:y></rdf:Description>",
        "<rdf:Description><i:AltTextAccessibility/></rdf:Description>",
        "<rdf:Description><i:AltTextAccessibility o:x='/'></i:AltTextAccessibility></rdf:Description>",
        "<rdf:Description><i:AltTextAccessibility>/></i:AltTextAccessibility></rdf:Description>",
        "<rdf:Description><i:AltTextAccessibility><rdf:Bag><rdf:li>old</rdf:li></rdf:Bag></i:AltTextAccessibility>"
        "<i:AltTextAccessibility><rdf:Alt><rdf:li>older</rdf:li></rdf:Alt></i:AltTextAccessibility></rdf:Description>",
        "<o:Typed><i:AltTextAccessibility><i:AltTextAccessibility/></i:AltTextAccessibility></o:Typed>",
    ],
)
def test_the_former_alt_text_goes_in_whatever_form_it_stands(former: str) -> None:
    made = merged(ALT, wrapped(former))
    assert texts(made) == expected(ALT)
    assert b"old" not in made
    assert (b"mine" in made) == ("mine" in former)
    assert (b"<o:y>1</o:y>" in made) == ("o:y" in former)
    assert len(root(made)) == 2


def test_the_alt_text_of_another_picture_inside_is_not_ours() -> None:
    its_own = "<i:AltTextAccessibility>its own</i:AltTextAccessibility>"
    packet = wrapped(f"<rdf:Description><o:from rdf:parseType='Resource'>{its_own}</o:from></rdf:Description>")
    assert its_own.encode() in merged(ALT, packet)


def test_an_empty_one_is_replaced() -> None:
    assert texts(merged(ALT, f'<rdf:RDF xmlns:rdf="{RDF}"/>'.encode())) == expected(ALT)
    assert texts(merged(ALT, f'<a:RDF xmlns:a="{RDF}"></a:RDF>'.encode())) == expected(ALT)


def test_what_others_say_it_is_about_is_repeated() -> None:
    made = merged(ALT, wrapped('<rdf:Description rdf:about="a&amp;&quot;b"/>'))
    assert [each.get(f"{{{RDF}}}about") for each in root(made)] == ['a&"b', 'a&"b']


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "packet",
    [
        LAUGHS.encode() + wrapped("<rdf:Description>&b;</rdf:Description>"),
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + wrapped(""),
        wrapped("&nbsp;"),
        wrapped("<rdf:Description>"),
        wrapped("<rdf:Description/>")[:-1],
        wrapped("<rdf:Description o:a='1' o:a='2'/>"),
        wrapped("<rdf:RDF/>"),
        wrapped("\x00"),
        wrapped("<rdf:Description/>").decode().encode("utf-16"),
        wrapped("<rdf:Description>caf\xe9</rdf:Description>").decode().encode("latin-1"),
        f'<x:xmpmeta xmlns:x="{ADOBE}"/>'.encode(),
        b"<html/>",
        b"no packet at all",
        wrapped("<rdf:Description> <i:AltTextAccessibility/>text where there is none in RDF</rdf:Description>"),
        b"<a>" * 200_000,
        wrapped("<o:a/>" * 400_000),
        wrapped("<o:a>" * 1000 + "</o:a>" * 1000),
        wrapped("<rdf:Description/>" + " " * 5_000_000),
    ],
    ids=lambda packet: packet[:60],
)
def test_what_can_not_be_understood_is_refused(packet: bytes) -> None:
    with pytest.raises(Refused):
        merged(ALT, packet)


def test_no_damage_to_a_packet_comes_through() -> None:
    """Whatever byte is another: refused, or read back by another parser as it should be."""
    former = merged(CHINESE, PACKET)
    chance = random.Random(5)
    values = bytes(each for each in range(256) if each != ord("}"))  # the other parser trips over it in a namespace
    taken = 0
    for place in range(len(former)):
        for value in (ord("<"), ord("/"), chance.choice(values)):
            try:
                made = merged(ALT, former[:place] + bytes((value,)) + former[place + 1 :])
            except Refused:
                continue
            taken += 1
            for name, said in expected(ALT).items():
                assert texts(made)[name].items() >= said.items()
    assert taken


def test_a_packet_that_is_cut_off_is_refused() -> None:
    former = merged(CHINESE, PACKET).rstrip()
    for end in range(1, former.rindex(b"</x:xmpmeta>") + len(b"</x:xmpmeta>")):
        with pytest.raises(Refused):
            merged(ALT, former[:end])


def test_padding_goes_and_nothing_else() -> None:
    assert without_padding(PACKET) == PACKET.replace(b" " * 200 + b"\n", b"")
    assert without_padding(b"<a/>  ") == b"<a/>  "
