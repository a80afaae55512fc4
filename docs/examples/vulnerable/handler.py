import json
import os
import subprocess

import psycopg2

connection = psycopg2.connect(host=os.environ["DB_HOST"])


# A queue: the message says which report to make, and for whom.
def handler(event, context):
    print("event", json.dumps(event))
    for record in event["Records"]:
        message = json.loads(record["body"])
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id FROM orders WHERE customer = '{message['customer']}'")
        subprocess.run(f"wkhtmltopdf {message['page']} /tmp/report.pdf", shell=True)
        scale = eval(message["scale"])
        print("scale", int(scale))
