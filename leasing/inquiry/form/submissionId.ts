import { createHash } from 'node:crypto';
import type { FoundFields } from './findFields';

/**
 * A stand-in for a missing submission id: the same content on the same day (UTC) is the same inquiry, so a form that is
 * delivered twice, or a button pressed twice, counts once; the same words a week later are a new inquiry.
 * @param occurredAt ISO 8601, UTC
 */
export function contentId(found: FoundFields, occurredAt: string): string {
	// Ids and times of delivery differ between repeats and are left out.
	const content = Object.entries(found)
		.filter(([field]) => field !== 'submissionId' && field !== 'submittedAt')
		.map(([field, values]) => [field, values.map((value) => value.toLowerCase().replace(/\s+/g, ' '))])
		.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
	const hash = createHash('sha256')
		.update(JSON.stringify([occurredAt.slice(0, 10), content]))
		.digest('hex');
	return `content_${hash.slice(0, 32)}`;
}
