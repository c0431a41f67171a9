#!/usr/bin/env python3
"""colour.py [--sets pub,en] [--measures 180,260,434] [--variants a,b] [--out DIR]: paragraph colour of Galley, TeX, Typst, Chromium.
Sets the paragraphs of corpus.py in each engine, reads glyph positions back with MuPDF, aligns them with the text and prints per measure:
MSD of word spaces from the engine's own natural space (thousandths of em^2), widest and narrowest space, lines, hyphens, ladders (3+ in a row),
two-hyphen runs, runts, overfull lines, rivers. Needs: mutool; pip install pyyaml typst; apt: texlive-xetex texlive-luatex texlive-lang-german texlive-lang-french fonts-croscore chromium."""
import argparse, collections, html, json, os, re, subprocess, sys, unicodedata
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import engines, corpus
from engines import LEFT, SIZE

EM = SIZE
LIGATURES = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"}
HYPHENS = "-\u2010\u00ad"
CODES = {".": 3, "?": 3, "!": 3, ":": 2, ";": 1.5, ",": 1.25}


def factor(word):
    f = 1.0
    for c in word:
        if c in ")]”’": continue
        code = 0.999 if c.isupper() else CODES.get(c, 1)
        f = 1.0 if f < 1 < code else code
    return f


def factor_galley(word):  # quotes are not looked through
    f = 1.0
    for c in word:
        if c in ")]": continue
        code = 0.999 if c.isupper() else CODES.get(c, 1)
        f = 1.0 if f < 1 < code else code
    return f


def page_lines(path):
    """Lines of non-space characters, top to bottom: [(y, [(char, x0, x1)])]."""
    trace = subprocess.run(["mutool", "draw", "-F", "trace", path], capture_output=True, text=True).stdout
    raw, n, span, at, names = [], -1, None, None, collections.defaultdict(collections.Counter)
    for line in trace.splitlines():
        line = line.strip()
        if line.startswith("<page "): n += 1
        elif line.startswith(("<fill_text", "<ignore_text")): at = [float(v) for v in re.search(r'transform="([^"]*)"', line)[1].split()]
        elif line.startswith("<span"): span = (re.search(r'font="([^"]*)"', line)[1], [float(v) for v in re.search(r'trm="([^"]*)"', line)[1].split()])
        elif line.startswith("<g ") and 'glyph="' in line:
            u, g, x, y, adv = re.match(r'<g (?:unicode="(.*?)" )?glyph="(.*?)" x="(\S+)" y="(\S+)" adv="(\S+)"', line).groups()
            u = html.unescape(u or "")
            font, trm = span
            raw.append((n, font, g, u, at[0] * float(x) + at[4], at[3] * float(y) + at[5], float(adv) * trm[0] * at[0], abs(trm[3] * at[3])))
            if u.strip(): names[font, g][u] += 1
    # Galley hands the words that it divides to extractors whole, on one glyph: what a glyph is, the others of its kind tell.
    known = {(f, g): c.most_common(1)[0][0] for (f, g), c in names.items()}
    chars = []
    for n, font, g, u, x, y, adv, size in raw:
        if size < EM - 1: continue
        t = known.get((font, g), "\ufffd" if u.isspace() and adv > 0.26 * EM and "galley" in os.path.basename(path) else u)
        if not t or t.isspace() or t in "\u200b\ufeff": continue
        text = LIGATURES.get(t, t)
        for k, c in enumerate(text):
            chars.append((n, round(y, 1), c, x + adv * k / len(text), x + adv * (k + 1) / len(text)))
    rows = collections.OrderedDict()
    for n, y, t, x0, x1 in sorted(chars, key=lambda c: (c[0], c[1])):
        key = next((k for k in reversed(list(rows)[-2:]) if k[0] == n and abs(k[1] - y) < 1.5), (n, y))
        rows.setdefault(key, []).append((t, x0, x1))
    return [(k, sorted(v, key=lambda c: c[1])) for k, v in rows.items()]


def align(lines, pars):
    """For each paragraph its lines: {'chars', 'gaps': [(word before, width)], 'hyphen': bool, 'explicit': bool}."""
    norm = lambda s: unicodedata.normalize("NFC", s)
    result, at = [], 0
    for p in pars:
        text = norm("".join(t for _, t in p["runs"]))
        k, mine = 0, []
        while k < len(text):
            if at >= len(lines): raise ValueError(f"{p['id']}: text runs out at {text[k:k+30]!r}")
            row = lines[at][1]; at += 1
            gaps, inserted, explicit, i = [], False, False, 0
            start = k
            word = ""
            while i < len(row):
                if k < len(text) and text[k] == " ":
                    k += 1
                    if i: gaps.append((word, row[i][1] - row[i - 1][2]))
                    word = ""
                    continue
                c = norm(row[i][0])
                if k < len(text) and (c == text[k] or c in HYPHENS and text[k] in HYPHENS or {c, text[k]} <= {"'", "’"} or c == "\ufffd" and i < len(row) - 1): word += c; k += 1; i += 1
                elif c in HYPHENS + "\ufffd" and i == len(row) - 1: inserted = True; i += 1
                else: raise ValueError(f"{p['id']}: {''.join(x[0] for x in row)!r}: {c!r} is not {text[k:k+20]!r}")
            if not inserted and k < len(text) and text[k] != " " and row[-1][0] in HYPHENS: explicit = True
            mine.append({"chars": row, "gaps": gaps, "hyphen": inserted, "explicit": explicit, "x0": row[0][1], "x1": row[-1][2], "text": text[start:k].strip()})
        result.append(mine)
    return result


def rivers(par):
    """Vertical runs of 3 or more lines whose word spaces overlap by at least half a space with the one above."""
    count, runs = 0, []
    for line in par:
        spans, pos = [], line["chars"]
        for a, b in zip(pos, pos[1:]):
            if b[1] - a[2] > 0.15 * EM: spans.append((a[2], b[1]))
        new = []
        for s in spans:
            best = 1
            for r, n in runs:
                if min(r[1], s[1]) - max(r[0], s[0]) >= 0.6 * min(r[1] - r[0], s[1] - s[0]): best = max(best, n + 1)
            new.append((s, best))
            if best == 4: count += 1
        runs = new
    return count


def measure_pdf(path, pars, measure, law):
    fac = {"galley": factor_galley, "tex": factor}.get(law, lambda w: 1)
    natural = lambda w: EM * (0.25 + (0.083333 if fac(w) >= 2 else 0))
    sets = align(page_lines(path), pars)
    dev, widest, narrowest, count = [], 0, 9, collections.Counter()
    line_dev = []
    worst = None
    for par, p in zip(sets, pars):
        count["lines"] += len(par)
        run = 0
        for n, line in enumerate(par):
            last = n == len(par) - 1
            if line["x1"] > LEFT + measure + 0.12 * EM and not (line["chars"][-1][0] in "-.,;:’”\u2010\u00ad\ufffd*" and line["x1"] < LEFT + measure + 0.8 * EM): count["overfull"] += 1
            run = run + 1 if line["hyphen"] else 0
            count["hyphens"] += line["hyphen"]; count["explicit"] += line["explicit"]
            if run == 2: count["doubles"] += 1
            if run == 3: count["ladders"] += 1
            if last: continue
            d = [(g - natural(w)) / EM for w, g in line["gaps"]]
            dev += d
            if d:
                line_dev.append(sum(d) / len(d))
                g = max(g for _, g in line["gaps"]) / EM
                if g > widest: widest, worst = g, line["text"]
                narrowest = min(narrowest, min(g for _, g in line["gaps"]) / EM)
            else: count["one-word lines"] += 1
            if d and sum(d) / len(d) > 0.25: count["very loose lines"] += 1      # mean space over twice natural
            elif d and sum(d) / len(d) > 0.125: count["loose lines"] += 1        # stretched beyond 100 %
        if len(par) > 1:
            end = par[-1]
            width = end["x1"] - end["x0"]
            if width < 2 * EM or " " not in end["text"] and width < 4 * EM: count["runts"] += 1
            if par[-2]["hyphen"]: count["last-line hyphens"] += 1
        count["rivers"] += rivers(par)
    msd = sum(d * d for d in dev) / max(1, len(dev))
    lmsd = sum(d * d for d in line_dev) / max(1, len(line_dev))
    return {"msd": 1000 * msd, "line_msd": 1000 * lmsd, "widest": widest, "narrowest": narrowest, "worst": worst, "gaps": len(dev), **count}


def variants():
    g, t, y = engines.galley, engines.tex, engines.typst
    micro = "protrusion=true,expansion=true,tracking=false"
    return {
        "galley":                    ("even", lambda *a: g(*a)),
        "galley spaces only":        ("even", lambda *a: g(*a, **{"tracking-flex": "none", "protrusion": "none"})),
        "galley as TeX":             ("galley", lambda *a: g(*a, extends="classic")),
        "xetex nohyph":              ("tex", lambda *a: t(*a, hyphens=False)),
        "xetex hyph":                ("tex", lambda *a: t(*a)),
        "xetex hyph tol200":         ("tex", lambda *a: t(*a, tolerance=200)),
        "xetex hyph +protrusion":    ("tex", lambda *a: t(*a, microtype="protrusion=true")),
        "luatex hyph":               ("tex", lambda *a: t(*a, engine="lualatex")),
        "luatex microtype":          ("tex", lambda *a: t(*a, engine="lualatex", microtype=micro)),
        "luatex microtype nohyph":   ("tex", lambda *a: t(*a, engine="lualatex", microtype=micro, hyphens=False)),
        "typst nohyph":              ("typst", lambda *a: y(*a, hyphens=False)),
        "typst hyph":                ("typst", lambda *a: y(*a)),
        "typst hyph+limits":         ("typst", lambda *a: y(*a, limits="tracking: (min: -0.01em, max: 0.02em)")),
        "chromium hyph pretty":      ("typst", lambda *a: engines.chromium(*a)),
    }


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--sets", default="pub,en,de,fr"); ap.add_argument("--measures", default="180,260,434")
    ap.add_argument("--variants"); ap.add_argument("--out", default="build/colour"); ap.add_argument("--json")
    args = ap.parse_args()
    os.makedirs(args.out, exist_ok=True)
    rows = []
    for m in map(int, args.measures.split(",")):
        for s in args.sets.split(","):
            pars = corpus.paragraphs(s)
            lang = "en" if s == "pub" else s
            print(f"\n== {s} at {m} pt ==\n{'':26} MSD   rel  lineMSD widest narrow | lines hyph dbl ladd lastH | loose vloose runt overf rivers 1word")
            base = None
            for name, (law, make) in variants().items():
                if args.variants and not any(v in name for v in args.variants.split(",")): continue
                if name.startswith("chromium") and lang == "xx": continue
                file = f"{s}-{m}-{name.replace(' ', '_').replace('+', 'p')}"
                try:
                    r = measure_pdf(make(pars, m, args.out, file, lang), pars, m, law)
                except Exception as e:
                    print(f"{name:26} FAILED {str(e)[:160]}"); continue
                r.update(engine=name, set=s, measure=m); rows.append(r)
                base = r["msd"] if name == "xetex hyph" else base
                k = lambda x: r.get(x, 0)
                print(f"{name:26} {r['msd']:5.2f} {r['msd']/base if base else 0:5.2f} {r['line_msd']:6.2f}  {r['widest']:5.2f}  {r['narrowest']:5.2f}  | {k('lines'):4}  {k('hyphens'):3}  {k('doubles'):2}   {k('ladders'):2}   {k('last-line hyphens'):2}   |  {k('loose lines'):3}   {k('very loose lines'):3}   {k('runts'):3}  {k('overfull'):3}   {k('rivers'):3}   {k('one-word lines'):2}", flush=True)
    if args.json: json.dump(rows, open(args.json, "w"), indent=1, ensure_ascii=False)


if __name__ == "__main__": main()
