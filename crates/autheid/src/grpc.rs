//! The calls over gRPC.

use axum::http::HeaderValue;
use axum::response::Response as HttpResponse;
use tonic::metadata::{MetadataMap, MetadataValue};
use tonic::{Code, Request, Response, Status};

use crate::answer::FileKind;
use crate::authorization::key_of;
use crate::decider::Decider;
use crate::error::ServiceError;
use crate::generated::requests_server::Requests;
use crate::generated::{
    CancelRequest, CancelResponse, CreateRequest, CreateResponse, FileType, GetFileRequest, GetFileResponse,
    GetOcspRequest, GetOcspResponse, GetResultRequest, GetResultResponse, GetStatusRequest, GetStatusResponse,
};
use crate::ids::RequestId;
use crate::mount::Base;
use crate::rest::NO_ROOM;
use crate::service::Service;
use crate::store::{Rp, Store};
use crate::written::HoldsResult;

const STATUS: &str = "grpc-status";
/// Marks an error of the service on its way out; callers never see it.
const OURS: &str = "idw-error";

/// The calls, each handed on to the service.
pub(crate) struct Calls<S, D> {
    service: Service<S, D>,
}

impl<S: Store, D: Decider> Calls<S, D> {
    pub(crate) fn new(service: Service<S, D>) -> Self {
        Self { service }
    }

    async fn rp(&self, metadata: &MetadataMap) -> Result<Rp, ServiceError> {
        self.service.rp(key_of(metadata.as_ref())?).await
    }
}

/// Answers a call for which there is no room.
pub(crate) fn no_room() -> HttpResponse {
    Status::resource_exhausted(NO_ROOM).into_http()
}

#[tonic::async_trait]
impl<S: Store, D: Decider> Requests for Calls<S, D> {
    async fn create(&self, request: Request<CreateRequest>) -> Result<Response<CreateResponse>, Status> {
        let rp = self.rp(request.metadata()).await?;
        let Some(Base(base)) = request.extensions().get::<Base>().cloned() else {
            return Err(ServiceError::Internal("where the call came in is not known".into()).into());
        };
        Ok(Response::new(self.service.create(&rp, request.into_inner(), &base).await?))
    }

    async fn get_result(&self, request: Request<GetResultRequest>) -> Result<Response<GetResultResponse>, Status> {
        let rp = self.rp(request.metadata()).await?;
        let id = request.into_inner().request_id;
        let mut response = Response::new(self.service.result(&rp, &id).await?);
        if let Some(id) = RequestId::parse(&id) {
            response.extensions_mut().insert(HoldsResult(id));
        }
        Ok(response)
    }

    async fn get_status(&self, request: Request<GetStatusRequest>) -> Result<Response<GetStatusResponse>, Status> {
        Ok(Response::new(self.service.status(&request.into_inner().request_id).await?))
    }

    async fn cancel(&self, request: Request<CancelRequest>) -> Result<Response<CancelResponse>, Status> {
        let rp = self.rp(request.metadata()).await?;
        Ok(Response::new(self.service.cancel(&rp, &request.into_inner().request_id).await?))
    }

    async fn get_file(&self, request: Request<GetFileRequest>) -> Result<Response<GetFileResponse>, Status> {
        let rp = self.rp(request.metadata()).await?;
        let GetFileRequest { request_id, file_type } = request.into_inner();
        let kind = match FileType::try_from(file_type) {
            Ok(FileType::KycPdf) => FileKind::Kyc,
            Ok(FileType::ResidencyProofPdf) => FileKind::Residency,
            Ok(FileType::Unspecified) => return Err(ServiceError::invalid("file_type is missing").into()),
            Err(_) => return Err(ServiceError::invalid("file_type is not known").into()),
        };
        let data = self.service.file(&rp, &request_id, kind).await?;
        Ok(Response::new(GetFileResponse { success: true, request_id, file_type, data }))
    }

    async fn get_ocsp(&self, _request: Request<GetOcspRequest>) -> Result<Response<GetOcspResponse>, Status> {
        Err(Status::unimplemented("certificates come with the result of a signature"))
    }
}

/// What is wrong with a message before it reaches a call is found by tonic, which has codes of its own for it: OUT_OF_RANGE
/// for one that is too long, INTERNAL or UNKNOWN for one that cannot be read. Callers get those of the protocol.
pub(crate) fn with_usual_code(mut response: HttpResponse) -> HttpResponse {
    let headers = response.headers_mut();
    if headers.remove(OURS).is_some() {
        return response;
    }
    let Some(status) = headers.get_mut(STATUS) else { return response };
    for (from, to) in [
        (Code::OutOfRange, Code::ResourceExhausted),
        (Code::Internal, Code::InvalidArgument),
        (Code::Unknown, Code::InvalidArgument),
    ] {
        if *status == HeaderValue::from(from as i32) {
            *status = HeaderValue::from(to as i32);
            break;
        }
    }
    response
}

impl From<ServiceError> for Status {
    fn from(error: ServiceError) -> Self {
        if let ServiceError::Internal(source) = &error {
            tracing::error!(%source, "a call failed");
        }
        let mut ours = MetadataMap::new();
        ours.insert(OURS, MetadataValue::from_static("1"));
        Self::with_metadata(Code::from_i32(error.code().into()), error.to_string(), ours)
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn sent(status: Status) -> HttpResponse {
        with_usual_code(status.into_http::<Body>())
    }

    #[test]
    fn an_error_of_the_service_keeps_its_code() {
        let response = sent(ServiceError::Internal("no disk".into()).into());
        assert_eq!(response.headers()[STATUS], "13");
        assert!(!response.headers().contains_key(OURS));
        assert_eq!(sent(ServiceError::invalid("a rule").into()).headers()[STATUS], "3");
    }

    #[test]
    fn what_tonic_cannot_read_is_the_callers_mistake() {
        for (code, expected) in
            [(Code::Internal, "3"), (Code::Unknown, "3"), (Code::OutOfRange, "8"), (Code::Unimplemented, "12")]
        {
            assert_eq!(sent(Status::new(code, "")).headers()[STATUS], expected, "{code:?}");
        }
    }
}
