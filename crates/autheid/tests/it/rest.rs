//! The calls over HTTP/1.1.

use serde_json::json;

use crate::support::{LOGIN, login, start};

#[tokio::test]
async fn a_request_is_created_decided_and_read() {
    let server = start().await;
    let id = server.create(LOGIN).await;
    let line = format!("GET /v1/requests/{id}");
    let waiting = server.call(&line, "");
    let (reply, decided) = tokio::join!(waiting, async {
        tokio::task::yield_now().await;
        server.service.decide(&id, login()).await
    });
    decided.unwrap();
    assert_eq!(reply.status, 200);
    let expected = json!({
        "success": true,
        "request_id": id.as_str(),
        "status": "SUCCESS",
        "status_code": 10000,
        "email": "ada@company.example",
        "device_id": "Awiuhl1V7yqmZUDM5SMlO1YQwbV+VN8bBKzQ/5oDZtQh",
        "device_name": "Identity wallet",
        "unique_user_id": "oava51cj",
        "timestamp_created": 1_800_000_000,
        "timestamp_finished": 1_800_000_000,
        "authentication": {"jwt": "a.b.c", "is_verified": false},
    });
    assert_eq!(reply.json(), expected);
}
