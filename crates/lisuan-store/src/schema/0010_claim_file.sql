-- The claim file as a report of its own; strategy, the client's policies over the years, and what
-- rounds, discharge and warranty claims still lacked.

CREATE TABLE report_anew (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    kind TEXT CHECK (kind IN ('brief', 'interim', 'final', 'claim', 'measurement', 'adjustment', 'photos', 'evidence', 'minutes', 'file')),
    number TEXT,
    revision TEXT CHECK (revision NOT GLOB '*[^0-9-]*' AND revision GLOB '*[0-9]*'),
    digest TEXT CHECK (length(digest) = 64),
    case_digest TEXT CHECK (length(case_digest) = 64),
    sealed_at TEXT,
    language TEXT,
    file_name TEXT,
    pages TEXT CHECK (pages NOT GLOB '*[^0-9-]*' AND pages GLOB '*[0-9]*'),
    redacted TEXT CHECK (redacted IN ('yes', 'no')),
    replaces TEXT REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO report_anew SELECT * FROM report;
DROP TABLE report;
ALTER TABLE report_anew RENAME TO report;

CREATE TABLE strategy (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    dated TEXT CHECK (dated GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    feasibility TEXT,
    risks TEXT,
    scope TEXT,
    amount TEXT CHECK (amount NOT GLOB '*[^0-9.-]*' AND amount GLOB '*[0-9]*'),
    currency TEXT,
    plan TEXT,
    told_on TEXT CHECK (told_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    confidential TEXT CHECK (confidential IN ('yes', 'no'))
) STRICT;

CREATE TABLE client_policy (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    number TEXT,
    insurer TEXT,
    period_from TEXT CHECK (period_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    period_to TEXT CHECK (period_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    wording TEXT,
    sum_insured TEXT CHECK (sum_insured NOT GLOB '*[^0-9.-]*' AND sum_insured GLOB '*[0-9]*'),
    premium TEXT CHECK (premium NOT GLOB '*[^0-9.-]*' AND premium GLOB '*[0-9]*'),
    currency TEXT,
    premium_paid_on TEXT CHECK (premium_paid_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    losses TEXT,
    note TEXT
) STRICT;

ALTER TABLE negotiation_round ADD COLUMN scenario TEXT REFERENCES scenario (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE negotiation_round ADD COLUMN authority TEXT;
ALTER TABLE negotiation_round ADD COLUMN signed_on TEXT CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE settlement ADD COLUMN discharged_on TEXT CHECK (discharged_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE returned_part ADD COLUMN failure TEXT;
ALTER TABLE returned_part ADD COLUMN labour TEXT CHECK (labour NOT GLOB '*[^0-9.-]*' AND labour GLOB '*[0-9]*');
ALTER TABLE returned_part ADD COLUMN material TEXT CHECK (material NOT GLOB '*[^0-9.-]*' AND material GLOB '*[0-9]*');
ALTER TABLE returned_part ADD COLUMN currency TEXT;
ALTER TABLE returned_part ADD COLUMN claimed_on TEXT CHECK (claimed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE returned_part ADD COLUMN replied_on TEXT CHECK (replied_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
