-- Version 4 adds an index over merged leads, and no table: one more of them, beside the one of version 3.

INSERT INTO leads (id, portfolio, first_name, last_name, full_name, phone, email, source, status, owner, next_action, next_action_at, property_key, interest, search_text, search_digits, created_at, updated_at, merged_into) VALUES
	('lead_0401', 'main', 'Ana', 'Ruiz', 'Ana Ruiz', NULL, 'ana.r@example.com', 'form', 'new', 'Leasing desk', 'Call back', 1794938400000, NULL, '{}', 'ana ruiz ana.r@example.com', '', 1794938400000, 1794938400000, 'lead_0002');
