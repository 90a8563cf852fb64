//! The calls over gRPC, by the client that is generated from the same `.proto` file.

use axum::http::Uri;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use idw_autheid::generated::create_request::{Extra, Kyc};
use idw_autheid::generated::requests_client::RequestsClient;
use idw_autheid::generated::{
    CancelRequest, CreateRequest, FileFormat, GetFileRequest, GetOcspRequest, GetResultRequest, GetResultResponse,
    GetStatusRequest, RequestStatus, RequestType, file, get_result_response,
};
use idw_autheid::{Mount, router, serve};
use tokio::net::TcpListener;
use tonic::body::Body;
use tonic::metadata::MetadataValue;
use tonic::{Code, Request};

use crate::by_email::{self, KEYS};

type Rpc = RequestsClient<Client<HttpConnector, Body>>;

async fn start() -> Rpc {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve(listener, router(by_email::service(), Mount::at(address)), std::future::pending()));
    client(Uri::try_from(format!("http://{address}")).unwrap())
}

fn client(origin: Uri) -> Rpc {
    let client = Client::builder(TokioExecutor::new()).http2_only(true).build_http();
    RequestsClient::with_origin(client, origin)
}

fn with_key<T>(key: &str, message: T) -> Request<T> {
    let mut request = Request::new(message);
    let value = MetadataValue::try_from(format!("Bearer {key}")).unwrap();
    request.metadata_mut().insert("authorization", value);
    request
}

fn call(kind: RequestType, who: &str) -> CreateRequest {
    CreateRequest {
        r#type: kind.into(),
        email: format!("{who}@company.example"),
        title: "Row".to_owned(),
        ..CreateRequest::default()
    }
}

async fn create(rpc: &mut Rpc, call: CreateRequest) -> String {
    rpc.create(with_key(KEYS[0], call)).await.unwrap().into_inner().request_id
}

async fn result(rpc: &mut Rpc, request_id: &str) -> GetResultResponse {
    let call = GetResultRequest { request_id: request_id.to_owned() };
    rpc.get_result(with_key(KEYS[0], call)).await.unwrap().into_inner()
}

#[tokio::test]
async fn a_request_is_created_waited_for_and_read() {
    let mut rpc = start().await;
    let created = rpc.create(with_key(KEYS[0], call(RequestType::Authentication, "slow"))).await.unwrap().into_inner();
    assert!(created.success && created.request_id.len() == 44 && created.timestamp == created.timestamp_created);
    let status = GetStatusRequest { request_id: created.request_id.clone() };
    let status = rpc.get_status(Request::new(status)).await.unwrap().into_inner();
    assert_eq!((status.status(), status.status_code), (RequestStatus::NotReady, 20_001));
    let result = result(&mut rpc, &created.request_id).await;
    assert_eq!((result.status(), result.status_code), (RequestStatus::Success, 10_000));
    let Some(get_result_response::Extra::Authentication(authentication)) = result.extra else {
        panic!("there is no payload in it");
    };
    assert!(authentication.is_verified && !authentication.jwt.is_empty());
}

#[tokio::test]
async fn a_cancelled_request_says_so() {
    let mut rpc = start().await;
    let request_id = create(&mut rpc, call(RequestType::Signature, "wait")).await;
    let cancel = CancelRequest { request_id: request_id.clone() };
    let cancelled = rpc.cancel(with_key(KEYS[0], cancel)).await.unwrap().into_inner();
    assert!(cancelled.success && cancelled.request_id == request_id);
    assert_eq!(result(&mut rpc, &request_id).await.status(), RequestStatus::RpCancelled);
}

#[tokio::test]
async fn files_come_by_a_call_or_in_the_result() {
    let mut rpc = start().await;
    let request_id = create(&mut rpc, call(RequestType::Kyc, "homeless")).await;
    result(&mut rpc, &request_id).await;
    let file = |file_type| with_key(KEYS[0], GetFileRequest { request_id: request_id.clone(), file_type });
    let found = rpc.get_file(file(1)).await.unwrap().into_inner();
    assert_eq!((found.file_type, found.data.as_slice()), (1, b"%PDF-1.7 kyc".as_slice()));
    for (kind, code) in [(0, Code::InvalidArgument), (2, Code::NotFound), (3, Code::InvalidArgument)] {
        assert_eq!(rpc.get_file(file(kind)).await.unwrap_err().code(), code, "{kind}");
    }
    let embedded = Some(Extra::Kyc(Kyc { files_format: FileFormat::Embedded.into() }));
    let request_id = create(&mut rpc, CreateRequest { extra: embedded, ..call(RequestType::Kyc, "approve") }).await;
    let Some(get_result_response::Extra::Kyc(kyc)) = result(&mut rpc, &request_id).await.extra else {
        panic!("there is no payload in it");
    };
    let embedded = file::File::Embedded(b"%PDF-1.7 residency".to_vec());
    assert_eq!(kyc.residency_proof_pdf.unwrap().file, Some(embedded));
}

#[tokio::test]
async fn errors_have_the_codes_of_grpc() {
    let mut rpc = start().await;
    let login = || call(RequestType::Authentication, "wait");
    let code = |outcome: Result<tonic::Response<_>, tonic::Status>| outcome.map(|_| ()).unwrap_err().code();
    assert_eq!(code(rpc.create(Request::new(login())).await), Code::Unauthenticated);
    assert_eq!(code(rpc.create(with_key("nobody", login())).await), Code::Unauthenticated);
    let untitled = CreateRequest { title: String::new(), ..login() };
    assert_eq!(code(rpc.create(with_key(KEYS[0], untitled)).await), Code::InvalidArgument);
    for _ in 0..3 {
        create(&mut rpc, login()).await;
    }
    assert_eq!(code(rpc.create(with_key(KEYS[0], login())).await), Code::ResourceExhausted);

    let request_id = create(&mut rpc, call(RequestType::Kyc, "wait else")).await;
    let of_another = rpc.get_result(with_key(KEYS[1], GetResultRequest { request_id })).await;
    assert_eq!(of_another.unwrap_err().code(), Code::PermissionDenied);
    let missing = rpc.get_status(Request::new(GetStatusRequest::default())).await;
    assert_eq!(missing.unwrap_err().code(), Code::NotFound);
    let ocsp = rpc.get_ocsp(Request::new(GetOcspRequest::default())).await;
    assert_eq!(ocsp.unwrap_err().code(), Code::Unimplemented);
}

#[tokio::test]
async fn a_message_that_is_too_long_is_refused() {
    let mut rpc = start().await;
    let long = CreateRequest { title: "a".repeat(70_000), ..call(RequestType::Kyc, "approve") };
    let error = rpc.create(with_key(KEYS[0], long)).await.unwrap_err();
    assert_eq!(error.code(), Code::ResourceExhausted, "{error}");
}

#[tokio::test]
async fn a_foreign_authority_is_sent_away() {
    use axum::body::Body;
    use tower::ServiceExt as _;

    let mount = Mount::at("127.0.0.1:8466".parse().unwrap());
    let router = router(by_email::service(), mount);
    for (uri, expected) in [
        ("http://127.0.0.1:8466/autheid.rp.Requests/GetStatus", 200),
        ("http://rebound.example:8466/autheid.rp.Requests/GetStatus", 421),
    ] {
        let request = axum::http::Request::post(uri).header("content-type", "application/grpc");
        let response = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status().as_u16(), expected, "{uri}");
    }
}

#[tokio::test]
async fn frames_that_cannot_be_read_are_the_callers_mistake() {
    use axum::body::Body;
    use tower::ServiceExt as _;

    let router = router(by_email::service(), Mount::at("127.0.0.1:8466".parse().unwrap()));
    for (frame, what) in [
        (&[][..], "nothing"),
        (&[0, 0, 0, 0, 2, 0xff, 0xff], "no protobuf"),
        (&[7, 0, 0, 0, 0], "an unknown kind of frame"),
        (&[0, 0, 0, 0, 9, 0x0a], "a frame that ends early"),
        (&[0, 0, 0, 0, 4, 0x0a, 0x02, 0xff, 0xfe], "text that is not UTF-8"),
    ] {
        let request = axum::http::Request::post("http://127.0.0.1:8466/autheid.rp.Requests/GetStatus");
        let request = request.header("content-type", "application/grpc").body(Body::from(frame)).unwrap();
        let response = router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.headers()["grpc-status"], "3", "{what}: {:?}", response.headers());
    }
}

#[tokio::test]
async fn a_result_counts_as_read_over_grpc_too() {
    let mut rpc = start().await;
    let request_id = create(&mut rpc, call(RequestType::Authentication, "approve")).await;
    result(&mut rpc, &request_id).await;
    // That it was read is noted beside the answer: at the latest after the first ten minutes here.
    let mut last = Code::Ok;
    for _ in 0..3 {
        create(&mut rpc, call(RequestType::Authentication, "pass-601")).await;
        let call = GetStatusRequest { request_id: request_id.clone() };
        last = rpc.get_status(Request::new(call)).await.map_or_else(|error| error.code(), |_| Code::Ok);
    }
    assert_eq!(last, Code::NotFound);
}
