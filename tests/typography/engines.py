"""How each engine sets a list of paragraphs at a measure. Each function writes a PDF with one tall page, left edge LEFT, and returns its path."""
import os, re, subprocess, json, yaml

LEFT, TOP, SIZE, LEAD, GAP, HEIGHT = 20, 40, 10, 12, 30, 12000       # points (1/72 in)
GALLEY = os.environ.get("GALLEY", "galley")
if "/" in GALLEY: GALLEY = os.path.abspath(GALLEY)
TINOS = os.environ.get("TINOS", "/usr/share/fonts/truetype/croscore")
NICE = ["nice", "-n", "10"]


def _run(cmd, cwd, ok=(0,)):
    r = subprocess.run(NICE + cmd, cwd=cwd, capture_output=True, text=True)
    if r.returncode not in ok: raise RuntimeError(" ".join(cmd) + "\n" + r.stdout[-3000:] + r.stderr[-3000:])
    return r


def galley(pars, measure, folder, name, lang, **style):
    esc = lambda t: re.sub(r"([*\[\]\\])", r"\\\1", t)
    mark = {"": "%s", "b": "**%s**", "i": "*%s*"}
    texts = ["".join(mark[s] % esc(t) if t.strip() == t or not s else mark[s] % esc(t.strip()) for s, t in p["runs"]) for p in pars]
    cv = {"cv": {"name": "X", "language": lang, "sections": {"A": [{"text": t} for t in texts]}}}
    yaml.safe_dump(cv, open(f"{folder}/{name}.yaml", "w"), allow_unicode=True, width=10**6, sort_keys=False)
    extends = style.pop("extends", "base")
    layout = {"extends": extends, "description": "x", "page": {"size": f"{measure + 2 * LEFT}pt x {HEIGHT}pt", "first-line": "10pt",
              "margins": {"left": f"{LEFT}pt", "right": f"{LEFT}pt", "top": f"{TOP}pt", "bottom": "10pt"}},
              "columns": {"label": "0pt", "gutter": "0pt"},
              "styles": {"body": {"size": f"{SIZE}pt", "leading": f"{LEAD}pt", **style}, "label": {"size": "7pt"}, "name": {"size": "7pt", "leading": "8pt"}},
              "head": {"first-baseline": "12pt", "space": "10pt", "lines": [{"line": "{name}", "style": "name"}]},
              "sections": {"placement": "above", "space": f"{GAP}pt", "space-below-label": "12pt"},
              "entries": {"text": {"space": f"{GAP}pt", "lines": [{"line": "{text}"}]}}}
    yaml.safe_dump(layout, open(f"{folder}/{name}.layout.yaml", "w"), allow_unicode=True, sort_keys=False)
    _run([GALLEY, "render", f"{name}.yaml", "-l", f"{name}.layout.yaml", "-o", f"{name}.pdf"], folder)
    return f"{folder}/{name}.pdf"


BABEL = {"en": "english", "de": "ngerman", "fr": "french"}


def tex(pars, measure, folder, name, lang, engine="xelatex", hyphens=True, tolerance=9999, emergency=0, microtype=None, law="tex", pre="100"):
    def esc(t):
        for a, b in (("\\", "\\textbackslash{}"), ("&", "\\&"), ("%", "\\%"), ("#", "\\#"), ("_", "\\_"), ("$", "\\$")): t = t.replace(a, b)
        return t
    wrap = {"": "%s", "b": "\\textbf{%s}", "i": "{\\itshape %s}"}
    body = "\n".join("".join(wrap[s] % esc(t) for s, t in p["runs"]) + "\\par\\vskip%gbp" % (GAP - LEAD) for p in pars)
    micro = f"\\usepackage[{microtype}]{{microtype}}\n" if microtype else ""
    no_hyphens = "" if hyphens else "\\hyphenpenalty=10000 "
    doc = rf"""\documentclass{{article}}
\usepackage[papersize={{{measure + 2 * LEFT}bp,{HEIGHT}bp}},left={LEFT}bp,right={LEFT}bp,top={TOP}bp,bottom=10bp,noheadfoot,marginparwidth=0pt,marginparsep=0pt]{{geometry}}
\usepackage{{fontspec}}
\setmainfont{{Tinos}}[Path={TINOS}/,Extension=.ttf,UprightFont=*-Regular,BoldFont=*-Bold,ItalicFont=*-Italic,BoldItalicFont=*-BoldItalic]
\usepackage[{BABEL[lang]}]{{babel}}
{micro}\makeatletter\let\language@active@arg@gobble\relax\makeatother
\begin{{document}}\pagestyle{{empty}}
\fontsize{{{SIZE}bp}}{{{LEAD}bp}}\selectfont\parindent0pt\parskip0pt\topskip10bp
{no_hyphens}\nonfrenchspacing\tolerance={tolerance}\pretolerance={pre}\emergencystretch={emergency}pt\hfuzz=10000pt\hbadness=10000\vbadness=10000\raggedbottom
\widowpenalty0\clubpenalty0
{body}
\end{{document}}
"""
    if lang == "fr": doc = doc.replace("\\begin{document}", "\\AtBeginDocument{\\frenchsetup{AutoSpacePunctuation=false}\\shorthandoff{;:!?}}\\begin{document}") if engine != "lualatex" else doc.replace("\\begin{document}", "\\frenchsetup{AutoSpacePunctuation=false}\\begin{document}")
    open(f"{folder}/{name}.tex", "w").write(doc)
    _run([engine, "-interaction=nonstopmode", f"{name}.tex"], folder, ok=(0, 1))
    return f"{folder}/{name}.pdf"


def typst(pars, measure, folder, name, lang, hyphens=True, limits=None, extra=""):
    import typst as ty
    body = "\n".join("#par[" + "".join({"": "#%s", "b": "#strong(%s)", "i": "#emph(%s)"}[s] % (json.dumps(t, ensure_ascii=False) if s else f"text({json.dumps(t, ensure_ascii=False)})") for s, t in p["runs"]) + "]" for p in pars)
    limits = f", justification-limits: ({limits})" if limits else ""
    doc = f"""#set page(width: {measure + 2 * LEFT}pt, height: {HEIGHT}pt, margin: (left: {LEFT}pt, right: {LEFT}pt, top: {TOP}pt, bottom: 10pt))
#set text(font: "Tinos", size: {SIZE}pt, lang: "{lang}", hyphenate: {'true' if hyphens else 'false'}, fallback: false, top-edge: "baseline", bottom-edge: "baseline"{extra})
#set smartquote(enabled: false)
#set par(justify: true, leading: {LEAD}pt, spacing: {GAP}pt{limits})
{body}
"""
    open(f"{folder}/{name}.typ", "w").write(doc)
    out = f"{folder}/{name}.pdf"
    ty.compile(f"{folder}/{name}.typ", output=out, font_paths=[TINOS], ignore_system_fonts=True)
    return out


def chromium(pars, measure, folder, name, lang, hyphens=True, wrap="pretty"):
    esc = lambda t: t.replace("&", "&amp;").replace("<", "&lt;")
    wraps = {"": "%s", "b": "<b>%s</b>", "i": "<i>%s</i>"}
    body = "\n".join("<p>" + "".join(wraps[s] % esc(t) for s, t in p["runs"]) + "</p>" for p in pars)
    html = f"""<!doctype html><html lang={lang}><meta charset=utf-8><style>@page {{ size: {measure + 2 * LEFT}pt {HEIGHT}pt; margin: {TOP}pt {LEFT}pt 10pt }}
body {{ margin: 0; font: {SIZE}pt/{LEAD}pt Tinos; text-align: justify; hyphens: {'auto' if hyphens else 'manual'}; text-wrap: {wrap} }} p {{ margin: 0 0 {GAP - LEAD}pt }}</style>{body}"""
    open(f"{folder}/{name}.html", "w").write(html)
    _run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={name}.pdf", f"{name}.html"], folder)
    return f"{folder}/{name}.pdf"
