//! Which of the policy's windows the name of a meeting means.

use super::fold::key;
use crate::model::id::LevelId;
use crate::model::policy::Policy;

/// The window of a name, in either language, at a unit of a level.
pub fn window_of(policy: &Policy, name: &str, level: LevelId) -> Option<usize> {
    let wanted = key(name);
    let is_meant = |window: &crate::model::policy::Window| {
        window.unit == level
            && [&window.name.vi, &window.name.en].iter().any(|own| !own.is_empty() && key(own) == wanted)
    };
    policy.windows.iter().position(is_meant)
}
