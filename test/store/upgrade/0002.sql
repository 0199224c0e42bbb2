-- Rows that version 2 adds to what version 1 left: the directory of a property-management system, and what was written back.
-- Both back ends take it.

INSERT INTO directory_people (id, portfolio, provider, kind, provider_id, first_name, last_name, full_name, active, details, fingerprint, seen_at, updated_at) VALUES
	('person_0101', 'main', 'buildium', 'resident', '501', 'Ruth', 'O''Brien', 'Ruth O''Brien', 1, '{"leases":[{"id":9001,"unitId":"77","status":"Active"}]}', 'a1', 1794938400000, 1794938400000),
	('person_0102', 'main', 'buildium', 'vendor', '601', NULL, NULL, 'Müller Plumbing', 0, '{}', 'b2', 1794938400000, 1794938400000);
INSERT INTO directory_phones (portfolio, phone, person_id) VALUES
	('main', '+15125550180', 'person_0101'),
	('main', '+15125550180', 'person_0102');
INSERT INTO directory_emails (portfolio, email, person_id) VALUES
	('main', 'ruth@example.com', 'person_0101');
INSERT INTO directory_places (portfolio, provider, kind, provider_id, property_id, name, name_key, active, details, fingerprint, seen_at, updated_at) VALUES
	('main', 'buildium', 'property', '70', '70', 'Cedar Grove', 'cedar-grove', 1, '{}', 'c3', 1794938400000, 1794938400000),
	('main', 'buildium', 'unit', '77', '70', '12B', '12b', 1, '{"bedrooms":2}', 'd4', 1794938400000, 1794938400000);
INSERT INTO directory_cursors (portfolio, provider, resource, progress, revision, updated_at) VALUES
	('main', 'buildium', 'tenants', '{"offset":200}', 3, 1794938400000);
INSERT INTO write_backs (portfolio, provider, key, state, lead_id, attempted_at, record_type, record_id, reasons, created_at, updated_at) VALUES
	('main', 'buildium', 'missed_call:twilio:done', 'written', 'lead_0001', 1794938400000, 'prospect', '88', '[]', 1794938400000, 1794938400001),
	('main', 'buildium', 'missed_call:twilio:running', 'queued', 'lead_0001', 1794938400002, NULL, NULL, '[]', 1794938400000, 1794938400002),
	('main', 'buildium', 'missed_call:twilio:failed', 'refused', NULL, NULL, NULL, NULL, '[{"code":"no_property","sentence":"The line stands for no property."}]', 1794938400000, 1794938400003);
INSERT INTO heard_changes (consumer, record, changed_at) VALUES
	('w3:n1', 'tenant:501', 1794938400000);
