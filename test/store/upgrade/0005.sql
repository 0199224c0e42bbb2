-- Version 5 rebuilds the index over entries that tell of a call, and adds no table: one more entry of each kind.

INSERT INTO timeline (id, portfolio, lead_id, call_id, at, kind, sentence, reasons, data, inquiry_id) VALUES
	('entry_0501', 'main', 'lead_0001', 'call_0007', 1794938400000, 'call', 'A call came in.', '[]', NULL, NULL),
	('entry_0502', 'main', 'lead_0001', NULL, 1794938400000, 'note', 'Called back.', '[]', NULL, NULL);
