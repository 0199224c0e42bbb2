/** HMAC fills a short key up with zeros, so zeros behind a key make no other key. */
export function sameKey(one: string, other: string): boolean {
	return one.replace(/\0+$/, '') === other;
}
