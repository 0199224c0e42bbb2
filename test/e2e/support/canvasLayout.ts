/** Whether a person can read the canvas that is shown: measured in the browser, in its own pixels. */
import type { Page } from 'playwright-core';

/** The little of the browser's own types that is used below; the project's code runs in Node and has no DOM types. */
interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
	width: number;
	height: number;
}
interface Point {
	x: number;
	y: number;
	matrixTransform(matrix: object): Point;
}
interface Part {
	querySelector(selector: string): Part | null;
	querySelectorAll(selector: string): Iterable<Part>;
	closest(selector: string): Part | null;
	getAttribute(name: string): string | null;
	textContent: string | null;
	getBoundingClientRect(): Box;
}
interface Wire extends Part {
	getScreenCTM(): object | null;
	getTotalLength(): number;
	getPointAtLength(length: number): Point;
}
declare const document: Part & { createRange(): { selectNodeContents(part: Part): void; getClientRects(): Iterable<Box> } };

/**
 * @returns a sentence for each sticky note whose text is cut off, or has a node or a wire on it, and for each wire that
 * leads back to the left
 */
export async function layoutProblems(page: Page): Promise<string[]> {
	return await page.evaluate(() => {
		const all = (selector: string, within: Part = document): Part[] => [...within.querySelectorAll(selector)];
		const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
		const problems: string[] = [];

		const nodes = all('[data-test-id="canvas-node"]')
			.filter((node) => node.querySelector('[data-test-id="sticky"]') === null)
			.map((node) => ({
				name: node.getAttribute('data-node-name') ?? '',
				box: (node.querySelector('[data-canvas-node-render-type]') ?? node).getBoundingClientRect(),
				parts: all('*', node)
					.filter((part) => part.closest('[data-test-id="canvas-node-toolbar"]') === null)
					.map((part) => part.getBoundingClientRect())
					.filter(({ width, height }) => width > 0 && height > 0),
			}));

		const wires = all('[data-test-id="edge"]').map((edge) => {
			const path = edge.querySelector('path.vue-flow__edge-path') as Wire;
			const toScreen = path.getScreenCTM() ?? {};
			const length = path.getTotalLength();
			const points = Array.from({ length: 101 }, (_, step) => path.getPointAtLength((length * step) / 100).matrixTransform(toScreen));
			return { from: edge.getAttribute('data-source-node-name') ?? '', to: edge.getAttribute('data-target-node-name') ?? '', points };
		});

		for (const sticky of all('[data-test-id="sticky"]')) {
			const name = `the note "${sticky.querySelector('h1, h2, h3')?.textContent ?? ''}"`;
			const paper = sticky.getBoundingClientRect();
			const lines = all('h1, h2, h3, p, li', sticky).flatMap((element) => {
				const range = document.createRange();
				range.selectNodeContents(element);
				return [...range.getClientRects()];
			});
			if (lines.length === 0) problems.push(`${name} shows no text.`);
			if (lines.some((line) => line.bottom > paper.bottom || line.right > paper.right))
				problems.push(`The text of ${name} is cut off.`);
			for (const node of nodes) {
				if (node.parts.some((part) => lines.some((line) => meets(part, line))))
					problems.push(`${node.name} stands on the text of ${name}.`);
			}
			for (const { from, to, points } of wires) {
				const hit = points.some(({ x, y }) =>
					lines.some((line) => x > line.left && x < line.right && y > line.top && y < line.bottom),
				);
				if (hit) problems.push(`The wire from ${from} to ${to} crosses the text of ${name}.`);
			}
		}

		for (const { from, to } of wires) {
			const left = nodes.find(({ name }) => name === from)?.box;
			const right = nodes.find(({ name }) => name === to)?.box;
			if (left === undefined || right === undefined || left.right > right.left)
				problems.push(`The wire from ${from} to ${to} does not lead to the right.`);
		}
		return [...new Set(problems)];
	});
}
