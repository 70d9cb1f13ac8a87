### What is wrong with a template (docx) that is filled in.

template-no-document = the template is no document of Word (docx){ $seems ->
        [doc] : it is an old one (doc, rtf)
        [pdf] : it is a PDF
        [odt] : it is an OpenDocument text (odt)
        [workbook] : it is a workbook
        [archive] : it is an archive
       *[other] {""}
    }
    .title = Template that is no docx
    .why = A template is a docx that Word or LibreOffice saved; other files cannot be filled in.
    .hint = Open the file in Word, choose Save As › "Word Document (*.docx)" and give that.
template-encrypted = the template has a password
    .title = Template with a password
    .why = A document with a password is encrypted, and this program asks for no passwords.
    .hint = Open the file in Word, take the password away in File › Info › Protect Document, and save.
template-with-macros = the template has macros
    .title = Template with macros
    .why = Macros run on the computer of whoever opens the document; one that is sent out must not carry any.
    .hint = In Word choose Save As › "Word Document (*.docx)": a docx keeps no macros.
template-damaged = the template is damaged and cannot be read
    .title = Damaged template
    .why = Files are mostly damaged when copying or downloading breaks off; no half of a document is filled in.
    .hint = Copy or download the file again. If Word still opens it, save it as a new docx.
template-too-large = the template is too large, or would be with all its rows: more than { $most } MB
    .title = Template too large
    .why = Word would not open a document of that size; it is not made, so that the computer does not run out of memory.
    .hint = Take pictures and what is not needed out of the template, and keep the row of a list short.
template-without-placeholders = the template has no place to fill in, such as {"{{"}so{"}}"}
    .title = Template without placeholders
    .why = Without them every decision would be the same document; probably another file was meant.
    .hint = Write names in double braces into the template, such as {"{{"}so{"}}"}. Names: { $fields }. In a row that is repeated: { $items }.
template-placeholder-unknown = { $part }, "{ $text }": nothing to fill in is called "{ $value }"
    .title = Unknown placeholder
    .why = A mistyped name would leave a place empty in a document that is signed; the template is mended first.
    .hint = Names: { $fields }. In a row that is repeated: { $items }.
template-placeholder-open = { $part }: {"{{"} without its {"}}"} in the same paragraph: "{ $value }"
    .title = Open braces
    .why = A placeholder stands whole in one paragraph; braces that open and do not close are mostly mistyped.
    .hint = Write {"}}"} after the name, or delete {"{{"}.
template-two-lists = { $part }: a row or paragraph has placeholders of two lists: { $lists }
    .title = Two lists in one row
    .why = A row is repeated for each person of one list; of two lists it is not clear which.
    .hint = Give each list a row of its own.
