//! The list of components (SBOM): CycloneDX 1.5, JSON.

use anyhow::{Context, Result, bail};
use cyclonedx_bom::external_models::uri::Purl;
use cyclonedx_bom::models::bom::{Bom, SpecVersion};
use cyclonedx_bom::models::component::{Classification, Component, Components};
use cyclonedx_bom::models::dependency::{Dependencies, Dependency};
use cyclonedx_bom::models::hash::{Hash, HashAlgorithm, HashValue, Hashes};
use cyclonedx_bom::models::license::{LicenseChoice, Licenses};
use cyclonedx_bom::models::metadata::Metadata;
use cyclonedx_bom::validation::Validate as _;

use super::contents::NAME;
use super::parts::{Digest, Part};
use super::release::Release;

/// The document. It has no serial number, so that it is the same for the same parts and the same commit.
pub(crate) fn json(release: &Release, parts: &[Part]) -> Result<Vec<u8>> {
    let components = parts.iter().map(component).collect::<Result<Vec<_>>>()?;
    let dependencies =
        parts.iter().map(|part| Dependency { dependency_ref: part.reference(), dependencies: part.uses.clone() });
    let bom = Bom {
        spec_version: SpecVersion::V1_5,
        version: 1,
        serial_number: None,
        metadata: Some(Metadata {
            timestamp: Some(release.iso_time().try_into().context("the time of the list of components")?),
            component: Some(Component::new(
                Classification::Application,
                NAME,
                &release.version,
                Some(format!("pkg:deb/{NAME}@{}", release.full_version())),
            )),
            licenses: Some(Licenses(vec![LicenseChoice::expression("MIT OR Apache-2.0")])),
            ..Metadata::default()
        }),
        components: Some(Components(components)),
        dependencies: Some(Dependencies(dependencies.collect())),
        ..Bom::default()
    };
    let verdict = bom.validate();
    if !verdict.passed() {
        bail!("the list of components does not keep the rules of CycloneDX: {verdict:?}");
    }
    let mut json = Vec::new();
    bom.output_as_json_v1_5(&mut json).context("writing the list of components")?;
    json.push(b'\n');
    Ok(json)
}

fn component(part: &Part) -> Result<Component> {
    let mut component = Component::new(Classification::Library, &part.name, &part.version, Some(part.reference()));
    let Ok(purl) = part.reference().parse::<Purl>() else { bail!("{} has no package URL", part.name) };
    component.purl = Some(purl);
    component.licenses = part.license.as_deref().map(|terms| Licenses(vec![LicenseChoice::expression(terms)]));
    component.hashes = part.digest.as_ref().map(|digest| {
        let (alg, content) = match digest {
            Digest::Sha256(hex) => (HashAlgorithm::SHA_256, hex),
            Digest::Sha512(hex) => (HashAlgorithm::SHA_512, hex),
        };
        Hashes(vec![Hash { alg, content: HashValue(content.clone()) }])
    });
    Ok(component)
}
