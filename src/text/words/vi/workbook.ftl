### Phát hiện khi mở bảng tính (xlsx, xls, ods).

workbook-encrypted = bảng tính có đặt mật khẩu
    .title = Bảng tính có mật khẩu
    .why = Tệp có mật khẩu đã bị mã hóa, chỉ người biết mật khẩu mới mở được; chương trình không hỏi mật khẩu.
    .hint = Mở tệp bằng Excel, vào Tệp › Thông tin › Bảo vệ sổ làm việc › «Mã hóa bằng mật khẩu (Encrypt with Password)», xóa mật khẩu, lưu lại rồi nhập lại.
workbook-is-html = tệp mang tên bảng tính nhưng nội dung là { $form ->
        [html] trang web (HTML)
       *[xml] tệp XML của Excel 2003
    }
    .title = Bảng tính không phải Excel
    .why = Nhiều phần mềm kết xuất trang web rồi đặt tên .xls; Excel vẫn mở được, nhưng trong đó mã số mất số 0 ở đầu và ngày tháng không rõ cách viết.
    .hint = Mở tệp bằng Excel, chọn Lưu thành › «Sổ làm việc Excel (*.xlsx)» (Excel Workbook), xem lại các cột mã số và ngày rồi nhập lại.
workbook-is-xlsb = bảng tính lưu ở dạng nhị phân (xlsb)
    .title = Bảng tính nhị phân
    .why = Chương trình đọc được xlsx, xlsm, xls và ods, không đọc dạng nhị phân xlsb.
    .hint = Mở tệp bằng Excel, chọn Lưu thành › «Sổ làm việc Excel (*.xlsx)» (Excel Workbook) rồi nhập lại.
workbook-damaged = bảng tính bị hỏng, không đọc được
    .title = Bảng tính bị hỏng
    .why = Tệp thường hỏng khi chép hoặc tải về giữa chừng. Không dòng nào được lấy vào, để khỏi nhập nửa danh sách.
    .hint = Chép hoặc tải lại tệp. Nếu Excel vẫn mở được, lưu thành tệp xlsx mới rồi nhập lại.
workbook-with-new-error = trang tính có ô báo lỗi công thức của Excel đời mới, như #SPILL!, #CALC! hay #FIELD!
    .title = Ô lỗi công thức
    .why = Ô lỗi không có giá trị để nhập, và trang tính có ô như thế thì không đọc tiếp được.
    .hint = Trong Excel tìm dấu «#» (Ctrl+F, tìm trong giá trị), sửa hoặc xóa các ô đó, lưu lại rồi nhập.
workbook-too-large = bảng tính quá lớn: tệp quá { $most } MB, hoặc có quá nhiều ô
    .title = Bảng tính quá lớn
    .why = Bảng tính lớn đến thế không còn là một danh sách; chương trình không đọc để khỏi hết bộ nhớ.
    .hint = Chép riêng danh sách cần nhập sang một tệp mới, hoặc chia thành nhiều tệp.
workbook-hostile = bảng tính có cấu trúc bất thường, dễ làm treo máy
    .title = Bảng tính bất thường
    .why = Không phần mềm văn phòng nào ghi ra tệp như vậy; có thể ai đó cố ý tạo ra để phá hoại.
    .hint = Hỏi lại nơi gửi tệp; không mở tệp bằng Excel khi chưa rõ nguồn gốc.
workbook-without-sheets = bảng tính không có trang nào chứa ô (chỉ có biểu đồ hoặc macro)
    .title = Không có trang tính
    .why = Danh sách nằm trong các ô của trang tính; biểu đồ và macro thì không đọc.
    .hint = Kiểm tra lại tệp; có thể đã chọn nhầm tệp.
file-is-no-list = tệp không phải danh sách mà là { $seems ->
        [word] văn bản (Word)
        [slides] bài trình chiếu (PowerPoint)
        [picture] tệp ảnh
        [pdf] tệp PDF
        [archive] tệp nén (zip, rar, 7z)
        [database] cơ sở dữ liệu SQLite
       *[other] tệp loại khác
    }
    .title = Tệp không phải danh sách
    .why = Loại tệp được nhận ra theo nội dung, không theo đuôi tệp; đổi đuôi không làm tệp thành bảng tính.
    .hint = Chọn tệp bảng tính (xlsx, xls, ods) hoặc tệp CSV; danh sách nằm trong văn bản thì chép bảng sang Excel, nằm trong tệp nén thì giải nén trước.

### Phát hiện trong các trang tính.

sheet-ambiguous = có nhiều trang tính cùng là { $list ->
    [units] danh sách đơn vị
    [cadres] danh sách cán bộ
    [assignments] danh sách phân công
    [vacancies] danh sách chỗ chấp nhận để trống
    [decisions] danh sách quyết định
    [meetings] lịch họp
    [attendance] danh sách điểm danh
    [feedback] danh sách ý kiến cơ sở
   *[seats] danh sách định mức
    }: { $value }
    .title = Nhiều trang tính cùng loại
    .why = Có thể một trang là của tháng trước; chọn nhầm thì người đã nghỉ lại có trong danh sách.
    .hint = Nêu tên trang cần nhập bằng --sheet "TÊN"; cần nhiều trang thì lặp lại.
sheet-unknown = không có trang tính «{ $value }»; tệp có các trang { $sheets }
    .title = Không có trang tính
    .why = Trang tính nêu tên phải có trong tệp.
    .hint = Ghi đúng tên trên thẻ trang tính.
sheets-passed-over = { $count } trang tính không phải danh sách, đã bỏ qua: { $value }
    .title = Trang tính bỏ qua
    .why = Chỉ đọc trang tính có tiêu đề cột của một danh sách; trang ẩn không đọc, trừ khi nêu tên bằng --sheet.
letters-converted = đã chuyển chữ theo phông { $charset } sang Unicode: «{ $value }»{ $code ->
        [tcvn3] . Phông TCVN3 không có mã riêng cho chữ hoa có dấu, nên xem lại chữ hoa
       *[other] {""}
    }
    .title = Đã chuyển sang Unicode
    .why = Mọi chữ được lưu bằng Unicode. Chữ gõ bằng phông cũ (.VnTime, VNI-Times) được chuyển khi đọc; tệp gốc giữ nguyên.
cell-merged = ô gộp «{ $value }» phủ đến dòng { $last }, không rõ có áp dụng cho cả các dòng đó không
    .title = Ô gộp
    .why = Đoán sai nghĩa của ô gộp có thể làm đổi phân công, nên chương trình không tự điền.
    .hint = Nếu ô gộp có nghĩa là các dòng giống nhau, thêm --fill-merged; nếu không, bỏ gộp và điền từng dòng.
cell-broken = ô có lỗi «{ $value }»
    .title = Ô lỗi
    .why = Ô #REF!, #N/A, #VALUE! là công thức hỏng, không có giá trị.
    .hint = Sửa công thức hoặc gõ lại giá trị.
formula-uncalculated = công thức chưa được tính, ô không có giá trị
    .title = Công thức chưa tính
    .why = Tệp do chương trình khác tạo ra có thể chứa công thức mà chưa ai tính.
    .hint = Mở tệp bằng Excel, lưu lại rồi nhập lại.
number-imprecise = «{ $value }» là số quá 15 chữ số, các chữ số cuối không còn đúng
    .title = Số quá dài
    .why = Bảng tính chỉ giữ đúng 15 chữ số của một số; mã dài phải để dạng văn bản.
    .hint = Định dạng cột là Text (Văn bản) rồi gõ lại mã.
