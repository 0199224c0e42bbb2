/** What stands in the place of a secret. */
export const REDACTED = '[secret]';

/**
 * A body without the secret that proved it: nothing that opens a door may lie in the store or in n8n's executions.
 * Every spelling is found that forms and JSON write it in.
 */
export function redacted(bytes: Buffer, secrets: readonly string[]): Buffer {
	// Each byte is one character, so that nothing else changes.
	let text = bytes.toString('latin1');
	for (const spelling of spellings(secrets)) text = text.replaceAll(spelling, REDACTED);
	return Buffer.from(text, 'latin1');
}

function spellings(secrets: readonly string[]): string[] {
	const all = secrets
		.filter((secret) => secret !== '')
		.flatMap((secret) => [
			secret,
			JSON.stringify(secret).slice(1, -1),
			encodeURIComponent(secret),
			encodeURIComponent(secret).replaceAll('%20', '+'),
		]);
	// The longest first: one spelling may hold another.
	return [...new Set(all)].map((text) => Buffer.from(text, 'utf8').toString('latin1')).sort((a, b) => b.length - a.length);
}
