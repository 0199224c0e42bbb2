import type { Target } from '../campaign';
import { buildiumBodies, buildiumRequests } from './buildium';
import { brokenLeads, leadDocuments, leadLists } from './leads';
import { twilioRequests } from './twilio';

/** Everything that is tried. A new door gets a file here and a line in this list; the shares sum up to one. */
export const TARGETS: readonly Target[] = [twilioRequests, buildiumRequests, buildiumBodies, leadLists, leadDocuments, brokenLeads];
