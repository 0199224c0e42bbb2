// Made by scripts/generate-migrations.mjs from store/migrations/*.sql. Do not edit.

export interface Migration {
	version: number;
	name: string;
	sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
	{
		version: 1,
		name: 'first',
		sql: `-- First schema. Plain SQL that SQLite and Postgres both take.
--
-- Ids are sortable text; times are BIGINT epoch milliseconds; flags are INTEGER 0 or 1; JSON is TEXT.
-- Invariants are constraints. Names ending in \`_required\` are turned into a sentence for people: keep the form
-- <table>_<column>_required.
-- Records that belong to a lead refer to (portfolio, lead): a lead of another portfolio is refused.
-- Indexes with WHERE hold only what is still to be done, so that they stay small however long the history gets.

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

-- Append-only. Belongs to number and portfolio, so that no change of a lead can lose one.
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
`,
	},
	{
		version: 2,
		name: 'directory',
		sql: `-- Whom the company already knows and what it manages, copied from its property-management system, so that "who is calling" is
-- answered without asking anybody; and what of ours was written back into that system.
--
-- Ids named provider_… or property_id, unit_id are the provider's own. One row per record of the provider.

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
	CONSTRAINT directory_people_kind_known CHECK (kind IN ('resident', 'owner', 'vendor', 'staff', 'applicant')),
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
	PRIMARY KEY (portfolio, provider, kind, provider_id),
	CONSTRAINT directory_places_kind_known CHECK (kind IN ('property', 'unit', 'listing'))
);
CREATE INDEX directory_places_by_name ON directory_places (portfolio, provider, kind, name_key);
CREATE INDEX directory_places_by_property ON directory_places (portfolio, provider, property_id, kind, provider_id);

-- How far a copy has come, one row per resource; rewritten with every page, together with the page's rows.
CREATE TABLE directory_cursors (
	portfolio TEXT NOT NULL REFERENCES portfolios (key),
	provider TEXT NOT NULL,
	resource TEXT NOT NULL,
	progress TEXT NOT NULL,
	revision BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	PRIMARY KEY (portfolio, provider, resource)
);

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
`,
	},
	{
		version: 3,
		name: 'matching',
		sql: `-- Matching: what each person said of themselves, the keys by which that is found again, what people decided about pairs,
-- merges that can be undone, households.

-- The lead that stands for this one since a merge. The rows that belong to this lead stay where they are, so that undoing a
-- merge has nothing to move back. No foreign key: moving a store copies row after row, whichever comes first.
ALTER TABLE leads ADD COLUMN merged_into TEXT;
CREATE INDEX leads_merged ON leads (merged_into) WHERE merged_into IS NOT NULL;

-- Of which inquiry an entry tells, so that the entries go along when somebody decides whose inquiry it is.
ALTER TABLE timeline ADD COLUMN inquiry_id TEXT;
CREATE INDEX timeline_by_inquiry ON timeline (inquiry_id, at, id) WHERE inquiry_id IS NOT NULL;

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

-- A question that only a person can answer, and the answer, which is never asked for again. A pair stands here once, the
-- lesser id first.
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
`,
	},
	{
		version: 4,
		name: 'merged_leads',
		sql: `-- Which leads were merged, and into which: few of many. Whoever follows a record to its lead looks here, and not into every lead, which may lie anywhere
-- on the disk.
CREATE INDEX leads_merged_by_id ON leads (id, merged_into) WHERE merged_into IS NOT NULL;
`,
	},
	{
		version: 5,
		name: 'calls_entries',
		sql: `-- Most entries tell of no call. The index over the others is small and is not written when a list of leads comes in, which was a twelfth of the pages written.
DROP INDEX timeline_by_call;
CREATE INDEX timeline_by_call ON timeline (call_id, at, id) WHERE call_id IS NOT NULL;
`,
	},
];
