# Meetings in a partnership, and the letters about them.

meeting-heading = Lịch hẹn
meeting-none = Chưa có lịch hẹn nào sắp tới.
meeting-past = Lịch hẹn đã qua, không nhận lời hoặc đã huỷ
meeting-propose = Đề nghị lịch hẹn
meeting-says = Hai bên được báo qua thư. Bên kia đồng ý thì lịch hẹn mới chắc chắn; trung tâm hẹn thì cần cả hai bên đồng ý.
meeting-subject = Nội dung
meeting-begins = Ngày, giờ bắt đầu
meeting-minutes = Số phút
meeting-minutes-hint = Từ 15 đến 480.
meeting-place = Địa điểm
meeting-place-hint = Họp trực tuyến thì bỏ trống và nhập đường dẫn.
meeting-link = Đường dẫn họp trực tuyến
meeting-link-hint = Bắt đầu bằng https://
meeting-propose-do = Gửi đề nghị hẹn
meeting-minutes-n = { $n } phút
meeting-by = { $who } đề nghị
meeting-calendar = Thêm vào lịch (.ics)
meeting-error-subject = Nhập nội dung, nhiều nhất 160 ký tự
meeting-error-begins = Chọn ngày, giờ sắp tới, trong vòng một năm
meeting-error-minutes = Nhập số phút, từ 15 đến 480
meeting-error-place = Nhập địa điểm (nhiều nhất 200 ký tự) hoặc đường dẫn
meeting-error-link = Nhập đường dẫn bắt đầu bằng https://, nhiều nhất 300 ký tự
flash-meeting-proposed = Đã gửi đề nghị hẹn.
flash-meeting-moved = Đã cập nhật lịch hẹn.
flash-meeting-limit = Hợp tác này đã có đủ 50 lịch hẹn.

mail-pt-meeting-proposed-subject = Đề nghị lịch hẹn trong hợp tác với { $name }
mail-pt-meeting-proposed-line = Có đề nghị lịch hẹn trong hợp tác với { $name }. Xin mở trang hợp tác để trả lời hoặc xem câu trả lời.
mail-pt-meeting-agreed-subject = Đã chốt lịch hẹn với { $name }
mail-pt-meeting-agreed-line = Hai bên đã đồng ý lịch hẹn với { $name }. Trang hợp tác có tệp để thêm vào lịch của Quý đơn vị.
mail-pt-meeting-declined-subject = Lịch hẹn với { $name } không được nhận lời
mail-pt-meeting-declined-line = Lịch hẹn sau đây trong hợp tác với { $name } không được nhận lời. Có thể đề nghị lúc khác trên trang hợp tác.
mail-pt-meeting-cancelled-subject = Đã huỷ lịch hẹn với { $name }
mail-pt-meeting-cancelled-line = Lịch hẹn sau đây trong hợp tác với { $name } đã bị huỷ.
