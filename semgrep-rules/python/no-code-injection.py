import ast
import asteval
import importlib
import json
import operator
import re

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


# A name that the program begins


class Router:
    def route(self, event, context):
        name = f"handle_{event['path'].strip('/')}_{event['httpMethod']}"
        # ok: no-code-injection
        handler = getattr(self, name, self.unknown)
        # ruleid: no-code-injection
        formatter = getattr(self, event["format"], self.unknown)
        # ok: no-code-injection
        getattr(self, "on_" + event["action"])(event)
        # ok: no-code-injection
        globals()["visit_%s" % event["node"]](event)
        # ruleid: no-code-injection
        getattr(self, f"{event['action']}_done")(event)
        # ruleid: no-code-injection
        eval(f"handle_{event['path']}()")
        handler(event)
        return formatter(event)


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


# Functions that answer whether a value is fit: what counts is what they say of one that is, and on which answer the handler leaves

TICKET = re.compile(r"^[A-Z]+-\d+$")
KNOWN = ("sum", "mean")


def is_ticket(value):
    return bool(TICKET.match(value))


def is_known(value):
    if value not in KNOWN:
        return False
    return True


def is_short_word(value):
    return len(value) < 9 and re.fullmatch(r"[a-z]+", value) is not None


def is_word_or_sign(value):
    return re.fullmatch(r"[a-z]+", value) or value.startswith("+")


def is_odd(value):
    return not re.fullmatch(r"[a-z]+", value)


def is_foreign(value):
    if TICKET.fullmatch(value):
        return False
    return True


def refuse_foreign(value):
    if not TICKET.match(value):
        raise ValueError("ticket")


def answers_that_leave_handler(event, context):
    ticket, known, word, sign = event["ticket"], event["known"], event["word"], event["sign"]
    if not is_ticket(ticket) or not is_known(known):
        return {"statusCode": 400}
    # ok: no-code-injection
    eval(ticket)
    # ok: no-code-injection
    eval(known)
    if not is_short_word(word):
        return {"statusCode": 400}
    # ok: no-code-injection
    eval(word)
    if not is_word_or_sign(sign):
        return {"statusCode": 400}
    # ruleid: no-code-injection
    eval(sign)


def answers_the_other_way_handler(event, context):
    name, zone, area, part = event["name"], event["zone"], event["area"], event["part"]
    if is_odd(name):
        return {"statusCode": 400}
    # ok: no-code-injection
    eval(name)
    if not is_odd(zone):
        return {"statusCode": 400}
    # ruleid: no-code-injection
    eval(zone)
    if is_foreign(area):
        return {"statusCode": 400}
    # ok: no-code-injection
    eval(area)
    if is_ticket(part):
        return {"statusCode": 400}
    # ruleid: no-code-injection
    eval(part)


def answers_in_a_branch_handler(event, context):
    ticket = event["ticket"]
    if is_ticket(ticket):
        # ok: no-code-injection
        eval(ticket)
    else:
        # ruleid: no-code-injection
        eval(ticket)
    # ok: no-code-injection
    eval(ticket if is_ticket(ticket) else "1")
    # ruleid: no-code-injection
    eval("1" if is_ticket(ticket) else ticket)
    refuse_foreign(ticket)
    # ok: no-code-injection
    eval(ticket)


def match_in_a_condition_handler(event, context):
    if (found := re.fullmatch(r"\d+x\d+", event["size"])) is None:
        return {"statusCode": 400}
    # ok: no-code-injection
    eval(found.group(0))
    if not (part := re.match(r"(.*):", event["part"])):
        return {"statusCode": 400}
    # ruleid: no-code-injection
    eval(part.group(1))


def number_or(value, fallback=10):
    try:
        return min(int(value), 100)
    except (TypeError, ValueError):
        return fallback


def text_or(value, fallback=""):
    try:
        return str(value).strip()
    except (TypeError, ValueError):
        return fallback


def number_or_default_handler(event, context):
    # ok: no-code-injection
    eval(f"rows[:{number_or(event['lines'])}]")
    # ruleid: no-code-injection
    eval(f"rows[:{text_or(event['lines'])}]")
    # ok: no-code-injection
    eval(event["callerContext"]["clientId"])


# A table under any name


RATES = pd.DataFrame({"country": ["de", "fr"], "rate": [0.19, 0.2]})


def rates(event, context):
    country = event["country"]
    # ruleid: no-code-injection
    found = RATES.query(f"country == '{country}'")
    # ok: no-code-injection
    known = RATES.query("country == @country")
    # ok: no-code-injection
    stored = context.rates.query(f"country == '{country}'")
    return len(found) + len(known) + len(stored)


def embedding_of(text):
    answer = runtime.invoke_endpoint(EndpointName="clip", Body=json.dumps({"inputs": text}))
    written = str(answer["Body"].read())
    # ok: no-code-injection
    return json.loads(eval(written))


def embedding(event, context):
    embedding_of(event["text"])
    answer = runtime.invoke_endpoint(EndpointName="clip", Body=event["text"])
    # ruleid: no-code-injection
    eval("run(" + event["text"] + ")")
    # ok: no-code-injection
    return eval(repr(event["text"]))


@app.route("/sheets/<int:sheet>/<uuid:cell>")
def with_converters(sheet, cell):
    # ok: no-code-injection
    return eval(f"sheets[{sheet}][{cell}]")


@app.route("/sheets/<int:sheet>/<cell>")
def with_one_converter(sheet, cell):
    # ruleid: no-code-injection
    return eval(f"sheets[{sheet}][{cell}]")
