"""The Python half of the comparison of template engines: Jinja2 and minijinja's Python binding.

Arguments: the engine, a folder with NAME.jinja and NAME.json, the names. Prints lines of `engine, workload, way, renders per CPU second`;
writes the texts to NAME.ENGINE.txt.
"""

import json
import sys
import time

WINDOW = 0.5
WINDOWS = 4


def window(render, batch):
    start = time.process_time()
    count = 0
    while True:
        for _ in range(batch):
            render()
        count += batch
        used = time.process_time() - start
        if used >= WINDOW:
            return count / used


def measure(engine, workload, way, render):
    batch = max(1, int(window(render, 1) / 1000))
    best = max(window(render, batch) for _ in range(WINDOWS))
    print(f"{engine}\t{workload}\t{way}\t{best:.1f}", flush=True)


def jinja2_ways(source, data):
    import jinja2

    environment = jinja2.Environment()
    template = environment.from_string(source)
    return lambda: template.render(data), lambda: environment.from_string(source).render(data)


def minijinja_ways(source, data):
    import minijinja

    environment = minijinja.Environment(templates={"t": source})
    environment.pycompat = True
    return lambda: environment.render_template("t", **data), lambda: environment.render_str(source, **data)


def main(engine, folder, *workloads):
    ways = {"jinja2": jinja2_ways, "minijinja-py": minijinja_ways}[engine]
    for workload in workloads:
        with open(f"{folder}/{workload}.jinja", encoding="utf-8") as file:
            source = file.read()
        with open(f"{folder}/{workload}.json", encoding="utf-8") as file:
            data = json.load(file)
        once, each_time = ways(source, data)
        with open(f"{folder}/{workload}.{engine}.txt", "w", encoding="utf-8") as file:
            file.write(once())
        measure(engine, workload, "parsed once", once)
        measure(engine, workload, "parsed each time", each_time)


main(*sys.argv[1:])
