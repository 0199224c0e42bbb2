/** n8n's editor, used as a person uses it. Finds things by n8n's own test ids. */
import { selectors, type Locator, type Page } from 'playwright-core';
import type { Rig } from './rig';

/** n8n's first page load fetches some hundred files. */
const FIRST_LOAD_MS = 45_000;
/** Several frames of a moving view. */
const SETTLE_MS = 150;

export class Canvas {
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Signs in through the login page. */
	static async signIn(page: Page, rig: Rig): Promise<Canvas> {
		selectors.setTestIdAttribute('data-test-id');
		const canvas = new Canvas(page, rig.n8n.url);
		await page.goto(`${rig.n8n.url}/signin`, { timeout: FIRST_LOAD_MS });
		await page.locator('input[name=emailOrLdapLoginId]').fill(rig.session.email);
		await page.locator('input[name=password]').fill(rig.session.password);
		await page.getByTestId('form-submit-button').click();
		await page.waitForURL(/\/home\//, { timeout: FIRST_LOAD_MS });
		// n8n advertises its further features on a workflow that was published; a person closes that once.
		await page.addLocatorHandler(page.getByTestId('suggested-actions-close'), async (close) => await close.click());
		return canvas;
	}

	/** Opens an empty workflow and imports a file through the menu; resolves when n8n has saved what it made of it. */
	async importFile(file: string): Promise<void> {
		const { page } = this;
		await page.goto(`${this.url}/workflow/new`, { timeout: FIRST_LOAD_MS });
		await page.getByText('Add first step').waitFor({ timeout: FIRST_LOAD_MS });
		const saved = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/rest/workflows'));
		await page.getByTestId('workflow-menu').click();
		await page.getByTestId('workflow-menu-item-import').click();
		const [chooser] = await Promise.all([
			page.waitForEvent('filechooser'),
			page.getByTestId('workflow-menu-item-import-from-file').click(),
		]);
		await chooser.setFiles(file);
		await saved;
	}

	async open(workflowId: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${workflowId}`, { timeout: FIRST_LOAD_MS });
		await this.page.getByTestId('canvas-node').first().waitFor({ timeout: FIRST_LOAD_MS });
	}

	/** Opens a run of the workflow that is shown, on the Executions tab. */
	async openExecution(executionId: string): Promise<void> {
		await this.page.getByTestId('radio-button-executions').click();
		await this.page.getByTestId(`execution-details-${executionId}`).click();
		await this.page.getByTestId('execution-preview-id').filter({ hasText: executionId }).waitFor();
	}

	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Names of the nodes that carry n8n's red mark, in the order of the workflow. */
	async marked(): Promise<string[]> {
		return await this.names(this.page.getByTestId('canvas-node').filter({ has: this.page.getByTestId('node-issues') }));
	}

	/** Names of the nodes that ran well in the run that is shown. */
	async succeeded(): Promise<string[]> {
		return await this.names(this.page.getByTestId('canvas-node').filter({ has: this.page.getByTestId('canvas-node-status-success') }));
	}

	private async names(nodes: Locator): Promise<string[]> {
		return await nodes.evaluateAll((found) => found.map((node) => node.getAttribute('data-node-name') ?? ''));
	}

	/** What the red mark of a node says when a person points at it. */
	async issues(name: string): Promise<string[]> {
		await this.node(name).getByTestId('node-issues').hover();
		const tip = this.page.locator('[data-dismissable-layer]').filter({ hasText: 'Issues' });
		const lines = (await tip.innerText()).split('\n').map((line) => line.trim());
		await this.page.mouse.move(0, 0);
		await tip.waitFor({ state: 'hidden' });
		return lines.filter((line) => line !== '' && line !== 'Issues');
	}

	/** Address of a node's icon once it is drawn. A node that n8n does not know has none, and one that is missing fails. */
	async icon(name: string): Promise<string> {
		const image = this.node(name).locator('.n8n-node-icon img');
		await image.waitFor({ timeout: 10_000 });
		return await image.evaluate(async (picture: unknown) => {
			const { src } = picture as { src: string };
			await (picture as { decode(): Promise<void> }).decode();
			return new URL(src).pathname;
		});
	}

	/** Everything that n8n pops up in a corner, title and text. */
	async messages(): Promise<string[]> {
		return await this.page.locator('.el-notification').allInnerTexts();
	}

	async openPanel(name: string): Promise<Locator> {
		await this.node(name).dblclick({ position: { x: 40, y: 40 } });
		const panel = this.page.getByTestId('ndv');
		await panel.getByTestId('node-parameters').waitFor();
		return panel;
	}

	/** Closes the panel that is open, if one is. */
	async closePanel(): Promise<void> {
		const panel = this.page.getByTestId('ndv');
		if (!(await panel.isVisible())) return;
		await panel.getByTestId('ndv-close-button').click();
		await panel.waitFor({ state: 'hidden' });
	}

	async zoomToFit(): Promise<void> {
		await this.page.getByTestId('zoom-to-fit').click();
		// n8n moves the view softly; it has arrived when it stands where it stood a moment ago.
		const view = this.page.locator('.vue-flow__viewport').first();
		let before: string | null = null;
		for (let now = await view.getAttribute('style'); now !== before; now = await view.getAttribute('style')) {
			before = now;
			await this.page.waitForTimeout(SETTLE_MS);
		}
	}
}
