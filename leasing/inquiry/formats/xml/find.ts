import type { XmlNode } from './parseXml';

/** Every element of a name below a node, outer ones first. */
export function findAll(node: XmlNode, name: string): XmlNode[] {
	const found: XmlNode[] = [];
	const queue = [...node.children];
	for (let index = 0; index < queue.length; index++) {
		const one = queue[index];
		if (one === undefined) break;
		if (one.name === name) found.push(one);
		else queue.push(...one.children);
	}
	return found;
}

/** The trimmed texts of the elements at a path of names, `contact/email`; empty ones are left out. */
export function textsAt(node: XmlNode, path: string): string[] {
	return nodesAt(node, path)
		.map((one) => wholeText(one))
		.filter((text) => text !== '');
}

export function nodesAt(node: XmlNode, path: string): XmlNode[] {
	return path
		.split('/')
		.reduce<XmlNode[]>((nodes, name) => nodes.flatMap((one) => one.children.filter((child) => child.name === name)), [node]);
}

/** The text of an element and all below it. */
export function wholeText(node: XmlNode): string {
	return [node.text, ...node.children.map(wholeText)].join(' ').replace(/\s+/g, ' ').trim();
}

/** The first of several texts as a list for a field. */
export function first(...lists: readonly string[][]): string[] {
	return lists.find((list) => list.length > 0)?.slice(0, 1) ?? [];
}
