//! Which words name a field or a value: ids of messages by path and by value. The schema says what there is; this says how people
//! call it.

use crate::diag::Message;

/// Sections of the form with the keys they hold, in the order people think of them.
pub(super) const SECTIONS: [(&str, &str, &[&str]); 6] = [
    ("venue", "form-section-venue", &["name", "kind", "organisation", "address", "hours", "contacts"]),
    ("look", "form-section-look", &["colour", "logo"]),
    ("languages", "form-section-languages", &["languages"]),
    (
        "computers",
        "form-section-computers",
        &["system", "browsers", "keyboard", "interface_language", "screens", "equipment"],
    ),
    ("orders", "form-section-orders", &["orders"]),
    ("more", "form-section-more", &["site_url", "scan_distance", "date", "theme", "easy_read_logo"]),
];

/// What most rows of a list need; the rest of their fields is folded away.
pub(super) const OFTEN: [&str; 6] =
    ["contacts.kind", "contacts.value", "orders.medium", "orders.size", "orders.languages", "orders.place"];

/// Path without numbers, label, and help where the label is not enough.
const LABELS: [(&str, &str, Option<&str>); 46] = [
    ("name", "form-name", Some("form-name-help")),
    ("kind", "form-kind", Some("form-kind-help")),
    ("organisation", "form-organisation", Some("form-organisation-help")),
    ("address", "form-address", None),
    ("address.street", "form-street", None),
    ("address.postcode", "form-postcode", None),
    ("address.town", "form-town", None),
    ("hours", "form-hours", Some("form-hours-help")),
    ("contacts", "form-contacts", Some("form-contacts-help")),
    ("contacts.kind", "form-contact-kind", None),
    ("contacts.value", "form-contact-value", None),
    ("contacts.label", "form-contact-label", None),
    ("contacts.note", "form-contact-note", None),
    ("contacts.pictogram", "form-pictogram", None),
    ("colour", "form-colour", Some("form-colour-help")),
    ("logo", "form-logo", Some("form-logo-help")),
    ("logo.file", "form-logo-file", None),
    ("logo.alt", "form-logo-alt", Some("form-logo-alt-help")),
    ("logo.credit", "form-logo-credit", None),
    ("languages", "form-languages", Some("form-languages-help")),
    ("system", "form-system", None),
    ("browsers", "form-browsers", None),
    ("keyboard", "form-keyboard", Some("form-keyboard-help")),
    ("interface_language", "form-interface-language", Some("form-interface-language-help")),
    ("screens", "form-screens", Some("form-screens-help")),
    ("equipment", "form-equipment", Some("form-equipment-help")),
    ("equipment.printer", "form-printer", None),
    ("equipment.scanner", "form-scanner", None),
    ("equipment.usb", "form-usb", None),
    ("equipment.session_reset", "form-session-reset", None),
    ("equipment.logs", "form-logs", None),
    ("equipment.private_mode", "form-private-mode", None),
    ("orders", "form-orders", Some("form-orders-help")),
    ("orders.medium", "form-medium", None),
    ("orders.size", "form-size", Some("form-size-help")),
    ("orders.orientation", "form-orientation", None),
    ("orders.languages", "form-order-languages", Some("form-order-languages-help")),
    ("orders.formats", "form-formats", Some("form-formats-help")),
    ("orders.variants", "form-variants", Some("form-variants-help")),
    ("orders.tips", "form-tips", Some("form-tips-help")),
    ("orders.place", "form-place", Some("form-place-help")),
    ("orders.distance", "form-distance", Some("form-distance-help")),
    ("orders.tile", "form-tile", Some("form-tile-help")),
    ("orders.press", "form-press", None),
    ("orders.eco", "form-eco", None),
    ("orders.stale", "form-stale", None),
];

/// The same for the section of what is rarely asked.
const MORE: [(&str, &str, Option<&str>); 5] = [
    ("site_url", "form-site-url", Some("form-site-url-help")),
    ("scan_distance", "form-scan-distance", Some("form-scan-distance-help")),
    ("date", "form-date", Some("form-date-help")),
    ("theme", "form-theme", None),
    ("easy_read_logo", "form-easy-read-logo", Some("form-easy-read-logo-help")),
];

/// Values of the schema, and their names.
const VALUES: [(&str, &str); 32] = [
    ("desk", "form-value-desk"),
    ("phone", "form-value-phone"),
    ("email", "form-value-email"),
    ("web", "form-value-web"),
    ("available", "form-value-available"),
    ("forced", "form-value-forced"),
    ("disabled", "form-value-disabled"),
    ("linux", "form-value-linux"),
    ("true", "form-value-yes"),
    ("false", "form-value-no"),
    ("poster-checklist", "form-value-poster-checklist"),
    ("poster-tip", "form-value-poster-tip"),
    ("wallpaper", "form-value-wallpaper"),
    ("lock-screen", "form-value-lock-screen"),
    ("signage", "form-value-signage"),
    ("booklet", "form-value-booklet"),
    ("easy-read", "form-value-easy-read"),
    ("staff-card", "form-value-staff-card"),
    ("mandate", "form-value-mandate"),
    ("house-rules", "form-value-house-rules"),
    ("portrait", "form-value-portrait"),
    ("landscape", "form-value-landscape"),
    ("dark", "form-value-dark"),
    ("light", "form-value-light"),
    ("train", "form-value-train"),
    ("accompany", "form-value-accompany"),
    ("act-for", "form-value-act-for"),
    ("written", "form-value-written"),
    ("oral", "form-value-oral"),
    ("print", "form-value-print"),
    ("refuse", "form-value-refuse"),
    ("html", "form-value-html"),
];

/// Names that are the same in every language.
const NAMES: [(&str, &str); 12] = [
    ("windows", "Windows"),
    ("macos", "macOS"),
    ("gnome", "Linux, GNOME"),
    ("kde", "Linux, KDE Plasma"),
    ("xfce", "Linux, XFCE"),
    ("mate", "Linux, MATE"),
    ("cinnamon", "Linux, Cinnamon"),
    ("lxqt", "Linux, LXQt"),
    ("chromeos", "ChromeOS"),
    ("pdf", "PDF"),
    ("svg", "SVG"),
    ("png", "PNG"),
];

/// The label of a path without numbers.
pub(super) fn label(path: &str) -> Option<Message> {
    known(path).map(|(_, label, _)| Message::new(label))
}

/// The help of a path without numbers.
pub(super) fn help(path: &str) -> Option<Message> {
    known(path).and_then(|(.., help)| *help).map(Message::new)
}

fn known(path: &str) -> Option<&'static (&'static str, &'static str, Option<&'static str>)> {
    LABELS.iter().chain(&MORE).find(|(known, ..)| *known == path)
}

/// The name of a value of the schema.
pub(super) fn value(value: &str, say: &dyn Fn(&Message) -> String) -> String {
    let named = NAMES.iter().find(|(known, _)| *known == value).map(|(_, name)| (*name).to_owned());
    let told = || VALUES.iter().find(|(known, _)| *known == value).map(|(_, id)| say(&Message::new(id)));
    named.or_else(told).unwrap_or_else(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::fields::{Control, Field, of_venue};
    use super::*;

    fn paths(fields: &[Field], before: &str, into: &mut Vec<(String, Control)>) {
        for field in fields {
            let path = format!("{before}{}", field.key);
            into.push((path.clone(), field.control.clone()));
            if let Control::Group(inside) | Control::Rows(inside) = &field.control {
                paths(inside, &format!("{path}."), into);
            }
        }
    }

    /// What the schema gains is asked, or this fails.
    #[test]
    fn all_of_the_schema_has_a_place_and_a_label() {
        let mut all = Vec::new();
        paths(&of_venue(), "", &mut all);
        for (path, control) in all.into_iter().filter(|(_, control)| *control != Control::Kept) {
            assert!(label(&path).is_some(), "{path} has no label");
            let key = path.split('.').next().unwrap();
            assert!(SECTIONS.iter().any(|(.., keys)| keys.contains(&key)), "{key} is in no section");
            if let Control::Choice(values) | Control::Many(values) = control {
                for name in values {
                    assert_ne!(value(&name, &|message| message.id.to_owned()), name, "{path}: {name} has no name");
                }
            }
        }
    }
}
