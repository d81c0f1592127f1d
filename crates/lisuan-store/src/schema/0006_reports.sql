-- Reports: what they say beside the figures, who signs them, and which were sealed.

CREATE TABLE signatory (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    duty TEXT CHECK (duty IN ('handling', 'assisting', 'proofreading', 'reviewing')),
    licence_no TEXT
) STRICT;

CREATE TABLE report (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    kind TEXT CHECK (kind IN ('brief', 'interim', 'final', 'claim', 'measurement', 'adjustment', 'photos', 'evidence', 'minutes')),
    number TEXT,
    revision TEXT CHECK (revision NOT GLOB '*[^0-9-]*' AND revision GLOB '*[0-9]*'),
    digest TEXT CHECK (length(digest) = 64),
    case_digest TEXT CHECK (length(case_digest) = 64),
    sealed_at TEXT,
    language TEXT,
    file_name TEXT,
    pages TEXT CHECK (pages NOT GLOB '*[^0-9-]*' AND pages GLOB '*[0-9]*'),
    redacted TEXT CHECK (redacted IN ('yes', 'no')),
    replaces TEXT REFERENCES report (id)
) STRICT;

CREATE TABLE letter (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    number TEXT,
    kind TEXT CHECK (kind IN ('request', 'advance', 'refusal', 'subrogation', 'progress', 'advice', 'other')),
    addressee TEXT,
    address TEXT,
    subject TEXT,
    text TEXT,
    dated TEXT CHECK (dated GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    signed_by TEXT,
    sent_by TEXT,
    sent_on TEXT CHECK (sent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    received_on TEXT CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

ALTER TABLE claim_case ADD COLUMN report_no TEXT;
ALTER TABLE claim_case ADD COLUMN principal TEXT;
ALTER TABLE claim_case ADD COLUMN engaged_on TEXT CHECK (engaged_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE claim_case ADD COLUMN subject TEXT;
ALTER TABLE claim_case ADD COLUMN basis TEXT;
ALTER TABLE claim_case ADD COLUMN third_party TEXT;
ALTER TABLE claim_case ADD COLUMN conclusion TEXT;
ALTER TABLE claim_case ADD COLUMN plan TEXT;
ALTER TABLE claim_case ADD COLUMN reserve TEXT CHECK (reserve NOT GLOB '*[^0-9.-]*' AND reserve GLOB '*[0-9]*');
ALTER TABLE claim_case ADD COLUMN interim_advice TEXT CHECK (interim_advice NOT GLOB '*[^0-9.-]*' AND interim_advice GLOB '*[0-9]*');
