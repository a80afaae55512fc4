import asyncio
import base64
import directory
import enum
import hashlib
import itertools
import json
import jsonschema
import os
import re
import settings
import shlex
import subprocess
import textwrap
from members import find_member
from archives import archive, restore, tag
from subprocess import check_output as run_and_read
from uuid import UUID

import boto3
import paramiko
import uuid
from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.typing import LambdaContext
from typing import Annotated
from aws_lambda_powertools.event_handler.openapi.params import Path

logger = Logger()
app = APIGatewayRestResolver()
processor = BatchProcessor(event_type=EventType.SQS)
FORMAT_BY_KIND = {"still": "png", "moving": "gif"}
FORMATS = {"png", "jpg"}
TOOLS = {"shrink": "/opt/bin/shrink", "grow": "/opt/bin/grow"}
NAME = re.compile(r"[a-z0-9-]{1,40}")


# Sources: every shape of handler


def lambda_handler(event, context):
    key = event["Records"][0]["s3"]["object"]["key"]
    # ruleid: no-command-injection
    os.system("convert /tmp/" + key)
    # ok: no-command-injection
    subprocess.run(["convert", key])
    for record in event["Records"]:
        body = json.loads(record["body"])
        # ruleid: no-command-injection
        subprocess.check_call(f"tar xf {body['archive']}", shell=True)
    # ok: no-command-injection
    os.system("sync")


def typed(message: dict, ctx: LambdaContext) -> dict:
    # ruleid: no-command-injection
    os.system(message["command"])


def handler(payload, _):
    # ruleid: no-command-injection
    os.popen("ls %s" % payload["folder"])


class Worker:
    @logger.inject_lambda_context
    def handle(self, event, context):
        # ruleid: no-command-injection
        os.system("echo {}".format(event["name"]))


@app.get("/files/<name>")
def list_file(name: str, page: int):
    # ruleid: no-command-injection
    os.system("ls " + name)
    # ok: no-command-injection
    os.system(f"head -n {page} /var/task/index")
    query = app.current_event.get_query_string_value("q")
    # ruleid: no-command-injection
    subprocess.getoutput(f"grep {query} /var/task/index")


def on_record(record):
    # ruleid: no-command-injection
    os.system("unzip " + record.body)


def batch(event, context):
    return process_partial_response(event=event, record_handler=on_record, processor=processor, context=context)


def second_order(event, context):
    s3 = boto3.client("s3")
    job = json.loads(s3.get_object(Bucket="jobs", Key=event["key"])["Body"].read())
    # ruleid: no-command-injection
    os.system(job["command"])


def not_from_the_sender(event, context):
    # ok: no-command-injection
    os.system("report " + event["requestContext"]["requestId"])
    # ok: no-command-injection
    os.system("report " + context.aws_request_id)
    # ok: no-command-injection
    os.system("report " + os.environ["STAGE"])


def toolbar_clicked(widget, event):
    # ok: no-command-injection
    os.system("open " + event.target)


# Helpers: one function further, by position and by name


def render(template, title):
    # ok: no-command-injection
    os.system("render " + template)
    # ruleid: no-command-injection
    os.system("render --title " + title)


def resize(path, *, size="small"):
    # ruleid: no-command-injection
    os.system(f"resize --size {size}")


def compress(path):
    # ok: no-command-injection
    os.system("gzip " + path)


class Runner:
    def run(self, name):
        # ruleid: no-command-injection
        os.system("run " + name)


def with_helpers(event, context):
    render("default.html", event["title"])
    resize("/tmp/a", size=event["size"])
    compress("/tmp/report")
    Runner().run(event["name"])
    publish(event["site"])


def publish(site):
    # ruleid: no-command-injection
    os.system("publish " + site)


def with_helpers_behind(event, context):
    deploy("eu", stage=event["stage"])
    head(int(event["lines"]))
    tail(lines=int(event["lines"]))
    count(int(event["first"]))
    count(event["second"])
    tag(clean_tag(event["tag"]))
    Packer().pack(event["archive"])
    archive(event["archive"])
    restore(1, event["archive"])


def deploy(region, *, stage):
    # ok: no-command-injection
    os.system("deploy --region " + region)
    # ruleid: no-command-injection
    os.system("deploy --stage " + stage)


def head(lines):
    # ok: no-command-injection
    os.system(f"head -n {lines} /tmp/log")


def tail(lines):
    # ok: no-command-injection
    os.system(f"tail -n {lines} /tmp/log")


# One of the two calls converts.
def count(name):
    # ruleid: no-command-injection
    os.system("count " + name)


class Packer:
    def pack(self, name):
        # ruleid: no-command-injection
        os.system("pack " + name)

    # The handler calls functions of these names, which are no methods.
    def archive(name):
        # ok: no-command-injection
        os.system("archive " + name)

    def restore(self, name):
        # ok: no-command-injection
        os.system("restore " + name)


def checks_behind(event, context):
    tag = clean_tag(event["tag"])
    # ok: no-command-injection
    os.system("tag " + tag)
    kind = Kind(event["kind"])
    # ok: no-command-injection
    os.system("kind " + kind.value)
    label = kept_tag(event["label"])
    # ruleid: no-command-injection
    os.system("label " + label)


def clean_tag(value):
    if value not in FORMATS:
        raise ValueError("tag")
    return value


def kept_tag(value):
    if value not in FORMATS:
        logger.warning("tag")
    return value


class Kind(enum.Enum):
    SMALL = "small"


# Sinks


async def asynchronous(event, context):
    # ruleid: no-command-injection
    await asyncio.create_subprocess_shell("ping " + event["host"])
    # ok: no-command-injection
    await asyncio.create_subprocess_exec("ping", event["host"])
    # ruleid: no-command-injection
    await asyncio.create_subprocess_exec(event["program"], "--version")


def programs(event, context):
    # ruleid: no-command-injection
    subprocess.Popen(["sh", "-c", "wc " + event["file"]])
    # ruleid: no-command-injection
    subprocess.run([event["program"], "--version"])
    # ruleid: no-command-injection
    os.execvp(event["program"], ["program"])
    # ruleid: no-command-injection
    os.spawnl(os.P_WAIT, "/bin/bash", "-c", event["script"])
    # ok: no-command-injection
    os.spawnl(os.P_WAIT, "/bin/ls", "ls", event["folder"])
    # ruleid: no-command-injection
    run_and_read("cat " + event["file"], shell=True)
    # ok: no-command-injection
    run_and_read(["cat", "--", event["file"]])
    argv = ["convert", event["from"], event["to"]]
    # ok: no-command-injection
    subprocess.run(argv, check=True)
    # ok: no-command-injection
    subprocess.run("ls /tmp", shell=True)


def remote(event, context):
    ssh = paramiko.SSHClient()
    # ruleid: no-command-injection
    ssh.exec_command("systemctl restart " + event["service"])
    boto3.client("ssm").send_command(
        DocumentName="AWS-RunShellScript",
        # ruleid: no-command-injection
        Parameters={"commands": [f"useradd {event['user']}"]},
    )


# Guards


def coerced(event, context):
    # ok: no-command-injection
    os.system("head -n %d /tmp/log" % int(event["lines"]))
    # ok: no-command-injection
    os.system("lookup " + shlex.quote(event["name"]))
    # ok: no-command-injection
    os.system(f"lookup {UUID(event['id'])}")
    # ok: no-command-injection
    os.system(TOOLS[event["tool"]])
    # ruleid: no-command-injection
    os.system("lookup " + str(event["name"]))


def allowed(event, context):
    name = event["format"]
    # ruleid: no-command-injection
    os.system("convert --to " + name)
    if name not in FORMATS:
        raise ValueError("unknown format")
    # ok: no-command-injection
    os.system("convert --to " + name)
    name = event["other"]
    # ruleid: no-command-injection
    os.system("convert --to " + name)


def only_logged(event, context):
    name = event["format"]
    if name not in FORMATS:
        logger.warning("unknown format")
    # ruleid: no-command-injection
    os.system("convert --to " + name)


def denied(event, context):
    name = event["name"]
    if ";" in name or "&" in name:
        return {"statusCode": 400}
    # ruleid: no-command-injection
    os.system("lookup " + name)


def matched(event, context):
    name = event["name"]
    if not NAME.fullmatch(name):
        return {"statusCode": 400}
    # ok: no-command-injection
    os.system("lookup " + name)
    zone = event["zone"]
    if not re.match(r"[a-z]+", zone):
        return {"statusCode": 400}
    # ruleid: no-command-injection
    os.system("lookup " + zone)


def branches(event, context):
    name = event["format"]
    if name in FORMATS:
        # ok: no-command-injection
        os.system("convert --to " + name)
    else:
        # ruleid: no-command-injection
        os.system("convert --to " + name)
    name = "png"
    # ok: no-command-injection
    os.system("convert --to " + name)


# What the service itself writes


def service_fields(event, context):
    detail = event["detail"]
    # ok: no-command-injection
    os.system("log " + event["region"] + event["account"] + event["source"])
    # ruleid: no-command-injection
    os.system("log " + detail["name"])
    # ok: no-command-injection
    os.system("log " + event["httpMethod"] + event["requestContext"]["requestTime"])
    for record in event["Records"]:
        # ok: no-command-injection
        os.system("log " + record["eventName"] + record["attributes"]["SentTimestamp"])
        # ruleid: no-command-injection
        os.system("log " + record["body"])
    # ok: no-command-injection
    os.system("log " + event["Records"][0]["Sns"]["MessageId"])
    # ruleid: no-command-injection
    os.system("log " + event["Records"][0]["Sns"]["Subject"])
    ctx = event["requestContext"]
    # ok: no-command-injection
    os.system("log " + ctx["requestId"])


def invoked_directly(event, context):
    # ruleid: no-command-injection
    os.system("log " + event["region"])


# Checks in other words


class Size(enum.Enum):
    SMALL = "small"


WHOLE = {"type": "object", "properties": {"op": {"type": "string", "enum": ["a", "b"]}}}
OPEN = {"type": "object", "properties": {"op": {"type": "string"}}}


def converted(event, context):
    number = event["number"]
    if not isinstance(number, int):
        raise TypeError("number")
    # ok: no-command-injection
    os.system(f"head -n {number} /tmp/x")
    key = event["key"]
    uuid.UUID(key)
    # ok: no-command-injection
    os.system("load " + key)
    page = event["page"]
    try:
        int(page)
    except ValueError:
        return {"statusCode": 400}
    # ok: no-command-injection
    os.system("page " + page)
    other = event["other"]
    try:
        int(other)
    except ValueError:
        print("no number")
    # ruleid: no-command-injection
    os.system("page " + other)
    verbose = bool(event.get("verbose"))
    # ok: no-command-injection
    os.system("build --verbose=" + str(verbose))
    # ok: no-command-injection
    os.system("sum " + " ".join(map(str, map(int, event["numbers"]))))
    # ruleid: no-command-injection
    os.system("sum " + " ".join(map(str, event["numbers"])))


def of_a_set(event, context):
    names = event["names"]
    if not set(names) <= FORMATS:
        return {"statusCode": 400}
    # ok: no-command-injection
    os.system("tag " + " ".join(names))
    letters = event["letters"]
    if not all(letter.isalnum() or letter == "-" for letter in letters):
        return {"statusCode": 400}
    # ok: no-command-injection
    os.system("tag " + letters)


def as_a_match(event, context):
    if found := NAME.fullmatch(event["name"]):
        # ok: no-command-injection
        os.system("lookup " + found.group(0))
    valid = NAME.fullmatch(event["zone"]) is not None
    zone = event["zone"]
    # ruleid: no-command-injection
    os.system("lookup " + zone)


def by_a_flag(event, context):
    name = event["name"]
    valid = NAME.fullmatch(name) is not None
    if not valid:
        return {"statusCode": 400}
    # ok: no-command-injection
    os.system("lookup " + name)
    zone = event["zone"]
    assert NAME.fullmatch(zone), "zone"
    # ok: no-command-injection
    os.system("lookup " + zone)


@app.get("/sizes/<size>")
def by_annotation(size: Size, slug: Annotated[str, Path(pattern=r"^[a-z]+$")], text: Annotated[str, Path(max_length=9)]):
    # ok: no-command-injection
    os.system("make " + size.value)
    # ok: no-command-injection
    os.system("make " + slug)
    # ruleid: no-command-injection
    os.system("make " + text)


def by_its_own_schema(event, context):
    jsonschema.validate(event, WHOLE)
    # ok: no-command-injection
    os.system("service " + event["op"])


def by_another_schema(event, context):
    jsonschema.validate(event, OPEN)
    # ruleid: no-command-injection
    os.system("service " + event["op"])


# Constants that lie beside the event's data


def beside(event, context):
    job = {"name": event["name"], "folder": "/tmp"}
    # ok: no-command-injection
    os.system("ls " + job["folder"])
    # ruleid: no-command-injection
    os.system("ls " + job["name"])
    tool, given = "ls", event["name"]
    # ok: no-command-injection
    os.system(tool)
    # ruleid: no-command-injection
    os.system("ls " + given)
    commands = {"list": "ls -l", "disk": "df -h"}
    # ok: no-command-injection
    os.system(commands[event["command"]])
    # ok: no-command-injection
    os.system(settings.commands[event["command"]])


# Parts and collections


def parts(event, context):
    name = event["name"]
    # ruleid: no-command-injection
    os.system("ls " + name[1:])
    # ruleid: no-command-injection
    os.system("ls " + event["path"][:-4])
    fixed = "/tmp/name"
    # ok: no-command-injection
    os.system("ls " + fixed[5:])
    # ruleid: no-command-injection
    os.system("ls " + " ".join(one.strip() for one in event["names"]))
    # ok: no-command-injection
    os.system("ls " + " ".join(str(int(one)) for one in event["names"]))


def one_of_two_handler(event, context):
    level = event["level"]
    if level == "high" or level == "low":
        # ok: no-command-injection
        os.system("level " + level)
    else:
        # ruleid: no-command-injection
        os.system("level " + level)


def asserted_field_handler(event, context):
    assert event["tone"] in ("warm", "cold")
    # ok: no-command-injection
    os.system("tone " + event["tone"])
    # ruleid: no-command-injection
    os.system("tone " + event["other"])


NAMED_SCRIPTS = {"clean": "clean.sh"}


def default_of_table_handler(event, context):
    # ok: no-command-injection
    os.system("/opt/" + NAMED_SCRIPTS.get(event["script"], "none.sh"))
    # ruleid: no-command-injection
    os.system("/opt/" + NAMED_SCRIPTS.get(event["script"], event["script"]))


def entry_written_later_handler(event, context):
    options = {"mode": "fast"}
    # ok: no-command-injection
    os.system("run " + options["mode"])
    options["name"] = event["name"]
    # ruleid: no-command-injection
    os.system("run " + options["name"])


VERSION_TAG = re.compile(r"v\d+\.\d+")


def checked_tag(value):
    if not VERSION_TAG.fullmatch(value):
        raise ValueError("tag")
    return value


def printed_tag(value):
    if not VERSION_TAG.fullmatch(value):
        print("odd tag")
    return value


def letters_of(value):
    return "".join(c for c in value if c.isalnum())


def printable_of(value):
    return "".join(c for c in value if c.isprintable())


def value_of_function_handler(event, context):
    tag = checked_tag(event["tag"])
    # ok: no-command-injection
    os.system("git checkout " + tag)
    odd = printed_tag(event["odd"])
    # ruleid: no-command-injection
    os.system("git checkout " + odd)
    # ok: no-command-injection
    os.system("greet " + letters_of(event["name"]))
    # ruleid: no-command-injection
    os.system("greet " + printable_of(event["name"]))


# Lambdas, and parts of a text


def lambdas(event, context):
    # ruleid: no-command-injection
    run = lambda command: os.system(command)
    run(event["command"])
    # ruleid: no-command-injection
    list(map(lambda command: os.system(command), event["commands"]))
    # ok: no-command-injection
    list(map(lambda command: os.system(shlex.quote(command)), event["commands"]))
    # ok: no-command-injection
    list(map(lambda command: os.system(command), ["ls", "pwd"]))


def parts_of_a_text(event, context):
    body = json.loads(event["body"])
    # ruleid: no-command-injection
    os.system("ls " + body["folder"][:100])
    folder = body["folder"]
    # ruleid: no-command-injection
    os.system("ls " + folder[1:])
    name = json.loads(event["body"])["name"]
    # ruleid: no-command-injection
    os.system("ls " + name[2:8])
    # ok: no-command-injection
    os.system("ls " + shlex.quote(name[2:8]))
    # ok: no-command-injection
    os.system("ls " + FOLDER[1:])


# Fields that a constructor keeps


class Job:
    def __init__(self, command, folder):
        self.command = command
        self.folder = folder
        self.length = len(command)

    def run(self):
        # ruleid: no-command-injection
        os.system(self.command)
        # ok: no-command-injection
        os.system("ls " + self.folder)
        # ok: no-command-injection
        os.system(f"head -c {self.length} /tmp/out")

    def reset(self):
        self.command = "ls"
        # ok: no-command-injection
        os.system(self.command)


class Request:
    def __init__(self, client, event):
        self.body = json.loads(event["body"])

    def archive(self):
        # ruleid: no-command-injection
        os.system("tar cf /tmp/a.tar " + self.body["folder"])


class Pause:
    def __init__(self, seconds):
        self.seconds = seconds

    def wait(self):
        # ok: no-command-injection
        os.system(f"sleep {self.seconds}")


def jobs(event, context):
    Job(event["command"], "/tmp").run()
    Request(boto3.client("s3"), event).archive()
    Pause(int(event["seconds"])).wait()


# Tables of functions


def start(request):
    # ruleid: no-command-injection
    os.system("start " + request["name"])


def stop(request):
    # ruleid: no-command-injection
    os.system("stop " + request["name"])


def unlisted(request):
    # ok: no-command-injection
    os.system("list " + request["name"])


ACTIONS = {"start": start}
LATER = {"stop": stop}
OTHERS = {"unlisted": unlisted}


def chooses(event, context):
    action = LATER.get(event["action"])
    if action is not None:
        return action(event)
    return ACTIONS[event["action"]](event)


# Functions that something else calls


def submitted(host):
    # ruleid: no-command-injection
    os.system("ping " + host)


def mapped(host):
    # ruleid: no-command-injection
    os.system("ping " + host)


def threaded(host):
    # ruleid: no-command-injection
    os.system("ping " + host)


def bound_first(host, count):
    # ruleid: no-command-injection
    os.system("ping " + host)


def submitted_constant(host):
    # ok: no-command-injection
    os.system("ping " + host)


def submits(event, context):
    with ThreadPoolExecutor() as pool:
        pool.submit(submitted, event["host"])
        pool.submit(submitted_constant, "localhost")
        list(pool.map(mapped, event["hosts"]))
    threading.Thread(target=threaded, args=(event["host"],)).start()
    functools.partial(bound_first, event["host"])(1)


def collected(event, context):
    settings = {}
    settings.update(host=event["host"])
    # ruleid: no-command-injection
    os.system("ping " + settings["host"])
    counted = {}
    counted.update(times=int(event["times"]))
    # ok: no-command-injection
    os.system(f"ping {counted['times']}")


class Pinger:
    def __call__(self, event, context):
        self.body = json.loads(event["body"])
        self.times = int(event["times"])
        return self.ping()

    def ping(self):
        # ruleid: no-command-injection
        os.system("ping " + self.body["host"])
        # ok: no-command-injection
        os.system(f"ping -c {self.times} localhost")


def told(host, caller):
    # ok: no-command-injection
    os.system("notify " + caller)


def tells(event, context):
    told("localhost", event["requestContext"]["authorizer"]["name"])


# Pairs, rests and copies


def unpacked(event, context):
    first, *rest = event["path"].split("/")
    # ruleid: no-command-injection
    os.system("cd " + first)
    # ruleid: no-command-injection
    os.system("cd " + rest[-1])
    one, two, *others = event["hosts"]
    # ruleid: no-command-injection
    os.system("ping " + " ".join(others))
    start, *middle = ["a", "b", "c"]
    # ok: no-command-injection
    os.system("cd " + middle[0])
    # ok: no-command-injection
    os.system(f"ping {len(others)}")


def swapped(event, context):
    left, right = event["left"], "fixed"
    # ruleid: no-command-injection
    os.system("use " + left)
    # ok: no-command-injection
    os.system("use " + right)
    left, right = right, left
    # ok: no-command-injection
    os.system("use " + left)
    # ruleid: no-command-injection
    os.system("use " + right)
    left = event["left"]
    # ruleid: no-command-injection
    os.system("use " + left)


def copied_whole(event, context):
    copy = event["command"][:]
    # ruleid: no-command-injection
    os.system("run " + copy)


# Queues


def queued(event, context):
    waiting = deque(maxlen=5)
    waiting.appendleft(event["job"])
    # ruleid: no-command-injection
    os.system("job " + waiting.pop())
    fixed = deque(maxlen=5)
    fixed.appendleft("nightly")
    # ok: no-command-injection
    os.system("job " + fixed.pop())
    jobs = queue.Queue()
    jobs.put(event["job"])
    # ruleid: no-command-injection
    os.system("job " + jobs.get())


# What was put over defaults, and in front of what is merged


STANDARD = {"image": "base", "cpu": "256"}


def merged(event, context):
    options = {**STANDARD, "image": event["image"]}
    # ok: no-command-injection
    os.system("run --cpu " + options["cpu"])
    # ruleid: no-command-injection
    os.system("run --image " + options["image"])
    pinned = event["options"] | {"image": "pinned"}
    # ok: no-command-injection
    os.system("run --image " + pinned["image"])
    # ruleid: no-command-injection
    os.system("run --cpu " + pinned["cpu"])
    behind = {**event["options"], "zone": "a"}
    # ok: no-command-injection
    os.system("run --zone " + behind["zone"])
    front = {"zone": "a", **event["options"]}
    # ruleid: no-command-injection
    os.system("run --zone " + front["zone"])
    changed = {"zone": "a", "image": "base"}
    changed["zone"] = event["zone"]
    # ruleid: no-command-injection
    os.system("run --zone " + changed["zone"])
    # ok: no-command-injection
    os.system("run --image " + changed["image"])


# Fields that were converted where the object was made


@dataclass
class Parcel:
    carrier: str
    weight: float = 0.0

    @classmethod
    def from_event(cls, event):
        return cls(carrier=event["carrier"], weight=float(event["weight"]))


def converted_fields(event, context):
    parcel = Parcel.from_event(event)
    # ok: no-command-injection
    os.system(f"ship --weight {parcel.weight}")
    # ruleid: no-command-injection
    os.system(f"ship --carrier {parcel.carrier}")
    point = Point(label="depot", zone=event["zone"], number=int(event["number"]))
    # ok: no-command-injection
    os.system(f"route {point.label} {point.number}")
    # ruleid: no-command-injection
    os.system(f"route {point.zone}")


# Schemas of marshmallow and cerberus


class RestoreSchema(Schema):
    volume = fields.String(required=True, validate=validate.OneOf(["root", "data"]))
    day = fields.Date(required=True)
    label = fields.String(required=True, validate=validate.Regexp(r"^[a-z]+$"))
    open_label = fields.String(required=True, validate=validate.Regexp(r"^.+$"))
    reason = fields.String(required=True, validate=validate.Length(max=100))


MODES = cerberus.Validator({"mode": {"type": "string", "allowed": ["fast", "full"]}, "path": {"type": "string"}})


def restores(event, context):
    try:
        data = RestoreSchema().loads(event["body"])
    except ValidationError:
        return {"statusCode": 422}
    # ok: no-command-injection
    os.system(f"restore {data['volume']} {data['day']} {data['label']}")
    # ruleid: no-command-injection
    os.system(f"restore {data['open_label']}")
    # ruleid: no-command-injection
    os.system(f"restore {data['reason']}")
    # ruleid: no-command-injection
    os.system(f"restore {event['volume']}")


def modes(event, context):
    detail = event["detail"]
    # ruleid: no-command-injection
    os.system("fsck --mode " + detail["mode"])
    if not MODES.validate(detail):
        return
    # ok: no-command-injection
    os.system("fsck --mode " + detail["mode"])
    # ruleid: no-command-injection
    os.system("fsck " + detail["path"])


# Functions that raise, and what catches it


def require_format(value):
    if value not in FORMATS:
        raise ValueError("format")


def warns_and_goes_on(event, context):
    kind = event["format"]
    try:
        require_format(kind)
        # ok: no-command-injection
        os.system("convert -f " + kind)
    except ValueError:
        print("odd format")
    # ruleid: no-command-injection
    os.system("convert -f " + kind)


def answers_what_is_raised(event, context):
    kind = event["format"]
    try:
        require_format(kind)
    except ValueError:
        print("odd format")
        return {"statusCode": 400}
    # ok: no-command-injection
    os.system("convert -f " + kind)


def replaces_what_is_raised(event, context):
    kind = event["format"]
    try:
        require_format(kind)
    except ValueError:
        kind = "png"
    # ok: no-command-injection
    os.system("convert -f " + kind)


def requires_of_a_field(event, context):
    query = event["queryStringParameters"]
    # ruleid: no-command-injection
    os.system("convert -f " + query["format"])
    require_format(query["format"])
    # ok: no-command-injection
    os.system("convert -f " + query["format"])
    # ruleid: no-command-injection
    os.system("convert -o " + query["to"])


# Exits by a function that does not return


def fail(reason):
    raise SystemExit(reason)


def complain(reason):
    print(reason)


def fails(event, context):
    speed = event["speed"]
    if not isinstance(speed, (int, float)):
        fail("speed")
    # ok: no-command-injection
    os.system(f"arm --speed {speed}")
    tool = event["tool"]
    if not isinstance(tool, str):
        fail("tool")
    # ruleid: no-command-injection
    os.system(f"arm --tool {tool}")
    side = event["side"]
    if side not in ("left", "right"):
        complain("side")
    # ruleid: no-command-injection
    os.system(f"arm --side {side}")
    grip = event["grip"]
    known = grip == "open" or grip == "closed"
    if not known:
        fail("grip")
    # ok: no-command-injection
    os.system(f"arm --grip {grip}")
    lamp = event["lamp"]
    if lamp != "on":
        # ruleid: no-command-injection
        os.system(f"arm --lamp {lamp}")
    else:
        # ok: no-command-injection
        os.system(f"arm --lamp {lamp}")


# What is left when other letters are replaced, then made lower


OTHER_LETTERS = re.compile(r"[^A-Za-z0-9_-]")


def slug(text):
    return OTHER_LETTERS.sub("-", text.strip()).lower()


def dashes(text):
    return re.sub(r"\s+", "-", text).lower()


def slugs(event, context):
    # ok: no-command-injection
    os.system(f"board {slug(event['title'])}")
    # ruleid: no-command-injection
    os.system(f"board {dashes(event['title'])}")


# Models that are made with a look at the values, and without

class RenderJob(BaseModel):
    layout: Literal["a4", "a5"]
    title: str


def rendered(event, context):
    job = RenderJob.model_validate_json(event["body"])
    # ok: no-command-injection
    os.system("render --layout " + job.layout)
    # ruleid: no-command-injection
    os.system("render --title " + job.title)
    made = RenderJob.model_construct(**event["detail"])
    # ruleid: no-command-injection
    os.system("render --layout " + made.layout)
    # ruleid: no-command-injection
    os.system("render --layout " + made.title)


# A list whose entries were looked at one by one.
WORD = re.compile(r"[a-z]+")
KINDS = {"fast", "slow"}


def is_word(value):
    return WORD.fullmatch(value) is not None


def is_short(value):
    return len(value) < 20


def lists_let_through(event, context):
    tags = json.loads(event["body"])["tags"]
    words = [t for t in tags if WORD.fullmatch(t)]
    # ok: no-command-injection
    os.system("tagger " + " ".join(words))
    # ok: no-command-injection
    os.system("tagger " + " ".join(t for t in tags if re.fullmatch(r"[a-z]+", t)))
    words = {t for t in tags if is_word(t)}
    # ok: no-command-injection
    os.system("tagger " + " ".join(words))
    # ok: no-command-injection
    os.system("tagger " + " ".join(filter(is_word, tags)) + " ".join(filter(str.isalnum, tags)))
    # ok: no-command-injection
    os.system("tagger " + " ".join(f"-t {shlex.quote(t)}" for t in tags) + " ".join(map(shlex.quote, tags)))
    others = [t for t in tags if not WORD.fullmatch(t)]
    # ruleid: no-command-injection
    os.system("tagger " + " ".join(others))
    others = [t for t in tags if t not in KINDS]
    # ruleid: no-command-injection
    os.system("tagger " + " ".join(others))
    # ruleid: no-command-injection
    os.system("tagger " + " ".join(filter(is_short, tags)))
    # ruleid: no-command-injection
    os.system("tagger " + " ".join([t["name"] for t in tags if t["kind"] in KINDS]))
    others = [f"{t}={shlex.quote(t)}" for t in tags]
    # ruleid: no-command-injection
    os.system("tagger " + " ".join(others))


def all_of_a_list(event, context):
    members = event["members"]
    if not all(is_word(m) for m in members):
        raise ValueError("members")
    # ok: no-command-injection
    os.system("groups " + " ".join(members))


def none_of_a_list(event, context):
    members = event["members"]
    if any(not WORD.fullmatch(m) for m in members):
        return None
    # ok: no-command-injection
    os.system("groups " + " ".join(members))


def where_all_are(event, context):
    members = event["members"]
    if all(is_word(m) for m in members):
        # ok: no-command-injection
        os.system("groups " + " ".join(members))
    # ruleid: no-command-injection
    os.system("groups " + " ".join(members))


def one_after_another(event, context):
    members = event["members"]
    for member in members:
        if not is_word(member):
            raise ValueError(member)
    # ok: no-command-injection
    os.system("groups " + " ".join(members))


def passed_over(event, context):
    members = event["members"]
    for member in members:
        if not is_word(member):
            continue
    # ruleid: no-command-injection
    os.system("groups " + " ".join(members))


def any_of_a_list(event, context):
    members = event["members"]
    if not any(is_word(m) for m in members):
        raise ValueError("members")
    # ruleid: no-command-injection
    os.system("groups " + " ".join(members))


def in_turn(event, context):
    for title, kind in zip(event["titles"], itertools.cycle(["new", "old"])):
        # ok: no-command-injection
        os.system(f"tagger --kind {kind}")
        # ruleid: no-command-injection
        os.system(f"tagger --title '{title}'")
    # ruleid: no-command-injection
    return len(subprocess.check_output("tagger " + event["last"], shell=True))


# A shell that is written in the arguments, and all arguments of a resolver


def in_keywords(event, context):
    purge = {"args": f"purge {event['cache']}", "shell": True}
    # ruleid: no-command-injection
    subprocess.run(**purge)
    plain = {"args": ["purge", "--", event["cache"]], "shell": False}
    # ok: no-command-injection
    subprocess.run(**plain)
    shell = ["sh", "-c"]
    # ruleid: no-command-injection
    subprocess.Popen(shell + [f"git log {event['branch']}"])
    git = ["git", "log"]
    # ok: no-command-injection
    subprocess.Popen(git + ["--", event["branch"]])


@app.resolver(type_name="Mutation", field_name="subscribe")
def subscribe(**arguments):
    # ruleid: no-command-injection
    os.system("subscribe " + arguments["name"])
    # ok: no-command-injection
    os.system(f"subscribe --times {int(arguments['times'])}")


def not_a_resolver(**arguments):
    # ok: no-command-injection
    os.system("subscribe " + arguments["name"])


# One more function on the way


def runs_the_name(name):
    # ruleid: no-command-injection
    os.system("run " + name)


def runs_the_count(count):
    # ok: no-command-injection
    os.system(f"run -n {count}")


def runs_later(text, other):
    # ruleid: no-command-injection
    os.system("run " + text)
    # ok: no-command-injection
    os.system("run " + other)


def processes(event):
    runs_the_name(event["name"])
    runs_the_count(int(event["count"]))
    body = json.loads(event["body"])
    runs_later(body["text"], "later")


def hands_on_the_event(event, context):
    processes(event)


# What was kept under a key that the sender chose, others wrote


def kept_by_others(event, context):
    item = table.get_item(Key={"id": event["pathParameters"]["id"]})["Item"]
    # ruleid: no-command-injection
    os.system("render " + item["template"])
    defaults = table.get_item(Key={"id": "defaults"})["Item"]
    # ok: no-command-injection
    os.system("render " + defaults["template"])


def asserts_letters(event, context):
    word, other = event["word"], event["other"]
    assert word.isalnum(), "word"
    # ok: no-command-injection
    os.system("say " + word)
    assert other.islower(), "other"
    # ruleid: no-command-injection
    os.system("say " + other)


# One entry that is written leaves the others as they were.
def one_entry_of_many(event, context):
    body = json.loads(event["body"])
    body["mode"] = "fast"
    # ruleid: no-command-injection
    os.system("convert " + body["title"])
    # ok: no-command-injection
    os.system("convert --mode " + body["mode"])
    kept = {"width": int(body["width"]), "title": body["title"]}
    kept["height"] = 80
    # ok: no-command-injection
    os.system(f"convert {kept['width']}x{kept['height']}")
    # ruleid: no-command-injection
    os.system("convert " + kept["title"])


def function_inside(event, context):
    body = json.loads(event["body"])

    def quoted(field):
        return "'" + body[field] + "'"

    def letters(field):
        return len(body[field])

    # ruleid: no-command-injection
    os.system("convert " + quoted("title"))
    # ok: no-command-injection
    os.system(f"convert {letters('title')}")


def behind_a_prefix(event, context):
    path = event["rawPath"]
    if path.startswith("/man/"):
        topic = path[len("/man/"):]
        # ruleid: no-command-injection
        os.system("man " + topic)


# What an earlier request stored under the name that this one sends.
def stored_before(event, context):
    row = table.get_item(Key={"id": event["id"]})["Item"]
    # ruleid: no-command-injection
    os.system("render " + row["title"])
    fixed = table.get_item(Key={"id": "defaults"})["Item"]
    # ok: no-command-injection
    os.system("render " + fixed["title"])


# Numbers in a format, and checks that put a constant in place of what they do not let through


FORMATS = {"sd": "-vf scale=854:480", "hd": "-vf scale=1280:720"}
FORMAT_NAME = re.compile(r"[a-z]{1,8}")
ENCODER = "/opt/bin/encode"
FORMAT_OF_A_NAME = "emit --name %(name)s"


def depth_flag(options):
    return "--depth=%d" % int(options.get("depth", 7))


def name_flag(options):
    return "--name=%s" % options.get("name")


def numbers_in_formats(event, context):
    # ok: no-command-injection
    os.system("encode " + depth_flag(event["options"]))
    # ruleid: no-command-injection
    os.system("encode " + name_flag(event["options"]))
    # ok: no-command-injection
    os.system("%s -ss %d -i %s" % (ENCODER, event["seconds"], shlex.quote(event["source"])))
    # ruleid: no-command-injection
    os.system("%s -ss %d -i %s" % (ENCODER, event["seconds"], event["source"]))
    # ok: no-command-injection
    os.system("emit --bytes %d" % event["bytes"])
    # ruleid: no-command-injection
    os.system("emit --name %s --bytes %d" % (event["name"], event["bytes"]))
    # ruleid: no-command-injection
    os.system(FORMAT_OF_A_NAME % event["name"])


def is_format(value):
    return value in FORMATS


def assert_format(value):
    if value not in FORMATS:
        fail("unknown format")


def warn_of_format(value):
    if value not in FORMATS:
        print("unknown format")


def constant_instead(event, context):
    name = event["format"]
    if not is_format(name):
        name = "sd"
    # ok: no-command-injection
    os.system("encode " + name)
    other = event["other"]
    if not is_format(other):
        label = "sd"
    # ruleid: no-command-injection
    os.system("encode " + other)
    third = event["third"]
    if not is_format(third) and context:
        third = "sd"
    # ruleid: no-command-injection
    os.system("encode " + third)


def raises_elsewhere(event, context):
    name = event["format"]
    warn_of_format(name)
    # ruleid: no-command-injection
    os.system("encode " + name)
    assert_format(name)
    # ok: no-command-injection
    os.system("encode " + name)


def both_are_asked(event, context):
    size = event["size"]
    name = event["name"]
    if size in FORMATS and FORMAT_NAME.fullmatch(name):
        # ok: no-command-injection
        os.system(f"encode {size} {name}")
    elif size in FORMATS or FORMAT_NAME.fullmatch(name):
        # ruleid: no-command-injection
        os.system(f"encode {size} {name}")


# Calls that are not known to hand on what they are given


def address_of(key):
    found = directory.lookup(key)
    return found["name"]


def name_of(key):
    return directory.lookup(key).name


def name_or_none(key):
    try:
        answer = directory.lookup(key)
    except LookupError:
        return None
    else:
        return answer.get("name", "")


def name_and_key(key):
    found = directory.lookup(key)
    return found["name"] + key


def field_of_text(text):
    body = json.loads(text)
    return body["name"]


class Names:
    def quoted(self, key):
        return f"'{key}'"


def answers_of_others(event, context):
    # ok: no-command-injection
    os.system("show " + directory.lookup(event["key"]))
    # ok: no-command-injection
    os.system("show " + find_member(event["key"]))
    member = find_member(event["key"])["name"].strip()
    # ok: no-command-injection
    os.system("show " + member)
    member += directory.lookup(event["key"])
    # ok: no-command-injection
    os.system("show " + member)
    # ok: no-command-injection
    os.system("show " + address_of(event["key"]))
    # ok: no-command-injection
    os.system("show " + name_of(event["key"]))
    name = name_or_none(event["key"])
    # ok: no-command-injection
    os.system(f"show {name}")
    names = Names(directory)
    # ok: no-command-injection
    os.system(f"show {event['lines'].index(event['line'])}")
    # ruleid: no-command-injection
    os.system("show " + names.quoted(event["key"]))
    # ruleid: no-command-injection
    os.system("show " + name_and_key(event["key"]))
    # ruleid: no-command-injection
    os.system("show " + field_of_text(event["body"]))
    text = textwrap.dedent(event["text"])
    # ruleid: no-command-injection
    os.system("show " + text)
    # ruleid: no-command-injection
    directory.lookup(os.system("show " + text))


async def answers_that_are_awaited(event, context):
    found = await directory.lookup(event["key"])
    # ok: no-command-injection
    os.system("show " + found["name"])
    # ruleid: no-command-injection
    os.system("show " + (await asyncio.to_thread(json.loads, event["body"]))["name"])


# Functions that hand on nothing of what they are given


def length_of(items, per_page=20):
    return (len(items) + per_page - 1) // per_page


def ticket_of(order):
    return f"{len(order['items'])}-{uuid.uuid4()}"


def speed_of(mode):
    return "fast" if mode == "quick" else "slow"


def format_of(kind):
    return FORMAT_BY_KIND[kind]


def digest_of(text):
    digest = hashlib.sha256(text.encode())
    return digest.hexdigest()


def rows_of(text):
    rows = min(int(text), 100)
    return f"--rows {rows}"


def fields_of(event):
    fields = {}
    fields["name"] = event["name"]
    return fields


def options_of(names):
    options = []
    for name in names:
        options.append("-x " + name)
    return " ".join(options)


def body_of(event):
    body = event.get("body")
    if event.get("isBase64Encoded"):
        body = base64.b64decode(body)
    return json.loads(body)


def option_of(**options):
    return options["folder"]


class Command:
    def __init__(self, line):
        self.line = line

    def text(self):
        return self.line

    def size(self, line):
        return len(line)


def closed_functions(event, context):
    key = event["key"]
    # ok: no-command-injection
    os.system(f"show {length_of(event['items'])}")
    # ok: no-command-injection
    os.system("show " + ticket_of(event))
    # ok: no-command-injection
    os.system("show " + speed_of(key))
    # ok: no-command-injection
    os.system("show " + format_of(key))
    # ok: no-command-injection
    os.system("show " + digest_of(key))
    # ok: no-command-injection
    os.system("show " + rows_of(key))
    # ok: no-command-injection
    os.system(f"show {Command('ls').size(key)}")
    # ruleid: no-command-injection
    os.system("show " + fields_of(event)["name"])
    # ruleid: no-command-injection
    os.system("show " + options_of(event["names"]))
    # ruleid: no-command-injection
    os.system("show " + body_of(event)["name"])
    # ruleid: no-command-injection
    os.system("show " + option_of(folder=key))
    # ruleid: no-command-injection
    os.system("show " + Command(key).text())
