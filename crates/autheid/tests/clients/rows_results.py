"""What comes of a request: results, status, cancelling."""

import base64
import threading

from rp import (
    BLOCKED, COUNT, DOMAINS, PROTOBUF, WITH_FILES, call, create, fields, is_missing, made_up, result, row, status,
)


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
        email = f"{who}@Spelt{next(COUNT) % DOMAINS}.EXAMPLE"
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
    request_id = create(WITH_FILES)
    answers = {call("GET", f"/v1/requests/{request_id}").body for _ in range(3)}
    assert len(answers) == 1, answers


@row
def cancel_takes_a_type_and_an_empty_body():
    request_id = create(who="wait")
    answer = call("POST", f"/v1/requests/{request_id}/cancel", b"", headers={"Content-Type": PROTOBUF, "Accept": PROTOBUF})
    assert answer.status == 200 and fields(answer.body) == {1: 1, 3: request_id.encode()}, answer


@made_up
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
