-- Rows of a record of version 1: three reports of two meetings.
INSERT INTO runs (run_id, coder, options, started_at, finished_at, read_count, new_count, updated_count, unchanged_count, duplicate_count, skipped_count) VALUES
    (1, 'fake 1', '{}', '2020-01-02T03:04:05+00:00', '2020-01-02T03:04:06+00:00', 3, 3, 0, 0, 0, 0);
INSERT INTO documents (document_number, document_id, text_digest, input_digest, title, text, article, published_start, published_end, published_precision, published_rule, published_anchor, publisher, author, language_code, coder, fingerprint) VALUES
    (1, 'd-3574bc0a46dfeda9', '3574bc0a46dfeda982159d6318720ce31bc781d5e90f0249268372d05a690043', 'digest of a.txt', 'A guest from the north', 'Xi Jinping met Kim Jong Un in Beijing after a long silence', '[[0,58]]', '2018-03-26', '2018-03-26', 'day', 'metadata', '', 'A', '', '', 'fake 1', '1cd453e0d0bb706cde26738e7e954a059ad811ba28ead77afb4041dfb62b28a8'),
    (2, 'd-1b602cfbf696b6c4', '1b602cfbf696b6c495dbd9e4584e9d7e97db0972e526b7e99f907d9c0370e563', 'digest of b.txt', 'Guards at the station', 'It was said that Kim Jong Un met Xi Jinping in Beijing', '[[0,54]]', '2018-03-27', '2018-03-27', 'day', 'metadata', '', 'B', '', '', 'fake 1', '0f39ce46e8d4a7ffdb06050004e8a2134dc8e7d351ed90b0d085cfa65b6f3549'),
    (3, 'd-2376fc02ebfecfbe', '2376fc02ebfecfbeb1f8685675143f71f85e315fcf2f14b1125ad5d053f37402', 'digest of c.txt', 'A walk by the sea', 'Some weeks on Xi Jinping met Kim Jong Un in Dalian', '[[0,50]]', '2018-05-08', '2018-05-08', 'day', 'metadata', '', 'A', '', '', 'fake 1', 'b1e51783b442928b230e07e14c09f83e5351919a2dc3884e024758207c27a32c');
INSERT INTO wordings (wording_number, text_digest, document_number, signature) VALUES
    (1, '3574bc0a46dfeda982159d6318720ce31bc781d5e90f0249268372d05a690043', 1, X'4265696A696E67204A696E70696E67204A6F6E67204B696D20556E205869206120616674657220696E206C6F6E67206D65742073696C656E6365'),
    (2, '1b602cfbf696b6c495dbd9e4584e9d7e97db0972e526b7e99f907d9c0370e563', 2, X'4265696A696E67204974204A696E70696E67204A6F6E67204B696D20556E20586920696E206D65742073616964207468617420776173'),
    (3, '2376fc02ebfecfbeb1f8685675143f71f85e315fcf2f14b1125ad5d053f37402', 3, X'44616C69616E204A696E70696E67204A6F6E67204B696D20536F6D6520556E20586920696E206D6574206F6E207765656B73');
INSERT INTO bands (band_key, wording_number) VALUES
    (78804536, 1),
    (131406943, 1),
    (241999294, 1),
    (740292529, 1),
    (999795048, 1),
    (1609338446, 1),
    (1887404054, 1),
    (2302955073, 1),
    (3117835745, 1),
    (3201194378, 1),
    (3904355907, 1),
    (4037847974, 1),
    (78804536, 2),
    (131406943, 2),
    (454417831, 2),
    (740292529, 2),
    (923423638, 2),
    (1609338446, 2),
    (1887404054, 2),
    (2824052108, 2),
    (3117835745, 2),
    (3201194378, 2),
    (4013622486, 2),
    (4037847974, 2),
    (78804536, 3),
    (131406943, 3),
    (162933192, 3),
    (740292529, 3),
    (1459385200, 3),
    (1609338446, 3),
    (1631787401, 3),
    (1887404054, 3),
    (2150717394, 3),
    (3201194378, 3),
    (4037847974, 3);
INSERT INTO addresses (address_number, wording_number, source, url, source_id, input_digest, title, article, published_start, published_end, published_precision, published_rule, published_anchor, published_given, publisher, publisher_given, author, language_code, preference) VALUES
    (1, 1, 'a.txt', '', '', 'digest of a.txt', 'A guest from the north', '[[0,58]]', '2018-03-26', '2018-03-26', 'day', 'metadata', '', 0, 'A', 0, '', '', '12018-03-262018-03-2699999999413574bc0a46dfeda982159d6318720ce31bc781d5e90f0249268372d05a690043A guest from the northAa.txtdigest of a.txt'),
    (2, 2, 'b.txt', '', '', 'digest of b.txt', 'Guards at the station', '[[0,54]]', '2018-03-27', '2018-03-27', 'day', 'metadata', '', 0, 'B', 0, '', '', '12018-03-272018-03-2799999999451b602cfbf696b6c495dbd9e4584e9d7e97db0972e526b7e99f907d9c0370e563Guards at the stationBb.txtdigest of b.txt'),
    (3, 3, 'c.txt', '', '', 'digest of c.txt', 'A walk by the sea', '[[0,50]]', '2018-05-08', '2018-05-08', 'day', 'metadata', '', 0, 'A', 0, '', '', '12018-05-082018-05-0899999999492376fc02ebfecfbeb1f8685675143f71f85e315fcf2f14b1125ad5d053f37402A walk by the seaAc.txtdigest of c.txt');
INSERT INTO events (event_number, event_id, document_number, type, mode, interval_start, interval_end, interval_precision, interval_rule, interval_anchor, place, status, according_to, count, contexts, score, rule, coder) VALUES
    (1, 'e-877564875bb21412', 1, 'CONSULT', 'visit', '2018-03-26', '2018-03-26', 'day', 'metadata', '', 'Beijing', 'occurred', 'author', 1, '[]', 0.8, 'fake', 'fake 1'),
    (2, 'e-bf0ca7c599730ccc', 2, 'CONSULT', 'visit', '2018-03-27', '2018-03-27', 'day', 'metadata', '', 'Beijing', 'occurred', 'author', 1, '[]', 0.8, 'fake', 'fake 1'),
    (3, 'e-152f7e17308eb021', 3, 'CONSULT', 'visit', '2018-05-08', '2018-05-08', 'day', 'metadata', '', 'Dalian', 'occurred', 'author', 1, '[]', 0.8, 'fake', 'fake 1');
INSERT INTO participants (event_number, position, role, actor_id, name, folded_name, state_code, office, kind, surface, surface_start, surface_end, score, reasons) VALUES
    (1, 0, 'actor', 'xi-jinping', 'Xi Jinping', 'xi jinping', 'CHN', '', 'person', 'Xi Jinping', 0, 10, 0.9, '["alias: Xi Jinping", "the only one of that name"]'),
    (1, 1, 'recipient', 'kim-jong-un', 'Kim Jong Un', 'kim jong un', 'PRK', '', 'person', 'Kim Jong Un', 15, 26, 0.9, '["alias: Kim Jong Un", "the only one of that name"]'),
    (2, 0, 'actor', 'kim-jong-un', 'Kim Jong Un', 'kim jong un', 'PRK', '', 'person', 'Kim Jong Un', 17, 28, 0.9, '["alias: Kim Jong Un", "the only one of that name"]'),
    (2, 1, 'recipient', 'xi-jinping', 'Xi Jinping', 'xi jinping', 'CHN', '', 'person', 'Xi Jinping', 33, 43, 0.9, '["alias: Xi Jinping", "the only one of that name"]'),
    (3, 0, 'actor', 'xi-jinping', 'Xi Jinping', 'xi jinping', 'CHN', '', 'person', 'Xi Jinping', 14, 24, 0.9, '["alias: Xi Jinping", "the only one of that name"]'),
    (3, 1, 'recipient', 'kim-jong-un', 'Kim Jong Un', 'kim jong un', 'PRK', '', 'person', 'Kim Jong Un', 29, 40, 0.9, '["alias: Kim Jong Un", "the only one of that name"]');
INSERT INTO evidence (event_number, position, quote_start, quote_end, quote, sentence) VALUES
    (1, 0, 0, 37, 'Xi Jinping met Kim Jong Un in Beijing', ''),
    (2, 0, 17, 54, 'Kim Jong Un met Xi Jinping in Beijing', ''),
    (3, 0, 14, 50, 'Xi Jinping met Kim Jong Un in Dalian', '');
