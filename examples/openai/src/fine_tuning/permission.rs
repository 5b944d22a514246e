//! Who may use a checkpoint.

use api_object::{ApiObject, Extra, UnixSeconds};

use crate::ids::{PermissionId, ProjectId};

/// The permission of a project to use a checkpoint.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "checkpoint.permission")]
pub struct CheckpointPermission {
    /// Names the permission.
    #[api(immutable)]
    id: PermissionId,
    /// When it was given.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// To which project.
    #[api(immutable)]
    project_id: ProjectId,
    #[api(extra)]
    extra: Extra,
}
