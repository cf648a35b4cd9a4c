//! Fits the histories of `write-items.js` with the native optimizer: the reference for `native-fit.fixture.ts`.
//! node tests/native-fit/write-items.js | cargo run --release --manifest-path tests/native-fit/Cargo.toml

use fsrs::{ComputeParametersInput, FSRSItem, FSRSReview, FSRS};
use std::io::{stdin, Read};

fn numbers(line: &str) -> Vec<u32> {
    line.split(' ').map(|each| each.parse().unwrap()).collect()
}

fn items_of(ratings: &[u32], deltas: &[u32], lengths: &[u32]) -> Vec<FSRSItem> {
    let mut start = 0;
    let item = |length: &u32| {
        let end = start + *length as usize;
        let reviews = (start..end)
            .map(|at| FSRSReview { rating: ratings[at], delta_t: deltas[at] })
            .collect();
        start = end;
        FSRSItem { reviews }
    };
    lengths.iter().map(item).collect()
}

fn main() {
    let mut text = String::new();
    stdin().read_to_string(&mut text).unwrap();
    for lines in text.lines().collect::<Vec<_>>().chunks(4) {
        let items = items_of(&numbers(lines[1]), &numbers(lines[2]), &numbers(lines[3]));
        let usual = FSRS::new(Some(&[])).unwrap();
        let input = ComputeParametersInput { train_set: items.clone(), ..Default::default() };
        let weights = usual.compute_parameters(input).unwrap();
        let fitted = FSRS::new(Some(&weights)).unwrap();
        let before = usual.evaluate(items.clone(), |_| true).unwrap();
        let after = fitted.evaluate(items.clone(), |_| true).unwrap();
        println!("{}: {} items", lines[0], items.len());
        println!("  weights: {weights:?}");
        println!("  before: {} {}", before.log_loss, before.rmse_bins);
        println!("  after: {} {}", after.log_loss, after.rmse_bins);
    }
}
