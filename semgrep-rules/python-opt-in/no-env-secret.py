import base64
import json
import os
from os import environ, getenv

import requests
from pydantic_settings import BaseSettings

environment = os.environ
read = os.getenv

# Every way to read the environment.
# ruleid: no-env-secret
DB_PASSWORD = os.environ["DB_PASSWORD"]
# ruleid: no-env-secret
API_KEY = os.environ.get("STRIPE_API_KEY")
# ruleid: no-env-secret
TOKEN = os.getenv("SLACK_BOT_TOKEN", "")
# ruleid: no-env-secret
SECRET = environ["JWT_SECRET"]
# ruleid: no-env-secret
KEY = getenv("PRIVATE_KEY")
# ruleid: no-env-secret
CLIENT = environ.get("OAUTH_CLIENT_SECRET")
# ruleid: no-env-secret
COPIED = environment["DB_PASSWORD"]
# ruleid: no-env-secret
ALIASED = read("DB_PASSWORD")


def required(name):
    return os.environ[name]


class Settings(BaseSettings):
    # ruleid: no-env-secret
    db_password: str
    # ruleid: no-env-secret
    api_key: str = ""
    # ok: no-env-secret
    secret_arn: str
    # ok: no-env-secret
    stage: str = "dev"


def handler(event, context):
    # ruleid: no-env-secret
    password = required("DB_PASSWORD")
    # ruleid: no-env-secret
    headers = {"Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}"}
    # ok: no-env-secret
    table = required("TABLE_NAME")
    # ok: no-env-secret
    extension = {"X-Aws-Parameters-Secrets-Token": os.environ["AWS_SESSION_TOKEN"]}
    return requests.get(os.environ["API_URL"], headers=headers, timeout=3).status_code


# Where a secret is kept, and how it is handled, is no secret.
# ok: no-env-secret
SECRET_ARN = os.environ["DB_SECRET_ARN"]
# ok: no-env-secret
SECRET_NAME = os.environ["DB_PASSWORD_SECRET_NAME"]
# ok: no-env-secret
SECRET_ID = os.getenv("SECRET_ID")
# ok: no-env-secret
PARAMETER = os.environ["API_KEY_PARAMETER"]
# ok: no-env-secret
PATH = os.environ["TOKEN_PATH"]
# ok: no-env-secret
TABLE = os.environ["TOKEN_TABLE"]
# ok: no-env-secret
LENGTH = os.environ["PASSWORD_LENGTH"]
# ok: no-env-secret
TTL = os.environ.get("TOKEN_TTL", "300")
# ok: no-env-secret
URL = os.environ["TOKEN_URL"]
# ok: no-env-secret
LIMIT = os.environ["MAX_TOKENS"]
# ok: no-env-secret
PARTITION = os.environ["PARTITION_KEY"]
# ok: no-env-secret
KMS = os.environ["KMS_KEY_ID"]
# ok: no-env-secret
FOLDER = os.environ["PWD"]
# ok: no-env-secret
BODY = {"password": 1}["password"]
# ok: no-env-secret
os.environ["DB_PASSWORD"] = fetch()
# ok: no-env-secret
PLAIN = kms.decrypt(CiphertextBlob=base64.b64decode(os.environ["DB_PASSWORD"]))["Plaintext"]


def named_by_the_environment(client):
    # ok: no-env-secret
    slack = json.loads(get_secret(os.environ["SLACK_SECRETS"]))
    # ok: no-env-secret
    app = client.get_secret_value(SecretId=os.environ["APP_SECRET"])
    # ruleid: no-env-secret
    login("app", os.environ["APP_SECRET"])
    return slack, app


def encrypted(event, context):
    # ok: no-env-secret
    return decrypt(os.environ["ENC_PASSWORD"])
