### Chữ trên màn hình: kết quả, lỗi của chương trình, gợi ý.

status-active = đang công tác
presence-present = có mặt
presence-absent = vắng không phép
presence-excused = vắng có phép
presence-held = đã họp
presence-not-held = không họp
status-retired = nghỉ hưu
status-transferred = chuyển công tác
status-leave = nghỉ dài hạn
status-died = từ trần

label-error = LỖI
label-warning = CẢNH BÁO
label-info = LƯU Ý
label-hint = Gợi ý:
counts = { $error } lỗi, { $warning } cảnh báo, { $info } lưu ý.
more-findings = {"  "}… còn { $count } phát hiện nữa cùng loại (xem đủ bằng --format csv hoặc json)
more-differences = … còn { $count } dòng khác biệt nữa
more-findings-import = {"  "}… còn { $count } phát hiện nữa cùng loại (xem đủ bằng --errors TỆP hoặc --format json)
did-you-mean = Có phải «{ $nearest }»?
place-sheet = trang tính «{ $sheet }»
place-row = dòng { $row }
place-column = cột «{ $column }»

progress-reading = Đang đọc
progress-writing = Đang ghi

init-done = Đã tạo { $path } theo «{ $name }»: { $levels } cấp, { $duties } nhiệm vụ.
checked-as-of = Kiểm tra tính đến ngày { $day }:
build-done = Tháng { $month }: { $count } tệp trong { $path }.
documents-written = Đã ghi { $count } tệp vào { $path }.
digest-outside = Có { $count } ý kiến thuộc đơn vị cấp trên, không nằm trong văn bản nào ở trên: xuất lại không có --by để xem.
written = Đã ghi { $path }.
backup-done = Đã sao lưu vào { $path }.
import-saved = Đã lưu vào { $path }.
import-dry-run = Chạy thử: chưa lưu gì vào { $path }.
import-nothing-new = Không có gì mới, { $path } giữ nguyên.
import-refused = danh sách có lỗi: chưa lưu gì. Sửa các lỗi trên rồi chạy lại.
errors-written = Đã ghi { $path }: sửa tại chỗ các dòng có lỗi rồi nhập tệp này thay tệp cũ.
row-refused = lỗi
row-sound = hợp lệ
deed-added = thêm
deed-changed = sửa
deed-ended = kết thúc
deed-removed = bỏ
empty-cell = (trống)
inspect-done = { $file }: danh sách { $list }, { $form }, tiêu đề ở dòng { $row }, { $rows } dòng dữ liệu. Các cột:
inspect-missing = (thiếu cột bắt buộc này)
inspect-groups = (đơn vị nêu ở các dòng đề mục)
inspect-unknown = (không nhập)
inspect-nothing = Không nhập được tệp này. Chưa ghi gì.

failed = không làm được: { $why }
stdout-name = đầu ra chuẩn
file-locked = { $path } đang mở trong chương trình khác (Excel?). Đóng tệp lại rồi chạy lại; tệp cũ còn nguyên.
file-missing = không có tệp hoặc thư mục { $path }
file-forbidden = không có quyền với { $path }
file-read-only = { $path } nằm trên ổ chỉ đọc
stop-target-read-only = { $path } được đặt thuộc tính chỉ đọc nên được giữ nguyên
    .hint = Bỏ thuộc tính chỉ đọc của tệp, hoặc ghi ra tệp khác.
file-is-folder = { $path } là thư mục, không phải tệp
file-no-folder = { $path }: cần một thư mục nhưng ở đó là tệp
file-failed = { $path }: { $why }
disk-full = { $path }: hết chỗ trên ổ đĩa
    .hint = Dọn bớt chỗ trên ổ đĩa rồi chạy lại.
disk-failed = không đọc hoặc không ghi được { $path }: ổ đĩa bị lỗi, mất kết nối hoặc đã hết dung lượng được cấp
    .hint = Kiểm tra xem ổ đĩa còn kết nối và còn chỗ không rồi chạy lại. Nếu vẫn không được, chép tệp sang ổ đĩa khác.
system-error = hệ điều hành báo lỗi số { $number }
db-missing = không có cơ sở dữ liệu { $path }
    .hint = Tạo mới bằng «phancong init», hoặc chỉ đúng tệp bằng --db TỆP.
db-exists = { $path } đã có, không ghi đè
    .hint = Chọn tên khác, hoặc xóa tệp cũ nếu chắc chắn không cần nữa.
db-not-ours = { $path } không phải cơ sở dữ liệu của phancong
    .hint = Chỉ đúng tệp bằng --db TỆP.
db-newer = { $path } do bản phancong mới hơn tạo ra ({ $detail })
    .hint = Dùng bản phancong mới hơn; tệp không bị thay đổi.
db-damaged = { $path } bị hỏng
    .hint = Tệp được để nguyên. Dùng lại bản sao lưu gần nhất, hoặc gõ «phancong doctor» để xem cách xử lý.
db-altered = nội dung { $path } không còn đúng như phancong đã lưu: đĩa bị lỗi, hoặc chương trình khác đã sửa tệp
    .hint = Gõ «phancong doctor» để xem cách xử lý, hoặc dùng lại bản sao lưu gần nhất.
db-foreign = { $path } có «{ $detail }» không phải do phancong tạo ra, nên không mở
    .hint = Tệp đã bị chương trình khác sửa. Gõ «phancong doctor» để xem cách xử lý, hoặc dùng lại bản sao lưu gần nhất.
db-busy = { $path } đang được chương trình khác dùng
    .hint = Đợi chương trình kia xong rồi chạy lại. Chưa lưu gì.
db-read-only = { $path } chỉ cho đọc
    .hint = Chép tệp sang thư mục ghi được, hoặc bỏ thuộc tính chỉ đọc.
db-forbidden = không có quyền mở { $path }
    .hint = Xem lại quyền đối với tệp và thư mục chứa nó, hoặc nhờ người quản trị máy.
db-outcome-unknown = không rõ đã lưu vào { $path } hay chưa
    .hint = Chạy «phancong list changes» xem lần cuối đã có chưa, trước khi làm lại.
policy-lacks = quy định không có các mã đang dùng: { $detail }
    .hint = Thêm các mã đó vào quy định, hoặc dùng cơ sở dữ liệu khác.

stop-interrupted = đã dừng theo yêu cầu, chưa lưu gì
stop-stopped = đã dừng theo yêu cầu, mới ghi { $written }/{ $total } tệp
stop-saved = danh sách đã lưu vào { $path }, nhưng chưa xong: { $why }
stop-target-taken = không ghi vào { $path }: đó là cơ sở dữ liệu hoặc tệp nguồn
stop-folder-of-lists = không ghi văn bản vào { $path }: thư mục này chứa danh sách nguồn
    .hint = Chọn thư mục khác, ví dụ --out rosters.
stop-ending-unknown = không rõ định dạng của { $path } theo đuôi tệp
    .hint = Dùng một trong các đuôi: { $endings }.
stop-no-use = không dùng { $option } với «list changes»: nhật ký ghi các lần thay đổi, không ghi theo đơn vị hay theo ngày
cited-by = { $count } phân công
stop-reversed = ngày cuối { $to } đứng trước ngày đầu { $from }
    .hint = Ghi ngày sớm hơn vào «--from», ngày muộn hơn vào «--to».
stop-nobody-named = chưa nêu quá trình phụ trách của ai
    .hint = Thêm --cadre CÁN_BỘ hoặc --unit ĐƠN_VỊ.
stop-nothing-to-review = danh sách chưa có phân công nào, nên chưa có gì để tổng kết
    .hint = Nhập danh sách phân công trước.
stop-before-lists = danh sách phân công bắt đầu từ ngày { $day }, trước ngày đó chưa có số liệu
    .hint = Ghi ngày muộn hơn vào «--to».
stop-no-folder = chưa nêu thư mục để ghi các văn bản
    .hint = Thêm --out THƯ_MỤC, ví dụ --out rosters.
stop-policy = quy định có lỗi, chưa lưu gì
stop-nothing-to-read = trong { $path } không có tệp danh sách nào (csv, xlsx, xls, ods)
stop-no-answers = { $path } không phải là tệp hỏi và trả lời (cột «asked» và «code»), nên không ghi đè lên
    .hint = Nêu một tệp mới, hoặc tệp mà --match đã ghi ra lần trước.
stop-not-written = không ghi được { $count } tệp (đã nêu ở trên); các tệp khác đã ghi xong
use-one-of = Dùng một trong: { $values }.
more-candidates = … còn { $count }
stop-ambiguous = «{ $typed }» ứng với { $count } đơn vị hoặc cán bộ, hãy ghi mã hoặc thêm tên đơn vị cấp trên:{ $list }
stop-unknown-anything = không có đơn vị hay cán bộ nào là «{ $typed }»
    .hint = Tìm bằng «phancong list units --find CHỮ» hoặc «phancong list cadres --find CHỮ».
stop-unknown-unit = không có đơn vị nào là «{ $typed }»
    .hint = Tìm bằng «phancong list units --find CHỮ».
stop-unknown-cadre = không có cán bộ nào là «{ $typed }»
    .hint = Tìm bằng «phancong list cadres --find CHỮ».
stop-unknown-level = quy định không có cấp «{ $typed }»
stop-unknown-duty = quy định không có nhiệm vụ «{ $typed }»
stop-unknown-decision = không có phân công nào căn cứ vào quyết định «{ $typed }»
    .hint = Xem tất cả bằng «phancong list decisions».
stop-unknown-check = không có kiểm tra «{ $typed }»; xem «phancong check --list»
stop-unknown-command = không có lệnh «{ $typed }»; xem «phancong help»
answers-wanted = Đã ghi { $path }: { $count } tên chưa rõ. Điền mã vào cột «code» rồi chạy lại với cùng --match; câu trả lời được nhớ cho lần sau.
inspect-text = { $encoding }, dấu phân cách «{ $delimiter }»
inspect-sheet = trang tính «{ $sheet }»
inspect-level = đơn vị cấp «{ $level }»
stop-changed-meanwhile = { $path } vừa được chương trình khác thay đổi, chưa lưu gì
    .hint = Chạy lại lệnh này.
db-upgraded = { $path } thuộc phiên bản cũ, đã được nâng cấp; bản trước khi nâng cấp giữ trong { $kept }
stop-needs = cần có { $option }
stop-no-use-here = { $option } không dùng được ở đây
    .hint = Bỏ phần đó đi rồi chạy lại.
stop-needs-yes = không hỏi được ai để lưu, chưa lưu gì
    .hint = Thêm --yes để lưu, hoặc --dry-run để chỉ xem trước.

note-decision = Quyết định số { $decision }
note-released = thôi phân công theo Quyết định số { $decision }

amend-refused = thay đổi bị từ chối, chưa lưu gì
amend-leaves-open = Sau thay đổi này có thêm { $count } vấn đề:
amend-dry-run = Chạy thử: chưa lưu gì.
amend-ask = Lưu thay đổi này? [c/K]
amend-not-saved = Chưa lưu gì.
amend-saved = Đã lưu thay đổi số { $change } vào { $path }; muốn hoàn tác: phancong undo { $change }.

log-change = Thay đổi số { $change }, { $at } UTC, { $command }, do { $who }
log-undoes = hoàn tác thay đổi số { $change }
log-file = từ { $name }, { $size } byte, SHA-256 { $sha256 }

undo-what = Hoàn tác thay đổi số { $change }: { $about }
undo-nothing = Không có thay đổi nào để hoàn tác.
undo-done = Đã hoàn tác thay đổi số { $change } (ghi là thay đổi số { $made }) trong { $path }; muốn làm lại: phancong undo { $made }.
undo-no-change = không có thay đổi số { $change }
    .hint = Xem các thay đổi: phancong log.
undo-too-old = thay đổi số { $change } do phiên bản cũ thực hiện, không giữ lại các dòng trước đó
    .hint = Các thay đổi sau đó vẫn hoàn tác được.
undo-done-already = thay đổi số { $change } đã được hoàn tác bởi thay đổi số { $by }
    .hint = Muốn có lại, hoàn tác thay đổi kia: phancong undo { $by }.
undo-blocked = không hoàn tác được thay đổi số { $change } vì các thay đổi sau dựa vào nó: { $by }
    .hint = Hoàn tác các thay đổi đó trước, từ mới nhất; xem: phancong log.
close-what = Chốt tháng { $month }: từ nay tài liệu của tháng được lập theo số liệu tại thời điểm này.
close-done = Đã chốt tháng { $month } (thay đổi số { $change }) trong { $path }; muốn mở lại: phancong undo { $change }.
month-is-closed = Tháng { $month } đã chốt (thay đổi số { $change }): tài liệu lập theo số liệu lúc chốt; { $count ->
        [0] từ đó không có gì của tháng thay đổi
       *[other] từ đó có { $count } dòng của tháng được điều chỉnh
    }.
month-adjusted = xem các điều chỉnh: phancong export adjustments --month { $month }
change-touches-closed = Thay đổi này chạm đến { $count } dòng của tháng { $month } đã chốt (thay đổi số { $change }): được ghi là điều chỉnh, tài liệu của tháng giữ nguyên.
stop-month-closed = tháng { $month } đã chốt, bởi thay đổi số { $change }
    .hint = Muốn mở lại: phancong undo { $change }.
stop-month-open = tháng { $month } chưa chốt
    .hint = Xem các tháng đã chốt: phancong close. Chốt tháng này: phancong close { $code }.
stop-month-to-come = tháng { $month } chưa bắt đầu
review-written = Đã ghi { $path }: { $count } dòng chưa quyết định. Điền cột decision («Phương án»: giữ, thôi, chuyển) và to_unit_code («Chuyển đến»), rồi chạy lại với cùng --review.
stop-gone = ngày { $day } không có đơn vị nào là «{ $typed }»; ngày { $then } đó là { $was }{ $now ->
        [none] , không có đơn vị kế thừa
       *[other] , đến ngày { $day } là { $now }
    }
    .hint = Mã được dùng lại và đơn vị được sắp xếp: nêu mã của ngày đó, hoặc ngày khác bằng --as-of.
propose-total = Có người cho { $filled } vị trí, còn trống { $empty }; { $cost } điểm, không phương án nào đủ chừng ấy người ít hơn { $bound } điểm.
propose-about = { $count } phân công
stop-pairs = danh sách các cặp có lỗi, chưa đề xuất gì
stop-propose-no-costs = quy định không nêu điểm của đề xuất
    .hint = Thêm mục [propose] như trong các quy định mẫu: phancong export policy, phancong init --policy.
stop-propose-bad-costs = điểm trong mục [propose] không hợp lệ: phải là số nguyên từ 0 trở lên, điểm tải không giảm dần
    .hint = Sửa mục [propose] của quy định.
stop-propose-contradiction = một cặp vừa cần giữ vừa cần tránh: { $about }
    .hint = Xóa một trong hai dòng.
stop-propose-not-proven = không chứng minh được đề xuất là tốt nhất; chưa đề xuất gì
    .hint = Chia nhỏ yêu cầu: từng đơn vị (--under) hoặc từng nhiệm vụ (--duty).
why-barred = { $who } không nhận được { $place }, «{ $duty }»: { $why }
why-other-duty = { $place } không cần người cho «{ $duty }»: nhiệm vụ này thuộc đơn vị cấp khác.
why-no-duty = { $place } không cần người: quy định không giao nhiệm vụ nào cho đơn vị cấp này.
why-proposed = { $who } được đề xuất cho { $place }, «{ $duty }».
why-costs = { $who } phụ trách { $place }, «{ $duty }», thay cho { $other }: tổng cộng thêm { $more } điểm.
why-empties = { $who } phụ trách { $place }, «{ $duty }», thay cho { $other }: bớt { $count } vị trí có người.
bar-seat-held = ở đó không còn vị trí trống
bar-not-at-work = lúc đó không công tác
bar-other-level = nhiệm vụ này giao cho cấp khác
bar-other-area = ở { $home }, ngoài phạm vi
bar-full = đã phụ trách đủ số địa bàn cho phép ({ $limit })
bar-forbidden = cơ quan không phân công hai bên với nhau
bar-holds = đang phụ trách rồi
rebalance-curve = Mỗi lần chuyển thêm được lợi gì:
rebalance-unproven = Với { $moves } lần chuyển: tìm được phương án { $cost } điểm, không thể ít hơn { $bound } điểm; các phương án ở giữa chưa thử hết. Phương án này vẫn dùng được; muốn biết chắc, hãy thu hẹp bằng --under, --duty hoặc thử số lần chuyển khác.

masked-full-name = Cán bộ
masked-position = Chức vụ
masked-organization = Cơ quan
masked-signer = Người ký

doctor-sound = { $path } không có lỗi gì.
doctor-ill = { $path } có lỗi như nêu ở trên.
doctor-kept = Cơ sở dữ liệu như trước khi sửa được giữ trong { $path }.
doctor-saved = Mọi dòng đã được cứu vào { $path }.
doctor-saved-part = Những gì đọc được đã cứu vào { $path }; có dòng bị mất: hãy đối chiếu với danh sách gần nhất.
stop-template = chưa ghi gì
status-headline = { $place }, { $day }: { $filled }/{ $seats } vị trí đã có người{ $percent ->
        [none] {""}
       *[other] {" "}({ $percent })
    }; còn trống { $gaps }{ $accepted ->
        [0] {""}
       *[other] , trong đó { $accepted } đã chấp nhận khuyết
    }
status-duties = Theo nhiệm vụ
status-areas = Theo { $level }: { $lacking }/{ $all } còn trống, nhiều nhất đứng trước
status-more = và { $count } nữa
status-gaps = Trống lâu nhất
status-gap = { $unit } · { $duty }: { $days } ngày, từ { $since }{ $left ->
        [none] {""}
       *[other] ; trước đó: { $left }
    }{ $accepted ->
        [yes] {" "}(đã chấp nhận)
       *[no] {""}
    }
status-gap-ever = { $unit } · { $duty }: chưa từng có người, theo những gì đã biết{ $accepted ->
        [yes] {" "}(đã chấp nhận)
       *[no] {""}
    }
status-month = { $month }: { $begun } phân công bắt đầu, { $ended } phân công kết thúc

packet-without-phones = Tài liệu không có số điện thoại của người cần liên hệ. Muốn có thì thêm --profile full.
briefing-no-file = không kèm được { $path }: đó không phải là tệp
    .hint = Nêu một tệp, ví dụ pdf hoặc docx.
briefing-twice = có hai tài liệu kèm theo cùng tên; tài liệu thứ hai là { $path }
    .hint = Đổi tên một trong hai tệp rồi chạy lại.
briefing-is-database = không kèm { $path }: đó là cơ sở dữ liệu
    .hint = Nêu tệp tài liệu của tháng.
