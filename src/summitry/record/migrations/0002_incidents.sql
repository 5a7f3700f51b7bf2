-- Incidents: what events are about. All of these tables can be made again from events and corrections; corrections cannot.

-- What linking looks at. Events that are not linked yet, or have changed since, have linked = 0.
ALTER TABLE events ADD COLUMN link_key TEXT NOT NULL DEFAULT '';      -- type and sides: only events of one key can be one incident
ALTER TABLE events ADD COLUMN acting_key TEXT NOT NULL DEFAULT '';    -- the sides that act upon others
ALTER TABLE events ADD COLUMN person_key TEXT NOT NULL DEFAULT '';    -- the persons who take part, with their states
ALTER TABLE events ADD COLUMN linked INTEGER NOT NULL DEFAULT 0;
CREATE INDEX events_link_key ON events (link_key);
CREATE INDEX events_unlinked ON events (linked) WHERE linked = 0;

-- Keys of which an event was taken away or a correction was made since they were linked.
CREATE TABLE stale_keys (link_key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER events_gone BEFORE DELETE ON events WHEN old.link_key <> '' BEGIN
    INSERT OR IGNORE INTO stale_keys VALUES (old.link_key);
    UPDATE incidents SET stale = 1
    WHERE incident_number = (SELECT incident_number FROM incident_events WHERE event_number = old.event_number);
END;

CREATE TABLE incidents (
    incident_number    INTEGER PRIMARY KEY,
    incident_id        TEXT NOT NULL UNIQUE,    -- i- and the digest of its leading event or of the correction that added it
    link_key           TEXT NOT NULL,
    type               TEXT NOT NULL,
    mode               TEXT NOT NULL,
    interval_start     TEXT,
    interval_end       TEXT,
    interval_precision TEXT NOT NULL,
    interval_rule      TEXT NOT NULL,
    interval_anchor    TEXT NOT NULL,
    place              TEXT NOT NULL,
    status             TEXT NOT NULL,
    level              TEXT NOT NULL,           -- leader, minister, official or body
    level_rank         INTEGER NOT NULL,        -- 0 for leader to 3 for body
    count              INTEGER NOT NULL,
    score              REAL NOT NULL,
    documents          INTEGER NOT NULL,
    sources            INTEGER NOT NULL,        -- independent ones
    sentence           TEXT NOT NULL,
    contexts           TEXT NOT NULL,           -- JSON list
    choices            TEXT NOT NULL,           -- JSON list of [field, value, rule, events, others]: how each was chosen
    conflicts          INTEGER NOT NULL,        -- fields on which sources disagree
    history            TEXT NOT NULL,           -- JSON list of [status, reported, event], in order of report
    citations          TEXT NOT NULL,           -- JSON list: public sources given by hand
    corrections        TEXT NOT NULL,           -- JSON list of ids
    rejected           INTEGER NOT NULL,        -- 1 where a person rejected it: kept, not shown
    digest             TEXT NOT NULL,           -- of all columns above and of the participants
    stale              INTEGER NOT NULL DEFAULT 0 -- 1 where an event was taken away since it was made
) STRICT;
CREATE INDEX incidents_key ON incidents (link_key);
CREATE INDEX incidents_interval ON incidents (interval_start, interval_end);
CREATE INDEX incidents_type ON incidents (type, interval_start);

CREATE TABLE incident_participants (
    incident_number INTEGER NOT NULL REFERENCES incidents ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    role            TEXT NOT NULL,
    actor_id        TEXT NOT NULL,
    name            TEXT NOT NULL,
    folded_name     TEXT NOT NULL,
    state_code      TEXT NOT NULL,
    office          TEXT NOT NULL,
    kind            TEXT NOT NULL,
    score           REAL NOT NULL,
    reasons         TEXT NOT NULL,
    PRIMARY KEY (incident_number, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_participants_state ON incident_participants (state_code, incident_number);
CREATE INDEX incident_participants_name ON incident_participants (folded_name, incident_number);

CREATE TABLE incident_events (
    event_number    INTEGER PRIMARY KEY REFERENCES events ON DELETE CASCADE,
    incident_number INTEGER NOT NULL REFERENCES incidents ON DELETE CASCADE,
    guessed         INTEGER NOT NULL            -- 1 where the event could mean another incident too
) STRICT;
CREATE INDEX incident_events_incident ON incident_events (incident_number);

CREATE VIRTUAL TABLE incidents_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER incidents_search_delete AFTER DELETE ON incidents BEGIN
    DELETE FROM incidents_search WHERE rowid = old.incident_number;
END;

-- What people decided. Rows are only ever added; a later row may supersede an earlier one.
CREATE TABLE corrections (
    correction_id   TEXT PRIMARY KEY,           -- c- and a digest of all that follows
    made_at         TEXT NOT NULL,              -- ISO 8601, UTC
    author          TEXT NOT NULL,
    reason          TEXT NOT NULL,
    action          TEXT NOT NULL,              -- merge, split, edit, reject, confirm, add or undo
    targets         TEXT NOT NULL,              -- JSON list of lists of anchors: the words of which document are meant
    change          TEXT NOT NULL               -- JSON object: field and value, the added incident, or the correction undone
) STRICT, WITHOUT ROWID;

CREATE TABLE incident_additions (
    correction_id   TEXT PRIMARY KEY REFERENCES corrections,
    incident_number INTEGER NOT NULL REFERENCES incidents ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_additions_incident ON incident_additions (incident_number);

-- Claims that documents make beyond single events.
CREATE TABLE claims (
    document_number INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    kind            TEXT NOT NULL,
    quote_start     INTEGER NOT NULL,
    quote_end       INTEGER NOT NULL,
    quote           TEXT NOT NULL,
    claim           TEXT NOT NULL,              -- JSON object: the structured claim
    PRIMARY KEY (document_number, position)
) STRICT, WITHOUT ROWID;

CREATE VIEW incidents_view AS
SELECT
    i.incident_id, i.interval_start AS start_date, i.interval_end AS end_date, i.interval_precision AS date_precision,
    i.type, i.mode,
    (SELECT group_concat(name, '; ') FROM (SELECT name FROM incident_participants p
        WHERE p.incident_number = i.incident_number AND role = 'actor' ORDER BY position)) AS who,
    (SELECT group_concat(name, '; ') FROM (SELECT name FROM incident_participants p
        WHERE p.incident_number = i.incident_number AND role = 'recipient' ORDER BY position)) AS whom,
    i.place, i.status, i.level, i.count, i.documents, i.sources, i.conflicts, i.sentence, i.citations, i.score
FROM incidents i
WHERE i.rejected = 0
ORDER BY i.interval_start IS NULL, i.interval_start, i.interval_end, i.type, i.incident_id;
