"""The judges of tests/conformance: qpdf, veraPDF and a comparison of the text. Each function gives what it finds wrong."""
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys

VERAPDF = "org.verapdf.apps:cli:1.30.2:jar"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "galley"
MARKS_OF_DIRECTION = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def stop(message):
    print(f"conformance: {message}", file=sys.stderr)
    sys.exit(2)


def run(*command):
    try:
        return subprocess.run([str(word) for word in command], capture_output=True)
    except FileNotFoundError:
        stop(f"{command[0]} is not installed")


def verapdf_jar():
    jar = CACHE / "cli.jar"
    if not jar.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        made = run("mvn", "-q", "-B", COPY, f"-Dartifact={VERAPDF}", f"-DoutputDirectory={CACHE}",
                   "-Dmdep.stripVersion=true")
        if made.returncode != 0 or not jar.exists():
            stop("veraPDF could not be fetched:\n" + made.stdout.decode(errors="replace"))
    return jar


def faults_of_syntax(pdf):
    made = run("qpdf", "--check", pdf)
    if made.returncode == 0:
        return []
    lines = (made.stdout + made.stderr).decode(errors="replace").splitlines()
    return ["qpdf: " + line for line in lines if "WARNING" in line or "ERROR" in line or "error" in line] or lines


def faults_of_standards(pdfs, flavours):
    """By the path of the file. One run for all files of a flavour: starting Java takes longer than judging."""
    faults = {}
    for flavour in flavours:
        command = ["java", "-Djava.awt.headless=true", "-jar", verapdf_jar(), "--flavour", flavour, "--format", "json",
                   "--maxfailuresdisplayed", "100", *pdfs]
        made = run(*command)
        try:
            jobs = json.loads(made.stdout)["report"]["jobs"]
        except (ValueError, KeyError):
            stop("veraPDF did not answer:\n" + made.stderr.decode(errors="replace"))
        of_job = {job["itemDetails"]["name"]: faults_of_job(job) for job in jobs}
        for pdf in map(str, pdfs):
            faults.setdefault(pdf, []).extend(of_job.get(pdf, [f"veraPDF did not look at it ({flavour})"]))
    return faults


def faults_of_job(job):
    results = job.get("validationResult") or []
    if isinstance(results, dict):
        results = [results]
    if not results:
        return ["veraPDF could not read it: " + str(job.get("taskException"))[:300]]
    faults = []
    for result in results:
        for rule in result["details"]["ruleSummaries"]:
            if rule["ruleStatus"] != "FAILED":
                continue
            places = [check.get("context", "") for check in rule.get("checks", [])]
            faults.append(f"{rule['specification']}, clause {rule['clause']}, test {rule['testNumber']}, "
                          f"{rule['failedChecks']} times: {rule['description']}")
            faults += [f"    at {place}" for place in places[:1]]
        if not result.get("compliant") and not faults:
            faults.append("veraPDF says it does not conform")
    return faults


def words_of_pages(pdf):
    """The words in content order, and for each whether it stands in the first two lines of its page or the last two, where
    running heads are drawn. A word that a line end divides (U+00AD, or a hyphen of its own) counts as whole."""
    text = run("pdftotext", "-raw", pdf, "-").stdout.decode().translate(MARKS_OF_DIRECTION)
    text = re.sub(r"\u00ad\n(?=\S)", "", text)
    text = re.sub(r"(?<=\S[-/])\n(?=\S)", "", text)
    words, at_edge = [], []
    for page in text.split("\f"):
        lines = [line.split() for line in page.splitlines() if line.strip()]
        for number, line in enumerate(lines):
            words += line
            at_edge += [number in (0, 1, len(lines) - 2, len(lines) - 1)] * len(line)
    return words, at_edge


def words_of_tags(pdf):
    """The words that a screen reader walks through: what the elements of the structure tree hold, in their order."""
    text = ""
    for line in run("pdfinfo", "-struct-text", pdf).stdout.decode().splitlines():
        line = line.strip(" ")
        if line.startswith('"') and line.endswith('"'):
            text += line[1:-1]
        elif not line.endswith("(inline)") and not line.startswith("Object "):
            text += "\n"
    return text.translate(MARKS_OF_DIRECTION).split()


def has_actual_text(pdf):
    return b"/ActualText" in run("qpdf", "--qdf", "--object-streams=disable", pdf, "-").stdout


def differences(expected, found, may_be_added=lambda begin, end: False):
    for kind, i, j, k, m in difflib.SequenceMatcher(None, expected, found, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "insert" and may_be_added(k, m)):
            continue
        yield (f"expected '{' '.join(expected[i:j])}', got '{' '.join(found[k:m])}'"
               f" after '{' '.join(found[max(0, k - 4):k])}'")


def faults_of_text(pdf):
    """Against NAME.txt beside it, if there is one: the text of the pages."""
    path = pdf.with_suffix(".txt")
    if not path.exists():
        return []
    found, at_edge = words_of_pages(pdf)
    expected = path.read_text(encoding="utf-8").split()
    return ["text: " + each for each in differences(expected, found, lambda begin, end: all(at_edge[begin:end]))][:10]


def faults_of_tags(pdf):
    """Against NAME.txt, too: the text of the structure tree, without regard to spaces, which pages made by hand do not
    have at the ends of lines. Not where a file has an ActualText: poppler 22 does not heed it in the structure tree."""
    path = pdf.with_suffix(".txt")
    if not path.exists():
        return []
    expected, found = path.read_text(encoding="utf-8").split(), words_of_tags(pdf)
    if "".join(expected) == "".join(found) or has_actual_text(pdf):
        return []
    if path.with_suffix(".sidebar").exists() and is_same_in_other_order(path.read_text(encoding="utf-8"), found):
        return []
    return ["tags: " + each for each in differences(expected, found)][:3]


def is_same_in_other_order(text, found):
    """A section of a sidebar that goes on over the page is one to the structure tree; on the pages the main column's text
    of the first stands between. So the lines of the text (each a paragraph or a part of one that a page holds) must all be
    there, whole, whatever their order."""
    rest = " " + " ".join(found) + " "
    for line in sorted((" ".join(line.split()) for line in text.splitlines() if line.strip()), key=len, reverse=True):
        if f" {line} " not in rest:
            return False
        rest = rest.replace(f" {line} ", " | ", 1)
    return not rest.replace("|", "").strip()


def faults_of_files(pdfs, flavours):
    """What any judge finds wrong, by file."""
    of_standards = faults_of_standards(pdfs, flavours)
    return {pdf: faults_of_syntax(pdf) + of_standards[str(pdf)] + faults_of_text(pdf) + faults_of_tags(pdf)
            for pdf in pdfs}
