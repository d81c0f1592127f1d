-- Supporting papers, what they prove, and pictures of their pages.

CREATE TABLE document (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    number TEXT,
    content TEXT REFERENCES content (sha256),
    file_name TEXT,
    format TEXT,
    bytes TEXT CHECK (bytes NOT GLOB '*[^0-9-]*' AND bytes GLOB '*[0-9]*'),
    pages TEXT CHECK (pages NOT GLOB '*[^0-9-]*' AND pages GLOB '*[0-9]*'),
    oddities TEXT,
    added_at TEXT,
    title TEXT,
    kind TEXT CHECK (kind IN ('notice', 'claim-form', 'loss-list', 'policy', 'endorsement', 'proposal', 'premium-receipt', 'contract', 'boq', 'diary', 'minutes', 'drawing', 'quality', 'programme', 'progress-certificate', 'handover', 'flood-plan', 'testing', 'weather', 'fire', 'police', 'ownership', 'asset-register', 'ledger', 'invoice', 'payment', 'quotation', 'statement', 'expert', 'repair-scheme', 'repair-contract', 'supply-contract', 'delivery-note', 'attendance', 'salvage-bid', 'correspondence', 'third-party-claim', 'authority', 'identity', 'bank', 'subrogation', 'licence', 'damage-confirmation', 'judgment', 'medical', 'transport', 'packing-list', 'survey-report', 'tally', 'translation', 'other')),
    source TEXT,
    dated TEXT CHECK (dated GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    received_on TEXT CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    submitted_by TEXT CHECK (submitted_by IN ('insured', 'contractor', 'supervisor', 'owner', 'designer', 'adjuster', 'insurer', 'broker', 'third-party', 'authority', 'witness', 'other')),
    purpose TEXT,
    form TEXT CHECK (form IN ('original', 'compared', 'copy', 'electronic')),
    signed TEXT CHECK (signed IN ('yes', 'no')),
    language TEXT CHECK (language IN ('zh', 'bilingual', 'en', 'other')),
    translation TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    confidential TEXT CHECK (confidential IN ('yes', 'no')),
    remark TEXT
) STRICT;

CREATE TABLE line_document (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    line TEXT REFERENCES loss_line (id) DEFERRABLE INITIALLY DEFERRED,
    document TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    facet TEXT CHECK (facet IN ('exists', 'damage', 'quantity', 'price', 'cause', 'time', 'place', 'interest', 'repair'))
) STRICT;

ALTER TABLE unit_price ADD COLUMN document TEXT REFERENCES document (id);

-- Pictures of the pages of papers, drawn from originals: can be thrown away and rebuilt.
CREATE TABLE page_picture (
    n INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL REFERENCES content (sha256),
    page INTEGER NOT NULL CHECK (page >= 1),
    width_px INTEGER NOT NULL,
    height_px INTEGER NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    bytes BLOB NOT NULL,
    UNIQUE (sha256, page)
) STRICT;
