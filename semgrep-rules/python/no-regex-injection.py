import json
import re
import sys

import pymongo
import regex

users = pymongo.MongoClient().shop.users
PATTERNS = {"digits": r"\d+", "words": r"\w+"}


# Sources


def lambda_handler(event, context):
    pattern = event["queryStringParameters"]["pattern"]
    # ruleid: no-regex-injection
    found = re.search(pattern, "some text")
    # ok: no-regex-injection
    same = re.search(r"\d+", event["queryStringParameters"]["text"])
    # ok: no-regex-injection
    quoted = re.search(re.escape(pattern), "some text")
    return bool(found), bool(same), bool(quoted)


def records(event, context):
    for record in event["Records"]:
        rule = json.loads(record["body"])
        # ruleid: no-regex-injection
        re.compile(rule["pattern"])
        # ok: no-regex-injection
        re.compile("^[a-z]+$").match(rule["name"])


def authenticated(event, context):
    user = event["requestContext"]["authorizer"]["claims"]["sub"]
    # ok: no-regex-injection
    return re.findall(user, "log")


# Helpers


def replace(text, pattern):
    # ruleid: no-regex-injection
    return re.sub(pattern, "", text)


def split(separator, text):
    # ok: no-regex-injection
    return re.split(separator, text)


def helped(event, context):
    split(",", event["text"])
    return replace("abc", event["pattern"])


# Sinks


def sinks(event, context):
    word = event["word"]
    # ruleid: no-regex-injection
    re.match(f"^{word}$", "text")
    # ruleid: no-regex-injection
    re.fullmatch("(" + word + ")+", "text")
    # ruleid: no-regex-injection
    re.split(word, "text")
    # ruleid: no-regex-injection
    list(re.finditer(word, "text"))
    # ruleid: no-regex-injection
    regex.search(word, "text")
    # ruleid: no-regex-injection
    users.find_one({"name": {"$regex": word}})
    # ok: no-regex-injection
    users.find_one({"name": {"$regex": re.escape(word)}})
    # ok: no-regex-injection
    "text".replace(word, "")
    # ok: no-regex-injection
    "text".split(word)
    # ok: no-regex-injection
    re.sub(r"\s+", word, "text")


# Guards


def escaped(event, context):
    word = re.escape(event["word"])
    # ok: no-regex-injection
    re.search(rf"\b{word}\b", "text")


def chosen(event, context):
    # ok: no-regex-injection
    re.search(PATTERNS[event["kind"]], event["text"])


def allowed(event, context):
    word = event["word"]
    if not word.isalnum():
        return {"statusCode": 400}
    # ok: no-regex-injection
    re.search(word, "text")


def number(event, context):
    # ok: no-regex-injection
    re.search(r"\d{%d}" % int(event["length"]), "text")


def short(event, context):
    word = event["word"]
    if len(word) > 100:
        return {"statusCode": 400}
    # ruleid: no-regex-injection
    re.search(word, "text")


def tried(event, context):
    try:
        # ruleid: no-regex-injection
        re.compile(event["pattern"])
    except re.error:
        sys.exit(1)
