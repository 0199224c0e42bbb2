import type { INodeProperties } from 'n8n-workflow';

/** Which company's settings and records a node works on. One is enough for nearly everybody. */
export const portfolioProperty: INodeProperties = {
	displayName: 'Portfolio',
	name: 'portfolio',
	type: 'string',
	default: 'main',
	required: true,
	description: 'Key of the company settings saved by the Portfolio node. Leave "main" unless you manage several companies.',
};
