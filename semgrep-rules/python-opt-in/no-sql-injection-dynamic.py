import json
import os
import sqlite3

import boto3
import pandas as pd
from psycopg2 import sql
from sqlalchemy import text as sql_text

connection = sqlite3.connect("/tmp/a.db")
athena = boto3.client("athena")
data = boto3.client("rds-data")
COLUMNS = {"name", "age"}
TABLES = {"a": "users_a", "b": "users_b"}


# Sources: parameters, and what another party answers.
def find(name, limit: int = 10, *, order="id"):
    cursor = connection.cursor()
    # ruleid: no-sql-injection-dynamic
    cursor.execute(f"SELECT id FROM users WHERE name = '{name}'")
    # ruleid: no-sql-injection-dynamic
    cursor.execute("SELECT id FROM users ORDER BY " + order)


def answers(cursor):
    job = json.loads(open("/opt/job.json", encoding="utf-8").read())
    # ruleid: no-sql-injection-dynamic
    cursor.execute("DELETE FROM jobs WHERE name = '" + job["name"] + "'")


class Users:
    def remove(self, name):
        # ruleid: no-sql-injection-dynamic
        self.cursor.execute("DELETE FROM users WHERE name = '{}'".format(name))


# Sinks, and every way to assemble the text.
def sinks(name, session):
    cursor = connection.cursor()
    # ruleid: no-sql-injection-dynamic
    cursor.execute("SELECT id FROM users WHERE name = '%s'" % name)
    # ruleid: no-sql-injection-dynamic
    cursor.executescript("DROP TABLE " + name)
    # ruleid: no-sql-injection-dynamic
    session.execute(sql_text(f"SELECT id FROM users WHERE name = '{name}'"))
    # ruleid: no-sql-injection-dynamic
    pd.read_sql("SELECT * FROM " + name, connection)
    # ruleid: no-sql-injection-dynamic
    data.execute_statement(resourceArn="r", secretArn="s", sql=f"SELECT id FROM users WHERE name = '{name}'")
    # ruleid: no-sql-injection-dynamic
    athena.start_query_execution(QueryString="SELECT * FROM logs WHERE user = '" + name + "'")
    query = f"SELECT id FROM users WHERE name = '{name}'"
    # ruleid: no-sql-injection-dynamic
    cursor.execute(query)


# Bound, constant, of the program's own, or a number.
def safe(name, names, limit: int):
    cursor = connection.cursor()
    # ok: no-sql-injection-dynamic
    cursor.execute("SELECT id FROM users WHERE name = ?", (name,))
    # ok: no-sql-injection-dynamic
    cursor.execute("SELECT id FROM users")
    # ok: no-sql-injection-dynamic
    cursor.execute(f"SELECT id FROM users LIMIT {limit}")
    # ok: no-sql-injection-dynamic
    cursor.execute(f"SELECT id FROM users LIMIT {int(name)}")
    # ok: no-sql-injection-dynamic
    cursor.execute("SELECT id FROM " + os.environ["TABLE"])
    # ok: no-sql-injection-dynamic
    cursor.execute(f"SELECT id FROM {TABLES[name]}")
    # ok: no-sql-injection-dynamic
    cursor.execute(sql.SQL("SELECT id FROM {}").format(sql.Identifier(name)))
    marks = ", ".join("?" for _ in names)
    # ok: no-sql-injection-dynamic
    cursor.execute(f"SELECT id FROM users WHERE name IN ({marks})", names)
    table = "users"
    # ok: no-sql-injection-dynamic
    cursor.execute(f"SELECT id FROM {table}")


def run(text):
    # ok: no-sql-injection-dynamic
    return connection.execute(text)


# Guards.
def guarded(column):
    if column not in COLUMNS:
        raise ValueError(column)
    # ok: no-sql-injection-dynamic
    connection.execute(f"SELECT {column} FROM users")


# A handler's event is the other rule's.
def handler(event, context):
    # ok: no-sql-injection-dynamic
    connection.execute("SELECT id FROM users WHERE name = '" + event["name"] + "'")


# Flask's converters.
@app.get("/users/<int:user>")
def of_a_number(user):
    # ok: no-sql-injection-dynamic
    connection.execute(f"SELECT id FROM users WHERE id = {user}")


@app.get("/users/<name>")
def of_a_name(name):
    # ruleid: no-sql-injection-dynamic
    connection.execute(f"SELECT id FROM users WHERE id = {name}")
