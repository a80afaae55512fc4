from werkzeug.utils import safe_join
import json
import os
import pandas as pd
import re
import shutil
import tarfile
import tempfile
import urllib.parse
import zipfile
from pathlib import Path
from uuid import uuid4

import boto3
from fastapi.responses import FileResponse
from aws_lambda_powertools.utilities.data_classes import S3Event, event_source
from transfers import download_file, upload_file
from transfers import upload_file as put_away
from werkzeug.utils import secure_filename

s3 = boto3.client("s3")
ROOT = "/mnt/files"
BASE = Path("/mnt/files")
REPORTS = {"daily": "/var/task/daily.html", "weekly": "/var/task/weekly.html"}


# Sources


def lambda_handler(event, context):
    name = event["pathParameters"]["name"]
    # ruleid: no-path-traversal
    with open(os.path.join(ROOT, name)) as file:
        content = file.read()
    # ok: no-path-traversal
    with open("/var/task/VERSION") as file:
        version = file.read()
    return {"statusCode": 200, "body": content + version}


def uploaded(event, context):
    for record in event["Records"]:
        bucket = record["s3"]["bucket"]["name"]
        key = urllib.parse.unquote_plus(record["s3"]["object"]["key"])
        # ruleid: no-path-traversal
        s3.download_file(bucket, key, "/tmp/" + key)
        # ok: no-path-traversal
        s3.download_file(bucket, key, f"/tmp/{uuid4()}")
        # ok: no-path-traversal
        s3.download_file(bucket, key, os.path.join("/tmp", os.path.basename(key)))
        flat = key.replace("/", "")
        # ok: no-path-traversal
        s3.download_file(bucket, key, "/tmp/{}{}".format(uuid4(), flat))


@event_source(data_class=S3Event)
def typed(event: S3Event, context):
    # ruleid: no-path-traversal
    os.remove("/mnt/files/" + event.object_key)


# Helpers


def read(folder, name):
    # ok: no-path-traversal
    os.listdir(folder)
    # ruleid: no-path-traversal
    with open(f"{folder}/{name}") as file:
        return file.read()


def read_asset(name):
    # ok: no-path-traversal
    with open(f"/var/task/assets/{name}") as file:
        return file.read()


def save(name, data):
    path = Path("/mnt/files") / name
    # ruleid: no-path-traversal
    path.write_text(data)


def helped(event, context):
    body = json.loads(event["body"])
    save(body["name"], body["data"])
    return read("/mnt/files", body["name"]) + read_asset("terms.txt")


# Sinks


def sinks(event, context):
    name = event["name"]
    # ruleid: no-path-traversal
    shutil.copy("/var/task/template.txt", f"/mnt/files/{name}")
    # ruleid: no-path-traversal
    shutil.rmtree(os.path.join(ROOT, name))
    # ruleid: no-path-traversal
    os.makedirs(ROOT + "/" + name, exist_ok=True)
    # ruleid: no-path-traversal
    Path(ROOT, name).unlink()
    # ruleid: no-path-traversal
    (BASE / name).read_bytes()
    # ruleid: no-path-traversal
    s3.upload_file(Filename="/mnt/files/" + name, Bucket="b", Key="k")
    # ok: no-path-traversal
    s3.upload_file(Filename="/mnt/files/report", Bucket="b", Key="out/" + name)
    # ok: no-path-traversal
    full = os.path.join(ROOT, name)
    # ok: no-path-traversal
    print("looking for", full)
    with tempfile.NamedTemporaryFile() as file:
        # ok: no-path-traversal
        file.write(name.encode())


def archives(event, context):
    body = s3.get_object(Bucket="uploads", Key=event["key"])["Body"]
    with tarfile.open(fileobj=body, mode="r|gz") as archive:
        # ok: no-path-traversal
        archive.extractall("/tmp/out", filter="data")
    archive = tarfile.open("/tmp/" + os.path.basename(event["key"]))
    # ok: no-path-traversal
    archive.extractall("/tmp/out", filter="data")


def picked_handler(event, context):
    body = s3.get_object(Bucket="uploads", Key=event["key"])["Body"]
    with tarfile.open(fileobj=body, mode="r|gz") as archive:
        # ok: no-path-traversal
        archive.extractall("/tmp/out", named_members(archive, "terms.csv"))
        # ok: no-path-traversal
        archive.extractall(path="/tmp/out", members=named_members(archive, "terms.csv"))
        # ruleid: no-path-traversal
        archive.extractall("/tmp/out", members=archive.getmembers())


def pieces_handler(event, context):
    key = event["Records"][0]["s3"]["object"]["key"]
    place = "/tmp/" + key.split("/")[1]
    # ok: no-path-traversal
    s3.download_file("uploads", key, place)
    parts = key.split("/")
    # ok: no-path-traversal
    s3.download_file("uploads", key, f"/tmp/{parts[2]}")
    # ruleid: no-path-traversal
    s3.download_file("uploads", key, f"/tmp/{key.split('-')[1]}")


# Guards


def base_names(event, context):
    # ok: no-path-traversal
    open(os.path.join(ROOT, os.path.basename(event["name"])))
    # ok: no-path-traversal
    open(os.path.join(ROOT, secure_filename(event["name"])))
    # ok: no-path-traversal
    open(BASE / Path(event["name"]).name)
    # ok: no-path-traversal
    open(os.path.join(ROOT, event["name"].split("/")[-1]))
    # ok: no-path-traversal
    open(REPORTS[event["report"]])
    # ruleid: no-path-traversal
    open(os.path.join(ROOT, event["name"].replace("../", "")))
    # ruleid: no-path-traversal
    open(os.path.join(ROOT, os.path.normpath(event["name"])))


def inside_root(event, context):
    path = os.path.realpath(os.path.join(ROOT, event["name"]))
    if not path.startswith(ROOT + os.sep):
        raise ValueError("outside")
    # ok: no-path-traversal
    open(path)


def next_to_root(event, context):
    path = os.path.realpath(os.path.join(ROOT, event["name"]))
    if not path.startswith(ROOT):
        raise ValueError("outside")
    # ruleid: no-path-traversal
    open(path)


def relative_to(event, context):
    path = (BASE / event["name"]).resolve()
    if not path.is_relative_to(BASE):
        return {"statusCode": 404}
    # ok: no-path-traversal
    return path.read_text()


def common_path(event, context):
    path = os.path.realpath(os.path.join(ROOT, event["name"]))
    if os.path.commonpath([ROOT, path]) != ROOT:
        return {"statusCode": 404}
    # ok: no-path-traversal
    return open(path).read()


def dots_denied(event, context):
    name = event["name"]
    if "../" in name:
        return {"statusCode": 400}
    # ruleid: no-path-traversal
    return open(os.path.join(ROOT, name)).read()


def matched(event, context):
    name = event["name"]
    if not re.fullmatch(r"[a-z0-9_]+\.txt", name):
        return {"statusCode": 400}
    # ok: no-path-traversal
    return open(os.path.join(ROOT, name)).read()


def of_a_path(event, context):
    target = Path(ROOT) / event["name"]
    # ruleid: no-path-traversal
    target.mkdir(parents=True)
    # ruleid: no-path-traversal
    with target.open() as handle:
        handle.read()
    # ruleid: no-path-traversal
    Path(ROOT).joinpath(event["name"]).open("w")
    # ok: no-path-traversal
    with (Path(ROOT) / "fixed.txt").open() as handle:
        handle.read()


def relative_or_error(event, context):
    target = (Path(ROOT) / event["name"]).resolve()
    target.relative_to(ROOT)
    # ok: no-path-traversal
    return target.read_text()


def relative_but_caught(event, context):
    target = (Path(ROOT) / event["name"]).resolve()
    try:
        target.relative_to(ROOT)
    except ValueError:
        print("outside")
    # ruleid: no-path-traversal
    return target.read_text()


def tables(event, context):
    # ruleid: no-path-traversal
    pd.read_csv("/tmp/" + event["name"])
    # ok: no-path-traversal
    pd.read_csv("/tmp/table.csv")
    frame = pd.DataFrame()
    # ruleid: no-path-traversal
    frame.to_csv("/tmp/" + event["name"])


def entries(event, context):
    with zipfile.ZipFile("/tmp/in.zip") as archive:
        for name in archive.namelist():
            # ruleid: no-path-traversal
            with open(os.path.join("/tmp/out", name), "wb") as out:
                out.write(archive.read(name))
            # ok: no-path-traversal
            with open(os.path.join("/tmp/out", os.path.basename(name)), "wb") as out:
                out.write(archive.read(name))


def fetched(event, context):
    local = storage.download_object(event["bucket"], event["key"])
    with open(local) as file:
        # ok: no-path-traversal
        file.read()
    # ruleid: no-path-traversal
    s3.download_file("bucket", event["key"], "/tmp/" + event["key"])


def named_like_a_method(event, context):
    # ok: no-path-traversal
    upload_file(event["data"], event["name"], "text/plain")
    # ok: no-path-traversal
    download_file("reports", event["name"], event["kind"])
    # ok: no-path-traversal
    put_away(event["data"], event["name"], "text/plain")
    # ruleid: no-path-traversal
    s3.upload_file("/tmp/" + event["name"], "bucket", "key")
    # ruleid: no-path-traversal
    open(event["name"]).read()


def last_of(path):
    parts = path.split("/")
    return parts[len(parts) - 1]


def first_of(path):
    parts = path.split("/")
    return parts[0] + path


def behind_the_last_slash(event, context):
    parts = event["key"].split("/")
    # ok: no-path-traversal
    open("/tmp/" + parts[-1]).read()
    # ok: no-path-traversal
    s3.download_file("bucket", event["key"], "/tmp/" + last_of(event["key"]))
    # ruleid: no-path-traversal
    s3.download_file("bucket", event["key"], "/tmp/" + first_of(event["key"]))
    # ruleid: no-path-traversal
    open("/tmp/" + event["key"]).read()


def below_root(name):
    full = os.path.realpath(os.path.join("/mnt/data", name))
    if not full.startswith("/mnt/data" + os.sep):
        raise ValueError("outside")
    return full


def beside_root(name):
    full = os.path.realpath(os.path.join("/mnt/data", name))
    if not full.startswith("/mnt/data"):
        raise ValueError("outside")
    return full


def handler_path_of_function(event, context):
    # ok: no-path-traversal
    open(below_root(event["name"])).close()
    path = below_root(event["name"])
    # ok: no-path-traversal
    open(path).close()
    # ruleid: no-path-traversal
    open(beside_root(event["name"])).close()


def fetched_apart(key):
    try:
        _, place = tempfile.mkstemp()
        s3.Object("bucket", key).download_file(place)
        return place
    except OSError:
        raise


def folder_apart(name):
    folder = tempfile.mkdtemp()
    inside = os.path.join(folder, "tree")
    s3.download_file("bucket", name, inside)
    return inside


def folder_with_name(name):
    folder = tempfile.mkdtemp()
    inside = os.path.join(folder, name)
    return inside


def handler_temporary_files_of_functions(event, context):
    key = event["key"]
    # ok: no-path-traversal
    open(fetched_apart(key)).close()
    inside = folder_apart(key)
    # ok: no-path-traversal
    os.remove(inside)
    # ruleid: no-path-traversal
    os.remove(folder_with_name(key))


textract = boto3.client("textract")


def finished_job_handler(event, context):
    message = json.loads(event["Records"][0]["Sns"]["Message"])
    # ok: no-path-traversal
    with open(f"/tmp/{message['JobId']}.csv", "w") as table:
        table.write("page")
    # ruleid: no-path-traversal
    with open(f"/tmp/{message['JobTag']}.csv", "w") as table:
        table.write("page")


def ends_handler(event, context):
    key = event["key"]
    # ok: no-path-traversal
    with open("/tmp/sheet" + Path(key).suffix, "rb") as sheet:
        sheet.read()
    kind = event["kind"]
    with tempfile.NamedTemporaryFile(suffix=f".{kind}") as copy:
        # ok: no-path-traversal
        pd.read_csv(copy.name)
    with tempfile.NamedTemporaryFile(dir="/tmp", suffix="." + kind, delete=False) as copy:
        # ok: no-path-traversal
        pd.read_csv(copy.name)
    with tempfile.NamedTemporaryFile(prefix=kind, suffix="." + kind) as copy:
        # ruleid: no-path-traversal
        pd.read_csv(copy.name)


def joined_handler(event, context):
    path = safe_join("/mnt/share", event["name"])
    # ok: no-path-traversal
    os.stat(path)
    # ruleid: no-path-traversal
    os.stat(os.path.join("/mnt/share", event["name"]))


def kept_copy(event, context):
    with tempfile.NamedTemporaryFile(mode="wb", delete=False) as copy:
        copy.write(base64.b64decode(event["file"]))
        place = copy.name
    # ok: no-path-traversal
    os.remove(place)
    with tempfile.NamedTemporaryFile(mode="wb", prefix=event["name"], delete=False) as named:
        named.write(base64.b64decode(event["file"]))
        place = named.name
    # ruleid: no-path-traversal
    os.remove(place)


def answered_by_fastapi(event, context):
    name = event["queryStringParameters"]["name"]
    # ok: no-path-traversal
    FileResponse("/mnt/documents/" + os.path.basename(name))
    # ok: no-path-traversal
    FileResponse("/mnt/documents/terms.pdf", filename=name)
    # ruleid: no-path-traversal
    return FileResponse("/mnt/documents/" + name)
