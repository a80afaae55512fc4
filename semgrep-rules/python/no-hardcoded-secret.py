import hmac
import os

import boto3
import jwt
import psycopg2
import pymysql
import requests
from requests.auth import HTTPBasicAuth

# Known formats. All values are made up.
# ruleid: no-hardcoded-secret
GITHUB = "ghp_aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6"
# ruleid: no-hardcoded-secret
slack = {"hook": "https://hooks.slack.com/services/T0AB1CD2E/B0FG3HI4J/kLmNoPqRsTuVwXyZ01234567"}
# ruleid: no-hardcoded-secret
bot = WebClient("xoxb-730291846573-kQ7zXw2LmB9vRt4YpN6sHc1J")
# ok: no-hardcoded-secret
sample_bot = WebClient("xoxb-1234-5678-foo")
# ok: no-hardcoded-secret
SLACK_TOKEN = "xoxb-your-bot-token"
# ruleid: no-hardcoded-secret
KEY_ID = "AKIAQ3EGRNZ5XH7PLM2W"
# ruleid: no-hardcoded-secret
pay("sk_live_4eC39HqLyjWDarjtT1zdp7dc")
# ruleid: no-hardcoded-secret
SESSION = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhcHAtMSJ9.c2lnbmF0dXJlLW9mLXRoZS1hcHA"
# ruleid: no-hardcoded-secret
PEM = """-----BEGIN RSA PRIVATE KEY-----
MIIEpAIBAAKCAQEA7bq0Yl5mZtq3c2V0aGVyZQ
-----END RSA PRIVATE KEY-----"""
# ok: no-hardcoded-secret
DOCUMENTED = "AKIAIOSFODNN7EXAMPLE"
# ok: no-hardcoded-secret
is_key = text.startswith("-----BEGIN RSA PRIVATE KEY-----")
# ok: no-hardcoded-secret
prefix = "ghp_"
# ok: no-hardcoded-secret
digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


# Positions that take a credential.
def positions(event, context):
    # ruleid: no-hardcoded-secret
    boto3.client("s3", aws_access_key_id=os.environ["KEY_ID"], aws_secret_access_key="q7Rk2vXz9LmP4nTw8BcY1dFg6HjS3aUe5oIiQxWt")
    # ruleid: no-hardcoded-secret
    psycopg2.connect(host=os.environ["DB_HOST"], user="app", password="hunter-two")
    # ruleid: no-hardcoded-secret
    pymysql.connect(os.environ["DB_HOST"], "app", "Tr0ub4dor")
    # ruleid: no-hardcoded-secret
    psycopg2.connect("host=db.internal dbname=app user=app password=Tr0ub4dor")
    # ruleid: no-hardcoded-secret
    connect("postgresql://app:Tr0ub4dor@db.internal.example.net:5432/app")
    # ruleid: no-hardcoded-secret
    connect("postgresql://app:Tr0ub4dor@db:5432/app")
    # ruleid: no-hardcoded-secret
    token = jwt.encode({"sub": event["user"]}, "signing phrase", algorithm="HS256")
    # ruleid: no-hardcoded-secret
    hmac.new(b"shared-phrase", event["body"].encode(), "sha256")
    # ruleid: no-hardcoded-secret
    requests.get("https://api.example.com", auth=("app", "Tr0ub4dor"), timeout=3)
    # ruleid: no-hardcoded-secret
    requests.get("https://api.example.com", auth=HTTPBasicAuth("app", "Tr0ub4dor"), timeout=3)
    # ruleid: no-hardcoded-secret
    requests.get("https://api.example.com", headers={"Authorization": "Bearer 7f3c9a1e5b2d8046"}, timeout=3)
    # ruleid: no-hardcoded-secret
    requests.get("https://api.example.com", headers={"x-api-key": "7f3c9a1e5b2d8046"}, timeout=3)
    # ruleid: no-hardcoded-secret
    app.secret_key = "sessions are signed with this"
    # ok: no-hardcoded-secret
    psycopg2.connect(host="db", user="app", password="password")
    # ok: no-hardcoded-secret
    psycopg2.connect(host="db", user="app", password=os.environ["DB_PASSWORD"])
    # ok: no-hardcoded-secret
    psycopg2.connect(host="db", user="app", password="")
    # ok: no-hardcoded-secret
    psycopg2.connect(host="db", user="app", password="changeme")
    # ok: no-hardcoded-secret
    connect("postgresql://user:password@localhost:5432/app")
    # ok: no-hardcoded-secret
    connect("postgresql://app:Tr0ub4dor@localhost:5432/app")
    # ok: no-hardcoded-secret
    connect("postgresql://postgres:postgres@db:5432/app")
    # ruleid: no-hardcoded-secret
    connect("postgresql://inventory:inventory@db.example.com:5432/app")
    # ok: no-hardcoded-secret
    connect("postgresql://{}:{}@db.internal/app".format(user, password))
    # ok: no-hardcoded-secret
    jwt.decode(token, os.environ["KEY"], algorithms=["HS256"])
    # ok: no-hardcoded-secret
    requests.get("https://api.example.com", headers={"Authorization": "Bearer " + token, "Accept": "application/json"}, timeout=3)
    # ok: no-hardcoded-secret
    requests.get("https://api.example.com", headers={"Access-Control-Allow-Headers": "Authorization,X-Api-Key"}, timeout=3)
    # ok: no-hardcoded-secret
    ssm.get_parameter(Name="/app/db/password", WithDecryption=True)
    # ok: no-hardcoded-secret
    secrets.get_secret_value(SecretId="prod/db-password-2")


# Names with a value whose shape agrees.
# ruleid: no-hardcoded-secret
DB_PASSWORD = "Tr0ub4dor&3"
# ruleid: no-hardcoded-secret
db_pwd: str = "hunter2"
# ruleid: no-hardcoded-secret
API_KEY = "f3a9c1e7b5d24680"
# ruleid: no-hardcoded-secret
JWT_SECRET = "super-secret-key"
# ruleid: no-hardcoded-secret
config = {"user": "app", "password": "Tr0ub4dor&3"}
# ruleid: no-hardcoded-secret
fallback = os.environ.get("API_TOKEN", "f3a9c1e7b5d24680")
# ruleid: no-hardcoded-secret
os.environ["DB_PASSWORD"] = "Tr0ub4dor&3"


class Settings:
    # ruleid: no-hardcoded-secret
    auth_token = "f3a9c1e7b5d24680"
    # ok: no-hardcoded-secret
    token_type = "Bearer1"


def login(event, context):
    # ruleid: no-hardcoded-secret
    if event["password"] == "Tr0ub4dor&3":
        return True
    # ok: no-hardcoded-secret
    return event["token"] == os.environ["TOKEN"]


# Names of secrets, headers, fields and pages.
# ok: no-hardcoded-secret
SECRET_NAME = "prod/db-password-1"
# ok: no-hardcoded-secret
secret = "prod/billing/stripe-2"
# ok: no-hardcoded-secret
SECRET = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1b2c3"
# ok: no-hardcoded-secret
PASSWORD = "password"
# ok: no-hardcoded-secret
api_key = "x-api-key-2"
# ok: no-hardcoded-secret
next_token = "eyJ2IjoiMiJ9"
# ok: no-hardcoded-secret
TOKEN = "<your token>"
# ok: no-hardcoded-secret
password = "********"
# ok: no-hardcoded-secret
password_label = "Enter your password, 8 characters"
# ok: no-hardcoded-secret
API_KEY_ENV = "STRIPE_API_KEY_2"
# ok: no-hardcoded-secret
api_key = "STRIPE_API_KEY_2"
# ok: no-hardcoded-secret
token = "your-token-goes-here-1"
# ok: no-hardcoded-secret
access_token = get_token("client-1")
# ok: no-hardcoded-secret
hash_of_secret = "sha256"
# ok: no-hardcoded-secret
secret = "sha256"


# ruleid: no-hardcoded-secret
api_key = "pg_9f8e7d6c5b4a39281706f5e4d3c2b1a0"
# ok: no-hardcoded-secret
api_key = "BILLING_API_KEY_V2"


# ok: no-hardcoded-secret
MATCH_TOKEN = "_S3F2COMP_"
# ruleid: no-hardcoded-secret
UPLOAD_TOKEN = "S3F2COMPx9q"
# ruleid: no-hardcoded-secret
GATEWAY_API_KEY = "gw_live_" + "7hQ2mZx9Lr4TbW8k"
# ok: no-hardcoded-secret
GATEWAY_TOKEN_HEADER = "x-gateway-" + "token-header-v2"
# ok: no-hardcoded-secret
GATEWAY_SECRET = "prod/" + "gateway/api-key"

# ok: no-hardcoded-secret
stand_in = boto3.client("s3", endpoint_url="http://localhost:9000", aws_secret_access_key="minio12345")
# ruleid: no-hardcoded-secret
storage = boto3.client("s3", endpoint_url="https://storage.shop.com", aws_secret_access_key="minio12345")
# ok: no-hardcoded-secret
recorded = {"__requestverificationtoken": "3XbMpZ5Gl7HAkNOKrfrWOuDcg0h3Zq2yZ"}


class Login(BaseModel):
    # ok: no-hardcoded-secret
    model_config = ConfigDict(json_schema_extra={"example": {"email": "kim@shop.example", "password": "BlueHorse7!"}})
    # ok: no-hardcoded-secret
    pin: str = Field(..., examples=[{"password": "BlueHorse7!"}])


# ruleid: no-hardcoded-secret
FIRST_LOGIN = {"email": "kim@shop.example", "password": "BlueHorse7!"}
if os.environ.get("LOCAL_TABLES"):
    # ok: no-hardcoded-secret
    local_session = boto3.Session(aws_access_key_id="local", aws_secret_access_key="local")
else:
    # ruleid: no-hardcoded-secret
    local_session = boto3.Session(aws_access_key_id="shop", aws_secret_access_key="localshop7")
