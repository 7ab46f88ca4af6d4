//! The year 2024 as it is told of the province: two conferences, 45 businesses that register, two colleges of
//! Hanoi and the province's own, negotiations, and six framework agreements. Everybody acts by the same use
//! cases as on the site, at the time of the story; nothing is written that they would not have written.

mod cast;

use super::conference::content;
use crate::context::MovableClock;
use crate::error::{ExchangeError, Result};
use crate::events::{self, registering, results, timetable, wishes};
use crate::partnerships;
use crate::placements::{self, Report};
use crate::{Exchange, agreements, demands, jobs};
use cast::{Cast, Member};
use chrono::{FixedOffset, NaiveDate, TimeDelta};
use sanviec_domain::access::Actor;
use sanviec_domain::agreement::{AgreementContent, SigningFactor};
use sanviec_domain::demand::DemandCommand;
use sanviec_domain::event::EventCommand;
use sanviec_domain::event::meeting::MeetingResult;
use sanviec_domain::event::registration::{RegistrationCommand, RegistrationContent};
use sanviec_domain::ids::{EventId, PartnershipId, RegistrationId};
use sanviec_domain::partnership::{PartnershipCommand, PartnershipReason};
use sanviec_domain::time::{Instant, VIETNAM};
use sanviec_store::meetings::MeetingRecord;
use std::collections::BTreeMap;

/// Days from the meeting to the draft.
const DRAFT_AFTER: i64 = 18;

/// What becomes of a business and a college that will cooperate: the business and the college by their places in
/// the cast, and how it ends.
struct Pair {
    business: usize,
    college: usize,
    end: End,
}

enum End {
    /// Signed on a day.
    Signed(i32, u32, u32),
    /// Drafted, then given up.
    Drafted(PartnershipReason),
    /// Given up before anything was drafted.
    Refused(PartnershipReason),
}

const fn pair(business: usize, college: usize, end: End) -> Pair {
    Pair { business, college, end }
}

/// The pairs of both conferences; the six that sign are in electrical engineering and electronics, IT and
/// automation, mechanics, and automotive engineering.
const PAIRS: [Pair; 15] = [
    pair(0, 0, End::Signed(2024, 5, 14)),
    pair(1, 0, End::Signed(2024, 6, 4)),
    pair(2, 0, End::Signed(2024, 6, 25)),
    pair(3, 1, End::Signed(2024, 7, 11)),
    pair(4, 0, End::Drafted(PartnershipReason::Terms)),
    pair(5, 1, End::Drafted(PartnershipReason::Numbers)),
    pair(6, 2, End::Refused(PartnershipReason::Time)),
    pair(7, 0, End::Refused(PartnershipReason::Distance)),
    pair(8, 1, End::Refused(PartnershipReason::Terms)),
    pair(25, 1, End::Signed(2024, 11, 19)),
    pair(26, 1, End::Signed(2024, 12, 10)),
    pair(27, 0, End::Drafted(PartnershipReason::Time)),
    pair(28, 2, End::Refused(PartnershipReason::Numbers)),
    pair(29, 0, End::Refused(PartnershipReason::Partner)),
    pair(30, 1, End::Refused(PartnershipReason::Terms)),
];

/// A conference: its title, its day, who registers (by their places in the cast), and of these who doesn't come.
struct Conference {
    title: &'static str,
    opened: (i32, u32, u32),
    day: (i32, u32, u32),
    from: usize,
    until: usize,
    missing: &'static [usize],
}

const CONFERENCES: [Conference; 2] = [
    Conference {
        title: "Hội nghị kết nối doanh nghiệp khu kinh tế với trường nghề, đợt 1 năm 2024",
        opened: (2024, 3, 4),
        day: (2024, 3, 28),
        from: 0,
        until: 25,
        missing: &[13, 21],
    },
    Conference {
        title: "Hội nghị kết nối doanh nghiệp khu kinh tế với trường nghề, đợt 2 năm 2024",
        opened: (2024, 9, 16),
        day: (2024, 10, 10),
        from: 25,
        until: 45,
        missing: &[38],
    },
];

/// A moment of the story, by Vietnam's clock.
fn moment((year, month, day): (i32, u32, u32), hour: u32) -> Result<Instant> {
    let at = NaiveDate::from_ymd_opt(year, month, day).and_then(|day| day.and_hms_opt(hour, 0, 0));
    let zone: FixedOffset = VIETNAM;
    let local = at.and_then(|at| at.and_local_timezone(zone).single());
    local.map(|at| at.to_utc()).ok_or_else(|| ExchangeError::Internal("no such moment".to_owned()))
}

/// Tells the year. The exchange is empty; its clock is put back where it was.
pub async fn tell(exchange: &Exchange, clock: &MovableClock) -> Result<()> {
    use sanviec_domain::time::Clock;
    let shown = clock.now();
    let told = Teller { exchange, clock }.tell().await;
    clock.advance(shown - clock.now());
    told
}

struct Teller<'a> {
    exchange: &'a Exchange,
    clock: &'a MovableClock,
}

impl Teller<'_> {
    /// Goes on to a moment; what is due by then is done first.
    async fn go_to(&self, at: Instant) -> Result<()> {
        use sanviec_domain::time::Clock;
        self.clock.advance(at - self.clock.now());
        while jobs::run_due(self.exchange, "story").await? > 0 {}
        Ok(())
    }

    async fn tell(&self) -> Result<()> {
        self.go_to(moment((2024, 1, 8), 8)?).await?;
        let cast = cast::assemble(self.exchange).await?;
        let mut begun: BTreeMap<(usize, usize), PartnershipId> = BTreeMap::new();
        for conference in &CONFERENCES {
            self.go_to(moment(conference.opened, 9)?).await?;
            cast::state_needs(self.exchange, &cast, conference.from..conference.until).await?;
            self.confer(&cast, conference, &mut begun).await?;
            self.negotiate(&cast, conference, &begun).await?;
        }
        self.go_to(moment((2024, 12, 16), 9)?).await?;
        self.hire(&cast, &begun).await?;
        self.go_to(moment((2024, 12, 31), 16)?).await?;
        self.close_needs(&cast).await
    }

    /// A conference from its opening to its end.
    async fn confer(&self, cast: &Cast, conference: &Conference, begun: &mut BTreeMap<(usize, usize), PartnershipId>) -> Result<()> {
        let (exchange, officer) = (self.exchange, &cast.officer);
        let begins = moment(conference.day, 8)?;
        let content = content(exchange, conference.title, begins);
        let written = events::write(exchange, officer, None, content).await?;
        let id = written.map_err(|faults| ExchangeError::Internal(format!("the conference lacks {faults:?}")))?;
        events::command(exchange, officer, id, EventCommand::Open, "").await?;
        let businesses = self.register(cast, id, conference.from..conference.until).await?;
        let colleges = self.register_colleges(cast, id).await?;
        self.wish(cast, id, &businesses, &colleges).await?;
        self.go_to(begins - TimeDelta::days(2)).await?;
        registering::confirm_all(exchange, officer, id).await?;
        timetable::make(exchange, officer, id).await?;
        timetable::send(exchange, officer, id).await?;
        self.go_to(begins - TimeDelta::minutes(15)).await?;
        events::command(exchange, officer, id, EventCommand::Start, "").await?;
        for (place, registration) in businesses.iter().chain(&colleges) {
            if !conference.missing.contains(place) || colleges.values().any(|college| college == registration) {
                registering::command(exchange, officer, id, *registration, RegistrationCommand::CheckIn).await?;
            }
        }
        self.go_to(begins + TimeDelta::hours(4)).await?;
        let met = sanviec_store::meetings::of_events(exchange.store.reader(), &[id]).await?;
        for meeting in &met {
            self.sum_up(cast, conference, id, meeting, (&businesses, &colleges), begun).await?;
        }
        events::command(exchange, officer, id, EventCommand::Finish, "").await
    }

    async fn register(&self, cast: &Cast, event: EventId, places: std::ops::Range<usize>) -> Result<BTreeMap<usize, RegistrationId>> {
        let mut registered = BTreeMap::new();
        for place in places {
            let business = &cast.businesses[place];
            let own = demands::own(self.exchange, &business.actor).await?;
            let content = RegistrationContent {
                people: vec![format!("{}, phụ trách nhân sự", business.name)],
                demands: own.into_iter().map(|demand| demand.id).collect(),
                ..RegistrationContent::default()
            };
            registered.insert(place, registering::register(self.exchange, &business.actor, event, content).await?);
        }
        Ok(registered)
    }

    async fn register_colleges(&self, cast: &Cast, event: EventId) -> Result<BTreeMap<usize, RegistrationId>> {
        let mut registered = BTreeMap::new();
        for (place, college) in cast.colleges.iter().enumerate() {
            let content = RegistrationContent {
                people: vec![format!("{}, phòng Đào tạo", college.name)],
                programmes: college.programmes.clone(),
                ..RegistrationContent::default()
            };
            registered.insert(place, registering::register(self.exchange, &college.actor, event, content).await?);
        }
        Ok(registered)
    }

    /// Businesses wish for the colleges that teach what they need; colleges for those with whom it will come to
    /// something.
    async fn wish(&self, cast: &Cast, event: EventId, businesses: &BTreeMap<usize, RegistrationId>, colleges: &BTreeMap<usize, RegistrationId>) -> Result<()> {
        for place in businesses.keys() {
            let member = &cast.businesses[*place];
            let wanted: Vec<RegistrationId> = wishes::candidates(self.exchange, &member.actor, event)
                .await?
                .into_iter()
                .filter(|candidate| candidate.fit.is_some())
                .map(|candidate| candidate.registration.id)
                .chain(PAIRS.iter().filter(|pair| pair.business == *place).filter_map(|pair| colleges.get(&pair.college).copied()))
                .collect();
            wishes::wish(self.exchange, &member.actor, event, &wanted).await?;
        }
        for (place, college) in cast.colleges.iter().enumerate() {
            let own = PAIRS.iter().filter(|pair| pair.college == place);
            let wanted: Vec<RegistrationId> = own.filter_map(|pair| businesses.get(&pair.business).copied()).collect();
            wishes::wish(self.exchange, &college.actor, event, &wanted).await?;
        }
        Ok(())
    }

    /// What came of a meeting, as the business taps it.
    async fn sum_up(
        &self,
        cast: &Cast,
        conference: &Conference,
        event: EventId,
        meeting: &MeetingRecord,
        (businesses, colleges): (&BTreeMap<usize, RegistrationId>, &BTreeMap<usize, RegistrationId>),
        begun: &mut BTreeMap<(usize, usize), PartnershipId>,
    ) -> Result<()> {
        let place = |all: &BTreeMap<usize, RegistrationId>, id| all.iter().find(|(_, known)| **known == id).map(|(place, _)| *place);
        let (Some(business), Some(college)) = (place(businesses, meeting.business), place(colleges, meeting.college)) else {
            return Ok(());
        };
        let will = PAIRS.iter().any(|pair| (pair.business, pair.college) == (business, college));
        let result = match meeting.round % 3 {
            _ if conference.missing.contains(&business) => MeetingResult::NotHeld,
            _ if will => MeetingResult::Partnership,
            0 => MeetingResult::NoFit,
            _ => MeetingResult::TalkOn,
        };
        // Whoever isn't there taps nothing: the officer does.
        let by: &Actor = if result == MeetingResult::NotHeld {
            &cast.officer
        } else {
            &cast.businesses[business].actor
        };
        if let Some(partnership) = results::set(self.exchange, by, event, meeting.id, result, "").await? {
            begun.insert((business, college), partnership);
        }
        Ok(())
    }

    /// Every pair of a conference to its end, in the order of time.
    async fn negotiate(&self, cast: &Cast, conference: &Conference, begun: &BTreeMap<(usize, usize), PartnershipId>) -> Result<()> {
        let mut steps: Vec<(Instant, Step, &Pair)> = Vec::new();
        for pair in PAIRS.iter().filter(|pair| (conference.from..conference.until).contains(&pair.business)) {
            let day = |after: i64| Ok::<_, ExchangeError>(moment(conference.day, 14)? + TimeDelta::days(after));
            let others = pair.business as i64 % 5;
            steps.push((day(3 + others)?, Step::Accept, pair));
            match pair.end {
                End::Signed(year, month, date) => {
                    steps.push((day(DRAFT_AFTER + others)?, Step::Draft, pair));
                    let at = moment((year, month, date), 9)?;
                    steps.push((at, Step::Sign, pair));
                    steps.push((at + TimeDelta::days(6), Step::Begin, pair));
                }
                End::Drafted(_) => {
                    steps.push((day(DRAFT_AFTER + others)?, Step::Draft, pair));
                    steps.push((day(40 + others)?, Step::Decline, pair));
                }
                End::Refused(_) => steps.push((day(12 + others)?, Step::Decline, pair)),
            }
        }
        steps.sort_by_key(|(at, _, pair)| (*at, pair.business));
        for (at, step, pair) in steps {
            self.go_to(at.max(self.exchange.now())).await?;
            let missing = || ExchangeError::Internal(format!("business {} never met college {}", pair.business, pair.college));
            let partnership = *begun.get(&(pair.business, pair.college)).ok_or_else(missing)?;
            self.step(&cast.businesses[pair.business], &cast.colleges[pair.college], partnership, step, pair).await?;
        }
        Ok(())
    }

    async fn step(&self, business: &Member, college: &Member, id: PartnershipId, step: Step, pair: &Pair) -> Result<()> {
        let exchange = self.exchange;
        match step {
            Step::Accept => {
                partnerships::command(exchange, &college.actor, id, PartnershipCommand::Accept, None).await?;
                partnerships::say(exchange, &college.actor, id, "Nhà trường xin nhận lời. Mời Quý công ty thăm xưởng thực hành.").await?;
            }
            Step::Draft => {
                let view = partnerships::read::one(exchange, &business.actor, id).await?;
                let content = AgreementContent {
                    business_terms: "Nhận thực tập, trả lương thực tập ít nhất bằng 85 % lương của vị trí.\nPhỏng vấn người tốt nghiệp trong 10 ngày.".to_owned(),
                    until: exchange.clock.today() + chrono::Months::new(36),
                    ..agreements::proposed(exchange, &view)
                };
                agreements::write(exchange, &business.actor, id, 0, content).await?;
            }
            Step::Sign => {
                let drafts = sanviec_store::agreements::of(exchange.store.reader(), id).await?;
                let draft = drafts.first().ok_or(ExchangeError::NotFound)?;
                let version = sanviec_store::agreements::version(exchange.store.reader(), draft.id, draft.current).await?;
                let shown = agreements::signing::Shown {
                    agreement: draft.id,
                    number: draft.current,
                    hash: version.ok_or(ExchangeError::NotFound)?.hash,
                };
                for side in [business, college] {
                    // The code that was sent to them they have typed on paper only: there is no telephone in a story.
                    agreements::signing::put(exchange.begin(&side.actor).await?, &shown, SigningFactor::Code).await?;
                }
            }
            Step::Begin => partnerships::command(exchange, &business.actor, id, PartnershipCommand::Begin, None).await?,
            Step::Decline => {
                let reason = match pair.end {
                    End::Drafted(reason) | End::Refused(reason) => reason,
                    End::Signed(..) => PartnershipReason::Other,
                };
                partnerships::command(exchange, &business.actor, id, PartnershipCommand::Decline, Some(reason)).await?;
            }
        }
        Ok(())
    }

    /// Who has graduated by the end of the year starts work under the first agreements: the business says so, the
    /// college confirms it.
    async fn hire(&self, cast: &Cast, begun: &BTreeMap<(usize, usize), PartnershipId>) -> Result<()> {
        let (exchange, conn) = (self.exchange, self.exchange.store.reader());
        let started_on = exchange.clock.today() - TimeDelta::days(14);
        for (pair, names) in PAIRS.iter().zip(cast::HIRED) {
            let partnership = *begun.get(&(pair.business, pair.college)).ok_or(ExchangeError::NotFound)?;
            let signed = sanviec_store::agreements::of(conn, partnership).await?;
            let agreement = signed.first().ok_or(ExchangeError::NotFound)?.id;
            let (business, college) = (&cast.businesses[pair.business].actor, &cast.colleges[pair.college].actor);
            let people = names.len() as u32 + 2;
            agreements::fulfilment::state(exchange, college, agreement, &[Some(people)]).await?;
            agreements::fulfilment::state(exchange, business, agreement, &[Some(people)]).await?;
            let names = names.iter().filter_map(|name| name.parse().ok()).collect();
            placements::report(exchange, business, agreement, Report { line: 0, names, started_on }).await?;
            placements::confirm_all(exchange, college, agreement).await?;
        }
        Ok(())
    }

    /// At the end of the year nobody asks any more for what was needed in it.
    async fn close_needs(&self, cast: &Cast) -> Result<()> {
        for business in &cast.businesses {
            for demand in demands::own(self.exchange, &business.actor).await? {
                demands::command(self.exchange, &business.actor, demand.id, DemandCommand::Close).await?;
            }
        }
        while jobs::run_due(self.exchange, "story").await? > 0 {}
        Ok(())
    }
}

/// A step of a negotiation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Accept,
    Draft,
    Sign,
    Begin,
    Decline,
}
