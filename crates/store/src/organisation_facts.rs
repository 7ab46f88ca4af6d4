//! What is known of some organisations besides their record: a new name that waits for an officer,
//! the number of a person who employs, where a merged one went, what is there without an owner.

mod partners;

use crate::convert::{CHUNK, parsed_null, records};
use crate::error::Result;
use crate::organisations::OrganisationRecord;
use crate::tables::{
    api_key, application, application_figure, import_batch, invitation, join_request, member, moderation_case, organisation, organisation_citizen, organisation_merged,
    organisation_proposal, vacancy, vacancy_result, webhook,
};
use crate::unit::Unit;
use sanviec_domain::contact::{CitizenNumber, TaxCode};
use sanviec_domain::ids::{OrganisationId, PersonId};
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::text::fold;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

const TABLE: &str = "organisation_proposal";

/// A name and tax code that wait for an officer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The new name.
    pub name: String,
    /// The new tax code.
    pub tax_code: Option<TaxCode>,
}

/// The name and tax code that wait for an officer.
pub async fn proposal_of(conn: &impl ConnectionTrait, id: OrganisationId) -> Result<Option<Proposal>> {
    let row = organisation_proposal::Entity::find_by_id(id.0).one(conn).await?;
    row.map(|row| {
        Ok(Proposal {
            name: row.name,
            tax_code: parsed_null(TABLE, row.tax_code.as_deref())?,
        })
    })
    .transpose()
}

/// Keeps a name and tax code for an officer, instead of those that waited.
pub async fn propose(unit: &Unit, id: OrganisationId, proposal: &Proposal) -> Result<()> {
    forget_proposal(unit, id).await?;
    let row = organisation_proposal::Model {
        organisation: id.0,
        name: proposal.name.clone(),
        tax_code: proposal.tax_code.clone().map(String::from),
        created_at: unit.now(),
    };
    organisation_proposal::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Drops the name and tax code that wait.
pub async fn forget_proposal(unit: &Unit, id: OrganisationId) -> Result<()> {
    organisation_proposal::Entity::delete_by_id(id.0).exec(unit.conn()).await?;
    Ok(())
}

/// The number of a person who employs.
pub async fn citizen_of(conn: &impl ConnectionTrait, id: OrganisationId) -> Result<Option<CitizenNumber>> {
    let row = organisation_citizen::Entity::find_by_id(id.0).one(conn).await?;
    parsed_null("organisation_citizen", row.as_ref().map(|row| row.number.as_str()))
}

/// The organisation of a person's number.
pub async fn by_citizen(conn: &impl ConnectionTrait, number: &CitizenNumber) -> Result<Option<OrganisationId>> {
    let query = organisation_citizen::Entity::find().filter(organisation_citizen::Column::Number.eq(number.as_str()));
    Ok(query.one(conn).await?.map(|row| OrganisationId(row.organisation)))
}

/// Writes the number of a person who employs. [`crate::StoreError::Taken`] where it is known.
pub async fn set_citizen(unit: &Unit, id: OrganisationId, number: &CitizenNumber) -> Result<()> {
    let row = organisation_citizen::Model {
        organisation: id.0,
        number: number.as_str().to_owned(),
    };
    organisation_citizen::Entity::insert(row.into_active_model())
        .on_conflict(
            OnConflict::column(organisation_citizen::Column::Organisation)
                .update_column(organisation_citizen::Column::Number)
                .to_owned(),
        )
        .exec_without_returning(unit.conn())
        .await?;
    Ok(())
}

/// Where an organisation that was merged went.
pub async fn merged_into(conn: &impl ConnectionTrait, id: OrganisationId) -> Result<Option<OrganisationId>> {
    let row = organisation_merged::Entity::find_by_id(id.0).one(conn).await?;
    Ok(row.map(|row| OrganisationId(row.target)))
}

/// Organisations that have members but no owner, the oldest first.
pub async fn ownerless(conn: &impl ConnectionTrait, limit: u64) -> Result<Vec<OrganisationRecord>> {
    let members = member::Entity::find().select_only().column(member::Column::Organisation).into_query();
    let owned = member::Entity::find()
        .select_only()
        .column(member::Column::Organisation)
        .filter(member::Column::Role.eq(MemberRole::Owner.key()))
        .into_query();
    let rows = organisation::Entity::find()
        .filter(organisation::Column::Id.in_subquery(members))
        .filter(organisation::Column::Id.not_in_subquery(owned))
        .order_by_asc(organisation::Column::Id)
        .limit(limit)
        .all(conn)
        .await?;
    records(rows, crate::organisations::record)
}

/// Organisations whose name holds these words, or whose tax code begins so; the oldest first.
pub async fn search(conn: &impl ConnectionTrait, written: &str, limit: u64) -> Result<Vec<OrganisationRecord>> {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let mut found = Condition::any().add(organisation::Column::NameFolded.contains(fold(written)));
    if digits.len() >= 3 {
        found = found.add(organisation::Column::TaxCode.starts_with(digits));
    }
    let rows = organisation::Entity::find()
        .filter(found)
        .order_by_asc(organisation::Column::Id)
        .limit(limit)
        .all(conn)
        .await?;
    records(rows, crate::organisations::record)
}

/// Takes a person out of an organisation.
pub async fn remove_member(unit: &Unit, organisation: OrganisationId, person: PersonId) -> Result<()> {
    member::Entity::delete_by_id((organisation.0, person.0)).exec(unit.conn()).await?;
    Ok(())
}

/// What lies under an organisation and would move with a merger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Belongings {
    /// Vacancies.
    pub vacancies: u64,
    /// Applications, those that are only figures by now included.
    pub applications: u64,
    /// Members.
    pub members: u64,
    /// Vacancies whose reference of an import the other has, too.
    pub same_references: u64,
}

/// What of `from` would move to `into`.
pub async fn belongings(conn: &impl ConnectionTrait, from: OrganisationId, into: OrganisationId) -> Result<Belongings> {
    let applications = application::Entity::find().filter(application::Column::Employer.eq(from.0)).count(conn).await?;
    let figures = application_figure::Entity::find()
        .filter(application_figure::Column::Employer.eq(from.0))
        .count(conn)
        .await?;
    Ok(Belongings {
        vacancies: vacancy::Entity::find().filter(vacancy::Column::Employer.eq(from.0)).count(conn).await?,
        applications: applications + figures,
        members: member::Entity::find().filter(member::Column::Organisation.eq(from.0)).count(conn).await?,
        same_references: clashing(from, into).count(conn).await?,
    })
}

fn clashing(from: OrganisationId, into: OrganisationId) -> sea_orm::Select<vacancy::Entity> {
    let there = vacancy::Entity::find()
        .select_only()
        .column(vacancy::Column::ExternalReference)
        .filter(vacancy::Column::Employer.eq(into.0))
        .filter(vacancy::Column::ExternalReference.is_not_null())
        .into_query();
    vacancy::Entity::find()
        .filter(vacancy::Column::Employer.eq(from.0))
        .filter(vacancy::Column::ExternalReference.in_subquery(there))
}

/// Moves everything of an organisation under another and writes where it went. Members who are in
/// both are left to the caller, who knows which role is the greater. Answers with the vacancies that
/// moved.
pub async fn merge(unit: &Unit, from: OrganisationId, into: OrganisationId) -> Result<Vec<sanviec_domain::ids::VacancyId>> {
    let conn = unit.conn();
    let moved: Vec<sea_orm::prelude::Uuid> = vacancy::Entity::find()
        .select_only()
        .column(vacancy::Column::Id)
        .filter(vacancy::Column::Employer.eq(from.0))
        .order_by_asc(vacancy::Column::Id)
        .into_tuple()
        .all(conn)
        .await?;
    // Two imports may have used one reference; the one that moves gives it up.
    let clashing: Vec<sea_orm::prelude::Uuid> = clashing(from, into).select_only().column(vacancy::Column::Id).into_tuple().all(conn).await?;
    for part in clashing.chunks(CHUNK) {
        vacancy::Entity::update_many()
            .col_expr(vacancy::Column::ExternalReference, Expr::val(None::<String>))
            .filter(vacancy::Column::Id.is_in(part.iter().copied()))
            .exec(conn)
            .await?;
    }
    vacancy::Entity::update_many()
        .col_expr(vacancy::Column::Employer, Expr::val(into.0))
        .col_expr(vacancy::Column::Version, Expr::col(vacancy::Column::Version).add(1))
        .filter(vacancy::Column::Employer.eq(from.0))
        .exec(conn)
        .await?;
    application::Entity::update_many()
        .col_expr(application::Column::Employer, Expr::val(into.0))
        .filter(application::Column::Employer.eq(from.0))
        .exec(conn)
        .await?;
    application_figure::Entity::update_many()
        .col_expr(application_figure::Column::Employer, Expr::val(into.0))
        .filter(application_figure::Column::Employer.eq(from.0))
        .exec(conn)
        .await?;
    // Cases about its vacancies go with them; those about the organisation itself stay its history.
    moderation_case::Entity::update_many()
        .col_expr(moderation_case::Column::Organisation, Expr::val(into.0))
        .filter(moderation_case::Column::Organisation.eq(from.0))
        .filter(moderation_case::Column::Subject.ne(from.0))
        .exec(conn)
        .await?;
    member::Entity::delete_many().filter(member::Column::Organisation.eq(from.0)).exec(conn).await?;
    import_batch::Entity::update_many()
        .col_expr(import_batch::Column::Organisation, Expr::val(into.0))
        .filter(import_batch::Column::Organisation.eq(from.0))
        .exec(conn)
        .await?;
    vacancy_result::Entity::update_many()
        .col_expr(vacancy_result::Column::Employer, Expr::val(into.0))
        .filter(vacancy_result::Column::Employer.eq(from.0))
        .exec(conn)
        .await?;
    partners::move_all(unit, from, into).await?;
    // Its programs' keys open nothing of the other's: who wants that makes new ones there.
    api_key::Entity::update_many()
        .col_expr(api_key::Column::RevokedAt, Expr::value(Some(unit.now())))
        .filter(api_key::Column::Organisation.eq(from.0))
        .filter(api_key::Column::RevokedAt.is_null())
        .exec(conn)
        .await?;
    webhook::Entity::delete_many().filter(webhook::Column::Organisation.eq(from.0)).exec(conn).await?;
    // Whoever was on the way in is asked to come in by the new door.
    invitation::Entity::update_many()
        .col_expr(invitation::Column::Organisation, Expr::val(into.0))
        .filter(invitation::Column::Organisation.eq(from.0))
        .exec(conn)
        .await?;
    let both = join_request::Entity::find()
        .select_only()
        .column(join_request::Column::Person)
        .filter(join_request::Column::Organisation.eq(into.0))
        .into_query();
    join_request::Entity::update_many()
        .col_expr(join_request::Column::Organisation, Expr::val(into.0))
        .filter(join_request::Column::Organisation.eq(from.0))
        .filter(join_request::Column::Person.not_in_subquery(both))
        .exec(conn)
        .await?;
    // What was merged into the old one is found under the new.
    organisation_merged::Entity::update_many()
        .col_expr(organisation_merged::Column::Target, Expr::val(into.0))
        .filter(organisation_merged::Column::Target.eq(from.0))
        .exec(conn)
        .await?;
    let row = organisation_merged::Model {
        organisation: from.0,
        target: into.0,
        at: unit.now(),
    };
    organisation_merged::Entity::insert(row.into_active_model()).exec_without_returning(conn).await?;
    Ok(moved.into_iter().map(sanviec_domain::ids::VacancyId).collect())
}
