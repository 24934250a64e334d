//! The screen as the loop uses it: a frame drawn on the sheet, and what changed sent to the terminal in one piece.

use super::painter::Painter;
use super::plain::plain;
use super::sheet::Sheet;
use ratatui::buffer::Buffer;
use ratatui::{Frame, Terminal};
use std::convert::Infallible;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Draws frames and sends them.
pub struct Screen {
    sheet: Terminal<Sheet>,
    painter: Painter,
    /// Whether the terminal reads no letters but ASCII.
    plain: bool,
}

impl Screen {
    /// A screen of columns and rows, of which nothing is known yet.
    ///
    /// # Errors
    /// None today; the signature is ratatui's.
    pub fn new(size: (u16, u16), synchronizes: bool, plain: bool) -> Result<Screen, Infallible> {
        let mut painter = Painter::default();
        painter.synchronizes = synchronizes;
        let sheet = Terminal::new(Sheet::new(size.0, size.1))?;
        Ok(Screen {
            sheet,
            painter,
            plain,
        })
    }

    /// Draws a frame of this size and sends what changed. Nothing changed, nothing sent.
    ///
    /// # Errors
    /// The system's, when the terminal is gone.
    pub fn draw(&mut self, size: (u16, u16), view: impl FnOnce(&mut Frame)) -> io::Result<()> {
        if self.sheet.backend().cells().area.as_size() != size.into() {
            self.sheet.backend_mut().resize(size.0, size.1);
        }
        let Ok(_) = self.sheet.draw(view);
        let sheet = self.sheet.backend();
        let bytes = match self.plain {
            true => self
                .painter
                .paint(&in_plain_letters(sheet.cells()), sheet.caret()),
            false => self.painter.paint(sheet.cells(), sheet.caret()),
        };
        if bytes.is_empty() {
            return Ok(());
        }
        self.send(&bytes)
    }

    /// Sends bytes that are no part of a frame.
    ///
    /// # Errors
    /// The system's, when the terminal is gone.
    pub fn send(&self, bytes: &str) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(bytes.as_bytes())?;
        out.flush()
    }

    /// Forgets what the terminal shows: the next frame is sent whole.
    pub fn forget(&mut self) {
        self.painter.forget();
    }
}

/// The frame with letters that every terminal can show.
fn in_plain_letters(cells: &Buffer) -> Buffer {
    let mut plain_cells = cells.clone();
    for cell in &mut plain_cells.content {
        if let Some(letters) = plain(cell.symbol(), cell.symbol().width()) {
            cell.set_symbol(&letters);
        }
    }
    plain_cells
}
