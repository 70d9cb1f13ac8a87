### Sai sót của mẫu văn bản (docx) được điền vào.

template-no-document = mẫu không phải là văn bản Word (docx){ $seems ->
        [doc] : đây là văn bản Word kiểu cũ (doc, rtf)
        [pdf] : đây là tệp PDF
        [odt] : đây là văn bản OpenDocument (odt)
        [workbook] : đây là bảng tính
        [archive] : đây là tệp nén
       *[other] {""}
    }
    .title = Mẫu không phải docx
    .why = Mẫu là văn bản docx do Word hoặc LibreOffice lưu; loại tệp khác không điền được.
    .hint = Mở tệp trong Word, chọn Lưu thành › «Word Document (*.docx)» rồi dùng tệp đó.
template-encrypted = mẫu có mật khẩu
    .title = Mẫu có mật khẩu
    .why = Văn bản có mật khẩu được mã hóa; chương trình không hỏi mật khẩu.
    .hint = Mở tệp trong Word, bỏ mật khẩu ở Tệp › Thông tin › Bảo vệ văn bản, lưu lại.
template-with-macros = mẫu có macro
    .title = Mẫu có macro
    .why = Macro chạy trên máy của người mở văn bản; văn bản gửi đi không được mang theo.
    .hint = Trong Word chọn Lưu thành › «Word Document (*.docx)»; tệp docx không giữ macro.
template-damaged = mẫu bị hỏng, không đọc được
    .title = Mẫu bị hỏng
    .why = Tệp thường hỏng khi chép hay tải về bị đứt quãng; không điền vào một nửa văn bản.
    .hint = Chép hoặc tải lại tệp. Nếu Word vẫn mở được, lưu thành tệp docx mới.
template-too-large = mẫu quá lớn, hoặc điền hết các dòng thì quá lớn: quá { $most } MB
    .title = Mẫu quá lớn
    .why = Văn bản cỡ đó Word không mở nổi; không làm để máy khỏi hết bộ nhớ.
    .hint = Bỏ bớt hình ảnh và phần thừa trong mẫu; dòng của danh sách nên gọn.
template-without-placeholders = mẫu không có chỗ nào để điền, như {"{{"}so{"}}"}
    .title = Mẫu không có chỗ điền
    .why = Không có chỗ điền thì mọi quyết định ra cùng một văn bản; có lẽ đã chọn nhầm tệp.
    .hint = Ghi vào mẫu tên trong hai ngoặc nhọn, như {"{{"}so{"}}"}. Tên dùng được: { $fields }. Trong dòng bảng được lặp lại: { $items }.
template-placeholder-unknown = { $part }, «{ $text }»: không có gì tên là «{ $value }» để điền
    .title = Tên chỗ điền không có
    .why = Tên gõ sai sẽ để trống một chỗ trong văn bản phải ký; sửa mẫu trước.
    .hint = Tên dùng được: { $fields }. Trong dòng bảng được lặp lại: { $items }.
template-placeholder-open = { $part }: ngoặc {"{{"} không có {"}}"} đóng lại trong cùng đoạn: «{ $value }»
    .title = Ngoặc chưa đóng
    .why = Chỗ điền nằm trọn trong một đoạn; ngoặc mở mà không đóng thường là gõ thiếu.
    .hint = Thêm {"}}"} vào sau tên, hoặc xóa {"{{"}.
template-two-lists = { $part }: một dòng hoặc một đoạn có chỗ điền của hai danh sách: { $lists }
    .title = Hai danh sách trong một dòng
    .why = Dòng được lặp lại cho từng người của một danh sách; của hai danh sách thì không rõ lặp theo danh sách nào.
    .hint = Cho mỗi danh sách một dòng riêng.
