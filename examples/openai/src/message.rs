//! Messages of a thread.

mod annotation;
mod content;
mod create;
mod delta;

use api_object::{ApiObject, Extra, Items, UnixSeconds, UnknownValue};

use crate::Metadata;
use crate::ids::{AssistantId, FileId, MessageId, RunId, ThreadId};
use crate::tools::AttachmentTool;

pub use annotation::{Annotation, AnnotationDelta, CitedFile, FileCitation, FilePath};
pub use content::{Content, ImageDetail, ImageFile, ImageUrl, Text};
pub use create::{CreateMessage, MessageContent, SentContent, UpdateMessage};
pub use delta::{
    ContentDelta, ImageFileContentDelta, ImageFileDelta, ImageUrlContentDelta, ImageUrlDelta,
    MessageChange, MessageDelta, RefusalContentDelta, TextContentDelta, TextDelta,
};

/// A message of a thread.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "thread.message")]
pub struct Message {
    /// Names the message.
    #[api(immutable)]
    id: MessageId,
    /// When it was begun.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// The thread that it belongs to.
    #[api(immutable)]
    thread_id: ThreadId,
    /// Whether it is whole.
    #[api(optional, status {
        /// It is being written.
        in_progress => incomplete | completed,
        /// Its writing broke off.
        incomplete,
        /// It is whole.
        completed,
    })]
    status: Option<MessageStatus>,
    /// Why its writing broke off.
    #[api(optional(nullable), only_in(incomplete))]
    incomplete_details: Option<IncompleteDetails>,
    /// When it was whole.
    #[api(optional(nullable), only_in(completed), not_before = created_at)]
    completed_at: Option<UnixSeconds>,
    /// When its writing broke off.
    #[api(optional(nullable), only_in(incomplete), not_before = created_at)]
    incomplete_at: Option<UnixSeconds>,
    /// Who wrote it.
    #[api(immutable)]
    role: Role,
    /// What it says. A piece that cannot be read does not sink the message.
    content: Items<Content>,
    /// The assistant that wrote it.
    assistant_id: Option<AssistantId>,
    /// The run in which it was written.
    run_id: Option<RunId>,
    /// Files that came with it.
    #[api(optional(nullable))]
    attachments: Option<Vec<Attachment>>,
    /// The same, of messages of an earlier time.
    #[api(optional)]
    file_ids: Option<Vec<FileId>>,
    /// What its owner attached.
    metadata: Option<Metadata>,
    #[api(extra)]
    extra: Extra,
}

/// Who wrote a message.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum Role {
    /// A person, or a program in place of one.
    User,
    /// A model.
    Assistant,
    /// Somebody that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// Why the writing of a message broke off.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct IncompleteDetails {
    /// The reason.
    reason: IncompleteReason,
    #[api(extra)]
    extra: Extra,
}

/// Why the writing of a message broke off, in a word.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum IncompleteReason {
    /// It said what may not be said.
    ContentFilter,
    /// It grew too long.
    MaxTokens,
    /// The run was called off.
    RunCancelled,
    /// The run's time was over.
    RunExpired,
    /// The run came to an error.
    RunFailed,
    /// A reason that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// A file that came with a message.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Attachment {
    /// The file.
    #[api(optional)]
    file_id: Option<FileId>,
    /// The tools that may look at it.
    #[api(default)]
    tools: Vec<AttachmentTool>,
    #[api(extra)]
    extra: Extra,
}
