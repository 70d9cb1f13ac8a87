//! The page of a month: its structure, and what clicks in a real browser come to.

mod browser;
mod trust;

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use trust::{ROOT, run, said, sure};

const LARGEST: u64 = 600 << 10;

/// A folder with the pages of May and June of the sample district; May is closed.
fn office(lang: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let lists = folder.path().join("lists");
    std::fs::create_dir(&lists).expect("a folder");
    for file in std::fs::read_dir(Path::new(ROOT).join("data/chau-thanh")).expect("a folder") {
        let file = file.expect("a file");
        std::fs::copy(file.path(), lists.join(file.file_name())).expect("copied");
    }
    let policy = std::fs::read_to_string(lists.join("policy.toml")).expect("text");
    let policy = policy.replace("lang     = \"vi\"", &format!("lang     = \"{lang}\""));
    assert!(policy.contains(&format!("lang     = \"{lang}\"")));
    std::fs::write(lists.join("policy.toml"), policy).expect("written");
    for month in ["2022-05", "2022-06"] {
        sure(folder.path(), &["build", "lists", "--month", month, "--out", month, "--no-xlsx"]);
        let closed = run(folder.path(), &["--yes", "close", "2022-05"]);
        assert!(closed.status.success() == (month == "2022-05"), "{}", said(&closed));
    }
    folder
}

fn page(folder: &Path, month: &str) -> String {
    std::fs::read_to_string(folder.join(month).join("index.html")).expect("a page")
}

/// A tag: its name, and its attributes.
struct Tag<'t> {
    name: &'t str,
    attributes: Vec<(&'t str, &'t str)>,
}

impl Tag<'_> {
    fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(own, _)| *own == name)
    }

    fn told(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| *value)
    }
}

/// The tags that begin something. What the program writes has its values in double quotes.
fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        let mut is_quoted = false;
        let ends = |c: char| {
            is_quoted ^= c == '"';
            c == '>' && !is_quoted
        };
        let end = after.find(ends).expect("a tag ends");
        let (tag, next) = after.split_at(end);
        rest = next;
        let (name, mut told) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes = Vec::new();
        while !told.trim().is_empty() {
            let at = told.trim_start();
            let stop = at.find([' ', '=']).unwrap_or(at.len());
            let (own, value) = at.split_at(stop);
            match value.strip_prefix("=\"").and_then(|value| value.split_once('"')) {
                Some((value, next)) => {
                    attributes.push((own, value));
                    told = next;
                }
                None => {
                    attributes.push((own, ""));
                    told = value;
                }
            }
        }
        if matches!(name, "style" | "script") {
            rest = rest.split_once(&format!("</{name}")).expect("it ends").1;
        }
        if !name.starts_with(['/', '!']) {
            tags.push(Tag { name, attributes });
        }
    }
    tags
}

/// What is wrong with a page of a folder.
fn faults(page: &str, folder: &Path) -> Vec<String> {
    let tags = tags(page);
    let mut faults = Vec::new();
    let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.told("id")).collect();
    let is_id = |id: &str| ids.contains(&id);
    if ids.iter().collect::<BTreeSet<_>>().len() != ids.len() {
        faults.push("an id stands twice".to_owned());
    }
    let mut level = 0;
    for tag in &tags {
        for (name, value) in &tag.attributes {
            let is_wrong = match *name {
                "href" => match value.strip_prefix('#') {
                    Some(id) => !is_id(id),
                    None => value.contains([':', '/']) || !folder.join(value).is_file(),
                },
                "for" => !is_id(value),
                "aria-labelledby" => !value.split(' ').all(is_id),
                "src" | "style" | "action" => true,
                name => name.starts_with("on"),
            };
            if is_wrong {
                faults.push(format!("<{} {name}=\"{value}\">", tag.name));
            }
        }
        let has_name = tag.has("aria-label") || tag.told("aria-hidden") == Some("true");
        let is_wrong = match tag.name {
            "svg" => !has_name,
            "th" => !tag.has("scope"),
            "nav" | "main" => !(tag.has("aria-label") || tag.has("id")),
            "img" | "iframe" | "object" | "link" | "form" => true,
            "section" => !(tag.has("aria-labelledby") || tag.told("class") == Some("group")),
            _ => false,
        };
        if is_wrong {
            faults.push(format!("<{}> {:?}", tag.name, tag.attributes));
        }
        let depth = tag.name.strip_prefix('h').and_then(|depth| depth.parse::<u32>().ok());
        if let Some(depth) = depth {
            if depth > level + 1 {
                faults.push(format!("<h{depth}> below <h{level}>"));
            }
            level = depth;
        }
    }
    let one = |name: &str| tags.iter().filter(|tag| tag.name == name).count() == 1;
    faults.extend(["h1", "main", "nav", "title"].into_iter().filter(|name| !one(name)).map(str::to_owned));
    faults.extend(
        ["http:", "https:", "//"].into_iter().filter(|bad| page.contains(bad) && *bad != "//").map(str::to_owned),
    );
    faults
}

#[test]
fn the_page_is_whole_in_both_languages() {
    for (lang, parts) in [
        (
            "vi",
            [
                "lang=\"vi\"",
                "100 %",
                "của 1.702 tổ nhân dân tự quản",
                "Còn trống 14 trong số 1.867 vị trí",
                "01/06/2022",
            ],
        ),
        ("en", ["lang=\"en\"", "100 %", "of 1,702 self-managed teams", "14 of 1,867 seats are empty", "2022-06-01"]),
    ] {
        let folder = office(lang);
        for month in ["2022-05", "2022-06"] {
            let (page, out) = (page(folder.path(), month), folder.path().join(month));
            let found = faults(&page, &out);
            assert!(found.is_empty(), "{lang} {month}: {found:#?}");
            assert!((page.len() as u64) < LARGEST, "{lang} {month}: {} bytes", page.len());
            eprintln!("{lang} {month}: {} bytes", page.len());
            // A row for each seat of the office: nobody is left out.
            assert_eq!(page.matches("data-d=\"").count(), 1867, "{lang} {month}");
            assert_eq!(page.contains("id=\"trend\""), month == "2022-06", "{lang} {month}");
        }
        let june = page(folder.path(), "2022-06");
        for part in parts {
            assert!(june.contains(part), "{lang}: {part}");
        }
    }
}

#[test]
fn a_large_office_has_a_page_for_each_province() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut units = "code,name,level,parent_code\n".to_owned();
    for province in 1..=2 {
        units += &format!("{province},Tỉnh {province},province,\n");
        for commune in 101..=150 {
            units += &format!("{province}{commune},Xã {commune},commune,{province}\n");
            for hamlet in 1..=200 {
                units += &format!("{province}{commune}.{hamlet},Ấp {hamlet},hamlet,{province}{commune}\n");
            }
        }
    }
    std::fs::create_dir(folder.path().join("lists")).expect("a folder");
    std::fs::write(folder.path().join("lists/units.csv"), units).expect("written");
    std::fs::copy(Path::new(ROOT).join("data/policies/two-tier.toml"), folder.path().join("lists/policy.toml"))
        .expect("copied");
    sure(folder.path(), &["build", "lists", "--month", "2026-01", "--out", "out", "--no-xlsx"]);
    let out = folder.path().join("out");
    let whole = page(folder.path(), "out");
    assert!(whole.len() < 200 << 10, "{} bytes", whole.len());
    for file in ["index.html", "index-1-tinh-1.html", "index-2-tinh-2.html"] {
        let page = std::fs::read_to_string(out.join(file)).expect("a page");
        let found = faults(&page, &out);
        assert!(found.is_empty(), "{file}: {found:#?}");
        assert!(
            file == "index.html" || page.contains("href=\"index.html\"") && whole.contains(&format!("href=\"{file}\""))
        );
        eprintln!("{file}: {} bytes", page.len());
    }
}

/// A copy of a page, beside it, that runs one more script.
fn with_script(folder: &Path, page: &str, script: &str, is_allowed: bool) -> std::path::PathBuf {
    let (before, after) = page.split_once("script-src '").expect("a policy");
    let (own, after) = after.split_once('\'').expect("an end");
    let allowed = if is_allowed { "unsafe-inline" } else { own };
    let page = format!("{before}script-src '{allowed}'{after}")
        .replace("</body>", &format!("<script>{script}</script></body>"));
    let path = folder.join("2022-06/clicked.html");
    std::fs::write(&path, page).expect("written");
    path
}

#[test]
fn a_browser_runs_the_page_as_it_is_and_nothing_else() {
    let folder = office("vi");
    let Some(shown) = browser::open(&folder.path().join("2022-06/index.html"), 1280) else { return };
    assert_eq!(shown.console, Vec::<String>::new());
    assert!(shown.dom.contains("class=\"js\""), "its own script runs");
    // What somebody else wrote into it does not run, and is told: so the console is heard.
    let strange = with_script(folder.path(), &page(folder.path(), "2022-06"), "document.title = 'strange'", false);
    let shown = browser::open(&strange, 1280).expect("Chromium");
    assert!(shown.console.iter().any(|line| line.contains("Content Security Policy")), "{:?}", shown.console);
    assert!(!shown.dom.contains("<title>strange"));
}

#[test]
fn clicks_and_words_do_what_they_say() {
    let folder = office("vi");
    let june = page(folder.path(), "2022-06");
    let clicked = with_script(folder.path(), &june, include_str!("browser/clicks.js"), true);
    for width in [1280, 500] {
        let Some(shown) = browser::open(&clicked, width) else { return };
        assert_eq!(shown.console, Vec::<String>::new());
        let told = shown.dom.split_once("<pre id=\"told\">").and_then(|(_, rest)| rest.split_once("</pre>"));
        let (told, _) = told.unwrap_or_else(|| panic!("it did not end"));
        let told: Value =
            serde_json::from_str(&told.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).expect("JSON");
        assert_told(&told);
    }
}

fn assert_told(told: &Value) {
    for done in ["focus", "opened", "closed"] {
        assert_eq!(told[done], true, "{done}: {told}");
    }
    let texts = |key: &str| -> Vec<String> {
        told[key].as_array().expect("a list").iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    };
    // Found without diacritics and with them, in any case; only what matches is shown.
    assert_eq!(told["plain"], told["accented"]);
    assert!(told["plain"].as_str().is_some_and(|text| text.starts_with("Tìm thấy: ")), "{told}");
    let rows = texts("plainRows");
    assert!(!rows.is_empty() && rows.iter().any(|row| row.contains("Phạm Văn Dũng")), "{rows:?}");
    assert_eq!(texts("pathRows").len(), 1, "{told}");
    assert!(texts("pathRows")[0].starts_with("Tổ NDTQ số 8"), "{told}");
    assert_eq!(texts("codeTiles"), ["Xã Tân Thạch"]);
    assert_eq!((told["none"].as_str(), told["noneTiles"].as_u64()), (Some("Không tìm thấy."), Some(0)));
    assert_eq!(
        (told["tops"].as_u64(), told["cleared"].as_u64(), told["clearedOpen"].as_u64()),
        (Some(21), Some(21), Some(0))
    );
    // One duty alone: the cluster's own seat, then hamlets, of which one is empty.
    assert_eq!(told["clusterHead"].to_string(), "[6,0]");
    assert_eq!(told["hamlets"], "○ 6/7 vị trí đã có người, còn trống 1");
    assert_eq!(told["again"], "! 122/124 vị trí đã có người, còn trống 2 (đã chấp nhận khuyết 1)");
    // Only where somebody is missing, opened down to the seats.
    assert_eq!(told["onlyTiles"], told["notFull"]);
    assert_eq!((told["onlyRows"].as_u64(), told["onlyFilled"].as_u64()), (Some(14), Some(0)));
    assert_eq!((told["allOpen"].as_u64(), told["allClosed"].as_u64()), (Some(1867), Some(0)));
    assert_eq!((&told["wide"], told["pale"].to_string().as_str()), (&Value::Bool(false), "[\"P.grey\"]"));
}
