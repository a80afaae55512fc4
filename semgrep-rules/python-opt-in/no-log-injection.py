import html
import base64
import json
import logging
import sys
from urllib.parse import quote

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayRestResolver

logger = logging.getLogger(__name__)
structured = Logger()
app = APIGatewayRestResolver()
REGIONS = {"eu", "us"}


# Sinks: what writes a line of plain text, and every way to build the text.
def sinks(event, context):
    user = event["queryStringParameters"]["user"]
    # ruleid: no-log-injection
    print(user)
    # ruleid: no-log-injection
    print("login of", user)
    # ruleid: no-log-injection
    print("login of " + user)
    # ruleid: no-log-injection
    print(f"login of {user}")
    # ruleid: no-log-injection
    sys.stdout.write("login of {}\n".format(user))
    # ruleid: no-log-injection
    logging.info("login of %s", user)
    # ruleid: no-log-injection
    logger.warning("login of %s" % user)
    # ruleid: no-log-injection
    logging.getLogger("audit").error(f"login of {user}")
    # ruleid: no-log-injection
    logger.log(logging.INFO, "login of %s from %s", user, "app")
    return {"statusCode": 204}


# Sources: fields in every spelling, records, routes.
def records(event, context):
    # ruleid: no-log-injection
    print("path " + event.get("rawPath", "/"))
    # ruleid: no-log-injection
    print("agent", event["headers"]["user-agent"])
    for record in event["Records"]:
        # ok: no-log-injection
        logger.info("object %s", record["s3"]["object"]["key"])
        order = json.loads(record["body"])
        # ruleid: no-log-injection
        logger.info(f"order {order['reference']}")


@app.get("/users/<name>")
def show(name: str):
    # ruleid: no-log-injection
    print("asked for " + name)
    # ruleid: no-log-injection
    print("sorted by " + app.current_event.get_query_string_value("sort"))
    return {}


# Helpers.
def greet(name):
    # ruleid: no-log-injection
    print("hello " + name)


def farewell(name):
    # ok: no-log-injection
    print("bye " + name)


def helped(event, context):
    greet(event["name"])
    farewell("visitor")


# Safe forms: encoded, escaped, without line breaks, a number, a logger that writes JSON.
def safe(event, context):
    user = event["queryStringParameters"]["user"]
    # ok: no-log-injection
    structured.info(f"login of {user}")
    # ok: no-log-injection
    print(json.dumps({"user": user}))
    # ok: no-log-injection
    print("login of", repr(user))
    # ok: no-log-injection
    print(f"login of {user!r}")
    # ok: no-log-injection
    logger.info("login of %r", user)
    # ok: no-log-injection
    logger.info("login of %r" % user)
    # ok: no-log-injection
    print("login of " + user.replace("\n", " ").replace("\r", " "))
    # ok: no-log-injection
    print("login of " + quote(user))
    # ok: no-log-injection
    print(f"page {int(event['page'])}, {len(user)} letters")
    # ok: no-log-injection
    logger.info("login", extra={"user": user})


# What is no text of the sender, or another rule's.
def others(event, context):
    # ok: no-log-injection
    print("request", context.aws_request_id, event["requestContext"]["requestId"])
    # ok: no-log-injection
    print("event", event)
    # ok: no-log-injection
    print("body", event["body"])
    # ok: no-log-injection
    print("token " + event["headers"]["authorization"])
    # ok: no-log-injection
    print("headers", event["headers"])
    # ok: no-log-injection
    print({"user": event["user"]})
    # ok: no-log-injection
    print("step " + event["Step"] + " of " + event["SecretId"])
    # ok: no-log-injection
    logger.info("%d records", len(event["Records"]))


# Guards.
def guards(event, context):
    region = event["region_name"]
    # ruleid: no-log-injection
    print("region " + region)
    if region not in REGIONS:
        raise ValueError("region")
    # ok: no-log-injection
    print("region " + region)
    kind = event["kind"]
    if not kind.isalnum():
        return
    # ok: no-log-injection
    print("kind " + kind)


def stream(event, context):
    for record in event["records"]:
        raw = base64.b64decode(record["value"])
        # ok: no-log-injection
        print(raw)
        # ok: no-log-injection
        print(base64.b64decode(record["key"]))
        # ok: no-log-injection
        print("shard " + record["shardId"])
        # ruleid: no-log-injection
        print(base64.b64decode(record["key"]).decode("utf-8"))
        text = base64.b64decode(record["value"])
        text = text.decode("utf-8")
        # ruleid: no-log-injection
        print(text)


def macro(event, context):
    fragment = event["fragment"]
    # ok: no-log-injection
    print(f"fragment: {fragment}")
    attributes = event.get("sessionAttributes", {})
    # ok: no-log-injection
    print(f"attributes: {attributes}")
    # ruleid: no-log-injection
    print(f"transform: {event['transformId']}")


def kafka(event, context):
    for topic in event["records"]:
        # ok: no-log-injection
        print("records: " + str(event["records"][topic]))
        for record in event["records"][topic]:
            # ok: no-log-injection
            print("record", record)
            # ruleid: no-log-injection
            print("value", base64.b64decode(record["value"]).decode())


def write_note(text):
    # ruleid: no-log-injection
    print("note: " + text)


def write_item(item):
    # ok: no-log-injection
    print("item", item)


def write_count(count):
    # ok: no-log-injection
    print(f"count: {count}")


def parsed(event):
    return json.loads(event.get("body") or "{}")


def field_of_a_parsed_body_handler(event, context):
    body = parsed(event)
    write_note(body["note"])
    write_item(event["Records"][0])
    write_count(int(body["count"]))


def decoded(record):
    return json.loads(base64.b64decode(record["kinesis"]["data"]))


def field(event, name):
    return (event.get("queryStringParameters") or {}).get(name)


def number_of(event, name):
    return len(event["queryStringParameters"][name])


class Order:
    owner: str
    amount: int

    @classmethod
    def from_event(cls, event):
        body = json.loads(event["body"])
        return cls(owner=body["owner"], amount=int(body["amount"]))


def through_functions(event, context):
    for record in event["Records"]:
        click = decoded(record)
        # ruleid: no-log-injection
        print("click on " + click["page"])
        # ok: no-log-injection
        print(json.dumps({"page": click["page"]}))
    # ruleid: no-log-injection
    print("search for", field(event, "q"))
    # ok: no-log-injection
    print("letters", number_of(event, "q"))
    order = Order.from_event(event)
    # ruleid: no-log-injection
    logger.info("ordered by %s", order.owner)
    # ok: no-log-injection
    logger.info("ordered %d", order.amount)


def metadata(event, context):
    event["response"]["autoConfirmUser"] = True
    # ok: no-log-injection
    logger.info("with %s", event["request"]["clientMetadata"])
    # ruleid: no-log-injection
    logger.info("from %s", event["request"]["clientMetadata"]["origin"])


def unescaped(event, context):
    name = event["queryStringParameters"]["name"]
    # ruleid: no-log-injection
    print(f"published {html.unescape(name)}")
    # ok: no-log-injection
    print(f"published {html.unescape(name)!r}")


# One logger of the file writes JSON, the others do not
audit = logging.getLogger("audit")
audit_lines = logging.StreamHandler()
audit_lines.setFormatter(jsonlogger.JsonFormatter())
audit.addHandler(audit_lines)


def plain_and_structured(event, context):
    form = json.loads(event["body"])
    # ok: no-log-injection
    audit.info("on " + form["topic"])
    # ruleid: no-log-injection
    logger.info("on " + form["topic"])
    for record in event["records"]:
        # ok: no-log-injection
        logger.info("from " + record["topic"])
