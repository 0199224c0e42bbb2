/** What a column of a list may hold, as far as matching uses it. `name` is a full name in one column; `seen` when the row was made. */
export const LIST_FIELDS = [
	'id',
	'first',
	'last',
	'name',
	'phone',
	'email',
	'street',
	'unit',
	'city',
	'postcode',
	'dob',
	'property',
	'contact',
	'seen',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** For each field the numbers of its columns. Several phones or e-mails are several; several columns of anything else are joined. */
export type ColumnMap = Partial<Record<ListField, number[]>>;

const ALIASES: Readonly<Record<ListField, string>> = {
	id: 'id recid recordid uniqueid leadid rowid contactid prospectid guestcardid customerid guid uuid key',
	first: 'first firstname givenname given fname forename contactfirstname prospectfirstname',
	last: 'last lastname surname familyname lname contactlastname prospectlastname',
	name: 'name fullname contact contactname customername customer prospect prospectname renter rentername applicant guest guestname lead leadname',
	phone: 'phone phonenumber phone1 phone2 mobile mobilephone mobilenumber cell cellphone telephone tel primaryphone contactphone homephone customerphone callernumber daytimephone phoneno phone1value phone2value phone3value telefono telefonomovil celular movil',
	email: 'email emailaddress email1 email2 mail primaryemail contactemail customeremail',
	street: 'street streetaddress address address1 addressline1 currentaddress mailingaddress homeaddress street1',
	unit: 'apt apartment apartmentnumber aptnumber addressunit',
	city: 'city suburb town currentcity mailingcity locality',
	postcode: 'zip zipcode postcode postalcode postal currentzip mailingzip',
	dob: 'dob dateofbirth birthdate birthday birth',
	property: 'property propertyname community communityname propertykey',
	contact: 'providercontact externalid',
	seen: 'created createdat createddate datecreated createdon date inquirydate leaddate timestamp datereceived receivedat submittedat firstcontact contactdate',
};

const FIELD_OF: ReadonlyMap<string, ListField> = new Map(
	LIST_FIELDS.flatMap((field) => ALIASES[field].split(' ').map((alias): [string, ListField] => [alias, field])),
);

/** Guesses from the names of the columns, capitals, spaces and signs aside. What is not recognized is not used. */
export function guessColumns(headers: readonly string[]): ColumnMap {
	const map: ColumnMap = {};
	headers.forEach((header, index) => {
		const field = FIELD_OF.get(plain(header));
		// Only phones and e-mails come several to a row; of the others the first counts.
		if (field !== undefined && (map[field] === undefined || SEVERAL.has(field))) (map[field] ??= []).push(index);
	});
	const number = headers.findIndex((header) => ['streetnumber', 'housenumber', 'streetno', 'houseno'].includes(plain(header)));
	if (number >= 0 && map.street !== undefined) map.street = [number, ...map.street];
	if (map.first !== undefined || map.last !== undefined) delete map.name;
	return map;
}

const SEVERAL: ReadonlySet<ListField> = new Set<ListField>(['phone', 'email']);

/**
 * Reads `first=Given Name,phone=Mobile+Home,…`. A plus sign puts columns together.
 * @returns the map, or a sentence that says what is wrong and which columns there are
 */
export function readColumns(text: string, headers: readonly string[]): { ok: true; map: ColumnMap } | { ok: false; problem: string } {
	const map: ColumnMap = {};
	for (const part of text
		.split(',')
		.map((entry) => entry.trim())
		.filter(Boolean)) {
		const at = part.indexOf('=');
		const field = LIST_FIELDS.find((name) => name === part.slice(0, at).trim().toLowerCase());
		if (at < 1 || field === undefined) {
			return {
				ok: false,
				problem: `--columns cannot read "${part}"; write field=column, with one of the fields ${LIST_FIELDS.join(', ')}.`,
			};
		}
		const wanted = part.slice(at + 1).trim();
		const whole = findHeader(wanted, headers);
		const names = whole >= 0 ? [wanted] : wanted.split('+').map((name) => name.trim());
		for (const name of names) {
			const index = findHeader(name, headers);
			if (index < 0)
				return {
					ok: false,
					problem: `--columns names the column "${name}" for ${field}, but the file has only these: ${headers.join(', ')}.`,
				};
			(map[field] ??= []).push(index);
		}
	}
	return { ok: true, map };
}

/** Whether anything in the map can tell one renter from another. */
export function isUsable(map: ColumnMap): boolean {
	return [map.first, map.last, map.name, map.phone, map.email].some((columns) => columns !== undefined);
}

function findHeader(name: string, headers: readonly string[]): number {
	const exact = headers.indexOf(name);
	return exact >= 0 ? exact : headers.findIndex((header) => plain(header) === plain(name) && plain(name) !== '');
}

function plain(header: string): string {
	return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
