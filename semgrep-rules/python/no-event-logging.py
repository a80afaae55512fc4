import base64
import copy
import json
import logging
import os
import sys
from pprint import pformat, pprint

from aws_lambda_powertools import Logger, Tracer
from aws_lambda_powertools.logging import correlation_paths

logger = Logger()
log = logging.getLogger(__name__)
tracer = Tracer()
SENSITIVE = ("password", "token")


# Sinks: every way to write a line.
def sinks(event, context):
    # ruleid: no-event-logging
    print(event)
    # ruleid: no-event-logging
    print("Received event:", event)
    # ruleid: no-event-logging
    print("Received event: " + json.dumps(event, indent=2))
    # ruleid: no-event-logging
    print(f"event={event!r}", flush=True)
    # ruleid: no-event-logging
    print("event: {}".format(event))
    # ruleid: no-event-logging
    pprint(event)
    # ruleid: no-event-logging
    sys.stdout.write(str(event))
    # ruleid: no-event-logging
    logging.info("event %s", event)
    # ruleid: no-event-logging
    log.debug("event: %s" % json.dumps(event))
    # ruleid: no-event-logging
    logging.getLogger().warning(pformat(event))
    # ruleid: no-event-logging
    logger.info("received", extra={"event": event})
    # ruleid: no-event-logging
    logger.info("received", payload=event)
    # ruleid: no-event-logging
    logger.info({"message": "received", "event": event})
    # ruleid: no-event-logging
    logger.append_keys(event=event)
    # ruleid: no-event-logging
    tracer.put_metadata("event", event)
    # ok: no-event-logging
    print("received an event")
    # ok: no-event-logging
    logger.info("received", extra={"request_id": context.aws_request_id})
    # ok: no-event-logging
    save(event)
    return event


# Sources: the body, the records, copies and parts that are still the whole message.
def sources(event, context):
    # ruleid: no-event-logging
    print(event["body"])
    body = json.loads(event.get("body") or "{}")
    # ruleid: no-event-logging
    logger.info("body: %s", body)
    # ruleid: no-event-logging
    print(base64.b64decode(event["body"]).decode("utf-8"))
    # ruleid: no-event-logging
    print(json.dumps(event["Records"]))
    for record in event["Records"]:
        # ruleid: no-event-logging
        print("record", record)
        message = json.loads(record["body"])
        # ruleid: no-event-logging
        log.info("message: %s", message)
        # ok: no-event-logging
        log.info("message id: %s", record["messageId"])
        # ok: no-event-logging
        log.info("order %s", message["order_id"])
        # ok: no-event-logging
        print(record["s3"]["object"]["key"])
        # ruleid: no-event-logging
        print(record["Sns"]["Message"])
        # ok: no-event-logging
        print(record["Sns"]["Subject"])
        # ruleid: no-event-logging
        print(base64.b64decode(record["kinesis"]["data"]))
        # ok: no-event-logging
        print(record["kinesis"]["partitionKey"], message["data"])
        # ruleid: no-event-logging
        print(record["dynamodb"].get("NewImage"))
    seen = []
    for index, record in enumerate(event["Records"]):
        seen.append(record)
        # ok: no-event-logging
        print("record", index)
    # ruleid: no-event-logging
    print(seen)
    clone = {**event}
    # ruleid: no-event-logging
    print(clone)
    # ruleid: no-event-logging
    print(copy.deepcopy(event))
    data = event if "body" in event else {}
    # ruleid: no-event-logging
    print(data)
    if (detail := event.get("detail")) is not None:
        # ruleid: no-event-logging
        print(detail)


# Picked fields, keys, sizes and results say nothing of the rest.
def picked(event, context):
    # ok: no-event-logging
    print(event["requestContext"]["requestId"])
    # ok: no-event-logging
    print("path", event.get("rawPath"))
    # ok: no-event-logging
    print(len(event["Records"]), "records")
    # ok: no-event-logging
    print(list(event.keys()))
    # ok: no-event-logging
    print(sorted(event))
    # ok: no-event-logging
    print("body" in event)
    # ok: no-event-logging
    logger.info("batch", extra={"size": len(event["Records"]), "source": event["Records"][0]["eventSource"]})
    # ok: no-event-logging
    print(json.dumps({"id": event["id"], "type": event["detail-type"]}))
    summary = {"name": json.loads(event["body"])["name"]}
    # ok: no-event-logging
    print(summary)
    keys = [record["s3"]["object"]["key"] for record in event["Records"]]
    # ok: no-event-logging
    print(f"keys {keys}")
    result = process(event)
    # ok: no-event-logging
    print(result)
    for name in event:
        # ok: no-event-logging
        print(name)
    # ok: no-event-logging
    print("debug" if event.get("debug") else "normal")


# Redacted copies.
def redacted(event, context):
    # ok: no-event-logging
    print(redact(event))
    safe = copy.deepcopy(event)
    safe["headers"].pop("Authorization", None)
    # ok: no-event-logging
    print(json.dumps(safe))
    # ok: no-event-logging
    print({k: v for k, v in event.items() if k not in SENSITIVE})
    masked = {**event, "body": "[redacted]"}
    # ok: no-event-logging
    print(masked)
    clean = dict(event)
    for name in SENSITIVE:
        clean.pop(name, None)
    # ok: no-event-logging
    logger.info("event", extra={"event": clean})
    body = json.loads(event["body"])
    body["password"] = "***"
    # ok: no-event-logging
    print(body)
    event = None
    # ok: no-event-logging
    print(event)


# Helpers of the file.
def dump(record):
    # ruleid: no-event-logging
    print(json.dumps(record))


def log_event(event):
    # ruleid: no-event-logging
    logger.info(event)


def batch(event, context):
    log_event(event)
    audit("started", event)
    emit("started")
    for record in event["Records"]:
        dump(record)


def audit(action, event):
    # ok: no-event-logging
    print(action)
    # ruleid: no-event-logging
    print(action, event)


def emit(event):
    # ok: no-event-logging
    print(event)


def batch_before_its_helpers(event, context):
    later("started", event)
    show_body(event["body"])
    forward(event)
    for record in event["Records"]:
        later_record(record)


def later(action, event):
    # ok: no-event-logging
    print(action)
    # ruleid: no-event-logging
    print(event)


def later_record(record):
    # ruleid: no-event-logging
    print(record)


def show_body(body):
    # ruleid: no-event-logging
    print(body)


class Forwarder:
    # The handler calls a function of this name, which is no method.
    def forward(event):
        # ok: no-event-logging
        print(event)


# Switches that make a library log the event.
# ruleid: no-event-logging
@logger.inject_lambda_context(log_event=True)
def switched(event, context):
    return {}


# ruleid: no-event-logging
@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_REST, log_event=True)
def correlated(event, context):
    return {}


# ok: no-event-logging
@logger.inject_lambda_context(log_event=False)
def quiet(event, context):
    return {}


# ok: no-event-logging
@logger.inject_lambda_context
def default(event, context):
    return {}


# ruleid: no-event-logging
os.environ["POWERTOOLS_LOGGER_LOG_EVENT"] = "true"
# ruleid: no-event-logging
os.environ.setdefault("POWERTOOLS_LOGGER_LOG_EVENT", "1")
# ok: no-event-logging
os.environ["POWERTOOLS_LOGGER_LOG_EVENT"] = "false"


def status_of(status_from_event, event):
    # ok: no-event-logging
    logger.info("status", extra={"status": status_from_event})


def with_status(event, context):
    status_of(event["status"], event)


def answered(event, context):
    return reply_to(event, context, {"done": True})


def reply_to(event, context, data={}):
    # ok: no-event-logging
    print(json.dumps({"id": event["id"], "data": data}))
    # ruleid: no-event-logging
    print(event)
