# What an API problem means: /api/v1/problems/{code}.
problem-of-api = Mã lỗi của API
problem-code = Mã
problem-status = Trạng thái HTTP
problem-document = Mô tả API

problem-not-found-title = Không tìm thấy
problem-not-found-body = Không có gì ở địa chỉ này, hoặc không còn dành cho mọi người xem.

problem-unreadable-title = Không đọc được yêu cầu
problem-unreadable-body = Tham số hoặc nội dung gửi lên sai dạng. Trường detail nêu tham số nào.

problem-bad-cursor-title = Con trỏ trang không dùng được
problem-bad-cursor-body = Con trỏ thuộc về một cách sắp xếp khác. Xin đọc lại từ trang đầu.

problem-sign-in-first-title = Cần đăng nhập
problem-sign-in-first-body = Việc này cần đăng nhập trước.

problem-denied-title = Không có quyền
problem-denied-body = Tài khoản này không được làm việc này, hoặc biểu mẫu được gửi từ một trang khác.

problem-wrong-method-title = Sai phương thức
problem-wrong-method-body = Địa chỉ này không nhận phương thức HTTP đó. Đầu mục Allow nêu các phương thức dùng được.

problem-conflict-title = Có người vừa sửa
problem-conflict-body = Bản ghi đã được sửa trong lúc đó. Xin đọc lại rồi thử lần nữa.

problem-not-now-title = Chưa làm được lúc này
problem-not-now-body = Trạng thái hiện tại không cho phép, ví dụ việc đó đã được làm rồi.

problem-closed-title = Tin đã đóng
problem-closed-body = Tin tuyển dụng này không nhận đơn nữa.

problem-too-large-title = Nội dung quá lớn
problem-too-large-body = Nội dung gửi lên vượt quá giới hạn.

problem-invalid-title = Có trường chưa đúng
problem-invalid-body = Danh sách errors nêu từng trường và lỗi của nó.

problem-wrong-code-title = Mã chưa đúng
problem-wrong-code-body = Mã xác nhận không khớp; còn một số lần thử.

problem-dead-code-title = Mã hết hiệu lực
problem-dead-code-body = Mã xác nhận đã dùng, đã hết hạn hoặc bị thử sai quá nhiều lần. Xin lấy mã mới.

problem-too-many-title = Quá nhiều yêu cầu
problem-too-many-body = Xin đợi số giây nêu ở đầu mục Retry-After.

problem-internal-title = Lỗi của hệ thống
problem-internal-body = Lỗi ở phía chúng tôi và đã được ghi lại. Xin thử lại sau.

problem-too-slow-title = Xử lý quá lâu
problem-too-slow-body = Yêu cầu không xong trong thời gian cho phép. Xin thử lại sau.

problem-other-request-title = Mã chống gửi trùng đã dùng cho việc khác
problem-other-request-body = Idempotency-Key này đã được dùng với một nội dung khác. Hãy dùng một mã mới cho mỗi việc mới.

problem-changed-meanwhile-title = Đã thay đổi từ lúc đọc
problem-changed-meanwhile-body = Bản ghi đã được sửa sau lần đọc của quý vị. Hãy đọc lại rồi gửi với ETag mới.

problem-precondition-required-title = Thiếu If-Match
problem-precondition-required-body = Hãy gửi kèm If-Match: ETag của lần đọc gần nhất, để không ghi đè lên thay đổi của người khác.
