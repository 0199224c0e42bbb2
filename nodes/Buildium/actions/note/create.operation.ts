import { timeFilter } from '../../../../leasing/buildium/dates';
import { withMarker } from '../../../../leasing/writeBack/marker';
import { DAY } from '../../../../leasing/time';
import { requiredText } from '../../../shared/parameters';
import { firstThat, isSince, keyField, markOf, writeOnce, type Mark } from '../../build/once';
import type { BuildiumCall, BuildiumOperation } from '../../call';
import { isRecord, type BuildiumRecord } from '../../transport';
import { notesPath, parentFields } from './parents';

const LONGEST_NOTE = 65_535;

export const create: BuildiumOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a note',
	description: 'Write a note on a record. It cannot be deleted by the API.',
	properties: [
		...parentFields,
		{
			displayName: 'Note',
			name: 'note',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			description: 'At most 65,535 characters; more are cut',
		},
		keyField,
	],
	async execute(call) {
		const path = notesPath(call);
		const mark = markOf(call);
		const words = requiredText(call.node, 'note', 'Note', call.index, 'Enter the text of the note.');
		const note = mark.marker === null ? words.slice(0, LONGEST_NOTE) : withMarker(words, mark.marker, LONGEST_NOTE);
		const find = async (): Promise<BuildiumRecord | null> => await findNote(call, path, note, mark);
		return await writeOnce(
			mark.marker !== null,
			find,
			async (didItArrive) => await call.client.post(path, { Note: note }, { didItArrive }),
		);
	},
};

async function findNote({ client }: BuildiumCall, path: string, note: string, { marker, since }: Mark): Promise<BuildiumRecord | null> {
	if (marker !== null)
		return await firstThat(client.getAll(path, {}, { orderBy: 'Id desc' }), ({ Note }) => String(Note).includes(marker));
	const recent = client.getAll(path, { updateddatetimefrom: timeFilter(since - DAY, 'spaced') }, { orderBy: 'Id desc' });
	return await firstThat(recent, (record) => record.Note === note && isSince(updatedAt(record), since));
}

function updatedAt({ LastUpdatedByUser }: BuildiumRecord): unknown {
	return isRecord(LastUpdatedByUser) ? LastUpdatedByUser.UpdatedDateTime : undefined;
}
