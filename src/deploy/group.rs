//! The groups of machines with the pictures that were made for them: [`groups`], and the copies of these: [`pictures`].

use super::{PackFile, Source};
use crate::manifest::Entry;
use crate::model::{Lang, Medium, Pack, Post, Rotation};

/// A group of machines, and what it shows.
#[derive(Debug, Clone)]
pub struct Group<'a> {
    /// The group as the venue describes it.
    pub post: &'a Post,
    /// The pack its machines take.
    pub pack: Pack,
    /// Its pictures by language, the one that is installed first in front.
    pub languages: Vec<(&'a Lang, Pictures<'a>)>,
}

/// The pictures of a group in a language.
#[derive(Debug, Clone, Default)]
pub struct Pictures<'a> {
    /// The desktop; the first of a set.
    pub desktop: Option<&'a Entry>,
    /// The screen before somebody signs in.
    pub lock: Option<&'a Entry>,
    /// A set that takes turns, in its order; empty without one.
    pub set: Vec<&'a Entry>,
}

impl Pictures<'_> {
    fn is_empty(&self) -> bool {
        self.desktop.is_none() && self.lock.is_none()
    }
}

impl<'a> Group<'a> {
    /// The rotation, where there is a set.
    pub fn rotation(&self) -> Option<Rotation> {
        self.post.rotation.filter(|_| self.languages.iter().any(|(_, pictures)| !pictures.set.is_empty()))
    }

    /// How many pictures a set has in every language.
    pub fn set_size(&self) -> usize {
        self.languages.iter().map(|(_, pictures)| pictures.set.len()).min().unwrap_or_default()
    }

    /// Whether its machines show a picture on their desktop.
    pub fn has_desktop(&self) -> bool {
        self.languages.iter().any(|(_, pictures)| pictures.desktop.is_some())
    }

    /// Whether its machines show one before somebody signs in.
    pub fn has_lock(&self) -> bool {
        self.languages.iter().any(|(_, pictures)| pictures.lock.is_some())
    }

    /// `pictures/salle/fr`: where the pictures of a language are.
    pub fn folder(&self, lang: &Lang) -> String {
        format!("pictures/{}/{lang}", self.post.id)
    }
}

/// The groups of a venue that have pictures, in the order of their names.
pub(super) fn groups<'a>(source: &Source<'a>) -> Vec<Group<'a>> {
    let groups = source.venue.posts.iter().map(|post| {
        let languages = post.languages.iter().map(|lang| (lang, of_lang(source.entries, post, lang)));
        let languages = languages.filter(|(_, pictures)| !pictures.is_empty()).collect();
        Group { post, pack: Pack::of(post.system), languages }
    });
    groups.filter(|group| !group.languages.is_empty()).collect()
}

fn of_lang<'a>(entries: &[&'a Entry], post: &Post, lang: &Lang) -> Pictures<'a> {
    let mut found: Vec<&Entry> = entries
        .iter()
        .copied()
        .filter(|entry| {
            entry.is_picture_of(&post.id, Pack::of(post.system).picture()) && entry.lang.as_deref() == Some(lang.code())
        })
        .collect();
    found.sort_by_key(|entry| (entry.part, entry.path.as_str()));
    let of = |medium: Medium| found.iter().copied().filter(move |entry| entry.medium.as_deref() == Some(medium.name()));
    let turns = |entry: &&Entry| entry.part.is_some() == post.rotation.is_some();
    let set = of(Medium::Wallpaper).filter(|entry| entry.part.is_some() && post.rotation.is_some()).collect();
    Pictures { desktop: of(Medium::Wallpaper).find(turns), lock: of(Medium::LockScreen).next(), set }
}

/// `pictures/`: copies, and their checksums.
pub(super) fn pictures(groups: &[Group<'_>]) -> Vec<PackFile> {
    let mut copies: Vec<(String, &Entry)> = Vec::new();
    for group in groups {
        for (lang, pictures) in &group.languages {
            let (folder, picture) = (group.folder(lang), group.pack.picture());
            copies.extend(pictures.desktop.map(|entry| (format!("{folder}/desktop.{picture}"), entry)));
            copies.extend(pictures.lock.map(|entry| (format!("{folder}/lock.{picture}"), entry)));
            let numbered = pictures.set.iter().enumerate();
            copies.extend(numbered.map(|(at, entry)| (format!("{folder}/set/{:02}.{picture}", at + 1), *entry)));
        }
    }
    copies.sort_by(|a, b| a.0.cmp(&b.0));
    let sum = |(path, entry): &(String, &Entry)| {
        let path = path.strip_prefix("pictures/").unwrap_or(path);
        entry.sha256.as_ref().map(|sum| format!("{sum}  {path}\n"))
    };
    let sums: String = copies.iter().filter_map(sum).collect();
    let mut files: Vec<PackFile> = copies.into_iter().map(|(path, entry)| PackFile::same_as(path, entry)).collect();
    files.push(PackFile::new("pictures/SHA256SUMS", sums));
    files
}
