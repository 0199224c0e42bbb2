/** Keeps the documentation true: what the product shows must be written down, and what is written down must exist. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseMissedCallEvent } from '../../leasing/call/missedCallSchema';
import { inquiryFromForm } from '../../leasing/inquiry/fromForm';
import { inquiryFromMissedCall } from '../../leasing/inquiry/fromMissedCall';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { GUARD_RULES } from '../../leasing/text/guardRules';
import { allPages, brokenLink, fileOfUrl, linksOf, page, PROJECT } from './support/pages';
import { credentials, namesOnForm, nodes, scripts } from './support/product';

const pages = allPages();
const index = page('docs/README.md');
const concepts = pages
	.filter(({ file }) => file.startsWith('docs/concepts/'))
	.map(({ text }) => text)
	.join('\n');

function source(file: string): string {
	return readFileSync(path.join(PROJECT, file), 'utf8');
}

describe('links', () => {
	it.each(pages.map((one) => [one.file, one] as const))('of %s lead somewhere', (_file, one) => {
		expect(linksOf(one).flatMap((target) => brokenLink(one, target) ?? [])).toEqual([]);
	});

	it('from docs/README.md reach every page of docs/', () => {
		const linked = linksOf(index).map((target) => path.posix.join('docs', target.split('#')[0] ?? ''));
		const unreached = pages
			.map(({ file }) => file)
			.filter((file) => file.startsWith('docs/') && file !== index.file && !linked.includes(file));
		expect(unreached).toEqual([]);
	});
});

describe.each(nodes.map((node) => [node.description.displayName, node] as const))(
	'%s',
	(name, { description, page: url, credentialPages }) => {
		const file = fileOfUrl(url) ?? `no file: ${url}`;
		const text = () => page(file).text;

		it('has a page of its own that starts with its name', () => {
			expect(file).toMatch(/^docs\/nodes\/[\w-]+\.md$/);
			expect(text().startsWith(`# ${name}\n`)).toBe(true);
		});

		it('has every field, choice and output on its page', () => {
			const shown = [...namesOnForm(description.properties), ...(description.outputNames ?? [])];
			expect(shown.filter((one) => !text().includes(one))).toEqual([]);
		});

		it('lists what could not be verified with the vendor', () => {
			expect(text()).toContain('## What we could not verify with the vendor, and the setting that corrects it');
		});

		it('names the credentials that it takes, and links to their pages', () => {
			const wanted = (description.credentials ?? []).map(({ name: type }) =>
				fileOfUrl(credentials.find((one) => one.name === type)?.documentationUrl ?? ''),
			);
			const linked = linksOf(page(file)).map((target) => path.posix.join('docs/nodes', target));
			expect(linked).toEqual(expect.arrayContaining(wanted));
			expect(wanted).toEqual(expect.arrayContaining(credentialPages.map(fileOfUrl)));
		});
	},
);

describe.each(credentials.map((credential) => [credential.displayName, credential] as const))('%s', (name, credential) => {
	const file = fileOfUrl(credential.documentationUrl ?? '') ?? `no file: ${credential.documentationUrl}`;

	it('has a page of its own with every field', () => {
		const { text } = page(file);
		expect(text.startsWith(`# ${name}\n`)).toBe(true);
		expect(namesOnForm(credential.properties).filter((one) => !text.includes(one))).toEqual([]);
		expect(text).toContain('## What we could not verify with the vendor, and the setting that corrects it');
	});
});

describe('reasons and outcomes', () => {
	/** A list, so that a failure shows the code and not all the pages. */
	const unexplained = (code: string) => [code].filter((one) => !concepts.includes(`\`${one}\``));
	const files = ['leasing/text/guard.ts', 'leasing/text/carrierWords.ts', 'leasing/hours/textingWindow.ts'];
	/** Those of the rules; `reason('code', …)`, and the codes that textingWindow.ts keeps in its rows. */
	const codes = [
		...GUARD_RULES.map(({ code }) => code),
		...files.flatMap((file) =>
			[...source(file).matchAll(/(?:\breason\(|code: .*?)'(\w+)'(?: : '(\w+)')?/g)].flatMap(([, ...found]) => found.filter(Boolean)),
		),
	];

	it('finds the codes it is about', () => {
		expect(codes).toEqual(
			expect.arrayContaining([
				'no_number',
				'withheld',
				'opted_out',
				'already_texted',
				'body_too_long',
				'quiet_hours',
				'quiet_hours_state',
				'swallowed_reply',
				'nothing_against',
			]),
		);
	});

	it.each([...new Set(codes)])("the guard's reason %s is explained", (code) => expect(unexplained(code)).toEqual([]));

	const verdict = source('leasing/call/verdict.ts');
	const outcomes = [...(/OUTCOME_SENTENCES[^{]*\{([^}]*)\}/.exec(verdict)?.[1]?.matchAll(/^\s*(\w+):/gm) ?? [])].flatMap(
		([, outcome]) => outcome ?? [],
	);
	const notes = [...verdict.matchAll(/reason\(\s*'(\w+)'/g)].flatMap(([, code]) => code ?? []);

	it.each([...new Set(['answered', ...outcomes, ...notes])])("the verdict's %s is explained", (code) =>
		expect(unexplained(code)).toEqual([]),
	);
	it('knows how a call can be missed', () => expect(outcomes).toEqual(expect.arrayContaining(['no_answer', 'mailbox', 'forwarded'])));

	const nodeFiles = [
		'office/texts/keepInboundText.ts',
		'office/texts/sendText.ts',
		'office/texts/endSend.ts',
		'office/texts/askForAnswer.ts',
		'office/texts/noteConsent.ts',
		'nodes/LeasingText/result.ts',
		'leasing/text/composeText.ts',
		'leasing/text/toGsm.ts',
		'leasing/text/waiting.ts',
		'leasing/match/explain.ts',
		'office/intake/steps/decide.ts',
		'office/intake/steps/nameless.ts',
		'office/matching/mergeLeads.ts',
		'office/matching/adopt.ts',
	];
	const said = nodeFiles.flatMap((file) => [...source(file).matchAll(/\breason\(\s*'(\w+)'/g)].flatMap(([, code]) => code ?? []));
	it.each([...new Set(said)])('what else is said, %s, is explained', (code) => expect(unexplained(code)).toEqual([]));
});

describe('commands and paths', () => {
	it.each(pages.map((one) => [one.file, one.text] as const))('of %s exist', (_file, text) => {
		const named = [...text.matchAll(/\bnpm (run [\w:]+|start|test)\b/g)].map(([, command = '']) => command.replace(/^run /, ''));
		expect(named.filter((command) => !scripts.includes(command))).toEqual([]);
	});

	it.each(pages.map((one) => [one.file, one.text] as const))("of %s are nobody's machine", (_file, text) => {
		expect(text).not.toMatch(/(?:^|[\s(`])\/(?:work|tmp|root|home\/(?!node\b))\//m);
		expect(text).not.toMatch(/registry\.[a-z]+\.(?:org|com)/);
	});
});

describe('the samples of the template', () => {
	const settings: PortfolioSettings = {
		key: 'main',
		brand: 'Maple Property Group',
		country: 'US',
		timeZone: 'America/Chicago',
		defaultOwner: 'Leasing Team',
		properties: [{ key: 'maple-court', name: 'Maple Court', timeZone: null, state: 'TX', tourUrl: null, owner: null }],
		lines: [{ phone: '+15125550100', label: 'Maple Court', propertyKey: 'maple-court' }],
		staff: [],
		trackingNumbers: [],
		officeHours: [],
		holidays: [],
	};
	const sample = (name: string): unknown =>
		(JSON.parse(source(`workflows-templates/01-missed-call-text-back/samples/${name}`)) as unknown[])[0];

	it("hold a missed call that becomes a renter's inquiry", () => {
		const read = parseMissedCallEvent(sample('missed-call.json'));
		if (!read.ok) throw new Error(JSON.stringify(read.problems));
		const inquiry = inquiryFromMissedCall(read.event, settings);
		expect(inquiry.people[0]?.phones[0]).toMatchObject({ e164: '+15125550123', isIdentity: true });
		expect(inquiry.interest.propertyName).toBe('Maple Court');
	});

	it('hold a web form of which every field is read', () => {
		const read = inquiryFromForm(sample('web-form.json'), {}, { settings, receivedAt: Date.parse('2026-03-10T16:26:00Z') });
		if (!read.ok) throw new Error(JSON.stringify(read.reasons));
		expect(read.inquiry).toMatchObject({
			providerId: 'form-2026-0310-001',
			people: [{ fullName: 'Ana Rivera' }],
			interest: { propertyKey: 'maple-court', bedrooms: 2, moveIn: '2026-05-01', budget: 1800 },
			source: { source: 'zillow' },
		});
	});
});
