-- Whom the company already knows and what it manages, copied from its property-management system, so that "who is calling" is
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
