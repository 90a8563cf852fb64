//! The client's steps, as the user is told of them.

use std::sync::Arc;

use idw_lws::Step;
use idw_words::message;
use tokio::sync::mpsc;

use crate::requests::{OnProgress, Progress, step};

/// Runs a call of the client and passes on its steps, which come from the tasks that do the work.
pub(super) async fn watched<T, F>(progress: OnProgress<'_>, call: impl FnOnce(Arc<dyn idw_lws::Progress>) -> F) -> T
where
    F: Future<Output = T>,
{
    let (sender, mut steps) = mpsc::unbounded_channel();
    let call = call(Arc::new(Watch(sender)));
    tokio::pin!(call);
    loop {
        tokio::select! {
            biased;
            Some(step) = steps.recv() => progress(step),
            result = &mut call => {
                while let Ok(step) = steps.try_recv() {
                    progress(step);
                }
                return result;
            }
        }
    }
}

/// Hears the client's steps.
struct Watch(mpsc::UnboundedSender<Progress>);

impl idw_lws::Progress for Watch {
    fn step(&self, heard: Step<'_>) {
        let told = match heard {
            Step::Challenge => step(message::SendingStepChallengeAgain),
            Step::Respond => step(message::SendingStepSignAgain),
            Step::UploadFile { index, name, sent, total } => {
                Progress::Upload { file: index, name: name.to_owned(), sent, total }
            }
            Step::SignUp => step(message::SendingStepSignUp),
            Step::Apply => step(message::SendingStepApply),
            _ => return,
        };
        // Nobody listens once the call has ended; a late step is of no use then.
        self.0.send(told).ok();
    }
}
