import html
import re
from fractions import Fraction
import zlib
import json
import os
import sqlite3
import uuid

import awswrangler as wr
import boto3
import pandas as pd
import psycopg2
import pymysql
import sqlalchemy as sa
from psycopg2 import sql
from sqlalchemy import text
from sqlalchemy.orm import Session

conn = psycopg2.connect(host=os.environ["DB_HOST"])
engine = sa.create_engine(os.environ["DB_URL"])
rds = boto3.client("rds-data")
athena = boto3.client("athena")
dynamodb = boto3.client("dynamodb")
COLUMNS = ("name", "created")
ORDER = {"newest": "created DESC", "oldest": "created ASC"}


# Sources


def lambda_handler(event, context):
    user = event["queryStringParameters"]["user"]
    cur = conn.cursor()
    # ruleid: no-sql-injection
    cur.execute("SELECT * FROM users WHERE name = '" + user + "'")
    # ok: no-sql-injection
    cur.execute("SELECT * FROM users WHERE name = %s", (user,))
    # ok: no-sql-injection
    cur.execute("SELECT * FROM users WHERE name = %(name)s", {"name": user})
    return cur.fetchall()


def records(event, context):
    cur = conn.cursor()
    for record in event["Records"]:
        message = json.loads(record["Sns"]["Message"])
        # ruleid: no-sql-injection
        cur.execute(f"INSERT INTO log VALUES ('{message['text']}')")
        # ok: no-sql-injection
        cur.execute("INSERT INTO log VALUES (%s)", [message["text"]])


def identity(event, context):
    sub = event["requestContext"]["authorizer"]["claims"]["sub"]
    # ok: no-sql-injection
    conn.cursor().execute(f"SELECT * FROM users WHERE sub = '{sub}'")


# Helpers


def find(table, name):
    # ruleid: no-sql-injection
    conn.cursor().execute("SELECT * FROM %s WHERE name = '%s'" % (table, name))


def count(table):
    # ok: no-sql-injection
    conn.cursor().execute(f"SELECT count(*) FROM {table}")


def find_all(name):
    # ok: no-sql-injection
    conn.cursor().execute("SELECT * FROM users WHERE name = %s", (name,))


def helped(event, context):
    find("users", event["name"])
    find_all(event["name"])
    return count("users")


# Sinks


def drivers(event, context):
    db = pymysql.connect(host="db")
    with db.cursor() as cursor:
        # ruleid: no-sql-injection
        cursor.execute("DELETE FROM users WHERE id = {}".format(event["id"]))
        # ruleid: no-sql-injection
        cursor.executemany("INSERT INTO " + event["table"] + " VALUES (%s)", [(1,)])
    con = sqlite3.connect("/tmp/a.db")
    # ruleid: no-sql-injection
    con.executescript("DROP TABLE " + event["table"])
    query = "SELECT * FROM t WHERE 1 = 1"
    if event.get("name"):
        query += " AND name = '" + event["name"] + "'"
    # ruleid: no-sql-injection
    con.execute(query)


def alchemy(event, context):
    with Session(engine) as session:
        # ruleid: no-sql-injection
        session.execute(text(f"SELECT * FROM users WHERE name = '{event['name']}'"))
        # ok: no-sql-injection
        session.execute(text("SELECT * FROM users WHERE name = :name"), {"name": event["name"]})
        # ok: no-sql-injection
        session.execute(sa.select(sa.table("users")).where(sa.column("name") == event["name"]))


def services(event, context):
    rds.execute_statement(
        resourceArn=os.environ["ARN"],
        # ruleid: no-sql-injection
        sql=f"SELECT * FROM users WHERE id = {event['id']}",
    )
    # ok: no-sql-injection
    rds.execute_statement(sql="SELECT * FROM users WHERE id = :id", parameters=[{"name": "id", "value": {"stringValue": event["id"]}}])
    # ruleid: no-sql-injection
    athena.start_query_execution(QueryString="SELECT * FROM logs WHERE day = '" + event["day"] + "'")
    # ruleid: no-sql-injection
    dynamodb.execute_statement(Statement=f"SELECT * FROM Orders WHERE id = '{event['id']}'")
    # ok: no-sql-injection
    dynamodb.execute_statement(Statement="SELECT * FROM Orders WHERE id = ?", Parameters=[{"S": event["id"]}])
    # ruleid: no-sql-injection
    wr.athena.read_sql_query(sql=f"SELECT * FROM {event['table']}", database="d")
    # ruleid: no-sql-injection
    pd.read_sql("SELECT * FROM " + event["table"], engine)


def not_a_database(event, context):
    # ok: no-sql-injection
    command.execute(event["text"])
    # ok: no-sql-injection
    print("SELECT * FROM users WHERE name = " + event["name"])


# Guards


def coerced(event, context):
    cur = conn.cursor()
    # ok: no-sql-injection
    cur.execute(f"SELECT * FROM users LIMIT {int(event['limit'])}")
    ids = event["ids"]
    marks = ",".join(["%s"] * len(ids))
    # ok: no-sql-injection
    cur.execute(f"SELECT * FROM users WHERE id IN ({marks})", ids)
    more = ", ".join("%s" for _ in ids)
    # ok: no-sql-injection
    cur.execute(f"SELECT * FROM users WHERE id IN ({more})", ids)
    # ok: no-sql-injection
    cur.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(event["table"])))
    # ok: no-sql-injection
    cur.execute("SELECT * FROM users ORDER BY " + ORDER.get(event["order"], "created"))


def allowed(event, context):
    column = event["sort"]
    if column not in COLUMNS:
        raise ValueError("unknown column")
    # ok: no-sql-injection
    conn.cursor().execute(f"SELECT * FROM users ORDER BY {column}")


def escaped_by_hand(event, context):
    name = event["name"].replace("'", "''")
    # ruleid: no-sql-injection
    conn.cursor().execute(f"SELECT * FROM users WHERE name = '{name}'")


def constants(event, context):
    table = "users"
    # ok: no-sql-injection
    conn.cursor().execute(f"SELECT * FROM {table} WHERE a = %s" % "1")


class Engine:
    def run(self, name):
        return name


def not_a_driver(event, context):
    # ok: no-sql-injection
    Engine().run(event["name"])
    with engine.connect() as conn:
        # ok: no-sql-injection
        conn.execute(text("SELECT * FROM t WHERE n = :n").bindparams(n=event["name"]))
        # ruleid: no-sql-injection
        conn.execute(text("SELECT * FROM t WHERE n = '" + event["name"] + "'"))


def arguments_by_name(event, context):
    arguments = {"KeyConditionExpression": "pk = :pk", "ExpressionAttributeValues": {":pk": event["id"]}}
    # ok: no-sql-injection
    orders_db.query(**arguments)
    # ruleid: no-sql-injection
    return orders_db.query("SELECT * FROM orders WHERE id = " + event["id"])


def cut_text(event, context):
    query = event["queryStringParameters"]
    # ruleid: no-sql-injection
    cursor.execute(f"SELECT * FROM orders WHERE name = '{query['name'].strip()[:40]}'")
    name = query.get("name", "")[1:].lower()
    # ruleid: no-sql-injection
    cursor.execute(f"SELECT * FROM orders WHERE name = '{name}'")
    number = int(query["number"])
    # ok: no-sql-injection
    cursor.execute(f"SELECT * FROM orders WHERE name = '{str(number)[:4]}'")
    # ok: no-sql-injection
    cursor.execute(f"SELECT * FROM orders WHERE part = {Fraction(query['part']).numerator} AND sum = {zlib.crc32(query['body'])}")


def cut_behind_a_check(event, context):
    name = event["name"]
    if name not in NAMES:
        return None
    # ok: no-sql-injection
    cursor.execute(f"SELECT * FROM orders WHERE name = '{name[:4]}'")


def answers_of_others(event, context):
    answer = functions.invoke(FunctionName="sessions", Payload=json.dumps({"token": event["token"]}))
    session = json.loads(answer["Payload"].read())
    # ok: no-sql-injection
    cursor.execute(f"SELECT * FROM orders WHERE owner = {session['owner']}")
    row = table.get_item(Key={"id": event["id"]})["Item"]
    # ok: no-sql-injection
    cursor.execute(f"SELECT * FROM orders WHERE owner = {row['owner']}")
    rows = table.query(KeyConditionExpression=Key("owner").eq(event["owner"]))
    # ok: no-sql-injection
    cursor.execute(f"SELECT * FROM orders WHERE owner = {rows['Items'][0]['owner']}")
    user = cognito.get_user(AccessToken=event["token"])
    # ok: no-sql-injection
    cursor.execute(f"SELECT * FROM orders WHERE owner = '{user['Username']}'")
    made = chain.invoke({"question": event["question"]})
    # ruleid: no-sql-injection
    cursor.execute(made["sql"])
    # ruleid: no-sql-injection
    functions.invoke(FunctionName="sessions", Payload=cursor.execute(f"SELECT {event['name']}"))


def owner_of(token):
    cursor.execute("SELECT owner FROM sessions WHERE token = %s", (token,))
    owner = cursor.fetchone()["owner"]
    return owner


def quoted(token):
    cursor.execute("SELECT 1")
    cursor.fetchone()
    return f"'{token}'"


def part_of_a_row(event, context):
    # ok: no-sql-injection
    cursor.execute(f"SELECT * FROM orders WHERE owner = {owner_of(event['token'])}")
    # ruleid: no-sql-injection
    cursor.execute(f"SELECT * FROM orders WHERE owner = {quoted(event['token'])}")


# Functions of the file that answer with a number, or with one of their own texts.
def page_of(event):
    return max(1, int(event["queryStringParameters"].get("page", "1")))


def table_of(event):
    return "cities" if event["kind"] == "city" else "countries"


def table_given(event):
    return event["kind"] if event["kind"] else "countries"


def key_of(event):
    return str(int(event["id"])) + event["suffix"]


def added(name):
    cursor = conn.cursor()
    cursor.execute("INSERT INTO cities (name) VALUES (?)", (name,))
    return cursor.lastrowid


def answers(event, context):
    page = page_of(event)
    # ok: no-sql-injection
    conn.cursor().execute(f"SELECT * FROM {table_of(event)} LIMIT 50 OFFSET {50 * page}")
    row = added(event["name"])
    # ok: no-sql-injection
    conn.cursor().execute(f"SELECT * FROM cities WHERE id = {row}")
    # ruleid: no-sql-injection
    conn.cursor().execute("SELECT * FROM %s" % table_given(event))
    # ruleid: no-sql-injection
    conn.cursor().execute("SELECT * FROM cities WHERE id = '%s'" % key_of(event))


def escaped_for_something_else(event, context):
    slug = event["queryStringParameters"]["slug"]
    with connection.cursor() as cursor:
        # ruleid: no-sql-injection
        cursor.execute(f"SELECT id FROM post WHERE slug = '{html.escape(slug, quote=False)}'")
        # ruleid: no-sql-injection
        cursor.execute(f"SELECT id FROM post WHERE slug = '{re.escape(slug)}'")
        # ok: no-sql-injection
        cursor.execute(f"SELECT id FROM post WHERE slug = {connection.escape(slug)}")


# Two numbers of a function


def page_of(query):
    page = int(query.get("page", 1))
    size = min(int(query.get("size", 20)), 100)
    return page * size, size


def order_of(query):
    page = int(query.get("page", 1))
    size = min(int(query.get("size", 20)), 100)
    return query["order"], page * size


def pages(event, context):
    offset, size = page_of(event)
    # ok: no-sql-injection
    cursor.execute(f"SELECT id FROM items LIMIT {size} OFFSET {offset}")
    order, start = order_of(event)
    # ruleid: no-sql-injection
    cursor.execute(f"SELECT id FROM items ORDER BY {order} OFFSET {start}")


def change(event, context):
    body = json.loads(event["body"])
    updates = {}
    if body.get("title"):
        updates["title"] = body["title"]
    if body.get("text"):
        updates["text"] = body["text"]
    # ok: no-sql-injection
    cursor.execute("UPDATE notes SET " + ", ".join(f"{name} = %s" for name in updates), list(updates.values()))
    columns = ", ".join(updates.keys())
    # ok: no-sql-injection
    cursor.execute(f"INSERT INTO notes ({columns}) VALUES (%s, %s)", list(updates.values()))
    parts = []
    for name, value in updates.items():
        parts.append(f"{name} = %s")
    # ok: no-sql-injection
    cursor.execute("UPDATE notes SET " + ", ".join(parts), list(updates.values()))
    written = []
    for name, value in updates.items():
        written.append(f"{name} = '{value}'")
    # ruleid: no-sql-injection
    cursor.execute("UPDATE notes SET " + ", ".join(written))


def change_anything(event, context):
    body = json.loads(event["body"])
    updates = {"text": body["text"]}
    for field in body:
        updates[field] = body[field]
    # ruleid: no-sql-injection
    cursor.execute("UPDATE notes SET " + ", ".join(f"{name} = %s" for name in updates), list(updates.values()))
    others = {"text": body["text"]}
    others.update(body)
    columns = ", ".join(others.keys())
    # ruleid: no-sql-injection
    cursor.execute(f"INSERT INTO notes ({columns}) VALUES (%s, %s)", list(others.values()))
    parts = []
    for name, value in others.items():
        parts.append(f"{name} = %s")
    # ruleid: no-sql-injection
    cursor.execute("UPDATE notes SET " + ", ".join(parts), list(others.values()))


def change_some(event, context):
    body = json.loads(event["body"])
    taken = {name: value for name, value in body.items() if name in ("title", "text")}
    taken["changed"] = 1
    # ok: no-sql-injection
    cursor.execute("UPDATE notes SET " + ", ".join(f"{name} = %s" for name in taken), list(taken.values()))
    given = {name: value for name, value in body.items()}
    # ruleid: no-sql-injection
    cursor.execute("UPDATE notes SET " + ", ".join(f"{name} = %s" for name in given), list(given.values()))


def parameters_given_to_a_statement(event, context):
    plan = event["queryStringParameters"]["plan"]
    # ok: no-sql-injection
    rows = db_session.execute(select(literal_column("id")).where(text("plan = :plan")).params(plan=plan)).all()
    # ruleid: no-sql-injection
    others = db_session.execute(text(f"SELECT id FROM {plan} WHERE level = :level").params(level=1)).all()
    return rows, others


PLAIN_NAME = re.compile(r"^[a-z_]+$")


def reject(message):
    raise ValueError(message)


def require_plain(name):
    if not PLAIN_NAME.fullmatch(name):
        reject("name")


def note_plain(name):
    if not PLAIN_NAME.fullmatch(name):
        print("name")


def checked_and_converted(event, context):
    name = event["name"]
    require_plain(name)
    # ok: no-sql-injection
    cursor.execute("SELECT * FROM " + name)
    other = event["other"]
    note_plain(other)
    # ruleid: no-sql-injection
    cursor.execute("SELECT * FROM " + other)
    entry = {"id": str(uuid.UUID(event["id"])), "name": event["title"]}
    # ok: no-sql-injection
    cursor.execute("SELECT * FROM t WHERE id = '" + entry["id"] + "'")
    # ruleid: no-sql-injection
    cursor.execute("SELECT * FROM t WHERE id = '" + entry["name"] + "'")
    job = Job(id=str(uuid.UUID(event["id"])), name=event["title"])
    # ok: no-sql-injection
    cursor.execute("SELECT * FROM t WHERE id = '" + job.id + "'")
    # ruleid: no-sql-injection
    cursor.execute("SELECT * FROM t WHERE id = '" + job.name + "'")


class Checks:
    def require_known(self, name):
        if name not in ("orders", "users"):
            raise ValueError("name")

    @staticmethod
    def require_letters(name):
        if not PLAIN_NAME.fullmatch(name):
            raise ValueError("name")

    def require_any(self, name):
        if not name:
            raise ValueError("name")


checks = Checks()


def checked_by_methods(event, context):
    first = event["first"]
    checks.require_known(first)
    # ok: no-sql-injection
    cursor.execute("SELECT * FROM " + first)
    second = event["second"]
    Checks.require_letters(second)
    # ok: no-sql-injection
    cursor.execute("SELECT * FROM " + second)
    third = event["third"]
    checks.require_any(third)
    # ruleid: no-sql-injection
    cursor.execute("SELECT * FROM " + third)
