//! Invitations into an organisation. The link's secret is never stored, only its hash.

use crate::convert::{parsed_null, records, word};
use crate::error::Result;
use crate::tables::invitation::{self, Column};
use crate::unit::Unit;
use crate::updates::overwrite;
use sanviec_domain::contact::Email;
use sanviec_domain::ids::{InvitationId, OrganisationId, PersonId};
use sanviec_domain::membership::InvitationState;
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

const TABLE: &str = "invitation";

/// An invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationRecord {
    /// Its id.
    pub id: InvitationId,
    /// Into which organisation.
    pub organisation: OrganisationId,
    /// As what.
    pub role: MemberRole,
    /// To whom it was sent; `None` for a link that is passed on.
    pub email: Option<Email>,
    /// The hash of the link's secret.
    pub token_hash: String,
    /// Where it stands.
    pub state: InvitationState,
    /// Who invited.
    pub invited_by: Option<PersonId>,
    /// Who came.
    pub accepted_by: Option<PersonId>,
    /// Until when it can be accepted.
    pub expires_at: Instant,
    /// Raised by every change.
    pub version: i64,
    /// When it was made.
    pub created_at: Instant,
}

fn record(row: invitation::Model) -> Result<InvitationRecord> {
    Ok(InvitationRecord {
        id: InvitationId(row.id),
        organisation: OrganisationId(row.organisation),
        role: word(TABLE, &row.role)?,
        email: parsed_null(TABLE, row.email.as_deref())?,
        token_hash: row.token_hash,
        state: word(TABLE, &row.state)?,
        invited_by: row.invited_by.map(PersonId),
        accepted_by: row.accepted_by.map(PersonId),
        expires_at: row.expires_at,
        version: row.version,
        created_at: row.created_at,
    })
}

fn row(record: &InvitationRecord) -> invitation::ActiveModel {
    invitation::Model {
        id: record.id.0,
        organisation: record.organisation.0,
        role: record.role.key().to_owned(),
        email: record.email.clone().map(String::from),
        token_hash: record.token_hash.clone(),
        state: record.state.key().to_owned(),
        invited_by: record.invited_by.map(|person| person.0),
        accepted_by: record.accepted_by.map(|person| person.0),
        expires_at: record.expires_at,
        version: record.version,
        created_at: record.created_at,
    }
    .into_active_model()
}

/// The invitation of a link.
pub async fn by_token(conn: &impl ConnectionTrait, token_hash: &str) -> Result<Option<InvitationRecord>> {
    let query = invitation::Entity::find().filter(Column::TokenHash.eq(token_hash));
    query.one(conn).await?.map(record).transpose()
}

/// One of an organisation's own invitations.
pub async fn find(conn: &impl ConnectionTrait, organisation: OrganisationId, id: InvitationId) -> Result<Option<InvitationRecord>> {
    let query = invitation::Entity::find_by_id(id.0).filter(Column::Organisation.eq(organisation.0));
    query.one(conn).await?.map(record).transpose()
}

/// The invitations of an organisation that nobody has accepted or revoked, the newest first.
pub async fn open_of(conn: &impl ConnectionTrait, organisation: OrganisationId) -> Result<Vec<InvitationRecord>> {
    let query = invitation::Entity::find()
        .filter(Column::Organisation.eq(organisation.0))
        .filter(Column::State.eq(InvitationState::Open.key()));
    records(query.order_by_desc(Column::Id).all(conn).await?, record)
}

/// Writes a new invitation.
pub async fn insert(unit: &Unit, record: &InvitationRecord) -> Result<()> {
    invitation::Entity::insert(row(record)).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes a changed one. [`StoreError::Conflict`](crate::StoreError::Conflict) where it is no longer at the version that was
/// read: so two people can't accept one invitation.
pub async fn update(unit: &Unit, record: &InvitationRecord) -> Result<()> {
    let next = InvitationRecord {
        version: record.version + 1,
        ..record.clone()
    };
    overwrite::<invitation::Entity>(unit, row(&next), (Column::Id, record.id.0), (Column::Version, record.version)).await
}
