import { Leg } from '../calls/leg';
import { HungUp, sleep } from '../waiting';
import { finishRecording, startRecording } from '../recordings/recording';
import type { Recording, RecordingPlan } from '../records';
import { LegProgress } from './progress';
import { passesScreening } from './screen';
import type { StaffParty } from '../calls/staffParty';
import type { Session } from '../twiml/session';
import type { DialTarget } from './target';

export interface DialSettings {
	targets: DialTarget[];
	sequential: boolean;
	timeoutSeconds: number;
	limitSeconds: number;
	callerId: string;
	/** Null: the conversation is not recorded. */
	recording: RecordingPlan | null;
}

interface Answered {
	leg: Leg;
	party: StaffParty;
	target: DialTarget;
	progress: LegProgress;
}

/** One `<Dial>` at work: rings staff phones, screens the first that picks up, and connects it with the caller. */
export class Dialing {
	readonly legs: Leg[] = [];
	/** The leg that picked up last, connected or not. */
	answered: Leg | null = null;
	bridged = false;
	recording: Recording | null = null;

	constructor(
		private readonly session: Session,
		private readonly settings: DialSettings,
	) {}

	/** Resolves when the dialled side is over. @throws HungUp when the caller is gone */
	async run(): Promise<void> {
		const { targets, sequential } = this.settings;
		if (this.session.leg.answeredAt === null) this.session.hears('[ringing]');
		const rounds = sequential ? targets.map((target) => [target]) : [targets];
		for (const round of rounds) {
			this.answered = null;
			const first = await this.ringAll(round);
			if (first !== null) await this.connect(first);
			this.session.signal.throwIfAborted();
			// After a conversation nobody else is rung; after a mailbox that failed the screening the next one is.
			if (this.bridged) return;
		}
	}

	/** Rings phones at the same time; the first to pick up wins, and the network stops ringing the others. */
	private async ringAll(targets: DialTarget[]): Promise<Answered | null> {
		let winner: Answered | null = null;
		const rings = targets.map(async (target) => {
			const answered = await this.ring(target);
			if (answered === null) return;
			if (winner !== null) {
				// Picked up in the same instant, too late: the network takes the call away again.
				answered.leg.end('completed');
				answered.progress.happened('completed');
				return;
			}
			winner = answered;
			this.answered = answered.leg;
			for (const leg of this.legs) if (leg !== answered.leg) leg.hangUp('Another phone picked up.');
		});
		await Promise.all(rings);
		return winner;
	}

	private async ring(target: DialTarget): Promise<Answered | null> {
		const { session, settings } = this;
		const { call } = session;
		const leg = new Leg({
			from: settings.callerId,
			to: target.phone,
			direction: 'outbound-dial',
			parentSid: call.sid,
			secondMs: call.secondMs,
		});
		const progress = new LegProgress(session, leg, target);
		call.children.push(leg);
		this.legs.push(leg);
		progress.happened('initiated');
		leg.status = 'ringing';
		progress.happened('ringing');
		const signal = AbortSignal.any([session.signal, leg.gone]);
		const wait = (seconds: number): Promise<void> => sleep(seconds * call.secondMs, signal);
		try {
			const phone = session.account.staff.dialled(target.phone);
			const rungOut = wait(settings.timeoutSeconds).then(() => ({ kind: 'timeout' as const }));
			const end = await Promise.race([phone.ring(leg, wait, signal), rungOut]);
			if (end.kind === 'picked-up') {
				leg.answer();
				progress.happened('answered');
				return { leg, party: end.party, target, progress };
			}
			leg.end(end.kind === 'busy' ? 'busy' : end.kind === 'invalid' ? 'failed' : 'no-answer');
		} catch (error) {
			if (!(error instanceof HungUp)) throw error;
			leg.end(session.signal.aborted && call.place.hangUpDialStatus === 'no-answer' ? 'no-answer' : 'canceled');
		}
		progress.happened('completed');
		return null;
	}

	private async connect({ leg, party, target, progress }: Answered): Promise<void> {
		const signal = AbortSignal.any([this.session.signal, leg.gone]);
		try {
			if (await passesScreening(this.session.onChild(leg, party, signal), target)) await this.bridge(leg, party, signal);
			else this.session.note('leg', `${leg.to} picked up but was not connected`);
		} finally {
			leg.end('completed');
			progress.happened('completed');
		}
	}

	/** The conversation, until either side hangs up or the time limit strikes. */
	private async bridge(leg: Leg, party: StaffParty, signal: AbortSignal): Promise<void> {
		const { session, settings } = this;
		const { call } = session;
		if (signal.aborted) return;
		this.bridged = true;
		if (session.leg.answeredAt === null) session.leg.answer();
		call.phase = 'talking';
		call.listening = `[talking to ${session.account.staff.find(leg.to)?.name ?? leg.to}]`;
		call.note('leg', `The caller and ${leg.to} are connected`, { callSid: leg.sid });
		if (settings.recording !== null) this.recording = startRecording(session, settings.recording);
		const begun = Date.now();
		const wait = (seconds: number): Promise<void> => sleep(seconds * call.secondMs, signal);
		try {
			await Promise.race([party.talk(wait, signal), wait(settings.limitSeconds)]);
		} catch (error) {
			if (!(error instanceof HungUp)) throw error;
		} finally {
			call.phase = 'listening';
			call.listening = '';
		}
		if (this.recording === null) return;
		const seconds = Math.max(1, Math.round((Date.now() - begun) / call.secondMs));
		finishRecording(session, this.recording, { seconds, transcript: null, end: 'hangup' });
	}
}
