//! The `sanviec` program.

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    sanviec_web::boot::tls();
    sanviec_web::cli::run(sanviec_web::cli::Cli::parse())
}
