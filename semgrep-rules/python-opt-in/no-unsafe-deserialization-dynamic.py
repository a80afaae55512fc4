import json
import pickle

import yaml


def load(data):
    # ruleid: no-unsafe-deserialization-dynamic
    pickle.loads(data)
    # ruleid: no-unsafe-deserialization-dynamic
    yaml.unsafe_load(data)
    # ruleid: no-unsafe-deserialization-dynamic
    yaml.load(data, Loader=yaml.UnsafeLoader)
    # ok: no-unsafe-deserialization-dynamic
    yaml.safe_load(data)
    # ok: no-unsafe-deserialization-dynamic
    json.loads(data)
    # ok: no-unsafe-deserialization-dynamic
    return pickle.loads(pickle.dumps(data))


def handler(event, context):
    # ok: no-unsafe-deserialization-dynamic
    return pickle.loads(event["data"])
