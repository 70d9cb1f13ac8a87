# Lỗi của danh sách các cặp khi đề xuất.

pair-unknown = «{ $value }» không phải là cán bộ hay đơn vị đã có
    .title = Không rõ cán bộ hay đơn vị
    .why = Mỗi dòng nêu một cán bộ và một đơn vị, theo mã hoặc theo tên chỉ có một.
    .hint = Ghi mã.
pair-wish-unknown = «{ $value }» không phải là giữ (keep) hay tránh (never)
    .title = Giữ hay tránh?
    .why = Mỗi cặp hoặc cần giữ với nhau, hoặc không bao giờ.
    .hint = Ghi giữ (keep) hoặc tránh (never).
calendar-impossible = { $count ->
        [1] không còn ngày, giờ nào cho cuộc họp { $meetings }; người dự: { $people }
       *[other] { $count } cuộc họp không thể cùng xếp được lịch: { $meetings }; phải dự nhiều cuộc: { $people }
    }
    .title = Không xếp được lịch họp
    .why = Đã thử mọi ngày, giờ trong những ngày quy định: có người phải ở hai nơi cùng lúc, hoặc ngày đó là ngày nghỉ. Bớt một cuộc bất kỳ thì các cuộc còn lại xếp được.
    .hint = Ấn định một cuộc vào ngày khác, cử người khác dự, hoặc thêm giờ họp ở mục [calendar] của quy định.
calendar-unproven = chưa tìm được ngày cho { $count } cuộc họp trong thời gian cho phép: { $meetings }; phải dự nhiều cuộc: { $people }
    .title = Chưa tìm được ngày họp
    .why = Có quá nhiều cách xếp; các cách đã thử đều không được, nhưng chưa thể nói là không có cách nào.
    .hint = Tự ấn định ngày cho vài cuộc rồi chạy lại.
