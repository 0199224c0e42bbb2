import type { Identity } from '../../leasing/match/match';
import type { Millis } from '../../leasing/time';

export const LEAD_STATUSES = ['new', 'contacted', 'tour_booked', 'toured', 'applied', 'leased', 'lost'] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

/** Source, status, owner and next action are NOT NULL in the database: no lead without them, ever. */
export interface NewLead {
	portfolio: string;
	firstName: string | null;
	lastName: string | null;
	fullName: string | null;
	/** For display and call-back; identities are kept apart. */
	phone: string | null;
	email: string | null;
	source: string;
	status: LeadStatus;
	owner: string;
	nextAction: string;
	nextActionAt: Millis;
	propertyKey: string | null;
	interest: unknown;
}

export interface StoredLead extends NewLead {
	id: string;
	createdAt: Millis;
	updatedAt: Millis;
}

export interface IdentityHit {
	identity: Identity;
	leadId: string;
}

export interface LeadSearch {
	portfolio: string;
	/** Matches name, phone and e-mail, case-insensitively, anywhere in the text; digits match phones. Empty: all. */
	text?: string;
	status?: LeadStatus;
	owner?: string;
	propertyKey?: string;
	limit: number;
}

export interface LeadFamily {
	/** @throws StoreError `constraint` when a NOT NULL field is empty */
	create(lead: NewLead): Promise<StoredLead>;
	/** A merged lead is given as the one that stands for it. */
	get(id: string): Promise<StoredLead | null>;
	/** The leads that stand for these, each once, in the order of their ids; unknown ids are left out. */
	getMany(ids: readonly string[]): Promise<StoredLead[]>;
	update(id: string, patch: Partial<Omit<NewLead, 'portfolio'>>): Promise<StoredLead>;
	/** Newest first. */
	search(query: LeadSearch): Promise<StoredLead[]>;
	findByIdentities(portfolio: string, identities: Identity[]): Promise<IdentityHit[]>;
	/** @returns `taken` with the other lead's id when the identity points elsewhere; nothing changes then */
	addIdentity(
		portfolio: string,
		leadId: string,
		identity: Identity,
	): Promise<{ result: 'added' | 'known' } | { result: 'taken'; leadId: string }>;
	/** Points an identity to another lead, whomever it belonged to. @returns false when nobody has it */
	giveIdentity(portfolio: string, leadId: string, identity: Identity): Promise<boolean>;
	identities(leadId: string): Promise<Identity[]>;
	count(portfolio: string): Promise<number>;
}
