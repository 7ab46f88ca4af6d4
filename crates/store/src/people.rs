//! People, their memberships and the centre's staff.

use crate::convert::{CHUNK, keys, locale, parsed_null, records, word};
use crate::error::Result;
use crate::tables::person::{self, Column};
use crate::tables::{member, organisation, staff};
use crate::unit::Unit;
use crate::updates::met;
use sanviec_domain::access::StaffRole;
use sanviec_domain::contact::{Email, PersonName, Phone};
use sanviec_domain::ids::{OrganisationId, PersonId};
use sanviec_domain::language::Locale;
use sanviec_domain::organisation::{MemberRole, OrganisationKind, OrganisationState};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

const TABLE: &str = "person";

/// A person: one account. Telephone and e-mail are each unique.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRecord {
    /// The id.
    pub id: PersonId,
    /// Họ và tên.
    pub name: Option<PersonName>,
    /// The telephone number, proved.
    pub phone: Option<Phone>,
    /// The e-mail address, proved.
    pub email: Option<Email>,
    /// Year of birth, where given.
    pub birth_year: Option<i32>,
    /// The language messages are written in.
    pub locale: Locale,
    /// When the account was made.
    pub created_at: Instant,
}

/// A person's place in an organisation, with what a page says of the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The person.
    pub person: PersonId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub state: OrganisationState,
    /// The person's role there.
    pub role: MemberRole,
}

#[expect(clippy::needless_pass_by_value, reason = "the same shape in every module, for `map` and `records`")]
fn record(row: person::Model) -> Result<PersonRecord> {
    Ok(PersonRecord {
        id: PersonId(row.id),
        name: parsed_null(TABLE, row.name.as_deref())?,
        phone: parsed_null(TABLE, row.phone.as_deref())?,
        email: parsed_null(TABLE, row.email.as_deref())?,
        birth_year: row.birth_year,
        locale: locale(TABLE, &row.locale)?,
        created_at: row.created_at,
    })
}

fn row(record: &PersonRecord) -> person::ActiveModel {
    person::Model {
        id: record.id.0,
        name: record.name.clone().map(String::from),
        phone: record.phone.clone().map(String::from),
        email: record.email.clone().map(String::from),
        birth_year: record.birth_year,
        locale: record.locale.tag().to_owned(),
        created_at: record.created_at,
    }
    .into_active_model()
}

/// The person of an id.
pub async fn find(conn: &impl ConnectionTrait, id: PersonId) -> Result<Option<PersonRecord>> {
    person::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// The people of these ids, in no order.
pub async fn many(conn: &impl ConnectionTrait, ids: &[PersonId]) -> Result<Vec<PersonRecord>> {
    let mut found = Vec::with_capacity(ids.len());
    for part in ids.chunks(CHUNK) {
        found.extend(person::Entity::find().filter(Column::Id.is_in(part.iter().map(|id| id.0))).all(conn).await?);
    }
    records(found, record)
}

/// The person of a telephone number, also where it came from an account that was merged into theirs.
pub async fn by_phone(conn: &impl ConnectionTrait, phone: &Phone) -> Result<Option<PersonRecord>> {
    current(conn, person::Entity::find().filter(Column::Phone.eq(phone.as_str())).one(conn).await?).await
}

/// The person of an e-mail address, also where it came from an account that was merged into theirs.
pub async fn by_email(conn: &impl ConnectionTrait, email: &Email) -> Result<Option<PersonRecord>> {
    current(conn, person::Entity::find().filter(Column::Email.eq(email.as_str())).one(conn).await?).await
}

async fn current(conn: &impl ConnectionTrait, row: Option<person::Model>) -> Result<Option<PersonRecord>> {
    let Some(row) = row else { return Ok(None) };
    let id = crate::merged_people::current(conn, PersonId(row.id)).await?;
    if id.0 == row.id { record(row).map(Some) } else { find(conn, id).await }
}

/// How many people belong to no organisation and are no staff: seekers.
pub async fn count_seekers(conn: &impl ConnectionTrait) -> Result<u64> {
    let members = member::Entity::find().select_only().column(member::Column::Person).into_query();
    let staff = staff::Entity::find().select_only().column(staff::Column::Person).into_query();
    let query = person::Entity::find().filter(Column::Id.not_in_subquery(members)).filter(Column::Id.not_in_subquery(staff));
    Ok(query.count(conn).await?)
}

/// Writes a new person. [`StoreError::Taken`](crate::StoreError::Taken) where the telephone number or the address is known.
pub async fn insert(unit: &Unit, record: PersonRecord) -> Result<()> {
    person::Entity::insert(row(&record)).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes new people.
pub async fn insert_many(unit: &Unit, records: Vec<PersonRecord>) -> Result<()> {
    for part in records.chunks(CHUNK) {
        person::Entity::insert_many(part.iter().map(row)).exec_without_returning(unit.conn()).await?;
    }
    Ok(())
}

/// Writes a changed person. [`StoreError::Conflict`](crate::StoreError::Conflict) where there is none of this id.
pub async fn update(unit: &Unit, record: &PersonRecord) -> Result<()> {
    let mut change = row(record).reset_all();
    change.id = ActiveValue::NotSet;
    let done = person::Entity::update_many().set(change).filter(Column::Id.eq(record.id.0)).exec(unit.conn()).await?;
    met(done.rows_affected)
}

/// Where a person belongs, oldest membership first.
pub async fn memberships_of(conn: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Membership>> {
    let rows = member::Entity::find()
        .find_also_related(organisation::Entity)
        .filter(member::Column::Person.eq(person.0))
        .order_by_asc(member::Column::CreatedAt)
        .order_by_asc(member::Column::Organisation)
        .all(conn)
        .await?;
    rows.into_iter()
        .filter_map(|(member, organisation)| Some((member, organisation?)))
        .map(|(member, organisation)| {
            Ok(Membership {
                person,
                organisation: OrganisationId(organisation.id),
                kind: word("organisation", &organisation.kind)?,
                name: organisation.name,
                state: word("organisation", &organisation.state)?,
                role: word("member", &member.role)?,
            })
        })
        .collect()
}

/// Who belongs to an organisation, oldest membership first.
pub async fn members_of(conn: &impl ConnectionTrait, organisation: OrganisationId) -> Result<Vec<(PersonRecord, MemberRole)>> {
    let rows = member::Entity::find()
        .find_also_related(person::Entity)
        .filter(member::Column::Organisation.eq(organisation.0))
        .order_by_asc(member::Column::CreatedAt)
        .order_by_asc(member::Column::Person)
        .all(conn)
        .await?;
    rows.into_iter()
        .filter_map(|(member, person)| Some((member, person?)))
        .map(|(member, person)| Ok((record(person)?, word("member", &member.role)?)))
        .collect()
}

/// Makes a person a member, or gives a member another role.
pub async fn add_member(unit: &Unit, person: PersonId, organisation: OrganisationId, role: MemberRole) -> Result<()> {
    let row = member::Model {
        organisation: organisation.0,
        person: person.0,
        role: role.key().to_owned(),
        created_at: unit.now(),
    };
    member::Entity::insert(row.into_active_model())
        .on_conflict(
            OnConflict::columns([member::Column::Organisation, member::Column::Person])
                .update_column(member::Column::Role)
                .to_owned(),
        )
        .exec_without_returning(unit.conn())
        .await?;
    Ok(())
}

/// The roles a person has at the centre.
pub async fn staff_roles(conn: &impl ConnectionTrait, person: PersonId) -> Result<Vec<StaffRole>> {
    let rows = staff::Entity::find()
        .filter(staff::Column::Person.eq(person.0))
        .order_by_asc(staff::Column::Role)
        .all(conn)
        .await?;
    rows.into_iter().map(|row| word("staff", &row.role)).collect()
}

/// Gives a person a role at the centre; nothing happens where the person has it.
pub async fn add_staff_role(unit: &Unit, person: PersonId, role: StaffRole) -> Result<()> {
    let row = staff::Model {
        person: person.0,
        role: role.key().to_owned(),
        created_at: unit.now(),
    };
    staff::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(unit.conn())
        .await?;
    Ok(())
}

/// Takes a role at the centre away.
pub async fn remove_staff_role(unit: &Unit, person: PersonId, role: StaffRole) -> Result<()> {
    staff::Entity::delete_many()
        .filter(staff::Column::Person.eq(person.0))
        .filter(staff::Column::Role.eq(role.key()))
        .exec(unit.conn())
        .await?;
    Ok(())
}

/// The staff who have any of these roles, each once, oldest account first.
pub async fn staff_with(conn: &impl ConnectionTrait, roles: &[StaffRole]) -> Result<Vec<PersonRecord>> {
    let people = staff::Entity::find()
        .select_only()
        .column(staff::Column::Person)
        .filter(staff::Column::Role.is_in(keys(roles)))
        .into_query();
    records(
        person::Entity::find().filter(Column::Id.in_subquery(people)).order_by_asc(Column::Id).all(conn).await?,
        record,
    )
}

/// People whose name contains this, as it is written, oldest account first.
pub async fn by_name(conn: &impl ConnectionTrait, name: &str, limit: u64) -> Result<Vec<PersonRecord>> {
    // What LIKE reads as "anything" is no part of a name.
    let name: String = name.chars().filter(|c| !matches!(c, '%' | '_' | '\\')).collect();
    if name.trim().is_empty() {
        return Ok(Vec::new());
    }
    let query = person::Entity::find().filter(Column::Name.contains(name.trim())).order_by_asc(Column::Id).limit(limit);
    records(query.all(conn).await?, record)
}

/// Everybody who has a role, held until the unit ends: of two who take each other's role at once the
/// second sees what the first has done.
pub async fn hold_staff_with(unit: &Unit, role: StaffRole) -> Result<Vec<PersonId>> {
    let rows = staff::Entity::find().filter(staff::Column::Role.eq(role.key())).lock_exclusive().all(unit.conn()).await?;
    Ok(rows.into_iter().map(|row| PersonId(row.person)).collect())
}
