"""What an approval brings, by the type of the request; and the encodings."""

import base64
import json
import urllib.parse

from rp import (
    BASE, COUNT, PROTOBUF, ask, call, create, fields, is_invalid, is_missing, made_up, message, result, row,
)


@made_up
def authentication_has_a_token_and_says_whether_verified():
    assert result(create())["authentication"] == {"jwt": "e30.e30.c2lnbmVk", "is_verified": True}
    assert result(create(who="unverified"))["authentication"]["is_verified"] is False


@made_up
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


@made_up
def identification_says_who_the_person_is():
    answer = result(create("IDENTIFICATION"))["identification"]
    expected = {"first_name": "Ada", "last_name": "Example", "gender": "F", "date_of_birth": "1980-01-01",
                "nationality": "SWE", "residency_country": "SWE", "residency_city": "Malmo",
                "residency_postcode": "211 25", "residency_address": "Ostergatan 21"}
    assert answer == expected, answer


@made_up
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


@made_up
def links_lead_back_through_a_front_with_tls():
    body = {"type": "KYC", "email": "approve@front.example", "title": "Row"}
    created = call("POST", "/v1/requests", body, headers={"Host": "localhost:8443"})
    link = result(created.json["request_id"])["kyc"]["kyc_pdf"]["download_link"]
    assert link == f"https://localhost:8443/v1/requests/{created.json['request_id']}/files/kyc.pdf", link


@made_up
def kyc_has_bytes_where_they_are_asked_for():
    for embedded in ["EMBEDDED", 1]:
        answer = result(create("KYC", kyc={"files_format": embedded}))["kyc"]
        assert answer["kyc_pdf"] == {"embedded": base64.b64encode(b"%PDF-1.7 kyc").decode()}, answer
        assert base64.b64decode(answer["residency_proof_pdf"]["embedded"]) == b"%PDF-1.7 residency", answer


@made_up
def a_file_that_is_not_there_has_no_link():
    for member in [{}, {"kyc": {"files_format": "EMBEDDED"}}]:
        request_id = create("KYC", who="homeless", **member)
        answer = result(request_id)["kyc"]
        assert "kyc_pdf" in answer and "residency_proof_pdf" not in answer, answer
        is_missing(call("GET", f"/v1/requests/{request_id}/files/residency.pdf"))


@made_up
def only_an_answered_kyc_request_has_files():
    for request_id in [create("KYC", who="wait"), create("KYC", who="decline"), create("AUTHENTICATION")]:
        is_missing(call("GET", f"/v1/requests/{request_id}/files/kyc.pdf"))


@made_up
def a_screening_is_told_if_there_is_one():
    answer = result(create("KYC", who="screened"))["kyc"]
    assert answer["screening_EU"] == "MATCH_FOUND" and answer["screening_EU_info"] == "listed", answer
    assert answer["screening_UN"] == "NO_MATCH_FOUND", answer
    assert answer.get("screening_PEP", "UNKNOWN") == "UNKNOWN", answer


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


@made_up
def a_result_comes_in_protobuf():
    answer = call("GET", f"/v1/requests/{create()}", headers={"Accept": PROTOBUF})
    result_fields = fields(answer.body)
    assert result_fields[1] == 1 and result_fields[16] == 10000 and result_fields[17] == 10000, answer
    assert fields(result_fields[14]) == {1: b"e30.e30.c2lnbmVk", 2: 1}, answer


@made_up
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
