# Files in a partnership, signed copies of an agreement, and the letter about them.

pt-files = Files
pt-files-none = There are no files yet.
pt-file-add = Add a file
pt-file-add-do = Upload
pt-file = Choose a file
pt-file-hint = PDF, Word, or pictures as JPEG or PNG; 5 MB each at most, 20 files at most. Both sides and the centre can read them.
pt-file-remove = Remove
pt-file-copy = Electronically signed copy of the agreement { $number }, version { $version }
pt-file-error-none = Choose a file
pt-file-error-many = { $n ->
    [one] This partnership has one file already; remove it to add another
   *[other] This partnership has { $n } files already; remove one to add another
}
pt-file-error-pdf = A signed copy has to be a PDF; “{ $name }” is not
pt-file-error-unsigned = No electronic signature was found in “{ $name }”. Sign it with a USB token or a remote signing service, then upload it again
pt-file-error-full = No more files can be taken just now. Please try again later
agreement-copies = Electronically signed copies
agreement-copy-add = Upload a PDF that was signed electronically
agreement-copy-says = If your organisation needs an electronic signature as well: download the PDF above, sign it with a USB token or a remote signing service, and upload it here. The file is kept byte by byte with its SHA-256. Certificates are not checked here; what counts are the signatures made on this site.
agreement-copy = The signed PDF
agreement-copy-hint = 5 MB at most.
flash-pt-file-added = The file was added; the other side is told by letter.
flash-pt-file-removed = The file was removed.

mail-pt-file-added-subject = { $name } has sent a file
mail-pt-file-added-line = { $name } has just added a file to the partnership's page.
