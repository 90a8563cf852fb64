"""Calls a service, and what the rows of `rest.py` need besides."""

import base64
import http.client
import json
import os
import ssl
import sys
import urllib.parse

PROTOBUF = "application/protobuf"
# Four keys where a wallet answers, with a user who says yes to everything but what is called NO.
WALLET = os.environ.get("IDW_EID_WALLET_KEYS", "")
KEY, OTHER, BLOCKED, KIOSK = WALLET.split() if WALLET else [
    "Pj+GIg2/l7ZKmicZi37+1giqKJ1WH3Vt8vSSxCuvPkKD",
    "live_Pj-GIg2_l7ZKmicZi37-1giqKJ1WH3Vt8vSSxCuvPkKE",
    "blocked/GIg2/l7ZKmicZi37+1giqKJ1WH3Vt8vSSxCuvPkK",
    "two/open/GIg2/l7ZKmicZi37+1giqKJ1WH3Vt8vSSxCuvPk",
]
NO = "Say no"
# What has files; a wallet makes them of what its user holds, so its rows do with a login.
WITH_FILES = "AUTHENTICATION" if WALLET else "KYC"
BASE = urllib.parse.urlsplit(sys.argv[1])
# The certificates that are trusted, where the service speaks TLS.
TRUSTED = ssl.create_default_context(cafile=os.environ["IDW_EID_CA"]) if BASE.scheme == "https" else None

ROWS = []


def row(function):
    """Marks a check; its name says the rule. Rows run in the order in which they are marked."""
    ROWS.append(function)
    return function


def made_up(function):
    """A check of what the service of the tests makes up: a person, files, a clock that is moved on. No wallet does."""
    return function if WALLET else row(function)


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.type = response.headers.get("Content-Type", "")
        self.headers = response.headers
        self.body = response.read()

    @property
    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return f"{self.status} {self.type} {self.body[:300]!r}"


def call(method, path, body=None, key=KEY, headers=None):
    """One call; a body that is no bytes goes as JSON."""
    sent = {} if key is None else {"Authorization": f"Bearer {key}"}
    if body is not None and not isinstance(body, bytes):
        sent["Content-Type"] = "application/json"
        body = json.dumps(body).encode()
    sent.update(headers or {})
    for attempt in range(10):
        if TRUSTED:
            connection = http.client.HTTPSConnection(BASE.hostname, BASE.port, timeout=30, context=TRUSTED)
        else:
            connection = http.client.HTTPConnection(BASE.hostname, BASE.port, timeout=30)
        try:
            connection.request(method, path, body, sent)
            return Answer(connection.getresponse())
        except (ssl.SSLEOFError, BrokenPipeError, ConnectionResetError):
            # A service that refuses a long body may hang up before all of it is sent: then its answer is lost, or not.
            if attempt == 9 or len(body or b"") < 60_000:
                raise
        finally:
            connection.close()


COUNT = iter(range(1_000_000))
# A wallet knows that many emails of each kind; what was answered stands in nobody's way.
DOMAINS = 8 if WALLET else 1_000_000


def ask(kind="AUTHENTICATION", who="wait" if WALLET else "approve", key=KEY, **members):
    """A request that keeps the rules, but for what `members` say. Every email that nobody answers at is a new one."""
    number = next(COUNT) % (1_000_000 if who == "wait" else DOMAINS)
    body = {"type": kind, "email": f"{who}@row{number}.example", "title": NO if who == "decline" else "Row", **members}
    return call("POST", "/v1/requests", body, key)


def create(kind="AUTHENTICATION", who="approve", **members):
    answer = ask(kind, who, **members)
    assert answer.status == 200, answer
    return answer.json["request_id"]


def result(request_id, key=KEY):
    answer = call("GET", f"/v1/requests/{request_id}", key=key)
    assert answer.status == 200, answer
    return answer.json


def invisible(answer):
    """The bytes that were signed unseen, of a signature in JSON."""
    data = base64.b64decode(answer["signature"]["signature_data"])
    return base64.b64decode(json.loads(data)["invisibleData"]) if WALLET else data.rpartition(b"|")[2]


def status(request_id):
    answer = call("GET", f"/v1/requests/{request_id}/status", key=None)
    assert answer.status == 200, answer
    return answer.json["status"]


def is_error(answer, http_status, name, code):
    assert answer.status == http_status, answer
    error = answer.json
    assert error["error"] == name and error["error_code"] == code and error["message"], answer
    assert type(error["error_code"]) is int, answer


def is_invalid(answer):
    is_error(answer, 400, "INVALID_ARGUMENT", 3)


def is_missing(answer):
    is_error(answer, 404, "NOT_FOUND", 5)


def is_unknown(answer):
    is_error(answer, 401, "UNAUTHENTICATED", 16)


# Protobuf, by hand: the fields of a message by their numbers.

def varint(number):
    out = bytearray()
    while True:
        out.append(number & 0x7F | (0x80 if number > 0x7F else 0))
        number >>= 7
        if not number:
            return bytes(out)


def message(**fields):
    """Fields as `f3="text"` or `f2=3`."""
    out = b""
    for name, value in fields.items():
        number = int(name[1:])
        if isinstance(value, int):
            out += varint(number << 3) + varint(value)
        else:
            value = value.encode() if isinstance(value, str) else value
            out += varint(number << 3 | 2) + varint(len(value)) + value
    return out


def fields(data):
    """The fields of a message, by their numbers."""
    out, at = {}, 0

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(data):
        tag = number()
        if tag & 7 == 0:
            out[tag >> 3] = number()
        else:
            assert tag & 7 == 2, "a kind of field that no message has"
            length = number()
            out[tag >> 3] = data[at:at + length]
            at += length
    return out
