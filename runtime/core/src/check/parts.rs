//! Objects that another one flattens: their rules know the places of their own members only.

use super::Site;

impl<'a> Site<'a> {
    /// The same object, or the one inside it that declares the member at this place.
    pub(super) fn declaring(&self, place: usize) -> Site<'a> {
        let mut site = self.clone();
        while let Some((part, _)) = site.declared.part_at(place - site.start)
            && let Some(part) = site.part(part)
        {
            site = part;
        }
        site
    }

    /// The objects that this one flattens.
    pub(super) fn parts(&self) -> impl Iterator<Item = Site<'a>> {
        (0..self.declared.parts.len()).filter_map(|number| self.part(number))
    }

    fn part(&self, number: usize) -> Option<Site<'a>> {
        Some(Site {
            object: self.object.special()?.part(number)?,
            declared: self.declared.parts.get(number)?,
            start: self.start + self.declared.part_start(number),
            ..*self
        })
    }
}
