-- Fields that two people changed without knowing of each other: every value with the operation that
-- wrote it. Derived from the journal; `decided` names the operation that decided, when one did.
CREATE TABLE conflict (
    kind TEXT NOT NULL,
    record TEXT NOT NULL CHECK (length(record) = 36),
    field TEXT NOT NULL,
    operation TEXT NOT NULL CHECK (length(operation) = 36),
    value TEXT,
    touched TEXT,
    touched_kind TEXT,
    touched_record TEXT CHECK (length(touched_record) = 36),
    decided TEXT CHECK (length(decided) = 36),
    PRIMARY KEY (kind, record, field, operation)
) STRICT, WITHOUT ROWID;
