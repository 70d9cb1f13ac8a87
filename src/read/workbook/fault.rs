//! Why a workbook is not read, as the readers pass it on; the finding that reports it.

use std::io;

use zip::result::ZipError;

use super::MOST_BYTES;
use crate::model::finding::{Finding, Severity};

/// Why a workbook is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It breaks off, or contradicts its format.
    #[error("damaged")]
    Damaged,
    /// It holds more than a list ever does.
    #[error("too large")]
    TooLarge,
    /// It is made to make a reader fail.
    #[error("hostile")]
    Hostile,
    /// It needs a password.
    #[error("encrypted")]
    Encrypted,
    /// A page of HTML, or the XML of Excel 2003, under the name of a workbook.
    #[error("page")]
    Page(Page),
    /// A binary workbook (xlsb).
    #[error("xlsb")]
    Xlsb,
    /// A cell has an error that came after Excel 2007 ("#SPILL!"), which calamine does not know.
    #[error("new error")]
    NewError,
    /// It has no sheet with cells.
    #[error("no sheets")]
    NoSheets,
    /// It is no workbook and no text either.
    #[error("no list")]
    NoList(Seems),
}

/// What is saved as a workbook by programs that cannot write one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// A web page, also in one file (mht).
    Html,
    /// The XML of Excel 2003.
    Xml,
}

/// What a file seems to be that is no list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seems {
    /// A text document (docx, doc, odt, rtf).
    Word,
    /// A presentation (pptx, ppt, odp).
    Slides,
    /// A picture.
    Picture,
    /// A PDF.
    Pdf,
    /// An archive (zip, rar, 7z, gz).
    Archive,
    /// A database of SQLite, perhaps our own.
    Database,
    /// Something else.
    Other,
}

impl Seems {
    fn code(self) -> &'static str {
        match self {
            Seems::Word => "word",
            Seems::Slides => "slides",
            Seems::Picture => "picture",
            Seems::Pdf => "pdf",
            Seems::Archive => "archive",
            Seems::Database => "database",
            Seems::Other => "other",
        }
    }
}

impl Fault {
    /// The id of the finding that reports it.
    fn check(self) -> &'static str {
        match self {
            Fault::Damaged => "workbook-damaged",
            Fault::TooLarge => "workbook-too-large",
            Fault::Hostile => "workbook-hostile",
            Fault::Encrypted => "workbook-encrypted",
            Fault::Page(_) => "workbook-is-html",
            Fault::Xlsb => "workbook-is-xlsb",
            Fault::NewError => "workbook-with-new-error",
            Fault::NoSheets => "workbook-without-sheets",
            Fault::NoList(_) => "file-is-no-list",
        }
    }

    /// The finding that reports it.
    pub fn finding(self) -> Finding {
        let finding = Finding::new(self.check(), Severity::Error);
        match self {
            Fault::TooLarge => finding.arg("most", MOST_BYTES >> 20),
            Fault::Page(Page::Html) => finding.arg("form", "html"),
            Fault::Page(Page::Xml) => finding.arg("form", "xml"),
            Fault::NoList(seems) => finding.arg("seems", seems.code()),
            _ => finding,
        }
    }
}

impl From<&io::Error> for Fault {
    /// Our own limits travel as the inner error of the reader that ran into them.
    fn from(err: &io::Error) -> Self {
        err.get_ref().and_then(|inner| inner.downcast_ref()).copied().unwrap_or(Fault::Damaged)
    }
}

impl From<quick_xml::Error> for Fault {
    fn from(err: quick_xml::Error) -> Self {
        match err {
            quick_xml::Error::Io(err) => Fault::from(&*err),
            _ => Fault::Damaged,
        }
    }
}

impl From<quick_xml::events::attributes::AttrError> for Fault {
    fn from(_: quick_xml::events::attributes::AttrError) -> Self {
        Fault::Damaged
    }
}

impl From<calamine::XlsxError> for Fault {
    fn from(err: calamine::XlsxError) -> Self {
        match err {
            calamine::XlsxError::Password => Fault::Encrypted,
            calamine::XlsxError::CellError(_) => Fault::NewError,
            _ => Fault::Damaged,
        }
    }
}

impl From<calamine::XlsError> for Fault {
    fn from(err: calamine::XlsError) -> Self {
        if matches!(err, calamine::XlsError::Password) { Fault::Encrypted } else { Fault::Damaged }
    }
}

impl From<calamine::OdsError> for Fault {
    fn from(err: calamine::OdsError) -> Self {
        match err {
            calamine::OdsError::Password => Fault::Encrypted,
            calamine::OdsError::CellLimitExceeded { .. } => Fault::TooLarge,
            _ => Fault::Damaged,
        }
    }
}

impl From<ZipError> for Fault {
    fn from(err: ZipError) -> Self {
        match err {
            ZipError::Io(err) => Fault::from(&err),
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Fault::Encrypted,
            _ => Fault::Damaged,
        }
    }
}
