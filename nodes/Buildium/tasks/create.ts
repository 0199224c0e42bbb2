import { LONGEST_TITLE } from '../../../leasing/buildium/bodies/task';
import { timeFilter } from '../../../leasing/buildium/dates';
import { withMarker } from '../../../leasing/writeBack/marker';
import { DAY } from '../../../leasing/time';
import { firstThat, isSince, keyField, markOf, writeOnce, type Mark } from '../build/once';
import type { BuildiumCall, BuildiumOperation } from '../call';
import { collectionOf, fieldOf } from '../fields/read';
import { ASSIGNED_TO, FIRST_NAME, moreTaskFields, readTaskFields, TITLE } from '../fields/taskFields';
import { isRecord, type BuildiumRecord } from '../transport';
import type { TaskKind } from './kinds';

/** The Create operation of a kind of task. */
export function createTask(kind: TaskKind): BuildiumOperation {
	return {
		name: 'Create',
		value: 'create',
		action: `Create a ${kind.label}`,
		description: kind.hasContact
			? 'Write down an inquiry of somebody whom Buildium does not know. It cannot be deleted by the API.'
			: 'Give a member of staff something to do. It cannot be deleted by the API.',
		properties: [TITLE, ASSIGNED_TO, ...(kind.hasContact ? [FIRST_NAME] : []), moreTaskFields(kind.hasContact), keyField],
		async execute(call) {
			const given = { ...collectionOf(call, 'additionalFields'), ...mainFields(call, kind) };
			const mark = markOf(call);
			const task = readTaskFields(given);
			const titled = {
				...task,
				...(mark.marker === null ? {} : { Title: withMarker(task.Title ?? '', mark.marker, LONGEST_TITLE) }),
			};
			const body = kind.newBody(titled, given);
			const find = async (): Promise<BuildiumRecord | null> => await findTask(call, kind, body, mark);
			return await writeOnce(
				mark.marker !== null,
				find,
				async (didItArrive) => await call.client.post(kind.path, body, { didItArrive }),
			);
		},
	};
}

function mainFields(call: BuildiumCall, kind: TaskKind): Record<string, unknown> {
	const names = ['title', 'assignedToId', ...(kind.hasContact ? ['firstName'] : [])];
	return Object.fromEntries(names.map((name) => [name, fieldOf(call, name)]));
}

/** The marker says it all; without one it is a record just made that says the same. */
async function findTask(
	{ client }: BuildiumCall,
	{ path }: TaskKind,
	body: Record<string, unknown>,
	{ marker, since }: Mark,
): Promise<BuildiumRecord | null> {
	if (marker !== null) return await firstThat(client.getAll(path, { tasktitle: marker }), ({ Title }) => String(Title).includes(marker));
	const query = { tasktitle: String(body.Title), lastupdatedfrom: timeFilter(since - DAY, 'day') };
	return await firstThat(
		client.getAll(path, query, { orderBy: 'Id desc' }),
		(record) => saysTheSame(record, body) && isSince(record.CreatedDateTime, since),
	);
}

function saysTheSame(record: BuildiumRecord, body: Record<string, unknown>): boolean {
	const [there, here] = [contactOf(record), contactOf(body)];
	const same = (a: unknown, b: unknown): boolean => (a ?? '') === (b ?? '');
	return (
		same(record.Title, body.Title) &&
		same(record.Description, body.Description) &&
		['FirstName', 'LastName', 'Email'].every((name) => same(there[name], here[name]))
	);
}

function contactOf({ ContactDetail }: Record<string, unknown>): Record<string, unknown> {
	return isRecord(ContactDetail) ? ContactDetail : {};
}
