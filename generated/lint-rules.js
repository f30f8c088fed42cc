// Generated, do not edit: npm run generate
// build/lint-visitor.ts
function isObject(value) {
	return typeof value === "object" && value !== null;
}

// build/lint-portable-rules.ts
/** One type, or one and null: code generators for typed languages stop at any other union in `type`. */
const singleType = () => ({ Schema(schema, { report, location }) {
	const types = [Reflect.get(schema, "type")].flat().filter((type) => type !== "null");
	if (types.length > 1) report({
		message: `Write the union of ${types.join(" and ")} as oneOf, or leave out the type of any value.`,
		location: location.child(["type"])
	});
} });
/** A union is `oneOf`, except of one schema and null: a generator for Go stops at any other `anyOf`. */
const unionIsOneOf = () => ({ Schema(schema, { report, location }) {
	const all = Reflect.get(schema, "anyOf");
	const isNull = (part) => isObject(part) && Reflect.get(part, "type") === "null";
	if (Array.isArray(all) && all.filter((part) => !isNull(part)).length > 1) report({
		message: "Write this union as oneOf.",
		location: location.child(["anyOf"])
	});
} });
/** Schemas with a name share no value of their enums: a generator for Go makes one constant of each value. */
const distinctEnums = () => ({ NamedSchemas(schemas, { report, location }) {
	const seen = /* @__PURE__ */ new Set();
	for (const [name, schema] of Object.entries(schemas)) {
		const values = isObject(schema) ? Reflect.get(schema, "enum") : void 0;
		if (!Array.isArray(values)) continue;
		const shared = values.find((value) => value !== null && seen.has(value));
		if (shared !== void 0) report({
			message: `Another schema has ${shared} too. Write this enum where it is used.`,
			location: location.child([name, "enum"])
		});
		for (const value of values) seen.add(value);
	}
} });
/** Names of properties have one schema: a generator takes two for an object, and refuses every name. */
const plainPropertyNames = () => ({ Schema(schema, { report, location }) {
	const names = Reflect.get(schema, "propertyNames");
	const all = isObject(names) ? Reflect.get(names, "allOf") : void 0;
	if (Array.isArray(all) && all.filter((part) => isObject(part) && "$ref" in part).length > 1) report({
		message: "Refer to one schema for the names of properties.",
		location: location.child(["propertyNames", "allOf"])
	});
} });
/** No schema refers to itself: fakers do not end, and some generators leave out the whole operation. */
const noRecursion = () => ({ ref(reference, { report, location, resolve }) {
	if (leadsTo(resolve(reference).node, reference, resolve, /* @__PURE__ */ new Set())) report({
		message: "Do not refer to a schema from within it: use x-every-level.",
		location
	});
} });
/** Whether one node is in the other, or in what that refers to. */
function leadsTo(from, node, resolve, seen) {
	if (from === node) return true;
	if (!isObject(from) || seen.has(from)) return false;
	seen.add(from);
	if ("$ref" in from) return leadsTo(resolve(from).node, node, resolve, seen);
	return Object.entries(from).some(([key, value]) => !key.startsWith("x-") && leadsTo(value, node, resolve, seen));
}
/** A constant says its type: generators take it for any value without one. */
const typedConst = () => ({ Schema(schema, { report, location }) {
	if ("const" in schema && !("type" in schema)) report({
		message: "Say the type of this constant in type.",
		location: location.child(["const"])
	});
} });
/** `\u`, `\p`, `\c`, references to groups, and looking ahead or behind. */
const notPortable = /(?<!\\)(?:\\\\)*(?:\\[upPck1-9]|\(\?[=!<])/;
/** A pattern has only what ECMAScript, RE2 (Go), Rust, Python and Java read alike. */
const portablePattern = () => ({ Schema(schema, { report, location }) {
	const pattern = Reflect.get(schema, "pattern");
	if (typeof pattern === "string" && notPortable.test(pattern)) report({
		message: "Not every language reads this pattern: use x-pattern, which is for validators alone.",
		location: location.child(["pattern"])
	});
} });
/** A text has a pattern or a format: no faker makes a value that keeps both. */
const patternOrFormat = () => ({ Schema(schema, { report, location }) {
	if ("pattern" in schema && "format" in schema) report({
		message: "Fakers cannot keep a pattern and a format at once: use x-pattern, which they do not read.",
		location: location.child(["pattern"])
	});
} });

// build/lint-schema-rules.ts
/** Every object schema says whether it takes further fields; to say nothing is to take any. */
const closedObjects = () => ({ Schema(schema, { report, location }) {
	const types = [Reflect.get(schema, "type")].flat();
	if (!/\/(?:if|then|else|not)(?:\/properties\/[^/]+)?$/.test(location.pointer) && (types.includes("object") || "properties" in schema) && !("additionalProperties" in schema)) report({
		message: "Say in additionalProperties whether this object takes further fields.",
		location
	});
} });
/** What JSON Schema draft 7 and 2020-12 both know and mean alike: some readers of a contract know only the older. */
const sharedKeywords = /* @__PURE__ */ new Set([
	...[
		"$comment",
		"title",
		"description",
		"default",
		"readOnly",
		"writeOnly",
		"examples"
	],
	...[
		"type",
		"enum",
		"const",
		"format",
		"allOf",
		"anyOf",
		"oneOf",
		"not",
		"if",
		"then",
		"else"
	],
	...[
		"multipleOf",
		"minimum",
		"exclusiveMinimum",
		"maximum",
		"exclusiveMaximum"
	],
	...[
		"minLength",
		"maxLength",
		"pattern",
		"contentMediaType",
		"contentEncoding"
	],
	...[
		"items",
		"minItems",
		"maxItems",
		"uniqueItems",
		"contains"
	],
	...[
		"properties",
		"required",
		"additionalProperties",
		"patternProperties",
		"propertyNames"
	],
	...["minProperties", "maxProperties"]
]);
/** What may stand beside a reference: a reader of draft 7 skips it, so it must not decide anything. */
const annotations = /* @__PURE__ */ new Set([
	"$ref",
	"$comment",
	"title",
	"summary",
	"description"
]);
/** Only keywords that a reader of draft 7 takes for what they mean. */
const draft7Keywords = () => ({
	Schema(schema, { report, location }) {
		for (const keyword of Object.keys(schema)) if (!sharedKeywords.has(keyword) && !keyword.startsWith("x-")) report({
			message: `${keyword} is not a keyword of draft 7.`,
			location: location.child([keyword])
		});
	},
	ref(reference, { report, location }) {
		for (const keyword of isObject(reference) ? Object.keys(reference) : []) if (!annotations.has(keyword) && !keyword.startsWith("x-")) report({
			message: `Draft 7 skips ${keyword} beside $ref.`,
			location: location.child([keyword])
		});
	}
});

// build/lint-rules.ts
/** The sources that a statement can have; a paragraph of each description closes with its own. */
const sources = [
	"page",
	"public",
	"decided"
];
/** Everything that a contract states says where it comes from, to programs and, in the same word, to readers. */
const provenance = () => ({
	Operation: checkStatement,
	Parameter: checkStatement,
	Response: checkStatement,
	Header: checkStatement,
	SecurityScheme: checkStatement,
	NamedSchemas: checkStatements,
	SchemaProperties(properties, context) {
		if (!isBranch(context)) checkStatements(properties, context);
	}
});
function checkStatements(statements, context) {
	for (const [name, statement] of Object.entries(statements)) if (!("$ref" in statement && !("description" in statement) && !("x-provenance" in statement))) checkStatement(statement, context, name);
}
function checkStatement(statement, { report, location }, name) {
	const source = Reflect.get(statement, "x-provenance");
	const description = String(Reflect.get(statement, "description") ?? "");
	const where = typeof name === "string" ? location.child([name]) : location;
	if (typeof source !== "string" || !sources.includes(source)) report({
		message: `Say in x-provenance where this comes from: ${sources.join(", ")}.`,
		location: where
	});
	else if (!description.split("\n\n").some((paragraph) => paragraph.trimEnd().endsWith(`(${source})`))) report({
		message: `Close a paragraph of the description with its source, (${source}).`,
		location: where
	});
}
/** In a branch of a condition, a schema restates properties that are described elsewhere. */
function isBranch({ location }) {
	return /\/(?:if|then|else|not)\/properties$/.test(location.pointer);
}
/** Named examples only: a mock chooses among them by name, and pairs a parameter with the response of its name. */
const namedExamples = () => ({
	MediaType: checkExamples,
	Parameter: checkExamples
});
function checkExamples(node, { report, location }) {
	if ("example" in node) report({
		message: "Name the example: use `examples`.",
		location: location.child(["example"])
	});
	else if (Object.keys(Reflect.get(node, "examples") ?? {}).length === 0) report({
		message: "Give at least one named example.",
		location
	});
}
/** A response that asks the client to wait says how long. */
const retryAfter = () => ({ Responses(responses, { report, location, resolve }) {
	for (const status of ["429", "503"].filter((status) => status in responses)) {
		const response = resolve(Reflect.get(responses, status)).node;
		const header = resolve(Reflect.get(Reflect.get(response, "headers") ?? {}, "Retry-After") ?? {}).node;
		if (Reflect.get(header, "required") !== true) report({
			message: `A ${status} requires the header Retry-After.`,
			location: location.child([status])
		});
	}
} });
/** Every operation documents how it succeeds: a redirect is a success too. */
const success = () => ({ Responses(responses, { report, location }) {
	if (!Object.keys(responses).some((status) => /^[23]/.test(status))) report({
		message: "Document at least one 2xx or 3xx.",
		location
	});
} });
/** Every error has a body with a schema, so that no client has to guess. */
const errorBody = () => ({ Responses(responses, { report, location, resolve }) {
	for (const [status, reference] of Object.entries(responses)) {
		if (!/^[45]/.test(status)) continue;
		const content = Reflect.get(resolve(reference).node, "content");
		const types = isObject(content) ? Object.values(content) : [];
		if (types.length === 0 || types.some((type) => !("schema" in type))) report({
			message: `A ${status} has a body, and its schema says which.`,
			location: location.child([status])
		});
	}
} });
/** The rules of this project, for Redocly. */
function contractRules() {
	return {
		id: "contract",
		rules: { oas3: {
			provenance,
			"named-examples": namedExamples,
			success,
			"retry-after": retryAfter,
			"error-body": errorBody,
			"closed-objects": closedObjects,
			"draft-7-keywords": draft7Keywords,
			"single-type": singleType,
			"union-is-one-of": unionIsOneOf,
			"distinct-enums": distinctEnums,
			"plain-property-names": plainPropertyNames,
			"no-recursion": noRecursion,
			"typed-const": typedConst,
			"portable-pattern": portablePattern,
			"pattern-or-format": patternOrFormat
		} }
	};
}

export { contractRules as default };