-- The first schema. Plain SQL that SQLite and Postgres both take.
--
-- Ids are sortable text and begin with the time they were made, so the oldest rows of a table are the first of its primary key: nothing needs an
-- index by age for that. Times are BIGINT epoch milliseconds; flags are INTEGER 0 or 1; JSON is TEXT. Ids of providers are text: nothing counts
-- or sorts them as numbers.
--
-- What never changes is a constraint: state machines, completeness, NOT NULL. Words that grow (statuses, kinds, modes, channels) are checked by
-- leasing/, where rows are written. Names ending in `_required` are turned into a sentence for people: keep the form <table>_<column>_required.
-- Records that belong to a lead refer to (portfolio, lead): a lead of another portfolio is refused.
-- Indexes with WHERE hold only what is asked for through them, so that they stay small however long the history gets.

-- Which store this is: one row. A file that was replaced under a running n8n, or a backup, is told from it by the id.
CREATE TABLE store_identity (
	-- Always 1: there is no second row.
	one INTEGER NOT NULL PRIMARY KEY,
	id TEXT NOT NULL,
	made_at BIGINT NOT NULL,
	CONSTRAINT store_identity_one_known CHECK (one = 1)
);

-- ---------------------------------------------------------------------------------------------------------------------------------------------
-- The company and its lines

CREATE TABLE portfolios (
	key TEXT NOT NULL PRIMARY KEY,
	settings TEXT NOT NULL,
	revision BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	CONSTRAINT portfolios_key_required CHECK (trim(key) <> '')
);

-- One row per line, taken out of the settings: which portfolio a called number stands for.
CREATE TABLE portfolio_lines (
	phone TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key)
);
CREATE INDEX portfolio_lines_by_portfolio ON portfolio_lines (portfolio);

-- Who has connected which part of a number (its calls, its texts, the reports about its calls) to which trigger, and what stood there before.
-- Number and channel come first: a text is sent by whoever serves its line, whatever the provider.
CREATE TABLE hookups (
	phone TEXT NOT NULL,
	channel TEXT NOT NULL,
	purpose TEXT NOT NULL,
	provider TEXT NOT NULL,
	provider_number_id TEXT NOT NULL,
	consumer TEXT NOT NULL,
	previous TEXT NOT NULL,
	ours TEXT NOT NULL,
	-- Where the provider reports about texts from this number; for the channel of texts.
	text_status_url TEXT,
	installed_at BIGINT NOT NULL,
	PRIMARY KEY (phone, channel, purpose, provider),
	CONSTRAINT hookups_purpose_known CHECK (purpose IN ('live', 'test')),
	CONSTRAINT hookups_phone_required CHECK (trim(phone) <> '')
);
CREATE INDEX hookups_by_consumer ON hookups (consumer);

-- How far something has come that is read piece by piece: a copy of the directory, a look for missed reports, an inbox. Rewritten with every piece.
CREATE TABLE cursors (
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	-- Whose cursor (a provider, a mailbox, a trigger), and of what: one list, one folder.
	scope TEXT NOT NULL,
	name TEXT NOT NULL,
	position TEXT NOT NULL,
	revision BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	PRIMARY KEY (portfolio, scope, name)
);

-- ---------------------------------------------------------------------------------------------------------------------------------------------
-- Leads

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
	-- Who of the staff has taken over from automation, and since when. A merge keeps it.
	taken_over_by TEXT,
	taken_over_at BIGINT,
	-- The lead that stands for this one since a merge. The rows that belong to this lead stay where they are, so that undoing a merge has nothing
	-- to move back. No foreign key: moving a store copies row after row, whichever comes first.
	merged_into TEXT,
	-- Set when the person was erased: the row stays as a tombstone, without anything that tells who it was.
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
-- Both in the order of the next action: what is due in a status, and what is on somebody's list.
CREATE INDEX leads_by_status ON leads (portfolio, status, next_action_at, id) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX leads_by_owner ON leads (portfolio, owner, next_action_at, id) WHERE merged_into IS NULL AND erased_at IS NULL;
-- A search for somebody's leads, newest first.
CREATE INDEX leads_newest_of_owner ON leads (portfolio, owner, created_at, id) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX leads_merged ON leads (merged_into) WHERE merged_into IS NOT NULL;
-- Which leads were merged, and into which: few of many. Whoever follows a record to its lead looks here, and not into every lead, which may lie
-- anywhere on the disk.
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
	-- Of the person, since anybody can send any id; '' for calls and texts of our own triggers.
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

-- Leads that rent together and stay leads of their own. A lead is in one household at most.
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
	-- What the merge changed and how it was before: the kept lead, tasks closed as doubles, leads merged earlier into the merged one.
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

-- ---------------------------------------------------------------------------------------------------------------------------------------------
-- Matching: what each person said of themselves, the keys by which that is found again, what people decided about pairs

-- One person of an inquiry as matching sees them: evidence, of which a lead is a set.
CREATE TABLE match_records (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	-- Null: made from a lead that was there before there were records.
	inquiry_id TEXT REFERENCES inquiries (id),
	-- Null while a person must decide whose it is.
	lead_id TEXT,
	record TEXT NOT NULL,
	at BIGINT NOT NULL,
	-- 0: the lead has another record that says the same; that one is found for both, so that a renter who calls often stays one hit.
	keyed INTEGER NOT NULL,
	FOREIGN KEY (portfolio, lead_id) REFERENCES leads (portfolio, id)
);
CREATE INDEX match_records_by_lead ON match_records (lead_id, id);
CREATE INDEX match_records_by_inquiry ON match_records (inquiry_id);

-- Derived from the record; a look-up reads one key's few newest entries, however many rows there are.
CREATE TABLE match_keys (
	portfolio TEXT NOT NULL,
	key TEXT NOT NULL,
	record_id TEXT NOT NULL REFERENCES match_records (id),
	PRIMARY KEY (portfolio, key, record_id),
	CONSTRAINT match_keys_key_required CHECK (trim(key) <> '')
);

-- A question that only a person can answer, and the answer, which is never asked for again. A pair stands here once, the lesser id first.
CREATE TABLE match_reviews (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	one_record TEXT NOT NULL REFERENCES match_records (id),
	other_record TEXT NOT NULL REFERENCES match_records (id),
	-- In hundredths: both back ends keep whole numbers exactly.
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

-- ---------------------------------------------------------------------------------------------------------------------------------------------
-- Calls and events

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
-- Whether a number ever called, and when last.
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

-- ---------------------------------------------------------------------------------------------------------------------------------------------
-- Texts

-- What we meant to send and what became of it, and what renters wrote: two sides of one conversation between a line of ours and a phone.
CREATE TABLE texts (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	direction TEXT NOT NULL,
	key TEXT NOT NULL,
	purpose TEXT NOT NULL,
	-- Our number, and the renter's.
	line TEXT NOT NULL,
	phone TEXT NOT NULL,
	lead_id TEXT,
	call_id TEXT REFERENCES calls (id),
	-- Of a text that came in: the inquiry it is, if it is one.
	inquiry_id TEXT REFERENCES inquiries (id),
	body TEXT NOT NULL,
	media TEXT NOT NULL,
	segments INTEGER NOT NULL,
	state TEXT NOT NULL,
	-- Its place in the conversation: when it came in; when it went out, or until then when it is due.
	at BIGINT NOT NULL,
	due_at BIGINT NOT NULL,
	expires_at BIGINT,
	event_at BIGINT NOT NULL,
	-- 1: when it was planned, the number had never written or called. How many of these may go out in an hour has a limit.
	to_stranger INTEGER NOT NULL,
	-- What the guard was asked with; it is asked again before a held text goes out.
	guard TEXT NOT NULL,
	reasons TEXT NOT NULL,
	claimed_by TEXT,
	claimed_until BIGINT,
	-- 1 when the present claim was taken over from one that ran out.
	taken_over INTEGER NOT NULL,
	attempted_at BIGINT,
	attempts INTEGER NOT NULL,
	-- Who delivered it to us; or who sends it, from the first attempt on: until then the line decides.
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

-- Append-only. Belongs to number and portfolio, so that no change of a lead can lose one.
CREATE TABLE opt_outs (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	phone TEXT NOT NULL,
	-- Counts up within portfolio and phone: the last one counts, whatever any clock says. Two that were written at the same moment may have the
	-- same number; then `out` counts.
	seq BIGINT NOT NULL,
	action TEXT NOT NULL,
	via TEXT NOT NULL,
	evidence TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT opt_outs_action_known CHECK (action IN ('out', 'in')),
	CONSTRAINT opt_outs_phone_required CHECK (trim(phone) <> '')
);
CREATE INDEX opt_outs_by_phone ON opt_outs (portfolio, phone, seq, id);

-- No automatic texts to this number until a person has looked: somebody wrote what may be a wish not to be texted. Belongs to number and
-- portfolio, as an opt-out does.
CREATE TABLE text_holds (
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	phone TEXT NOT NULL,
	-- Counts the causes: whoever lifts the hold says which ones he has seen.
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

-- What is known about a number itself, whoever it belongs to and whichever portfolio learnt it.
CREATE TABLE phone_facts (
	phone TEXT NOT NULL PRIMARY KEY,
	line_type TEXT,
	textable INTEGER,
	via TEXT NOT NULL,
	learned_at BIGINT NOT NULL,
	CONSTRAINT phone_facts_phone_required CHECK (trim(phone) <> ''),
	CONSTRAINT phone_facts_textable_known CHECK (textable IN (0, 1))
);

-- ---------------------------------------------------------------------------------------------------------------------------------------------
-- What is to be done: tasks by people, work by the software

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
	-- What was put under the key while the work was being done: it is done again with this payload, or is due then should it fail.
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

-- ---------------------------------------------------------------------------------------------------------------------------------------------
-- The story

CREATE TABLE timeline (
	id TEXT NOT NULL PRIMARY KEY,
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	lead_id TEXT,
	call_id TEXT REFERENCES calls (id),
	-- Of which inquiry an entry tells, so that the entries go along when somebody decides whose inquiry it is.
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
-- Most entries tell of no call. The index over the others is small and is not written when a list of leads comes in, which was a twelfth of the
-- pages written. For the same reason the two kinds that every row of a list writes are not in the index by kind: inquiries and their touches
-- have tables of their own.
CREATE INDEX timeline_by_call ON timeline (call_id, at, id) WHERE call_id IS NOT NULL;
CREATE INDEX timeline_by_inquiry ON timeline (inquiry_id, at, id) WHERE inquiry_id IS NOT NULL;
CREATE INDEX timeline_by_kind ON timeline (portfolio, kind, at, id) WHERE kind <> 'inquiry' AND kind <> 'match';

-- ---------------------------------------------------------------------------------------------------------------------------------------------
-- The directory: whom the company already knows and what it manages, copied from its property-management system, so that "who is calling" is
-- answered without asking anybody; and what of ours was written back into that system.
--
-- Ids named provider_... or property_id, unit_id are the provider's own. One row per record of the provider.

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
	-- Leases of a resident, properties of an owner, state of an application.
	details TEXT NOT NULL,
	-- Of everything the provider told; a record that has not changed is not written again.
	fingerprint TEXT NOT NULL,
	-- Start of the pass that saw it last; who was not seen by a whole pass is gone.
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

-- Properties, units and listings. A listing has the id of its unit.
CREATE TABLE directory_places (
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	provider TEXT NOT NULL,
	kind TEXT NOT NULL,
	provider_id TEXT NOT NULL,
	property_id TEXT NOT NULL,
	name TEXT NOT NULL,
	-- The name as a key, which the settings' property keys are made of, too.
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

-- One row per thing that we meant to write into the provider's system, once for ever.
CREATE TABLE write_backs (
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	provider TEXT NOT NULL,
	key TEXT NOT NULL,
	state TEXT NOT NULL,
	lead_id TEXT,
	-- Set before the request leaves: from then on it may have arrived, whatever we know.
	attempted_at BIGINT,
	-- Whoever sends holds it until then, so that nobody else sends at the same time. NULL: no request is under way.
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
-- Tells our own writes when the provider reports them back to us.
CREATE INDEX write_backs_by_record ON write_backs (provider, record_type, record_id, updated_at);
CREATE INDEX write_backs_under_way ON write_backs (provider, attempted_at) WHERE state = 'queued' AND attempted_at IS NOT NULL;

-- When a record of a provider was last reported changed to a trigger, so that looking for missed reports finds those only.
CREATE TABLE heard_changes (
	consumer TEXT NOT NULL,
	record TEXT NOT NULL,
	changed_at BIGINT NOT NULL,
	PRIMARY KEY (consumer, record)
);

-- ---------------------------------------------------------------------------------------------------------------------------------------------
-- What a search looks at. All of it is made of the tables above and can be made again: whatever changes a lead's words notes the lead in
-- search_pending, in the same transaction, and the next search works that off before it looks. So no call and no import waits for the index.

CREATE TABLE search_pending (
	lead_id TEXT NOT NULL PRIMARY KEY
);

-- The words of a lead and of all that was merged into it, each once: see store/search/words.ts.
CREATE TABLE search_docs (
	-- Counts up in the order of the leads' ids, so the greatest is the newest. Small numbers, because the index keeps the steps between them.
	doc INTEGER NOT NULL PRIMARY KEY,
	lead_id TEXT NOT NULL,
	portfolio TEXT NOT NULL,
	words TEXT NOT NULL,
	UNIQUE (lead_id)
);

-- sqlite:
-- Every three letters that follow one another; docs/decisions/0028. What is deleted from it is really gone (secure-delete): people may be erased.
CREATE VIRTUAL TABLE search_index USING fts5 (words, content = 'search_docs', content_rowid = 'doc', detail = none, columnsize = 0, tokenize = 'trigram case_sensitive 1');
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
-- It tidies itself up by so many pages at a time: with small ones for 15 ms at most, not 50.
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
-- A statement adds up to 64 rows: once for all of them.
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
