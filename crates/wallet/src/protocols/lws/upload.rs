//! Uploading files ahead of an application, a few at a time, each once.

use std::sync::Arc;

use futures_util::stream::{FuturesUnordered, StreamExt as _};
use idw_lws::{Authenticated, FileId, Payload, Session};

use super::RunError;
use crate::{StoreError, records::OutgoingFileRecord};

/// How many files travel at once.
const AT_ONCE: usize = 4;

/// Uploads what the site does not have yet. `keep` is called before an upload begins and after each file that the site
/// confirmed, before anything else happens to it: what it writes down is never uploaded again, and what was begun
/// without an answer is known to have been.
pub(super) async fn upload(
    session: &Session<Authenticated>,
    payload: &Payload,
    files: &mut [OutgoingFileRecord],
    watch: Arc<dyn idw_lws::Progress>,
    mut keep: impl FnMut(&[OutgoingFileRecord]) -> Result<(), StoreError>,
) -> Result<(), RunError> {
    let mut left = (0..files.len()).filter(|index| files[*index].uploaded.is_none()).collect::<Vec<_>>().into_iter();
    let watch = &watch;
    let upload = |index| async move { (index, session.upload_application_file(payload, index, watch).await) };
    let mut running = FuturesUnordered::new();
    loop {
        for index in left.by_ref().take(AT_ONCE - running.len()) {
            files[index].tries += 1;
            running.push(upload(index));
        }
        keep(files)?;
        let Some((index, given)) = running.next().await else { return Ok(()) };
        match given {
            Ok(id) => files[index].uploaded = Some(id.as_value().clone()),
            Err(error) => {
                if !error.may_have_arrived() {
                    files[index].tries -= 1;
                }
                return Err(error.into());
            }
        }
    }
}

/// The site's ids of the files, by their places.
pub(super) fn ids(files: &[OutgoingFileRecord]) -> Vec<Option<FileId>> {
    files.iter().map(|file| file.uploaded.as_ref().and_then(FileId::from_value)).collect()
}
