# Checks: quantities
finding-QTY-04 = “{ $item }”: { $assessed } assessed in all is more than the contract bill has, { $bill }.
finding-QTY-04-do = See whether it goes beyond the bill; work outside the bill gets its own price and its reason.
finding-QTY-08 = The quantity { $quantity } in “{ $unit }” is not a whole number.
finding-QTY-08-do = Check the expression or the unit; what is counted piece by piece is whole.
finding-QTY-09 = { $why ->
        [negative] The quantity { $quantity } is negative.
       *[other] The quantity { $quantity } is more than a thousand times the median of its unit, { $median }.
    }
finding-QTY-09-do = Check the decimal point, the unit and the sign; a deduction stands on its own line and names what it is deducted from.
finding-QTY-10 = { $why ->
        [overlap] “{ $item }”: the chainage overlaps that of another row ({ $other }).
        [line] “{ $item }” uses the same quantity as the loss line “{ $other }”.
       *[other] “{ $item }” was measured twice at one place ({ $other }).
    }
finding-QTY-10-do = See whether it was counted twice; if not, say the difference in the location.
finding-QTY-14 = { $why ->
        [none] Measurement sheet { $number } has no signature.
       *[other] Only one party signed measurement sheet { $number }.
    }
finding-QTY-14-do = Let those present sign, or attach a photo of the signed paper.
finding-QTY-15 = The quantity { $quantity } has more decimals than the standard gives “{ $unit }”, { $places }.
finding-QTY-15-do = Record it rounded by the standard and keep the figure as stated in the remark.
finding-QTY-17 = { $why ->
        [loop] The deduction leads back to itself and cannot be taken.
        [chain] This row is deducted from another deduction: how much to deduct would be a guess.
        [missing] What this is deducted from is no longer in the case.
        [unit] The deduction is in another unit than what it is deducted from.
        [unread] The deduction has no quantity, so what is left cannot be known.
       *[other] The deduction has no reason.
    }
finding-QTY-17-do = { $why ->
        [reason] Say the reason in the remark: an opening, an overlap, an undamaged part.
       *[other] Correct what it is deducted from, its unit or its expression: a deduction is taken directly from one quantity.
    }
finding-QTY-18 = “{ $item }”: { $deducted } deducted is more than was measured, { $measured }.
finding-QTY-18-do = Check the expressions of the deductions and what they are deducted from.
finding-QTY-19 = “{ $item }”: the parties disagree and agreed no quantity: claimed { $claimed }, surveyed { $surveyed }. The surveyed one counts meanwhile.
finding-QTY-19-do = Both quantities are kept; enter the agreed quantity once there is one, or say why the surveyed one stands.
finding-QTY-20 = “{ $item }”: the agreed quantity { $agreed } is more than the surveyed { $surveyed }, without a reason.
finding-QTY-20-do = Say the reason in the remark, for example a hidden part taken from the drawing.
finding-QTY-21 = The signature of { $name } on measurement sheet { $number } no longer covers it: the sheet was changed after signing.
finding-QTY-21-do = Undo the change, or have what stands now signed again; the first signature is kept.

# Checks: prices
finding-PRC-01 = “{ $item }”: the price { $price } is higher than the contract rate of the same code, { $rate }.
finding-PRC-01-do = Take the contract rate, or say why the price is higher and what supports it.
finding-PRC-03 = “{ $item }”: a market price with only { $count } usable quotes.
finding-PRC-03-do = A market price needs three comparable quotes; add quotes or choose another basis.
finding-PRC-04 = “{ $item }”: the price { $price } is above 130 % of the median of the quotes, { $median }.
finding-PRC-04-do = See whether the quotes cover the same specification, or say why a higher price was taken.
finding-PRC-05 = “{ $item }”: line and price take tax differently: the line { $line ->
        [yes] includes it
       *[other] excludes it
    }, the price { $price ->
        [yes] includes it
       *[other] excludes it
    }.
finding-PRC-05-do = Bring both to one basis of tax.
finding-PRC-06 = { $why ->
        [dated] “{ $item }”: the quota price does not say of which date its prices are.
       *[other] “{ $item }”: the quota price does not name the quota and its edition.
    }
finding-PRC-06-do = Name the quota, its edition and item, and the month of the prices used.
finding-PRC-08 = { $why ->
        [month] “{ $item }”: the market price is of { $dated }, so many months from the month of the loss: { $months }.
       *[none] “{ $item }”: the price has no date.
    }
finding-PRC-08-do = { $why ->
        [month] Take the published or market price of the month of the loss; where the price at the time of repair is owed, say on what ground.
       *[none] Say the date of the price, so that it can be compared with the date of loss.
    }

# Measurement
measure-sheets = Measurement sheets
measure-all = All quantities
measure-loose = On no sheet
measure-sheet-add = New sheet
measure-sheet-name = Sheet { $number }
measure-sheet-unnamed = No number
measure-sheet-rows = { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
measure-sheets-empty = A sheet stands for one joint measurement on site: quantities entered while it is chosen belong to it.
measure-head = The sheet
measure-claimed = Claimed
measure-surveyed = Surveyed
measure-agreed = Agreed
measure-counted = Counts
measure-source = Source
measure-source-surveyed = the surveyed expression
measure-source-net = the surveyed expression less deductions
measure-source-agreed = agreed on site
measure-net = Less deductions
measure-deducted = Deducted
measure-deductions = Deductions
measure-deduct-add = Add deduction
measure-deduct-of = Deduction: { $item }
measure-colon = { ": " }
measure-no = No.
measure-who = Measured by
measure-print = Print sheet
measure-printed = Saved { $file } (pages: { $pages }), ready to be printed and signed.
measure-sign = Sign
measure-sign-title = Measurement sheet { $number }: sign
measure-sign-content = What is signed
measure-sign-who = Who signs
measure-sign-new = New person
measure-sign-name = Name
measure-sign-party = Party
measure-sign-organisation = Organisation
measure-sign-here = Sign here with mouse, pen or finger
measure-sign-clear = Clear
measure-sign-keep = Sign the sheet
measure-sign-leave = Cancel
measure-sign-person-first = Choose who signs first
measure-sign-empty = Sign first
measure-signatures = Signatures
measure-signed = { $name } ({ $party })
measure-signed-at = signed { $time }
measure-covers = Covers
measure-uncovered = Changed since
measure-signatures-none = No signature yet
measure-signature-delete = Delete signature

# Prices
price-search = Find a price (pinyin initials work)
price-found = { $count } of { $total } prices
price-quotes = Quotes
price-quotes-about = a market price rests on three comparable quotes
price-median = Median of quotes
price-quote-count = Usable quotes
price-negotiated = Positions of both sides
price-bill = Contract bill
price-evidence = Evidence

# Operations
op-sign-sheet = Sign measurement sheet
op-fill = Fill

# Dossier
dossier-quantity-claimed = Claimed
dossier-quantity-surveyed = Surveyed
dossier-quantity-counted = Counts
dossier-deducts-from = deducted from no. { $number }
dossier-deducts-unknown = deducted from an item outside the case
dossier-net-quantity = less deductions { $quantity }
dossier-agreed-quantity = agreed { $quantity }
dossier-disagreement = Disagreement: { $text }
dossier-measured-by = Measured: { $text }
dossier-sheet-record = Measurement sheet { $number }
dossier-sheet-record-plain = Measurement sheet
dossier-sheet-rows = Quantities on it
dossier-sheet-rows-numbers = No. { $numbers } above
dossier-signed-by = { $name } · { $party }
dossier-signed-by-plain = { $name }
dossier-signed-at = { $time }
dossier-signature-covers = The signature covers the sheet as it stands
dossier-signature-uncovered = The sheet was changed after signing; this signature does not cover it
dossier-signature-content = SHA-256 of what was signed { $digest }
dossier-signatures-none = No signature was drawn on the screen for this sheet.
dossier-sign-line = Signature
dossier-sign-date = Date
dossier-sheet-photo = Paper sheet: photo { $number }
dossier-quotes = { $count } quotes, median { $median }
dossier-positions = Negotiated: asked { $asked }, offered { $offered }
