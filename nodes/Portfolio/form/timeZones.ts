import type { INodePropertyOptions } from 'n8n-workflow';

/** The zones of the US and Canada by the names people use; any other IANA zone can be given by an expression. */
export const timeZones: INodePropertyOptions[] = [
	{ name: 'Alaska', value: 'America/Anchorage' },
	{ name: 'Arizona (No Daylight Saving)', value: 'America/Phoenix' },
	{ name: 'Atlantic (Halifax)', value: 'America/Halifax' },
	{ name: 'Central (Chicago, Dallas)', value: 'America/Chicago' },
	{ name: 'Eastern (New York, Atlanta)', value: 'America/New_York' },
	{ name: 'Hawaii', value: 'Pacific/Honolulu' },
	{ name: 'Mountain (Denver)', value: 'America/Denver' },
	{ name: "Newfoundland (St. John's)", value: 'America/St_Johns' },
	{ name: 'Pacific (Los Angeles)', value: 'America/Los_Angeles' },
	{ name: 'Puerto Rico', value: 'America/Puerto_Rico' },
	{ name: 'Saskatchewan (No Daylight Saving)', value: 'America/Regina' },
];
