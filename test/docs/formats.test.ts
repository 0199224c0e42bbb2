/** Every format that Normalize Lead reads stands on its page, with how sure we are of it. */
import { FORMATS } from '../../leasing/inquiry/formats/registry';
import { page } from './support/pages';

const { text } = page('docs/nodes/normalize-lead.md');

it.each(FORMATS.map(({ name, confidence }) => [name, confidence] as const))('%s has a row that says "%s"', (name, confidence) => {
	const rows = text.split('\n').filter((line) => line.startsWith('|') && line.toLowerCase().includes(`**${name.toLowerCase()}**`));
	expect(rows).toHaveLength(1);
	expect(rows[0]).toMatch(new RegExp(`\\| ${confidence}( \\(\\d{4}\\))? \\|$`));
});
