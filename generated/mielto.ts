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
         * @description Returns one page of the integrations that one user owns, and the number of all matches. (page)
         *
         *     The list is ordered by `created_at`, newest first, then by `id`. The response is a 404 if the user is unknown,
         *     and an empty page if a known user has no matches. (decided)
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
            /** @description The connections on this page, at most `limit`. (page) */
            connections: components["schemas"]["MieltoConnection"][];
            /**
             * @description The number of connections that match the filters, on all pages together. The page names the field; its
             *     meaning is a decision of this project. (page)
             */
            total: number;
            /**
             * @description The number of this page: `floor(skip / limit) + 1`. The page names the field; the formula is a decision of
             *     this project. (page)
             */
            page: number;
            /**
             * @description The requested `limit`, or its default. The page names the field; its meaning is a decision of this
             *     project. (page)
             */
            size: number;
        };
        /** @description One integration that a user has connected. (page) */
        MieltoConnection: {
            /** @description The name of the connection, written for people. Null if it has none. (page) */
            label?: string | null;
            /** @description The name of the integration, such as `slack` or `github`. (page) */
            integration: string;
            /**
             * @description What kind of integration it is. (page)
             * @enum {string}
             */
            integration_type: "connectors" | "mcp" | "tool" | "model" | "custom" | "storage" | "api";
            config?: components["schemas"]["MieltoConfig"];
            /** @description The id of the connection. (page) */
            id: string;
            /** @description Identifies the stored credential. The credential itself is never shown. (page) */
            credential_id: string;
            /** @description The user who owns the connection, which is the requested user. (page) */
            user_id: string | null;
            /** @description The workspace that the connection belongs to. (page) */
            workspace_id: string;
            /** @description Who created the connection. (page) */
            created_by: string;
            /**
             * @description `active`: usable. `testing`: under test. `inactive`: deactivated, or access was withdrawn.
             *     `expired`: the credential has expired. `error`: the connection has failed. (page)
             * @enum {string}
             */
            status: "active" | "inactive" | "testing" | "error" | "expired";
            /**
             * Format: date-time
             * @description When the connection was created. (page)
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the connection last changed. (page)
             *
             *     Never before `created_at`. (decided)
             */
            updated_at: string;
        };
        /**
         * @description Settings of the integration, in its own notation. (page)
         *
         *     Credentials are never shown, so no key at any depth names a secret. (decided)
         */
        MieltoConfig: {
            [key: string]: components["schemas"]["MieltoConfigValue"];
        };
        /** @description Any JSON value in which no key names a secret, at any depth. (decided) */
        MieltoConfigValue: unknown;
        /** @description A field name that does not name a secret, in upper or lower case, with or without a separator. (decided) */
        MieltoFieldName: string;
        /** @description The error body, with one message for people. (public) */
        MieltoError: {
            /** @description The fault. (public) */
            detail: string;
            /** @description The kind of fault, as a code for programs. (public) */
            error_code?: string;
        };
        /** @description The error body for an invalid request. (page) */
        MieltoValidationError: {
            /** @description All faults. (page) */
            detail: components["schemas"]["MieltoValidationErrorItem"][];
        };
        /** @description One fault of the request. (page) */
        MieltoValidationErrorItem: {
            /** @description The location: the part of the request, then the path within it. (page) */
            loc: (string | number)[];
            /** @description The fault, described for people. (page) */
            msg: string;
            /** @description The kind of fault, as a code for programs. (page) */
            type: string;
            /** @description The invalid value, as newer versions of FastAPI repeat it. (public) */
            input?: unknown;
            /** @description What the message was made from, as newer versions of FastAPI add it. (public) */
            ctx?: {
                [key: string]: unknown;
            };
            /** @description The address of an explanation, as some versions of FastAPI add it. (public) */
            url?: string;
        };
    };
    responses: {
        /** @description The token is missing, unknown or revoked. It is checked before the input. (public) */
        MieltoUnauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["MieltoAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description The workspace's plan does not include the request. (public) */
        MieltoPaymentRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description The token is valid but lacks the permission. (public) */
        MieltoForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /**
         * @description The user or the workspace does not exist, or is not visible to the token. The response does not reveal
         *     which. The page names the response; its meaning is a decision of this project. (decided)
         */
        MieltoNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description A parameter is invalid. (page) */
        MieltoUnprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoValidationError"];
            };
        };
        /** @description Too many requests. Wait for the time in `Retry-After`. (public) */
        MieltoTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["MieltoRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description An internal error. The body does not reveal its cause. (decided) */
        MieltoServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description The server is temporarily unavailable. Wait for the time in `Retry-After`. (decided) */
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
        /** @description The number of matches to skip. (page) */
        MieltoSkip: number;
        /** @description The maximum number of matches to return. (page) */
        MieltoLimit: number;
        /** @description Only connections of this type are listed. (page) */
        MieltoIntegrationTypeFilter: "connectors" | "mcp" | "tool" | "model" | "custom" | "storage" | "api";
        /** @description Only connections with this status are listed. (page) */
        MieltoStatusFilter: "active" | "inactive" | "testing" | "error" | "expired";
        /** @description The workspace to search. By default the workspace of the token. (page) */
        MieltoWorkspaceId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Whole seconds to wait before the next request. (decided)
         * @example 5
         */
        MieltoRetryAfter: number;
        /**
         * @description The authentication scheme to use. (decided)
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
                /** @description The number of matches to skip. (page) */
                skip?: components["parameters"]["MieltoSkip"];
                /** @description The maximum number of matches to return. (page) */
                limit?: components["parameters"]["MieltoLimit"];
                /** @description Only connections of this type are listed. (page) */
                integration_type?: components["parameters"]["MieltoIntegrationTypeFilter"];
                /** @description Only connections with this status are listed. (page) */
                status?: components["parameters"]["MieltoStatusFilter"];
            };
            header?: {
                /** @description The workspace to search. By default the workspace of the token. (page) */
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
            /** @description One page of the user's connections. The page is empty if nothing matches. (page) */
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
