"""Renders the templates given as JSON lines on standard input with CPython's Jinja2; one JSON line an answer.

A line holds `template`, `templates` (those a loader knows, by name) and `options` (keyword arguments of the environment); the first line
holds the variables of all. An answer is `{"output": text}` or `{"error": {"class": name, "message": text, "line": number}}`.
"""

import json
import signal
import sys
import traceback

import jinja2


SECONDS = 0.5


class Endless(Exception):
    """The template does not come to its end: Jinja2 has no limits."""


def give_up(signum, frame):
    raise Endless


def undefined(options):
    return getattr(jinja2, options.pop("undefined", "Undefined"))


def line_of(error):
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.lineno
    if isinstance(error, SyntaxError):
        return 0  # the line of the Python code that Jinja2 wrote
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.endswith(".py")]
    return lines[-1] if lines else 0


def answer(case, variables):
    options = case["options"]
    extensions = ["jinja2.ext." + name for name in options.pop("extensions")]
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(case["templates"]),
        extensions=extensions,
        undefined=undefined(options),
        **options,
    )
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        return {"output": environment.from_string(case["template"]).render(json.loads(variables))}
    except Exception as error:
        return {"error": {"class": type(error).__name__, "message": str(error)[:200], "line": line_of(error)}}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def main():
    signal.signal(signal.SIGALRM, give_up)
    lines = sys.stdin
    variables = lines.readline()
    for line in lines:
        print(json.dumps(answer(json.loads(line), variables)))


main()
