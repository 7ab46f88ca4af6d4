//! Pages of prose.

use crate::pages::admin::branches::row;
use crate::problem::Answer;
use crate::visit::{Visit, html};
use sanviec_exchange::branches;
use sanviec_render::Area;
use sanviec_render::pages::{BranchRow, TextKind, TextPage};

fn show(visit: &Visit, kind: TextKind, branches: &[BranchRow]) -> Answer {
    html(
        TextPage {
            chrome: &visit.chrome(Area::Public),
            kind,
            branches,
        }
        .render(),
    )
}

/// `/tro-nang`
pub async fn accessibility(visit: Visit) -> Answer {
    show(&visit, TextKind::Accessibility, &[])
}

/// `/quyen-rieng-tu`
pub async fn privacy(visit: Visit) -> Answer {
    show(&visit, TextKind::Privacy, &[])
}

/// `/lien-he`
pub async fn contact(visit: Visit) -> Answer {
    let branches: Vec<BranchRow> = branches::open(&visit.app.exchange).await?.iter().map(|branch| row(&visit, branch)).collect();
    show(&visit, TextKind::Contact, &branches)
}
