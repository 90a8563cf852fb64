impl serde::Serialize for AuthenticationResult {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.jwt.is_empty() {
            len += 1;
        }
        if self.is_verified {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.AuthenticationResult", len)?;
        if !self.jwt.is_empty() {
            struct_ser.serialize_field("jwt", &self.jwt)?;
        }
        if self.is_verified {
            struct_ser.serialize_field("is_verified", &self.is_verified)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AuthenticationResult {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "jwt",
            "is_verified",
            "isVerified",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Jwt,
            IsVerified,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "jwt" => Ok(GeneratedField::Jwt),
                            "isVerified" | "is_verified" => Ok(GeneratedField::IsVerified),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AuthenticationResult;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.AuthenticationResult")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AuthenticationResult, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut jwt__ = None;
                let mut is_verified__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Jwt => {
                            if jwt__.is_some() {
                                return Err(serde::de::Error::duplicate_field("jwt"));
                            }
                            jwt__ = Some(map_.next_value()?);
                        }
                        GeneratedField::IsVerified => {
                            if is_verified__.is_some() {
                                return Err(serde::de::Error::duplicate_field("isVerified"));
                            }
                            is_verified__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AuthenticationResult {
                    jwt: jwt__.unwrap_or_default(),
                    is_verified: is_verified__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.AuthenticationResult", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CancelRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.request_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.CancelRequest", len)?;
        if !self.request_id.is_empty() {
            struct_ser.serialize_field("request_id", &self.request_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CancelRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "request_id",
            "requestId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            RequestId,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "requestId" | "request_id" => Ok(GeneratedField::RequestId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CancelRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.CancelRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CancelRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut request_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::RequestId => {
                            if request_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requestId"));
                            }
                            request_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CancelRequest {
                    request_id: request_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.CancelRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CancelResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.success {
            len += 1;
        }
        if !self.request_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.CancelResponse", len)?;
        if self.success {
            struct_ser.serialize_field("success", &self.success)?;
        }
        if !self.request_id.is_empty() {
            struct_ser.serialize_field("request_id", &self.request_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CancelResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "success",
            "request_id",
            "requestId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Success,
            RequestId,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "success" => Ok(GeneratedField::Success),
                            "requestId" | "request_id" => Ok(GeneratedField::RequestId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CancelResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.CancelResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CancelResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut success__ = None;
                let mut request_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Success => {
                            if success__.is_some() {
                                return Err(serde::de::Error::duplicate_field("success"));
                            }
                            success__ = Some(map_.next_value()?);
                        }
                        GeneratedField::RequestId => {
                            if request_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requestId"));
                            }
                            request_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CancelResponse {
                    success: success__.unwrap_or_default(),
                    request_id: request_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.CancelResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CreateRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.r#type != 0 {
            len += 1;
        }
        if !self.email.is_empty() {
            len += 1;
        }
        if self.timeout_seconds != 0 {
            len += 1;
        }
        if !self.title.is_empty() {
            len += 1;
        }
        if !self.description.is_empty() {
            len += 1;
        }
        if !self.ra_pub_key.is_empty() {
            len += 1;
        }
        if !self.idempotent_key.is_empty() {
            len += 1;
        }
        if self.use_local_account {
            len += 1;
        }
        if self.timestamp_created != 0 {
            len += 1;
        }
        if self.disable_biometric_authorization {
            len += 1;
        }
        if self.extra.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.CreateRequest", len)?;
        if self.r#type != 0 {
            let v = RequestType::try_from(self.r#type)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.r#type)))?;
            struct_ser.serialize_field("type", &v)?;
        }
        if !self.email.is_empty() {
            struct_ser.serialize_field("email", &self.email)?;
        }
        if self.timeout_seconds != 0 {
            struct_ser.serialize_field("timeout_seconds", &self.timeout_seconds)?;
        }
        if !self.title.is_empty() {
            struct_ser.serialize_field("title", &self.title)?;
        }
        if !self.description.is_empty() {
            struct_ser.serialize_field("description", &self.description)?;
        }
        if !self.ra_pub_key.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("ra_pub_key", pbjson::private::base64::encode(&self.ra_pub_key).as_str())?;
        }
        if !self.idempotent_key.is_empty() {
            struct_ser.serialize_field("idempotent_key", &self.idempotent_key)?;
        }
        if self.use_local_account {
            struct_ser.serialize_field("use_local_account", &self.use_local_account)?;
        }
        if self.timestamp_created != 0 {
            struct_ser.serialize_field("timestamp_created", &self.timestamp_created)?;
        }
        if self.disable_biometric_authorization {
            struct_ser.serialize_field("disable_biometric_authorization", &self.disable_biometric_authorization)?;
        }
        if let Some(v) = self.extra.as_ref() {
            match v {
                create_request::Extra::DeviceKey(v) => {
                    struct_ser.serialize_field("device_key", v)?;
                }
                create_request::Extra::Signature(v) => {
                    struct_ser.serialize_field("signature", v)?;
                }
                create_request::Extra::Authenticate(v) => {
                    struct_ser.serialize_field("authenticate", v)?;
                }
                create_request::Extra::Kyc(v) => {
                    struct_ser.serialize_field("kyc", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CreateRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "type",
            "email",
            "timeout_seconds",
            "timeoutSeconds",
            "title",
            "description",
            "ra_pub_key",
            "raPubKey",
            "idempotent_key",
            "idempotentKey",
            "use_local_account",
            "useLocalAccount",
            "timestamp_created",
            "timestampCreated",
            "disable_biometric_authorization",
            "disableBiometricAuthorization",
            "device_key",
            "deviceKey",
            "signature",
            "authenticate",
            "kyc",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Type,
            Email,
            TimeoutSeconds,
            Title,
            Description,
            RaPubKey,
            IdempotentKey,
            UseLocalAccount,
            TimestampCreated,
            DisableBiometricAuthorization,
            DeviceKey,
            Signature,
            Authenticate,
            Kyc,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "type" => Ok(GeneratedField::Type),
                            "email" => Ok(GeneratedField::Email),
                            "timeoutSeconds" | "timeout_seconds" => Ok(GeneratedField::TimeoutSeconds),
                            "title" => Ok(GeneratedField::Title),
                            "description" => Ok(GeneratedField::Description),
                            "raPubKey" | "ra_pub_key" => Ok(GeneratedField::RaPubKey),
                            "idempotentKey" | "idempotent_key" => Ok(GeneratedField::IdempotentKey),
                            "useLocalAccount" | "use_local_account" => Ok(GeneratedField::UseLocalAccount),
                            "timestampCreated" | "timestamp_created" => Ok(GeneratedField::TimestampCreated),
                            "disableBiometricAuthorization" | "disable_biometric_authorization" => Ok(GeneratedField::DisableBiometricAuthorization),
                            "deviceKey" | "device_key" => Ok(GeneratedField::DeviceKey),
                            "signature" => Ok(GeneratedField::Signature),
                            "authenticate" => Ok(GeneratedField::Authenticate),
                            "kyc" => Ok(GeneratedField::Kyc),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CreateRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.CreateRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CreateRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut r#type__ = None;
                let mut email__ = None;
                let mut timeout_seconds__ = None;
                let mut title__ = None;
                let mut description__ = None;
                let mut ra_pub_key__ = None;
                let mut idempotent_key__ = None;
                let mut use_local_account__ = None;
                let mut timestamp_created__ = None;
                let mut disable_biometric_authorization__ = None;
                let mut extra__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Type => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("type"));
                            }
                            r#type__ = Some(map_.next_value::<RequestType>()? as i32);
                        }
                        GeneratedField::Email => {
                            if email__.is_some() {
                                return Err(serde::de::Error::duplicate_field("email"));
                            }
                            email__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TimeoutSeconds => {
                            if timeout_seconds__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timeoutSeconds"));
                            }
                            timeout_seconds__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Title => {
                            if title__.is_some() {
                                return Err(serde::de::Error::duplicate_field("title"));
                            }
                            title__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Description => {
                            if description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("description"));
                            }
                            description__ = Some(map_.next_value()?);
                        }
                        GeneratedField::RaPubKey => {
                            if ra_pub_key__.is_some() {
                                return Err(serde::de::Error::duplicate_field("raPubKey"));
                            }
                            ra_pub_key__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::IdempotentKey => {
                            if idempotent_key__.is_some() {
                                return Err(serde::de::Error::duplicate_field("idempotentKey"));
                            }
                            idempotent_key__ = Some(map_.next_value()?);
                        }
                        GeneratedField::UseLocalAccount => {
                            if use_local_account__.is_some() {
                                return Err(serde::de::Error::duplicate_field("useLocalAccount"));
                            }
                            use_local_account__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TimestampCreated => {
                            if timestamp_created__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timestampCreated"));
                            }
                            timestamp_created__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::DisableBiometricAuthorization => {
                            if disable_biometric_authorization__.is_some() {
                                return Err(serde::de::Error::duplicate_field("disableBiometricAuthorization"));
                            }
                            disable_biometric_authorization__ = Some(map_.next_value()?);
                        }
                        GeneratedField::DeviceKey => {
                            if extra__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deviceKey"));
                            }
                            extra__ = map_.next_value::<::std::option::Option<_>>()?.map(create_request::Extra::DeviceKey)
;
                        }
                        GeneratedField::Signature => {
                            if extra__.is_some() {
                                return Err(serde::de::Error::duplicate_field("signature"));
                            }
                            extra__ = map_.next_value::<::std::option::Option<_>>()?.map(create_request::Extra::Signature)
;
                        }
                        GeneratedField::Authenticate => {
                            if extra__.is_some() {
                                return Err(serde::de::Error::duplicate_field("authenticate"));
                            }
                            extra__ = map_.next_value::<::std::option::Option<_>>()?.map(create_request::Extra::Authenticate)
;
                        }
                        GeneratedField::Kyc => {
                            if extra__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kyc"));
                            }
                            extra__ = map_.next_value::<::std::option::Option<_>>()?.map(create_request::Extra::Kyc)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CreateRequest {
                    r#type: r#type__.unwrap_or_default(),
                    email: email__.unwrap_or_default(),
                    timeout_seconds: timeout_seconds__.unwrap_or_default(),
                    title: title__.unwrap_or_default(),
                    description: description__.unwrap_or_default(),
                    ra_pub_key: ra_pub_key__.unwrap_or_default(),
                    idempotent_key: idempotent_key__.unwrap_or_default(),
                    use_local_account: use_local_account__.unwrap_or_default(),
                    timestamp_created: timestamp_created__.unwrap_or_default(),
                    disable_biometric_authorization: disable_biometric_authorization__.unwrap_or_default(),
                    extra: extra__,
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.CreateRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for create_request::Authentication {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.verified_only {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.CreateRequest.Authentication", len)?;
        if self.verified_only {
            struct_ser.serialize_field("verified_only", &self.verified_only)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for create_request::Authentication {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "verified_only",
            "verifiedOnly",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            VerifiedOnly,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "verifiedOnly" | "verified_only" => Ok(GeneratedField::VerifiedOnly),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = create_request::Authentication;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.CreateRequest.Authentication")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<create_request::Authentication, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut verified_only__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::VerifiedOnly => {
                            if verified_only__.is_some() {
                                return Err(serde::de::Error::duplicate_field("verifiedOnly"));
                            }
                            verified_only__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(create_request::Authentication {
                    verified_only: verified_only__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.CreateRequest.Authentication", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for create_request::DeviceKey {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.key_id.is_empty() {
            len += 1;
        }
        if self.use_new_devices {
            len += 1;
        }
        if !self.known_device_ids.is_empty() {
            len += 1;
        }
        if self.register_key != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.CreateRequest.DeviceKey", len)?;
        if !self.key_id.is_empty() {
            struct_ser.serialize_field("key_id", &self.key_id)?;
        }
        if self.use_new_devices {
            struct_ser.serialize_field("use_new_devices", &self.use_new_devices)?;
        }
        if !self.known_device_ids.is_empty() {
            struct_ser.serialize_field("known_device_ids", &self.known_device_ids)?;
        }
        if self.register_key != 0 {
            let v = create_request::device_key::RegisterKey::try_from(self.register_key)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.register_key)))?;
            struct_ser.serialize_field("register_key", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for create_request::DeviceKey {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "key_id",
            "keyId",
            "use_new_devices",
            "useNewDevices",
            "known_device_ids",
            "knownDeviceIds",
            "register_key",
            "registerKey",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            KeyId,
            UseNewDevices,
            KnownDeviceIds,
            RegisterKey,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "keyId" | "key_id" => Ok(GeneratedField::KeyId),
                            "useNewDevices" | "use_new_devices" => Ok(GeneratedField::UseNewDevices),
                            "knownDeviceIds" | "known_device_ids" => Ok(GeneratedField::KnownDeviceIds),
                            "registerKey" | "register_key" => Ok(GeneratedField::RegisterKey),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = create_request::DeviceKey;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.CreateRequest.DeviceKey")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<create_request::DeviceKey, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut key_id__ = None;
                let mut use_new_devices__ = None;
                let mut known_device_ids__ = None;
                let mut register_key__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::KeyId => {
                            if key_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("keyId"));
                            }
                            key_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::UseNewDevices => {
                            if use_new_devices__.is_some() {
                                return Err(serde::de::Error::duplicate_field("useNewDevices"));
                            }
                            use_new_devices__ = Some(map_.next_value()?);
                        }
                        GeneratedField::KnownDeviceIds => {
                            if known_device_ids__.is_some() {
                                return Err(serde::de::Error::duplicate_field("knownDeviceIds"));
                            }
                            known_device_ids__ = Some(map_.next_value()?);
                        }
                        GeneratedField::RegisterKey => {
                            if register_key__.is_some() {
                                return Err(serde::de::Error::duplicate_field("registerKey"));
                            }
                            register_key__ = Some(map_.next_value::<create_request::device_key::RegisterKey>()? as i32);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(create_request::DeviceKey {
                    key_id: key_id__.unwrap_or_default(),
                    use_new_devices: use_new_devices__.unwrap_or_default(),
                    known_device_ids: known_device_ids__.unwrap_or_default(),
                    register_key: register_key__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.CreateRequest.DeviceKey", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for create_request::device_key::RegisterKey {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Keep => "KEEP",
            Self::Replace => "REPLACE",
            Self::Add => "ADD",
            Self::Clear => "CLEAR",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for create_request::device_key::RegisterKey {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "KEEP",
            "REPLACE",
            "ADD",
            "CLEAR",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = create_request::device_key::RegisterKey;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "KEEP" => Ok(create_request::device_key::RegisterKey::Keep),
                    "REPLACE" => Ok(create_request::device_key::RegisterKey::Replace),
                    "ADD" => Ok(create_request::device_key::RegisterKey::Add),
                    "CLEAR" => Ok(create_request::device_key::RegisterKey::Clear),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for create_request::Kyc {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.files_format != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.CreateRequest.KYC", len)?;
        if self.files_format != 0 {
            let v = FileFormat::try_from(self.files_format)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.files_format)))?;
            struct_ser.serialize_field("files_format", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for create_request::Kyc {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "files_format",
            "filesFormat",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            FilesFormat,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "filesFormat" | "files_format" => Ok(GeneratedField::FilesFormat),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = create_request::Kyc;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.CreateRequest.KYC")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<create_request::Kyc, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut files_format__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::FilesFormat => {
                            if files_format__.is_some() {
                                return Err(serde::de::Error::duplicate_field("filesFormat"));
                            }
                            files_format__ = Some(map_.next_value::<FileFormat>()? as i32);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(create_request::Kyc {
                    files_format: files_format__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.CreateRequest.KYC", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for create_request::Signature {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.serialization != 0 {
            len += 1;
        }
        if !self.invisible_data.is_empty() {
            len += 1;
        }
        if self.verified_only {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.CreateRequest.Signature", len)?;
        if self.serialization != 0 {
            let v = Serialization::try_from(self.serialization)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.serialization)))?;
            struct_ser.serialize_field("serialization", &v)?;
        }
        if !self.invisible_data.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("invisible_data", pbjson::private::base64::encode(&self.invisible_data).as_str())?;
        }
        if self.verified_only {
            struct_ser.serialize_field("verified_only", &self.verified_only)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for create_request::Signature {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "serialization",
            "invisible_data",
            "invisibleData",
            "verified_only",
            "verifiedOnly",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Serialization,
            InvisibleData,
            VerifiedOnly,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "serialization" => Ok(GeneratedField::Serialization),
                            "invisibleData" | "invisible_data" => Ok(GeneratedField::InvisibleData),
                            "verifiedOnly" | "verified_only" => Ok(GeneratedField::VerifiedOnly),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = create_request::Signature;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.CreateRequest.Signature")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<create_request::Signature, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut serialization__ = None;
                let mut invisible_data__ = None;
                let mut verified_only__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Serialization => {
                            if serialization__.is_some() {
                                return Err(serde::de::Error::duplicate_field("serialization"));
                            }
                            serialization__ = Some(map_.next_value::<Serialization>()? as i32);
                        }
                        GeneratedField::InvisibleData => {
                            if invisible_data__.is_some() {
                                return Err(serde::de::Error::duplicate_field("invisibleData"));
                            }
                            invisible_data__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::VerifiedOnly => {
                            if verified_only__.is_some() {
                                return Err(serde::de::Error::duplicate_field("verifiedOnly"));
                            }
                            verified_only__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(create_request::Signature {
                    serialization: serialization__.unwrap_or_default(),
                    invisible_data: invisible_data__.unwrap_or_default(),
                    verified_only: verified_only__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.CreateRequest.Signature", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CreateResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.success {
            len += 1;
        }
        if !self.request_id.is_empty() {
            len += 1;
        }
        if self.timestamp != 0 {
            len += 1;
        }
        if self.timestamp_created != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.CreateResponse", len)?;
        if self.success {
            struct_ser.serialize_field("success", &self.success)?;
        }
        if !self.request_id.is_empty() {
            struct_ser.serialize_field("request_id", &self.request_id)?;
        }
        if self.timestamp != 0 {
            struct_ser.serialize_field("timestamp", &self.timestamp)?;
        }
        if self.timestamp_created != 0 {
            struct_ser.serialize_field("timestamp_created", &self.timestamp_created)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CreateResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "success",
            "request_id",
            "requestId",
            "timestamp",
            "timestamp_created",
            "timestampCreated",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Success,
            RequestId,
            Timestamp,
            TimestampCreated,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "success" => Ok(GeneratedField::Success),
                            "requestId" | "request_id" => Ok(GeneratedField::RequestId),
                            "timestamp" => Ok(GeneratedField::Timestamp),
                            "timestampCreated" | "timestamp_created" => Ok(GeneratedField::TimestampCreated),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CreateResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.CreateResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CreateResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut success__ = None;
                let mut request_id__ = None;
                let mut timestamp__ = None;
                let mut timestamp_created__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Success => {
                            if success__.is_some() {
                                return Err(serde::de::Error::duplicate_field("success"));
                            }
                            success__ = Some(map_.next_value()?);
                        }
                        GeneratedField::RequestId => {
                            if request_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requestId"));
                            }
                            request_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Timestamp => {
                            if timestamp__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timestamp"));
                            }
                            timestamp__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::TimestampCreated => {
                            if timestamp_created__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timestampCreated"));
                            }
                            timestamp_created__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CreateResponse {
                    success: success__.unwrap_or_default(),
                    request_id: request_id__.unwrap_or_default(),
                    timestamp: timestamp__.unwrap_or_default(),
                    timestamp_created: timestamp_created__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.CreateResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeviceKeyResult {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.device_key_enc.is_empty() {
            len += 1;
        }
        if !self.device_key_part2.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.DeviceKeyResult", len)?;
        if !self.device_key_enc.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("device_key_enc", pbjson::private::base64::encode(&self.device_key_enc).as_str())?;
        }
        if !self.device_key_part2.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("device_key_part2", pbjson::private::base64::encode(&self.device_key_part2).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeviceKeyResult {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "device_key_enc",
            "deviceKeyEnc",
            "device_key_part2",
            "deviceKeyPart2",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            DeviceKeyEnc,
            DeviceKeyPart2,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "deviceKeyEnc" | "device_key_enc" => Ok(GeneratedField::DeviceKeyEnc),
                            "deviceKeyPart2" | "device_key_part2" => Ok(GeneratedField::DeviceKeyPart2),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DeviceKeyResult;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.DeviceKeyResult")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeviceKeyResult, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut device_key_enc__ = None;
                let mut device_key_part2__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::DeviceKeyEnc => {
                            if device_key_enc__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deviceKeyEnc"));
                            }
                            device_key_enc__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::DeviceKeyPart2 => {
                            if device_key_part2__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deviceKeyPart2"));
                            }
                            device_key_part2__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DeviceKeyResult {
                    device_key_enc: device_key_enc__.unwrap_or_default(),
                    device_key_part2: device_key_part2__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.DeviceKeyResult", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Error {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.error != 0 {
            len += 1;
        }
        if self.error_code != 0 {
            len += 1;
        }
        if !self.message.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.Error", len)?;
        if self.error != 0 {
            let v = ErrorCode::try_from(self.error)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.error)))?;
            struct_ser.serialize_field("error", &v)?;
        }
        if self.error_code != 0 {
            struct_ser.serialize_field("error_code", &self.error_code)?;
        }
        if !self.message.is_empty() {
            struct_ser.serialize_field("message", &self.message)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Error {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "error",
            "error_code",
            "errorCode",
            "message",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Error,
            ErrorCode,
            Message,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "error" => Ok(GeneratedField::Error),
                            "errorCode" | "error_code" => Ok(GeneratedField::ErrorCode),
                            "message" => Ok(GeneratedField::Message),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Error;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.Error")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Error, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut error__ = None;
                let mut error_code__ = None;
                let mut message__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Error => {
                            if error__.is_some() {
                                return Err(serde::de::Error::duplicate_field("error"));
                            }
                            error__ = Some(map_.next_value::<ErrorCode>()? as i32);
                        }
                        GeneratedField::ErrorCode => {
                            if error_code__.is_some() {
                                return Err(serde::de::Error::duplicate_field("errorCode"));
                            }
                            error_code__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Message => {
                            if message__.is_some() {
                                return Err(serde::de::Error::duplicate_field("message"));
                            }
                            message__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Error {
                    error: error__.unwrap_or_default(),
                    error_code: error_code__.unwrap_or_default(),
                    message: message__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.Error", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ErrorCode {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Ok => "OK",
            Self::InvalidArgument => "INVALID_ARGUMENT",
            Self::NotFound => "NOT_FOUND",
            Self::PermissionDenied => "PERMISSION_DENIED",
            Self::FailedPrecondition => "FAILED_PRECONDITION",
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::ResourceExhausted => "RESOURCE_EXHAUSTED",
            Self::Internal => "INTERNAL",
            Self::Unavailable => "UNAVAILABLE",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for ErrorCode {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "OK",
            "INVALID_ARGUMENT",
            "NOT_FOUND",
            "PERMISSION_DENIED",
            "FAILED_PRECONDITION",
            "UNAUTHENTICATED",
            "RESOURCE_EXHAUSTED",
            "INTERNAL",
            "UNAVAILABLE",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = ErrorCode;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "OK" => Ok(ErrorCode::Ok),
                    "INVALID_ARGUMENT" => Ok(ErrorCode::InvalidArgument),
                    "NOT_FOUND" => Ok(ErrorCode::NotFound),
                    "PERMISSION_DENIED" => Ok(ErrorCode::PermissionDenied),
                    "FAILED_PRECONDITION" => Ok(ErrorCode::FailedPrecondition),
                    "UNAUTHENTICATED" => Ok(ErrorCode::Unauthenticated),
                    "RESOURCE_EXHAUSTED" => Ok(ErrorCode::ResourceExhausted),
                    "INTERNAL" => Ok(ErrorCode::Internal),
                    "UNAVAILABLE" => Ok(ErrorCode::Unavailable),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for File {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.file.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.File", len)?;
        if let Some(v) = self.file.as_ref() {
            match v {
                file::File::DownloadLink(v) => {
                    struct_ser.serialize_field("download_link", v)?;
                }
                file::File::Embedded(v) => {
                    #[allow(clippy::needless_borrow)]
                    #[allow(clippy::needless_borrows_for_generic_args)]
                    struct_ser.serialize_field("embedded", pbjson::private::base64::encode(&v).as_str())?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for File {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "download_link",
            "downloadLink",
            "embedded",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            DownloadLink,
            Embedded,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "downloadLink" | "download_link" => Ok(GeneratedField::DownloadLink),
                            "embedded" => Ok(GeneratedField::Embedded),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = File;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.File")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<File, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut file__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::DownloadLink => {
                            if file__.is_some() {
                                return Err(serde::de::Error::duplicate_field("downloadLink"));
                            }
                            file__ = map_.next_value::<::std::option::Option<_>>()?.map(file::File::DownloadLink);
                        }
                        GeneratedField::Embedded => {
                            if file__.is_some() {
                                return Err(serde::de::Error::duplicate_field("embedded"));
                            }
                            file__ = map_.next_value::<::std::option::Option<::pbjson::private::BytesDeserialize<_>>>()?.map(|x| file::File::Embedded(x.0));
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(File {
                    file: file__,
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.File", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for FileFormat {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::DownloadLink => "DOWNLOAD_LINK",
            Self::Embedded => "EMBEDDED",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for FileFormat {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "DOWNLOAD_LINK",
            "EMBEDDED",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = FileFormat;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "DOWNLOAD_LINK" => Ok(FileFormat::DownloadLink),
                    "EMBEDDED" => Ok(FileFormat::Embedded),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for FileType {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "FILE_TYPE_UNSPECIFIED",
            Self::KycPdf => "KYC_PDF",
            Self::ResidencyProofPdf => "RESIDENCY_PROOF_PDF",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for FileType {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "FILE_TYPE_UNSPECIFIED",
            "KYC_PDF",
            "RESIDENCY_PROOF_PDF",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = FileType;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "FILE_TYPE_UNSPECIFIED" => Ok(FileType::Unspecified),
                    "KYC_PDF" => Ok(FileType::KycPdf),
                    "RESIDENCY_PROOF_PDF" => Ok(FileType::ResidencyProofPdf),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for GetFileRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.request_id.is_empty() {
            len += 1;
        }
        if self.file_type != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.GetFileRequest", len)?;
        if !self.request_id.is_empty() {
            struct_ser.serialize_field("request_id", &self.request_id)?;
        }
        if self.file_type != 0 {
            let v = FileType::try_from(self.file_type)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.file_type)))?;
            struct_ser.serialize_field("file_type", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetFileRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "request_id",
            "requestId",
            "file_type",
            "fileType",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            RequestId,
            FileType,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "requestId" | "request_id" => Ok(GeneratedField::RequestId),
                            "fileType" | "file_type" => Ok(GeneratedField::FileType),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetFileRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.GetFileRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetFileRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut request_id__ = None;
                let mut file_type__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::RequestId => {
                            if request_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requestId"));
                            }
                            request_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::FileType => {
                            if file_type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("fileType"));
                            }
                            file_type__ = Some(map_.next_value::<FileType>()? as i32);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetFileRequest {
                    request_id: request_id__.unwrap_or_default(),
                    file_type: file_type__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.GetFileRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetFileResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.success {
            len += 1;
        }
        if !self.request_id.is_empty() {
            len += 1;
        }
        if self.file_type != 0 {
            len += 1;
        }
        if !self.data.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.GetFileResponse", len)?;
        if self.success {
            struct_ser.serialize_field("success", &self.success)?;
        }
        if !self.request_id.is_empty() {
            struct_ser.serialize_field("request_id", &self.request_id)?;
        }
        if self.file_type != 0 {
            struct_ser.serialize_field("file_type", &self.file_type)?;
        }
        if !self.data.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("data", pbjson::private::base64::encode(&self.data).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetFileResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "success",
            "request_id",
            "requestId",
            "file_type",
            "fileType",
            "data",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Success,
            RequestId,
            FileType,
            Data,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "success" => Ok(GeneratedField::Success),
                            "requestId" | "request_id" => Ok(GeneratedField::RequestId),
                            "fileType" | "file_type" => Ok(GeneratedField::FileType),
                            "data" => Ok(GeneratedField::Data),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetFileResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.GetFileResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetFileResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut success__ = None;
                let mut request_id__ = None;
                let mut file_type__ = None;
                let mut data__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Success => {
                            if success__.is_some() {
                                return Err(serde::de::Error::duplicate_field("success"));
                            }
                            success__ = Some(map_.next_value()?);
                        }
                        GeneratedField::RequestId => {
                            if request_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requestId"));
                            }
                            request_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::FileType => {
                            if file_type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("fileType"));
                            }
                            file_type__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Data => {
                            if data__.is_some() {
                                return Err(serde::de::Error::duplicate_field("data"));
                            }
                            data__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetFileResponse {
                    success: success__.unwrap_or_default(),
                    request_id: request_id__.unwrap_or_default(),
                    file_type: file_type__.unwrap_or_default(),
                    data: data__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.GetFileResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetOcspRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.device_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.GetOcspRequest", len)?;
        if !self.device_id.is_empty() {
            struct_ser.serialize_field("device_id", &self.device_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetOcspRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "device_id",
            "deviceId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            DeviceId,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "deviceId" | "device_id" => Ok(GeneratedField::DeviceId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetOcspRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.GetOcspRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetOcspRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut device_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::DeviceId => {
                            if device_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deviceId"));
                            }
                            device_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetOcspRequest {
                    device_id: device_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.GetOcspRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetOcspResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.certificate_client.is_empty() {
            len += 1;
        }
        if !self.certificate_issuer.is_empty() {
            len += 1;
        }
        if !self.ocsp_response.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.GetOcspResponse", len)?;
        if !self.certificate_client.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("certificate_client", pbjson::private::base64::encode(&self.certificate_client).as_str())?;
        }
        if !self.certificate_issuer.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("certificate_issuer", pbjson::private::base64::encode(&self.certificate_issuer).as_str())?;
        }
        if !self.ocsp_response.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("ocsp_response", pbjson::private::base64::encode(&self.ocsp_response).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetOcspResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "certificate_client",
            "certificateClient",
            "certificate_issuer",
            "certificateIssuer",
            "ocsp_response",
            "ocspResponse",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CertificateClient,
            CertificateIssuer,
            OcspResponse,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "certificateClient" | "certificate_client" => Ok(GeneratedField::CertificateClient),
                            "certificateIssuer" | "certificate_issuer" => Ok(GeneratedField::CertificateIssuer),
                            "ocspResponse" | "ocsp_response" => Ok(GeneratedField::OcspResponse),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetOcspResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.GetOcspResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetOcspResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut certificate_client__ = None;
                let mut certificate_issuer__ = None;
                let mut ocsp_response__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CertificateClient => {
                            if certificate_client__.is_some() {
                                return Err(serde::de::Error::duplicate_field("certificateClient"));
                            }
                            certificate_client__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CertificateIssuer => {
                            if certificate_issuer__.is_some() {
                                return Err(serde::de::Error::duplicate_field("certificateIssuer"));
                            }
                            certificate_issuer__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::OcspResponse => {
                            if ocsp_response__.is_some() {
                                return Err(serde::de::Error::duplicate_field("ocspResponse"));
                            }
                            ocsp_response__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetOcspResponse {
                    certificate_client: certificate_client__.unwrap_or_default(),
                    certificate_issuer: certificate_issuer__.unwrap_or_default(),
                    ocsp_response: ocsp_response__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.GetOcspResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetResultRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.request_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.GetResultRequest", len)?;
        if !self.request_id.is_empty() {
            struct_ser.serialize_field("request_id", &self.request_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetResultRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "request_id",
            "requestId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            RequestId,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "requestId" | "request_id" => Ok(GeneratedField::RequestId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetResultRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.GetResultRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetResultRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut request_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::RequestId => {
                            if request_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requestId"));
                            }
                            request_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetResultRequest {
                    request_id: request_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.GetResultRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetResultResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.success {
            len += 1;
        }
        if !self.device_id.is_empty() {
            len += 1;
        }
        if !self.request_id.is_empty() {
            len += 1;
        }
        if !self.device_name.is_empty() {
            len += 1;
        }
        if !self.email.is_empty() {
            len += 1;
        }
        if !self.unique_user_id.is_empty() {
            len += 1;
        }
        if self.status != 0 {
            len += 1;
        }
        if self.status_code != 0 {
            len += 1;
        }
        if !self.idempotent_key.is_empty() {
            len += 1;
        }
        if self.timestamp_created != 0 {
            len += 1;
        }
        if self.timestamp_finished != 0 {
            len += 1;
        }
        if self.extra.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.GetResultResponse", len)?;
        if self.success {
            struct_ser.serialize_field("success", &self.success)?;
        }
        if !self.device_id.is_empty() {
            struct_ser.serialize_field("device_id", &self.device_id)?;
        }
        if !self.request_id.is_empty() {
            struct_ser.serialize_field("request_id", &self.request_id)?;
        }
        if !self.device_name.is_empty() {
            struct_ser.serialize_field("device_name", &self.device_name)?;
        }
        if !self.email.is_empty() {
            struct_ser.serialize_field("email", &self.email)?;
        }
        if !self.unique_user_id.is_empty() {
            struct_ser.serialize_field("unique_user_id", &self.unique_user_id)?;
        }
        if self.status != 0 {
            let v = RequestStatus::try_from(self.status)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.status)))?;
            struct_ser.serialize_field("status", &v)?;
        }
        if self.status_code != 0 {
            struct_ser.serialize_field("status_code", &self.status_code)?;
        }
        if !self.idempotent_key.is_empty() {
            struct_ser.serialize_field("idempotent_key", &self.idempotent_key)?;
        }
        if self.timestamp_created != 0 {
            struct_ser.serialize_field("timestamp_created", &self.timestamp_created)?;
        }
        if self.timestamp_finished != 0 {
            struct_ser.serialize_field("timestamp_finished", &self.timestamp_finished)?;
        }
        if let Some(v) = self.extra.as_ref() {
            match v {
                get_result_response::Extra::Signature(v) => {
                    struct_ser.serialize_field("signature", v)?;
                }
                get_result_response::Extra::Identification(v) => {
                    struct_ser.serialize_field("identification", v)?;
                }
                get_result_response::Extra::Kyc(v) => {
                    struct_ser.serialize_field("kyc", v)?;
                }
                get_result_response::Extra::Authentication(v) => {
                    struct_ser.serialize_field("authentication", v)?;
                }
                get_result_response::Extra::DeviceKey(v) => {
                    struct_ser.serialize_field("device_key", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetResultResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "success",
            "device_id",
            "deviceId",
            "request_id",
            "requestId",
            "device_name",
            "deviceName",
            "email",
            "unique_user_id",
            "uniqueUserId",
            "status",
            "status_code",
            "statusCode",
            "idempotent_key",
            "idempotentKey",
            "timestamp_created",
            "timestampCreated",
            "timestamp_finished",
            "timestampFinished",
            "signature",
            "identification",
            "kyc",
            "authentication",
            "device_key",
            "deviceKey",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Success,
            DeviceId,
            RequestId,
            DeviceName,
            Email,
            UniqueUserId,
            Status,
            StatusCode,
            IdempotentKey,
            TimestampCreated,
            TimestampFinished,
            Signature,
            Identification,
            Kyc,
            Authentication,
            DeviceKey,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "success" => Ok(GeneratedField::Success),
                            "deviceId" | "device_id" => Ok(GeneratedField::DeviceId),
                            "requestId" | "request_id" => Ok(GeneratedField::RequestId),
                            "deviceName" | "device_name" => Ok(GeneratedField::DeviceName),
                            "email" => Ok(GeneratedField::Email),
                            "uniqueUserId" | "unique_user_id" => Ok(GeneratedField::UniqueUserId),
                            "status" => Ok(GeneratedField::Status),
                            "statusCode" | "status_code" => Ok(GeneratedField::StatusCode),
                            "idempotentKey" | "idempotent_key" => Ok(GeneratedField::IdempotentKey),
                            "timestampCreated" | "timestamp_created" => Ok(GeneratedField::TimestampCreated),
                            "timestampFinished" | "timestamp_finished" => Ok(GeneratedField::TimestampFinished),
                            "signature" => Ok(GeneratedField::Signature),
                            "identification" => Ok(GeneratedField::Identification),
                            "kyc" => Ok(GeneratedField::Kyc),
                            "authentication" => Ok(GeneratedField::Authentication),
                            "deviceKey" | "device_key" => Ok(GeneratedField::DeviceKey),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetResultResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.GetResultResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetResultResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut success__ = None;
                let mut device_id__ = None;
                let mut request_id__ = None;
                let mut device_name__ = None;
                let mut email__ = None;
                let mut unique_user_id__ = None;
                let mut status__ = None;
                let mut status_code__ = None;
                let mut idempotent_key__ = None;
                let mut timestamp_created__ = None;
                let mut timestamp_finished__ = None;
                let mut extra__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Success => {
                            if success__.is_some() {
                                return Err(serde::de::Error::duplicate_field("success"));
                            }
                            success__ = Some(map_.next_value()?);
                        }
                        GeneratedField::DeviceId => {
                            if device_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deviceId"));
                            }
                            device_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::RequestId => {
                            if request_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requestId"));
                            }
                            request_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::DeviceName => {
                            if device_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deviceName"));
                            }
                            device_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Email => {
                            if email__.is_some() {
                                return Err(serde::de::Error::duplicate_field("email"));
                            }
                            email__ = Some(map_.next_value()?);
                        }
                        GeneratedField::UniqueUserId => {
                            if unique_user_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("uniqueUserId"));
                            }
                            unique_user_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Status => {
                            if status__.is_some() {
                                return Err(serde::de::Error::duplicate_field("status"));
                            }
                            status__ = Some(map_.next_value::<RequestStatus>()? as i32);
                        }
                        GeneratedField::StatusCode => {
                            if status_code__.is_some() {
                                return Err(serde::de::Error::duplicate_field("statusCode"));
                            }
                            status_code__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::IdempotentKey => {
                            if idempotent_key__.is_some() {
                                return Err(serde::de::Error::duplicate_field("idempotentKey"));
                            }
                            idempotent_key__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TimestampCreated => {
                            if timestamp_created__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timestampCreated"));
                            }
                            timestamp_created__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::TimestampFinished => {
                            if timestamp_finished__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timestampFinished"));
                            }
                            timestamp_finished__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Signature => {
                            if extra__.is_some() {
                                return Err(serde::de::Error::duplicate_field("signature"));
                            }
                            extra__ = map_.next_value::<::std::option::Option<_>>()?.map(get_result_response::Extra::Signature)
;
                        }
                        GeneratedField::Identification => {
                            if extra__.is_some() {
                                return Err(serde::de::Error::duplicate_field("identification"));
                            }
                            extra__ = map_.next_value::<::std::option::Option<_>>()?.map(get_result_response::Extra::Identification)
;
                        }
                        GeneratedField::Kyc => {
                            if extra__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kyc"));
                            }
                            extra__ = map_.next_value::<::std::option::Option<_>>()?.map(get_result_response::Extra::Kyc)
;
                        }
                        GeneratedField::Authentication => {
                            if extra__.is_some() {
                                return Err(serde::de::Error::duplicate_field("authentication"));
                            }
                            extra__ = map_.next_value::<::std::option::Option<_>>()?.map(get_result_response::Extra::Authentication)
;
                        }
                        GeneratedField::DeviceKey => {
                            if extra__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deviceKey"));
                            }
                            extra__ = map_.next_value::<::std::option::Option<_>>()?.map(get_result_response::Extra::DeviceKey)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetResultResponse {
                    success: success__.unwrap_or_default(),
                    device_id: device_id__.unwrap_or_default(),
                    request_id: request_id__.unwrap_or_default(),
                    device_name: device_name__.unwrap_or_default(),
                    email: email__.unwrap_or_default(),
                    unique_user_id: unique_user_id__.unwrap_or_default(),
                    status: status__.unwrap_or_default(),
                    status_code: status_code__.unwrap_or_default(),
                    idempotent_key: idempotent_key__.unwrap_or_default(),
                    timestamp_created: timestamp_created__.unwrap_or_default(),
                    timestamp_finished: timestamp_finished__.unwrap_or_default(),
                    extra: extra__,
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.GetResultResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetStatusRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.request_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.GetStatusRequest", len)?;
        if !self.request_id.is_empty() {
            struct_ser.serialize_field("request_id", &self.request_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetStatusRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "request_id",
            "requestId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            RequestId,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "requestId" | "request_id" => Ok(GeneratedField::RequestId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetStatusRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.GetStatusRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetStatusRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut request_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::RequestId => {
                            if request_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requestId"));
                            }
                            request_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetStatusRequest {
                    request_id: request_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.GetStatusRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetStatusResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.success {
            len += 1;
        }
        if !self.request_id.is_empty() {
            len += 1;
        }
        if self.status != 0 {
            len += 1;
        }
        if self.status_code != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.GetStatusResponse", len)?;
        if self.success {
            struct_ser.serialize_field("success", &self.success)?;
        }
        if !self.request_id.is_empty() {
            struct_ser.serialize_field("request_id", &self.request_id)?;
        }
        if self.status != 0 {
            let v = RequestStatus::try_from(self.status)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.status)))?;
            struct_ser.serialize_field("status", &v)?;
        }
        if self.status_code != 0 {
            struct_ser.serialize_field("status_code", &self.status_code)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetStatusResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "success",
            "request_id",
            "requestId",
            "status",
            "status_code",
            "statusCode",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Success,
            RequestId,
            Status,
            StatusCode,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "success" => Ok(GeneratedField::Success),
                            "requestId" | "request_id" => Ok(GeneratedField::RequestId),
                            "status" => Ok(GeneratedField::Status),
                            "statusCode" | "status_code" => Ok(GeneratedField::StatusCode),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetStatusResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.GetStatusResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetStatusResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut success__ = None;
                let mut request_id__ = None;
                let mut status__ = None;
                let mut status_code__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Success => {
                            if success__.is_some() {
                                return Err(serde::de::Error::duplicate_field("success"));
                            }
                            success__ = Some(map_.next_value()?);
                        }
                        GeneratedField::RequestId => {
                            if request_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requestId"));
                            }
                            request_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Status => {
                            if status__.is_some() {
                                return Err(serde::de::Error::duplicate_field("status"));
                            }
                            status__ = Some(map_.next_value::<RequestStatus>()? as i32);
                        }
                        GeneratedField::StatusCode => {
                            if status_code__.is_some() {
                                return Err(serde::de::Error::duplicate_field("statusCode"));
                            }
                            status_code__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetStatusResponse {
                    success: success__.unwrap_or_default(),
                    request_id: request_id__.unwrap_or_default(),
                    status: status__.unwrap_or_default(),
                    status_code: status_code__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.GetStatusResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for IdentificationResult {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.first_name.is_empty() {
            len += 1;
        }
        if !self.last_name.is_empty() {
            len += 1;
        }
        if !self.gender.is_empty() {
            len += 1;
        }
        if !self.date_of_birth.is_empty() {
            len += 1;
        }
        if !self.nationality.is_empty() {
            len += 1;
        }
        if !self.personal_number.is_empty() {
            len += 1;
        }
        if !self.residency_country.is_empty() {
            len += 1;
        }
        if !self.residency_city.is_empty() {
            len += 1;
        }
        if !self.residency_postcode.is_empty() {
            len += 1;
        }
        if !self.residency_address.is_empty() {
            len += 1;
        }
        if !self.residency_address2.is_empty() {
            len += 1;
        }
        if !self.phone_number.is_empty() {
            len += 1;
        }
        if !self.residency_area.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.IdentificationResult", len)?;
        if !self.first_name.is_empty() {
            struct_ser.serialize_field("first_name", &self.first_name)?;
        }
        if !self.last_name.is_empty() {
            struct_ser.serialize_field("last_name", &self.last_name)?;
        }
        if !self.gender.is_empty() {
            struct_ser.serialize_field("gender", &self.gender)?;
        }
        if !self.date_of_birth.is_empty() {
            struct_ser.serialize_field("date_of_birth", &self.date_of_birth)?;
        }
        if !self.nationality.is_empty() {
            struct_ser.serialize_field("nationality", &self.nationality)?;
        }
        if !self.personal_number.is_empty() {
            struct_ser.serialize_field("personal_number", &self.personal_number)?;
        }
        if !self.residency_country.is_empty() {
            struct_ser.serialize_field("residency_country", &self.residency_country)?;
        }
        if !self.residency_city.is_empty() {
            struct_ser.serialize_field("residency_city", &self.residency_city)?;
        }
        if !self.residency_postcode.is_empty() {
            struct_ser.serialize_field("residency_postcode", &self.residency_postcode)?;
        }
        if !self.residency_address.is_empty() {
            struct_ser.serialize_field("residency_address", &self.residency_address)?;
        }
        if !self.residency_address2.is_empty() {
            struct_ser.serialize_field("residency_address2", &self.residency_address2)?;
        }
        if !self.phone_number.is_empty() {
            struct_ser.serialize_field("phone_number", &self.phone_number)?;
        }
        if !self.residency_area.is_empty() {
            struct_ser.serialize_field("residency_area", &self.residency_area)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for IdentificationResult {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "first_name",
            "firstName",
            "last_name",
            "lastName",
            "gender",
            "date_of_birth",
            "dateOfBirth",
            "nationality",
            "personal_number",
            "personalNumber",
            "residency_country",
            "residencyCountry",
            "residency_city",
            "residencyCity",
            "residency_postcode",
            "residencyPostcode",
            "residency_address",
            "residencyAddress",
            "residency_address2",
            "residencyAddress2",
            "phone_number",
            "phoneNumber",
            "residency_area",
            "residencyArea",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            FirstName,
            LastName,
            Gender,
            DateOfBirth,
            Nationality,
            PersonalNumber,
            ResidencyCountry,
            ResidencyCity,
            ResidencyPostcode,
            ResidencyAddress,
            ResidencyAddress2,
            PhoneNumber,
            ResidencyArea,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "firstName" | "first_name" => Ok(GeneratedField::FirstName),
                            "lastName" | "last_name" => Ok(GeneratedField::LastName),
                            "gender" => Ok(GeneratedField::Gender),
                            "dateOfBirth" | "date_of_birth" => Ok(GeneratedField::DateOfBirth),
                            "nationality" => Ok(GeneratedField::Nationality),
                            "personalNumber" | "personal_number" => Ok(GeneratedField::PersonalNumber),
                            "residencyCountry" | "residency_country" => Ok(GeneratedField::ResidencyCountry),
                            "residencyCity" | "residency_city" => Ok(GeneratedField::ResidencyCity),
                            "residencyPostcode" | "residency_postcode" => Ok(GeneratedField::ResidencyPostcode),
                            "residencyAddress" | "residency_address" => Ok(GeneratedField::ResidencyAddress),
                            "residencyAddress2" | "residency_address2" => Ok(GeneratedField::ResidencyAddress2),
                            "phoneNumber" | "phone_number" => Ok(GeneratedField::PhoneNumber),
                            "residencyArea" | "residency_area" => Ok(GeneratedField::ResidencyArea),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = IdentificationResult;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.IdentificationResult")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<IdentificationResult, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut first_name__ = None;
                let mut last_name__ = None;
                let mut gender__ = None;
                let mut date_of_birth__ = None;
                let mut nationality__ = None;
                let mut personal_number__ = None;
                let mut residency_country__ = None;
                let mut residency_city__ = None;
                let mut residency_postcode__ = None;
                let mut residency_address__ = None;
                let mut residency_address2__ = None;
                let mut phone_number__ = None;
                let mut residency_area__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::FirstName => {
                            if first_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("firstName"));
                            }
                            first_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::LastName => {
                            if last_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lastName"));
                            }
                            last_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Gender => {
                            if gender__.is_some() {
                                return Err(serde::de::Error::duplicate_field("gender"));
                            }
                            gender__ = Some(map_.next_value()?);
                        }
                        GeneratedField::DateOfBirth => {
                            if date_of_birth__.is_some() {
                                return Err(serde::de::Error::duplicate_field("dateOfBirth"));
                            }
                            date_of_birth__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Nationality => {
                            if nationality__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nationality"));
                            }
                            nationality__ = Some(map_.next_value()?);
                        }
                        GeneratedField::PersonalNumber => {
                            if personal_number__.is_some() {
                                return Err(serde::de::Error::duplicate_field("personalNumber"));
                            }
                            personal_number__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ResidencyCountry => {
                            if residency_country__.is_some() {
                                return Err(serde::de::Error::duplicate_field("residencyCountry"));
                            }
                            residency_country__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ResidencyCity => {
                            if residency_city__.is_some() {
                                return Err(serde::de::Error::duplicate_field("residencyCity"));
                            }
                            residency_city__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ResidencyPostcode => {
                            if residency_postcode__.is_some() {
                                return Err(serde::de::Error::duplicate_field("residencyPostcode"));
                            }
                            residency_postcode__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ResidencyAddress => {
                            if residency_address__.is_some() {
                                return Err(serde::de::Error::duplicate_field("residencyAddress"));
                            }
                            residency_address__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ResidencyAddress2 => {
                            if residency_address2__.is_some() {
                                return Err(serde::de::Error::duplicate_field("residencyAddress2"));
                            }
                            residency_address2__ = Some(map_.next_value()?);
                        }
                        GeneratedField::PhoneNumber => {
                            if phone_number__.is_some() {
                                return Err(serde::de::Error::duplicate_field("phoneNumber"));
                            }
                            phone_number__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ResidencyArea => {
                            if residency_area__.is_some() {
                                return Err(serde::de::Error::duplicate_field("residencyArea"));
                            }
                            residency_area__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(IdentificationResult {
                    first_name: first_name__.unwrap_or_default(),
                    last_name: last_name__.unwrap_or_default(),
                    gender: gender__.unwrap_or_default(),
                    date_of_birth: date_of_birth__.unwrap_or_default(),
                    nationality: nationality__.unwrap_or_default(),
                    personal_number: personal_number__.unwrap_or_default(),
                    residency_country: residency_country__.unwrap_or_default(),
                    residency_city: residency_city__.unwrap_or_default(),
                    residency_postcode: residency_postcode__.unwrap_or_default(),
                    residency_address: residency_address__.unwrap_or_default(),
                    residency_address2: residency_address2__.unwrap_or_default(),
                    phone_number: phone_number__.unwrap_or_default(),
                    residency_area: residency_area__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.IdentificationResult", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for KycResult {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.passport_issuing_state.is_empty() {
            len += 1;
        }
        if !self.passport_number.is_empty() {
            len += 1;
        }
        if !self.passport_expiration.is_empty() {
            len += 1;
        }
        if self.screening_eu != 0 {
            len += 1;
        }
        if self.screening_un != 0 {
            len += 1;
        }
        if self.screening_pep != 0 {
            len += 1;
        }
        if !self.screening_eu_info.is_empty() {
            len += 1;
        }
        if !self.screening_un_info.is_empty() {
            len += 1;
        }
        if !self.screening_pep_info.is_empty() {
            len += 1;
        }
        if !self.phone_number.is_empty() {
            len += 1;
        }
        if self.identification.is_some() {
            len += 1;
        }
        if self.kyc_pdf.is_some() {
            len += 1;
        }
        if self.residency_proof_pdf.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.KYCResult", len)?;
        if !self.passport_issuing_state.is_empty() {
            struct_ser.serialize_field("passport_issuing_state", &self.passport_issuing_state)?;
        }
        if !self.passport_number.is_empty() {
            struct_ser.serialize_field("passport_number", &self.passport_number)?;
        }
        if !self.passport_expiration.is_empty() {
            struct_ser.serialize_field("passport_expiration", &self.passport_expiration)?;
        }
        if self.screening_eu != 0 {
            let v = ScreeningResult::try_from(self.screening_eu)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.screening_eu)))?;
            struct_ser.serialize_field("screening_EU", &v)?;
        }
        if self.screening_un != 0 {
            let v = ScreeningResult::try_from(self.screening_un)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.screening_un)))?;
            struct_ser.serialize_field("screening_UN", &v)?;
        }
        if self.screening_pep != 0 {
            let v = ScreeningResult::try_from(self.screening_pep)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.screening_pep)))?;
            struct_ser.serialize_field("screening_PEP", &v)?;
        }
        if !self.screening_eu_info.is_empty() {
            struct_ser.serialize_field("screening_EU_info", &self.screening_eu_info)?;
        }
        if !self.screening_un_info.is_empty() {
            struct_ser.serialize_field("screening_UN_info", &self.screening_un_info)?;
        }
        if !self.screening_pep_info.is_empty() {
            struct_ser.serialize_field("screening_PEP_info", &self.screening_pep_info)?;
        }
        if !self.phone_number.is_empty() {
            struct_ser.serialize_field("phone_number", &self.phone_number)?;
        }
        if let Some(v) = self.identification.as_ref() {
            struct_ser.serialize_field("identification", v)?;
        }
        if let Some(v) = self.kyc_pdf.as_ref() {
            struct_ser.serialize_field("kyc_pdf", v)?;
        }
        if let Some(v) = self.residency_proof_pdf.as_ref() {
            struct_ser.serialize_field("residency_proof_pdf", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for KycResult {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "passport_issuing_state",
            "passportIssuingState",
            "passport_number",
            "passportNumber",
            "passport_expiration",
            "passportExpiration",
            "screening_EU",
            "screeningEU",
            "screening_UN",
            "screeningUN",
            "screening_PEP",
            "screeningPEP",
            "screening_EU_info",
            "screeningEUInfo",
            "screening_UN_info",
            "screeningUNInfo",
            "screening_PEP_info",
            "screeningPEPInfo",
            "phone_number",
            "phoneNumber",
            "identification",
            "kyc_pdf",
            "kycPdf",
            "residency_proof_pdf",
            "residencyProofPdf",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            PassportIssuingState,
            PassportNumber,
            PassportExpiration,
            ScreeningEu,
            ScreeningUn,
            ScreeningPep,
            ScreeningEuInfo,
            ScreeningUnInfo,
            ScreeningPepInfo,
            PhoneNumber,
            Identification,
            KycPdf,
            ResidencyProofPdf,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "passportIssuingState" | "passport_issuing_state" => Ok(GeneratedField::PassportIssuingState),
                            "passportNumber" | "passport_number" => Ok(GeneratedField::PassportNumber),
                            "passportExpiration" | "passport_expiration" => Ok(GeneratedField::PassportExpiration),
                            "screeningEU" | "screening_EU" => Ok(GeneratedField::ScreeningEu),
                            "screeningUN" | "screening_UN" => Ok(GeneratedField::ScreeningUn),
                            "screeningPEP" | "screening_PEP" => Ok(GeneratedField::ScreeningPep),
                            "screeningEUInfo" | "screening_EU_info" => Ok(GeneratedField::ScreeningEuInfo),
                            "screeningUNInfo" | "screening_UN_info" => Ok(GeneratedField::ScreeningUnInfo),
                            "screeningPEPInfo" | "screening_PEP_info" => Ok(GeneratedField::ScreeningPepInfo),
                            "phoneNumber" | "phone_number" => Ok(GeneratedField::PhoneNumber),
                            "identification" => Ok(GeneratedField::Identification),
                            "kycPdf" | "kyc_pdf" => Ok(GeneratedField::KycPdf),
                            "residencyProofPdf" | "residency_proof_pdf" => Ok(GeneratedField::ResidencyProofPdf),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = KycResult;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.KYCResult")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<KycResult, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut passport_issuing_state__ = None;
                let mut passport_number__ = None;
                let mut passport_expiration__ = None;
                let mut screening_eu__ = None;
                let mut screening_un__ = None;
                let mut screening_pep__ = None;
                let mut screening_eu_info__ = None;
                let mut screening_un_info__ = None;
                let mut screening_pep_info__ = None;
                let mut phone_number__ = None;
                let mut identification__ = None;
                let mut kyc_pdf__ = None;
                let mut residency_proof_pdf__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::PassportIssuingState => {
                            if passport_issuing_state__.is_some() {
                                return Err(serde::de::Error::duplicate_field("passportIssuingState"));
                            }
                            passport_issuing_state__ = Some(map_.next_value()?);
                        }
                        GeneratedField::PassportNumber => {
                            if passport_number__.is_some() {
                                return Err(serde::de::Error::duplicate_field("passportNumber"));
                            }
                            passport_number__ = Some(map_.next_value()?);
                        }
                        GeneratedField::PassportExpiration => {
                            if passport_expiration__.is_some() {
                                return Err(serde::de::Error::duplicate_field("passportExpiration"));
                            }
                            passport_expiration__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ScreeningEu => {
                            if screening_eu__.is_some() {
                                return Err(serde::de::Error::duplicate_field("screeningEU"));
                            }
                            screening_eu__ = Some(map_.next_value::<ScreeningResult>()? as i32);
                        }
                        GeneratedField::ScreeningUn => {
                            if screening_un__.is_some() {
                                return Err(serde::de::Error::duplicate_field("screeningUN"));
                            }
                            screening_un__ = Some(map_.next_value::<ScreeningResult>()? as i32);
                        }
                        GeneratedField::ScreeningPep => {
                            if screening_pep__.is_some() {
                                return Err(serde::de::Error::duplicate_field("screeningPEP"));
                            }
                            screening_pep__ = Some(map_.next_value::<ScreeningResult>()? as i32);
                        }
                        GeneratedField::ScreeningEuInfo => {
                            if screening_eu_info__.is_some() {
                                return Err(serde::de::Error::duplicate_field("screeningEUInfo"));
                            }
                            screening_eu_info__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ScreeningUnInfo => {
                            if screening_un_info__.is_some() {
                                return Err(serde::de::Error::duplicate_field("screeningUNInfo"));
                            }
                            screening_un_info__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ScreeningPepInfo => {
                            if screening_pep_info__.is_some() {
                                return Err(serde::de::Error::duplicate_field("screeningPEPInfo"));
                            }
                            screening_pep_info__ = Some(map_.next_value()?);
                        }
                        GeneratedField::PhoneNumber => {
                            if phone_number__.is_some() {
                                return Err(serde::de::Error::duplicate_field("phoneNumber"));
                            }
                            phone_number__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Identification => {
                            if identification__.is_some() {
                                return Err(serde::de::Error::duplicate_field("identification"));
                            }
                            identification__ = map_.next_value()?;
                        }
                        GeneratedField::KycPdf => {
                            if kyc_pdf__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kycPdf"));
                            }
                            kyc_pdf__ = map_.next_value()?;
                        }
                        GeneratedField::ResidencyProofPdf => {
                            if residency_proof_pdf__.is_some() {
                                return Err(serde::de::Error::duplicate_field("residencyProofPdf"));
                            }
                            residency_proof_pdf__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(KycResult {
                    passport_issuing_state: passport_issuing_state__.unwrap_or_default(),
                    passport_number: passport_number__.unwrap_or_default(),
                    passport_expiration: passport_expiration__.unwrap_or_default(),
                    screening_eu: screening_eu__.unwrap_or_default(),
                    screening_un: screening_un__.unwrap_or_default(),
                    screening_pep: screening_pep__.unwrap_or_default(),
                    screening_eu_info: screening_eu_info__.unwrap_or_default(),
                    screening_un_info: screening_un_info__.unwrap_or_default(),
                    screening_pep_info: screening_pep_info__.unwrap_or_default(),
                    phone_number: phone_number__.unwrap_or_default(),
                    identification: identification__,
                    kyc_pdf: kyc_pdf__,
                    residency_proof_pdf: residency_proof_pdf__,
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.KYCResult", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RequestStatus {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "REQUEST_STATUS_UNSPECIFIED",
            Self::Success => "SUCCESS",
            Self::NotReady => "NOT_READY",
            Self::Timeout => "TIMEOUT",
            Self::RpCancelled => "RP_CANCELLED",
            Self::UserCancelled => "USER_CANCELLED",
            Self::AccountNotVerified => "ACCOUNT_NOT_VERIFIED",
            Self::WaitingLocalAck => "WAITING_LOCAL_ACK",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for RequestStatus {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "REQUEST_STATUS_UNSPECIFIED",
            "SUCCESS",
            "NOT_READY",
            "TIMEOUT",
            "RP_CANCELLED",
            "USER_CANCELLED",
            "ACCOUNT_NOT_VERIFIED",
            "WAITING_LOCAL_ACK",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = RequestStatus;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "REQUEST_STATUS_UNSPECIFIED" => Ok(RequestStatus::Unspecified),
                    "SUCCESS" => Ok(RequestStatus::Success),
                    "NOT_READY" => Ok(RequestStatus::NotReady),
                    "TIMEOUT" => Ok(RequestStatus::Timeout),
                    "RP_CANCELLED" => Ok(RequestStatus::RpCancelled),
                    "USER_CANCELLED" => Ok(RequestStatus::UserCancelled),
                    "ACCOUNT_NOT_VERIFIED" => Ok(RequestStatus::AccountNotVerified),
                    "WAITING_LOCAL_ACK" => Ok(RequestStatus::WaitingLocalAck),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for RequestType {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "REQUEST_TYPE_UNSPECIFIED",
            Self::DeviceKey => "DEVICE_KEY",
            Self::Authentication => "AUTHENTICATION",
            Self::Signature => "SIGNATURE",
            Self::Identification => "IDENTIFICATION",
            Self::Kyc => "KYC",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for RequestType {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "REQUEST_TYPE_UNSPECIFIED",
            "DEVICE_KEY",
            "AUTHENTICATION",
            "SIGNATURE",
            "IDENTIFICATION",
            "KYC",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = RequestType;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "REQUEST_TYPE_UNSPECIFIED" => Ok(RequestType::Unspecified),
                    "DEVICE_KEY" => Ok(RequestType::DeviceKey),
                    "AUTHENTICATION" => Ok(RequestType::Authentication),
                    "SIGNATURE" => Ok(RequestType::Signature),
                    "IDENTIFICATION" => Ok(RequestType::Identification),
                    "KYC" => Ok(RequestType::Kyc),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for ScreeningResult {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unknown => "UNKNOWN",
            Self::MatchFound => "MATCH_FOUND",
            Self::NoMatchFound => "NO_MATCH_FOUND",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for ScreeningResult {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "UNKNOWN",
            "MATCH_FOUND",
            "NO_MATCH_FOUND",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = ScreeningResult;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "UNKNOWN" => Ok(ScreeningResult::Unknown),
                    "MATCH_FOUND" => Ok(ScreeningResult::MatchFound),
                    "NO_MATCH_FOUND" => Ok(ScreeningResult::NoMatchFound),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Serialization {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Json => "SERIALIZATION_JSON",
            Self::Protobuf => "SERIALIZATION_PROTOBUF",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for Serialization {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "SERIALIZATION_JSON",
            "SERIALIZATION_PROTOBUF",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = Serialization;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "SERIALIZATION_JSON" => Ok(Serialization::Json),
                    "SERIALIZATION_PROTOBUF" => Ok(Serialization::Protobuf),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for SignatureData {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.email.is_empty() {
            len += 1;
        }
        if !self.rp_name.is_empty() {
            len += 1;
        }
        if !self.title.is_empty() {
            len += 1;
        }
        if !self.description.is_empty() {
            len += 1;
        }
        if self.timestamp_finished != 0 {
            len += 1;
        }
        if self.timeout_seconds != 0 {
            len += 1;
        }
        if !self.ra_pub_key.is_empty() {
            len += 1;
        }
        if !self.invisible_data.is_empty() {
            len += 1;
        }
        if self.timestamp_created != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.SignatureData", len)?;
        if !self.email.is_empty() {
            struct_ser.serialize_field("email", &self.email)?;
        }
        if !self.rp_name.is_empty() {
            struct_ser.serialize_field("rp_name", &self.rp_name)?;
        }
        if !self.title.is_empty() {
            struct_ser.serialize_field("title", &self.title)?;
        }
        if !self.description.is_empty() {
            struct_ser.serialize_field("description", &self.description)?;
        }
        if self.timestamp_finished != 0 {
            struct_ser.serialize_field("timestamp_finished", &self.timestamp_finished)?;
        }
        if self.timeout_seconds != 0 {
            struct_ser.serialize_field("timeout_seconds", &self.timeout_seconds)?;
        }
        if !self.ra_pub_key.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("ra_pub_key", pbjson::private::base64::encode(&self.ra_pub_key).as_str())?;
        }
        if !self.invisible_data.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("invisible_data", pbjson::private::base64::encode(&self.invisible_data).as_str())?;
        }
        if self.timestamp_created != 0 {
            struct_ser.serialize_field("timestamp_created", &self.timestamp_created)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SignatureData {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "email",
            "rp_name",
            "rpName",
            "title",
            "description",
            "timestamp_finished",
            "timestampFinished",
            "timeout_seconds",
            "timeoutSeconds",
            "ra_pub_key",
            "raPubKey",
            "invisible_data",
            "invisibleData",
            "timestamp_created",
            "timestampCreated",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Email,
            RpName,
            Title,
            Description,
            TimestampFinished,
            TimeoutSeconds,
            RaPubKey,
            InvisibleData,
            TimestampCreated,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "email" => Ok(GeneratedField::Email),
                            "rpName" | "rp_name" => Ok(GeneratedField::RpName),
                            "title" => Ok(GeneratedField::Title),
                            "description" => Ok(GeneratedField::Description),
                            "timestampFinished" | "timestamp_finished" => Ok(GeneratedField::TimestampFinished),
                            "timeoutSeconds" | "timeout_seconds" => Ok(GeneratedField::TimeoutSeconds),
                            "raPubKey" | "ra_pub_key" => Ok(GeneratedField::RaPubKey),
                            "invisibleData" | "invisible_data" => Ok(GeneratedField::InvisibleData),
                            "timestampCreated" | "timestamp_created" => Ok(GeneratedField::TimestampCreated),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SignatureData;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.SignatureData")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SignatureData, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut email__ = None;
                let mut rp_name__ = None;
                let mut title__ = None;
                let mut description__ = None;
                let mut timestamp_finished__ = None;
                let mut timeout_seconds__ = None;
                let mut ra_pub_key__ = None;
                let mut invisible_data__ = None;
                let mut timestamp_created__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Email => {
                            if email__.is_some() {
                                return Err(serde::de::Error::duplicate_field("email"));
                            }
                            email__ = Some(map_.next_value()?);
                        }
                        GeneratedField::RpName => {
                            if rp_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("rpName"));
                            }
                            rp_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Title => {
                            if title__.is_some() {
                                return Err(serde::de::Error::duplicate_field("title"));
                            }
                            title__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Description => {
                            if description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("description"));
                            }
                            description__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TimestampFinished => {
                            if timestamp_finished__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timestampFinished"));
                            }
                            timestamp_finished__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::TimeoutSeconds => {
                            if timeout_seconds__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timeoutSeconds"));
                            }
                            timeout_seconds__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::RaPubKey => {
                            if ra_pub_key__.is_some() {
                                return Err(serde::de::Error::duplicate_field("raPubKey"));
                            }
                            ra_pub_key__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::InvisibleData => {
                            if invisible_data__.is_some() {
                                return Err(serde::de::Error::duplicate_field("invisibleData"));
                            }
                            invisible_data__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::TimestampCreated => {
                            if timestamp_created__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timestampCreated"));
                            }
                            timestamp_created__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SignatureData {
                    email: email__.unwrap_or_default(),
                    rp_name: rp_name__.unwrap_or_default(),
                    title: title__.unwrap_or_default(),
                    description: description__.unwrap_or_default(),
                    timestamp_finished: timestamp_finished__.unwrap_or_default(),
                    timeout_seconds: timeout_seconds__.unwrap_or_default(),
                    ra_pub_key: ra_pub_key__.unwrap_or_default(),
                    invisible_data: invisible_data__.unwrap_or_default(),
                    timestamp_created: timestamp_created__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.SignatureData", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SignatureResult {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.serialization != 0 {
            len += 1;
        }
        if !self.signature_data.is_empty() {
            len += 1;
        }
        if !self.sign.is_empty() {
            len += 1;
        }
        if !self.user_pub_key.is_empty() {
            len += 1;
        }
        if self.is_verified {
            len += 1;
        }
        if !self.certificate_client.is_empty() {
            len += 1;
        }
        if !self.certificate_issuer.is_empty() {
            len += 1;
        }
        if !self.ocsp_response.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autheid.rp.SignatureResult", len)?;
        if self.serialization != 0 {
            let v = Serialization::try_from(self.serialization)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.serialization)))?;
            struct_ser.serialize_field("serialization", &v)?;
        }
        if !self.signature_data.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("signature_data", pbjson::private::base64::encode(&self.signature_data).as_str())?;
        }
        if !self.sign.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("sign", pbjson::private::base64::encode(&self.sign).as_str())?;
        }
        if !self.user_pub_key.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("user_pub_key", pbjson::private::base64::encode(&self.user_pub_key).as_str())?;
        }
        if self.is_verified {
            struct_ser.serialize_field("is_verified", &self.is_verified)?;
        }
        if !self.certificate_client.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("certificate_client", pbjson::private::base64::encode(&self.certificate_client).as_str())?;
        }
        if !self.certificate_issuer.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("certificate_issuer", pbjson::private::base64::encode(&self.certificate_issuer).as_str())?;
        }
        if !self.ocsp_response.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("ocsp_response", pbjson::private::base64::encode(&self.ocsp_response).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SignatureResult {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "serialization",
            "signature_data",
            "signatureData",
            "sign",
            "user_pub_key",
            "userPubKey",
            "is_verified",
            "isVerified",
            "certificate_client",
            "certificateClient",
            "certificate_issuer",
            "certificateIssuer",
            "ocsp_response",
            "ocspResponse",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Serialization,
            SignatureData,
            Sign,
            UserPubKey,
            IsVerified,
            CertificateClient,
            CertificateIssuer,
            OcspResponse,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "serialization" => Ok(GeneratedField::Serialization),
                            "signatureData" | "signature_data" => Ok(GeneratedField::SignatureData),
                            "sign" => Ok(GeneratedField::Sign),
                            "userPubKey" | "user_pub_key" => Ok(GeneratedField::UserPubKey),
                            "isVerified" | "is_verified" => Ok(GeneratedField::IsVerified),
                            "certificateClient" | "certificate_client" => Ok(GeneratedField::CertificateClient),
                            "certificateIssuer" | "certificate_issuer" => Ok(GeneratedField::CertificateIssuer),
                            "ocspResponse" | "ocsp_response" => Ok(GeneratedField::OcspResponse),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SignatureResult;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autheid.rp.SignatureResult")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SignatureResult, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut serialization__ = None;
                let mut signature_data__ = None;
                let mut sign__ = None;
                let mut user_pub_key__ = None;
                let mut is_verified__ = None;
                let mut certificate_client__ = None;
                let mut certificate_issuer__ = None;
                let mut ocsp_response__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Serialization => {
                            if serialization__.is_some() {
                                return Err(serde::de::Error::duplicate_field("serialization"));
                            }
                            serialization__ = Some(map_.next_value::<Serialization>()? as i32);
                        }
                        GeneratedField::SignatureData => {
                            if signature_data__.is_some() {
                                return Err(serde::de::Error::duplicate_field("signatureData"));
                            }
                            signature_data__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Sign => {
                            if sign__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sign"));
                            }
                            sign__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::UserPubKey => {
                            if user_pub_key__.is_some() {
                                return Err(serde::de::Error::duplicate_field("userPubKey"));
                            }
                            user_pub_key__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::IsVerified => {
                            if is_verified__.is_some() {
                                return Err(serde::de::Error::duplicate_field("isVerified"));
                            }
                            is_verified__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CertificateClient => {
                            if certificate_client__.is_some() {
                                return Err(serde::de::Error::duplicate_field("certificateClient"));
                            }
                            certificate_client__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CertificateIssuer => {
                            if certificate_issuer__.is_some() {
                                return Err(serde::de::Error::duplicate_field("certificateIssuer"));
                            }
                            certificate_issuer__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::OcspResponse => {
                            if ocsp_response__.is_some() {
                                return Err(serde::de::Error::duplicate_field("ocspResponse"));
                            }
                            ocsp_response__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SignatureResult {
                    serialization: serialization__.unwrap_or_default(),
                    signature_data: signature_data__.unwrap_or_default(),
                    sign: sign__.unwrap_or_default(),
                    user_pub_key: user_pub_key__.unwrap_or_default(),
                    is_verified: is_verified__.unwrap_or_default(),
                    certificate_client: certificate_client__.unwrap_or_default(),
                    certificate_issuer: certificate_issuer__.unwrap_or_default(),
                    ocsp_response: ocsp_response__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autheid.rp.SignatureResult", FIELDS, GeneratedVisitor)
    }
}
