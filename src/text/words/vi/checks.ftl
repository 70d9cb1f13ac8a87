### Phát hiện khi kiểm tra dữ liệu theo quy định của cơ quan.

seat-empty = { $unit } ({ $unit_code }): còn trống { $missing } vị trí «{ $duty }»{ $known ->
        [holder] {" "}từ { $since }, trước đó do { $holder } ({ $holder_code }) phụ trách
        [nobody] , chưa ghi nhận ai phụ trách trước đó
       *[nothing] {""}
    }
    .title = Vị trí còn trống
    .why = Mỗi đơn vị phải có đủ cán bộ phụ trách từng nhiệm vụ theo quy định. Cán bộ đã nghỉ hoặc chuyển đi không được tính. Vị trí đã được chấp nhận khuyết thì không nêu.
    .hint = Phân công người phụ trách; nếu chấp nhận để khuyết thì ghi lý do và thời hạn vào danh sách khuyết (vacancies.csv).
seat-overfilled = { $unit } ({ $unit_code }): «{ $duty }» có { $held } người, vượt { $surplus }: { $holders }
    .title = Vượt số vị trí
    .why = Nhiều người cùng giữ một vị trí thì không rõ ai chịu trách nhiệm; thường do người cũ chưa được kết thúc phân công khi có người thay.
    .hint = Ghi ngày kết thúc cho người thôi phụ trách; nếu đơn vị cần nhiều người hơn thì ghi vào danh sách vị trí (seats.csv).
vacancy-expired = { $unit } ({ $unit_code }): «{ $duty }» được chấp nhận khuyết đến { $until }, nay vẫn còn trống
    .title = Hết thời hạn khuyết
    .why = Việc chấp nhận để khuyết chỉ có giá trị đến ngày đã ghi; quá ngày đó phải có người phụ trách hoặc được gia hạn.
    .hint = Phân công người phụ trách, hoặc xin gia hạn và thêm một dòng vào danh sách khuyết (vacancies.csv).

cadre-not-eligible = { $cadre } ({ $cadre_code }) thuộc cấp «{ $level }», không đúng đối tượng của «{ $duty }»: { $unit } ({ $unit_code })
    .title = Không đúng đối tượng
    .why = Quy định nêu rõ cán bộ cấp nào được phân công từng nhiệm vụ.
    .hint = Phân công người đúng đối tượng; nếu cấp của cán bộ ghi sai thì sửa lại trong danh sách cán bộ.
cadre-outside-area = { $cadre } ({ $cadre_code }) thuộc { $home }, không cùng «{ $area }» với địa bàn phụ trách: { $unit } ({ $unit_code }), «{ $duty }»
    .title = Ngoài địa bàn
    .why = Nhiệm vụ này chỉ giao cho cán bộ trong cùng địa bàn, để người phụ trách sát cơ sở.
    .hint = Phân công người trong cùng địa bàn; nếu cán bộ đã chuyển nơi công tác thì sửa đơn vị của cán bộ trong danh sách.
cadre-over-limit = { $cadre } ({ $cadre_code }) đang phụ trách { $held } địa bàn theo «{ $duty }», tối đa là { $most }
    .title = Phụ trách quá nhiều địa bàn
    .why = Quy định giới hạn số địa bàn một cán bộ được phụ trách, để việc theo dõi, hỗ trợ không hình thức.
    .hint = Giao bớt địa bàn cho người khác; nếu quy định đã đổi thì sửa limit trong policy.toml.
cadre-inactive-assigned = { $cadre } ({ $cadre_code }) { $known ->
        [since] không công tác từ { $since } ({ $status })
        [not-yet] đến { $since } mới công tác
       *[status] không công tác ({ $status })
    } nhưng vẫn được phân công: { $unit } ({ $unit_code }), «{ $duty }»
    .title = Còn phân công cho người không công tác
    .why = Chỉ cán bộ đang công tác mới được tính là giữ vị trí; khi cán bộ nghỉ hoặc chuyển đi, phân công phải được kết thúc và giao cho người khác.
    .hint = Ghi ngày kết thúc phân công và phân công người thay; nếu tình trạng ghi sai thì sửa lại trong danh sách cán bộ.
cadre-idle = { $cadre } ({ $cadre_code }), { $home }: đang công tác, chưa phụ trách địa bàn nào
    .title = Cán bộ chưa được phân công
    .why = Cán bộ thuộc đối tượng được phân công mà chưa phụ trách địa bàn nào thì có thể nhận vị trí còn trống.
    .hint = Xem xét phân công vào vị trí còn trống; nếu không cần thì bỏ qua.

assignment-overlapping = { $cadre } ({ $cadre_code }), «{ $duty }», { $unit } ({ $unit_code }): hai dòng trùng thời gian, từ { $from } và từ { $again }
    .title = Phân công trùng thời gian
    .why = Cùng một người, một đơn vị, một nhiệm vụ thì mỗi ngày chỉ có một dòng phân công; hai dòng thì không biết căn cứ quyết định nào.
    .hint = Ghi ngày kết thúc cho dòng cũ, hoặc bỏ dòng ghi thừa.
assignment-without-decision = { $cadre } ({ $cadre_code }), «{ $duty }», { $unit } ({ $unit_code }): phân công từ { $from } chưa ghi số quyết định
    .title = Phân công không có quyết định
    .why = Mỗi phân công căn cứ vào một quyết định có số, để đối chiếu khi cần.
    .hint = Ghi số quyết định vào cột decision_no.
assignment-on-ended-unit = { $cadre } ({ $cadre_code }), «{ $duty }», { $unit } ({ $unit_code }): còn phân công mà đơn vị { $known ->
        [ended] đã kết thúc, ngày cuối là { $day }
        [not-yet] đến { $day } mới thành lập
       *[nothing] không tồn tại
    }
    .title = Phân công ở đơn vị không còn
    .why = Đơn vị đã sáp nhập, giải thể hoặc chưa thành lập thì không có gì để phụ trách; mã cũ có thể đã dùng lại cho đơn vị khác.
    .hint = Kết thúc phân công này và phân công lại ở đơn vị mới; nếu ngày của đơn vị ghi sai thì sửa lại trong danh sách đơn vị.

assignment-before-decision = { $cadre } ({ $cadre_code }), «{ $duty }», { $unit } ({ $unit_code }): phân công từ { $from }, nhưng đến { $effective } quyết định số { $number } mới có hiệu lực
    .title = Phân công trước khi quyết định có hiệu lực
    .why = Quyết định chưa có hiệu lực thì chưa phân công được ai; thường do gõ nhầm ngày hoặc nhầm số quyết định.
    .hint = Sửa ngày bắt đầu hoặc số quyết định của phân công; nếu quyết định có hiệu lực sớm hơn thì ghi ngày đó vào cột effective của quyết định.
decision-unknown = quyết định số { $value } chưa có trong danh sách quyết định; { $count ->
        [1] có 1 phân công đang hiệu lực căn cứ vào số này:
       *[other] có { $count } phân công đang hiệu lực căn cứ vào số này, đầu tiên là:
    } { $cadre } ({ $cadre_code }), «{ $duty }», { $unit } ({ $unit_code })
    .title = Quyết định chưa có trong danh sách
    .why = Cơ quan có danh sách quyết định thì số nào cũng phải đối chiếu được; số không có ở đó phần nhiều là gõ nhầm. Cơ quan không lập danh sách này thì không nêu.
    .hint = Sửa số quyết định của các phân công, hoặc thêm quyết định vào danh sách (decisions.csv).

unit-without-children = { $unit } ({ $unit_code }): chưa có { $below } nào
    .title = Đơn vị không có cấp dưới
    .why = Các đơn vị cùng cấp đều có đơn vị trực thuộc; đơn vị không có thường là do danh sách còn thiếu hoặc ghi sai mã cấp trên.
    .hint = Bổ sung đơn vị trực thuộc vào danh sách đơn vị, hoặc sửa lại cột parent_code, group_code.
unit-outside-group = { $unit } ({ $unit_code }): chưa thuộc { $group } nào
    .title = Đơn vị ngoài cụm vùng
    .why = Đơn vị không thuộc cụm vùng nào thì trưởng cụm vùng không nắm được.
    .hint = Ghi mã cụm vùng vào cột group_code của đơn vị.
unit-name-repeated = { $unit } ({ $unit_code }): trùng tên với { $other_code }, cùng cấp trên trực tiếp
    .title = Đơn vị trùng tên
    .why = Hai đơn vị cùng tên trong một đơn vị cấp trên thường là một đơn vị ghi hai lần; người đọc danh sách không phân biệt được.
    .hint = Kết thúc đơn vị ghi thừa, hoặc ghi tên cho phân biệt được.

cadre-probably-twice = { $cadre } ({ $cadre_code }) và { $other_code } có lẽ là một người: cùng họ tên, { $shared ->
        [birth_year] cùng năm sinh
        [phone] cùng số điện thoại
       *[organization] cùng đơn vị công tác
    }
    .title = Cán bộ có lẽ ghi hai lần
    .why = Một người mang hai mã thì số cán bộ bị tính thừa và số địa bàn người đó phụ trách bị tính thiếu. Trùng họ tên nhưng khác năm sinh thì không nêu.
    .hint = Nếu là một người thì chuyển phân công về một mã, mã kia ghi đã chuyển công tác; nếu là hai người thì bổ sung năm sinh còn thiếu, đã đủ năm sinh thì không cần làm gì.

total-differs = «{ $duty }»{ $of ->
        [level] , cán bộ cấp { $level }
       *[all] {""}
    }: danh sách có { $found } { $what ->
        [cadres] cán bộ phụ trách
       *[units] địa bàn có người phụ trách
    }, số liệu tổng là { $expected }
    .title = Lệch số liệu tổng
    .why = Số liệu tổng là số lãnh đạo báo cáo; danh sách phải khớp với số đó.
    .hint = Đối chiếu danh sách với số đã báo cáo; nếu số liệu đã đổi thì sửa [[total]] trong policy.toml.
cadre-double-booked = { $cadre } ({ $cadre_code }) phải dự hai cuộc họp cùng lúc ngày { $day }: { $one } - { $other }
    .title = Trùng lịch họp
    .why = Người phụ trách nhiều đơn vị phải dự được cuộc họp của từng đơn vị.
    .hint = Chuyển một cuộc họp sang ngày hoặc giờ khác; hoặc bỏ trống giờ của cuộc họp đó trong danh sách rồi xem đề xuất bằng: phancong calendar plan --month THÁNG
meeting-outside-window = { $unit } ({ $unit_code }): «{ $meeting }» vào ngày { $day }, ngoài khoảng từ { $first } đến { $last }
    .title = Họp ngoài ngày quy định
    .why = Quy định dành cho mỗi loại cuộc họp những ngày riêng, để người phụ trách đơn vị dự được.
    .hint = Chuyển vào những ngày đó; nếu quy định đã đổi thì sửa mục window.
meeting-in-closed-days = { $unit } ({ $unit_code }): «{ $meeting }» vào ngày { $day }, là ngày dành cho «{ $window }»
    .title = Họp vào ngày dành cho cuộc họp khác
    .why = Những ngày quy định dành riêng, người dự phải có mặt ở cuộc họp khác.
    .hint = Chuyển sang ngày ngoài những ngày dành riêng.
