import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { Random } from '../random';

/** A form that somebody sent from a website. */
export interface SentForm {
	/** Stands in the form's words, too. */
	id: string;
	phone: string;
	sentAt: number;
	/** Answered with success by our inbox, not by n8n's "starting up" page. */
	accepted: boolean;
}

/** Where forms are posted, and by which secret the sender proves himself. */
export interface FormInbox {
	url: string;
	headers: Record<string, string>;
}

const PATIENCE_MS = 5_000;
/** A form service tries again a few times; what it repeats must not become two. */
const TRIES = 4;
const AGAIN_MS = 1_500;
/** Share of forms that are sent twice although the first was taken. */
const TWICE = 0.2;
/** Some forms come one after another, some at once. */
const PAUSES_MS = [0, 300, 900, 2_500];

export interface Forms {
	sent: readonly SentForm[];
	stop(): Promise<void>;
}

/** Lets renters fill in forms at a steady pace. @param phoneOf a number that nobody else uses */
export function startForms(
	inbox: FormInbox | null,
	random: Random,
	phoneOf: (index: number) => string,
	heard: () => Promise<boolean>,
): Forms {
	const sent: SentForm[] = [];
	const stopping = new AbortController();
	const { signal } = stopping;
	const underWay: Array<Promise<void>> = [];
	const post = async (body: object): Promise<boolean> => {
		if (inbox === null) return false;
		const answer = await axios
			.post(inbox.url, body, { headers: inbox.headers, timeout: PATIENCE_MS, proxy: false, validateStatus: () => true })
			.catch(() => null);
		// n8n's own "starting up" page is HTML.
		return answer?.status === 200 && !String(answer.headers['content-type']).startsWith('text/html');
	};
	const send = async (index: number) => {
		const id = `form-${index}-${Math.floor(random.next() * 1e9)}`;
		const phone = phoneOf(index);
		const form: SentForm = { id, phone, sentAt: Date.now(), accepted: false };
		sent.push(form);
		const body = { submission_id: id, name: 'Robin Vale', phone, message: `A home for two, please (${id})` };
		const twice = random.chance(TWICE);
		for (let attempt = 0; attempt < TRIES && !form.accepted; attempt += 1) {
			form.accepted = await post(body);
			if (!form.accepted) await sleep(AGAIN_MS);
		}
		if (twice) await post(body);
	};
	const work = (async () => {
		for (let index = 0; inbox !== null && !signal.aborted; index += 1) {
			if (await heard()) underWay.push(send(index));
			await sleep(300 + random.pick(PAUSES_MS), undefined, { signal }).catch(() => undefined);
		}
	})();
	return {
		sent,
		stop: async () => {
			stopping.abort();
			await work;
			await Promise.all(underWay);
		},
	};
}
