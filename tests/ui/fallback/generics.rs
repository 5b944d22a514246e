use std::borrow::Cow;
use std::fmt::Debug;

use api_object::{ApiObject, Described, Fill, Node};

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Page<'a, T: Debug = u8, const N: usize = 4>
where
    T: Clone,
{
    #[api(optional = true)]
    name: Option<Cow<'a, str>>,
    data: Vec<T>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub enum Words<'de, T> {
    One(T),
    Two(&'de str),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub enum Either<T> {
    Left,
    Right(T),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Job<'a> {
    page: Page<'a, String>,
    words: Option<Words<'a, String>>,
    sound: Sound<'a>,
    either: Either<u8>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Sound<'de> {
    name: &'de str,
}

fn read<'de, T: Fill<'de> + Described + Debug + Clone>(json: &'de str) -> usize
where
    Page<'de, T>: Node,
{
    api_object::from_str::<Page<T>>(json).map_or(0, |page| page.data().len())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let job = api_object::from_str::<Job>("{}")?.strict()?;
    println!("{:?} {}", job.page().name(), read::<u64>("{}"));
    println!("{:?}", job.either());
    Ok(())
}
