//! The same over gRPC, by the client that is generated from the `.proto` file.

use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use idw_autheid::generated::create_request::{Extra, Signature};
use idw_autheid::generated::requests_client::RequestsClient;
use idw_autheid::generated::{
    CancelRequest, CreateRequest, GetResultRequest, GetResultResponse, GetStatusRequest, RequestStatus, RequestType,
    Serialization, get_result_response,
};
use idw_journeys::Caller;
use tonic::body::Body;
use tonic::metadata::MetadataValue;
use tonic::{Code, Request};

use super::{EMAIL, World};

/// A party that calls over gRPC.
#[derive(Clone)]
struct Rpc {
    calls: RequestsClient<Client<HttpConnector, Body>>,
    key: String,
}

impl Rpc {
    fn of(party: &Caller) -> Self {
        let client = Client::builder(TokioExecutor::new()).http2_only(true).build_http();
        let origin = format!("http://{}", party.address).parse().expect("an address");
        Self { calls: RequestsClient::with_origin(client, origin), key: party.key.clone() }
    }

    fn with_key<T>(&self, message: T) -> Request<T> {
        let mut request = Request::new(message);
        let value = MetadataValue::try_from(format!("Bearer {}", self.key)).expect("a key is plain text");
        request.metadata_mut().insert("authorization", value);
        request
    }

    async fn create(&mut self, call: CreateRequest) -> String {
        let call = self.with_key(call);
        let created = self.calls.create(call).await.expect("it is created").into_inner();
        assert!(created.success && created.timestamp == created.timestamp_created, "{created:?}");
        created.request_id
    }

    async fn result(&mut self, id: &str) -> GetResultResponse {
        let call = self.with_key(GetResultRequest { request_id: id.to_owned() });
        self.calls.get_result(call).await.expect("there is a result").into_inner()
    }

    async fn status(&mut self, id: &str) -> RequestStatus {
        let call = Request::new(GetStatusRequest { request_id: id.to_owned() });
        self.calls.get_status(call).await.expect("there is a status").into_inner().status()
    }
}

fn asking(kind: RequestType, title: &str) -> CreateRequest {
    CreateRequest { r#type: kind.into(), email: EMAIL.to_owned(), title: title.to_owned(), ..CreateRequest::default() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_are_created_waited_for_and_read_over_grpc() {
    let world = World::new();
    let mut shop = Rpc::of(&world.shop);
    let id = shop.create(asking(RequestType::Authentication, "Log in")).await;
    assert_eq!(shop.status(&id).await, RequestStatus::NotReady);
    let waiter = tokio::spawn({
        let (mut shop, id) = (shop.clone(), id.clone());
        async move { shop.result(&id).await }
    });
    world.approve("Log in");
    let result = waiter.await.expect("it was answered");
    assert_eq!((result.status(), result.email.as_str()), (RequestStatus::Success, EMAIL));
    let Some(get_result_response::Extra::Authentication(login)) = &result.extra else { panic!("{result:?}") };
    // Both ways to call have one result.
    let over_rest = world.shop.result(&id).json();
    assert_eq!(over_rest["authentication"]["jwt"], login.jwt);
    assert_eq!(over_rest["unique_user_id"], result.unique_user_id);

    let extra = Signature {
        serialization: Serialization::Protobuf.into(),
        invisible_data: b"hidden".to_vec(),
        ..Signature::default()
    };
    let signing = CreateRequest { description: "Text".to_owned(), ..asking(RequestType::Signature, "Sign") };
    let id = shop.create(CreateRequest { extra: Some(Extra::Signature(extra)), ..signing }).await;
    world.approve("Sign");
    let result = shop.result(&id).await;
    let Some(get_result_response::Extra::Signature(signature)) = result.extra else { panic!("{result:?}") };
    assert_eq!(signature.serialization(), Serialization::Protobuf);
    assert!(signature.signature_data.windows(6).any(|part| part == b"hidden"), "{signature:?}");
    assert!(!signature.certificate_client.is_empty() && !signature.ocsp_response.is_empty(), "{signature:?}");

    let declined = shop.create(asking(RequestType::Authentication, "No")).await;
    world.decline("No");
    assert_eq!(shop.result(&declined).await.status(), RequestStatus::UserCancelled);
    let refused = shop.create(asking(RequestType::Identification, "Who is it?")).await;
    let taken_back = shop.with_key(CancelRequest { request_id: refused.clone() });
    shop.calls.cancel(taken_back).await.expect("it can be taken back");
    assert_eq!(shop.result(&refused).await.status(), RequestStatus::RpCancelled);
    assert_eq!(world.entry_status("Who is it?"), "withdrawn");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn errors_over_grpc_have_its_codes_also_while_locked() {
    let world = World::new();
    let mut shop = Rpc::of(&world.shop);
    let mut stranger = Rpc { key: "nobody".to_owned(), ..shop.clone() };
    let call = stranger.with_key(asking(RequestType::Authentication, "Unseen"));
    assert_eq!(stranger.calls.create(call).await.expect_err("nobody has this key").code(), Code::Unauthenticated);
    let id = shop.create(asking(RequestType::Authentication, "Of the shop")).await;
    let mut bank = Rpc::of(&world.bank);
    let call = bank.with_key(GetResultRequest { request_id: id.clone() });
    assert_eq!(bank.calls.get_result(call).await.expect_err("another party's").code(), Code::PermissionDenied);
    world.approve("Of the shop");
    let open = shop.create(asking(RequestType::Authentication, "Open")).await;
    world.lock();
    let call = shop.with_key(GetResultRequest { request_id: id.clone() });
    assert_eq!(shop.calls.get_result(call).await.expect_err("it is sealed").code(), Code::Unavailable);
    assert_eq!(shop.status(&open).await, RequestStatus::NotReady);
    world.unlock();
    assert_eq!(shop.result(&id).await.status(), RequestStatus::Success);
}
