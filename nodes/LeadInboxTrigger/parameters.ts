import * as z from 'zod/v4';

import { ALGORITHMS, ENCODINGS, KEY_FORMS, type HmacScheme } from '../../leasing/inbox/proof/hmac';
import type { Proof } from '../../leasing/inbox/proof/prove';
import type { SenderRecipe } from '../../leasing/inbox/senders/sender';
import { SENDERS, senderNamed } from '../../leasing/inbox/senders/senders.data';
import { MINUTE, type Millis } from '../../leasing/time';
import { UserMistake } from '../../leasing/userMistake';

/** As the log names the trigger. */
export const NODE = 'Lead Inbox Trigger';

export interface InboxSettings {
	recipe: SenderRecipe;
	/** How the sender proves himself; Basic's user comes from the credential. Null: anybody may send, as a browser's form does. */
	proof: Exclude<Proof, { kind: 'basic' }> | { kind: 'basic' } | null;
	/** The form's or site's name, in the user's words. */
	name: string | null;
	source: string | null;
	ids: string[];
	sameWithin: Millis;
	portfolio: string;
}

const text = z
	.union([z.string(), z.number()])
	.nullish()
	.transform((value) => String(value ?? '').trim());
const minutes = z.number().min(0).max(10_080).optional();
const headerName = text.transform((name) => name.toLowerCase()).refine((name) => /^[a-z0-9-]{1,60}$/.test(name));

const SIGNED = { body: '{body}', timeDotBody: '{time}.{body}', timeColonBody: '{time}:{body}' } as const;

const schema = z.object({
	sender: z.string(),
	provenBy: z.enum(['word', 'basic', 'hmac']).default('word'),
	headerName: headerName.default('x-lead-secret'),
	queryName: text.refine((name) => /^[\w.-]{1,60}$/.test(name)).default('secret'),
	signature: z.object({
		header: headerName,
		algorithm: z.enum(ALGORITHMS).default('sha256'),
		encoding: z.enum(ENCODINGS).default('hex'),
		prefix: text.default(''),
		part: text.default(''),
		signed: z.enum(['body', 'timeDotBody', 'timeColonBody', 'custom']).default('body'),
		custom: text.default(''),
		timeFrom: z.enum(['none', 'header', 'part']).default('none'),
		timeName: text.default(''),
		key: z.enum(KEY_FORMS).default('text'),
	}),
	name: text.default(''),
	source: text.default(''),
	settings: z.object({
		deliveryId: text.default(''),
		sameMinutes: minutes,
		oldestMinutes: minutes,
		portfolio: z.string().trim().min(1).default('main'),
	}),
});

type Parsed = z.output<typeof schema>;

const LABELS: Readonly<Record<string, string>> = {
	sender: 'Sender',
	provenBy: 'Proven By',
	headerName: 'Header',
	queryName: 'URL Parameter',
	header: 'Signature Header',
	name: 'Form or Site Name',
	source: 'Source if It Names None',
	deliveryId: 'Delivery ID',
	sameMinutes: 'Same Content Within',
	oldestMinutes: 'Oldest Request',
	portfolio: 'Portfolio',
};

export type ReadParameter = (name: string, fallback: unknown) => unknown;

/** @throws UserMistake naming the field */
export function inboxSettings(read: ReadParameter): InboxSettings {
	const parsed = schema.safeParse({
		sender: read('sender', 'other'),
		provenBy: read('provenBy', 'word'),
		headerName: read('headerName', 'x-lead-secret'),
		queryName: read('queryName', 'secret'),
		signature: {
			header: read('signatureHeader', 'x-signature'),
			algorithm: read('algorithm', 'sha256'),
			encoding: read('encoding', 'hex'),
			prefix: read('prefix', ''),
			part: read('part', ''),
			signed: read('signed', 'body'),
			custom: read('signedCustom', ''),
			timeFrom: read('timeFrom', 'none'),
			timeName: read('timeName', ''),
			key: read('keyForm', 'text'),
		},
		name: read('name', ''),
		source: read('source', ''),
		settings: read('settings', {}),
	});
	if (!parsed.success) throw cannotBeRead(parsed.error.issues.map(({ path }) => LABELS[String(path.at(-1))] ?? 'Options'));
	const recipe = senderNamed(parsed.data.sender);
	if (recipe === null) throw cannotBeRead(['Sender']);
	const { name, source, settings } = parsed.data;
	return {
		recipe,
		proof: proofOf(recipe, parsed.data),
		name: name || null,
		source: source || recipe.source,
		ids: settings.deliveryId
			.split(',')
			.map((path) => path.trim())
			.filter((path) => path !== ''),
		sameWithin: settings.sameMinutes === undefined ? recipe.sameWithin : settings.sameMinutes * MINUTE,
		portfolio: settings.portfolio,
	};
}

function proofOf(recipe: SenderRecipe, parsed: Parsed): InboxSettings['proof'] {
	const oldest = parsed.settings.oldestMinutes;
	if (recipe.proof !== null) {
		if (recipe.proof.kind !== 'hmac' || oldest === undefined) return recipe.proof.kind === 'basic' ? { kind: 'basic' } : recipe.proof;
		return { kind: 'hmac', scheme: { ...recipe.proof.scheme, oldest: oldest * MINUTE } };
	}
	if (recipe.id === 'public_form') return null;
	if (parsed.provenBy === 'basic') return { kind: 'basic' };
	if (parsed.provenBy === 'hmac') return { kind: 'hmac', scheme: schemeOf(parsed) };
	return {
		kind: 'word',
		places: [
			// A sender that can set a header may be able to set no other than this.
			{ in: 'header', name: parsed.headerName, prefix: parsed.headerName === 'authorization' ? 'Bearer ' : '' },
			{ in: 'query', name: parsed.queryName },
		],
	};
}

const USUAL_AGE: Millis = 15 * MINUTE;

function schemeOf({ signature, settings }: Parsed): HmacScheme {
	const { signed, custom, timeFrom, timeName, part, ...rest } = signature;
	const template = signed === 'custom' ? custom : SIGNED[signed];
	if (!template.includes('{body}'))
		throw new UserMistake(
			'What Is Signed leaves out the body, so anybody could put other words under the signature.',
			'Write {body} where the body stands, for example {time}.{body}.',
		);
	if (template.includes('{time}') && timeFrom === 'none')
		throw new UserMistake(
			'What Is Signed names the time, but Time Stands In says that there is none.',
			'Choose where the time stands.',
		);
	if (timeFrom !== 'none' && timeName === '')
		throw new UserMistake('Name of the Time is empty.', 'Enter the name of the header, or of the part.');
	return {
		...rest,
		part: part || null,
		signed: template,
		time: timeFrom === 'none' ? null : { from: timeFrom, name: timeFrom === 'header' ? timeName.toLowerCase() : timeName },
		oldest: settings.oldestMinutes === undefined ? USUAL_AGE : settings.oldestMinutes * MINUTE,
	};
}

function cannotBeRead(fields: readonly string[]): UserMistake {
	return new UserMistake(
		`A setting of the Lead Inbox Trigger cannot be read: ${[...new Set(fields)].join(', ')}.`,
		'Open the trigger and choose it again.',
	);
}

/** As a task names the sender. */
export function senderName(id: string, name: string | null): string {
	const known = SENDERS.find((sender) => sender.id === id)?.name ?? (id === 'public_form' ? 'the website form' : 'a form or site');
	return name === null ? known : `${known} "${name}"`;
}
