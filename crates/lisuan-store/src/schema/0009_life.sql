-- The life of a claim: from the first notice through cause, work and negotiation to the archive.

CREATE TABLE notice (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    at TEXT,
    channel TEXT CHECK (channel IN ('telephone', 'online', 'letter', 'in-person', 'other')),
    informant TEXT,
    informed TEXT,
    report_no TEXT,
    note TEXT
) STRICT;

CREATE TABLE advice (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    given_at TEXT,
    to_whom TEXT,
    kind TEXT CHECK (kind IN ('rescue', 'scene-protection', 'mitigation', 'other')),
    text TEXT
) STRICT;

CREATE TABLE disclosure (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    kind TEXT CHECK (kind IN ('conflict-of-interest', 'client')),
    dated TEXT CHECK (dated GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    person TEXT,
    text TEXT,
    insurers_compared TEXT,
    choice TEXT,
    signed_on TEXT CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE event (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    at TEXT,
    what TEXT,
    note TEXT REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED,
    document TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE cause_option (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    description TEXT,
    assessment TEXT CHECK (assessment IN ('open', 'proximate', 'contributing', 'excluded')),
    reason TEXT
) STRICT;

CREATE TABLE cause_evidence (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    cause TEXT REFERENCES cause_option (id) DEFERRABLE INITIALLY DEFERRED,
    weight TEXT CHECK (weight IN ('for', 'against')),
    document TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    photo TEXT REFERENCES photo (id) DEFERRABLE INITIALLY DEFERRED,
    statement TEXT REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT
) STRICT;

CREATE TABLE coverage_test (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    kind TEXT CHECK (kind IN ('insuring', 'exclusion', 'extension', 'condition', 'period')),
    clause TEXT REFERENCES policy_clause (id) DEFERRABLE INITIALLY DEFERRED,
    section TEXT REFERENCES policy_section (id) DEFERRABLE INITIALLY DEFERRED,
    question TEXT,
    reading TEXT,
    result TEXT CHECK (result IN ('met', 'not-met', 'open')),
    reason TEXT
) STRICT;

CREATE TABLE expert (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    field TEXT,
    engaged_on TEXT CHECK (engaged_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    opinion TEXT,
    fee TEXT,
    currency TEXT,
    confidential TEXT CHECK (confidential IN ('yes', 'no'))
) STRICT;

CREATE TABLE paper_request (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    requested_on TEXT CHECK (requested_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    to_whom TEXT,
    items TEXT,
    due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    received_on TEXT CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT
) STRICT;

CREATE TABLE work_entry (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    at TEXT,
    kind TEXT CHECK (kind IN ('call', 'visit', 'letter', 'meeting', 'analysis', 'other')),
    persons TEXT,
    summary TEXT,
    minutes TEXT CHECK (minutes NOT GLOB '*[^0-9-]*' AND minutes GLOB '*[0-9]*'),
    cost TEXT,
    currency TEXT,
    told_client TEXT CHECK (told_client IN ('yes', 'no')),
    follow_up_on TEXT CHECK (follow_up_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    done TEXT CHECK (done IN ('yes', 'no'))
) STRICT;

CREATE TABLE negotiation_round (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    held_at TEXT,
    venue TEXT,
    present TEXT,
    without_prejudice TEXT CHECK (without_prejudice IN ('yes', 'no')),
    open_points TEXT,
    minutes TEXT
) STRICT;

CREATE TABLE negotiation_position (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    round TEXT REFERENCES negotiation_round (id) DEFERRABLE INITIALLY DEFERRED,
    line TEXT REFERENCES loss_line (id) DEFERRABLE INITIALLY DEFERRED,
    side TEXT CHECK (side IN ('insured', 'insurer', 'broker', 'other')),
    amount TEXT,
    assessed TEXT,
    reason TEXT
) STRICT;

CREATE TABLE reserve (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    set_on TEXT CHECK (set_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    amount TEXT,
    currency TEXT,
    reason TEXT
) STRICT;

CREATE TABLE approval (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    step TEXT,
    authority_limit TEXT,
    currency TEXT,
    who TEXT,
    decided_on TEXT CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    decision TEXT CHECK (decision IN ('approved', 'returned', 'refused')),
    note TEXT
) STRICT;

CREATE TABLE payment (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    kind TEXT CHECK (kind IN ('interim', 'final', 'refund')),
    payee TEXT,
    bank TEXT,
    account TEXT,
    amount TEXT,
    currency TEXT,
    due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    urged_on TEXT CHECK (urged_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    paid_on TEXT CHECK (paid_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE refusal (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    decided_on TEXT CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reasons TEXT,
    sent_on TEXT CHECK (sent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE dispute (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    kind TEXT CHECK (kind IN ('objection', 'expert-determination', 'mediation', 'arbitration', 'court')),
    opened_on TEXT CHECK (opened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    body TEXT,
    status TEXT CHECK (status IN ('open', 'settled', 'decided', 'withdrawn')),
    outcome TEXT
) STRICT;

CREATE TABLE third_party (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    ground TEXT,
    basis TEXT,
    notified_on TEXT CHECK (notified_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    limitation_on TEXT CHECK (limitation_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE returned_part (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    number TEXT,
    part TEXT,
    batch TEXT,
    returned_on TEXT CHECK (returned_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    manufacturer_reply TEXT,
    quality_note TEXT
) STRICT;

CREATE TABLE archive (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    class TEXT CHECK (class IN ('important', 'ordinary', 'other')),
    closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    retention_years TEXT CHECK (retention_years NOT GLOB '*[^0-9-]*' AND retention_years GLOB '*[0-9]*'),
    deletion_certificate TEXT
) STRICT;

CREATE TABLE risk_advice (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    written_on TEXT CHECK (written_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    finding TEXT,
    advice TEXT,
    addressee TEXT,
    due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
