//! Imported documents, compiled with every warning an error, and the samples that their types read and write.

#[path = "compiled/features.rs"]
mod features;
#[path = "compiled/imported.rs"]
mod imported;
#[path = "compiled/inferred.rs"]
mod inferred;
#[path = "compiled/judged.rs"]
mod judged;
#[path = "compiled/vendors.rs"]
mod vendors;
