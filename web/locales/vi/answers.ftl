# What a form says back: errors at a field, and what the next page reports.

flash-withdrawn = Đã rút đơn ứng tuyển.
flash-draft-saved = Đã lưu bản nháp.
flash-submitted = Đã gửi tin cho trung tâm duyệt.
flash-revised = Đã cập nhật tin.
flash-revision-sent = Đã gửi bản sửa đổi cho trung tâm duyệt. Nội dung cũ vẫn hiển thị trong lúc chờ.
flash-revision-same = Không có gì thay đổi so với bản đã gửi.
flash-revision-withdrawn = Đã rút bản sửa đổi. Nội dung đang đăng giữ nguyên.
flash-copied = Đã sao chép tin, hạn nộp là 30 ngày nữa. Xem lại rồi gửi duyệt.
flash-done = Đã xong.
flash-already-moved = Việc này đã được xử lý trước đó, nên không làm lại.
flash-not-editable = Tin đang ở trạng thái không sửa được.
flash-case-taken = Hồ sơ này vừa được người khác nhận xử lý.
flash-case-released = Đã trả hồ sơ lại hàng chờ.
flash-case-decided = Đã ghi quyết định và báo cho người gửi.
case-error-outcome = Chọn duyệt, yêu cầu sửa hoặc từ chối
case-error-reason = Chọn ít nhất một lý do
applicant-error-answer = Chọn một cách trả lời
applicant-error-reason = Chọn lý do không phù hợp
