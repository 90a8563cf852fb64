"""Who may call, and from where."""

import base64

from rp import (
    BASE, KEY, OTHER, WITH_FILES, ask, call, create, is_error, is_missing, is_unknown, made_up, result, row, status,
)


@row
def every_call_but_status_needs_a_key():
    request_id = create(who="wait")
    for method, path in [("POST", "/v1/requests"), ("GET", f"/v1/requests/{request_id}"),
                         ("POST", f"/v1/requests/{request_id}/cancel"),
                         ("GET", f"/v1/requests/{request_id}/files/kyc.pdf")]:
        is_unknown(call(method, path, key=None))
        is_unknown(call(method, path, key="nobody"))
    assert status(request_id) == "NOT_READY"


@made_up
def a_file_needs_the_key_too():
    request_id = create("KYC")
    result(request_id)
    is_unknown(call("GET", f"/v1/requests/{request_id}/files/kyc.pdf", key=None))


@row
def a_key_is_not_decoded():
    for other in [KEY.replace("+", "%2B"), KEY.replace("+", " "), KEY.replace("+", "-").replace("/", "_"), KEY.lower()]:
        if other != KEY:  # a wallet's keys have neither sign
            is_unknown(ask(key=other))


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
    request_id = create(WITH_FILES)
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
    for host in ["rebound.example", f"rebound.example:{BASE.port}", "127.0.0.1.page.example", ""]:
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
