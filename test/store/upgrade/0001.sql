-- A store as version 1 left it: its tables, and rows in each of them. The fingerprint is that of the first migration: from its release on
-- neither may change any more. Before that, whoever edits the migration brings both up to date.
CREATE TABLE schema_version (
	version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, fingerprint TEXT NOT NULL, applied_at BIGINT NOT NULL
);
CREATE TABLE store_identity (
	one INTEGER NOT NULL PRIMARY KEY,
	id TEXT NOT NULL,
	made_at BIGINT NOT NULL,
	CONSTRAINT store_identity_one_known CHECK (one = 1)
);
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
	phone TEXT NOT NULL,
	channel TEXT NOT NULL,
	purpose TEXT NOT NULL,
	provider TEXT NOT NULL,
	provider_number_id TEXT NOT NULL,
	consumer TEXT NOT NULL,
	previous TEXT NOT NULL,
	ours TEXT NOT NULL,
	text_status_url TEXT,
	installed_at BIGINT NOT NULL,
	PRIMARY KEY (phone, channel, purpose, provider),
	CONSTRAINT hookups_purpose_known CHECK (purpose IN ('live', 'test')),
	CONSTRAINT hookups_phone_required CHECK (trim(phone) <> '')
);
CREATE INDEX hookups_by_consumer ON hookups (consumer);
CREATE TABLE cursors (
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	scope TEXT NOT NULL,
	name TEXT NOT NULL,
	position TEXT NOT NULL,
	revision BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	PRIMARY KEY (portfolio, scope, name)
);
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
	status_since BIGINT NOT NULL,
	lost_reason TEXT,
	owner TEXT NOT NULL,
	next_action TEXT NOT NULL,
	next_action_at BIGINT NOT NULL,
	property_key TEXT,
	interest TEXT NOT NULL,
	taken_over_by TEXT,
	taken_over_at BIGINT,
	merged_into TEXT,
	erased_at BIGINT,
	created_at BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	UNIQUE (portfolio, id),
	CONSTRAINT leads_source_required CHECK (trim(source) <> ''),
	CONSTRAINT leads_status_required CHECK (trim(status) <> ''),
	CONSTRAINT leads_owner_required CHECK (trim(owner) <> ''),
	CONSTRAINT leads_next_action_required CHECK (trim(next_action) <> ''),
	CONSTRAINT leads_taken_over_complete CHECK ((taken_over_by IS NULL) = (taken_over_at IS NULL))
);
CREATE INDEX leads_newest ON leads (portfolio, created_at, id);
CREATE INDEX leads_by_status ON leads (portfolio, status, next_action_at, id) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX leads_by_owner ON leads (portfolio, owner, next_action_at, id) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX leads_newest_of_owner ON leads (portfolio, owner, created_at, id) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX leads_merged ON leads (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX leads_merged_by_id ON leads (id, merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE identities (
	portfolio TEXT NOT NULL,
	kind TEXT NOT NULL,
	value TEXT NOT NULL,
	lead_id TEXT NOT NULL,
	added_at BIGINT NOT NULL,
	PRIMARY KEY (portfolio, kind, value),
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id),
	CONSTRAINT identities_value_required CHECK (trim(value) <> '')
);
CREATE INDEX identities_by_lead ON identities (portfolio, lead_id);
CREATE TABLE inquiries (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	provider TEXT NOT NULL,
	provider_id TEXT NOT NULL,
	fingerprint TEXT NOT NULL,
	inquiry TEXT NOT NULL,
	lead_id TEXT,
	recorded_at BIGINT NOT NULL,
	UNIQUE (portfolio, provider, provider_id, fingerprint),
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id),
	CONSTRAINT inquiries_provider_required CHECK (trim(provider) <> ''),
	CONSTRAINT inquiries_provider_id_required CHECK (trim(provider_id) <> '')
);
CREATE INDEX inquiries_by_lead ON inquiries (lead_id, recorded_at, id);
CREATE TABLE touches (
	inquiry_id TEXT NOT NULL PRIMARY KEY REFERENCES inquiries (id),
	portfolio TEXT NOT NULL,
	lead_id TEXT NOT NULL,
	channel TEXT NOT NULL,
	source TEXT NOT NULL,
	campaign TEXT,
	at BIGINT NOT NULL,
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id),
	CONSTRAINT touches_source_required CHECK (trim(source) <> '')
);
CREATE INDEX touches_by_lead ON touches (lead_id, at);
CREATE INDEX touches_by_time ON touches (portfolio, at, inquiry_id);
CREATE TABLE household_leads (
	portfolio TEXT NOT NULL,
	lead_id TEXT NOT NULL,
	household_id TEXT NOT NULL,
	added_by TEXT NOT NULL,
	added_at BIGINT NOT NULL,
	PRIMARY KEY (portfolio, lead_id),
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id),
	CONSTRAINT household_leads_household_id_required CHECK (trim(household_id) <> '')
);
CREATE INDEX household_leads_by_household ON household_leads (portfolio, household_id);
CREATE TABLE lead_merges (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	kept_id TEXT NOT NULL,
	merged_id TEXT NOT NULL,
	merged_by TEXT NOT NULL,
	reasons TEXT NOT NULL,
	at BIGINT NOT NULL,
	changed TEXT NOT NULL,
	undone_at BIGINT,
	undone_by TEXT,
	FOREIGN KEY (portfolio, kept_id) REFERENCES leads (portfolio, id),
	FOREIGN KEY (portfolio, merged_id) REFERENCES leads (portfolio, id),
	CONSTRAINT lead_merges_two_leads CHECK (kept_id <> merged_id),
	CONSTRAINT lead_merges_merged_by_required CHECK (trim(merged_by) <> ''),
	CONSTRAINT lead_merges_undone_complete CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);
CREATE UNIQUE INDEX lead_merges_in_force ON lead_merges (merged_id) WHERE undone_at IS NULL;
CREATE INDEX lead_merges_by_kept ON lead_merges (kept_id, at, id);
CREATE INDEX lead_merges_by_merged ON lead_merges (merged_id, at, id);
CREATE TABLE match_records (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	inquiry_id TEXT REFERENCES inquiries (id),
	lead_id TEXT,
	record TEXT NOT NULL,
	at BIGINT NOT NULL,
	keyed INTEGER NOT NULL,
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id)
);
CREATE INDEX match_records_by_lead ON match_records (lead_id, id);
CREATE INDEX match_records_by_inquiry ON match_records (inquiry_id);
CREATE TABLE match_keys (
	portfolio TEXT NOT NULL,
	key TEXT NOT NULL,
	record_id TEXT NOT NULL REFERENCES match_records (id),
	PRIMARY KEY (portfolio, key, record_id),
	CONSTRAINT match_keys_key_required CHECK (trim(key) <> '')
);
CREATE TABLE match_reviews (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	one_record TEXT NOT NULL REFERENCES match_records (id),
	other_record TEXT NOT NULL REFERENCES match_records (id),
	score BIGINT NOT NULL,
	reasons TEXT NOT NULL,
	state TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	resolved_at BIGINT,
	resolved_by TEXT,
	note TEXT,
	UNIQUE (one_record, other_record),
	CONSTRAINT match_reviews_state_known CHECK (state IN ('open', 'merged', 'household', 'apart')),
	CONSTRAINT match_reviews_resolved_complete CHECK ((state = 'open') = (resolved_at IS NULL AND resolved_by IS NULL))
);
CREATE INDEX match_reviews_open ON match_reviews (portfolio, created_at, id) WHERE state = 'open';
CREATE INDEX match_reviews_by_other ON match_reviews (other_record);
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
	CONSTRAINT calls_state_known CHECK (state IN ('open', 'unclear', 'answered', 'missed'))
);
CREATE INDEX calls_undecided ON calls (consumer, updated_at, id) WHERE state IN ('open', 'unclear');
CREATE INDEX calls_by_lead ON calls (lead_id, started_at, id);
CREATE INDEX calls_by_caller ON calls (portfolio, caller_e164, started_at) WHERE caller_e164 IS NOT NULL;
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
	direction TEXT NOT NULL,
	key TEXT NOT NULL,
	purpose TEXT NOT NULL,
	line TEXT NOT NULL,
	phone TEXT NOT NULL,
	lead_id TEXT,
	call_id TEXT REFERENCES calls (id),
	inquiry_id TEXT REFERENCES inquiries (id),
	body TEXT NOT NULL,
	media TEXT NOT NULL,
	segments INTEGER NOT NULL,
	state TEXT NOT NULL,
	at BIGINT NOT NULL,
	due_at BIGINT NOT NULL,
	expires_at BIGINT,
	event_at BIGINT NOT NULL,
	to_stranger INTEGER NOT NULL,
	guard TEXT NOT NULL,
	reasons TEXT NOT NULL,
	claimed_by TEXT,
	claimed_until BIGINT,
	taken_over INTEGER NOT NULL,
	attempted_at BIGINT,
	attempts INTEGER NOT NULL,
	provider TEXT,
	provider_id TEXT,
	provider_status TEXT,
	error_code TEXT,
	error_message TEXT,
	created_at BIGINT NOT NULL,
	sent_at BIGINT,
	delivered_at BIGINT,
	updated_at BIGINT NOT NULL,
	UNIQUE (portfolio, key),
	UNIQUE (provider, provider_id),
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id),
	CONSTRAINT texts_key_required CHECK (trim(key) <> ''),
	CONSTRAINT texts_phone_required CHECK (trim(phone) <> ''),
	CONSTRAINT texts_direction_known CHECK (direction IN ('out', 'in')),
	CONSTRAINT texts_state_known CHECK (state IN ('planned', 'held', 'claimed', 'unknown', 'sent', 'delivered', 'failed', 'not_sent', 'received')),
	CONSTRAINT texts_received_complete CHECK ((direction = 'in') = (state = 'received')),
	CONSTRAINT texts_provider_required CHECK (provider IS NOT NULL OR (direction = 'out' AND provider_id IS NULL AND attempted_at IS NULL)),
	CONSTRAINT texts_claim_complete CHECK ((state = 'claimed') = (claimed_by IS NOT NULL AND claimed_until IS NOT NULL))
);
CREATE INDEX texts_unsent ON texts (due_at, id) WHERE state IN ('planned', 'held', 'claimed');
CREATE INDEX texts_by_conversation ON texts (portfolio, line, phone, at, id);
CREATE INDEX texts_by_phone ON texts (portfolio, phone, at, id);
CREATE INDEX texts_by_lead ON texts (lead_id, created_at, id);
CREATE INDEX texts_by_call ON texts (call_id) WHERE call_id IS NOT NULL;
CREATE INDEX texts_by_inquiry ON texts (inquiry_id) WHERE inquiry_id IS NOT NULL;
CREATE INDEX texts_to_strangers ON texts (portfolio, attempted_at, line) WHERE to_stranger = 1 AND attempted_at IS NOT NULL;
CREATE TABLE opt_outs (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	phone TEXT NOT NULL,
	seq BIGINT NOT NULL,
	action TEXT NOT NULL,
	via TEXT NOT NULL,
	evidence TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT opt_outs_action_known CHECK (action IN ('out', 'in')),
	CONSTRAINT opt_outs_phone_required CHECK (trim(phone) <> '')
);
CREATE INDEX opt_outs_by_phone ON opt_outs (portfolio, phone, seq, id);
CREATE TABLE text_holds (
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	phone TEXT NOT NULL,
	revision BIGINT NOT NULL,
	via TEXT NOT NULL,
	evidence TEXT NOT NULL,
	held_at BIGINT NOT NULL,
	lifted_at BIGINT,
	lifted_by TEXT,
	PRIMARY KEY (portfolio, phone),
	CONSTRAINT text_holds_phone_required CHECK (trim(phone) <> ''),
	CONSTRAINT text_holds_lifted_complete CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
);
CREATE TABLE phone_facts (
	phone TEXT NOT NULL PRIMARY KEY,
	line_type TEXT,
	textable INTEGER,
	via TEXT NOT NULL,
	learned_at BIGINT NOT NULL,
	CONSTRAINT phone_facts_phone_required CHECK (trim(phone) <> ''),
	CONSTRAINT phone_facts_textable_known CHECK (textable IN (0, 1))
);
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
	CONSTRAINT tasks_priority_known CHECK (priority IN (1, 2, 3)),
	CONSTRAINT tasks_state_known CHECK (state IN ('open', 'done')),
	CONSTRAINT tasks_done_complete CHECK ((state = 'done') = (done_at IS NOT NULL AND done_by IS NOT NULL))
);
CREATE INDEX tasks_open ON tasks (portfolio, priority, due_at, created_at, id) WHERE state = 'open';
CREATE INDEX tasks_open_of_owner ON tasks (portfolio, owner, priority, due_at, created_at, id) WHERE state = 'open';
CREATE INDEX tasks_done ON tasks (portfolio, done_at, id) WHERE state = 'done';
CREATE INDEX tasks_done_of_owner ON tasks (portfolio, owner, done_at, id) WHERE state = 'done';
CREATE INDEX tasks_by_lead ON tasks (lead_id);
CREATE INDEX tasks_by_call ON tasks (call_id);
CREATE TABLE work (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT REFERENCES portfolios (key),
	kind TEXT NOT NULL,
	key TEXT NOT NULL,
	payload TEXT NOT NULL,
	due_at BIGINT NOT NULL,
	next_payload TEXT,
	next_due_at BIGINT,
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
	CONSTRAINT work_claim_complete CHECK ((state = 'claimed') = (claimed_by IS NOT NULL AND claimed_until IS NOT NULL)),
	CONSTRAINT work_next_complete CHECK (next_due_at IS NULL OR state = 'claimed'),
	CONSTRAINT work_next_payload_complete CHECK (next_payload IS NULL OR next_due_at IS NOT NULL)
);
CREATE INDEX work_unfinished ON work (kind, due_at, id) WHERE state IN ('waiting', 'claimed');
CREATE TABLE timeline (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	lead_id TEXT,
	call_id TEXT REFERENCES calls (id),
	inquiry_id TEXT,
	at BIGINT NOT NULL,
	kind TEXT NOT NULL,
	sentence TEXT NOT NULL,
	reasons TEXT NOT NULL,
	data TEXT,
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id),
	CONSTRAINT timeline_kind_required CHECK (trim(kind) <> ''),
	CONSTRAINT timeline_sentence_required CHECK (trim(sentence) <> '')
);
CREATE INDEX timeline_by_lead ON timeline (lead_id, at, id);
CREATE INDEX timeline_by_call ON timeline (call_id, at, id) WHERE call_id IS NOT NULL;
CREATE INDEX timeline_by_inquiry ON timeline (inquiry_id, at, id) WHERE inquiry_id IS NOT NULL;
CREATE INDEX timeline_by_kind ON timeline (portfolio, kind, at, id) WHERE kind <> 'inquiry' AND kind <> 'match';
CREATE TABLE directory_people (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	provider TEXT NOT NULL,
	kind TEXT NOT NULL,
	provider_id TEXT NOT NULL,
	first_name TEXT,
	last_name TEXT,
	full_name TEXT,
	active INTEGER NOT NULL,
	details TEXT NOT NULL,
	fingerprint TEXT NOT NULL,
	seen_at BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	UNIQUE (portfolio, provider, kind, provider_id),
	CONSTRAINT directory_people_provider_id_required CHECK (trim(provider_id) <> '')
);
CREATE TABLE directory_phones (
	portfolio TEXT NOT NULL,
	phone TEXT NOT NULL,
	person_id TEXT NOT NULL REFERENCES directory_people (id),
	PRIMARY KEY (portfolio, phone, person_id)
);
CREATE INDEX directory_phones_by_person ON directory_phones (person_id);
CREATE TABLE directory_emails (
	portfolio TEXT NOT NULL,
	email TEXT NOT NULL,
	person_id TEXT NOT NULL REFERENCES directory_people (id),
	PRIMARY KEY (portfolio, email, person_id)
);
CREATE INDEX directory_emails_by_person ON directory_emails (person_id);
CREATE TABLE directory_places (
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	provider TEXT NOT NULL,
	kind TEXT NOT NULL,
	provider_id TEXT NOT NULL,
	property_id TEXT NOT NULL,
	name TEXT NOT NULL,
	name_key TEXT NOT NULL,
	active INTEGER NOT NULL,
	details TEXT NOT NULL,
	fingerprint TEXT NOT NULL,
	seen_at BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	PRIMARY KEY (portfolio, provider, kind, provider_id)
);
CREATE INDEX directory_places_by_name ON directory_places (portfolio, provider, kind, name_key);
CREATE INDEX directory_places_by_property ON directory_places (portfolio, provider, property_id, kind, provider_id);
CREATE TABLE write_backs (
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	provider TEXT NOT NULL,
	key TEXT NOT NULL,
	state TEXT NOT NULL,
	lead_id TEXT,
	attempted_at BIGINT,
	held_until BIGINT,
	record_type TEXT,
	record_id TEXT,
	reasons TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	PRIMARY KEY (portfolio, provider, key),
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id),
	CONSTRAINT write_backs_key_required CHECK (trim(key) <> ''),
	CONSTRAINT write_backs_state_known CHECK (state IN ('queued', 'written', 'refused')),
	CONSTRAINT write_backs_written_complete CHECK (state <> 'written' OR (record_type IS NOT NULL AND record_id IS NOT NULL))
);
CREATE INDEX write_backs_by_lead ON write_backs (portfolio, lead_id, updated_at);
CREATE INDEX write_backs_by_record ON write_backs (provider, record_type, record_id, updated_at);
CREATE INDEX write_backs_under_way ON write_backs (provider, attempted_at) WHERE state = 'queued' AND attempted_at IS NOT NULL;
CREATE TABLE heard_changes (
	consumer TEXT NOT NULL,
	record TEXT NOT NULL,
	changed_at BIGINT NOT NULL,
	PRIMARY KEY (consumer, record)
);
CREATE TABLE search_pending (
	lead_id TEXT NOT NULL PRIMARY KEY
);
CREATE TABLE search_docs (
	doc INTEGER NOT NULL PRIMARY KEY,
	lead_id TEXT NOT NULL,
	portfolio TEXT NOT NULL,
	words TEXT NOT NULL,
	UNIQUE (lead_id)
);
-- sqlite:
CREATE VIRTUAL TABLE search_index USING fts5 (words, content = 'search_docs', content_rowid = 'doc', detail = none, columnsize = 0, tokenize = 'trigram case_sensitive 1');
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
INSERT INTO search_index (search_index, rank) VALUES ('pgsz', 1000);
CREATE TRIGGER search_docs_added AFTER INSERT ON search_docs BEGIN
	INSERT INTO search_index (rowid, words) VALUES (new.doc, new.words);
END;
CREATE TRIGGER search_docs_changed AFTER UPDATE OF words ON search_docs BEGIN
	INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', old.doc, old.words);
	INSERT INTO search_index (rowid, words) VALUES (new.doc, new.words);
END;
CREATE TRIGGER search_docs_removed AFTER DELETE ON search_docs BEGIN
	INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', old.doc, old.words);
END;
CREATE TRIGGER search_new_lead AFTER INSERT ON leads BEGIN
	INSERT OR IGNORE INTO search_pending (lead_id) VALUES (new.id);
END;
CREATE TRIGGER search_changed_lead AFTER UPDATE OF first_name, last_name, full_name, phone, email, property_key, interest, merged_into, erased_at ON leads
WHEN old.full_name IS NOT new.full_name OR old.first_name IS NOT new.first_name OR old.last_name IS NOT new.last_name OR old.phone IS NOT new.phone
	OR old.email IS NOT new.email OR old.property_key IS NOT new.property_key OR old.interest IS NOT new.interest
	OR old.merged_into IS NOT new.merged_into OR old.erased_at IS NOT new.erased_at
BEGIN
	INSERT OR IGNORE INTO search_pending (lead_id) VALUES (new.id);
	INSERT OR IGNORE INTO search_pending (lead_id) SELECT old.merged_into WHERE old.merged_into IS NOT NULL;
END;
CREATE TRIGGER search_new_identity AFTER INSERT ON identities BEGIN
	INSERT OR IGNORE INTO search_pending (lead_id) VALUES (new.lead_id);
END;
CREATE TRIGGER search_moved_identity AFTER UPDATE OF lead_id ON identities BEGIN
	INSERT OR IGNORE INTO search_pending (lead_id) VALUES (old.lead_id), (new.lead_id);
END;
CREATE TRIGGER search_new_inquiry AFTER INSERT ON inquiries WHEN new.lead_id IS NOT NULL BEGIN
	INSERT OR IGNORE INTO search_pending (lead_id) VALUES (new.lead_id);
END;
CREATE TRIGGER search_moved_inquiry AFTER UPDATE OF lead_id ON inquiries WHEN old.lead_id IS NOT new.lead_id BEGIN
	INSERT OR IGNORE INTO search_pending (lead_id) SELECT old.lead_id WHERE old.lead_id IS NOT NULL;
	INSERT OR IGNORE INTO search_pending (lead_id) SELECT new.lead_id WHERE new.lead_id IS NOT NULL;
END;
CREATE TRIGGER search_new_text AFTER INSERT ON texts WHEN new.direction = 'in' AND new.lead_id IS NOT NULL BEGIN
	INSERT OR IGNORE INTO search_pending (lead_id) VALUES (new.lead_id);
END;
CREATE TRIGGER search_moved_text AFTER UPDATE OF lead_id ON texts WHEN new.direction = 'in' AND old.lead_id IS NOT new.lead_id BEGIN
	INSERT OR IGNORE INTO search_pending (lead_id) SELECT old.lead_id WHERE old.lead_id IS NOT NULL;
	INSERT OR IGNORE INTO search_pending (lead_id) SELECT new.lead_id WHERE new.lead_id IS NOT NULL;
END;
CREATE TRIGGER search_new_note AFTER INSERT ON timeline WHEN new.kind = 'note' AND new.lead_id IS NOT NULL BEGIN
	INSERT OR IGNORE INTO search_pending (lead_id) VALUES (new.lead_id);
END;
CREATE TRIGGER search_noted_task AFTER UPDATE OF done_note ON tasks WHEN new.done_note IS NOT NULL AND new.lead_id IS NOT NULL AND old.done_note IS NOT new.done_note BEGIN
	INSERT OR IGNORE INTO search_pending (lead_id) VALUES (new.lead_id);
END;
-- postgres:
CREATE FUNCTION search_grams(words TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
	$$ SELECT array_agg(DISTINCT substr(words, place, 3)) FROM generate_series(1, length(words) - 2) place $$;
CREATE INDEX search_docs_by_gram ON search_docs USING gin (search_grams(words));
CREATE FUNCTION search_note_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_pending (lead_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
	IF OLD.merged_into IS NOT NULL THEN
		INSERT INTO search_pending (lead_id) VALUES (OLD.merged_into) ON CONFLICT DO NOTHING;
	END IF;
	RETURN NULL;
END $$;
CREATE FUNCTION search_note_new_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_pending (lead_id) SELECT id FROM added ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;
CREATE FUNCTION search_note_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_pending (lead_id) SELECT DISTINCT lead_id FROM added WHERE lead_id IS NOT NULL ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;
CREATE FUNCTION search_note_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_pending (lead_id) SELECT id FROM (VALUES (OLD.lead_id), (NEW.lead_id)) moved (id) WHERE id IS NOT NULL ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;
CREATE FUNCTION search_note_its_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_pending (lead_id) VALUES (NEW.lead_id) ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;
CREATE TRIGGER search_new_lead AFTER INSERT ON leads REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION search_note_new_leads();
CREATE TRIGGER search_changed_lead AFTER UPDATE ON leads FOR EACH ROW
	WHEN ((OLD.full_name, OLD.first_name, OLD.last_name, OLD.phone, OLD.email, OLD.property_key, OLD.interest, OLD.merged_into, OLD.erased_at)
		IS DISTINCT FROM (NEW.full_name, NEW.first_name, NEW.last_name, NEW.phone, NEW.email, NEW.property_key, NEW.interest, NEW.merged_into, NEW.erased_at))
	EXECUTE FUNCTION search_note_lead();
CREATE TRIGGER search_new_identity AFTER INSERT ON identities REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION search_note_added();
CREATE TRIGGER search_moved_identity AFTER UPDATE OF lead_id ON identities FOR EACH ROW EXECUTE FUNCTION search_note_moved();
CREATE TRIGGER search_new_inquiry AFTER INSERT ON inquiries REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION search_note_added();
CREATE TRIGGER search_moved_inquiry AFTER UPDATE OF lead_id ON inquiries FOR EACH ROW WHEN (OLD.lead_id IS DISTINCT FROM NEW.lead_id) EXECUTE FUNCTION search_note_moved();
CREATE TRIGGER search_new_text AFTER INSERT ON texts FOR EACH ROW WHEN (NEW.direction = 'in' AND NEW.lead_id IS NOT NULL) EXECUTE FUNCTION search_note_its_lead();
CREATE TRIGGER search_moved_text AFTER UPDATE OF lead_id ON texts FOR EACH ROW WHEN (NEW.direction = 'in' AND OLD.lead_id IS DISTINCT FROM NEW.lead_id) EXECUTE FUNCTION search_note_moved();
CREATE TRIGGER search_new_note AFTER INSERT ON timeline FOR EACH ROW WHEN (NEW.kind = 'note' AND NEW.lead_id IS NOT NULL) EXECUTE FUNCTION search_note_its_lead();
CREATE TRIGGER search_noted_task AFTER UPDATE OF done_note ON tasks FOR EACH ROW
	WHEN (NEW.lead_id IS NOT NULL AND OLD.done_note IS DISTINCT FROM NEW.done_note) EXECUTE FUNCTION search_note_its_lead();
-- both:
INSERT INTO schema_version (version, name, fingerprint, applied_at) VALUES (1, 'first', '5c1549a6e8d41026', 1794938400000);
INSERT INTO store_identity (one, id, made_at) VALUES
	(1, 'store_0001', 1794938400000);
INSERT INTO portfolios (key, settings, revision, updated_at) VALUES
	('main', '{"key":"main","brand":"Cedar Grove Apartments","country":"US","timeZone":"America/Chicago","defaultOwner":"Leasing desk","properties":[{"key":"cedar","name":"Cedar Grove","timeZone":null,"state":"TX","tourUrl":null,"owner":null}],"lines":[{"phone":"+15125550100","label":"Cedar Grove leasing","propertyKey":"cedar"}],"staff":[],"trackingNumbers":[],"officeHours":[],"holidays":[]}', 1, 1794938400000),
	('north', '{"key":"north","brand":"Zoë''s Łofts","country":"US","timeZone":"America/Chicago","defaultOwner":"Leasing desk","properties":[],"lines":[{"phone":"+15125550101","label":"North gate","propertyKey":null}],"staff":[],"trackingNumbers":[],"officeHours":[],"holidays":[]}', 1, 1794938400000);
INSERT INTO portfolio_lines (phone, portfolio) VALUES
	('+15125550100', 'main'),
	('+15125550101', 'north');
INSERT INTO hookups (phone, channel, purpose, provider, provider_number_id, consumer, previous, ours, text_status_url, installed_at) VALUES
	('+15125550100', 'voice', 'live', 'twilio', 'PN1', 'w1:n1', '{"VoiceUrl":"https://example.com/before"}', '{"VoiceUrl":"https://n8n.example.com/webhook/a/twilio?step=voice"}', NULL, 1794938400000),
	('+15125550100', 'text', 'live', 'twilio', 'PN1', 'w1:n1', '{}', '{}', 'https://n8n.example.com/webhook/a/twilio?step=text', 1794938400000),
	('+15125550101', 'voice', 'test', 'twilio', 'PN2', 'w2:n1', '{}', '{}', NULL, 1794938400000),
	('+15125550101', 'text', 'test', 'twilio', 'PN2', 'w2:n1', '{}', '{}', NULL, 1794938400000);
INSERT INTO cursors (portfolio, scope, name, position, revision, updated_at) VALUES
	('main', 'buildium', 'tenants', '{"offset":200}', 3, 1794938400000);
INSERT INTO leads (id, portfolio, first_name, last_name, full_name, phone, email, source, status, status_since, lost_reason, owner, next_action, next_action_at, property_key, interest, taken_over_by, taken_over_at, merged_into, erased_at, created_at, updated_at) VALUES
	('lead_0001', 'main', 'María', 'O''Neil', 'María O''Neil', '+15125550123', 'maria@example.com', 'phone', 'new', 1794938400000, NULL, 'Leasing desk', 'Call back', 1794938400000, 'cedar', '{"bedrooms":2}', NULL, NULL, NULL, NULL, 1794938400000, 1794938400000),
	('lead_0002', 'main', NULL, NULL, NULL, '+15125550124', NULL, 'phone', 'toured', 1794938400000, NULL, 'Leasing desk', 'Call back', 1794938400000, NULL, '{}', 'Dana', 1794938400000, NULL, NULL, 1794938400000, 1794938400000),
	('lead_0003', 'north', 'Maria', 'Lopez', 'Maria Lopez', '+15125550123', NULL, 'form', 'lost', 1794938400000, 'too_expensive', 'Leasing desk', 'Call back', 1794938400000, NULL, '{"bedrooms":2}', NULL, NULL, NULL, NULL, 1794938400000, 1794938400000),
	('lead_0301', 'main', 'Maria', 'ONeil', 'Maria ONeil', NULL, 'maria.o@example.com', 'form', 'new', 1794938400000, NULL, 'Leasing desk', 'Call back', 1794938400000, 'cedar', '{}', NULL, NULL, 'lead_0001', NULL, 1794938400000, 1794938400000),
	('lead_0401', 'main', 'Ana', 'Ruiz', 'Ana Ruiz', NULL, 'ana.r@example.com', 'form', 'new', 1794938400000, NULL, 'Leasing desk', 'Call back', 1794938400000, NULL, '{}', NULL, NULL, 'lead_0002', NULL, 1794938400000, 1794938400000);
INSERT INTO identities (portfolio, kind, value, lead_id, added_at) VALUES
	('main', 'phone', '+15125550123', 'lead_0001', 1794938400000),
	('main', 'email', 'maria@example.com', 'lead_0001', 1794938400000),
	('main', 'phone', '+15125550124', 'lead_0002', 1794938400000),
	('north', 'phone', '+15125550123', 'lead_0003', 1794938400000);
INSERT INTO inquiries (id, portfolio, provider, provider_id, fingerprint, inquiry, lead_id, recorded_at) VALUES
	('inquiry_0004', 'main', 'twilio', 'CA1', '', '{"portfolio":"main","provider":"twilio","providerId":"CA1","fingerprint":"","channel":"call","occurredAt":"2026-11-17T18:00:00.000Z","receivedAt":"2026-11-17T18:00:01.000Z","people":[],"interest":{"propertyKey":"cedar","propertyName":null,"unit":null,"bedrooms":null,"moveIn":null,"budget":null,"message":null},"source":{"source":"phone","campaign":null,"line":"+15125550100","evidence":"The line that was called."},"call":null,"changes":[],"raw":{"CallSid":"CA1"}}', 'lead_0001', 1794938400000),
	('inquiry_0005', 'main', 'twilio', 'CA2', '', '{"portfolio":"main","provider":"twilio","providerId":"CA2","fingerprint":"","channel":"call","occurredAt":"2026-11-17T18:00:00.000Z","receivedAt":"2026-11-17T18:00:01.000Z","people":[],"interest":{"propertyKey":"cedar","propertyName":null,"unit":null,"bedrooms":null,"moveIn":null,"budget":null,"message":null},"source":{"source":"phone","campaign":null,"line":"+15125550100","evidence":"The line that was called."},"call":null,"changes":[],"raw":{"CallSid":"CA1"}}', 'lead_0001', 1794938400000),
	('inquiry_0006', 'main', 'form', 'CA9', 'p1a2b3', '{"portfolio":"main","provider":"form","providerId":"CA9","fingerprint":"p1a2b3","channel":"call","occurredAt":"2026-11-17T18:00:00.000Z","receivedAt":"2026-11-17T18:00:01.000Z","people":[],"interest":{"propertyKey":"cedar","propertyName":null,"unit":null,"bedrooms":null,"moveIn":null,"budget":null,"message":null},"source":{"source":"phone","campaign":null,"line":"+15125550100","evidence":"The line that was called."},"call":null,"changes":[],"raw":{"CallSid":"CA1"}}', NULL, 1794938400000);
INSERT INTO touches (inquiry_id, portfolio, lead_id, channel, source, campaign, at) VALUES
	('inquiry_0004', 'main', 'lead_0001', 'call', 'phone', NULL, 1794938400000),
	('inquiry_0005', 'main', 'lead_0001', 'call', 'sign', 'spring', 1794938460000);
INSERT INTO household_leads (portfolio, lead_id, household_id, added_by, added_at) VALUES
	('main', 'lead_0001', 'household_0308', 'Dana', 1794938460000),
	('main', 'lead_0002', 'household_0308', 'Dana', 1794938460000);
INSERT INTO lead_merges (id, portfolio, kept_id, merged_id, merged_by, reasons, at, changed, undone_at, undone_by) VALUES
	('merge_0307', 'main', 'lead_0001', 'lead_0301', 'Dana', '[]', 1794938460000, '{"kept":{"email":"maria@example.com"},"tasks":[]}', NULL, NULL);
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
INSERT INTO calls (id, portfolio, provider, provider_call_id, mode, consumer, caller_raw, caller_e164, caller_name, withheld, line_e164, line_label, property_key, forwarded_from, started_at, screening, raw, state, outcome, reasons, ended_at, lead_id, voicemail_recording_id, voicemail_url, voicemail_duration_seconds, voicemail_transcript, updated_at) VALUES
	('call_0007', 'main', 'twilio', 'CA1', 'ring_staff', 'w1:n1', '+15125550123', '+15125550123', 'LOPEZ MARIA', 0, '+15125550100', 'Cedar Grove leasing', 'cedar', NULL, 1794938400000, 1, '{"CallSid":"CA1"}', 'missed', 'voicemail', '[{"code":"missed_call","sentence":"Nobody answered."}]', 1794938420000, 'lead_0001', NULL, NULL, NULL, NULL, 1794938400000),
	('call_0010', 'main', 'twilio', 'CA2', 'ring_staff', 'w1:n1', '+266696687', NULL, NULL, 1, '+15125550100', 'Cedar Grove leasing', 'cedar', NULL, 1794938400000, 1, '{"CallSid":"CA1"}', 'open', NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, 1794938400000),
	('call_0011', 'main', 'twilio', 'CA3', 'forwarded', 'w1:n1', '+15125550123', '+15125550123', 'LOPEZ MARIA', 0, '+15125550100', 'Cedar Grove leasing', 'cedar', '+15125550199', 1794938400000, 1, '{"CallSid":"CA1"}', 'answered', NULL, '[]', 1794938490000, NULL, NULL, NULL, NULL, NULL, 1794938400000);
INSERT INTO call_signals (call_id, key, id, signal, at) VALUES
	('call_0007', 'incoming', 'signal_0008', '{"kind":"incoming"}', 1794938400000),
	('call_0007', 'ended:no-answer', 'signal_0009', '{"kind":"ended","callStatus":"no-answer","durationSeconds":18,"via":"callback"}', 1794938420000);
INSERT INTO events (id, consumer, key, kind, payload, received_at, state, attempts, claimed_by, claimed_until, not_before, last_error, finished_at) VALUES
	('event_0012', 'w1:n1', 'missed_call:twilio:done', 'missed_call', '{"event":"missed_call","callId":"call_0007","say":"it''s \"here\""}', 1794938400000, 'done', 1, NULL, NULL, 1794938400000, NULL, 1794938400004),
	('event_0013', 'w1:n1', 'missed_call:twilio:running', 'missed_call', '{"event":"missed_call","callId":"call_0007","say":"it''s \"here\""}', 1794938400001, 'running', 1, 'host:1:aaaa', 1794938460004, 1794938400001, NULL, NULL),
	('event_0014', 'w1:n1', 'missed_call:twilio:failed', 'missed_call', '{"event":"missed_call","callId":"call_0007","say":"it''s \"here\""}', 1794938400002, 'failed', 1, NULL, NULL, 1794938400002, 'The workflow failed: no such node.', 1794938400004),
	('event_0015', 'w1:n1', 'missed_call:twilio:waiting', 'missed_call', '{"event":"missed_call","callId":"call_0007","say":"it''s \"here\""}', 1794938400003, 'waiting', 0, NULL, NULL, 1794938400003, NULL, NULL);
INSERT INTO texts (id, portfolio, direction, key, purpose, line, phone, lead_id, call_id, inquiry_id, body, media, segments, state, at, due_at, expires_at, event_at, to_stranger, guard, reasons, claimed_by, claimed_until, taken_over, attempted_at, attempts, provider, provider_id, provider_status, error_code, error_message, created_at, sent_at, delivered_at, updated_at) VALUES
	('text_0016', 'main', 'out', 'sent:text_back', 'text_back', '+15125550100', '+15125550123', 'lead_0001', 'call_0007', NULL, 'Sorry we missed your call to Cedar Grove.', '[]', 1, 'sent', 1794938400004, 1794938400000, NULL, 1794938400000, 0, '{"windowHours":12}', '[]', NULL, NULL, 0, 1794938400004, 1, 'twilio', 'SM1', 'queued', NULL, NULL, 1794938400004, 1794938400004, NULL, 1794938400004),
	('text_0017', 'main', 'out', 'delivered:text_back', 'text_back', '+15125550100', '+15125550123', 'lead_0001', 'call_0007', NULL, 'Sorry we missed your call to Cedar Grove.', '[]', 1, 'delivered', 1794938400004, 1794938400000, NULL, 1794938400000, 0, '{"windowHours":12}', '[]', NULL, NULL, 0, 1794938400004, 1, 'twilio', 'SM2', 'delivered', NULL, NULL, 1794938400004, 1794938400004, 1794938400004, 1794938400004),
	('text_0018', 'main', 'out', 'claimed:text_back', 'text_back', '+15125550100', '+15125550123', 'lead_0001', 'call_0007', NULL, 'Sorry we missed your call to Cedar Grove.', '[]', 1, 'claimed', 1794938400004, 1794938400000, NULL, 1794938400000, 0, '{"windowHours":12}', '[]', 'p:3', 1794938460004, 0, 1794938400004, 1, 'twilio', NULL, NULL, NULL, NULL, 1794938400004, NULL, NULL, 1794938400004),
	('text_0019', 'main', 'out', 'unknown:text_back', 'text_back', '+15125550100', '+15125550123', 'lead_0001', 'call_0007', NULL, 'Sorry we missed your call to Cedar Grove.', '[]', 1, 'unknown', 1794938400000, 1794938400000, NULL, 1794938400000, 0, '{"windowHours":12}', '[{"code":"send_unclear","sentence":"The phone system did not say."}]', NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, 1794938400004, NULL, NULL, 1794938400004),
	('text_0020', 'main', 'out', 'failed:text_back', 'text_back', '+15125550100', '+15125550123', 'lead_0001', 'call_0007', NULL, 'Sorry we missed your call to Cedar Grove.', '[]', 1, 'failed', 1794938400000, 1794938400000, NULL, 1794938400000, 0, '{"windowHours":12}', '[{"code":"provider_21606","sentence":"The line may not text."}]', NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, '21606', 'Not a text number.', 1794938400004, NULL, NULL, 1794938400004),
	('text_0021', 'main', 'out', 'not_sent:text_back', 'text_back', '+15125550100', '+15125550123', 'lead_0001', 'call_0007', NULL, 'Sorry we missed your call to Cedar Grove.', '[]', 1, 'not_sent', 1794938400000, 1794938400000, NULL, 1794938400000, 0, '{"windowHours":12}', '[{"code":"opted_out","sentence":"They asked not to be texted."}]', NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, 1794938400004, NULL, NULL, 1794938400004),
	('text_0022', 'main', 'out', 'planned:text_back', 'text_back', '+15125550100', '+15125550123', 'lead_0001', 'call_0007', NULL, 'Sorry we missed your call to Cedar Grove.', '[]', 1, 'planned', 1794938400000, 1794938400000, NULL, 1794938400000, 0, '{"windowHours":12}', '[]', NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, 1794938400004, NULL, NULL, 1794938400004),
	('text_0023', 'main', 'out', 'held:text_back', 'text_back', '+15125550100', '+15125550124', 'lead_0002', NULL, NULL, 'Sorry we missed your call to Cedar Grove.', '[]', 1, 'held', 1794981600000, 1794981600000, 1795024800000, 1794938400000, 0, '{"windowHours":12}', '[{"code":"quiet_hours","sentence":"It is night where the renter is."}]', NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, 1794938400004, NULL, NULL, 1794938400004),
	('text_0038', 'main', 'in', 'received:twilio:SM9', 'received', '+15125550100', '+15125550123', 'lead_0001', NULL, 'inquiry_0004', 'Is it still free?', '[{"url":"https://api.twilio.com/ME1","contentType":"image/jpeg"}]', 1, 'received', 1794938400009, 1794938400009, NULL, 1794938400009, 0, 'null', '[]', NULL, NULL, 0, NULL, 0, 'twilio', 'SM9', NULL, NULL, NULL, 1794938400009, NULL, NULL, 1794938400009);
INSERT INTO opt_outs (id, portfolio, phone, seq, action, via, evidence, at) VALUES
	('optout_0026', 'main', '+15125550124', 1, 'out', 'reply', 'STOP', 1794938400000),
	('optout_0027', 'main', '+15125550124', 2, 'in', 'reply', 'START', 1794938460000),
	('optout_0028', 'main', '+15125550124', 3, 'out', 'reply', 'please stop', 1794938520000);
INSERT INTO text_holds (portfolio, phone, revision, via, evidence, held_at, lifted_at, lifted_by) VALUES
	('main', '+15125550124', 2, 'reply_unclear', 'I don''t know', 1794938400000, NULL, NULL),
	('north', '+15125550123', 1, 'reply_unclear', 'later', 1794938400000, 1794938400005, 'Dana');
INSERT INTO phone_facts (phone, line_type, textable, via, learned_at) VALUES
	('+15125550123', 'mobile', 1, 'lookup', 1794938400000),
	('+15125550124', NULL, 0, 'provider_error_30006', 1794938400000);
INSERT INTO tasks (id, portfolio, key, kind, title, lead_id, call_id, owner, due_at, priority, reasons, state, created_at, updated_at, done_at, done_by, done_note) VALUES
	('task_0024', 'main', 'call_back:CA1', 'call_back', 'Call back +1 512-555-0123', 'lead_0001', 'call_0007', 'Leasing desk', 1794938400000, 2, '[{"code":"missed_call","sentence":"Nobody answered."}]', 'open', 1794938400004, 1794938400004, NULL, NULL, NULL),
	('task_0025', 'main', 'review:1', 'review_match', 'Is this the same renter?', 'lead_0002', NULL, 'Leasing desk', 1794938400000, 1, '[{"code":"missed_call","sentence":"Nobody answered."}]', 'done', 1794938400004, 1794938400004, 1794938400004, 'Dana', 'Two sisters; not the same.');
INSERT INTO work (id, portfolio, kind, key, payload, due_at, next_payload, next_due_at, state, attempts, claimed_by, claimed_until, last_error, created_at, finished_at) VALUES
	('work_0029', 'main', 'follow_up', 'a-done', '{"step":1}', 1794938400097, NULL, NULL, 'done', 1, NULL, NULL, NULL, 1794938400004, 1794938460004),
	('work_0030', 'main', 'follow_up', 'b-failed', '{"step":1}', 1794938400098, NULL, NULL, 'failed', 1, NULL, NULL, 'The CRM was down.', 1794938400004, 1794938460004),
	('work_0031', 'main', 'follow_up', 'c-claimed', '{"step":1}', 1794938400099, NULL, NULL, 'claimed', 1, 'host:1:aaaa', 1794938520004, NULL, 1794938400004, NULL),
	('work_0032', 'main', 'follow_up', 'd-cancelled', '{"step":1}', 1794938400100, NULL, NULL, 'cancelled', 0, NULL, NULL, NULL, 1794938400004, 1794938460004),
	('work_0033', 'main', 'follow_up', 'e-waiting', '{"step":1}', 1794938400101, NULL, NULL, 'waiting', 0, NULL, NULL, NULL, 1794938400004, NULL),
	('work_0034', NULL, 'sweep', 'later', '{"step":1}', 1795111200000, NULL, NULL, 'waiting', 0, NULL, NULL, NULL, 1794938400004, NULL);
INSERT INTO timeline (id, portfolio, lead_id, call_id, inquiry_id, at, kind, sentence, reasons, data) VALUES
	('entry_0035', 'main', 'lead_0001', 'call_0007', NULL, 1794938400000, 'call', 'A call to Cedar Grove leasing was missed.', '[{"code":"missed_call","sentence":"Nobody answered."}]', '{"a":[1,2.5,null]}'),
	('entry_0036', 'main', 'lead_0002', NULL, NULL, 1794938460000, 'note', 'They asked for a two-bedroom.', '[]', NULL),
	('entry_0501', 'main', 'lead_0001', 'call_0007', NULL, 1794938400000, 'call', 'A call came in.', '[]', NULL),
	('entry_0502', 'main', 'lead_0001', NULL, NULL, 1794938400000, 'note', 'Called back.', '[]', NULL);
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
INSERT INTO write_backs (portfolio, provider, key, state, lead_id, attempted_at, held_until, record_type, record_id, reasons, created_at, updated_at) VALUES
	('main', 'buildium', 'missed_call:twilio:done', 'written', 'lead_0001', 1794938400000, NULL, 'prospect', '88', '[]', 1794938400000, 1794938400001),
	('main', 'buildium', 'missed_call:twilio:running', 'queued', 'lead_0001', 1794938400002, NULL, NULL, NULL, '[]', 1794938400000, 1794938400002),
	('main', 'buildium', 'missed_call:twilio:failed', 'refused', NULL, NULL, NULL, NULL, NULL, '[{"code":"no_property","sentence":"The line stands for no property."}]', 1794938400000, 1794938400003);
INSERT INTO heard_changes (consumer, record, changed_at) VALUES
	('w3:n1', 'tenant:501', 1794938400000);
INSERT INTO search_docs (doc, lead_id, portfolio, words) VALUES
	(1, 'lead_0001', 'main', '  15125550123  maria  o  neil  oneil  example  com  cedar');
