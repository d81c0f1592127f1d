# The words of the workbook (XLSX). Keys begin with sheet-; steps, reasons and findings have theirs
# in dossier.ftl and finding.ftl. Names of pages: at most 31 characters, none of []:*?/\.

sheet-title = Statement of Adjustment
sheet-page-summary = Summary
sheet-page-lines = Loss lines
sheet-page-measurements = Measurements
sheet-page-steps = Adjustment
sheet-page-findings = Findings
sheet-page-totals = Partial sums

sheet-claim-no = Claim number
sheet-policy-no = Policy number
sheet-insured = Insured
sheet-insurer = Insurer
sheet-loss-date = Date of loss
sheet-loss-place = Place of loss
sheet-made-at = Exported at (by the clock of this computer)
sheet-program = Program

sheet-column-number = No.
sheet-column-item = Item
sheet-column-location = Location
sheet-column-unit = Unit
sheet-column-claimed-quantity = Quantity claimed
sheet-column-claimed-price = Unit price claimed
sheet-column-claimed = Amount claimed
sheet-column-quantity = Quantity assessed
sheet-column-price = Unit price
sheet-column-amount = Amount
sheet-column-difference = Assessed less claimed
sheet-column-currency = Currency
sheet-column-note = Note
sheet-column-boq-code = BOQ code
sheet-column-expression = Expression as recorded
sheet-column-normalised = Expression as computed
sheet-column-exact = Result
sheet-column-stated = Quantity stated
sheet-column-surveyed = Surveyed
sheet-column-deducts-from = Deducted from
sheet-column-net = Less deductions
sheet-column-agreed = Agreed
sheet-column-step = Step
sheet-column-subject = About
sheet-column-formula = Calculation in figures
sheet-column-result = Result
sheet-column-clause = Clause
sheet-column-level = Level
sheet-column-check = Check
sheet-column-finding = Finding
sheet-column-remedy = What to do
sheet-column-figure = Figure
sheet-column-step-number = Step
sheet-column-in-words = In Chinese capitals
sheet-column-partial = Partial sum
sheet-total = Total

sheet-figure-claimed = Claimed
sheet-figure-loss = Assessed loss
sheet-figure-known-loss = Assessed loss so far (some lines cannot be computed yet)
sheet-figure-salvage = Salvage
sheet-figure-net-loss = Net loss with all costs
sheet-figure-after-average = After average
sheet-figure-extensions = Payable under extensions
sheet-figure-sue-labour = Sue and labour payable
sheet-figure-before-deductible = Before the deductible
sheet-figure-deductible = Deductible
sheet-figure-after-deductible = After deductible and limits
sheet-figure-own-payable = Payable by this policy alone
sheet-figure-recovered = Received from third parties
sheet-figure-balance = Loss still uncompensated
sheet-figure-payable = Payable by the formula
sheet-figure-settlement = Settlement
sheet-figure-settlement-ratio = Settlement to uncompensated loss
sheet-figure-insured-retained = Borne by the insured
sheet-figure-interim = Interim payments
sheet-figure-due = Still due
sheet-figure-payment = The same in the currency of payment

sheet-about-live = Amounts are formulas: change a quantity, a price or an amount, and everything that follows from it is computed again. Who takes part and which clause applies does not change with it.
sheet-about-rounding = Rounding is half away from zero. Where ROUND stands twice, the inner one takes away what binary numbers add; both together give the program's cent.
sheet-about-fixed = A figure without a formula has a note: a spreadsheet could come to another cent, or has not enough digits.
sheet-about-words = The amount in Chinese capitals disappears when its figure changes.

sheet-note-text = More than 15 digits: written as text, because a spreadsheet would lose the last ones.
sheet-note-fixed = Written as a fixed figure: a spreadsheet's numbers are not exact enough to come to it for certain.
sheet-note-share = { $amount } is added so that the parts add up to the whole to the cent.
sheet-note-approximate = Holds π or a root that is not exact.
sheet-note-unread = The expression cannot be read.
sheet-note-unknown = Not known: { $why }

sheet-level-stop = Stop
sheet-level-warn = Explain
sheet-level-info = Note
sheet-no-findings = The program's checks found nothing.

# The command that writes it
cli-about-sheet = Write the adjustment as a workbook (XLSX) with live formulas
cli-arg-sheet-out = Workbook to write (XLSX)
cli-sheet = Workbook written: { $file } (formulas: { $live }, fixed figures: { $fixed }, bytes: { $bytes })
