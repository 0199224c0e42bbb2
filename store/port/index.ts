/**
 * The store port: everything durable that nodes and rules may ask for. One interface, two back ends
 * (SQLite, Postgres), one contract suite (`test/store/contract.ts`) that both must pass.
 *
 * Each method is one atomic step. Steps that must stand or fall together go through `transaction`.
 */
import type { Millis } from '../../leasing/time';
import type { PortfolioFamily } from './portfolios';
import type { CallFamily } from './calls';
import type { CursorFamily } from './cursors';
import type { EventFamily } from './events';
import type { LeadFamily } from './leads';
import type { InquiryFamily } from './inquiries';
import type { TextFamily } from './texts';
import type { TaskFamily } from './tasks';
import type { OptOutFamily } from './optOuts';
import type { TextHoldFamily } from './textHolds';
import type { WorkFamily } from './work';
import type { TimelineFamily } from './timeline';
import type { HookupFamily } from './hookups';
import type { PhoneFactFamily } from './phoneFacts';
import type { DeliveryCountFamily } from './deliveryCounts';
import type { DirectoryFamily } from './directory';
import type { WriteBackFamily } from './writeBacks';
import type { HeardChangeFamily } from './heardChanges';
import type { HouseholdFamily } from './households';
import type { MatchingFamily } from './matching';
import type { MergeFamily } from './merges';
import type { ReviewFamily } from './reviews';

/** All statement families; what a transaction hands to its function. */
export interface StoreFamilies {
	portfolios: PortfolioFamily;
	hookups: HookupFamily;
	calls: CallFamily;
	events: EventFamily;
	leads: LeadFamily;
	inquiries: InquiryFamily;
	texts: TextFamily;
	tasks: TaskFamily;
	optOuts: OptOutFamily;
	textHolds: TextHoldFamily;
	work: WorkFamily;
	timeline: TimelineFamily;
	phoneFacts: PhoneFactFamily;
	cursors: CursorFamily;
	deliveryCounts: DeliveryCountFamily;
	directory: DirectoryFamily;
	writeBacks: WriteBackFamily;
	heardChanges: HeardChangeFamily;
	matching: MatchingFamily;
	reviews: ReviewFamily;
	merges: MergeFamily;
	households: HouseholdFamily;
}

/** What tells a store from every other. A copy, such as a backup, has the same. */
export interface StoreIdentity {
	id: string;
	madeAt: Millis;
}

export interface Store extends StoreFamilies {
	readonly backend: 'sqlite' | 'postgres';
	/** For people: the file, or host and database without user and password. */
	readonly location: string;
	/** Which store this is; another file in its place, or one that was made anew, has another id. */
	readonly identity: StoreIdentity;
	/**
	 * Runs `work` in one write transaction: all of it is kept, or none if it throws.
	 * Only store calls on `tx` may be awaited inside; awaiting anything else would hold the write lock.
	 * Does not nest.
	 */
	transaction<T>(work: (tx: StoreFamilies) => Promise<T>): Promise<T>;
	/**
	 * As `transaction`, for a hundred rows of a list at once: what `work` has read it need not read again, and what it writes is kept in memory until
	 * something asks for it, or to the end, and then written with few statements. A record that the database refuses is refused then, by
	 * whichever call it comes out at; nothing of the batch is kept, and doing the same rows singly tells which it was.
	 */
	batch<T>(work: (tx: StoreFamilies) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}

export * from './portfolios';
export * from './calls';
export * from './events';
export * from './leads';
export * from './inquiries';
export * from './texts';
export * from './tasks';
export * from './optOuts';
export * from './textHolds';
export * from './work';
export * from './timeline';
export * from './hookups';
export * from './phoneFacts';
export * from './cursors';
export * from './deliveryCounts';
export * from './directory';
export * from './writeBacks';
export * from './heardChanges';
export * from './matching';
export * from './reviews';
export * from './merges';
export * from './households';
export * from './errors';
