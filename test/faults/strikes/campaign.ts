import { setTimeout as sleep } from 'node:timers/promises';
import type { Deployment, Trouble } from '../deployment/contract';
import type { Random } from '../random';
import { killOnce, type Killing } from './kills';
import type { StrikeLog } from './log';
import { twilioTroubles } from './twilio';

/** Share of strikes that kill; the others go on in the background, so that kills meet them. */
const KILLS = 0.6;
/** Fewer, and too many of all calls would meet no n8n. */
const CALLS_PER_KILL = 7;
const HEARD_WITHIN_MS = 20_000;

export interface Campaign extends Killing {
	minutes: number;
	/** Enough; 0: nothing is killed. */
	kills: number;
	/** Words in the names of the moments to kill at, one after another; without it they are drawn. */
	killAt?: readonly string[];
	/** So long the renters call before anything strikes. */
	calmMs?: number;
	/** How many calls have been heard so far. A kill comes after a few more: each takes a call along that was on its way. */
	heard?: () => number;
	/** True ends it early. */
	over?: () => boolean;
}

/** Strikes until the time is over or enough was killed. Every trouble has ended and every process runs afterwards. */
export async function strikeAround(deployment: Deployment, random: Random, campaign: Campaign, log: StrikeLog): Promise<void> {
	const { only, over = () => false } = campaign;
	const troubles = [...deployment.troubles, ...twilioTroubles(deployment.sandbox)].filter(
		({ name }) => only.length === 0 || only.some((word) => name.includes(word)),
	);
	const going = new Map<string, Promise<void>>();
	const start = (trouble: Trouble) => {
		// Two of a kind at once would end each other.
		if (going.has(trouble.name)) return;
		const at = Date.now();
		const done = trouble.strike(random).then((what) => log.add(what, at, false));
		going.set(
			trouble.name,
			done.finally(() => going.delete(trouble.name)),
		);
	};

	const until = Date.now() + campaign.minutes * 60_000;
	const calmUntil = Math.min(until, Date.now() + (campaign.calmMs ?? 0));
	while (Date.now() < calmUntil && !over()) await sleep(100);
	let heardBefore = 0;
	const enoughHeard = async () => {
		const { heard } = campaign;
		const deadline = Math.min(until, Date.now() + HEARD_WITHIN_MS);
		while (heard && heard() - heardBefore < CALLS_PER_KILL && Date.now() < deadline && !over()) await sleep(50);
		heardBefore = heard?.() ?? 0;
	};
	while (Date.now() < until && (campaign.kills === 0 || log.kills < campaign.kills) && !over()) {
		await sleep(random.between(200, 2_000));
		const next = campaign.killAt?.[log.kills % campaign.killAt.length];
		if (campaign.kills > 0 && (troubles.length === 0 || random.chance(KILLS))) {
			await enoughHeard();
			await killOnce(deployment, random, log, {
				...campaign,
				only: next === undefined ? only : [next],
				unlocked: going.get('store locked'),
			});
		} else if (troubles.length > 0) start(random.weighted(troubles));
	}
	await Promise.all(going.values());
}
