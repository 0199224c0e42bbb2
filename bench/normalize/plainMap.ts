/** What somebody builds with a Set or Code node: the item copied, nine fields picked by name, the phone's digits kept. */
export function plainMap(item: unknown): Record<string, unknown> {
	const copy = JSON.parse(JSON.stringify(item)) as Record<string, unknown>;
	const from = (typeof copy.body === 'object' && copy.body !== null ? copy.body : copy) as Record<string, unknown>;
	const first = (...keys: string[]): unknown => keys.map((key) => from[key]).find((value) => value !== undefined) ?? null;
	return {
		firstName: first('first_name', 'firstName'),
		lastName: first('last_name', 'lastName'),
		name: first('name', 'full_name', 'your-name'),
		email: String(first('email', 'your-email') ?? '').toLowerCase(),
		phone: String(first('phone', 'phone_number', 'your-phone') ?? '').replace(/\D/g, ''),
		property: first('property', 'listingId'),
		moveIn: first('move_in_date', 'movingDate'),
		message: first('message', 'your-message', 'text'),
		source: first('utm_source', 'source'),
	};
}
