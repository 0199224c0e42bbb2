-- Matching: what each person said of themselves, the keys by which that is found again, what people decided about pairs,
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
