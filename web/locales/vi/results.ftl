# What came of vacancies.

results-title = Kết quả tuyển dụng
results-lead = Sau 20 ngày làm việc, trung tâm phải ghi nhận kết quả của mỗi tin (Nghị định 352/2025/NĐ-CP, Điều 10). Chưa tuyển được ai thì nhập 0.
results-none = Không có tin nào cần báo kết quả.
results-hired = Tổng số người đã nhận
results-here = Trong đó qua sàn
results-known = Trên sàn đã ghi nhận { $n } người
results-published = Đăng ngày { $on }
results-send = Gửi kết quả
results-error-number = Nhập số người, từ 0 đến 10.000
results-error-more = Số người qua sàn không thể nhiều hơn tổng số
results-todo = { $n } tin cần báo kết quả tuyển dụng
flash-results = Cảm ơn. Đã ghi nhận kết quả của { $n } tin.
flash-filled = Tin đã đóng. Xin cho biết đã nhận bao nhiêu người.
mail-results-subject = Kết quả tuyển dụng của { $n } tin
mail-results-line = Đã qua 20 ngày làm việc từ khi { $n } tin của Quý doanh nghiệp được đăng. Xin cho biết đã nhận được bao nhiêu người.
mail-results-next = Chỉ cần nhập hai con số cho mỗi tin. Trung tâm dùng kết quả này để báo cáo theo Nghị định 352/2025/NĐ-CP, Điều 10.
mail-results-button = Báo kết quả
desk-results = Kết quả tuyển dụng, 12 tháng
desk-results-asked = Tin đã hỏi
desk-results-answered = Đã trả lời
desk-results-hired = Người được nhận
desk-results-here = Trong đó qua sàn
