import os

import boto3
from aws_lambda_powertools.utilities import parameters
from aws_secretsmanager_caching import SecretCache

client = boto3.client("secretsmanager")
ssm = boto3.client("ssm")
cache = SecretCache()
OLD = "AWSPREVIOUS"


# The previous or a pinned version.
def stale(event, context):
    # ruleid: no-stale-secret-version
    client.get_secret_value(SecretId="db", VersionStage="AWSPREVIOUS")
    # ruleid: no-stale-secret-version
    client.get_secret_value(SecretId="db", VersionId="0c1d2e3f-4a5b-6c7d-8e9f-0a1b2c3d4e5f")
    # ruleid: no-stale-secret-version
    client.get_secret_value(VersionStage=OLD, SecretId=os.environ["SECRET_ARN"])
    # ruleid: no-stale-secret-version
    client.get_secret_value(SecretId="db", VersionStage="blue")
    # ruleid: no-stale-secret-version
    request = {"SecretId": "db", "VersionStage": "AWSPREVIOUS"}
    # ruleid: no-stale-secret-version
    request["VersionStage"] = "AWSPREVIOUS"
    # ruleid: no-stale-secret-version
    cache.get_secret_string("db", version_stage="AWSPREVIOUS")
    # ruleid: no-stale-secret-version
    parameters.get_secret("db", VersionStage="AWSPREVIOUS")
    # ruleid: no-stale-secret-version
    ssm.get_parameter(Name="/app/db/password:3", WithDecryption=True)
    # ruleid: no-stale-secret-version
    ssm.get_parameters(Names=["/app/db/user", "/app/db/password:3"], WithDecryption=True)
    # ruleid: no-stale-secret-version
    parameters.get_parameter("/app/db/password:3", decrypt=True)


# The current version, however it is named; versions that rotation itself asks for.
def current(event, context):
    # ok: no-stale-secret-version
    client.get_secret_value(SecretId="db")
    # ok: no-stale-secret-version
    client.get_secret_value(SecretId="db", VersionStage="AWSCURRENT")
    # ok: no-stale-secret-version
    client.get_secret_value(SecretId=event["SecretId"], VersionId=event["ClientRequestToken"], VersionStage="AWSPENDING")
    # ok: no-stale-secret-version
    client.get_secret_value(SecretId="arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1b2c3")
    # ok: no-stale-secret-version
    client.get_secret_value(SecretId="db", VersionId=os.environ["SECRET_VERSION"])
    # ok: no-stale-secret-version
    cache.get_secret_string("db")
    # ok: no-stale-secret-version
    parameters.get_secret("db", max_age=300)
    # ok: no-stale-secret-version
    ssm.get_parameter(Name="/app/db/password", WithDecryption=True)
    # ok: no-stale-secret-version
    ssm.get_parameter(Name="arn:aws:ssm:eu-west-1:111122223333:parameter/app/db/password", WithDecryption=True)
    # ok: no-stale-secret-version
    parameters.get_parameter("/app/db/password", decrypt=True)
    # ok: no-stale-secret-version
    client.list_secret_version_ids(SecretId="db", IncludeDeprecated=True)
    # ok: no-stale-secret-version
    s3.get_object(Bucket="assets", Key="terms.txt", VersionId="3sL4kqtJlcpXroDTDmJ")
    # ok: no-stale-secret-version
    client.update_secret_version_stage(SecretId="db", VersionStage="AWSCURRENT", MoveToVersionId=event["ClientRequestToken"])
