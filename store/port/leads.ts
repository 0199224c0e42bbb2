import type { Identity } from '../../leasing/match/match';
import type { LeadStatus } from '../../leasing/pipeline/status';
import type { Millis } from '../../leasing/time';

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

/** Who of the staff has taken over from automation. */
export interface TakenOver {
	by: string;
	at: Millis;
}

/** What may be changed of a lead. */
export interface LeadPatch extends Partial<Omit<NewLead, 'portfolio'>> {
	/** Why it was lost; null when it was not. */
	lostReason?: string | null;
	/** Null: automation may go on. */
	takenOver?: TakenOver | null;
}

export interface StoredLead extends NewLead {
	id: string;
	/** When it came to its status: when it was made, or when the status last changed. */
	statusSince: Millis;
	lostReason: string | null;
	takenOver: TakenOver | null;
	/** When the person was erased: the row stays, and tells nothing of who it was. */
	erasedAt: Millis | null;
	createdAt: Millis;
	updatedAt: Millis;
}

export interface IdentityHit {
	identity: Identity;
	leadId: string;
}

export interface LeadSearch {
	portfolio: string;
	/**
	 * Every word of it is part of a name, an e-mail, a property or unit, of what the renter wrote or of what was noted; digits are part of a phone. Case
	 * and accents do not count. Fewer than three letters begin a word. Empty: all.
	 */
	text?: string;
	status?: LeadStatus;
	owner?: string;
	propertyKey?: string;
	limit: number;
}

export interface LeadListQuery {
	portfolio: string;
	/** All when not given. */
	statuses?: readonly LeadStatus[];
	owner?: string;
	/** Only those whose next action is due by then. */
	dueBy?: Millis;
	limit: number;
	/** `next` of the page before. */
	after?: string;
}

export interface LeadPage {
	leads: StoredLead[];
	/** Where the next page begins; null when there is none. Of no meaning to others. */
	next: string | null;
}

export interface LeadFamily {
	/** @throws StoreError `constraint` when a NOT NULL field is empty, or the status is none */
	create(lead: NewLead): Promise<StoredLead>;
	/** A merged lead is given as the one that stands for it. */
	get(id: string): Promise<StoredLead | null>;
	/** The leads that stand for these, each once, in the order of their ids; unknown ids are left out. */
	getMany(ids: readonly string[]): Promise<StoredLead[]>;
	update(id: string, patch: LeadPatch): Promise<StoredLead>;
	/** Newest first; erased ones are not found. Outside of a transaction n8n has its turn in between, however many leads there are. */
	search(query: LeadSearch): Promise<StoredLead[]>;
	/**
	 * Page by page, in the order in which the next actions are due. Costs the same among a million leads as among ten. Leads that come in
	 * between two pages move none of the others; a lead whose next action is put off meanwhile may come twice.
	 * @throws StoreError `constraint` when `after` is not from a page
	 */
	list(query: LeadListQuery): Promise<LeadPage>;
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
