import { MINUTE, type Millis } from '../../leasing/time';
import { UserMistake } from '../../leasing/userMistake';
import type { Hookup, Store } from '../../store/port';
import { askForFallback } from './askForFallback';
import { asWiring, beneath, without, type Wirings } from './beneath';
import { giveBack, LISTENING_AT_MOST } from './giveBack';
import { LINE_CHANNELS, type LineChannel } from '../../leasing/phone/lineChannels';
import type { Claim, Exchange, FoundNumber, Purpose, Wish } from './port';

/** A number with the claims on it that are granted. */
interface Granted {
	number: FoundNumber;
	claims: Claim[];
}

/**
 * Points the lines at a trigger. Looks at every line before it touches the first; remembers what stood there before;
 * if one cannot be set, those set before it are given back.
 * @throws UserMistake when a line is not in the settings, not in the account, or another workflow's
 */
export async function connect(exchange: Exchange, wish: Wish): Promise<void> {
	const granted: Granted[] = [];
	for (const line of wish.lines) {
		await requireLineInPortfolio(exchange.store, line);
		granted.push(await grant(exchange, wish, await requireNumber(exchange, line)));
	}
	const { consumer, purpose } = wish;
	const isWanted = ({ phone, channel }: Hookup) =>
		granted.some(({ number, claims }) => number.phone === phone && claims.some((claim) => claim.channel === channel));
	await giveBack(exchange, { consumer, purpose, keep: isWanted });
	try {
		for (const one of granted) await connectOne(exchange, wish, one);
	} catch (error) {
		await giveBack(exchange, { consumer, purpose });
		throw error;
	}
	if (purpose === 'live') for (const { number, claims } of granted) await askForFallback(exchange, number, claims);
}

/**
 * Whether every line is connected to this trigger already, as it wishes now.
 * @param ask whether the phone system is asked. At a restart our own notes are enough: it may be out of reach, and what somebody changed
 * there meanwhile is not ours to take back
 */
export async function isConnected(exchange: Exchange, wish: Wish, { ask }: { ask: boolean }): Promise<boolean> {
	const { consumer, purpose, lines, claims } = wish;
	const mine = (await exchange.store.hookups.listByConsumer(consumer)).filter(
		(hookup) => hookup.purpose === purpose && hookup.provider === exchange.numbers.provider,
	);
	if (mine.some(({ phone }) => !lines.includes(phone))) return false;
	for (const line of lines) {
		const noted = mine.filter(({ phone }) => phone === line);
		if (!isAsNoted(noted, claims)) return false;
		if (!ask) continue;
		const number = await requireNumber(exchange, line);
		const wanted = claimsOn(number, number.wiring, claims);
		if (wanted.length !== noted.length || !wanted.every((claim) => leadsThere(number, claim))) return false;
	}
	return true;
}

/**
 * Whether the published trigger ends or the one that the editor listened to: n8n does not say, but the address tells. Both may be there at
 * the same time.
 */
export async function purposeOf(store: Store, consumer: string, address: string): Promise<Purpose> {
	const hookups = await store.hookups.listByConsumer(consumer);
	return hookups.some(({ purpose, ours }) => purpose === 'test' && ours.address === address) ? 'test' : 'live';
}

async function connectOne({ store, numbers, clock }: Exchange, wish: Wish, { number, claims }: Granted): Promise<void> {
	const { consumer, purpose, textStatusUrl } = wish;
	const previous = await beneath(store, numbers.provider, number, purpose === 'live' ? ['test', 'live'] : ['test']);
	// Saved before the number is changed: a crash in between leaves a hook-up that gives nothing wrong back.
	await store.transaction(async (tx) => {
		for (const { channel, wiring } of claims) {
			const before = await tx.hookups.get({ provider: numbers.provider, phone: number.phone, channel, purpose });
			// Published anew without having been given back: the line has been ours since then, and so are the calls that it missed.
			const stays = purpose === 'live' && before?.consumer === consumer && before.ours.address === wiring.address;
			await tx.hookups.save({
				provider: numbers.provider,
				phone: number.phone,
				channel,
				purpose,
				providerNumberId: number.id,
				consumer,
				previous: previous[channel],
				ours: wiring,
				textStatusUrl,
				installedAt: stays ? before.installedAt : clock.now(),
			});
		}
	});
	await numbers.update(number.id, Object.fromEntries(claims.map(({ channel, wiring }) => [channel, wiring])));
}

async function requireNumber({ numbers }: Pick<Exchange, 'numbers'>, line: string): Promise<FoundNumber> {
	const number = await numbers.find(line);
	if (number) return number;
	throw new UserMistake(
		`The ${numbers.label} account of this credential has no phone number ${line}.`,
		'Pick the number again from the list, or choose the credential of the account that owns it.',
	);
}

async function requireLineInPortfolio(store: Store, line: string): Promise<void> {
	if (await store.portfolios.findLine(line)) return;
	throw new UserMistake(
		`The line ${line} is not in your portfolio settings yet.`,
		'Add it under Lines in the Portfolio node, run that branch once with Execute Workflow, then publish again. The settings say which property a line stands for and what texts may be sent.',
	);
}

/** @throws UserMistake when the number, or a channel of it, is somebody else's */
async function grant({ store, numbers, clock }: Exchange, wish: Wish, number: FoundNumber): Promise<Granted> {
	if (number.refusal) throw number.refusal;
	// What another workflow's test covers just now is still that of the workflow beneath it.
	const seen = wish.purpose === 'live' ? await withoutGone(store, numbers.provider, number, clock.now()) : number.wiring;
	const claims = claimsOn(number, seen, wish.claims);
	for (const { channel } of claims) {
		const hookup = await store.hookups.get({ provider: numbers.provider, phone: number.phone, channel, purpose: wish.purpose });
		if (!hookup || hookup.consumer === wish.consumer || hookup.ours.address !== seen[channel].address) continue;
		const refusal = takenByAnother(number.phone, hookup, Math.abs(clock.now() - hookup.installedAt) > LISTENING_AT_MOST);
		if (refusal) throw refusal;
	}
	return { number, claims };
}

/** A published trigger shows itself every half minute. */
const GONE_AFTER: Millis = 10 * MINUTE;

/** The wiring beneath an editor's test, and beneath triggers that are gone. */
async function withoutGone(store: Store, provider: string, number: FoundNumber, now: Millis): Promise<Wirings> {
	let wiring = await beneath(store, provider, number, ['test']);
	for (const channel of LINE_CHANNELS) {
		const hookup = await store.hookups.get({ provider, phone: number.phone, channel, purpose: 'live' });
		if (hookup && (await isGone(store, hookup.consumer, now))) wiring = without(hookup, wiring);
	}
	return wiring;
}

/** Whether a trigger that still stands with the line was deleted while the line could not be given back: nobody could unpublish it any more. */
async function isGone({ consumers }: Store, consumer: string, now: Millis): Promise<boolean> {
	const seen = await consumers.lastSeen(consumer);
	return seen !== null && now - seen > GONE_AFTER;
}

function takenByAnother(phone: string, { consumer, purpose }: Hookup, isOld: boolean): UserMistake | null {
	const workflow = consumer.split(':')[0];
	if (purpose === 'live') {
		return new UserMistake(
			`${phone} is already connected to another published workflow (${workflow}).`,
			'Unpublish that workflow first, or take the line out of one of the two triggers. Otherwise one of them would never hear a call.',
		);
	}
	// Left behind by an n8n that ended while it listened.
	if (isOld) return null;
	return new UserMistake(
		`Another workflow (${workflow}) listens for a test event on ${phone} right now.`,
		'Stop listening there, or try again in three minutes.',
	);
}

function claimsOn(number: FoundNumber, seen: Wirings, claims: readonly Claim[]): Claim[] {
	return claims.filter(
		({ channel, wiring, ifFree }) =>
			!ifFree || seen[channel].address === wiring.address || number.isFree(channel, seen[channel].address),
	);
}

/** What was noted leads where it is wanted, and nothing that must be connected is missing. */
function isAsNoted(noted: readonly Hookup[], claims: readonly Claim[]): boolean {
	const addressOf = (channel: LineChannel) => claims.find((claim) => claim.channel === channel)?.wiring.address;
	const required = claims.filter(({ ifFree }) => !ifFree);
	return (
		noted.every(({ channel, ours }) => ours.address === addressOf(channel)) &&
		required.every(({ channel }) => noted.some((hookup) => hookup.channel === channel))
	);
}

function leadsThere({ wiring }: FoundNumber, claim: Claim): boolean {
	const present = wiring[claim.channel];
	return Object.entries(asWiring(claim.wiring)).every(([detail, value]) => present[detail] === value);
}
