# Reports about vacancies, trusted employers, the manager's desk.

report-link = Báo cáo tin xấu
report-title = Báo cáo tin xấu
report-lead = Tin này có điều gì không đúng? Chọn một lý do. Không cần tài khoản, công ty không biết ai báo.
report-reasons = Lý do
report-back = Quay lại tin
report-thanks = Trung tâm đã nhận phản ánh
report-thanks-says = Lý do: { $reason }. Cán bộ xem trong { $hours } giờ làm việc. Tin sai bị gỡ ngay.
report-more = Kể thêm
report-more-hint = Nếu muốn, hãy kể điều đã xảy ra, để cán bộ xác minh nhanh hơn.
report-words = Chuyện gì đã xảy ra?
report-phone = Số điện thoại để trung tâm gọi lại
report-phone-hint = Chỉ cán bộ trung tâm thấy số này
report-send = Gửi thêm
report-added = Đã ghi thêm vào phản ánh. Cảm ơn bạn.
report-urgent = Đang gặp nguy hiểm? Gọi trung tâm { $phone } hoặc 113.
report-error-phone = Số điện thoại chưa đúng

# --- On a case ---
case-reports = Phản ánh của người xem
case-reports-n = { $n } phản ánh
case-report-no-words = Không ghi gì thêm.
case-report-call = Gọi lại
case-notes = Trao đổi nội bộ
case-notes-none = Chưa có trao đổi.
case-notes-hint = Chỉ cán bộ trung tâm đọc được.
case-notes-words = Ghi cho đồng nghiệp
case-notes-send = Ghi
case-pass-on = Xin ý kiến thứ hai
case-pass-on-says = Hồ sơ trở lại hàng chờ và một cán bộ khác quyết định.
case-pass-on-question = Câu hỏi cho đồng nghiệp
case-passed-on = { $name } xin ý kiến thứ hai: một cán bộ khác quyết định.
case-error-question = Ghi câu hỏi cho đồng nghiệp
flash-passed-on = Đã chuyển cho đồng nghiệp.
flash-case-noted = Đã ghi.
queue-second-opinion = Ý kiến thứ hai
queue-batch = Đạt các tin đã chọn
queue-batch-hint = Chỉ hậu kiểm không có cảnh báo mới xử lý nhiều tin một lúc.
queue-batch-choose = Chọn { $title }
queue-filters = Lọc
queue-risk = Chỉ hồ sơ có cảnh báo nghiêm trọng
queue-risk-all = Mọi hồ sơ
queue-mine-only = Tôi đang giữ
flash-batch = Đã xử lý { $n } tin.

# --- Trust ---
officer-trust = Công nhận đáng tin cậy
officer-trust-says = Tin của doanh nghiệp được đăng ngay. Tin có cảnh báo nghiêm trọng vẫn chờ duyệt; một phần các tin còn lại được hậu kiểm.
officer-trust-record = Đã duyệt { $approved } · yêu cầu sửa { $returned } · từ chối hoặc gỡ { $rejected }
officer-trusted = Đáng tin cậy
officer-distrust = Thôi công nhận
officer-distrust-says = Tin mới lại chờ duyệt trước khi đăng. Tin đang đăng được giữ nguyên.
flash-vacancy-published = Tin đã được đăng ngay. Trung tâm có thể hậu kiểm.

# --- The desk ---
desk-title = Bàn quản lý
desk-lead-n = Việc đang chờ, và các quyết định trong { $n } ngày qua.
desk-load = Đang chờ
desk-kind = Loại việc
desk-open = Đang chờ
desk-held = Có người giữ
desk-overdue = Quá hạn
desk-first-due = Gần hạn nhất
desk-officers = Cán bộ
desk-officer = Cán bộ
desk-decided = Quyết định
desk-in-time = Đúng hẹn
desk-appealed = Bị khiếu nại
desk-overturned = Đổi kết quả
desk-reasons = Lý do theo cán bộ
desk-reason = Lý do
desk-rules = Quy tắc kiểm tra
desk-rule = Quy tắc
desk-hits = Có cảnh báo
desk-followed = Từ chối vì lý do đó
desk-rule-overturned = Vẫn duyệt
desk-none = Chưa có quyết định nào.
desk-nothing-waits = Không có việc nào đang chờ.
desk-total = Cộng
desk-promise = Cam kết theo tháng

mail-vacancy-trusted-subject = Tin đã được đăng: { $title }
mail-vacancy-trusted-line = Tin tuyển dụng “{ $title }” đã được đăng ngay trên { $site }, vì trung tâm công nhận Quý doanh nghiệp đáng tin cậy. Trung tâm có thể xem lại sau.
mail-organisation-trust-subject = { $name } được công nhận đáng tin cậy
mail-organisation-trust-line = Trung tâm công nhận { $name } là đơn vị đáng tin cậy.
mail-organisation-trust-next = Từ nay tin tuyển dụng được đăng ngay sau khi gửi. Trung tâm xem lại một phần các tin đã đăng.
mail-organisation-trust-college = Từ nay nội dung của trường được đăng ngay sau khi gửi. Trung tâm xem lại một phần nội dung đã đăng.
mail-organisation-distrust-subject = { $name }: nội dung mới được duyệt trước khi đăng
mail-organisation-distrust-line = Từ nay nội dung mới của { $name } được trung tâm duyệt trước khi đăng, vì:
mail-organisation-distrust-next = Tin đang đăng được giữ nguyên. Tin mới được trả lời trong 8 giờ làm việc.
mail-organisation-distrust-college = Nội dung đang đăng được giữ nguyên. Nội dung mới được trả lời trong 8 giờ làm việc.
