import ctypes
import importlib
import importlib.util
import json
import os
import re
import runpy
from importlib import import_module

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

app = APIGatewayHttpResolver()
HANDLERS = {"created": "handlers.created", "deleted": "handlers.deleted"}


# Sources


def lambda_handler(event, context):
    # ruleid: no-dynamic-module-load
    module = importlib.import_module(event["module"])
    # ok: no-dynamic-module-load
    constant = importlib.import_module("handlers.created")
    return module.run(event), constant


def records(event, context):
    for record in event["Records"]:
        kind = json.loads(record["body"])["kind"]
        # ruleid: no-dynamic-module-load
        import_module(f"handlers.{kind}").run()
        # ok: no-dynamic-module-load
        import_module(HANDLERS[kind]).run()


@app.post("/plugins/<name>")
def plugin(name):
    # ruleid: no-dynamic-module-load
    __import__(name)
    # ruleid: no-dynamic-module-load
    import_module("plugins." + app.current_event.json_body["plugin"])


def configured(event, context):
    # ok: no-dynamic-module-load
    import_module(os.environ["PLUGIN"])


# Helpers


def load(package, name):
    # ruleid: no-dynamic-module-load
    return importlib.import_module("." + name, package)


def load_constant(name):
    # ok: no-dynamic-module-load
    return importlib.import_module(name)


def helped(event, context):
    load_constant("plugins.default")
    return load("plugins", event["plugin"])


# Sinks


def files(event, context):
    # ruleid: no-dynamic-module-load
    importlib.util.spec_from_file_location("plugin", "/mnt/" + event["file"])
    # ok: no-dynamic-module-load
    importlib.util.spec_from_file_location(event["alias"], "/mnt/plugin.py")
    # ruleid: no-dynamic-module-load
    runpy.run_path("/mnt/" + event["file"])
    # ruleid: no-dynamic-module-load
    runpy.run_module(event["module"])
    # ruleid: no-dynamic-module-load
    ctypes.CDLL(event["library"])
    # ok: no-dynamic-module-load
    ctypes.CDLL("libm.so.6")
    # ok: no-dynamic-module-load
    importlib.reload(json)


# Guards


def allowed(event, context):
    name = event["plugin"]
    if name not in {"pdf", "csv"}:
        return {"statusCode": 400}
    # ok: no-dynamic-module-load
    import_module("plugins." + name)


def matched(event, context):
    name = event["plugin"]
    if re.fullmatch(r"[a-z]+", name):
        # ok: no-dynamic-module-load
        import_module("plugins." + name)
    # ruleid: no-dynamic-module-load
    import_module("plugins." + name)


def checked_too_late(event, context):
    # ruleid: no-dynamic-module-load
    import_module("plugins." + event["plugin"])
    if event["plugin"] not in {"pdf", "csv"}:
        return {"statusCode": 400}


def overwritten(event, context):
    name = event["plugin"]
    name = "pdf"
    # ok: no-dynamic-module-load
    import_module("plugins." + name)


# match: a file with one is read by another parser of Semgrep, in whose texts the quotes are missing


def bound(event, context):
    match json.loads(event["body"]):
        case {"operation": "ping", "check": check}:
            # ruleid: no-dynamic-module-load
            importlib.import_module(check)
        case {"path": {"name": name}}:
            # ruleid: no-dynamic-module-load
            importlib.import_module(name)
        case {"seconds": int(seconds)}:
            # ok: no-dynamic-module-load
            importlib.import_module(f"waits.w{seconds}")
        case {"kind": "one", "of": {"list": [_, second]}, "more": 1, "and": last}:
            # ruleid: no-dynamic-module-load
            importlib.import_module(second)
            # ruleid: no-dynamic-module-load
            importlib.import_module(last)
        case {"kind": ("one" | "two") as kind}:
            # ok: no-dynamic-module-load
            importlib.import_module("kinds." + kind)
        case Order(plugin=plugin):
            # ruleid: no-dynamic-module-load
            importlib.import_module(plugin)
        case [head, *tail]:
            # ruleid: no-dynamic-module-load
            importlib.import_module(head)
            # ruleid: no-dynamic-module-load
            importlib.import_module(".".join(tail))
        case checked if checked in PLUGINS:
            # ok: no-dynamic-module-load
            importlib.import_module(checked)
        case anything:
            # ruleid: no-dynamic-module-load
            importlib.import_module(anything)


def bound_later(event, context):
    order = event["order"]
    match order:
        case {"file": file}:
            # ruleid: no-dynamic-module-load
            importlib.import_module(file)
    match settings():
        case {"file": kept}:
            # ok: no-dynamic-module-load
            importlib.import_module(kept)


def literal_case(event, context):
    action = event["action"]
    match action:
        case "start" | "stop":
            print(action)
            # ok: no-dynamic-module-load
            importlib.import_module("actions." + action)
        case Action.RESTART:
            # ok: no-dynamic-module-load
            importlib.import_module("actions." + action)
        case _:
            # ruleid: no-dynamic-module-load
            importlib.import_module("actions." + action)
    # ok: no-dynamic-module-load
    importlib.import_module("stages." + event["requestContext"]["stage"])
