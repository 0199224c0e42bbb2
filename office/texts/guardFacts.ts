import { plausiblePlaces } from '../../leasing/hours/places';
import type { ContactPhone } from '../../leasing/phone/phone';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import type { GuardFacts } from '../../leasing/text/guard';
import { UNPROVEN_LEAD } from '../../leasing/text/heldWhy';
import { HOUR, type Millis } from '../../leasing/time';
import type { StoreFamilies } from '../../store/port';
import { isStranger } from './isStranger';
import type { KeptGuard } from './keptGuard';

/** How each fact is found out, asked only by the rules that need it. */
export type FactSources = { readonly [Name in keyof GuardFacts]: () => Promise<GuardFacts[Name]> };

export interface TextInQuestion {
	settings: PortfolioSettings;
	to: ContactPhone;
	/** The line that sends, E.164. */
	from: string;
	guard: KeptGuard;
	now: Millis;
	/** The text itself, once it has a row. */
	textId: string | null;
	/** Whether it counts already among the texts to strangers of the last hour: it was tried before. */
	counted: boolean;
}

/** What the store knows about a text that is about to go out. Awaits nothing but `tx`, so that it may be asked in a transaction. */
export function guardFacts(tx: StoreFamilies, { settings, to, from, guard, now, textId, counted }: TextInQuestion): FactSources {
	const { key: portfolio } = settings;
	return {
		optedOut: async () => {
			const optOut = to.e164 === null ? null : await tx.optOuts.current(portfolio, to.e164);
			return optOut && { at: optOut.at, via: optOut.via };
		},
		held: async () => {
			const hold = to.e164 === null ? null : await tx.textHolds.current(portfolio, to.e164);
			if (hold === null || to.e164 === null) return null;
			// Who calls or writes himself has proved that the number is his.
			if (hold.via === UNPROVEN_LEAD && !(await isStranger(tx, portfolio, to.e164))) return null;
			return { via: hold.via, words: hold.evidence };
		},
		lastText: async () => {
			const last = to.e164 === null ? null : await tx.texts.latest(portfolio, to.e164, from, now - guard.policy.repeatWindowMs);
			return last && last.id !== textId ? { at: last.sentAt ?? last.createdAt } : null;
		},
		lineType: async () => {
			const fact = to.e164 === null ? null : await tx.phoneFacts.get(to.e164);
			// A number that refused a text for good counts as a landline, whatever a look-up said.
			return fact?.textable === false ? 'landline' : (fact?.lineType ?? null);
		},
		lineTextable: async () => true,
		ownNumber: async () => to.contactClass === 'own',
		staffNumber: async () => to.contactClass === 'staff',
		toStrangers: async () => {
			if (to.e164 === null || !(await isStranger(tx, portfolio, to.e164))) return null;
			const [since, itself] = [now - HOUR, counted ? 1 : 0];
			return {
				ofLine: (await tx.texts.countToStrangers(portfolio, since, from)) - itself,
				ofPortfolio: (await tx.texts.countToStrangers(portfolio, since)) - itself,
			};
		},
		places: async () => {
			const property = settings.properties.find(({ key }) => key === guard.propertyKey) ?? null;
			return plausiblePlaces(to.e164, property, settings, guard.propertyState ?? null);
		},
	};
}
