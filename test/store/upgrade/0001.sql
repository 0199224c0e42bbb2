-- A store as version 1 of the schema left it: made by that version's own code, then written out. Do not change it.
-- Both back ends take it.

CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL);
CREATE TABLE portfolios (
	key TEXT NOT NULL PRIMARY KEY,
	settings TEXT NOT NULL,
	revision BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	CONSTRAINT portfolios_key_required CHECK (trim(key) <> '')
);
CREATE TABLE portfolio_lines (
	phone TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key)
);
CREATE INDEX portfolio_lines_by_portfolio ON portfolio_lines (portfolio);
CREATE TABLE hookups (
	provider TEXT NOT NULL,
	phone TEXT NOT NULL,
	purpose TEXT NOT NULL,
	provider_number_id TEXT NOT NULL,
	consumer TEXT NOT NULL,
	previous TEXT NOT NULL,
	ours TEXT NOT NULL,
	text_status_url TEXT,
	installed_at BIGINT NOT NULL,
	PRIMARY KEY (provider, phone, purpose),
	CONSTRAINT hookups_purpose_known CHECK (purpose IN ('live', 'test'))
);
CREATE INDEX hookups_by_consumer ON hookups (consumer);
CREATE TABLE leads (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	first_name TEXT,
	last_name TEXT,
	full_name TEXT,
	phone TEXT,
	email TEXT,
	source TEXT NOT NULL,
	status TEXT NOT NULL,
	owner TEXT NOT NULL,
	next_action TEXT NOT NULL,
	next_action_at BIGINT NOT NULL,
	property_key TEXT,
	interest TEXT NOT NULL,
	-- Name, phone and e-mail in lower case, and the phone's digits: what a search looks at.
	search_text TEXT NOT NULL,
	search_digits TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	UNIQUE (portfolio, id),
	CONSTRAINT leads_source_required CHECK (trim(source) <> ''),
	CONSTRAINT leads_owner_required CHECK (trim(owner) <> ''),
	CONSTRAINT leads_next_action_required CHECK (trim(next_action) <> ''),
	CONSTRAINT leads_status_known CHECK (status IN ('new', 'contacted', 'tour_booked', 'toured', 'applied', 'leased', 'lost'))
);
CREATE INDEX leads_newest ON leads (portfolio, created_at, id);
CREATE TABLE identities (
	portfolio TEXT NOT NULL,
	kind TEXT NOT NULL,
	value TEXT NOT NULL,
	lead_id TEXT NOT NULL,
	added_at BIGINT NOT NULL,
	PRIMARY KEY (portfolio, kind, value),
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id),
	CONSTRAINT identities_kind_known CHECK (kind IN ('phone', 'email', 'relay', 'provider_contact')),
	CONSTRAINT identities_value_required CHECK (trim(value) <> '')
);
CREATE INDEX identities_by_lead ON identities (portfolio, lead_id);
CREATE TABLE inquiries (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	provider TEXT NOT NULL,
	provider_id TEXT NOT NULL,
	inquiry TEXT NOT NULL,
	lead_id TEXT,
	recorded_at BIGINT NOT NULL,
	UNIQUE (portfolio, provider, provider_id),
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id),
	CONSTRAINT inquiries_provider_required CHECK (trim(provider) <> ''),
	CONSTRAINT inquiries_provider_id_required CHECK (trim(provider_id) <> '')
);
CREATE INDEX inquiries_by_lead ON inquiries (lead_id, recorded_at, id);
CREATE TABLE touches (
	inquiry_id TEXT NOT NULL PRIMARY KEY REFERENCES inquiries (id),
	lead_id TEXT NOT NULL REFERENCES leads (id),
	channel TEXT NOT NULL,
	source TEXT NOT NULL,
	campaign TEXT,
	at BIGINT NOT NULL,
	CONSTRAINT touches_source_required CHECK (trim(source) <> '')
);
CREATE INDEX touches_by_lead ON touches (lead_id, at);
CREATE TABLE calls (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	provider TEXT NOT NULL,
	provider_call_id TEXT NOT NULL,
	mode TEXT NOT NULL,
	consumer TEXT NOT NULL,
	caller_raw TEXT NOT NULL,
	caller_e164 TEXT,
	caller_name TEXT,
	withheld INTEGER NOT NULL,
	line_e164 TEXT NOT NULL,
	line_label TEXT,
	property_key TEXT,
	forwarded_from TEXT,
	started_at BIGINT NOT NULL,
	screening INTEGER NOT NULL,
	raw TEXT NOT NULL,
	state TEXT NOT NULL,
	outcome TEXT,
	reasons TEXT NOT NULL,
	ended_at BIGINT,
	lead_id TEXT,
	voicemail_recording_id TEXT,
	voicemail_url TEXT,
	voicemail_duration_seconds INTEGER,
	voicemail_transcript TEXT,
	updated_at BIGINT NOT NULL,
	UNIQUE (provider, provider_call_id),
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id),
	CONSTRAINT calls_provider_call_id_required CHECK (trim(provider_call_id) <> ''),
	CONSTRAINT calls_mode_known CHECK (mode IN ('ring_staff', 'forwarded', 'watch')),
	CONSTRAINT calls_state_known CHECK (state IN ('open', 'unclear', 'answered', 'missed'))
);
CREATE INDEX calls_undecided ON calls (consumer, updated_at, id) WHERE state IN ('open', 'unclear');
CREATE INDEX calls_by_lead ON calls (lead_id, started_at, id);
CREATE TABLE call_signals (
	call_id TEXT NOT NULL REFERENCES calls (id),
	key TEXT NOT NULL,
	id TEXT NOT NULL,
	signal TEXT NOT NULL,
	at BIGINT NOT NULL,
	PRIMARY KEY (call_id, key)
);
CREATE TABLE events (
	id TEXT NOT NULL PRIMARY KEY,
	consumer TEXT NOT NULL,
	key TEXT NOT NULL,
	kind TEXT NOT NULL,
	payload TEXT NOT NULL,
	received_at BIGINT NOT NULL,
	state TEXT NOT NULL,
	attempts INTEGER NOT NULL,
	claimed_by TEXT,
	claimed_until BIGINT,
	not_before BIGINT NOT NULL,
	last_error TEXT,
	finished_at BIGINT,
	UNIQUE (consumer, key),
	CONSTRAINT events_key_required CHECK (trim(key) <> ''),
	CONSTRAINT events_state_known CHECK (state IN ('waiting', 'running', 'done', 'failed')),
	CONSTRAINT events_claim_complete CHECK ((state = 'running') = (claimed_by IS NOT NULL AND claimed_until IS NOT NULL))
);
CREATE INDEX events_unfinished ON events (consumer, received_at, id) WHERE state IN ('waiting', 'running');
CREATE INDEX events_by_state ON events (consumer, state);
CREATE TABLE texts (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	key TEXT NOT NULL,
	purpose TEXT NOT NULL,
	lead_id TEXT,
	call_id TEXT REFERENCES calls (id),
	to_phone TEXT NOT NULL,
	from_phone TEXT NOT NULL,
	body TEXT NOT NULL,
	segments INTEGER NOT NULL,
	state TEXT NOT NULL,
	due_at BIGINT NOT NULL,
	expires_at BIGINT,
	event_at BIGINT NOT NULL,
	-- What the guard was asked with; it is asked again before a held text goes out.
	guard TEXT NOT NULL,
	reasons TEXT NOT NULL,
	claimed_by TEXT,
	claimed_until BIGINT,
	-- 1 when the present claim was taken over from one that ran out.
	taken_over INTEGER NOT NULL,
	attempted_at BIGINT,
	attempts INTEGER NOT NULL,
	provider_id TEXT,
	provider_status TEXT,
	error_code TEXT,
	error_message TEXT,
	created_at BIGINT NOT NULL,
	sent_at BIGINT,
	delivered_at BIGINT,
	updated_at BIGINT NOT NULL,
	UNIQUE (portfolio, key),
	UNIQUE (provider_id),
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id),
	CONSTRAINT texts_key_required CHECK (trim(key) <> ''),
	CONSTRAINT texts_state_known CHECK (state IN ('planned', 'held', 'claimed', 'unknown', 'sent', 'delivered', 'failed', 'not_sent')),
	CONSTRAINT texts_claim_complete CHECK ((state = 'claimed') = (claimed_by IS NOT NULL AND claimed_until IS NOT NULL))
);
CREATE INDEX texts_unsent ON texts (due_at, id) WHERE state IN ('planned', 'held', 'claimed');
CREATE INDEX texts_by_pair ON texts (portfolio, to_phone, from_phone, created_at);
CREATE INDEX texts_by_lead ON texts (lead_id, created_at, id);
CREATE INDEX texts_by_call ON texts (call_id);
CREATE TABLE tasks (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	key TEXT NOT NULL,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	lead_id TEXT,
	call_id TEXT REFERENCES calls (id),
	owner TEXT NOT NULL,
	due_at BIGINT NOT NULL,
	priority INTEGER NOT NULL,
	reasons TEXT NOT NULL,
	state TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	done_at BIGINT,
	done_by TEXT,
	done_note TEXT,
	UNIQUE (portfolio, key),
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id),
	CONSTRAINT tasks_key_required CHECK (trim(key) <> ''),
	CONSTRAINT tasks_title_required CHECK (trim(title) <> ''),
	CONSTRAINT tasks_owner_required CHECK (trim(owner) <> ''),
	CONSTRAINT tasks_kind_known CHECK (kind IN ('call_back', 'review_match', 'check_text', 'fix_setup', 'failed_event', 'other')),
	CONSTRAINT tasks_priority_known CHECK (priority IN (1, 2, 3)),
	CONSTRAINT tasks_state_known CHECK (state IN ('open', 'done')),
	CONSTRAINT tasks_done_complete CHECK ((state = 'done') = (done_at IS NOT NULL AND done_by IS NOT NULL))
);
CREATE INDEX tasks_open ON tasks (portfolio, priority, due_at, created_at, id) WHERE state = 'open';
CREATE INDEX tasks_done ON tasks (portfolio, done_at, id) WHERE state = 'done';
CREATE INDEX tasks_by_lead ON tasks (lead_id);
CREATE INDEX tasks_by_call ON tasks (call_id);
CREATE TABLE opt_outs (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	phone TEXT NOT NULL,
	action TEXT NOT NULL,
	via TEXT NOT NULL,
	evidence TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT opt_outs_action_known CHECK (action IN ('out', 'in')),
	CONSTRAINT opt_outs_phone_required CHECK (trim(phone) <> '')
);
CREATE INDEX opt_outs_by_phone ON opt_outs (portfolio, phone, at, id);
CREATE TABLE phone_facts (
	phone TEXT NOT NULL PRIMARY KEY,
	line_type TEXT,
	textable INTEGER,
	via TEXT NOT NULL,
	learned_at BIGINT NOT NULL,
	CONSTRAINT phone_facts_phone_required CHECK (trim(phone) <> ''),
	CONSTRAINT phone_facts_textable_known CHECK (textable IN (0, 1))
);
CREATE TABLE work (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT REFERENCES portfolios (key),
	kind TEXT NOT NULL,
	key TEXT NOT NULL,
	payload TEXT NOT NULL,
	due_at BIGINT NOT NULL,
	state TEXT NOT NULL,
	attempts INTEGER NOT NULL,
	claimed_by TEXT,
	claimed_until BIGINT,
	last_error TEXT,
	created_at BIGINT NOT NULL,
	finished_at BIGINT,
	UNIQUE (kind, key),
	CONSTRAINT work_key_required CHECK (trim(key) <> ''),
	CONSTRAINT work_state_known CHECK (state IN ('waiting', 'claimed', 'done', 'failed', 'cancelled')),
	CONSTRAINT work_claim_complete CHECK ((state = 'claimed') = (claimed_by IS NOT NULL AND claimed_until IS NOT NULL))
);
CREATE INDEX work_unfinished ON work (kind, due_at, id) WHERE state IN ('waiting', 'claimed');
CREATE TABLE timeline (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	lead_id TEXT,
	call_id TEXT REFERENCES calls (id),
	at BIGINT NOT NULL,
	kind TEXT NOT NULL,
	sentence TEXT NOT NULL,
	reasons TEXT NOT NULL,
	data TEXT,
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id),
	CONSTRAINT timeline_sentence_required CHECK (trim(sentence) <> '')
);
CREATE INDEX timeline_by_lead ON timeline (lead_id, at, id);
CREATE INDEX timeline_by_call ON timeline (call_id, at, id);
INSERT INTO schema_version (version, name, applied_at) VALUES (1, 'first', 1794938400000);
INSERT INTO events (id, consumer, key, kind, payload, received_at, state, attempts, claimed_by, claimed_until, not_before, last_error, finished_at) VALUES
	('event_0012', 'w1:n1', 'missed_call:twilio:done', 'missed_call', '{"event":"missed_call","callId":"call_0007","say":"it''s \"here\""}', 1794938400000, 'done', 1, NULL, NULL, 1794938400000, NULL, 1794938400004),
	('event_0013', 'w1:n1', 'missed_call:twilio:running', 'missed_call', '{"event":"missed_call","callId":"call_0007","say":"it''s \"here\""}', 1794938400001, 'running', 1, 'host:1:aaaa', 1794938460004, 1794938400001, NULL, NULL),
	('event_0014', 'w1:n1', 'missed_call:twilio:failed', 'missed_call', '{"event":"missed_call","callId":"call_0007","say":"it''s \"here\""}', 1794938400002, 'failed', 1, NULL, NULL, 1794938400002, 'The workflow failed: no such node.', 1794938400004),
	('event_0015', 'w1:n1', 'missed_call:twilio:waiting', 'missed_call', '{"event":"missed_call","callId":"call_0007","say":"it''s \"here\""}', 1794938400003, 'waiting', 0, NULL, NULL, 1794938400003, NULL, NULL);
INSERT INTO hookups (provider, phone, purpose, provider_number_id, consumer, previous, ours, text_status_url, installed_at) VALUES
	('twilio', '+15125550100', 'live', 'PN1', 'w1:n1', '{"VoiceUrl":"https://example.com/before"}', '{"VoiceUrl":"https://n8n.example.com/webhook/a/twilio?step=voice"}', 'https://n8n.example.com/webhook/a/twilio?step=text', 1794938400000),
	('twilio', '+15125550101', 'test', 'PN2', 'w2:n1', '{}', '{}', NULL, 1794938400000);
INSERT INTO phone_facts (phone, line_type, textable, via, learned_at) VALUES
	('+15125550123', 'mobile', 1, 'lookup', 1794938400000),
	('+15125550124', NULL, 0, 'provider_error_30006', 1794938400000);
INSERT INTO portfolios (key, settings, revision, updated_at) VALUES
	('main', '{"key":"main","brand":"Cedar Grove Apartments","country":"US","timeZone":"America/Chicago","defaultOwner":"Leasing desk","properties":[{"key":"cedar","name":"Cedar Grove","timeZone":null,"state":"TX","tourUrl":null,"owner":null}],"lines":[{"phone":"+15125550100","label":"Cedar Grove leasing","propertyKey":"cedar"}],"staff":[],"trackingNumbers":[],"officeHours":[],"holidays":[]}', 1, 1794938400000),
	('north', '{"key":"north","brand":"Zoë''s Łofts","country":"US","timeZone":"America/Chicago","defaultOwner":"Leasing desk","properties":[],"lines":[{"phone":"+15125550101","label":"North gate","propertyKey":null}],"staff":[],"trackingNumbers":[],"officeHours":[],"holidays":[]}', 1, 1794938400000);
INSERT INTO leads (id, portfolio, first_name, last_name, full_name, phone, email, source, status, owner, next_action, next_action_at, property_key, interest, search_text, search_digits, created_at, updated_at) VALUES
	('lead_0001', 'main', 'María', 'O''Neil', 'María O''Neil', '+15125550123', 'maria@example.com', 'phone', 'new', 'Leasing desk', 'Call back', 1794938400000, 'cedar', '{"bedrooms":2}', 'maría o''neil maría o''neil +15125550123 maria@example.com', '15125550123', 1794938400000, 1794938400000),
	('lead_0002', 'main', NULL, NULL, NULL, '+15125550124', NULL, 'phone', 'toured', 'Leasing desk', 'Call back', 1794938400000, NULL, '{}', '+15125550124', '15125550124', 1794938400000, 1794938400000),
	('lead_0003', 'north', 'Maria', 'Lopez', 'Maria Lopez', '+15125550123', NULL, 'form', 'new', 'Leasing desk', 'Call back', 1794938400000, NULL, '{"bedrooms":2}', 'maria lopez maria lopez +15125550123', '15125550123', 1794938400000, 1794938400000);
INSERT INTO opt_outs (id, portfolio, phone, action, via, evidence, at) VALUES
	('optout_0026', 'main', '+15125550124', 'out', 'reply', 'STOP', 1794938400000),
	('optout_0027', 'main', '+15125550124', 'in', 'reply', 'START', 1794938460000),
	('optout_0028', 'main', '+15125550124', 'out', 'reply', 'please stop', 1794938520000);
INSERT INTO portfolio_lines (phone, portfolio) VALUES
	('+15125550100', 'main'),
	('+15125550101', 'north');
INSERT INTO work (id, portfolio, kind, key, payload, due_at, state, attempts, claimed_by, claimed_until, last_error, created_at, finished_at) VALUES
	('work_0029', 'main', 'follow_up', 'a-done', '{"step":1}', 1794938400097, 'done', 1, NULL, NULL, NULL, 1794938400004, 1794938460004),
	('work_0030', 'main', 'follow_up', 'b-failed', '{"step":1}', 1794938400098, 'failed', 1, NULL, NULL, 'The CRM was down.', 1794938400004, 1794938460004),
	('work_0031', 'main', 'follow_up', 'c-claimed', '{"step":1}', 1794938400099, 'claimed', 1, 'host:1:aaaa', 1794938520004, NULL, 1794938400004, NULL),
	('work_0032', 'main', 'follow_up', 'd-cancelled', '{"step":1}', 1794938400100, 'cancelled', 0, NULL, NULL, NULL, 1794938400004, 1794938460004),
	('work_0033', 'main', 'follow_up', 'e-waiting', '{"step":1}', 1794938400101, 'waiting', 0, NULL, NULL, NULL, 1794938400004, NULL),
	('work_0034', NULL, 'sweep', 'later', '{"step":1}', 1795111200000, 'waiting', 0, NULL, NULL, NULL, 1794938400004, NULL);
INSERT INTO calls (id, portfolio, provider, provider_call_id, mode, consumer, caller_raw, caller_e164, caller_name, withheld, line_e164, line_label, property_key, forwarded_from, started_at, screening, raw, state, outcome, reasons, ended_at, lead_id, voicemail_recording_id, voicemail_url, voicemail_duration_seconds, voicemail_transcript, updated_at) VALUES
	('call_0007', 'main', 'twilio', 'CA1', 'ring_staff', 'w1:n1', '+15125550123', '+15125550123', 'LOPEZ MARIA', 0, '+15125550100', 'Cedar Grove leasing', 'cedar', NULL, 1794938400000, 1, '{"CallSid":"CA1"}', 'missed', 'voicemail', '[{"code":"missed_call","sentence":"Nobody answered."}]', 1794938420000, 'lead_0001', NULL, NULL, NULL, NULL, 1794938400000),
	('call_0010', 'main', 'twilio', 'CA2', 'ring_staff', 'w1:n1', '+266696687', NULL, NULL, 1, '+15125550100', 'Cedar Grove leasing', 'cedar', NULL, 1794938400000, 1, '{"CallSid":"CA1"}', 'open', NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, 1794938400000),
	('call_0011', 'main', 'twilio', 'CA3', 'forwarded', 'w1:n1', '+15125550123', '+15125550123', 'LOPEZ MARIA', 0, '+15125550100', 'Cedar Grove leasing', 'cedar', '+15125550199', 1794938400000, 1, '{"CallSid":"CA1"}', 'answered', NULL, '[]', 1794938490000, NULL, NULL, NULL, NULL, NULL, 1794938400000);
INSERT INTO identities (portfolio, kind, value, lead_id, added_at) VALUES
	('main', 'phone', '+15125550123', 'lead_0001', 1794938400000),
	('main', 'email', 'maria@example.com', 'lead_0001', 1794938400000),
	('main', 'phone', '+15125550124', 'lead_0002', 1794938400000),
	('north', 'phone', '+15125550123', 'lead_0003', 1794938400000);
INSERT INTO inquiries (id, portfolio, provider, provider_id, inquiry, lead_id, recorded_at) VALUES
	('inquiry_0004', 'main', 'twilio', 'CA1', '{"portfolio":"main","provider":"twilio","providerId":"CA1","channel":"call","occurredAt":"2026-11-17T18:00:00.000Z","receivedAt":"2026-11-17T18:00:01.000Z","people":[],"interest":{"propertyKey":"cedar","propertyName":null,"unit":null,"bedrooms":null,"moveIn":null,"budget":null,"message":null},"source":{"source":"phone","campaign":null,"line":"+15125550100","evidence":"The line that was called."},"call":null,"changes":[],"raw":{"CallSid":"CA1"}}', 'lead_0001', 1794938400000),
	('inquiry_0005', 'main', 'twilio', 'CA2', '{"portfolio":"main","provider":"twilio","providerId":"CA2","channel":"call","occurredAt":"2026-11-17T18:00:00.000Z","receivedAt":"2026-11-17T18:00:01.000Z","people":[],"interest":{"propertyKey":"cedar","propertyName":null,"unit":null,"bedrooms":null,"moveIn":null,"budget":null,"message":null},"source":{"source":"phone","campaign":null,"line":"+15125550100","evidence":"The line that was called."},"call":null,"changes":[],"raw":{"CallSid":"CA1"}}', 'lead_0001', 1794938400000),
	('inquiry_0006', 'main', 'form', 'CA9', '{"portfolio":"main","provider":"form","providerId":"CA9","channel":"call","occurredAt":"2026-11-17T18:00:00.000Z","receivedAt":"2026-11-17T18:00:01.000Z","people":[],"interest":{"propertyKey":"cedar","propertyName":null,"unit":null,"bedrooms":null,"moveIn":null,"budget":null,"message":null},"source":{"source":"phone","campaign":null,"line":"+15125550100","evidence":"The line that was called."},"call":null,"changes":[],"raw":{"CallSid":"CA1"}}', NULL, 1794938400000);
INSERT INTO call_signals (call_id, key, id, signal, at) VALUES
	('call_0007', 'incoming', 'signal_0008', '{"kind":"incoming"}', 1794938400000),
	('call_0007', 'ended:no-answer', 'signal_0009', '{"kind":"ended","callStatus":"no-answer","durationSeconds":18,"via":"callback"}', 1794938420000);
INSERT INTO tasks (id, portfolio, key, kind, title, lead_id, call_id, owner, due_at, priority, reasons, state, created_at, updated_at, done_at, done_by, done_note) VALUES
	('task_0024', 'main', 'call_back:CA1', 'call_back', 'Call back +1 512-555-0123', 'lead_0001', 'call_0007', 'Leasing desk', 1794938400000, 2, '[{"code":"missed_call","sentence":"Nobody answered."}]', 'open', 1794938400004, 1794938400004, NULL, NULL, NULL),
	('task_0025', 'main', 'review:1', 'review_match', 'Is this the same renter?', 'lead_0002', NULL, 'Leasing desk', 1794938400000, 1, '[{"code":"missed_call","sentence":"Nobody answered."}]', 'done', 1794938400004, 1794938400004, 1794938400004, 'Dana', 'Two sisters; not the same.');
INSERT INTO texts (id, portfolio, key, purpose, lead_id, call_id, to_phone, from_phone, body, segments, state, due_at, expires_at, event_at, guard, reasons, claimed_by, claimed_until, taken_over, attempted_at, attempts, provider_id, provider_status, error_code, error_message, created_at, sent_at, delivered_at, updated_at) VALUES
	('text_0016', 'main', 'sent:text_back', 'text_back', 'lead_0001', 'call_0007', '+15125550123', '+15125550100', 'Sorry we missed your call to Cedar Grove.', 1, 'sent', 1794938400000, NULL, 1794938400000, '{"windowHours":12}', '[]', NULL, NULL, 0, 1794938400004, 1, 'SM1', 'queued', NULL, NULL, 1794938400004, 1794938400004, NULL, 1794938400004),
	('text_0017', 'main', 'delivered:text_back', 'text_back', 'lead_0001', 'call_0007', '+15125550123', '+15125550100', 'Sorry we missed your call to Cedar Grove.', 1, 'delivered', 1794938400000, NULL, 1794938400000, '{"windowHours":12}', '[]', NULL, NULL, 0, 1794938400004, 1, 'SM2', 'delivered', NULL, NULL, 1794938400004, 1794938400004, 1794938400004, 1794938400004),
	('text_0018', 'main', 'claimed:text_back', 'text_back', 'lead_0001', 'call_0007', '+15125550123', '+15125550100', 'Sorry we missed your call to Cedar Grove.', 1, 'claimed', 1794938400000, NULL, 1794938400000, '{"windowHours":12}', '[]', 'p:3', 1794938460004, 0, 1794938400004, 1, NULL, NULL, NULL, NULL, 1794938400004, NULL, NULL, 1794938400004),
	('text_0019', 'main', 'unknown:text_back', 'text_back', 'lead_0001', 'call_0007', '+15125550123', '+15125550100', 'Sorry we missed your call to Cedar Grove.', 1, 'unknown', 1794938400000, NULL, 1794938400000, '{"windowHours":12}', '[{"code":"send_unclear","sentence":"The phone system did not say."}]', NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, 1794938400004, NULL, NULL, 1794938400004),
	('text_0020', 'main', 'failed:text_back', 'text_back', 'lead_0001', 'call_0007', '+15125550123', '+15125550100', 'Sorry we missed your call to Cedar Grove.', 1, 'failed', 1794938400000, NULL, 1794938400000, '{"windowHours":12}', '[{"code":"provider_21606","sentence":"The line may not text."}]', NULL, NULL, 0, NULL, 0, NULL, NULL, '21606', 'Not a text number.', 1794938400004, NULL, NULL, 1794938400004),
	('text_0021', 'main', 'not_sent:text_back', 'text_back', 'lead_0001', 'call_0007', '+15125550123', '+15125550100', 'Sorry we missed your call to Cedar Grove.', 1, 'not_sent', 1794938400000, NULL, 1794938400000, '{"windowHours":12}', '[{"code":"opted_out","sentence":"They asked not to be texted."}]', NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, 1794938400004, NULL, NULL, 1794938400004),
	('text_0022', 'main', 'planned:text_back', 'text_back', 'lead_0001', 'call_0007', '+15125550123', '+15125550100', 'Sorry we missed your call to Cedar Grove.', 1, 'planned', 1794938400000, NULL, 1794938400000, '{"windowHours":12}', '[]', NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, 1794938400004, NULL, NULL, 1794938400004),
	('text_0023', 'main', 'held:text_back', 'text_back', 'lead_0002', NULL, '+15125550124', '+15125550100', 'Sorry we missed your call to Cedar Grove.', 1, 'held', 1794981600000, 1795024800000, 1794938400000, '{"windowHours":12}', '[{"code":"quiet_hours","sentence":"It is night where the renter is."}]', NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, 1794938400004, NULL, NULL, 1794938400004);
INSERT INTO timeline (id, portfolio, lead_id, call_id, at, kind, sentence, reasons, data) VALUES
	('entry_0035', 'main', 'lead_0001', 'call_0007', 1794938400000, 'call', 'A call to Cedar Grove leasing was missed.', '[{"code":"missed_call","sentence":"Nobody answered."}]', '{"a":[1,2.5,null]}'),
	('entry_0036', 'main', 'lead_0002', NULL, 1794938460000, 'note', 'They asked for a two-bedroom.', '[]', NULL);
INSERT INTO touches (inquiry_id, lead_id, channel, source, campaign, at) VALUES
	('inquiry_0004', 'lead_0001', 'call', 'phone', NULL, 1794938400000),
	('inquiry_0005', 'lead_0001', 'call', 'sign', 'spring', 1794938460000);
