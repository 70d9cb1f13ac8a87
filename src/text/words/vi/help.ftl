### Trợ giúp và lỗi khi gõ lệnh.

usage = Cách dùng:
heading-commands = Các lệnh
heading-arguments = Tham số
heading-options = Tùy chọn
heading-global = Tùy chọn chung
default-value = {" "}[mặc định: { $value }]
also-typed = {" "}(còn gõ: { $names })

help-phancong = phancong: lập danh sách phân công phụ trách địa bàn từ danh sách của cơ quan, chỉ ra chỗ còn trống
    .after =
        Lần đầu, làm cả tháng trong một lệnh:
          phancong build data/chau-thanh --month 2022-05 --out rosters

        Xem từng lệnh: phancong help LỆNH. Ngày viết 2022-05-31 hoặc 31/05/2022, tháng viết 2022-05 hoặc 05/2022.
        Mã kết thúc: 0 xong, không có lỗi · 1 xong, có phát hiện · 2 gõ sai · 3 danh sách bị từ chối, chưa lưu gì ·
        4 không làm được, chưa lưu gì · 130 bị dừng (đã lưu gì thì có nêu).
help-build = Việc chính trong một lệnh: nhập danh sách, kiểm tra, ghi mọi văn bản của tháng
    .after =
        THƯ_MỤC nguồn chứa các danh sách (csv hoặc bảng tính: units, cadres, assignments, vacancies, seats, decisions, meetings, attendance, feedback) và policy.toml nếu có.
        Chạy lại với cùng danh sách thì không có gì thay đổi và các tệp giống hệt từng byte.
help-init = Tạo cơ sở dữ liệu mới, trống, theo một quy định
help-inspect = Xem trước: lệnh nhập sẽ hiểu tệp này là danh sách gì, gồm những cột nào; không ghi gì
help-import = Nhập danh sách: cho xem khác biệt, rồi lưu tất cả hoặc không lưu gì
    .after =
        upsert: thêm dòng mới, sửa dòng đã có. add: chỉ thêm, dòng đã có mà khác là lỗi.
        sync: như upsert, và kết thúc những dòng đang có hiệu lực mà danh sách không nêu, tính đến hôm trước --as-of.
help-check = Kiểm tra: mọi đơn vị có đủ người cho từng nhiệm vụ chưa, và các lỗi khác
help-show = Xem một đơn vị (ai phụ trách, từ tổ lên đến tỉnh) hoặc một cán bộ (đang giữ những gì)
help-list = Liệt kê đơn vị, cán bộ, phân công, vị trí còn trống, vị trí khuyết, quyết định, lịch họp, điểm danh, ý kiến chưa trả lời, các lần thay đổi; ai đã thực sự phụ trách
    .after =
        service cần --cadre hoặc --unit: những ngày được phân công và đang công tác, theo quyết định nào, vì sao kết thúc;
        với --unit thì nêu cả những ngày không có ai. Tính từ ngày «--from» đến ngày «--to», hoặc trong tháng --month, hoặc ngày --as-of.
help-diff = So sánh hai ngày: ai giữ từng vị trí, có những đơn vị nào, ai đang công tác
    .after =
        Đặt ngày này cạnh ngày kia; những gì đến rồi đi trong khoảng giữa thì không nêu (xem export changes).
help-export = Xuất danh sách, danh sách phân công và các báo cáo
    .after =
        units, cadres, assignments, vacancies, seats, decisions, meetings, attendance, feedback xuất đủ mọi ngày (lịch họp thì trừ các đơn vị đã thôi hoạt động) và nhập lại được nguyên vẹn.
        Ghi ra bảng tính (-o TỆP.xlsx) là để sửa rồi nhập lại: cách làm ở trang «Hướng dẫn» trong đó.
        all ghi mọi văn bản của tháng vào thư mục --out; roster --by CẤP ghi mỗi đơn vị của cấp đó một tệp.
        annex ghi phụ lục của quyết định --decision: mọi phân công căn cứ vào số đó, kể cả đã kết thúc; có --as-of hoặc --month thì chỉ ghi phân công đang hiệu lực.
        decision điền văn bản quyết định cho Word: mẫu kèm theo chương trình, hoặc mẫu của cơ quan (--template); «template decision» xuất mẫu ra.
        packet ghi tài liệu sinh hoạt tháng của từng cán bộ được phân công vào thư mục --out, kèm danh sách ký nhận; số điện thoại chỉ có với --profile full.
        changes tính trong tháng, hoặc từ ngày «--from» đến ngày «--to»; ghi ra docx, xlsx, md, html thì là nội dung cho quyết định tiếp theo.
        attendance có --month là phiếu điểm danh để điền, --out là thư mục thì mỗi xã một bảng tính; absences, unheld, turnout cho biết ai dự họp, feedback và digest cho biết ý kiến nào đã nêu, đã trả lời.
        Nên dùng --out thay cho dấu > (PowerShell đổi bảng mã khi ghi bằng >).
help-backup = Sao lưu cơ sở dữ liệu sang tệp mới, cả khi chương trình khác đang dùng
help-doctor = Khám tệp cơ sở dữ liệu, sửa lỗi, hoặc cứu những gì còn đọc được
help-template = Mẫu trống của một danh sách, hoặc mẫu quyết định, để điền
help-completions = Kịch bản để shell tự điền lệnh khi bấm Tab
help-man = Trang hướng dẫn (man), tất cả lệnh trong một trang
help-help = Trợ giúp về chương trình hoặc về một lệnh

arg-db = Cơ sở dữ liệu; không nêu thì theo biến PHANCONG_DB, rồi đến ./phancong.db
arg-lang = Ngôn ngữ trên màn hình; không nêu thì theo PHANCONG_LANG, rồi theo hệ thống
arg-color = Khi nào dùng màu
arg-quiet = Chỉ in kết quả và lỗi
arg-yes = Trả lời có cho mọi câu hỏi (dành cho kịch bản)
arg-no-input = Không bao giờ hỏi
arg-help = In trợ giúp này
arg-version = In phiên bản của chương trình và của SQLite
arg-dir = Thư mục chứa danh sách của cơ quan
arg-month = Tháng (tính đến ngày cuối tháng)
arg-as-of = Tính đến ngày này
arg-build-only = Chỉ các văn bản này, không có trang mục lục: kể bao nhiêu cũng được, cách nhau bằng dấu phẩy
arg-build-out = Thư mục ghi các văn bản
arg-out = Ghi vào tệp này; đuôi tệp cho biết định dạng
arg-export-out = Ghi vào tệp (hoặc thư mục, với all, packet, --by và phiếu điểm danh) này; đuôi tệp cho biết định dạng
arg-format = Định dạng; không nêu thì bảng trên màn hình, csv khi chuyển sang lệnh khác
arg-mode = Làm gì với dòng đã có
arg-max-end = sync dừng lại nếu phải kết thúc nhiều hơn số phần trăm này
arg-fail-on = Mức phát hiện làm lệnh kết thúc với mã 1
arg-anonymise = Bỏ mọi thông tin cá nhân: họ tên, mã, năm sinh, điện thoại, chức vụ, cơ quan, người ký, ghi chú; giữ tên đơn vị và số quyết định
arg-profile = Cột cá nhân: public (công khai), internal (nội bộ), full (cả điện thoại, năm sinh)
arg-no-xlsx = Chỉ ghi csv và html, không ghi xlsx
arg-excel = csv cho Excel: có BOM, xuống dòng kiểu Windows, ngăn cách bằng dấu ; khi văn bản là tiếng Việt, mã giữ nguyên khi mở
arg-delimiter = Dấu ngăn cách trong csv, thay cho dấu mặc định
arg-policy = Quy định: three-tier (ba cấp), two-tier (hai cấp), hoặc một tệp TOML
arg-file = Tệp
arg-backup-file = Tệp mới để sao lưu vào
arg-mend = Sửa những gì sửa được; giữ một bản của tệp như trước khi sửa
arg-salvage = Cơ sở dữ liệu mới để cứu những gì còn đọc được của tệp bị hỏng
arg-inspect-file = Tệp cần xem
arg-files = Danh sách (csv, tsv, txt, xlsx, xlsm, xls, ods) hoặc thư mục chứa danh sách
arg-kind = Đây là danh sách gì; không nêu thì nhận ra theo tên tệp và tiêu đề cột
arg-encoding = Bảng mã của các tệp không phải UTF-8; không nêu thì đoán theo mặt chữ, với TCVN3 và VNI thì cần nêu
arg-form = Danh sách nào, hoặc mẫu quyết định cho Word (decision)
arg-number = Số của quyết định (annex, decision)
arg-briefing = Tài liệu kèm theo của tháng (packet); mỗi tệp được chép vào thư mục briefing và có liên kết ở từng trang
arg-template = Mẫu quyết định riêng của cơ quan (docx), chỗ cần điền ghi tên trong hai ngoặc nhọn
arg-dry-run = Chạy thử: cho xem tất cả, không lưu gì
arg-errors = Ghi lại các dòng của tệp nguồn kèm lỗi vào tệp này (xlsx hoặc csv) để sửa
arg-only = Chỉ các kiểm tra này
arg-skip = Bỏ các kiểm tra này
arg-list = Liệt kê các kiểm tra
arg-explain = Giải thích một kiểm tra hoặc một loại lỗi
arg-who = Mã hoặc tên đơn vị, mã hoặc tên cán bộ
arg-what = Liệt kê gì
arg-export-what = Xuất gì
arg-under = Chỉ những gì thuộc đơn vị này (mã hoặc tên)
arg-level = Chỉ cấp này (mã hoặc tên)
arg-duty = Chỉ nhiệm vụ này (mã hoặc tên)
arg-find = Chỉ các dòng có chữ này, không phân biệt dấu
arg-list-from = Ngày đầu
arg-list-to = Ngày cuối
arg-export-from = Ngày đầu của các biến động, của tỷ lệ dự họp, hoặc của kỳ tổng kết
arg-export-to = Ngày cuối của các biến động, của tỷ lệ dự họp, hoặc của kỳ tổng kết; không nêu thì đến hôm nay
arg-diff-from = Ngày trước
arg-diff-to = Ngày sau
arg-list-cadre = Quá trình phụ trách của cán bộ này (mã hoặc tên)
arg-list-unit = Quá trình phụ trách ở đơn vị này (mã hoặc tên)
arg-by = Mỗi đơn vị của cấp này một văn bản (roster, attendance, digest); tỷ lệ theo cấp này, theo nhiệm vụ (duty) hoặc theo tháng (month) (turnout)
arg-export-decision = Số của quyết định cần xuất phụ lục hoặc văn bản
arg-shell = Loại shell
arg-command = Lệnh

value-FILE = TỆP
value-DIR = THƯ_MỤC
value-LANG = NGÔN_NGỮ
value-WHEN = LÚC
value-MONTH = THÁNG
value-DAY = NGÀY
value-MODE = CÁCH
value-PERCENT = PHẦN_TRĂM
value-SEVERITY = MỨC
value-PROFILE = MỨC_CÔNG_KHAI
value-POLICY = QUY_ĐỊNH
value-LIST = DANH_SÁCH
value-ENCODING = BẢNG_MÃ
value-CHECK = KIỂM_TRA
value-WHO = AI
value-WHAT = GÌ
value-UNIT = ĐƠN_VỊ
value-LEVEL = CẤP
value-DUTY = NHIỆM_VỤ
value-TEXT = CHỮ
value-FORMAT = ĐỊNH_DẠNG
value-DELIMITER = DẤU
value-SHELL = SHELL
value-COMMAND = LỆNH
value-OPTIONS = [TÙY CHỌN]

usage-no-value = { $arg } cần một giá trị đi kèm
usage-bad-value = { $arg } không nhận «{ $value }»{ $expected ->
        [none] {""}
       *[other] ; { $expected }
    }
usage-day-impossible = { $arg }: ngày «{ $value }» không có trong lịch
usage-unknown-argument = không có tùy chọn hay tham số «{ $arg }» ở đây
usage-unknown-command = không có lệnh «{ $name }»
usage-conflict = không dùng { $arg } cùng với { $other }
usage-missing = còn thiếu: { $arg }
usage-no-command = chưa có lệnh nào
usage-not-utf8 = có chữ không phải UTF-8
usage-wrong = gõ sai: { $arg }
usage-see-help = Xem: { $command } --help
expected-one-of = dùng một trong: { $values }
expected-month = viết tháng như 2022-05 hoặc 05/2022
expected-as-of = viết ngày như 2022-05-31 hoặc 31/05/2022
expected-max-end = viết số phần trăm từ 0 đến 100
arg-sheets = Trang tính cần đọc (nhiều trang thì nêu nhiều lần); không nêu thì nhận ra theo tiêu đề cột
arg-header-row = Số của dòng tên cột trong Excel; không nêu thì chương trình tự tìm
expected-header-row = hãy ghi số của dòng, ví dụ 5
arg-headings = Tên cột của cơ quan là cột nào, ví dụ «Đ/c=full_name»; được nhớ cho lần sau
arg-values = Giá trị cho cả cột không có trong tệp, ví dụ duty=commune-team
arg-pad-codes = Mã có chừng này chữ số: thêm lại số 0 ở đầu
arg-fill-merged = Ô gộp có nghĩa là các dòng giống nhau
arg-answers = Tệp hỏi và trả lời về những tên chưa rõ: chưa có thì ghi ra, có rồi thì đọc
value-SHEET = TRANG_TÍNH
value-DIGITS = SỐ_CHỮ_SỐ
value-ROW = DÒNG
value-HEADING = TÊN_CỘT=CỘT
value-VALUE = CỘT=GIÁ_TRỊ
help-assign = Phân công một cán bộ phụ trách một đơn vị
help-replace = Thay cán bộ này bằng cán bộ khác, trong một lần
help-release = Thôi phân công một cán bộ ở một đơn vị, hoặc tất cả
help-vacancy = Báo khuyết, gia hạn hoặc đóng một vị trí khuyết
help-cadre = Đổi tình trạng của cán bộ từ một ngày
help-log = Nhật ký: khi nào, ai, việc gì, từ tệp nào
help-undo = Hoàn tác một thay đổi
arg-cadre = Cán bộ: mã hoặc họ tên
arg-unit = Đơn vị: mã hoặc tên
arg-old = Người bàn giao: mã hoặc họ tên
arg-new = Người nhận: mã hoặc họ tên
arg-from = Ngày đầu tiên
arg-to = Ngày cuối cùng
arg-on = Ngày đầu của người mới, hoặc ngày đầu không còn người cũ
arg-since = Ngày bắt đầu khuyết
arg-until = Ngày cuối chấp nhận khuyết; báo khuyết mà không nêu là không thời hạn
arg-decision = Số quyết định
arg-reason = Lý do, ghi vào ghi chú
arg-status = Tình trạng của cán bộ kể từ đó
arg-vacancy-deed = Làm gì với vị trí khuyết
arg-deed = Việc cần làm
arg-vacancy-on = Ngày đầu tiên không chấp nhận khuyết nữa (close)
arg-log-change = Số của thay đổi, để xem các dòng trước và sau
arg-change = Số của thay đổi; không nêu là thay đổi gần nhất
expected-from = hãy ghi ngày như 2022-05-31 hoặc 31/05/2022
expected-to = hãy ghi ngày như 2022-05-31 hoặc 31/05/2022
expected-on = hãy ghi ngày như 2022-05-31 hoặc 31/05/2022
expected-since = hãy ghi ngày như 2022-05-31 hoặc 31/05/2022
expected-until = hãy ghi ngày như 2022-05-31 hoặc 31/05/2022
value-CADRE = CÁN_BỘ
value-CHANGE = SỐ
value-DECISION = SỐ_QĐ
value-DEED = VIỆC
value-NEW = NGƯỜI_MỚI
value-OLD = NGƯỜI_CŨ
value-STATUS = TÌNH_TRẠNG
arg-history = Những thay đổi nào đã tạo ra các dòng này: khi nào, ai, từ tệp nào
help-close = Chốt một tháng: tài liệu của tháng giữ nguyên như lúc này; không nêu tháng thì liệt kê các tháng đã chốt
arg-close-month = Tháng cần chốt
help-reform = Sáp nhập, chia tách, đổi tên, chuyển đơn vị theo bảng mã cũ và mã mới, cùng mọi phân công liên quan
    .after =
        Các cột của bảng: old_code, new_code, new_name, type, parent_code, whole (toàn bộ hoặc một phần), level, note.
        Để trống mã mới là giải thể, để trống mã cũ là thành lập. Đơn vị cấp dưới đi theo đơn vị cấp trên.
        --review TỆP ghi ra những gì cần quyết định; điền xong thì lần sau làm theo.
arg-table = Bảng đơn vị cũ và đơn vị mới (csv, xlsx, xls, ods)
arg-reform-on = Ngày đầu của tình trạng mới
arg-review = Danh sách cần quyết định (csv hoặc xlsx): chưa có thì ghi ra, có rồi thì làm theo
arg-reform-policy = Quy định của cơ quan từ ngày đó: three-tier, two-tier, hoặc tệp TOML; các ngày trước giữ quy định cũ
help-calendar = Lịch họp của tháng: đề xuất ngày, giờ cho cuộc họp chưa có, để không ai phải dự hai nơi cùng lúc
help-propose = Đề xuất người cho các vị trí còn trống, ít điểm nhất, kèm căn cứ; chỉ lưu khi có --apply
arg-apply = Lưu đề xuất
arg-pairs = Danh sách các cặp cần giữ hoặc cần tránh: cán bộ, đơn vị, yêu cầu (keep hoặc never), lý do, đến ngày
arg-why = Vì sao không phải người khác: đơn vị
arg-not = Vì sao không phải người khác: cán bộ
arg-propose-from = Ngày đầu của phân công; không nêu là ngày xét vị trí trống
arg-propose-decision = Số quyết định sẽ làm căn cứ
arg-rebalance = Chuyển cả người đang phụ trách, đến phương án tốt nhất với nhiều nhất --max-moves lần chuyển
arg-max-moves = Số người nhiều nhất phải chuyển địa bàn
value-MOVES = SỐ_LẦN
expected-max-moves = hãy ghi một số nguyên từ 0 đến 10.000
help-status = Tình hình trong một màn hình: độ phủ từng nhiệm vụ, từng địa bàn, chỗ trống lâu nhất, thay đổi trong tháng
