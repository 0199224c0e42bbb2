import { formatPhone } from '../phone/formatPhone';
import type { PortfolioSettings } from '../portfolio/portfolio';
import { reason, type Reason } from '../reason';
import { UserMistake } from '../userMistake';
import { personalName } from './personalName';
import { renderText } from './renderText';
import { toGsm } from './toGsm';

/** What the placeholders of a message stand for. */
export interface TextSubject {
	/** The company's line, E.164. */
	from: string;
	/** Of the property in the settings; null: the whole company. */
	propertyKey: string | null;
	/** What the property is called, if the settings do not know it. */
	propertyName: string | null;
	/** As given, perhaps by a stranger; put in only if it looks like a name. */
	firstName: string | null;
}

/**
 * The words of one text: placeholders filled, typographic characters made plain so that a segment holds 153 of them.
 * @returns the words, and what was changed or left out on the way
 * @throws UserMistake when the message has a placeholder that nobody fills
 */
export function composeText(message: string, about: TextSubject, settings: PortfolioSettings): { body: string; changes: Reason[] } {
	const property = settings.properties.find(({ key }) => key === about.propertyKey) ?? null;
	const given = about.firstName?.trim() ?? '';
	const firstName = personalName(given);
	const rendered = renderText(message, {
		brand: settings.brand,
		property: property?.name ?? about.propertyName,
		'first name': firstName,
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
		given !== '' && /^first[ _-]+name$/i.test(name)
			? reason('not_a_name', `What was given as the first name does not look like a name, so [${name}] was left out.`)
			: reason('placeholder_empty', `There was nothing to put in for [${name}], so it was left out.`),
	);
	return { body: plain.body, changes: [...missing, ...plain.changes] };
}
