import os
import subprocess


def run(name):
    # ruleid: no-command-injection-dynamic
    os.system(f"convert {name}")
    # ruleid: no-command-injection-dynamic
    subprocess.run("convert " + name, shell=True)
    # ruleid: no-command-injection-dynamic
    subprocess.check_output("convert %s" % name, shell=True)
    # ruleid: no-command-injection-dynamic
    os.popen("convert {}".format(name))
    # ok: no-command-injection-dynamic
    os.system("sync")
    # ok: no-command-injection-dynamic
    subprocess.run(["convert", name])
    # ok: no-command-injection-dynamic
    subprocess.run("sync", shell=True)


def handler(event, context):
    # ok: no-command-injection-dynamic
    os.system("convert " + event["name"])
