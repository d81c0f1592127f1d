-- Site capture: damaged places, camera clocks, marks, people, measurement sheets with signatures,
-- quotes; and more of photos, quantities and prices.

CREATE TABLE damage_place (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    location TEXT,
    remark TEXT
) STRICT;

CREATE TABLE camera_clock (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    camera TEXT,
    serial TEXT,
    photo TEXT REFERENCES photo (id),
    shown_at TEXT,
    true_at TEXT,
    remark TEXT
) STRICT;

CREATE TABLE photo_mark (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    photo TEXT REFERENCES photo (id),
    kind TEXT CHECK (kind IN ('arrow', 'box', 'ellipse', 'freehand', 'text', 'dimension', 'scale', 'blur', 'blackout')),
    points TEXT,
    text TEXT,
    length TEXT CHECK (length NOT GLOB '*[^0-9.-]*' AND length GLOB '*[0-9]*'),
    unit TEXT
) STRICT;

CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    name TEXT,
    party TEXT CHECK (party IN ('insured', 'contractor', 'supervisor', 'owner', 'designer', 'adjuster', 'insurer', 'broker', 'third-party', 'authority', 'witness', 'other')),
    organisation TEXT,
    position TEXT,
    phone TEXT,
    remark TEXT
) STRICT;

CREATE TABLE note_person (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    note TEXT REFERENCES note (id),
    person TEXT REFERENCES person (id)
) STRICT;

CREATE TABLE measurement_sheet (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    number TEXT,
    title TEXT,
    measured_on TEXT CHECK (measured_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    weather TEXT,
    place TEXT,
    photo TEXT REFERENCES photo (id),
    remark TEXT
) STRICT;

CREATE TABLE signature (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    sheet TEXT REFERENCES measurement_sheet (id),
    note TEXT REFERENCES note (id),
    person TEXT REFERENCES person (id),
    signed_at TEXT,
    content TEXT,
    strokes TEXT
) STRICT;

CREATE TABLE quote (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    price TEXT REFERENCES unit_price (id),
    supplier TEXT,
    amount TEXT CHECK (amount NOT GLOB '*[^0-9.-]*' AND amount GLOB '*[0-9]*'),
    currency TEXT,
    dated TEXT CHECK (dated GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    source TEXT,
    photo TEXT REFERENCES photo (id)
) STRICT;

ALTER TABLE note ADD COLUMN weather TEXT;

ALTER TABLE photo ADD COLUMN damage_place TEXT REFERENCES damage_place (id);
ALTER TABLE photo ADD COLUMN rating TEXT CHECK (rating NOT GLOB '*[^0-9-]*' AND rating GLOB '*[0-9]*');
ALTER TABLE photo ADD COLUMN rejected TEXT CHECK (rejected IN ('yes', 'no'));
ALTER TABLE photo ADD COLUMN serial TEXT;
ALTER TABLE photo ADD COLUMN direction TEXT CHECK (direction NOT GLOB '*[^0-9.-]*' AND direction GLOB '*[0-9]*');
ALTER TABLE photo ADD COLUMN datum TEXT;
ALTER TABLE photo ADD COLUMN likeness TEXT;

ALTER TABLE measurement ADD COLUMN sheet TEXT REFERENCES measurement_sheet (id);
ALTER TABLE measurement ADD COLUMN deducts_from TEXT REFERENCES measurement (id);
ALTER TABLE measurement ADD COLUMN claimed_quantity TEXT CHECK (claimed_quantity NOT GLOB '*[^0-9.-]*' AND claimed_quantity GLOB '*[0-9]*');
ALTER TABLE measurement ADD COLUMN agreed_quantity TEXT CHECK (agreed_quantity NOT GLOB '*[^0-9.-]*' AND agreed_quantity GLOB '*[0-9]*');
ALTER TABLE measurement ADD COLUMN disagreement TEXT;
ALTER TABLE measurement ADD COLUMN measured_by TEXT;
ALTER TABLE measurement ADD COLUMN instrument TEXT;
ALTER TABLE measurement ADD COLUMN photo TEXT REFERENCES photo (id);
ALTER TABLE measurement ADD COLUMN damage_place TEXT REFERENCES damage_place (id);

ALTER TABLE unit_price ADD COLUMN boq_code TEXT;
ALTER TABLE unit_price ADD COLUMN feature TEXT;
ALTER TABLE unit_price ADD COLUMN boq_quantity TEXT CHECK (boq_quantity NOT GLOB '*[^0-9.-]*' AND boq_quantity GLOB '*[0-9]*');
ALTER TABLE unit_price ADD COLUMN tax_included TEXT CHECK (tax_included IN ('yes', 'no'));
ALTER TABLE unit_price ADD COLUMN asked TEXT CHECK (asked NOT GLOB '*[^0-9.-]*' AND asked GLOB '*[0-9]*');
ALTER TABLE unit_price ADD COLUMN offered TEXT CHECK (offered NOT GLOB '*[^0-9.-]*' AND offered GLOB '*[0-9]*');
ALTER TABLE unit_price ADD COLUMN photo TEXT REFERENCES photo (id);

ALTER TABLE loss_line ADD COLUMN damage_place TEXT REFERENCES damage_place (id);
