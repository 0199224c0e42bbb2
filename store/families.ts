import type { StoreFamilies } from './port';
import type { Sql } from './sql/executor';
import { makeCalls } from './statements/calls';
import type { StatementContext } from './statements/context';
import { makeCursors } from './statements/cursors';
import { makeDeliveryCounts } from './statements/deliveryCounts';
import { makeDirectory } from './statements/directory';
import { makeEvents } from './statements/events';
import { makeHeardChanges } from './statements/heardChanges';
import { makeHookups } from './statements/hookups';
import { makeHouseholds } from './statements/households';
import { makeInquiries } from './statements/inquiries';
import { makeLeads } from './statements/leads';
import { makeMatching } from './statements/matching';
import { makeMerges } from './statements/merges';
import { makeOptOuts } from './statements/optOuts';
import { makePhoneFacts } from './statements/phoneFacts';
import { makePortfolios } from './statements/portfolios';
import { makeReviews } from './statements/reviews';
import { makeTasks } from './statements/tasks';
import { makeTextHolds } from './statements/textHolds';
import { makeTexts } from './statements/texts';
import { makeTimeline } from './statements/timeline';
import { makeWork } from './statements/work';
import { makeWriteBacks } from './statements/writeBacks';

/** All statement families over one executor: the store's own, or that of a transaction. */
export function makeFamilies(sql: Sql, context: StatementContext): StoreFamilies {
	return {
		portfolios: makePortfolios(sql, context),
		hookups: makeHookups(sql),
		calls: makeCalls(sql, context),
		events: makeEvents(sql, context),
		leads: makeLeads(sql, context),
		inquiries: makeInquiries(sql, context),
		texts: makeTexts(sql, context),
		tasks: makeTasks(sql, context),
		optOuts: makeOptOuts(sql, context),
		textHolds: makeTextHolds(sql),
		work: makeWork(sql, context),
		timeline: makeTimeline(sql, context),
		phoneFacts: makePhoneFacts(sql),
		cursors: makeCursors(sql, context),
		deliveryCounts: makeDeliveryCounts(sql),
		directory: makeDirectory(sql, context),
		writeBacks: makeWriteBacks(sql, context),
		heardChanges: makeHeardChanges(sql),
		matching: makeMatching(sql, context),
		reviews: makeReviews(sql, context),
		merges: makeMerges(sql, context),
		households: makeHouseholds(sql, context),
	};
}
