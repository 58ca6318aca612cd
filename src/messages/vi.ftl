### Everything the program says, in Vietnamese. The same ids and variables stand in en.ftl.

## Mức độ và khung của thông báo

severity-error = lỗi
severity-warning = cảnh báo
severity-info = ghi chú
severity-help = cách sửa
severity-accepted = đã chấp nhận
failure = lỗi
summary = { $files } văn bản, { $counts }
count-errors = { $count } lỗi
count-warnings = { $count } cảnh báo
count-accepted = { $count } đã chấp nhận
summary-built = { $files } văn bản, { $built } tệp trong `{ $out }`, { $new } văn bản mới dựng, { $counts }
progress = đang dựng

## Y: hình dạng của tệp YAML

suggest-nearest = ý bạn là `{ $nearest }`?
suggest-known = chọn một trong: { $known }
suggest-below = viết `{ $key }: …` ở dưới `{ $group }`
byte-order-mark = tệp bắt đầu bằng dấu thứ tự byte (BOM)
    .help = lưu lại tệp với mã "UTF-8", không phải "UTF-8 có BOM"
stray-outside = `{ $path }` là liên kết dẫn ra ngoài dự án
    .help = chép tệp vào dự án; hoặc ghi thư mục ấy vào `outside_paths` của `vanthu.yaml`
stray-loop = `{ $path }` là liên kết vòng về chính nó
    .help = xóa liên kết này
stray-name = tên tệp `{ $path }` không phải UTF-8
    .help = đổi tên tệp hoặc thư mục này
stray-nowhere = `{ $path }` là liên kết đến chỗ không có gì
    .help = sửa hoặc xóa liên kết này
stray-special = `{ $path }` không phải tệp thường mà là ống dẫn hoặc thiết bị
    .help = thay bằng tệp thường, hoặc đổi tên
not-utf8 = tệp không phải UTF-8: byte { $byte } không đọc được
    .help = mở tệp trong trình soạn thảo và lưu lại với mã UTF-8
too-large = tệp dài { $bytes } byte, nhiều nhất được { $most } byte
    .help = kiểm tra xem đây có đúng là tệp văn bản không; bảng số liệu dài thì tách thành nhiều văn bản
empty-file = tệp trống
    .help = viết nội dung văn bản, bắt đầu bằng `kind: cong-van`, hoặc xóa tệp
missing-key = thiếu khóa `{ $key }`
    .help = thêm một dòng `{ $key }: …`, thụt vào như khóa được đánh dấu
missing-key-brace = thêm `, { $key }: …` trước dấu `{"}"}`
unknown-key = không có khóa `{ $key }`
unknown-key-comma = dấu phẩy trong ngoặc đã ngắt giá trị ở trước `{ $words }`: đặt cả giá trị trong dấu nháy "…"
duplicate-key = `{ $key }` được viết hai lần
    .help = giữ một dòng và xóa dòng kia
duplicate-key-first = lần đầu ở đây
wrong-type =
    { $found ->
        [list] đây là một danh sách
        [mapping] đây là các dòng `khóa: giá trị`
        [blank] chỗ này còn trống
       *[text] đây là một dòng chữ
    }, cần { $expected ->
        [list] một danh sách
        [mapping] các dòng `khóa: giá trị`
        [boolean] `true` hoặc `false`
       *[text] một dòng chữ
    }
    .help =
        { $expected ->
            [list] viết trong ngoặc vuông: `[…, …]`, hoặc mỗi mục trên một dòng, bắt đầu bằng `- `
            [mapping] viết mỗi khóa trên một dòng riêng bên dưới, thụt vào hai dấu cách: `khóa: giá trị`
            [boolean] viết `true` hoặc `false`, không có dấu nháy
           *[text] viết giá trị sau dấu `:` của khóa; nếu nó bắt đầu bằng dấu đặc biệt thì đặt trong dấu nháy "…"
        }
wrong-type-brace = đặt cả giá trị trong dấu nháy "…", hoặc viết `|` sau khóa rồi viết giá trị ở các dòng dưới
wrong-type-colon = nếu đây là một giá trị có dấu `:` ở giữa thì đặt cả giá trị trong dấu nháy: "{ $line }"
wrong-type-dash = bỏ dấu `- ` ở đầu dòng: ở đây không phải danh sách, mỗi dòng là `khóa: giá trị`
anchor = neo (`&`), bí danh (`*`), thẻ (`!`) và khóa gộp (`<<`) không được dùng
    .help = viết đầy đủ giá trị; nếu đó là chữ thì đặt trong dấu nháy "…"
too-deep = các khóa lồng nhau quá sâu hoặc quá nhiều
    .help = bỏ bớt các mức thụt vào hoặc dấu ngoặc thừa
yaml-second-document = sau dòng `---` là một văn bản thứ hai trong cùng tệp
    .help = mỗi tệp một văn bản: chuyển phần sau sang tệp khác, hoặc xóa dòng `---`
yaml-tab = dòng thụt vào bằng phím Tab (số dòng như vậy: { $count })
    .help = thay Tab bằng dấu cách, hai dấu cách cho mỗi mức
yaml-colon = dấu `:` ở giữa giá trị làm nó giống một khóa nữa
    .help = đặt cả giá trị trong dấu nháy "…"
yaml-indent = đầu dòng này không thẳng hàng với các dòng cùng mức ở trên
    .help = thêm hoặc bớt dấu cách ở đầu dòng; các dòng dưới `|` đều thụt vào sâu hơn khóa của nó
yaml-no-key = dòng này không có dạng `khóa: giá trị`
    .help = sau khóa viết dấu `:` và một dấu cách; nếu dòng này nối dòng trên thì thụt vào sâu hơn
yaml-curly-quote = giá trị nằm trong dấu nháy cong “ ”, máy không coi đó là dấu nháy
    .help = thay “ ” ở hai đầu giá trị bằng dấu nháy thẳng "…"
yaml-block = dòng dưới dấu `|` không thụt vào
    .help = thụt mọi dòng của nội dung vào hai dấu cách
yaml-dash-deeper = dấu `-` của dòng này thụt sâu hơn dòng trên nên hai dòng bị đọc thành một
    .help = đặt các dấu `-` của một danh sách thẳng hàng nhau
wrong-type-line = `{ $line }` đứng cùng dòng với khóa của nó
wrong-type-same-line = xuống dòng trước `{ $line }` và thụt vào hai dấu cách
wrong-type-space = viết một dấu cách sau dấu `:`: `{ $mended }`
wrong-type-dash-space = viết một dấu cách sau dấu `-`, mỗi mục một dòng
wrong-type-body = viết `|` sau `body:`, nội dung để ở các dòng dưới, thụt vào hai dấu cách
unknown-key-indent = nếu `{ $key }` là của `{ $group }` thì thụt dòng này vào hai dấu cách
yaml-bracket = dấu `{ $sign }` mở ra mà không đóng lại
    .help = thêm dấu `{ $close }` ở cuối giá trị
yaml-flow = trong ngoặc thừa hoặc thiếu dấu phẩy, hoặc thiếu một giá trị
    .help = giữa hai giá trị viết một dấu phẩy, ô trống viết `~`; giá trị có dấu phẩy hay ngoặc thì đặt trong dấu nháy "…"
yaml-after-quote = sau dấu nháy đóng còn chữ
    .help = đặt cả giá trị trong một cặp dấu nháy '…', dấu nháy bên trong giữ nguyên
yaml-escape = dấu `\` trong dấu nháy "…" có nghĩa riêng
    .help = dùng dấu nháy '…' thay cho "…", hoặc viết `\\` để in một dấu `\`
yaml-quote = dấu nháy mở ra mà không đóng lại
    .help = thêm dấu nháy đóng ở cuối giá trị
yaml-sign = giá trị không thể bắt đầu bằng dấu `{ $sign }`
    .help = đặt cả giá trị trong dấu nháy "…"
yaml-false-space = đầu dòng có ký tự giống dấu cách ({ $sign }), thường do dán từ Word hoặc trang web (số dòng như vậy: { $count })
    .help = thay bằng dấu cách thường; `vanthu check --fix` tự thay
yaml-pasted-rows = { $count } dòng dán từ Excel: giữa các ô là phím Tab
yaml-pasted-rows-help = viết mỗi dòng như `{ $line }`; hoặc lưu bảng thành tệp Excel hay CSV bên cạnh rồi viết `rows: {"{"}file: ten-tep.xlsx{"}"}`
yaml-hash = dấu `#` sau dấu cách cắt bỏ phần sau của giá trị: `{ $rest }`
yaml-hash-help = nếu là chữ thì đặt cả giá trị trong dấu nháy: `{ $line }`; nếu là ghi chú thì viết dấu cách sau `#`
yaml-behind-quote = giá trị bắt đầu bằng dấu nháy nhưng sau dấu nháy đóng còn chữ: `{ $rest }`
yaml-behind-quote-help = đặt cả giá trị trong một cặp dấu nháy: `{ $line }`
mojibake = tệp đã bị lưu sai bảng mã: `{ $found }` đúng ra là `{ $meant }` (số chỗ như vậy: { $count })
    .help = mở bản gốc với mã UTF-8 rồi lưu lại; hoặc để `vanthu check --fix` đổi lại các chữ này
conflict = tệp còn một chỗ gộp chưa xong (xung đột git): dòng { $ours } là bản của `{ $name }`, dòng { $theirs } là bản của `{ $other }`
    .help = chọn một trong hai bản, rồi xóa các dòng `<<<<<<<`, `=======`, `>>>>>>>`
conflict-mark = dòng `{ $mark }` còn sót lại của một lần gộp chưa xong (xung đột git)
    .help = xóa dòng này, sau khi chắc rằng các dòng bên cạnh chỉ còn một bản
conflict-middle = từ đây là bản của bên kia
conflict-end = hết chỗ xung đột
foreign-encoding = tệp lưu bằng mã { $encoding }, không phải UTF-8; dòng { $line } đọc ra là `{ $text }`
    .help = lưu lại tệp với mã UTF-8, hoặc để `vanthu check --fix` đổi mã
reference-curly = trong `{"{{"} … {"}}"}` có dấu nháy cong `{ $sign }`
    .help = thay dấu nháy cong bằng dấu nháy thẳng `"`
yaml-other = không đọc được dòng này: { $cause }
    .help = so với các dòng trên: thụt vào bằng dấu cách, sau `khóa:` có một dấu cách, sau `-` có một dấu cách

## N: tên và giá trị

bad-value = `{ $value }` không phải là một giá trị của `{ $key }`
profile-range =
    `{ $key }` là `{ $value }`, ngoài khoảng { $least }–{ $most } { $unit ->
        [lines] dòng
       *[other] { $unit }
    } của thể thức ({ $rules })
    .help = viết `{ $key }` là một số từ { $least } đến { $most }
bad-table-size = `table_size` là `{ $value }`, cần một cỡ chữ từ 7 đến 13 pt
    .help = viết một số từ 7 đến 13, không kèm đơn vị: `table_size: 9`
profile-choice = `{ $key }` là `{ $value }`, thể thức chỉ cho { $least } hoặc { $most } { $unit } ({ $rules })
    .help = viết `{ $key }` là { $least } hoặc { $most }
profile-column = `{ $key }` là `{ $value }`: cột phải chỉ còn { $right } { $unit }, Quốc hiệu và dòng ngày tháng cần { $needed } { $unit } ({ $rules })
    .help = viết `{ $key }` là một số từ { $least } đến { $most }, hoặc bỏ khóa này
profile-number =
    `{ $key }` là `{ $value }`, cần một số tính bằng { $unit ->
        [lines] dòng
       *[other] { $unit }
    } ({ $rules })
    .help =
        viết số không kèm đơn vị, phần lẻ sau dấu chấm: { $form ->
            [choice] { $least } hoặc { $most }
           *[range] từ { $least } đến { $most }
        }
bad-date-form = `{ $value }` không phải là một ngày theo dạng năm-tháng-ngày
    .help = viết `2024-03-05`, hoặc `2024-03` khi chưa biết ngày, hoặc để trống
bad-date-calendar = không có ngày `{ $value }` trong lịch từ năm 1945
    .help = kiểm tra lại ngày, tháng và năm; dạng viết là năm-tháng-ngày: `2024-03-05`
bad-date-turned = viết `{ $date }`
bad-date-month-end = ngày cuối của tháng đó là `{ $date }`
bad-document-number = `{ $value }` không phải là một số nguyên từ 1
    .help = viết số bằng chữ số Ả Rập, ví dụ `49`; phần sau dấu `/` viết ở `symbol`; chưa có số thì để trống
bad-count = `{ $value }` không phải là một số nguyên từ 1
    .help = viết bằng chữ số, ví dụ `10`, hoặc xóa khóa này
unprintable-text =
    trong dòng chữ có { $what ->
        [line-break] chỗ xuống dòng
        [tab] dấu Tab
        [bidi] dấu đổi chiều chữ không nhìn thấy
        [control] ký tự điều khiển
        [right-to-left] chữ viết từ phải sang trái
       *[invisible] ký tự không nhìn thấy
    } ({ $sign })
    .help =
        { $what ->
            [line-break] viết trên một dòng; nhiều dòng trong YAML thì bắt đầu bằng `>-`
            [tab] thay Tab bằng dấu cách
           *[other] xóa cả giá trị và gõ lại, không dán từ nơi khác
        }
empty-text = dòng chữ trống
    .help = viết nội dung, hoặc xóa khóa này nếu nó không bắt buộc
text-too-long = đoạn chữ dài { $length } ký tự, nhiều nhất được { $most }
    .help = rút ngắn, hoặc chuyển phần dài sang văn bản khác
figure-not-a-number = `{ $value }` không phải là một số
    .help = viết chữ số liền nhau, phần lẻ sau dấu chấm: `1250` hoặc `29.72`; ô trống viết `~`
figure-ambiguous = `{ $value }` có thể đọc theo nhiều cách
figure-readings = viết liền, không có dấu phân cách nghìn; phần lẻ sau dấu chấm: { $readings }
figure-not-whole = `{ $value }` có phần lẻ, cột `{ $column }` là cột số nguyên
    .help = sửa số, hoặc thêm `type: decimal(2)` vào cột
column-without-id = cột không có `id`
    .help = thêm `id: …` (chữ thường không dấu, chữ số, `_`) để công thức và nội dung gọi được cột này
duplicate-column = hai cột cùng có `id: { $id }`
    .help = đặt cho mỗi cột một `id` riêng
deep-header = đầu bảng có quá { $most } tầng
    .help = gộp bớt một tầng đầu bảng
group-key = đầu bảng chung của nhiều cột không được có `{ $key }`
    .help = xóa `{ $key }` ở đây, hoặc chuyển xuống một cột bên dưới
text-with-formula = cột chữ không thể có công thức
    .help = xóa `formula`, hoặc xóa `type: text`
row-length = dòng `{ $name }` có { $found } giá trị, cần { $expected }: { $columns }
    .help = viết đủ giá trị theo thứ tự cột; số viết liền, không có dấu ngăn nghìn; ô trống viết `~`; cột có công thức không viết
declared-without-total = có số khai ở `declared` nhưng bảng không có dòng tổng
    .help = thêm `total: {"{"}label: Tổng cộng{"}"}` vào bảng, hoặc xóa `declared`
formula-unknown = công thức gọi cột `{ $name }`, không có cột đó
formula-sign = dấu `{ $sign }` không có nghĩa ở chỗ này của công thức
    .help = dùng `+ - * /`, ngoặc tròn, số và `id` của các cột
formula-open = ngoặc mở ra mà không đóng lại trong công thức
    .help = thêm `)`
formula-short = công thức dừng giữa chừng
    .help = viết tiếp một số hoặc `id` của một cột
formula-deep = công thức có quá nhiều ngoặc
    .help = tách thành nhiều cột, cột phụ thêm `hidden: true`
formula-cycle = công thức đi vòng: { $chain }
    .help = một cột không thể tính từ chính nó: sửa một công thức trong vòng này
division-by-zero = cột `{ $column }`, dòng `{ $row }`: công thức `{ $formula }` chia cho 0
    .help = sửa số liệu của dòng này, hoặc để trống ô làm mẫu số
bad-id = `{ $value }` không dùng làm tên được
    .help = dùng chữ thường không dấu, chữ số và `{ $joint }`, bắt đầu bằng chữ
taken-id = tên `{ $value }` đã có nghĩa riêng
    .help = chọn tên khác
reference-open = `{"{{"}` mở ra mà không có `{"}}"}` trên cùng dòng
    .help = thêm `{"}}"}`; nếu muốn in dấu ngoặc nhọn thì viết `\{"{"}`
reference-form = không hiểu `{ $words }` trong `{"{{"} … {"}}"}`
    .help = viết `bang.total.cot`, `bang["Tên dòng"].cot`, `bases`, `appendix("bang")` hoặc `table("bang")`
note-undefined = chú thích `[^{ $label }]` được gọi mà không có lời
    .help = thêm dòng `[^{ $label }]: …` ở cuối nội dung; nếu muốn in dấu `[` thì viết `\[`
note-unused = chú thích `[^{ $label }]` có lời mà nội dung không gọi
    .help = viết `[^{ $label }]` vào chỗ cần chú thích, hoặc xóa dòng này
note-named-twice = chú thích `[^{ $label }]` được gọi lần thứ hai
    .help = mỗi chú thích gọi một lần; chỗ này dùng chú thích khác, ví dụ `[^{ $label }b]`
note-written-twice = chú thích `[^{ $label }]` có lời hai lần
    .help = xóa một trong hai, hoặc đổi tên một chú thích
note-in-note = trong lời chú thích không gọi được chú thích khác (`[^{ $label }]`)
    .help = viết điều cần nói vào ngay lời chú thích
note-empty = chú thích `[^{ $label }]` không có lời
    .help = viết lời chú thích sau dấu `:`
note-blocks = chú thích `[^{ $label }]` có hơn một đoạn
    .help = viết lời chú thích thành một đoạn, không có mục, gạch đầu dòng
reference-unknown = `{ $name }` không chỉ đến đâu cả
reference-no-target = không có bảng `{ $name }` trong `targets`
reference-no-document = danh mục không có văn bản `{ $name }` trong `legal_documents`
reference-no-row = bảng không có dòng `{ $name }`
reference-no-column = bảng không có cột số `{ $name }`
reference-no-total = bảng `{ $target }` không có dòng tổng
    .help = thêm `total: {"{"}label: Tổng cộng{"}"}` vào bảng
reference-no-bases = `bases` được gọi nhưng `legal_bases` trống
    .help = viết các căn cứ vào `legal_bases`
reference-text-total = cột chữ `{ $column }` không có tổng
    .help = gọi một cột số
reference-format = không có cách viết số `{ $words }`
    .help = dùng `| so(2)`, `| phan_tram(1)`, `| bang_chu(1)` (số chữ số lẻ, nhiều nhất 6) hoặc `| bang_chu`
table-in-line = bảng phải đứng riêng một đoạn
    .help = để trống một dòng trước và sau `{"{{"} table("…") {"}}"}`; chỉ hai bảng đặt cạnh nhau mới viết chung một dòng
unsupported-markdown =
    { $what ->
        [code] chữ trong dấu `` ` `` là mã, văn bản hành chính không có
        [code-block] đoạn thụt vào bốn dấu cách hoặc nằm giữa ``` là mã, văn bản hành chính không có
        [link] liên kết không in được trong văn bản
        [image] hình không in được trong văn bản
        [quote] đoạn bắt đầu bằng `>` là trích dẫn, văn bản hành chính không có
        [rule] dòng kẻ ngang không có trong nội dung văn bản
        [table] bảng kẻ bằng dấu `|` không in được trong nội dung
        [underlined-heading] dòng gạch `---` hoặc `===` biến dòng trên thành đề mục
        [deep-heading] đề mục chỉ có ba mức
        [deep] các mục, chữ đậm và chữ nghiêng lồng nhau quá nhiều mức
       *[html] thẻ HTML không dùng được
    }
    .help =
        { $what ->
            [code] bỏ dấu `` ` ``, hoặc viết `` \` `` để in chính dấu đó
            [code-block] bỏ các dấu cách ở đầu dòng
            [link] viết địa chỉ như chữ thường; dấu `[` và `<` muốn in thì viết `\[` và `\<`
            [image] xóa đi; dấu `!` và `[` muốn in thì viết `!\[`
            [quote] bỏ dấu `>`, hoặc viết `\>` để in chính dấu đó
            [rule] xóa dòng này
            [table] đưa bảng vào `targets` rồi viết `{"{{"} table("…") {"}}"}`; muốn in dấu `|` ở đầu dòng thì viết `\|`
            [underlined-heading] xóa dòng gạch; đề mục viết bằng `# `
            [deep-heading] dùng `#`, `##` hoặc `###`
            [deep] bỏ bớt các dấu `- ` và `*` ở đây
           *[other] xóa đi; dấu `<` muốn in thì viết `\<`
        }
bad-accept = không có quy tắc `{ $rule }`
formula-no-row = công thức này không tính cho từng dòng nên không gọi được cột `{ $name }`
    .help = gọi tổng: `total.{ $name }`
formula-part = sau tên bảng không thể là `{ $name }`
    .help = viết `bang.total.cot`, `bang.row.cot` hoặc `bang["Tên dòng"].cot`
formula-round = số chữ số lẻ của `round` phải là số nguyên từ 0 đến 6
    .help = viết `round(x, 2)`
formula-function = công thức gọi hàm `{ $name }`, không có hàm đó
formula-condition = điều kiện của `if` thiếu dấu so sánh
    .help = viết `if(a > b, x, y)`; dùng được `=`, `<>`, `<`, `<=`, `>`, `>=`
formula-several-lines = cột `{ $column }`, dòng `{ $row }`: bảng kia có nhiều dòng tên `{ $name }`
    .help = đặt các dòng đó trong những nhóm cùng tên ở hai bảng, hoặc đặt tên khác nhau; công thức: `{ $formula }`
formula-no-line = cột `{ $column }`, dòng `{ $row }`: bảng kia không có dòng `{ $name }`
    .help = thêm dòng đó vào bảng kia, hoặc sửa tên cho khớp; công thức: `{ $formula }`
formula-row = dòng này
total-two-ways = tổng cột `{ $column }`: cộng các dòng được { $down }, tính `{ $formula }` trên dòng tổng được { $across }
    .help = điền ô trống của các cột trong công thức (không có thì viết 0), hoặc chọn một cách: `total: sum` (cộng dọc) hay `total: ratio` (tính ngang)
ratio-over-other-rows = cột `{ $column }`, dòng `{ $row }`: tử số và mẫu số của `{ $formula }` không cộng cùng những dòng: `{ $unit }` chỉ có ở một bên
    .help = điền ô trống của dòng đó (không có thì viết 0); hoặc ghi ở cột `total: none` để không in tổng, `total: "{ $formula }"` để tính trên các tổng đã in
ratio-row = dòng này chỉ có một trong hai số
total-blank-row = dòng này trống
formula-long = công thức dài { $length } ký tự, nhiều nhất được { $most }
    .help = tách thành nhiều cột, cột phụ thêm `hidden: true`
many-columns = bảng có { $count } cột, nhiều nhất được { $most }
    .help = tách thành nhiều bảng
reference-empty = giữa `{"{{"}` và `{"}}"}` không có gì
    .help = viết tên một số, `bases`, `appendix("bang")` hoặc `table("bang")`
number-too-large = cột `{ $column }`, dòng `{ $row }`: công thức `{ $formula }` cho số quá lớn
    .help = kiểm tra lại số liệu và công thức
formula-not-round = cột `{ $column }`, dòng `{ $row }`: công thức cho { $value }, cột chỉ in { $decimals } chữ số lẻ nên tổng sẽ không khớp
    .help = viết `round({ $formula }, { $decimals })`, hoặc đổi `type` của cột
formula-and-allocate = cột có cả `formula` và `allocate`
    .help = giữ một trong hai
adds-up-without-share = `adds_up` chỉ dùng cho cột có công thức `share(…)`
    .help = viết `formula: share(cot)`, hoặc xóa `adds_up`
share-without-total = `share({ $of })` cần tổng của cột `{ $of }`, mà cột này không có tổng
    .help = đổi `total` của cột `{ $of }`, hoặc sửa công thức
shares-of-another-total = các tỷ trọng ở cột `{ $column }` cộng lại là { $sum }%, không thể làm tròn cho bằng 100%
    .help = tổng của cột trong `share(…)` phải là tổng các dòng; nếu không thì bỏ `adds_up`
ratio-without-formula = `total: ratio` cần một công thức của cột
    .help = thêm `formula`, hoặc viết công thức vào `total`
figure-too-fine = `{ $value }` có nhiều chữ số lẻ hơn cột `{ $column }` in ra ({ $decimals })
    .help = làm tròn số, hoặc đổi `type` của cột
cell-of-formula = cột `{ $column }` được tính, không viết số vào
    .help = xóa số này
bad-width = `{ $value }` không phải bề rộng cột: cần từ { $least } đến { $most } mm
    .help = viết `width: 30`
count-of-row = `{ $name }` không phải nhóm, không có dòng nào để đếm
    .help = viết tên nhóm, hoặc `{"{{"} bảng.count {"}}"}` để đếm cả bảng
reference-not-printed = bảng `{ $target }` ghi `printed: false` nên không có gì để dẫn đến
    .help = bỏ `printed: false`, hoặc dẫn từng số của bảng
blank-rows = `{ $value }` không phải số dòng trống, cần từ 1 đến { $most }
    .help = viết `rows: {"{"}blank: 10{"}"}`
task-column = `tasks` gọi cột `{ $name }`, bảng không có cột chữ nào tên đó
linked-circle = các văn bản lấy dòng của nhau thành vòng, hoặc quá nhiều lớp (`{ $path }`)
    .help = lấy dòng từ văn bản gốc, hoặc từ tệp CSV
linked-errors = văn bản `{ $path }` đang có lỗi nên chưa lấy được dòng của nó
    .help = sửa lỗi của văn bản đó trước (`vanthu check`)
linked-no-table = văn bản `{ $path }` không có bảng `{ $name }`
linked-column = bảng trong `{ $path }` không có cột `{ $name }`
row-of-several = bảng có nhiều dòng tên `{ $name }`, không rõ gọi dòng nào
    .help = đặt tên khác nhau cho các dòng đó
row-of-several-help = ghi cả tên nhóm: { $paths }
row-decimals = `{ $value }` không phải số chữ số lẻ của dòng, cần từ 0 đến { $most }
    .help = viết `decimals: 0`, `decimals: 2`
part-without-whole = dòng ghi `part` nhưng phía trên không có dòng nào để nó là một phần
    .help = đặt dòng này ngay dưới dòng chứa nó, hoặc xóa `part`
row-without-name = dòng trong danh sách không có tên
    .help = viết `- Tên dòng: [1, 2]`, hoặc `- {"{"}name: Tên dòng, values: [1, 2]{"}"}`
group-formula = nhóm không có công thức: số của nhóm là tổng các dòng trong nhóm
    .help = xóa `formula`, hoặc đặt công thức ở một dòng riêng
many-row-formulas = bảng có { $count } công thức ở dòng, nhiều nhất { $most }
    .help = đặt công thức ở cột (`formula` trong `columns`)
row-formula-column = cột `{ $column }` được tính một lần cho mọi dòng, dòng không có công thức riêng ở đó
    .help = xóa công thức của dòng ở cột này
total-of-units = dòng tổng cộng những dòng có đơn vị tính khác nhau: { $units }
    .help = xóa `total`, ghi `total: none` ở các cột, hoặc ghi `counted: false` ở dòng không cộng
deep-group = nhóm lồng nhau quá { $most } mức
    .help = gộp bớt một mức nhóm
table-file-missing = không có tệp `{ $path }` trong thư mục dự án
    .help = đường dẫn tính từ thư mục của văn bản; kiểm tra tên tệp
table-file-nameless = dòng có số nhưng không có tên đơn vị
    .help = viết tên đơn vị vào cột đầu, hoặc xóa cả dòng
table-file-expands = tệp số liệu `{ $path }` khi giải nén lớn quá 128 MB hoặc có quá nhiều phần tử
    .help = tách riêng bảng cần dùng sang một tệp mới, bỏ những trang tính, kiểu và chữ không dùng
table-file-large = tệp số liệu `{ $path }` lớn quá { $most } MB
    .help = chỉ giữ những dòng và cột cần dùng, hoặc tách thành nhiều bảng
table-file-cells = tệp `{ $path }` có quá nhiều ô, hoặc có ô ở quá xa bên phải
    .help = xóa những ô thừa ngoài bảng (chọn các cột, các dòng thừa rồi Delete) và lưu lại
table-file-kind = tệp `{ $path }` không phải .csv, .xlsx, .xlsm, .xls hoặc .ods
    .help = lưu bảng thành .xlsx hoặc .csv (UTF-8)
table-file-empty = tệp `{ $path }` không có gì
    .help = tệp cần một dòng tên các cột và bên dưới là các dòng của bảng; kiểm tra đã lưu đúng tệp chưa
table-file-workbook = tệp `{ $path }` là bảng tính (xlsx, xls hoặc ods), không phải tệp chữ
    .help = đổi đuôi tên tệp cho đúng (ví dụ `.xlsx`), rồi ghi tên mới ở `rows`
table-file-encoding = tệp `{ $path }` không phải UTF-8
    .help = trong Excel chọn kiểu "CSV UTF-8" khi lưu, hoặc để nguyên .xlsx
table-file-lost-letters = chữ `{ $value }` đã mất dấu: tệp được lưu bằng bảng mã không có chữ Việt
    .help = mở lại tệp Excel gốc và lưu kiểu "CSV UTF-8", hoặc dùng thẳng tệp .xlsx
table-file-broken = không đọc được tệp Excel `{ $path }`
    .help = mở tệp bằng Excel và lưu lại thành .xlsx
table-file-locked = tệp Excel `{ $path }` có mật khẩu
    .help = mở tệp bằng Excel, bỏ mật khẩu (File, Info, Protect Workbook) rồi lưu lại
table-file-sheet = tệp Excel không có trang `{ $sheet }`
table-file-hidden-sheet = bảng nằm ở trang ẩn `{ $sheet }` của tệp `{ $path }`
    .help = kiểm tra trang đó; nếu đúng là nó thì ghi `sheet: { $sheet }`
table-file-no-header = không thấy dòng tên cột của bảng trong tệp `{ $path }`; dòng đầu có { $found }
table-file-no-header-help = tệp cần một dòng ghi tên hoặc `id` các cột: { $known }; tệp nhiều trang thì ghi `sheet: …`
table-file-first-row = dòng đầu của tệp
table-file-header = dòng tên cột của tệp
table-file-no-rows = tệp `{ $path }` chỉ có dòng tên cột, không có dòng nào của bảng
    .help = thêm các dòng vào tệp và lưu lại; tệp nhiều trang thì kiểm tra `sheet`
table-file-column-missing = tệp `{ $path }` không có cột `{ $column }`
    .help = thêm vào tệp một cột tên `{ $column }` (hoặc `{ $id }`), hoặc bỏ cột này khỏi `columns`
table-file-column = bảng không có cột `{ $name }` mà tệp có
table-file-unit = tệp ghi đơn vị `{ $found }`, văn bản ghi `{ $expected }`
    .help = đổi số trong tệp sang đơn vị của văn bản, hoặc sửa đơn vị cho giống nhau
table-file-unit-only = tệp ghi đơn vị `{ $found }`, bảng không ghi đơn vị nào
    .help = thêm vào bảng `unit: { $found }`
table-file-short-row = dòng `{ $name }` chỉ có { $count } ô, thiếu { $columns }
    .help = điền đủ các ô của dòng; ô trống thì vẫn để dấu ngăn cách
table-file-outside = `{ $value }` ở dòng `{ $name }` đứng trong một cột không có tên
    .help = xóa ô này, hoặc ghi tên cột ở dòng tên cột
table-file-hidden-rows = tệp `{ $path }` ẩn { $count } dòng có trong bảng: { $names }
    .help = muốn lấy cả dòng ẩn thì ghi `hidden: read`, muốn bỏ thì ghi `hidden: skip` sau tên tệp; hoặc bỏ ẩn trong Excel
table-file-merged = ô gộp { $range } là số chung của nhiều dòng hoặc nhiều cột, không biết là của dòng nào, cột nào
    .help = bỏ gộp ô trong Excel (Unmerge Cells) và ghi số vào từng ô
table-row-without-figures = dòng `{ $name }` không có số nào: không rõ là một nhóm, một đơn vị hay ghi chú
    .help = nhóm thì đánh A, B hoặc I, II ở cột STT; đơn vị thì ghi số (không có thì 0); ghi chú thì để dưới dòng tổng
table-row-perhaps-group = dòng `{ $name }` không có số nào, được in như một đơn vị
    .help = nếu là tên nhóm thì đánh A, B hoặc I, II ở cột STT của tệp; nếu là đơn vị thì để nguyên
table-sum-in-the-middle = dòng `{ $name }` đứng giữa bảng: không rõ cộng những dòng nào
    .help = đưa các dòng được cộng vào một nhóm, hoặc đặt dòng cộng ở đầu hay cuối
table-row-derived = dòng `{ $name }` không phải đơn vị, cũng không phải dòng cộng
    .help = xóa dòng này khỏi tệp; nếu cần in thì khai trong YAML một dòng có `formula`
table-row-after-sum = dòng `{ $name }` đứng sau dòng cộng của nhóm mà không thuộc nhóm nào
    .help = chuyển dòng này lên trên dòng cộng, hoặc thêm dòng tên nhóm ở trên nó
table-file-note = tệp `{ $path }`{ $sheet ->
        [none] {""}
       *[other] , trang `{ $sheet }`
    }: không phải dòng của bảng{ $above ->
        [none] {""}
       *[other] {" · "}dòng { $above } phía trên
    }{ $index ->
        [none] {""}
       *[other] {" · "}cột số thứ tự { $index }
    }{ $numbers ->
        [none] {""}
       *[other] {" · "}dòng số cột { $numbers }
    }{ $again ->
        [none] {""}
       *[other] {" · "}dòng tên cột lặp lại { $again }
    }{ $notes ->
        [none] {""}
       *[other] {" · "}ghi chú ở dòng { $notes }
    }{ $totals ->
        [none] {""}
       *[other] {" · "}dòng cộng { $totals } (đã so, không cộng thêm)
    }{ $hidden_rows ->
        [none] {""}
       *[other] {" · "}dòng ẩn { $hidden_rows }{ $left_out ->
            [0] {""}
           *[other] {" "}({ $left_out } dòng bị bỏ)
        }
    }{ $hidden_columns ->
        [none] {""}
       *[other] {" · "}cột ẩn { $hidden_columns }
    }{ $hidden_sheets ->
        [none] {""}
       *[other] {" · "}trang ẩn { $hidden_sheets }
    }{ $merged ->
        [none] {""}
       *[other] {" · "}ô gộp { $merged }
    }{ $alike ->
        [none] {""}
       *[other] {" · "}trang khác có bảng giống vậy { $alike }
    }
    .help = xem lại; nếu một dòng của bảng bị bỏ qua thì sửa tên dòng đó trong tệp
cell-error = ô có lỗi `{ $value }` của bảng tính
    .help = sửa công thức trong tệp, hoặc xóa ô nếu không có số
cell-without-value = ô có công thức nhưng tệp không lưu kết quả
    .help = mở tệp bằng Excel hoặc LibreOffice, chờ tính xong rồi lưu lại
cell-format = `{ $value }` có định dạng `{ $format }`, không rõ bảng tính hiện ra thế nào
    .help = đổi ô sang kiểu Text và gõ đúng chữ cần in
cell-in-thousands = ô có số `{ $value }` nhưng định dạng `{ $format }` hiện ra số nhỏ hơn một nghìn lần
    .help = đổi định dạng ô thành `#,##0`, hoặc ghi đúng số theo đơn vị tính của bảng
part-title-alone = dưới `{ $name }` không có phần nào: các dòng sau không có gạch đầu dòng nên được cộng như đơn vị
    .help = thêm `- ` trước tên các dòng là phần, hoặc bỏ dòng `{ $name }`
part-row-without-whole = dòng `{ $name }` là phần trong đó nhưng phía trước không có dòng nào có nó
    .help = đặt dòng này ngay sau dòng có nó, hoặc đổi tên dòng
fractions-of-percent = cột phần trăm `{ $column }`: mọi số trong tệp đều từ 0 đến 1; 0,9 sẽ in là 0,9%
    .help = nếu 0,9 nghĩa là 90% thì đổi định dạng các ô sang phần trăm (`0.0%`); nếu đúng là dưới 1% thì để nguyên
cell-without-day = ô có định dạng `{ $format }`, trang tính không hiện ngày nào trong tháng
    .help = đổi cột sang `type: text`, hoặc ghi đủ ngày, tháng, năm trong ô
percent-in-column = ô là tỷ lệ { $value }%, cột `{ $column }` không phải cột phần trăm
    .help = ghi `type: percent(1)` cho cột, hoặc đổi định dạng ô thành số thường
cell-place = ô { $cell }
cell-place-sheet = trang { $sheet }, ô { $cell }
rows-empty = bảng không có dòng nào
    .help = thêm ít nhất một dòng vào `rows`, hoặc bỏ cả bảng khỏi `targets`
comma-without-space = `{ $value }`: dấu phẩy giữa hai chữ số, không rõ là một số hay hai
comma-without-space-help = một số thì viết { $readings }; hai số thì thêm dấu cách: `{ $left }, { $right }`
comma-in-figure = `{ $value }`: dấu phẩy trong một số
    .help = phần lẻ viết sau dấu chấm: `{ $figure }`
folded-body = dấu `{ $sign }` sau khóa `body` nối các dòng thành một đoạn
    .help = viết `body: |`
allocate-kind = cột `{ $column }` phải là số nguyên, tiền hoặc số thập phân thì mới phân bổ được
    .help = đổi `type` của cột
allocate-part = `{ $value }` âm hoặc có quá nhiều chữ số lẻ
    .help = viết số không âm, không lẻ hơn cột in ra
allocate-group = `{ $name }` là một nhóm, không phải một đơn vị
    .help = ấn định cho từng đơn vị trong nhóm
allocate-blank = số cần phân bổ đang trống
    .help = điền số, hoặc sửa công thức ở `amount`
allocate-amount = không phân bổ được { $amount }: số âm hoặc lẻ hơn cột in ra
    .help = sửa `amount`, hoặc đổi `type` của cột
allocate-negative = trọng số của `{ $name }` là số âm
    .help = sửa số liệu của cột `by`
allocate-too-little = { $amount } không đủ: mức tối thiểu và phần ấn định đã là { $least }
    .help = tăng `amount`, hoặc giảm `floor` hay `fixed`
allocate-too-much = { $amount } quá nhiều: mức tối đa và phần ấn định chỉ là { $most }
    .help = giảm `amount`, hoặc tăng `cap` hay `fixed`
allocate-no-weight = không còn đơn vị nào có trọng số để nhận phần còn lại
    .help = điền trọng số ở cột `by`, hoặc bỏ `cap`
unknown-entry = danh mục không có `{ $id }` trong `{ $list }`
    .help = thêm mục này vào một tệp trong `data/catalog/`, hoặc sửa tên gọi
entry-twice = `{ $id }` có hai lần trong danh mục
    .help = đổi tên hoặc xóa một mục
entry-first = mục thứ nhất ở đây
entry-lacks = mục `{ $id }` của danh mục thiếu `{ $key }`
    .help = thêm `{ $key }: …` vào mục này
symbol-unknown = thiếu khóa `symbol`
    .help = thêm `symbol: …`; hoặc ghi `code` của cơ quan trong danh mục, và với công văn cả `recipients.file.unit`
bad-signatories = { $fault ->
    [twice] có cả `signatory` và `signatories`
    [many] `signatories` ghi { $count } người ký, cần từ hai đến tám
   *[count] `signatories` ghi { $count } người ký, cần đúng hai
}
    .help = một người ký thì ghi ở `signatory`; hai người ký cạnh nhau thì ghi hai mục ở `signatories`, từ trái sang phải
appendix-key = phụ lục là bảng (`table`) thì không ghi `{ $key }`
    .help = bỏ `{ $key }`: tên và nội dung của bảng ghi ở `targets`; hoặc bỏ `table` nếu phụ lục này là văn bản
appendix-twice = bảng `{ $name }` được kể hai lần trong `appendices`
    .help = bỏ một dòng
appendix-name-taken = tên `{ $name }` đã dùng cho một bảng hoặc một phụ lục khác
    .help = đặt `id` khác
appendix-in-text = bảng này đã kể trong `appendices` là phụ lục, không in ở đây nữa
    .help = thay bằng `{"{{"} appendix("…") {"}}"}`, hoặc bỏ bảng khỏi `appendices`
reference-no-appendix = không có bảng hoặc phụ lục nào tên `{ $name }`
key-not-for-kind = loại văn bản `{ $kind }` không dùng khóa `{ $key }`
    .help = bỏ khóa `{ $key }`, hoặc sửa `kind`

## N: bản sao

source-kind = `{ $path }` không phải tệp PDF, cũng không phải văn bản của dự án
    .help = ghi đường dẫn đến tệp `.pdf`, hoặc tệp `.yaml` viết theo định dạng này
source-missing = không có tệp `{ $path }` trong thư mục dự án
    .help = đường dẫn tính từ thư mục của văn bản; kiểm tra tên tệp
source-large = tệp `{ $path }` lớn hơn 64 MB
    .help = quét lại ở 200 đến 300 dpi, hoặc sao thành nhiều tệp
source-broken = không đọc được `{ $path }` như một tệp PDF, hoặc tệp không có trang nào
    .help = lưu lại hoặc quét lại tệp
source-encrypted = tệp `{ $path }` bị khóa bằng mật khẩu
    .help = lưu lại thành tệp không khóa, ví dụ in ra PDF
source-old = tệp `{ $path }` cũ hơn PDF 1.4, mức thấp nhất của bản sao điện tử
    .help = lưu lại thành PDF 1.4 trở lên
source-draft = văn bản `{ $path }` còn là bản nháp: chỉ sao được văn bản đã ban hành
    .help = ban hành văn bản đó trước (`vanthu issue`)
source-circle = các văn bản là bản sao của nhau thành vòng, hoặc quá nhiều lớp (`{ $path }`)
    .help = ghi văn bản gốc, không phải bản sao
source-errors = văn bản `{ $path }` đang có lỗi nên chưa dùng ở đây được
    .help = sửa lỗi của văn bản đó trước (`vanthu check`)
source-not-set = chưa dàn trang được văn bản cần sao
    .help = dựng văn bản đó trước và sửa những chỗ được báo
source-coarse = trang { $page } của `{ $path }` quét { $points } dpi, bản sao điện tử cần ít nhất { $least } dpi (Phụ lục I, Phần II)
    .help = quét lại bản giấy ở chế độ màu, { $least } dpi trở lên, tỷ lệ 100%
source-colourless = trang { $page } của `{ $path }` quét đen trắng hoặc xám, bản sao điện tử phải là ảnh màu (Phụ lục I, Phần II)
    .help = quét lại bản giấy ở chế độ màu, { $least } dpi trở lên, tỷ lệ 100%
source-paper = trang { $page } của `{ $path }` là { $width } x { $height } mm, không phải khổ A4
    .help = quét hoặc in lại trên giấy A4
copy-direction = không sao y, sao lục từ văn bản điện tử sang văn bản điện tử (Điều 25)
    .help = ghi `to: paper`, hoặc dùng chính văn bản điện tử, không cần sao
copy-needs-scan = bản sao điện tử cần bản quét của văn bản giấy đã ký, không phải tệp `{ $path }`
    .help = ghi đường dẫn đến tệp PDF đã quét
extract-of-pdf = trích sao phải trình bày lại phần được trích, nên không làm được từ các trang của `{ $path }`
    .help = gõ văn bản với những phần được trích vào một tệp `.yaml` ngoài thư mục `data/`, rồi ghi tên tệp đó
extract-unknown = `{ $path }` không có phần `{ $part }`
    .help = gọi tên phần như trong văn bản: `Điều 2`, `khoản 1 Điều 3`, `II`, `Phụ lục I`
copy-of-original = sao lục phải sao từ bản sao y; `{ $path }` không phải bản sao y
    .help = ghi `kind: sao-y`, hoặc chọn một bản sao y
copy-of-copy = `{ $path }` đã là bản sao; loại bản sao này phải sao từ bản gốc hoặc bản chính
    .help = ghi `kind: sao-luc`, hoặc chọn bản chính
copy-of-parts = chỉ trích sao mới sao một phần văn bản
    .help = bỏ `extract`, hoặc ghi `kind: trich-sao`
copy-mark-on-paper = bản sao giấy không có dấu ghi thời gian ký số
    .help = bỏ `signed_at`, hoặc ghi `to: electronic`
bad-signing-time = `{ $value }` không phải thời gian ký số
    .help = ghi ngày, giờ và múi giờ Việt Nam: `2026-04-02T17:08:02+07:00`
copy-of-secret = `{ $path }` có dấu `{ $mark }`: bí mật nhà nước được sao theo quy định khác
    .help = sao theo Luật Bảo vệ bí mật nhà nước, ngoài công cụ này

## D: quy tắc

numbering-gap = số thứ tự `{ $found }`, đáng lẽ là `{ $expected }`
    .help = sửa thành `{ $expected }`, hoặc thêm mục còn thiếu ở trước
unreferenced-appendix = nội dung không nhắc đến phụ lục `{ $id }`
    .help = viết `{"{{"} appendix("{ $id }") {"}}"}` ở chỗ nói về nó, hoặc đưa bảng vào nội dung bằng `{"{{"} table("{ $id }") {"}}"}`
untitled-appendix = phụ lục `{ $id }` không có tên
    .help = không bắt buộc; muốn có tên thì thêm `title: …` vào bảng
blank-when-issued = văn bản đã ban hành mà `{ $key }` còn trống
    .help = điền `{ $key }`, hoặc để `status: draft` khi chưa ban hành
declared-total = tổng `{ $column }` khai là { $declared }, tính ra { $computed } (lệch { $difference })
    .help = sửa số khai, hoặc sửa dòng sai
declared-total-help = sửa số khai hoặc dòng sai; nếu phải giữ nguyên thì ghi `accept: [{"{"}rule: declared-total, at: { $path }, found: { $found }, why: …{"}"}]`
declared-total-rows = { $count } dòng này cộng lại
declared-total-formula = tính theo công thức này
declared-line-nothing = `{ $row }`, cột `{ $column }` được khai nhưng không có gì để tính ra nó
    .help = xóa số khai, hoặc thêm số liệu hay công thức cho ô này
declared-nothing = tổng `{ $column }` được khai nhưng không có gì để tính ra nó
    .help = xóa số khai, hoặc thêm số liệu hay công thức cho cột này
declared-line = `{ $row }`, cột `{ $column }`: khai là { $declared }, tính ra { $computed } (lệch { $difference })
    .help = sửa số khai, hoặc sửa dòng sai
declared-total-input = số ở dòng này
guess-missing = đúng bằng phần thiếu: có lẽ tổng khai không tính dòng `{ $row }`
guess-twice = đúng bằng phần thừa: có lẽ tổng khai tính dòng `{ $row }` hai lần
guess-swapped = có lẽ hai chữ số đổi chỗ: { $found } ↔ { $expected }
guess-swapped-here = có lẽ hai chữ số của số khai đổi chỗ
typed-figure = `{ $figure }` bằng đúng một số trong bảng
    .help = viết `{"{{"} { $reference } {"}}"}` để số luôn khớp với bảng
near-figure = `{ $figure }` gần bằng { $computed } trong bảng
    .help = nếu là cùng một số thì viết `{"{{"} { $reference } {"}}"}`
near-figure-place = số trong bảng được tính từ đây
missing-glyph = kiểu chữ { $font } không có ký tự `{ $sign }` ({ $number })
    .help = thay bằng chữ hoặc dấu khác
other-paper = phụ lục `{ $id }` in trên khổ A3, thể thức chỉ quy định khổ A4
    .help = bỏ `paper: a3` nếu bảng vừa khổ A4; nếu không, thử `split_columns: true`
unbreakable-word = `{ $word }` là một dãy { $length } ký tự không có dấu cách, dài quá một dòng
    .help = thêm dấu cách để ngắt dòng được
idle-accept = `accept` cho `{ $rule }` không còn chấp nhận điều gì
    .help = xóa dòng này, hoặc sửa `at`
not-nfc = chữ `{ $word }` được gõ rời dấu (Unicode tổ hợp); chương trình in thành chữ dựng sẵn
    .help = không bắt buộc sửa; để tìm được trong tệp thì gõ lại `{ $word }` bằng bộ gõ đặt ở Unicode dựng sẵn
abbreviated-issuer = tên cơ quan ban hành viết tắt `{ $word }`
    .help = viết đủ tên cơ quan, như `Ủy ban nhân dân` thay cho `UBND`; chỉ cơ quan chủ quản (`parent`) được viết tắt
superfluous-parent = `{ $name }` không có dòng cơ quan chủ quản, nhưng `parent` ghi `{ $parent }`
    .help = xóa `parent`
number-taken = số `{ $number }/{ $symbol }` đã là của `{ $bearer }` trong cùng năm
    .help = kiểm tra sổ đăng ký, sửa `number` ở một trong hai văn bản
symbol-form =
    ký hiệu `{ $symbol }` { $what ->
        [space] có dấu cách
        [dash] có dấu gạch dài
        [number] có cả số của văn bản
       *[case] sai chữ hoa, chữ thường
    }
    .help = viết `{ $expected }`; số của văn bản ghi ở `number`
place-form = địa danh `{ $place }` có dấu câu hoặc ngày tháng ở sau
    .help = chỉ viết `{ $name }`; ngày tháng ghi ở `date`
cited-day-zero = `{ $found }` thiếu hoặc thừa số 0
    .help = viết `{ $expected }`
abbreviated-place = địa danh `{ $place }` viết tắt
    .help = viết đủ, như `Thành phố Hồ Chí Minh`, `Phường 1`
subject-repeats-kind = trích yếu lặp lại tên loại `{ $kind }` đã in ở dòng trên
    .help = bỏ `{ $kind }` ở đầu trích yếu và viết hoa chữ tiếp theo
typed-v-v = trích yếu có `{ $typed }` ở đầu
    .help = bỏ `{ $typed }`: với công văn, chương trình tự in `V/v`; các loại khác không có
subject-full-stop = trích yếu có dấu `{ $mark }` ở cuối
    .help = bỏ dấu `{ $mark }`
typed-basis = dòng căn cứ không kết thúc bằng dấu `;`
    .help = đổi dấu cuối dòng này thành `;`; chỉ căn cứ cuối cùng kết thúc bằng dấu `.`
law-with-number = căn cứ Luật, Pháp lệnh ghi cả số `{ $number }`
    .help = bỏ `số { $number }`, giữ tên và ngày
incomplete-citation =
    `{ $cited }` viện dẫn lần đầu mà thiếu { $missing ->
        [date] ngày ban hành
        [issuer] cơ quan ban hành
       *[abstract] trích yếu
    }
    .help =
        { $missing ->
            [date] viết thêm `ngày … của …` và trích yếu sau số, ký hiệu
            [issuer] viết thêm `của …` và trích yếu sau ngày
           *[abstract] viết thêm trích yếu sau tên cơ quan ban hành: `về …`
        }
item-form = số thứ tự viết `{ $found }`, cần `{ $expected }`
    .help = viết `{ $expected }` rồi một dấu cách
item-form-bullets = văn bản vừa có dấu đầu dòng `*` vừa có `-`
    .help = dùng một loại dấu cho cả văn bản
end-mark = nội dung không kết thúc bằng `./.`
    .help = thêm `./.` sau câu cuối cùng
end-mark-early = `./.` đứng ở đây nhưng nội dung còn tiếp
    .help = đổi thành dấu `.`; `./.` chỉ đặt sau câu cuối cùng
signature-prefix =
    `{ $line }`: { $what ->
        [alone] sau `{ $prefix }` không có chữ nào
        [head] `TM.` đặt trước tên tập thể, không đặt trước chức vụ của một người
        [deputy] `{ $prefix }` đặt trước chức vụ của người đứng đầu, không phải của cấp phó
        [collective] `{ $prefix }` đặt trước chức vụ của người đứng đầu, không phải tên tập thể
        [order] dòng này phải đứng trên `{ $prefix }`
       *[self] người ký thay có cùng chức vụ với người được ký thay
    }
    .help =
        { $what ->
            [alone] viết tiếp, như `TM. Ủy ban nhân dân`, `KT. Chủ tịch`
            [head] viết `TM.` và tên tập thể, như `TM. Ủy ban nhân dân`
            [self] ghi chức vụ của cấp phó ở `title`, hoặc bỏ dòng `KT.`
            [order] ghi `{ $line }` lên trước `{ $prefix }`
           *[other] viết `{ $prefix }` và chức vụ của người đứng đầu, như `{ $prefix } Chủ tịch`; chức vụ người ký ghi ở `title`
        }
deputy-without-prefix = `{ $title }` ký mà không ghi ký thay ai
    .help = thêm `authority: [KT. …]` với chức vụ của người đứng đầu, như `KT. Giám đốc`
other-kind-named = ghi `{ $words }`, văn bản là { $kind } và không nhắc đến văn bản nào loại đó
    .help = viết `{ $expected }`, hoặc ghi rõ văn bản nào
missing-article = ghi `{ $words }` của chính văn bản, văn bản có { $count } điều
    .help = sửa số của điều, hoặc thêm điều còn thiếu
party-symbol = ký hiệu `{ $symbol }` không phải của văn bản Đảng loại { $kind }, cần `{ $expected }`
    .help = viết `{ $expected }`: mã loại, gạch chéo, cơ quan; chương trình in gạch nối sau số
party-authority = quyền hạn của người ký viết `{ $line }`, văn bản của Đảng viết `{ $expected }`
    .help = viết `{ $expected }`
party-end-mark = văn bản của Đảng kết thúc bằng `./.`, cần `.`
    .help = bỏ `/.` sau câu cuối cùng
authority-form = quyền hạn của người ký viết `{ $line }`, cần `{ $expected }`
    .help = viết `{ $expected }`
academic-title = họ tên người ký có `{ $title }` ở trước
    .help = bỏ `{ $title }`; nếu ngành được phép ghi thì thêm vào `accept`: `{"{"}rule: academic-title, why: …{"}"}`
unneeded-addressee = `{ $kind }` không có Kính gửi
    .help = chuyển các tên từ `to` sang `cc` (Nơi nhận)
recipient-punctuation = `{ $entry }` có dấu ở đầu hoặc dấu câu ở cuối
    .help = chỉ viết `{ $mended }`: gạch đầu dòng và dấu câu do chương trình đặt
file-line-typed = dòng `{ $entry }` gõ ở Nơi nhận
    .help = xóa dòng này và ghi `file: {"{"}unit: …{"}"}`; chương trình tự in `Lưu: VT, …` ở cuối
file-line-vt = `unit` ghi `{ $unit }`, trong đó đã có `VT`
    .help = bỏ `VT`: chương trình tự in `Lưu: VT, …`
file-line-missing = không có dòng Lưu ở cuối Nơi nhận
    .help = thêm `file: {"{"}unit: …{"}"}` ở dưới `recipients`, với ký hiệu đơn vị soạn thảo
first-recipient =
    { $what ->
        [article] dòng đầu của Nơi nhận không phải `Như Điều …`
        [nobody] `Như trên` đứng ở Nơi nhận nhưng văn bản không có Kính gửi
       *[missing] có Kính gửi nhưng dòng đầu của Nơi nhận không phải `Như trên`
    }
    .help =
        { $what ->
            [article] thêm `Như Điều …` (điều giao trách nhiệm thi hành) ở đầu `cc`
            [nobody] bỏ `Như trên`, hoặc ghi nơi gửi ở `to`
           *[missing] thêm `Như trên` ở đầu `cc`
        }
typed-appendix-number = `{ $found }` gõ trong nội dung không phải phụ lục nào được in với số đó
    .help = viết `{"{{"} appendix("…") {"}}"}` với tên bảng; chương trình tự đánh số
capital-unit = `{ $found }` ở giữa câu viết hoa danh từ chung
    .help = viết `{ $expected }`; chỉ viết hoa trước số, tên người, sự kiện
cited-part-case = `{ $found }` sai chữ hoa, chữ thường
    .help = viết `{ $expected }`: Điều viết hoa, khoản và điểm viết thường
type-against-symbol =
    `{ $cited }`: { $what ->
        [letter] công văn không mang mã loại văn bản, `{ $symbol }` là ký hiệu của loại khác
        [law] luật, pháp lệnh mang ký hiệu `…/QH…`, `…/UBTVQH…`, không phải `{ $symbol }`
       *[code] { $kind } phải mang mã `{ $expected }`, ký hiệu `{ $symbol }` { $other ->
            [none] không có mã này
           *[kind] là của { $other }
        }
    }
    .help = xem lại bản gốc (tên loại, số, ký hiệu, ngày) rồi sửa chỗ sai; nếu bản gốc in đúng như vậy thì thêm vào `accept`: `{"{"}rule: type-against-symbol, at: "{ $cited }", why: …{"}"}`
decree-without-year = `{ $cited }` thiếu năm trong số, ký hiệu
    .help = viết `{ $expected }`
cited-number-zero = `{ $cited }`: số nhỏ hơn 10 thiếu số 0 ở trước
    .help = viết `{ $expected }`
incomplete-symbol-joined = `{ $symbol }` thiếu gạch nối trước tên cơ quan ban hành
    .help = viết `{ $expected }`
incomplete-symbol = `{ $symbol }` thiếu chữ viết tắt tên cơ quan ban hành
    .help = viết tiếp tên cơ quan sau dấu `-`, như `QĐ-UBND`; nếu bản gốc in đúng như vậy thì thêm vào `accept`: `{"{"}rule: incomplete-symbol, at: "{ $symbol }", why: …{"}"}`
symbol-without-unit = ký hiệu công văn `{ $symbol }` thiếu đơn vị soạn thảo hoặc lĩnh vực
    .help = viết thêm sau dấu `-`, như `{ $symbol }-VX`
unknown-type-code = mã `{ $found }` không có trong Phụ lục III; mã của { $kind } là `{ $expected }`
    .help = viết `{ $expected }-…` ở `symbol`
unknown-type-code-cited = `{ $cited }`: mã `{ $found }` không có trong Phụ lục III (mã đúng: `{ $expected }`)
    .help = nếu văn bản đã ban hành với ký hiệu này thì giữ nguyên
undated-party-citation = `{ $cited }` không ghi ngày, mà số của văn bản Đảng trùng lại theo nhiệm kỳ
    .help = viết thêm `ngày … của …` ở lần viện dẫn đầu
mixed-systems = `{ $cited }` lẫn cách viết ký hiệu của Đảng và của Nhà nước
    .help = nếu là văn bản của Đảng thì viết `{ $expected }`
mixed-systems-own = ký hiệu `{ $symbol }` viết theo văn bản của Đảng
    .help = viết `{ $expected }`: mã loại, gạch nối, tên cơ quan; chương trình in gạch chéo sau số
mixed-systems-state = `{ $cited }` đổi chỗ gạch nối và gạch chéo: văn bản của Nhà nước viết gạch chéo ngay sau số
    .help = viết `{ $expected }`
citation-without-so = `{ $cited }` thiếu chữ `số`
    .help = viết `{ $expected }`
symbol-against-kind =
    ký hiệu `{ $symbol }` { $what ->
        [other] mang mã `{ $first }` của loại khác, văn bản là { $kind }
        [none] không có mã loại, văn bản là { $kind }
        [letter] có `CV`, công văn không có mã loại
        [near] ghi mã `{ $first }`, mã của { $kind } là `{ $code }`
        [order] ghi mã loại `{ $code }` sau tên cơ quan
       *[typed] mang mã loại `{ $first }`, công văn không có mã loại
    }
    .help =
        { $what ->
            [letter] viết `{ $expected }`: ký hiệu công văn là cơ quan, gạch nối, đơn vị soạn thảo
            [typed] viết `{ $expected }` (cơ quan, gạch nối, đơn vị soạn thảo), hoặc sửa `kind`
           *[other] viết `{ $expected }`, hoặc sửa `kind`
        }
abolished-unit =
    `{ $unit }` { $what ->
        [later] từ { $since } mới có
        [province] không còn từ { $since }, nay thuộc { $successor }
        [replaced] không còn từ { $since }, nay là { $successor }
       *[district] không còn từ { $since }
    }
    .help =
        { $what ->
            [later] viết tên của đơn vị có vào ngày của văn bản, hoặc sửa `from` của đơn vị trong danh mục
            [province] viết `{ $successor }`; nếu nói về trước đây thì ghi rõ `(cũ)` hoặc `trước {$since}`
            [replaced] viết đơn vị liên quan trong số đó; nếu nói về trước đây thì ghi rõ `(cũ)` hoặc `trước {$since}`
            [unit] viết đơn vị đang có; nếu nói về trước đây thì ghi rõ `(cũ)` hoặc `trước {$since}`
           *[district] giao cho cấp xã hoặc cấp tỉnh; nếu nói về trước đây thì ghi rõ `(cũ)` hoặc `trước {$since}`
        }
later-citation = `{ $cited }` ghi { $date }, sau ngày của chính văn bản này
    .help = xem lại ngày của văn bản viện dẫn, hoặc `date`
duplicate-recipient = `{ $entry }` được ghi hai lần
    .help = xóa một dòng
placeholder-left = văn bản đã ban hành còn để `{ $found }`
    .help = điền vào, hoặc xóa đi; khi chưa ban hành thì để `status: draft`
look-alike-letter = chữ `{ $word }` có ký tự `{ $sign }` ({ $number }) không phải chữ cái tiếng Việt
    .help = xóa chữ này và gõ lại
look-alike-letter-mended = xóa chữ này và gõ lại `{ $mended }`
legacy-encoding = chữ gõ theo bảng mã { $encoding }, không phải Unicode: `{ $unicode }`
    .help = chép lại chữ Unicode ở trên, hoặc chuyển mã cả đoạn (trong UniKey: Công cụ, Chuyển mã) rồi dán lại
stray-space-double = có hai dấu cách liền nhau sau `{ $word }`
    .help = xóa bớt một dấu cách
stray-space-mark = có dấu cách trước dấu `{ $mark }`, sau `{ $word }`
    .help = xóa dấu cách đó
mixed-tone-placement = dấu thanh đặt hai kiểu trong một văn bản: `{ $old }` (kiểu cũ) và `{ $new }` (kiểu mới)
    .help = viết `{ $right }` như những chữ còn lại, hoặc sửa các chữ kia theo kiểu của `{ $word }`
mixed-tone-other = chữ theo kiểu kia ở đây
mixed-quotes = `{ $found }` dùng dấu nháy thẳng, chỗ khác trong văn bản dùng dấu nháy cong `“ ”`
    .help =
        { $rest ->
            [none] viết `{ $expected }`
           *[other] viết `{ $expected }`; còn { $more } chỗ nữa dùng dấu nháy thẳng
        }
impossible-day = không có ngày `{ $day }` trong lịch
    .help = { $last ->
        [none] xem lại ngày và tháng
       *[other] tháng { $month } có { $last } ngày: sửa ngày hoặc tháng
    }
past-deadline = thời hạn `{ $day }` trước ngày của văn bản ({ $own })
    .help = sửa thời hạn (có thể chưa sửa năm), hoặc `date`
rate-summed = cột `{ $column }` (`{ $sign }`) không cộng được nhưng dòng cộng lấy tổng của nó
    .help = ghi `total: none` cho cột `{ $id }` (hoặc một công thức trên các tổng); nếu đúng là cần cộng thì ghi `total: sum`
levels-in-names = tên dòng `{ $upper }` và dòng `{ $lower }` là hai cấp nhưng được cộng ngang hàng
    .help = đặt các dòng cấp dưới vào trong dòng cấp trên (nhóm), bỏ số thứ tự, gạch đầu dòng khỏi tên
levels-in-names-lower = dòng đầu tiên của cấp dưới
typed-balance = dòng `{ $name }` ghi { $found }, nhưng `{ $from }` trừ `{ $less }` là { $right }
    .help = sửa số sai, hoặc để công cụ tính: dòng này ghi `formula` thay cho các số
total-not-printed = dòng cộng ghi { $found } ở cột `{ $column }`, nhưng cột này không in số ở dòng cộng
    .help = ghi cách tính tổng cho cột `{ $id }`: `formula` của cột hoặc `total: <công thức>`; nếu không cần in thì bỏ số ấy, hoặc ghi `accept`
total-left-blank = dòng cộng để trống cột `{ $column }`, công cụ sẽ in tổng { $total }
    .help = nếu cột này không cộng được thì ghi `total: none` cho cột `{ $id }`; nếu cần tổng thì ghi `total: sum`
sum-named-unit = dòng `{ $name }` mang tên dòng cộng hoặc bình quân nhưng được cộng như một đơn vị
    .help = nếu là dòng cộng thì sửa số hoặc bỏ dòng này, ghi `total: { "{" }label: …{ "}" }`; nếu không phải thì ghi `counted: false`, hoặc `accept`
perhaps-total = dòng `{ $name }` đúng bằng tổng của { $count } dòng từ `{ $first }` đến `{ $last }` mà vẫn được cộng cùng các dòng ấy
    .help = nếu là dòng cộng thì bỏ dòng này, ghi `total` hoặc đặt các dòng kia vào một nhóm; nếu chỉ để đối chiếu thì ghi `counted: false` ở dòng; nếu là một đơn vị riêng thì ghi `accept`
blank-in-text = `{ $name }` chỉ đến một ô không có số, trong câu sẽ thiếu số
    .help = điền số vào ô, hoặc bỏ `{ "{{" } … { "}}" }` này khỏi câu
part-of-sum = dòng `{ $name }` là phần trong đó của dòng cộng; phần của dòng cộng không in được
    .help = đặt dòng này sau dòng đơn vị có nó, hoặc đổi dòng cộng thành một nhóm
kind-not-of-rules = loại `{ $kind }` không có trong bộ quy tắc `{ $rules }`
    .help = chọn một loại khác (`{ $known }`), hoặc bỏ `rules`
words-in-sum = chữ `{ $words }` ở dòng cộng hoặc dòng nhóm, cột `{ $column }`: không được in
    .help = chuyển chữ này vào ghi chú (`note`) của bảng hoặc của dòng, hoặc xóa
mark-without-note = dấu `{ $mark }` ở `{ $text }`: dưới bảng không có ghi chú nào bắt đầu bằng `{ $mark }`
    .help = thêm vào `note` của bảng một dòng bắt đầu bằng `{ $mark }`, hoặc sửa dấu
note-without-mark = ghi chú `{ $note }`: trong bảng không có dấu `{ $mark }`
    .help = thêm `{ $mark }` vào sau số, tên dòng hoặc tên cột mà ghi chú nói đến, hoặc bỏ ghi chú
task-without-lead = `{ $row }` không ghi cơ quan chủ trì (cột `{ $column }` để trống)
    .help = ghi cơ quan chủ trì vào ô này
wrong-percentage = `{ $words }`: tính ra { $computed }%, văn bản ghi { $printed }%
    .help = sửa tỷ lệ thành `{ $computed }%`, hoặc sửa một trong hai số
wrong-sum-share = `{ $part }` nhiều hơn `{ $whole }` mà nó là một phần
    .help = sửa một trong hai số
wrong-sum = `{ $whole }` được kể ra thành các phần cộng lại là { $sum }
    .help = sửa tổng hoặc phần sai; số của bảng thì viết bằng `{"{{"} … {"}}"}`
basis-out-of-force =
    căn cứ `{ $basis }` { $state ->
        [ended] hết hiệu lực từ { $day }{ $has_successor ->
            [yes] , được thay bằng `{ $successor }`
           *[no] {""}
        }
       *[begins] từ { $day } mới có hiệu lực
    }
    .help =
        { $has_successor ->
            [yes] thay bằng `{ $successor }`, hoặc sửa ngày hiệu lực trong danh mục
           *[no] thay bằng văn bản đang có hiệu lực, hoặc sửa ngày hiệu lực trong danh mục
        }
basis-twice = căn cứ `{ $basis }` được ghi hai lần
    .help = xóa một dòng
basis-twice-first = lần đầu ở đây
citation-against-catalog =
    `{ $cited }` ghi `{ $found }`, danh mục (`{ $id }`) ghi `{ $expected }`
    .help =
        { $what ->
            [date] viết `{ $expected }`, hoặc sửa `date` của `{ $id }` trong danh mục
           *[kind] viết `{ $expected }`, hoặc sửa `type` của `{ $id }` trong danh mục
        }
unlisted-basis = nội dung lấy `{ $cited }` làm căn cứ, `legal_bases` không có văn bản này
    .help = thêm văn bản vào `legal_bases`
unprinted-basis = căn cứ `{ $basis }` không được in ra ở đâu
    .help = viết `{"{{"} bases {"}}"}` vào chỗ cần in trong `body`, hoặc xóa căn cứ này
basis-order = căn cứ `{ $basis }` đứng sau `{ $lower }` là văn bản cấp thấp hơn
    .help = xếp căn cứ từ cao xuống thấp: luật, nghị định, quyết định của Thủ tướng, thông tư, tỉnh, xã
basis-order-lower = cấp thấp hơn
unknown-basis = danh mục không có căn cứ `{ $basis }`
    .help = thêm văn bản vào `legal_documents` của danh mục rồi ghi mã của nó ở đây
untitled-part = `{ $label }` không có tiêu đề
    .help = ghi tiêu đề ngay sau `{ $label }`, trên cùng một dòng, như `{ $label } Quy định chung`
contradicting-percentage = `{ $of }` được ghi hai tỷ lệ: `{ $first }` và `{ $second }`
    .help = sửa một trong hai, hoặc ghi rõ hai nội dung khác nhau
contradicting-percentage-first = lần đầu ở đây
wrong-weekday = `{ $words }`: ngày này là { $right }
    .help = viết `{ $right }`, hoặc sửa ngày
backward-range = `{ $words }`: kết thúc trước khi bắt đầu
    .help = sửa một trong hai đầu, hoặc đổi chỗ: từ `{ $last }` đến `{ $first }`
backward-range-minutes = cuộc họp kết thúc `{ $end }`, trước khi bắt đầu (`{ $start }`)
    .help = sửa `minutes.end` hoặc `minutes.start`
backward-range-minutes-start = giờ bắt đầu
impossible-time = không có `{ $words }`
    .help = xem lại giờ, phút, tháng hoặc quý
year-against-symbol = `{ $symbol }` là văn bản năm { $year }, ngày ghi bên cạnh là `{ $day }`
    .help = sửa năm trong số, ký hiệu hoặc trong ngày
duration-against-range = `{ $count }` không khớp với `{ $span }`: tính ra { $days } ngày
    .help = sửa số ngày, hoặc một trong hai ngày
amount-in-words = `{ $figure }` và `{ $words }` là hai số khác nhau
    .help = viết `{ $right }`, hoặc sửa số thành `{ $number }`
number-form = số `{ $found }` sai dấu
    .help = viết `{ $right }`
number-form-groups = số `{ $found }` có nhóm chữ số không đủ ba
    .help = viết lại số, mỗi nhóm sau dấu chấm đúng ba chữ số
sum-in-parentheses = `{ $whole }`: các phần `{ $parts }` cộng lại là { $sum }
    .help = sửa tổng thành `{ $sum }`, hoặc sửa một phần
swapped-digits = `{ $figure }` là `{ $computed }` của bảng, bị đổi chỗ hai chữ số
    .help = viết `{"{{"} { $reference } {"}}"}`, hoặc giữ nguyên nếu là số khác
swapped-digits-place = số của bảng
list-count = ghi `{ $words }`, kể ra { $count }
    .help = sửa số thành { $right }, hoặc bổ sung, bỏ bớt cho đủ
count-against-table = câu ghi `{ $words }`, bảng `{ $table }` có { $count } dòng
    .help = sửa số thành { $count }, hoặc bổ sung, bỏ bớt dòng của bảng
count-against-table-place = các dòng của bảng này
unknown-syllable = `{ $word }` không phải là một âm tiết tiếng Việt
    .help = { $right ->
        [none] xem lại chữ này
       *[other] viết `{ $right }`
    }
confused-word = `{ $found }` viết sai chính tả
    .help = viết `{ $right }`
doubled-word-mark = dấu `{ $mark }` viết hai lần liền nhau
    .help = viết `{ $right }`
doubled-word = `{ $words }` viết hai lần liền nhau
    .help = bỏ một lần
unclosed-pair = `{ $mark }` không có dấu { $what ->
        [open] mở
       *[close] đóng
    } tương ứng
    .help = { $what ->
        [open] thêm `{ $other }` vào chỗ bắt đầu, hoặc xóa `{ $mark }`
       *[close] thêm `{ $other }` vào chỗ kết thúc, hoặc xóa `{ $mark }`
    }
unclosed-pair-space = có dấu cách sát bên trong `{ $mark }`
    .help = viết liền `{ $right }`
missing-space = thiếu dấu cách trong `{ $found }`
    .help = viết `{ $right }`
spaces-in-symbol = số, ký hiệu `{ $found }` có dấu cách
    .help = viết `{ $right }`
two-spellings-own = tên đơn vị ban hành viết `{ $found }`, khác ở `issuer`
    .help = viết `{ $right }`
two-spellings = một tên gọi viết hai cách: `{ $first }` và `{ $second }`
    .help = viết thống nhất một cách
two-spellings-first = lần đầu ở đây
symbol-against-issuer = ký hiệu `{ $symbol }` là của `{ $other }`, cơ quan ban hành là `{ $issuer }`
    .help = viết `{ $right }`, hoặc sửa cơ quan ban hành
issuer-against-symbol = `{ $symbol }` là ký hiệu của `{ $body }`, câu ghi của `{ $issuer }`
    .help = sửa cơ quan ban hành thành `{ $body }`, hoặc sửa ký hiệu
law-without-date = căn cứ `{ $law }` không ghi ngày ban hành
    .help = ghi thêm `ngày … tháng … năm …` ngay sau tên luật
cited-differently = một văn bản được ghi hai { $what ->
        [date] ngày
        [issuer] cơ quan ban hành
       *[number] số, ký hiệu
    }: `{ $first }` và `{ $second }`
    .help = sửa chỗ sai cho thống nhất
cited-differently-first = lần đầu ở đây
act-of-ended-body-recipient = `{ $body }` không còn từ { $since }
    .help = gửi `{ $successor }`, cơ quan nhận nhiệm vụ của bộ này
act-of-ended-body = `{ $cited }` ngày { $day } ghi là của `{ $body }`, cơ quan này không còn từ { $since }
    .help = xem lại ngày hoặc cơ quan ban hành
act-of-ended-body-basis = căn cứ `{ $cited }` là của `{ $body }`, không còn từ { $since }; văn bản cấp huyện hết hiệu lực chậm nhất 01/3/2027
    .help = thay bằng văn bản của cấp tỉnh hoặc cấp xã đang có hiệu lực
place-against-issuer = địa danh `{ $place }`, cơ quan ban hành là của `{ $unit }`
    .help = viết `{ $right }`, hoặc sửa tên cơ quan ban hành
authority-against-signature = thẩm quyền là `{ $authority }`, phần ký ghi `{ $line }`
    .help = { $what ->
        [title] bỏ dòng `{ $line }`, hoặc sửa `issuer.authority` thành tên tập thể
       *[body] viết `TM. { $authority }`, hoặc sửa `issuer.authority`
    }
collective-without-tm = văn bản của `{ $body }` ký mà không có dòng `TM.`
    .help = thêm `TM. { $body }` làm dòng đầu của `signatory.authority`
tm-of-head = `{ $line }`: `{ $issuer }` làm việc theo chế độ thủ trưởng, không ký thay mặt tập thể
    .help = bỏ dòng `{ $line }`
delegated-signature = `{ $title }` ký `{ $line }`{ $what ->
        [order] {" "}mà không ghi ký thay người đứng đầu đơn vị
       *[power] : người được ủy quyền không được ủy quyền lại
    }
    .help = { $what ->
        [order] thêm dòng `KT. { $head }` sau `{ $line }`
       *[power] để người đứng đầu đơn vị ký, hoặc ghi `TL.`
    }
signer-name-form = họ tên người ký viết `{ $name }`
    .help = viết `{ $right }`
as-of-article = `{ $entry }` ở Nơi nhận, văn bản { $count ->
        [0] không có điều nào
       *[other] có { $count } điều
    }
    .help = { $count ->
        [0] bỏ dòng này
       *[other] viết `Như Điều { $count }`, hoặc số của điều nêu người thi hành
    }
missing-addressee = `{ $kind }` có Nơi nhận mà không có Kính gửi
    .help = thêm `to: […]` vào `recipients`
subject-begins-about = tên `{ $kind }` bắt đầu bằng `{ $words }`
    .help = viết `{ $right }`
nothing-attached = `{ $words }`, nhưng không có gì kèm theo
    .help = thêm `enacts` hoặc bảng ở `targets` và dẫn bằng `{"{{"} appendix("…") {"}}"}`, hoặc sửa câu này
addressee-order = `{ $entry }` ghi sau `{ $lower }` là cấp dưới
    .help = chuyển `{ $entry }` lên trước `{ $lower }`
typed-enacting-words = `{ $words }` gõ trong nội dung sẽ được in hai lần
    .help = { $what ->
        [basis] chuyển dòng này vào `legal_bases`, bỏ dấu ở cuối
       *[verb] xóa dòng này: chương trình tự in
    }
single-braces = `{ $found }` chỉ có một dấu ngoặc nhọn, sẽ in ra nguyên như thế
    .help = viết `{ $right }`
single-braces-field = tham chiếu `{ $found }` không dùng được ở đây, sẽ in ra nguyên như thế
    .help = viết thẳng số hoặc tên, hoặc chuyển câu có tham chiếu vào `body`
literal-asterisk = `{ $found }` sẽ in ra cả dấu `{ $mark }`
    .help = { $what ->
        [field] bỏ dấu `{ $mark }`: chỗ này không dùng được chữ đậm, chữ nghiêng
       *[body] viết `{ $mark }` sát chữ ở cả hai đầu, hoặc bỏ đi
    }
parts-above-whole = `{ $row }`, cột `{ $column }`: các dòng trong đó cộng lại là { $sum }, lớn hơn { $whole }
    .help = sửa số ở dòng này hoặc ở các dòng trong đó
parts-unlike-whole = `{ $row }`, cột `{ $column }` là { $whole }, các dòng gồm trong đó cộng lại là { $sum } (lệch { $difference })
    .help = sửa số ở dòng này hoặc ở các dòng gồm trong đó
parts-against-whole-help = sửa số ở dòng này hoặc ở các phần; nếu phải giữ nguyên thì ghi `accept: [{"{"}rule: parts-against-whole, at: { $path }, found: { $found }, why: …{"}"}]`
part-of-whole = phần này: { $figure }
task-lead-and-support = `{ $row }`: `{ $unit }` vừa chủ trì vừa phối hợp
    .help = bỏ `{ $unit }` ở cột phối hợp, hoặc sửa cột chủ trì
task-deadline-unread = `{ $row }`: thời hạn `{ $due }` không rõ là ngày, tháng, quý hay năm nào
    .help = viết `30/6/2026`, `Tháng 6`, `Quý II/2026`, `Năm 2026`, hoặc `Thường xuyên`
task-deadline-past = `{ $row }`: thời hạn `{ $due }` đã qua trước ngày của văn bản
    .help = sửa thời hạn
unknown-task-unit = `{ $row }`: `{ $unit }` không có trong danh mục
    .help = có phải `{ $nearest }` không
row-named-twice = dòng `{ $name }` có hai lần trong một nhóm, và được cộng hai lần
    .help = xóa một dòng, hoặc sửa tên
place-capital = địa danh `{ $place }` có chữ cái đầu không viết hoa
    .help = viết `{ $right }`
sentence-case = `{ $found }` sai chữ hoa, chữ thường
    .help = viết `{ $right }`
person-name-case = `{ $found }` sai chữ hoa, chữ thường
    .help = viết `{ $right }`
place-name-case = `{ $found }` sai chữ hoa, chữ thường
    .help = viết `{ $right }`
agency-name-case = `{ $found }` sai chữ hoa, chữ thường
    .help = viết `{ $right }`
title-case = `{ $found }` sai chữ hoa, chữ thường
    .help = viết `{ $right }`
document-name-case = `{ $found }` sai chữ hoa, chữ thường
    .help = viết `{ $right }`
time-name-case = `{ $found }` sai chữ hoa, chữ thường
    .help = viết `{ $right }`
award-name-case = `{ $found }` sai chữ hoa, chữ thường
    .help = viết `{ $right }`
parts-with-commas = `{ $found }`: viện dẫn từ nhỏ đến lớn không có dấu phẩy
    .help = viết `{ $right }`
enacting-subject = { $what ->
        [subject] trích yếu không bắt đầu bằng `Ban hành` hoặc `Phê duyệt`, trong khi có văn bản kèm theo
       *[article] nội dung Điều 1 không ghi `kèm theo`, trong khi có văn bản kèm theo
    }
    .help = { $what ->
        [subject] viết `Ban hành …` hoặc `Phê duyệt …`
       *[article] viết `Ban hành kèm theo { $kind } này …`
    }
fewer-copies = dòng Lưu ghi { $copies } bản, Nơi nhận có { $entries } nơi
    .help = sửa `copies`, ít nhất là { $entries }
correction-kind = { $what ->
        [correct] đính chính bằng `{ $kind }`, phải bằng công văn
       *[amend] `{ $kind }` sửa đổi `{ $other }`: phải bằng văn bản cùng loại
    }
    .help = { $what ->
        [correct] đổi `kind` thành `cong-van`, hoặc sửa đổi bằng văn bản cùng loại nếu sai về nội dung
       *[amend] đổi `kind` thành loại của văn bản được sửa
    }
field-length = `{ $field }` dài { $length } ký tự, trường dữ liệu chỉ có { $most }
    .help = rút gọn còn nhiều nhất { $most } ký tự
idle-accept-changed = `accept` cho `{ $rule }` ghi cho `{ $old }`, nay là `{ $found }`
    .help = xem lại: nếu vẫn giữ thì sửa thành `found: { $written }`, không thì xóa dòng này
idle-accept-unbound = `accept` cho `{ $rule }` không ghi đã chấp nhận số nào: `{ $found }`
    .help = thêm `found: { $written }` vào dòng này
idle-accept-wide = `accept` cho `{ $rule }` không ghi chấp nhận chỗ nào
    .help = thêm `at: …`, mỗi dòng một chỗ: { $subjects }
level-of-error = `{ $rule }` là lỗi, không hạ mức được trong `vanthu.yaml`
    .help = xóa dòng này; văn bản nào có lý do thì ghi `accept: [{"{"}rule: { $rule }, why: …{"}"}]` trong văn bản đó

## T, P: mẫu và Typst

template-error = mẫu không dùng được: { $cause }
    .help = sửa mẫu trong thư mục `templates`, hoặc xóa tệp đó để dùng mẫu có sẵn
typst-error = Typst không dựng được văn bản từ mẫu: { $cause }
    .help = sửa mẫu trong thư mục `templates`, hoặc xóa tệp đó để dùng mẫu có sẵn
typst-font = { $cause }
    .help = sửa tên kiểu chữ trong mẫu, hoặc thêm thư mục chứa nó vào `font_paths`
typst-convergence = bố cục không ổn định: { $cause }
    .help = sửa mẫu trong thư mục `templates`
typst-standard = không ghi được PDF theo chuẩn đã chọn: { $cause }
    .help = sửa mẫu trong thư mục `templates`
typst-warning = Typst cảnh báo: { $cause }
page-part =
    { $part ->
        [cell] bảng `{ $table }`, dòng `{ $row }`, cột `{ $column }`
        [header] bảng `{ $table }`, đầu cột `{ $column }`
        [beside] bảng `{ $table }`
        [appendix] phần đầu của phụ lục `{ $table }`
        [head] phần đầu văn bản
        [signature] phần ký và nơi nhận
       *[paragraph] nội dung
    }
page-lost = { page-part }: `{ $text }` không được in, hoặc in không đủ
page-misplaced = { page-part }: `{ $text }` in không đúng chỗ
page-unexpected = { page-part }: trước chỗ này trang in thêm `{ $text }`
page-overlap = { page-part }, trang { $page }: `{ $text }` chạm hoặc đè lên `{ $other }`
page-outside = { page-part }, trang { $page }: `{ $text }` tràn ra ngoài { $by } mm
page-across = { page-part }, trang { $page }: `{ $text }` vượt khung ô { $by } mm
page-empty = trang { $page } không có chữ nào
page-lone-head = { page-part }: phần đầu đứng một mình ở trang { $page }, bảng bắt đầu ở trang sau
table-too-wide = bảng `{ $table }` quá rộng: thiếu { $by } mm, chữ của các cột sẽ đè lên nhau
table-too-wide-options = thêm vào bảng một trong các dòng: { $options }
table-too-wide-appendix = đưa bảng ra phụ lục nằm ngang: thay `{"{{"} table("{ $table }") {"}}"}` bằng `{"{{"} appendix("{ $table }") {"}}"}` và thêm `title`{ $options ->
    [none] { "" }
   *[some] ; hoặc thêm vào bảng một trong các dòng: { $options }
 }
table-too-wide-none = bớt cột, thêm dấu cách vào dãy chữ dài, hoặc chia số liệu thành hai bảng
page-help-table = thêm dấu cách vào dãy chữ dài, rút ngắn đầu cột, hoặc bớt cột của bảng này
page-help-text = viết lại chỗ này ngắn hơn, hoặc thêm dấu cách vào dãy chữ dài
page-help-templates = sửa mẫu trong thư mục `templates`, hoặc xóa tệp đó để dùng mẫu có sẵn
page-help-other = hỏi lại nơi gửi: tệp PDF hoặc tệp nguồn bên trong đã bị sửa
page-help-report = đây là lỗi của chương trình: gửi tệp này cho người giữ chương trình; trong khi chờ, thử viết lại chỗ này ngắn hơn
read-too-slow = đọc và kiểm tra tệp này quá { $seconds } giây nên đã bị dừng
    .help = chia nhỏ tệp hoặc tệp số liệu của nó; hoặc cho thêm thời gian bằng biến `VANTHU_TIME_LIMIT` (giây)
read-too-much-memory = đọc và kiểm tra tệp này quá { $megabytes } MB bộ nhớ nên đã bị dừng
    .help = chia nhỏ tệp hoặc tệp số liệu của nó; hoặc cho thêm bằng biến `VANTHU_MEMORY_LIMIT` (MB)
too-slow = văn bản dựng quá { $seconds } giây nên đã bị dừng
    .help = xem lại mẫu riêng trong `templates/`, hoặc cho thêm thời gian bằng `--time-limit`
too-much-memory = văn bản dùng quá { $megabytes } MB bộ nhớ nên đã bị dừng
    .help = xem lại mẫu riêng trong `templates/`, tách bảng quá dài, hoặc cho thêm bằng `--memory-limit`
crashed = chương trình dựng văn bản này dừng bất thường ({ $status })
    .help = dựng lại riêng văn bản này; nếu vẫn thế, xem lại mẫu riêng trong `templates/`
crashed-stack = văn bản lồng vào nhau quá sâu: hết ngăn xếp khi dựng
    .help = xem lại mẫu riêng trong `templates/`: có hàm nào tự gọi mình không dứt

## Hỏng hóc: mã thoát 2

read-failed =
    không đọc được `{ $path }`: { $why ->
        [missing] không có tệp hoặc thư mục này
        [denied] không có quyền
        [folder] đây là một thư mục
        [no-folder] trên đường dẫn có một tệp ở chỗ phải là thư mục
        [full] đĩa không còn chỗ
        [read-only] đĩa chỉ cho đọc
       *[other] { $cause }
    }
write-failed =
    không ghi được `{ $path }`: { $why ->
        [missing] không có tệp hoặc thư mục này
        [denied] không có quyền
        [folder] đây là một thư mục
        [no-folder] trên đường dẫn có một tệp ở chỗ phải là thư mục
        [full] đĩa không còn chỗ
        [read-only] đĩa chỉ cho đọc
       *[other] { $cause }
    }
engine-missing = không chạy được chương trình Typst `{ $program }`: { $cause }; chỉ đường dẫn bằng VANTHU_TYPST, hoặc dùng `--engine embedded`
engine-version = chương trình `{ $program }` là `{ $found }`, cần typst { $wanted }; chỉ chương trình khác bằng VANTHU_TYPST, hoặc dùng `--engine embedded`
engine-crash = chương trình Typst `{ $program }` dừng bất thường ({ $status }): { $said }
engine-timeout = chương trình Typst `{ $program }` chạy quá { $seconds } giây và đã bị dừng
engine-flood = chương trình Typst `{ $program }` ghi ra quá nhiều và đã bị dừng
engine-garbage = chương trình Typst `{ $program }` báo xong nhưng không cho ra PDF trọn vẹn
internal = chương trình gặp lỗi bên trong: { $cause }; xin gửi tệp này cho người làm ra nó
template-broken = mẫu có sẵn bị hỏng: { $cause }
font-unknown = không có kiểu chữ `{ $family }`; có: { $known }
font-lacks = kiểu chữ `{ $family }` thiếu dáng chữ { $style }
engine-absent = bản vanthu này không có Typst bên trong; dùng `--engine typst-cli`
same-output = `{ $first }` và `{ $second }` cùng cho ra `{ $out }`; đổi tên một tệp
nothing-found = không có văn bản nào trong `{ $path }`
outside-project = `{ $path }` nằm ngoài thư mục dự án `{ $project }`
explain-unknown = không có quy tắc `{ $code }`; có: { $known }
epoch-bad = SOURCE_DATE_EPOCH là `{ $value }`, không phải một số giây
usage = { $cause }
usage-unknown = không có đối số `{ $value }`
usage-command = không có lệnh `{ $value }`; có: { $known }
usage-value = `{ $value }` không phải là một giá trị của { $arg }; có: { $known }
usage-missing = thiếu { $arg }

## Dựng nhiều văn bản

worker-missing = không chạy được `{ $program }` để dựng văn bản: { $cause }
changed-meanwhile = cài đặt, mẫu hoặc kiểu chữ vừa bị đổi trong khi dựng; hãy chạy lại
waiting = một lần dựng khác đang làm việc ở thư mục ra; đang chờ
state-damaged = bỏ qua ghi chép trong `{ $path }`: hỏng, hoặc của phiên bản khác; các văn bản được dựng lại
state-foreign = bỏ qua ghi chép trong `{ $path }`: của dự án khác; các văn bản được dựng lại
output-missing = `{ $path }` không còn ở đó, được dựng lại
output-edited = `{ $path }` đã bị ai đó sửa, được dựng lại
stale-moved = `{ $path }` là của bản nguồn trước, được chuyển sang `{ $to }`
stale-kept = `{ $path }` vẫn là của bản nguồn trước
orphan = `{ $path }` không còn nguồn; xóa bằng `vanthu build --prune`
orphan-kept = `{ $path }` không còn nguồn nhưng đã bị ai đó sửa, nên được giữ lại
would-prune = `{ $path }` không còn nguồn; `--prune` sẽ xóa
pruned = đã xóa `{ $path }`: không còn nguồn
why-new = chưa có ghi chép
why-forced = theo `--force`
why-errors = lần trước chưa dựng được
why-recipe = đã đổi: { $parts }
why-changed = `{ $path }` đã đổi
why-missing = `{ $path }` không còn ở đó
why-edited = `{ $path }` đã bị sửa
why-not-yet = chưa có `{ $path }`
why-number = số của nó trùng với văn bản khác, hoặc thôi trùng
part-program = chương trình
part-engine = Typst
part-settings = vanthu.yaml
part-catalog = danh mục
part-templates = mẫu
part-fonts = kiểu chữ
part-issued = thư mục issued
part-arguments = tham số hoặc biến môi trường
summary-dry = { $files } văn bản, { $stale } sẽ được dựng, { $counts }
summary-verified-pdf = { $files } tệp PDF, { $same } đúng với tệp nguồn bên trong; { $counts }
summary-verified = { $files } văn bản, { $same } đúng như nguồn, { $counts }
verify-missing = `{ $path }` chưa có ({ $why })
verify-other = `{ $path }` khác với bản dựng từ nguồn ({ $why })
verify-unknown = không rõ dựng từ gì
verify-program = dựng bằng vanthu { $before }, nay là { $now }
verify-parts = đã đổi: { $parts }
verify-input = nguồn `{ $path }` đã đổi
verify-edited = nguồn và chương trình vẫn thế: ai đó đã sửa tệp ra
verify-pdf-mixed = kiểm tra tệp PDF hoặc văn bản, không cùng một lúc
verify-pdf-same = `{ $path }` giống hệt, từng byte, bản dựng lại từ tệp nguồn bên trong (mã đối chiếu nguồn: { $fingerprint })
verify-pdf-other = `{ $path }` khác bản dựng lại từ tệp nguồn bên trong: { $why }
verify-pdf-nothing = `{ $path }` không so sánh được: { $why }
verify-pdf-none = bên trong không có tệp nguồn; văn bản có `pdf: {"{"}attach: [source]{"}"}` mới có, bản gửi từng nơi thì không bao giờ có
verify-pdf-bad = các tệp nguồn bên trong không đúng với danh sách của chúng, hoặc danh sách không phải của vanthu
verify-pdf-no-pdf = tệp không phải PDF, hoặc bị hỏng, bị khóa
verify-pdf-too-much = các tệp bên trong nhiều hơn hoặc lớn hơn mức một văn bản có thể có
verify-pdf-foreign = các tệp bên trong không được ghi theo cách của vanthu
verify-pdf-settings = tệp `vanthu.yaml` bên trong PDF không dùng được
verify-pdf-not-built = tệp nguồn bên trong không dựng được văn bản
verify-pdf-text = chữ trên trang khác, xem ở trên
verify-pdf-same-text = chữ trên trang giống nhau, nhưng có byte khác
verify-pdf-appended = có { $bytes } byte thêm vào sau văn bản, chẳng hạn chữ ký số
verify-pdf-file = tệp `{ $name }` bên trong khác
verify-pdf-program = do { $before } dựng, đây là { $now }
verify-pdf-fonts = dựng bằng kiểu chữ khác (`{ $before }`, ở đây là `{ $now }`): chỉ thư mục của nó bằng `--font-path`
watching = đang theo dõi { $files } văn bản; Ctrl-C để dừng
watch-failed = không theo dõi được thư mục: { $cause }
watch-built = { $path } ({ $time } ms)
figures-more = và { $count } số nữa

## So sánh hai trạng thái

diff-heading = so { $before } với { $after }
diff-work-tree = các tệp hiện có
diff-nothing = không văn bản nào đổi
diff-summary-none = trên giấy không có gì đổi
diff-summary-changed = { $count } văn bản khác đi trên giấy
diff-summary-same = { $count } văn bản có sửa mà bản in vẫn y nguyên
diff-summary-unknown = { $count } văn bản chưa biết có khác trên giấy không
diff-shared = dùng chung đã đổi: { $path }
diff-left-out = còn { $count } văn bản nhẹ hơn không kể ở đây: xem bằng `vanthu diff`
diff-authored = người soạn sửa
diff-follows = kéo theo
diff-aside = không hiện trên giấy
diff-findings = kiểm tra
diff-finding-new = mới
diff-finding-gone = hết
diff-of-table = bảng “{ $title }”
diff-head-row = dòng
diff-head-column = cột
diff-head-before = trước
diff-head-after = nay
diff-head-by = chênh lệch
diff-state-added = văn bản mới: { $paragraphs } đoạn văn, { $tables } bảng
diff-state-removed = bỏ văn bản này: { $paragraphs } đoạn văn, { $tables } bảng
diff-state-renamed = đổi tên tệp, trước là { $from }
diff-state-split = tách từ { $from }: { $paragraphs } đoạn văn, { $tables } bảng lấy từ đó
diff-reason = tệp này không sửa; đổi theo { $paths }
diff-reason-too = đổi theo cả { $paths }
diff-unreadable-before = trước đây tệp có lỗi, chưa lập được văn bản: không so được nội dung
diff-unreadable-after = nay tệp có lỗi, chưa lập được văn bản: không so được nội dung
diff-paper-same = trên giấy không có gì đổi
diff-progress = đang so
diff-paper-unset = chưa dựng nên chưa biết trên giấy có khác không: mẫu, kiểu chữ hoặc chuẩn PDF đã đổi
diff-unprinted-before = trước đây có lỗi, chưa in được: dưới đây là những gì đọc được từ tệp
diff-unprinted-now = nay có lỗi, chưa in được: dưới đây là những gì đọc được từ tệp
diff-pages = số trang: { $before } → { $after }
diff-pages-same = số trang: { $pages }, không đổi
diff-pages-one = số trang: { $pages }
diff-sheets = trang khác đi
diff-sheet-before = trang { $page }, trước
diff-sheet-after = trang { $page }, nay
diff-sheet-none = không có trang này
diff-blank = (trống)
diff-cell = { $row } · { $column }: { $before } → { $after }
diff-by = { $difference }
diff-by-points = { $difference } điểm %
diff-swapped = đổi chỗ với { $row }
diff-hidden = (cột không in)
diff-added =
    { $what ->
        [group] thêm nhóm
        [column] thêm cột
       *[row] thêm dòng
    } { $name }
diff-removed =
    { $what ->
        [group] bỏ nhóm
        [column] bỏ cột
       *[row] bỏ dòng
    } { $name }
diff-renamed =
    { $what ->
        [group] nhóm
        [column] cột
       *[row] dòng
    } { $from } nay là { $name }
diff-moved =
    { $what ->
        [group] nhóm
        [column] cột
       *[row] dòng
    } { $name } chuyển đến sau { $behind }
diff-reordered =
    { $what ->
        [column] các cột xếp theo thứ tự khác
       *[other] các dòng xếp theo thứ tự khác
    }: { $count } chuyển chỗ ({ $names })
diff-moved-first =
    { $what ->
        [group] nhóm
        [column] cột
        [table] bảng
        [appendix] phụ lục
       *[row] dòng
    } { $name } chuyển lên đầu
diff-table-added =
    { $what ->
        [appendix] thêm phụ lục
       *[table] thêm bảng
    } “{ $name }”, { $rows } dòng, { $columns } cột
diff-table-removed =
    { $what ->
        [appendix] bỏ phụ lục
       *[table] bỏ bảng
    } “{ $name }”, { $rows } dòng, { $columns } cột
diff-moved-away =
    { $what ->
        [appendix] phụ lục
       *[table] bảng
    } “{ $name }” chuyển sang { $to }
diff-table-id = tên gọi của bảng trong tệp: { $from } → { $name }
diff-words = { $at }: { $text }
diff-value = { $label }: { $before } → { $after }
diff-text = { $label }: { $text }
diff-entry-added = { $label }: thêm “{ $text }”
diff-entry-removed = { $label }: bỏ “{ $text }”
diff-entry-moved = { $label }: đổi chỗ “{ $text }”
diff-list-bases = căn cứ
diff-list-to = kính gửi
diff-list-cc = nơi nhận
diff-paragraph-added = { $at }: thêm đoạn “{ $text }”
diff-paragraph-removed = { $at }: bỏ đoạn “{ $text }”
diff-paragraph-moved = { $at }: đoạn chuyển đến đây “{ $text }”
diff-paragraph-restyled = { $at }: đổi kiểu chữ “{ $text }”
diff-paragraph-away = { $at }: chuyển sang { $to } đoạn “{ $text }”
diff-at-other = { $marker }
diff-at-clause = khoản { $number }
diff-at-point = điểm { $letter }
diff-at-heading-line = tiêu đề
diff-at-paragraph = đoạn { $number }
diff-at-appendix = phụ lục “{ $title }”
diff-at-enacted = kèm theo { $nth }
diff-accept-added = nhận trách nhiệm về { $rule }: { $why }
diff-accept-removed = thôi nhận trách nhiệm về { $rule }: { $why }
diff-accept-changed = sửa lời nhận trách nhiệm về { $rule }: { $why }
diff-copies-changed = { $count }/{ $total } bản gửi thay đổi: { $names }
diff-copies-added = thêm { $count } bản gửi: { $names }
diff-copies-removed = bỏ { $count } bản gửi: { $names }
diff-look = có chỗ khác trên giấy mà phép so sánh này không gọi được tên: hãy xem hai bản PDF
diff-look-house = đổi cách trình bày: mẫu, kiểu chữ hoặc khổ chữ
diff-more = … và { $count } dòng nữa
diff-property-title = tiêu đề bảng
diff-property-unit = đơn vị tính
diff-property-row-header = đầu cột tên dòng
diff-property-index-header = đầu cột số thứ tự
diff-property-numbered = dòng đánh số cột
diff-property-orientation = chiều giấy
diff-property-paper = khổ giấy
diff-property-split-columns = chia theo cột
diff-property-table-size = cỡ chữ nhỏ nhất
diff-property-total-label = tên dòng tổng
diff-property-total-place = chỗ của dòng tổng
diff-property-header = đầu cột
diff-property-column-unit = đơn vị của cột
diff-property-type = kiểu cột
diff-property-formula = công thức
diff-property-total-rule = cách tính tổng
diff-property-hidden = ẩn cột
diff-property-working = phụ lục diễn giải
diff-property-numbering = cách đánh số
diff-property-code-header = đầu cột mã số
diff-property-unit-header = đầu cột đơn vị tính
diff-property-note-header = đầu cột ghi chú
diff-property-notes = ghi chú dưới bảng
diff-property-source = nguồn số liệu
diff-property-width = bề rộng cột
diff-property-row-code = mã số
diff-property-row-label = chữ thay số thứ tự
diff-property-row-unit = đơn vị tính của dòng
diff-property-row-note = ghi chú của dòng
diff-property-row-role = vai trò của dòng
diff-property-row-formula = công thức của dòng
diff-property-signers = chữ ký dưới bảng
diff-property-printed = in bảng
diff-property-form = biểu mẫu
diff-property-tasks = cột của bảng nhiệm vụ
diff-property-declared = số công bố
diff-field-kind = tên loại
diff-field-rules = bộ quy tắc
diff-field-status = tình trạng
diff-field-number = số
diff-field-symbol = ký hiệu
diff-field-place = địa danh
diff-field-date = ngày ban hành
diff-field-subject = trích yếu
diff-field-urgency = độ khẩn
diff-field-circulation = phạm vi lưu hành
diff-field-parent = cơ quan chủ quản
diff-field-issuer = cơ quan ban hành
diff-field-cited-as = tên cơ quan ở phụ lục
diff-field-authority = thẩm quyền ban hành
diff-field-contact = địa chỉ liên hệ
diff-field-file-note = dòng Lưu
diff-field-signed-for = quyền hạn ký
diff-field-signed-as = chức vụ người ký
diff-field-office = chức danh khác của người ký
diff-field-signed-by = người ký
diff-field-enacted-kind = tên loại văn bản kèm theo
diff-field-enacted-subject = trích yếu văn bản kèm theo
diff-field-appendix-title = tên phụ lục
diff-field-appendix-signed = người ký phụ lục
diff-field-copied-document = văn bản được sao
git-missing = không chạy được `git` ({ $cause }): cài git, hoặc so hai tệp, hai thư mục bằng `vanthu diff --no-index CŨ MỚI`
git-no-repository = `{ $path }` không nằm trong kho git nào: chạy trong kho git, hoặc so hai tệp, hai thư mục bằng `vanthu diff --no-index CŨ MỚI`
git-failed = git không làm được việc: { $cause }
git-no-commit = kho git chưa có phiên bản nào để so
git-unknown-revision = không có phiên bản `{ $name }` trong kho git
git-shallow-revision = không có phiên bản `{ $name }`: kho git này chỉ có một phần lịch sử; lấy thêm bằng `git fetch --unshallow`
git-absent-object = kho git thiếu dữ liệu của `{ $path }`: lấy đủ bằng `git fetch`
git-no-merge-base = `{ $before }` và `{ $after }` không có gốc chung trong kho git này
git-bare = kho git không có thư mục làm việc: hãy nêu hai phiên bản, ví dụ `vanthu diff HEAD~1 HEAD`
diff-no-such-path = không có `{ $path }` ở cả hai trạng thái
diff-usage = `{ $value }` không phải phiên bản git, cũng không phải tệp hay thư mục hiện có: đường dẫn đã xóa thì viết sau `--`
diff-two-paths = so hai tệp hoặc hai thư mục cần đúng hai đường dẫn cùng loại
diff-office-broken = cài đặt của { $state } có lỗi: { $message }
diff-templates-broken = mẫu của { $state } có lỗi: { $message }
diff-installed = đã đặt trong kho git này: diff.vanthu.command = { $command }
diff-attributes = thêm các dòng này vào .gitattributes, rồi ghi nhận tệp đó vào git:
diff-driver-usage = git gọi lệnh này với bảy đối số, ở đây có { $count }
diff-driver-unmerged = đang xung đột, chưa hợp nhất
## Giải thích một số: `vanthu explain TỆP SỐ`

not-a-file = `{ $path }` là thư mục; ghi tên một tệp văn bản
figure-no-tables = văn bản này không có bảng nào
figure-no-value = không có số nào in ra là `{ $value }`
figure-form = không hiểu `{ $name }`; ghi `bang.dòng.cot`, `bang.total.cot`, tên một dòng, hoặc một số như đã in
told-blank = (để trống)
told-rounded = in tròn, đúng ra là { $exact }
told-input = người soạn ghi tại { $place }
told-formula = công thức `{ $formula }` ({ $place })
told-across = tính ngang cũng ra số này, theo công thức `{ $formula }` ({ $place })
told-amount = số đem phân bổ: `{ $formula }` ({ $place })
told-with-blank = có ô để trống nên không có kết quả
told-adjusted = tỷ lệ được làm tròn theo phương pháp số dư lớn nhất để các dòng cộng lại đúng 100
told-sum = cộng { $count } dòng
told-least = số nhỏ nhất của { $count } dòng
told-greatest = số lớn nhất của { $count } dòng
told-average = trung bình của { $count } dòng
told-count = { $count } dòng có số
told-blank-rows = { $count } dòng để trống, không tính
told-more = … còn { $count } dòng; thêm `--all` để in hết
told-above = đã giải thích ở trên
told-nothing = không có gì để tính ở đây
told-column-sum = tổng cột `{ $column }`: { $value }
told-column-least = số nhỏ nhất của cột `{ $column }`: { $value }
told-column-greatest = số lớn nhất của cột `{ $column }`: { $value }
told-column-average = trung bình của cột `{ $column }`: { $value }
told-column-count = số dòng có số ở cột `{ $column }`: { $value }
told-column-rank = thứ hạng trong cột `{ $column }`: { $value }
told-allocated = phân bổ theo cột “{ $by }”
told-share = theo tỷ lệ: { $left } × { $weight } / { $weights } = { $exact }
told-floor = giữ ở mức tối thiểu: { $exact }
told-cap = giữ ở mức tối đa: { $exact }
told-fixed = ấn định trước: { $exact }
told-remainder-up = làm tròn xuống còn { $whole }, rồi được cộng một đơn vị vì phần lẻ nằm trong { $count } phần lẻ lớn nhất: { $result }
told-remainder-down = làm tròn xuống còn { $whole }; phần lẻ không nằm trong { $count } phần lẻ lớn nhất: { $result }
told-agrees = số khai { $declared } ({ $place }): khớp
told-differs = số khai { $declared } ({ $place }): không khớp, lệch { $difference }
told-accepted = đã chấp nhận: { $why }
told-printed = in tại
told-not-printed = không in ở đâu
told-table = bảng trong văn bản
told-working = { $appendix } (cách tính phân bổ)
told-page = trang { $pages }/{ $of }
told-no-page = không rõ trang
told-no-engine = không rõ trang: chương trình này không có Typst bên trong
told-not-set = không rõ trang: văn bản chưa dựng được
told-typed = { $words } còn được gõ tay tại { $place }, không theo bảng nào

## Trình soạn thảo: vanthu lsp

lsp-fix = thay bằng `{ $text }`
lsp-fix-all = sửa mọi chỗ chắc chắn đúng: { $count } chỗ
lsp-more-rows = … còn { $count } dòng
lsp-table = { $rows } dòng, { $columns } cột
lsp-from = có hiệu lực từ { $date }
lsp-until = hết hiệu lực sau ngày { $date }
lsp-unit-until = chỉ có đến ngày { $date }
lsp-replaced = thay bằng `{ $id }`
lsp-rename-row = tên dòng `{ $value }` không dùng được: không để trống, không có dấu nháy kép
lsp-rename-taken = đã có tên `{ $value }`
lsp-rename-workbook = tên này nằm trong bảng tính `{ $file }`, hãy đổi ở đó trước

## Xem trong trình duyệt: vanthu preview

preview-ready = mở địa chỉ trên trong trình duyệt của máy này; Ctrl+C để kết thúc
preview-no-engine = chương trình này không có Typst bên trong nên không vẽ được trang; dùng `vanthu build --engine typst-cli`
preview-title = xem văn bản
preview-skip = đến trang văn bản
preview-document = văn bản
preview-zoom = cỡ trang
preview-smaller = thu nhỏ
preview-larger = phóng to
preview-pages = các trang
preview-beside = thông báo và nguồn
preview-findings = thông báo
preview-explanation = số này từ đâu ra
preview-close = đóng
preview-source = tệp nguồn
preview-editor = mở trong VS Code
preview-changed = số đã đổi
preview-page = trang
preview-line = dòng
preview-failed = chưa dựng được, xem thông báo
preview-stale = trang cũ: văn bản đang có lỗi
preview-clean = không có gì phải sửa
preview-gone = mất kết nối với vanthu preview
preview-none = dự án chưa có văn bản nào

## Ban hành: `vanthu issue`

bad-record = không dùng được `{ $value }` trong { $file }
    .help = lấy lại tệp này từ git; khi gộp nhánh bị xung đột thì giữ cả hai dòng
record-without-file = { $file } ghi `{ $path }` đã ban hành nhưng không còn tệp đó
    .help = lấy lại tệp từ git; nếu đã đổi tên hoặc chuyển chỗ thì chạy `vanthu issue TỆP-MỚI`
record-moved = { $file } ghi `{ $path }` đã ban hành; tệp ấy nay là `{ $to }`
    .help = chạy `vanthu issue { $to }` để sổ ghi theo tên mới, rồi commit
record-twice = { $file } có thêm một mục của văn bản đã có mục: `{ $value }`
    .help = giữ một trong hai mục, xóa mục kia
issued-changed = văn bản { $document } đã ban hành ngày { $date } nhưng nội dung in ra không còn như khi ban hành
    .help = { $state ->
        [withdrawn] lấy lại nội dung cũ: văn bản đã thu hồi vẫn giữ nguyên tệp và số; văn bản thay thế soạn ở tệp khác
       *[issued] lấy lại nội dung cũ; nếu đã đính chính hoặc sửa đổi bằng văn bản, chạy `vanthu issue TỆP --correct "Công văn số …"`; nếu đã thu hồi, `vanthu issue TỆP --withdraw "Thông báo số …"`
    }
issued-changed-what = { issued-changed }: { $change }{ $more ->
        [no] { "" }
       *[yes] ; và { $others } chỗ khác
    } ({ $files })
    .help = { issued-changed.help }
issue-issued = văn bản này đã ban hành
    .help = sai nội dung thì sửa đổi, thay thế bằng văn bản tương đương; sai thể thức thì đính chính bằng công văn; rồi sửa tệp và chạy `vanthu issue TỆP --correct "Công văn số …"`
issue-recorded = văn bản này đã ban hành: { $document } ngày { $date }
    .help = trả lại `status: issued`; văn bản mới soạn ở tệp khác
issue-no-number = chưa có số văn bản
    .help = thêm `--number 49`
issue-no-date = chưa có ngày ban hành
    .help = thêm `--date 2026-03-05`
issue-write-day = viết đủ năm-tháng-ngày: `--date 2026-03-05`
issue-other-number = trong tệp đã có số { $known }, số được yêu cầu là { $asked }
    .help = sửa một trong hai
issue-other-date = trong tệp đã có ngày { $known }, ngày được yêu cầu là { $asked }
    .help = sửa một trong hai
issue-dirty = có tệp chưa đưa vào git: { $files }
    .help = commit hoặc bỏ những sửa đổi đó; hoặc thêm `--allow-dirty`
issue-no-repository = thư mục dự án không nằm trong kho git nào
    .help = chạy `git init` và commit; hoặc thêm `--allow-dirty`
issue-no-git = máy này không có chương trình git
    .help = cài git; hoặc thêm `--allow-dirty`
issue-uneditable = không tự ghi được `{ $key }` vào tệp này
    .help = tự ghi `status: issued`, `number: …` và `date: …`, mỗi khóa một dòng, rồi chạy `vanthu issue TỆP --correct "lý do"`
issue-findings = chưa ban hành: còn { $count } thông báo ở trên; sửa, hoặc chấp nhận bằng `accept`
issue-no-pdf = không ghi mã của PDF: { $why }
fixed-accept = `{ $path }`: { $what }; đã sửa `found`, đọc lại lý do `why`
fixed = đã sửa { $count } chỗ trong `{ $path }`
fix-outside = `{ $path }` nằm ngoài thư mục dự án nên không được sửa
fix-changed = `{ $path }` vừa được lưu lại trong lúc kiểm tra nên không được sửa; chạy lại lệnh
diff-format = `--diff` in ra các chỗ sửa nên không đi cùng `--format json`, `github` hoặc `sarif`
number-order = số { $document } (`{ $path }`) ghi ngày { $day }, trước số { $other } (`{ $other_path }`) ghi ngày { $other_day }
    .help = số lấy theo thứ tự ngày ban hành (NĐ 30/2020/NĐ-CP, Điều 15 khoản 1): sửa số hoặc ngày của một trong hai văn bản
number-gap = năm { $year } không có văn bản nào của `{ $issuer }` mang số: { $numbers }
    .help = nếu các số này đã cấp cho văn bản ở nơi khác thì bỏ qua
register-done = { $count } văn bản đã ban hành
issue-waiting = một lần ban hành khác đang ghi vào dự án này; đang chờ
issue-completed = lần ban hành `{ $path }` trước bị ngắt giữa chừng; đã ghi nốt, văn bản đã ban hành
issue-reverted = lần ban hành `{ $path }` trước bị ngắt giữa chừng và tệp đã sửa từ đó; đã bỏ lần ấy, văn bản chưa ban hành
issue-moved = { $document } nay ở `{ $to }`, trước ở `{ $from }`; đã ghi tên mới, commit cùng tệp
issue-done = đã ban hành { $document } ngày { $date }; commit cả hai tệp
issue-corrected = đã ghi nhận đính chính { $document }; commit cả hai tệp
issue-withdrew = đã ghi nhận thu hồi { $document }; commit thư mục issued
issue-withdrawn = văn bản này đã thu hồi
    .help = văn bản thay thế soạn ở tệp khác, với số mới
issue-draft = văn bản này còn là dự thảo
    .help = chạy `vanthu issue TỆP --number … --date …`
issue-unchanged = nội dung in ra không khác gì bản đã ban hành
    .help = không cần ghi gì
issue-not-recorded = sổ văn bản đã ban hành (thư mục issued) không có văn bản này
    .help = chỉ thu hồi được văn bản đã ban hành bằng `vanthu issue`
issue-correct-by = lý do đính chính không nêu văn bản nào được phép sửa { $kind }
    .help = sai thể thức, kỹ thuật trình bày thì đính chính bằng công văn, sai nội dung thì sửa đổi bằng văn bản cùng loại; nêu số của văn bản ấy, ví dụ `--correct "Công văn số 57/UBND-VX đính chính"`
issue-withdraw-by = lý do thu hồi không nêu số của văn bản thu hồi hoặc thay thế
    .help = nêu số của văn bản ấy, ví dụ `--withdraw "Thông báo số 12/TB-UBND thu hồi"`
issue-reason = lý do phải là một dòng, từ 1 đến 500 ký tự
    .help = ví dụ `--correct "Công văn số 57/UBND-VX đính chính"`

## Bắt đầu: `vanthu init`, `vanthu new`, `vanthu doctor`

new-done = đã tạo `{ $path }`; điền vào { $blanks } chỗ có `[…]` rồi gõ `vanthu build`
new-exists = `{ $path }` đã có, không ghi đè; chọn một tên khác
new-kind = không có loại văn bản `{ $kind }`; chọn một trong: { $known }
new-extension = tên tệp `{ $path }` phải có đuôi `.yaml`
init-done = dự án đã sẵn sàng trong `{ $folder }`: vào thư mục đó, gõ `vanthu build`, rồi mở tệp PDF của `{ $document }` trong `out`
init-exists = đã có dự án ở đây: `{ $path }`; chọn một thư mục khác
init-kept = `{ $path }` đã có, giữ nguyên
doctor-good = tốt
doctor-advice = nên xem
doctor-problem = cần sửa
doctor-program = vanthu { $version } (Typst { $typst })
doctor-project = dự án: `{ $path }`
doctor-no-project = `{ $path }` không phải là dự án: không có vanthu.yaml; tạo dự án mới bằng `vanthu init THƯ_MỤC`, hoặc vào thư mục của dự án
doctor-font = kiểu chữ: { $family }
doctor-other-font = kiểu chữ: { $family }, rộng bằng Times New Roman; máy có Times New Roman thì ghi thư mục của nó vào `font_paths` trong vanthu.yaml
doctor-embedded = Typst { $version } có sẵn trong chương trình
doctor-not-embedded = chương trình này không có Typst bên trong; cài Typst { $version } rồi ghi `engine: typst-cli` vào vanthu.yaml
doctor-typst = Typst bên ngoài: `{ $program }`, phiên bản { $version }
doctor-git = dự án nằm trong kho git
doctor-no-repository = dự án chưa nằm trong kho git: gõ `git init` để dùng được `vanthu diff` và `vanthu issue`
doctor-no-git = máy chưa có git: cài git để dùng được `vanthu diff` và `vanthu issue`
doctor-output = ghi được vào `{ $path }`
doctor-locale = bảng mã của cửa sổ lệnh: { $locale }
doctor-other-locale = cửa sổ lệnh có thể không hiện đúng tiếng Việt (bảng mã `{ $locale }`); gõ `export LANG=C.UTF-8`
doctor-schema = `{ $path }` là của phiên bản khác; cập nhật bằng `vanthu schema { $subject } > { $path }`

## Trợ giúp

about = Văn bản hành chính từ YAML, đúng thể thức Nghị định 30/2020/NĐ-CP
usage-heading = Cách dùng
heading-arguments = Đối số
heading-options = Tùy chọn
heading-commands = Lệnh
command-build = dựng văn bản: tệp YAML → `out/`
command-check = kiểm tra, không dựng
command-diff = so hai trạng thái: cái gì khác đi trên giấy
command-explain = giải thích một quy tắc và căn cứ của nó, hoặc một số trong văn bản từ đâu ra
command-watch = theo dõi: mỗi lần lưu, dựng lại những gì đã đổi
command-verify = dựng lại trong bộ nhớ và so với `out/`, hoặc so tệp PDF với tệp nguồn bên trong
command-work = dùng nội bộ
command-issue = ban hành: ghi số, ngày vào dự thảo và ghi vào thư mục issued
command-register = in sổ đăng ký văn bản đi (CSV, mở bằng Excel)
command-schema = in JSON Schema cho trình soạn thảo
command-init = tạo một dự án mới: cài đặt, danh mục, một văn bản mẫu
command-new = tạo một văn bản mới, có sẵn những chỗ cần điền
command-doctor = kiểm tra máy và dự án đã đủ để dùng chưa
tasks-month = `{ $value }` không phải tháng
    .help = viết `2026-06`
tasks-no-day = không có hạn cuối
command-tasks = liệt kê nhiệm vụ trong các kế hoạch, theo hạn và theo đơn vị
arg-unit = chỉ nhiệm vụ của đơn vị này, chủ trì hoặc phối hợp
arg-month = chỉ nhiệm vụ đến hạn trong tháng này, ví dụ 2026-06
arg-as_format = cách in: text, csv, ics (lịch)
command-fonts = liệt kê các kiểu chữ; kiểu đang dùng có dấu *
command-preview = xem trang trong trình duyệt, mới lại mỗi lần lưu
command-lsp = máy chủ cho trình soạn thảo (Language Server Protocol), qua stdin và stdout
command-completions = in tệp gợi ý lệnh cho shell
command-man = in trang hướng dẫn (man)
arg-folder = thư mục của dự án mới
arg-kind = loại văn bản: ban-ghi-nho, ban-thoa-thuan, bao-cao, bien-ban, chi-thi, chuong-trinh, cong-dien, cong-van, de-an, du-an, giay-gioi-thieu, giay-moi, giay-nghi-phep, giay-uy-quyen, hop-dong, huong-dan, ke-hoach, nghi-quyet, phieu-bao, phieu-chuyen, phieu-gui, phuong-an, quy-che, quy-dinh, quyet-dinh, thong-bao, thong-cao, thu-cong, to-trinh
arg-new-file = tệp sẽ ghi, ví dụ data/2026/ra-soat.yaml
arg-preview-file = văn bản xem trước tiên
arg-port = cổng trên máy này [mặc định: cổng trống bất kỳ]
arg-stdio = không cần ghi: máy chủ luôn dùng stdin và stdout
arg-shell = bash, zsh, fish, powershell, elvish
arg-man-folder = thư mục ghi mỗi lệnh một trang; bỏ trống thì in trang chính
arg-paths = tệp hoặc thư mục [mặc định: data]
arg-project = thư mục dự án [mặc định: thư mục gần nhất có vanthu.yaml]
watch-sarif = `watch` chạy không dừng, còn `sarif` chỉ in được khi đã xong; dùng `--format json`
arg-format = cách in thông báo: human, short, json, github, sarif
arg-lang = ngôn ngữ của thông báo: vi, en
arg-color = màu: auto, always, never
arg-font_path = thư mục có thêm kiểu chữ
arg-fix = sửa ngay trong tệp những chỗ sửa chắc chắn đúng
arg-diff = chỉ in những chỗ --fix sẽ sửa, không ghi tệp nào
arg-deny_warnings = coi cảnh báo là lỗi
arg-show = in thêm: accepted (những điều đã chấp nhận)
arg-quiet = chỉ in thông báo về văn bản
arg-engine = dựng bằng Typst bên trong (embedded) hay chương trình ngoài (typst-cli)
arg-typst = chương trình Typst bên ngoài [mặc định: typst]
arg-time_limit = số giây cho một văn bản [mặc định: 60]
arg-memory_limit = số MB bộ nhớ cho một văn bản [mặc định: 2048]
arg-jobs = số văn bản dựng cùng lúc [mặc định: số lõi]
arg-force = dựng cả những văn bản không đổi
arg-dry_run = chỉ in sẽ làm gì, không ghi tệp nào
arg-prune = xóa văn bản không còn nguồn
arg-shard = chỉ làm phần I trong N phần, ví dụ 1/4
arg-deps = ghi tệp phụ thuộc cho make
arg-timings = ghi thời gian từng văn bản (dạng trace của Chrome)
arg-emit = ghi ra gì: pdf, typ, docx, xlsx, print (in cùng văn bản gửi kèm) [mặc định: pdf]
arg-out = thư mục ghi ra [mặc định: out]
arg-code = mã hoặc tên quy tắc, ví dụ D500 hoặc declared-total; hoặc tệp văn bản, khi ghi thêm một số
arg-subject = in lược đồ của gì: directive (văn bản), catalog (danh mục), office (vanthu.yaml), finding (thông báo), explanation (lời giải thích một số) [mặc định: directive]
arg-words = phiên bản git (HEAD~1, A..B), rồi tệp hoặc thư mục [mặc định: HEAD với các tệp hiện có]
arg-only = tệp hoặc thư mục
arg-diff-format = in ra dạng: human, markdown, html, json
arg-exit_code = mã thoát 1 khi có gì khác trên giấy
arg-no_pages = không dựng văn bản, không đếm trang
arg-no_index = so hai tệp hoặc hai thư mục, không cần git
arg-install_git = đặt vanthu làm công cụ so sánh của kho git này
arg-driver = dùng nội bộ
arg-figure = số cần giải thích: chi_tieu.total.tn_tang, tên một dòng, hoặc số như đã in: 18.304
arg-all = in mọi dòng, cả câu
arg-file = tệp văn bản
arg-number = số văn bản
arg-date = ngày ban hành, năm-tháng-ngày
arg-year = chỉ văn bản ban hành trong năm này
arg-copy = con số trong bản gửi của nơi nhận này
arg-correct = ghi nhận đính chính hoặc sửa đổi văn bản đã ban hành; nêu số của văn bản đính chính, sửa đổi
arg-withdraw = ghi nhận thu hồi văn bản đã ban hành; nêu số của văn bản thu hồi
arg-allow_dirty = cho phép khi còn tệp chưa đưa vào git
arg-help = in trợ giúp
arg-version = in phiên bản

## Bản gửi từng nơi

copies-moved = { $count } bản gửi là của bản nguồn trước, được chuyển sang `{ $to }`
of-copies = bản gửi `{ $names }`
of-copies-more = bản gửi `{ $names }` và { $more } bản khác
row-form = không hiểu `{ $words }`
    .help = viết `{"{{"} row {"}}"}` là tên nơi nhận, `{"{{"} row.tn_2024 {"}}"}` là ô ở cột `tn_2024` của nơi nhận
row-without-copies = `row` và `only:` chỉ có nghĩa khi văn bản có `copies`
    .help = thêm `copies: {"{"}rows: tên-bảng{"}"}`, hoặc bỏ chỗ này
row-of-list = danh sách trong danh mục chỉ có tên, không có cột `{ $column }`
    .help = chỉ viết `{"{{"} row {"}}"}`, hoặc đặt tên bảng vào `copies.rows`
only-not-first = `only:` phải đứng đầu đoạn
    .help = đưa `{"{{"} only: … {"}}"}` lên đầu đoạn, trước mọi chữ của đoạn
only-alone = đoạn này chỉ có `only:`, không có chữ nào
    .help = viết nội dung ngay sau `{"{{"} only: … {"}}"}`, trên cùng đoạn
copies-no-rows = không có bảng hay danh sách nơi nhận nào tên `{ $name }`
copies-one-name = tên tệp `{ $name }` giống nhau ở mọi bản gửi
    .help = thêm `{"{"}stt{"}"}` hoặc `{"{"}row|khong-dau{"}"}` vào tên tệp
copies-undecided = không rõ `{ $row }` có bản gửi hay không: ô mà `where` hỏi để trống
    .help = điền ô đó, hoặc hỏi thẳng ô trống: `tn_2024 <> ~`
copies-tests = điều kiện ở đây
attach-standard = tệp PDF theo chuẩn `{ $standard }` không chứa được tệp đính kèm; chỉ PDF/A-3 chứa được
    .help = viết `standard: { $wanted }`, hoặc bỏ `attach`
attach-certified = bản sao không kèm tệp nào, vì trang hoặc nguồn của nó là của văn bản khác
    .help = xóa `attach`
attach-source-of-copies = bản gửi không kèm tệp nguồn, vì nguồn có số liệu của mọi nơi nhận, mà văn bản này không có bản chung
    .help = xóa `source`, hoặc viết `general: true` trong `copies`
copies-nobody = không dòng nào có bản gửi
    .help = sửa `where`, hoặc thêm dòng vào bảng
copy-undecided = không rõ đoạn này có trong bản gửi hay không: ô mà `only:` hỏi để trống
    .help = điền ô đó, hoặc hỏi thẳng ô trống: `only: tn_2024 <> ~`
copy-lacks-value = dòng `{ $row }` để trống ô `{ $column }`, bản gửi không có gì để in ở đây
    .help = điền ô đó, hoặc chỉ in đoạn này khi có số: `{"{{"} only: { $column } <> ~ {"}}"}`
copy-row = dòng ở đây
copy-without-table = bảng `{ $table }` không có trong bản gửi này
    .help = ghi `{"{{"} only: general {"}}"}` đầu đoạn, hoặc đổi `copies.appendix`
copy-of-none = văn bản này không có bản gửi nào
    .help = bỏ `--copy`, hoặc thêm `copies` vào văn bản
copy-unknown = không có bản gửi nào cho `{ $name }`
told-copy-pages = không rõ trang nào: bản gửi chỉ in một phần của bảng
copies-beyond-numbers = số văn bản của bản gửi vượt quá 999999
    .help = đặt `number` nhỏ hơn, hoặc `numbers: same`
