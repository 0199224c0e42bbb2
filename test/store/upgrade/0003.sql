-- Rows that version 3 adds to what version 2 left: what people said of themselves, decisions about pairs, a merge, a household.
-- Both back ends take it.

INSERT INTO leads (id, portfolio, first_name, last_name, full_name, phone, email, source, status, owner, next_action, next_action_at, property_key, interest, search_text, search_digits, created_at, updated_at, merged_into) VALUES
	('lead_0301', 'main', 'Maria', 'ONeil', 'Maria ONeil', NULL, 'maria.o@example.com', 'form', 'new', 'Leasing desk', 'Call back', 1794938400000, 'cedar', '{}', 'maria oneil maria.o@example.com', '', 1794938400000, 1794938400000, 'lead_0001');
INSERT INTO match_records (id, portfolio, inquiry_id, lead_id, record, at, keyed) VALUES
	('record_0302', 'main', 'inquiry_0004', 'lead_0001', '{"names":[{"first":"María","last":"O''Neil"}],"phones":["+15125550123"],"emails":["maria@example.com"]}', 1794938400000, 1),
	('record_0303', 'main', NULL, 'lead_0301', '{"names":[{"first":"Maria","last":"ONeil"}],"phones":[],"emails":["maria.o@example.com"]}', 1794938400000, 1),
	('record_0304', 'main', 'inquiry_0006', NULL, '{"names":[],"phones":["+15125550123"],"emails":[]}', 1794938460000, 0);
INSERT INTO match_keys (portfolio, key, record_id) VALUES
	('main', 'phone:+15125550123', 'record_0302'),
	('main', 'phone:+15125550123', 'record_0304'),
	('main', 'email:maria.o@example.com', 'record_0303');
INSERT INTO match_reviews (id, portfolio, one_record, other_record, score, reasons, state, created_at, resolved_at, resolved_by, note) VALUES
	('review_0305', 'main', 'record_0302', 'record_0303', 7.25, '[{"code":"same_name","sentence":"The names are nearly the same."}]', 'merged', 1794938400000, 1794938460000, 'Dana', 'Same person.'),
	('review_0306', 'main', 'record_0302', 'record_0304', -0.5, '[]', 'open', 1794938460000, NULL, NULL, NULL);
INSERT INTO lead_merges (id, portfolio, kept_id, merged_id, merged_by, reasons, at, changed, undone_at, undone_by) VALUES
	('merge_0307', 'main', 'lead_0001', 'lead_0301', 'Dana', '[]', 1794938460000, '{"kept":{"email":"maria@example.com"},"tasks":[]}', NULL, NULL);
INSERT INTO household_leads (portfolio, lead_id, household_id, added_by, added_at) VALUES
	('main', 'lead_0001', 'household_0308', 'Dana', 1794938460000),
	('main', 'lead_0002', 'household_0308', 'Dana', 1794938460000);
