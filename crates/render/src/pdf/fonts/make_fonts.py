"""Builds the three text faces of the agreement from the subsets that @fontsource/tinos ships (needs fonttools and brotli).

Usage: python make_fonts.py <package folder of @fontsource/tinos> <output folder>
"""
import os, sys, tempfile, unicodedata
from fontTools import merge, subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

package, output = sys.argv[1], sys.argv[2]
FACES = {"regular": "400-normal", "bold": "700-normal", "italic": "400-italic"}
letters = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | {0x1A0, 0x1A1, 0x1AF, 0x1B0} | set(range(0x1EA0, 0x1EFA))
letters |= {0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323}
letters |= set(range(0x2010, 0x2028)) | {0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AB, 0x20AC, 0x2116, 0x2122, 0x2190, 0x2192, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25A1, 0x25CF, 0x2713}

def strip(path, wanted):
    options = subset.Options(hinting=False, layout_features=["kern"], notdef_outline=True, glyph_names=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    font = TTFont(path)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=wanted)
    cut.subset(font)
    return font

def pair_adjustments(font):
    pairs = {}
    if "GPOS" not in font:
        return pairs
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            if table.LookupType == 9:
                table = table.ExtSubTable
            if table.LookupType != 2:
                continue
            first = table.Coverage.glyphs
            if table.Format == 1:
                for left, record in zip(first, table.PairSet):
                    for value in record.PairValueRecord:
                        pairs.setdefault((left, value.SecondGlyph), value.Value1.XAdvance if value.Value1 else 0)
            else:
                for left in first:
                    row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)]
                    for right in font.getGlyphOrder():
                        value = row.Class2Record[table.ClassDef2.classDefs.get(right, 0)].Value1
                        pairs.setdefault((left, right), getattr(value, "XAdvance", 0) or 0)
    return {key: value for key, value in pairs.items() if value}

for face, style in FACES.items():
    seen, parts = set(), []
    with tempfile.TemporaryDirectory() as folder:
        latin_pairs = {}
        for name in ("latin", "vietnamese", "latin-ext"):
            path = f"{package}/files/tinos-{name}-{style}.woff2"
            source = TTFont(path)
            if name == "latin":
                made = source["head"].modified
                cmap = {glyph: code for code, glyph in source.getBestCmap().items()}
                latin_pairs = {(cmap[l], cmap[r]): v for (l, r), v in pair_adjustments(source).items() if l in cmap and r in cmap}
            wanted = (letters & set(source.getBestCmap())) - seen
            seen |= wanted
            font = strip(path, wanted)
            for table in ("GPOS", "GSUB", "GDEF", "gasp"):
                if table in font:
                    del font[table]
            # The glyph names are dropped above; unique ones keep the merger from mixing up composites.
            part = os.path.join(folder, name + ".ttf")
            font.flavor = None
            font.save(part)
            parts.append(part)
        font = merge.Merger().merge(parts)
    # Kerning of the base letters goes to the letters with marks too (the subsets know only Latin pairs).
    cmap = font.getBestCmap()
    def base(code):
        letter = unicodedata.normalize("NFD", chr(code))[0]
        return ord({"ơ": "o", "Ơ": "O", "ư": "u", "Ư": "U", "đ": "d", "Đ": "D"}.get(letter, letter))
    print(face, len(cmap), "pairs", len(latin_pairs), "missing", [hex(c) for c in sorted(letters - set(cmap))])
    by_pair = {}
    # Not the space: words are shaped one by one, so the gap between them must not depend on their letters.
    vietnamese = [c for c in cmap if 0x20 < c < 0x100 and c != 0xA0 or c in (0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x102, 0x103, 0x1A0, 0x1A1, 0x1AF, 0x1B0) or 0x1EA0 <= c < 0x1EFA or 0x2010 <= c < 0x2028]
    for left in vietnamese:
        for right in vietnamese:
            value = latin_pairs.get((left, right))
            # A mark above may strike a capital's overhang (Vậ is fine, Tỉ is not): narrow letters keep their distance.
            if value is None and (left, right) != (base(left), base(right)) and chr(base(right)) not in "iI":
                value = latin_pairs.get((base(left), base(right)))
            if value:
                by_pair[cmap[left], cmap[right]] = value
    print("  pairs now", len(by_pair))
    # Classes: letters with the same row are one class.
    rows, columns = {}, {}
    for (l, r), v in by_pair.items():
        rows.setdefault(l, {})[r] = v
        columns.setdefault(r, {})[l] = v
    def classes(table):
        groups = {}
        for glyph, row in table.items():
            groups.setdefault(tuple(sorted(row.items())), []).append(glyph)
        return [sorted(g) for g in groups.values()]
    left_classes, right_classes = classes(rows), classes(columns)
    print("  classes", len(left_classes), len(right_classes))
    text = "languagesystem DFLT dflt;\nlanguagesystem latn dflt;\n"
    for i, g in enumerate(left_classes): text += f"@L{i} = [{' '.join(g)}];\n"
    for i, g in enumerate(right_classes): text += f"@R{i} = [{' '.join(g)}];\n"
    text += "feature kern {\n"
    for i, l in enumerate(left_classes):
        for j, r in enumerate(right_classes):
            v = rows[l[0]].get(r[0])
            if v: text += f"pos @L{i} @R{j} {v};\n"
    text += "} kern;\n"
    addOpenTypeFeaturesFromString(font, text)
    # The empty box of .notdef gets a code (U+25A1) of its own: PDF/A forbids .notdef, and letters outside the set must show as something.
    pen = TTGlyphPen(None)
    font["glyf"][".notdef"].draw(pen, font["glyf"])
    font.setGlyphOrder(font.getGlyphOrder() + ["box"])
    font["glyf"]["box"] = pen.glyph()
    font["hmtx"]["box"] = font["hmtx"][".notdef"]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x25A1] = "box"
    font["post"].formatType = 3.0
    font["head"].created = font["head"].modified = made
    font.recalcTimestamp = False
    target = f"{output}/tinos-{face}.ttf"
    font.save(target)
    print("  ", target, os.path.getsize(target), sorted(font.keys()))
