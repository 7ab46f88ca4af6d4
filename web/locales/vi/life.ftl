# Letters about the life of vacancies.

mail-ends-subject = { $n ->
    [0] Hạn cuối hôm nay: { $title }
   *[other] Còn { $n } ngày hết hạn: { $title }
}
mail-ends-line = Tin tuyển dụng “{ $title }” hết hạn nhận hồ sơ ngày { $day }.
mail-ends-waiting = { $n } người ứng tuyển đang chờ Quý doanh nghiệp trả lời.
mail-ends-next = Nếu vẫn cần người, xin chọn hạn mới: gia hạn không phải duyệt lại. Nếu đã đủ người, xin đóng tin để người ứng tuyển được trả lời.
mail-ends-button = Gia hạn hoặc đóng tin

mail-vacancy-untouched-subject = Tin đã đóng vì lâu không dùng: { $title }
mail-vacancy-untouched-line = Tin tuyển dụng “{ $title }” không có thay đổi nào trong 90 ngày nên đã tự đóng.
mail-vacancy-untouched-next = Nếu vẫn cần người, xin mở tin và bấm “Sao chép” để đăng lại.

mail-changed-subject = Tin đã thay đổi: { $title }
mail-changed-line = Việc “{ $title }” của { $who } mà anh/chị ứng tuyển vừa thay đổi: { $terms }.
mail-changed-next = Xin xem lại tin. Nếu không còn phù hợp, anh/chị có thể rút đơn.
sms-changed = Việc “{ $title }” của { $who } vừa thay đổi.

mail-suspended-subject = { $who } bị tạm khoá
mail-suspended-line = { $who } đang bị trung tâm tạm khoá để xác minh. Đơn của anh/chị vào việc “{ $title }” được giữ nguyên.
mail-suspended-next = Anh/chị không cần làm gì. Xin không nộp tiền và không giao giấy tờ gốc cho bất kỳ ai.
sms-suspended = { $who } bị tạm khoá, đơn “{ $title }” vẫn giữ.

problem-not-verified-title = Tổ chức chưa được xác minh
problem-not-verified-body = Chỉ tổ chức đã được xác minh và không bị khoá mới xem được hồ sơ người ứng tuyển.
