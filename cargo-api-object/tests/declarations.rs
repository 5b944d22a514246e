//! What real documents do, each in a document of its own, and the declarations that come out.

#[path = "declarations/allowed.rs"]
mod allowed;
#[path = "declarations/authors.rs"]
mod authors;
#[path = "declarations/broken.rs"]
mod broken;
#[path = "declarations/damaged.rs"]
mod damaged;
#[path = "declarations/evidence.rs"]
mod evidence;
#[path = "declarations/files.rs"]
mod files;
#[path = "declarations/fixture.rs"]
mod fixture;
#[path = "declarations/habits.rs"]
mod habits;
#[path = "declarations/hostile.rs"]
mod hostile;
#[path = "declarations/ids.rs"]
mod ids;
#[path = "declarations/keywords.rs"]
mod keywords;
#[path = "declarations/kinds.rs"]
mod kinds;
#[path = "declarations/media.rs"]
mod media;
#[path = "declarations/nothing.rs"]
mod nothing;
#[path = "declarations/order.rs"]
mod order;
#[path = "declarations/pages.rs"]
mod pages;
#[path = "declarations/receipts.rs"]
mod receipts;
#[path = "declarations/reviewed.rs"]
mod reviewed;
#[path = "declarations/spellings.rs"]
mod spellings;
#[path = "declarations/structure.rs"]
mod structure;
#[path = "declarations/told.rs"]
mod told;
