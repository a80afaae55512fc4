import ast
import json
import os
import re
import timeit

import requests

RULES = {"double": "x * 2"}
NAMES = {"sum", "max"}


# Sources: parameters, and what another party answers.
def parameters(text, scope=None):
    # ruleid: no-code-injection-dynamic
    eval(text)
    # ruleid: no-code-injection-dynamic
    exec(text, {})
    # ruleid: no-code-injection-dynamic
    eval("lambda x: " + text)
    # ruleid: no-code-injection-dynamic
    exec(f"value = {text}")
    # ruleid: no-code-injection-dynamic
    eval("max(%s)" % text)


def answers():
    rule = json.loads(open("/opt/rules.json", encoding="utf-8").read())
    # ruleid: no-code-injection-dynamic
    eval(rule["expression"])
    # ruleid: no-code-injection-dynamic
    exec(requests.get("https://rules.example.com/next", timeout=3).text)


class Engine:
    def run(self, text):
        # ruleid: no-code-injection-dynamic
        return eval(text, {"__builtins__": {}})


# Other sinks.
def sinks(text):
    # ruleid: no-code-injection-dynamic
    compile(text, "<rule>", "eval")
    # ruleid: no-code-injection-dynamic
    timeit.timeit(text, number=1)


# Constant, of the program's own, read as data, or another library's method.
def safe(text, count: int, model, frame):
    # ok: no-code-injection-dynamic
    eval("1 + 1")
    # ok: no-code-injection-dynamic
    ast.literal_eval(text)
    # ok: no-code-injection-dynamic
    model.eval()
    # ok: no-code-injection-dynamic
    frame.eval(text)
    # ok: no-code-injection-dynamic
    re.compile(text)
    # ok: no-code-injection-dynamic
    eval(RULES[text])
    # ok: no-code-injection-dynamic
    eval(f"{count} + 1")
    # ok: no-code-injection-dynamic
    eval(f"{int(text)} + 1")
    # ok: no-code-injection-dynamic
    exec(os.environ["STARTUP"])
    # ok: no-code-injection-dynamic
    eval("len(" + repr(text) + ")")


# Guards.
def guarded(name):
    if name not in NAMES:
        raise ValueError(name)
    # ok: no-code-injection-dynamic
    return eval(name)


# A handler's event is the other rule's.
def handler(event, context):
    # ok: no-code-injection-dynamic
    return eval(event["code"])


# Flask's converters.
@app.get("/users/<int:user>")
def of_a_number(user):
    # ok: no-code-injection-dynamic
    eval(f"users[{user}]")


@app.get("/users/<name>")
def of_a_name(name):
    # ruleid: no-code-injection-dynamic
    eval(f"users[{name}]")
