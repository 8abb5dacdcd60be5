//! One machine of several: [`Shard::parse`] reads which one it is, [`Shard::holds`] says which venues it makes.

use std::fmt;

/// Machines among which a register can be divided, at most. AWS Batch's arrays end there too
/// (<https://docs.aws.amazon.com/batch/latest/userguide/array_jobs.html>); Slurm's end at 1,000 unless its administrator says more.
pub const MOST_SHARDS: u32 = 10_000;

/// The `index`th of `of` machines, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shard {
    index: u32,
    of: u32,
}

/// Why a shard cannot be told. Variables are those of the environment; values are as they were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShardError {
    /// Neither `I/N` nor `auto/N`.
    Shape {
        /// What was typed.
        text: String,
    },
    /// `N` is 0 or more than [`MOST_SHARDS`].
    Count {
        /// `N`.
        of: u32,
    },
    /// `I` is 0 or more than `N`.
    Index {
        /// `I`.
        index: u32,
        /// `N`.
        of: u32,
    },
    /// `auto/N`, but no engine gave an index.
    NoEngine,
    /// A variable holds no whole number, or one that is needed is not set (its value is then empty).
    Variable {
        /// Its name.
        variable: &'static str,
        /// What it holds.
        value: String,
    },
    /// The index of an engine lies outside of the `N` machines.
    Outside {
        /// The variable with the index.
        variable: &'static str,
        /// What it holds.
        value: String,
        /// `N`.
        of: u32,
    },
    /// The engine runs another number of machines than `N`.
    OtherCount {
        /// The variable with the number.
        variable: &'static str,
        /// What it holds.
        count: u32,
        /// `N`.
        of: u32,
    },
    /// Two engines, one inside the other, each give an index, and not the same.
    Disagree {
        /// The variable of the one, and the shard that follows from it.
        first: (&'static str, Shard),
        /// The variable of the other, and the shard that follows from it.
        second: (&'static str, Shard),
    },
}

/// How even the shares of all machines are, in venues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    /// Venues of this machine.
    pub own: usize,
    /// Venues of the machine that has fewest.
    pub smallest: usize,
    /// Venues of the machine that has most: it ends last.
    pub largest: usize,
    /// Venues of all.
    pub all: usize,
}

/// What gives a variable of the environment; the model reads none itself.
pub type Environment<'a> = &'a dyn Fn(&str) -> Option<String>;

impl Shard {
    /// Reads `2/4`, the second of four machines, or `auto/4`, where the engine that started them says which one this is.
    ///
    /// # Errors
    ///
    /// All of [`ShardError`]. A shard that cannot be told for sure is never guessed: two machines that made the same venues would
    /// only be noticed at the end.
    pub fn parse(text: &str, environment: Environment) -> Result<Shard, ShardError> {
        let shape = || ShardError::Shape { text: text.to_owned() };
        let (index, of) = text.split_once('/').ok_or_else(shape)?;
        let of = number(of).ok_or_else(shape)?;
        if index == "auto" {
            return Shard::new(1, of).and_then(|_| Shard::of_engine(of, environment));
        }
        Shard::new(number(index).ok_or_else(shape)?, of)
    }

    /// The `index`th of `of` machines, counted from 1.
    ///
    /// # Errors
    ///
    /// [`ShardError::Count`] and [`ShardError::Index`].
    pub fn new(index: u32, of: u32) -> Result<Shard, ShardError> {
        if !(1..=MOST_SHARDS).contains(&of) {
            return Err(ShardError::Count { of });
        }
        if !(1..=of).contains(&index) {
            return Err(ShardError::Index { index, of });
        }
        Ok(Shard { index, of })
    }

    /// Which one it is, from 1.
    pub fn index(self) -> u32 {
        self.index
    }

    /// How many there are.
    pub fn of(self) -> u32 {
        self.of
    }

    /// Whether the venue with this id is made here. Each id is held by exactly one of the `of` shards, whatever else is in the
    /// register: a venue that is added or goes away moves no other.
    pub fn holds(self, id: &str) -> bool {
        index_of(id, self.of) == self.index
    }

    /// How many of these venues each machine gets.
    pub fn balance<'a>(self, ids: impl IntoIterator<Item = &'a str>) -> Balance {
        let mut shares = vec![0_usize; self.of as usize];
        for id in ids {
            shares[index_of(id, self.of) as usize - 1] += 1;
        }
        Balance {
            own: shares[self.index as usize - 1],
            smallest: shares.iter().copied().min().unwrap_or(0),
            largest: shares.iter().copied().max().unwrap_or(0),
            all: shares.iter().sum(),
        }
    }

    fn of_engine(of: u32, environment: Environment) -> Result<Shard, ShardError> {
        let mut found: Option<(&'static str, Shard)> = None;
        for engine in &ENGINES {
            let Some(shard) = engine.shard(of, environment)? else { continue };
            match found {
                None => found = Some((engine.index, shard)),
                Some(first) if first.1 != shard => {
                    return Err(ShardError::Disagree { first, second: (engine.index, shard) });
                }
                Some(_) => {}
            }
        }
        found.map(|(_, shard)| shard).ok_or(ShardError::NoEngine)
    }
}

impl Balance {
    /// How much more than an equal share the fullest machine has, in percent: so much longer the whole takes.
    pub fn excess_percent(self, of: u32) -> f64 {
        let equal = self.all as f64 / f64::from(of);
        if self.all == 0 { 0.0 } else { (self.largest as f64 / equal - 1.0) * 100.0 }
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}/{}", self.index, self.of)
    }
}

/// The machine of an id, from 1: the first 8 bytes of the BLAKE3 of the id, most significant first, as a fraction of 2^64, times `of`.
///
/// The multiplication takes the high bits of the hash, so that a machine has one range of all hashes, and with twice as many
/// machines each of these ranges is cut in two: what `1/2` held is what `1/4` and `2/4` hold. A remainder would deal all anew.
fn index_of(id: &str, of: u32) -> u32 {
    let hash = blake3::hash(id.as_bytes());
    let first = hash.as_bytes().iter().take(8).fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
    // less than `of`, so nothing is cut off
    ((u128::from(first) * u128::from(of)) >> 64) as u32 + 1
}

/// Digits only: `u32::from_str` would take `+4` too.
fn number(text: &str) -> Option<u32> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// What starts the same command on many machines, and the variables in which it tells each which one it is.
struct Engine {
    index: &'static str,
    /// Where it says how many there are.
    count: Option<&'static str>,
    counts_from: CountsFrom,
}

enum CountsFrom {
    Zero,
    One,
    /// Slurm counts as its user does: `--array=0-3` or `--array=1-4`, or `1-7:2`.
    Lowest {
        lowest: &'static str,
        step: &'static str,
    },
}

/// In this order, the first one that is set is named in messages.
///
/// - Kubernetes, Indexed Job: <https://kubernetes.io/docs/concepts/workloads/controllers/job/>; it does not say how many.
/// - Slurm: <https://slurm.schedmd.com/job_array.html>.
/// - AWS Batch: <https://docs.aws.amazon.com/batch/latest/userguide/job_env_vars.html>.
/// - Cloud Run jobs: <https://cloud.google.com/run/docs/container-contract>.
/// - GitLab: <https://docs.gitlab.com/ci/variables/predefined_variables/>. `CI_NODE_TOTAL` is 1 in jobs without `parallel:`, which
///   have no `CI_NODE_INDEX`: a count is read only beside an index.
const ENGINES: [Engine; 5] = [
    Engine { index: "JOB_COMPLETION_INDEX", count: None, counts_from: CountsFrom::Zero },
    Engine {
        index: "SLURM_ARRAY_TASK_ID",
        count: Some("SLURM_ARRAY_TASK_COUNT"),
        counts_from: CountsFrom::Lowest { lowest: "SLURM_ARRAY_TASK_MIN", step: "SLURM_ARRAY_TASK_STEP" },
    },
    Engine {
        index: "AWS_BATCH_JOB_ARRAY_INDEX",
        count: Some("AWS_BATCH_JOB_ARRAY_SIZE"),
        counts_from: CountsFrom::Zero,
    },
    Engine { index: "CLOUD_RUN_TASK_INDEX", count: Some("CLOUD_RUN_TASK_COUNT"), counts_from: CountsFrom::Zero },
    Engine { index: "CI_NODE_INDEX", count: Some("CI_NODE_TOTAL"), counts_from: CountsFrom::One },
];

impl Engine {
    /// The shard that this engine tells, if it is the one that runs.
    fn shard(&self, of: u32, environment: Environment) -> Result<Option<Shard>, ShardError> {
        let Some(told) = whole(self.index, environment)? else { return Ok(None) };
        if let Some(variable) = self.count
            && let Some(count) = whole(variable, environment)?
            && count != of
        {
            return Err(ShardError::OtherCount { variable, count, of });
        }
        let index = match self.counts_from {
            CountsFrom::Zero => told.checked_add(1),
            CountsFrom::One => Some(told),
            CountsFrom::Lowest { lowest, step } => {
                let missing = || ShardError::Variable { variable: lowest, value: String::new() };
                let lowest = whole(lowest, environment)?.ok_or_else(missing)?;
                let step = whole(step, environment)?.unwrap_or(1);
                from_lowest(told, lowest, step)
            }
        };
        let outside = || ShardError::Outside { variable: self.index, value: told.to_string(), of };
        let shard = index.and_then(|index| Shard::new(index, of).ok()).ok_or_else(outside)?;
        Ok(Some(shard))
    }
}

/// The place of a number among `lowest`, `lowest + step`… from 1, if it is one of them.
fn from_lowest(told: u32, lowest: u32, step: u32) -> Option<u32> {
    let above = told.checked_sub(lowest)?;
    if above.checked_rem(step)? == 0 { (above / step).checked_add(1) } else { None }
}

/// A whole number in a variable; one that is empty is not set.
fn whole(variable: &'static str, environment: Environment) -> Result<Option<u32>, ShardError> {
    let Some(value) = environment(variable).filter(|value| !value.is_empty()) else { return Ok(None) };
    number(&value).map(Some).ok_or(ShardError::Variable { variable, value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str, variables: &[(&str, &str)]) -> Result<Shard, ShardError> {
        Shard::parse(text, &|name| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    fn shown(text: &str, variables: &[(&str, &str)]) -> String {
        parsed(text, variables).map_or_else(|error| format!("{error:?}"), |shard| shard.to_string())
    }

    /// An array of Slurm: number of the task, lowest, step, how many.
    fn slurm(
        id: &'static str,
        lowest: &'static str,
        step: &'static str,
        count: &'static str,
    ) -> [(&'static str, &'static str); 4] {
        [
            ("SLURM_ARRAY_TASK_ID", id),
            ("SLURM_ARRAY_TASK_MIN", lowest),
            ("SLURM_ARRAY_TASK_STEP", step),
            ("SLURM_ARRAY_TASK_COUNT", count),
        ]
    }

    #[test]
    fn shards_are_counted_from_one() {
        assert_eq!(shown("1/1", &[]), "1/1");
        assert_eq!(shown("4/4", &[]), "4/4");
        assert_eq!(shown("10000/10000", &[]), "10000/10000");
        assert_eq!(parsed("0/4", &[]), Err(ShardError::Index { index: 0, of: 4 }));
        assert_eq!(parsed("5/4", &[]), Err(ShardError::Index { index: 5, of: 4 }));
        assert_eq!(parsed("1/0", &[]), Err(ShardError::Count { of: 0 }));
        assert_eq!(parsed("1/10001", &[]), Err(ShardError::Count { of: 10_001 }));
        assert_eq!(parsed("auto/0", &[("CI_NODE_INDEX", "1")]), Err(ShardError::Count { of: 0 }));
    }

    #[test]
    fn anything_else_is_no_shard() {
        for text in [
            "",
            "/",
            "4",
            "1/",
            "/4",
            "+1/4",
            "-1/4",
            "1/4/4",
            "1 / 4",
            "automatic/4",
            "AUTO/4",
            "1/99999999999",
            "１/4",
        ] {
            assert_eq!(parsed(text, &[("CI_NODE_INDEX", "1")]), Err(ShardError::Shape { text: text.to_owned() }));
        }
    }

    #[test]
    fn kubernetes_counts_from_zero_and_gitlab_from_one() {
        for (at, from_zero, from_one) in [(1, "0", "1"), (4, "3", "4")] {
            let wanted = format!("{at}/4");
            for variable in ["JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX", "CLOUD_RUN_TASK_INDEX"] {
                assert_eq!(shown("auto/4", &[(variable, from_zero)]), wanted, "{variable}");
            }
            assert_eq!(shown("auto/4", &[("CI_NODE_INDEX", from_one), ("CI_NODE_TOTAL", "4")]), wanted);
        }
        let outside = |variable, value: &str| Err(ShardError::Outside { variable, value: value.to_owned(), of: 4 });
        assert_eq!(parsed("auto/4", &[("CI_NODE_INDEX", "0")]), outside("CI_NODE_INDEX", "0"));
        assert_eq!(parsed("auto/4", &[("JOB_COMPLETION_INDEX", "4")]), outside("JOB_COMPLETION_INDEX", "4"));
        let largest = u32::MAX.to_string();
        assert_eq!(parsed("auto/4", &[("JOB_COMPLETION_INDEX", &largest)]), outside("JOB_COMPLETION_INDEX", &largest));
    }

    #[test]
    fn slurm_counts_as_its_array_does() {
        assert_eq!(shown("auto/4", &slurm("0", "0", "1", "4")), "1/4");
        assert_eq!(shown("auto/4", &slurm("3", "0", "1", "4")), "4/4");
        assert_eq!(shown("auto/4", &slurm("1", "1", "1", "4")), "1/4");
        assert_eq!(shown("auto/4", &slurm("4", "1", "1", "4")), "4/4");
        assert_eq!(shown("auto/4", &slurm("7", "1", "2", "4")), "4/4");
        let outside =
            |value: &str| Err(ShardError::Outside { variable: "SLURM_ARRAY_TASK_ID", value: value.to_owned(), of: 4 });
        assert_eq!(parsed("auto/4", &slurm("2", "1", "2", "4")), outside("2"));
        assert_eq!(parsed("auto/4", &slurm("7", "0", "1", "4")), outside("7"));
        assert_eq!(parsed("auto/4", &slurm("2", "2", "0", "4")), outside("2"));
        let missing = ShardError::Variable { variable: "SLURM_ARRAY_TASK_MIN", value: String::new() };
        assert_eq!(parsed("auto/4", &[("SLURM_ARRAY_TASK_ID", "2")]), Err(missing));
    }

    /// The array of one task that runs a failed shard again: which of the four it is cannot be told.
    #[test]
    fn a_part_of_an_array_is_refused() {
        let error = ShardError::OtherCount { variable: "SLURM_ARRAY_TASK_COUNT", count: 1, of: 4 };
        assert_eq!(parsed("auto/4", &slurm("2", "2", "1", "1")), Err(error));
    }

    #[test]
    fn another_count_than_that_of_the_engine_is_refused() {
        for (index, variable) in [
            ("AWS_BATCH_JOB_ARRAY_INDEX", "AWS_BATCH_JOB_ARRAY_SIZE"),
            ("CLOUD_RUN_TASK_INDEX", "CLOUD_RUN_TASK_COUNT"),
            ("CI_NODE_INDEX", "CI_NODE_TOTAL"),
        ] {
            assert_eq!(
                shown("auto/8", &[(index, "1"), (variable, "8")]).split('/').next_back(),
                Some("8"),
                "{variable}"
            );
            let error = ShardError::OtherCount { variable, count: 4, of: 8 };
            assert_eq!(parsed("auto/8", &[(index, "1"), (variable, "4")]), Err(error));
        }
    }

    #[test]
    fn no_engine_and_no_number_are_said() {
        assert_eq!(parsed("auto/4", &[]), Err(ShardError::NoEngine));
        assert_eq!(parsed("auto/4", &[("CI_NODE_TOTAL", "1"), ("SLURM_ARRAY_TASK_ID", "")]), Err(ShardError::NoEngine));
        let error = ShardError::Variable { variable: "CI_NODE_INDEX", value: "one".to_owned() };
        assert_eq!(parsed("auto/4", &[("CI_NODE_INDEX", "one")]), Err(error));
    }

    #[test]
    fn engines_inside_each_other_have_to_agree() {
        assert_eq!(shown("auto/4", &[("JOB_COMPLETION_INDEX", "1"), ("CI_NODE_INDEX", "2")]), "2/4");
        let of = |index| Shard { index, of: 4 };
        let error = ShardError::Disagree { first: ("JOB_COMPLETION_INDEX", of(3)), second: ("CI_NODE_INDEX", of(2)) };
        assert_eq!(parsed("auto/4", &[("JOB_COMPLETION_INDEX", "2"), ("CI_NODE_INDEX", "2")]), Err(error));
    }

    /// Ids as registers have them, with departments as folders.
    fn ids() -> Vec<String> {
        (0..20_000).map(|at| format!("{:02}/mediatheque-des-tilleuls-{at}", at % 96)).collect()
    }

    #[test]
    fn every_id_is_in_exactly_one_shard() {
        for of in [1, 2, 3, 4, 7, 64, 1000] {
            let shards: Vec<Shard> = (1..=of).map(|index| Shard { index, of }).collect();
            for id in ids().iter().step_by(37).map(String::as_str).chain(["", "é", "a/b/c"]) {
                let holding = shards.iter().filter(|shard| shard.holds(id)).count();
                assert_eq!(holding, 1, "{id} of {of}");
            }
        }
    }

    #[test]
    fn twice_as_many_machines_cut_each_share_in_two() {
        let (half, quarters) = (Shard { index: 1, of: 2 }, [Shard { index: 1, of: 4 }, Shard { index: 2, of: 4 }]);
        assert!(ids().iter().all(|id| half.holds(id) == quarters.iter().any(|quarter| quarter.holds(id))));
    }

    /// Ids stay on their machine from one version of the program to the next: these were computed with Python's blake3.
    #[test]
    fn shares_are_the_same_for_ever() {
        assert_eq!(
            ["13/marseille-1", "mediatheque-des-tanneurs", "", "é"].map(|id| index_of(id, 10_000)),
            [8161, 2324, 6839, 2767]
        );
    }

    /// As even as chance is: within 4 standard deviations of an equal share.
    #[test]
    fn shares_are_nearly_even() {
        let ids = ids();
        for (of, most_percent) in [(4, 4.9), (64, 22.5)] {
            let balance = Shard { index: 1, of }.balance(ids.iter().map(String::as_str));
            assert_eq!(balance.all, 20_000);
            assert!(balance.smallest <= balance.own && balance.own <= balance.largest);
            let excess = balance.excess_percent(of);
            assert!(excess > 0.0 && excess < most_percent, "{of}: {balance:?} {excess}");
        }
        assert_eq!(Shard { index: 2, of: 4 }.balance([]).excess_percent(4), 0.0);
    }
}
