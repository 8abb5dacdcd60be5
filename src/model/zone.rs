//! The parts of a screen that a system draws over: icons, bars, the box to sign in. [`Screen::blocked`] gives them in pixels,
//! [`Screen::free`] what they leave.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Direction, Medium, ScreenSize, System};

/// What a system draws over a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ZoneKind {
    /// Icons of the desktop.
    Icons,
    /// The task bar, a panel or a shelf.
    Bar,
    /// The dock of an application launcher.
    Dock,
    /// The bar at the top.
    TopBar,
    /// The box to sign in.
    Login,
    /// The clock.
    Clock,
    /// Buttons: network, accessibility, switching off.
    Buttons,
}

/// A side of the screen; icons stand where the lines of the system's own language start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Where lines of the system's language start.
    Start,
    /// Where they end.
    End,
    /// Left whatever the language.
    Left,
    /// Right whatever the language.
    Right,
    /// The whole width, at the top.
    Top,
    /// The whole width, at the bottom.
    Bottom,
}

/// A place for a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Spot {
    /// The middle of the screen.
    Centre,
    /// The top, in the middle.
    Top,
    /// The bottom, in the middle.
    Bottom,
    /// The top corner where lines start.
    TopStart,
    /// The top corner where lines end.
    TopEnd,
    /// The bottom corner where lines start.
    BottomStart,
    /// The bottom corner where lines end.
    BottomEnd,
}

/// A length on a screen: so many pixels, or a part of the side, whichever is more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// Pixels of a screen at 100 %.
    pub px: f64,
    /// Part of the side of the screen, from 0 to 1.
    pub part: f64,
}

/// Where a zone is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ZoneShape {
    /// A strip along a side.
    Strip(Side, Extent),
    /// A box: where, how wide, how high; its parts are those of the longer and the shorter side of the screen.
    Box(Spot, Extent, Extent),
}

/// A part of the screen that stays free.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    /// What stands there.
    pub kind: ZoneKind,
    /// Where it is.
    pub shape: ZoneShape,
    /// Where its size comes from: an address, or what was measured.
    pub source: String,
    /// The day it was looked up.
    pub checked_on: Date,
}

/// Zones by system and medium.
pub type Zones = BTreeMap<System, BTreeMap<Medium, Vec<Zone>>>;

/// A rectangle on a screen, in pixels from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl Rect {
    /// Its width, in pixels.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Its height, in pixels.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Its area, in square pixels.
    pub fn area(&self) -> f64 {
        self.width().max(0.0) * self.height().max(0.0)
    }

    /// Whether they share more than an edge.
    pub fn meets(&self, other: &Rect) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// The same without a margin at the sides, and one at the top and the bottom.
    pub fn inset(&self, x: f64, y: f64) -> Rect {
        Rect { left: self.left + x, top: self.top + y, right: self.right - x, bottom: self.bottom - y }
    }
}

/// A zone in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Blocked {
    /// What stands there.
    pub kind: ZoneKind,
    /// Where.
    pub rect: Rect,
}

/// A screen with the direction of the system's own language.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// Its pixels.
    pub size: ScreenSize,
    /// Direction of the system's words.
    pub direction: Direction,
}

impl Screen {
    /// The zones in pixels.
    pub fn blocked(&self, zones: &[Zone]) -> Vec<Blocked> {
        zones.iter().map(|zone| Blocked { kind: zone.kind, rect: self.rect(&zone.shape) }).collect()
    }

    fn whole(&self) -> Rect {
        Rect { left: 0.0, top: 0.0, right: f64::from(self.size.width.0), bottom: f64::from(self.size.height.0) }
    }

    fn rect(&self, shape: &ZoneShape) -> Rect {
        let whole = self.whole();
        let (width, height) = (whole.right, whole.bottom);
        let long = |extent: &Extent, side: f64| extent.px.max(extent.part * side).min(side).ceil();
        match shape {
            ZoneShape::Strip(side, extent) => match (side, self.direction) {
                // a bar is as thick on a screen that was turned: its part is one of the shorter side
                (Side::Top, _) => Rect { bottom: long(extent, width.min(height)), ..whole },
                (Side::Bottom, _) => Rect { top: height - long(extent, width.min(height)), ..whole },
                (Side::Left, _) | (Side::Start, Direction::Ltr) | (Side::End, Direction::Rtl) => {
                    Rect { right: long(extent, width), ..whole }
                }
                (Side::Right | Side::Start | Side::End, _) => Rect { left: width - long(extent, width), ..whole },
            },
            ZoneShape::Box(spot, wide, tall) => {
                // a box keeps its size when the screen is turned: its parts are those of a screen on its side
                let (wide, tall) =
                    (long(wide, width.max(height)).min(width), long(tall, width.min(height)).min(height));
                let starts = self.direction == Direction::Ltr;
                let left = match spot {
                    Spot::Centre | Spot::Top | Spot::Bottom => ((width - wide) / 2.0).floor(),
                    Spot::TopStart | Spot::BottomStart => {
                        if starts {
                            0.0
                        } else {
                            width - wide
                        }
                    }
                    Spot::TopEnd | Spot::BottomEnd => {
                        if starts {
                            width - wide
                        } else {
                            0.0
                        }
                    }
                };
                let top = match spot {
                    Spot::Centre => ((height - tall) / 2.0).floor(),
                    Spot::Top | Spot::TopStart | Spot::TopEnd => 0.0,
                    Spot::Bottom | Spot::BottomStart | Spot::BottomEnd => height - tall,
                };
                Rect { left, top, right: left + wide, bottom: top + tall }
            }
        }
    }

    /// The largest rectangles that meet none of these: every one that no free rectangle holds.
    pub fn free(&self, blocked: &[Blocked]) -> Vec<Rect> {
        let mut free = vec![self.whole()];
        for Blocked { rect, .. } in blocked {
            let (whole, cut): (Vec<Rect>, Vec<Rect>) = free.into_iter().partition(|candidate| !candidate.meets(rect));
            free = whole;
            free.extend(cut.iter().flat_map(|candidate| around(candidate, rect)));
            let held = |one: &Rect, other: &Rect| {
                other.left <= one.left && other.right >= one.right && other.top <= one.top && other.bottom >= one.bottom
            };
            let all = free.clone();
            let mut at = 0;
            free.retain(|one| {
                let here = at;
                at += 1;
                !all.iter().enumerate().any(|(i, other)| i != here && held(one, other) && (one != other || i < here))
            });
        }
        free
    }
}

/// What is left of a rectangle beside, above and below another.
fn around(whole: &Rect, hole: &Rect) -> impl Iterator<Item = Rect> {
    let parts = [
        Rect { right: hole.left.min(whole.right), ..*whole },
        Rect { left: hole.right.max(whole.left), ..*whole },
        Rect { bottom: hole.top.min(whole.bottom), ..*whole },
        Rect { top: hole.bottom.max(whole.top), ..*whole },
    ];
    parts.into_iter().filter(|part| part.width() > 0.0 && part.height() > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(kind: ZoneKind, shape: ZoneShape) -> Zone {
        Zone { kind, shape, source: String::new(), checked_on: Date { year: 2026, month: 1, day: 1 } }
    }

    fn screen(text: &str, direction: Direction) -> Screen {
        Screen { size: ScreenSize::parse(text).unwrap(), direction }
    }

    const PART: fn(f64) -> Extent = |part| Extent { px: 0.0, part };

    #[test]
    fn icons_follow_the_language_of_the_system() {
        let icons = [zone(ZoneKind::Icons, ZoneShape::Strip(Side::Start, PART(0.2)))];
        let ltr = screen("1000x500", Direction::Ltr).blocked(&icons)[0].rect;
        let rtl = screen("1000x500", Direction::Rtl).blocked(&icons)[0].rect;
        assert_eq!((ltr.left, ltr.right), (0.0, 200.0));
        assert_eq!((rtl.left, rtl.right), (800.0, 1000.0));
    }

    #[test]
    fn pixels_or_the_part_whichever_is_more() {
        let bar = [zone(ZoneKind::Bar, ZoneShape::Strip(Side::Bottom, Extent { px: 48.0, part: 0.07 }))];
        let top = |text| screen(text, Direction::Ltr).blocked(&bar)[0].rect.top;
        assert_eq!(top("1000x500"), 452.0);
        assert_eq!(top("1000x1000"), 930.0);
    }

    #[test]
    fn strips_leave_one_rectangle_and_a_box_in_the_middle_leaves_four() {
        let strips = [
            zone(ZoneKind::Icons, ZoneShape::Strip(Side::Left, PART(0.2))),
            zone(ZoneKind::Bar, ZoneShape::Strip(Side::Bottom, PART(0.1))),
        ];
        let screen = screen("1000x500", Direction::Ltr);
        let free = screen.free(&screen.blocked(&strips));
        assert_eq!(free, [Rect { left: 200.0, top: 0.0, right: 1000.0, bottom: 450.0 }]);
        let login = [zone(ZoneKind::Login, ZoneShape::Box(Spot::Centre, PART(0.4), PART(0.6)))];
        let free = screen.free(&screen.blocked(&login));
        assert_eq!(free.len(), 4);
        assert_eq!(free[0], Rect { left: 0.0, top: 0.0, right: 300.0, bottom: 500.0 });
    }

    /// Whatever the zones, no free rectangle meets one, and every free pixel of a coarse grid is in one.
    #[test]
    fn free_rectangles_cover_what_is_not_blocked() {
        let (spots, sides) = (
            [Spot::Centre, Spot::Top, Spot::Bottom, Spot::TopStart, Spot::TopEnd, Spot::BottomStart, Spot::BottomEnd],
            [Side::Start, Side::End, Side::Left, Side::Right, Side::Top, Side::Bottom],
        );
        for direction in [Direction::Ltr, Direction::Rtl] {
            let screen = screen("1280x1024", direction);
            for first in spots {
                for second in spots {
                    for side in sides {
                        let zones = [
                            zone(ZoneKind::Login, ZoneShape::Box(first, PART(0.37), PART(0.21))),
                            zone(ZoneKind::Clock, ZoneShape::Box(second, PART(0.13), PART(0.49))),
                            zone(ZoneKind::Bar, ZoneShape::Strip(side, PART(0.06))),
                        ];
                        let blocked = screen.blocked(&zones);
                        let free = screen.free(&blocked);
                        assert!(free.iter().all(|one| blocked.iter().all(|zone| !one.meets(&zone.rect))));
                        for at in 0..400 {
                            let (x, y) = (f64::from(at % 20) * 64.0 + 32.0, f64::from(at / 20) * 51.2 + 25.6);
                            let point = Rect { left: x, top: y, right: x + 1.0, bottom: y + 1.0 };
                            let taken = blocked.iter().any(|zone| zone.rect.meets(&point));
                            assert!(taken || free.iter().any(|one| one.meets(&point)), "{x} {y} {zones:?}");
                        }
                    }
                }
            }
        }
    }
}
