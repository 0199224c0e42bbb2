import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/v4';

const BESIDE_THE_PROJECT = path.join('shared', 'reference', 'buildium-openapi.json');
const PROJECT = path.resolve(__dirname, '..', '..', '..');

/** For the title of what is skipped. */
export const MISSING = "the vendor's specification is not at ../shared/reference/buildium-openapi.json";

const Schema = z.record(z.string(), z.unknown());
export type Schema = z.infer<typeof Schema>;

const Parameter = z.object({
	name: z.string(),
	in: z.string(),
	required: z.boolean().optional(),
	description: z.string().optional(),
	schema: Schema,
});
export type Parameter = z.infer<typeof Parameter>;

const Content = z.object({ 'application/json': z.object({ schema: Schema }).optional() }).optional();

const Operation = z.object({
	description: z.string().nullish(),
	parameters: z.array(Parameter).default([]),
	requestBody: z.object({ required: z.boolean().optional(), content: Content }).optional(),
	responses: z.record(z.string(), z.object({ content: Content, headers: z.record(z.string(), z.unknown()).optional() })),
});
export type Operation = z.infer<typeof Operation>;

/** Beside the methods a path has notes of the vendor's, which are no objects. */
const PathItem = z.record(z.string(), z.unknown());
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const Document = z.object({
	paths: z.record(z.string(), PathItem),
	components: z.object({ schemas: z.record(z.string(), Schema) }),
});

export interface SpecificationDocument {
	operations: Array<{ method: string; path: string; operation: Operation }>;
	schemas: Record<string, Schema>;
}

/** The first of the folders above the project that holds the file; null when none does. */
export function specificationFile(from = PROJECT): string | null {
	const file = path.join(from, BESIDE_THE_PROJECT);
	if (existsSync(file)) return file;
	const above = path.dirname(from);
	return above === from ? null : specificationFile(above);
}

/** @throws Error when the file is not such a document */
export function readSpecification(file: string): SpecificationDocument {
	const { paths, components } = Document.parse(JSON.parse(readFileSync(file, 'utf8')));
	const operations = Object.entries(paths).flatMap(([address, item]) =>
		METHODS.filter((method) => item[method] !== undefined).map((method) => ({
			method: method.toUpperCase(),
			path: address,
			operation: Operation.parse(item[method]),
		})),
	);
	return { operations, schemas: components.schemas };
}
