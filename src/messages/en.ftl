### Everything the program says, in English. The same ids and variables stand in vi.ftl.

## Weights and the frame of a finding

severity-error = error
severity-warning = warning
severity-info = note
severity-help = help
severity-accepted = accepted
failure = failed
summary =
    { $files ->
        [one] { $files } document
       *[other] { $files } documents
    }; { $counts }
count-errors = errors: { $count }
count-warnings = warnings: { $count }
count-accepted = accepted: { $count }
summary-built =
    { $files ->
        [one] { $files } document
       *[other] { $files } documents
    }, { $built ->
        [one] { $built } file
       *[other] { $built } files
    } in `{ $out }`, { $new } built now; { $counts }
progress = building

## Y: the shape of the YAML file

suggest-nearest = did you mean `{ $nearest }`?
suggest-known = choose one of: { $known }
suggest-below = write `{ $key }: …` below `{ $group }`
byte-order-mark = the file begins with a byte-order mark
    .help = save the file as "UTF-8", not as "UTF-8 with BOM"
stray-outside = `{ $path }` is a link that leads out of the project
    .help = copy the file into the project; or name that folder in `outside_paths` of `vanthu.yaml`
stray-loop = `{ $path }` is a link that leads back to itself
    .help = delete the link
stray-name = the name of the file `{ $path }` is not UTF-8
    .help = rename the file or folder
stray-nowhere = `{ $path }` is a link to something that does not exist
    .help = correct or delete the link
stray-special = `{ $path }` is not a regular file but a pipe or a device
    .help = replace it by a regular file, or rename it
not-utf8 = the file is not UTF-8: byte { $byte } cannot be read
    .help = open the file in an editor and save it as UTF-8
too-large = the file has { $bytes } bytes, at most { $most } are allowed
    .help = see whether this is the right file; split a long table into several documents
empty-file = the file is empty
    .help = write the document, beginning with `kind: cong-van`, or remove the file
missing-key = key `{ $key }` is missing
    .help = add a line `{ $key }: …`, indented like the marked key
missing-key-brace = add `, { $key }: …` before the `{"}"}`
unknown-key = there is no key `{ $key }`
unknown-key-comma = a comma within braces ended the value before `{ $words }`: put the whole value in quotes "…"
duplicate-key = `{ $key }` is written twice
    .help = keep one line and remove the other
duplicate-key-first = first written here
wrong-type =
    found { $found ->
        [list] a list
        [mapping] lines of `key: value`
        [blank] nothing
       *[text] a text
    }, expected { $expected ->
        [list] a list
        [mapping] lines of `key: value`
        [boolean] `true` or `false`
       *[text] a text
    }
    .help =
        { $expected ->
            [list] write it in square brackets: `[…, …]`, or each entry on a line of its own, beginning with `- `
            [mapping] write each key on a line of its own below, two spaces further in: `key: value`
            [boolean] write `true` or `false`, without quotes
           *[text] write the value behind the `:` of the key; put it in quotes "…" when it begins with a special sign
        }
wrong-type-brace = put the whole value in quotes "…", or write `|` behind the key and the value on the lines below
wrong-type-colon = if this is one value with a `:` in it, put the whole value in quotes: "{ $line }"
wrong-type-dash = remove the `- ` at the beginning of the line: this is no list, each line is `key: value`
anchor = anchors (`&`), aliases (`*`), tags (`!`) and merge keys (`<<`) are not allowed
    .help = write the value in full; if it is text, put it in quotes "…"
too-deep = keys are nested too deeply, or there are too many
    .help = take out superfluous levels or brackets
yaml-second-document = after the line `---` a second document begins in the same file
    .help = one document a file: move the rest to another file, or remove the line `---`
yaml-tab = the line is indented with a tab (lines like this: { $count })
    .help = use spaces instead, two for each level
yaml-colon = a `:` within the value makes it look like one more key
    .help = put the whole value in quotes "…"
yaml-indent = the line does not begin below the lines of its level above
    .help = add or remove spaces at its beginning; lines below a `|` all stand further in than its key
yaml-no-key = the line is no `key: value`
    .help = write `:` and a space behind the key; if the line goes on from the one above, indent it further
yaml-curly-quote = the value stands in curly quotes “ ”, which are none to the machine
    .help = write straight quotes "…" for “ ” at both ends of the value
yaml-block = the line below the `|` is not indented
    .help = indent every line of the text with two spaces
yaml-dash-deeper = the `-` of this line stands further in than the one above, so the two lines are read as one
    .help = put the `-` of a list below each other
wrong-type-line = `{ $line }` stands on the line of its key
wrong-type-same-line = put `{ $line }` on a line of its own, two spaces further in
wrong-type-space = write a space behind the `:`: `{ $mended }`
wrong-type-dash-space = write a space behind the `-`, one entry a line
wrong-type-body = write `|` behind `body:`, and the text on the lines below, two spaces further in
unknown-key-indent = if `{ $key }` belongs to `{ $group }`, indent this line with two spaces
yaml-bracket = a `{ $sign }` is opened and not closed
    .help = add `{ $close }` at the end of the value
yaml-flow = within brackets there is a comma too many or too few, or a value is missing
    .help = write one comma between two values, and `~` for a blank cell; put a value with a comma or bracket in quotes "…"
yaml-after-quote = there are words behind the closing quote
    .help = put the whole value in one pair of quotes '…', and leave the quotes within as they are
yaml-escape = a `\` within quotes "…" has a meaning of its own
    .help = use quotes '…' instead of "…", or write `\\` to print one `\`
yaml-quote = a quote is opened and not closed
    .help = add the closing quote at the end of the value
yaml-sign = a value cannot begin with `{ $sign }`
    .help = put the whole value in quotes "…"
yaml-false-space = the line is indented with a character that looks like a space ({ $sign }), as pasted from Word or a web page (lines like this: { $count })
    .help = put ordinary spaces in its place; `vanthu check --fix` does it
yaml-pasted-rows = rows pasted from Excel ({ $count }): there are tabs between the cells
yaml-pasted-rows-help = write each row like `{ $line }`; or save the table as an Excel or CSV file beside this one and write `rows: {"{"}file: name.xlsx{"}"}`
yaml-hash = `#` after a space cuts off the rest of the value: `{ $rest }`
yaml-hash-help = if it is text, put the whole value in quotes: `{ $line }`; if it is a comment, write a space after `#`
yaml-behind-quote = the value begins with a quote, but there is text after the closing quote: `{ $rest }`
yaml-behind-quote-help = put the whole value in one pair of quotes: `{ $line }`
mojibake = the file was saved in a wrong encoding: `{ $found }` should be `{ $meant }` (places like this: { $count })
    .help = open the original as UTF-8 and save it again; or let `vanthu check --fix` restore these letters
conflict = the file holds an unresolved merge conflict: lines { $ours } are from `{ $name }`, lines { $theirs } from `{ $other }`
    .help = keep one of the two, then delete the lines `<<<<<<<`, `=======`, `>>>>>>>`
conflict-mark = the line `{ $mark }` is left over from a merge conflict
    .help = delete this line once the lines beside it are in one version only
conflict-middle = the other side begins here
conflict-end = the conflict ends here
foreign-encoding = the file is saved as { $encoding }, not as UTF-8; line { $line } reads `{ $text }`
    .help = save the file as UTF-8, or let `vanthu check --fix` convert it
reference-curly = there is a curly quote `{ $sign }` in `{"{{"} … {"}}"}`
    .help = put straight quotes `"` in place of curly ones
yaml-other = this line cannot be read: { $cause }
    .help = compare it with the lines above: indent with spaces, one space after `key:`, one after `-`

## N: names and values

bad-value = `{ $value }` is not a value of `{ $key }`
profile-range =
    `{ $key }` is `{ $value }`, outside the { $least }–{ $most } { $unit } of the decree ({ $rules })
    .help = make `{ $key }` a number from { $least } to { $most }
bad-table-size = `table_size` is `{ $value }`, expected a size from 7 to 13 pt
    .help = write a number from 7 to 13, without a unit: `table_size: 9`
profile-choice = `{ $key }` is `{ $value }`, the decree has { $least } or { $most } { $unit } only ({ $rules })
    .help = make `{ $key }` { $least } or { $most }
profile-column = `{ $key }` is `{ $value }`: the right column has { $right } { $unit } left, the Quốc hiệu and the date line need { $needed } { $unit } ({ $rules })
    .help = make `{ $key }` a number from { $least } to { $most }, or remove this key
profile-number = `{ $key }` is `{ $value }`, a number of { $unit } is needed ({ $rules })
    .help =
        write a number without unit, decimals behind a point: { $form ->
            [choice] { $least } or { $most }
           *[range] from { $least } to { $most }
        }
bad-date-form = `{ $value }` is not a date in the form year-month-day
    .help = write `2024-03-05`, or `2024-03` while the day is open, or leave it blank
bad-date-calendar = there is no day `{ $value }` in the calendar from 1945 on
    .help = look at day, month and year again; the form is year-month-day: `2024-03-05`
bad-date-turned = write `{ $date }`
bad-date-month-end = the last day of that month is `{ $date }`
bad-document-number = `{ $value }` is not a whole number from 1
    .help = write it in digits, such as `49`; what follows the `/` goes to `symbol`; leave it blank while there is none
bad-count = `{ $value }` is not a whole number from 1
    .help = write it in digits, such as `10`, or remove the key
unprintable-text =
    the text holds { $what ->
        [line-break] a line break
        [tab] a tab
        [bidi] an invisible mark that turns the direction of writing
        [control] a control character
        [right-to-left] a letter of a writing that runs from right to left
       *[invisible] an invisible character
    } ({ $sign })
    .help =
        { $what ->
            [line-break] write it on one line; over several lines of YAML, begin with `>-`
            [tab] use spaces instead of the tab
           *[other] delete the value and type it anew, without pasting
        }
empty-text = the text is empty
    .help = write something, or remove the key if it is optional
text-too-long = the text has { $length } characters, at most { $most } are allowed
    .help = shorten it, or move the long part to another document
figure-not-a-number = `{ $value }` is not a number
    .help = write digits without separators, decimals after a point: `1250` or `29.72`; a blank cell is `~`
figure-ambiguous = `{ $value }` can be read in more than one way
figure-readings = write it without separators, decimals after a point: { $readings }
figure-not-whole = `{ $value }` has decimals, column `{ $column }` holds whole numbers
    .help = mend the figure, or add `type: decimal(2)` to the column
column-without-id = the column has no `id`
    .help = add `id: …` (small letters, digits, `_`) so that formulas and the body can name it
duplicate-column = two columns have `id: { $id }`
    .help = give each column an `id` of its own
deep-header = the header has more than { $most } levels
    .help = merge two levels of the header
group-key = a header over several columns must have no `{ $key }`
    .help = remove `{ $key }` here, or move it to a column below
text-with-formula = a column of text cannot have a formula
    .help = remove `formula`, or remove `type: text`
row-length = row `{ $name }` has { $found } values, expected { $expected }: { $columns }
    .help = write all values in the order of the columns; figures without separators of thousands; a blank cell is `~`; columns with a formula have none
declared-without-total = there are figures under `declared`, but the table has no row of totals
    .help = add `total: {"{"}label: Tổng cộng{"}"}` to the table, or remove `declared`
formula-unknown = the formula names column `{ $name }`, which is not there
formula-sign = `{ $sign }` means nothing at this place of the formula
    .help = use `+ - * /`, parentheses, numbers and the `id` of columns
formula-open = a parenthesis is opened and not closed in the formula
    .help = add `)`
formula-short = the formula ends halfway
    .help = go on with a number or the `id` of a column
formula-deep = the formula has too many parentheses
    .help = split it over several columns, with `hidden: true` on the auxiliary ones
formula-cycle = the formulas go in a circle: { $chain }
    .help = a column cannot be made from itself: change one formula of the circle
division-by-zero = column `{ $column }`, row `{ $row }`: formula `{ $formula }` divides by 0
    .help = mend the figures of the row, or leave the divisor blank
bad-id = `{ $value }` cannot be a name
    .help = use small letters, digits and `{ $joint }`, beginning with a letter
taken-id = the name `{ $value }` has a meaning of its own
    .help = choose another name
reference-open = `{"{{"}` is opened without `{"}}"}` on the same line
    .help = add `{"}}"}`; to print a brace, write `\{"{"}`
reference-form = `{ $words }` is not understood within `{"{{"} … {"}}"}`
    .help = write `table.total.column`, `table["row"].column`, `bases`, `appendix("table")` or `table("table")`
note-undefined = footnote `[^{ $label }]` is named, and nothing says what it is
    .help = add a line `[^{ $label }]: …` at the end of the text; to print a `[`, write `\[`
note-unused = footnote `[^{ $label }]` is written, and the text does not name it
    .help = write `[^{ $label }]` where it belongs, or delete this line
note-named-twice = footnote `[^{ $label }]` is named a second time
    .help = name each footnote once; use another one here, such as `[^{ $label }b]`
note-written-twice = footnote `[^{ $label }]` is written twice
    .help = delete one of them, or give one another name
note-in-note = a footnote cannot name another one (`[^{ $label }]`)
    .help = say it in the footnote itself
note-empty = footnote `[^{ $label }]` says nothing
    .help = write its words behind the `:`
note-blocks = footnote `[^{ $label }]` has more than one paragraph
    .help = write it as one paragraph without items or dashes
reference-unknown = `{ $name }` points to nothing
reference-no-target = there is no table `{ $name }` in `targets`
reference-no-document = the catalog has no document `{ $name }` in `legal_documents`
reference-no-row = the table has no row `{ $name }`
reference-no-column = the table has no column of figures `{ $name }`
reference-no-total = table `{ $target }` has no row of totals
    .help = add `total: {"{"}label: Tổng cộng{"}"}` to the table
reference-no-bases = `bases` is named, but `legal_bases` is empty
    .help = write the bases into `legal_bases`
reference-text-total = the column of text `{ $column }` has no total
    .help = name a column of figures
reference-format = there is no format `{ $words }`
    .help = use `| so(2)`, `| phan_tram(1)` (number of decimals, at most 6) or `| bang_chu`
table-in-line = a table stands in a paragraph of its own
    .help = leave a blank line before and after `{"{{"} table("…") {"}}"}`; only two tables beside each other share a line
unsupported-markdown =
    { $what ->
        [code] words in `` ` `` are code, which an administrative document does not have
        [code-block] a paragraph indented by four spaces or between ``` is code, which an administrative document does not have
        [link] a link cannot be printed
        [image] an image cannot be printed
        [quote] a paragraph that begins with `>` is a quotation, which an administrative document does not have
        [rule] a horizontal rule does not occur in the body
        [table] a table drawn with `|` cannot be printed
        [underlined-heading] a line of `---` or `===` turns the line above into a heading
        [deep-heading] there are three levels of headings
        [deep] items and emphases are nested too deeply
       *[html] HTML cannot be used
    }
    .help =
        { $what ->
            [code] remove the `` ` ``, or write `` \` `` to print the sign itself
            [code-block] remove the spaces at the beginning of the line
            [link] write the address as plain words; to print `[` and `<`, write `\[` and `\<`
            [image] remove it; to print `!` and `[`, write `!\[`
            [quote] remove the `>`, or write `\>` to print the sign itself
            [rule] remove the line
            [table] put the table into `targets` and write `{"{{"} table("…") {"}}"}`; to print a `|` at the beginning of a line, write `\|`
            [underlined-heading] remove that line; headings begin with `# `
            [deep-heading] use `#`, `##` or `###`
            [deep] remove some of the `- ` and `*` here
           *[other] remove it; to print `<`, write `\<`
        }
bad-accept = there is no rule `{ $rule }`
formula-no-row = this formula is not computed for a row and cannot name column `{ $name }`
    .help = name the total: `total.{ $name }`
formula-part = `{ $name }` cannot follow the name of a table
    .help = write `table.total.column`, `table.row.column` or `table["row"].column`
formula-round = the decimals of `round` are a whole number from 0 to 6
    .help = write `round(x, 2)`
formula-function = the formula calls `{ $name }`, which is no function
formula-condition = the condition of `if` lacks a comparison
    .help = write `if(a > b, x, y)`, with `=`, `<>`, `<`, `<=`, `>` or `>=`
formula-several-lines = column `{ $column }`, row `{ $row }`: the other table has several rows called `{ $name }`
    .help = put these rows into groups of the same names in both tables, or give them different names; the formula: `{ $formula }`
formula-no-line = column `{ $column }`, row `{ $row }`: the other table has no row `{ $name }`
    .help = add the row to the other table, or make the names agree; the formula: `{ $formula }`
formula-row = this row
total-two-ways = total of column `{ $column }`: the rows add up to { $down }, `{ $formula }` over the totals gives { $across }
    .help = fill in the blank cells of the columns in the formula (write 0 for none), or choose: `total: sum` (down) or `total: ratio` (across)
ratio-over-other-rows = column `{ $column }`, row `{ $row }`: above and below the bar of `{ $formula }` other rows are summed: `{ $unit }` is on one side only
    .help = fill in the blank cell of that row (0 if there is nothing); or give the column `total: none` to print no total, `total: "{ $formula }"` to compute it from the printed totals
ratio-row = this row has one of the two figures only
total-blank-row = this row is blank
formula-long = the formula has { $length } characters, at most { $most } are allowed
    .help = split it over several columns, with `hidden: true` on the auxiliary ones
many-columns = the table has { $count } columns, at most { $most } are allowed
    .help = split it into several tables
reference-empty = there is nothing between `{"{{"}` and `{"}}"}`
    .help = write the name of a figure, `bases`, `appendix("table")` or `table("table")`
number-too-large = column `{ $column }`, row `{ $row }`: formula `{ $formula }` gives too large a number
    .help = look at figures and formula again
formula-not-round = column `{ $column }`, row `{ $row }`: the formula gives { $value }, but the column prints { $decimals } decimals, so the total would not match
    .help = write `round({ $formula }, { $decimals })`, or change the `type` of the column
formula-and-allocate = the column has both `formula` and `allocate`
    .help = keep one of them
adds-up-without-share = `adds_up` goes with a formula `share(…)` only
    .help = write `formula: share(column)`, or remove `adds_up`
share-without-total = `share({ $of })` needs the total of column `{ $of }`, which has none
    .help = give column `{ $of }` another `total`, or mend the formula
shares-of-another-total = the shares in column `{ $column }` come to { $sum }%, and cannot be made to add up to 100%
    .help = the total of the column within `share(…)` must be the sum of its rows; or remove `adds_up`
ratio-without-formula = `total: ratio` needs a formula of the column
    .help = add `formula`, or write the formula into `total`
figure-too-fine = `{ $value }` has more decimals than column `{ $column }` prints ({ $decimals })
    .help = round the figure, or change the `type` of the column
cell-of-formula = column `{ $column }` is computed, no figure is written into it
    .help = remove the figure
bad-width = `{ $value }` is no width of a column, which is from { $least } to { $most } mm
    .help = write `width: 30`
count-of-row = `{ $name }` is no group: it has no rows to count
    .help = write the name of a group, or `{"{{"} table.count {"}}"}` for the whole table
reference-not-printed = table `{ $target }` has `printed: false`: there is nothing to point to
    .help = remove `printed: false`, or refer to single figures of the table
blank-rows = `{ $value }` is no number of empty rows, which is from 1 to { $most }
    .help = write `rows: {"{"}blank: 10{"}"}`
task-column = `tasks` names column `{ $name }`, and the table has no column of words of this name
linked-circle = directives take rows from each other in a circle, or over too many others (`{ $path }`)
    .help = take the rows from the directive they come from, or from a CSV
linked-errors = the directive `{ $path }` has errors: its rows cannot be taken
    .help = mend that directive first (`vanthu check`)
linked-no-table = the directive `{ $path }` has no table `{ $name }`
linked-column = the table in `{ $path }` has no column `{ $name }`
row-of-several = the table has several rows called `{ $name }`: which one is meant is not known
    .help = give these rows different names
row-of-several-help = write the names of the groups, too: { $paths }
row-decimals = `{ $value }` is no number of decimals of a row, which is from 0 to { $most }
    .help = write `decimals: 0`, `decimals: 2`
part-without-whole = the row has `part`, but no row stands above that it could be a part of
    .help = move it right below the row it is a part of, or remove `part`
row-without-name = a row of the list has no name
    .help = write `- Name: [1, 2]`, or `- {"{"}name: Name, values: [1, 2]{"}"}`
group-formula = a group has no formula: its figures are the sums of its rows
    .help = remove `formula`, or give it to a row of its own
many-row-formulas = the table has { $count } formulas in rows, { $most } at most
    .help = give the formula to the column (`formula` in `columns`)
row-formula-column = column `{ $column }` is computed once for all rows: no row has a formula of its own there
    .help = remove the formula of the row in this column
total-of-units = the row of totals sums rows with different units: { $units }
    .help = remove `total`, write `total: none` in the columns, or `counted: false` in rows that are not to be summed
deep-group = groups are nested more than { $most } levels
    .help = merge two levels of groups
table-file-missing = there is no file `{ $path }` in the project folder
    .help = the path starts at the folder of the document; look at the name again
table-file-nameless = the row has figures but no name
    .help = write the unit into the first column, or remove the whole row
table-file-expands = the file of rows `{ $path }` is larger than 128 MB when unzipped, or has too many elements
    .help = copy the table into a new file, without sheets, styles and texts that are not used
table-file-large = the file of rows `{ $path }` is larger than { $most } MB
    .help = keep only the rows and columns that are used, or split it into several tables
table-file-cells = file `{ $path }` has too many cells, or cells too far to the right
    .help = delete the cells outside of the table (choose their columns and rows, then Delete) and save it
table-file-kind = file `{ $path }` is not .csv, .xlsx, .xlsm, .xls or .ods
    .help = save the table as .xlsx or .csv (UTF-8)
table-file-empty = file `{ $path }` is empty
    .help = the file needs a row with the names of the columns and the rows of the table below it; see whether the right file was saved
table-file-workbook = the file `{ $path }` is a workbook (xlsx, xls or ods), no text file
    .help = give the file its right ending (for example `.xlsx`), and write the new name in `rows`
table-file-encoding = file `{ $path }` is not UTF-8
    .help = in Excel, save as "CSV UTF-8", or keep the .xlsx
table-file-lost-letters = `{ $value }` has lost its letters: the file was saved in a code page without Vietnamese
    .help = open the original workbook and save it as "CSV UTF-8", or use the .xlsx itself
table-file-broken = the workbook `{ $path }` cannot be read
    .help = open it in Excel and save it as .xlsx
table-file-locked = the workbook `{ $path }` has a password
    .help = open it in Excel, remove the password (File, Info, Protect Workbook) and save it
table-file-sheet = the workbook has no sheet `{ $sheet }`
table-file-hidden-sheet = the table is on the hidden sheet `{ $sheet }` of file `{ $path }`
    .help = look at that sheet; if it is the right one, write `sheet: { $sheet }`
table-file-no-header = file `{ $path }` has no row with the names of the columns; its first row has { $found }
table-file-no-header-help = the file needs a row with the headers or `id`s of the columns: { $known }; where it has several sheets, write `sheet: …`
table-file-first-row = the first row of the file
table-file-header = the row of column names of the file
table-file-no-rows = file `{ $path }` has a row of column names only, and no row of the table
    .help = add the rows to the file and save it; where it has several sheets, look at `sheet`
table-file-column-missing = file `{ $path }` has no column `{ $column }`
    .help = add a column `{ $column }` (or `{ $id }`) to the file, or remove this column from `columns`
table-file-column = the table has no column `{ $name }`, which the file has
table-file-unit = the file says unit `{ $found }`, the document says `{ $expected }`
    .help = convert the figures of the file, or make the units the same
table-file-unit-only = the file says unit `{ $found }`, the table has no unit
    .help = add `unit: { $found }` to the table
table-file-short-row =
    row `{ $name }` has only { $count ->
        [one] { $count } cell
       *[other] { $count } cells
    }, without { $columns }
    .help = fill in all cells of the row; a blank one keeps its separator
table-file-outside = `{ $value }` in row `{ $name }` stands in a column without a name
    .help = delete the cell, or name its column
table-file-hidden-rows = file `{ $path }` hides { $count } rows of the table: { $names }
    .help = to read them write `hidden: read`, to leave them out `hidden: skip` behind the name of the file; or show them in Excel
table-file-merged = the merged cells { $range } are one figure for several rows or columns; which one it belongs to is not known
    .help = unmerge the cells in Excel and write the figure into each
table-row-without-figures = row `{ $name }` has no figure: it may be a group, a unit or a note
    .help = number groups A, B or I, II in the column of running numbers; give a unit its figures (0 if none); put a note below the total
table-row-perhaps-group = row `{ $name }` has no figure and is printed as a unit
    .help = if it is the name of a group, number groups A, B or I, II in the column of running numbers; if it is a unit, leave it
table-sum-in-the-middle = row `{ $name }` stands in the middle of the table: which rows it sums is not known
    .help = put the rows it sums into a group, or move it to the beginning or the end
table-row-derived = row `{ $name }` is neither a unit nor a sum
    .help = delete the row from the file; to print it, write a row with a `formula` in the YAML
table-row-after-sum = row `{ $name }` stands behind the sum of its group and belongs to no group
    .help = move it above the sum, or add the name of its group above it
table-file-note = file `{ $path }`{ $sheet ->
        [none] {""}
       *[other] , sheet `{ $sheet }`
    }: not rows of the table{ $above ->
        [none] {""}
       *[other] {" · "}rows { $above } above it
    }{ $index ->
        [none] {""}
       *[other] {" · "}column { $index } of running numbers
    }{ $numbers ->
        [none] {""}
       *[other] {" · "}column numbers in row { $numbers }
    }{ $again ->
        [none] {""}
       *[other] {" · "}column names once more in row { $again }
    }{ $notes ->
        [none] {""}
       *[other] {" · "}notes in row { $notes }
    }{ $totals ->
        [none] {""}
       *[other] {" · "}sums at { $totals } (compared, not added)
    }{ $hidden_rows ->
        [none] {""}
       *[other] {" · "}hidden rows { $hidden_rows }{ $left_out ->
            [0] {""}
           *[other] {" "}({ $left_out } left out)
        }
    }{ $hidden_columns ->
        [none] {""}
       *[other] {" · "}hidden columns { $hidden_columns }
    }{ $hidden_sheets ->
        [none] {""}
       *[other] {" · "}hidden sheets { $hidden_sheets }
    }{ $merged ->
        [none] {""}
       *[other] {" · "}merged cells { $merged }
    }{ $alike ->
        [none] {""}
       *[other] {" · "}other sheets with such a table { $alike }
    }
    .help = look at it; if a row of the table was passed over, change its name in the file
cell-error = the cell holds the error `{ $value }` of the spreadsheet
    .help = mend the formula in the file, or clear the cell where there is no figure
cell-without-value = the cell holds a formula whose result is not stored in the file
    .help = open the file in Excel or LibreOffice, let it compute, and save it
cell-format = `{ $value }` has the format `{ $format }`; how the spreadsheet shows it is not known
    .help = make the cell Text and type what is to be printed
cell-in-thousands = the cell holds `{ $value }`, but its format `{ $format }` shows a figure a thousand times smaller
    .help = give the cell the format `#,##0`, or write the figure in the unit of the table
part-title-alone = nothing below `{ $name }` is a part: the rows behind it have no dash and are summed as units
    .help = put `- ` before the names of the parts, or delete the row `{ $name }`
part-row-without-whole = row `{ $name }` is a part, but no row before it has it
    .help = put it right behind the row that it is a part of, or rename it
fractions-of-percent = column of percentages `{ $column }`: all figures of the file are between 0 and 1; 0.9 will be printed as 0,9%
    .help = if 0.9 means 90%, give the cells a format of percentages (`0.0%`); if it is below 1%, leave it
cell-without-day = the cell has the format `{ $format }`; the spreadsheet shows no day of the month
    .help = give the column `type: text`, or write day, month and year in the cell
percent-in-column = the cell is a percentage ({ $value }%), column `{ $column }` is not one of percentages
    .help = write `type: percent(1)` for the column, or give the cell the format of a plain number
cell-place = cell { $cell }
cell-place-sheet = sheet { $sheet }, cell { $cell }
rows-empty = the table has no rows
    .help = add at least one row to `rows`, or remove the table from `targets`
comma-without-space = `{ $value }`: a comma between two digits; it may be one figure or two
comma-without-space-help = write one figure as { $readings }, two with a space: `{ $left }, { $right }`
comma-in-figure = `{ $value }`: a comma in a figure
    .help = write decimals after a point: `{ $figure }`
folded-body = the sign `{ $sign }` behind the key `body` joins the lines to one paragraph
    .help = write `body: |`
allocate-kind = column `{ $column }` must hold whole numbers, money or decimals to be spread
    .help = change the `type` of the column
allocate-part = `{ $value }` is negative or has too many decimals
    .help = write a figure from 0, no finer than the column prints
allocate-group = `{ $name }` is a group, not a unit
    .help = settle the parts of the units in it
allocate-blank = the amount to spread is blank
    .help = fill it in, or mend the formula of `amount`
allocate-amount = { $amount } cannot be spread: it is negative or finer than the column prints
    .help = mend `amount`, or change the `type` of the column
allocate-negative = the weight of `{ $name }` is negative
    .help = mend the figures of the column `by`
allocate-too-little = { $amount } is not enough: floors and settled parts come to { $least }
    .help = raise `amount`, or lower `floor` or `fixed`
allocate-too-much = { $amount } is too much: caps and settled parts come to { $most }
    .help = lower `amount`, or raise `cap` or `fixed`
allocate-no-weight = no unit with a weight is left to take the rest
    .help = fill in weights in the column `by`, or remove `cap`
unknown-entry = the catalog has no `{ $id }` in `{ $list }`
    .help = add it to a file in `data/catalog/`, or mend the id
entry-twice = `{ $id }` stands twice in the catalog
    .help = rename or remove one of the two
entry-first = the first one is here
entry-lacks = entry `{ $id }` of the catalog lacks `{ $key }`
    .help = add `{ $key }: …` to it
symbol-unknown = key `symbol` is missing
    .help = add `symbol: …`; or give the issuer a `code` in the catalog and, for a công văn, name `recipients.file.unit`
bad-signatories = { $fault ->
    [twice] both `signatory` and `signatories` are there
    [many] `signatories` has { $count } entries, there must be two to eight
   *[count] `signatories` has { $count } entries, there must be two
}
    .help = one who signs stands under `signatory`; two side by side are two entries of `signatories`, from left to right
appendix-key = an appendix that is a table (`table`) has no `{ $key }`
    .help = remove `{ $key }`: title and content of a table stand in `targets`; or remove `table` if this appendix is a text
appendix-twice = the table `{ $name }` is listed twice in `appendices`
    .help = remove one of the two lines
appendix-name-taken = the name `{ $name }` is that of a table or of another appendix
    .help = choose another `id`
appendix-in-text = this table is listed in `appendices` as an appendix, so it is not printed here
    .help = write `{"{{"} appendix("…") {"}}"}` instead, or remove the table from `appendices`
reference-no-appendix = no table and no appendix is called `{ $name }`
key-not-for-kind = documents of kind `{ $kind }` have no use for the key `{ $key }`
    .help = remove the key `{ $key }`, or mend `kind`

## N: certified copies

source-kind = `{ $path }` is neither a PDF nor a directive
    .help = write the path of a `.pdf` file, or of a `.yaml` file of this format
source-missing = there is no file `{ $path }` in the project folder
    .help = the path starts at the folder of the document; look at the name again
source-large = `{ $path }` is larger than 64 MB
    .help = scan it at 200 to 300 dots per inch, or copy it in several files
source-broken = `{ $path }` cannot be read as a PDF, or has no pages
    .help = save or scan it again
source-encrypted = `{ $path }` is protected by a password
    .help = save it without protection, for example by printing it to a PDF
source-old = `{ $path }` is older than PDF 1.4, which an electronic copy must be at least
    .help = save it as PDF 1.4 or later
source-draft = the directive `{ $path }` is a draft: only an issued document can be copied
    .help = issue it first (`vanthu issue`)
source-circle = directives are copies of each other in a circle, or over too many others (`{ $path }`)
    .help = name the document that is no copy
source-errors = the directive `{ $path }` has errors: it cannot be used here
    .help = mend that directive first (`vanthu check`)
source-not-set = the document that is copied cannot be laid out
    .help = build that document first, and mend what is found
source-coarse = page { $page } of `{ $path }` is scanned with { $points } dpi; an electronic copy needs { $least } or more (Phụ lục I, Phần II)
    .help = scan the paper again in colour, with { $least } dpi or more, at 100%
source-colourless = page { $page } of `{ $path }` is scanned in grey or black and white; an electronic copy is in colour (Phụ lục I, Phần II)
    .help = scan the paper again in colour, with { $least } dpi or more, at 100%
source-paper = page { $page } of `{ $path }` is { $width } x { $height } mm, not A4
    .help = scan or print it on A4 paper
copy-direction = a sao y or sao lục from an electronic document to an electronic one is not allowed (Điều 25)
    .help = write `to: paper`, or use the electronic document itself, which needs no copy
copy-needs-scan = an electronic copy needs the scan of the signed paper, not the directive `{ $path }`
    .help = write the path of the scanned PDF
extract-of-pdf = a trích sao sets its parts anew, so it cannot be made of the pages of `{ $path }`
    .help = type the document with its extracted parts in a `.yaml` file, outside of `data/`, and name that file
extract-unknown = `{ $path }` has no part `{ $part }`
    .help = name parts as in the document: `Điều 2`, `khoản 1 Điều 3`, `II`, `Phụ lục I`
copy-of-original = a sao lục is made from a bản sao y; `{ $path }` is none
    .help = write `kind: sao-y`, or name a bản sao y
copy-of-copy = `{ $path }` is a copy itself; this kind of copy is made from a bản gốc or bản chính
    .help = write `kind: sao-luc`, or name the original
copy-of-parts = only a trích sao copies parts of a document
    .help = remove `extract`, or write `kind: trich-sao`
copy-mark-on-paper = a copy on paper has no mark with the time of signing
    .help = remove `signed_at`, or write `to: electronic`
bad-signing-time = `{ $value }` is no time of signing
    .help = write day, time and time zone of Vietnam: `2026-04-02T17:08:02+07:00`
copy-of-secret = `{ $path }` bears the mark `{ $mark }`: state secrets are copied by other rules
    .help = copy it by the law on state secrets, outside of this program

## D: rules

numbering-gap = found number `{ $found }`, expected `{ $expected }`
    .help = write `{ $expected }`, or add the item that is missing before it
unreferenced-appendix = the body does not mention appendix `{ $id }`
    .help = write `{"{{"} appendix("{ $id }") {"}}"}` where the body speaks of it, or put the table into the body with `{"{{"} table("{ $id }") {"}}"}`
untitled-appendix = appendix `{ $id }` has no title
    .help = this is not required; to give it one, add `title: …` to the table
blank-when-issued = the document is issued, but `{ $key }` is blank
    .help = fill in `{ $key }`, or keep `status: draft` until it is issued
declared-total = total `{ $column }` is declared as { $declared }, computed as { $computed } (difference { $difference })
    .help = mend the declared figure, or the wrong row
declared-total-help = mend the declared figure or the wrong row; if it must stay, add `accept: [{"{"}rule: declared-total, at: { $path }, found: { $found }, why: …{"}"}]`
declared-total-rows = the sum of these { $count } rows
declared-total-formula = made by this formula
declared-line-nothing = `{ $row }`, column `{ $column }` is declared, but nothing makes one
    .help = remove the declared figure, or add a figure or a formula for the cell
declared-nothing = total `{ $column }` is declared, but nothing makes one
    .help = remove the declared figure, or add figures or a formula to the column
declared-line = `{ $row }`, column `{ $column }`: declared as { $declared }, computed as { $computed } (difference { $difference })
    .help = mend the declared figure, or the wrong row
declared-total-input = the figure of this row
guess-missing = equal to what is missing: perhaps the declared total leaves out row `{ $row }`
guess-twice = equal to what is too much: perhaps the declared total counts row `{ $row }` twice
guess-swapped = perhaps two digits changed places: { $found } ↔ { $expected }
guess-swapped-here = perhaps two digits of the declared figure changed places
typed-figure = `{ $figure }` equals a figure of a table
    .help = write `{"{{"} { $reference } {"}}"}`, so that it always agrees with the table
near-figure = `{ $figure }` is close to { $computed } of a table
    .help = if it is the same figure, write `{"{{"} { $reference } {"}}"}`
near-figure-place = the figure of the table is made here
missing-glyph = typeface { $font } has no sign for `{ $sign }` ({ $number })
    .help = use another letter or sign
other-paper = the appendix `{ $id }` is printed on A3, the decree names A4 only
    .help = remove `paper: a3` if the table fits on A4; else try `split_columns: true`
unbreakable-word = `{ $word }` is a run of { $length } characters without a space, too long for a line
    .help = add a space where the line may break
idle-accept = the `accept` for `{ $rule }` accepts nothing any more
    .help = remove it, or mend `at`
not-nfc = the word `{ $word }` is typed with separate marks (decomposed Unicode); it is printed as precomposed letters
    .help = no edit is needed; to find the word in the file, retype `{ $word }` with an input method set to precomposed Unicode
abbreviated-issuer = the name of the issuing agency has the abbreviation `{ $word }`
    .help = write the name in full, such as `Ủy ban nhân dân` for `UBND`; only the agency above (`parent`) may be abbreviated
superfluous-parent = `{ $name }` prints no agency above it, but `parent` says `{ $parent }`
    .help = remove `parent`
number-taken = the number `{ $number }/{ $symbol }` is that of `{ $bearer }` in the same year
    .help = look into the register, and mend `number` in one of the two
symbol-form =
    the symbol `{ $symbol }` { $what ->
        [space] has spaces
        [dash] has a long dash
        [number] has the number of the document in it
       *[case] has letters of the wrong case
    }
    .help = write `{ $expected }`; the number of the document goes to `number`
place-form = the place `{ $place }` has a mark or a day behind it
    .help = write `{ $name }` alone; the day goes to `date`
cited-day-zero = `{ $found }` has a zero too few or too many
    .help = write `{ $expected }`
abbreviated-place = the place `{ $place }` is abbreviated
    .help = write it in full, such as `Thành phố Hồ Chí Minh`, `Phường 1`
subject-repeats-kind = the trích yếu repeats the kind `{ $kind }`, which is printed above it
    .help = remove `{ $kind }` at its beginning, and begin the next word with a capital
typed-v-v = the trích yếu begins with `{ $typed }`
    .help = remove `{ $typed }`: the program prints `V/v` itself on a công văn; other kinds have none
subject-full-stop = the trích yếu has a `{ $mark }` at its end
    .help = remove the `{ $mark }`
typed-basis = the line of this basis does not end with `;`
    .help = end this line with `;`; only the last basis ends with a full stop
law-with-number = a law or ordinance is cited as a basis with its number `{ $number }`
    .help = remove `số { $number }`, keep its name and day
incomplete-citation =
    the first citation of `{ $cited }` lacks { $missing ->
        [date] its day
        [issuer] its issuer
       *[abstract] what it is about
    }
    .help =
        { $missing ->
            [date] add `ngày … của …` and its trích yếu behind the symbol
            [issuer] add `của …` and its trích yếu behind the day
           *[abstract] add its trích yếu behind the issuer: `về …`
        }
item-form = the marker is written `{ $found }`, expected `{ $expected }`
    .help = write `{ $expected }` and a space
item-form-bullets = the document has both bullets, `*` and `-`
    .help = use one of them in the whole document
end-mark = the body does not end with `./.`
    .help = add `./.` behind the last sentence
end-mark-early = `./.` stands here, but the body goes on
    .help = write a full stop; `./.` stands only behind the last sentence
signature-prefix =
    `{ $line }`: { $what ->
        [alone] there are no words behind `{ $prefix }`
        [head] `TM.` stands before the name of a collective, not before a person's title
        [deputy] `{ $prefix }` stands before the title of the head, not that of a deputy
        [collective] `{ $prefix }` stands before the title of the head, not the name of a collective
        [order] this line must stand above `{ $prefix }`
       *[self] who signs has the same title as the one signed for
    }
    .help =
        { $what ->
            [alone] go on, such as `TM. Ủy ban nhân dân`, `KT. Chủ tịch`
            [head] write `TM.` and the collective, such as `TM. Ủy ban nhân dân`
            [self] write the title of the deputy into `title`, or remove the line `KT.`
            [order] write `{ $line }` before `{ $prefix }`
           *[other] write `{ $prefix }` and the title of the head, such as `{ $prefix } Chủ tịch`; the title of the signer goes to `title`
        }
deputy-without-prefix = `{ $title }` signs without saying for whom
    .help = add `authority: [KT. …]` with the title of the head, such as `KT. Giám đốc`
other-kind-named = `{ $words }` in a { $kind } that speaks of no document of that kind
    .help = write `{ $expected }`, or say which document is meant
missing-article = `{ $words }` of the document itself, which has { $count } điều
    .help = mend the number, or add what is missing
party-symbol = the symbol `{ $symbol }` is not that of a { $kind } of the Party, expected `{ $expected }`
    .help = write `{ $expected }`: code of the kind, slash, organ; the program prints the hyphen behind the number
party-authority = the authority of the signer is written `{ $line }`, Party documents write `{ $expected }`
    .help = write `{ $expected }`
party-end-mark = a Party document ends with `./.`, expected `.`
    .help = remove `/.` behind the last sentence
authority-form = the authority of the signer is written `{ $line }`, expected `{ $expected }`
    .help = write `{ $expected }`
academic-title = `{ $title }` stands before the name of the signer
    .help = remove `{ $title }`; where the sector allows it, add to `accept`: `{"{"}rule: academic-title, why: …{"}"}`
unneeded-addressee = `{ $kind }` has no Kính gửi
    .help = move the names from `to` to `cc` (Nơi nhận)
recipient-punctuation = `{ $entry }` has a mark in front or behind
    .help = write `{ $mended }` alone: the program sets dashes and marks
file-line-typed = the line `{ $entry }` is typed in Nơi nhận
    .help = remove it and write `file: {"{"}unit: …{"}"}`; the program prints `Lưu: VT, …` at the end
file-line-vt = `unit` says `{ $unit }`, which has `VT` in it
    .help = remove `VT`: the program prints `Lưu: VT, …` itself
file-line-missing = there is no Lưu line at the end of Nơi nhận
    .help = add `file: {"{"}unit: …{"}"}` below `recipients`, with the code of the drafting unit
first-recipient =
    { $what ->
        [article] the first entry of Nơi nhận is not `Như Điều …`
        [nobody] `Như trên` stands in Nơi nhận, but the document has no Kính gửi
       *[missing] there is a Kính gửi, but the first entry of Nơi nhận is not `Như trên`
    }
    .help =
        { $what ->
            [article] add `Như Điều …` (the article that says who carries it out) at the beginning of `cc`
            [nobody] remove `Như trên`, or write the addressees into `to`
           *[missing] add `Như trên` at the beginning of `cc`
        }
typed-appendix-number = `{ $found }` in the body is no appendix printed under that number
    .help = write `{"{{"} appendix("…") {"}}"}` with the name of the table; the program numbers them
capital-unit = `{ $found }` within a sentence has a capital noun
    .help = write `{ $expected }`; a capital stands only before numbers, persons, events
cited-part-case = `{ $found }` has letters of the wrong case
    .help = write `{ $expected }`: Điều is a capital, khoản and điểm are small
type-against-symbol =
    `{ $cited }`: { $what ->
        [letter] a công văn bears no code of a kind, `{ $symbol }` is the symbol of another kind
        [law] a law or ordinance bears `…/QH…`, `…/UBTVQH…`, not `{ $symbol }`
       *[code] a { $kind } bears the code `{ $expected }`; `{ $symbol }` { $other ->
            [none] has it not
           *[kind] is that of a { $other }
        }
    }
    .help = look at the original (kind, number, symbol, day) and mend what is wrong; if the original is printed so, add to `accept`: `{"{"}rule: type-against-symbol, at: "{ $cited }", why: …{"}"}`
decree-without-year = `{ $cited }` lacks the year in its number
    .help = write `{ $expected }`
cited-number-zero = `{ $cited }`: a number below 10 lacks the zero in front
    .help = write `{ $expected }`
incomplete-symbol-joined = `{ $symbol }` lacks the hyphen before the issuer
    .help = write `{ $expected }`
incomplete-symbol = `{ $symbol }` lacks the code of the issuer
    .help = go on with the agency behind the `-`, such as `QĐ-UBND`; if the original is printed so, add to `accept`: `{"{"}rule: incomplete-symbol, at: "{ $symbol }", why: …{"}"}`
symbol-without-unit = the symbol `{ $symbol }` of a công văn lacks the drafting unit or field
    .help = add it behind a `-`, such as `{ $symbol }-VX`
unknown-type-code = the code `{ $found }` is not in Phụ lục III; that of { $kind } is `{ $expected }`
    .help = write `{ $expected }-…` in `symbol`
unknown-type-code-cited = `{ $cited }`: the code `{ $found }` is not in Phụ lục III (it is `{ $expected }`)
    .help = keep it if the document was issued under this symbol
undated-party-citation = `{ $cited }` has no day, and numbers of Party documents recur with every term
    .help = add `ngày … của …` to its first citation
mixed-systems = `{ $cited }` mixes the ways of Party and State
    .help = write `{ $expected }` if it is a Party document
mixed-systems-own = the symbol `{ $symbol }` is written as those of the Party
    .help = write `{ $expected }`: kind, hyphen, agency; the program prints the slash behind the number
mixed-systems-state = `{ $cited }` has hyphen and slash exchanged: a state symbol has the slash right behind the number
    .help = write `{ $expected }`
citation-without-so = `{ $cited }` lacks the word `số`
    .help = write `{ $expected }`
symbol-against-kind =
    the symbol `{ $symbol }` { $what ->
        [other] bears the code `{ $first }` of another kind, the document is a { $kind }
        [none] has no code of a kind, the document is a { $kind }
        [letter] has `CV`, but a công văn bears no code
        [near] has the code `{ $first }`, that of { $kind } is `{ $code }`
        [order] has the code `{ $code }` behind the agency
       *[typed] bears the code `{ $first }`, but a công văn bears none
    }
    .help =
        { $what ->
            [letter] write `{ $expected }`: the symbol of a công văn is agency, hyphen, drafting unit
            [typed] write `{ $expected }` (agency, hyphen, drafting unit), or mend `kind`
           *[other] write `{ $expected }`, or mend `kind`
        }
abolished-unit =
    `{ $unit }` { $what ->
        [later] is there only from { $since }
        [province] ended on { $since } and is now part of { $successor }
        [replaced] ended on { $since } and was replaced by { $successor }
       *[district] ended on { $since }
    }
    .help =
        { $what ->
            [later] write the unit of the day of the document, or mend `from` of the unit in the catalog
            [province] write `{ $successor }`; of what was, say `(cũ)` or `trước {$since}`
            [replaced] write the one of these units that is meant; of what was, say `(cũ)` or `trước {$since}`
            [unit] write the unit that is there; of what was, say `(cũ)` or `trước {$since}`
           *[district] name the commune or the province; of what was, say `(cũ)` or `trước {$since}`
        }
later-citation = `{ $cited }` is dated { $date }, after this document itself
    .help = look at the day of the cited document, or at `date`
duplicate-recipient = `{ $entry }` is named twice
    .help = remove one of the lines
placeholder-left = the issued document still has `{ $found }`
    .help = fill it in, or remove it; write `status: draft` while it is not issued
look-alike-letter = the word `{ $word }` has the letter `{ $sign }` ({ $number }), which is not a Vietnamese letter
    .help = delete the word and type it anew
look-alike-letter-mended = delete the word and type `{ $mended }`
legacy-encoding = text in { $encoding } instead of Unicode: `{ $unicode }`
    .help = copy the Unicode text above, or convert the whole passage (in UniKey: Toolkit, Convert) and paste it again
stray-space-double = there are two spaces in a row behind `{ $word }`
    .help = remove one of them
stray-space-mark = there is a space before `{ $mark }`, behind `{ $word }`
    .help = remove the space
mixed-tone-placement = tones are placed in two ways in one document: `{ $old }` (old) and `{ $new }` (new)
    .help = write `{ $right }` as the other words, or mend those after `{ $word }`
mixed-tone-other = a word of the other way
mixed-quotes = `{ $found }` has straight quotes, the rest of the document has curly ones `“ ”`
    .help =
        { $rest ->
            [none] write `{ $expected }`
           *[other] write `{ $expected }`; there are { $more } more straight quotes
        }
impossible-day = there is no day `{ $day }` in the calendar
    .help = { $last ->
        [none] look at day and month again
       *[other] month { $month } has { $last } days: mend the day or the month
    }
past-deadline = the deadline `{ $day }` lies before the day of the document ({ $own })
    .help = mend the deadline (perhaps its year), or `date`
rate-summed = column `{ $column }` (`{ $sign }`) has no sum, but the total adds it up
    .help = write `total: none` for the column `{ $id }` (or a formula over the totals); if a sum is meant, write `total: sum`
levels-in-names = rows `{ $upper }` and `{ $lower }` are named on two levels, but summed as equals
    .help = nest the lower rows in the upper one (a group), and take numbers and dashes out of the names
levels-in-names-lower = the first row of the lower level
typed-balance = row `{ $name }` says { $found }, but `{ $from }` less `{ $less }` is { $right }
    .help = mend the wrong figure, or let the program compute it: give the row a `formula` in place of its figures
total-not-printed = a row of sums says { $found } in column `{ $column }`, but the column prints no figure there
    .help = say how the total of column `{ $id }` is made: a `formula` of the column, or `total: <formula>`; or take the figure out, or write `accept`
total-left-blank = the row of sums leaves column `{ $column }` blank; the total { $total } will be printed
    .help = write `total: none` for column `{ $id }` if it has no sum; write `total: sum` if a total is wanted
sum-named-unit = row `{ $name }` is named as a sum or a mean, but is summed as a unit
    .help = if it is a sum, mend its figures, or delete it and write `total: { "{" }label: …{ "}" }`; else write `counted: false`, or `accept`
perhaps-total = row `{ $name }` is exactly the sum of { $count } rows from `{ $first }` to `{ $last }`, and is summed together with them
    .help = if it is a total, delete it and write `total`, or put the other rows into a group; if it is there for comparison only, write `counted: false` in the row; if it is a unit of its own, write an `accept`
blank-in-text = `{ $name }` leads to a cell without a figure: the sentence would have a hole
    .help = fill in the cell, or delete this `{ "{{" } … { "}}" }`
part-of-sum = row `{ $name }` is a part of a row of sums; parts of sums cannot be printed
    .help = put it behind the unit that it is a part of, or make a group of the row of sums
kind-not-of-rules = the rules `{ $rules }` know no kind `{ $kind }`
    .help = choose another kind (`{ $known }`), or drop `rules`
words-in-sum = words `{ $words }` in a row of sums or of a group, column `{ $column }`: they are not printed
    .help = move the words to `note` of the table or of the row, or delete them
mark-without-note = mark `{ $mark }` at `{ $text }`: no note below the table begins with `{ $mark }`
    .help = add a line that begins with `{ $mark }` to `note` of the table, or correct the mark
note-without-mark = note `{ $note }`: the table has no mark `{ $mark }`
    .help = add `{ $mark }` behind the figure, row or header that the note is about, or delete the note
task-without-lead = `{ $row }` names no lead agency (column `{ $column }` is blank)
    .help = write the lead agency into the cell
wrong-percentage = `{ $words }`: that is { $computed }%, the text says { $printed }%
    .help = mend the percentage to `{ $computed }%`, or one of the two figures
wrong-sum-share = `{ $part }` is more than `{ $whole }`, of which it is a part
    .help = mend one of the two figures
wrong-sum = the parts named of `{ $whole }` add up to { $sum }
    .help = mend the whole or the wrong part; write figures of a table as `{"{{"} … {"}}"}`
basis-out-of-force =
    the basis `{ $basis }` { $state ->
        [ended] is not in force since { $day }{ $has_successor ->
            [yes] , `{ $successor }` took its place
           *[no] {""}
        }
       *[begins] comes into force only on { $day }
    }
    .help =
        { $has_successor ->
            [yes] put `{ $successor }` in its place, or mend the days in the catalog
           *[no] put what is in force in its place, or mend the days in the catalog
        }
basis-twice = the basis `{ $basis }` stands there twice
    .help = remove one of the lines
basis-twice-first = first here
citation-against-catalog =
    `{ $cited }` says `{ $found }`, the catalog (`{ $id }`) says `{ $expected }`
    .help =
        { $what ->
            [date] write `{ $expected }`, or mend `date` of `{ $id }` in the catalog
           *[kind] write `{ $expected }`, or mend `type` of `{ $id }` in the catalog
        }
unlisted-basis = the body rests on `{ $cited }`, which `legal_bases` do not list
    .help = add it to `legal_bases`
unprinted-basis = the basis `{ $basis }` is printed nowhere
    .help = write `{"{{"} bases {"}}"}` where `body` should print it, or remove the basis
basis-order = the basis `{ $basis }` stands behind `{ $lower }`, which is of lower rank
    .help = put bases from the highest to the lowest: laws, decrees, decisions of the Prime Minister, circulars, province, commune
basis-order-lower = lower rank
unknown-basis = the catalog does not have the basis `{ $basis }`
    .help = add it to `legal_documents` of the catalog and write its id here
untitled-part = `{ $label }` has no title
    .help = write the title behind `{ $label }`, on the same line, such as `{ $label } Quy định chung`
contradicting-percentage = `{ $of }` is given two percentages: `{ $first }` and `{ $second }`
    .help = mend one of them, or say how the two things differ
contradicting-percentage-first = first here
wrong-weekday = `{ $words }`: that day is { $right }
    .help = write `{ $right }`, or mend the day
backward-range = `{ $words }` ends before it begins
    .help = mend one of its ends, or exchange them: from `{ $last }` to `{ $first }`
backward-range-minutes = the meeting ends at `{ $end }`, before it begins (`{ $start }`)
    .help = mend `minutes.end` or `minutes.start`
backward-range-minutes-start = when it begins
impossible-time = there is no `{ $words }`
    .help = look at hour, minute, month or quarter again
year-against-symbol = `{ $symbol }` is a document of { $year }, the day beside it is `{ $day }`
    .help = mend the year in the number or in the day
duration-against-range = `{ $count }` is not what `{ $span }` gives: { $days } days
    .help = mend the number of days, or one of the two days
amount-in-words = `{ $figure }` and `{ $words }` are two numbers
    .help = write `{ $right }`, or mend the figure to `{ $number }`
number-form = the number `{ $found }` has wrong marks
    .help = write `{ $right }`
number-form-groups = the number `{ $found }` has a group that is not of three digits
    .help = write it anew, with three digits behind each point
sum-in-parentheses = `{ $whole }`: the parts `{ $parts }` add up to { $sum }
    .help = mend the sum to `{ $sum }`, or one of the parts
swapped-digits = `{ $figure }` is `{ $computed }` of the table with two digits exchanged
    .help = write `{"{{"} { $reference } {"}}"}`, or leave it if it is another figure
swapped-digits-place = the figure of the table
list-count =
    `{ $words }`, but { $count ->
        [one] { $count } is
       *[other] { $count } are
    } listed
    .help = mend the number to { $right }, or add or drop what is listed
count-against-table =
    the sentence says `{ $words }`, the table `{ $table }` has { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
    .help = mend the number to { $count }, or add or drop rows
count-against-table-place = the rows of this table
unknown-syllable = `{ $word }` is no Vietnamese syllable
    .help = { $right ->
        [none] look at this word again
       *[other] write `{ $right }`
    }
confused-word = `{ $found }` is misspelt
    .help = write `{ $right }`
doubled-word-mark = the mark `{ $mark }` is written twice in a row
    .help = write `{ $right }`
doubled-word = `{ $words }` is written twice in a row
    .help = drop one
unclosed-pair =
    `{ $mark }` has no { $what ->
        [open] opening
       *[close] closing
    } partner
    .help = { $what ->
        [open] add `{ $other }` where it begins, or drop `{ $mark }`
       *[close] add `{ $other }` where it ends, or drop `{ $mark }`
    }
unclosed-pair-space = there is a space inside of `{ $mark }`
    .help = write `{ $right }`
missing-space = a space is missing in `{ $found }`
    .help = write `{ $right }`
spaces-in-symbol = the number and symbol `{ $found }` has a space
    .help = write `{ $right }`
two-spellings-own = the unit of the issuer is written `{ $found }`, otherwise in `issuer`
    .help = write `{ $right }`
two-spellings = one name in two ways: `{ $first }` and `{ $second }`
    .help = write one of them throughout
two-spellings-first = first here
symbol-against-issuer = the symbol `{ $symbol }` is that of `{ $other }`, the issuer is `{ $issuer }`
    .help = write `{ $right }`, or mend the issuer
issuer-against-symbol = `{ $symbol }` is a symbol of `{ $body }`, the sentence says `{ $issuer }`
    .help = mend the issuer to `{ $body }`, or mend the symbol
law-without-date = the basis `{ $law }` lacks its day
    .help = add `ngày … tháng … năm …` right behind the name
cited-differently = one document has two { $what ->
        [date] days
        [issuer] issuers
       *[number] numbers
    }: `{ $first }` and `{ $second }`
    .help = mend the wrong one
cited-differently-first = first here
act-of-ended-body-recipient = `{ $body }` is no more since { $since }
    .help = send it to `{ $successor }`, which has its tasks
act-of-ended-body = `{ $cited }` of { $day } names `{ $body }`, which is no more since { $since }
    .help = look at the day or the issuer again
act-of-ended-body-basis = the basis `{ $cited }` is of `{ $body }`, which is no more since { $since }; acts of districts end on 01/3/2027 at latest
    .help = put the act of the province or the commune in its place
place-against-issuer = the place is `{ $place }`, the issuer is of `{ $unit }`
    .help = write `{ $right }`, or mend the issuer
authority-against-signature = the authority is `{ $authority }`, the signature says `{ $line }`
    .help = { $what ->
        [title] drop the line `{ $line }`, or write the collective into `issuer.authority`
       *[body] write `TM. { $authority }`, or mend `issuer.authority`
    }
collective-without-tm = a document of `{ $body }` is signed without a line `TM.`
    .help = put `TM. { $body }` first in `signatory.authority`
tm-of-head = `{ $line }`: `{ $issuer }` is led by its head, who signs for no collective
    .help = drop the line `{ $line }`
delegated-signature = `{ $title }` signs `{ $line }`{ $what ->
        [order] {" "}without saying for which head of a unit
       *[power] : who is authorised may not authorise others
    }
    .help = { $what ->
        [order] add `KT. { $head }` behind `{ $line }`
       *[power] let the head of the unit sign, or write `TL.`
    }
signer-name-form = the name of the signer is written `{ $name }`
    .help = write `{ $right }`
as-of-article = `{ $entry }` in Nơi nhận, the document has { $count } điều
    .help = { $count ->
        [0] drop this line
       *[other] write `Như Điều { $count }`, or the number of the điều that names who carries it out
    }
missing-addressee = a `{ $kind }` has Nơi nhận, but nobody under Kính gửi
    .help = add `to: […]` to `recipients`
subject-begins-about = the title of the `{ $kind }` begins with `{ $words }`
    .help = write `{ $right }`
nothing-attached = `{ $words }`, but nothing is attached
    .help = add `enacts`, or a table below `targets` and `{"{{"} appendix("…") {"}}"}`, or mend the sentence
addressee-order = `{ $entry }` stands behind `{ $lower }`, which is of lower rank
    .help = put `{ $entry }` before `{ $lower }`
typed-enacting-words = `{ $words }` typed in the body is printed twice
    .help = { $what ->
        [basis] move this line to `legal_bases`, without its mark
       *[verb] drop this line: the program prints it
    }
single-braces = `{ $found }` has single braces and is printed as it stands
    .help = write `{ $right }`
single-braces-field = a reference such as `{ $found }` cannot stand here and is printed as it stands
    .help = write the figure or the name itself, or move the sentence to `body`
literal-asterisk = `{ $found }` is printed with `{ $mark }`
    .help = { $what ->
        [field] drop `{ $mark }`: there is no bold or italic type here
       *[body] write `{ $mark }` close to the words at both ends, or drop it
    }
parts-above-whole = `{ $row }`, column `{ $column }`: its parts are together { $sum }, more than { $whole }
    .help = mend the figure of the row, or those of its parts
parts-unlike-whole = `{ $row }`, column `{ $column }` is { $whole }, its parts are together { $sum } (difference { $difference })
    .help = mend the figure of the row, or those of its parts
parts-against-whole-help = mend the figure of the row or those of its parts; if it must stay, add `accept: [{"{"}rule: parts-against-whole, at: { $path }, found: { $found }, why: …{"}"}]`
part-of-whole = this part: { $figure }
task-lead-and-support = `{ $row }`: `{ $unit }` both leads and helps
    .help = remove `{ $unit }` from those who help, or mend who leads
task-deadline-unread = `{ $row }`: deadline `{ $due }` is no day, month, quarter or year that can be read
    .help = write `30/6/2026`, `Tháng 6`, `Quý II/2026`, `Năm 2026`, or `Thường xuyên`
task-deadline-past = `{ $row }`: deadline `{ $due }` is over before the day of the document
    .help = mend the deadline
unknown-task-unit = `{ $row }`: `{ $unit }` is not in the catalog
    .help = did you mean `{ $nearest }`
row-named-twice = row `{ $name }` stands twice in one group, and is counted twice
    .help = remove one of them, or mend its name
place-capital = the place `{ $place }` begins with a small letter
    .help = write `{ $right }`
sentence-case = `{ $found }` has wrong capitals
    .help = write `{ $right }`
person-name-case = `{ $found }` has wrong capitals
    .help = write `{ $right }`
place-name-case = `{ $found }` has wrong capitals
    .help = write `{ $right }`
agency-name-case = `{ $found }` has wrong capitals
    .help = write `{ $right }`
title-case = `{ $found }` has wrong capitals
    .help = write `{ $right }`
document-name-case = `{ $found }` has wrong capitals
    .help = write `{ $right }`
time-name-case = `{ $found }` has wrong capitals
    .help = write `{ $right }`
award-name-case = `{ $found }` has wrong capitals
    .help = write `{ $right }`
parts-with-commas = `{ $found }`: parts cited from small to large have no commas
    .help = write `{ $right }`
enacting-subject = { $what ->
        [subject] the trích yếu does not begin with `Ban hành` or `Phê duyệt`, though a document is attached
       *[article] the first điều does not say `kèm theo`, though a document is attached
    }
    .help = { $what ->
        [subject] write `Ban hành …` or `Phê duyệt …`
       *[article] write `Ban hành kèm theo { $kind } này …`
    }
fewer-copies = the Lưu line says { $copies } copies, Nơi nhận has { $entries } entries
    .help = mend `copies`: { $entries } at least
correction-kind = { $what ->
        [correct] a correction by a `{ $kind }`, must be a công văn
       *[amend] a `{ $kind }` amends a `{ $other }`: must be of the same kind
    }
    .help = { $what ->
        [correct] change `kind` to `cong-van`, or amend by a document of the same kind if the content is wrong
       *[amend] change `kind` to that of the amended document
    }
field-length = `{ $field }` has { $length } characters, the field has room for { $most }
    .help = shorten it to { $most } characters
idle-accept-changed = the `accept` for `{ $rule }` was written for `{ $old }`, now it is `{ $found }`
    .help = look again: if it stays, write `found: { $written }`; else remove this line
idle-accept-unbound = the `accept` for `{ $rule }` does not say which figures it accepts: `{ $found }`
    .help = add `found: { $written }` to this line
idle-accept-wide = the `accept` for `{ $rule }` does not say which place it accepts
    .help = add `at: …`, one line for each: { $subjects }
level-of-error = `{ $rule }` is an error, which `vanthu.yaml` cannot lower
    .help = remove this line; where a document has a reason, write `accept: [{"{"}rule: { $rule }, why: …{"}"}]` in it

## T, P: templates and Typst

template-error = the template cannot be used: { $cause }
    .help = mend the file in `templates`, or remove it to use the built-in one
typst-error = Typst cannot set the text made from the template: { $cause }
    .help = mend the file in `templates`, or remove it to use the built-in one
typst-font = { $cause }
    .help = mend the name of the typeface in the template, or add its folder to `font_paths`
typst-convergence = the layout does not come to rest: { $cause }
    .help = mend the file in `templates`
typst-standard = a PDF of the chosen standard cannot be written: { $cause }
    .help = mend the file in `templates`
typst-warning = Typst warns: { $cause }
page-part =
    { $part ->
        [cell] table `{ $table }`, row `{ $row }`, column `{ $column }`
        [header] table `{ $table }`, heading `{ $column }`
        [beside] table `{ $table }`
        [appendix] head of the appendix `{ $table }`
        [head] head of the document
        [signature] signature and recipients
       *[paragraph] body
    }
page-lost = { page-part }: `{ $text }` is not printed, or not all of it
page-misplaced = { page-part }: `{ $text }` is printed in another place
page-unexpected = { page-part }: `{ $text }` is printed before it and should not be
page-overlap = { page-part }, page { $page }: `{ $text }` touches or covers `{ $other }`
page-outside = { page-part }, page { $page }: `{ $text }` reaches { $by } mm too far
page-across = { page-part }, page { $page }: `{ $text }` crosses the border of its cell by { $by } mm
page-empty = there is no text on page { $page }
page-lone-head = { page-part }: the head stands alone on page { $page }, the table begins on the next one
table-too-wide = the table `{ $table }` is too wide: { $by } mm are missing, words of its columns would cover each other
table-too-wide-options = add one of these lines to the table: { $options }
table-too-wide-appendix = make it an appendix on its side: write `{"{{"} appendix("{ $table }") {"}}"}` instead of `{"{{"} table("{ $table }") {"}}"}` and add a `title`{ $options ->
    [none] { "" }
   *[some] ; or add one of these lines to the table: { $options }
 }
table-too-wide-none = remove columns, put a space into the longest word, or make two tables of it
page-help-table = put a space into the long word, shorten the heading, or give the table fewer columns
page-help-text = write less here, or put a space into the long word
page-help-templates = mend the file in `templates`, or remove it to use the built-in one
page-help-other = ask whoever sent the PDF: it was changed, or its sources were
page-help-report = this is a fault of the program: send this file to whoever maintains it; meanwhile try to write less here
read-too-slow = reading and checking this file took more than { $seconds } seconds and was stopped
    .help = split the file or its file of rows; or allow more time with the variable `VANTHU_TIME_LIMIT` (seconds)
read-too-much-memory = reading and checking this file took more than { $megabytes } MB of memory and was stopped
    .help = split the file or its file of rows; or allow more with the variable `VANTHU_MEMORY_LIMIT` (MB)
too-slow = the document took more than { $seconds } seconds and was stopped
    .help = look at the project's own `templates/`, or give it more time with `--time-limit`
too-much-memory = the document took more than { $megabytes } MB of memory and was stopped
    .help = look at the project's own `templates/`, split a table that is too long, or give it more with `--memory-limit`
crashed = the program that set this document broke down ({ $status })
    .help = build this document alone; if it is the same, look at the project's own `templates/`
crashed-stack = the document is nested too deeply: no stack was left to set it
    .help = look at the project's own `templates/`: a function may call itself without end

## Failures: exit code 2

read-failed =
    cannot read `{ $path }`: { $why ->
        [missing] there is no such file or folder
        [denied] permission denied
        [folder] it is a folder
        [no-folder] a file stands on its path where a folder must be
        [full] the disk is full
        [read-only] the disk is read-only
       *[other] { $cause }
    }
write-failed =
    cannot write `{ $path }`: { $why ->
        [missing] there is no such file or folder
        [denied] permission denied
        [folder] it is a folder
        [no-folder] a file stands on its path where a folder must be
        [full] the disk is full
        [read-only] the disk is read-only
       *[other] { $cause }
    }
engine-missing = cannot run the Typst program `{ $program }`: { $cause }; name it with VANTHU_TYPST, or use `--engine embedded`
engine-version = program `{ $program }` is `{ $found }`, expected typst { $wanted }; name another one with VANTHU_TYPST, or use `--engine embedded`
engine-crash = the Typst program `{ $program }` stopped abnormally ({ $status }): { $said }
engine-timeout = the Typst program `{ $program }` ran for more than { $seconds } seconds and was stopped
engine-flood = the Typst program `{ $program }` wrote too much and was stopped
engine-garbage = the Typst program `{ $program }` ended well, but wrote no whole PDF
internal = an error within the program: { $cause }; please send this file to its makers
template-broken = a built-in template is broken: { $cause }
font-unknown = there is no typeface `{ $family }`; there are: { $known }
font-lacks = typeface `{ $family }` lacks the style { $style }
engine-absent = this vanthu has no Typst within; use `--engine typst-cli`
same-output = `{ $first }` and `{ $second }` both make `{ $out }`; rename one of them
nothing-found = there is no document in `{ $path }`
outside-project = `{ $path }` is outside of the project folder `{ $project }`
explain-unknown = there is no rule `{ $code }`; there are: { $known }
epoch-bad = SOURCE_DATE_EPOCH is `{ $value }`, which is no number of seconds
usage = { $cause }
usage-unknown = there is no argument `{ $value }`
usage-command = there is no command `{ $value }`; there are: { $known }
usage-value = `{ $value }` is not a value of { $arg }; there are: { $known }
usage-missing = { $arg } is missing

## Building many documents

worker-missing = `{ $program }` cannot be started to build documents: { $cause }
changed-meanwhile = settings, templates or fonts were changed during the build; run it again
waiting = another build is at work in the output folder; waiting for it
state-damaged = the records in `{ $path }` are damaged or of another version and are not used; documents are built anew
state-foreign = the records in `{ $path }` are of another project and are not used; documents are built anew
output-missing = `{ $path }` was no longer there and is built anew
output-edited = `{ $path }` was changed by somebody and is built anew
stale-moved = `{ $path }` is of an earlier version of its source and was moved to `{ $to }`
stale-kept = `{ $path }` is still of an earlier version of its source
orphan = `{ $path }` has no source any more; `vanthu build --prune` removes it
orphan-kept = `{ $path }` has no source any more, but was changed by somebody and is kept
would-prune = `{ $path }` has no source any more; `--prune` would remove it
pruned = `{ $path }` was removed: it has no source any more
why-new = nothing is known of it
why-forced = asked for by `--force`
why-errors = it could not be built the last time
why-recipe = changed: { $parts }
why-changed = `{ $path }` has changed
why-missing = `{ $path }` is no longer there
why-edited = `{ $path }` was changed by somebody
why-not-yet = there is no `{ $path }` yet
why-number = its number is taken by another document now, or no longer
part-program = the program
part-engine = Typst
part-settings = vanthu.yaml
part-catalog = the catalog
part-templates = templates
part-fonts = fonts
part-issued = folder issued
part-arguments = arguments or environment
summary-dry =
    { $files ->
        [one] { $files } document
       *[other] { $files } documents
    }, { $stale } would be built; { $counts }
summary-verified-pdf =
    { $files ->
        [one] { $files } PDF file
       *[other] { $files } PDF files
    }, { $same } as the sources inside say; { $counts }
summary-verified =
    { $files ->
        [one] { $files } document
       *[other] { $files } documents
    }, { $same } as their sources say; { $counts }
verify-missing = `{ $path }` is not there ({ $why })
verify-other = `{ $path }` is not what its source gives ({ $why })
verify-unknown = it is not known what it was built from
verify-program = built by vanthu { $before }, this is { $now }
verify-parts = changed: { $parts }
verify-input = source `{ $path }` has changed
verify-edited = source and program are the same: somebody changed the output
verify-pdf-mixed = name PDF files or directives to verify, not both at once
verify-pdf-same = `{ $path }` is, byte for byte, what the sources inside it give (fingerprint of the sources: { $fingerprint })
verify-pdf-other = `{ $path }` is not what the sources inside it give: { $why }
verify-pdf-nothing = `{ $path }` cannot be compared: { $why }
verify-pdf-none = it has no sources inside; a document with `pdf: {"{"}attach: [source]{"}"}` has them, a copy for one recipient never does
verify-pdf-bad = the sources inside are not those of their list, or the list is none of vanthu
verify-pdf-no-pdf = it is no PDF, or a damaged or encrypted one
verify-pdf-too-much = the files inside are more or larger than those of any document
verify-pdf-foreign = the files inside are not written as vanthu writes them
verify-pdf-settings = the `vanthu.yaml` inside the PDF cannot be used
verify-pdf-not-built = the sources inside give no document
verify-pdf-text = its pages say something else, see above
verify-pdf-same-text = its pages say the same, but bytes are other ones
verify-pdf-appended = { $bytes } bytes were added behind the document, such as a digital signature
verify-pdf-file = the file `{ $name }` inside is another one
verify-pdf-program = made by { $before }, this is { $now }
verify-pdf-fonts = made with another typeface (`{ $before }`, here `{ $now }`): name its folder with `--font-path`
watching =
    watching { $files ->
        [one] { $files } document
       *[other] { $files } documents
    }; Ctrl-C ends it
watch-failed = the folders cannot be watched: { $cause }
watch-built = { $path } ({ $time } ms)
figures-more =
    and { $count ->
        [one] { $count } more figure
       *[other] { $count } more figures
    }

## Two states compared

diff-heading = { $before } compared with { $after }
diff-work-tree = the files as they are
diff-nothing = no document has changed
diff-summary-none = nothing is different on paper
diff-summary-changed = { $count } different on paper
diff-summary-same = { $count } changed, but the same on paper
diff-summary-unknown = { $count } not known to be the same on paper
diff-shared = shared by all and changed: { $path }
diff-left-out = { $count } lighter documents are not told here: see them with `vanthu diff`
diff-authored = changed by the author
diff-follows = follows from it
diff-aside = not to be seen on paper
diff-findings = findings
diff-finding-new = new
diff-finding-gone = gone
diff-of-table = table “{ $title }”
diff-head-row = row
diff-head-column = column
diff-head-before = before
diff-head-after = now
diff-head-by = difference
diff-state-added = a new document: { $paragraphs } paragraphs, { $tables } tables
diff-state-removed = this document is gone: { $paragraphs } paragraphs, { $tables } tables
diff-state-renamed = the file was renamed from { $from }
diff-state-split = split from { $from }: { $paragraphs } paragraphs, { $tables } tables come from there
diff-reason = the file itself has not changed; this follows from { $paths }
diff-reason-too = this follows from { $paths }, too
diff-unreadable-before = the file had errors and made no document: its content cannot be compared
diff-unreadable-after = the file has errors and makes no document: its content cannot be compared
diff-paper-same = nothing is different on paper
diff-progress = comparing
diff-paper-unset = not set, so it is not known whether paper is different: templates, typeface or standard of PDF have changed
diff-unprinted-before = it had errors and could not be printed: this is what the files say
diff-unprinted-now = it has errors and cannot be printed: this is what the files say
diff-pages = pages: { $before } → { $after }
diff-pages-same = pages: { $pages }, as before
diff-pages-one = pages: { $pages }
diff-sheets = pages that are different
diff-sheet-before = page { $page }, before
diff-sheet-after = page { $page }, now
diff-sheet-none = there is no such page
diff-blank = (blank)
diff-cell = { $row } · { $column }: { $before } → { $after }
diff-by = { $difference }
diff-by-points = { $difference } percentage points
diff-swapped = exchanged with { $row }
diff-hidden = (column not printed)
diff-added =
    { $what ->
        [group] new group
        [column] new column
       *[row] new row
    } { $name }
diff-removed =
    { $what ->
        [group] removed group
        [column] removed column
       *[row] removed row
    } { $name }
diff-renamed =
    { $what ->
        [group] group
        [column] column
       *[row] row
    } { $from } is { $name } now
diff-moved =
    { $what ->
        [group] group
        [column] column
       *[row] row
    } { $name } moved behind { $behind }
diff-reordered =
    { $what ->
        [column] columns in another order
       *[other] rows in another order
    }: { $count } moved ({ $names })
diff-moved-first =
    { $what ->
        [group] group
        [column] column
        [table] table
        [appendix] appendix
       *[row] row
    } { $name } moved to the front
diff-table-added =
    { $what ->
        [appendix] new appendix
       *[table] new table
    } “{ $name }”, { $rows } rows, { $columns } columns
diff-table-removed =
    { $what ->
        [appendix] removed appendix
       *[table] removed table
    } “{ $name }”, { $rows } rows, { $columns } columns
diff-moved-away =
    { $what ->
        [appendix] appendix
       *[table] table
    } “{ $name }” moved to { $to }
diff-table-id = name of the table in the file: { $from } → { $name }
diff-words = { $at }: { $text }
diff-value = { $label }: { $before } → { $after }
diff-text = { $label }: { $text }
diff-entry-added = { $label }: new “{ $text }”
diff-entry-removed = { $label }: removed “{ $text }”
diff-entry-moved = { $label }: moved “{ $text }”
diff-list-bases = legal bases
diff-list-to = addressees
diff-list-cc = recipients
diff-paragraph-added = { $at }: new paragraph “{ $text }”
diff-paragraph-removed = { $at }: removed paragraph “{ $text }”
diff-paragraph-moved = { $at }: paragraph moved here “{ $text }”
diff-paragraph-restyled = { $at }: set in another style “{ $text }”
diff-paragraph-away = { $at }: moved to { $to } “{ $text }”
diff-at-other = { $marker }
diff-at-clause = clause { $number }
diff-at-point = point { $letter }
diff-at-heading-line = heading
diff-at-paragraph = paragraph { $number }
diff-at-appendix = appendix “{ $title }”
diff-at-enacted = enacted { $nth }
diff-accept-added = accepted { $rule }: { $why }
diff-accept-removed = no longer accepted { $rule }: { $why }
diff-accept-changed = accepted in another way { $rule }: { $why }
diff-copies-changed = { $count } of { $total } copies change: { $names }
diff-copies-added = { $count } copies are new: { $names }
diff-copies-removed = { $count } copies are gone: { $names }
diff-look = something is different on paper that this comparison has no name for: look at both PDFs
diff-look-house = set in another way: templates, typeface or measures of the page
diff-more =
    … and { $count ->
        [one] { $count } line more
       *[other] { $count } lines more
    }
diff-property-title = title of the table
diff-property-unit = unit
diff-property-row-header = header over the rows
diff-property-index-header = header over the running numbers
diff-property-numbered = row of column numbers
diff-property-orientation = orientation
diff-property-paper = paper
diff-property-split-columns = split by columns
diff-property-table-size = smallest type
diff-property-total-label = label of the totals
diff-property-total-place = place of the totals
diff-property-header = header
diff-property-column-unit = unit of the column
diff-property-type = type of the column
diff-property-formula = formula
diff-property-total-rule = rule of totals
diff-property-hidden = hidden column
diff-property-working = appendix of the working
diff-property-numbering = numbering
diff-property-code-header = header of codes
diff-property-unit-header = header of units
diff-property-note-header = header of notes
diff-property-notes = notes
diff-property-source = source
diff-property-width = width
diff-property-row-code = code
diff-property-row-label = label
diff-property-row-unit = unit of the row
diff-property-row-note = note of the row
diff-property-row-role = role of the row
diff-property-row-formula = formula of the row
diff-property-signers = signatures
diff-property-printed = printing
diff-property-form = form
diff-property-tasks = columns of tasks
diff-property-declared = declared figure
diff-field-kind = kind
diff-field-rules = rule set
diff-field-status = status
diff-field-number = number
diff-field-symbol = symbol
diff-field-place = place
diff-field-date = date
diff-field-subject = subject
diff-field-urgency = urgency
diff-field-circulation = circulation
diff-field-parent = parent body
diff-field-issuer = issuer
diff-field-cited-as = issuer as appendices name it
diff-field-authority = authority
diff-field-contact = contact
diff-field-file-note = file note
diff-field-signed-for = signed for
diff-field-signed-as = title of who signs
diff-field-office = other office of who signs
diff-field-signed-by = who signs
diff-field-enacted-kind = kind of the enacted document
diff-field-appendix-title = title of an appendix
diff-field-appendix-signed = who signs an appendix
diff-field-copied-document = document that is copied
diff-field-enacted-subject = subject of the enacted document
git-missing = `git` cannot be started ({ $cause }): install git, or compare two files or folders with `vanthu diff --no-index OLD NEW`
git-no-repository = `{ $path }` is in no git repository: run it in one, or compare two files or folders with `vanthu diff --no-index OLD NEW`
git-failed = git could not do its work: { $cause }
git-no-commit = the git repository has no revision to compare with yet
git-unknown-revision = the git repository has no revision `{ $name }`
git-shallow-revision = there is no revision `{ $name }`: this git repository has a part of the history only; get the rest with `git fetch --unshallow`
git-absent-object = the git repository lacks the content of `{ $path }`: get it with `git fetch`
git-no-merge-base = `{ $before }` and `{ $after }` have no common origin in this git repository
git-bare = the git repository has no work tree: name two revisions, such as `vanthu diff HEAD~1 HEAD`
diff-no-such-path = there is no `{ $path }` in either state
diff-usage = `{ $value }` is no revision of git, nor a file or folder that is there: a path that is gone stands behind `--`
diff-two-paths = to compare two files or two folders, name exactly two paths of one kind
diff-office-broken = the settings of { $state } have errors: { $message }
diff-templates-broken = the templates of { $state } have errors: { $message }
diff-installed = set in this git repository: diff.vanthu.command = { $command }
diff-attributes = add these lines to .gitattributes, and commit it:
diff-driver-usage = git calls this command with seven arguments, here are { $count }
diff-driver-unmerged = in conflict, not merged yet
## A figure explained: `vanthu explain FILE FIGURE`

not-a-file = `{ $path }` is a folder; name the file of a document
figure-no-tables = this document has no table
figure-no-value = no figure is printed as `{ $value }`
figure-form = `{ $name }` is not understood; write `table.row.column`, `table.total.column`, the name of a row, or a number as it is printed
told-blank = (blank)
told-rounded = rounded, exactly { $exact }
told-input = written by the author at { $place }
told-formula = formula `{ $formula }` ({ $place })
told-across = computed across it is the same, by formula `{ $formula }` ({ $place })
told-amount = what is spread: `{ $formula }` ({ $place })
told-with-blank = a cell is blank, so there is no result
told-adjusted = shares are rounded by the method of the largest remainder, so that the rows add up to exactly 100
told-sum =
    sum of { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
told-least =
    least of { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
told-greatest =
    greatest of { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
told-average =
    the mean of { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
told-count =
    { $count ->
        [one] 1 row holds a figure
       *[other] { $count } rows hold a figure
    }
told-blank-rows =
    { $count ->
        [one] 1 row is blank and not counted
       *[other] { $count } rows are blank and not counted
    }
told-more = … and { $count } more; `--all` prints them
told-above = told above
told-nothing = nothing makes a figure here
told-column-sum = sum of column `{ $column }`: { $value }
told-column-least = least of column `{ $column }`: { $value }
told-column-greatest = greatest of column `{ $column }`: { $value }
told-column-average = the mean of column `{ $column }`: { $value }
told-column-count = rows with a figure in column `{ $column }`: { $value }
told-column-rank = place in column `{ $column }`: { $value }
told-allocated = spread in proportion to column “{ $by }”
told-share = in proportion: { $left } × { $weight } / { $weights } = { $exact }
told-floor = held by the floor: { $exact }
told-cap = held by the cap: { $exact }
told-fixed = settled beforehand: { $exact }
told-remainder-up = rounded down to { $whole }, and one unit more, for its remainder is among the { $count } largest: { $result }
told-remainder-down = rounded down to { $whole }; its remainder is not among the { $count } largest: { $result }
told-agrees = declared as { $declared } ({ $place }): agrees
told-differs = declared as { $declared } ({ $place }): does not agree, difference { $difference }
told-accepted = accepted: { $why }
told-printed = printed in
told-not-printed = printed nowhere
told-table = the table in the text
told-working = { $appendix } (working of the allocation)
told-page = page { $pages }/{ $of }
told-no-page = page not known
told-no-engine = page not known: this vanthu has no Typst within
told-not-set = page not known: the document cannot be set yet
told-typed = { $words } is also typed at { $place }, and follows no table

## Editors: vanthu lsp

lsp-fix = replace with `{ $text }`
lsp-fix-all = apply all safe edits: { $count }
lsp-more-rows =
    … { $count ->
        [one] { $count } more row
       *[other] { $count } more rows
    }
lsp-table = { $rows } rows, { $columns } columns
lsp-from = in force from { $date }
lsp-until = not in force after { $date }
lsp-unit-until = existed until { $date }
lsp-replaced = replaced by `{ $id }`
lsp-rename-row = the row name `{ $value }` cannot be used: it must not be blank or contain double quotes
lsp-rename-taken = the name `{ $value }` is taken
lsp-rename-workbook = the name is in the workbook `{ $file }`; change it there first

## In the browser: vanthu preview

preview-ready = open the address above in a browser of this machine; Ctrl+C ends
preview-no-engine = this program has no Typst inside and cannot draw pages; use `vanthu build --engine typst-cli`
preview-title = document preview
preview-skip = skip to the pages
preview-document = document
preview-zoom = page size
preview-smaller = smaller
preview-larger = larger
preview-pages = pages
preview-beside = findings and source
preview-findings = findings
preview-explanation = where this figure comes from
preview-close = close
preview-source = source file
preview-editor = open in VS Code
preview-changed = changed figures
preview-page = page
preview-line = line
preview-failed = not built yet, see the findings
preview-stale = old pages: the document has errors
preview-clean = nothing to correct
preview-gone = the connection to vanthu preview is lost
preview-none = the project has no documents yet

## Issuing: `vanthu issue`

bad-record = `{ $value }` in { $file } cannot be used
    .help = take this file back from git; where two branches were merged with a conflict, keep both lines
record-without-file = by { $file } `{ $path }` was issued, but there is no such file
    .help = take the file back from git; if it was renamed or moved, run `vanthu issue NEW-FILE`
record-moved = by { $file } `{ $path }` was issued; that file is `{ $to }` now
    .help = run `vanthu issue { $to }` so that the record has the new name, then commit
record-twice = { $file } has a second entry of a document: `{ $value }`
    .help = keep one of the two entries, delete the other
issued-changed = document { $document } was issued on { $date }, but no longer says what it said then
    .help = { $state ->
        [withdrawn] restore what it said: a withdrawn document keeps its file and its number; write the new document in another file
       *[issued] restore what it said; if a document corrects or amends it, run `vanthu issue FILE --correct "Công văn số …"`, for a withdrawal `vanthu issue FILE --withdraw "Thông báo số …"`
    }
issued-changed-what = { issued-changed }: { $change }{ $more ->
        [no] { "" }
       *[yes] ; other changes: { $others }
    } ({ $files })
    .help = { issued-changed.help }
issue-issued = this document is issued already
    .help = wrong content is amended by a document of equivalent form, wrong format is corrected by a công văn; then edit the file and run `vanthu issue FILE --correct "Công văn số …"`
issue-recorded = this document was issued already: { $document } on { $date }
    .help = put `status: issued` back; a new document goes into another file
issue-no-number = there is no number
    .help = add `--number 49`
issue-no-date = there is no day of issue
    .help = add `--date 2026-03-05`
issue-write-day = write year-month-day: `--date 2026-03-05`
issue-other-number = the file has number { $known }, asked for is { $asked }
    .help = change one of the two
issue-other-date = the file has date { $known }, asked for is { $asked }
    .help = change one of the two
issue-dirty = some files are not committed: { $files }
    .help = commit these changes or take them back; or add `--allow-dirty`
issue-no-repository = the project folder is in no git repository
    .help = run `git init` and commit; or add `--allow-dirty`
issue-no-git = this machine has no program git
    .help = install git; or add `--allow-dirty`
issue-uneditable = `{ $key }` cannot be written into this file
    .help = write `status: issued`, `number: …` and `date: …` by hand, each on a line of its own, then run `vanthu issue FILE --correct "reason"`
issue-findings =
    not issued: there { $count ->
        [one] is { $count } finding
       *[other] are { $count } findings
    } above; mend them, or answer for them with `accept`
issue-no-pdf = the PDF is not recorded: { $why }
fixed-accept = `{ $path }`: { $what }; `found` was changed, read the reason `why` again
fixed = findings fixed in `{ $path }`: { $count }
fix-outside = `{ $path }` is outside the project folder and was not changed
fix-changed = `{ $path }` was saved during the check and was not changed; run the command again
diff-format = `--diff` prints the edits and cannot be used with `--format json`, `github` or `sarif`
number-order = { $document } (`{ $path }`) is of { $day }, before { $other } (`{ $other_path }`) of { $other_day }
    .help = numbers follow the days of issue (NĐ 30/2020/NĐ-CP, Điều 15 khoản 1): correct the number or the day of one of both
number-gap = in { $year } no document of `{ $issuer }` has the number: { $numbers }
    .help = ignore this if these numbers belong to documents kept elsewhere
register-done =
    { $count ->
        [one] { $count } issued document
       *[other] { $count } issued documents
    }
issue-waiting = another run is issuing in this project; waiting for it
issue-completed = an earlier run was ended while it issued `{ $path }`; completed now, the document is issued
issue-reverted = an earlier run was ended while it issued `{ $path }`, and the file was changed since; that run was undone, the document is not issued
issue-moved = { $document } is at `{ $to }` now, before at `{ $from }`; recorded, commit it with the file
issue-done = issued { $document } on { $date }; commit both files
issue-corrected = recorded the correction of { $document }; commit both files
issue-withdrew = recorded that { $document } is withdrawn; commit the folder issued
issue-withdrawn = this document was withdrawn
    .help = write the new document in another file, with a new number
issue-draft = this document is still a draft
    .help = run `vanthu issue FILE --number … --date …`
issue-unchanged = the document says what it said when it was issued
    .help = there is nothing to record
issue-not-recorded = the record of issued documents (folder issued) does not have this document
    .help = only what was issued with `vanthu issue` can be withdrawn
issue-correct-by = the reason names no document that may correct or amend { $kind }
    .help = wrong form is corrected by a công văn, wrong content is amended by a document of the same kind; give the number of that document, such as `--correct "Công văn số 57/UBND-VX đính chính"`
issue-withdraw-by = the reason gives no number of the document that withdraws or replaces this one
    .help = give the number of that document, such as `--withdraw "Thông báo số 12/TB-UBND thu hồi"`
issue-reason = a reason is one line of 1 to 500 characters
    .help = such as `--correct "Công văn số 57/UBND-VX đính chính"`

## Getting started: `vanthu init`, `vanthu new`, `vanthu doctor`

new-done = created `{ $path }`; fill in { $blanks } places marked `[…]`, then run `vanthu build`
new-exists = `{ $path }` exists and was not overwritten; choose another name
new-kind = there is no kind of document `{ $kind }`; choose one of: { $known }
new-extension = the file name `{ $path }` must end in `.yaml`
init-done = the project in `{ $folder }` is ready: go to that folder, run `vanthu build`, then open the PDF of `{ $document }` in `out`
init-exists = there is a project here already: `{ $path }`; choose another folder
init-kept = `{ $path }` exists and was kept
doctor-good = good
doctor-advice = advice
doctor-problem = problem
doctor-program = vanthu { $version } (Typst { $typst })
doctor-project = project: `{ $path }`
doctor-no-project = `{ $path }` is not a project: it has no vanthu.yaml; create a project with `vanthu init DIR`, or go to the folder of one
doctor-font = font: { $family }
doctor-other-font = font: { $family }, as wide as Times New Roman; if this machine has Times New Roman, add its folder to `font_paths` in vanthu.yaml
doctor-embedded = Typst { $version } is part of the program
doctor-not-embedded = this program was built without Typst; install Typst { $version } and write `engine: typst-cli` into vanthu.yaml
doctor-typst = external Typst: `{ $program }`, version { $version }
doctor-git = the project is in a git repository
doctor-no-repository = the project is in no git repository: run `git init` to use `vanthu diff` and `vanthu issue`
doctor-no-git = this machine has no git: install git to use `vanthu diff` and `vanthu issue`
doctor-output = `{ $path }` is writable
doctor-locale = locale of the terminal: { $locale }
doctor-other-locale = the terminal may not show Vietnamese (locale `{ $locale }`); run `export LANG=C.UTF-8`
doctor-schema = `{ $path }` belongs to another version; update it with `vanthu schema { $subject } > { $path }`

## Help

about = Vietnamese administrative documents from YAML, as Nghị định 30/2020/NĐ-CP asks
usage-heading = Usage
heading-arguments = Arguments
heading-options = Options
heading-commands = Commands
command-build = make documents: YAML files → `out/`
command-check = check, without making anything
command-diff = two states compared: what is different on paper
command-explain = explain a rule and its basis, or where a figure of a document comes from
command-watch = watch: on every save, make anew what it reaches
command-verify = make documents in memory and compare them with `out/`, or a PDF with the sources inside it
command-work = for use within the program
command-issue = issue a draft: fill in number and date, and record it in the folder issued
command-register = print the register of outgoing documents (CSV, for spreadsheets)
command-schema = print JSON Schema for editors
command-init = create a new project: settings, catalog, a sample document
command-new = create a new document with marked fields to fill in
command-doctor = check whether this machine and this project are ready for use
tasks-month = `{ $value }` is no month
    .help = write `2026-06`
tasks-no-day = without a last day
command-tasks = list the tasks of all plans, by deadline and unit
arg-unit = only tasks of this unit, which leads or helps
arg-month = only tasks due in this month, such as 2026-06
arg-as_format = how they are printed: text, csv, ics (calendar)
command-fonts = list the font families; the one in use has a *
command-preview = show the pages in the browser, updated on every save
command-lsp = server for editors (Language Server Protocol), over stdin and stdout
command-completions = print a completion script for a shell
command-man = print the manual page
arg-folder = folder of the new project
arg-kind = kind of document: ban-ghi-nho, ban-thoa-thuan, bao-cao, bien-ban, chi-thi, chuong-trinh, cong-dien, cong-van, de-an, du-an, giay-gioi-thieu, giay-moi, giay-nghi-phep, giay-uy-quyen, hop-dong, huong-dan, ke-hoach, nghi-quyet, phieu-bao, phieu-chuyen, phieu-gui, phuong-an, quy-che, quy-dinh, quyet-dinh, thong-bao, thong-cao, thu-cong, to-trinh
arg-new-file = file to write, such as data/2026/ra-soat.yaml
arg-preview-file = document to show first
arg-port = port of this machine [default: any free port]
arg-stdio = not needed: the server always uses stdin and stdout
arg-shell = bash, zsh, fish, powershell, elvish
arg-man-folder = folder for one page per command; without it the main page is printed
arg-paths = files or folders [default: data]
arg-project = project folder [default: the nearest one with a vanthu.yaml]
watch-sarif = `watch` does not end, and `sarif` can only be printed at the end; use `--format json`
arg-format = how findings are printed: human, short, json, github, sarif
arg-lang = language of messages: vi, en
arg-color = colours: auto, always, never
arg-font_path = folder with more fonts
arg-fix = apply the safe edits of findings to the files
arg-diff = only print what --fix would change; write nothing
arg-deny_warnings = treat warnings as errors
arg-show = also print: accepted (accepted findings)
arg-quiet = print findings only
arg-engine = set with the Typst within (embedded) or a program (typst-cli)
arg-typst = the Typst program [default: typst]
arg-time_limit = seconds for one document [default: 60]
arg-memory_limit = megabytes of memory for one document [default: 2048]
arg-jobs = documents at once [default: number of cores]
arg-force = make also what has not changed
arg-dry_run = only say what would be done; write nothing
arg-prune = remove documents whose source is gone
arg-shard = only part I of N, such as 1/4
arg-deps = write a depfile for make
arg-timings = write what each document took (Chrome's form of a trace)
arg-emit = what to write: pdf, typ, docx, xlsx, print (with what is attached) [default: pdf]
arg-out = folder to write to [default: out]
arg-code = id or name of a rule, such as D500 or declared-total; or the file of a document, with a figure
arg-subject = of what: directive, catalog (a file of data/catalog), office (vanthu.yaml), finding (what is said of a document), explanation (what explain says of a figure) [default: directive]
arg-words = git revisions (HEAD~1, A..B), then files or folders [default: HEAD and the files as they are]
arg-only = files or folders
arg-diff-format = print as human, markdown, html or json
arg-exit_code = exit code 1 when something is different on paper
arg-no_pages = set no document, count no pages
arg-no_index = compare two files or two folders, without git
arg-install_git = make vanthu a diff driver of this git repository
arg-driver = internal
arg-figure = the figure: chi_tieu.total.tn_tang, the name of a row, or a number as it is printed: 18.304
arg-all = print all rows and whole sentences
arg-file = file of the document
arg-number = number of the document
arg-date = day of issue, year-month-day
arg-year = only documents issued in this year
arg-copy = the figure in the copy for this recipient
arg-correct = record the correction or amendment of an issued document; give the number of the document that makes it
arg-withdraw = record the withdrawal of an issued document; give the number of the document that withdraws it
arg-allow_dirty = also where files are not committed
arg-help = print help
arg-version = print the version

## Copies for single recipients

copies-moved = { $count } copies are of an earlier version of the source and were moved to `{ $to }`
of-copies = copy for `{ $names }`
of-copies-more = copies for `{ $names }` and { $more } more
row-form = `{ $words }` is not understood
    .help = write `{"{{"} row {"}}"}` for the name of the recipient, `{"{{"} row.tn_2024 {"}}"}` for its cell in the column `tn_2024`
row-without-copies = `row` and `only:` mean something only where the document has `copies`
    .help = add `copies: {"{"}rows: name-of-table{"}"}`, or remove this
row-of-list = a list of the catalog has names only, no column `{ $column }`
    .help = write `{"{{"} row {"}}"}` alone, or name a table in `copies.rows`
only-not-first = `only:` has to stand at the beginning of the paragraph
    .help = move `{"{{"} only: … {"}}"}` before all words of the paragraph
only-alone = this paragraph has `only:` and no words
    .help = write its words right behind `{"{{"} only: … {"}}"}`, in the same paragraph
copies-no-rows = no table and no list of recipients is called `{ $name }`
copies-one-name = the file name `{ $name }` is the same for every copy
    .help = add `{"{"}stt{"}"}` or `{"{"}row|khong-dau{"}"}` to the file name
copies-undecided = whether `{ $row }` gets a copy is not known: a cell that `where` asks for is blank
    .help = fill in the cell, or ask for the blank: `tn_2024 <> ~`
copies-tests = the condition is here
attach-standard = a PDF of standard `{ $standard }` can have no files inside; only PDF/A-3 can
    .help = write `standard: { $wanted }`, or leave out `attach`
attach-certified = a certified copy has nothing inside: its pages, or their source, are those of another document
    .help = delete `attach`
attach-source-of-copies = copies hold no sources, as these have the figures of all recipients, and there is no general document
    .help = delete `source`, or write `general: true` under `copies`
copies-nobody = no row gets a copy
    .help = change `where`, or add rows to the table
copy-undecided = whether this paragraph is part of the copy is not known: a cell that `only:` asks for is blank
    .help = fill in the cell, or ask for the blank: `only: tn_2024 <> ~`
copy-lacks-value = the cell `{ $column }` of the row `{ $row }` is blank, so the copy has nothing to print here
    .help = fill in the cell, or print the paragraph only where there is a figure: `{"{{"} only: { $column } <> ~ {"}}"}`
copy-row = the row is here
copy-without-table = the table `{ $table }` does not go with this copy
    .help = write `{"{{"} only: general {"}}"}` at the beginning of the paragraph, or change `copies.appendix`
copy-of-none = this document has no copies
    .help = leave out `--copy`, or add `copies` to the document
copy-unknown = there is no copy for `{ $name }`
told-copy-pages = pages are not known: the copy prints a part of the table only
copies-beyond-numbers = the number of this copy is above 999999
    .help = write a smaller `number`, or `numbers: same`
