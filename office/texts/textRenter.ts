import { parsePhone } from '../../leasing/phone/parsePhone';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { composeText, type TextSubject } from '../../leasing/text/composeText';
import type { TextPolicy } from '../../leasing/text/textPolicy';
import type { Clock, Millis } from '../../leasing/time';
import type { Store, StoredText } from '../../store/port';
import { savedPortfolio } from '../portfolio/savedPortfolio';
import { lookUpLineType } from './lookUpLineType';
import { planText } from './planText';
import { providerForLine } from './providerForLine';
import type { SendDeps } from './sendDeps';
import { sendAtOnce, sendText } from './sendText';
import { statusUrlFor } from './servingTrigger';
import type { TextProvider } from './textProvider';

/** What a text is about: whom, from which line, and which event it answers. */
export interface TextAbout extends TextSubject {
	portfolio: string;
	/** Who is texted, as received; '' when the contact has no phone. */
	to: string;
	/** Unique for the event; with the purpose it makes one text, for ever. */
	eventKey: string;
	eventAt: Millis;
	leadId: string | null;
	/** Provider and its id of the call, when the event is one. */
	call: { provider: string; callKey: string } | null;
	/** Where the property stands, as the directory has it. */
	propertyState: string | null;
}

export interface TextRequest {
	/** What the text is for; a second purpose of the same event is a second text. */
	purpose: string;
	/** With placeholders such as `[property]`. */
	message: string;
	/** Whether it directly answers the renter's own contact. */
	directReply: boolean;
	policy: TextPolicy;
	/** Whether the kind of the number is looked up first, for a fee. */
	lookUp: boolean;
}

export interface TextingDeps extends Pick<SendDeps, 'claimer' | 'pause'> {
	store: Store;
	clock: Clock;
	/** The phone systems that there is an account for; the first is preferred. */
	providers: readonly TextProvider[];
}

export interface TextOutcome {
	/** As it stands now; its reasons say why. */
	text: StoredText;
	/** False: an earlier run decided about the same text. */
	created: boolean;
	settings: PortfolioSettings;
}

/**
 * Texts a renter about an event, once: composes the words, asks the guard, writes the decision, and sends if it may go out now.
 * Doing it again for the same event and purpose finds the same text, and goes on where that one stands.
 * @throws UserMistake when settings, message or accounts must be mended first
 */
export async function textRenter(deps: TextingDeps, about: TextAbout, request: TextRequest): Promise<TextOutcome> {
	const { store, clock } = deps;
	const { settings } = await savedPortfolio(store, about.portfolio);
	const plainly = { country: settings.country, known: { own: new Set<string>(), staff: new Set<string>() } };
	const to = parsePhone(about.to, plainly);
	const from = parsePhone(about.from, plainly).e164 ?? about.from;
	const provider = await providerForLine(store, deps.providers, from);
	if (request.lookUp && to.e164 && to.textable !== 'no') await lookUpLineType({ store, clock, provider }, to.e164);

	const { body, changes } = composeText(request.message, about, settings);
	const call = about.call ? await store.calls.byProviderId(about.call.provider, about.call.callKey) : null;
	const atOnce = sendAtOnce({ claimer: deps.claimer, provider });
	const planned = await planText(
		{ store, clock },
		{
			settings,
			key: `${about.eventKey}:${request.purpose}`,
			purpose: request.purpose,
			leadId: about.leadId,
			callId: call?.id ?? null,
			provider: provider.name,
			from,
			body,
			bodyChanges: changes,
			eventAt: about.eventAt,
			guard: {
				toRaw: about.to,
				directReply: request.directReply,
				propertyKey: about.propertyKey,
				propertyState: about.propertyState,
				policy: request.policy,
			},
		},
		atOnce.begin,
	);
	const { text, created } = planned;
	const begun = created
		? await atOnce.send({ ...deps, provider, statusUrl: await statusUrlFor(store, text, provider.name) }, text.id)
		: null;
	return { text: begun ?? (await sendIfItMay(deps, text, provider)), created, settings };
}

/** A claim of somebody else is left to him; one that ran out is taken over. */
async function sendIfItMay(deps: TextingDeps, text: StoredText, byLine: TextProvider): Promise<StoredText> {
	if (text.state !== 'planned' && text.state !== 'claimed') return text;
	// A request that was begun is looked for where it went, also when the line belongs to another phone system by now.
	const provider = text.attemptedAt === null ? byLine : deps.providers.find(({ name }) => name === text.provider);
	if (!provider) return text;
	const statusUrl = await statusUrlFor(deps.store, text, provider.name);
	return await sendText({ ...deps, provider, statusUrl }, text.id);
}
