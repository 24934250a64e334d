//! `throughline man`: the manual, the program first and then every command, in the format of `man`.

use super::args::Args;
use super::output::say;
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use color_eyre::Result;
use std::process::ExitCode;

/// Prints the manual.
pub fn run() -> Result<ExitCode> {
    let mut program = Args::command();
    program.build();
    let mut page = Vec::new();
    Man::new(program.clone()).render(&mut page)?;
    for command in program
        .get_subcommands()
        .filter(|command| command.get_name() != "help")
    {
        section(command, &mut page)?;
    }
    say(&String::from_utf8_lossy(&page))
}

/// A command's part of the page: what it is for, how it is typed, its own options.
fn section(command: &Command, page: &mut Vec<u8>) -> std::io::Result<()> {
    let inner = command
        .get_subcommands()
        .filter(|command| command.get_name() != "help");
    for command in inner {
        section(command, page)?;
    }
    if command.has_subcommands() {
        return Ok(());
    }
    let name = command
        .get_bin_name()
        .unwrap_or(command.get_name())
        .to_uppercase();
    page.extend_from_slice(format!(".SH \"{name}\"\n").as_bytes());
    let own = command.clone().mut_args(|arg| {
        let shared = arg.is_global_set();
        arg.hide(shared)
    });
    let manual = Man::new(own);
    let mut part = Vec::new();
    manual.render_description_section(&mut part)?;
    manual.render_synopsis_section(&mut part)?;
    manual.render_options_section(&mut part)?;
    let part = String::from_utf8_lossy(&part).replace("\n.SH ", "\n.SS ");
    page.extend_from_slice(part.as_bytes());
    Ok(())
}
