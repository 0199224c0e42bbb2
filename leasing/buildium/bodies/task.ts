import * as z from 'zod/v4';

import { readPhones, type PhoneKind } from '../phones';
import { compact, type Body } from './body';

/** What may be said about a contact request or to-do; null empties a field. */
export interface TaskChanges {
	Title?: string;
	/** The text of a new task. Buildium keeps it when a task is changed. */
	Description?: string | null;
	/** What is said with a change; becomes an entry of the task's history. */
	Message?: string;
	CategoryId?: number | null;
	SubCategoryId?: number | null;
	PropertyId?: number | null;
	UnitId?: number | null;
	AssignedToUserId?: number;
	TaskStatus?: string;
	Priority?: string;
	/** YYYY-MM-DD */
	DueDate?: string | null;
}

/** Who a contact request is from. */
export interface ContactChanges {
	FirstName?: string;
	LastName?: string | null;
	Email?: string | null;
	PhoneNumbers?: Partial<Record<Exclude<PhoneKind, 'Fax'>, string | null>>;
}

export const LONGEST_TITLE = 127;

/** Buildium wants a first name, and of most callers only the number is known. */
export const NO_FIRST_NAME = 'Unknown';

const text = z.string().nullish().catch(null);
const id = z.number().int().positive().nullish().catch(null);

/** Read and written shapes differ: `Category {Id}` against `CategoryId`, `Property {Id}` against `PropertyId`. */
const taskSchema = z.object({
	Title: text,
	Category: z
		.object({ Id: id, SubCategory: z.object({ Id: id }).nullish().catch(null) })
		.nullish()
		.catch(null),
	Property: z.object({ Id: id }).nullish().catch(null),
	UnitId: id,
	// 0 stands for nobody, and is not taken back: so is what is not positive.
	AssignedToUserId: id,
	TaskStatus: text,
	Priority: text,
	DueDate: text,
});

const contactSchema = z.object({
	ContactDetail: z.object({ FirstName: text, LastName: text, Email: text, PhoneNumbers: z.unknown() }).nullish().catch(null),
});

/** The body of a new to-do. */
export function newToDo(task: TaskChanges): Body {
	return compact({ TaskStatus: 'New', Priority: 'Normal', ...task });
}

/** The body of a new contact request. */
export function newContactRequest(task: TaskChanges, contact: ContactChanges): Body {
	return { ...newToDo(task), ContactDetail: contactBody({}, contact) };
}

/** The whole body of a changed to-do: what it has, and what is to change. */
export function changedToDo(record: unknown, changes: TaskChanges): Body {
	const { Category, Property, ...task } = taskSchema.parse(record);
	const old: TaskChanges = {
		Title: task.Title ?? '',
		CategoryId: Category?.Id ?? null,
		SubCategoryId: Category?.SubCategory?.Id ?? null,
		PropertyId: Property?.Id ?? null,
		UnitId: task.UnitId ?? null,
		...(task.AssignedToUserId ? { AssignedToUserId: task.AssignedToUserId } : {}),
		TaskStatus: task.TaskStatus ?? 'New',
		Priority: task.Priority ?? 'Normal',
		DueDate: task.DueDate?.slice(0, 10) ?? null,
	};
	return compact({ ...old, ...withoutStrays(old, changes), Description: undefined });
}

/** The whole body of a changed contact request. */
export function changedContactRequest(record: unknown, changes: TaskChanges, contact: ContactChanges): Body {
	return { ...changedToDo(record, changes), ContactDetail: contactBody(contactSchema.parse(record).ContactDetail ?? {}, contact) };
}

/** A new category has other sub-categories, a new property other units: Buildium refuses the old ones. */
function withoutStrays(old: TaskChanges, changes: TaskChanges): TaskChanges {
	const moved = changes.PropertyId !== undefined && changes.PropertyId !== old.PropertyId;
	const sorted = changes.CategoryId !== undefined && changes.CategoryId !== old.CategoryId;
	return { ...(moved ? { UnitId: null } : {}), ...(sorted ? { SubCategoryId: null } : {}), ...changes };
}

interface OldContact {
	FirstName?: string | null | undefined;
	LastName?: string | null | undefined;
	Email?: string | null | undefined;
	PhoneNumbers?: unknown;
}

function contactBody(old: OldContact, changes: ContactChanges): Body {
	const phones = Object.fromEntries(readPhones(old.PhoneNumbers).map(({ type, number }) => [type, number]));
	const numbers = compact({ ...phones, ...changes.PhoneNumbers });
	return compact({
		FirstName: (changes.FirstName ?? old.FirstName)?.trim() || NO_FIRST_NAME,
		LastName: changes.LastName === undefined ? old.LastName : changes.LastName,
		Email: changes.Email === undefined ? old.Email : changes.Email,
		...(Object.keys(numbers).length > 0 ? { PhoneNumbers: numbers } : {}),
	});
}
