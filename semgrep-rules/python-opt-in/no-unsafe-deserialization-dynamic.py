import json
import marshal
import os
import pickle

import cloudpickle
import dill
import joblib
import jsonpickle
import pandas as pd
import requests
import yaml


# Sources: parameters, and what another party answers.
def parameters(data, *, extra=b""):
    # ruleid: no-unsafe-deserialization-dynamic
    pickle.loads(data)
    # ruleid: no-unsafe-deserialization-dynamic
    pickle.loads(extra)


def answers():
    # ruleid: no-unsafe-deserialization-dynamic
    return pickle.loads(requests.get("https://models.example.com/next", timeout=3).content)


class Store:
    def load(self, stream):
        # ruleid: no-unsafe-deserialization-dynamic
        return pickle.load(stream)


# Sinks.
def sinks(data):
    # ruleid: no-unsafe-deserialization-dynamic
    yaml.unsafe_load(data)
    # ruleid: no-unsafe-deserialization-dynamic
    yaml.load(data, Loader=yaml.UnsafeLoader)
    # ruleid: no-unsafe-deserialization-dynamic
    dill.loads(data)
    # ruleid: no-unsafe-deserialization-dynamic
    cloudpickle.loads(data)
    # ruleid: no-unsafe-deserialization-dynamic
    marshal.loads(data)
    # ruleid: no-unsafe-deserialization-dynamic
    jsonpickle.decode(data)
    # ruleid: no-unsafe-deserialization-dynamic
    joblib.load(data)
    # ruleid: no-unsafe-deserialization-dynamic
    pd.read_pickle(data)


# Formats that hold data only, the program's own files, copies.
def safe(data):
    # ok: no-unsafe-deserialization-dynamic
    yaml.safe_load(data)
    # ok: no-unsafe-deserialization-dynamic
    yaml.load(data, Loader=yaml.SafeLoader)
    # ok: no-unsafe-deserialization-dynamic
    yaml.load(data, Loader=yaml.CSafeLoader)
    # ok: no-unsafe-deserialization-dynamic
    json.loads(data)
    # ok: no-unsafe-deserialization-dynamic
    pickle.dumps(data)
    # ok: no-unsafe-deserialization-dynamic
    pickle.loads(pickle.dumps(data))
    # ok: no-unsafe-deserialization-dynamic
    pd.read_csv(data)
    # ok: no-unsafe-deserialization-dynamic
    joblib.load("/opt/model.joblib")
    # ok: no-unsafe-deserialization-dynamic
    pd.read_pickle(os.environ["MODEL"])
    with open("/opt/model.pickle", "rb") as file:
        # ok: no-unsafe-deserialization-dynamic
        return pickle.load(file)


# Guards.
def guarded(data):
    if data not in KNOWN:
        raise ValueError("data")
    # ok: no-unsafe-deserialization-dynamic
    return pickle.loads(data)


# A handler's event is the other rule's.
def handler(event, context):
    # ok: no-unsafe-deserialization-dynamic
    return pickle.loads(event["data"])
