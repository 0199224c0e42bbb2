import { plainKey } from './form/fieldMap';
import type { FoundFields } from './form/findFields';
import type { Leaf } from './form/leaves';
import type { Channel, InquirySource } from './inquiry';
import { canonicalSource, sourceNamed, type SourceNames } from './source';

/** Tags, click ids and pages as an item carries them. */
export interface SourceEvidence {
	utmSource: string | null;
	medium: string | null;
	campaign: string | null;
	clickIds: Record<string, string>;
	landingPage: string | null;
	referrer: string | null;
}

export const NO_EVIDENCE: SourceEvidence = {
	utmSource: null,
	medium: null,
	campaign: null,
	clickIds: {},
	landingPage: null,
	referrer: null,
};

const CLICK_IDS: ReadonlySet<string> = new Set(['gclid', 'gbraid', 'wbraid', 'msclkid', 'fbclid', 'ttclid', 'lifatid']);
const LANDING = new Set(['landingpage', 'landingpageurl', 'landingurl', 'firstpage', 'pageurl', 'pageuri', 'sourceurl', 'entryurl']);
const REFERRER = new Set(['referrer', 'referer', 'referrerurl', 'httpreferer', 'referringurl', 'documentreferrer']);
const LONGEST_URL = 2_000;

/** Collects what tells where a renter came from, also out of the links of pages. The first of each kind counts. */
export function evidenceIn(leaves: readonly Leaf[]): SourceEvidence {
	const found: SourceEvidence = { ...NO_EVIDENCE, clickIds: {} };
	const take = (name: string, value: string): void => {
		if (name === 'utmsource') found.utmSource ??= value;
		else if (name === 'utmmedium') found.medium ??= value;
		else if (name === 'utmcampaign') found.campaign ??= value;
		else if (CLICK_IDS.has(name)) found.clickIds[name] ??= value;
	};
	for (const { path, value } of leaves) {
		const name = plainKey(path.at(-1) ?? '');
		if (value.length > LONGEST_URL) continue;
		take(name, value);
		const isLanding = LANDING.has(name);
		if (!isLanding && !REFERRER.has(name)) continue;
		if (isLanding) found.landingPage ??= value;
		else found.referrer ??= value;
		for (const [key, text] of queryOf(value)) take(plainKey(key), text);
	}
	return found;
}

function queryOf(url: string): Iterable<[string, string]> {
	return URL.canParse(url) ? new URL(url).searchParams : [];
}

/** What else may tell the source. */
export interface SourceHints {
	channel: Channel;
	/** What the format itself says: a Zillow push comes from Zillow. */
	source: string | null;
	network: string | null;
	defaultSource: string | undefined;
	names: SourceNames | undefined;
	line: string | null;
}

const PAID = /^(?:cpc|ppc|paid.*|sem|cpm|display|.*ads?)$/i;

/** Decides the source: click ids first, then tags, what the item says, the format, the page the renter came from, the default. */
export function sourceOf(found: FoundFields, evidence: SourceEvidence, hints: SourceHints): InquirySource {
	const { channel, names } = hints;
	const said = found.source.find((text) => text !== evidence.utmSource) ?? null;
	const told = found.selfReported[0] ?? null;
	const decided =
		byClick(evidence) ??
		byTags(evidence, names) ??
		byText(said, names) ??
		byFormat(hints) ??
		byReferrer(evidence, names) ??
		canonicalSource(said ?? evidence.utmSource ?? hints.defaultSource ?? told, channel, names);
	return {
		...decided,
		campaign: found.campaign[0] ?? evidence.campaign,
		line: hints.line,
		...(hints.network === null || hints.network === decided.source ? {} : { network: hints.network }),
		...(evidence.medium === null ? {} : { medium: evidence.medium }),
		...(told === null ? {} : { selfReported: sourceNamed(told, names) ?? told.slice(0, 200) }),
		...(evidence.landingPage === null ? {} : { landingPage: evidence.landingPage }),
		...(evidence.referrer === null ? {} : { referrer: evidence.referrer }),
		...(Object.keys(evidence.clickIds).length === 0 ? {} : { clickIds: evidence.clickIds }),
	};
}

type Decided = { source: string; evidence: string };

function byClick({ clickIds, medium, utmSource }: SourceEvidence): Decided | null {
	const google = (['gclid', 'gbraid', 'wbraid'] as const).find((id) => clickIds[id] !== undefined);
	if (google !== undefined) return { source: 'google_ads', evidence: `click id ${google}` };
	if (clickIds.msclkid !== undefined) return { source: 'microsoft_ads', evidence: 'click id msclkid' };
	// fbclid alone is not paid: links in ordinary posts carry it too.
	if (clickIds.fbclid !== undefined && medium !== null && PAID.test(medium))
		return {
			source: /^(?:ig|insta)/i.test(utmSource ?? '') ? 'instagram_ads' : 'facebook_ads',
			evidence: `click id fbclid and medium "${medium}"`,
		};
	if (clickIds.ttclid !== undefined) return { source: 'tiktok', evidence: 'click id ttclid' };
	return null;
}

function byTags({ utmSource, medium, campaign }: SourceEvidence, names: SourceNames | undefined): Decided | null {
	if (utmSource === null) return null;
	const named = sourceNamed(utmSource, names);
	const evidence = `utm_source "${utmSource}"${medium === null ? '' : `, utm_medium "${medium}"`}`;
	if (named === 'google' || named === 'google_business_profile') {
		if (medium !== null && PAID.test(medium)) return { source: 'google_ads', evidence };
		if (
			/^(?:organic|local|listing|gbp|gmb)$/i.test(medium ?? '') ||
			/gbp|gmb|maps/i.test(campaign ?? '') ||
			named === 'google_business_profile'
		)
			return { source: 'google_business_profile', evidence };
		return { source: 'google', evidence };
	}
	if ((named === 'facebook' || named === 'instagram') && medium !== null && PAID.test(medium))
		return { source: `${named}_ads`, evidence };
	return named === null ? null : { source: named, evidence };
}

function byText(text: string | null, names: SourceNames | undefined): Decided | null {
	const named = text === null ? null : sourceNamed(text, names);
	return named === null ? null : { source: named, evidence: `source "${text}"` };
}

function byFormat({ source, names }: SourceHints): Decided | null {
	return source === null ? null : { source: sourceNamed(source, names) ?? source, evidence: 'the format of the item' };
}

function byReferrer({ referrer }: SourceEvidence, names: SourceNames | undefined): Decided | null {
	if (referrer === null || !URL.canParse(referrer)) return null;
	const host = new URL(referrer).hostname.replace(/^(?:www|m|l|lm)\./, '');
	const named = sourceNamed(host, names) ?? sourceNamed(host.split('.').slice(-2).join('.'), names);
	if (named === null) return null;
	// Without a tag, a visit from a search engine is one nobody paid for.
	const organic = named === 'google' ? 'google_organic' : named;
	return { source: organic, evidence: `came from ${host}` };
}
