# An adjustment from a file: what is wrong with the file, and the figures of a statement.

adjust-file-syntax = The text is not JSON: line { $line }, column { $column }.
adjust-file-too-many = There are more entries than the program takes, { $limit } at most; split the file.
adjust-file-kind =
    { $expected ->
        [object] An object is expected here: { "{ … }" }.
        [list] A list is expected here: [ … ].
        [yes-no] true or false is expected here, without quotes.
       *[text] Text in quotes is expected here.
    }
adjust-file-unknown-field = There is no field “{ $field }” here; check its spelling.
adjust-file-twice = The field “{ $field }” stands twice; keep the one that counts.
adjust-file-missing = The field “{ $field }” is missing.
adjust-file-format = “{ $value }” is not the format that is read here; write “{ $format }”.
adjust-file-id = “{ $value }” cannot be a short id: 1 to { $limit } characters, no spaces at the ends, no control characters.
adjust-file-id-taken = “{ $value }” is used already; choose another one.
adjust-file-unknown-id = There is no “{ $value }” in the file; check its spelling, or add it with "add": true in a scenario.
adjust-file-number-without-quotes = Numbers are written in quotes here, so that no digit is lost.
adjust-file-number = “{ $value }” is not a number; write it as 1234.50, without separators and units.
adjust-file-too-large = The number has too many digits: at most { $digits } before the point and { $decimals } after it.
adjust-file-count = “{ $value }” is not a whole number.
adjust-file-two-costs = The line names both an extension and a mitigation cost.
adjust-file-negative = { $value } is below zero, which means nothing here.
adjust-file-not-positive = A rate of exchange is above zero, not { $value }.
adjust-file-ratio = “{ $value }” is not a ratio; write it as 0.15 or 15%.
adjust-file-date = “{ $value }” is not a date; write it as 2026-11-22.
adjust-file-moment = “{ $value }” is not a date with the time of day; write it as 2024-07-01T08:00.
adjust-file-currency = “{ $value }” is not a currency of ISO 4217; write it as CNY.
adjust-file-word = “{ $value }” is not possible here; choose one of: { $words }.
adjust-file-expression = The quantity does not read at character { $at }: { $what }.
adjust-file-too-long = The text is too long, { $limit } characters at most.
adjust-file-control-character = The text has a control character; remove it.
adjust-file-two-amounts = The line has a lump sum and also a quantity or price; keep the one that counts.
adjust-file-one-limit = A limit is exactly one of amount, of_sum_insured and of_adjusted_loss.
adjust-file-more = { $count } more problems are not listed.

adjust-file-no-item = Lines of no insured item
adjust-file-problems = The file was not adjusted ({ $count } problems)
adjust-file-whole = whole file
adjust-file-base = Base
adjust-file-scenario = Scenario “{ $name }”
adjust-file-figure = Figure
adjust-file-difference = Difference
adjust-file-other = Scenario
adjust-file-parts = What differs
cli-arg-scenario = Scenario of a JSON file to show instead of its base

adjust-figure-claimed = Claimed
adjust-figure-loss = Assessed loss
adjust-figure-known-loss = Assessed loss known so far
adjust-figure-salvage = Salvage
adjust-figure-net-loss = Net loss with costs
adjust-figure-after-average = After average
adjust-figure-extensions = Extensions
adjust-figure-before-deductible = Before the deductible
adjust-figure-deductible = Deductible
adjust-figure-after-deductible = After the deductible
adjust-figure-sue-labour = Sue and labour
adjust-figure-own-payable = Payable by this policy alone
adjust-figure-recovered = Received from third parties
adjust-figure-balance = Still uncompensated
adjust-figure-payable = Adjusted payable
adjust-figure-settlement = Settled
adjust-figure-insured-retained = Borne by the insured
adjust-figure-interim = Interim payments
adjust-figure-due = Still to be paid
adjust-figure-payment = In the currency of payment
adjust-file-occurrences = Losses within the hours of the clause: { $count } events leave { $total }; each loss alone leaves { $without }.
adjust-file-reinstatement = Sum insured that is left: { $remaining }; premium for reinstating it: { $premium }.
adjust-file-later-recovery = Of the later recovery the insurer gets { $insurer }, the insured { $insured }.
