//! `/ntd/nhu-cau/nhieu`: many needs from a spreadsheet, all of them or none.

use super::HERE;
use super::written::{Written, place_named, understand};
use crate::forms::{FieldsAndFiles, table_of_file};
use crate::pages::apply::unprocessable;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use sanviec_domain::demand::{DemandAudience, DemandOffer, ROWS_LIMIT};
use sanviec_domain::text::fold;
use sanviec_domain::vocabulary::{Qualification, Vocabulary};
use sanviec_exchange::{ExchangeError, demands, organisations};
use sanviec_render::pages::demand::DemandTablePage;
use sanviec_render::{Area, FormState};

/// The columns of a table, as its first line names them.
const COLUMNS: [&str; 9] = ["nghề", "số người", "từ tháng", "đến tháng", "trình độ", "nơi làm việc", "thu nhập", "hỗ trợ", "ghi chú"];

fn show_table(visit: &Visit, form: &FormState, faults: &[(usize, String)]) -> Result<String, Problem> {
    let page = DemandTablePage {
        chrome: &visit.chrome(Area::Employer),
        form,
        faults,
        columns: &COLUMNS.join("\t"),
    };
    Ok(page.render()?)
}

/// The page that takes a table.
pub async fn get(visit: Visit) -> Answer {
    html(Ok(show_table(&visit, &FormState::default(), &[])?))
}

/// States all needs of a table, or none where a line is wrong.
pub async fn post(visit: Visit, FieldsAndFiles(mut form, uploads): FieldsAndFiles) -> Answer {
    let t = visit.texts();
    if !table_of_file(&mut form, uploads, "bang", visit.locale).await? {
        return Ok(unprocessable(show_table(&visit, &form, &[])?));
    }
    let rows = match demands::rows_of(form.value("bang"), ROWS_LIMIT) {
        Ok(rows) if !rows.is_empty() => rows,
        Ok(_) => {
            form.fail("bang", t.get("table-empty"));
            return Ok(unprocessable(show_table(&visit, &form, &[])?));
        }
        Err(_) => {
            form.fail("bang", t.get("table-too-long"));
            return Ok(unprocessable(show_table(&visit, &form, &[])?));
        }
    };
    let own = organisations::own(&visit.app.exchange, &visit.actor).await?.profile.place;
    let (mut contents, mut faults) = (Vec::new(), Vec::new());
    for (line, cells) in rows {
        let cell = |index: usize| cells.get(index).map(String::as_str).unwrap_or_default();
        if fold(cell(0)) == fold(COLUMNS[0]) {
            continue;
        }
        let offers: Vec<DemandOffer> = cell(7).split([',', ';']).filter_map(DemandOffer::read).collect();
        let written = Written {
            title: cell(0),
            occupation: "",
            headcount: cell(1),
            minimum: "",
            from: cell(2),
            until: cell(3),
            level: Qualification::read(cell(4)),
            place: if cell(5).is_empty() { own.clone() } else { place_named(&visit, cell(5)) },
            wage: cell(6),
            shift: None,
            offers,
            note: cell(8),
            audience: DemandAudience::Colleges,
        };
        match understand(&visit, &written) {
            Ok(content) => contents.push(content),
            Err(wrong) => faults.extend(wrong.into_iter().map(|(_, key)| (line, t.get(key).to_owned()))),
        }
    }
    if !faults.is_empty() {
        return Ok(unprocessable(show_table(&visit, &form, &faults)?));
    }
    match demands::write_many(&visit.app.exchange, &visit.actor, contents).await {
        Ok(count) => {
            visit.say_counted("flash-demands-saved", count as u64).await?;
            Ok(go(HERE))
        }
        Err(ExchangeError::NotNow(_)) => {
            form.fail("bang", t.get("table-too-long"));
            Ok(unprocessable(show_table(&visit, &form, &[])?))
        }
        Err(error) => Err(error.into()),
    }
}
