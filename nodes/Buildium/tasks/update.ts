import { withMarker } from '../../../leasing/writeBack/marker';
import { UserMistake } from '../../../leasing/userMistake';
import { idField } from '../build/getOne';
import { firstThat, isSince, keyField, markOf, writeOnce, type Mark } from '../build/once';
import type { BuildiumCall, BuildiumOperation } from '../call';
import { collectionOf, requiredId } from '../fields/read';
import { changedTaskFields, readTaskFields } from '../fields/taskFields';
import type { BuildiumRecord } from '../transport';
import type { TaskKind } from './kinds';

const LONGEST_MESSAGE = 65_500;

/** The Update operation of a kind of task: reads it first, and sends everything back. */
export function updateTask(kind: TaskKind): BuildiumOperation {
	return {
		name: 'Update',
		value: 'update',
		action: `Update a ${kind.label}`,
		description: `Change a ${kind.label} or add a message to its history; what is not changed stays as it is`,
		properties: [
			idField(kind.idName, kind.idLabel, `The ID of the ${kind.label}`),
			changedTaskFields(kind.hasContact),
			{ ...keyField, description: `${String(keyField.description)} Here the mark stands in the message.` },
		],
		async execute(call) {
			const id = requiredId(call, kind.idName, kind.idLabel);
			const given = collectionOf(call, 'updateFields');
			if (Object.keys(given).length === 0)
				throw new UserMistake(
					'Update Fields is empty, so there is nothing to change.',
					'Add the fields that shall change, such as Status or Message.',
				);
			const mark = markOf(call);
			const fields = readTaskFields(given);
			const changes =
				mark.marker === null ? fields : { ...fields, Message: withMarker(fields.Message ?? '', mark.marker, LONGEST_MESSAGE) };
			const path = `${kind.path}/${id}`;
			const bodyFrom = (record: BuildiumRecord): object => assigned(kind.changedBody(record, changes, given));
			const { Message: message } = changes;
			if (message === undefined)
				return await writeOnce(
					false,
					async () => await Promise.resolve(null),
					async () => await call.client.update(path, bodyFrom),
				);
			const find = async (): Promise<BuildiumRecord | null> =>
				(await hasMessage(call, id, message, mark)) ? await call.client.get(path) : null;
			return await writeOnce(
				mark.marker !== null,
				find,
				async (didItArrive) => await call.client.update(path, bodyFrom, { didItArrive }),
			);
		},
	};
}

/** A message would stand in the history twice if the same update were sent twice. */
async function hasMessage({ client }: BuildiumCall, id: number, message: string, { marker, since }: Mark): Promise<boolean> {
	const history = client.getAll(`/v1/tasks/${id}/history`, {}, { orderBy: 'Id desc' });
	const fits = (entry: BuildiumRecord): boolean =>
		marker === null ? entry.Message === message && isSince(entry.CreatedDateTIme, since) : String(entry.Message).includes(marker);
	return (await firstThat(history, fits)) !== null;
}

/** Buildium shows tasks that nobody is assigned to, and refuses to take them back. */
function assigned(body: Record<string, unknown>): Record<string, unknown> {
	if (body.AssignedToUserId) return body;
	throw new UserMistake(
		'Nobody is assigned to this task, and Buildium does not take a change of it as it is.',
		'Add Assigned To to the Update Fields, and choose a member of staff.',
	);
}
