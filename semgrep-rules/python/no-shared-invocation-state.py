import json
import os
import pickle
import tempfile
from pathlib import Path

import boto3
import requests
from aws_lambda_powertools import Logger

import settings

logger = Logger()
session = requests.Session()
table = boto3.resource("dynamodb").Table("users")
current_user = None
client = None
config = None
initialized = False
count = 0
CONTEXT = {}
CACHE = {}
HISTORY = []
SEEN: set = set()
result = {}
item = []
entry = []


class Request:
    user = None
    headers = {}


# Globals.
def globals_of_the_module(event, context):
    global current_user, count, initialized, client, config
    # ruleid: no-shared-invocation-state
    current_user = event["requestContext"]["authorizer"]["claims"]["sub"]
    body = json.loads(event["body"])
    # ruleid: no-shared-invocation-state
    current_user = find_user(body["email"])
    # ruleid: no-shared-invocation-state
    os.environ["CURRENT_TENANT"] = body["tenant"]
    # ok: no-shared-invocation-state
    count += 1
    # ok: no-shared-invocation-state
    initialized = True
    # ok: no-shared-invocation-state
    client = boto3.client("s3", region_name=event["region"])
    # ok: no-shared-invocation-state
    client = get_client("s3", event)
    if config is None:
        # ok: no-shared-invocation-state
        config = load_config(os.environ["CONFIG"])
    # ok: no-shared-invocation-state
    request_id = event["requestContext"]["requestId"]
    return {"statusCode": 200, "body": current_user, "headers": {"x-request-id": request_id}}


def reset_again(event, context):
    global current_user
    try:
        # ok: no-shared-invocation-state
        current_user = event["user"]
        return work()
    finally:
        current_user = None


def shadowed(event, context):
    # ok: no-shared-invocation-state
    current_user = event["user"]
    return current_user


# Containers of the module.
def containers(event, context):
    # ruleid: no-shared-invocation-state
    CONTEXT["user"] = event["user"]
    # ruleid: no-shared-invocation-state
    HISTORY.append(event)
    # ruleid: no-shared-invocation-state
    SEEN.add(event["email"])
    # ruleid: no-shared-invocation-state
    CONTEXT.update({"tenant": event["tenant"]})
    for record in event["Records"]:
        # ruleid: no-shared-invocation-state
        HISTORY.extend(json.loads(record["body"])["items"])
    # ok: no-shared-invocation-state
    CACHE[event["tenant"]] = table.get_item(Key={"pk": event["tenant"]})
    # ok: no-shared-invocation-state
    CONTEXT["table"] = os.environ["TABLE"]
    # ok: no-shared-invocation-state
    CONTEXT["size"] = len(event["Records"])
    # ok: no-shared-invocation-state
    HISTORY.append("called")
    results = []
    for record in event["Records"]:
        # ok: no-shared-invocation-state
        results.append(record["body"])
    answer = {}
    # ok: no-shared-invocation-state
    answer["user"] = event["user"]
    return answer, results


# A name that the function binds itself is not the module's.
def looped(event, context):
    for result in rows():
        # ok: no-shared-invocation-state
        result["user"] = event["user"]
    for index, item in enumerate(rows()):
        # ok: no-shared-invocation-state
        item.append(event["user"])
    for name, entry in read().items():
        # ok: no-shared-invocation-state
        entry.append(event["user"])
        # ruleid: no-shared-invocation-state
        HISTORY.append(event["user"])
    for settings in tenants():
        # ok: no-shared-invocation-state
        settings.tenant = event["tenant"]
    for session in clients():
        # ok: no-shared-invocation-state
        session.headers["Authorization"] = event["headers"]["Authorization"]


def bound(event, context):
    pair, result = work()
    # ok: no-shared-invocation-state
    result["user"] = event["user"]
    with rows() as item:
        # ok: no-shared-invocation-state
        item.append(event["user"])
    if (entry := work()) is not None:
        # ok: no-shared-invocation-state
        entry.append(event["user"])
    return [HISTORY for HISTORY in pair]


def of_another_name(event, context):
    for row in rows():
        # ruleid: no-shared-invocation-state
        result["user"] = event["user"]
        # ruleid: no-shared-invocation-state
        item.append(row + event["user"])
    # ruleid: no-shared-invocation-state
    entry.append([entry for entry in event["entries"]])


def cleared(event, context):
    HISTORY.clear()
    for record in event["Records"]:
        # ok: no-shared-invocation-state
        HISTORY.append(record["body"])
    return len(HISTORY)


# Classes, functions, modules, defaults.
def attributes(event, context, seen=[]):
    # ruleid: no-shared-invocation-state
    Request.user = event["user"]
    # ruleid: no-shared-invocation-state
    Request.headers["authorization"] = event["headers"]["authorization"]
    # ruleid: no-shared-invocation-state
    attributes.last = event["body"]
    # ruleid: no-shared-invocation-state
    settings.tenant = event["tenant"]
    # ruleid: no-shared-invocation-state
    seen.append(event["user"])
    request = Request()
    # ok: no-shared-invocation-state
    request.user = event["user"]
    return collect(event["items"])


def collect(items, found={}):
    # ruleid: no-shared-invocation-state
    found["items"] = items
    return found


# Clients, loggers, files.
def outside(event, context):
    # ruleid: no-shared-invocation-state
    session.headers["Authorization"] = event["headers"]["Authorization"]
    # ruleid: no-shared-invocation-state
    session.headers.update({"x-user": event["user"]})
    # ruleid: no-shared-invocation-state
    logger.append_keys(user=event["user"])
    # ok: no-shared-invocation-state
    logger.append_keys(stage=os.environ["STAGE"])
    # ok: no-shared-invocation-state
    session.get("https://api.example.com", headers={"Authorization": event["headers"]["Authorization"]}, timeout=3)
    with requests.Session() as own:
        # ok: no-shared-invocation-state
        own.headers["Authorization"] = event["headers"]["Authorization"]
    with open("/tmp/upload.json", "w") as file:
        # ruleid: no-shared-invocation-state
        json.dump(event["items"], file)
    # ruleid: no-shared-invocation-state
    Path("/tmp/last-user").write_text(event["user"])
    with open(f"/tmp/{context.aws_request_id}.json", "w") as file:
        # ok: no-shared-invocation-state
        json.dump(event["items"], file)
    with tempfile.TemporaryFile() as file:
        # ok: no-shared-invocation-state
        pickle.dump(event["items"], file)
    with open("/tmp/version", "w") as file:
        # ok: no-shared-invocation-state
        file.write(os.environ["AWS_LAMBDA_FUNCTION_VERSION"])


def removed(event, context):
    with open("/tmp/input.json", "w") as file:
        # ok: no-shared-invocation-state
        json.dump(event["items"], file)
    work()
    os.remove("/tmp/input.json")


def emptied_first(event, context):
    for record in event["Records"]:
        settings.user = ""
        # ok: no-shared-invocation-state
        settings.user = record["body"]
        settings.count = 0
    # ruleid: no-shared-invocation-state
    settings.tenant = event["tenant"]


def numbers_of_a_request(event, context):
    global low_cut, user_id
    # ok: no-shared-invocation-state
    low_cut = int(event["low_cut"])
    # ruleid: no-shared-invocation-state
    user_id = int(event["user_id"])
    # ok: no-shared-invocation-state
    logger.append_keys(correlation_id=event["correlation_id"])
    # ok: no-shared-invocation-state
    logger.append_keys(productId=event["productId"])
    # ruleid: no-shared-invocation-state
    logger.append_keys(customer_id=event["customer_id"])
    # ok: no-shared-invocation-state
    logger.append_keys(request_ip=event["requestContext"]["identity"]["sourceIp"], method=event["httpMethod"])
    # ok: no-shared-invocation-state
    logger.append_keys(tool_name=event["name"], dry_run=event.get("dry_run", False))
    # ruleid: no-shared-invocation-state
    logger.append_keys(tool_name=event["name"], caller_email=event["email"])
    # ok: no-shared-invocation-state
    logger.append_keys(account_id=event["AccountId"])
    sts.assume_role(RoleArn=event["ExecutionRoleArn"], RoleSessionName="setup")
    # ruleid: no-shared-invocation-state
    logger.append_keys(account_owner=event["Owner"])


entries = []


def of_a_function_around(event, context):
    entries = []

    def inner(record):
        # ok: no-shared-invocation-state
        entries.append(record)

    inner(event)
    return entries


async def in_a_block(event, context):
    async with connect() as connection:
        carts = []
        # ok: no-shared-invocation-state
        carts.append(event["item"])
        # ruleid: no-shared-invocation-state
        entries.append(event["item"])
    return connection.send(carts)
