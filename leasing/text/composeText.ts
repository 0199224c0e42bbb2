import { formatPhone } from '../../leasing/phone/formatPhone';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { reason, type Reason } from '../../leasing/reason';
import { renderText } from '../../leasing/text/renderText';
import { toGsm } from '../../leasing/text/toGsm';
import { UserMistake } from '../../leasing/userMistake';
import type { About } from './about';

/** The words of one text: placeholders filled, typographic characters made plain so that a segment holds 153 of them. */
export function composeText(message: string, about: About, settings: PortfolioSettings): { body: string; changes: Reason[] } {
	const property = settings.properties.find(({ key }) => key === about.propertyKey) ?? null;
	const rendered = renderText(message, {
		brand: settings.brand,
		property: property?.name ?? about.propertyName,
		'first name': about.firstName,
		'tour link': property?.tourUrl ?? null,
		line: formatPhone(about.from, settings.country),
	});
	if (rendered.unknown.length > 0) {
		throw new UserMistake(
			`The message has a placeholder that nobody fills: [${rendered.unknown.join('], [')}].`,
			'Use [brand], [property], [first name], [tour link] or [line]. For anything else use an expression.',
		);
	}
	const plain = toGsm(rendered.body);
	const missing = rendered.missing.map((name) =>
		reason('placeholder_empty', `There was nothing to put in for [${name}], so it was left out.`),
	);
	return { body: plain.body, changes: [...missing, ...plain.changes] };
}
