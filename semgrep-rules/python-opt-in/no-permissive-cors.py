import json
import os

from aws_lambda_powertools.event_handler import APIGatewayRestResolver, CORSConfig
from chalice import Chalice
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

ALLOWED = ["https://app.example.com", "https://admin.example.com"]
ANY = "*"

# ruleid: no-permissive-cors
HEADERS = {"Content-Type": "application/json", "Access-Control-Allow-Origin": "*"}
# ok: no-permissive-cors
METHODS = {"Access-Control-Allow-Methods": "*", "Access-Control-Allow-Headers": "*"}

# ruleid: no-permissive-cors
powertools = APIGatewayRestResolver(cors=CORSConfig(allow_origin="*"))
# ok: no-permissive-cors
strict = APIGatewayRestResolver(cors=CORSConfig(allow_origin="https://app.example.com", max_age=300))
app = Chalice(app_name="notes")
api = FastAPI()
# ruleid: no-permissive-cors
api.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)
# ok: no-permissive-cors
api.add_middleware(CORSMiddleware, allow_origins=ALLOWED)


# ruleid: no-permissive-cors
@app.route("/notes", cors=True)
def notes():
    return []


# ok: no-permissive-cors
@app.route("/private", methods=["GET"])
def private():
    return []


# Any origin.
def any_origin(event, context):
    # ruleid: no-permissive-cors
    return {"statusCode": 200, "headers": {"access-control-allow-origin": "*"}, "body": "{}"}


def constant(event, context):
    headers = {}
    # ruleid: no-permissive-cors
    headers["Access-Control-Allow-Origin"] = ANY
    return {"statusCode": 200, "headers": headers, "body": "{}"}


def many(event, context):
    # ruleid: no-permissive-cors
    return {"statusCode": 200, "multiValueHeaders": {"Access-Control-Allow-Origin": ["*"]}, "body": "{}"}


# The origin that was sent.
def reflected(event, context):
    # ruleid: no-permissive-cors
    return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": event["headers"]["origin"]}, "body": "{}"}


def reflected_later(event, context):
    headers = event.get("headers") or {}
    origin = headers.get("Origin") or headers.get("origin", "")
    # ruleid: no-permissive-cors
    return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": "true"}, "body": "{}"}


def only_logged(event, context):
    origin = event["headers"]["origin"]
    if origin not in ALLOWED:
        print("unknown origin")
    # ruleid: no-permissive-cors
    return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": origin}, "body": "{}"}


# One origin, or one of a list.
def fixed(event, context):
    # ok: no-permissive-cors
    return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": "https://app.example.com"}, "body": "{}"}


def configured(event, context):
    # ok: no-permissive-cors
    return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": os.environ["ORIGIN"]}, "body": "{}"}


def chosen(event, context):
    origin = event["headers"].get("origin")
    # ok: no-permissive-cors
    return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": origin if origin in ALLOWED else ALLOWED[0]}, "body": "{}"}


def checked(event, context):
    origin = event["headers"].get("origin")
    if origin not in ALLOWED:
        return {"statusCode": 403, "body": "{}"}
    # ok: no-permissive-cors
    return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": origin}, "body": "{}"}


def inside(event, context):
    headers = {"Vary": "Origin"}
    origin = event["headers"].get("origin")
    if origin in ALLOWED:
        # ok: no-permissive-cors
        headers["Access-Control-Allow-Origin"] = origin
    return {"statusCode": 200, "headers": headers, "body": json.dumps({"all": "*"})}


def elsewhere(event, context):
    # ok: no-permissive-cors
    return {"statusCode": 200, "headers": {"Vary": "*", "X-Origin": event["headers"]["origin"]}, "body": "{}"}
