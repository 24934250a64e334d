//! Which cell of each row describes a child: what people read where they said it, else what the decided zone says.

use super::present::Present;
use super::replay::Indicated;
use crate::practice::Zone;
use crate::practice::matrix::cells::{Row, short, zone_words};
use crate::practice::matrix::{Capacity, Lives, Wishes};

impl Present {
    /// Where the child lives, when that is recorded and a zone was decided.
    pub fn lives(&self) -> Option<Lives> {
        match &self.indicated {
            Indicated::Again(standing, _) => standing.lives,
            Indicated::First(_) => None,
        }
    }

    /// The zone whose cell was said to fit the child in a row; `None` where nobody has said.
    pub fn said_to_fit(&self, row: Row) -> Option<Zone> {
        let read = &self.read;
        let decided = self.clock.map(|clock| clock.zone);
        // Two zones describe capacity and wishes with the same words: the one nearer to the decision is meant.
        let better = decided.map_or(Zone::Yellow, |zone| zone.min(Zone::Yellow));
        let worse = decided.map_or(Zone::Orange, |zone| zone.max(Zone::Orange));
        match row {
            Row::Resilience => read.levels.resilience,
            Row::Risk => read.levels.risk,
            Row::Capacity => read.reading.capacity.map(|capacity| match capacity {
                Capacity::Shown(_) => better,
                Capacity::NotShown => worse,
            }),
            Row::Wishes => read.reading.wishes.map(|wishes| match wishes {
                Wishes::BothWant => better,
                _ => worse,
            }),
            Row::Welfare => read.levels.welfare,
            Row::Place => None,
        }
    }

    /// What a cell says of this child in few words. A child who lives at home is not told to stay away from it.
    pub fn cell(&self, row: Row, zone: Zone) -> &'static str {
        let at_home = &zone_words(zone).at_home_short;
        match row == Row::Place && self.lives() == Some(Lives::Home) && !at_home.is_empty() {
            true => at_home,
            false => short(row, zone),
        }
    }
}
