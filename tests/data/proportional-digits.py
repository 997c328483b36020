#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes proportional-digits.ttf, a font of boxes whose digits differ in width: no font that Debian needs has such.
# usage: proportional-digits.py OUT.ttf     (needs fontTools)
import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

HEIGHT = 700
WIDTHS = {".notdef": 500, "space": 300, "comma": 250, "period": 250, "hyphen": 400}
WIDTHS |= {f"digit{digit}": 360 if digit == 1 else 560 + 10 * digit for digit in range(10)}
CHARACTERS = {ord(" "): "space", ord(","): "comma", ord("."): "period", ord("-"): "hyphen"}
CHARACTERS |= {ord(str(digit)): f"digit{digit}" for digit in range(10)}


def box(name):
    pen = TTGlyphPen(None)
    if name != "space":
        top = 100 if name in ("comma", "period") else HEIGHT
        right = WIDTHS[name] - 50
        for i, point in enumerate([(50, 0), (50, top), (right, top), (right, 0)]):
            pen.lineTo(point) if i else pen.moveTo(point)
        pen.closePath()
    return pen.glyph()


builder = FontBuilder(1000, isTTF=True)
builder.setupGlyphOrder(list(WIDTHS))
builder.setupCharacterMap(CHARACTERS)
builder.setupGlyf({name: box(name) for name in WIDTHS})
builder.setupHorizontalMetrics({name: (width, 0 if name == "space" else 50) for name, width in WIDTHS.items()})
builder.setupHorizontalHeader(ascent=800, descent=-200)
builder.setupNameTable({"familyName": "Rillscope Proportional Digits", "styleName": "Regular"})
builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
builder.setupPost()
builder.save(sys.argv[1])
