# Importing bills of quantities.

boq-summary = “{ $file }”: { $items } items, { $headings } headings, { $subtotals } sub-totals, { $warnings } warnings; amounts add up to { $sum }
boq-imported = { $count } unit prices recorded in the case; one step of undo takes them back
boq-no-items = No items were recognised; look at how the columns were read and choose them with --choices.

boq-column-sheet = Sheet
boq-column-use = Use
boq-column-header = Header
boq-column-columns = Columns
boq-column-row = Row
boq-column-label = Sub-total
boq-column-printed = Printed
boq-column-computed = Added up
boq-column-difference = Difference
boq-column-warning = Warning
boq-taken = taken
boq-one-table = (file)

boq-field-number = number
boq-field-code = code
boq-field-name = name
boq-field-feature = description
boq-field-unit = unit
boq-field-quantity = quantity
boq-field-unit-price = unit price
boq-field-amount = amount
boq-field-provisional = provisional sum
boq-field-remark = remark
boq-field-base = base
boq-field-rate = percentage

boq-reason-title = title
boq-reason-form-header = form
boq-reason-column-header = column headings
boq-reason-column-header-repeated = repeated column headings
boq-reason-column-numbers = column numbers
boq-reason-note = note
boq-reason-signature = signatures
boq-reason-carried-forward = carried forward
boq-reason-no-content = no content
boq-reason-unrecognised = not recognised
boq-reason-cover-sheet = cover
boq-reason-hidden-sheet = hidden sheet
boq-reason-summary-sheet = summary, for comparison only
boq-reason-left-out = left out by choice
boq-reason-empty-sheet = empty
boq-reason-no-bill-columns = no columns of a bill

boq-warning-amount-mismatch = quantity × price is { $expected }, printed { $printed }, difference { $difference }
boq-warning-amount-missing = no amount; quantity × price is { $expected }
boq-warning-amount-rounding = amount { $printed } and { $expected } differ by { $difference } (rounding)
boq-warning-bracket-negative = { $field } “{ $raw }” read as negative
boq-warning-code-leading-zero-lost = code { $raw } lost its leading zero, completed to { $restored }
boq-warning-code-scientific = code became { $raw }; its last digits are gone
boq-warning-column-twice = column { $column } “{ $header }” also looks like { $field }; not used
boq-warning-columns-beyond = { $count } cells beyond the last column that is read
boq-warning-columns-change = the order of columns changes from this row on: { $fields }
boq-warning-duplicate-code = code { $code } stands already at { $first }
boq-warning-error-cell = the formula of { $field } failed: { $error }
boq-warning-number-from-text = { $field } “{ $raw }” is text, read as a number
boq-warning-number-unread = { $field } “{ $raw }” is no number, left blank
boq-warning-placeholder-as-zero = { $field } “{ $raw }” read as zero
boq-warning-quantity-missing = a price without a quantity
boq-warning-subtotal-incomplete = no amount in row { $missing_amount_rows }; the sub-total differs by { $difference }
boq-warning-subtotal-unreconciled = sub-total printed { $printed }, items add up to { $computed }, difference { $difference }
boq-warning-unit-missing = no unit
boq-warning-unpriced = not priced
boq-warning-unrecognised-row = figures in a row that is nothing known

boq-place = { $sheet } row { $row }

# Import in the window
boq-choose = Import a bill of quantities…
boq-title = Bill of quantities
boq-leave = Do not import
boq-take = Import { $count } unit rates
boq-counts = Items { $items }, sum of amounts { $sum }; sub-totals { $subtotals }, remarks { $warnings }.
boq-parts = Parts of the bill
boq-part-items = Items
boq-part-sheets = Sheets and columns
boq-part-subtotals = Sub-totals
boq-part-warnings = Remarks
boq-part-skipped = Rows left out
boq-header-first = First header row
boq-header-last = Last header row
boq-decided = Decided while reading
boq-choice-leading-zero = Complete codes whose leading zero was dropped
boq-choice-brackets = Read numbers in brackets as negative
boq-choice-placeholders = Read dashes and strokes as zero
boq-more = { $count } more
