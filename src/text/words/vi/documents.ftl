### Chữ trong các văn bản và bảng: tiêu đề, tên cột, các câu ngắn.

title-roster = DANH SÁCH PHÂN CÔNG PHỤ TRÁCH ĐỊA BÀN
title-gaps = VỊ TRÍ CÒN TRỐNG
title-index = PHÂN CÔNG PHỤ TRÁCH ĐỊA BÀN
title-load = SỐ ĐỊA BÀN PHỤ TRÁCH CỦA TỪNG CÁN BỘ
title-summary = TỔNG HỢP PHÂN CÔNG
title-changes = BIẾN ĐỘNG PHÂN CÔNG
title-findings = KẾT QUẢ KIỂM TRA PHÂN CÔNG
title-calendar = LỊCH HỌP TRONG THÁNG

as-of = Tính đến ngày { $day }
month = Tháng { $month }
from-to = Từ ngày { $from } đến ngày { $to }
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
place-and-day = …………………, ngày …… tháng …… năm { $year }
signs-left = NGƯỜI LẬP BIỂU
signs-right = TRƯỞNG BAN
party-heading = ĐẢNG CỘNG SẢN VIỆT NAM
page-of = Trang { $page }/{ $pages }
sheet-full = trang tính «{ $name }» chỉ chứa được { $rows } dòng và { $columns } cột; hãy chia nhỏ dữ liệu (--under) hoặc xuất ra csv
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
list-name-units = đơn vị
list-name-cadres = cán bộ
list-name-assignments = phân công
list-name-vacancies = vị trí khuyết
list-name-seats = số vị trí riêng

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
column-area = Địa bàn phụ trách
column-area_code = Mã địa bàn
column-area_name = Địa bàn
column-at = Lúc (UTC)
column-birth_year = Năm sinh
column-cadre_code = Mã cán bộ
column-cadres = Số cán bộ
column-change = Lần
column-changed = Sửa
column-check = Kiểm tra
column-code = Mã
column-column = Cột
column-command = Lệnh
column-day = Ngày
column-days = Số ngày trống
column-decision_no = Số quyết định
column-duty = Mã nhiệm vụ
column-duty_name = Nhiệm vụ
column-empty = Còn thiếu
column-ended = Kết thúc
column-event = Việc
column-file = Tệp
column-files = Tệp
column-filled = Đã có người
column-from = Từ ngày
column-full_name = Họ và tên
column-gaps = Còn trống
column-group_code = Mã cụm vùng
column-held = Đang có
column-hint = Cách sửa
column-home_unit_code = Mã đơn vị công tác
column-households = Số hộ
column-last_cadre_code = Mã người trước
column-last_holder = Người phụ trách trước
column-level = Cấp
column-limit = Giới hạn
column-list = Danh sách
column-max = Tối đa
column-meeting = Cuộc họp
column-message = Nội dung
column-min = Tối thiểu
column-name = Tên đơn vị
column-note = Ghi chú
column-organization = Đơn vị công tác
column-parent_code = Mã đơn vị cấp trên
column-parent_path = Thuộc
column-phone = Điện thoại
column-position = Chức vụ
column-reason = Lý do
column-row = Dòng
column-rows = Số dòng
column-seats = Số vị trí
column-severity = Mức
column-sheet = Trang tính
column-since = Từ ngày
column-status = Tình trạng
column-status_from = Tình trạng từ ngày
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
column-who = Người làm
column-what = Loại
column-asked = Tên trong danh sách
column-candidates = Có thể là
