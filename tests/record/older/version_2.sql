-- What version 2 adds to the rows of version 1: keys of events, incidents, a correction.
UPDATE events SET link_key = 'CONSULT CHN PRK', acting_key = '', person_key = 'CHN:xi-jinping PRK:kim-jong-un', linked = 1;
INSERT INTO incidents (incident_number, incident_id, link_key, type, mode, interval_start, interval_end, interval_precision, interval_rule, interval_anchor, place, status, level, level_rank, count, score, documents, sources, sentence, contexts, choices, conflicts, history, citations, corrections, rejected, digest, stale) VALUES
    (1, 'i-877564875bb21412', 'CONSULT CHN PRK', 'CONSULT', 'visit', '2018-03-26', '2018-03-26', 'day', 'metadata', '', 'Beijing', 'occurred', 'official', 2, 1, 0.96, 2, 2, 'Xi Jinping met Kim Jong Un in Beijing', '[]', '[["interval","2018-03-26","first-told",["e-877564875bb21412"],[["2018-03-27",["e-bf0ca7c599730ccc"]]]],["place","Beijing","only",["e-877564875bb21412","e-bf0ca7c599730ccc"],[]],["mode","visit","only",["e-877564875bb21412","e-bf0ca7c599730ccc"],[]],["status","occurred","only",["e-877564875bb21412","e-bf0ca7c599730ccc"],[]],["count","1","only",["e-877564875bb21412","e-bf0ca7c599730ccc"],[]]]', 1, '[["occurred","2018-03-26","e-877564875bb21412"],["occurred","2018-03-27","e-bf0ca7c599730ccc"]]', '[]', '[]', 0, '637568c7666383ac', 0),
    (2, 'i-152f7e17308eb021', 'CONSULT CHN PRK', 'CONSULT', 'visit', '2018-05-08', '2018-05-08', 'day', 'metadata', '', 'Dalian, China', 'occurred', 'official', 2, 1, 0.8, 1, 1, 'Xi Jinping met Kim Jong Un in Dalian', '[]', '[["place","Dalian, China","corrected",["c-e4905898702cacc2"],[["Dalian",[]]]]]', 1, '[["occurred","2018-05-08","e-152f7e17308eb021"]]', '[]', '["c-e4905898702cacc2"]', 0, 'ba2629a3ae61ac08', 0);
INSERT INTO incident_participants (incident_number, position, role, actor_id, name, folded_name, state_code, office, kind, score, reasons) VALUES
    (1, 0, 'actor', 'xi-jinping', 'Xi Jinping', 'xi jinping', 'CHN', '', 'person', 0.9, '["alias: Xi Jinping","the only one of that name"]'),
    (1, 1, 'recipient', 'kim-jong-un', 'Kim Jong Un', 'kim jong un', 'PRK', '', 'person', 0.9, '["alias: Kim Jong Un","the only one of that name"]'),
    (2, 0, 'actor', 'xi-jinping', 'Xi Jinping', 'xi jinping', 'CHN', '', 'person', 0.9, '["alias: Xi Jinping","the only one of that name"]'),
    (2, 1, 'recipient', 'kim-jong-un', 'Kim Jong Un', 'kim jong un', 'PRK', '', 'person', 0.9, '["alias: Kim Jong Un","the only one of that name"]');
INSERT INTO incident_events (event_number, incident_number, guessed) VALUES
    (1, 1, 0),
    (2, 1, 0),
    (3, 2, 0);
INSERT INTO corrections (correction_id, made_at, author, reason, action, targets, change) VALUES
    ('c-e4905898702cacc2', '2026-11-22T18:30:13.157+00:00', 'ann', 'in full', 'edit', '[[{"document_id": "d-2376fc02ebfecfbe", "start": 14, "end": 50, "type": "CONSULT"}]]', '{"field": "place", "value": "Dalian, China"}');
INSERT INTO incidents_search (rowid, words) VALUES (1, 'CONSULT
visit
Xi Jinping

Kim Jong Un
Beijing
Xi Jinping met Kim Jong Un in Beijing
Kim Jong Un met Xi Jinping in Beijing');
INSERT INTO incidents_search (rowid, words) VALUES (2, 'CONSULT
visit
Xi Jinping

Kim Jong Un
Dalian, China
Xi Jinping met Kim Jong Un in Dalian');
