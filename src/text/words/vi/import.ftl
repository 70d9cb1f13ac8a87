### Phát hiện khi đọc tệp và khi đối chiếu với dữ liệu đã có.

file-empty = tệp không có dòng nào
    .title = Tệp rỗng
    .why = Tệp không có cả dòng tiêu đề thì không biết là danh sách gì. Không có gì được lưu, không có gì bị xóa.
    .hint = Mở tệp kiểm tra lại; có thể đã lưu nhầm trang tính trống.
header-row-empty = dòng này không có tiêu đề: dòng trống, hoặc ở quá xa phía dưới
    .title = Không có dòng tiêu đề
    .why = Số nêu ở --header-row là số của dòng tên cột theo Excel, trong 40 dòng đầu tiên có nội dung.
    .hint = Nêu đúng số dòng tên cột trong Excel, hoặc bỏ --header-row để chương trình tự tìm.
file-too-large = tệp lớn hơn { $most } MB
    .title = Tệp quá lớn
    .why = Tệp lớn bất thường thường không phải là danh sách; chương trình không đọc để khỏi treo máy.
    .hint = Chia danh sách thành nhiều tệp nhỏ hơn.
encoding-taken = đọc theo bảng mã { $encoding }{ $guess ->
        [yes] {" "}(đoán theo mặt chữ): «{ $value }»
       *[other] {""}
    }{ $code ->
        [tcvn3] . Phông TCVN3 không có mã riêng cho chữ hoa có dấu, nên xem lại chữ hoa
       *[other] {""}
    }
    .title = Bảng mã khác UTF-8
    .why = Mọi chữ được lưu bằng Unicode. Tệp ghi bằng bảng mã khác được chuyển sang Unicode khi đọc; tệp gốc giữ nguyên.
    .hint = { $guess ->
        [yes] Nếu chữ đọc ra không đúng, nêu bảng mã bằng --encoding, hoặc trong Excel chọn Lưu thành › «CSV UTF-8 (Comma delimited)».
       *[other] {""}
    }
encoding-guessed = hình như tệp ghi theo phông { $encoding }, đọc ra: «{ $value }»
    .title = Bảng mã cần xác nhận
    .why = Các phông cũ (TCVN3, VNI) dùng chung mã với nhau và với bảng mã khác; đoán sai thì sai tên người mà không ai biết, nên chương trình không tự lưu. TCVN3 không có mã riêng cho chữ hoa có dấu.
    .hint = Nếu đọc đúng, chạy lại với --encoding { $code }{ $code ->
        [tcvn3] {" "}và xem lại chữ hoa có dấu
       *[other] {""}
    }. Nếu không, lưu lại tệp bằng «CSV UTF-8 (Comma delimited)».
encoding-unclear = không rõ tệp ghi bằng bảng mã nào; đã xét: { $considered }
    .title = Không rõ bảng mã
    .why = Đọc theo bảng mã nào thì chữ cũng không thành tiếng Việt rõ ràng, nên chương trình không đoán. Số trong ngoặc là tỷ lệ chữ đọc được.
    .hint = Trong Excel chọn Lưu thành › «CSV UTF-8 (Comma delimited)» rồi nhập lại; hoặc nếu biết chắc, thêm --encoding với tên bảng mã.
file-is-report = đây là báo cáo do chương trình lập, không phải danh sách
    .title = Tệp là báo cáo
    .why = Nhập báo cáo chỗ khuyết như danh sách vị trí khuyết thì mọi chỗ trống trong đó thành được chấp nhận.
    .hint = Nhập chính danh sách gốc. Muốn chấp nhận một chỗ khuyết thì ghi vào danh sách vị trí khuyết: phancong template vacancies.
list-unknown = dòng «{ $value }» { $lists ->
        [none] không phải là tiêu đề của danh sách nào{ $near ->
            [none] {""}
           *[other] ; gần giống nhất là { $near } nhưng thiếu { $missing }
        }
       *[other] có thể là tiêu đề của nhiều danh sách: { $lists }
    }
    .title = Không rõ loại danh sách
    .why = Loại danh sách được nhận ra theo tên tệp hoặc theo các cột bắt buộc.
    .hint = Cần một dòng có tên các cột (xem mẫu: phancong template cadres). Nếu đã có, thêm --kind với tên danh sách, --map hoặc --set cho các cột còn thiếu, hoặc đặt tên tệp là units.csv, cadres.csv, assignments.csv, vacancies.csv hay seats.csv.
list-without-rows = danh sách chỉ có dòng tiêu đề, 0 dòng dữ liệu
    .title = Danh sách trống
    .why = Danh sách trống không làm mất dữ liệu đã có.
    .hint = Nếu đúng là chưa có dữ liệu thì không cần làm gì.

column-missing = thiếu { $count } cột bắt buộc: { $value }{ $unknown ->
        [none] {""}
       *[other] . Các cột không nhận ra: { $unknown }
    }
    .title = Thiếu cột
    .why = Danh sách phải có đủ các cột bắt buộc; xem «phancong template { $list }».
    .hint = Thêm cột còn thiếu, hoặc cho biết cột nào bằng --map "Tên cột=tên mẫu". Mẫu trống: phancong template { $list }.
column-repeated = đã có cột khác cùng nghĩa với «{ $value }» (đều là cột { $name })
    .title = Cột lặp lại
    .why = Hai cột cùng nghĩa thì không biết lấy cột nào.
    .hint = Xóa hoặc đổi tên một trong hai cột.
column-unknown = không nhận ra cột «{ $value }», cột này không được nhập
    .title = Cột không nhận ra
    .why = Cột không nhận ra được báo một lần và bỏ qua, để một tên cột gõ sai không làm mất dữ liệu mà không ai biết.
    .hint = Nếu cần cột này, sửa lại tên cho đúng; nếu không thì bỏ qua.
column-sensitive = cột «{ $value }» là dữ liệu cá nhân nhạy cảm, không được nhập
    .title = Dữ liệu nhạy cảm
    .why = Luật Bảo vệ dữ liệu cá nhân (91/2025/QH15) và Nghị định 356/2025/NĐ-CP hạn chế dân tộc, tôn giáo, sức khỏe, số giấy tờ; việc phân công không cần đến.
    .hint = Nên xóa cột này khỏi tệp, nhất là trước khi gửi tệp cho người khác.

row-too-short = dòng chỉ có { $cells } ô, tiêu đề có { $columns } cột
    .title = Dòng thiếu ô
    .why = Dòng thiếu ô thường do mất dấu phân cách, các ô sau bị lệch cột.
    .hint = Bổ sung cho đủ { $columns } ô, ô trống cũng phải có dấu phân cách.
row-too-long = dòng có { $cells } ô, tiêu đề chỉ có { $columns } cột
    .title = Dòng thừa ô
    .why = Dòng thừa ô thường do trong ô có dấu phẩy mà không có ngoặc kép, các ô sau bị lệch cột.
    .hint = Đặt ô có dấu phẩy trong ngoặc kép, hoặc xóa ô thừa.
row-too-wide = dòng có hơn 256 ô
    .title = Dòng quá rộng
    .why = Số cột của một danh sách có giới hạn để tệp hỏng không làm treo máy.
    .hint = Kiểm tra dấu phân cách và ngoặc kép ở dòng này.
rows-empty = bỏ qua { $count } dòng trống
    .title = Dòng trống
    .why = Dòng chỉ có dấu phân cách không phải là dữ liệu.

cell-without-heading = ô thứ { $position } có nội dung «{ $value }» nhưng cột không có tiêu đề
    .title = Ô không thuộc cột nào
    .why = Ô nằm ngoài các cột có tên thường do trong dòng có dấu phẩy mà không có ngoặc kép, các ô bị lệch cột.
    .hint = Nếu các ô bị lệch, đặt ô có dấu phẩy trong ngoặc kép; nếu không, đặt tên cho cột hoặc xóa ô này.

quote-unclosed = ngoặc kép mở ra mà không đóng, từ dòng này đến cuối tệp không đọc được
    .title = Ngoặc kép chưa đóng
    .why = Một dấu ngoặc kép thừa nuốt mọi dòng phía sau thành một ô.
    .hint = Xóa dấu ngoặc kép thừa, hoặc thêm dấu đóng.
text-not-utf8 = có chữ không đọc được theo bảng mã UTF-8
    .title = Chữ sai bảng mã
    .why = Tệp là UTF-8 nhưng ở đây có chữ của bảng mã khác, thường do ghép hai tệp với nhau.
    .hint = Gõ lại nội dung ô này rồi lưu bằng «CSV UTF-8 (Comma delimited)».
text-lost-letters = «{ $value }» có chữ đã mất, chỉ còn dấu hỏi
    .title = Chữ bị mất
    .why = Tệp đã được lưu bằng bảng mã không có chữ Việt («CSV (Comma delimited)»), chữ mất thành dấu hỏi và không lấy lại được; chương trình không đoán.
    .hint = Mở tệp gốc, chọn Lưu thành › «CSV UTF-8 (Comma delimited)» hoặc .xlsx rồi nhập lại.
text-mojibake = «{ $value }» là chữ UTF-8 bị đọc sai bảng mã
    .title = Chữ đọc sai bảng mã
    .why = Tệp UTF-8 đã được mở như tệp của Windows rồi lưu lại. Chữ gốc thường còn lấy lại được, nhưng chương trình không tự sửa.
    .hint = Mở tệp gốc, chọn Lưu thành › «CSV UTF-8 (Comma delimited)» hoặc .xlsx rồi nhập lại.
text-legacy-font = «{ $value }» là chữ theo phông { $charset }, chưa chuyển sang Unicode; nếu cả tệp như vậy, chạy lại với --encoding { $code }; nếu chữ đúng như đang ghi, với --encoding utf-8
    .title = Chữ theo phông cũ
    .why = Chữ gõ theo phông TCVN3 hoặc VNI chỉ đọc được khi có phông ấy; lưu như vậy thì không tìm được, không khớp được tên.
text-put-right = { $count } ô có chữ hoặc dấu cách viết chưa chuẩn, đã sửa
    .title = Chữ đã sửa cho chuẩn
    .why = Dấu cách đặc biệt hoặc cách đôi, ký tự không nhìn thấy, chữ Đ của bảng chữ cái khác, dấu nháy cong, dấu thanh tách rời: nhìn không khác nhưng tên không khớp.
text-with-nul = có ký tự rỗng (NUL)
    .title = Ký tự rỗng
    .why = Ký tự rỗng chỉ có trong tệp hỏng hoặc tệp không phải văn bản.
    .hint = Lưu lại tệp bằng Excel rồi nhập lại.
text-damaged = «{ $value }» có ký tự hỏng, chữ gốc không còn
    .title = Chữ bị hỏng
    .why = Dấu � xuất hiện khi tệp đã được mở và lưu bằng sai bảng mã; chữ gốc đã mất.
    .hint = Gõ lại nội dung ô này.
cell-too-long = ô dài quá 4.096 byte (khoảng 3.000 chữ cái)
    .title = Ô quá dài
    .why = Ô dài bất thường thường do ngoặc kép chưa đóng.
    .hint = Nếu ô nuốt cả các dòng sau, đóng ngoặc kép lại; nếu không, rút gọn nội dung.
cell-empty = ô bắt buộc ({ $name }) để trống
    .title = Ô bắt buộc để trống
    .why = Thiếu ô này thì không biết dòng nói về ai, nơi nào.
    .hint = Điền ô này, hoặc xóa cả dòng nếu không cần.
cell-with-line-break = ô có dấu xuống dòng hoặc dấu tab, đã thay bằng dấu cách: «{ $text }»
    .title = Xuống dòng trong ô
    .why = Tên người, tên đơn vị chỉ nằm trên một dòng.
    .hint = Nếu ô chỉ ghi một người hoặc một nơi thì không cần làm gì; nếu ghi nhiều, tách ra mỗi dòng một mục.
cell-with-control = «{ $value }» có ký tự điều khiển (chỗ dấu �)
    .title = Ký tự điều khiển
    .why = Ký tự điều khiển không in ra được và có thể làm rối màn hình.
    .hint = Gõ lại nội dung ô này.

date-unreadable = «{ $value }» không phải là ngày
    .title = Không đọc được ngày
    .why = Ngày viết theo 31/12/2022 hoặc 2022-12-31.
    .hint = Viết 01/03/2026 hoặc 2026-03-01. Nếu Excel hiện ngày thành số như 44712, định dạng ô là Ngày (Date) rồi lưu lại.
date-impossible = ngày «{ $value }» không có trong lịch
    .title = Ngày không có thật
    .why = Tháng Hai không có ngày 30; năm 2023 không có ngày 29/02.
    .hint = Xem lại ngày, tháng và năm.
date-far = ngày «{ $value }» quá xa so với hiện nay
    .title = Ngày quá xa
    .why = Năm trước 1930 hoặc sau hiện nay hơn 20 năm thường là do gõ nhầm một chữ số.
    .hint = Xem lại năm. Nếu chưa có ngày kết thúc thì để trống ô.
date-swapped = «{ $value }» hình như đảo ngày và tháng
    .title = Đảo ngày và tháng
    .why = Ngày đứng trước tháng. Chương trình không tự đảo lại vì có thể đoán sai.
    .hint = Có phải { $meant }? Viết lại theo ngày/tháng/năm.
date-short-year = «{ $value }» có năm chỉ hai chữ số
    .title = Năm hai chữ số
    .why = Không biết 80 là 1980 hay 2080.
    .hint = Viết đủ bốn chữ số của năm, ví dụ 01/03/2026.
period-reversed = ngày kết thúc { $to } đứng trước ngày bắt đầu { $from }
    .title = Kết thúc trước bắt đầu
    .why = Cả hai ngày đều được tính, nên ngày kết thúc sớm nhất là chính ngày bắt đầu.
    .hint = Sửa một trong hai ngày; nếu chưa kết thúc, để trống ô này.
number-unreadable = «{ $value }» không phải là số nguyên
    .title = Không phải số
    .why = Ô này chỉ nhận số nguyên không âm.
    .hint = Viết bằng chữ số, ví dụ 1702 hoặc 1.702.
number-out-of-range = «{ $value }» nằm ngoài khoảng { $least } đến { $most }
    .title = Số ngoài khoảng cho phép
    .why = Số lớn bất thường thường do gõ thừa chữ số.
    .hint = Xem lại số này.
birth-year-impossible = «{ $value }» không phải là năm sinh (1900 đến { $latest })
    .title = Năm sinh không hợp lệ
    .why = Năm sinh có bốn chữ số và trước ngày nhập.
    .hint = Chỉ ghi năm, bốn chữ số, ví dụ 1975.
level-unknown = quy định không có cấp «{ $value }»
    .title = Cấp không có trong quy định
    .why = Các cấp do quy định của cơ quan đặt ra (policy.toml).
    .hint = Dùng mã hoặc tên của một trong: { $levels }.
duty-unknown = quy định không có nhiệm vụ «{ $value }»
    .title = Nhiệm vụ không có trong quy định
    .why = Các nhiệm vụ do quy định của cơ quan đặt ra (policy.toml).
    .hint = Dùng mã hoặc tên của một trong: { $duties }.
status-unknown = không có tình trạng «{ $value }»
    .title = Tình trạng không nhận ra
    .why = Chỉ cán bộ đang công tác mới được tính là giữ vị trí.
    .hint = Dùng một trong: active (đang công tác), retired (nghỉ hưu), transferred (chuyển công tác), leave (nghỉ dài hạn), died (từ trần).
seats-reversed = số vị trí tối đa ({ $most }) ít hơn số tối thiểu ({ $least })
    .title = Tối đa ít hơn tối thiểu
    .why = Số vị trí tối đa không thể ít hơn số tối thiểu.
    .hint = Đổi lại hai số; nếu không giới hạn, để trống số tối đa.
findings-left-out = còn { $count } phát hiện nữa không nêu ra
    .title = Quá nhiều phát hiện
    .why = Tệp có quá nhiều lỗi thường do sai cột hoặc sai dấu phân cách.
    .hint = Sửa các lỗi đã nêu trước, phần lớn lỗi còn lại thường hết theo.

key-repeated = «{ $value }» đã có ở { $file ->
        [same] dòng { $first }
       *[other] tệp { $file }, dòng { $first }
    }
    .title = Dòng lặp lại
    .why = Mỗi mã chỉ có một dòng; hai dòng thì không biết lấy dòng nào.
    .hint = Xóa một trong hai dòng; nếu là hai mục khác nhau, sửa mã hoặc ngày cho khác.
row-known = «{ $value }» đã có và khác với dòng này
    .title = Đã có, nội dung khác
    .why = Chế độ add chỉ thêm dòng mới, không sửa dòng đã có.
    .hint = Dùng --mode upsert để sửa dòng đã có, hoặc bỏ dòng này khỏi tệp.
name-repeated = «{ $value }» trùng tên với đơn vị { $other } ({ $file ->
        [same] dòng { $first }
       *[other] tệp { $file }, dòng { $first }
    }) trong cùng đơn vị cấp trên
    .title = Trùng tên đơn vị
    .why = Hai đơn vị trùng tên trong cùng một xã dễ bị phân công nhầm.
    .hint = Xem có phải cùng một đơn vị ghi hai lần không; nếu đúng là hai đơn vị thì không cần làm gì.
unit-unknown = không có đơn vị nào mang mã «{ $value }»
    .title = Mã đơn vị không có trong danh sách
    .why = Mã phải có trong danh sách đơn vị đã nhập hoặc trong tệp units.csv nhập cùng lần này.
    .hint = Thêm đơn vị vào units.csv, hoặc sửa mã; nếu cột ghi tên chứ không ghi mã thì thêm --map "Tên cột=unit_name".
unit-not-in-force = mã «{ $value }» có trong danh sách, nhưng không thuộc đơn vị nào vào ngày { $day }
    .title = Mã đơn vị không còn hoặc chưa hiệu lực
    .why = Mã hành chính được dùng lại sau khi sáp nhập; giữa hai lần dùng, mã không thuộc đơn vị nào.
    .hint = Xem lại từ ngày, đến ngày của các đơn vị mang mã này, hoặc sửa mã hay ngày của dòng này.
cadre-unknown = không có cán bộ nào mang mã «{ $value }»
    .title = Mã cán bộ không có trong danh sách
    .why = Mã phải có trong danh sách cán bộ đã nhập hoặc trong tệp cadres.csv nhập cùng lần này.
    .hint = Thêm cán bộ vào cadres.csv, hoặc sửa mã.
parent-unknown = không có đơn vị cấp trên nào mang mã «{ $value }»
    .title = Mã đơn vị cấp trên không có trong danh sách
    .why = Mỗi đơn vị đứng dưới một đơn vị có trong danh sách.
    .hint = Thêm đơn vị cấp trên vào units.csv, hoặc sửa mã; ô này ghi mã, không ghi tên.
parent-missing = cấp «{ $level }» phải thuộc cấp «{ $parent }», nhưng ô này để trống
    .title = Thiếu đơn vị cấp trên
    .why = Chỉ cấp cao nhất mới không có đơn vị cấp trên.
    .hint = Điền mã đơn vị cấp trên.
parent-circle = các đơn vị thuộc nhau thành vòng kín: { $circle }
    .title = Cấp trên thành vòng kín
    .why = Đi lên từ một đơn vị phải đến được cấp cao nhất.
    .hint = Sửa mã cấp trên của một đơn vị trong vòng.
level-out-of-order = { $value } thuộc cấp «{ $parent }», nhưng cấp «{ $level }» { $expected ->
        [none] không thuộc đơn vị nào
       *[other] phải thuộc cấp «{ $expected }»
    }
    .title = Sai thứ bậc
    .why = Quy định đặt cấp nào thuộc cấp nào.
    .hint = Sửa cấp của đơn vị hoặc mã đơn vị cấp trên; cấp cao nhất thì để trống ô này.
group-unknown = không có cụm vùng nào mang mã «{ $value }»
    .title = Mã cụm vùng không có trong danh sách
    .why = Cụm vùng cũng là một đơn vị trong danh sách.
    .hint = Thêm cụm vùng vào units.csv, hoặc sửa mã.
group-wrong-level = { $value } thuộc cấp «{ $group }», không thể là cụm vùng của cấp «{ $level }»
    .title = Sai cấp của cụm vùng
    .why = Quy định đặt cấp nào được gom theo cụm vùng nào (grouped_by).
    .hint = Sửa mã cụm vùng, hoặc để trống.
duty-wrong-level = nhiệm vụ «{ $duty }» dành cho cấp «{ $expected }», nhưng { $value } thuộc cấp «{ $level }»
    .title = Sai cấp của nhiệm vụ
    .why = Mỗi nhiệm vụ dành cho đơn vị của một cấp.
    .hint = Sửa nhiệm vụ hoặc mã đơn vị.
context-contradicts = tệp ghi «{ $value }», nhưng mã là của «{ $meant }»
    .title = Tên trái với mã
    .why = Mã hành chính được dùng lại sau khi sáp nhập; tên trái với mã thường là dùng mã của ngày khác.
    .hint = Sửa mã hoặc sửa tên cho khớp.
too-many-ended = danh sách { $list } sẽ kết thúc { $ended } trên { $rows } dòng, quá { $most }%
    .title = Kết thúc quá nhiều
    .why = Tệp thiếu dòng không được xóa cả danh sách phân công.
    .hint = Kiểm tra tệp có đủ dòng không; nếu tệp đã đủ, thêm --max-end { $needed }.

rows-above-header = bỏ qua { $count } dòng phía trên tiêu đề cột
    .title = Dòng phía trên danh sách
    .why = Tên cơ quan, tên bảng phía trên tiêu đề cột không phải là dữ liệu.
rows-of-groups = bỏ qua { $count } dòng đề mục: { $value }
    .title = Dòng đề mục
    .why = Dòng đề mục chia bảng thành nhóm; chỉ đề mục là tên đơn vị mới cho biết địa bàn của các dòng bên dưới.
rows-of-sums = bỏ qua { $count } dòng cộng
    .title = Dòng cộng
    .why = Dòng cộng không phải là dữ liệu của một người hay một đơn vị.
rows-below-list = bỏ qua { $count } dòng sau danh sách: { $value }
    .title = Dòng phía dưới danh sách
    .why = Nơi ký, ngày tháng, ghi chú phía dưới danh sách không phải là dữ liệu.
code-in-exponent = «{ $value }» đã mất chữ số
    .title = Mã thành số mũ
    .why = Bảng tính đã đổi mã dài thành số dạng 1,2E+05; các chữ số không lấy lại được.
    .hint = Định dạng cột là Text (Văn bản) rồi gõ lại mã.
code-lost-zeros = «{ $value }» hình như đã mất số 0 ở đầu
    .title = Mã mất số 0
    .why = Bảng tính bỏ số 0 ở đầu mã; chương trình không tự thêm vì có thể sai.
    .hint = Có phải mã { $meant }? Sửa mã, hoặc thêm --pad-codes { $digits } để tự thêm số 0.
unit-name-unknown = không có đơn vị nào là «{ $value }»
    .title = Không có đơn vị tên này
    .why = Danh sách không có mã thì đơn vị được nhận ra theo tên và các đơn vị cấp trên.
    .hint = Sửa tên, hoặc thêm tên đơn vị cấp trên; hoặc chạy lại với --match TỆP để trả lời một lần cho tất cả.
unit-ambiguous = «{ $value }» ứng với { $count } đơn vị: { $candidates }
    .title = Tên đơn vị chưa rõ
    .why = Nhiều đơn vị trùng tên; chương trình không chọn thay.
    .hint = Thêm tên đơn vị cấp trên hoặc mã; hoặc chạy lại với --match TỆP để trả lời một lần cho tất cả.
cadre-name-unknown = không có cán bộ nào là «{ $value }»
    .title = Không có cán bộ tên này
    .why = Danh sách không có mã thì cán bộ được nhận ra theo họ tên, năm sinh và đơn vị công tác.
    .hint = Sửa họ tên hoặc năm sinh, hoặc nhập danh sách cán bộ trước; hoặc chạy lại với --match TỆP.
cadre-ambiguous = «{ $value }» có thể là: { $candidates }
    .title = Họ tên chưa rõ
    .why = Người trùng họ tên phân biệt bằng năm sinh, đơn vị công tác; chương trình không chọn thay.
    .hint = Thêm năm sinh hoặc mã cán bộ; hoặc chạy lại với --match TỆP để trả lời một lần cho tất cả.
line-endless = tệp có dòng dài hơn 4 MB
    .title = Dòng dài bất thường
    .why = Danh sách không có dòng dài như vậy; chương trình không đọc để khỏi hết bộ nhớ.
    .hint = Kiểm tra lại tệp; có thể đây không phải là danh sách.
unit-code-of-another-day = mã «{ $value }» là của «{ $name }», đơn vị này không còn hoặc chưa có vào ngày { $day }
    .title = Mã của ngày khác
    .why = Mã hành chính được dùng lại; dòng không ghi ngày thì chương trình không đoán là đơn vị cũ hay đơn vị mới.
    .hint = Nếu là đơn vị mới dùng lại mã, ghi ngày bắt đầu; nếu là đơn vị cũ, ghi cả ngày bắt đầu và ngày kết thúc.
unit-code-in-use = trong cùng một ngày, mã «{ $value }» là của cả dòng này và «{ $name }»
    .title = Mã đang dùng
    .why = Mỗi ngày một mã chỉ là của một đơn vị.
    .hint = Ghi ngày kết thúc của đơn vị cũ, ngay trước ngày bắt đầu của đơn vị mới.
unit-code-ambiguous = vào ngày bắt đầu, mã «{ $value }» là của «{ $then }», nay là của «{ $now }»
    .title = Mã đã dùng lại
    .why = Dòng bắt đầu trước khi mã được dùng lại cho đơn vị khác, nên không rõ là đơn vị nào.
    .hint = Nếu là đơn vị cũ, ghi ngày kết thúc; nếu là đơn vị mới, sửa ngày bắt đầu.
code-used-too-often = mã «{ $value }» đã dùng cho quá nhiều đơn vị
    .title = Mã dùng quá nhiều lần
    .why = Một mã chỉ được dùng lại vài lần; nhiều hơn thường là sai cột.
    .hint = Xem lại cột mã.
level-change-breaks = đổi «{ $value }» sang cấp «{ $level }» thì { $below } đơn vị bên dưới và { $held } phân công không còn đúng cấp
    .title = Đổi cấp còn vướng
    .why = Đơn vị bên dưới và phân công phải hợp với cấp của đơn vị.
    .hint = Chuyển các đơn vị bên dưới và kết thúc các phân công đó trước, hoặc sửa lại cấp.

edit-conflict = { $who ->
        [file] dòng của { $key } đã thay đổi trong cơ sở dữ liệu sau khi xuất tệp; ô này được sửa trong tệp
        [database] dòng của { $key } được sửa trong tệp; ô này đã thay đổi trong cơ sở dữ liệu sau khi xuất tệp
        [added] { $key } được thêm trong tệp, nhưng sau khi xuất tệp cũng đã được thêm vào cơ sở dữ liệu
        [gone] { $key } được sửa trong tệp, nhưng không còn trong cơ sở dữ liệu
        [removed] { $key } bị xóa khỏi tệp, nhưng đã thay đổi trong cơ sở dữ liệu sau khi xuất tệp
       *[both] ô này của { $key } được sửa trong tệp, nhưng sau khi xuất tệp cũng đã thay đổi trong cơ sở dữ liệu
    }. Trong tệp: { $said ->
        [none] (trống)
       *[other] «{ $said }»
    }; trong cơ sở dữ liệu hiện nay: { $known ->
        [none] (trống)
       *[other] «{ $known }»
    }
    .title = Hai người cùng sửa
    .why = Đã có người sửa dòng này sau khi xuất tệp. Không bên nào bị ghi đè; chưa lưu gì.
    .hint = Xem bên nào đúng. Xuất lại danh sách, sửa trong tệp mới nếu vẫn cần sửa, rồi nhập tệp mới.
cadre-row-missing = dòng của { $name } ({ $value }) bị xóa khỏi tệp
    .title = Xóa cán bộ
    .why = Không xóa người khỏi danh sách: ai đã phụ trách gì, khi nào, phải còn tra được.
    .hint = Đưa dòng này trở lại rồi sửa tình trạng (nghỉ hưu, chuyển công tác …) kèm ngày bắt đầu; nếu đã sửa mã thì ghi lại mã cũ.
future-row-missing = dòng của { $value } bị xóa khỏi tệp, nhưng đến { $from } mới bắt đầu
    .title = Xóa dòng chưa bắt đầu
    .why = Dòng bị xóa kết thúc vào hôm trước ngày nhập; dòng này chưa có ngày nào như vậy.
    .hint = Đưa dòng này trở lại, hoặc nhập với --as-of muộn hơn.
history-row-missing = { $count } dòng đã kết thúc bị xóa khỏi tệp; các dòng này vẫn được giữ để tra cứu
    .title = Giữ lại quá trình
    .why = Không có gì bị quên: việc đã kết thúc vẫn xem lại được theo ngày.
    .hint = Không cần làm gì.
stamp-of-another-database = bảng tính được xuất từ cơ sở dữ liệu khác, nên được nhập như danh sách thường
    .title = Bảng tính của cơ sở dữ liệu khác
    .why = Trang tính ẩn chỉ cho biết dòng nào đã sửa, thêm, xóa khi nhập vào đúng cơ sở dữ liệu đã xuất ra tệp.
    .hint = Kiểm tra --db có đúng cơ sở dữ liệu không. Nếu đúng, mọi dòng trong tệp được tính như đang ghi, và không dòng nào được coi là bị xóa.
replaces-unknown = không có ai là «{ $value }» phụ trách { $place } vào ngày trước { $day }
    .title = Không có người để thay
    .why = Cột này cho biết thay cho ai, theo mã hoặc họ tên; người đó phải đang phụ trách địa bàn đến lúc ấy.
    .hint = Sửa lại họ tên hoặc đơn vị, hoặc để trống ô này: lúc đó không có ai phụ trách.
replaces-too-early = «{ $value }» đến { $from } mới phụ trách, không thể thay vào { $day }
    .title = Thay trước khi bắt đầu
    .why = Ngày cuối của người cũ là ngày trước ngày đầu của người mới.
    .hint = Sửa lại ngày.
status-before-unreadable = «{ $value }» không phải là các tình trạng trước đó
    .title = Không đọc được tình trạng trước đó
    .why = Cột này giữ các tình trạng trước đây của cán bộ, cũ nhất trước, kèm ngày bắt đầu: leave 2022-03-01; active 2022-05-01.
    .hint = Giữ nguyên các ô của cột này như tệp đã xuất.
rule-unknown = «{ $value }» không phải ngày hằng tháng
    .title = Không hiểu ngày họp
    .why = Cuộc họp lặp lại hằng tháng, nên ngày họp là một số, hoặc một thứ trong tuần kèm tuần thứ mấy.
    .hint = Ghi một số từ 1 đến 31, hoặc như «thứ Bảy tuần thứ hai», «Chủ nhật cuối tháng».
hour-unknown = «{ $value }» không phải giờ
    .title = Không hiểu giờ họp
    .why = Đoán sai giờ thì người dự họp sẽ đến sai giờ.
    .hint = Ghi như 19:30 hoặc 7:00.

rows-unfilled = bỏ qua { $count } dòng chưa điểm danh
    .title = Dòng chưa điểm danh
    .why = Dòng của phiếu điểm danh còn trống cả cột dự họp lẫn số hộ thì chưa nói lên điều gì.
presence-unknown = «{ $value }» không cho biết có dự họp hay không
    .title = Không hiểu ô điểm danh
    .why = Ô này chỉ nhận: có mặt, vắng có phép, vắng không phép; với cả cuộc họp: đã họp, không họp.
    .hint = Ghi một trong các từ: có mặt (x), vắng có phép (P), vắng không phép (KP), đã họp, không họp.
presence-of-nobody = «{ $value }» là nói về một người, nhưng dòng không có cán bộ nào
    .title = Điểm danh mà không có người
    .why = Có mặt hay vắng là của từng cán bộ; dòng không có cán bộ là nói về cả cuộc họp.
    .hint = Ghi mã hoặc họ tên cán bộ; nếu nói về cả cuộc họp thì ghi «đã họp» hoặc «không họp».
presence-of-meeting = «{ $value }» là nói về cả cuộc họp, nhưng dòng có tên một cán bộ
    .title = Điểm danh lẫn với cuộc họp
    .why = Họp hay không họp là của cả cuộc họp, không phải của một người.
    .hint = Để trống cột mã và họ tên cán bộ; với từng cán bộ thì ghi có mặt hoặc vắng.
day-to-come = ngày { $day } còn chưa đến
    .title = Ngày chưa đến
    .why = Điểm danh, ý kiến và trả lời là việc đã xảy ra, không thể sau hôm nay.
    .hint = Sửa ngày; xem lại năm và tháng.
meeting-unknown = { $place } không có cuộc họp «{ $value }»; có: { $known }
    .title = Không có cuộc họp này
    .why = Điểm danh phải theo cuộc họp trong quy định của đơn vị ([[window]]) hoặc trong meetings.csv.
    .hint = Sửa tên cuộc họp, hoặc thêm cuộc họp vào meetings.csv.
attendance-not-assigned = { $name } ({ $value }) không được phân công ở { $place } vào ngày { $day }
    .title = Người điểm danh không được phân công
    .why = Chỉ người giữ một nhiệm vụ của đơn vị vào ngày họp mới phải dự họp của đơn vị đó.
    .hint = Sửa mã cán bộ, mã đơn vị hoặc ngày họp; nếu người đó có được phân công thì ghi vào assignments.csv trước.
attendance-without-meeting = cuộc họp «{ $value }» ngày { $day } của { $place } { $file ->
        [known] được ghi là không họp (đã lưu trước đây), nhưng dòng này lại có người dự hoặc vắng
        [same] được ghi là không họp (dòng { $first }), nhưng dòng này lại có người dự hoặc vắng
        [turned] ở dòng này ghi là không họp, nhưng trước đây đã lưu người dự hoặc vắng
       *[other] được ghi là không họp ({ $file }, dòng { $first }), nhưng dòng này lại có người dự hoặc vắng
    }
    .title = Điểm danh cuộc họp không diễn ra
    .why = Cuộc họp không diễn ra thì không ai có mặt hay vắng mặt.
    .hint = Bỏ hoặc sửa một trong hai.
feedback-due-early = hạn trả lời { $value } trước ngày nêu ý kiến { $raised }
    .title = Hạn trả lời trước ngày nêu
    .why = Ý kiến không thể hết hạn trả lời trước khi được nêu ra.
    .hint = Sửa một trong hai ngày.
feedback-answered-early = ngày trả lời { $value } trước ngày nêu ý kiến { $raised }
    .title = Trả lời trước khi nêu
    .why = Ý kiến không thể được trả lời trước khi được nêu ra.
    .hint = Sửa một trong hai ngày.
feedback-answer-undated = có nội dung trả lời «{ $value }» nhưng không có ngày trả lời
    .title = Trả lời không có ngày
    .why = Không có ngày trả lời thì ý kiến vẫn bị tính là chưa trả lời.
    .hint = Ghi ngày trả lời; nếu chưa trả lời thì xóa nội dung trả lời, ghi vào cột ghi chú.
households-more-than-invited = { $value } hộ dự, nhiều hơn { $invited } hộ được mời
    .title = Hộ dự nhiều hơn hộ mời
    .why = Thường là gõ nhầm một trong hai số.
    .hint = Xem lại hai số; nếu đúng như vậy thì cứ để nguyên.
