//! The calls over gRPC.

use axum::http::HeaderValue;
use axum::response::Response as HttpResponse;
use tonic::metadata::MetadataMap;
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
use crate::service::Service;
use crate::store::{Rp, Store};
use crate::written::HoldsResult;

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

#[tonic::async_trait]
impl<S: Store, D: Decider> Requests for Calls<S, D> {
    async fn create(&self, request: Request<CreateRequest>) -> Result<Response<CreateResponse>, Status> {
        let rp = self.rp(request.metadata()).await?;
        let Some(Base(base)) = request.extensions().get::<Base>().cloned() else {
            return Err(Status::internal("where the call came in is not known"));
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

/// tonic says OUT_OF_RANGE for a message that is too long; the codes of gRPC have RESOURCE_EXHAUSTED for that.
pub(crate) fn with_usual_code(mut response: HttpResponse) -> HttpResponse {
    const STATUS: &str = "grpc-status";
    let headers = response.headers_mut();
    if headers.get(STATUS).is_some_and(|status| *status == HeaderValue::from(Code::OutOfRange as i32)) {
        headers.insert(STATUS, HeaderValue::from(Code::ResourceExhausted as i32));
    }
    response
}

impl From<ServiceError> for Status {
    fn from(error: ServiceError) -> Self {
        if let ServiceError::Internal(source) = &error {
            tracing::error!(%source, "a call failed");
        }
        Self::new(Code::from_i32(error.code().into()), error.to_string())
    }
}
