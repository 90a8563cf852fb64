//! What the holder answers on the private socket.

use std::{collections::BTreeMap, sync::Arc};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use idw_link::{Handler, Replies};
use idw_wallet::{Choice, Declining, Incoming, MadeFile, Problem, Selection, Wallet, WantId, view::RequestView};

use crate::{
    Fault, Holder,
    holder::{Opened, blocking},
    message::{Answer, Ask, ChoiceMessage, FileMessage, HandIn, Shown},
};

/// The holder's side of the private socket.
#[derive(Debug)]
pub struct Answering(pub Arc<Holder>);

impl Handler for Answering {
    async fn proven(&self, message: Vec<u8>, mut replies: Replies<'_>) {
        let ask = match serde_json::from_slice(&message) {
            Ok(Ask::Watch) => return self.watch(&mut replies).await,
            Ok(ask) => ask,
            Err(_) => return say(replies, &Answer::Failed(not_understood())).await,
        };
        let stops = matches!(ask, Ask::Stop);
        let answer = self.answer(ask).await.unwrap_or_else(Answer::Failed);
        say(replies, &answer).await;
        if stops {
            self.0.wishes.stop.notify_one();
        }
    }

    async fn unproven(&self, message: Vec<u8>, replies: Replies<'_>) {
        let taken = match serde_json::from_slice(&message) {
            Ok(HandIn::Open { link }) => {
                let taken = match Incoming::of_link(&link) {
                    Ok(incoming) => self.0.take(incoming).await,
                    Err(error) => Err(error.into()),
                };
                taken.inspect_err(|fault| self.0.refused_link(fault))
            }
            Ok(HandIn::ComeForward) => {
                self.0.wishes.come_forward.notify_one();
                Ok(())
            }
            Err(_) => Err(not_understood()),
        };
        say(replies, &taken.map_or_else(Answer::Failed, |()| Answer::Taken)).await;
    }
}

impl Answering {
    async fn answer(&self, ask: Ask) -> Result<Answer, Fault> {
        if matches!(ask, Ask::Stop) {
            return Ok(Answer::Stopping);
        }
        let (wallet, mut locked) = self.0.wallet()?;
        // Whatever waits for a site ends when the wallet is locked, and lets go of it.
        tokio::select! {
            answer = self.answer_with(wallet, ask) => answer,
            _ = locked.changed() => Err(Fault::locked()),
        }
    }

    async fn answer_with(&self, wallet: Arc<Wallet>, ask: Ask) -> Result<Answer, Fault> {
        match ask {
            Ask::List | Ask::Watch => Ok(Answer::Requests { requests: requests(wallet).await? }),
            Ask::Show { id, profile } => self.show(&wallet, id, profile).await,
            Ask::Approve { id, profile, digest, choices, number } => {
                self.approve(&wallet, Approval { id, profile, digest, choices, number }).await
            }
            Ask::Files { id, profile } => self.files(&wallet, id, profile).await,
            Ask::Decline { id, block } => {
                let how = if block { Declining::AndBlock } else { Declining::Once };
                let request = blocking(move || wallet.decline_request(&id, how)).await?;
                self.0.inbox_changed();
                Ok(Answer::Declined { request })
            }
            Ask::Stop => Ok(Answer::Stopping),
        }
    }

    async fn show(&self, wallet: &Wallet, id: String, profile: Option<String>) -> Result<Answer, Fault> {
        let opened = open(wallet, &id, profile).await?;
        let Opened { wallet: profile, proposal } = &opened;
        let consent = proposal.view().clone();
        let selection = Selection::default_for(&consent);
        let sends_anything_new = profile.sends_anything_new(proposal, &selection).unwrap_or_default();
        let digest = profile.digest_of(proposal, &selection).ok();
        let request = one(wallet.requests()?, &id)?;
        self.0.keep_opened(id, opened);
        Ok(Answer::Shown(Box::new(Shown { request, consent, digest, sends_anything_new })))
    }

    /// What would go is what was shown: the proposal is kept for the answer.
    async fn files(&self, wallet: &Wallet, id: String, profile: Option<String>) -> Result<Answer, Fault> {
        let opened = match self.0.take_opened(&id) {
            Some(opened) => opened,
            None => open(wallet, &id, profile).await?,
        };
        let (opened, made) = blocking(move || {
            let selection = Selection::default_for(opened.proposal.view());
            let made = opened.proposal.made_files(&opened.wallet, &selection)?;
            Ok::<_, Fault>((opened, made))
        })
        .await?;
        self.0.keep_opened(id, opened);
        let message = |file: MadeFile| FileMessage { name: file.name.to_owned(), data: STANDARD.encode(file.bytes) };
        Ok(Answer::Files { files: made.into_iter().map(message).collect() })
    }

    async fn approve(&self, wallet: &Wallet, approval: Approval) -> Result<Answer, Fault> {
        let Approval { id, profile, digest, choices, number } = approval;
        let opened = match self.0.take_opened(&id) {
            // Choices go by ids that mean something in this very proposal.
            Some(opened) => opened,
            None => open(wallet, &id, profile).await?,
        };
        let Opened { wallet: profile, proposal } = opened;
        if let Err(error) = wallet.match_number(&id, number) {
            self.0.inbox_changed();
            return Err(error.into());
        }
        let proposed = Selection::default_for(proposal.view());
        if profile.digest_of(&proposal, &proposed)? != digest {
            return Err(changed());
        }
        let selection = match choices {
            Some(choices) => choices.into_iter().map(chosen).collect(),
            None => proposed,
        }
        .with_number(number);
        let approved = proposal.approve(&selection).map_err(|(_, error)| error)?;
        let (holder, (_, mut locked)) = (Arc::clone(&self.0), self.0.wallet()?);
        // The user has agreed: a client that goes away stops nothing, and locking does.
        let sending = tokio::spawn(async move {
            let outcome = tokio::select! {
                outcome = profile.disclose(approved, &|_| {}) => outcome.map_err(Fault::from),
                _ = locked.changed() => Err(Fault::locked()),
            };
            holder.inbox_changed();
            outcome
        });
        let outcome = sending.await.unwrap_or_else(|_| Err(Fault::inside()))?;
        Ok(Answer::Delivered { outcome: Box::new(outcome) })
    }

    /// Tells what is in the inbox now and whenever that changes, until the client goes. While the wallet is locked there is
    /// nothing to tell.
    async fn watch(&self, replies: &mut Replies<'_>) {
        let mut changes = self.0.inbox_changes();
        loop {
            let answer = match self.answer(Ask::List).await {
                Err(fault) if fault.problem == Problem::Locked => None,
                answer => Some(answer.unwrap_or_else(Answer::Failed)),
            };
            if let Some(answer) = answer {
                let has_failed = matches!(answer, Answer::Failed(_));
                if replies.send(&encode(&answer)).await.is_err() || has_failed {
                    return;
                }
            }
            if changes.changed().await.is_err() {
                return;
            }
        }
    }
}

/// The user's yes, as a client says it.
struct Approval {
    id: String,
    profile: Option<String>,
    digest: String,
    choices: Option<BTreeMap<String, ChoiceMessage>>,
    number: Option<u8>,
}

/// Opens a request as the profile that answers.
async fn open(wallet: &Wallet, id: &str, profile: Option<String>) -> Result<Opened, Fault> {
    let wallet = match &profile {
        Some(name) => wallet.in_profile(name)?,
        None => wallet.in_first_profile().for_request(id)?,
    };
    let proposal = wallet.open_request(id).await?;
    Ok(Opened { wallet, proposal })
}

async fn requests(wallet: Arc<Wallet>) -> Result<Vec<RequestView>, Fault> {
    blocking(move || wallet.requests()).await
}

fn one(requests: Vec<RequestView>, id: &str) -> Result<RequestView, Fault> {
    let found = requests.into_iter().find(|request| request.id == id);
    found.ok_or_else(|| idw_wallet::InboxError::NotFound { id: id.to_owned() }.into())
}

fn chosen((want, ChoiceMessage { included, value, again }): (String, ChoiceMessage)) -> (WantId, Choice) {
    (WantId::from(want), Choice { included, value, again })
}

/// What would be sent is not what the user has seen.
fn changed() -> Fault {
    Fault::new(Problem::Declined, idw_words::message::HolderChanged)
}

fn not_understood() -> Fault {
    Fault::new(Problem::Usage, idw_words::message::HolderNotUnderstood)
}

async fn say(replies: Replies<'_>, answer: &Answer) {
    if let Err(error) = replies.answer(&encode(answer)).await {
        tracing::debug!(%error, "a client did not hear the answer");
    }
}

fn encode(answer: &Answer) -> Vec<u8> {
    serde_json::to_vec(answer).expect("answers have string keys and no failing Serialize")
}
