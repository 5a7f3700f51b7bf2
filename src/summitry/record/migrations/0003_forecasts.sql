-- Forecasts that were shown to a user. Rows are only ever added; each is sealed by a digest of itself and of the one before.
CREATE TABLE forecasts (
    forecast_number INTEGER PRIMARY KEY,        -- in the order of sealing
    forecast_id     TEXT NOT NULL UNIQUE,       -- f- and a digest of the question, the day and the odds
    made_at         TEXT NOT NULL,              -- ISO 8601, UTC
    known_until     TEXT NOT NULL,              -- last day of which the record told when it was made
    as_of_date      TEXT NOT NULL,              -- first day of the window; nothing known only from it on was used
    due_date        TEXT NOT NULL,              -- last day of the window
    first_side      TEXT NOT NULL,              -- who acts
    second_side     TEXT NOT NULL,              -- on or with whom; * for anyone
    type            TEXT NOT NULL,
    mode            TEXT NOT NULL,
    level           TEXT NOT NULL,
    probability     REAL NOT NULL,
    low             REAL NOT NULL,
    high            REAL NOT NULL,
    base_rate       REAL NOT NULL,
    previous_seal   TEXT NOT NULL,              -- '' for the first
    seal            TEXT NOT NULL UNIQUE        -- SHA-256 of the seal before and of all columns above but the number
) STRICT;
CREATE TRIGGER forecasts_kept BEFORE DELETE ON forecasts BEGIN
    SELECT RAISE(ABORT, 'forecasts are sealed: rows are only ever added');
END;
CREATE TRIGGER forecasts_unchanged BEFORE UPDATE ON forecasts BEGIN
    SELECT RAISE(ABORT, 'forecasts are sealed: rows are only ever added');
END;
