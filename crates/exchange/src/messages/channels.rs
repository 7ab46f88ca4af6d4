//! How messages leave the house: e-mail by SMTP or into files, SMS and Zalo through an HTTP
//! gateway, or nowhere but the demo's box.

use async_trait::async_trait;
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use sanviec_store::messages::{Channel, MessageRecord};
use secrecy::{ExposeSecret, SecretString};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Why a message did not go out.
#[derive(Debug, thiserror::Error)]
pub enum ChannelError {
    /// It may go out later.
    #[error("{0}")]
    Later(String),
    /// It never will: the address or the message is wrong.
    #[error("{0}")]
    Never(String),
}

/// A way out of the house.
#[async_trait]
pub trait MessageChannel: Send + Sync {
    /// Sends a message. May be called again with the same message: its id is stable.
    async fn send(&self, message: &MessageRecord) -> Result<(), ChannelError>;
    /// Whether the way is open, for `doctor`.
    async fn check(&self) -> Result<String, ChannelError>;
}

/// The ways out, by channel.
#[derive(Clone)]
pub struct Channels {
    email: Arc<dyn MessageChannel>,
    text: Arc<dyn MessageChannel>,
}

impl Channels {
    /// E-mail and text messages over these ways.
    pub fn new(email: Arc<dyn MessageChannel>, text: Arc<dyn MessageChannel>) -> Self {
        Self { email, text }
    }

    /// Nowhere: messages stay in the outbox, where the demo shows them.
    pub fn demo() -> Self {
        Self {
            email: Arc::new(DemoBox),
            text: Arc::new(DemoBox),
        }
    }

    /// The way of a channel.
    pub fn of(&self, channel: Channel) -> &dyn MessageChannel {
        match channel {
            Channel::Email => self.email.as_ref(),
            Channel::Sms | Channel::Zalo => self.text.as_ref(),
        }
    }
}

/// The demo's box: a message counts as sent as soon as it is in the outbox.
pub struct DemoBox;

#[async_trait]
impl MessageChannel for DemoBox {
    async fn send(&self, _message: &MessageRecord) -> Result<(), ChannelError> {
        Ok(())
    }
    async fn check(&self) -> Result<String, ChannelError> {
        Ok("messages stay in the box".to_owned())
    }
}

/// How e-mail is sent.
#[derive(Clone, Debug)]
pub struct EmailSettings {
    /// "Trung tâm … <khong-tra-loi@…>".
    pub from: String,
    /// A folder to write `.eml` files into, instead of a server.
    pub folder: Option<PathBuf>,
    /// The SMTP server.
    pub host: String,
    /// Its port; 465 speaks TLS from the start, others STARTTLS.
    pub port: u16,
    /// User name, empty for none.
    pub user: String,
    /// Password.
    pub password: SecretString,
    /// Speak without TLS: only ever to a relay on the same machine.
    pub plain: bool,
}

enum Mailer {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    File(AsyncFileTransport<Tokio1Executor>),
}

/// E-mail.
pub struct EmailChannel {
    from: Mailbox,
    mailer: Mailer,
}

impl EmailChannel {
    /// A channel by its settings.
    pub fn new(settings: &EmailSettings) -> Result<Self, ChannelError> {
        let from = settings.from.parse().map_err(|error| ChannelError::Never(format!("mail.from: {error}")))?;
        let mailer = match &settings.folder {
            Some(folder) => {
                std::fs::create_dir_all(folder).map_err(|error| ChannelError::Never(format!("{}: {error}", folder.display())))?;
                Mailer::File(AsyncFileTransport::new(folder))
            }
            None => Mailer::Smtp(smtp(settings)?),
        };
        Ok(Self { from, mailer })
    }

    fn write(&self, message: &MessageRecord) -> Result<Message, lettre::error::Error> {
        let to: Mailbox = message.recipient.parse().map_err(|_| lettre::error::Error::MissingTo)?;
        let host = self.from.email.domain().to_owned();
        let builder = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&message.subject)
            .message_id(Some(format!("<{}@{host}>", message.id)));
        match &message.html {
            Some(html) => builder.multipart(MultiPart::alternative_plain_html(message.text.clone(), html.clone())),
            None => builder.header(lettre::message::header::ContentType::TEXT_PLAIN).body(message.text.clone()),
        }
    }
}

fn smtp(settings: &EmailSettings) -> Result<AsyncSmtpTransport<Tokio1Executor>, ChannelError> {
    let wrong = |error: lettre::transport::smtp::Error| ChannelError::Never(error.to_string());
    let builder = if settings.plain {
        AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
    } else if settings.port == 465 {
        AsyncSmtpTransport::<Tokio1Executor>::relay(&settings.host).map_err(wrong)?
    } else {
        AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(&settings.host).map_err(wrong)?
    };
    let builder = builder.port(settings.port).timeout(Some(Duration::from_secs(20)));
    Ok(if settings.user.is_empty() {
        builder.build()
    } else {
        builder
            .credentials(Credentials::new(settings.user.clone(), settings.password.expose_secret().to_owned()))
            .build()
    })
}

#[async_trait]
impl MessageChannel for EmailChannel {
    async fn send(&self, message: &MessageRecord) -> Result<(), ChannelError> {
        let mail = self.write(message).map_err(|error| ChannelError::Never(error.to_string()))?;
        match &self.mailer {
            Mailer::File(files) => files.send(mail).await.map(|_| ()).map_err(|error| ChannelError::Later(error.to_string())),
            Mailer::Smtp(server) => server.send(mail).await.map(|_| ()).map_err(|error| {
                if error.is_permanent() {
                    ChannelError::Never(error.to_string())
                } else {
                    ChannelError::Later(error.to_string())
                }
            }),
        }
    }

    async fn check(&self) -> Result<String, ChannelError> {
        match &self.mailer {
            Mailer::File(_) => Ok("mail is written into files".to_owned()),
            Mailer::Smtp(server) => match server.test_connection().await {
                Ok(true) => Ok("the mail server answers".to_owned()),
                Ok(false) => Err(ChannelError::Later("the mail server does not answer".to_owned())),
                Err(error) => Err(ChannelError::Later(error.to_string())),
            },
        }
    }
}

/// How text messages are sent: one POST of `{id, channel, to, text}` with a bearer token.
#[derive(Clone, Debug)]
pub struct GatewaySettings {
    /// Where to.
    pub url: url::Url,
    /// The bearer token.
    pub token: SecretString,
}

/// The HTTP gateway of an SMS or Zalo provider.
pub struct GatewayChannel {
    settings: GatewaySettings,
    client: reqwest::Client,
}

impl GatewayChannel {
    /// A channel by its settings.
    pub fn new(settings: GatewaySettings) -> Result<Self, ChannelError> {
        let client = crate::outgoing::client(Duration::from_secs(20)).build();
        let client = client.map_err(|error| ChannelError::Never(error.to_string()))?;
        Ok(Self { settings, client })
    }
}

#[async_trait]
impl MessageChannel for GatewayChannel {
    async fn send(&self, message: &MessageRecord) -> Result<(), ChannelError> {
        let body = serde_json::json!({ "id": message.id, "channel": message.channel.key(), "to": message.recipient, "text": message.text });
        // The gateway sees the id twice when an answer was lost: the header lets it drop the second.
        let request = self
            .client
            .post(self.settings.url.clone())
            .bearer_auth(self.settings.token.expose_secret())
            .header("Idempotency-Key", message.id.to_string())
            .json(&body);
        let answer = request.send().await.map_err(|error| ChannelError::Later(error.to_string()))?;
        let status = answer.status();
        if status.is_success() {
            Ok(())
        } else if status.is_client_error() && status.as_u16() != 429 && status.as_u16() != 408 {
            Err(ChannelError::Never(format!("the gateway answered {status}")))
        } else {
            Err(ChannelError::Later(format!("the gateway answered {status}")))
        }
    }

    async fn check(&self) -> Result<String, ChannelError> {
        let host = self.settings.url.host_str().unwrap_or_default().to_owned();
        match self.client.head(self.settings.url.clone()).send().await {
            Ok(_) => Ok(format!("the gateway at {host} answers")),
            Err(error) => Err(ChannelError::Later(error.to_string())),
        }
    }
}
