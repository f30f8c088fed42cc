// Generated, do not edit: npm run generate
export interface paths {
    "/api/v1/connections/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user's integrations
         * @description Answers the integrations that one user owns, a page at a time, with the number of all that match. (page)
         *
         *     The newest `created_at` comes first, then the lower `id`. An unknown user is a 404; a known user without
         *     a match is an empty page. (decided)
         */
        get: operations["listMieltoConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description One page of the connections of one user. (page) */
        MieltoConnectionList: {
            /** @description The connections on this page, at most as many as `limit` asked for. (page) */
            connections: components["schemas"]["MieltoConnection"][];
            /**
             * @description How many connections match the filters, on all pages together; the page names the field and does not
             *     say what it counts, which is decided here. (page)
             */
            total: number;
            /**
             * @description The number of this page, `floor(skip / limit) + 1`; the page names the field, the formula is decided
             *     here. (page)
             */
            page: number;
            /**
             * @description The `limit` that was asked for, or its default; the page names the field, its meaning is decided
             *     here. (page)
             */
            size: number;
        };
        /** @description One integration that a user has connected. (page) */
        MieltoConnection: {
            /** @description A name for the connection, written for a person; null where there is none. (page) */
            label?: string | null;
            /** @description The name of the integration, such as `slack` or `github`. (page) */
            integration: string;
            /**
             * @description What kind of integration it is. (page)
             * @enum {string}
             */
            integration_type: "connectors" | "mcp" | "tool" | "model" | "custom" | "storage" | "api";
            config?: components["schemas"]["MieltoConfig"];
            /** @description Identifies the connection. (page) */
            id: string;
            /** @description Identifies the stored credential, which itself is never shown. (page) */
            credential_id: string;
            /** @description The user who owns the connection, the one that was asked for. (page) */
            user_id: string | null;
            /** @description The workspace that the connection belongs to. (page) */
            workspace_id: string;
            /** @description Who made the connection. (page) */
            created_by: string;
            /**
             * @description `active`: usable. `testing`: being tried out. `inactive`: switched off, or access was withdrawn.
             *     `expired`: the credential has run out. `error`: it has failed. (page)
             * @enum {string}
             */
            status: "active" | "inactive" | "testing" | "error" | "expired";
            /**
             * Format: date-time
             * @description When the connection was made. (page)
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the connection last changed. Never before `created_at`. (page)
             */
            updated_at: string;
        };
        /**
         * @description Settings of the integration, in its own notation. A credential among them is never shown, so no key at
         *     any depth names a secret. (page)
         */
        MieltoConfig: {
            [key: string]: components["schemas"]["MieltoConfigValue"];
        };
        /** @description Any JSON value in which no key names a secret, at any depth. (decided) */
        MieltoConfigValue: unknown;
        /** @description A field name that does not name a secret, in any case, with or without a separator. (decided) */
        MieltoFieldName: string;
        /** @description The error body, one message for a person. (public) */
        MieltoError: {
            /** @description What went wrong. (public) */
            detail: string;
            /** @description The kind of fault, written for a program. (public) */
            error_code?: string;
        };
        /** @description The error body for a request that is not valid. (page) */
        MieltoValidationError: {
            /** @description Everything that is wrong. (page) */
            detail: components["schemas"]["MieltoValidationErrorItem"][];
        };
        /** @description One thing that is wrong with the request. (page) */
        MieltoValidationErrorItem: {
            /** @description Where it is, from the part of the request inwards. (page) */
            loc: (string | number)[];
            /** @description What is wrong, written for a person. (page) */
            msg: string;
            /** @description The kind of fault, written for a program. (page) */
            type: string;
        };
    };
    responses: {
        /** @description The token is missing, unknown or revoked. This is decided before the input is judged. (public) */
        MieltoUnauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["MieltoAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description The workspace's plan does not cover the request. (public) */
        MieltoPaymentRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description The token is valid and may not do this. (public) */
        MieltoForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /**
         * @description No user with this id, or no workspace of that name, is visible to the token; the answer does not tell
         *     which. (page)
         */
        MieltoNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description A parameter is not what it has to be. (page) */
        MieltoUnprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoValidationError"];
            };
        };
        /** @description Too many requests; wait as `Retry-After` says. (public) */
        MieltoTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["MieltoRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description The server failed; the body says nothing of how. (decided) */
        MieltoServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description The server cannot answer now; wait as `Retry-After` says. (decided) */
        MieltoUnavailable: {
            headers: {
                "Retry-After": components["headers"]["MieltoRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
    };
    parameters: {
        /** @description The user whose connections are listed; any string. (page) */
        MieltoUserId: string;
        /** @description How many matches to pass over. (page) */
        MieltoSkip: number;
        /** @description How many matches to answer at most. (page) */
        MieltoLimit: number;
        /** @description List only connections of this type. (page) */
        MieltoIntegrationTypeFilter: "connectors" | "mcp" | "tool" | "model" | "custom" | "storage" | "api";
        /** @description List only connections with this status. (page) */
        MieltoStatusFilter: "active" | "inactive" | "testing" | "error" | "expired";
        /** @description The workspace to look in; without it, the one that the token belongs to. (page) */
        MieltoWorkspaceId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Whole seconds to wait before the next try. (decided)
         * @example 5
         */
        MieltoRetryAfter: number;
        /**
         * @description The scheme that a credential has to use. (decided)
         * @example Bearer
         */
        MieltoAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listMieltoConnections: {
        parameters: {
            query?: {
                /** @description How many matches to pass over. (page) */
                skip?: components["parameters"]["MieltoSkip"];
                /** @description How many matches to answer at most. (page) */
                limit?: components["parameters"]["MieltoLimit"];
                /** @description List only connections of this type. (page) */
                integration_type?: components["parameters"]["MieltoIntegrationTypeFilter"];
                /** @description List only connections with this status. (page) */
                status?: components["parameters"]["MieltoStatusFilter"];
            };
            header?: {
                /** @description The workspace to look in; without it, the one that the token belongs to. (page) */
                "X-Workspace-Id"?: components["parameters"]["MieltoWorkspaceId"];
            };
            path: {
                /** @description The user whose connections are listed; any string. (page) */
                user_id: components["parameters"]["MieltoUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the user's connections; an empty page where nothing matches. (page) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MieltoConnectionList"];
                };
            };
            401: components["responses"]["MieltoUnauthorized"];
            402: components["responses"]["MieltoPaymentRequired"];
            403: components["responses"]["MieltoForbidden"];
            404: components["responses"]["MieltoNotFound"];
            422: components["responses"]["MieltoUnprocessable"];
            429: components["responses"]["MieltoTooManyRequests"];
            500: components["responses"]["MieltoServerError"];
            503: components["responses"]["MieltoUnavailable"];
        };
    };
}
