# Những gì cản trở một thay đổi.

amend-wrong-level = nhiệm vụ «{ $duty }» dành cho cấp «{ $expected }», nhưng { $value } thuộc cấp «{ $level }»
    .title = Sai cấp của nhiệm vụ
    .why = Mỗi nhiệm vụ dành cho đơn vị của một cấp.
    .hint = Nêu nhiệm vụ khác, hoặc đơn vị thuộc cấp đó.
amend-period-reversed = { $place }: ngày cuối { $to } trước ngày đầu { $from }
    .title = Ngày cuối trước ngày đầu
    .why = Cả hai ngày đều được tính, nên ngày cuối không thể trước ngày đầu.
    .hint = Sửa một trong hai ngày.
amend-unit-not-there = { $place } không tồn tại vào ngày { $day }
    .title = Đơn vị không còn hoặc chưa có
    .why = Đơn vị có ngày lập và ngày thôi, do sáp nhập, chia tách; không ai phụ trách được đơn vị không tồn tại.
    .hint = Nêu ngày khác, hoặc đơn vị kế thừa.
amend-cadre-not-at-work = { $name } ({ $place }) không công tác vào ngày { $day }: { $status }
    .title = Cán bộ không công tác
    .why = Chỉ người đang công tác mới giữ được vị trí.
    .hint = Chọn người khác, hoặc sửa tình trạng: phancong cadre status.
amend-held-already = { $name } đã phụ trách { $place }, «{ $duty }», từ { $from }
    .title = Đã được phân công
    .why = Cùng lúc mỗi người chỉ giữ một vị trí một lần.
    .hint = Không cần làm gì; hoặc thôi phân công trước: phancong release.
amend-holds-nothing = { $name } không phụ trách { $place ->
        [none] địa bàn nào
       *[other] { $place }
    } vào ngày { $day }
    .title = Không có gì để kết thúc
    .why = Chỉ phân công đang có hiệu lực vào ngày đó mới kết thúc hoặc bàn giao được.
    .hint = Xem người này đang phụ trách gì: phancong show { $value }.
amend-ends-before-begin = { $name } đến { $from } mới phụ trách { $place }; ngày cuối sẽ là { $last }
    .title = Kết thúc trước khi bắt đầu
    .why = Phân công kết thúc trước khi bắt đầu là nhập nhầm, không phải phân công.
    .hint = Nêu ngày muộn hơn, hoặc hoàn tác thay đổi đã tạo ra nó: phancong log, phancong undo.
amend-same-cadre = { $value } không thể thay { $value }
    .title = Cùng một cán bộ
    .why = Thay thế là bàn giao từ người này sang người khác.
    .hint = Nêu hai cán bộ khác nhau.
amend-vacancy-known = { $place }, «{ $duty }»: đã báo khuyết từ { $since } { $until ->
        [none] không thời hạn
       *[other] đến { $until }
    }
    .title = Đã báo khuyết
    .why = Cùng lúc mỗi vị trí chỉ báo khuyết một lần.
    .hint = Gia hạn: phancong vacancy extend; hoặc đóng trước: phancong vacancy close.
amend-vacancy-unknown = { $place }, «{ $duty }»: chưa báo khuyết
    .title = Chưa báo khuyết
    .why = Chỉ vị trí đã báo khuyết mới gia hạn hoặc đóng được.
    .hint = Báo khuyết: phancong vacancy declare. Xem các vị trí khuyết: phancong list vacancies.
amend-vacancy-not-longer = { $place }, «{ $duty }»: khuyết đã được chấp nhận { $until ->
        [none] không thời hạn
       *[other] đến { $until }
    }
    .title = Không phải gia hạn
    .why = Gia hạn phải kết thúc muộn hơn thời hạn cũ.
    .hint = Nêu ngày muộn hơn ở --until, hoặc đóng: phancong vacancy close.
amend-duty-over = nhiệm vụ «{ $duty }» không có trong quy định của ngày { $day }
    .title = Nhiệm vụ của ngày khác
    .why = Quy định của cơ quan đã thay đổi; mỗi ngày có nhiệm vụ theo quy định của ngày đó.
    .hint = Nêu một nhiệm vụ của ngày đó.
