//! One connection that hears what all instances commit, this one too, and passes it on.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::poll_fn;
use idw_autheid::RequestId;
use tokio::sync::broadcast;
use tokio::task::JoinHandle;
use tokio_postgres::tls::MakeTlsConnect;
use tokio_postgres::{AsyncMessage, Client, Config, Connection, NoTls, Socket};

use super::address::Road;
use super::{failed, tls};
use crate::database::error::DatabaseError;
use crate::database::seal::{Column, Seal};
use crate::database::types::Change;

/// How long it waits before it connects again, at first and at most.
const AGAIN: [Duration; 2] = [Duration::from_millis(100), Duration::from_secs(5)];

/// Listens until it is dropped.
#[derive(Debug)]
pub(super) struct Listener(JoinHandle<()>);

impl Drop for Listener {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Listener {
    /// Begins to listen. When this returns it does.
    pub(super) async fn start(
        config: Config,
        road: Road,
        seal: Arc<Seal>,
        changes: broadcast::Sender<Change>,
    ) -> Result<Self, DatabaseError> {
        let mut listening = Listening::begin(&config, road).await?;
        let listen = async move {
            loop {
                listening.pass_on(&seal, &changes).await;
                tracing::warn!("the connection that hears of changes has ended; it is opened again");
                listening = again(&config, road).await;
                // What was missed meanwhile is not known.
                let _ = changes.send(Change::Everything);
            }
        };
        Ok(Self(tokio::spawn(listen)))
    }
}

/// Connects, as often as it takes.
async fn again(config: &Config, road: Road) -> Listening {
    let [mut wait, most] = AGAIN;
    loop {
        match Listening::begin(config, road).await {
            Ok(listening) => return listening,
            Err(error) => tracing::debug!(%error, "the database is away"),
        }
        tokio::time::sleep(wait).await;
        wait = (wait * 2).min(most);
    }
}

/// A connection that listens.
struct Listening {
    messages: tokio::sync::mpsc::UnboundedReceiver<String>,
    /// The connection lives as long as its client does.
    _client: Client,
}

impl Listening {
    async fn begin(config: &Config, road: Road) -> Result<Self, DatabaseError> {
        match road {
            Road::Plain => Self::on(config, NoTls).await,
            Road::Tls => Self::on(config, tls::connector()?).await,
        }
    }

    async fn on<T>(config: &Config, tls: T) -> Result<Self, DatabaseError>
    where
        T: MakeTlsConnect<Socket, Stream: Send + 'static> + Send,
    {
        let doing = "listening to changes";
        let (client, connection) = config.connect(tls).await.map_err(failed(doing))?;
        let (sender, messages) = tokio::sync::mpsc::unbounded_channel();
        tokio::spawn(receive(connection, sender));
        client.batch_execute("LISTEN idw_autheid").await.map_err(failed(doing))?;
        Ok(Self { messages, _client: client })
    }

    /// Passes on what comes, until nothing does any more.
    async fn pass_on(&mut self, seal: &Seal, changes: &broadcast::Sender<Change>) {
        while let Some(message) = self.messages.recv().await {
            let read = read(&message, seal).unwrap_or_else(|| vec![Change::Everything]);
            for change in read {
                // Nobody has to listen.
                let _ = changes.send(change);
            }
        }
    }
}

/// Runs a connection until it ends.
async fn receive<S, T>(mut connection: Connection<S, T>, sender: tokio::sync::mpsc::UnboundedSender<String>)
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
    T: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
{
    loop {
        match poll_fn(|context| connection.poll_message(context)).await {
            Some(Ok(AsyncMessage::Notification(message))) => {
                if sender.send(message.payload().to_owned()).is_err() {
                    return;
                }
            }
            Some(Ok(_)) => {}
            Some(Err(error)) => {
                tracing::debug!(%error, "the connection that hears of changes broke");
                return;
            }
            None => return,
        }
    }
}

/// `None` for what a newer program may mean.
fn read(message: &str, seal: &Seal) -> Option<Vec<Change>> {
    let (what, rest) = message.split_once(' ').unwrap_or((message, ""));
    match what {
        "user" => Some(vec![Change::User(rest.to_owned())]),
        "asked" | "decided" => {
            let (id, sealed) = rest.split_once(' ')?;
            let email_key = seal.open_text(Column::Addressee, id, &hex::decode(sealed).ok()?).ok()?;
            let id = RequestId::parse(id)?;
            Some(match what {
                "asked" => vec![Change::Asked(email_key)],
                _ => vec![Change::Over(id.clone(), email_key), Change::Decided(id)],
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_says_what_has_changed() {
        let seal = Seal::new(&[7; 32]);
        let id = RequestId::random().unwrap();
        let sealed = hex::encode(seal.seal(Column::Addressee, id.as_str(), b"ada@site.example").unwrap());
        let email_key = || "ada@site.example".to_owned();
        let told = |message: &str| read(message, &seal);
        assert_eq!(told(&format!("asked {id} {sealed}")), Some(vec![Change::Asked(email_key())]));
        let decided = vec![Change::Over(id.clone(), email_key()), Change::Decided(id.clone())];
        assert_eq!(told(&format!("decided {id} {sealed}")), Some(decided));
        assert_eq!(told("user 0123"), Some(vec![Change::User("0123".to_owned())]));
        let other = RequestId::random().unwrap();
        for unknown in [
            "everything".to_owned(),
            String::new(),
            format!("asked {id}"),
            format!("asked {id} 00"),
            format!("asked {other} {sealed}"),
            format!("later {id} {sealed}"),
        ] {
            assert_eq!(told(&unknown), None, "{unknown}");
        }
    }
}
