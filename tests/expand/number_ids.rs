//! Ids that are whole numbers: derived, and made by fields.

use api_object::ApiObject;

/// Names a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ApiObject)]
#[api(id)]
pub struct LabelId(i32);

/// An issue of a repository.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Issue {
    /// Names the issue.
    #[api(id(u64), immutable)]
    id: IssueId,
    #[api(id(u32))]
    milestone: Option<MilestoneId>,
    labels: Vec<LabelId>,
}
