import { callerNumber } from './calls/callers';
import { startPlacing } from './calls/placer';
import type { Deployment } from './deployment/contract';
import type { Evidence } from './judge/evidence';
import type { Judgement } from './judge/judge';
import { judgeAll } from './judge/judgeAll';
import { readRecords } from './judge/records';
import { storyOf } from './judge/story';
import { wordings } from './judge/wordings';
import type { Options } from './options';
import { untilQuiet } from './quiet';
import { randomFrom } from './random';
import { startForms } from './renters/forms';
import { startReplies } from './renters/replies';
import { startWitness } from './renters/witness';
import { strikeAround, type Campaign } from './strikes/campaign';
import { StrikeLog } from './strikes/log';

/** Whoever fills in forms has numbers that no caller has. */
const FORMS_FROM = 4_000;

export interface Outcome extends Judgement {
	/** One line: what was done and what became of the calls. */
	summary: string;
	ok: boolean;
	kills: number;
	/** One line each: what was found, without its story. */
	found: string[];
	/** Points at which a process killed itself, and those that were known and never hit. */
	points: { visited: string[]; left: string[] };
}

export type RunOptions = Pick<Options, 'seed' | 'minutes' | 'kills' | 'only'> &
	Partial<Pick<Campaign, 'killAt' | 'points' | 'powerCuts' | 'hours' | 'calmMs'>> & {
		/** The first renter's place in the list of numbers: for a second run on the same store. */
		callersFrom?: number;
		/** How long everything may take to come to rest, in ms. */
		quietWithinMs?: number;
	};

/** Calls and strikes, lets everything come to rest, and compares. @param print progress, one line at a time */
export async function runFaults(deployment: Deployment, options: RunOptions, print: (line: string) => void): Promise<Outcome> {
	const log = new StrikeLog(print);
	for (const sentence of deployment.impossible) print(sentence);
	deployment.settle();
	const witness = startWitness(deployment.sandbox.accountSid);
	const replies = startReplies(deployment.sandbox, witness.ofText);
	const from = options.callersFrom ?? 0;
	const placer = startPlacing({ deployment, random: randomFrom(options.seed, 'calls'), replies, witness, from });
	const forms = startForms(
		deployment.formInbox,
		randomFrom(options.seed, 'forms'),
		(index) => callerNumber(FORMS_FROM + from + index),
		deployment.listening,
	);
	await strikeAround(deployment, randomFrom(options.seed, 'faults'), { ...options, over: placer.deaf, heard: witness.callsHeard }, log);
	await Promise.all([placer.stop(), forms.stop()]);
	if (placer.deaf()) print('nobody of ours has answered for more than a minute');
	print(`no more calls and faults; waiting until everything is done`);
	print(`all is quiet after ${Math.round((await untilQuiet(deployment, print, options.quietWithinMs)) / 1000)} s`);
	witness.stop();

	const evidence: Evidence = {
		placed: placer.placed,
		messages: deployment.sandbox.messages(),
		replies: replies.sent,
		forms: forms.sent,
		requests: witness.requests,
		records: await readRecords(deployment),
		wordings,
		writtenBack: deployment.writtenBack,
	};
	const judged = judgeAll(evidence);
	const found: string[] = [];
	for (const finding of judged.findings) {
		if (finding.kind === 'person') print(`handed to a person: ${finding.sentence}`);
		else {
			found.push(`${finding.kind}: ${finding.sentence}`);
			print(await storyOf(finding, deployment, log));
		}
	}
	const violations = deployment.sandbox.violations();
	for (const violation of violations) print(`the phone company does not understand: ${violation}`);
	found.push(...violations.map((violation) => `wrong: the phone company does not understand ${violation}`));
	return outcomeOf({ judged, found, evidence, log, options, deployment }, print);
}

function outcomeOf(
	about: {
		judged: Judgement;
		found: string[];
		evidence: Evidence;
		log: StrikeLog;
		options: RunOptions;
		deployment: Deployment;
	},
	print: (line: string) => void,
): Outcome {
	const { judged, found, evidence, log, options, deployment } = about;
	const heard = judged.calls - judged.unheard;
	print(
		`${judged.calls} calls: ${heard} heard (${Math.round((heard / Math.max(1, judged.calls)) * 100)} %), ${judged.unheard} met no n8n (${judged.startingUp} of them its "starting up" page), ${judged.answered} answered, ${judged.texted} callers got a text; ${evidence.replies.length} texts of renters, ${evidence.replies.filter(({ meaning }) => meaning === 'out').length} of them opt-outs; ${evidence.forms.filter(({ accepted }) => accepted).length} of ${evidence.forms.length} forms taken`,
	);
	const visited = deployment.points.visited();
	const left = deployment.points.seen().filter((name) => !visited.includes(name));
	if (visited.length > 0) {
		print(`killed at ${visited.length} of ${visited.length + left.length} named points:`);
		for (const name of visited) print(`  killed at: ${name}`);
		for (const name of left) print(`  not killed at: ${name}`);
	}
	const count = (kind: string) => judged.findings.filter((finding) => finding.kind === kind).length;
	return {
		...judged,
		kills: log.kills,
		found,
		points: { visited, left },
		ok: found.length === 0,
		summary: `seed ${options.seed}: ${judged.calls} calls, ${log.kills} kills, ${log.others} other faults: ${count('lost')} lost, ${count('doubled')} doubled, ${count('wrong')} wrong, ${count('person')} handed to a person (each explained)`,
	};
}
