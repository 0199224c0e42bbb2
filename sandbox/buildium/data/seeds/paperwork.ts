import { DAY_MS, isoDay, isoSeconds } from '../dates';
import { FIRST } from '../first';
import { seedFrom, type Seed } from '../table';
import type { Maker } from './maker';
import type { FileRecord, NoteParent, NoteRecord, PhoneLogRecord, WorkOrderRecord } from '../records';

const earlier = ({ start }: Maker, days: number) => ({ createdAt: start - days * DAY_MS, updatedAt: start - days * DAY_MS });

const NOTED: Array<{ parent: NoteParent; id: number }> = [
	{ parent: 'tenant', id: FIRST.tenant },
	{ parent: 'lease', id: FIRST.lease },
	{ parent: 'applicant', id: FIRST.applicant },
	{ parent: 'applicantGroup', id: FIRST.applicantGroup },
	{ parent: 'rentalOwner', id: FIRST.rentalOwner },
	{ parent: 'rental', id: FIRST.rental },
	{ parent: 'unit', id: FIRST.unit + 10 },
	{ parent: 'vendor', id: FIRST.vendor },
];

/** Two notes on the first record of each kind that can have notes. */
export function noteSeed(maker: Maker): Seed<NoteRecord> {
	return seedFrom(FIRST.note, 2 * NOTED.length, (index) => {
		const on = NOTED[index % NOTED.length] ?? { parent: 'tenant', id: FIRST.tenant };
		return {
			...earlier(maker, 60 - index),
			fields: {
				Parent: on.parent,
				ParentId: on.id,
				Note: index < NOTED.length ? 'Prefers to be called after six.' : 'Spoke with the office.',
				UserId: FIRST.user + (index % 3),
			},
		};
	});
}

const TALKED_TO = [
	{ EntityType: 'RentalTenant', EntityId: FIRST.tenant, UnitAgreement: { Id: FIRST.lease, Type: 'Lease' } },
	{ EntityType: 'RentalOwner', EntityId: FIRST.rentalOwner, UnitAgreement: null },
	{ EntityType: 'Vendor', EntityId: FIRST.vendor, UnitAgreement: null },
] as const;

export function phoneLogSeed(maker: Maker): Seed<PhoneLogRecord> {
	return seedFrom(FIRST.phoneLog, 9, (index) => ({
		...earlier(maker, 3 * (9 - index)),
		fields: {
			...(TALKED_TO[index % TALKED_TO.length] ?? TALKED_TO[0]),
			UserId: FIRST.user + (index % 2),
			Subject: ['Asked about the renewal', 'Confirmed the visit', 'Left a message'][Math.floor(index / 3)] ?? '',
			Description: 'Called the office line.',
			CallDateTime: isoSeconds(maker.start - 3 * (9 - index) * DAY_MS),
		},
	}));
}

/** For the resident requests among the tasks. */
export function workOrderSeed(maker: Maker): Seed<WorkOrderRecord> {
	return seedFrom(FIRST.workOrder, 6, (index) => ({
		...earlier(maker, 12 - index),
		fields: {
			TaskId: FIRST.task + 4 * index + 1,
			Title: `Repair ${index + 1}`,
			DueDate: isoDay(maker.start + index * DAY_MS),
			Priority: index % 2 === 0 ? 'Normal' : 'High',
			Status: index % 3 === 2 ? 'Completed' : 'New',
			WorkDetails: 'Please look at it this week.',
			InvoiceNumber: null,
			ChargeableTo: null,
			EntryAllowed: index % 2 === 0 ? 'Yes' : 'Unknown',
			EntryNotes: null,
			VendorId: FIRST.vendor + (index % 3),
			VendorNotes: null,
			LineItems: [{ GlAccountId: 3, Quantity: 1, Memo: null, UnitPrice: 85 }],
		},
	}));
}

export function fileSeed(maker: Maker): Seed<FileRecord> {
	return seedFrom(FIRST.file, 4, (index) => ({
		...earlier(maker, 40 - index),
		fields: {
			EntityType: index % 2 === 0 ? 'Lease' : 'Rental',
			EntityId: index % 2 === 0 ? FIRST.lease : FIRST.rental,
			CategoryId: FIRST.fileCategory,
			Title: index % 2 === 0 ? 'Signed lease' : 'House rules',
			Description: null,
			PhysicalFileName: `file-${index + 1}.txt`,
			ContentType: 'text/plain',
			Bytes: Buffer.from(`Made-up file ${index + 1}.\n`),
		},
	}));
}
