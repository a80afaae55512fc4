import sqlite3

connection = sqlite3.connect("/tmp/a.db")


def find(name):
    cursor = connection.cursor()
    # ruleid: no-sql-injection-dynamic
    cursor.execute(f"SELECT id FROM users WHERE name = '{name}'")
    # ruleid: no-sql-injection-dynamic
    cursor.execute("SELECT id FROM users WHERE name = '" + name + "'")
    # ruleid: no-sql-injection-dynamic
    cursor.execute("SELECT id FROM users WHERE name = '%s'" % name)
    # ok: no-sql-injection-dynamic
    cursor.execute("SELECT id FROM users WHERE name = ?", (name,))
    # ok: no-sql-injection-dynamic
    cursor.execute("SELECT id FROM users")


def run(text):
    # ok: no-sql-injection-dynamic
    return connection.execute(text)


def handler(event, context):
    # ok: no-sql-injection-dynamic
    connection.execute("SELECT id FROM users WHERE name = '" + event["name"] + "'")
