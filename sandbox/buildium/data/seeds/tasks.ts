import { DAY_MS, isoDay } from '../dates';
import { FIRST } from '../first';
import { digitsOf, emailOf, firstName, KIND, lastName, typedPhone } from '../persons';
import { seedFrom, type Seed } from '../table';
import { CONTACT_TITLES, OWNER_TITLES, RESIDENT_TITLES, TODO_TITLES } from '../words.data';
import { timesOf, type Maker } from './maker';
import type { TaskCategoryRecord, TaskHistoryRecord, TaskRecord, TaskType } from '../records';

const TASKS = 36;
const KINDS: Array<{ type: TaskType; titles: string[]; category: number }> = [
	{ type: 'ContactRequest', titles: CONTACT_TITLES, category: 0 },
	{ type: 'ResidentRequest', titles: RESIDENT_TITLES, category: 1 },
	{ type: 'Todo', titles: TODO_TITLES, category: 2 },
	{ type: 'RentalOwnerRequest', titles: OWNER_TITLES, category: 3 },
];
const CATEGORIES = ['General Inquiry', 'Maintenance Request', 'Other', 'Feedback', 'Leasing Lead'];
const STATUSES = ['New', 'InProgress', 'Completed', 'Deferred', 'Closed'];
const PRIORITIES = ['Normal', 'High', 'Low', 'Normal'];

/** The last one was added by the company; the others are Buildium's own. */
export function taskCategorySeed({ start }: Maker): Seed<TaskCategoryRecord> {
	return seedFrom(FIRST.taskCategory, CATEGORIES.length, (index) => ({
		createdAt: start - 900 * DAY_MS,
		updatedAt: start - 900 * DAY_MS,
		fields: {
			Name: CATEGORIES[index] ?? '',
			IsSystemCategory: index < CATEGORIES.length - 1,
			SubCategories:
				index === 1 ? ['Plumbing', 'Electrical', 'Appliances'].map((Name, nth) => ({ Id: FIRST.taskSubCategory + nth, Name })) : [],
		},
	}));
}

export function taskSeed(maker: Maker): Seed<TaskRecord> {
	return seedFrom(FIRST.task, TASKS, (index) => {
		const kind = KINDS[index % KINDS.length];
		const nth = Math.floor(index / KINDS.length);
		const type = kind?.type ?? 'Todo';
		return {
			...timesOf(maker, KIND.task, index, TASKS, 90),
			fields: {
				TaskType: type,
				Title: kind?.titles[nth % kind.titles.length] ?? '',
				Description: 'Please call back.',
				CategoryId: FIRST.taskCategory + (kind?.category ?? 2),
				SubCategoryId: type === 'ResidentRequest' ? FIRST.taskSubCategory + (nth % 3) : null,
				...placeOf(maker, type, nth),
				// Nobody: as the API shows it.
				AssignedToUserId: index % 6 === 5 ? 0 : FIRST.user + (index % 4),
				TaskStatus: STATUSES[nth % STATUSES.length] ?? 'New',
				Priority: PRIORITIES[index % PRIORITIES.length] ?? 'Normal',
				DueDate: index % 3 === 0 ? isoDay(maker.start + (index - 10) * DAY_MS) : null,
				ContactDetail: type === 'ContactRequest' ? strangerOf(maker, nth) : null,
				IsEntryPermittedByResident: type === 'ResidentRequest' ? true : null,
				DoesResidentHavePets: null,
				ResidentEntryNotes: null,
			},
		};
	});
}

function placeOf({ layout }: Maker, type: TaskType, nth: number): Pick<TaskRecord, 'PropertyId' | 'UnitId' | 'LeaseId' | 'RequestedById'> {
	const nowhere = { PropertyId: null, UnitId: null, LeaseId: null, RequestedById: null };
	if (type === 'ResidentRequest' && layout.residents > 0) {
		const resident = nth % layout.residents;
		const lease = layout.leaseOfResident(resident);
		const unit = layout.unitOfLease(lease);
		return {
			PropertyId: FIRST.rental + layout.propertyOfUnit(unit),
			UnitId: FIRST.unit + unit,
			LeaseId: FIRST.lease + lease,
			RequestedById: FIRST.tenant + resident,
		};
	}
	if (type === 'RentalOwnerRequest') return { ...nowhere, PropertyId: FIRST.rental, RequestedById: FIRST.rentalOwner };
	return nth % 2 === 0 ? { ...nowhere, PropertyId: FIRST.rental, UnitId: FIRST.unit + 10 } : nowhere;
}

function strangerOf({ dice }: Maker, index: number): TaskRecord['ContactDetail'] {
	const first = firstName(dice, KIND.stranger, index);
	const last = lastName(dice, KIND.stranger, index);
	return {
		FirstName: first,
		LastName: last,
		Email: index % 2 === 0 ? emailOf(first, last, index) : null,
		PhoneNumbers: { Home: null, Work: null, Mobile: typedPhone(digitsOf('stranger', index), 0) },
	};
}

/** One entry for every second task. */
export function taskHistorySeed(maker: Maker): Seed<TaskHistoryRecord> {
	const tasks = taskSeed(maker);
	return seedFrom(FIRST.taskHistory, Math.floor(TASKS / 2), (index) => {
		const { id, fields, updatedAt } = tasks.make(2 * index);
		return {
			createdAt: updatedAt,
			updatedAt,
			fields: {
				TaskId: id,
				Priority: fields.Priority,
				TaskStatus: fields.TaskStatus,
				AssignedToUserId: fields.AssignedToUserId,
				DueDate: fields.DueDate,
				Message: index % 3 === 0 ? 'Left a voicemail.' : null,
				UserId: FIRST.user,
			},
		};
	});
}
