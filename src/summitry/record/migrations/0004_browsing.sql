-- Indexes by which pages find their rows at once in a large record: all in order of time, and the queues.
-- The expressions are those of the order in which incidents are listed (`incident_questions.py`).
CREATE INDEX incidents_time ON incidents (
    interval_start IS NULL AND interval_end IS NULL, coalesce(interval_start, interval_end),
    coalesce(interval_end, '9999'), type, incident_id
) WHERE rejected = 0 AND count = 1;
CREATE INDEX incidents_disputed ON incidents (documents DESC, incident_id)
    WHERE rejected = 0 AND corrections = '[]' AND conflicts > 0;
CREATE INDEX incidents_doubted ON incidents (score, incident_id) WHERE rejected = 0 AND corrections = '[]';
CREATE INDEX documents_published ON documents (published_start IS NULL, published_start DESC, document_id);
