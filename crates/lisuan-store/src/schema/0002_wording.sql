-- The policy wording as records, more of items and lines, and scenarios of the negotiation.

CREATE TABLE policy_section (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    period_from TEXT CHECK (period_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    period_to TEXT CHECK (period_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    handover_date TEXT CHECK (handover_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    clause TEXT
) STRICT;

CREATE TABLE policy_clause (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    number TEXT,
    title TEXT,
    kind TEXT CHECK (kind IN ('insuring', 'exclusion', 'condition', 'extension', 'special')),
    text TEXT,
    explained TEXT CHECK (explained IN ('yes', 'no', 'unknown'))
) STRICT;

CREATE TABLE endorsement (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    number TEXT,
    issued_on TEXT CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    effective_from TEXT CHECK (effective_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    policy_item TEXT REFERENCES policy_item (id),
    sum_insured TEXT CHECK (sum_insured NOT GLOB '*[^0-9.-]*' AND sum_insured GLOB '*[0-9]*'),
    period_to TEXT CHECK (period_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    text TEXT
) STRICT;

CREATE TABLE deductible (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    policy_item TEXT REFERENCES policy_item (id),
    peril TEXT,
    fixed TEXT CHECK (fixed NOT GLOB '*[^0-9.-]*' AND fixed GLOB '*[0-9]*'),
    rate TEXT CHECK (rate NOT GLOB '*[^0-9.-]*' AND rate GLOB '*[0-9]*'),
    days TEXT CHECK (days NOT GLOB '*[^0-9-]*' AND days GLOB '*[0-9]*'),
    period_days TEXT CHECK (period_days NOT GLOB '*[^0-9-]*' AND period_days GLOB '*[0-9]*'),
    currency TEXT,
    clause TEXT,
    explained TEXT CHECK (explained IN ('yes', 'no', 'unknown'))
) STRICT;

CREATE TABLE policy_limit (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    kind TEXT CHECK (kind IN ('event', 'aggregate', 'group')),
    section TEXT REFERENCES policy_section (id),
    policy_item TEXT REFERENCES policy_item (id),
    peril TEXT,
    amount TEXT CHECK (amount NOT GLOB '*[^0-9.-]*' AND amount GLOB '*[0-9]*'),
    rate_of_sum_insured TEXT CHECK (rate_of_sum_insured NOT GLOB '*[^0-9.-]*' AND rate_of_sum_insured GLOB '*[0-9]*'),
    used TEXT CHECK (used NOT GLOB '*[^0-9.-]*' AND used GLOB '*[0-9]*'),
    currency TEXT,
    clause TEXT
) STRICT;

CREATE TABLE extension (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    policy_item TEXT REFERENCES policy_item (id),
    cost TEXT CHECK (cost NOT GLOB '*[^0-9.-]*' AND cost GLOB '*[0-9]*'),
    limit_amount TEXT CHECK (limit_amount NOT GLOB '*[^0-9.-]*' AND limit_amount GLOB '*[0-9]*'),
    limit_of_sum_insured TEXT CHECK (limit_of_sum_insured NOT GLOB '*[^0-9.-]*' AND limit_of_sum_insured GLOB '*[0-9]*'),
    limit_of_loss TEXT CHECK (limit_of_loss NOT GLOB '*[^0-9.-]*' AND limit_of_loss GLOB '*[0-9]*'),
    additional TEXT CHECK (additional NOT GLOB '*[^0-9.-]*' AND additional GLOB '*[0-9]*'),
    average TEXT CHECK (average IN ('yes', 'no')),
    deductible TEXT CHECK (deductible NOT GLOB '*[^0-9.-]*' AND deductible GLOB '*[0-9]*'),
    deductible_rate TEXT CHECK (deductible_rate NOT GLOB '*[^0-9.-]*' AND deductible_rate GLOB '*[0-9]*'),
    outside_deductible TEXT CHECK (outside_deductible IN ('yes', 'no')),
    inside_sum_insured TEXT CHECK (inside_sum_insured IN ('yes', 'no')),
    without_loss TEXT CHECK (without_loss IN ('yes', 'no')),
    currency TEXT,
    clause TEXT,
    explained TEXT CHECK (explained IN ('yes', 'no', 'unknown'))
) STRICT;

CREATE TABLE sue_labour (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    policy_item TEXT REFERENCES policy_item (id),
    cost TEXT CHECK (cost NOT GLOB '*[^0-9.-]*' AND cost GLOB '*[0-9]*'),
    insured_share TEXT CHECK (insured_share NOT GLOB '*[^0-9.-]*' AND insured_share GLOB '*[0-9]*'),
    incurred_on TEXT CHECK (incurred_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    currency TEXT,
    clause TEXT
) STRICT;

CREATE TABLE reduction (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    rate TEXT CHECK (rate NOT GLOB '*[^0-9.-]*' AND rate GLOB '*[0-9]*'),
    clause TEXT,
    explained TEXT CHECK (explained IN ('yes', 'no', 'unknown'))
) STRICT;

CREATE TABLE other_policy (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    insurer TEXT,
    policy_no TEXT,
    ours TEXT CHECK (ours IN ('yes', 'no')),
    period_from TEXT CHECK (period_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    sum_insured TEXT CHECK (sum_insured NOT GLOB '*[^0-9.-]*' AND sum_insured GLOB '*[0-9]*'),
    liability TEXT CHECK (liability NOT GLOB '*[^0-9.-]*' AND liability GLOB '*[0-9]*'),
    clause TEXT
) STRICT;

CREATE TABLE coinsurer (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    share TEXT CHECK (share NOT GLOB '*[^0-9.-]*' AND share GLOB '*[0-9]*'),
    leads TEXT CHECK (leads IN ('yes', 'no'))
) STRICT;

CREATE TABLE interim_payment (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    paid_on TEXT CHECK (paid_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    amount TEXT CHECK (amount NOT GLOB '*[^0-9.-]*' AND amount GLOB '*[0-9]*'),
    currency TEXT,
    ground TEXT
) STRICT;

CREATE TABLE exchange_rate (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    from_currency TEXT,
    to_currency TEXT,
    rate TEXT CHECK (rate NOT GLOB '*[^0-9.-]*' AND rate GLOB '*[0-9]*'),
    dated TEXT CHECK (dated GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    publisher TEXT,
    day TEXT CHECK (day IN ('loss_date', 'cost_date', 'agreement_date', 'payment_date'))
) STRICT;

CREATE TABLE scenario (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    reading TEXT CHECK (reading IN ('ours', 'insurer', 'insured', 'other')),
    remark TEXT
) STRICT;

CREATE TABLE position (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    scenario TEXT REFERENCES scenario (id),
    code TEXT,
    value TEXT,
    line TEXT REFERENCES loss_line (id),
    policy_item TEXT REFERENCES policy_item (id),
    clause TEXT
) STRICT;

ALTER TABLE claim_case ADD COLUMN peril TEXT;
ALTER TABLE claim_case ADD COLUMN payment_currency TEXT;

ALTER TABLE policy_item ADD COLUMN section TEXT REFERENCES policy_section (id);
ALTER TABLE policy_item ADD COLUMN average TEXT CHECK (average IN ('full_value', 'coinsurance_pct', 'first_loss', 'ho_80', 'margin_clause'));
ALTER TABLE policy_item ADD COLUMN ratio TEXT CHECK (ratio NOT GLOB '*[^0-9.-]*' AND ratio GLOB '*[0-9]*');
ALTER TABLE policy_item ADD COLUMN increase TEXT CHECK (increase NOT GLOB '*[^0-9.-]*' AND increase GLOB '*[0-9]*');
ALTER TABLE policy_item ADD COLUMN paid_before TEXT CHECK (paid_before NOT GLOB '*[^0-9.-]*' AND paid_before GLOB '*[0-9]*');
ALTER TABLE policy_item ADD COLUMN reinstated TEXT CHECK (reinstated IN ('yes', 'no'));
ALTER TABLE policy_item ADD COLUMN at_actual_value TEXT CHECK (at_actual_value IN ('yes', 'no'));
ALTER TABLE policy_item ADD COLUMN actual_value_loss TEXT CHECK (actual_value_loss NOT GLOB '*[^0-9.-]*' AND actual_value_loss GLOB '*[0-9]*');
ALTER TABLE policy_item ADD COLUMN sum_includes_tax TEXT CHECK (sum_includes_tax IN ('yes', 'no'));
ALTER TABLE policy_item ADD COLUMN value_includes_tax TEXT CHECK (value_includes_tax IN ('yes', 'no'));

ALTER TABLE loss_line ADD COLUMN extension TEXT REFERENCES extension (id);
ALTER TABLE loss_line ADD COLUMN sue_labour TEXT REFERENCES sue_labour (id);
ALTER TABLE loss_line ADD COLUMN coverage TEXT CHECK (coverage NOT GLOB '*[^0-9.-]*' AND coverage GLOB '*[0-9]*');
ALTER TABLE loss_line ADD COLUMN vat_rate TEXT CHECK (vat_rate NOT GLOB '*[^0-9.-]*' AND vat_rate GLOB '*[0-9]*');
ALTER TABLE loss_line ADD COLUMN vat_included TEXT CHECK (vat_included IN ('yes', 'no'));
ALTER TABLE loss_line ADD COLUMN vat_recoverable TEXT CHECK (vat_recoverable NOT GLOB '*[^0-9.-]*' AND vat_recoverable GLOB '*[0-9]*');
ALTER TABLE loss_line ADD COLUMN betterment TEXT CHECK (betterment NOT GLOB '*[^0-9.-]*' AND betterment GLOB '*[0-9]*');
ALTER TABLE loss_line ADD COLUMN depreciation TEXT CHECK (depreciation NOT GLOB '*[^0-9.-]*' AND depreciation GLOB '*[0-9]*');
ALTER TABLE loss_line ADD COLUMN value_before_loss TEXT CHECK (value_before_loss NOT GLOB '*[^0-9.-]*' AND value_before_loss GLOB '*[0-9]*');
ALTER TABLE loss_line ADD COLUMN salvage TEXT CHECK (salvage NOT GLOB '*[^0-9.-]*' AND salvage GLOB '*[0-9]*');
ALTER TABLE loss_line ADD COLUMN clause TEXT;
