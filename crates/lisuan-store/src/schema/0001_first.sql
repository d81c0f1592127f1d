-- The case file, version 1. A released migration is never edited: later versions add files.
-- Every value of a record is text in its one spelling (see lisuan-core, change::Shape);
-- decimals are TEXT and the CHECK refuses what a float would turn into.

CREATE TABLE claim_case (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    claim_no TEXT,
    insured TEXT,
    insurer TEXT,
    firm TEXT,
    policy_no TEXT,
    policy_from TEXT CHECK (policy_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    policy_to TEXT CHECK (policy_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    line_of_business TEXT CHECK (line_of_business IN ('car', 'ear', 'property-all-risks', 'property-comprehensive', 'motor', 'cargo', 'liability', 'other')),
    loss_date TEXT CHECK (loss_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    loss_place TEXT,
    cause TEXT,
    course TEXT,
    liability TEXT,
    role TEXT CHECK (role IN ('adjuster', 'insurer', 'broker')),
    currency TEXT,
    handover_date TEXT CHECK (handover_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    zone TEXT
) STRICT;

CREATE TABLE policy_item (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    sum_insured TEXT CHECK (sum_insured NOT GLOB '*[^0-9.-]*' AND sum_insured GLOB '*[0-9]*'),
    currency TEXT,
    insurable_value TEXT CHECK (insurable_value NOT GLOB '*[^0-9.-]*' AND insurable_value GLOB '*[0-9]*'),
    salvage TEXT CHECK (salvage NOT GLOB '*[^0-9.-]*' AND salvage GLOB '*[0-9]*'),
    clause TEXT
) STRICT;

CREATE TABLE term (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    code TEXT,
    value TEXT,
    clause TEXT,
    explained TEXT CHECK (explained IN ('yes', 'no', 'unknown'))
) STRICT;

CREATE TABLE note (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    at TEXT,
    text TEXT,
    place TEXT,
    kind TEXT CHECK (kind IN ('survey', 'statement', 'contact', 'other'))
) STRICT;

CREATE TABLE photo (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    number TEXT,
    content TEXT REFERENCES content (sha256),
    file_name TEXT,
    format TEXT,
    bytes TEXT CHECK (bytes NOT GLOB '*[^0-9-]*' AND bytes GLOB '*[0-9]*'),
    width_px TEXT CHECK (width_px NOT GLOB '*[^0-9-]*' AND width_px GLOB '*[0-9]*'),
    height_px TEXT CHECK (height_px NOT GLOB '*[^0-9-]*' AND height_px GLOB '*[0-9]*'),
    orientation TEXT CHECK (orientation NOT GLOB '*[^0-9-]*' AND orientation GLOB '*[0-9]*'),
    taken_at TEXT,
    taken_offset TEXT,
    latitude TEXT CHECK (latitude NOT GLOB '*[^0-9.-]*' AND latitude GLOB '*[0-9]*'),
    longitude TEXT CHECK (longitude NOT GLOB '*[^0-9.-]*' AND longitude GLOB '*[0-9]*'),
    camera TEXT,
    software TEXT,
    oddities TEXT,
    added_at TEXT,
    caption TEXT,
    place TEXT,
    view TEXT CHECK (view IN ('overview', 'medium', 'close-up'))
) STRICT;

CREATE TABLE measurement (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    item TEXT,
    boq_code TEXT,
    location TEXT,
    expression TEXT,
    unit TEXT,
    stated_quantity TEXT CHECK (stated_quantity NOT GLOB '*[^0-9.-]*' AND stated_quantity GLOB '*[0-9]*'),
    stated_length TEXT CHECK (stated_length NOT GLOB '*[^0-9.-]*' AND stated_length GLOB '*[0-9]*'),
    remark TEXT
) STRICT;

CREATE TABLE unit_price (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    item TEXT,
    unit TEXT,
    amount TEXT CHECK (amount NOT GLOB '*[^0-9.-]*' AND amount GLOB '*[0-9]*'),
    currency TEXT,
    basis TEXT CHECK (basis IN ('contract-boq', 'quota', 'market', 'negotiated')),
    source TEXT,
    dated TEXT CHECK (dated GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE loss_line (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    item TEXT,
    location TEXT,
    policy_item TEXT REFERENCES policy_item (id) DEFERRABLE INITIALLY DEFERRED,
    measurement TEXT REFERENCES measurement (id) DEFERRABLE INITIALLY DEFERRED,
    price TEXT REFERENCES unit_price (id) DEFERRABLE INITIALLY DEFERRED,
    claimed_quantity TEXT CHECK (claimed_quantity NOT GLOB '*[^0-9.-]*' AND claimed_quantity GLOB '*[0-9]*'),
    claimed_price TEXT CHECK (claimed_price NOT GLOB '*[^0-9.-]*' AND claimed_price GLOB '*[0-9]*'),
    claimed_amount TEXT CHECK (claimed_amount NOT GLOB '*[^0-9.-]*' AND claimed_amount GLOB '*[0-9]*'),
    assessed_amount TEXT CHECK (assessed_amount NOT GLOB '*[^0-9.-]*' AND assessed_amount GLOB '*[0-9]*'),
    remark TEXT
) STRICT;

CREATE TABLE line_photo (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    line TEXT REFERENCES loss_line (id) DEFERRABLE INITIALLY DEFERRED,
    photo TEXT REFERENCES photo (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE recovery (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    from_whom TEXT,
    amount TEXT CHECK (amount NOT GLOB '*[^0-9.-]*' AND amount GLOB '*[0-9]*'),
    currency TEXT,
    received_on TEXT CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    ground TEXT
) STRICT;

CREATE TABLE settlement (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    kind TEXT CHECK (kind IN ('formula', 'agreed', 'interim', 'compromise', 'ex-gratia', 'nil', 'refusal')),
    amount TEXT CHECK (amount NOT GLOB '*[^0-9.-]*' AND amount GLOB '*[0-9]*'),
    currency TEXT,
    agreed_on TEXT CHECK (agreed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reason TEXT
) STRICT;

-- The journal: append-only, each operation chained to its parents by digest.
CREATE TABLE operation (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    author TEXT NOT NULL,
    device TEXT NOT NULL,
    at TEXT NOT NULL CHECK (length(at) = 25),
    label TEXT NOT NULL,
    subject TEXT NOT NULL,
    batch TEXT,
    reverts TEXT,
    digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TABLE operation_parent (
    operation INTEGER NOT NULL REFERENCES operation (seq),
    n INTEGER NOT NULL,
    parent INTEGER NOT NULL REFERENCES operation (seq),
    PRIMARY KEY (operation, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX operation_parent_parent ON operation_parent (parent);

CREATE TABLE operation_change (
    operation INTEGER NOT NULL REFERENCES operation (seq),
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    record TEXT NOT NULL CHECK (length(record) = 36),
    field TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (operation, n)
) STRICT, WITHOUT ROWID;

-- Originals, byte for byte, by digest. The key is a number so that a blob can be read in pieces.
CREATE TABLE content (
    n INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    size INTEGER NOT NULL CHECK (size = length(bytes)),
    bytes BLOB NOT NULL
) STRICT;

-- Smaller pictures drawn from originals: can be thrown away and rebuilt.
CREATE TABLE preview (
    n INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL REFERENCES content (sha256),
    side_px INTEGER NOT NULL,
    width_px INTEGER NOT NULL,
    height_px INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (sha256, side_px)
) STRICT;
