//! Values that are as good as null: `null_like({}, 0)`.
//!
//! A member that comes with such a value is null, for rules and in the typed view. The value is set aside and written
//! back, so that what came is what goes out; but it is no deviation, since the declaration knows of it.

use crate::extra::Aside;
use crate::fault::Why;
use crate::filling::Filling;
use crate::node::close;
use crate::raw::RawJson;
use crate::write;

impl Filling<'_, '_, '_> {
    /// Makes null what is as good as null, now that all has come.
    #[inline(never)]
    pub(crate) fn null_likes(&mut self) {
        let Some(extra) = &mut self.extra else { return };
        let rows = self.object.members.iter().zip(self.fields.iter_mut());
        for (place, (member, field)) in rows.enumerate() {
            if let Some(aside) = extra.aside_mut(place) {
                if member
                    .null_like()
                    .iter()
                    .any(|like| like.reads(aside.raw.as_str()))
                {
                    aside.why = Why::default();
                }
            } else if member
                .null_like()
                .iter()
                .any(|like| like.shows(field.view()))
            {
                let raw = match extra.respelled(place) {
                    Some(respelled) => respelled.raw.clone(),
                    None => write::to_text(field.view()).into(),
                };
                close(&mut **field);
                extra.of(self.object).put_aside(Aside {
                    member: place,
                    raw: RawJson::trusted(raw),
                    why: Why::default(),
                });
            }
        }
    }
}
