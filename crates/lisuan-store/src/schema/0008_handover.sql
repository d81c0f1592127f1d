-- Packages that went out and came in, and originals that are with someone else.

CREATE TABLE handover (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    direction TEXT CHECK (direction IN ('out', 'in')),
    counterpart TEXT,
    at TEXT,
    reason TEXT,
    state TEXT,
    part TEXT,
    package TEXT CHECK (length(package) = 64),
    file_name TEXT,
    closing TEXT CHECK (closing IN ('open', 'key', 'passphrase')),
    signed_by TEXT,
    operations TEXT CHECK (operations NOT GLOB '*[^0-9-]*' AND operations GLOB '*[0-9]*'),
    operations_digest TEXT CHECK (length(operations_digest) = 64),
    originals TEXT CHECK (originals NOT GLOB '*[^0-9-]*' AND originals GLOB '*[0-9]*'),
    originals_digest TEXT CHECK (length(originals_digest) = 64),
    not_enclosed TEXT CHECK (not_enclosed NOT GLOB '*[^0-9-]*' AND not_enclosed GLOB '*[0-9]*'),
    received_at TEXT,
    received_by TEXT,
    received_key TEXT,
    received_operations TEXT CHECK (received_operations NOT GLOB '*[^0-9-]*' AND received_operations GLOB '*[0-9]*'),
    received_originals TEXT CHECK (received_originals NOT GLOB '*[^0-9-]*' AND received_originals GLOB '*[0-9]*'),
    receipt_agrees TEXT CHECK (receipt_agrees IN ('yes', 'no'))
) STRICT;

-- Originals the records speak of that were not enclosed in a package: where they are known to be.
-- A row goes when its original comes.
CREATE TABLE content_elsewhere (
    sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
    size INTEGER NOT NULL,
    kept_by TEXT NOT NULL,
    package TEXT NOT NULL CHECK (length(package) = 64)
) STRICT, WITHOUT ROWID;

-- The original of a photo or paper may be with someone else, so these two no longer demand that it
-- is in the file: `check` does, unless `content_elsewhere` names it. SQLite takes a reference out of a
-- table only with the table made anew.

CREATE TABLE photo_anew (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    number TEXT,
    content TEXT CHECK (length(content) = 64),
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
    view TEXT CHECK (view IN ('overview', 'medium', 'close-up')),
    damage_place TEXT REFERENCES damage_place (id),
    rating TEXT CHECK (rating NOT GLOB '*[^0-9-]*' AND rating GLOB '*[0-9]*'),
    rejected TEXT CHECK (rejected IN ('yes', 'no')),
    serial TEXT,
    direction TEXT CHECK (direction NOT GLOB '*[^0-9.-]*' AND direction GLOB '*[0-9]*'),
    datum TEXT,
    likeness TEXT,
    altitude TEXT CHECK (altitude NOT GLOB '*[^0-9.-]*' AND altitude GLOB '*[0-9]*'),
    subsecond TEXT CHECK (subsecond NOT GLOB '*[^0-9]*'),
    companions TEXT
) STRICT;
INSERT INTO photo_anew SELECT * FROM photo;
DROP TABLE photo;
ALTER TABLE photo_anew RENAME TO photo;

CREATE TABLE document_anew (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    number TEXT,
    content TEXT CHECK (length(content) = 64),
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
INSERT INTO document_anew SELECT * FROM document;
DROP TABLE document;
ALTER TABLE document_anew RENAME TO document;
