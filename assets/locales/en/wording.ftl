# Kinds of the policy wording and of scenarios
kind-policy-section = Section
kind-policy-clause = Clause
kind-endorsement = Endorsement
kind-deductible = Deductible
kind-policy-limit = Limit
kind-extension = Extension
kind-sue-labour = Sue and labour
kind-reduction = Reduction
kind-other-policy = Other insurance
kind-coinsurer = Co-insurer
kind-interim-payment = Interim payment
kind-exchange-rate = Rate of exchange
kind-scenario = Scenario
kind-position = Position

# Case
field-claim-case-peril = Peril
field-claim-case-payment-currency = Currency of payment

# Insured item
field-policy-item-section = Section
field-policy-item-average = Average
field-policy-item-ratio = Agreed ratio
field-policy-item-increase = Automatic increase
field-policy-item-paid-before = Paid before
field-policy-item-reinstated = Reinstated
field-policy-item-at-actual-value = At actual value
field-policy-item-actual-value-loss = Loss at actual value
field-policy-item-sum-includes-tax = Sum incl. VAT
field-policy-item-value-includes-tax = Value incl. VAT

# Loss line
field-loss-line-extension = Extension
field-loss-line-sue-labour = Sue and labour
field-loss-line-coverage = Covered share
field-loss-line-vat-rate = VAT rate
field-loss-line-vat-included = Price incl. VAT
field-loss-line-vat-recoverable = Recoverable VAT
field-loss-line-betterment = Betterment
field-loss-line-depreciation = Depreciation
field-loss-line-value-before-loss = Value before loss
field-loss-line-salvage = Salvage
field-loss-line-clause = Clause

# Section
field-policy-section-name = Section
field-policy-section-period-from = From
field-policy-section-period-to = To
field-policy-section-handover-date = Handed over
field-policy-section-clause = Clause

# Clause
field-policy-clause-number = No.
field-policy-clause-title = Title
field-policy-clause-kind = Kind
field-policy-clause-text = Text
field-policy-clause-explained = Explained

# Endorsement
field-endorsement-number = No.
field-endorsement-issued-on = Issued on
field-endorsement-effective-from = In force from
field-endorsement-policy-item = Insured item
field-endorsement-sum-insured = Sum insured then
field-endorsement-period-to = Period to then
field-endorsement-text = What it changes

# Deductible
field-deductible-name = Deductible
field-deductible-policy-item = Insured item
field-deductible-peril = Peril
field-deductible-fixed = Amount
field-deductible-rate = Rate
field-deductible-days = Days
field-deductible-period-days = Days of delay
field-deductible-currency = Currency
field-deductible-clause = Clause
field-deductible-explained = Explained

# Limit
field-policy-limit-name = Limit
field-policy-limit-kind = Kind
field-policy-limit-section = Section
field-policy-limit-policy-item = Insured item
field-policy-limit-peril = Peril
field-policy-limit-amount = Amount
field-policy-limit-rate-of-sum-insured = Share of sum insured
field-policy-limit-used = Used before
field-policy-limit-currency = Currency
field-policy-limit-clause = Clause

# Extension
field-extension-name = Extension
field-extension-policy-item = Insured item
field-extension-cost = Assessed cost
field-extension-limit-amount = Limit
field-extension-limit-of-sum-insured = Share of sum insured
field-extension-limit-of-loss = Share of the loss
field-extension-additional = Additional limit
field-extension-average = Average applies
field-extension-deductible = Own deductible
field-extension-deductible-rate = Own deductible rate
field-extension-outside-deductible = Outside event deductible
field-extension-inside-sum-insured = Inside sum insured
field-extension-without-loss = Pays without loss
field-extension-currency = Currency
field-extension-clause = Clause
field-extension-explained = Explained

# Sue and labour
field-sue-labour-name = Measure
field-sue-labour-policy-item = Insured item
field-sue-labour-cost = Assessed cost
field-sue-labour-insured-share = Insured share
field-sue-labour-incurred-on = Incurred on
field-sue-labour-currency = Currency
field-sue-labour-clause = Clause

# Reduction
field-reduction-name = Reduction
field-reduction-rate = Rate
field-reduction-clause = Clause
field-reduction-explained = Explained

# Other insurance
field-other-policy-insurer = Insurer
field-other-policy-policy-no = Policy no.
field-other-policy-ours = This policy
field-other-policy-period-from = Period from
field-other-policy-sum-insured = Sum insured
field-other-policy-liability = Would pay alone
field-other-policy-clause = Clause

# Co-insurer
field-coinsurer-name = Insurer
field-coinsurer-share = Share
field-coinsurer-leads = Leads

# Interim payment
field-interim-payment-paid-on = Paid on
field-interim-payment-amount = Amount
field-interim-payment-currency = Currency
field-interim-payment-ground = Ground

# Rate of exchange
field-exchange-rate-from-currency = From
field-exchange-rate-to-currency = To
field-exchange-rate-rate = Rate
field-exchange-rate-dated = Dated
field-exchange-rate-publisher = Published by
field-exchange-rate-day = Day in the claim

# Scenario
field-scenario-name = Scenario
field-scenario-reading = Reading of
field-scenario-remark = Remark

# Position
field-position-scenario = Scenario
field-position-code = Point
field-position-value = Value
field-position-line = Loss line
field-position-policy-item = Insured item
field-position-clause = Clause or reason

# Choices
choice-policy-item-average-full-value = on the full value
choice-policy-item-average-coinsurance-pct = coinsurance percentage
choice-policy-item-average-first-loss = first loss
choice-policy-item-average-ho-80 = actual value or 80 % of value
choice-policy-item-average-margin-clause = margin clause
choice-policy-item-reinstated-yes = yes
choice-policy-item-reinstated-no = no
choice-policy-item-at-actual-value-yes = yes
choice-policy-item-at-actual-value-no = no
choice-policy-item-sum-includes-tax-yes = yes
choice-policy-item-sum-includes-tax-no = no
choice-policy-item-value-includes-tax-yes = yes
choice-policy-item-value-includes-tax-no = no
choice-loss-line-vat-included-yes = yes
choice-loss-line-vat-included-no = no
choice-extension-average-yes = yes
choice-extension-average-no = no
choice-extension-outside-deductible-yes = yes
choice-extension-outside-deductible-no = no
choice-extension-inside-sum-insured-yes = yes
choice-extension-inside-sum-insured-no = no
choice-extension-without-loss-yes = yes
choice-extension-without-loss-no = no
choice-other-policy-ours-yes = yes
choice-other-policy-ours-no = no
choice-coinsurer-leads-yes = yes
choice-coinsurer-leads-no = no
choice-policy-clause-explained-yes = Evidence held
choice-policy-clause-explained-no = Not explained
choice-policy-clause-explained-unknown = Not known
choice-deductible-explained-yes = Evidence held
choice-deductible-explained-no = Not explained
choice-deductible-explained-unknown = Not known
choice-extension-explained-yes = Evidence held
choice-extension-explained-no = Not explained
choice-extension-explained-unknown = Not known
choice-reduction-explained-yes = Evidence held
choice-reduction-explained-no = Not explained
choice-reduction-explained-unknown = Not known
choice-policy-limit-kind-event = any one event
choice-policy-limit-kind-aggregate = in the aggregate
choice-policy-limit-kind-group = section or item
choice-exchange-rate-day-loss-date = day of the loss
choice-exchange-rate-day-cost-date = day the cost was paid
choice-exchange-rate-day-agreement-date = day of the agreement
choice-exchange-rate-day-payment-date = day of payment
choice-policy-clause-kind-insuring = insuring clause
choice-policy-clause-kind-exclusion = exclusion
choice-policy-clause-kind-condition = condition
choice-policy-clause-kind-extension = extension
choice-policy-clause-kind-special = special clause
choice-scenario-reading-ours = ours
choice-scenario-reading-insurer = the insurer's
choice-scenario-reading-insured = the insured's
choice-scenario-reading-other = other

# Positions of a scenario
term-line-amount = Assessed amount
term-line-quantity = Quantity
term-line-price = Unit price
term-line-coverage = Covered share
term-line-betterment = Betterment
term-line-depreciation = Depreciation
term-line-salvage = Salvage
term-item-sum-insured = Sum insured
term-item-insurable-value = Insurable value
term-item-ratio = Agreed ratio
term-item-salvage = Salvage
term-average-margin-pct = Margin clause, percentage
