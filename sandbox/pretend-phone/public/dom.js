/** Small helpers over the page's own elements. Text always goes in as text, never as markup. */

/** The element with this `data-test` name. @throws when the page lacks it */
export function part(name, root = document) {
	const found = root.querySelector(`[data-test="${name}"]`);
	if (found === null) throw new Error(`The page has no part named ${name}.`);
	return found;
}

export function byId(id) {
	const found = document.getElementById(id);
	if (found === null) throw new Error(`The page has no element with the id ${id}.`);
	return found;
}

/** Builds an element: `make('p', { class: 'note', 'data-test': 'x' }, 'words', child)`. */
export function make(tag, attributes = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	element.append(...children);
	return element;
}

/** Writes text only when it changed, so that screen readers do not repeat what is already there. */
export function setText(element, text) {
	if (element.textContent !== text) element.textContent = text;
}

/** Shows the element with this text, or hides it when the text is empty. */
export function showText(element, text) {
	setText(element, text);
	element.hidden = text === '';
}

/** Keeps one child per item, in order, and leaves children that stay alone (they may hold the focus). */
export function keepList(parent, items, keyOf, create, update) {
	const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
	let before = parent.firstElementChild;
	for (const item of items) {
		const key = keyOf(item);
		let child = old.get(key);
		old.delete(key);
		if (child === undefined) {
			child = create(item);
			child.dataset.key = key;
		}
		if (child === before) before = before.nextElementSibling;
		else parent.insertBefore(child, before);
		update(child, item);
	}
	for (const child of old.values()) child.remove();
}

/** Fills a select with `{value, label}` and keeps what was chosen when it is still there. */
export function fillSelect(select, options) {
	const chosen = select.value;
	keepList(
		select,
		options,
		(option) => option.value,
		(option) => make('option', { value: option.value }),
		(child, option) => setText(child, option.label),
	);
	if (options.some((option) => option.value === chosen) && select.value !== chosen) select.value = chosen;
}
