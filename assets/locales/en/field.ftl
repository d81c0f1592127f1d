# Kinds of record
kind-claim-case = Case
kind-policy-item = Insured item
kind-term = Term
kind-note = Survey note
kind-photo = Photo
kind-measurement = Quantity
kind-unit-price = Unit price
kind-loss-line = Loss line
kind-line-photo = Photo link
kind-recovery = Recovery
kind-settlement = Settlement

# Case
field-claim-case-claim-no = Claim number
field-claim-case-insured = Insured
field-claim-case-insurer = Insurer
field-claim-case-firm = Adjusting firm
field-claim-case-policy-no = Policy number
field-claim-case-policy-from = Period from
field-claim-case-policy-to = Period to
field-claim-case-line-of-business = Line of business
field-claim-case-loss-date = Date of loss
field-claim-case-loss-place = Place of loss
field-claim-case-cause = Cause
field-claim-case-course = Course of events
field-claim-case-liability = Cover
field-claim-case-role = Own role
field-claim-case-currency = Currency
field-claim-case-handover-date = Handover date
field-claim-case-zone = Offset for photos

# Insured item
field-policy-item-name = Insured item
field-policy-item-sum-insured = Sum insured
field-policy-item-currency = Currency
field-policy-item-insurable-value = Insurable value
field-policy-item-salvage = Salvage
field-policy-item-clause = Clause

# Term
field-term-code = Term
field-term-value = Agreed
field-term-clause = Clause
field-term-explained = Explained

# Survey note
field-note-at = Time
field-note-text = Text
field-note-place = Place
field-note-kind = Kind

# Photo
field-photo-number = Number
field-photo-content = SHA-256 of the original
field-photo-file-name = File name
field-photo-format = Format
field-photo-bytes = Bytes
field-photo-width-px = Width in pixels
field-photo-height-px = Height in pixels
field-photo-orientation = Orientation
field-photo-taken-at = Taken
field-photo-taken-offset = Offset of the camera
field-photo-latitude = Latitude
field-photo-longitude = Longitude
field-photo-camera = Camera
field-photo-software = Software
field-photo-oddities = Oddities
field-photo-added-at = Added
field-photo-caption = Caption
field-photo-place = Exact place
field-photo-view = View

# Quantity
field-measurement-item = Work item
field-measurement-boq-code = BOQ code
field-measurement-location = Location
field-measurement-expression = Expression
field-measurement-unit = Unit
field-measurement-stated-quantity = Stated qty
field-measurement-stated-length = Stated length
field-measurement-remark = Remark

# Unit price
field-unit-price-item = Item
field-unit-price-unit = Unit
field-unit-price-amount = Unit price
field-unit-price-currency = Currency
field-unit-price-basis = Basis
field-unit-price-source = Source
field-unit-price-dated = Dated

# Loss line
field-loss-line-item = Loss item
field-loss-line-location = Location
field-loss-line-policy-item = Insured item
field-loss-line-measurement = Quantity
field-loss-line-price = Unit price
field-loss-line-claimed-quantity = Claimed qty
field-loss-line-claimed-price = Claimed price
field-loss-line-claimed-amount = Claimed
field-loss-line-assessed-amount = Assessed
field-loss-line-remark = Remark

# Photo link
field-line-photo-line = Loss line
field-line-photo-photo = Photo

# Recovery
field-recovery-from-whom = From
field-recovery-amount = Amount
field-recovery-currency = Currency
field-recovery-received-on = Received on
field-recovery-ground = Ground

# Settlement
field-settlement-kind = Kind
field-settlement-amount = Amount
field-settlement-currency = Currency
field-settlement-agreed-on = Agreed on
field-settlement-discharged-on = Discharge signed on
field-settlement-reason = Reason

# Line of business
choice-claim-case-line-of-business-car = Contractors' all risks
choice-claim-case-line-of-business-ear = Erection all risks
choice-claim-case-line-of-business-property-all-risks = Property all risks
choice-claim-case-line-of-business-property-comprehensive = Property comprehensive
choice-claim-case-line-of-business-motor = Motor own damage
choice-claim-case-line-of-business-cargo = Cargo
choice-claim-case-line-of-business-liability = Third-party liability
choice-claim-case-line-of-business-other = Other

# Own role
choice-claim-case-role-adjuster = Adjuster (neutral)
choice-claim-case-role-insurer = Insurer
choice-claim-case-role-broker = Broker or insured

# Kind of note
choice-note-kind-survey = Survey
choice-note-kind-statement = Statement
choice-note-kind-contact = Contact
choice-note-kind-other = Other

# View
choice-photo-view-overview = Overview
choice-photo-view-medium = Medium
choice-photo-view-close-up = Close-up

# Basis of a price
choice-unit-price-basis-contract-boq = Contract BOQ
choice-unit-price-basis-quota = Quota
choice-unit-price-basis-market = Market
choice-unit-price-basis-negotiated = Negotiated

# Explained to the insured
choice-term-explained-yes = Evidence held
choice-term-explained-no = Not explained
choice-term-explained-unknown = Not known

# Kind of settlement
choice-settlement-kind-formula = As adjusted
choice-settlement-kind-agreed = Agreed adjustment
choice-settlement-kind-interim = Interim payment
choice-settlement-kind-compromise = Compromise
choice-settlement-kind-ex-gratia = Ex gratia
choice-settlement-kind-nil = Nil
choice-settlement-kind-refusal = Refusal

# Terms: term-<code>, their values term-<code>-<value>
term-deductible-fixed = Deductible, amount
term-deductible-rate = Deductible, rate
term-deductible-rule = Deductible, rule
term-deductible-rule-max = the highest of amount, rate and waiting period
term-deductible-rule-fixed = the amount alone
term-deductible-rule-rate = the rate alone
term-deductible-rule-time = the waiting period alone
term-deductible-rule-min = the lowest of amount, rate and waiting period
term-deductible-rule-sum = amount, rate and waiting period together
term-deductible-rate-base = Deductible, base of the rate
term-deductible-rate-base-gross-loss = the assessed loss
term-deductible-rate-base-net-of-salvage = the loss less salvage
term-deductible-rate-base-after-average = the loss after average
term-deductible-rate-base-sum-insured = the sum insured
term-deductible-timing = Deductible, order
term-deductible-timing-after-average = after average
term-deductible-timing-before-average = before average
term-average-basis = Average
term-average-basis-full-value = on the full value
term-average-basis-first-loss = first loss, no average
term-salvage-timing = Salvage, order
term-salvage-timing-before-average = before average
term-salvage-timing-after-average-full = after average, in full
term-salvage-timing-insurer-share = the insurer's share
term-limit-event = Limit any one event
term-recovery-method = Recovery, method
term-recovery-method-deduct-from-loss = deducted from the loss first
term-recovery-method-deduct-from-payable = deducted from the payable amount
term-recovery-method-insured-first = the insured is made whole first
term-recovery-method-pro-rata = shared in proportion
