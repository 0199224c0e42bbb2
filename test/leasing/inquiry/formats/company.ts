import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readLeads, type LeadResult, type ReadRequest } from '../../../../leasing/inquiry/readLeads';
import type { PortfolioSettings } from '../../../../leasing/portfolio/portfolio';

/** The company that the samples of template 20 are about. */
export const COMPANY: PortfolioSettings = {
	key: 'main',
	brand: 'Maple Group',
	country: 'US',
	timeZone: 'America/Los_Angeles',
	defaultOwner: 'Leasing Team',
	fallbackOwner: 'Lead Desk',
	properties: [
		{
			key: 'maple-court',
			name: 'Maple Court',
			timeZone: null,
			state: 'WA',
			tourUrl: null,
			owner: 'Dana',
			address: '14 Maple Ct, Tacoma, WA 98402',
			aliases: ['The Maples'],
			listingIds: ['MC-204', '7712345678'],
			trackingNumbers: ['+12065550130'],
		},
		{
			key: 'oak-park',
			name: 'Oak Park',
			timeZone: null,
			state: 'WA',
			tourUrl: null,
			owner: null,
			address: '220 Oak Park Ave, Tacoma, WA 98402',
			listingIds: ['OP-1'],
		},
	],
	lines: [
		{ phone: '+12065550100', label: 'Maple Court', propertyKey: 'maple-court' },
		{ phone: '+12065550101', label: 'Oak Park', propertyKey: 'oak-park' },
	],
	staff: [],
	trackingNumbers: [],
	officeHours: [],
	holidays: [],
};

/** Later than everything in the samples. */
export const RECEIVED_AT = Date.UTC(2026, 2, 10, 17, 0);

const SAMPLES = path.resolve(__dirname, '../../../../workflows-templates/20-lead-intake/samples');

export function sample(name: string): unknown[] {
	return JSON.parse(readFileSync(path.join(SAMPLES, `${name}.json`), 'utf8')) as unknown[];
}

export async function read(item: unknown, more: Partial<ReadRequest> = {}): Promise<LeadResult[]> {
	return await readLeads(item, { settings: COMPANY, receivedAt: RECEIVED_AT, format: 'auto', map: {}, ...more });
}
