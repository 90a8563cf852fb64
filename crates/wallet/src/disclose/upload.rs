//! Uploading files ahead of an application, a few at a time, each once.

use std::sync::Arc;

use futures_util::stream::{self, StreamExt as _};
use idw_lws::{Authenticated, FileId, Payload, Session};

use super::RunError;
use crate::{StoreError, records::OutgoingFileRecord};

/// How many files travel at once.
const AT_ONCE: usize = 4;

/// Uploads what the site does not have yet. `keep` is called after each file that the site confirmed, before anything
/// else happens to it: what it writes down is never uploaded again.
pub(crate) async fn upload(
    session: &Session<Authenticated>,
    payload: &Payload,
    files: &mut [OutgoingFileRecord],
    watch: Arc<dyn idw_lws::Progress>,
    mut keep: impl FnMut(&[OutgoingFileRecord]) -> Result<(), StoreError>,
) -> Result<(), RunError> {
    let left: Vec<usize> = (0..files.len()).filter(|index| files[*index].uploaded.is_none()).collect();
    let watch = &watch;
    let uploads = left.into_iter().map(|index| async move {
        let given = session.upload_application_file(payload, index, watch).await;
        (index, given)
    });
    let uploads: Vec<_> = uploads.collect();
    let mut uploads = stream::iter(uploads).buffer_unordered(AT_ONCE);
    while let Some((index, given)) = uploads.next().await {
        files[index].uploaded = Some(given?.as_value().clone());
        keep(files)?;
    }
    Ok(())
}

/// The site's ids of the files, by their places.
pub(crate) fn ids(files: &[OutgoingFileRecord]) -> Vec<Option<FileId>> {
    files.iter().map(|file| file.uploaded.as_ref().and_then(FileId::from_value)).collect()
}
