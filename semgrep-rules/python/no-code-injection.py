import ast
import asteval
import importlib
import json
import operator

import numexpr
import pandas as pd
from chalice import Chalice

app = Chalice(app_name="calc")
OPERATIONS = {"add": operator.add, "sub": operator.sub}


# Sources


def lambda_handler(event, context):
    # ruleid: no-code-injection
    result = eval(event["expression"])
    # ok: no-code-injection
    literal = ast.literal_eval(event["expression"])
    # ok: no-code-injection
    data = json.loads(event["body"])
    # ok: no-code-injection
    total = eval("1 + 2")
    return {"result": result, "literal": literal, "data": data, "total": total}


async def async_handler(event, context):
    body = json.loads(event["body"])
    # ruleid: no-code-injection
    exec(body["script"], {})


@app.route("/calc/{formula}")
def calc(formula):
    # ruleid: no-code-injection
    return {"result": eval(formula)}


@app.route("/calc", methods=["POST"])
def calc_body():
    # ruleid: no-code-injection
    return eval(app.current_request.json_body["formula"])


@app.on_sqs_message(queue="formulas")
def on_message(event):
    for record in event:
        # ruleid: no-code-injection
        exec(record.body)


# Helpers


def evaluate(scale, formula):
    # ruleid: no-code-injection
    return eval(formula, {"scale": scale})


def evaluate_constant(formula):
    # ok: no-code-injection
    return eval(formula)


def helped(event, context):
    evaluate_constant("2 ** 8")
    return evaluate(2, event["formula"])


# Sinks


def compiled(event, context):
    # ruleid: no-code-injection
    code = compile("x = " + event["value"], "<event>", "exec")
    # ok: no-code-injection
    constant = compile("x = 1", "<constant>", "exec")
    return code, constant


def frames(event, context):
    df = pd.DataFrame([{"a": 1}])
    # ruleid: no-code-injection
    df.query(event["filter"])
    # ok: no-code-injection
    df.query("a > @limit", local_dict={"limit": event["limit"]})
    # ruleid: no-code-injection
    pd.eval(event["expression"])
    # ruleid: no-code-injection
    numexpr.evaluate(event["expression"])
    interpreter = asteval.Interpreter()
    # ruleid: no-code-injection
    interpreter(event["expression"])


def dispatch(event, context):
    # ruleid: no-code-injection
    getattr(operator, event["operation"])(1, 2)
    # ok: no-code-injection
    OPERATIONS[event["operation"]](1, 2)
    # ok: no-code-injection
    getattr(operator, "add")(1, event["n"])
    # ruleid: no-code-injection
    globals()[event["function"]]()


class Profile:
    pass


def assign(event, context):
    profile = Profile()
    for name, value in event["fields"].items():
        # ruleid: no-code-injection
        setattr(profile, name, value)
    # ok: no-code-injection
    setattr(profile, "email", event["email"])
    # ok: no-code-injection
    profile.email = event["email"]


# Guards


def guarded(event, context):
    name = event["operation"]
    if name not in OPERATIONS:
        return {"statusCode": 400}
    # ok: no-code-injection
    getattr(operator, name)(1, 2)


def numbers(event, context):
    # ok: no-code-injection
    eval(f"2 ** {int(event['n'])}")
    # ruleid: no-code-injection
    eval(f"2 ** {event['n']}")


def filtered(event, context):
    formula = event["formula"]
    if "__" in formula or "import" in formula:
        return {"statusCode": 400}
    # ruleid: no-code-injection
    eval(formula)
