//! Hands over to the desk and leaves.

fn main() -> std::process::ExitCode {
    phancong::cli::main()
}
