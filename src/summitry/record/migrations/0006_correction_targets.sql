-- Which corrections are about which documents, so that one more correction is made without reading all others.
CREATE TABLE correction_targets (
    target_id       TEXT NOT NULL,              -- a document, or the correction that added an incident
    correction_id   TEXT NOT NULL REFERENCES corrections,
    PRIMARY KEY (target_id, correction_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER corrections_targets AFTER INSERT ON corrections BEGIN
    INSERT OR IGNORE INTO correction_targets
    SELECT json_extract(anchors.value, '$.document_id'), new.correction_id
    FROM json_each(new.targets) AS groups, json_each(groups.value) AS anchors;
END;
INSERT OR IGNORE INTO correction_targets
SELECT json_extract(anchors.value, '$.document_id'), c.correction_id
FROM corrections AS c, json_each(c.targets) AS groups, json_each(groups.value) AS anchors;
CREATE INDEX corrections_action ON corrections (action);
