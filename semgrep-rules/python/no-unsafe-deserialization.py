import base64
import hmac
import io
import json
import os
import pickle
import pickle as pkl
from hashlib import sha256
from pickle import loads

import boto3
import dill
import joblib
import jsonpickle
import numpy as np
import torch
import yaml
from yaml import SafeLoader, load

s3 = boto3.client("s3")


# Sources


def lambda_handler(event, context):
    data = base64.b64decode(event["body"])
    # ruleid: no-unsafe-deserialization
    session = pickle.loads(data)
    # ok: no-unsafe-deserialization
    fields = json.loads(data)
    return session, fields


def records(event, context):
    for record in event["Records"]:
        # ruleid: no-unsafe-deserialization
        loads(base64.b64decode(record["kinesis"]["data"]))
        # ok: no-unsafe-deserialization
        json.loads(base64.b64decode(record["kinesis"]["data"]))


def objects(event, context):
    key = event["Records"][0]["s3"]["object"]["key"]
    body = s3.get_object(Bucket="models", Key=key)["Body"].read()
    # ruleid: no-unsafe-deserialization
    return pkl.loads(body)


def own_file(event, context):
    with open("/var/task/model.pkl", "rb") as file:
        # ok: no-unsafe-deserialization
        return pickle.load(file)


# Helpers


def restore(kind, data):
    # ruleid: no-unsafe-deserialization
    return dill.loads(data)


def configure(text):
    # ruleid: no-unsafe-deserialization
    return yaml.load(text, Loader=yaml.Loader)


def configure_safely(text):
    # ok: no-unsafe-deserialization
    return yaml.safe_load(text)


def defaults(text):
    # ok: no-unsafe-deserialization
    return yaml.load(text, Loader=yaml.Loader)


def helped(event, context):
    restore("session", event["state"])
    configure_safely(event["config"])
    defaults("a: 1")
    return configure(event["config"])


# Sinks


def loaders(event, context):
    # ruleid: no-unsafe-deserialization
    yaml.load(event["a"], Loader=yaml.FullLoader)
    # ruleid: no-unsafe-deserialization
    yaml.unsafe_load(event["a"])
    # ok: no-unsafe-deserialization
    yaml.load(event["a"], Loader=yaml.SafeLoader)
    # ok: no-unsafe-deserialization
    yaml.load(event["a"], Loader=yaml.CSafeLoader)
    # ok: no-unsafe-deserialization
    load(event["a"], Loader=SafeLoader)
    # ok: no-unsafe-deserialization
    load(event["a"], SafeLoader)
    # ruleid: no-unsafe-deserialization
    jsonpickle.decode(event["a"])
    data = io.BytesIO(base64.b64decode(event["model"]))
    # ruleid: no-unsafe-deserialization
    joblib.load(data)
    # ruleid: no-unsafe-deserialization
    np.load(data, allow_pickle=True)
    # ok: no-unsafe-deserialization
    np.load(data)
    # ruleid: no-unsafe-deserialization
    torch.load(data)
    # ok: no-unsafe-deserialization
    torch.load(data, weights_only=True)
    # ok: no-unsafe-deserialization
    pickle.dumps(event)


# Guards


def signed(event, context):
    data = base64.b64decode(event["data"])
    expected = hmac.new(os.environ["KEY"].encode(), data, sha256).hexdigest()
    if not hmac.compare_digest(expected, event["signature"]):
        return {"statusCode": 403}
    # ok: no-unsafe-deserialization
    return pickle.loads(data)


def signature_compared_for_the_log(event, context):
    data = base64.b64decode(event["data"])
    expected = hmac.new(os.environ["KEY"].encode(), data, sha256).hexdigest()
    if not hmac.compare_digest(expected, event["signature"]):
        print("bad signature")
    # ruleid: no-unsafe-deserialization
    return pickle.loads(data)
