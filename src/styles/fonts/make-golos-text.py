#!/usr/bin/env python3
"""Makes golos-text.woff2 (pages) and golos-text.ttf (social cards): one variable file with every letter that Kazakh,
Russian and English need, from two weights of Golos Text as Google publishes them.

    npm pack @expo-google-fonts/golos-text@0.4.2 && tar xzf expo-google-fonts-golos-text-0.4.2.tgz
    apt-get install python3-fonttools python3-brotli        # fontTools 4.38
    python3 make-golos-text.py package/                     # writes beside this script

Why not the variable files of Fontsource: they are four, by script, so a line in Kazakh would ask for three of them, and
no kerning works between them. The weights 400 and 700 have the same points in the same order; what lies between is drawn
from both. The same input gives the same bytes.
"""
import sys
from pathlib import Path

from fontTools import varLib
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

BETWEEN = lambda first, last: ''.join(map(chr, range(first, last + 1)))
LETTERS = ''.join([
    BETWEEN(0x20, 0x7E), BETWEEN(0xA0, 0xFF),            # Latin, and the accents of names
    BETWEEN(0x410, 0x44F), 'Ёё',                         # Russian
    'ӘәҒғҚқҢңӨөҰұҮүҺһІі',                                # Kazakh
    'ЄєЇїҐґЎў', 'ĞğŪūŊŋŞşİıŚśŇňĆćČčŠšŽž',                # names of the neighbours; Kazakh in Latin letters
    '\u0301', '\u2009\u202f', '‐‑–—‘’‚“”„‹›•…‰№™†',      # stress, thin spaces, marks
    '€₸₽', '←↑→↓−≈≤≥',
])
MASTERS = {400: '400Regular/GolosText_400Regular.ttf', 700: '700Bold/GolosText_700Bold.ttf'}


def variable(folder: Path) -> TTFont:
    space = DesignSpaceDocument()
    space.addAxis(AxisDescriptor(tag='wght', name='Weight', minimum=400, default=400, maximum=700))
    for weight, file in MASTERS.items():
        font = TTFont(folder / file, recalcTimestamp=False)
        # Tables for upright columns are not needed; STAT speaks of the static family.
        for table in ('vhea', 'vmtx', 'STAT'):
            del font[table]
        space.addSource(SourceDescriptor(font=font, location={'Weight': weight}))
    return varLib.build(space)[0]


def subset(font: TTFont) -> None:
    options = Options()
    options.layout_features = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'calt', 'case', 'tnum']
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]     # 0, 13 and 14 carry the copyright and the licence
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    cutter = Subsetter(options)
    cutter.populate(text=LETTERS)
    cutter.subset(font)
    missing = [letter for letter in LETTERS if ord(letter) not in font.getBestCmap()]
    if missing:
        sys.exit(f'The font has no {missing}.')


font = variable(Path(sys.argv[1]))
subset(font)
beside = Path(__file__).parent
font.save(beside / 'golos-text.ttf')
font.flavor = 'woff2'
font.save(beside / 'golos-text.woff2')
for made in ('golos-text.ttf', 'golos-text.woff2'):
    print(made, (beside / made).stat().st_size)
