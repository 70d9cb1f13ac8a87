# Lỗi của danh sách các cặp khi đề xuất.

pair-unknown = «{ $value }» không phải là cán bộ hay đơn vị đã có
    .title = Không rõ cán bộ hay đơn vị
    .why = Mỗi dòng nêu một cán bộ và một đơn vị, theo mã hoặc theo tên chỉ có một.
    .hint = Ghi mã.
pair-wish-unknown = «{ $value }» không phải là giữ (keep) hay tránh (never)
    .title = Giữ hay tránh?
    .why = Mỗi cặp hoặc cần giữ với nhau, hoặc không bao giờ.
    .hint = Ghi giữ (keep) hoặc tránh (never).
