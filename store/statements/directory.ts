import { PERSON_KINDS, type PersonKind, type PlaceKind } from '../../leasing/directory/directory';
import type { DirectoryFamily, DirectoryOf, PageCounts, StoredPerson } from '../port/directory';
import { forMany } from '../sql/bulk';
import type { Sql } from '../sql/executor';
import { withReferences } from '../sql/references';
import type { StatementContext } from './context';
import { havingUnit, listPlaces, placesVersion } from './directoryPlaces';
import { PERSON_COLUMNS, PLACE_COLUMNS, toPerson, toPlace, type PersonRow, type PlaceRow } from './directoryRow';
import { savePeopleOfKind, savePlacesOfKind } from './directorySave';

export function makeDirectory(sql: Sql, context: StatementContext): DirectoryFamily {
	/** Each kind of a page by itself, all in one step. */
	const save = async <T extends { kind: string }>(
		of: DirectoryOf,
		records: T[],
		saveKind: (step: Sql, ofKind: T[]) => Promise<PageCounts>,
	): Promise<PageCounts> =>
		await withReferences(
			sql,
			{ portfolio: of.portfolio },
			async (step) => {
				const total = { added: 0, changed: 0, unchanged: 0 };
				for (const kind of new Set(records.map((record) => record.kind))) {
					const counts = await saveKind(
						step,
						records.filter((record) => record.kind === kind),
					);
					total.added += counts.added;
					total.changed += counts.changed;
					total.unchanged += counts.unchanged;
				}
				return total;
			},
			'atomically',
		);

	/** People with all their phones and e-mails. */
	const whole = async (rows: PersonRow[]): Promise<StoredPerson[]> => {
		const personIds = rows.map(({ id }) => id);
		const phones = await forMany<{ person_id: string; phone: string }>(
			sql,
			[],
			personIds,
			(list) => `SELECT person_id, phone FROM directory_phones WHERE person_id IN (${list})`,
		);
		const emails = await forMany<{ person_id: string; email: string }>(
			sql,
			[],
			personIds,
			(list) => `SELECT person_id, email FROM directory_emails WHERE person_id IN (${list})`,
		);
		return rows.map((row) =>
			toPerson(
				row,
				phones
					.filter(({ person_id }) => person_id === row.id)
					.map(({ phone }) => phone)
					.sort(),
				emails
					.filter(({ person_id }) => person_id === row.id)
					.map(({ email }) => email)
					.sort(),
			),
		);
	};

	const byContact = async (table: string, column: string, portfolio: string, value: string, limit: number): Promise<StoredPerson[]> => {
		const columns = PERSON_COLUMNS.split(', ')
			.map((name) => `p.${name}`)
			.join(', ');
		const rows = await sql.all<PersonRow>(
			`SELECT ${columns} FROM ${table} c JOIN directory_people p ON p.id = c.person_id
			WHERE c.portfolio = $1 AND c.${column} = $2 ORDER BY p.active DESC, p.kind, p.provider, p.provider_id LIMIT $3`,
			[portfolio, value, limit],
		);
		return await whole(rows);
	};

	const people = async ({ portfolio, provider }: DirectoryOf, kind: PersonKind, providerIds: string[]): Promise<StoredPerson[]> =>
		await whole(
			await forMany<PersonRow>(
				sql,
				[portfolio, provider, kind],
				[...new Set(providerIds)],
				(list) =>
					`SELECT ${PERSON_COLUMNS} FROM directory_people WHERE portfolio = $1 AND provider = $2 AND kind = $3 AND provider_id IN (${list})`,
			),
		);

	return {
		savePeople: async (of, page, seenAt) =>
			await save(of, page, async (step, ofKind) => await savePeopleOfKind(step, context, of, ofKind, seenAt)),
		savePlaces: async (of, page, seenAt) =>
			await save(of, page, async (step, ofKind) => await savePlacesOfKind(step, context, of, ofKind, seenAt)),
		byPhone: async (portfolio, phone, limit) => await byContact('directory_phones', 'phone', portfolio, phone, limit),
		byEmail: async (portfolio, email, limit) => await byContact('directory_emails', 'email', portfolio, email, limit),
		people,
		person: async (of, kind, providerId) => (await people(of, kind, [providerId]))[0] ?? null,

		async listPeople({ portfolio, provider }, kind, limit) {
			const rows = await sql.all<PersonRow>(
				`SELECT ${PERSON_COLUMNS} FROM directory_people WHERE portfolio = $1 AND provider = $2 AND kind = $3 AND active = 1 ORDER BY full_name, provider_id LIMIT $4`,
				[portfolio, provider, kind, limit],
			);
			return await whole(rows);
		},

		async place({ portfolio, provider }, kind, providerId) {
			const row = await sql.get<PlaceRow>(
				`SELECT ${PLACE_COLUMNS} FROM directory_places WHERE portfolio = $1 AND provider = $2 AND kind = $3 AND provider_id = $4`,
				[portfolio, provider, kind, providerId],
			);
			return row && toPlace(row);
		},

		async placeNamed({ portfolio, provider }, kind, nameKey) {
			const rows = await sql.all<PlaceRow>(
				`SELECT ${PLACE_COLUMNS} FROM directory_places WHERE portfolio = $1 AND provider = $2 AND kind = $3 AND name_key = $4 AND active = 1 LIMIT 2`,
				[portfolio, provider, kind, nameKey],
			);
			// Two of one name: which one is meant is not for us to guess.
			return rows.length === 1 && rows[0] !== undefined ? toPlace(rows[0]) : null;
		},

		listPlaces: async (portfolio, kind) => await listPlaces(sql, portfolio, kind),
		placesVersion: async (portfolio, kind) => await placesVersion(sql, portfolio, kind),
		havingUnit: async (of, propertyIds, nameKeys) => await havingUnit(sql, of, propertyIds, nameKeys),

		async endUnseen({ portfolio, provider }, kind, passBegan) {
			const table = isPersonKind(kind) ? 'directory_people' : 'directory_places';
			const { changes } = await sql.run(
				// Without its fingerprint, so that it is written again should it come back as it was.
				`UPDATE ${table} SET active = 0, fingerprint = '', updated_at = $5 WHERE portfolio = $1 AND provider = $2 AND kind = $3 AND active = 1 AND seen_at < $4`,
				[portfolio, provider, kind, passBegan, context.clock.now()],
			);
			return changes;
		},

		async counts({ portfolio, provider }) {
			const counts: Partial<Record<PersonKind | PlaceKind, number>> = {};
			for (const table of ['directory_people', 'directory_places']) {
				const rows = await sql.all<{ kind: PersonKind | PlaceKind; count: number }>(
					`SELECT kind, COUNT(*) AS count FROM ${table} WHERE portfolio = $1 AND provider = $2 AND active = 1 GROUP BY kind`,
					[portfolio, provider],
				);
				for (const { kind, count } of rows) counts[kind] = count;
			}
			return counts;
		},

		isEmpty: async (portfolio) =>
			(await sql.get('SELECT 1 AS found FROM directory_people WHERE portfolio = $1 LIMIT 1', [portfolio])) === null,
	};
}

function isPersonKind(kind: PersonKind | PlaceKind): kind is PersonKind {
	return PERSON_KINDS.some((known) => known === kind);
}
