"""How long things last. These rows move the server's clock, so they come last."""

import threading

from rp import OTHER, call, create, is_missing, made_up, result, status


def pass_seconds(seconds):
    create(who=f"pass-{seconds}", key=OTHER, timeout_seconds=10)


@made_up
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


@made_up
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


@made_up
def a_result_that_nobody_read_stays_for_a_day():
    request_id = create()
    pass_seconds(24 * 60 * 60 - 60)
    assert status(request_id) == "SUCCESS"
    pass_seconds(120)
    is_missing(call("GET", f"/v1/requests/{request_id}"))


@made_up
def an_idempotent_key_can_be_used_again_once_the_request_is_forgotten():
    first = create(idempotent_key="forgotten")
    pass_seconds(24 * 60 * 60 + 10 * 60)
    assert create(idempotent_key="forgotten") != first
