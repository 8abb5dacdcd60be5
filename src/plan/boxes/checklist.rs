//! The checklist poster: title, rows of actions with their keys, foot, upright or on its side, in one language or two.
//! [`checklist`] is the way in.

use crate::fit::Measured;
use crate::model::{Mm, Pt};
use crate::plan::legibility::Role;
use crate::plan::sheet::Checklist;
use crate::theme::ChecklistBoxes;

use super::foot::{Foot, FootSizes};
use super::rows::RowsBox;
use super::{DISPLAY, Fitting, Piece, SAFE, Space, Voice, text_box};

/// How much the sheet is tightened, from the theme's figures to the smallest that can be read, until all texts fit.
const TIGHTENING: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];
/// Capitals of actions are looked for at this part of the distance; the floor is lower (design reference, "Size follows
/// distance").
const ACTION_TARGET: f64 = 160.0;
/// What a tighter sheet must gain for its actions.
const WORTH_TIGHTENING: f64 = 1.04;
/// A sheet that is so much wider than high is laid out on its side.
const WIDE: f64 = 1.15;
/// Between two lines of the title.
const TITLE_LEAD: f64 = 0.9;
/// Room over and under the texts of the foot, in `u`, loose and tight.
const FOOT_PAD: (f64, f64) = (2.6, 1.6);
/// What two languages side by side leave between them, in `u`.
const BETWEEN: f64 = 4.0;

/// Where the parts of a checklist stand, in points.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ChecklistGeometry {
    /// Whether it lies on its side.
    pub wide: bool,
    /// Whether the second language stands under the first.
    pub stacked: bool,
    /// Whether keys stand beside the action.
    pub keys_beside: bool,
    /// Margin at the sides of the head.
    pub margin: f64,
    /// Margin at the end of the rows.
    pub end: f64,
    /// From the top of the foot to its first capitals.
    pub notes_top: f64,
    /// Width of the column of pictograms.
    pub column: f64,
    /// Between an action and what is under it.
    pub gap: f64,
    /// Height of the head.
    pub head: f64,
    /// Height of the foot.
    pub foot: f64,
    /// Heights of the rows.
    pub rows: Vec<f64>,
    /// Width of the texts of one language.
    pub text: f64,
    /// Texts of the foot.
    pub notes: Foot,
    /// Side of the QR code; nothing where there is none.
    pub qr: f64,
    /// Width of the logo; nothing where there is none.
    pub logo: f64,
}

/// Fits the checklist poster, and says where its parts stand: as loosely as its actions can be read well, else as tightly as
/// makes them largest.
pub fn checklist(fitting: &mut Fitting<'_>, voices: &[Voice<'_, Checklist>]) -> ChecklistGeometry {
    let target = Mm(fitting.distance.0.0 / ACTION_TARGET);
    let mut best: Option<(Fitting<'_>, ChecklistGeometry, Mm)> = None;
    for tight in TIGHTENING {
        let mut tried = fitting.afresh();
        let geometry = attempt(&mut tried, voices, tight);
        let cap = if tried.refusals.is_empty() { action_cap(&tried) } else { Mm(0.0) };
        if best.as_ref().is_none_or(|(.., known)| cap.0 > WORTH_TIGHTENING * known.0 || known.0 == 0.0) {
            best = Some((tried, geometry, cap));
        }
        if cap >= target {
            break;
        }
    }
    let (fitted, geometry, _) = best.unwrap_or_else(|| unreachable!("there is a first attempt"));
    *fitting = fitted;
    geometry
}

fn action_cap(fitting: &Fitting<'_>) -> Mm {
    fitting
        .caps()
        .filter(|(role, _)| *role == Role::Action)
        .map(|(_, cap)| cap)
        .reduce(|a, b| if b < a { b } else { a })
        .unwrap_or(Mm(0.0))
}

fn attempt(fitting: &mut Fitting<'_>, voices: &[Voice<'_, Checklist>], tight: f64) -> ChecklistGeometry {
    let boxes = fitting.theme.file.boxes.checklist.clone();
    let (width, height) = fitting.size.points();
    let u = width.0.min(height.0) / 100.0;
    let (wide, bilingual) = (width.0 > WIDE * height.0, voices.len() > 1);
    let logo = fitting.venue.logo.as_ref().map_or(0.0, |logo| (13.0 * u).min(5.6 * u * logo.ratio));
    let qr = fitting.qr.map_or(0.0, |qr| qr.least.0.max((boxes.column - 7.0) * u));
    // nothing that matters stands nearer to an edge; a code has modules of nothing around it
    let safe = SAFE.to_pt().0;
    let (margin, end) = ((boxes.margin * u).max(safe), (boxes.end * u).max(safe));
    let around_qr = fitting.qr.map_or(0.0, |code| (safe - code.quiet(Pt(qr)).0).max(0.0));
    let column = (boxes.column * u).max(if qr > 0.0 { qr + 2.0 * around_qr } else { 0.0 });
    let notes_width = width.0 - column - boxes.gutter * u - end;
    let sizes = FootSizes {
        help: Some(boxes.help_max * u),
        name: boxes.name_max * u,
        details: boxes.details_max * u,
        beside: if logo > 0.0 { logo + 3.0 * u } else { 0.0 },
    };
    let help: Vec<_> = voices.iter().map(|voice| (voice, voice.sheet.help.as_str())).collect();
    let notes = fitting.put_foot(&help, sizes, notes_width, tight);
    let between = |(loose, firm): (f64, f64)| (loose + (firm - loose) * tight) * u;
    let pad = between(FOOT_PAD);
    let foot = (boxes.foot * u).max(notes.height + pad + pad.max(safe)).max(if qr > 0.0 {
        qr + 2.0 * around_qr.max(0.8 * u)
    } else {
        0.0
    });
    let notes_top = pad.max((foot - notes.height) / 2.0).min(foot - notes.height - safe);
    let usual = if wide { boxes.head_wide } else { boxes.head };
    let head = between((usual, boxes.head_min.min(usual)));
    title(fitting, voices, &boxes, u, head, margin);

    let stacked = bilingual && !wide;
    let numbers = boxes.number * u * voices.len() as f64;
    let texts = width.0 - column - boxes.gutter * u - numbers - if bilingual { boxes.gutter * u } else { end };
    let text = if bilingual && wide { (texts - BETWEEN * u) / 2.0 } else { texts };
    let keys_beside = wide && !bilingual;
    let room = RowsBox {
        height: height.0 - head - foot,
        width: text,
        keys_width: if keys_beside { 0.55 * text } else { text },
        keys_beside,
        stacked,
        pad: between((boxes.row_pad, 0.45 * boxes.row_pad)),
        gap: between((boxes.key_gap, 0.6 * boxes.key_gap)),
        key_row: boxes.key_row,
        action_max: boxes.action_max * u,
        keys_max: boxes.keys * u,
    };
    let rows = fitting.put_rows(voices, &room);
    ChecklistGeometry {
        wide,
        stacked,
        keys_beside,
        margin,
        end,
        notes_top,
        column,
        gap: room.gap,
        head,
        foot,
        rows,
        text,
        notes,
        qr,
        logo,
    }
}

/// Two lines, of which the first leaves room for the hero, or one: whichever is larger. Two languages stand in halves.
fn title(
    fitting: &mut Fitting<'_>,
    voices: &[Voice<'_, Checklist>],
    boxes: &ChecklistBoxes,
    u: f64,
    head: f64,
    margin: f64,
) {
    for voice in voices {
        let [two, one] = [voice.sheet.title.to_vec(), vec![voice.sheet.title.join(" ")]].map(|lines| {
            let mut tried = fitting.clone();
            put_title(&mut tried, voice, &lines, boxes, u, (head, margin), voices.len());
            let name = voice.name("title-1");
            (tried.fits.get(&name).map_or(0.0, |fitted| fitted.size.0), tried)
        });
        *fitting = if one.0 > two.0 { one.1 } else { two.1 };
    }
    align_titles(fitting, voices.len());
}

fn put_title(
    fitting: &mut Fitting<'_>,
    voice: &Voice<'_, Checklist>,
    lines: &[String],
    boxes: &ChecklistBoxes,
    u: f64,
    (head, margin): (f64, f64),
    voices: usize,
) {
    let whole = fitting.size.points().0.0 - 2.0 * margin;
    let display = fitting.ruler(voice.lang, DISPLAY, -0.02);
    let lead = super::lead(voice.lang, TITLE_LEAD);
    // the depth of the first line is shared with the second, so that each may take a little more than its part
    let share = if lead > TITLE_LEAD { 1.16 } else { 1.04 };
    let pad = 2.0 * boxes.title_pad * u * (head / (boxes.head * u)).clamp(0.6, 1.0);
    let pad = pad.max(2.0 * SAFE.to_pt().0);
    let tall = if lines.len() > 1 { (head - pad) / (1.0 + lead) * share } else { head - pad };
    let mut names = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let room = if at == 0 { boxes.hero_room * u } else { 0.0 };
        let text = Measured::lines(&display, &[line]);
        let space = Space {
            width: if voices > 1 { (whole - BETWEEN * u) / 2.0 } else { whole - room },
            height: tall,
            max: boxes.title_max * u,
            min: fitting.lowest(Role::Title, &text),
            lead: TITLE_LEAD,
            lines: 1,
        };
        let name = voice.name(&format!("title-{}", at + 1));
        fitting.put(Piece::of_layout(name.clone(), text, line, text_box(voice.lang, space), Some(Role::Title)));
        names.push(name);
    }
    fitting.share_size(&names);
}

/// Two languages in the head keep their own sizes, but none shouts: the larger is at most a fifth larger.
fn align_titles(fitting: &mut Fitting<'_>, voices: usize) {
    const LOUDER: f64 = 1.2;
    if voices < 2 {
        return;
    }
    let smallest = |prefix: &str| {
        let titles = fitting.fits.iter().filter(|(name, _)| name.starts_with(prefix));
        titles.map(|(_, fitted)| fitted.size.0).fold(f64::INFINITY, f64::min)
    };
    let most = LOUDER * smallest("title-").min(smallest("second-title-"));
    for (_, fitted) in fitting.fits.iter_mut().filter(|(name, _)| name.contains("title-")) {
        fitted.size = Pt(fitted.size.0.min(most));
    }
}
