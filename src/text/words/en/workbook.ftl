### Found while opening workbooks (xlsx, xls, ods).

workbook-encrypted = the workbook has a password
    .title = Workbook with a password
    .why = A workbook with a password is encrypted, and opens only for who knows it; this program asks for no passwords.
    .hint = Open the file in Excel, go to File › Info › Protect Workbook › "Encrypt with Password", delete the password, save, and import it again.
workbook-is-html = the file is named a workbook, but it is { $form ->
        [html] a web page (HTML)
       *[xml] a file of Excel 2003's XML
    }
    .title = Workbook that is none
    .why = Many programs write a web page and name it .xls; Excel opens it, but codes lose their leading zeros in it and days are not written clearly.
    .hint = Open the file in Excel, choose Save As › "Excel Workbook (*.xlsx)", look over the columns of codes and days, and import that.
workbook-is-xlsb = the workbook is saved in the binary form (xlsb)
    .title = Binary workbook
    .why = Workbooks are read as xlsx, xlsm, xls and ods, not in the binary form xlsb.
    .hint = Open the file in Excel, choose Save As › "Excel Workbook (*.xlsx)" and import that.
workbook-damaged = the workbook is damaged and cannot be read
    .title = Damaged workbook
    .why = Files are mostly damaged when copying or downloading breaks off. No row is taken, so that no half of a list is imported.
    .hint = Copy or download the file again. If Excel still opens it, save it as a new xlsx and import that.
workbook-with-new-error = a cell of the sheet has an error of newer Excel, such as #SPILL!, #CALC! or #FIELD!
    .title = A formula's error
    .why = An error has no value that could be taken in, and a sheet with such a cell cannot be read any further.
    .hint = Find "#" in Excel (Ctrl+F, look in: values), mend or empty the cells, save, and import again.
workbook-too-large = the workbook is too large: more than { $most } MB, or too many cells
    .title = Workbook too large
    .why = A workbook of that size is no list any more; it is not read, so that the computer does not run out of memory.
    .hint = Copy the list you need into a new file, or split it into several.
workbook-hostile = the workbook is built in an unusual way that can hang a computer
    .title = Unusual workbook
    .why = No office program writes such a file; somebody may have made it to do harm.
    .hint = Ask who sent it; do not open it in Excel before you know where it comes from.
workbook-without-sheets = the workbook has no sheet with cells (only charts or macros)
    .title = No sheets
    .why = A list stands in the cells of a sheet; charts and macros are not read.
    .hint = Look at the file; perhaps it is the wrong one.
file-is-no-list = the file is no list but { $seems ->
        [word] a text document (Word)
        [slides] a presentation (PowerPoint)
        [picture] a picture
        [pdf] a PDF
        [archive] an archive (zip, rar, 7z)
        [database] an SQLite database
       *[other] something else
    }
    .title = File that is no list
    .why = What a file is, is told by its content and not by its ending; another ending makes no workbook of it.
    .hint = Choose a workbook (xlsx, xls, ods) or a CSV file. Copy a table in a document into Excel; unpack an archive first.

### Found in the sheets of workbooks.

sheet-ambiguous = several sheets are lists of the same kind ({ $list ->
    [units] units
    [cadres] cadres
    [assignments] assignments
    [vacancies] vacancies
    [decisions] decisions
    [meetings] meetings
    [attendance] attendance
    [feedback] feedback
   *[seats] seats
    }): { $value }
    .title = Several sheets of one list
    .why = One of them may be last month's; a wrong guess would bring back people who have left.
    .hint = Name the one that counts with --sheet "NAME"; several by repeating it.
sheet-unknown = there is no sheet "{ $value }"; the sheets are { $sheets }
    .title = Sheet not found
    .why = A sheet that is asked for by name must be in the workbook.
    .hint = Give the name as it stands on the tab.
sheets-passed-over = { $count ->
        [one] a sheet is no list and was passed over: { $value }
       *[other] { $count } sheets are no lists and were passed over: { $value }
    }
    .title = Sheets passed over
    .why = Only sheets with the headings of a list are read; hidden sheets never are, unless --sheet names them.
letters-converted = letters of { $charset } fonts were converted to Unicode: "{ $value }"{ $code ->
        [tcvn3] . TCVN3 has no capitals with tones of its own: look over the capitals
       *[other] {""}
    }
    .title = Letters converted
    .why = Everything is stored in Unicode. Text in the old fonts (.VnTime, VNI-Times) is converted while it is read; the file itself stays as it is.
cell-merged = the merged cell "{ $value }" covers rows up to { $last }; whether it counts for them is not clear
    .title = Merged cell
    .why = A wrong guess about a merged cell could change an assignment, so nothing is filled in unasked.
    .hint = If it means the same in each of its rows, add --fill-merged; if not, unmerge it and fill in each row.
cell-broken = the cell has the error "{ $value }"
    .title = Broken cell
    .why = Cells with #REF!, #N/A or #VALUE! are broken formulas without a value.
    .hint = Mend the formula or type the value.
formula-uncalculated = the formula was never calculated, the cell has no value
    .title = Formula not calculated
    .why = Files that other programs make may hold formulas that nothing has calculated yet.
    .hint = Open the file in Excel, save it and import it again.
number-imprecise = "{ $value }" is a number of more than 15 digits; its last digits are wrong
    .title = Number too long
    .why = A spreadsheet keeps 15 digits of a number; longer codes must be text.
    .hint = Format the column as Text and type the code again.
