//! The band: a life from left to right, drawn from its layout.

use super::text;
use crate::insight::band::{Band, Lane, Segment};
use crate::practice::Living;
use crate::tui::theme::{Look, Role};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Columns that the names of lanes take.
pub const NAMES: u16 = 9;

/// A fill of the lanes of where children lived: what it says, its sign, its plain letter, its words.
pub type Fill = (Option<Living>, char, char, &'static str);

/// The fills, as the help tells them.
pub const FILLS: [Fill; 4] = [
    (Some(Living::Home), '▒', '=', "lives with a parent"),
    (
        Some(Living::Family),
        '░',
        '-',
        "lives with relatives, friends or an adoptive family",
    ),
    (
        Some(Living::LookedAfter),
        '█',
        '#',
        "is looked after elsewhere",
    ),
    (
        None,
        '·',
        '.',
        "lives somewhere that the record does not class",
    ),
];

/// How many rows of each kind are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BandRows {
    /// Lanes of where children lived.
    pub lived: u16,
    /// Lanes of legal status.
    pub law: u16,
    /// Whether the zones have a row of their own under what was told.
    pub zones: bool,
}

impl BandRows {
    /// The rows for so many children in so much room: years, one lane a child, legal status, what was told. When room
    /// is short, zones share the row of what was told, then lanes of children give way.
    pub fn of(children: usize, has_zones: bool, room: u16) -> BandRows {
        let children = u16::try_from(children).unwrap_or(u16::MAX);
        let least = 3;
        if room < least + 1 {
            return BandRows::default();
        }
        let lived = children.min(room - least);
        let zones = has_zones && room > least + lived + 4;
        let law = if room > 16 && lived > 1 { 2 } else { 1 };
        BandRows { lived, law, zones }
    }

    /// All rows together; none when the band does not fit.
    pub fn height(self) -> u16 {
        match self.lived + self.law {
            0 => 0,
            lanes => 2 + lanes + u16::from(self.zones),
        }
    }
}

/// What stands on the band beside its layout.
pub struct Labels<'a> {
    /// The short name of each child, in the order of the lanes.
    pub names: Vec<&'a str>,
    /// The short names of the children of each lane of legal status.
    pub law: Vec<Vec<&'a str>>,
    /// The column of the chosen entry.
    pub chosen: Option<usize>,
}

/// Draws the band. Its layout must have been made for the area's width without [`NAMES`].
pub fn draw(
    band: &Band,
    rows: BandRows,
    labels: &Labels,
    look: &Look,
    area: Rect,
    buffer: &mut Buffer,
) {
    if rows.height() == 0 || area.height < rows.height() || area.width <= NAMES {
        return;
    }
    let mut pen = Pen {
        look,
        buffer,
        left: area.x + NAMES,
        name: area.x,
        y: area.y,
        room: area.width - NAMES,
    };
    pen.ticks(band, labels.chosen);
    let left_out = band.lived.len().saturating_sub(usize::from(rows.lived));
    for (index, lane) in band.lived.iter().enumerate().take(usize::from(rows.lived)) {
        let last = index + 1 == usize::from(rows.lived) && left_out > 0;
        let name = labels.names.get(index).copied().unwrap_or_default();
        pen.name(&if last {
            format!("{name} +{left_out}")
        } else {
            name.to_owned()
        });
        pen.lived(lane);
    }
    for index in 0..usize::from(rows.law) {
        let Some(lane) = band.law.get(index) else {
            break;
        };
        let of = labels.law.get(index).filter(|_| band.law.len() > 1);
        pen.name(&of.map_or_else(
            || "law".to_owned(),
            |names| format!("law {}", names.join(" ")),
        ));
        pen.law(lane);
    }
    pen.name("told");
    pen.told(band, rows.zones, labels.chosen);
    if rows.zones {
        pen.name("zone");
        pen.zones(band);
    }
}

struct Pen<'a> {
    look: &'a Look,
    buffer: &'a mut Buffer,
    left: u16,
    name: u16,
    y: u16,
    room: u16,
}

impl Pen<'_> {
    fn glyph(&self, rich: char, plain: char) -> char {
        if self.look.ascii { plain } else { rich }
    }

    fn name(&mut self, name: &str) {
        let room = usize::from(NAMES - 2);
        let name = text::cut(name, room, self.look.ascii).into_owned();
        self.buffer.set_stringn(
            self.name + 1,
            self.y,
            name,
            room,
            self.look.style(Role::Quiet),
        );
    }

    fn put(&mut self, column: usize, words: &str, style: Style) {
        let Ok(column) = u16::try_from(column) else {
            return;
        };
        let room = usize::from(self.room.saturating_sub(column));
        self.buffer
            .set_stringn(self.left.saturating_add(column), self.y, words, room, style);
    }

    fn ticks(&mut self, band: &Band, chosen: Option<usize>) {
        let style = self.look.style(Role::Quiet);
        // The mark over the chosen entry takes the place of a name that it would stand in.
        let free = |column: usize, label: &str| {
            chosen.is_none_or(|chosen| chosen < column || chosen >= column + label.len())
        };
        for tick in band
            .ticks
            .iter()
            .filter(|tick| free(tick.column, &tick.label))
        {
            self.put(tick.column, &tick.label, style);
        }
        if let Some(column) = chosen {
            let mark = self.glyph('▼', 'v').to_string();
            self.put(column, &mark, self.look.style(Role::Heading));
        }
        self.y += 1;
    }

    fn lived(&mut self, lane: &Lane) {
        for segment in &lane.segments {
            let role = match segment.living {
                Some(Living::Home) => Role::AtHome,
                Some(Living::Family) => Role::WithFamily,
                Some(Living::LookedAfter) => Role::LookedAfter,
                None => Role::Text,
            };
            let fill = FILLS.iter().find(|(living, ..)| *living == segment.living);
            let fill = fill.map_or(' ', |(_, rich, plain, _)| self.glyph(*rich, *plain));
            self.filled(segment, fill, self.look.style(role));
        }
        self.y += 1;
    }

    fn law(&mut self, lane: &Lane) {
        for segment in &lane.segments {
            let style = self.look.style(Role::Text);
            self.filled(segment, self.glyph('─', '-'), style);
            if segment.begins && segment.to - segment.from > 1 {
                self.put(segment.from, &self.glyph('┌', '[').to_string(), style);
            }
            if segment.ends && segment.to - segment.from > 1 {
                self.put(segment.to - 1, &self.glyph('┐', ']').to_string(), style);
            }
        }
        self.y += 1;
    }

    /// A segment filled with a glyph, with the fullest of its labels that fits and leaves a glyph on either side.
    fn filled(&mut self, segment: &Segment, fill: char, style: Style) {
        let width = segment.to.saturating_sub(segment.from);
        self.put(segment.from, &fill.to_string().repeat(width), style);
        let label = segment
            .labels
            .iter()
            .find(|label| text::columns(label) + 2 <= width);
        if let Some(label) = label {
            self.put(segment.from + 1, label, self.look.style(Role::Text));
        }
    }

    /// How much was told in each column: a dot for one entry, a number for more, and the letter of the zone of most
    /// concern where zones have no row of their own.
    fn told(&mut self, band: &Band, zones_apart: bool, chosen: Option<usize>) {
        for gap in &band.gaps {
            let style = self.look.style(Role::Attention);
            let width = gap.to - gap.from;
            let dash = self.glyph('┄', '~').to_string();
            self.put(gap.from, &dash.repeat(width), style);
            let label = format!("{}m", gap.months);
            // A dash on either side, so that its figures are not read as counts of what was told beside it.
            if label.len() + 2 <= width {
                self.put(gap.from + (width - label.len()) / 2, &label, style);
            }
        }
        if let Some(today) = band.today {
            self.put(
                today,
                &self.glyph('│', '|').to_string(),
                self.look.style(Role::Quiet),
            );
        }
        for (column, told) in band.told.iter().enumerate() {
            let (letter, mut style) = match (told.count, told.zone) {
                (0, _) => continue,
                (_, Some(zone)) if !zones_apart => (zone.letter(), self.look.zone(zone)),
                (1, _) => (self.glyph('·', '.'), self.look.style(Role::Text)),
                (count, _) => {
                    let digit = u32::try_from(count)
                        .ok()
                        .and_then(|count| char::from_digit(count, 10));
                    (digit.unwrap_or('+'), self.look.style(Role::Text))
                }
            };
            if chosen == Some(column) {
                style = style.add_modifier(Modifier::BOLD);
            }
            self.put(column, &letter.to_string(), style);
        }
        let (earlier, later) = band.beyond;
        if earlier > 0 {
            self.put(
                0,
                &self.glyph('‹', '<').to_string(),
                self.look.style(Role::Attention),
            );
        }
        if later > 0 {
            let last = band.told.len().saturating_sub(1);
            self.put(
                last,
                &self.glyph('›', '>').to_string(),
                self.look.style(Role::Attention),
            );
        }
        self.y += 1;
    }

    fn zones(&mut self, band: &Band) {
        for (column, told) in band.told.iter().enumerate() {
            if let Some(zone) = told.zone {
                self.put(column, &zone.letter().to_string(), self.look.zone(zone));
            }
        }
        self.y += 1;
    }
}
