import type { StoreFamilies } from '../port';
import type { Sql } from '../sql/executor';
import type { StatementContext } from '../statements/context';
import type { WaitingRows } from './waitingRows';

/** What the families of a batch share. */
export interface BatchContext extends StatementContext {
	sql: Sql;
	/** The statements themselves. */
	direct: StoreFamilies;
	waiting: WaitingRows;
}

/** As BatchContext, for what points to leads. */
export interface LeadContext extends BatchContext {
	/** The lead that stands for one that may have been merged. */
	standing(leadId: string): Promise<string>;
}

/** A family that remembers what it read, and writes late. */
export interface Part<Family> {
	/** The methods that need not write first. The others go to the statements, after everything that waits was written. */
	methods: Partial<Family>;
	/** Something was written past it: what it read may not be so any more. */
	forget(): void;
	/** A lead was merged into another one. */
	merged?(from: string, into: string): void;
	/** An inquiry, with all that came of it, was put on a lead. */
	moved?(inquiryId: string, leadId: string): void;
}
