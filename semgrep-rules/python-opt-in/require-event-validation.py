import json
import os
import subprocess

import boto3
import jsonschema
import requests
from aws_lambda_powertools.utilities.parser import event_parser
from aws_lambda_powertools.utilities.validation import validator

from app.models import Order

table = boto3.resource("dynamodb").Table("orders")
s3 = boto3.client("s3")
sqs = boto3.client("sqs")
KINDS = {"small", "large"}


# Writes and sinks that a field reaches unchecked.
# ruleid: require-event-validation
def direct(event, context):
    table.put_item(Item={"id": event["id_of_order"], "kind": "order"})


# ruleid: require-event-validation
def body(event, context):
    order = json.loads(event["body"])
    table.put_item(Item=order)
    return {"statusCode": 201}


# ruleid: require-event-validation
def path(event, context):
    order_id = event["pathParameters"]["id"]
    table.delete_item(Key={"id": order_id})
    return {"statusCode": 204}


# ruleid: require-event-validation
def optional(event, context):
    s3.put_object(Bucket=os.environ["BUCKET"], Key="note.txt", Body=event.get("note", ""))


# ruleid: require-event-validation
def forwarded(event, _context):
    sqs.send_message(QueueUrl=os.environ["QUEUE"], MessageBody=event["body"])


# ruleid: require-event-validation
def requested(event, context):
    return requests.post("https://api.example.com/items", json=event["item"], timeout=3).status_code


# ruleid: require-event-validation
def command(event, context):
    subprocess.run(["convert", event["name"]], check=True)


# ruleid: require-event-validation
def queue(event, context):
    for record in event["Records"]:
        message = json.loads(record["body"])
        table.put_item(Item={"id": message["id"]})


# ruleid: require-event-validation
async def topic(event, context):
    for record in event["Records"]:
        s3.put_object(Bucket="inbox", Key="last", Body=record["Sns"]["Message"])


# ruleid: require-event-validation
def present(event, context):
    if "name" not in event:
        return {"statusCode": 400}
    table.update_item(Key={"id": "1"}, UpdateExpression="SET n = :n", ExpressionAttributeValues={":n": event["name"]})


class Service:
    # ruleid: require-event-validation
    def handle(self, event, context):
        return self.client.start_execution(stateMachineArn=os.environ["FLOW"], input=json.dumps(event["detail"]))


# Validators.
# ok: require-event-validation
def by_schema(event, context):
    order = json.loads(event["body"])
    jsonschema.validate(order, {"type": "object"})
    table.put_item(Item=order)


# ok: require-event-validation
def by_model(event, context):
    order = Order.model_validate_json(event["body"])
    table.put_item(Item={"id": order.id, "raw": event["body"]})


@validator(inbound_schema={"type": "object"})
# ok: require-event-validation
def by_middleware(event, context):
    table.put_item(Item=json.loads(event["body"]))


@event_parser(model=Order)
# ok: require-event-validation
def by_parser(event, context):
    table.put_item(Item=event["body"])


# ok: require-event-validation
def by_function(event, context):
    validate_order(event)
    table.put_item(Item=json.loads(event["body"]))


# Guards.
# ok: require-event-validation
def by_list(event, context):
    if event["kind"] not in KINDS:
        raise ValueError("kind")
    table.put_item(Item={"kind": event["kind"]})


# ok: require-event-validation
def by_type(event, context):
    if not isinstance(event["name"], str):
        raise TypeError("name")
    table.put_item(Item={"name": event["name"]})


# What the service wrote, what is only read, and what never leaves the function.
# ok: require-event-validation
def trusted(event, context):
    table.put_item(Item={"id": event["requestContext"]["connectionId"]})


# ok: require-event-validation
def scheduled(event, context):
    table.put_item(Item={"at": event["time"], "rule": event["resources"][0]})


# ok: require-event-validation
def read(event, context):
    return table.get_item(Key={"id": event["pathParameters"]["id"]}).get("Item")


# ok: require-event-validation
def computed(event, context):
    return {"statusCode": 200, "body": json.dumps({"sum": event["a"] + event["b"]})}


# ok: require-event-validation
def constant(event, context):
    s3.put_object(Bucket="inbox", Key="last", Body="pinged")


# ok: require-event-validation
def no_handler(event, widget):
    table.put_item(Item={"id": event["name"]})
