import { CITIES, STREETS } from '../words.data';
import { DAY_MS } from '../dates';
import type { Dice } from '../dice';
import type { Layout } from '../layout';
import type { Address } from '../records';

/** What every made-up record is made from. */
export interface Maker {
	dice: Dice;
	layout: Layout;
	/** When the stand-in was started, ms since 1970. */
	start: number;
}

const LONG_AGO_DAYS = 6 * 365;

/**
 * When a record was made and last touched. Older positions are older, and most records have not been touched for long:
 * an update that asks for the last days gets few.
 * @param days since the oldest was made
 */
export function timesOf(
	{ dice, start }: Maker,
	kind: number,
	index: number,
	count: number,
	days = LONG_AGO_DAYS,
): { createdAt: number; updatedAt: number } {
	const createdAt = start - DAY_MS - Math.floor(((count - index) / count) * days * DAY_MS);
	const updatedAt = createdAt + Math.floor((dice.roll(kind + 90, index, 100_000) / 100_000) * (start - createdAt));
	return { createdAt, updatedAt };
}

export function addressOf({ dice }: Maker, kind: number, index: number, unitNumber: string | null): Address {
	const { city, zip } = dice.pick(kind + 91, index, CITIES);
	return {
		AddressLine1: `${100 + dice.roll(kind + 92, index, 9800)} ${dice.pick(kind + 93, index, STREETS)} Street`,
		AddressLine2: unitNumber === null ? null : `Apt ${unitNumber}`,
		AddressLine3: null,
		City: city,
		State: 'TX',
		PostalCode: `${zip}${String(1 + dice.roll(kind + 94, index, 58)).padStart(2, '0')}`,
		Country: 'UnitedStates',
	};
}
