"""Sets CVs in ten threads with one engine: python3 render.py OUT.pdf CV.yaml …; says what there is to say."""
import sys
from concurrent.futures import ThreadPoolExecutor

import galley


def main(out, *cvs):
    engine = galley.Engine()
    with ThreadPoolExecutor(10) as threads:
        results = list(threads.map(lambda cv: engine.render({"cv": cv, "layout": "compact"}), cvs))
    for cv, result in zip(cvs, results):
        for message in result.messages:
            print(f"{cv}: {message.line}:{message.column}: {'error' if message.is_error else 'warning'}: {message.text}")
        print(f"{cv}: {'good' if result.status == galley.GOOD else 'failed'}, {result.pages} pages, {len(result.read)} files read")
    if results[0].status == galley.GOOD:
        with open(out, "wb") as file:
            file.write(results[0].outputs[0].bytes)
    return max(result.status for result in results)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
