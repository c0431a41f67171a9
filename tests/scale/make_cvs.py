#!/usr/bin/env python3
"""make_cvs.py FOLDER COUNT: writes as many different CVs of about a page, the same each time."""
import json
import random
import sys
from pathlib import Path

folder, count = Path(sys.argv[1]), int(sys.argv[2])
random.seed(20)
given = "Ada Grace Edsger Barbara Donald Frances Niklaus Radia Tony Sophie Ken Lynn Dennis Jean Robin Adele".split()
family = "Lovelace Hopper Dijkstra Liskov Knuth Allen Wirth Perlman Hoare Wilson Thompson Conway Ritchie Sammet Milner Goldberg".split()
verbs = "Wrote Measured Designed Taught Mended Proved Compared Led Translated Simplified".split()
things = "a compiler for parallel machines|the notes on the engine|protocols that survive lost messages|a library of numerical methods|"\
    "the first course on structured programs|memory models for shared data|tools that read other people's code|a language of a hundred pages".split("|")


def entry(year):
    return {"position": random.choice(["Analyst", "Engineer", "Professor", "Lecturer", "Researcher"]), "company": f"Institute {random.randrange(90)}",
            "dates": f"{year}-{random.randrange(1, 13):02}/{year + random.randrange(1, 5)}",
            "highlights": [f"{random.choice(verbs)} {random.choice(things)} in {random.randrange(2, 60)} weeks." for _ in range(random.randrange(1, 4))]}


folder.mkdir(parents=True, exist_ok=True)
for i in range(count):
    name = f"{random.choice(given)} {random.choice(family)}"
    sections = {"Experience": [entry(year) for year in range(2020, 2020 - 5 * random.randrange(2, 5), -5)],
                "Skills": [f"{random.choice(verbs)} {random.choice(things)}." for _ in range(3)]}
    cv = {"name": name, "email": f"cv{i}@example.org", "sections": sections}
    (folder / f"cv{i:05}.json").write_text(json.dumps({"cv": cv}))
