//! A sheet in plain words: [`Sheet::plain`].

use super::sheet::{Booklet, EasyRead, Sheet, SheetSection, SheetTip};
use crate::model::{Chord, plain_blocks};

impl Sheet {
    /// Everything the sheet says, a line for each sentence or list item, in reading order.
    pub fn plain(&self) -> Vec<String> {
        let mut lines = Vec::new();
        match self {
            Sheet::Checklist(sheet) => {
                lines.push(sheet.title.join(" "));
                for (number, step) in sheet.steps.iter().enumerate() {
                    lines.push(format!("{}. {}", number + 1, step.action));
                    lines.extend(step.keys.iter().map(Chord::plain));
                }
                lines.push(sheet.help.clone());
            }
            Sheet::OneTip(sheet) => {
                lines.extend([sheet.tip.action.clone(), sheet.tip.support.clone()]);
                lines.extend(sheet.tip.keys.iter().map(Chord::plain));
            }
            Sheet::Wallpaper(sheet) => {
                lines.extend(sheet.title.iter().filter(|line| !line.is_empty()).cloned());
                sheet.tips.iter().for_each(|tip| tip.short(&mut lines));
                lines.extend(Some(&sheet.help).filter(|help| !help.is_empty()).cloned());
            }
            Sheet::Signage(sheet) => {
                for tip in &sheet.tips {
                    tip.short(&mut lines);
                    lines.push(sheet.help.clone());
                }
            }
            Sheet::Booklet(sheet) => sheet.plain(&mut lines),
            Sheet::EasyRead(sheet) => sheet.plain(&mut lines),
            Sheet::StaffCard(sheet) => {
                lines.push(sheet.lead.clone());
                for group in &sheet.groups {
                    lines.push(group.title.clone());
                    group.tips.iter().for_each(|tip| tip.plain(&mut lines));
                }
            }
            Sheet::Document(sheet) => {
                let document = &sheet.document;
                lines.push(document.title.clone());
                lines.extend(document.subtitle.clone());
                lines.push(plain_blocks(&document.intro));
                document.sections.iter().for_each(|section| section.plain(&mut lines));
            }
        }
        lines.retain(|line| !line.trim().is_empty());
        lines
    }
}

impl SheetTip {
    /// Its action, and its keys or else its support line.
    pub(super) fn short(&self, lines: &mut Vec<String>) {
        lines.push(self.action.clone());
        lines.extend(self.keys.iter().map(Chord::plain));
        if self.keys.is_empty() && !self.support.is_empty() {
            lines.push(self.support.clone());
        }
    }

    fn plain(&self, lines: &mut Vec<String>) {
        lines.push(self.action.clone());
        lines.push(plain_blocks(&self.body));
        lines.extend(self.keys.iter().map(Chord::plain));
    }
}

impl EasyRead {
    fn plain(&self, lines: &mut Vec<String>) {
        for section in &self.sections {
            lines.push(section.title.clone());
            for idea in &section.ideas {
                lines.extend(idea.sentences.iter().cloned());
                lines.extend(idea.keys.iter().map(Chord::plain));
            }
        }
        if !self.hard_words.is_empty() {
            lines.push(self.words_title.clone());
        }
        for word in &self.hard_words {
            lines.push(word.term.clone());
            lines.extend(word.meaning.iter().cloned());
        }
    }
}

impl SheetSection {
    fn plain(&self, lines: &mut Vec<String>) {
        lines.push(self.title.clone());
        lines.push(plain_blocks(&self.body));
        for field in &self.fields {
            lines.push(field.label.clone());
            lines.extend(field.hint.clone());
            lines.extend(field.options.iter().cloned());
        }
    }
}

impl Booklet {
    fn plain(&self, lines: &mut Vec<String>) {
        for chapter in &self.chapters {
            lines.extend([chapter.name.clone(), chapter.lead.clone()]);
            chapter.tips.iter().for_each(|tip| tip.plain(lines));
        }
        if let Some(help) = &self.help {
            lines.push(help.title.clone());
            help.sections.iter().for_each(|section| section.plain(lines));
        }
        for contact in &self.contacts {
            lines.extend([contact.label.clone(), contact.value.clone()]);
            lines.extend(contact.note.clone());
        }
    }
}
