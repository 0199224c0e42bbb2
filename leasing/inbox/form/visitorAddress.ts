/** Addresses that are no visitor's: of this machine, or of a network of ours. */
const OURS = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i;
const ADDRESS = /^[0-9a-f.:]{2,45}$/i;

/**
 * The address that a request counts for. n8n knows how many proxies stand before it (N8N_PROXY_HOPS); where nobody told it, and the
 * connection comes from a proxy in our own network, the last address that this proxy noted is the visitor's: nobody but the proxy
 * could write there. Of an address of the newer kind its network counts, because each visitor has 2^64 of them.
 */
export function visitorAddress(ip: string | null, forwardedFor: string | undefined): string | null {
	const direct = plain(ip ?? '');
	if (direct !== null && !OURS.test(direct)) return network(direct);
	const noted = (forwardedFor ?? '')
		.slice(-500)
		.split(',')
		.map((text) => plain(text.trim()))
		.filter((text): text is string => text !== null)
		.findLast((text) => !OURS.test(text));
	return noted === undefined ? direct : network(noted);
}

function plain(text: string): string | null {
	const address = text.replace(/^::ffff:/i, '');
	return ADDRESS.test(address) ? address : null;
}

function network(address: string): string {
	if (!address.includes(':')) return address;
	const [front = ''] = address.split('::');
	return `${front.split(':').slice(0, 4).join(':')}::/64`;
}
