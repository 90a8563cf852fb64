"""What a request may ask for."""

import base64

from rp import KIOSK, OTHER, ask, call, create, invisible, is_error, is_invalid, result, row, status


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
    assert invisible(answer) == b"hidden", answer


@row
def null_is_the_same_as_absent():
    assert ask(timeout_seconds=None, description=None, signature=None, kyc=None, idempotent_key=None).status == 200


@row
def base64_comes_in_either_alphabet():
    for text in ["-_8=", "-_8", "+/8=", "+/8"]:
        answer = result(create("SIGNATURE", signature={"invisible_data": text}))
        assert invisible(answer) == b"\xfb\xff", text
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
