-- What version 5 adds: by which rules it was linked.
INSERT INTO linked_by (rules) VALUES
    ('bc018d5a12a289d86aefc233ed7084bf3599e530e1977d252c093a9ff946f44c');
