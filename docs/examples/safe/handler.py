import json
import os
import subprocess

import psycopg2

connection = psycopg2.connect(host=os.environ["DB_HOST"])
PAGES = {"orders": "https://reports.example.com/orders", "stock": "https://reports.example.com/stock"}


# The values are bound, looked up in a table and parsed as what they should be.
def handler(event, context):
    print("records", len(event["Records"]))
    for record in event["Records"]:
        message = json.loads(record["body"])
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM orders WHERE customer = %s", (message["customer"],))
        page = PAGES[message["page"]]
        subprocess.run(["wkhtmltopdf", page, "/tmp/report.pdf"], check=True)
        scale = int(message["scale"])
        print("scale", scale)
