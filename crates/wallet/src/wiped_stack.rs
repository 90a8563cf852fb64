//! Work with secrets on a stack that goes away afterwards.

use std::thread;

/// More than what the C library keeps of ended threads' stacks for the next ones (glibc: 40 MiB in all), so that the
/// stack is given back to the system, which wipes it. Only the pages that are touched take memory.
const STACK_LEN_BYTES: usize = 64 * 1024 * 1024;

/// Does the work on a thread of its own and waits for it.
///
/// Types that are wiped when dropped leave copies on the stack all the same, where they were moved or passed on, and
/// where curve arithmetic kept its intermediate numbers. A window's threads live on for hours after the wallet was
/// locked; tests/memory shows what they would keep. What the work returns should hold its secrets on the heap. Costs
/// about 50 µs.
pub(crate) fn on_wiped_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let mut work = Some(work);
    let done = thread::scope(|scope| {
        let there = || work.take().map(|work| work());
        let there = thread::Builder::new().stack_size(STACK_LEN_BYTES).spawn_scoped(scope, there);
        there.ok().and_then(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    // Without memory for a thread the work is done here: better a leftover than no answer.
    done.or_else(|| work.take().map(|work| work())).expect("the work was done there or here")
}

#[cfg(test)]
mod tests {
    use super::on_wiped_stack;

    #[test]
    fn the_work_is_done_elsewhere_and_its_result_comes_back() {
        let here = std::thread::current().id();
        assert_ne!(on_wiped_stack(|| std::thread::current().id()), here);
        assert_eq!(on_wiped_stack(|| on_wiped_stack(|| 42)), 42, "also from such a stack");
    }

    #[test]
    #[should_panic(expected = "as it was")]
    fn a_panic_goes_on_as_it_was() {
        on_wiped_stack(|| panic!("as it was"));
    }
}
