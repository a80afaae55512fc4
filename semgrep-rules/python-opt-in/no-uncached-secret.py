import base64
import functools
import json
import os
import time
from functools import lru_cache

import boto3
import requests
from aws_lambda_powertools.utilities import parameters
from aws_secretsmanager_caching import SecretCache
from cachetools import TTLCache, cached

client = boto3.client("secretsmanager")
ssm = boto3.client("ssm")
kms = boto3.client("kms")
cache = SecretCache()
# ok: no-uncached-secret
AT_START = client.get_secret_value(SecretId="db")["SecretString"]
CACHE = {}
EXPIRES = 0
_secret = None


# In the handler.
def direct(event, context):
    # ruleid: no-uncached-secret
    secret = client.get_secret_value(SecretId="db")["SecretString"]
    # ruleid: no-uncached-secret
    key = ssm.get_parameter(Name="/app/key", WithDecryption=True)["Parameter"]["Value"]
    # ruleid: no-uncached-secret
    keys = ssm.get_parameters_by_path(Path="/app", WithDecryption=True)["Parameters"]
    # ruleid: no-uncached-secret
    plain = kms.decrypt(CiphertextBlob=base64.b64decode(os.environ["ENCRYPTED_KEY"]))["Plaintext"]
    if event.get("admin"):
        # ruleid: no-uncached-secret
        admin = client.get_secret_value(SecretId="admin")["SecretString"]
    for name in ("a", "b"):
        # ruleid: no-uncached-secret
        client.get_secret_value(SecretId=name)
    # ruleid: no-uncached-secret
    forced = parameters.get_secret("db", force_fetch=True)
    # ruleid: no-uncached-secret
    fresh = parameters.get_parameter("/app/key", decrypt=True, max_age=0)
    # ok: no-uncached-secret
    powertools = parameters.get_secret("db")
    # ok: no-uncached-secret
    aged = parameters.get_parameter("/app/key", decrypt=True, max_age=300)
    # ok: no-uncached-secret
    caching_client = cache.get_secret_string("db")
    # ok: no-uncached-secret
    extension = requests.get("http://localhost:2773/secretsmanager/get?secretId=db", timeout=1).json()
    # ok: no-uncached-secret
    stage = ssm.get_parameter(Name="/app/stage")["Parameter"]["Value"]
    # ok: no-uncached-secret
    data = kms.decrypt(CiphertextBlob=base64.b64decode(event["blob"]))["Plaintext"]
    return load(), connect(), lazy(), early(), keyed("db"), timed(), decorated("db"), stored("db"), Store().password()


# In functions that the handler calls.
def load():
    # ruleid: no-uncached-secret
    return json.loads(client.get_secret_value(SecretId="db")["SecretString"])


def connect():
    return open_connection(fetch())


def fetch():
    # ruleid: no-uncached-secret
    return client.get_secret_value(SecretId="db")["SecretString"]


class Store:
    def password(self):
        # ruleid: no-uncached-secret
        return client.get_secret_value(SecretId="db")["SecretString"]


# Fetched once and kept.
def lazy():
    global _secret
    if _secret is None:
        # ok: no-uncached-secret
        _secret = client.get_secret_value(SecretId="db")["SecretString"]
    return _secret


def early():
    global _secret
    if _secret:
        return _secret
    # ok: no-uncached-secret
    _secret = client.get_secret_value(SecretId="db")["SecretString"]
    return _secret


def keyed(name):
    if name not in CACHE:
        # ok: no-uncached-secret
        CACHE[name] = client.get_secret_value(SecretId=name)["SecretString"]
    return CACHE[name]


def timed():
    global _secret, EXPIRES
    if time.time() > EXPIRES:
        # ok: no-uncached-secret
        _secret = client.get_secret_value(SecretId="db")["SecretString"]
        EXPIRES = time.time() + 300
    return _secret


@lru_cache(maxsize=4)
def decorated(name):
    # ok: no-uncached-secret
    return client.get_secret_value(SecretId=name)["SecretString"]


@cached(cache=TTLCache(maxsize=4, ttl=300))
def stored(name):
    # ok: no-uncached-secret
    return client.get_secret_value(SecretId=name)["SecretString"]


def only_at_start():
    # ok: no-uncached-secret
    return client.get_secret_value(SecretId="db")["SecretString"]


DATABASE = only_at_start()


def guarded_call(event, context):
    global _secret
    if _secret is None:
        _secret = first_time()
    return _secret


def first_time():
    # ok: no-uncached-secret
    return client.get_secret_value(SecretId="db")["SecretString"]


def kept_in_handler(event, context):
    global _secret
    if not _secret:
        # ok: no-uncached-secret
        _secret = client.get_secret_value(SecretId="db")["SecretString"]
    return {"statusCode": 200}


def fetched_beside_a_guarded_call(event, context):
    if not event.get("id"):
        return denied()
    # ruleid: no-uncached-secret
    return client.get_secret_value(SecretId="db")["SecretString"]


def denied():
    return {"statusCode": 403}


def calls_one_that_calls(event, context):
    return open_database()


def open_database():
    return read_password()


def read_password():
    # ruleid: no-uncached-secret
    return client.get_secret_value(SecretId="db")["SecretString"]


def ciphertext_in_the_package(event, context):
    # ruleid: no-uncached-secret
    key = kms.decrypt(CiphertextBlob=open("/var/task/license.enc", "rb").read())["Plaintext"]
    # ok: no-uncached-secret
    body = kms.decrypt(CiphertextBlob=open(f"/mnt/inbox/{event['file']}", "rb").read())["Plaintext"]
    return len(key) + len(body)
