# What happens again and again, on the administrators' page.
schedules-title = Việc định kỳ
schedules-none = Chưa có việc định kỳ nào chạy.
schedules-last = Lần chạy gần nhất
schedules-never = Chưa chạy
schedules-count = Bản ghi đã xử lý
schedules-next = Lần tới
schedules-late = Quá giờ
schedule-tick = Đóng tin hết hạn, đơn không được trả lời, mã hết hiệu lực
schedule-sessions = Xoá phiên đăng nhập đã hết hạn
schedule-jobs = Xoá công việc đã xong từ một tuần trước
schedule-messages = Xoá người nhận và nội dung của tin nhắn cũ
schedule-applications = Xoá thông tin cá nhân của đơn đã hết thời hạn giữ

# After trying a job again.
flash-nothing-to-send = Tin nhắn này không còn nội dung để gửi lại, hoặc đã được gửi.
# In place of a message's text.
message-without-words = (Nội dung đã được xoá)
