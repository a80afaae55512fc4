import json
import os
from typing import Optional

import boto3
import pymongo
from boto3.dynamodb.conditions import Attr, Key
from bson import ObjectId
from bson.code import Code
from pydantic import BaseModel

users = pymongo.MongoClient(os.environ["MONGO_URL"]).shop.users
orders = pymongo.MongoClient(os.environ["MONGO_URL"])["shop"]["orders"]
table = boto3.resource("dynamodb").Table("notes")
client = boto3.client("dynamodb")
FIELDS = {"title", "text"}


# Sources


def lambda_handler(event, context):
    body = json.loads(event["body"])
    # ruleid: no-nosql-injection
    users.find_one({"email": body["email"], "password": body["password"]})
    # ok: no-nosql-injection
    users.find_one({"email": str(body["email"])})
    # ok: no-nosql-injection
    users.find_one({"active": True})
    # ok: no-nosql-injection
    users.insert_one({"email": body["email"]})


def records(event, context):
    for record in event["Records"]:
        change = json.loads(record["body"])
        # ruleid: no-nosql-injection
        orders.update_one(change["filter"], {"$set": {"state": "done"}})
        # ok: no-nosql-injection
        orders.update_one({"_id": ObjectId(change["id"])}, {"$set": {"state": change["state"]}})


def text_only(event, context):
    # ok: no-nosql-injection
    users.find_one({"email": event["queryStringParameters"]["email"]})
    # ok: no-nosql-injection
    users.find_one({"slug": event["pathParameters"]["slug"]})
    box = event["queryStringParameters"]["box"] or "1"
    # ok: no-nosql-injection
    users.find_one({"box": box})
    sent = json.loads(event["body"])["box"] or "1"
    # ruleid: no-nosql-injection
    users.find_one({"box": sent})


def text_in_a_variable(event, context):
    name = event["pathParameters"]["id"]
    # ok: no-nosql-injection
    users.find_one({"_id": name})
    # ruleid: no-nosql-injection
    users.find_one({"$where": name})
    asked = event["queryStringParameters"]["asked"]
    asked = json.loads(asked)
    # ruleid: no-nosql-injection
    users.delete_one({"email": asked})


# Helpers


def by_filter(collection, criteria):
    # ruleid: no-nosql-injection
    return users.count_documents(criteria)


def by_state(state):
    # ok: no-nosql-injection
    return users.count_documents({"state": state})


def helped(event, context):
    by_state("open")
    return by_filter("users", json.loads(event["body"]))


# Sinks


def mongo(event, context):
    body = json.loads(event["body"])
    # ruleid: no-nosql-injection
    users.find({"name": body["name"]})
    # ok: no-nosql-injection
    position = body["text"].find(body["word"])
    # ruleid: no-nosql-injection
    users.delete_many(body)
    # ruleid: no-nosql-injection
    users.aggregate(body["pipeline"])
    # ruleid: no-nosql-injection
    users.find_one({"$where": "this.name == '" + event["queryStringParameters"]["name"] + "'"})
    # ruleid: no-nosql-injection
    Code("function() { return " + body["code"] + " }")
    # ok: no-nosql-injection
    users.find_one({"name": {"$eq": body["name"]}})
    return position


def dynamo(event, context):
    body = json.loads(event["body"])
    # ruleid: no-nosql-injection
    table.query(**body)
    # ok: no-nosql-injection
    table.get_item(Key={"id": body["id"]})
    # ok: no-nosql-injection
    table.put_item(Item=body)
    table.scan(
        # ruleid: no-nosql-injection
        FilterExpression="owner = :owner AND " + body["filter"],
        ExpressionAttributeValues={":owner": body["owner"]},
    )
    # ok: no-nosql-injection
    table.query(KeyConditionExpression=Key("owner").eq(body["owner"]), FilterExpression=Attr("state").eq(body["state"]))
    # ruleid: no-nosql-injection
    table.scan(FilterExpression=Attr(body["field"]).eq(body["value"]))
    # ok: no-nosql-injection
    table.scan(FilterExpression=Attr("stages." + body["stage"]).exists())
    # ok: no-nosql-injection
    table.scan(FilterExpression=Attr(f"stages.{body['stage']}").exists())
    # ruleid: no-nosql-injection
    table.scan(FilterExpression=Attr("stage" + body["stage"]).exists())
    # ruleid: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression=f"SET {body['field']} = :v", ExpressionAttributeValues={":v": 1})
    # ok: no-nosql-injection
    table.update_item(Key={"id": body["id"]}, UpdateExpression="SET title = :t", ExpressionAttributeValues={":t": body["title"]})
    # ruleid: no-nosql-injection
    client.scan(TableName=body["table"])
    # ruleid: no-nosql-injection
    client.scan(TableName="notes", ScanFilter=body["filter"])
    # ok: no-nosql-injection
    client.scan(TableName="notes", ScanFilter={"title": {"ComparisonOperator": "EQ", "AttributeValueList": [{"S": body["title"]}]}})
    params = {"TableName": "notes", "Key": {"id": {"S": body["id"]}}}
    # ok: no-nosql-injection
    client.get_item(**params)


# Guards


def allowed(event, context):
    field = event["field"]
    # ruleid: no-nosql-injection
    table.scan(FilterExpression=f"{field} = :v", ExpressionAttributeValues={":v": event["value"]})
    if field not in FIELDS:
        return {"statusCode": 400}
    # ok: no-nosql-injection
    table.scan(FilterExpression=f"{field} = :v", ExpressionAttributeValues={":v": event["value"]})


def coerced(event, context):
    body = json.loads(event["body"])
    # ok: no-nosql-injection
    users.find_one({"age": int(body["age"])})
    # ok: no-nosql-injection
    users.find_one({"name": f"{body['name']}"})


def size_of(event, context):
    # ok: no-nosql-injection
    client.describe_table(TableName=event["table"])
    # ruleid: no-nosql-injection
    client.put_item(TableName=event["table"], Item={"id": {"S": "1"}})


def store_job(job):
    # ok: no-nosql-injection
    dynamodb.Table(job["table"]).put_item(Item={"id": "1"})
    # ruleid: no-nosql-injection
    dynamodb.Table(job["other"]).put_item(Item={"id": "1"})


def queued(event, context):
    job = {}
    job["id"] = event["id"]
    job["other"] = event["other"]
    job["table"] = os.environ["TABLE"]
    return store_job(job)


def direct(event, context):
    return store_job(event)


# Pages


def paged(event, context):
    start = json.loads(event["queryStringParameters"]["next"])
    # ok: no-nosql-injection
    table.scan(**{"Limit": event["limit"], "ExclusiveStartKey": start})
    # ok: no-nosql-injection
    table.scan(Limit=10, **({"ExclusiveStartKey": start} if start else {}))
    page = {"ExclusiveStartKey": start, "Limit": event["limit"]} if start else {}
    # ok: no-nosql-injection
    table.query(**page)
    kept = defaults()
    kept["ExclusiveStartKey"] = event["next"]
    # ok: no-nosql-injection
    table.query(**kept)
    # ruleid: no-nosql-injection
    table.scan(**({"ExclusiveStartKey": start} if start else event["params"]))


def paged_and_filtered(event, context):
    page = {"ExclusiveStartKey": event["next"], "FilterExpression": event["filter"]} if event["next"] else {}
    # ruleid: no-nosql-injection
    table.scan(**page)
    # ruleid: no-nosql-injection
    table.query(**event["page"])
    page = {}
    # ruleid: no-nosql-injection
    page["ExclusiveStartKey"] = table.scan(FilterExpression=event["filter"])["LastEvaluatedKey"]
    # ok: no-nosql-injection
    return table.scan(**page)


def names_on_a_list(event, context):
    body = json.loads(event["body"])
    taken = {}
    for name, value in body.items():
        if name in FIELDS:
            taken[FIELDS[name]] = value
        else:
            print(name)
    parts = []
    for field, value in taken.items():
        parts.append(f"#{field} = :{field}")
    # ok: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression="SET " + ", ".join(parts))
    others = []
    for field, value in body.items():
        others.append(f"#{field} = :{field}")
    # ruleid: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression="SET " + ", ".join(others))


def names_kept_by_a_list(event, context):
    body = json.loads(event["body"])
    kept = {name: value for name, value in body.items() if name in FIELDS}
    parts = []
    for field in kept:
        parts.append(f"{field} = :{field}")
    # ok: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression="SET " + ", ".join(parts))


def names_of_a_list(event, context):
    body = json.loads(event["body"])
    taken = {}
    for name in FIELDS:
        if name in body:
            taken[name] = body[name]
    parts = []
    for at, (field, value) in enumerate(taken.items()):
        parts.append(f"{field} = :v{at}")
    # ok: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression="SET " + ", ".join(parts))


def names_in_the_code(event, context):
    body = json.loads(event["body"])
    taken = {}
    if body.get("text"):
        taken["text"] = body["text"]
    names, values, expression = expression_of(taken)
    # ok: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression=expression)


def names_of_a_loop(event, context):
    taken = {}
    for name, value in json.loads(event["body"]).items():
        taken[name] = value
    names, values, expression = expression_of(taken)
    # ruleid: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression=expression)


def constant_expression(state, place):
    expression = (
        "SET #state = :s"
        ", place = :p"
    )
    values = {":s": state, ":p": place["Arn"]}
    return expression, values


def grown_expression(state, names):
    expression = "SET #state = :s"
    for name in names:
        expression += ", " + name
    return expression, {":s": state}


def handler_expression_of_function(event, context):
    expression, values = constant_expression(event["state"], event["place"])
    # ok: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression=expression, ExpressionAttributeValues=values)
    grown, more = grown_expression(event["state"], event["names"])
    # ruleid: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression=grown, ExpressionAttributeValues=more)


def handler_found_by_a_flag(event, context):
    kind = event["pathParameters"]["kind"]
    found = False
    for row in table.scan()["Items"]:
        if row["kind"] == kind:
            found = True
            break
    if not found:
        return {"statusCode": 404}
    # ok: no-nosql-injection
    boto3.resource("dynamodb").Table("app-" + kind)


def handler_flag_without_end(event, context):
    kind = event["pathParameters"]["kind"]
    found = False
    for row in table.scan()["Items"]:
        if row["kind"] == kind:
            found = True
            break
    if not found:
        print("new kind")
    # ruleid: no-nosql-injection
    boto3.resource("dynamodb").Table("app-" + kind)


def own_service(event, context):
    # ok: no-nosql-injection
    api.update_item(id=event["id"], **json.loads(event["body"]))
    # ruleid: no-nosql-injection
    orders.update_item(**json.loads(event["body"]))


def names_written_here(event, context):
    body = json.loads(event["body"])
    fields = {"title": body.get("title"), "priority": body.get("priority")}
    parts = []
    for name, value in fields.items():
        parts.append(f"{name} = :{name}")
    # ok: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression="SET " + ", ".join(parts))
    sent = []
    for name, value in body.items():
        sent.append(f"{name} = :{name}")
    # ruleid: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression="SET " + ", ".join(sent))


def answer(event, context):
    body = json.loads(event["body"])
    updates = {"answered": 1}
    if body.get("reply"):
        updates["reply"] = body["reply"]
    if body.get("status"):
        updates["status"] = body["status"]
    # ok: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression="SET " + ", ".join(f"#{name} = :{name}" for name in updates))
    # ok: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression="SET " + ", ".join([f"#{name} = :{name}" for name in updates.keys()]))


def answer_anything(event, context):
    body = json.loads(event["body"])
    updates = {"answered": 1}
    for name in body:
        updates[name] = body[name]
    # ruleid: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression="SET " + ", ".join(f"{name} = :{name}" for name in updates))
    others = {"answered": 1}
    others.update(body)
    # ruleid: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression="SET " + ", ".join(f"{name} = :{name}" for name in others))
    rest = {"answered": 1, **body}
    # ruleid: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression="SET " + ", ".join(f"{name} = :{name}" for name in rest))
    again = {}
    again["answered"] = 1
    again = json.loads(event["body"])
    # ruleid: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression="SET " + ", ".join(f"{name} = :{name}" for name in again))


def change_some(event, context):
    body = json.loads(event["body"])
    taken = {name: value for name, value in body.items() if name in FIELDS}
    if body.get("picture"):
        taken["picture"] = keep(body["picture"])
    expression = "SET " + ", ".join(f"#{name} = :{name}" for name in taken)
    # ok: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression=expression)
    given = {name: value for name, value in body.items()}
    expression = "SET " + ", ".join(f"{name} = :{name}" for name in given)
    # ruleid: no-nosql-injection
    table.update_item(Key={"id": "1"}, UpdateExpression=expression)


def uploaded(event, context):
    for record in event["Records"]:
        key = record["s3"]["object"]["key"]
        parts = key.split("/")
        order = parts[0] if len(parts) >= 2 else "unknown"
        # ok: no-nosql-injection
        orders.update_one({"order": order}, {"$set": {"state": "uploaded"}})
        sent = json.loads(record["body"])
        # ruleid: no-nosql-injection
        orders.update_one({"order": sent["order"]}, {"$set": {"state": "uploaded"}})
        # ruleid: no-nosql-injection
        table.update_item(Key={"id": "1"}, UpdateExpression=f"SET {order} = :o")


def several(event, context):
    body = json.loads(event["body"])
    # ok: no-nosql-injection
    orders.find({"order": {"$in": body["orders"]}})
    known = {entry["id"]: entry for entry in body["orders"]}
    # ok: no-nosql-injection
    orders.update_many({"order": {"$nin": list(known.keys())}}, {"$set": {"state": "gone"}})
    # ruleid: no-nosql-injection
    orders.find_one({"order": {"$in": body["orders"]}, "owner": body["owner"]})
    # ruleid: no-nosql-injection
    orders.find_one({"order": body["order"]})


def check_table(event, context):
    kind = event["pathParameters"]["kind"]
    known = {"orders": os.environ["ORDERS_TABLE"], "users": os.environ.get("USERS_TABLE", "users")}
    name = known.get(kind)
    if not name:
        return {"statusCode": 404}
    # ok: no-nosql-injection
    dynamodb.Table(name).scan()
    mixed = {"orders": os.environ["ORDERS_TABLE"], "own": event["table"]}
    # ruleid: no-nosql-injection
    dynamodb.Table(mixed.get(kind)).scan()


class Claim(BaseModel):
    order: str
    parts: dict
    note: Optional[str] = None


def claims(event, context):
    claim = Claim.model_validate_json(event["body"])
    # ok: no-nosql-injection
    orders.find_one({"order": claim.order, "note": claim.note})
    # ruleid: no-nosql-injection
    orders.find_one({"order": claim.order, "parts": claim.parts})
