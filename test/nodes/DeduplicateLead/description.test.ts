import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_THRESHOLDS } from '../../../leasing/match/bands';
import { deduplicateLeadProperties } from '../../../nodes/DeduplicateLead/description';

test.each([
	['automatic', DEFAULT_THRESHOLDS.automatic],
	['review', DEFAULT_THRESHOLDS.review],
])('adding the option %s without touching it changes nothing', (name, used) => {
	const options = deduplicateLeadProperties.find((property) => property.name === 'options')?.options as INodeProperties[];
	expect(options.find((option) => option.name === name)?.default).toBe(used * 100);
});
