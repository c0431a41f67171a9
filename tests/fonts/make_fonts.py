#!/usr/bin/env python3
"""Makes the tiny fonts of this folder with fontTools (Debian: python3-fonttools). See README.md.

Run it in this folder after a change and commit what it wrote: tests use the committed files. The same script gives the
same bytes.
"""

import io
import struct
import sys
from pathlib import Path

from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from fontTools.ttLib.tables._f_v_a_r import Axis
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from fontTools.ttLib.ttCollection import TTCollection

FOLDER = Path(__file__).resolve().parent
ASCII = "".join(map(chr, range(0x20, 0x7F)))
LETTERS = " abcdefghijklmnopqrstuvwxyz"
EM = 1000


def glyph_name(character):
    return "space" if character == " " else f"uni{ord(character):04X}"


def square(pen, size, left=0, right=None):
    """A square of one em that stands on the descender, so that lines can be computed in the head; or what is from left to right of it."""
    bottom, top, right = -size // 5, size - size // 5, size if right is None else right
    pen.moveTo((left, bottom))
    pen.lineTo((left, top))
    pen.lineTo((right, top))
    pen.lineTo((right, bottom))
    pen.closePath()


def glyph_names(characters, more):
    return [".notdef"] + [glyph_name(c) for c in characters] + list(more)


def start(family, style, names, characters, is_ttf, em=EM):
    builder = FontBuilder(unitsPerEm=em, isTTF=is_ttf)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(c): glyph_name(c) for c in characters})
    return builder


def finish(builder, family, style, widths, features="", weight=400, fs_type=0, em=EM, bearings=()):
    builder.setupHorizontalMetrics({name: (width, dict(bearings).get(name, 0)) for name, width in widths.items()})
    builder.setupHorizontalHeader(ascent=em - em // 5, descent=-em // 5)
    italic = "Italic" in style
    builder.setupNameTable({"familyName": family, "styleName": style, "psName": f"{family.replace(' ', '')}-{style}"}, mac=False)
    builder.setupOS2(version=4, usWeightClass=weight, fsType=fs_type, sTypoAscender=em - em // 5, sTypoDescender=-em // 5,
                     sTypoLineGap=0, sCapHeight=em * 7 // 10, sxHeight=em // 2, fsSelection=1 if italic else 64)
    builder.setupPost(keepGlyphNames=False, italicAngle=-12 if italic else 0)
    font = builder.font
    font["head"].created = font["head"].modified = 3_000_000_000
    font["head"].macStyle = (1 if weight >= 700 else 0) | (2 if italic else 0)
    font.recalcTimestamp = False
    if features:
        addOpenTypeFeaturesFromString(font, features)
    return font


def truetype(family, style, characters, more=(), accented=False, **options):
    """A TrueType font. With `accented`, 'é' is a composite of 'e' and a glyph without a character of its own. `inks`: where the
    ink of a character begins and ends."""
    em = options.get("em", EM)
    inks = {glyph_name(c): ink for c, ink in options.pop("inks", {}).items()}
    names = glyph_names(characters, more)
    builder = start(family, style, names, characters, True, em)
    glyphs = {}
    for name in names:
        pen = TTGlyphPen(None)
        if name != "space":
            square(pen, em, *inks.get(name, ()))
        glyphs[name] = pen.glyph()
    if accented:
        pen = TTGlyphPen(glyphs)
        pen.addComponent(glyph_name("e"), (1, 0, 0, 1, 0, 0))
        pen.addComponent("accent", (0.5, 0, 0, 0.5, 250, 600))
        glyphs[glyph_name("é")] = pen.glyph()
    builder.setupGlyf(glyphs)
    widths = {name: em for name in names}
    return finish(builder, family, style, {**widths, **options.pop("widths", {})}, bearings={name: ink[0] for name, ink in inks.items()}, **options)


def variable(font):
    """Weights from 100 to 900: at 900 every glyph and its advance are half an em wider, at 100 a tenth narrower."""
    font["fvar"] = fvar = newTable("fvar")
    axis = Axis()
    axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue, axis.axisNameID = "wght", 100, 400, 900, 2
    fvar.axes, fvar.instances = [axis], []
    font["gvar"] = gvar = newTable("gvar")
    gvar.version, gvar.reserved, gvar.variations = 1, 0, {}
    for name in font.getGlyphOrder():
        points = 4 if name != "space" else 0
        def deltas(wider):
            ink = [(0, 0), (0, 0), (wider, 0), (wider, 0)][:points]
            return ink + [(0, 0), (wider, 0), (0, 0), (0, 0)]  # the phantom points carry the advance
        gvar.variations[name] = [TupleVariation({"wght": (0, 1, 1)}, deltas(500)), TupleVariation({"wght": (-1, -1, 0)}, deltas(-100))]
    return font


def flexible(font):
    """Weight, width and optical size. Each changes the width of every glyph by what can be told apart: weight by up to 500 (at 900),
    width by its own share (at 50% by -500, at 150% by 500), size by up to 40 (at 8 pt) and -40 (at 32 pt)."""
    font["fvar"] = fvar = newTable("fvar")
    fvar.axes, fvar.instances = [], []
    for tag, least, default, most in [("wght", 400, 400, 900), ("wdth", 50, 100, 150), ("opsz", 8, 14, 32)]:
        axis = Axis()
        axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue, axis.axisNameID = tag, least, default, most, 2
        fvar.axes.append(axis)
    font["gvar"] = gvar = newTable("gvar")
    gvar.version, gvar.reserved, gvar.variations = 1, 0, {}
    low, high = (-1, -1, 0), (0, 1, 1)
    for name in font.getGlyphOrder():
        points = 4 if name != "space" else 0
        def deltas(wider):
            ink = [(0, 0), (0, 0), (wider, 0), (wider, 0)][:points]
            return ink + [(0, 0), (wider, 0), (0, 0), (0, 0)]
        ends = [("wght", high, 500), ("wdth", low, -500), ("wdth", high, 500), ("opsz", low, 40), ("opsz", high, -40)]
        gvar.variations[name] = [TupleVariation({tag: end}, deltas(wider)) for tag, end, wider in ends]
    return font


def cff(family, characters):
    names = glyph_names(characters, ())
    builder = start(family, "Regular", names, characters, False)
    charstrings = {}
    for name in names:
        pen = T2CharStringPen(EM, None)
        if name != "space":
            square(pen, EM)
        charstrings[name] = pen.getCharString()
    builder.setupCFF(f"{family}-Regular", {"FullName": family}, charstrings, {})
    return finish(builder, family, "Regular", {name: EM for name in names})


def cid_keyed(family, characters, first_cid):
    """A CFF font whose glyph n has the CID first_cid + n - 1, as the fonts for Chinese, Japanese and Korean have."""
    font = cff(family, characters)
    table = font["CFF "].cff
    top = table.topDictIndex[0]
    renamed = {name: name if name == ".notdef" else f"cid{first_cid + i - 1:05d}" for i, name in enumerate(top.charset)}
    top.charset = [renamed[name] for name in top.charset]
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = first_cid + len(top.charset)
    part = FontDict()
    part.Private = top.Private
    part.FontName = family
    top.FDArray = FDArrayIndex()
    top.FDArray.append(part)
    top.FDSelect = FDSelect(format=3)
    top.FDSelect.gidArray = [0] * len(top.charset)
    strings = top.CharStrings
    strings.charStrings = {renamed[name]: charstring for name, charstring in strings.charStrings.items()}
    strings.fdArray, strings.fdSelect = top.FDArray, top.FDSelect
    for charstring in strings.charStrings.values():
        charstring.fdSelectIndex = 0
    del top.Private
    mapping = {code: renamed[name] for code, name in font.getBestCmap().items()}
    for subtable in font["cmap"].tables:
        subtable.cmap = dict(mapping)
    font["hmtx"].metrics = {renamed[name]: value for name, value in font["hmtx"].metrics.items()}
    font.setGlyphOrder(top.charset)
    return font


def lying_cmap(font):
    """The cmap sends 'a' to glyph 1, as is right, and 'z' to glyph 999, which does not exist."""
    groups = [(ord("a"), ord("a"), 1), (ord("z"), ord("z"), 999)]
    body = b"".join(struct.pack(">III", *group) for group in groups)
    subtable = struct.pack(">HHIII", 12, 0, 16 + len(body), 0, len(groups)) + body
    font["cmap"] = DefaultTable("cmap")
    font["cmap"].data = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + subtable
    return font


def unsorted_directory(font):
    """Many tables (HarfBuzz looks among few one by one), listed backwards."""
    for number in range(20):
        tag = f"zz{number:02d}"
        font[tag] = DefaultTable(tag)
        font[tag].data = b"\0"
    stream = io.BytesIO()
    font.save(stream)
    data = bytearray(stream.getvalue())
    (count,) = struct.unpack_from(">H", data, 4)
    entries = [bytes(data[12 + 16 * i : 28 + 16 * i]) for i in range(count)]
    data[12 : 12 + 16 * count] = b"".join(reversed(entries))
    return bytes(data)


def write(data, name):
    (FOLDER / name).write_bytes(data)
    print(f"{name}: {len(data)} bytes")


def save(font, name):
    stream = io.BytesIO()
    font.save(stream)
    write(stream.getvalue(), name)


LIGATURE = "feature liga { sub uni0066 uni0069 by f_i; } liga;"
KERNING = "feature kern { pos uni0041 uni0056 -200; pos uni0054 uni006F -100; pos uni006F uni0054 50; } kern;"
RTL = """
languagesystem arab dflt; languagesystem hebr dflt;
feature init { sub uni0628 by beh.init; } init;
feature medi { sub uni0628 by beh.medi; } medi;
feature fina { sub uni0628 by beh.fina; } fina;
feature rlig { sub uni0644 uni0627 by lam_alef; } rlig;
"""


def main():
    save(truetype("Square", "Regular", ASCII + "é–—•", ("accent",), accented=True), "Square-Regular.ttf")
    save(truetype("Square", "Bold", LETTERS, weight=700), "Square-Bold.ttf")
    save(truetype("Square", "Italic", LETTERS), "Square-Italic.ttf")
    save(truetype("Ligature", "Regular", LETTERS, ("f_i",), features=LIGATURE, widths={"f_i": 1500}), "Ligature.ttf")
    save(truetype("Kerning", "Regular", " AVTo", features=KERNING), "Kerning.ttf")
    save(truetype("Rtl", "Regular", " 12\u05d0\u05d1\u05d2\u0627\u0628\u0644\u0645", ("beh.init", "beh.medi", "beh.fina", "lam_alef"), features=RTL), "Rtl.ttf")
    save(truetype("Sparse", "Regular", " a"), "Sparse.ttf")
    save(truetype("Wide", "Regular", "aw", widths={glyph_name("w"): 65535}), "Wide.ttf")
    save(truetype("Restricted", "Regular", "a", fs_type=0x0002), "Restricted.ttf")
    save(truetype("Whole Only", "Regular", "ab", fs_type=0x0100), "WholeOnly.ttf")
    save(truetype("Bitmap Only", "Regular", "a", fs_type=0x0200), "BitmapOnly.ttf")
    save(truetype("Small Em", "Regular", "a", em=10), "SmallEm.ttf")
    save(lying_cmap(truetype("Lying Cmap", "Regular", "az")), "LyingCmap.ttf")
    write(unsorted_directory(truetype("Unsorted", "Regular", "a")), "Unsorted.ttf")
    save(cff("SquareCff", LETTERS), "SquareCff.otf")
    save(cid_keyed("SquareCid", LETTERS, first_cid=500), "SquareCid.otf")
    marks = {"「": (500, 900), "」": (100, 500), "、": (100, 400), "。": (100, 500), "・": (400, 600), "，": (350, 650)}
    save(truetype("Marks", "Regular", " ab1あい" + "".join(marks), inks=marks), "Marks.ttf")
    save(variable(truetype("Variable", "Regular", LETTERS)), "Variable.ttf")
    save(flexible(truetype("Flexible", "Regular", LETTERS)), "Flexible.ttf")
    collection = TTCollection()
    collection.fonts = [TTFont(FOLDER / "Sparse.ttf"), TTFont(FOLDER / "Kerning.ttf")]
    for font in collection.fonts:
        font.recalcTimestamp = False
    save(collection, "Collection.ttc")


if __name__ == "__main__":
    sys.exit(main())
