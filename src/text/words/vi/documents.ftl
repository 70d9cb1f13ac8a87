### Chữ trong các văn bản và bảng: tiêu đề, tên cột, các câu ngắn.

title-roster = DANH SÁCH PHÂN CÔNG PHỤ TRÁCH ĐỊA BÀN
title-gaps = VỊ TRÍ CÒN TRỐNG
title-coverage = ĐỘ PHỦ THEO NGÀY
title-comparison = SO VỚI THÁNG TRƯỚC
title-index = PHÂN CÔNG PHỤ TRÁCH ĐỊA BÀN
title-load = SỐ ĐỊA BÀN PHỤ TRÁCH CỦA TỪNG CÁN BỘ
title-summary = TỔNG HỢP PHÂN CÔNG
title-changes = BIẾN ĐỘNG PHÂN CÔNG
title-decision = DANH SÁCH PHÂN CÔNG, THAY THẾ, THÔI PHÂN CÔNG PHỤ TRÁCH ĐỊA BÀN
title-service = QUÁ TRÌNH PHỤ TRÁCH ĐỊA BÀN
title-states = SO SÁNH PHÂN CÔNG GIỮA HAI NGÀY
title-findings = KẾT QUẢ KIỂM TRA PHÂN CÔNG
title-calendar = LỊCH HỌP TRONG THÁNG
title-decisions = DANH SÁCH QUYẾT ĐỊNH PHÂN CÔNG

as-of = Tính đến ngày { $day }
compared-with = So với ngày { $day }
month = Tháng { $month }
from-to = Từ ngày { $from } đến ngày { $to }
from-day = Từ ngày { $from }
to-day = Đến ngày { $to }
sum-group = { $cadres } cán bộ phụ trách { $units } địa bàn{ $told ->
        [yes] , { $seats } vị trí
       *[no] {""}
    }{ $gaps ->
        [0] {""}
       *[other] , còn trống { $gaps } vị trí
    }
total-roster = Cộng: { $cadres } cán bộ, { $seats } vị trí{ $gaps ->
        [0] {""}
       *[other] , còn trống { $gaps }
    }
total-gaps = Cộng: còn trống { $count } vị trí
total-coverage = { $count ->
        [0] Ngày nào cũng có đủ người phụ trách.
       *[other] Cộng: { $count } trường hợp, { $days } ngày thiếu người{ $accepted ->
            [0] {""}
           *[other] , trong đó { $accepted } ngày đã chấp nhận khuyết
        }
    }
total-decisions = Cộng: { $count } quyết định{ $unlisted ->
        [0] {""}
       *[other] , trong đó { $unlisted } số chưa có trong danh sách quyết định
    }
annex-of = Phụ lục kèm theo Quyết định số { $number }{ $day ->
        [none] {""}
       *[other] {" "}ngày { $day }
    }{ $issuer ->
        [none] {""}
       *[other] {" "}của { $issuer }
    }
annex-signer = Người ký: { $signer }
annex-effective = Có hiệu lực từ ngày { $day }
annex-blank = (Kèm theo Quyết định số …………, ngày …… tháng …… năm { $year })
sum-assigns = phân công mới { $cadres } cán bộ, { $units } địa bàn
sum-replaces = thay thế { $cadres } cán bộ, { $units } địa bàn
sum-releases = thôi phân công { $cadres } cán bộ, { $units } địa bàn
total-decision = Cộng: { $sum }
decision-nothing = Không có phân công mới, thay thế hay thôi phân công.
decision-assigns = Phân công mới
decision-replaces = Thay thế
decision-releases = Thôi phân công
reason-of-predecessor = người trước { $reason }
end-assignment = thôi phân công
end-unit = địa bàn không còn
service-days = Số ngày
states-of = So sánh ngày { $before } với ngày { $after }
states-same = Không có gì khác.
total-states = Khác: { $seats } vị trí, { $units } đơn vị, tình trạng của { $cadres } cán bộ
state-of-seat = vị trí
state-of-unit = đơn vị
state-of-cadre = cán bộ
state-no-unit = (không có đơn vị)
state-not-yet = (chưa có)
state-unit-there = đang có
state-unit-since = có từ ngày { $day }
state-unit-ended = thôi hoạt động từ ngày { $day }
place-and-day = …………………, ngày …… tháng …… năm { $year }
signs-left = NGƯỜI LẬP BIỂU
signs-right = TRƯỞNG BAN
party-heading = ĐẢNG CỘNG SẢN VIỆT NAM
page-of = Trang { $page }/{ $pages }
sheet-full = trang tính «{ $name }» chỉ chứa được { $rows } dòng và { $columns } cột, danh sách này có { $count } dòng và { $wide } cột; hãy chia nhỏ dữ liệu (--under) hoặc xuất ra csv
document-full = văn bản Word chỉ chứa được { $rows } dòng và { $columns } cột, danh sách này có { $count } dòng và { $wide } cột; hãy chia nhỏ dữ liệu (--under) hoặc xuất ra xlsx
whole-office = Toàn bộ
nobody = (còn trống)
gap-since = (còn trống từ { $day })
gap-accepted = { $until ->
        [none] (khuyết, đã chấp nhận)
       *[other] (khuyết, đã chấp nhận đến { $until })
    }
born = Sinh năm { $year }
status-from = { $status } từ ngày { $day }
index-documents = Các tệp của tháng

list-units = DANH SÁCH ĐƠN VỊ
list-cadres = DANH SÁCH CÁN BỘ
list-assignments = DANH SÁCH PHÂN CÔNG
list-vacancies = DANH SÁCH VỊ TRÍ KHUYẾT
list-seats = DANH SÁCH SỐ VỊ TRÍ RIÊNG
list-decisions = DANH SÁCH QUYẾT ĐỊNH
list-meetings = LỊCH HỌP, SINH HOẠT HẰNG THÁNG
list-attendance = ĐIỂM DANH HỌP, SINH HOẠT
list-feedback = Ý KIẾN, KIẾN NGHỊ CỦA CƠ SỞ

title-absences = DANH SÁCH CÁN BỘ VẮNG HỌP, SINH HOẠT
title-unheld = CÁC CUỘC HỌP, BUỔI SINH HOẠT KHÔNG DIỄN RA HOẶC CHƯA BÁO CÁO
title-turnout = TÌNH HÌNH DỰ HỌP, SINH HOẠT
title-open-feedback = Ý KIẾN, KIẾN NGHỊ CHƯA ĐƯỢC TRẢ LỜI
title-digest = TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA CƠ SỞ
total-absences = Cộng: { $count } trường hợp
total-unheld = Cộng: { $told } cuộc không họp; { $untold } cuộc chưa báo cáo
total-feedback = Cộng: { $count } ý kiến chưa trả lời, trong đó quá hạn { $late }
meeting-untold = chưa báo cáo
all-of-it = Cộng
other-bodies = cơ quan khác
digest-numbers = Nêu trong tháng: { $raised }. Đã trả lời trong tháng: { $answered }. Chưa trả lời: { $open }, trong đó quá hạn: { $late }.
digest-open = Chưa trả lời – { $level } ({ $count })
digest-answered = Đã trả lời trong tháng ({ $count })
list-name-units = đơn vị
list-name-cadres = cán bộ
list-name-assignments = phân công
list-name-vacancies = vị trí khuyết
list-name-seats = số vị trí riêng
list-name-decisions = quyết định
list-name-meetings = lịch họp
list-name-attendance = điểm danh
list-name-feedback = ý kiến cơ sở

event-unit-begins = Đơn vị được thành lập
event-unit-ends = Đơn vị thôi hoạt động
event-cadre-begins = Nhận công tác
event-cadre-retires = Nghỉ hưu
event-cadre-transfers = Chuyển công tác
event-cadre-leave = Nghỉ dài hạn
event-cadre-dies = Từ trần
event-assignment-begins = Phân công
event-assignment-ends = Thôi phân công
event-vacancy-begins = Chấp nhận khuyết
event-vacancy-ends = Hết hạn khuyết

column-accepted = Đã chấp nhận khuyết
column-accepted_until = Chấp nhận khuyết đến
column-added = Thêm
column-after = Về sau
column-area = Địa bàn phụ trách
column-area_code = Mã địa bàn
column-area_name = Địa bàn
column-assignments_begun = Phân công mới
column-assignments_ended = Thôi phân công
column-assignments = Số phân công
column-at = Lúc (UTC)
column-after_codes = Mã về sau
column-before = Trước đó
column-before_codes = Mã trước đó
column-birth_year = Năm sinh
column-cadre_code = Mã cán bộ
column-cadres = Số cán bộ
column-cadres_before = Số cán bộ tháng trước
column-cadres_difference = Tăng, giảm cán bộ
column-came = Người nhận phụ trách
column-change = Lần
column-changed = Sửa
column-check = Kiểm tra
column-code = Mã
column-column = Cột
column-command = Lệnh
column-day = Ngày
column-days = Số ngày trống
column-days_accepted = Đã chấp nhận khuyết
column-days_covered = Số ngày đủ người
column-days_in_month = Số ngày trong tháng
column-days_uncovered = Số ngày thiếu người
column-decision_no = Số quyết định
column-duty = Mã nhiệm vụ
column-duty_name = Nhiệm vụ
column-effective = Ngày hiệu lực
column-empty = Còn thiếu
column-ended = Kết thúc
column-event = Việc
column-file = Tệp
column-files = Tệp
column-filled = Đã có người
column-filled_before = Đã có người tháng trước
column-filled_difference = Tăng, giảm đã có người
column-from = Từ ngày
column-full_name = Họ và tên
column-gaps = Còn trống
column-gaps_before = Còn trống tháng trước
column-gaps_difference = Tăng, giảm còn trống
column-group_code = Mã cụm vùng
column-held = Đang có
column-hint = Cách sửa
column-home_unit_code = Mã đơn vị công tác
column-households = Số hộ
column-in_force = Đang hiệu lực
column-issuer = Cơ quan ban hành
column-last_cadre_code = Mã người trước
column-last_holder = Người phụ trách trước
column-left = Người thôi phụ trách
column-level = Cấp
column-limit = Giới hạn
column-list = Danh sách
column-max = Tối đa
column-meeting = Cuộc họp
column-message = Nội dung
column-min = Tối thiểu
column-name = Tên đơn vị
column-note = Ghi chú
column-number = Số quyết định
column-attending = Người dự
column-monday = Thứ Hai
column-tuesday = Thứ Ba
column-wednesday = Thứ Tư
column-thursday = Thứ Năm
column-friday = Thứ Sáu
column-saturday = Thứ Bảy
column-sunday = Chủ nhật
column-rule = Ngày trong tháng
column-place = Địa điểm
column-presence = Dự họp
column-months_running = Số tháng liền vắng
column-missed = Số lần vắng
column-absence_reason = Lý do vắng
column-excused = Có phép
column-came_last = Lần dự gần nhất
column-held_last = Lần họp gần nhất
column-state = Tình trạng
column-by_code = Mã
column-by_name = Nhóm
column-meetings_held = Đã họp
column-meetings_not_held = Không họp
column-times_due = Lượt phải dự
column-times_present = Lượt dự
column-times_excused = Vắng có phép
column-times_absent = Vắng không phép
column-rate = Tỷ lệ dự
column-rate_before = Kỳ trước
column-household_rate = Tỷ lệ hộ dự
column-days_open = Số ngày chờ trả lời
column-days_late = Quá hạn (ngày)
column-rests_with = Cấp giải quyết
column-met = Ngày họp
column-raised = Ngày nêu
column-households_invited = Số hộ mời
column-households_present = Số hộ dự
column-raised_by = Người nêu
column-matter = Nội dung ý kiến
column-sent_to = Chuyển đến
column-due = Hạn trả lời
column-answered = Ngày trả lời
column-answer = Nội dung trả lời
column-hour = Giờ
column-organization = Đơn vị công tác
column-parent_code = Mã đơn vị cấp trên
column-parent_path = Thuộc
column-phone = Điện thoại
column-position = Chức vụ
column-predecessor = Thay cho
column-reason = Lý do
column-replaces = Thay thế quyết định số
column-row = Dòng
column-rows = Số dòng
column-seats = Số vị trí
column-seats_before = Số vị trí tháng trước
column-seats_difference = Tăng, giảm vị trí
column-severity = Mức
column-sheet = Trang tính
column-signed = Ngày ký
column-signer = Người ký
column-since = Từ ngày
column-status = Tình trạng
column-status_from = Tình trạng từ ngày
column-stretches = Các ngày thiếu người
column-stt = STT
column-to = Đến ngày
column-type = Loại hình
column-unchanged = Giữ nguyên
column-unit_code = Mã đơn vị
column-unit_codes = Mã các địa bàn phụ trách
column-unit_name = Tên đơn vị
column-unit_path = Địa chỉ
column-units = Số địa bàn
column-until = Đến ngày
column-value = Giá trị
column-rows_kept = Số dòng giữ được
column-rows_left = Số dòng bỏ lại
column-table = Bảng
column-unreadable = Có dòng không đọc được
column-who = Người làm
column-what = Loại
column-asked = Tên trong danh sách
column-candidates = Có thể là

editing-notes = Hướng dẫn
editing-title = CÁCH SỬA DANH SÁCH NÀY RỒI NHẬP LẠI
editing-change = Sửa: gõ đè lên ô cần sửa. Mỗi dòng được nhận ra theo: { $keys }. Sửa ô ở các cột này là xóa dòng cũ và thêm dòng mới.
editing-add = Thêm: ghi vào dòng trống ngay dưới danh sách. Cột tiêu đề màu xanh đậm là bắt buộc, màu xanh nhạt thì có thể để trống.
editing-end = { $list ->
        [cadres] Thôi công tác: không xóa dòng của cán bộ; chọn tình trạng mới và ghi ngày bắt đầu của tình trạng đó.
        [seats] Bỏ: xóa cả dòng thì đơn vị trở lại số vị trí theo quy định.
        [decisions] Bỏ một quyết định ghi nhầm: xóa cả dòng. Quyết định đã hết hiệu lực cứ để nguyên để tra cứu.
        [meetings] Khi thôi họp: xóa cả dòng.
        [attendance] Ghi nhầm: xóa cả dòng. Dòng để trống cột «Dự họp» là chưa điểm danh, khi nhập thì bỏ qua.
        [feedback] Ghi nhầm: xóa cả dòng. Ý kiến đã trả lời cứ để nguyên để tra cứu.
        [vacancies] Kết thúc: ghi ngày cuối cùng vào cột «Đến ngày», hoặc xóa cả dòng (khi đó kết thúc vào hôm trước ngày nhập). Dòng đã kết thúc cứ để nguyên.
       *[other] Kết thúc: ghi ngày cuối cùng vào cột «Đến ngày», hoặc xóa cả dòng (khi đó kết thúc vào hôm trước ngày nhập). Dòng đã kết thúc cứ để nguyên để tra cứu.
    }
editing-grey = Cột màu xám chỉ để đọc: cho biết mã bên cạnh là của ai, ở đâu. Không sửa ở đó: ghi trái với mã thì bị báo lỗi; dòng thêm mới có thể để trống.
editing-arrange = Có thể sắp xếp, lọc, đổi thứ tự và độ rộng cột; không đổi tên cột, không thêm dòng phía trên tiêu đề.
editing-hidden = Giữ nguyên trang tính ẩn «{ $sheet }»: nhờ nó, khi nhập lại chỉ những chỗ đã sửa được lưu, và chỗ nào người khác cũng vừa sửa thì được báo, không bị ghi đè.
editing-import = Nhập lại: lưu tệp, đóng Excel, gõ «phancong import TÊN_TỆP.xlsx --dry-run» để xem trước từng ô thay đổi, rồi gõ lại không có «--dry-run» để lưu.
editing-column = Cột
editing-meaning = Nội dung
editing-must = Bắt buộc
editing-filled = bắt buộc
editing-optional = có thể trống
editing-context = chỉ để đọc
editing-only-day = Gõ ngày, tháng, năm đủ bốn chữ số, ví dụ 31/05/2022.
editing-only-number = Gõ số nguyên từ { $least } đến { $most }.
editing-only-choice = Chọn một giá trị trong danh sách của ô.

about-code = { $list ->
        [units] Mã của đơn vị: mã hành chính hoặc mã do cơ quan đặt; giữ nguyên số 0 ở đầu.
       *[other] Mã của cán bộ do cơ quan đặt, mỗi người một mã; giữ nguyên số 0 ở đầu.
    }
about-name = Tên đầy đủ của đơn vị, ví dụ «Xã An Hiệp».
about-level = { $list ->
        [units] Cấp của đơn vị theo quy định; chọn trong danh sách.
       *[other] Cấp của cán bộ theo quy định; chọn trong danh sách.
    }
about-parent_code = Mã của đơn vị cấp trên trực tiếp; cấp cao nhất thì để trống.
about-type = Loại hình bằng chữ, ví dụ «Xã», «Thị trấn».
about-group_code = Mã của cụm vùng mà đơn vị thuộc về.
about-households = Số hộ của đơn vị.
about-from = { $list ->
        [units] Ngày đầu tiên có đơn vị; để trống nếu có từ trước.
       *[other] Ngày đầu tiên phụ trách.
    }
about-to = { $list ->
        [units] Ngày cuối cùng còn đơn vị; để trống nếu vẫn còn.
       *[other] Ngày cuối cùng phụ trách; để trống nếu chưa kết thúc.
    }
about-note = Ghi chú tự do.
about-full_name = Họ và tên.
about-birth_year = Năm sinh, bốn chữ số.
about-position = Chức vụ, chức danh.
about-organization = Cơ quan, đơn vị nơi công tác.
about-home_unit_code = Mã của đơn vị, địa bàn mà cán bộ thuộc về.
about-phone = Số điện thoại.
about-status = Tình trạng công tác; chỉ người đang công tác mới được tính là phụ trách.
about-status_from = Ngày bắt đầu của tình trạng.
about-cadre_code = Mã của cán bộ được phân công.
about-unit_code = Mã của đơn vị, địa bàn.
about-duty = Nhiệm vụ theo quy định; chọn trong danh sách.
about-decision_no = Số của quyết định phân công.
about-since = Ngày đầu tiên chấp nhận khuyết.
about-until = Ngày cuối cùng chấp nhận khuyết; để trống nếu chưa định.
about-reason = { $list ->
        [attendance] Lý do vắng, hoặc lý do không họp.
       *[other] Lý do chấp nhận khuyết.
    }
about-number = Số của quyết định, đúng như phân công ghi, ví dụ «24-QĐ/HU».
about-day = { $list ->
        [attendance] Ngày họp.
        [feedback] Ngày nêu ý kiến.
       *[other] Ngày ký quyết định.
    }
about-issuer = Cơ quan, cấp ủy ban hành quyết định.
about-signer = Người ký quyết định.
about-effective = Ngày quyết định có hiệu lực; để trống nếu có hiệu lực từ ngày ký.
about-place = Họp ở đâu.
about-hour = Giờ họp, ví dụ 19:30; để trống nếu chưa ấn định.
about-rule = Họp vào ngày nào hằng tháng: 8, hoặc «thứ Bảy tuần thứ hai», «Chủ nhật cuối tháng».
about-meeting = Cuộc họp, buổi sinh hoạt nào: đúng tên trong quy định, hoặc tên cuộc họp khác.
about-presence = Có mặt, vắng có phép, vắng không phép; dòng không có cán bộ thì ghi đã họp hoặc không họp.
about-households_invited = Số hộ được mời họp.
about-households_present = Số hộ có người dự họp.
about-raised_by = Người nêu ý kiến.
about-matter = Nội dung ý kiến, kiến nghị.
about-sent_to = Nơi phải trả lời: một cấp, một đơn vị, hoặc một cơ quan; để trống là nơi nêu ý kiến.
about-due = Ngày phải trả lời chậm nhất.
about-answered = Ngày đã trả lời; để trống nếu chưa trả lời.
about-answer = Nội dung trả lời.
about-replaces = Số của quyết định bị thay thế; nhiều quyết định thì ngăn cách bằng dấu «;».
about-min = Số người cần có.
about-max = Số người nhiều nhất; để trống nếu không giới hạn.
about-unit_name = Tên của đơn vị theo mã.
about-unit_path = Đơn vị và các cấp trên, từ thấp lên cao.
column-about = Nội dung
column-cells = Chi tiết
column-deed = Việc
column-subject = Đối tượng
column-undoes = Hoàn tác số
column-status_before = Tình trạng trước đó
about-status_before = Các tình trạng trước đây, như tệp đã xuất: leave 2022-03-01; active 2022-05-01
column-adjusted = Số dòng điều chỉnh
column-month = Tháng

title-reform = Sắp xếp đơn vị
title-review = Cần quyết định
column-old_code = Mã cũ
column-old_name = Tên cũ
column-fortune = Thay đổi
column-new_code = Mã mới
column-new_name = Tên mới
column-issue = Vấn đề
column-new_unit_code = Mã đơn vị mới
column-new_unit_name = Tên đơn vị mới
column-holders = Những người phụ trách
column-proposed = Đề xuất
column-decision = Phương án
column-to_unit_code = Chuyển đến
fortune-merged = sáp nhập
fortune-split = chia tách
fortune-renamed = đổi tên
fortune-recoded = đổi mã
fortune-retyped = đổi loại
fortune-moved = chuyển về đơn vị cấp trên khác
fortune-abolished = giải thể
fortune-founded = thành lập
fortune-follows = theo đơn vị cấp trên
fortune-stays = giữ nguyên
issue-split = thuộc đơn vị bị chia
issue-doubled = vị trí có nhiều người
issue-gone = đơn vị không còn
verdict-keep = giữ
verdict-end = thôi
verdict-move = chuyển
reform-followed = { $count } đơn vị đi theo đơn vị cấp trên.
reform-carried = { $count } phân công tiếp tục ở đơn vị kế thừa.
reform-ended = «{ $duty }»: { $count } phân công kết thúc.
reform-unheld = «{ $duty }» là nhiệm vụ mới: { $count } vị trí cần phân công.
reform-doubled = Vị trí có nhiều người hơn quy định: { $count }; số người dôi dư: { $surplus }
reform-emptied = Vị trí trở thành còn trống: { $count }
reform-idle = Cán bộ không còn phụ trách địa bàn nào: { $count }
reform-absent = Trong đó { $count } phân công kết thúc vì người phụ trách không còn công tác.
title-proposal = ĐỀ XUẤT PHÂN CÔNG
because-pinned = cơ quan đã chọn
because-own = ở { $home }
because-same = ở { $home }, cùng { $area }
because-elsewhere = ở { $home }
because-returning = trước đây đã phụ trách
because-held = { $held ->
        [0] chưa phụ trách địa bàn nào
       *[other] đang phụ trách { $held } địa bàn
    }
because-others = { $count } người khác cùng điều kiện đã phụ trách từ { $least } địa bàn
because-alone = không ai khác cùng điều kiện
unfilled-seat = { $place }, «{ $duty }»: còn trống { $count } vị trí
unfilled-nobody = không có ai đang công tác thuộc cấp được giao ({ $levels })
unfilled-none-here = trong { $area } không có ai đang công tác thuộc cấp được giao ({ $levels })
unfilled-all-full = cả { $count } người có thể nhận trong { $area } đều đã phụ trách đủ số địa bàn cho phép
unfilled-needed-elsewhere = { $count } người còn nhận thêm được đều cần cho vị trí khác
relax-limit = đủ người nếu mỗi cán bộ được phụ trách { $to } địa bàn thay vì { $from }
relax-neighbour = đủ người nếu lấy người của nơi khác, như { $who }, { $home }
relax-one-more = đủ người nếu thêm một cán bộ ở { $home }
column-because = Căn cứ đề xuất
column-cost = Điểm
unfilled-pinned = cơ quan đã chọn người, nhưng người đó không nhận được
column-moves = Số lần chuyển
column-gain = Điểm bớt được
heading-replaces = Thay cho

day-blank = ngày …… tháng …… năm ……
day-of-signing = ngày ký
paper-abstract = về việc phân công cán bộ phụ trách địa bàn
paper-replaces = , thay thế Quyết định số { $numbers }
paper-recipients =
    - Như Điều { $last },
    - Cấp trên trực tiếp (để báo cáo),
    - Các đơn vị có cán bộ được phân công,
    - Lưu.
title-status = TÌNH HÌNH PHÂN CÔNG PHỤ TRÁCH ĐỊA BÀN

### Trang chung của tháng (index.html).

page-skip = Đến nội dung chính
page-sections = Các phần của trang
page-back = Về trang chung
page-coverage = Độ phủ theo nhiệm vụ
page-no-seats = Chưa có vị trí nào cần người phụ trách.
page-all-filled = Cả { $seats } vị trí đều có người phụ trách.
page-some-empty = Còn trống { $gaps } trong số { $seats } vị trí{ $accepted ->
        [0] {""}
       *[other] , trong đó { $accepted } vị trí đã chấp nhận khuyết
    }.
page-share = của { $seats } { $name }
page-share-seats = của { $seats } vị trí ở { $units } { $name }
page-none-empty = Không còn vị trí trống
page-empty-seats = còn trống { $gaps }{ $accepted ->
        [0] {""}
       *[other] {" "}(đã chấp nhận khuyết { $accepted })
    }
page-vacant-seats = khuyết { $accepted } (đã chấp nhận)
page-before = cuối tháng trước: còn trống { $gaps }
page-held-by = { $cadres } cán bộ phụ trách
page-empty = Vị trí còn trống
page-nothing-empty = Không còn vị trí nào trống.
page-left-out = Còn { $count } dòng nữa, xem trong tệp đầy đủ.
page-map = Độ phủ theo địa bàn
page-map-how = Mỗi ô là một địa bàn. Mở ô (bấm chuột hoặc phím Enter) để xem từng địa bàn bên trong và người phụ trách. Dãy số trong ô là số thứ tự nhiệm vụ ở phần trên; dấu «!» là còn trống.
page-parts-how = Mỗi ô là một địa bàn có trang riêng. Dãy số trong ô là số thứ tự nhiệm vụ ở phần trên; dấu «!» là còn trống.
page-seats-held = vị trí đã có người
page-seat-empty = còn trống{ $count ->
        [1] {""}
       *[other] {" "}{ $count } vị trí
    }{ $since ->
        [none] {""}
       *[other] {" "}từ { $since }
    }
page-seat-accepted = khuyết{ $count ->
        [1] {""}
       *[other] {" "}{ $count } vị trí
    }{ $since ->
        [none] {""}
       *[other] {" "}từ { $since }
    }, đã chấp nhận
page-roster = Danh sách phân công: { $file }
page-table = Bảng độ phủ theo địa bàn và nhiệm vụ
page-area = Địa bàn
page-find = Tìm địa bàn hoặc cán bộ (gõ có dấu hay không dấu đều được)
page-duty = Nhiệm vụ
page-all-duties = Tất cả nhiệm vụ
page-only-empty = Chỉ hiện nơi còn trống
page-open-all = Mở tất cả
page-close-all = Thu gọn tất cả
page-found = Tìm thấy: { $count }
page-found-none = Không tìm thấy.
page-found-empty = còn trống { $count }
page-load = Số địa bàn mỗi cán bộ phụ trách
page-load-units = Số địa bàn
page-load-of = Số { $name }
page-load-people = Số cán bộ
page-load-even = { $people } cán bộ, mỗi người { $units } { $name }
page-load-over = vượt mức
page-load-limit = Mỗi cán bộ phụ trách nhiều nhất { $limit }; { $over ->
        [0] không có ai vượt mức
       *[other] { $over } người vượt mức
    }.
page-changes = Biến động phân công
page-compared = So với tháng trước
page-days = Độ phủ theo ngày
page-no-changes = Không có biến động.
page-count = { $count }
page-one-by-one = Xem từng biến động
page-trend = Độ phủ qua các tháng đã chốt
page-trend-how = Số liệu từng tháng như lúc chốt; dòng cuối là tháng của trang này.
page-rosters = Danh sách phân công từng địa bàn: { $count } tệp

### Tài liệu sinh hoạt tháng của cán bộ được phân công phụ trách địa bàn.

title-packet = TÀI LIỆU SINH HOẠT THÁNG { $month }
title-acknowledgements = DANH SÁCH KÝ NHẬN TÀI LIỆU SINH HOẠT THÁNG { $month }
packet-purpose = (Dùng cho cán bộ được phân công phụ trách địa bàn)
packet-for = Đồng chí:
packet-places = Địa bàn phụ trách
packet-meetings = Các cuộc họp, buổi sinh hoạt phải dự trong tháng
packet-no-meetings = Trong tháng không có cuộc họp nào ở địa bàn phụ trách.
packet-proposed-how = Dấu «x» ở cột «Đề xuất»: ngày, giờ mới là đề xuất, đơn vị chưa ấn định; cần hỏi lại trước khi đến dự.
packet-contacts = Người cần liên hệ ở địa bàn
packet-no-contacts = Danh sách cán bộ chưa có ai ở địa bàn giữ các chức danh cần liên hệ.
packet-open = Ý kiến, kiến nghị của cơ sở từ các tháng trước chưa được trả lời
packet-none-open = Không có ý kiến nào từ các tháng trước còn chưa được trả lời.
packet-briefings = Tài liệu kèm theo
packet-no-briefings = Tháng này không có tài liệu kèm theo.
packet-feedback = Ý kiến, kiến nghị của cơ sở
packet-said = Nội dung ý kiến, kiến nghị
packet-said-by = Của ai, ở đâu
packet-settled-by = Đề nghị cấp giải quyết
packet-feedback-how = Ghi lại khi dự họp, sinh hoạt ở địa bàn rồi gửi về cơ quan phát tài liệu này.
packet-group = { $name } ({ $count } cán bộ)
packet-other-duties = Nhiệm vụ khác
column-weekday = Thứ
column-received = Ngày nhận
column-receipt = Ký nhận
column-remarks = Ghi chú

### Tổng kết nhiều năm.

title-stretch-review = SỐ LIỆU TỔNG KẾT VIỆC PHÂN CÔNG PHỤ TRÁCH ĐỊA BÀN
review-lists-begin = Danh sách phân công bắt đầu từ ngày { $day }; trước ngày đó chưa có số liệu, nên mọi số liệu dưới đây tính từ ngày này.
review-policy-until = Đến hết ngày { $day } tính theo quy định trước; từ ngày tiếp theo tính theo quy định sau.
review-duty-before = { $name } (chỉ có ở đầu kỳ)
review-duty-since = { $name } (chỉ có ở cuối kỳ)
review-duty-between = { $name } (chỉ có giữa kỳ)
review-charted = Số liệu biểu đồ
review-whole = Cả kỳ
review-share = Tỷ lệ có người phụ trách
review-points = { $points } điểm %
review-untold = «Chưa có số liệu»: danh sách chưa ghi gì về vị trí cho đến lúc đó, nên không rõ có người phụ trách hay không; không tính là trống, cũng không tính vào tỷ lệ.
review-ends = Phân công đầu kỳ và cuối kỳ
review-ends-picture = Tỷ lệ vị trí có người phụ trách, đầu kỳ và cuối kỳ
review-turnover = Nhận, thôi phụ trách và thay thế
review-turnover-how = Tính sau ngày { $day }. Người tiếp tục phụ trách theo quyết định mới thì không tính. «Thay thế» là người này nhận lại của người khác, đã tính ở cả hai cột kia; người trước không có trong danh sách thì không tính.
review-turnover-picture = Số lượt nhận, thôi phụ trách và thay thế
review-days = Số ngày có người phụ trách
review-days-how = Mỗi vị trí cần có người tính một lần cho mỗi ngày. Tỷ lệ là số ngày có người trên số ngày đã có số liệu.
review-days-picture = Tỷ lệ số ngày có người phụ trách
review-longest = Địa bàn lâu nhất không có người phụ trách
review-longest-total = { $count ->
        [0] Mọi vị trí đều có người phụ trách.
       *[other] Cộng: { $count } vị trí có lúc không có người phụ trách, { $days } ngày{ $rest ->
            [0] {""}
           *[other] ; còn { $rest } vị trí ngắn ngày hơn không nêu ở đây
        }
    }
review-units = Số đơn vị
review-units-how = Trong số thôi hoạt động: nhập là nhập với đơn vị khác; đổi tên, mã là tiếp tục dưới tên, mã hoặc cấp trên khác; ngoài ra chia tách { $split }, giải thể { $abolished }.
review-decisions = Quyết định phân công
review-attendance = Họp, sinh hoạt và dự họp
review-attendance-how = Tính theo các cuộc họp đã điểm danh; tỷ lệ là số lượt dự trên số lượt phải dự.
review-attendance-picture = Tỷ lệ dự họp
review-feedback = Ý kiến, kiến nghị của cơ sở
review-feedback-picture = Số ý kiến đã nêu và đã trả lời
review-cited-on = Số phân công đang hiệu lực ngày { $day }
review-decisions-total = Cộng: { $count } quyết định, trong đó { $new } quyết định mới trong kỳ, { $gone } quyết định đến cuối kỳ không còn phân công nào đang hiệu lực{ $rest ->
        [0] {""}
       *[other] ; còn { $rest } quyết định không nêu ở đây
    }
review-sheet-ends = Đầu kỳ, cuối kỳ
review-sheet-turnover = Nhận, thôi, thay thế
review-sheet-days = Số ngày
review-sheet-longest = Trống lâu nhất
review-sheet-units = Đơn vị
review-sheet-decisions = Quyết định
review-sheet-attendance = Dự họp
review-sheet-feedback = Ý kiến cơ sở
figure-cadres = Số cán bộ phụ trách
figure-units = Số địa bàn
figure-seats = Số vị trí cần có người
figure-filled = Đã có người
figure-gaps = Còn trống
figure-accepted = Trong đó đã chấp nhận khuyết
figure-untold = Chưa có số liệu
figure-begun = Nhận phụ trách
figure-ended = Thôi phụ trách
figure-handed = Thay thế
column-what_counted = Chỉ tiêu
column-at_first = Đầu kỳ
column-at_last = Cuối kỳ
column-difference = Tăng, giảm
column-stretch = Thời gian
column-begun = Nhận phụ trách
column-turnover_ended = Thôi phụ trách
column-handed = Trong đó thay thế
column-days_needed = Số ngày cần người
column-days_held = Có người
column-days_empty = Trống
column-days_vacant = Trong đó chấp nhận khuyết
column-days_untold = Chưa có số liệu
column-share = Tỷ lệ
column-place_alone = Địa bàn
column-days_on_end = Số ngày liền
column-days_alone = Tổng số ngày
column-units_begun = Mới
column-units_ended = Thôi hoạt động
column-units_merged = Trong đó nhập
column-units_renewed = Trong đó đổi tên, mã
column-cited_first = Số phân công đang hiệu lực đầu kỳ
column-cited_begun = Số phân công bắt đầu trong kỳ
column-cited_last = Số phân công đang hiệu lực cuối kỳ
column-feedback_raised = Đã nêu
column-feedback_answered = Đã trả lời
column-feedback_in_time = Trong đó đúng hạn
column-feedback_open = Chưa trả lời cuối kỳ
column-feedback_late = Trong đó quá hạn
column-section = Phần
column-line = Mã dòng
column-line_name = Dòng
column-figure = Chỉ tiêu
