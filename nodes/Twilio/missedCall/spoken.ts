import { renderText } from '../../../leasing/text/renderText';
import type { LineMatch } from '../../../store/port';

/** Fills `[property]` and `[brand]` in what callers and staff hear. A line of the whole company says the company's name. */
export function spokenFor(line: LineMatch): (template: string) => string {
	const values = { property: line.property?.name ?? line.settings.brand, brand: line.settings.brand, line: line.line.label };
	return (template) => renderText(template, values).body;
}
