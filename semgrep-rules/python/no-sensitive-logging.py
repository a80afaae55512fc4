import base64
import json
import logging
import os

import boto3
import jwt
import requests
from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities import parameters

logger = Logger()
log = logging.getLogger(__name__)
secrets = boto3.client("secretsmanager")
ssm = boto3.client("ssm")
kms = boto3.client("kms")
sts = boto3.client("sts")
cognito = boto3.client("cognito-idp")


# Event: what proves who the caller is.
def request_parts(event, context):
    # ruleid: no-sensitive-logging
    print(event["headers"])
    # ruleid: no-sensitive-logging
    print("token", event["headers"]["Authorization"])
    headers = event.get("headers", {})
    # ruleid: no-sensitive-logging
    log.info("headers: %s", json.dumps(headers))
    # ruleid: no-sensitive-logging
    logger.info("auth", extra={"cookie": headers.get("Cookie")})
    # ruleid: no-sensitive-logging
    print("Client token: " + event["authorizationToken"])
    # ruleid: no-sensitive-logging
    print(event["requestContext"]["authorizer"])
    body = json.loads(event["body"])
    password = body["password"]
    # ruleid: no-sensitive-logging
    print(f"login of {body['user']} with {password}")
    # ruleid: no-sensitive-logging
    logger.debug({"user": body["user"], "refresh": body.get("refresh_token")})
    # ok: no-sensitive-logging
    print(headers["User-Agent"])
    # ok: no-sensitive-logging
    print(headers.get("X-Forwarded-For"), list(headers.keys()))
    # ok: no-sensitive-logging
    print("Authorization" in headers)
    # ok: no-sensitive-logging
    print(event["requestContext"]["authorizer"]["principalId"])
    # ok: no-sensitive-logging
    print(len(password), bool(password))
    # ok: no-sensitive-logging
    log.info("token %s...", headers["Authorization"][:4])
    # ok: no-sensitive-logging
    log.info("token %s", mask(headers["Authorization"]))
    # ok: no-sensitive-logging
    print("login of", body["user"])
    # ok: no-sensitive-logging
    print("next page", body.get("NextToken"), body.get("next_token"))
    # ok: no-sensitive-logging
    print("asking once", body.get("client_token"), body["idempotency_token"])
    # ruleid: no-sensitive-logging
    print("asking as", body.get("client_access_token"))
    safe = dict(event["headers"])
    safe.pop("Authorization", None)
    # ok: no-sensitive-logging
    print(safe)
    return {"statusCode": 200, "body": headers["Authorization"]}


# Secret services, decryption and token services.
def fetched(event, context):
    secret = secrets.get_secret_value(SecretId=os.environ["SECRET_ARN"])
    # ruleid: no-sensitive-logging
    print(secret)
    # ruleid: no-sensitive-logging
    print(secret["SecretString"])
    config = json.loads(secret["SecretString"])
    # ruleid: no-sensitive-logging
    log.info("config %s", config)
    # ok: no-sensitive-logging
    print(secret["ARN"], secret["VersionId"])
    # ok: no-sensitive-logging
    log.info("connecting to %s as %s", config["host"], config["username"])
    # ruleid: no-sensitive-logging
    print(ssm.get_parameter(Name="/app/key", WithDecryption=True)["Parameter"]["Value"])
    # ok: no-sensitive-logging
    print(ssm.get_parameter(Name="/app/stage")["Parameter"]["Value"])
    # ok: no-sensitive-logging
    print(ssm.get_parameter(Name="/app/key", WithDecryption=True)["Parameter"]["Version"])
    plain = kms.decrypt(CiphertextBlob=base64.b64decode(event["blob"]))["Plaintext"]
    # ruleid: no-sensitive-logging
    print("decrypted: " + plain.decode())
    role = sts.assume_role(RoleArn=os.environ["ROLE_ARN"], RoleSessionName="job")
    # The role's keys are no-credential-exposure's.
    # ok: no-sensitive-logging
    print(role["Credentials"])
    # ok: no-sensitive-logging
    print(role["AssumedRoleUser"]["Arn"])
    login = cognito.initiate_auth(AuthFlow="USER_PASSWORD_AUTH", AuthParameters={}, ClientId="app")
    # ruleid: no-sensitive-logging
    print(login["AuthenticationResult"]["IdToken"])
    # ruleid: no-sensitive-logging
    log.info("key %s", parameters.get_secret("billing-key"))
    # ok: no-sensitive-logging
    log.info("stage %s", parameters.get_parameter("/app/stage"))
    # ok: no-sensitive-logging
    print("secret", os.environ["SECRET_ARN"])


# Tokens, environment variables, helpers.
def tokens(event, context):
    claims = jwt.decode(event["token"], options={"verify_signature": False})
    # ruleid: no-sensitive-logging
    print(claims)
    # ok: no-sensitive-logging
    print(claims["sub"])
    # ruleid: no-sensitive-logging
    print("password is", os.environ["DB_PASSWORD"])
    # ruleid: no-sensitive-logging
    logger.warning(os.getenv("STRIPE_API_KEY"))
    # ok: no-sensitive-logging
    print(os.environ["DB_PASSWORD_SECRET_NAME"], os.environ["TOKEN_TABLE"])
    api_key = get_api_key()
    # ruleid: no-sensitive-logging
    print(api_key)
    # ok: no-sensitive-logging
    print(get_secret_name(), count_tokens(event["text"]))
    outgoing = {"Authorization": f"Bearer {api_key}", "Accept": "application/json"}
    # ruleid: no-sensitive-logging
    log.debug("request headers %s", outgoing)
    # ok: no-sensitive-logging
    log.debug("request accepts %s", outgoing["Accept"])
    try:
        requests.get("https://api.example.com", headers=outgoing, timeout=3).raise_for_status()
    except requests.HTTPError as e:
        # ruleid: no-sensitive-logging
        print(e.response.request.headers)
        # ok: no-sensitive-logging
        print(e.response.status_code)
    connect("app", api_key)


def connect(user, password):
    # ruleid: no-sensitive-logging
    log.debug("connecting as %s with %s", user, password)
    # ok: no-sensitive-logging
    log.debug("connecting as %s", user)


# The whole event and its body are another rule's.
def whole(event, context):
    # ok: no-sensitive-logging
    print(event)
    # ok: no-sensitive-logging
    print(json.loads(event["body"]))
    # ok: no-sensitive-logging
    print(dict(os.environ))


def parts_of_a_secret(event, context):
    user = get_secret(os.environ["LOGIN_ARN"], "username")
    phrase = get_secret(os.environ["LOGIN_ARN"], "password")
    # ok: no-sensitive-logging
    logger.info("user %s", user)
    # ruleid: no-sensitive-logging
    logger.info("phrase %s", phrase)


# A field of an object, by its name; not a class's, nor a message about it.
def fields_of_objects(login, errors, config):
    # ruleid: no-sensitive-logging
    logger.info("login of %s with %s", login.user, login.password)
    # ruleid: no-sensitive-logging
    print(f"key {config.billing.api_key}")
    # ok: no-sensitive-logging
    logger.info("rejected: %s", errors.password)
    # ok: no-sensitive-logging
    print(config.password_policy, Login.password)
    # ok: no-sensitive-logging
    print(f"{login.user} has a password: {bool(login.password)}")


def id_of_a_key_pair(event, context):
    pair = boto3.client("secretsmanager").get_secret_value(SecretId="edge/key_pair_id")["SecretString"]
    # ok: no-sensitive-logging
    logger.info("signed with %s", pair)
    pair = boto3.client("secretsmanager").get_secret_value(SecretId="edge/key_pair")["SecretString"]
    # ruleid: no-sensitive-logging
    logger.info("signed with %s", pair)
    name = boto3.client("secretsmanager").get_secret_value(SecretId=f"{os.environ['STACK']}-usage-uuid")["SecretString"]
    # ok: no-sensitive-logging
    logger.info("usage of %s", name)
    name = secrets.get_secret_value(SecretId=f"{os.environ['STACK']}-usage-uuid")["SecretString"]
    # ok: no-sensitive-logging
    logger.info("usage of %s", name)
    name = secrets.get_secret_value(SecretId=f"{os.environ['STACK']}-usage-word")["SecretString"]
    # ruleid: no-sensitive-logging
    logger.info("usage of %s", name)
    image = boto3.client("ssm").get_parameter(Name=os.environ["FORENSIC_AMI_NAME"], WithDecryption=True)["Parameter"]["Value"]
    # ok: no-sensitive-logging
    logger.info("begun from %s", image)
    word = boto3.client("ssm").get_parameter(Name=os.environ["FORENSIC_KEY_NAME"], WithDecryption=True)["Parameter"]["Value"]
    # ruleid: no-sensitive-logging
    logger.info("begun with %s", word)


def headers_by_name(event, context):
    # ruleid: no-sensitive-logging
    print(event["headers"]["x-api-key"])
    # ruleid: no-sensitive-logging
    logger.info("called with %s", event["headers"].get("x-auth-token"))
    # ok: no-sensitive-logging
    print(event["headers"]["x-request-id"], event["headers"]["x-forwarded-proto"])


def stripped_token(event, context):
    token = event["authorizationToken"].removeprefix("Bearer ")
    # ruleid: no-sensitive-logging
    logger.info("called with %s", token)
    given = generate_token()
    # ruleid: no-sensitive-logging
    logger.info(f"new token: {given}")
    # ok: no-sensitive-logging
    logger.info("counted %d", count_token(event["text"]))
    address = f"server=a;pwd={event['password']}"
    # ok: no-sensitive-logging
    logger.info("to %s", address.replace(event["password"], "*****"))
    # ruleid: no-sensitive-logging
    logger.info("to %s", address.replace(";", "*;"))
    # ok: no-sensitive-logging
    logger.info("called with a token of %d letters", len(token))


audit = logging.getLogger("audit")


def under_any_name(event, context):
    headers = event["headers"]
    # ruleid: no-sensitive-logging
    audit.debug("headers: %s", headers)
    # ok: no-sensitive-logging
    audit.debug("agent: %s", headers["user-agent"])


def object_of_a_request(event, context):
    user = event["userRequest"]
    # ruleid: no-sensitive-logging
    print(json.dumps(user["headers"]))
    # ok: no-sensitive-logging
    print(user["url"])


def sign_up(event, context):
    # ruleid: no-sensitive-logging
    log.info("client metadata %s", event["request"]["clientMetadata"])
    # ok: no-sensitive-logging
    log.info("pool %s", event["userPoolId"])


@resolvers.resolver(type_name="Mutation", field_name="subscribe")
def subscribe(name):
    # ruleid: no-sensitive-logging
    logger.info("caller", extra={"identity": resolvers.current_event.identity})
    # ruleid: no-sensitive-logging
    logger.info("caller", extra={"headers": resolvers.current_event.request_headers})
    # ok: no-sensitive-logging
    logger.info("field", extra={"field": resolvers.current_event.field_name})


class Kept:
    def secret(self, secret_key):
        secret_name = f"shop/{secret_key}"
        try:
            found = boto3.client("secretsmanager").get_secret_value(SecretId=secret_name)["SecretString"]
            # ruleid: no-sensitive-logging
            print(f"{secret_name} is {found}")
        except ClientError:
            # ok: no-sensitive-logging
            print(f"Secret {secret_name} not found")

    def store(self, secret_key):
        # ruleid: no-sensitive-logging
        print(f"Using {secret_key}")


secret_key = os.getenv("SECRET_KEY")


def field_of_secret():
    kept_secrets = json.loads(secrets.get_secret_value(SecretId="shop")["SecretString"])
    value = kept_secrets.get(secret_key)
    if not value:
        # ok: no-sensitive-logging
        logger.warning(f"{secret_key} is not in the secret")
    # ruleid: no-sensitive-logging
    logger.info(kept_secrets)


def asked(event, context):
    payload = json.loads(event["body"])
    answer = requests.get("https://api.example.com/items", headers=payload["headers"])
    # ok: no-sensitive-logging
    logger.info(answer)
    # ruleid: no-sensitive-logging
    logger.info(payload["headers"])


def short_names(event, context):
    body = json.loads(event["body"])
    given_password = body["pass"]
    # ruleid: no-sensitive-logging
    print(given_password)
    passed = body["pass"]
    # ok: no-sensitive-logging
    print(passed)


HEADER_NAMES = {"Authorization": "", "X-Access-Token": "web"}
CATALOG_API_KEY = os.environ["CATALOG_API_KEY"]
PARTNER_API_KEY = os.environ["PARTNER_API_KEY"]


def token_of(headers):
    for name, client in HEADER_NAMES.items():
        # ok: no-sensitive-logging
        logger.info("looking for %s", name)
    # ok: no-sensitive-logging
    logger.info("secret %s", CATALOG_API_KEY)
    found = parameters.get_secret(CATALOG_API_KEY)
    # ruleid: no-sensitive-logging
    logger.info("found %s", found)
    # ruleid: no-sensitive-logging
    logger.info("key %s", PARTNER_API_KEY)
    sent = {"Authorization": f"Bearer {found}"}
    # ruleid: no-sensitive-logging
    logger.info(sent)



_signing_key = None


def signing_key():
    global _signing_key
    if _signing_key is None:
        _signing_key = secrets.get_secret_value(SecretId="signing")["SecretString"]
    return _signing_key


def database_password():
    answer = secrets.get_secret_value(SecretId="database")
    return json.loads(answer["SecretString"])["password"]


def secret_token():
    answer = secrets.get_secret_value(SecretId="database")
    return json.loads(answer["SecretString"])["username"]


def mask_secret(secret):
    return secret[:2] + "***"


def from_functions_that_fetch_it(event, context):
    key = signing_key()
    # ruleid: no-sensitive-logging
    logger.info("signing with %s", key)
    # ruleid: no-sensitive-logging
    logger.info("connecting with %s", database_password())
    # ok: no-sensitive-logging
    logger.info("connecting as %s", secret_token())
    # ok: no-sensitive-logging
    logger.info("signing with %d characters", len(key))
    # ok: no-sensitive-logging
    logger.info("signing with %s", mask_secret(key))


def sign_in(event, context):
    id_token = event["id_token"]
    # ok: no-sensitive-logging
    logger.info("signing in, token of %d letters (%.20s)", len(id_token), id_token)
    # ruleid: no-sensitive-logging
    logger.info("signing in, token %s", id_token)
    # ruleid: no-sensitive-logging
    logger.info("password %.30s", event["password"])
