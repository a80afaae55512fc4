import tempfile
import html
import http.client
import json
import os
import urllib.request
from types import SimpleNamespace
from urllib.parse import quote, urljoin, urlparse, urlsplit

import aiohttp
import boto3
import httpx
import pdfkit
import pycurl
import requests
import urllib3
from selenium import webdriver
from servers import get_server, get_server_address
from weasyprint import HTML

http = urllib3.PoolManager()
session = requests.Session()
API = "https://api.example.com"
HOSTS = {"api.example.com", "cdn.example.com"}
ENDPOINTS = {"billing": "https://billing.example.com"}


# Sources


def lambda_handler(event, context):
    url = event["queryStringParameters"]["url"]
    # ruleid: no-ssrf
    response = requests.get(url, timeout=4)
    # ok: no-ssrf
    requests.get("https://api.example.com/status", params={"q": url}, timeout=4)
    # ok: no-ssrf
    requests.post("https://api.example.com/jobs", json={"callback": url}, timeout=4)
    return {"statusCode": 200, "body": response.text}


def messages(event, context):
    for record in event["Records"]:
        job = json.loads(record["body"])
        # ruleid: no-ssrf
        urllib.request.urlopen(job["source"], timeout=4)


def custom_resource(event, context):
    # ok: no-ssrf
    requests.put(event["ResponseURL"], data="{}", timeout=4)


def configured(event, context):
    # ok: no-ssrf
    requests.get(os.environ["WEBHOOK_URL"], timeout=4)


# Helpers


def call(url, payload):
    # ruleid: no-ssrf
    return requests.post(url, json=payload, timeout=4)


def billing(path):
    # ok: no-ssrf
    return requests.get(f"https://billing.example.com/v1/{path}", timeout=4)


def fetch(url, timeout=4):
    # ok: no-ssrf
    return requests.get(url, timeout=timeout)


def helped(event, context):
    body = json.loads(event["body"])
    call(body["callback"], {"ok": True})
    billing(body["plan"])
    return fetch("https://api.example.com/terms")


# Sinks


async def clients(event, context):
    url = event["url"]
    # ruleid: no-ssrf
    httpx.post(url)
    # ruleid: no-ssrf
    requests.request("GET", url, timeout=4)
    # ok: no-ssrf
    requests.request(event["method"], "https://api.example.com/", timeout=4)
    # ruleid: no-ssrf
    http.request("GET", url)
    # ruleid: no-ssrf
    session.put(url, data="x")
    # ruleid: no-ssrf
    request = urllib.request.Request(url, method="POST")
    async with aiohttp.ClientSession() as client:
        # ruleid: no-ssrf
        await client.get(url)
    # ruleid: no-ssrf
    boto3.client("s3", endpoint_url=event["endpoint"])
    # ok: no-ssrf
    boto3.client("s3", region_name=event["region"])
    return request


def hosts(event, context):
    # ruleid: no-ssrf
    requests.get(f"https://{event['host']}/status", timeout=4)
    # ruleid: no-ssrf
    requests.get("https://" + event["tenant"] + ".example.com/status", timeout=4)
    # ruleid: no-ssrf
    requests.get("https://api.example.com" + event["path"], timeout=4)
    # ok: no-ssrf
    requests.get("https://api.example.com/" + event["path"], timeout=4)
    # ok: no-ssrf
    requests.get(f"https://api.example.com/users/{quote(event['id'])}", timeout=4)
    # ok: no-ssrf
    requests.get("https://api.example.com/users/{}".format(event["id"]), timeout=4)
    # ok: no-ssrf
    requests.get("https://api.example.com/users/%s" % event["id"], timeout=4)
    # ok: no-ssrf
    requests.get(f"{API}/users/{event['id']}", timeout=4)
    # ok: no-ssrf
    requests.get(API + "/users/" + event["id"], timeout=4)
    # ok: no-ssrf
    requests.get(os.environ["API"] + f"/users/{event['id']}", timeout=4)
    # ruleid: no-ssrf
    requests.get(f"{event['base']}/users", timeout=4)
    # ruleid: no-ssrf
    requests.get(urljoin(API, event["path"]), timeout=4)
    address = f"{API}/orders/{event['order']}"
    # ok: no-ssrf
    requests.get(address, timeout=4)


# Guards


def host_allowed(event, context):
    url = event["url"]
    parsed = urlparse(url)
    if parsed.scheme != "https" or parsed.hostname not in HOSTS:
        return {"statusCode": 400}
    # ok: no-ssrf
    return requests.get(url, timeout=4).text


def host_allowed_inline(event, context):
    url = event["url"]
    if urlparse(url).hostname in HOSTS:
        # ok: no-ssrf
        return requests.get(url, timeout=4).text
    # ruleid: no-ssrf
    return requests.get(url, timeout=4).text


def host_contained(event, context):
    url = event["url"]
    if "example.com" not in url:
        return {"statusCode": 400}
    # ruleid: no-ssrf
    return requests.get(url, timeout=4).text


def host_suffix(event, context):
    url = event["url"]
    parsed = urlparse(url)
    if not parsed.hostname.endswith(".example.com"):
        return {"statusCode": 400}
    # ok: no-ssrf
    return requests.get(url, timeout=4).text


def prefix_closed(event, context):
    url = event["url"]
    if not url.startswith("https://api.example.com/"):
        return {"statusCode": 400}
    # ok: no-ssrf
    return requests.get(url, timeout=4).text


def prefix_open(event, context):
    url = event["url"]
    if not url.startswith("https://api.example.com"):
        return {"statusCode": 400}
    # ruleid: no-ssrf
    return requests.get(url, timeout=4).text


def scheme_only(event, context):
    url = event["url"]
    if urlparse(url).scheme not in ("http", "https"):
        return {"statusCode": 400}
    # ruleid: no-ssrf
    return requests.get(url, timeout=4).text


def table(event, context):
    # ok: no-ssrf
    return requests.get(ENDPOINTS[event["service"]], timeout=4).text


def own_api(event, context):
    host = event["headers"]["Host"]
    stage = event["requestContext"]["stage"]
    # ok: no-ssrf
    requests.put(f"https://{host}/{stage}/users", timeout=4)
    forwarded = event["headers"]["X-Forwarded-Host"]
    # ruleid: no-ssrf
    return requests.get(f"https://{forwarded}/{stage}/users", timeout=4).text


def stored(event, context):
    item = table_of_hooks.get_item(Key={"id": event["id"]})
    # ok: no-ssrf
    requests.post(item["Item"]["url"], timeout=4)
    hook = hooks.get_hook_by_id(event["id"])
    # ok: no-ssrf
    return requests.post(hook.url, timeout=4).text


def just_created(event, context):
    topic = sns.create_topic(Name=event["topic"])
    # ok: no-ssrf
    sns.publish(TopicArn=topic["TopicArn"], Message="begun")
    # ruleid: no-ssrf
    sns.publish(TopicArn=event["topic"], Message="begun")


def health_of(server_id):
    return f"https://{server_id}/health"


def stored_under_an_id(event, context):
    server_id = event["server_id"]
    server = get_server(server_id)
    # ok: no-ssrf
    requests.post(server.get("endpoint_url"), timeout=4)
    address = server["health_url"]
    # ok: no-ssrf
    requests.get(address, timeout=4)
    # ok: no-ssrf
    requests.get(get_server_address(server_id), timeout=4)
    made = health_of(server_id)
    # ruleid: no-ssrf
    requests.get(made, timeout=4)
    typed = get_server(event["server"])
    # ok: no-ssrf
    return requests.get(typed["url"], timeout=4).text


def kept_in_a_store(event, context):
    address = webhook_store.get(event["hook"])
    # ok: no-ssrf
    requests.post(address, timeout=4)
    given = event.get("hook")
    # ruleid: no-ssrf
    return requests.post(given, timeout=4).text


def a_request_to_a_fixed_host(event, context):
    request = urllib.request.Request(os.environ["WEBHOOK"], data=json.dumps(event).encode())
    # ok: no-ssrf
    urllib.request.urlopen(request)
    connection = http.client.HTTPSConnection("api.example.com")
    # ok: no-ssrf
    connection.request("GET", "/items/" + event["id"])
    # ruleid: no-ssrf
    request = urllib.request.Request(event["url"], data=b"x")
    return request


def host_of_another_parser(event, context):
    url = event["url"]
    host = urlsplit(url).hostname
    if host not in {"api.example.com"}:
        return {"statusCode": 400}
    # ok: no-ssrf
    return requests.get(url, timeout=3)


def host_only_printed(event, context):
    url = event["url"]
    host = urlsplit(url).hostname
    if host not in {"api.example.com"}:
        print(host)
    # ruleid: no-ssrf
    return requests.get(url, timeout=3)


def vocabulary(event, context):
    answer = transcribe.get_vocabulary(VocabularyName=event["name"])
    # ok: no-ssrf
    urllib.request.urlopen(answer["DownloadUri"])
    # ok: no-ssrf
    urllib.request.urlopen(catalog.get_entry(event["uri"])["uri"])
    # ruleid: no-ssrf
    urllib.request.urlopen(json.loads(event["entry"])["uri"])


SHEETS = "https://sheets.example.com/v4/"
BARE = "https://sheets.example.com"


def behind_a_constant(event, context):
    # ok: no-ssrf
    requests.put(f"{SHEETS}{event['sheet']}/values", timeout=4)
    sheet = event["sheet"]
    # ok: no-ssrf
    requests.get(f"{SHEETS + sheet}/values", timeout=4)
    # ok: no-ssrf
    requests.get(f'https://sheets.example.com/v4/\'A\'!{sheet}?token={event["token"]}', timeout=4)
    # ok: no-ssrf
    requests.get(f'{SHEETS}{sheet}/values/\'A\'!1?token={event["token"]}', timeout=4)
    # ruleid: no-ssrf
    requests.get(f'https://\'A\'.{sheet}/v4', timeout=4)
    # ruleid: no-ssrf
    requests.put(f"{BARE}{event['sheet']}/values", timeout=4)


def what_a_look_up_answers(event, context):
    profile = event["key"].split("/")[0]
    # ok: no-ssrf
    states.start_execution(stateMachineArn=profiles.get_profile(profile)["StateMachineArn"], input="{}")
    # ruleid: no-ssrf
    states.start_execution(stateMachineArn=event["StateMachineArn"], input="{}")


CHECKED_HOSTS = {"api.example.com", "cdn.example.com"}


def require_host(url):
    if urlparse(url).hostname not in CHECKED_HOSTS:
        raise ValueError("host")


def warn_host(url):
    if urlparse(url).hostname not in CHECKED_HOSTS:
        print("odd host")


def checked_url(url):
    parts = urlparse(url)
    if parts.scheme != "https" or parts.hostname not in CHECKED_HOSTS:
        raise ValueError("host")
    return url


def handler_checks_in_functions(event, context):
    first = event["first"]
    require_host(first)
    # ok: no-ssrf
    requests.get(first, timeout=2)
    second = event["second"]
    warn_host(second)
    # ruleid: no-ssrf
    requests.get(second, timeout=2)
    # ok: no-ssrf
    requests.get(checked_url(event["third"]), timeout=2)


def handler_origin_in_front(event, context):
    url = event["url"]
    if url.startswith("https://api.example.com/"):
        # ok: no-ssrf
        requests.get(url, timeout=2)
    if url.startswith("https://api.example.com"):
        # ruleid: no-ssrf
        requests.get(url, timeout=2)


shared_session = requests.Session()


def handler_request_by_name(event, context):
    # ruleid: no-ssrf
    shared_session.request("GET", url=event["webhook"])
    # ok: no-ssrf
    shared_session.request("GET", url="https://api.example.com/", json=event["webhook"])


def handler_field_of_a_record(event, context):
    member = tenants.get_member(event["id"])
    tenant = tenants.find_tenant(member.tenant_id)
    if tenant.webhook:
        # ok: no-ssrf
        requests.post(tenant.webhook, json={}, timeout=2)
    made = tenants.make_tenant(event["tenant"])
    # ok: no-ssrf
    requests.post(made.webhook, json={}, timeout=2)
    given = SimpleNamespace(webhook=event["tenant"])
    # ruleid: no-ssrf
    requests.post(given.webhook, json={}, timeout=2)


# Pages that the function itself renders, browsers, clients with an address of their own


def prints(event, context):
    title = json.loads(event["body"])["title"]
    # ruleid: no-ssrf
    HTML(string=f"<h1>{title}</h1>").write_pdf("/tmp/report.pdf")
    # ruleid: no-ssrf
    pdfkit.from_string("<h1>" + title + "</h1>", "/tmp/report.pdf")
    # ruleid: no-ssrf
    pdfkit.from_url(event["queryStringParameters"]["page"], "/tmp/page.pdf")


def escaped_for_a_page(event, context):
    name = event["queryStringParameters"]["name"]
    # ruleid: no-ssrf
    requests.get(f"https://{html.escape(name)}/about", timeout=2)
    # ruleid: no-ssrf
    requests.get("https://" + html.escape(name), timeout=2)
    # ok: no-ssrf
    requests.get(f"https://pages.example.com/{html.escape(name)}", timeout=2)


def prints_escaped(event, context):
    title = html.escape(json.loads(event["body"])["title"])
    # ok: no-ssrf
    HTML(string=f"<h1>{title}</h1>").write_pdf("/tmp/report.pdf")
    # ok: no-ssrf
    pdfkit.from_string(f"<h1>{title}</h1>", "/tmp/report.pdf")


def screenshots(event, context):
    browser = webdriver.Chrome()
    # ruleid: no-ssrf
    browser.get(event["queryStringParameters"]["page"])
    # ok: no-ssrf
    browser.get("https://www.example.com/pages/" + quote(event["queryStringParameters"]["page"], safe=""))


def one_off_clients(event, context):
    target = json.loads(event["body"])["target"]
    # ruleid: no-ssrf
    requests.Session().post(url=f"https://{target}/jobs", timeout=4)
    # ruleid: no-ssrf
    httpx.Client(base_url=f"https://{target}").get("/jobs")
    # ok: no-ssrf
    httpx.Client(base_url="https://api.example.com").get("/jobs", params={"target": target})


def curl(event, context):
    handle = pycurl.Curl()
    # ruleid: no-ssrf
    handle.setopt(handle.URL, event["queryStringParameters"]["page"])
    # ok: no-ssrf
    handle.setopt(handle.USERAGENT, event["queryStringParameters"]["page"])


# Functions that answer whether an address is allowed


def is_partner(url):
    parts = urlsplit(url)
    return parts.scheme == "https" and parts.hostname in PARTNER_HOSTS


def is_ours(url):
    host = urlparse(url).hostname or ""
    return host == "example.com" or host.endswith(".example.com")


def has_host(url):
    return bool(urlparse(url).hostname)


def address_answered_for_handler(event, context):
    url, other, third, fourth = event["url"], event["other"], event["third"], event["fourth"]
    if not is_partner(url):
        return {"statusCode": 400}
    # ok: no-ssrf
    requests.get(url)
    if is_ours(other):
        # ok: no-ssrf
        requests.get(other)
    if not has_host(third):
        return {"statusCode": 400}
    # ruleid: no-ssrf
    requests.get(third)
    if is_partner(fourth):
        return {"statusCode": 400}
    # ruleid: no-ssrf
    requests.get(fourth)


def host_by_name_handler(event, context):
    url, other = event["url"], event["other"]
    host = urlparse(url).netloc
    if host != "api.example.com":
        return {"statusCode": 400}
    # ok: no-ssrf
    requests.get(url)
    name = urlparse(other).hostname or ""
    if not name.endswith(".example.com"):
        return {"statusCode": 400}
    # ok: no-ssrf
    requests.get(other)
    if not name.endswith("example.com"):
        return {"statusCode": 400}
    # ruleid: no-ssrf
    requests.get(event["third"])


FILES = "https://files.example.com/"
FILES_OPEN = "https://files.example.com"
PARTNERS_DOMAIN = ".partner.example.com"


def prefixes_by_name_handler(event, context):
    url, other, third = event["url"], event["other"], event["third"]
    if not url.startswith(FILES):
        return {"statusCode": 400}
    # ok: no-ssrf
    requests.get(url)
    # Without a slash at its end, it is the beginning of other hosts, too.
    if not other.startswith(FILES_OPEN):
        return {"statusCode": 400}
    # ruleid: no-ssrf
    requests.get(other)
    if urlparse(third).hostname.endswith(PARTNERS_DOMAIN):
        # ok: no-ssrf
        requests.get(third)
    if urlparse(third).hostname.endswith("example.com"):
        # ruleid: no-ssrf
        requests.get(third)


def generate_url(division):
    if division not in ("d1", "d2"):
        raise ValueError(division)
    return "https://scores.example.com/" + division


def fetch_scores(address):
    # ok: no-ssrf
    return requests.get(address)


def scores(event, context):
    address = generate_url(event["division"])
    return fetch_scores(address)


# The body, handed on under its name


def router(event, context):
    body = json.loads(event["body"])
    settings = load_settings(event)
    return route(event["path"], "v2", settings, body)


def route(path, version, settings, body):
    if path == "/settings":
        return apply_settings(settings, body=None)
    return check_connection(body)


def check_connection(body):
    address = body.get("url", "").rstrip("/")
    # ruleid: no-ssrf
    return requests.get(f"{address}/api/{1}")


def apply_settings(settings, body):
    # ok: no-ssrf
    return requests.post(settings["url"])


def unrelated(body):
    # ok: no-ssrf
    return requests.post(body["url"])


# The host is known by a variable, beside other checks, and the field of a request is checked by a function that raises


def hosts_in_branches(event, context):
    first, second, third = event["first"], event["second"], event["third"]
    parts = urlparse(first)
    host = (parts.hostname or "").lower()
    if parts.scheme == "https" and host in PARTNERS:
        # ok: no-ssrf
        requests.get(first, timeout=2)
        # ruleid: no-ssrf
        requests.get(second, timeout=2)
    if parts.scheme == "https" or host in PARTNERS:
        # ruleid: no-ssrf
        requests.get(first, timeout=2)
    if parts.scheme == "https" and not host.endswith(".example.com"):
        # ruleid: no-ssrf
        requests.get(first, timeout=2)
    if parts.scheme in ("http", "https"):
        # ruleid: no-ssrf
        requests.get(first, timeout=2)
    name = urlparse(third).hostname
    if name and name.endswith(".example.com"):
        # ok: no-ssrf
        requests.get(third, timeout=2)


def field_that_a_function_checks(event, context):
    query = event["queryStringParameters"]
    # ruleid: no-ssrf
    requests.get(query["to"], timeout=2)
    require_host(query["to"])
    # ok: no-ssrf
    requests.get(query["to"], timeout=2)
    # ruleid: no-ssrf
    requests.get(query["other"], timeout=2)


def calls_a_function(event, context):
    body = json.loads(event["body"])
    # ruleid: no-ssrf
    boto3.client("lambda").invoke(FunctionName=body["function"], Payload=b"{}")
    # ok: no-ssrf
    boto3.client("lambda").invoke(FunctionName="reports", Payload=json.dumps(body))


def behind_a_constant_of_its_own(event, context):
    base = "https://api.example.com/"
    # ok: no-ssrf
    requests.get(base + event["path"], timeout=2)
    open_base = "https://api.example.com"
    # ruleid: no-ssrf
    requests.get(open_base + event["path"], timeout=2)


def domain_or_below(event, context):
    first, second = event["first"], event["second"]
    host = urlparse(first).hostname or ""
    if not (host == "example.com" or host.endswith(".example.com")):
        return {"statusCode": 400}
    # ok: no-ssrf
    requests.get(first, timeout=2)
    name = urlparse(second).hostname or ""
    if not (name == "example.com" or name.endswith("example.com")):
        return {"statusCode": 400}
    # ruleid: no-ssrf
    requests.get(second, timeout=2)


# One of several origins, each closed by a slash.
HOOKS = ("https://hooks.example.com/", "https://chat.example.org/")
OPEN_HOOKS = ("https://hooks.example.com", "https://chat.example.org/")


def one_of_several(event, context):
    url = json.loads(event["body"])["url"]
    if not url.startswith(HOOKS):
        return {"statusCode": 400}
    # ok: no-ssrf
    requests.post(url, timeout=3)


def one_that_is_open(event, context):
    url = json.loads(event["body"])["url"]
    if not url.startswith(OPEN_HOOKS):
        return {"statusCode": 400}
    # ruleid: no-ssrf
    requests.post(url, timeout=3)


def only_there(event, context):
    url = json.loads(event["body"])["url"]
    if url.startswith(HOOKS):
        # ok: no-ssrf
        requests.post(url, timeout=3)
    # ruleid: no-ssrf
    requests.post(url, timeout=3)


def is_public_host(host):
    for info in socket.getaddrinfo(host, 443):
        if ipaddress.ip_address(info[4][0]).is_private:
            return False
    return True


def validate_target(url):
    host = urlparse(url).hostname or ""
    if not is_public_host(host):
        return False, "The target is an address of the network"
    return True, None


def normalized(url):
    return str(url).strip()


def try_connection(event, context):
    body = json.loads(event["body"])
    url = body["url"]
    allowed, reason = validate_target(url)
    if not allowed:
        return {"statusCode": 400, "body": reason}
    arguments = {"method": "POST", "url": url, "timeout": 3}
    arguments["json"] = body.get("payload")
    # ok: no-ssrf
    return {"statusCode": requests.request(**arguments).status_code}


def try_any_connection(event, context):
    body = json.loads(event["body"])
    # ok: no-ssrf
    fixed = {"method": "POST", "url": "https://api.example.com/try", "json": body["payload"]}
    # ok: no-ssrf
    requests.request(**fixed)
    url = body["url"]
    # ruleid: no-ssrf
    arguments = {"method": "POST", "url": url, "timeout": 3}
    with session() as current:
        requests.request(**arguments)
    address = normalized(body["address"])
    # ruleid: no-ssrf
    requests.get(address, timeout=3)
    # ruleid: no-ssrf
    requests.request(**body)


def try_host(event, context):
    url = event["url"]
    host = urlparse(url).hostname
    if not is_public_host(host):
        return {"statusCode": 400}
    # ok: no-ssrf
    return requests.get(url, timeout=3).text


def try_parsed_host(event, context):
    url = event["url"]
    parts = urlparse(url)
    if not parts.scheme or not is_public_host(parts.hostname):
        return {"statusCode": 400}
    # ok: no-ssrf
    return requests.get(url, timeout=3).text


def try_parsed_scheme(event, context):
    url = event["url"]
    parts = urlparse(url)
    if not normalized(parts.scheme):
        return {"statusCode": 400}
    # ruleid: no-ssrf
    return requests.get(url, timeout=3).text


def endpoint_of(event):
    scope = event["requestContext"]
    return "https://{}/{}".format(scope["domainName"], scope["stage"])


def tell_sender(event, text):
    # ok: no-ssrf
    management = boto3.client("apigatewaymanagementapi", endpoint_url=endpoint_of(event))
    management.post_to_connection(ConnectionId=event["requestContext"]["connectionId"], Data=text)


def tell_all(event, context):
    tell_sender(event, "hello")
    # ruleid: no-ssrf
    boto3.client("sqs", endpoint_url=event["endpoint"])


def picture_of_a_page(event, context):
    with tempfile.NamedTemporaryFile(mode="w", suffix=".html", delete=False) as copy:
        copy.write(event["body"])
    # ok: no-ssrf
    page.goto("file://" + copy.name)
    # ruleid: no-ssrf
    page.goto(event["queryStringParameters"]["url"])
