#!/usr/bin/env python3
"""A relying party of its own, against a service that decides by the email: one row for each rule of the protocol.

    rest.py http://127.0.0.1:PORT [--first]

Prints the rows that failed, or only the first one, and ends with 1 if there are any. It needs nothing but Python's own library, and shares no code
with the service: what is written here is a second reading of the rules.
"""

import base64
import http.client
import json
import sys
import threading
import urllib.parse

KEY = "Pj+GIg2/l7ZKmicZi37+1giqKJ1WH3Vt8vSSxCuvPkKD"
OTHER = "live_Pj-GIg2_l7ZKmicZi37-1giqKJ1WH3Vt8vSSxCuvPkKE"
BLOCKED = "blocked/GIg2/l7ZKmicZi37+1giqKJ1WH3Vt8vSSxCuvPkK"
KIOSK = "two/open/GIg2/l7ZKmicZi37+1giqKJ1WH3Vt8vSSxCuvPk"
BASE = urllib.parse.urlsplit(sys.argv[1])

ROWS = []


def row(function):
    """Marks a check; its name says the rule."""
    ROWS.append(function)
    return function


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
    connection = http.client.HTTPConnection(BASE.hostname, BASE.port, timeout=30)
    try:
        connection.request(method, path, body, sent)
        return Answer(connection.getresponse())
    finally:
        connection.close()


COUNT = iter(range(1_000_000))


def ask(kind="AUTHENTICATION", who="approve", key=KEY, **members):
    """A request that keeps the rules, but for what `members` say. Every email is a new one."""
    body = {"type": kind, "email": f"{who}@row{next(COUNT)}.example", "title": "Row", **members}
    return call("POST", "/v1/requests", body, key)


def create(*arguments, **members):
    answer = ask(*arguments, **members)
    assert answer.status == 200, answer
    return answer.json["request_id"]


def result(request_id, key=KEY):
    answer = call("GET", f"/v1/requests/{request_id}", key=key)
    assert answer.status == 200, answer
    return answer.json


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


# --- protobuf, by hand -------------------------------------------------------------------------------------------------

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


PROTOBUF = "application/protobuf"


# --- who may call ------------------------------------------------------------------------------------------------------

@row
def every_call_but_status_needs_a_key():
    request_id = create(who="wait")
    for method, path in [("POST", "/v1/requests"), ("GET", f"/v1/requests/{request_id}"),
                         ("POST", f"/v1/requests/{request_id}/cancel"),
                         ("GET", f"/v1/requests/{request_id}/files/kyc.pdf")]:
        is_unknown(call(method, path, key=None))
        is_unknown(call(method, path, key="nobody"))
    assert status(request_id) == "NOT_READY"


@row
def a_file_needs_the_key_too():
    request_id = create("KYC")
    result(request_id)
    is_unknown(call("GET", f"/v1/requests/{request_id}/files/kyc.pdf", key=None))


@row
def a_key_is_not_decoded():
    is_unknown(ask(key=KEY.replace("+", "%2B")))
    is_unknown(ask(key=KEY.replace("+", " ")))
    is_unknown(ask(key=KEY.replace("+", "-").replace("/", "_")))
    is_unknown(ask(key=KEY.lower()))


@row
def a_key_of_the_other_alphabet_is_known():
    assert ask(key=OTHER).status == 200


@row
def only_bearer_is_a_key():
    basic = base64.b64encode(f"{KEY}:".encode()).decode()
    for header in ["", KEY, f"Basic {basic}"]:
        is_unknown(call("POST", "/v1/requests", {}, None, {"Authorization": header}))


@row
def another_relying_party_may_do_nothing():
    request_id = create("KYC")
    result(request_id)
    for method, path in [("GET", ""), ("POST", "/cancel"), ("GET", "/files/kyc.pdf")]:
        answer = call(method, f"/v1/requests/{request_id}{path}", key=OTHER)
        is_error(answer, 403, "PERMISSION_DENIED", 7)


@row
def an_id_that_nobody_has_is_not_found():
    nobody = base64.urlsafe_b64encode(bytes(33)).decode()
    for request_id in [nobody, "x", nobody + "A", "%00", "..."]:
        is_missing(call("GET", f"/v1/requests/{request_id}"))
        is_missing(call("GET", f"/v1/requests/{request_id}/status", key=None))
        is_missing(call("POST", f"/v1/requests/{request_id}/cancel"))
        is_missing(call("GET", f"/v1/requests/{request_id}/files/kyc.pdf"))


@row
def a_foreign_host_is_sent_away():
    for host in ["rebound.example", f"rebound.example:{BASE.port}", "127.0.0.1", ""]:
        answer = call("GET", "/v1/requests/x/status", key=None, headers={"Host": host})
        assert answer.status in (400, 421), answer


@row
def web_pages_are_sent_away():
    for origin in ["https://page.example", "null", f"http://{BASE.netloc}"]:
        answer = call("POST", "/v1/requests", {}, headers={"Origin": origin})
        is_error(answer, 403, "PERMISSION_DENIED", 7)
    answer = call("OPTIONS", "/v1/requests", headers={"Access-Control-Request-Method": "POST"})
    assert answer.status >= 400, answer


@row
def no_answer_has_a_header_for_web_pages():
    answers = [ask(), call("GET", "/v1/requests/x"), call("OPTIONS", "/v1/requests")]
    names = [name.lower() for answer in answers for name in answer.headers]
    assert not any(name.startswith("access-control") for name in names), names


# --- create ------------------------------------------------------------------------------------------------------------

@row
def create_tells_the_id_and_the_time():
    answer = ask().json
    assert answer["success"] is True, answer
    assert len(answer["request_id"]) == 44, answer
    assert len(base64.urlsafe_b64decode(answer["request_id"])) == 33, answer
    assert type(answer["timestamp"]) is int and answer["timestamp"] > 1_700_000_000, answer
    assert answer["timestamp_created"] == answer["timestamp"], answer


@row
def the_four_types_are_taken():
    for kind in ["AUTHENTICATION", "SIGNATURE", "IDENTIFICATION", "KYC", 3, 4, 5, 6]:
        assert ask(kind).status == 200, kind


@row
def other_types_are_refused():
    for kind in [None, "", 0, 1, 2, 99, -1, "DEVICE_KEY", "PASSWORD", "authentication", True, [], {}]:
        is_invalid(ask(kind))


@row
def an_email_is_needed():
    for email in [None, "", 1, [], "a" * 321]:
        is_invalid(ask(email=email))


@row
def a_request_without_an_email_is_not_served():
    is_invalid(ask(use_local_account=True))
    is_invalid(ask(email=None, use_local_account=True))


@row
def a_title_is_one_line_of_at_most_100_characters():
    for title in [None, "", "a" * 101, "ä" * 101, "a\nb", "a\rb", "a\u2028b", "a\n", 5]:
        is_invalid(ask(title=title))
    for title in ["a" * 100, "ä" * 100, "\U0001f980" * 100, " a "]:
        assert ask(title=title).status == 200, title


@row
def a_description_has_at_most_255_characters_on_10_lines():
    for description in ["a" * 256, "ä" * 256, "a\n" * 10 + "a", 5]:
        is_invalid(ask("SIGNATURE", description=description))
    for description in ["", "a" * 255, "ä" * 255, "\n".join("a" * 10), None]:
        assert ask("SIGNATURE", description=description).status == 200, description


@row
def a_description_belongs_to_a_signature():
    for kind in ["AUTHENTICATION", "IDENTIFICATION", "KYC"]:
        is_invalid(ask(kind, description="a"))
        assert ask(kind, description="").status == 200


@row
def a_timeout_is_between_10_and_600_seconds():
    for seconds in [9, 601, -1, 1, 2147483647, 4294967306, "x", 10.5]:
        is_invalid(ask(timeout_seconds=seconds))
    for seconds in [None, 0, 10, 600, "60", 60.0]:
        assert ask(timeout_seconds=seconds).status == 200, seconds


@row
def an_idempotent_key_gives_the_same_request():
    body = {"type": "AUTHENTICATION", "email": "approve@same.example", "title": "Row", "idempotent_key": "again"}
    first, second = (call("POST", "/v1/requests", body).json for _ in range(2))
    assert first == second, (first, second)
    assert result(first["request_id"])["idempotent_key"] == "again"
    other = call("POST", "/v1/requests", body, OTHER).json
    assert other["request_id"] != first["request_id"], "the key of another relying party is another key"
    body["idempotent_key"] = "once more"
    assert call("POST", "/v1/requests", body).json["request_id"] != first["request_id"]


@row
def a_member_that_does_not_fit_the_type_is_passed_over():
    request_id = create("AUTHENTICATION", signature={"serialization": "SERIALIZATION_PROTOBUF", "verified_only": True})
    assert "authentication" in result(request_id)
    assert ask("IDENTIFICATION", kyc={"files_format": "EMBEDDED"}).status == 200


@row
def what_only_device_keys_use_is_taken():
    raw = base64.b64encode(b"\2" * 33).decode()
    assert ask(ra_pub_key=raw, timestamp_created=5, disable_biometric_authorization=True).status == 200


@row
def two_members_of_one_group_are_refused():
    is_invalid(ask(signature={}, kyc={}))
    is_invalid(ask("KYC", authenticate={}, kyc={}))


@row
def members_that_nobody_knows_are_passed_over():
    assert ask(colour="red", nested={"deep": [1, None]}).status == 200
    assert ask("SIGNATURE", signature={"colour": "red"}).status == 200


@row
def names_are_taken_in_both_spellings():
    request_id = create("SIGNATURE", signature={"invisibleData": "aGlkZGVu", "verifiedOnly": False}, idempotentKey="camel")
    answer = result(request_id)
    assert answer["idempotent_key"] == "camel"
    assert base64.b64decode(answer["signature"]["signature_data"]).endswith(b"hidden"), answer


@row
def null_is_the_same_as_absent():
    assert ask(timeout_seconds=None, description=None, signature=None, kyc=None, idempotent_key=None).status == 200


@row
def base64_comes_in_either_alphabet():
    for text in ["-_8=", "-_8", "+/8=", "+/8"]:
        answer = result(create("SIGNATURE", signature={"invisible_data": text}))
        assert base64.b64decode(answer["signature"]["signature_data"]).endswith(b"\xfb\xff"), text
    is_invalid(ask("SIGNATURE", signature={"invisible_data": "*"}))


@row
def a_body_that_is_no_message_is_refused():
    for body in [b"", b"{", b"[]", b"null", b"1", b'{"type": "KYC"', b"\xff\xfe", b"[" * 50_000]:
        is_invalid(call("POST", "/v1/requests", body))


@row
def a_body_that_is_too_long_is_refused():
    is_error(call("POST", "/v1/requests", b" " * 65_537), 413, "INVALID_ARGUMENT", 3)


@row
def three_requests_to_one_email_can_be_open():
    body = {"type": "AUTHENTICATION", "email": "wait@Open.example", "title": "Row"}
    for _ in range(3):
        assert call("POST", "/v1/requests", body).status == 200
    body["email"] = "wait@oPEN.example"
    answer = call("POST", "/v1/requests", body)
    is_error(answer, 429, "RESOURCE_EXHAUSTED", 8)
    assert call("POST", "/v1/requests", body, OTHER).status == 200, "another relying party is not kept from it"
    body["email"] = "Wait@open.example"
    assert call("POST", "/v1/requests", body).status == 200, "before the @ the case makes a difference"


@row
def so_many_requests_of_one_relying_party_can_be_open():
    opened = [create(who="wait", key=KIOSK) for _ in range(2)]
    is_error(ask(key=KIOSK), 429, "RESOURCE_EXHAUSTED", 8)
    call("POST", f"/v1/requests/{opened[0]}/cancel", key=KIOSK)
    assert ask(key=KIOSK).status == 200, "one that is over makes room"


# --- result, status, cancel --------------------------------------------------------------------------------------------

@row
def result_waits_for_the_decision():
    request_id = create(who="slow")
    assert status(request_id) == "NOT_READY"
    answer = result(request_id)
    assert answer["status"] == "SUCCESS", answer


@row
def status_has_its_code():
    request_id = create(who="wait")
    answer = call("GET", f"/v1/requests/{request_id}/status", key=None).json
    expected = {"success": True, "request_id": request_id, "status": "NOT_READY", "status_code": 20001}
    assert answer == expected, answer


@row
def an_approval_says_who():
    answer = result(create())
    assert answer["success"] is True and answer["status_code"] == 10000, answer
    assert len(base64.b64decode(answer["device_id"])) == 33, answer
    assert answer["device_name"] and answer["unique_user_id"].isalnum(), answer
    assert answer["timestamp_created"] <= answer["timestamp_finished"], answer


@row
def the_email_comes_back_as_it_was_spelt():
    for who in ["approve", "decline"]:
        email = f"{who}@Spelt{next(COUNT)}.EXAMPLE"
        assert result(create(email=email))["email"] == email


@row
def a_refusal_comes_without_a_payload():
    answer = result(create("KYC", who="decline"))
    assert (answer["status"], answer["status_code"]) == ("USER_CANCELLED", 20004), answer
    assert answer["success"] is True, "the call worked"
    for member in ["kyc", "device_id", "device_name", "unique_user_id"]:
        assert member not in answer, answer


@row
def who_is_not_verified_is_told_where_it_is_needed():
    for kind, member in [("IDENTIFICATION", {}), ("KYC", {}), ("AUTHENTICATION", {"authenticate": {"verified_only": True}}),
                         ("SIGNATURE", {"signature": {"verified_only": True}})]:
        answer = result(create(kind, who="unverified", **member))
        assert (answer["status"], answer["status_code"]) == ("ACCOUNT_NOT_VERIFIED", 20005), answer
        assert not {"kyc", "identification", "authentication", "signature"} & set(answer), answer


@row
def a_cancelled_request_says_so():
    request_id = create(who="wait")
    answer = call("POST", f"/v1/requests/{request_id}/cancel")
    assert answer.json == {"success": True, "request_id": request_id}, answer
    answer = result(request_id)
    assert (answer["status"], answer["status_code"]) == ("RP_CANCELLED", 20003), answer
    assert status(request_id) == "RP_CANCELLED"


@row
def cancelling_wakes_who_waits():
    request_id = create(who="wait")
    heard = []
    waiting = threading.Thread(target=lambda: heard.append(result(request_id)["status"]))
    waiting.start()
    call("POST", f"/v1/requests/{request_id}/cancel")
    waiting.join(20)
    assert heard == ["RP_CANCELLED"], heard


@row
def the_first_decision_stands():
    request_id = create()
    first = call("GET", f"/v1/requests/{request_id}").body
    assert call("POST", f"/v1/requests/{request_id}/cancel").status == 200
    assert call("GET", f"/v1/requests/{request_id}").body == first


@row
def a_result_is_the_same_each_time():
    request_id = create("KYC")
    answers = {call("GET", f"/v1/requests/{request_id}").body for _ in range(3)}
    assert len(answers) == 1, answers


@row
def cancel_takes_a_type_and_an_empty_body():
    request_id = create(who="wait")
    answer = call("POST", f"/v1/requests/{request_id}/cancel", b"", headers={"Content-Type": PROTOBUF, "Accept": PROTOBUF})
    assert answer.status == 200 and fields(answer.body) == {1: 1, 3: request_id.encode()}, answer


@row
def the_singular_of_every_path_is_taken():
    body = {"type": "KYC", "email": "approve@singular.example", "title": "Row"}
    answer = call("POST", "/v1/request", body)
    assert answer.status == 200, answer
    path = f"/v1/request/{answer.json['request_id']}"
    assert call("GET", path).json["status"] == "SUCCESS"
    assert call("GET", f"{path}/status", key=None).json["status"] == "SUCCESS"
    assert call("POST", f"{path}/cancel").status == 200
    assert call("GET", f"{path}/files/kyc.pdf").status == 200


@row
def other_paths_and_methods_are_refused():
    for path in ["/", "/v1", "/v2/requests", "/v1/requestss", "/v1/requests/", "/v1/requests/x/y", "/v1/requests/x/files/y"]:
        is_missing(call("GET", path))
    for method, path in [("GET", "/v1/requests"), ("PUT", "/v1/requests"), ("POST", "/v1/requests/x"),
                         ("GET", "/v1/requests/x/cancel"), ("DELETE", "/v1/requests/x")]:
        answer = call(method, path)
        assert answer.status == 405 and answer.headers["Allow"], answer


@row
def a_blocked_relying_party_notices_nothing():
    request_id = create(key=BLOCKED)
    assert status(request_id) == "NOT_READY"


# --- payloads ----------------------------------------------------------------------------------------------------------

@row
def authentication_has_a_token_and_says_whether_verified():
    assert result(create())["authentication"] == {"jwt": "e30.e30.c2lnbmVk", "is_verified": True}
    assert result(create(who="unverified"))["authentication"]["is_verified"] is False


@row
def a_signature_always_says_how_it_is_written_and_whether_verified():
    answer = result(create("SIGNATURE", who="unverified", description="All of it"))["signature"]
    assert answer["serialization"] == "SERIALIZATION_JSON" and answer["is_verified"] is False, answer
    assert base64.b64decode(answer["signature_data"]) == b"Row|All of it|", answer
    assert len(base64.b64decode(answer["sign"])) == 64 and len(base64.b64decode(answer["user_pub_key"])) == 33
    asked = {"serialization": "SERIALIZATION_PROTOBUF"}
    assert result(create("SIGNATURE", signature=asked))["signature"]["serialization"] == "SERIALIZATION_PROTOBUF"
    assert result(create("SIGNATURE", signature={"serialization": 1}))["signature"]["serialization"] == "SERIALIZATION_PROTOBUF"


@row
def an_enum_that_nobody_knows_is_refused():
    is_invalid(ask("SIGNATURE", signature={"serialization": "SERIALIZATION_XML"}))
    is_invalid(ask("SIGNATURE", signature={"serialization": 2}))
    is_invalid(ask("KYC", kyc={"files_format": 2}))


@row
def identification_says_who_the_person_is():
    answer = result(create("IDENTIFICATION"))["identification"]
    expected = {"first_name": "Ada", "last_name": "Example", "gender": "F", "date_of_birth": "1980-01-01",
                "nationality": "SWE", "residency_country": "SWE", "residency_city": "Malmo",
                "residency_postcode": "211 25", "residency_address": "Ostergatan 21"}
    assert answer == expected, answer


@row
def kyc_has_links_by_default():
    request_id = create("KYC")
    answer = result(request_id)["kyc"]
    assert answer["identification"]["first_name"] == "Ada" and answer["passport_number"] == "111222333", answer
    for member, name, content in [("kyc_pdf", "kyc.pdf", b"%PDF-1.7 kyc"),
                                  ("residency_proof_pdf", "residency.pdf", b"%PDF-1.7 residency")]:
        link = f"{BASE.scheme}://{BASE.netloc}/v1/requests/{request_id}/files/{name}"
        assert answer[member] == {"download_link": link}, answer
        file = call("GET", urllib.parse.urlsplit(link).path)
        assert file.status == 200 and file.body == content and file.type == "application/pdf", file


@row
def kyc_has_bytes_where_they_are_asked_for():
    for embedded in ["EMBEDDED", 1]:
        answer = result(create("KYC", kyc={"files_format": embedded}))["kyc"]
        assert answer["kyc_pdf"] == {"embedded": base64.b64encode(b"%PDF-1.7 kyc").decode()}, answer
        assert base64.b64decode(answer["residency_proof_pdf"]["embedded"]) == b"%PDF-1.7 residency", answer


@row
def a_file_that_is_not_there_has_no_link():
    for member in [{}, {"kyc": {"files_format": "EMBEDDED"}}]:
        request_id = create("KYC", who="homeless", **member)
        answer = result(request_id)["kyc"]
        assert "kyc_pdf" in answer and "residency_proof_pdf" not in answer, answer
        is_missing(call("GET", f"/v1/requests/{request_id}/files/residency.pdf"))


@row
def only_an_answered_kyc_request_has_files():
    for request_id in [create("KYC", who="wait"), create("KYC", who="decline"), create("AUTHENTICATION")]:
        is_missing(call("GET", f"/v1/requests/{request_id}/files/kyc.pdf"))


@row
def a_screening_is_told_if_there_is_one():
    answer = result(create("KYC", who="screened"))["kyc"]
    assert answer["screening_EU"] == "MATCH_FOUND" and answer["screening_EU_info"] == "listed", answer
    assert answer["screening_UN"] == "NO_MATCH_FOUND", answer
    assert answer.get("screening_PEP", "UNKNOWN") == "UNKNOWN", answer


# --- encodings ---------------------------------------------------------------------------------------------------------

@row
def what_is_sent_and_what_comes_back_are_apart():
    def login():
        return message(f2=3, f3=f"approve@proto{next(COUNT)}.example", f5="Row")

    def body():
        return json.dumps({"type": 3, "email": f"approve@proto{next(COUNT)}.example", "title": "Row"}).encode()

    both = call("POST", "/v1/requests", login(), headers={"Content-Type": PROTOBUF, "Accept": PROTOBUF})
    assert both.status == 200 and both.type == PROTOBUF, both
    answer = fields(both.body)
    assert answer[1] == 1 and len(answer[3]) == 44 and answer[4] == answer[5], answer
    sent = call("POST", "/v1/requests", login(), headers={"Content-Type": PROTOBUF})
    assert sent.type == "application/json" and len(sent.json["request_id"]) == 44, sent
    back = call("POST", "/v1/requests", body(), headers={"Accept": PROTOBUF})
    assert back.type == PROTOBUF and len(fields(back.body)[3]) == 44, back


@row
def a_result_comes_in_protobuf():
    answer = call("GET", f"/v1/requests/{create()}", headers={"Accept": PROTOBUF})
    result_fields = fields(answer.body)
    assert result_fields[1] == 1 and result_fields[16] == 10000 and result_fields[17] == 10000, answer
    assert fields(result_fields[14]) == {1: b"e30.e30.c2lnbmVk", 2: 1}, answer


@row
def the_numbers_of_both_ages_are_read():
    login = message(f2=4, f3="approve@ages.example", f4=30, f5="Row", f6="Text", f7=b"\2" * 33, f10=message(f1=1, f2=b"hidden"),
                    f12="old key", f15=1, f16=1)
    created = call("POST", "/v1/requests", login, headers={"Content-Type": PROTOBUF})
    assert created.status == 200, created
    answer = call("GET", f"/v1/requests/{created.json['request_id']}", headers={"Accept": PROTOBUF})
    result_fields = fields(answer.body)
    assert result_fields[21] == b"old key" and result_fields[12] == b"approve@ages.example", result_fields
    signature = fields(result_fields[5])
    assert signature[1] == 1 and signature[2] == b"Row|Text|hidden" and len(signature[4]) == 33, signature


@row
def errors_come_in_protobuf_too():
    for answer, http_status, code in [
            (call("GET", "/v1/requests/x", headers={"Accept": PROTOBUF}), 404, 5),
            (call("GET", "/v1/requests/x", key="nobody", headers={"Accept": PROTOBUF}), 401, 16),
            (call("POST", "/v1/requests", b"\xff", headers={"Accept": PROTOBUF, "Content-Type": PROTOBUF}), 400, 3)]:
        assert answer.status == http_status and answer.type == PROTOBUF, answer
        error = fields(answer.body)
        assert error[1] == code and error[2] == code and error[3], error


@row
def protobuf_that_breaks_a_rule_is_refused():
    rules = [message(), message(f2=3), message(f2=1, f3="a@a.example", f5="Row"),
             message(f2=3, f3="a@a.example", f5="Row", f4=9), message(f2=4, f3="a@a.example", f5="Row", f10=message(f1=2)),
             b"\x0f", b"\x1a\xff", message(f3=b"\xff", f2=3, f5="Row"), b"{}"]
    for body in rules:
        is_invalid(call("POST", "/v1/requests", body, headers={"Content-Type": PROTOBUF}))


# --- time: these move the server's clock, so they come last ------------------------------------------------------------

def pass_seconds(seconds):
    create(who=f"pass-{seconds}", key=OTHER, timeout_seconds=10)


@row
def nobody_decides_and_it_says_so():
    request_id = create(who="nobody", timeout_seconds=60)
    heard = []
    waiting = threading.Thread(target=lambda: heard.append(result(request_id)))
    waiting.start()
    pass_seconds(61)
    waiting.join(20)
    assert heard and (heard[0]["status"], heard[0]["status_code"]) == ("TIMEOUT", 20002), heard
    assert heard[0]["timestamp_finished"] - heard[0]["timestamp_created"] == 60, heard
    assert status(request_id) == "TIMEOUT"
    assert call("POST", f"/v1/requests/{request_id}/cancel").status == 200
    assert result(request_id)["status"] == "TIMEOUT", "a cancel that comes late changes nothing"


@row
def a_result_stays_for_ten_minutes_after_it_was_read():
    request_id, unread = create("KYC"), create()
    first = call("GET", f"/v1/requests/{request_id}").body
    pass_seconds(590)
    assert call("GET", f"/v1/requests/{request_id}").body == first
    assert call("GET", f"/v1/requests/{request_id}/files/kyc.pdf").status == 200
    pass_seconds(20)
    is_missing(call("GET", f"/v1/requests/{request_id}"))
    is_missing(call("GET", f"/v1/requests/{request_id}/status"))
    is_missing(call("GET", f"/v1/requests/{request_id}/files/kyc.pdf"))
    assert result(unread)["status"] == "SUCCESS", "nobody has read that one"


@row
def a_result_that_nobody_read_stays_for_a_day():
    request_id = create()
    pass_seconds(24 * 60 * 60 - 60)
    assert status(request_id) == "SUCCESS"
    pass_seconds(120)
    is_missing(call("GET", f"/v1/requests/{request_id}"))


@row
def an_idempotent_key_can_be_used_again_once_the_request_is_forgotten():
    first = create(idempotent_key="forgotten")
    pass_seconds(24 * 60 * 60 + 60)
    assert create(idempotent_key="forgotten") != first


def main():
    failed = 0
    for check in ROWS:
        try:
            check()
        except Exception as error:  # a row that cannot be carried out has failed too
            failed += 1
            print(f"{check.__name__}: {type(error).__name__}: {error}")
            if "--first" in sys.argv:
                break
    print(f"{len(ROWS)} rows, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
