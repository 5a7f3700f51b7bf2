-- What was linked is kept as it is, save what new and withdrawn events touch (docs/why/linking.md).

-- Events of a key by their days, to find those near a change.
DROP INDEX events_link_key;
CREATE INDEX events_key_days ON events (link_key, interval_start, interval_end);
DROP INDEX events_unlinked;
CREATE INDEX events_unlinked ON events (link_key) WHERE linked = 0;

-- Events as they were when they were linked, since withdrawn or told otherwise: their incident must be looked at again.
CREATE TABLE gone_events (
    event_id        TEXT NOT NULL,
    link_key        TEXT NOT NULL,
    acting_key      TEXT NOT NULL,
    person_key      TEXT NOT NULL,
    interval_start  TEXT,
    interval_end    TEXT,
    interval_rule   TEXT NOT NULL,
    type            TEXT NOT NULL,
    mode            TEXT NOT NULL,
    place           TEXT NOT NULL,
    status          TEXT NOT NULL,
    count           INTEGER NOT NULL,
    document_number INTEGER NOT NULL,
    incident_number INTEGER NOT NULL
) STRICT;
CREATE INDEX gone_events_key ON gone_events (link_key);

DROP TRIGGER events_gone;
CREATE TRIGGER events_gone BEFORE DELETE ON events WHEN old.link_key <> '' BEGIN
    INSERT INTO gone_events
    SELECT old.event_id, old.link_key, old.acting_key, old.person_key, old.interval_start, old.interval_end,
        old.interval_rule, old.type, old.mode, old.place, old.status, old.count, old.document_number, incident_number
    FROM incident_events WHERE event_number = old.event_number;
    UPDATE incidents SET stale = 1
    WHERE incident_number = (SELECT incident_number FROM incident_events WHERE event_number = old.event_number);
END;
CREATE TRIGGER events_told_otherwise BEFORE UPDATE OF link_key, acting_key, person_key, interval_rule ON events
WHEN old.link_key <> '' AND (old.link_key, old.acting_key, old.person_key, old.interval_rule)
    <> (new.link_key, new.acting_key, new.person_key, new.interval_rule) BEGIN
    INSERT INTO gone_events
    SELECT old.event_id, old.link_key, old.acting_key, old.person_key, old.interval_start, old.interval_end,
        old.interval_rule, old.type, old.mode, old.place, old.status, old.count, old.document_number, incident_number
    FROM incident_events WHERE event_number = old.event_number;
    UPDATE incidents SET stale = 1
    WHERE incident_number = (SELECT incident_number FROM incident_events WHERE event_number = old.event_number);
    DELETE FROM incident_events WHERE event_number = old.event_number;
END;

-- Keys of which people merged or split incidents: they are always linked as a whole.
CREATE TABLE joined_keys (link_key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- By which rules all was linked, a digest; by others all is linked again.
CREATE TABLE linked_by (rules TEXT NOT NULL) STRICT;
