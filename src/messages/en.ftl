### Everything the program says, in English. The same ids and variables stand in vi.ftl.

## Weights and the frame of a finding

severity-error = error
severity-warning = warning
severity-info = note
severity-help = help
severity-accepted = accepted
failure = failed
summary = { $files } documents: { $errors } errors, { $warnings } warnings
summary-built = { $files } documents, { $built } files in `{ $out }`: { $errors } errors, { $warnings } warnings
progress = building

## Y: the shape of the YAML file

suggest-nearest = did you mean `{ $nearest }`?
suggest-known = choose one of: { $known }
byte-order-mark = the file begins with a byte-order mark
    .help = save the file as "UTF-8", not as "UTF-8 with BOM"
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
yaml-tab = the line is indented with a tab
    .help = use spaces instead, two for each level
yaml-colon = a `:` within the value makes it look like one more key
    .help = put the whole value in quotes "…"
yaml-indent = the line does not begin below the lines of its level above
    .help = add or remove spaces at its beginning; lines below a `|` all stand further in than its key
yaml-no-key = the line is no `key: value`
    .help = write `:` and a space behind the key; if the line goes on from the one above, indent it further
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
yaml-other = this line cannot be read: { $cause }
    .help = compare it with the lines above: indent with spaces, one space after `key:`, one after `-`

## N: names and values

bad-value = `{ $value }` is not a value of `{ $key }`
bad-date-form = `{ $value }` is not a date in the form year-month-day
    .help = write `2024-03-05`, or `2024-03` while the day is open, or leave it blank
bad-date-calendar = there is no day `{ $value }` in the calendar from 1945 on
    .help = look at day, month and year again; the form is year-month-day: `2024-03-05`
bad-date-turned = write `{ $date }`
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
    .help = leave a blank line before and after `{"{{"} table("…") {"}}"}`
unsupported-markdown =
    { $what ->
        [code] words in `` ` `` are code, which an administrative document does not have
        [code-block] a paragraph indented by four spaces or between ``` is code, which an administrative document does not have
        [link] a link cannot be printed
        [image] an image cannot be printed
        [quote] a paragraph that begins with `>` is a quotation, which an administrative document does not have
        [rule] a horizontal rule does not occur in the body
        [table] a table drawn with `|` cannot be printed
        [star] the bullet `*` does not occur in administrative documents
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
            [star] begin the line with `- `, or write `\*` to print the sign itself
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
formula-no-line = column `{ $column }`, row `{ $row }`: the other table has no row `{ $name }`
    .help = add the row to the other table, or make the names agree; the formula: `{ $formula }`
formula-row = this row
total-two-ways = total of column `{ $column }`: the rows add up to { $down }, `{ $formula }` over the totals gives { $across }
    .help = fill in the blank cells of the columns in the formula (write 0 for none), or choose: `total: sum` (down) or `total: ratio` (across)
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
cell-label = cell { $cell }
cell-of-formula = column `{ $column }` is computed, no figure is written into it
    .help = remove the figure
duplicate-row = row `{ $name }` stands twice in the table
    .help = merge the two rows, or give them different names
deep-group = groups are nested more than { $most } levels
    .help = merge two levels of groups
table-file-missing = there is no file `{ $path }` in the project folder
    .help = the path starts at the folder of the document; look at the name again
table-file-kind = file `{ $path }` is neither .csv nor .xlsx
    .help = save the table as .csv (UTF-8) or .xlsx
table-file-empty = file `{ $path }` has no rows
    .help = the first row holds the `id` or the header of each column, the first column the units
table-file-nameless = the row at cell { $cell } has no name
    .help = write the unit into the first column, or remove the whole row
table-file-encoding = file `{ $path }` is not UTF-8
    .help = in Excel, save as "CSV UTF-8"
table-file-broken = the workbook `{ $path }` cannot be read
    .help = open it in Excel and save it as .xlsx
table-file-cells = file `{ $path }` has too many cells, or cells too far to the right
    .help = delete the cells outside of the table (choose their columns and rows, then Delete) and save it
table-file-sheet = the workbook has no sheet `{ $sheet }`
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
kind-later = documents of kind `{ $value }` cannot be made yet
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
   *[count] `signatories` has { $count } entries, there must be two
}
    .help = one who signs stands under `signatory`; two side by side are two entries of `signatories`, from left to right
key-not-for-kind = documents of kind `{ $kind }` have no use for the key `{ $key }`
    .help = remove the key `{ $key }`, or mend `kind`

## D: rules

numbering-gap = found number `{ $found }`, expected `{ $expected }`
    .help = write `{ $expected }`, or add the item that is missing before it
unreferenced-appendix = the body does not mention appendix `{ $id }`
    .help = write `{"{{"} appendix("{ $id }") {"}}"}` where the body speaks of it, or put the table into the body with `{"{{"} table("{ $id }") {"}}"}`
untitled-appendix = appendix `{ $id }` has no title
    .help = add `title: …` to the table
blank-when-issued = the document is issued, but `{ $key }` is blank
    .help = fill in `{ $key }`, or keep `status: draft` until it is issued
declared-total = total `{ $column }` is declared as { $declared }, computed as { $computed } (difference { $difference })
    .help = mend the declared figure, or the wrong row
declared-total-help = mend the declared figure or the wrong row; if it must stay, add `accept: [{"{"}rule: declared-total, at: { $path }, why: …{"}"}]`
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
unbreakable-word = `{ $word }` is a run of { $length } characters without a space, too long for a line
    .help = add a space where the line may break
idle-accept = the `accept` for `{ $rule }` accepts nothing any more
    .help = remove it, or mend `at`

## T, P: templates and Typst

template-error = the template cannot be used: { $cause }
    .help = mend the file in `templates`, or remove it to use the built-in one
typst-error = Typst cannot set the text made from the template: { $cause }
    .help = mend the file in `templates`, or remove it to use the built-in one
typst-font = { $cause }
    .help = mend the name of the typeface in the template, or add its folder to `font_paths`
typst-convergence = the layout does not come to rest: { $cause }
    .help = mend the file in `templates`
typst-standard = PDF/A cannot be written: { $cause }
    .help = mend the file in `templates`
typst-warning = Typst warns: { $cause }

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

## Help

about = Vietnamese administrative documents from YAML, as Nghị định 30/2020/NĐ-CP asks
usage-heading = Usage
heading-arguments = Arguments
heading-options = Options
heading-commands = Commands
command-build = make documents: YAML files → `out/`
command-check = check, without making anything
command-explain = explain a rule and its basis
command-schema = print JSON Schema for editors
arg-paths = files or folders [default: data]
arg-project = project folder [default: the nearest one with a vanthu.yaml]
arg-format = how findings are printed: human, short, json
arg-lang = language of messages: vi, en
arg-color = colours: auto, always, never
arg-font_path = folder with more fonts
arg-deny_warnings = treat warnings as errors
arg-quiet = print findings only
arg-engine = set with the Typst within (embedded) or a program (typst-cli)
arg-typst = the Typst program [default: typst]
arg-time_limit = seconds the program has for one document [default: 60]
arg-emit = what to write: pdf, typ [default: pdf]
arg-out = folder to write to [default: out]
arg-code = id or name of a rule, such as D500 or declared-total
arg-subject = of what: directive, catalog (a file of data/catalog), office (vanthu.yaml) [default: directive]
arg-help = print help
arg-version = print the version
