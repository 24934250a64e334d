//! A sheet on which frames are drawn before the [`painter`](super::painter) compares them with the terminal.
//!
//! ratatui draws on it as on a terminal, but nothing is sent: so no resize can block on a question to the terminal,
//! and the painter sees whole frames, which it needs to find what only moved.

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use std::convert::Infallible;

/// A frame in memory, with the caret where text is typed.
#[derive(Debug)]
pub struct Sheet {
    cells: Buffer,
    caret: Position,
    caret_shown: bool,
}

impl Sheet {
    /// A blank sheet of columns and rows.
    pub fn new(columns: u16, rows: u16) -> Sheet {
        let cells = Buffer::empty(Rect::new(0, 0, columns, rows));
        Sheet {
            cells,
            caret: Position::ORIGIN,
            caret_shown: false,
        }
    }

    /// Another size; what is drawn next fills it.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.cells = Buffer::empty(Rect::new(0, 0, columns, rows));
    }

    /// What was drawn.
    pub fn cells(&self) -> &Buffer {
        &self.cells
    }

    /// Where the caret stands, when text is typed.
    pub fn caret(&self) -> Option<Position> {
        self.caret_shown.then_some(self.caret)
    }
}

impl Backend for Sheet {
    type Error = Infallible;

    fn draw<'a, I>(&mut self, content: I) -> Result<(), Infallible>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            if let Some(kept) = self.cells.cell_mut((x, y)) {
                kept.clone_from(cell);
            }
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        self.caret_shown = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        self.caret_shown = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        Ok(self.caret)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Infallible> {
        self.caret = position.into();
        Ok(())
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        self.cells.reset();
        Ok(())
    }

    /// A full-screen program asks for nothing but the whole.
    fn clear_region(&mut self, _: ClearType) -> Result<(), Infallible> {
        self.clear()
    }

    fn size(&self) -> Result<Size, Infallible> {
        Ok(self.cells.area.as_size())
    }

    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        Ok(WindowSize {
            columns_rows: self.cells.area.as_size(),
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}
