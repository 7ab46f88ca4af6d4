# Letters and text messages. Seekers are addressed as "anh/chị", employers as "Quý doanh nghiệp".
# An sms-… text has to fit 160 characters with its link; names are shortened to make it fit.

mail-to-employer = Kính gửi Quý doanh nghiệp,
mail-to-officer = Chào anh/chị,
mail-to-seeker = Chào anh/chị { $name },
mail-sign = Trân trọng,
mail-why = Thư này được gửi tự động từ { $site }. Cần hỗ trợ, xin gọi { $phone }.
mail-link = Nếu nút trên không bấm được, chép địa chỉ này vào trình duyệt:
mail-centre-says = Lời nhắn của trung tâm:

# --- One-time code ---
mail-code-subject = Mã xác nhận của anh/chị
mail-code-line = Mã xác nhận của anh/chị là:
mail-code-life = Mã dùng được một lần, trong { $minutes } phút.
mail-code-never = Không đưa mã này cho bất kỳ ai, kể cả người tự xưng là cán bộ trung tâm. Nếu anh/chị không yêu cầu mã, xin bỏ qua thư này.
sms-short = { $subject }. Xem: { $url }
sms-code = { $code } là mã xác nhận của { $site }, dùng trong { $minutes } phút. Không đưa mã này cho bất kỳ ai.

# --- To moderators ---
mail-case-subject = Tin chờ duyệt: { $title }
mail-case-line = { $employer } vừa gửi tin tuyển dụng “{ $title }” để duyệt.
mail-case-promise = Cam kết với doanh nghiệp: có quyết định trong 8 giờ làm việc kể từ lúc gửi.
mail-case-button = Mở hàng chờ duyệt

# --- What became of a vacancy ---
mail-vacancy-button = Mở tin tuyển dụng
mail-vacancy-publish-subject = Tin đã được duyệt: { $title }
mail-vacancy-publish-line = Tin tuyển dụng “{ $title }” đã được duyệt và đang hiển thị trên { $site }.
mail-vacancy-publish-next = Xin trả lời sớm từng người ứng tuyển. Đơn không được trả lời sau 30 ngày sẽ tự kết thúc và được tính vào tỷ lệ trả lời của doanh nghiệp.
mail-vacancy-return-subject = Tin cần sửa: { $title }
mail-vacancy-return-line = Tin tuyển dụng “{ $title }” cần sửa những điểm sau trước khi đăng:
mail-vacancy-return-next = Sửa xong, xin bấm “Gửi duyệt” để gửi lại. Nội dung đã nhập vẫn được giữ nguyên.
mail-vacancy-reject-subject = Tin không được duyệt: { $title }
mail-vacancy-reject-line = Trung tâm không thể đăng tin tuyển dụng “{ $title }” vì:
mail-vacancy-reject-next = Nếu không đồng ý, Quý doanh nghiệp có thể bấm “Khiếu nại” trên trang của tin. Một cán bộ khác sẽ xem lại.
mail-vacancy-take-down-subject = Tin đã bị gỡ: { $title }
mail-vacancy-take-down-line = Trung tâm đã gỡ tin tuyển dụng “{ $title }” khỏi { $site } vì:
mail-vacancy-take-down-next = Người đã ứng tuyển được báo rằng tin đã đóng. Nếu có ý kiến, xin gọi trung tâm.
mail-vacancy-expire-subject = Tin đã hết hạn: { $title }
mail-vacancy-expire-line = Tin tuyển dụng “{ $title }” đã hết hạn nhận hồ sơ và không còn hiển thị.
mail-vacancy-expire-next = Nếu vẫn cần người, xin mở tin, chọn hạn mới rồi bấm “Đăng lại”. Đơn đã nhận vẫn còn nguyên; xin trả lời những đơn còn chờ.
mail-vacancy-other-subject = Tin tuyển dụng có thay đổi: { $title }
mail-vacancy-other-line = Tin tuyển dụng “{ $title }” vừa có thay đổi: { $command }.

# --- What became of a change of a published vacancy ---
mail-revision-approve-subject = Đã duyệt sửa đổi: { $title }
mail-revision-approve-line = Bản sửa đổi của tin tuyển dụng “{ $title }” đã được duyệt và đang hiển thị.
mail-revision-approve-next = Những người đã ứng tuyển theo nội dung cũ không được báo tự động; nếu lương, ca hay nơi làm việc đã đổi, xin nói với họ khi trả lời.
mail-revision-return-subject = Bản sửa đổi cần sửa thêm: { $title }
mail-revision-return-line = Bản sửa đổi của tin tuyển dụng “{ $title }” cần sửa những điểm sau:
mail-revision-return-next = Tin đang đăng giữ nguyên nội dung cũ. Bấm “Sửa tin” để sửa tiếp; nội dung đã nhập vẫn còn.
mail-revision-reject-subject = Bản sửa đổi không được duyệt: { $title }
mail-revision-reject-line = Trung tâm không duyệt bản sửa đổi của tin tuyển dụng “{ $title }” vì:
mail-revision-reject-next = Tin đang đăng giữ nguyên nội dung cũ và vẫn nhận hồ sơ.

# --- Applications, to the employer ---
mail-arrived-subject = Ứng viên mới: { $applicant } – { $title }
mail-arrived-line = { $applicant } vừa ứng tuyển vào “{ $title }”.
mail-arrived-next = Ứng viên đang chờ trả lời. Xin xem đơn, rồi mời phỏng vấn, hoặc cho biết lý do nếu không phù hợp.
mail-arrived-button = Xem đơn ứng tuyển
sms-arrived = { $who } vừa ứng tuyển “{ $title }”. Xem và trả lời: { $url }
mail-withdrawn-subject = Ứng viên rút đơn: { $applicant } – { $title }
mail-withdrawn-line = { $applicant } đã rút đơn ứng tuyển “{ $title }”. Quý doanh nghiệp không cần trả lời đơn này nữa.
mail-withdrawn-button = Xem đơn
sms-withdrawn = { $who } đã rút đơn ứng tuyển “{ $title }”. Xem: { $url }

# --- Applications, to the seeker ---
mail-application-button = Xem đơn của tôi
mail-application-call = Cần hỏi thêm, anh/chị gọi { $phone }.
sms-to-seeker = Chào anh/chị { $name }, { $text }
sms-tail = { $url } Gọi { $phone }

mail-application-submitted-subject = Đã gửi đơn ứng tuyển: { $title }
mail-application-submitted-line = Đơn ứng tuyển “{ $title }” của anh/chị đã được gửi tới { $who }.
mail-application-submitted-next = Nhà tuyển dụng sẽ gọi vào số điện thoại trong đơn. Tìm việc qua trung tâm không mất phí: nếu ai thu tiền, đặt cọc hoặc giữ giấy tờ gốc, xin báo ngay cho trung tâm.
sms-application-submitted = đơn “{ $title }” đã gửi tới { $who }.

mail-application-viewed-subject = Đơn ứng tuyển đã được xem: { $title }
mail-application-viewed-line = { $who } đã xem đơn ứng tuyển “{ $title }” của anh/chị.
mail-application-viewed-next = Kết quả sẽ được báo qua tin nhắn.
sms-application-viewed = { $who } đã xem đơn “{ $title }”.

mail-application-shortlisted-subject = Đơn vào danh sách xem xét: { $title }
mail-application-shortlisted-line = { $who } đã đưa đơn ứng tuyển “{ $title }” của anh/chị vào danh sách xem xét.
mail-application-shortlisted-next = Kết quả sẽ được báo qua tin nhắn.
sms-application-shortlisted = { $who } đang xem xét đơn “{ $title }”.

mail-application-interviewing-subject = Mời phỏng vấn: { $title }
mail-application-interviewing-line = { $who } mời anh/chị phỏng vấn cho việc “{ $title }”.
mail-application-interviewing-next = Nhà tuyển dụng sẽ gọi để hẹn ngày giờ. Anh/chị cũng có thể gọi trước.
sms-application-interviewing = { $who } mời phỏng vấn: “{ $title }”.

mail-application-offered-subject = Đạt phỏng vấn: { $title }
mail-application-offered-line = Anh/chị đã đạt phỏng vấn cho việc “{ $title }” tại { $who }.
mail-application-offered-next = Xin hỏi nhà tuyển dụng ngày bắt đầu đi làm và giấy tờ cần mang. Chỉ nộp bản sao, không nộp bản gốc và không đóng tiền.
sms-application-offered = anh/chị đạt phỏng vấn “{ $title }” tại { $who }.

mail-application-hired-subject = Đã nhận việc: { $title }
mail-application-hired-line = { $who } xác nhận anh/chị đã nhận việc “{ $title }”.
mail-application-hired-next = Xin mở trang đơn để xác nhận. Nếu không đúng, báo ở đó hoặc gọi cho trung tâm trong 7 ngày.
sms-application-hired = { $who } xác nhận anh/chị nhận việc “{ $title }”.

mail-application-declined-subject = Kết quả ứng tuyển: { $title }
mail-application-declined-line = { $who } lần này chưa chọn anh/chị cho việc “{ $title }”.
mail-application-declined-next = Còn nhiều việc khác đang tuyển. Anh/chị có thể gọi trung tâm để được tư vấn, không mất phí.
sms-application-declined = { $who } lần này chưa chọn anh/chị: “{ $title }”.
sms-application-declined-reason = { $who } chưa chọn anh/chị: “{ $title }” ({ $reason }).

mail-application-withdrawn-subject = Đã rút đơn: { $title }
mail-application-withdrawn-line = Đơn ứng tuyển “{ $title }” gửi { $who } đã được rút theo yêu cầu của anh/chị.
mail-application-withdrawn-next = Nhà tuyển dụng đã được báo.
sms-application-withdrawn = đã rút đơn “{ $title }” gửi { $who }.

mail-application-elsewhere-subject = Đơn đã kết thúc: { $title }
mail-application-elsewhere-line = Đơn ứng tuyển “{ $title }” gửi { $who } đã kết thúc vì anh/chị đã nhận việc ở nơi khác.
mail-application-elsewhere-next = Nếu điều này không đúng, xin gọi cho trung tâm.
sms-application-elsewhere = đơn “{ $title }” gửi { $who } dừng vì anh/chị đã có việc.

mail-application-lapsed-subject = Đơn không được trả lời: { $title }
mail-application-lapsed-line = { $who } không trả lời đơn ứng tuyển “{ $title }” của anh/chị sau 30 ngày, nên đơn đã tự kết thúc.
mail-application-lapsed-next = Việc này được tính vào tỷ lệ trả lời của nhà tuyển dụng. Anh/chị có thể ứng tuyển việc khác hoặc gọi trung tâm để được tư vấn, không mất phí.
sms-application-lapsed = { $who } không trả lời đơn “{ $title }” sau 30 ngày.

mail-application-reason = Lý do: { $reason }.

# --- Organisations ---
mail-organisation-button = Mở trang của tổ chức
mail-organisation-verify-subject = { $name } đã được xác minh
mail-organisation-verify-line = { $name } đã được trung tâm xác minh. Trang của Quý đơn vị hiển thị công khai với dấu “Đã xác minh”.
mail-organisation-verify-next = Quý đơn vị có thể đăng tin tuyển dụng ngay.
mail-organisation-refuse-subject = Chưa xác minh được { $name }
mail-organisation-refuse-line = Trung tâm chưa xác minh được { $name } vì:
mail-organisation-refuse-next = Xin mở trang của tổ chức, sửa hoặc bổ sung thông tin, rồi bấm “Lưu và gửi xác minh lại”.
mail-organisation-suspend-subject = { $name } bị tạm khoá
mail-organisation-suspend-line = Trang và các tin tuyển dụng của { $name } tạm thời không hiển thị vì:
mail-organisation-suspend-next = Xin gọi trung tâm để giải quyết.
mail-organisation-lift-subject = { $name } hoạt động trở lại
mail-organisation-lift-line = Trang và các tin tuyển dụng của { $name } đã hiển thị trở lại.
mail-organisation-lift-next = Các tin còn hạn tiếp tục nhận đơn ứng tuyển.
mail-organisation-resubmit-subject = Đã nhận hồ sơ của { $name }
mail-organisation-resubmit-line = Trung tâm đã nhận lại hồ sơ của { $name } và sẽ trả lời trong 8 giờ làm việc.
mail-organisation-resubmit-next = Không cần làm gì thêm trong lúc chờ.

# --- Reasons of a decision: what is wrong, and what to do. Also composed on screen. ---
reason-unclear-job = Mô tả công việc chưa rõ. Xin ghi cụ thể người lao động làm việc gì, ở bộ phận nào, bằng máy hay bằng tay.
reason-wage-unclear = Mức lương chưa rõ hoặc khó tin so với công việc. Xin ghi lương cơ bản và thu nhập thường gặp, nói rõ đã gồm những khoản nào.
reason-below-minimum-wage = Lương cơ bản thấp hơn lương tối thiểu vùng tại nơi làm việc. Xin ghi mức bằng hoặc cao hơn mức Chính phủ quy định.
reason-discrimination = Tin có điều kiện về giới tính, tuổi, ngoại hình, hôn nhân, thai sản, quê quán hoặc dân tộc; pháp luật không cho phép điều này. Xin bỏ điều kiện này hoặc thay bằng yêu cầu của chính công việc.
reason-fee-or-deposit = Tin có việc thu tiền, đặt cọc hoặc giữ giấy tờ gốc của người lao động; pháp luật cấm việc này. Xin bỏ nội dung này và không thu của bất kỳ ai.
reason-contact-in-text = Phần mô tả có số điện thoại, tài khoản Zalo hoặc đường dẫn. Xin bỏ khỏi mô tả và ghi ở mục Người liên hệ tuyển dụng.
reason-wrong-place = Nơi làm việc chưa đúng hoặc chưa đủ. Xin chọn đúng khu công nghiệp, xã hoặc phường nơi người lao động đến làm hằng ngày.
reason-duplicate = Tin trùng với một tin khác đang có. Xin dùng tin đã có, hoặc ghi rõ công việc này khác ở điểm nào.
reason-hours-or-overtime = Giờ làm hoặc tăng ca vượt mức luật cho phép. Xin sửa còn không quá 48 giờ một tuần, tăng ca trong giới hạn tháng và năm của ngành.
reason-probation = Thời gian hoặc lương thử việc chưa đúng luật. Xin ghi thử việc tối đa 6 ngày làm việc với việc phổ thông, 30 ngày với trung cấp, công nhân kỹ thuật, 60 ngày với cao đẳng trở lên; lương thử việc ít nhất 85% lương chính thức.
reason-abroad-without-licence = Tin đưa người lao động đi làm việc ở nước ngoài phải có số giấy phép. Xin bổ sung số giấy phép của doanh nghiệp dịch vụ.
reason-misleading = Có thông tin không đúng hoặc dễ gây hiểu lầm cho người tìm việc. Xin sửa cho đúng thực tế; nếu cần, trung tâm sẽ hướng dẫn.
reason-language = Tin cần viết bằng tiếng Việt có dấu, không viết toàn chữ hoa. Xin viết lại cho người tìm việc dễ đọc.

mail-to-organisation = Kính gửi Quý đơn vị,
mail-organisation-verify-college = Trường có thể công bố chương trình đào tạo và tìm doanh nghiệp hợp tác.
mail-organisation-suspend-college = Trang của { $name } tạm thời không hiển thị vì:
mail-organisation-lift-college = Trang của { $name } đã hiển thị trở lại.
mail-organisation-lift-college-next = Trường có thể dùng sàn như trước.
sms-tail-claim = { $url } Sai? Gọi { $phone }

# --- Applicants who wait, to the employer ---
mail-waiting-subject = { $n } ứng viên chờ trả lời quá 14 ngày: { $title }
mail-waiting-line = { $n } người ứng tuyển “{ $title }” đã chờ trả lời hơn 14 ngày.
mail-waiting-next = Xin mời phỏng vấn, hoặc cho biết lý do nếu không phù hợp. Sau 30 ngày không trả lời, đơn tự kết thúc và được tính vào tỷ lệ trả lời của doanh nghiệp.
mail-waiting-button = Xem và trả lời
