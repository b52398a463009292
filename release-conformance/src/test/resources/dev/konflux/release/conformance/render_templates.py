"""Renders the templates given as JSON lines on standard input with CPython's Jinja2; one JSON line an answer.

A line holds `template`, `templates` (those a loader knows, by name), `globals` and `options` (keyword arguments of the environment); the first
line holds the variables of all, with `$tuple`, `$markup` and `$range` for what JSON does not have. An answer has `undeclared`, the names the template looks
up outside itself, and is else `{"output": text}` or `{"error": {"class": name, "message": text, "line": number}}`.
"""

import importlib.util
import json
import resource
import signal
import sys
import traceback
import warnings

import jinja2
import jinja2.meta
import jinja2.sandbox
import markupsafe


SECONDS = 0.5
MEMORY = 2 << 30


class Endless(Exception):
    """The template does not come to its end: Jinja2 has no limits."""


class Missing(Exception):
    """This Python does not have what the template needs."""


EXTENSIONS = {"ansible_core_filters": "jinja2_ansible_filters.AnsibleCoreFiltersExtension"}


def extension(name):
    full = EXTENSIONS.get(name, "jinja2.ext." + name)
    if importlib.util.find_spec(full.split(".")[0]) is None:
        raise Missing(full)
    return full


def special(value):
    if value.keys() == {"$tuple"}:
        return tuple(value["$tuple"])
    if value.keys() == {"$markup"}:
        return markupsafe.Markup(value["$markup"])
    if value.keys() == {"$range"}:
        return range(*value["$range"])
    return value


def give_up(signum, frame):
    raise Endless


def undefined(options):
    return getattr(jinja2, options.pop("undefined", "Undefined"))


def line_of(error):
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.lineno
    if isinstance(error, SyntaxError):
        return 0  # the line of the Python code that Jinja2 wrote
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if not frame.filename.endswith(".py") and "frozen" not in frame.filename]
    return lines[-1] if lines else 0


def environment(case):
    options = case["options"]
    kind = options.pop("sandboxed", None)
    made = (getattr(jinja2.sandbox, kind) if kind else jinja2.Environment)(
        loader=jinja2.DictLoader(case["templates"]),
        extensions=[extension(name) for name in options.pop("extensions")],
        undefined=undefined(options),
        **options,
    )
    made.globals.update(case.get("globals", {}))
    return made


def failure(error):
    return {"error": {"class": type(error).__name__, "message": str(error)[:200], "line": line_of(error)}}


def answer(case, variables):
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        made = environment(case)
        template = made.from_string(case["template"])
        undeclared = sorted(jinja2.meta.find_undeclared_variables(made.parse(case["template"])))
    except Exception as error:
        signal.setitimer(signal.ITIMER_REAL, 0)
        return failure(error)
    try:
        return {"output": template.render(json.loads(variables, object_hook=special)), "undeclared": undeclared}
    except Exception as error:
        return failure(error) | {"undeclared": undeclared}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def main():
    signal.signal(signal.SIGALRM, give_up)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    warnings.simplefilter("ignore")
    lines = sys.stdin
    variables = lines.readline()
    for line in lines:
        print(json.dumps(answer(json.loads(line), variables)))


main()
