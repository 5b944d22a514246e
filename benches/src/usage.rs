//! What a program used, and all that it started: time and memory.

use std::io;
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

use wait4::Wait4;

/// What one run used.
#[derive(Debug, Clone, Copy)]
pub struct Usage {
    /// As the clock on the wall has it.
    pub wall: Duration,
    /// Time on all cores, of the program and everything that it started and waited for.
    pub cpu: Duration,
    /// The most memory that any one of these processes held at once, in bytes.
    pub peak_memory: u64,
}

/// Runs a program to its end.
///
/// # Errors
///
/// Where it cannot be started or waited for.
pub fn run(command: &mut Command) -> io::Result<(ExitStatus, Usage)> {
    let start = Instant::now();
    let mut child: Child = command.spawn()?;
    let used = child.wait4()?;
    let usage = Usage {
        wall: start.elapsed(),
        cpu: used.rusage.utime + used.rusage.stime,
        peak_memory: used.rusage.maxrss,
    };
    Ok((used.status, usage))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sh(script: &str) -> Usage {
        let (status, usage) = run(Command::new("sh").args(["-c", script])).unwrap();
        assert!(status.success());
        usage
    }

    #[test]
    fn the_time_of_a_child_of_a_child_is_counted() {
        let spin = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";
        let usage = sh(&format!("sh -c '{spin}'; true"));
        assert!(usage.cpu >= Duration::from_millis(10), "{usage:?}");
        assert!(usage.cpu < Duration::from_secs(30), "{usage:?}");
    }

    #[test]
    fn the_memory_of_a_child_of_a_child_is_counted() {
        let double = "s=x; i=0; while [ $i -lt 25 ]; do s=$s$s; i=$((i+1)); done";
        let much = sh(&format!("sh -c '{double}'; true")).peak_memory;
        // Two to the 25th bytes of text are 32 MiB.
        assert!(much > 32 << 20, "{much}");
        // A program begins with the memory of whoever starts it, here of all tests together, so that it may have as much.
        assert!(sh("true").peak_memory <= much);
    }

    #[test]
    fn a_failure_is_told() {
        let (status, _) = run(Command::new("sh").args(["-c", "exit 3"])).unwrap();
        assert_eq!(status.code(), Some(3));
    }
}
