//! What reading, checking and writing allocate. The allocator counts for the thread that asks.

use allocation_counter::{AllocationInfo, measure};
use api_object::{ApiObject, Descriptor, Reader};

#[path = "../examples/fine_tuning_job/declaration.rs"]
#[allow(unreachable_pub)] // An SDK exports them; a test has nobody to export them to.
mod declaration;

#[path = "../runtime/core/src/laws/hostile/texts.rs"]
mod texts;

#[path = "allocations/shapes.rs"]
mod shapes;
#[path = "allocations/unions.rs"]
mod unions;

use declaration::FineTuningJob;
use texts::{All, HOSTILE};

const CLEAN: &str = r#"{"object":"fine_tuning.job","id":"ftjob-abc123","created_at":1721764800,"status":"succeeded","error":null,"fine_tuned_model":"ft:gpt-4o-mini:acme::7q8","finished_at":1721768400,"estimated_finish":null,"trained_tokens":5768,"hyperparameters":{"n_epochs":4,"batch_size":"auto","learning_rate_multiplier":0.1},"model":"gpt-4o-mini-2024-07-18","organization_id":"org-123","training_file":"file-abc123","validation_file":null,"result_files":["file-xyz"],"seed":42}"#;

fn allocations(run: impl FnOnce()) -> u64 {
    let AllocationInfo { count_total, .. } = measure(run);
    count_total
}

fn read(json: &str) -> FineTuningJob {
    let read = api_object::from_str::<FineTuningJob>(json);
    read.expect("a job").lenient()
}

/// `fine_tuned_model`, `model` and `result_files`; ids of up to 38 bytes stand in place.
#[test]
fn reading_allocates_what_the_data_needs() {
    read(CLEAN);
    assert_eq!(allocations(|| drop(read(CLEAN))), 3);
}

#[test]
fn a_null_where_null_is_expected_costs_nothing() {
    let json = CLEAN.replace("\"ft:gpt-4o-mini:acme::7q8\"", "null");
    assert_eq!(allocations(|| drop(read(&json))), 2);
    // Which members were absent is remembered in the bits of `Extra`.
    let json = json
        .replace("\"error\":null,", "")
        .replace("\"object\":\"fine_tuning.job\",", "");
    assert_eq!(allocations(|| drop(read(&json))), 2);
}

#[test]
fn unknown_members_cost_two_allocations_for_an_object() {
    let json = CLEAN.replace("\"seed\":42", "\"seed\":42,\"a\":{\"b\":[1,2,3]}");
    assert_eq!(allocations(|| drop(read(&json))), 3 + 2);
}

#[test]
fn a_clean_object_is_checked_without_an_allocation() {
    let job = read(CLEAN);
    assert!(job.check().is_empty());
    assert_eq!(allocations(|| drop(job.check())), 0);
}

/// Names, docs, shapes, rules and the lifecycle are constants.
#[test]
fn what_a_declaration_says_is_read_without_an_allocation() {
    let mut read = 0;
    let allocated = allocations(|| {
        let Descriptor::Object(job) = FineTuningJob::DESCRIPTOR else {
            return;
        };
        let lifecycle = job.lifecycle.as_ref().map(|lifecycle| lifecycle.statuses);
        let statuses = lifecycle.map_or(0, |statuses| statuses.words.len());
        let members = job.members.iter();
        let below = members.filter_map(|member| member.shape.descriptor());
        let said: usize = below
            .map(|below| below.name().len() + below.docs().len())
            .sum();
        let rules: usize = job
            .members
            .iter()
            .map(|member| member.rules().count())
            .sum();
        read = job.docs.len() + said + rules + statuses;
    });
    assert_eq!(allocated, 0);
    assert!(read > 100, "{read}");
}

#[test]
fn a_state_and_a_clean_successor_cost_no_allocation() {
    let (job, later) = (read(CLEAN), read(CLEAN));
    assert_eq!(allocations(|| assert!(job.state().is_ok())), 0);
    assert_eq!(
        allocations(|| assert!(job.check_successor(&later).is_empty())),
        0
    );
}

#[test]
fn the_report_of_a_clean_object_costs_no_allocation() {
    let job = api_object::from_str::<FineTuningJob>(CLEAN).expect("a job");
    assert_eq!(allocations(|| assert!(job.report().is_empty())), 0);
}

#[test]
fn writing_into_a_kept_buffer_allocates_nothing_once_it_is_long_enough() {
    let (job, mut buffer) = (read(CLEAN), Vec::new());
    api_object::write_into(&mut buffer, &job);
    let again = || {
        buffer.clear();
        api_object::write_into(&mut buffer, &job);
    };
    assert_eq!(allocations(again), 0);
    assert_eq!(buffer, api_object::to_vec(&job));
}

#[test]
fn writing_allocates_its_text_alone() {
    let job = read(CLEAN);
    let written = measure(|| drop(api_object::to_vec(&job)));
    // The text has room for 512 bytes at first.
    assert_eq!(written.count_total, 1);
}

/// Everything that may be done with a text: reading it, telling why not, its report, writing it.
fn use_up(reader: Reader, text: &[u8]) {
    match reader.from_slice::<All>(text) {
        Ok(all) => drop((all.report().to_string(), api_object::to_vec(&all))),
        Err(error) => drop(error.to_string()),
    }
}

#[test]
fn memory_grows_as_a_hostile_text_does() {
    for (name, text) in HOSTILE {
        for reader in [Reader::new(), Reader::new().fill_missing()] {
            let (few, many) = (text(1_000), text(4_000));
            let less = measure(|| use_up(reader, &few));
            let more = measure(|| use_up(reader, &many));
            let grown = 1.2 * many.len() as f64 / few.len() as f64;
            let bounds = [
                ("allocations", less.count_total, more.count_total),
                ("bytes", less.bytes_total, more.bytes_total),
                ("bytes at once", less.bytes_max, more.bytes_max),
            ];
            for (what, less, more) in bounds {
                // What doubles where it is full may do so once more.
                let most = 2.0 * less as f64 * grown + 4_000.0;
                assert!(more as f64 <= most, "{name}: {less} {what} and then {more}");
            }
            // An element of ten bytes may have two deviations, each told with pointer, message, expected and found.
            let at_once = more.bytes_max as usize;
            let most = 250 * many.len() + 4_000;
            assert!(at_once <= most, "{name}: {at_once} of {}", many.len());
        }
    }
}

#[test]
fn elements_that_do_not_fit_take_no_memory() {
    let misfits = format!("[{}]", ["1"; 10_000].join(","));
    let read = || drop(api_object::from_str::<Vec<FineTuningJob>>(&misfits));
    read();
    let info = measure(read);
    // Blanks of all of them would be five megabytes.
    assert!(info.bytes_max < 1 << 17, "{} bytes", info.bytes_max);
}

#[test]
fn a_stream_takes_no_more_than_its_longest_item() {
    let stream = |count: usize| {
        let mut stream = CLEAN.as_bytes().repeat(count);
        stream.push(b'\n');
        stream.repeat(1_000 / count)
    };
    let at_once = |stream: &[u8]| {
        let reader = Reader::new().max_bytes(2 * CLEAN.len());
        let used = measure(|| {
            for item in reader.json_lines::<FineTuningJob, _>(stream) {
                drop(item);
            }
        });
        used.bytes_max
    };
    let (short, long) = (at_once(&stream(1)), at_once(&stream(100)));
    // A line that is too long is held up to the limit, and no further.
    assert!(short <= 8 * CLEAN.len() as u64, "{short}");
    assert!(long <= 8 * CLEAN.len() as u64, "{long}");
}

#[test]
fn a_stream_of_events_takes_no_more_than_its_longest_event() {
    let at_once = |event: &str, count: usize| {
        let stream = event.repeat(count);
        let reader = Reader::new().max_bytes(2 * CLEAN.len());
        let used = measure(|| {
            for event in reader.events::<FineTuningJob, _>(stream.as_bytes()) {
                drop(event);
            }
        });
        used.bytes_max
    };
    let whole = format!("event: job\nid: 7\ndata: {CLEAN}\n\n");
    // In lines of one byte, in one line that is too long, in lines that are too much together; and what is no data.
    let in_pieces = CLEAN.chars().map(|c| format!("data:{c}\n"));
    let in_pieces = in_pieces.collect::<String>() + "\n";
    let long_line = format!("data: {}\n\n", CLEAN.repeat(50));
    let long_event = format!("data: {CLEAN}\n").repeat(50) + "\n";
    let no_data = format!(": {0}\nother: {0}\nevent: {0}\nid: {0}\n", "x".repeat(200));
    for event in [whole, in_pieces, long_line, long_event, no_data] {
        let (few, many) = (at_once(&event, 3), at_once(&event, 100));
        assert!(many <= 8 * CLEAN.len() as u64, "{many} for {event:.40}");
        assert!(many <= few + 64, "{few} and then {many} for {event:.40}");
    }
}

/// Each variant is tried to its end, at each level.
#[derive(Debug, ApiObject)]
#[api(untagged)]
enum Nested {
    Here(Vec<Nested>),
    There(Vec<Nested>),
    Number(u8),
}

#[test]
fn what_speaks_against_variants_takes_little_memory_at_each_level() {
    let lists = |width: usize, levels: usize| {
        (0..levels).fold("true".to_owned(), |inner, _| {
            format!("[{}]", vec![inner; width].join(","))
        })
    };
    for (width, levels) in [(1, 100), (2, 8), (16, 3), (40, 2)] {
        let text = lists(width, levels);
        let used = measure(|| {
            let error = api_object::from_str::<Nested>(&text).unwrap_err();
            drop(error.to_string());
        });
        // What is told of 64 places, each in a few hundred bytes.
        let most = 64 * 20_000 + 100 * text.len() as u64;
        assert!(
            used.bytes_max <= most,
            "{width} {levels}: {} of {}",
            used.bytes_max,
            text.len()
        );
    }
}
