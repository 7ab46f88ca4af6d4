# Letters about conferences.

mail-pt-event-invited-subject = Mời dự: { $name }
mail-pt-event-invited-line = Trung tâm trân trọng mời Quý đơn vị dự { $name }. Xin đăng ký, chọn nhu cầu hoặc chương trình mang tới và chọn đơn vị muốn gặp.
mail-pt-event-confirmed-subject = Đã xác nhận đăng ký: { $name }
mail-pt-event-confirmed-line = Đăng ký dự { $name } của Quý đơn vị đã được xác nhận. Xin in hoặc lưu thẻ có mã QR để điểm danh.
mail-pt-event-changed-subject = Có thay đổi: { $name }
mail-pt-event-changed-line = Thời gian, địa điểm hoặc nội dung của { $name } có thay đổi.
mail-pt-event-cancelled-subject = Huỷ: { $name }
mail-pt-event-cancelled-line = { $name } không diễn ra nữa. Trung tâm xin lỗi Quý đơn vị.
mail-pt-event-planned-subject = Lịch gặp tại { $name }
mail-pt-event-planned-line = Đã có lịch gặp của Quý đơn vị tại { $name }: gặp ai, vòng nào, bàn nào.
