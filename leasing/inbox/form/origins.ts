import { reason, type Reason } from '../../reason';
import { UserMistake } from '../../userMistake';

/** Where a form may stand: `https://www.maple.example`, or `https://*.maple.example` for all below. */
export type AllowedOrigin = { scheme: string; host: string; below: boolean };

/** @param text separated by commas, blanks or lines. @throws UserMistake naming the one that is no origin */
export function readOrigins(text: string): AllowedOrigin[] {
	const origins = text
		.split(/[\s,;]+/)
		.filter((one) => one !== '')
		.map(readOrigin);
	if (origins.length > 0) return origins;
	throw new UserMistake(
		'Allowed Origins is empty, so no form may send anything.',
		'Enter where the form stands, for example https://www.maple.example.',
	);
}

function readOrigin(text: string): AllowedOrigin {
	const found = /^(https?:)\/\/(\*\.)?([a-z0-9.-]{1,253}(?::\d{1,5})?)\/?$/i.exec(text);
	if (!found)
		throw new UserMistake(
			`Allowed Origins names "${text}", which is no origin.`,
			'Write the beginning of the address that the browser shows, without a path: https://www.maple.example. For all below a domain: https://*.maple.example.',
		);
	const [, scheme = '', star, host = ''] = found;
	return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), below: star !== undefined };
}

function isAllowed(origin: string, allowed: readonly AllowedOrigin[]): boolean {
	if (!URL.canParse(origin)) return false;
	const { protocol, host } = new URL(origin);
	return allowed.some((one) => one.scheme === protocol && (one.below ? host.endsWith(`.${one.host}`) : host === one.host));
}

export type OriginVerdict = { verdict: 'allowed' | 'refused' } | { verdict: 'unknown'; doubt: Reason };

/**
 * Judges by what the browser itself says of the page: no page can change that, but any program can write what it likes. So it keeps
 * other sites' forms out, and nobody else. Who says nothing may be a browser that is told to keep it to itself, or a program.
 */
export function judgeOrigin(
	{ origin, referer }: { origin: string | undefined; referer: string | undefined },
	allowed: readonly AllowedOrigin[],
): OriginVerdict {
	for (const said of [origin, referer]) {
		if (said === undefined || said === '' || said === 'null') continue;
		return { verdict: isAllowed(said, allowed) ? 'allowed' : 'refused' };
	}
	return {
		verdict: 'unknown',
		doubt: reason(
			'origin_unknown',
			'The request did not say on which page the form stands, as browsers do; it may have come from a program.',
		),
	};
}
