/**
 * Checks requests, and the stand-in's own answers, against the vendor's specification. The document belongs to the vendor
 * and is not part of the project: where it is missing, `specification()` is null and the tests skip with `MISSING`.
 */
import { MISSING, readSpecification, specificationFile, type Operation, type SpecificationDocument } from './load';
import { queryViolations } from './query';
import { Schemas } from './schemas';

export { MISSING };

/** A request as the stand-in records it. */
export interface CheckedRequest {
	method: string;
	path: string;
	query: Array<[name: string, value: string]>;
	body: unknown;
}

let loaded: Specification | null | undefined;

/** The specification, read once; null when it is not there. */
export function specification(): Specification | null {
	if (loaded === undefined) {
		const file = specificationFile();
		loaded = file === null ? null : new Specification(readSpecification(file));
	}
	return loaded;
}

/**
 * What is wrong with the requests, a sentence each; empty after a good test.
 * @throws Error when the specification is not there: skip the test, with the reason in its name
 */
export function violationsOf(requests: readonly CheckedRequest[]): string[] {
	const known = specification();
	if (known === null) throw new Error(`Cannot check requests: ${MISSING}.`);
	return known.violationsOf(requests);
}

export class Specification {
	private readonly schemas: Schemas;
	private readonly routes: Array<{ method: string; path: string; pattern: RegExp; fixed: number; operation: Operation }>;

	constructor(document: SpecificationDocument) {
		this.schemas = new Schemas(document.schemas);
		this.routes = document.operations
			.map(({ method, path, operation }) => ({
				method,
				path,
				operation,
				pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
				fixed: path.split('/').filter((part) => !part.startsWith('{')).length,
			}))
			.sort((a, b) => b.fixed - a.fixed);
	}

	/** The operation of a request with its path as documented; null when there is none. */
	find(method: string, path: string): { path: string; operation: Operation } | null {
		return this.routes.find((route) => route.method === method && route.pattern.test(path)) ?? null;
	}

	violationsOf(requests: readonly CheckedRequest[]): string[] {
		return requests.flatMap((request) => this.requestViolations(request).map((wrong) => `${request.method} ${request.path}: ${wrong}`));
	}

	/** What is wrong with an answer. @param body parsed JSON; undefined when there is none */
	answerViolations(method: string, path: string, status: number, body: unknown): string[] {
		const found = this.find(method, path);
		if (found === null) return ['there is no such operation'];
		const answer = found.operation.responses[String(status)];
		if (answer === undefined) return [`the status ${status} is not documented`];
		const schema = answer.content?.['application/json']?.schema;
		if (schema === undefined) return body === undefined ? [] : [`a ${status} has no body`];
		return this.schemas.check(schema, body);
	}

	private requestViolations({ method, path, query, body }: CheckedRequest): string[] {
		const found = this.find(method, path);
		if (found === null) return ['there is no such operation'];
		const ids = found.path.split('/').flatMap((part, index) => (part.startsWith('{') ? [path.split('/')[index] ?? ''] : []));
		const wrongIds = ids.filter((id) => !/^\d+$/.test(id)).map((id) => `"${id}" in the path is not an id`);
		return [...wrongIds, ...queryViolations(found.operation, query), ...this.bodyViolations(found.operation, body)];
	}

	private bodyViolations({ requestBody }: Operation, body: unknown): string[] {
		const schema = requestBody?.content?.['application/json']?.schema;
		if (schema === undefined) return body === undefined ? [] : ['there is no body in this operation'];
		if (body === undefined) return requestBody?.required === true ? ['the body is missing'] : [];
		return this.schemas.check(schema, body);
	}
}
