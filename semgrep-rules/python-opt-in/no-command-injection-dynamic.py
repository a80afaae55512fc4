import json
import os
import shlex
import subprocess
import sys

import requests

FORMATS = {"png", "jpg"}
TABLE = {"small": "-s 10", "large": "-s 99"}


# Sources: parameters, and what another party answers.
def parameters(name, depth=1, *, flag="x"):
    # ruleid: no-command-injection-dynamic
    os.system(f"convert {name}")
    # ruleid: no-command-injection-dynamic
    os.system("convert " + flag)


def answers():
    job = json.loads(open("/opt/job.json", encoding="utf-8").read())
    # ruleid: no-command-injection-dynamic
    os.system("convert " + job["name"])
    # ruleid: no-command-injection-dynamic
    os.system("fetch " + requests.get("https://jobs.example.com/next", timeout=3).text)


class Runner:
    def run(self, name):
        # ruleid: no-command-injection-dynamic
        os.system("convert {}".format(name))


# Sinks, and every way to assemble the text.
def sinks(name, ssh):
    # ruleid: no-command-injection-dynamic
    subprocess.run("convert " + name, shell=True)
    # ruleid: no-command-injection-dynamic
    subprocess.check_output("convert %s" % name, shell=True)
    # ruleid: no-command-injection-dynamic
    os.popen(" ".join(["convert", name]))
    # ruleid: no-command-injection-dynamic
    subprocess.run(["bash", "-c", "convert " + name])
    # ruleid: no-command-injection-dynamic
    ssh.exec_command(f"ls {name}")
    command = f"convert {name} out.png"
    # ruleid: no-command-injection-dynamic
    os.system(command)


# Constant, of the program's own, or without a shell.
def safe(name, count: int):
    # ok: no-command-injection-dynamic
    os.system("sync")
    # ok: no-command-injection-dynamic
    os.system("convert " + os.environ["INPUT"])
    # ok: no-command-injection-dynamic
    subprocess.run(["convert", name])
    # ok: no-command-injection-dynamic
    subprocess.run("sync", shell=True)
    # ok: no-command-injection-dynamic
    os.system(f"convert -n {count}")
    # ok: no-command-injection-dynamic
    os.system(f"convert -n {int(name)} -l {len(name)}")
    # ok: no-command-injection-dynamic
    os.system("convert " + shlex.quote(name))
    # ok: no-command-injection-dynamic
    os.system("convert " + TABLE[name])
    extension = "png"
    # ok: no-command-injection-dynamic
    os.system(f"convert in.{extension}")


# Guards.
def guarded(name):
    if name not in FORMATS:
        raise ValueError(name)
    # ok: no-command-injection-dynamic
    os.system("convert in." + name)


# A handler's event is the other rule's.
def handler(event, context):
    # ok: no-command-injection-dynamic
    os.system("convert " + event["name"])


# Flask's converters.
@app.get("/users/<int:user>")
def of_a_number(user):
    # ok: no-command-injection-dynamic
    os.system(f"/opt/bin/show {user}")


@app.get("/users/<name>")
def of_a_name(name):
    # ruleid: no-command-injection-dynamic
    os.system(f"/opt/bin/show {name}")
