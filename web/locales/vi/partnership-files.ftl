# Files in a partnership, signed copies of an agreement, and the letter about them.

pt-files = Tài liệu
pt-files-none = Chưa có tài liệu nào.
pt-file-add = Thêm tài liệu
pt-file-add-do = Tải lên
pt-file = Chọn tệp
pt-file-hint = PDF, Word hoặc ảnh JPEG, PNG; mỗi tệp tối đa 5 MB, nhiều nhất 20 tệp. Hai bên và trung tâm đều xem được.
pt-file-remove = Xoá
pt-file-copy = Bản ký số của thoả thuận { $number }, phiên bản { $version }
pt-file-error-none = Chọn một tệp
pt-file-error-many = Hợp tác này đã có đủ { $n } tệp; xoá bớt rồi thêm tệp mới
pt-file-error-pdf = Bản ký số phải là tệp PDF; “{ $name }” không phải
pt-file-error-unsigned = Chưa thấy chữ ký số trong tệp “{ $name }”. Ký bằng USB token hoặc dịch vụ ký số từ xa rồi tải lên lại
pt-file-error-full = Lúc này chưa nhận thêm được tệp. Xin thử lại sau
agreement-copies = Bản ký số
agreement-copy-add = Tải lên bản PDF đã ký số
agreement-copy-says = Nếu đơn vị cần thêm chữ ký số: tải bản in PDF ở trên, ký bằng USB token hoặc dịch vụ ký số từ xa, rồi tải lên đây. Tệp được giữ nguyên từng byte kèm mã SHA-256. Sàn không kiểm tra chứng thư số; chữ ký trên sàn vẫn là căn cứ.
agreement-copy = Tệp PDF đã ký số
agreement-copy-hint = Tối đa 5 MB.
flash-pt-file-added = Đã thêm tệp, bên kia được báo qua thư.
flash-pt-file-removed = Đã xoá tệp.

mail-pt-file-added-subject = { $name } gửi tài liệu
mail-pt-file-added-line = { $name } vừa thêm một tệp vào trang hợp tác.
