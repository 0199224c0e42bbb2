import { setTimeout as sleep } from 'node:timers/promises';
import type { Deployment, Trouble } from '../deployment/contract';
import type { Random } from '../random';
import { killOnce } from './kills';
import type { StrikeLog } from './log';
import { twilioTroubles } from './twilio';

/** Share of strikes that kill; the others go on in the background, so that kills meet them. */
const KILLS = 0.6;

export interface Campaign {
	minutes: number;
	kills: number;
	/** Words in the names of the faults to play; empty plays all. */
	only: readonly string[];
	/** Words in the names of the moments to kill at, one after another; without it they are drawn. */
	killAt?: readonly string[];
}

/** Strikes until the time is over or enough was killed. Every trouble has ended and every process runs afterwards. */
export async function strikeAround(deployment: Deployment, random: Random, campaign: Campaign, log: StrikeLog): Promise<void> {
	const troubles = [...deployment.troubles, ...twilioTroubles(deployment.sandbox)].filter(
		({ name }) => campaign.only.length === 0 || campaign.only.some((word) => name.includes(word)),
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
	while (Date.now() < until && log.kills < campaign.kills) {
		await sleep(random.between(200, 2_000));
		const next = campaign.killAt?.[log.kills % campaign.killAt.length];
		if (troubles.length === 0 || random.chance(KILLS))
			await killOnce(deployment, random, log, next === undefined ? campaign.only : [next]);
		else start(random.weighted(troubles));
	}
	await Promise.all(going.values());
}
