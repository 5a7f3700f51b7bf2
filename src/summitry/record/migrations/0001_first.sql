-- The record, version 1. Column names: docs/reference/record.md.
-- Offsets (columns ending in _start and _end beside a quote or surface) are half-open, in code points of documents.text.

CREATE TABLE runs (
    run_id          INTEGER PRIMARY KEY,
    coder           TEXT NOT NULL,
    options         TEXT NOT NULL,              -- JSON object: what the run was asked to do
    started_at      TEXT NOT NULL,              -- ISO 8601, UTC; the only clock in the record, never exported
    finished_at     TEXT,                       -- NULL where the run was stopped; what it stored is kept
    read_count      INTEGER NOT NULL DEFAULT 0,
    new_count       INTEGER NOT NULL DEFAULT 0,
    updated_count   INTEGER NOT NULL DEFAULT 0,
    unchanged_count INTEGER NOT NULL DEFAULT 0,
    duplicate_count INTEGER NOT NULL DEFAULT 0,
    skipped_count   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE documents (
    document_number     INTEGER PRIMARY KEY,    -- internal, depends on the order of reading; never exported
    document_id         TEXT NOT NULL UNIQUE,   -- d- and the head of text_digest
    text_digest         TEXT NOT NULL UNIQUE,   -- SHA-256 of text in UTF-8
    input_digest        TEXT NOT NULL,          -- SHA-256 of the input's bytes
    title               TEXT NOT NULL,
    text                TEXT NOT NULL,
    article             TEXT NOT NULL,          -- JSON list of [start, end]: the article's spans of text
    published_start     TEXT,                   -- first possible day
    published_end       TEXT,                   -- last possible day
    published_precision TEXT NOT NULL,          -- 'none' where nothing tells
    published_rule      TEXT NOT NULL,
    published_anchor    TEXT NOT NULL,
    publisher           TEXT NOT NULL,
    author              TEXT NOT NULL,
    language_code       TEXT NOT NULL,
    coder               TEXT NOT NULL,          -- name and version of the coder that made its events
    fingerprint         TEXT NOT NULL           -- digest of all that the events depend on
) STRICT;

-- Every wording met. Near-duplicate wordings belong to one document, which keeps the text of one of them.
CREATE TABLE wordings (
    wording_number  INTEGER PRIMARY KEY,
    text_digest     TEXT NOT NULL UNIQUE,
    document_number INTEGER REFERENCES documents ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    signature       BLOB NOT NULL               -- MinHash of the article, for finding near-duplicates
) STRICT;
CREATE INDEX wordings_document ON wordings (document_number);

CREATE TABLE bands (
    band_key        INTEGER NOT NULL,
    wording_number  INTEGER NOT NULL REFERENCES wordings ON DELETE CASCADE,
    PRIMARY KEY (band_key, wording_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX bands_wording ON bands (wording_number);

-- One row for each place where a wording was found, with what that place tells about it.
CREATE TABLE addresses (
    address_number      INTEGER PRIMARY KEY,
    wording_number      INTEGER NOT NULL REFERENCES wordings,
    source              TEXT NOT NULL,          -- file, member or line as the user named it
    url                 TEXT NOT NULL,
    source_id           TEXT NOT NULL,          -- the id that the source gave
    input_digest        TEXT NOT NULL,
    title               TEXT NOT NULL,
    article             TEXT NOT NULL,
    published_start     TEXT,
    published_end       TEXT,
    published_precision TEXT NOT NULL,
    published_rule      TEXT NOT NULL,
    published_anchor    TEXT NOT NULL,
    published_given     INTEGER NOT NULL,       -- 1 where a person gave the date
    publisher           TEXT NOT NULL,
    publisher_given     INTEGER NOT NULL,
    author              TEXT NOT NULL,
    language_code       TEXT NOT NULL,
    preference          TEXT NOT NULL,          -- the least of a document's addresses speaks for it
    UNIQUE (source, url, source_id, input_digest)
) STRICT;
CREATE INDEX addresses_wording ON addresses (wording_number, preference);
CREATE INDEX addresses_source_id ON addresses (source_id);

CREATE TABLE events (
    event_number       INTEGER PRIMARY KEY,
    event_id           TEXT NOT NULL UNIQUE,    -- e- and a digest of what the event says and where it stands
    document_number    INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    type               TEXT NOT NULL,           -- PLOVER category
    mode               TEXT NOT NULL,
    interval_start     TEXT,                    -- first possible day
    interval_end       TEXT,                    -- last possible day
    interval_precision TEXT NOT NULL,
    interval_rule      TEXT NOT NULL,
    interval_anchor    TEXT NOT NULL,
    place              TEXT NOT NULL,
    status             TEXT NOT NULL,
    according_to       TEXT NOT NULL,
    count              INTEGER NOT NULL,
    contexts           TEXT NOT NULL,           -- JSON list
    score              REAL NOT NULL,
    rule               TEXT NOT NULL,
    coder              TEXT NOT NULL
) STRICT;
CREATE INDEX events_document ON events (document_number);
CREATE INDEX events_interval ON events (interval_start, interval_end);

CREATE TABLE participants (
    event_number    INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    role            TEXT NOT NULL,              -- actor or recipient
    actor_id        TEXT NOT NULL,
    name            TEXT NOT NULL,
    folded_name     TEXT NOT NULL,              -- without case, accents and punctuation, for searching
    state_code      TEXT NOT NULL,
    office          TEXT NOT NULL,
    kind            TEXT NOT NULL,
    surface         TEXT NOT NULL,
    surface_start   INTEGER,
    surface_end     INTEGER,
    score           REAL NOT NULL,              -- how sure it is who is meant, 0 to 1
    reasons         TEXT NOT NULL,              -- JSON list: which alias, tenure or antecedent decided
    PRIMARY KEY (event_number, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX participants_state ON participants (state_code, event_number);
CREATE INDEX participants_name ON participants (folded_name, state_code, kind, event_number);

CREATE TABLE evidence (
    event_number    INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    quote_start     INTEGER NOT NULL,
    quote_end       INTEGER NOT NULL,
    quote           TEXT NOT NULL,              -- verbatim documents.text[quote_start:quote_end]
    sentence        TEXT NOT NULL,              -- the sentence that holds the quote, for readers
    PRIMARY KEY (event_number, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE skipped (
    source          TEXT NOT NULL,
    code            TEXT NOT NULL,
    reason          TEXT NOT NULL,
    run_id          INTEGER NOT NULL REFERENCES runs,
    PRIMARY KEY (source, code)
) STRICT, WITHOUT ROWID;

-- Actors that the user added: one table for each data file of the registry, with the columns of that file, so that
-- a table written as CSV can be imported again. Every row is a fact; a fact told twice is one row.
CREATE TABLE own_states (
    code TEXT NOT NULL, name TEXT NOT NULL, start TEXT NOT NULL, "end" TEXT NOT NULL, successor TEXT NOT NULL,
    cow TEXT NOT NULL, gw TEXT NOT NULL, capital TEXT NOT NULL, recognition TEXT NOT NULL, source TEXT NOT NULL,
    PRIMARY KEY (code, name, start, "end", successor, cow, gw, capital, recognition, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE own_organisations (
    id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, start TEXT NOT NULL,
    "end" TEXT NOT NULL, source TEXT NOT NULL,
    PRIMARY KEY (id, name, kind, state, start, "end", source)
) STRICT, WITHOUT ROWID;
CREATE TABLE own_tenures (
    person TEXT NOT NULL, state TEXT NOT NULL, office TEXT NOT NULL, role TEXT NOT NULL, start TEXT NOT NULL,
    "end" TEXT NOT NULL, source TEXT NOT NULL,
    PRIMARY KEY (person, state, office, role, start, "end", source)
) STRICT, WITHOUT ROWID;
CREATE TABLE own_people (
    person TEXT NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL, source TEXT NOT NULL,
    PRIMARY KEY (person, state, note, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE own_state_aliases (
    code TEXT NOT NULL, alias TEXT NOT NULL, type TEXT NOT NULL, start TEXT NOT NULL, "end" TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (code, alias, type, start, "end", source)
) STRICT, WITHOUT ROWID;
CREATE TABLE own_organisation_aliases (
    id TEXT NOT NULL, alias TEXT NOT NULL, type TEXT NOT NULL, source TEXT NOT NULL,
    PRIMARY KEY (id, alias, type, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE own_person_aliases (
    person TEXT NOT NULL, alias TEXT NOT NULL, type TEXT NOT NULL, source TEXT NOT NULL,
    PRIMARY KEY (person, alias, type, source)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE documents_search USING fts5 (
    title, text, content = 'documents', content_rowid = 'document_number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_search_insert AFTER INSERT ON documents BEGIN
    INSERT INTO documents_search (rowid, title, text) VALUES (new.document_number, new.title, new.text);
END;
CREATE TRIGGER documents_search_delete AFTER DELETE ON documents BEGIN
    INSERT INTO documents_search (documents_search, rowid, title, text)
    VALUES ('delete', old.document_number, old.title, old.text);
END;
CREATE TRIGGER documents_search_update AFTER UPDATE OF title, text ON documents BEGIN
    INSERT INTO documents_search (documents_search, rowid, title, text)
    VALUES ('delete', old.document_number, old.title, old.text);
    INSERT INTO documents_search (rowid, title, text) VALUES (new.document_number, new.title, new.text);
END;

-- For people with any SQLite tool.
CREATE VIEW events_view AS
SELECT
    e.event_id, e.interval_start AS start_date, e.interval_end AS end_date, e.interval_precision AS date_precision,
    e.type, e.mode,
    (SELECT group_concat(name, '; ') FROM
        (SELECT name FROM participants p WHERE p.event_number = e.event_number AND role = 'actor' ORDER BY position)
    ) AS who,
    (SELECT group_concat(name, '; ') FROM
        (SELECT name FROM participants p WHERE p.event_number = e.event_number AND role = 'recipient' ORDER BY position)
    ) AS whom,
    e.place, e.status, e.according_to, e.count, v.sentence, v.quote, v.quote_start, v.quote_end,
    d.document_id, d.title, d.publisher, d.published_start AS published_date, e.score, e.coder
FROM events e
JOIN documents d USING (document_number)
JOIN evidence v ON v.event_number = e.event_number AND v.position = 0
ORDER BY e.interval_start IS NULL, e.interval_start, e.interval_end, e.type, e.event_id;

CREATE VIEW documents_view AS
SELECT
    d.document_id, d.title, d.publisher, d.author, d.published_start AS published_date,
    d.published_precision, d.published_rule,
    (SELECT group_concat(CASE WHEN url = '' THEN source ELSE url END, '; ') FROM
        (SELECT DISTINCT a.source, a.url FROM addresses a JOIN wordings w USING (wording_number)
         WHERE w.document_number = d.document_number ORDER BY a.source, a.url)
    ) AS addresses,
    (SELECT count(*) FROM events e WHERE e.document_number = d.document_number) AS events,
    d.coder, d.text
FROM documents d
ORDER BY d.published_start IS NULL, d.published_start, d.document_id;
