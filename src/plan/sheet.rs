//! The words of a sheet by medium: what Typst, Tera and plain text all draw from. [`Sheet::plain`] says it all in lines.

use serde::Serialize;

use super::turns::{Turn, turns};
use crate::diag::Place;
use crate::model::{Block, Chord, ContactKind, Field};

/// The words of a sheet.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Sheet {
    /// The checklist.
    Checklist(Checklist),
    /// One tip.
    OneTip(OneTip),
    /// A wallpaper, or the picture of a locked screen.
    Wallpaper(Wallpaper),
    /// Slides.
    Signage(Signage),
    /// The booklet.
    Booklet(Booklet),
    /// The easy-read sheet.
    EasyRead(EasyRead),
    /// A card for staff.
    StaffCard(StaffCard),
    /// A mandate or house rules.
    Document(DocumentSheet),
}

/// A tip as a sheet shows it.
#[derive(Debug, Clone, Serialize)]
pub struct SheetTip {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The poster line, plain.
    pub action: String,
    /// The support line.
    pub support: String,
    /// Its pictogram.
    pub pictogram: String,
    /// Why and how.
    pub body: Vec<Block>,
    /// Keys of its shortcut at this venue.
    pub keys: Vec<Chord>,
    /// Whether its words are a machine's.
    pub machine: bool,
}

/// The checklist poster.
#[derive(Debug, Clone, Serialize)]
pub struct Checklist {
    /// Lines of the title.
    pub title: [String; 2],
    /// Pictogram beside the title.
    pub hero: String,
    /// Steps.
    pub steps: Vec<SheetTip>,
    /// The line of help.
    pub help: String,
}

/// The one-tip poster.
#[derive(Debug, Clone, Serialize)]
pub struct OneTip {
    /// The tip.
    pub tip: SheetTip,
    /// Number of dots drawn instead of the pictogram.
    pub dots: Option<u8>,
}

/// A wallpaper.
#[derive(Debug, Clone, Serialize)]
pub struct Wallpaper {
    /// Lines of the headline; empty where the one tip is the headline.
    pub title: [String; 2],
    /// One to three tips.
    pub tips: Vec<SheetTip>,
    /// The line of help; empty on a locked screen.
    pub help: String,
}

/// Slides that follow each other, a tip on each.
#[derive(Debug, Clone, Serialize)]
pub struct Signage {
    /// The tips.
    pub tips: Vec<SheetTip>,
    /// The line of help, on every slide.
    pub help: String,
    /// How long each of them stays.
    pub turns: Vec<Turn>,
    /// Seconds of all turns.
    pub seconds: u32,
}

/// The welcome booklet.
#[derive(Debug, Clone, Serialize)]
pub struct Booklet {
    /// Chapters in the order of a visit.
    pub chapters: Vec<Chapter>,
    /// What staff may and may not do.
    pub help: Option<Help>,
    /// Whom to ask.
    pub contacts: Vec<BookletContact>,
}

/// A chapter of the booklet.
#[derive(Debug, Clone, Serialize)]
pub struct Chapter {
    /// Name of the moment in content files.
    pub moment: &'static str,
    /// Name of the moment for readers.
    pub name: String,
    /// A short sentence.
    pub lead: String,
    /// Its tips.
    pub tips: Vec<SheetTip>,
}

/// What staff may and may not do.
#[derive(Debug, Clone, Serialize)]
pub struct Help {
    /// Title.
    pub title: String,
    /// Two sections.
    pub sections: Vec<SheetSection>,
}

/// A part of a document.
#[derive(Debug, Clone, Serialize)]
pub struct SheetSection {
    /// Its heading.
    pub title: String,
    /// Its pictogram.
    pub pictogram: Option<String>,
    /// Its text.
    pub body: Vec<Block>,
    /// Its blanks.
    pub fields: Vec<Field>,
}

/// A way to reach help, large.
#[derive(Debug, Clone, Serialize)]
pub struct BookletContact {
    /// What it is.
    pub kind: ContactKind,
    /// Its pictogram.
    pub pictogram: String,
    /// What it is for.
    pub label: String,
    /// The number, address or name.
    pub value: String,
    /// A line under it.
    pub note: Option<String>,
    /// Where the value was written; nothing for words of the layout.
    #[serde(skip)]
    pub place: Option<Place>,
}

/// The easy-read sheet.
#[derive(Debug, Clone, Serialize)]
pub struct EasyRead {
    /// Sections in the order of a visit.
    pub sections: Vec<EasySection>,
    /// Heading of the list of hard words.
    pub words_title: String,
    /// Every hard word of the sheet with its explanation; in two languages, those of both.
    pub hard_words: Vec<HardWord>,
    /// Who read it over, of the people concerned.
    pub review: Option<EasyReview>,
}

/// A hard word in the list at the end of the easy-read sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HardWord {
    /// Its id.
    pub id: String,
    /// The word; empty where the language beside it explains a word that this one has not.
    pub term: String,
    /// What it means, one or two sentences.
    pub meaning: Vec<String>,
    /// Its pictogram.
    pub pictogram: Option<String>,
}

/// A reading by people concerned, who agreed to be named.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EasyReview {
    /// Their names, as they want them printed.
    pub names: Vec<String>,
    /// The day of the reading, in words.
    pub date_text: String,
}

/// A section of the easy-read sheet.
#[derive(Debug, Clone, Serialize)]
pub struct EasySection {
    /// Name of the moment in content files.
    pub moment: &'static str,
    /// Its heading.
    pub title: String,
    /// Its ideas.
    pub ideas: Vec<SheetIdea>,
}

/// One idea: one picture, one to three sentences.
#[derive(Debug, Clone, Serialize)]
pub struct SheetIdea {
    /// Its pictogram.
    pub pictogram: String,
    /// Its sentences.
    pub sentences: Vec<String>,
    /// Whether each of them explains a word of the one before, and stays with it.
    pub follows: Vec<bool>,
    /// Keys to show after them.
    pub keys: Vec<Chord>,
}

/// A card for staff.
#[derive(Debug, Clone, Serialize)]
pub struct StaffCard {
    /// A short sentence.
    pub lead: String,
    /// Groups of tips, the situation of the card first.
    pub groups: Vec<StaffGroup>,
}

/// Tips of one situation.
#[derive(Debug, Clone, Serialize)]
pub struct StaffGroup {
    /// Name of the situation in content files.
    pub situation: &'static str,
    /// Its heading.
    pub title: String,
    /// Its tips.
    pub tips: Vec<SheetTip>,
}

/// A mandate or house rules.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentSheet {
    /// The document.
    pub document: DocumentWords,
}

/// The words of a document.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentWords {
    /// Its title.
    pub title: String,
    /// A line under it.
    pub subtitle: Option<String>,
    /// Text before the first section.
    pub intro: Vec<Block>,
    /// Its parts.
    pub sections: Vec<SheetSection>,
}

impl Sheet {
    /// Ids of the tips that stand beside each other with their pictograms.
    pub fn steps(&self) -> Vec<&str> {
        match self {
            Sheet::Checklist(checklist) => checklist.steps.iter().map(|tip| tip.id.as_str()).collect(),
            Sheet::Wallpaper(wallpaper) => wallpaper.tips.iter().map(|tip| tip.id.as_str()).collect(),
            Sheet::Signage(signage) => signage.tips.iter().map(|tip| tip.id.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    /// The same words without shortcuts, of media that two languages can share.
    pub fn leave_out_keys(&mut self) {
        match self {
            Sheet::Checklist(sheet) => sheet.steps.iter_mut().for_each(|step| step.keys.clear()),
            Sheet::EasyRead(sheet) => {
                sheet.sections.iter_mut().flat_map(|section| &mut section.ideas).for_each(|idea| idea.keys.clear());
            }
            _ => {}
        }
    }

    /// The easy-read sheet, if it is one.
    pub fn easy_read(&self) -> Option<&EasyRead> {
        match self {
            Sheet::EasyRead(sheet) => Some(sheet),
            _ => None,
        }
    }

    /// Who read an easy-read sheet: new readers make a new version of it, and so does a reading that no longer holds.
    pub fn reviewed_by(&self) -> Option<String> {
        match self {
            Sheet::EasyRead(sheet) => sheet.review.as_ref().map(|review| review.names.join(", ")),
            _ => None,
        }
    }
}

impl Signage {
    /// Slides of these tips, each with its time.
    pub fn new(tips: Vec<SheetTip>, help: String) -> Self {
        let words = |tip: &SheetTip| {
            let mut lines = vec![help.clone()];
            tip.short(&mut lines);
            lines.iter().map(|line| line.split_whitespace().count()).sum()
        };
        let turns = turns(&tips.iter().map(words).collect::<Vec<_>>());
        let seconds = turns.iter().map(|turn| turn.seconds).sum();
        Signage { tips, help, turns, seconds }
    }
}
