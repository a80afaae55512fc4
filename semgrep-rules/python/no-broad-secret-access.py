import json
import os

import boto3
from aws_cdk import aws_iam as iam
from aws_lambda_powertools.utilities import parameters
from aws_secretsmanager_caching import SecretCache

client = boto3.client("secretsmanager")
ssm = boto3.client("ssm")
cache = SecretCache()
TENANTS = {"a": "prod/a/db", "b": "prod/b/db"}


# The sender chooses the name.
def chosen(event, context):
    # ruleid: no-broad-secret-access
    client.get_secret_value(SecretId=event["secret"])
    body = json.loads(event["body"])
    # ruleid: no-broad-secret-access
    client.get_secret_value(SecretId=f"prod/{body['tenant']}/db")
    # ruleid: no-broad-secret-access
    ssm.get_parameter(Name="/app/" + event["pathParameters"]["name"], WithDecryption=True)
    names = [item["name"] for item in body["items"]]
    # ruleid: no-broad-secret-access
    ssm.get_parameters(Names=names, WithDecryption=True)
    # ruleid: no-broad-secret-access
    parameters.get_secret(event["queryStringParameters"]["name"])
    # ruleid: no-broad-secret-access
    cache.get_secret_string(body["name"])
    # ok: no-broad-secret-access
    client.get_secret_value(SecretId=os.environ["SECRET_ARN"])
    # ok: no-broad-secret-access
    client.get_secret_value(SecretId=TENANTS[event["tenant"]])
    # ok: no-broad-secret-access
    client.get_secret_value(SecretId=TENANTS.get(event["tenant"], "prod/a/db"))
    # ok: no-broad-secret-access
    client.put_secret_value(SecretId="prod/db", SecretString=body["value"])
    # ok: no-broad-secret-access
    parameters.get_parameter("/app/stage")
    return {"statusCode": 200}


def guarded(event, context):
    name = event["name"]
    if name not in ("prod/a/db", "prod/b/db"):
        raise ValueError("unknown secret")
    # ok: no-broad-secret-access
    return client.get_secret_value(SecretId=name)["ARN"]


def unguarded(event, context):
    name = event["name"]
    if name not in ("prod/a/db", "prod/b/db"):
        print("unknown secret")
    # ruleid: no-broad-secret-access
    return client.get_secret_value(SecretId=name)["ARN"]


# Lists and whole trees.
def listed(event, context):
    # ruleid: no-broad-secret-access
    for item in client.list_secrets(MaxResults=50)["SecretList"]:
        # ok: no-broad-secret-access
        client.get_secret_value(SecretId=item["ARN"])
    # ruleid: no-broad-secret-access
    client.batch_get_secret_value(Filters=[{"Key": "tag-key", "Values": ["app"]}])
    # ruleid: no-broad-secret-access
    ssm.get_parameters_by_path(Path="/", WithDecryption=True)
    # ruleid: no-broad-secret-access
    ssm.get_parameters_by_path(Path="/app", Recursive=True, WithDecryption=True)
    # ok: no-broad-secret-access
    ssm.get_parameters_by_path(Path="/app/database/", Recursive=True)
    # ruleid: no-broad-secret-access
    pages = client.get_paginator("list_secrets").paginate()
    # ok: no-broad-secret-access
    client.batch_get_secret_value(SecretIdList=["prod/a/db", "prod/b/db"])
    # ok: no-broad-secret-access
    ssm.get_parameters_by_path(Path="/app/prod", WithDecryption=True)
    # ok: no-broad-secret-access
    client.list_secret_version_ids(SecretId="prod/a/db")
    # ok: no-broad-secret-access
    pages = ssm.get_paginator("get_parameter_history").paginate(Name="/app/stage")
    return pages


# Policies.
def grant(secret, function, role):
    # ruleid: no-broad-secret-access
    function.add_to_role_policy(iam.PolicyStatement(actions=["secretsmanager:GetSecretValue"], resources=["*"]))
    # ok: no-broad-secret-access
    function.add_to_role_policy(iam.PolicyStatement(actions=["ssm:GetParameter"], resources=[parameter_arn(self.region, "orders", "*")]))
    # ruleid: no-broad-secret-access
    function.add_to_role_policy(iam.PolicyStatement(actions=["ssm:GetParameter"], resources=[parameter_arn(self.region, "orders"), "*"]))
    # ruleid: no-broad-secret-access
    statement = {"Effect": "Allow", "Action": ["ssm:GetParameter", "kms:Decrypt"], "Resource": "*"}
    # ruleid: no-broad-secret-access
    secret.grant_read(iam.AnyPrincipal())
    # ok: no-broad-secret-access
    function.add_to_role_policy(iam.PolicyStatement(actions=["secretsmanager:GetSecretValue"], resources=[secret.secret_arn]))
    # ok: no-broad-secret-access
    function.add_to_role_policy(iam.PolicyStatement(actions=["xray:PutTraceSegments"], resources=["*"]))
    # ok: no-broad-secret-access
    denied = {"Effect": "Deny", "Action": "secretsmanager:GetSecretValue", "Resource": "*"}
    # ok: no-broad-secret-access
    secret.grant_read(function)
    return statement, denied


def viewer_request(event, context):
    request = event["Records"][0]["cf"]["request"]
    settings = request["origin"]["custom"]["customHeaders"]
    # ok: no-broad-secret-access
    client.get_secret_value(SecretId=settings["x-secret-name"][0]["value"])
    # ruleid: no-broad-secret-access
    return client.get_secret_value(SecretId=request["headers"]["x-secret-name"][0]["value"])


def described(event, context):
    # ok: no-broad-secret-access
    parameter_store.describe_parameters("/app/name")


def test_of_a_handler(event, context):
    # ok: no-broad-secret-access
    client.get_secret_value(SecretId=event["secret"])


def kept_under_a_name(event, context):
    channel = ssm.get_parameter(Name=event["channel"])["Parameter"]["Value"]
    # ok: no-broad-secret-access
    client.get_secret_value(SecretId="/chat/" + channel)
    # ruleid: no-broad-secret-access
    return client.get_secret_value(SecretId="/chat/" + event["channel"])


def kept_in_a_table(event, context):
    hook = table.get_item(Key={"id": event["pathParameters"]["id"]}).get("Item")
    # ok: no-broad-secret-access
    return client.get_secret_value(SecretId=hook["secret_arn"])


def parameters_by_name(event, context):
    ssm = boto3.client("ssm")
    # ok: no-broad-secret-access
    ssm.describe_parameters(ParameterFilters=[{"Key": "Name", "Values": ["/app/mode"]}])
    # ruleid: no-broad-secret-access
    ssm.describe_parameters(ParameterFilters=[{"Key": "Name", "Option": "BeginsWith", "Values": ["/"]}])
