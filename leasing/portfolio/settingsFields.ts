/** What each setting is called on the form that people fill in. Every problem names a field with these words. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
	key: 'Portfolio Key',
	brand: 'Brand Name',
	country: 'Country',
	timeZone: 'Time Zone',
	defaultOwner: 'Default Owner',
	fallbackOwner: 'Fallback Owner',
	properties: 'Properties',
	lines: 'Lines',
	staff: 'Staff',
	trackingNumbers: 'Tracking Numbers',
	officeHours: 'Office Hours',
	holidays: 'Holidays',
};

const ROW_LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	properties: {
		key: 'Key',
		name: 'Name',
		timeZone: 'Time Zone',
		state: 'State',
		tourUrl: 'Tour Link',
		owner: 'Owner',
		address: 'Address',
		aliases: 'Other Names',
		listingIds: 'Listing IDs',
		trackingNumbers: 'Tracking Numbers',
	},
	lines: { phone: 'Phone Number', label: 'Label', property: 'Property', propertyKey: 'Property' },
	staff: { name: 'Name', phone: 'Phone Number' },
	officeHours: { weekday: 'Weekday', opens: 'Opens', closes: 'Closes' },
};

/** Names a place in the settings as the form shows it: `['lines', 1, 'phone']` is `Lines, row 2, Phone Number`. */
export function fieldLabel(path: readonly PropertyKey[]): string {
	const [first, row, column] = path;
	if (first === undefined) return 'Settings';
	const parts = [FIELD_LABELS[String(first)] ?? String(first)];
	if (row !== undefined) parts.push(`row ${Number(row) + 1}`);
	if (column !== undefined) parts.push(ROW_LABELS[String(first)]?.[String(column)] ?? String(column));
	return parts.join(', ');
}

/** Fields that no setting reads, for example a misspelled one; their labels, so that a person can be told. */
export function unknownFields(input: Readonly<Record<string, unknown>>): string[] {
	const unknown: string[] = [];
	for (const [field, value] of Object.entries(input)) {
		if (!(field in FIELD_LABELS)) {
			unknown.push(fieldLabel([field]));
			continue;
		}
		const columns = ROW_LABELS[field];
		if (columns === undefined || !Array.isArray(value)) continue;
		value.forEach((row: unknown, index) => {
			if (typeof row !== 'object' || row === null) return;
			for (const column of Object.keys(row)) if (!(column in columns)) unknown.push(fieldLabel([field, index, column]));
		});
	}
	return unknown;
}
