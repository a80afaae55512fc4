import html
import json
import os
from email.mime.text import MIMEText

import bleach
import boto3
import jinja2


import flask
import jwt
from aws_lambda_powertools.event_handler import APIGatewayRestResolver, Response, content_types
from jinja2 import Environment
from markupsafe import Markup, escape

app = APIGatewayRestResolver()
ses = boto3.client("ses")
env = Environment(autoescape=True)
HTML = {"Content-Type": "text/html; charset=utf-8"}
TITLES = {"en": "Hello", "de": "Hallo"}


# Sources


def lambda_handler(event, context):
    name = event["queryStringParameters"]["name"]
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "text/html"},
        # ruleid: no-html-injection
        "body": "<h1>Hello " + name + "</h1>",
    }


def as_json(event, context):
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "application/json"},
        # ok: no-html-injection
        "body": json.dumps({"name": event["queryStringParameters"]["name"]}),
    }


def as_text(event, context):
    return {
        "statusCode": 200,
        "headers": {"content-type": "text/plain"},
        # ok: no-html-injection
        "body": "Hello " + event["queryStringParameters"]["name"],
    }


@app.get("/hello/<name>")
def hello(name):
    # ruleid: no-html-injection
    return Response(status_code=200, content_type=content_types.TEXT_HTML, body=f"<p>{name}</p>")


@app.get("/json/<name>")
def hello_json(name):
    # ok: no-html-injection
    return Response(status_code=200, content_type=content_types.APPLICATION_JSON, body=json.dumps({"name": name}))


def trusted(event, context):
    # ok: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": "<p>" + event["requestContext"]["requestId"] + "</p>"}


# Helpers


def page(title, content):
    return {
        "statusCode": 200,
        "headers": {"content-type": "text/html"},
        # ruleid: no-html-injection
        "body": f"<html><body>{content}</body></html>",
    }


def notice(text):
    # ok: no-html-injection
    return {"statusCode": 200, "headers": {"content-type": "text/html"}, "body": f"<p>{text}</p>"}


def helped(event, context):
    if event.get("stopped"):
        return notice("stopped")
    return page("Search", event["q"])


# Sinks


def constant_headers(event, context):
    # ruleid: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": "<p>" + event["q"] + "</p>"}


def local_headers(event, context):
    headers = {"Content-Type": "text/html"}
    body = "<p>%s</p>" % event["q"]
    # ruleid: no-html-injection
    return {"statusCode": 200, "headers": headers, "body": body}


def edge(event, context):
    uri = event["Records"][0]["cf"]["request"]["uri"]
    return {
        "status": "404",
        "headers": {"content-type": [{"key": "Content-Type", "value": "text/html"}]},
        # ruleid: no-html-injection
        "body": "<p>No page " + uri + "</p>",
    }


def mail(event, context):
    ses.send_email(
        Source="shop@example.com",
        Destination={"ToAddresses": ["team@example.com"]},
        Message={
            # ok: no-html-injection
            "Subject": {"Data": event["subject"]},
            # ruleid: no-html-injection
            "Body": {"Html": {"Data": f"<p>{event['message']}</p>"}},
        },
    )
    ses.send_email(
        Source="shop@example.com",
        Destination={"ToAddresses": ["team@example.com"]},
        # ok: no-html-injection
        Message={"Subject": {"Data": "Hello"}, "Body": {"Text": {"Data": event["message"]}}},
    )
    # ruleid: no-html-injection
    MIMEText("<p>" + event["message"] + "</p>", "html")
    # ok: no-html-injection
    MIMEText(event["message"], "plain")


def markup(event, context):
    # ruleid: no-html-injection
    Markup(event["name"])
    # ok: no-html-injection
    Markup("<b>bold</b>")


# Guards


def encoded(event, context):
    name = event["name"]
    # ok: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": f"<p>{html.escape(name)}</p>"}


def encoded_before(event, context):
    name = escape(event["name"])
    # ok: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": f"<p>{name}</p>"}


def cleaned(event, context):
    # ok: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": bleach.clean(event["text"])}


def engine(event, context):
    # ok: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": env.get_template("a.html").render(name=event["name"])}


def numbers(event, context):
    # ok: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": f"<p>{int(event['page'])}</p>"}


def chosen(event, context):
    # ok: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": f"<h1>{TITLES[event['lang']]}</h1>"}


def scripts_removed(event, context):
    text = event["text"].replace("<script>", "")
    # ruleid: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": f"<p>{text}</p>"}


def trimmed(event, context):
    # ruleid: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": f"<p>{event['text'].strip()}</p>"}


def signed(event, context):
    token = event["headers"]["cookie"].split("=")[1]
    ticket = jwt.encode({"sub": token}, os.environ["TICKETS"], algorithm="HS256")
    # ok: no-html-injection
    page = {"statusCode": 200, "headers": HTML, "body": f"<form><input value='{ticket}'></form>"}
    # ruleid: no-html-injection
    again = {"statusCode": 200, "headers": HTML, "body": f"<form><input value='{token}'></form>"}
    return page, again


def result_of_a_service(event, context):
    token = event["queryStringParameters"]["token"]
    result = verification_service.verify(token)
    # ok: no-html-injection
    page = {"statusCode": 400, "headers": HTML, "body": f"<p>{result['message']}</p>"}
    read_result = verification_service.parse(token)
    # ruleid: no-html-injection
    return page or {"statusCode": 400, "headers": HTML, "body": f"<p>{read_result['message']}</p>"}


def _respond(status, body, content_type="application/json"):
    return {"statusCode": status, "headers": {"Content-Type": content_type}, "body": body}


def type_for_a_function_handler(event, context):
    title = event["queryStringParameters"]["title"]
    if "json" in event["queryStringParameters"]:
        # ok: no-html-injection
        return _respond(200, json.dumps({"title": title}))
    if "text" in event["queryStringParameters"]:
        # ok: no-html-injection
        return _respond(200, title, "text/plain")
    if "named" in event["queryStringParameters"]:
        # ruleid: no-html-injection
        return _respond(200, title, content_type="text/html; charset=utf-8")
    # ok: no-html-injection
    _respond(200, html.escape(title), "text/html")
    # ruleid: no-html-injection
    return _respond(200, f"<h1>{title}</h1>", "text/html")


# Lists of tags, and pages that a function puts together.
def list_escaped(event, context):
    names = event["multiValueQueryStringParameters"]["name"]
    items = "".join(f"<li>{html.escape(n)}</li>" for n in names)
    # ok: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": "<ul>" + items + "</ul>"}


def list_half_escaped(event, context):
    names = event["multiValueQueryStringParameters"]["name"]
    items = [f"<li id={n}>{html.escape(n)}</li>" for n in names]
    # ruleid: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": "<ul>" + "".join(items) + "</ul>"}


def page_of(markup):
    # ok: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": markup}


def page_with(markup):
    # ruleid: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": markup}


def pages(event, context):
    term = event["queryStringParameters"]["q"]
    if "all" in event:
        return page_with("<p>" + term + "</p>")
    return page_of("<p>" + html.escape(term) + "</p>")


# Several engines in one file.
strict = jinja2.Environment(autoescape=jinja2.select_autoescape())
loose = jinja2.Environment(autoescape=False)
ROW = strict.from_string("<li>{{ name }}</li>")
TRUSTED_ROW = strict.from_string("<li>{{ name | safe }}</li>")
LOOSE_ROW = loose.from_string("<li>{{ name }}</li>")
PLAIN_ROW = jinja2.Template("<li>{{ name }}</li>")
FILTERED_ROW = jinja2.Template("<li>{{ name | e }}</li>")


def rows(event, context):
    name = event["queryStringParameters"]["name"]
    if name == "a":
        # ok: no-html-injection
        return {"statusCode": 200, "headers": HTML, "body": ROW.render(name=name) + FILTERED_ROW.render(name=name)}
    if len(name) == 2:
        # ruleid: no-html-injection
        return {"statusCode": 200, "headers": HTML, "body": TRUSTED_ROW.render(name=name)}
    if len(name) == 3:
        # ruleid: no-html-injection
        return {"statusCode": 200, "headers": HTML, "body": LOOSE_ROW.render(name=name)}
    # ruleid: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": PLAIN_ROW.render(name=name)}


# Text that becomes a template is another rule's


def text_of_a_template(event, context):
    # ok: no-html-injection
    return flask.render_template_string("<h1>Hello " + event["name"] + "</h1>")


def text_of_a_page(event, context):
    # ok: no-html-injection
    return flask.render_template("hello.html", name=event["name"])


# Headers of the edge, in a variable


def from_the_edge(event, context):
    request = event["Records"][0]["cf"]["request"]
    html_headers = {"content-type": [{"key": "Content-Type", "value": "text/html"}]}
    text_headers = {"content-type": [{"key": "Content-Type", "value": "text/plain"}]}
    if request["method"] == "OPTIONS":
        # ruleid: no-html-injection
        return {"status": "200", "headers": html_headers, "body": "<p>Options for " + request["uri"] + "</p>"}
    if request["method"] == "TRACE":
        # ok: no-html-injection
        return {"status": "405", "headers": html_headers, "body": f"<p>Not for {html.escape(request['uri'])}</p>"}
    # ok: no-html-injection
    return {"status": "200", "headers": text_headers, "body": "Options for " + request["uri"]}


# Parameters behind the first, of what the handler read


NOTICE = """<!doctype html>
<html><body><h1>{title}</h1><p>{text}</p></body></html>"""


def notice(title, text, status=200):
    # ruleid: no-html-injection
    return {"statusCode": status, "headers": HTML, "body": NOTICE.format(title=title, text=text)}


def fixed_notice(title, text, status=200):
    # ok: no-html-injection
    return {"statusCode": status, "headers": HTML, "body": NOTICE.format(title=title, text=text)}


def known_notice(title, text):
    # ok: no-html-injection
    return {"statusCode": 200, "headers": HTML, "body": NOTICE.format(title=title, text=text)}


def notices(event, context):
    qs = event.get("queryStringParameters") or {}
    if "word" not in qs:
        return fixed_notice("None", "No word")
    if qs["kind"] in ("word", "letter"):
        return known_notice("Found", qs["kind"])
    return notice("Unknown", qs["word"] + " is not known")


def mail_of_pool(event, context):
    code = event["request"]["codeParameter"]
    # ok: no-html-injection
    letter = MIMEText(f"<p>Your code: {code}</p>", "html")
    name = event["request"]["userAttributes"]["name"]
    # ruleid: no-html-injection
    return [letter, MIMEText(f"<p>Hello {name}, your code: {code}</p>", "html")]


def as_a_tuple(event, context):
    # ruleid: no-html-injection
    return f"<p>{event['queryStringParameters']['name']}</p>", 200, {"Content-Type": "text/html"}


def as_a_tuple_of_text(event, context):
    # ok: no-html-injection
    return f"<p>{event['queryStringParameters']['name']}</p>", 200, {"Content-Type": "text/plain"}


def made_by_flask(event, context):
    name = event["queryStringParameters"]["name"]
    # ok: no-html-injection
    flask.make_response(f"<p>{escape(name)}</p>", 200, {"Content-Type": "text/html"})
    # ruleid: no-html-injection
    return flask.make_response(f"<p>{name}</p>", 200, {"Content-Type": "text/html"})
