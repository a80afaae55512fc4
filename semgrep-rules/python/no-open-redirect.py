import flask
import json
import os
from urllib.parse import quote, urlencode, urljoin, urlparse

from aws_lambda_powertools.event_handler import APIGatewayRestResolver, Response
from flask import redirect

app = APIGatewayRestResolver()
HOSTS = {"shop.example.com"}
PAGES = {"home": "/", "cart": "/cart"}


# Sources


def lambda_handler(event, context):
    # ruleid: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": event["queryStringParameters"]["next"]}}


def constant(event, context):
    # ok: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": "https://shop.example.com/login"}}


def configured(event, context):
    # ok: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": os.environ["LOGIN_URL"]}}


@app.get("/go")
def go():
    target = app.current_event.get_query_string_value("to")
    # ruleid: no-open-redirect
    return Response(status_code=302, headers={"Location": target})


@app.get("/fixed")
def fixed():
    # ok: no-open-redirect
    return Response(status_code=302, headers={"Location": "/home"})


# Helpers


def found(status, target):
    # ruleid: no-open-redirect
    return {"statusCode": status, "headers": {"Location": target}, "body": ""}


def to_login(reason):
    # ok: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": "https://shop.example.com/login?reason=" + reason}}


def home(target):
    # ok: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": target}}


def helped(event, context):
    body = json.loads(event["body"])
    if body.get("reason"):
        return to_login(body["reason"])
    if body.get("home"):
        return home("/")
    return found(303, body["next"])


# Sinks


def edge(event, context):
    request = event["Records"][0]["cf"]["request"]
    return {
        "status": "301",
        # ruleid: no-open-redirect
        "headers": {"location": [{"key": "Location", "value": "https:/" + request["uri"]}]},
    }


def lower_case(event, context):
    url = "https://" + event["headers"]["host"] + "/login"
    # ruleid: no-open-redirect
    return {"statusCode": 301, "headers": {"location": url}}


def assigned(event, context):
    response = {"statusCode": 302, "headers": {}}
    # ruleid: no-open-redirect
    response["headers"]["Location"] = event["next"]
    return response


def framework(event, context):
    # ruleid: no-open-redirect
    return redirect(event["next"])


def created(event, context):
    # ok: no-open-redirect
    return {"statusCode": 201, "headers": {"Location": "/users/" + event["id"]}}


def path_after_origin(event, context):
    # ok: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": f"https://shop.example.com/{event['page']}"}}


def path_only(event, context):
    # ok: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": f"/pages/{event['page']}"}}


def query_only(event, context):
    # ok: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": "/login?" + urlencode({"next": event["next"]})}}


def two_slashes(event, context):
    # ruleid: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": "/" + event["page"]}}


def body_only(event, context):
    # ok: no-open-redirect
    return {"statusCode": 200, "headers": {"X-Next": event["next"]}, "body": event["next"]}


# Guards


def host_allowed(event, context):
    target = event["next"]
    if urlparse(target).hostname not in HOSTS:
        target = "/"
        return {"statusCode": 400}
    # ok: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": target}}


def chosen(event, context):
    # ok: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": PAGES.get(event["page"], "/")}}


def local_path(event, context):
    target = event["next"]
    if not target.startswith("/") or target.startswith("//"):
        return {"statusCode": 400}
    # ok: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": target}}


def one_slash(event, context):
    target = event["next"]
    if not target.startswith("/"):
        return {"statusCode": 400}
    # ruleid: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": target}}


def host_contained(event, context):
    target = event["next"]
    if "shop.example.com" not in target:
        return {"statusCode": 400}
    # ruleid: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": target}}


def stored(event, context):
    found = links.get_item(Key={"id": event["pathParameters"]["id"]})
    # ok: no-open-redirect
    return {"statusCode": 301, "headers": {"Location": found["Item"]["target"]}}


def no_response(event, context):
    # ok: no-open-redirect
    table = {"Location": event["city"]}
    return {"statusCode": 200, "body": json.dumps(table)}


def to_the_canonical_host(event, context):
    request = event["Records"][0]["cf"]["request"]
    # ok: no-open-redirect
    return {"status": "301", "headers": {"location": [{"key": "Location", "value": "https://www.example.com" + request["uri"]}]}}


def host_that_goes_on(event, context):
    query = event["queryStringParameters"]
    # ruleid: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": "https://www.example.com" + query["next"]}}


def replaced_when_it_leads_away(event, context):
    url = event["queryStringParameters"]["next"]
    if not url.startswith("/") or url.startswith("//"):
        url = "/"
    # ok: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": url}}


# Functions and expressions that answer whether an address is one of this site


def is_of_this_site(path):
    return path.startswith("/") and not path.startswith("//")


def is_absolute(path):
    return path.startswith("/")


def answered_for_handler(event, context):
    target = event["queryStringParameters"]["to"]
    if not is_of_this_site(target):
        return {"statusCode": 400}
    # ok: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": target}}


def answered_in_an_expression_handler(event, context):
    target = event["queryStringParameters"]["to"]
    # ok: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": target if is_of_this_site(target) else "/"}}


def answered_too_kindly_handler(event, context):
    target = event["queryStringParameters"]["to"]
    if not is_absolute(target):
        return {"statusCode": 400}
    # ruleid: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": target}}


def one_slash_handler(event, context):
    target = event["queryStringParameters"]["to"]
    if target.startswith("/") and not target.startswith("//"):
        # ok: no-open-redirect
        return {"statusCode": 302, "headers": {"Location": target}}
    path = target if target.startswith("/") else "/"
    # ruleid: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": path}}


def host_by_name_handler(event, context):
    target = event["queryStringParameters"]["to"]
    host = urlparse(target).netloc
    if host != "app.example.com":
        return {"statusCode": 400}
    # ok: no-open-redirect
    return {"statusCode": 307, "headers": {"location": target}}


# Addresses behind a base

SITE = "https://www.example.com/"
BARE_SITE = "https://www.example.com"


def get_plan_url(site_base, plan):
    return "{}?{}".format(urljoin(site_base, "plan"), plan)


def constant_base_handler(event, context):
    uri = event["Records"][0]["cf"]["request"]["querystring"]
    # ok: no-open-redirect
    return {"status": "308", "headers": {"location": [{"key": "Location", "value": f"{SITE}{uri}"}]}}


def constant_base_without_a_slash_handler(event, context):
    uri = event["Records"][0]["cf"]["request"]["querystring"]
    # ruleid: no-open-redirect
    return {"status": "308", "headers": {"location": [{"key": "Location", "value": f"{BARE_SITE}{uri}"}]}}


def built_behind_a_base_handler(event, context):
    site_base = settings.SITE_BASE
    # ok: no-open-redirect
    return {"statusCode": "302", "headers": {"Location": get_plan_url(site_base, event["queryStringParameters"]["id"])}}


def built_on_a_base_of_the_event_handler(event, context):
    # ruleid: no-open-redirect
    return {"statusCode": "302", "headers": {"Location": get_plan_url(event["queryStringParameters"]["base"], "a")}}


def kept_under_the_state_handler(event, context):
    kept = oauth_state_store.get(event["queryStringParameters"]["state"])
    origin = kept.get("origin")
    # ok: no-open-redirect
    back = {"statusCode": 302, "headers": {"Location": f"{origin}/admin.html?connected=true"}}
    named = urlparse(event["headers"]["Referer"]).netloc
    # ruleid: no-open-redirect
    return back or {"statusCode": 302, "headers": {"Location": f"https://{named}/admin.html"}}


def own_route_handler(event, context):
    # ok: no-open-redirect
    flask.redirect(flask.url_for("order", id=event["id"]))
    address, state = get_authorization_url_and_state(event["provider"], event["scopes"])
    # ok: no-open-redirect
    flask.redirect(address)
    address, state = get_url_and_state(event["provider"], event["scopes"])
    # ruleid: no-open-redirect
    flask.redirect(address)
    # ruleid: no-open-redirect
    flask.redirect(event["next"])


def bucket_of_the_configuration(event, context):
    path = event["pathParameters"]["path"]
    # ok: no-open-redirect
    found = {"statusCode": 302, "headers": {"Location": f"https://{os.environ['BUCKET']}.s3.amazonaws.com/scripts/{path}"}}
    # ruleid: no-open-redirect
    moved = {"statusCode": 302, "headers": {"Location": f"https://{path}.s3.amazonaws.com/scripts/"}}
    # ruleid: no-open-redirect
    open_host = {"statusCode": 302, "headers": {"Location": f"https://{os.environ['BUCKET']}.{path}"}}
    return found or moved or open_host


TRUSTED = {"app.example.com", "admin.example.com"}


def another_in_its_place(event, context):
    target = event["queryStringParameters"]["next"]
    if urlparse(target).netloc not in TRUSTED:
        target = "https://app.example.com/"
    # ok: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": target}}


def only_told(event, context):
    target = event["queryStringParameters"]["next"]
    if urlparse(target).netloc not in TRUSTED:
        print("another host")
    # ruleid: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": target}}


# A constant in place of an address that is not allowed


def is_allowed_address(url):
    parsed = urlparse(url)
    return parsed.scheme == "https" and parsed.netloc in ("shop.example.com", "blog.example.com")


def constant_instead(event, context):
    target = event["target"]
    if not is_allowed_address(target):
        target = PAGES["home"]
    # ok: no-open-redirect
    found = {"statusCode": 302, "headers": {"Location": target}}
    other = event["other"]
    if urlparse(other).hostname not in HOSTS or not other.startswith("https://"):
        other = "/"
    # ok: no-open-redirect
    moved = {"statusCode": 302, "headers": {"Location": other}}
    third = event["third"]
    if urlparse(third).hostname not in HOSTS and context:
        third = "/"
    # ruleid: no-open-redirect
    kept = {"statusCode": 302, "headers": {"Location": third}}
    fourth = event["fourth"]
    if not is_allowed_address(fourth):
        target = "/"
    # ruleid: no-open-redirect
    last = {"statusCode": 302, "headers": {"Location": fourth}}
    return found or moved or kept or last


def a_path_of_this_site_by_a_tuple(event, context):
    target = event["queryStringParameters"]["to"]
    if target.startswith("/") and not target.startswith(("//", "/\\")):
        # ok: no-open-redirect
        return {"statusCode": 302, "headers": {"Location": target}}
    # ruleid: no-open-redirect
    return {"statusCode": 302, "headers": {"Location": target}}


def another_tuple(event, context):
    target = event["queryStringParameters"]["to"]
    if not target.startswith(("http:", "ftp:")):
        # ruleid: no-open-redirect
        return {"statusCode": 302, "headers": {"Location": target}}
    return {"statusCode": 400}
