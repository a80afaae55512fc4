import json
import os
import string

import chevron
import jinja2
import texts
from flask import render_template_string
from jinja2 import Environment, FileSystemLoader, Template
from jinja2.sandbox import SandboxedEnvironment
from mako.template import Template as MakoTemplate

env = Environment(loader=FileSystemLoader("templates"), autoescape=True)
sandbox = SandboxedEnvironment()
TEMPLATES = {"welcome": "Hello {{ name }}", "bye": "Bye {{ name }}"}


# Sources


def lambda_handler(event, context):
    body = json.loads(event["body"])
    # ruleid: no-template-injection
    page = Template(body["template"]).render(name="Ann")
    # ok: no-template-injection
    greeting = Template("Hello {{ name }}").render(name=body["name"])
    return page + greeting


def records(event, context):
    for record in event["Records"]:
        message = json.loads(record["body"])
        # ruleid: no-template-injection
        jinja2.Template("Hello " + message["name"]).render()
        # ok: no-template-injection
        env.get_template("hello.html").render(name=message["name"])


def configured(event, context):
    # ok: no-template-injection
    Template(os.environ["TEMPLATE"]).render(**event)


# Helpers


def render(text, values):
    # ruleid: no-template-injection
    return env.from_string(text).render(**values)


def render_constant(text, values):
    # ok: no-template-injection
    return env.from_string(text).render(**values)


def greet(name):
    # ok: no-template-injection
    return Template("Hello {{ name }}").render(name=name)


def helped(event, context):
    greet(event["name"])
    render_constant("Hello {{ name }}", {"name": "Ann"})
    return render(event["template"], {"a": 1})


# Sinks


def engines(event, context):
    # ruleid: no-template-injection
    env.from_string(f"<p>{event['intro']}</p>").render()
    # ruleid: no-template-injection
    render_template_string(event["page"])
    # ok: no-template-injection
    render_template_string("{{ page }}", page=event["page"])
    # ruleid: no-template-injection
    MakoTemplate(event["page"]).render()
    # ruleid: no-template-injection
    chevron.render(event["page"], {"a": 1})
    # ok: no-template-injection
    chevron.render("{{ a }}", {"a": event["a"]})
    # ruleid: no-template-injection
    event["format"].format(user=context)
    # ok: no-template-injection
    "Hello {name}".format(name=event["name"])
    # ok: no-template-injection
    string.Template("Hello $name").substitute(name=event["name"])
    # ok: no-template-injection
    sandbox.from_string(event["page"]).render()


# Guards


def chosen(event, context):
    # ok: no-template-injection
    return Template(TEMPLATES[event["kind"]]).render(name=event["name"])


def allowed(event, context):
    name = event["template"]
    if name not in ("Hello", "Bye"):
        return {"statusCode": 400}
    # ok: no-template-injection
    return Template(name + " {{ x }}").render(x=1)


def only_logged(event, context):
    name = event["template"]
    if name not in ("Hello", "Bye"):
        print("unknown template")
    # ruleid: no-template-injection
    return Template(name + " {{ x }}").render(x=1)


def braces_removed(event, context):
    text = event["template"].replace("{{", "")
    # ruleid: no-template-injection
    return Template(text).render()


def number(event, context):
    # ok: no-template-injection
    return Template(f"{int(event['n'])} items").render()


def overwritten(event, context):
    text = event["template"]
    text = "fixed"
    # ok: no-template-injection
    return Template(text).render()


def of_a_table(event, context):
    # ok: no-template-injection
    texts.by_id[event["id"]].format(name=event["name"])
    # ruleid: no-template-injection
    event["text"].format(name="x")
    day = calendars.day_of(event["day"])
    # ok: no-template-injection
    day.format("YYYY-MM-dd")
    # ok: no-template-injection
    day.format("YYYY-MM-dd", calendars)
    label = event["label"]
    # ok: no-template-injection
    label.format("YYYY-MM-dd")
    # ruleid: no-template-injection
    label.format("YYYY-MM-dd", calendars)
    # ok: no-template-injection
    event["requestContext"]["resourcePath"].format(**event["pathParameters"])
    # ok: no-template-injection
    app.current_request.context["resourcePath"].format(**event["pathParameters"])


def field_of_what_was_looked_up(event, context):
    text_id = event["pathParameters"]["text_id"]
    row = texts.get_public_text(text_id)
    text = row.template if row.template else "{name}"
    # ok: no-template-injection
    text.format(**{"name": event["name"]})
    if event["public"]:
        row = texts.get_public_text(text_id)
    else:
        row = texts.get_text_for(text_id, event["name"])
    text = row.template
    # ok: no-template-injection
    text.format(name="x")
    made = texts.get_public_text(event["text"])
    # ok: no-template-injection
    made.template.format(name="x")
    given = json.loads(event["text"])
    # ruleid: no-template-injection
    given["template"].format(name="x")
