import { plausiblePlaces } from '../../leasing/hours/places';
import type { ContactPhone } from '../../leasing/phone/phone';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import type { GuardFacts } from '../../leasing/text/guard';
import type { Millis } from '../../leasing/time';
import type { StoreFamilies } from '../../store/port';
import type { KeptGuard } from './keptGuard';

/** What the store knows about a text that is about to go out. @param textId the text itself, once it has a row */
export async function guardFacts(
	store: StoreFamilies,
	about: { settings: PortfolioSettings; to: ContactPhone; from: string; guard: KeptGuard; now: Millis; textId: string | null },
): Promise<GuardFacts> {
	const { settings, to, from, guard, now } = about;
	const property = settings.properties.find(({ key }) => key === guard.propertyKey) ?? null;
	const places = plausiblePlaces(to.e164, property, settings, guard.propertyState ?? null);
	const nobody = { optedOut: null, lastText: null, lineType: null, lineTextable: true, places };
	const classes = { ownNumber: to.contactClass === 'own', staffNumber: to.contactClass === 'staff' };
	if (to.e164 === null) return { ...nobody, ...classes };

	const optOut = await store.optOuts.current(settings.key, to.e164);
	const last = await store.texts.latest(settings.key, to.e164, from, now - guard.policy.repeatWindowMs);
	const fact = await store.phoneFacts.get(to.e164);
	return {
		...nobody,
		...classes,
		optedOut: optOut ? { at: optOut.at, via: optOut.via } : null,
		lastText: last && last.id !== about.textId ? { at: last.sentAt ?? last.createdAt } : null,
		// A number that refused a text for good counts as a landline, whatever a look-up said.
		lineType: fact?.textable === false ? 'landline' : (fact?.lineType ?? null),
	};
}
