import base64
import io
import xml.etree.ElementTree as ElementTree
import xml.sax
from xml.sax.handler import feature_external_ges

import boto3
import defusedxml.ElementTree
import defusedxml.lxml
import xmltodict
from lxml import etree, objectify
from lxml.etree import XMLParser, fromstring

s3 = boto3.client("s3")
SAFE = etree.XMLParser(resolve_entities=False, no_network=True)


# Sources


def lambda_handler(event, context):
    # ruleid: no-xxe
    order = etree.fromstring(event["body"].encode())
    # ok: no-xxe
    same = defusedxml.ElementTree.fromstring(event["body"])
    # ok: no-xxe
    constant = etree.fromstring(b"<order/>")
    return order.tag + same.tag + constant.tag


def uploaded(event, context):
    for record in event["Records"]:
        key = record["s3"]["object"]["key"]
        body = s3.get_object(Bucket="orders", Key=key)["Body"]
        # ruleid: no-xxe
        etree.parse(body)
        # ok: no-xxe
        defusedxml.lxml.parse(body)


def packaged(event, context):
    # ok: no-xxe
    return etree.parse("/var/task/defaults.xml")


# Helpers


def read(encoding, document):
    # ruleid: no-xxe
    return etree.XML(document)


def read_safely(document):
    # ok: no-xxe
    return etree.fromstring(document, parser=SAFE)


def read_defaults(document):
    # ok: no-xxe
    return etree.fromstring(document)


def helped(event, context):
    read_safely(event["document"])
    read_defaults("<a/>")
    return read("utf-8", event["document"])


# Sinks


def parsers(event, context):
    text = base64.b64decode(event["xml"])
    # ruleid: no-xxe
    etree.fromstring(text, XMLParser(resolve_entities=True))
    # ruleid: no-xxe
    fromstring(text, parser=etree.XMLParser(no_network=False))
    # ruleid: no-xxe
    objectify.fromstring(text)
    # ruleid: no-xxe
    etree.iterparse(io.BytesIO(text))
    # ok: no-xxe
    etree.iterparse(io.BytesIO(text), resolve_entities=False)
    # ok: no-xxe
    etree.fromstring(text, XMLParser(resolve_entities=False))
    # ok: no-xxe
    etree.parse(io.BytesIO(text), parser=etree.XMLParser(resolve_entities=False, remove_blank_text=True))
    # ok: no-xxe
    ElementTree.fromstring(text)
    # ok: no-xxe
    xmltodict.parse(text)
    # ruleid: no-xxe
    xmltodict.parse(text, disable_entities=False)
    # ok: no-xxe
    etree.fromstring(text, etree.HTMLParser())


def sax(event, context):
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, True)
    # ruleid: no-xxe
    parser.parse(io.StringIO(event["xml"]))


def sax_off(event, context):
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, False)
    # ok: no-xxe
    parser.parse(io.StringIO(event["xml"]))


def local_parser(event, context):
    parser = etree.XMLParser(resolve_entities=False)
    # ok: no-xxe
    return etree.fromstring(event["xml"], parser)


def network_parser(event, context):
    parser = etree.XMLParser(load_dtd=True, no_network=False)
    # ruleid: no-xxe
    return etree.fromstring(event["xml"], parser)


# Guards


def denied(event, context):
    text = event["xml"]
    if "<!ENTITY" in text:
        return {"statusCode": 400}
    # ruleid: no-xxe
    return etree.fromstring(text)


def chosen(event, context):
    name = event["name"]
    if name not in ("a", "b"):
        return {"statusCode": 400}
    # ok: no-xxe
    return etree.fromstring(f"<{name}/>")


OPTIONS = {"resolve_entities": False, "no_network": True}
LOOSE_OPTIONS = {"no_network": True}


def strict_parser():
    return etree.XMLParser(resolve_entities=False, no_network=True)


def loose_parser():
    return etree.XMLParser(no_network=True)


def made_elsewhere(event, context):
    # ok: no-xxe
    etree.fromstring(event["body"], parser=strict_parser())
    # ok: no-xxe
    etree.fromstring(event["body"], etree.XMLParser(**OPTIONS))
    parser = strict_parser()
    # ok: no-xxe
    etree.fromstring(event["body"], parser)
    # ruleid: no-xxe
    etree.fromstring(event["body"], parser=loose_parser())
    # ruleid: no-xxe
    etree.fromstring(event["body"], etree.XMLParser(**LOOSE_OPTIONS))
