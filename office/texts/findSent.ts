import { MINUTE, SECOND, type Millis } from '../../leasing/time';
import type { StoredText } from '../../store/port';
import { currentText, type SendDeps } from './sendDeps';
import type { FoundMessage } from './textProvider';

/**
 * Longer than the slowest step (half a minute that a phone system asked us to wait, then a request; or a look-up that is tried three
 * times), because the claim is renewed before each. What a killed process left behind is taken up again after so long.
 */
export const CLAIM_FOR: Millis = MINUTE;
/** Waits between look-ups of a message that may have been taken; 15 s in all, within the 10-30 s that Twilio needs at worst. */
export const LOOK_UP_PAUSES: Millis[] = [SECOND, 2 * SECOND, 4 * SECOND, 8 * SECOND];

/** Keeps the claim for the next step. @returns false when it was lost */
export async function holdOn({ store, clock, claimer }: SendDeps, text: StoredText): Promise<boolean> {
	return await store.texts.holdOn(text.id, claimer, clock.now() + CLAIM_FOR);
}

/**
 * A message that carries this text and that no other row of ours claims; or a delivery report that came meanwhile.
 * @returns `unreachable` when the provider could not be asked even once; `lost` when somebody else took the claim over and will
 * look for himself
 */
export async function findSent(
	deps: SendDeps,
	text: StoredText,
	since: Millis,
	pauses: Millis[],
): Promise<FoundMessage | null | 'unreachable' | 'lost'> {
	let reached = false;
	for (const wait of pauses) {
		await deps.pause(wait);
		const held = await holdOn(deps, text);
		const row = await currentText(deps.store, text.id);
		if (row.providerId) return { providerId: row.providerId, providerStatus: row.providerStatus ?? 'sent' };
		if (!held) return 'lost';
		const messages = await deps.provider.find({ to: text.phone, from: text.line, body: text.body }, since);
		reached ||= messages !== null;
		for (const message of messages ?? []) {
			const owner = await deps.store.texts.byProviderId(deps.provider.name, message.providerId);
			if (!owner || owner.id === text.id) return message;
		}
	}
	return reached ? null : 'unreachable';
}
