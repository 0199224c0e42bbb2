import type { XmlNode } from './parseXml';

/**
 * Every element of a name below a node, outer ones first.
 * @param outside elements of this name are not looked into
 */
export function findAll(node: XmlNode, name: string, outside?: string): XmlNode[] {
	const found: XmlNode[] = [];
	const queue = [node.children];
	for (let index = 0; index < queue.length; index++) {
		for (const one of queue[index] ?? []) {
			if (one.name === name) found.push(one);
			else if (one.name !== outside && one.children.length > 0) queue.push(one.children);
		}
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
	const texts: string[] = [];
	const collect = (one: XmlNode): void => {
		texts.push(one.text);
		one.children.forEach(collect);
	};
	collect(node);
	return texts.join(' ').replace(/\s+/g, ' ').trim();
}

/** The first of several texts as a list for a field. */
export function first(...lists: readonly string[][]): string[] {
	return lists.find((list) => list.length > 0)?.slice(0, 1) ?? [];
}
