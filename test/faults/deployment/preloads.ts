/** What is loaded into a process of n8n before n8n itself, as its environment says it. */
export function preloads(...parts: ReadonlyArray<{ preload: string; env: Record<string, string> }>): Record<string, string> {
	const NODE_OPTIONS = parts.map(({ preload }) => `--require ${JSON.stringify(preload)}`).join(' ');
	return Object.assign({ NODE_OPTIONS }, ...parts.map(({ env }) => env)) as Record<string, string>;
}
