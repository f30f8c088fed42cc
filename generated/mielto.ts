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
    "/api/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect an integration
         * @description Checks the credentials and stores a connection of one user to one integration. (page)
         *
         *     The credentials must have the fields that `getMieltoRequirements` lists. They are only checked: they are not
         *     stored and never shown. The integration refuses a secret with the value `wrong`. A user can connect the same
         *     integration several times. (decided)
         */
        post: operations["createMieltoConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{connection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a connection
         * @description Returns one connection of the workspace. The vendor has no page on this operation. (decided)
         */
        get: operations["getMieltoConnection"];
        /**
         * Change a connection
         * @description Replaces the fields that the body names, and keeps the others. (page)
         *
         *     New `credentials` are checked as for a new connection. They also repair a connection that is not active: it
         *     becomes active under the same id. A body without any of these fields changes nothing. (decided)
         */
        put: operations["updateMieltoConnection"];
        post?: never;
        /**
         * Remove a connection
         * @description Removes a connection. It cannot be restored. The vendor has no page on this operation. (decided)
         */
        delete: operations["deleteMieltoConnection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/integrations/{integration_id}/requirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the credentials that an integration needs
         * @description Returns one way to authenticate with an integration, and the fields of its credentials. (page)
         */
        get: operations["getMieltoRequirements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/initiate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start an OAuth connection
         * @description Returns the address at which the user grants access to the integration. The integration sends the browser back
         *     to the callback, which creates the connection. (page)
         *
         *     The address and the `state` are valid for 15 minutes and for one connection. (decided)
         */
        post: operations["initiateMieltoOauth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finish an OAuth connection
         * @description The integration sends the browser here when the user has granted or denied access. If access was granted, the
         *     connection is created. The vendor does not publish the path. (decided)
         */
        get: operations["completeMieltoOauth"];
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
        /** @description A new connection. (page) */
        MieltoConnectionCreation: {
            /** @description The name of the integration, such as `slack` or `github`. (page) */
            integration: string;
            /**
             * @description What kind of integration it is. (page)
             *
             *     It must be the kind of this integration. (decided)
             * @enum {string}
             */
            integration_type: "connectors" | "mcp" | "tool" | "model" | "custom" | "storage" | "api";
            /** @description The name of the connection, written for people. (page) */
            label?: string | null;
            config?: components["schemas"]["MieltoConfig"];
            /**
             * @description A credential that Mielto stores already, instead of `credentials`. (page)
             *
             *     Any id is accepted, because the sandbox stores no credentials. (decided)
             */
            credential_id?: string | null;
            /**
             * @description The user that owns the connection. (page)
             *
             *     A user that does not exist is created. By default, the workspace's own user owns the connection. (decided)
             */
            user_id?: string | null;
            /** @description The credentials, in the fields that the integration requires. They are never shown. (page) */
            credentials?: {
                [key: string]: unknown;
            } | null;
            /** @description The way to authenticate. By default that of the integration. (page) */
            auth_method_id?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The fields of a connection to replace. The page shows `label` and `config`. (page) */
        MieltoConnectionChange: {
            /** @description The name of the connection, written for people. Null removes it. (page) */
            label?: string | null;
            /** @description All settings of the integration. Null removes them. (page) */
            config?: {
                [key: string]: components["schemas"]["MieltoConfigValue"];
            } | null;
            /** @description Another credential that Mielto stores already. Null changes nothing. (decided) */
            credential_id?: string | null;
            /**
             * @description New credentials, in the fields that the integration requires. They are never shown. Null changes
             *     nothing. (decided)
             */
            credentials?: {
                [key: string]: unknown;
            } | null;
            /** @description The way to authenticate with the new credentials. By default that of the integration. (decided) */
            auth_method_id?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One way to authenticate with an integration. (page) */
        MieltoRequirements: {
            /** @description The integration. (page) */
            integration_id: string;
            auth_method: components["schemas"]["MieltoAuthMethod"];
            /**
             * @description The fields of the credentials. (page)
             *
             *     Optional fields are listed too. (decided)
             */
            required_fields: components["schemas"]["MieltoRequiredField"][];
        };
        /** @description A way to authenticate. (page) */
        MieltoAuthMethod: {
            /** @description Its id, which `auth_method_id` refers to. (page) */
            id: string;
            /** @description Its name, written for people. (page) */
            name: string;
            /**
             * @description Its kind. (page)
             *
             *     The page shows no list of kinds. These are the kinds of the sandbox. (decided)
             */
            type: 'oauth2' | 'api_key' | 'basic' | 'none' | (string & {});
            /** @description What it is, written for people. (page) */
            description: string;
        };
        /** @description One field of the credentials. (page) */
        MieltoRequiredField: {
            /** @description Its name in `credentials`. (page) */
            key: string;
            /** @description Its name, written for people. (page) */
            label: string;
            /**
             * @description The type of its value. (page)
             *
             *     A `timestamp` is a text, or the seconds since 1970. The page shows no list of types. (decided)
             */
            type: 'string' | 'timestamp' | (string & {});
            /** @description Whether the credentials must have it. (page) */
            required: boolean;
            /** @description Whether its value is a secret. (page) */
            secure: boolean;
            validation?: components["schemas"]["MieltoFieldValidation"];
        };
        /**
         * @description What the value of a field must be like, in the keywords of JSON Schema. (page)
         *
         *     The page shows `minLength`. The sandbox also uses `maxLength` and `pattern`. (decided)
         */
        MieltoFieldValidation: {
            /** @description The minimum number of characters. (page) */
            minLength?: number;
            /** @description The maximum number of characters. (decided) */
            maxLength?: number;
            /** @description A regular expression that the value matches. (decided) */
            pattern?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description An OAuth connection to start. (page) */
        MieltoOauthInitiation: {
            /** @description The integration, such as `slack`. (page) */
            integration_id: string;
            /**
             * @description The way to authenticate. (page)
             *
             *     By default the one with OAuth. (decided)
             */
            auth_method_id?: string | null;
            /**
             * @description The scopes to ask the user for. (page)
             *
             *     By default all scopes of the integration. In the sandbox these are `read` and `write`, and `read` is always
             *     asked for. (decided)
             */
            scopes?: string[] | null;
            /**
             * @description The user that will own the connection. A user that does not exist is created. By default, the workspace's own
             *     user will own it. (decided)
             */
            user_id?: string | null;
            /**
             * @description Where the browser goes after the callback: a URL with `http`, `https` or the scheme of an application. By
             *     default a page of this server. (decided)
             */
            redirect_uri?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description An OAuth connection that waits for the user. The page shows these fields in an example. (page) */
        MieltoOauthStart: {
            /**
             * Format: uri
             * @description Where the user grants access. (page)
             */
            auth_url: string;
            /** @description Identifies this attempt. The callback receives it again. (page) */
            state: string;
            /** @description The integration. (page) */
            integration_id: string;
        };
        /** @description The error body for an invalid request, or for a check that has failed. (page) */
        MieltoInvalidConnection: components["schemas"]["MieltoValidationError"] | components["schemas"]["MieltoFailedCheck"];
        /** @description The error body for a connection that failed its check. (page) */
        MieltoFailedCheck: {
            /** @description The failed check. (page) */
            detail: {
                /** @description What happened. (page) */
                message: string;
                /** @description All faults that the check has found. (page) */
                errors: string[];
            };
        };
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
        /** @description The workspace does not exist, or is not visible to the token. The response does not reveal which. (decided) */
        MieltoWorkspaceNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /**
         * @description The connection does not exist, or is not visible to the token. The response does not reveal which. (page)
         *
         *     A connection of a provider that Mielto does not have, such as a wearable, does not exist for Mielto. (decided)
         */
        MieltoConnectionNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description The integration, or the way to authenticate with it, does not exist. (decided) */
        MieltoIntegrationNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description The integration or the way to authenticate with it does not exist, or the workspace is not visible to the token. (decided) */
        MieltoOauthNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description A limit of the server is reached: the connections of the user, their size together, or the users. (decided) */
        MieltoLimitReached: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description The connections of the user would be larger together than the server allows. (decided) */
        MieltoSizeLimitReached: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description A limit of the server is reached: the connections that wait for a user, or the users. (decided) */
        MieltoLinkLimitReached: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description The body is larger than 64 kB. (decided) */
        MieltoTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /** @description The body is not `application/json`, or has an unknown charset or content encoding. (decided) */
        MieltoUnsupportedType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
            };
        };
        /**
         * @description The body is invalid, or the check of the connection has failed. The page shows the body of a failed check, but not its
         *     status. (page)
         *
         *     The errors name fields of the credentials, never their values. (decided)
         */
        MieltoInvalidCreation: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoInvalidConnection"];
            };
        };
        /**
         * @description The body is invalid, or the check of the new credentials has failed. (page)
         *
         *     The errors name fields of the credentials, never their values. (decided)
         */
        MieltoInvalidChange: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoInvalidConnection"];
            };
        };
        /**
         * @description The body is invalid, the integration has no OAuth, or the redirect is not allowed. The page documents a 422 for
         *     siblings of this operation. (decided)
         */
        MieltoInvalidInitiation: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoValidationError"];
            };
        };
        /** @description A parameter is invalid. (decided) */
        MieltoInvalidCallback: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoValidationError"];
            };
        };
        /** @description The `state` is unknown, has been used or has expired, or the user has not decided. The response does not reveal which. (decided) */
        MieltoOauthFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MieltoError"];
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
        /** @description The id of the connection. (page) */
        MieltoConnectionId: string;
        /** @description The number of matches to skip. (page) */
        MieltoSkip: number;
        /** @description The maximum number of matches to return. (page) */
        MieltoLimit: number;
        /** @description Only connections of this type are listed. (page) */
        MieltoIntegrationTypeFilter: "connectors" | "mcp" | "tool" | "model" | "custom" | "storage" | "api";
        /** @description Only connections with this status are listed. (page) */
        MieltoStatusFilter: "active" | "inactive" | "testing" | "error" | "expired";
        /** @description The workspace to use. By default the workspace of the token. (page) */
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
        /**
         * @description Where the browser goes. (decided)
         * @example https://app.example.com/connected?status=success&connection_id=4c9a2e17-8b60-4d35-9f1e-6a7d0c52b384&integration_id=gmail&state=Zm9yLXRoZS1leGFtcGxlLW9mLWEtc3RhdGUtdG9rZW4
         */
        MieltoLocation: string;
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
                /** @description The workspace to use. By default the workspace of the token. (page) */
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
    createMieltoConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The workspace to use. By default the workspace of the token. (page) */
                "X-Workspace-Id"?: components["parameters"]["MieltoWorkspaceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The integration, the credentials, and the user that owns the connection. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MieltoConnectionCreation"];
            };
        };
        responses: {
            /** @description The new connection. It is active. (page) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MieltoConnection"];
                };
            };
            401: components["responses"]["MieltoUnauthorized"];
            402: components["responses"]["MieltoPaymentRequired"];
            403: components["responses"]["MieltoForbidden"];
            404: components["responses"]["MieltoWorkspaceNotFound"];
            409: components["responses"]["MieltoLimitReached"];
            413: components["responses"]["MieltoTooLarge"];
            415: components["responses"]["MieltoUnsupportedType"];
            422: components["responses"]["MieltoInvalidCreation"];
            429: components["responses"]["MieltoTooManyRequests"];
            500: components["responses"]["MieltoServerError"];
            503: components["responses"]["MieltoUnavailable"];
        };
    };
    getMieltoConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The workspace to use. By default the workspace of the token. (page) */
                "X-Workspace-Id"?: components["parameters"]["MieltoWorkspaceId"];
            };
            path: {
                /** @description The id of the connection. (page) */
                connection_id: components["parameters"]["MieltoConnectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MieltoConnection"];
                };
            };
            401: components["responses"]["MieltoUnauthorized"];
            402: components["responses"]["MieltoPaymentRequired"];
            403: components["responses"]["MieltoForbidden"];
            404: components["responses"]["MieltoConnectionNotFound"];
            429: components["responses"]["MieltoTooManyRequests"];
            500: components["responses"]["MieltoServerError"];
            503: components["responses"]["MieltoUnavailable"];
        };
    };
    updateMieltoConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The workspace to use. By default the workspace of the token. (page) */
                "X-Workspace-Id"?: components["parameters"]["MieltoWorkspaceId"];
            };
            path: {
                /** @description The id of the connection. (page) */
                connection_id: components["parameters"]["MieltoConnectionId"];
            };
            cookie?: never;
        };
        /** @description The fields to replace. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MieltoConnectionChange"];
            };
        };
        responses: {
            /** @description The changed connection. (page) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MieltoConnection"];
                };
            };
            401: components["responses"]["MieltoUnauthorized"];
            402: components["responses"]["MieltoPaymentRequired"];
            403: components["responses"]["MieltoForbidden"];
            404: components["responses"]["MieltoConnectionNotFound"];
            409: components["responses"]["MieltoSizeLimitReached"];
            413: components["responses"]["MieltoTooLarge"];
            415: components["responses"]["MieltoUnsupportedType"];
            422: components["responses"]["MieltoInvalidChange"];
            429: components["responses"]["MieltoTooManyRequests"];
            500: components["responses"]["MieltoServerError"];
            503: components["responses"]["MieltoUnavailable"];
        };
    };
    deleteMieltoConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The workspace to use. By default the workspace of the token. (page) */
                "X-Workspace-Id"?: components["parameters"]["MieltoWorkspaceId"];
            };
            path: {
                /** @description The id of the connection. (page) */
                connection_id: components["parameters"]["MieltoConnectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection has been removed. (decided) */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["MieltoUnauthorized"];
            402: components["responses"]["MieltoPaymentRequired"];
            403: components["responses"]["MieltoForbidden"];
            404: components["responses"]["MieltoConnectionNotFound"];
            429: components["responses"]["MieltoTooManyRequests"];
            500: components["responses"]["MieltoServerError"];
            503: components["responses"]["MieltoUnavailable"];
        };
    };
    getMieltoRequirements: {
        parameters: {
            query?: {
                /**
                 * @description The way to authenticate. (page)
                 *
                 *     By default the first one of the integration. (decided)
                 */
                auth_method_id?: string;
            };
            header?: never;
            path: {
                /** @description The integration, such as `slack`. (page) */
                integration_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The way to authenticate, and the fields of its credentials. (page) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MieltoRequirements"];
                };
            };
            401: components["responses"]["MieltoUnauthorized"];
            402: components["responses"]["MieltoPaymentRequired"];
            403: components["responses"]["MieltoForbidden"];
            404: components["responses"]["MieltoIntegrationNotFound"];
            429: components["responses"]["MieltoTooManyRequests"];
            500: components["responses"]["MieltoServerError"];
            503: components["responses"]["MieltoUnavailable"];
        };
    };
    initiateMieltoOauth: {
        parameters: {
            query?: never;
            header?: {
                /** @description The workspace to use. By default the workspace of the token. (page) */
                "X-Workspace-Id"?: components["parameters"]["MieltoWorkspaceId"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The integration, and what the connection may do. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MieltoOauthInitiation"];
            };
        };
        responses: {
            /** @description The address to send the user to. (page) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MieltoOauthStart"];
                };
            };
            401: components["responses"]["MieltoUnauthorized"];
            402: components["responses"]["MieltoPaymentRequired"];
            403: components["responses"]["MieltoForbidden"];
            404: components["responses"]["MieltoOauthNotFound"];
            409: components["responses"]["MieltoLinkLimitReached"];
            413: components["responses"]["MieltoTooLarge"];
            415: components["responses"]["MieltoUnsupportedType"];
            422: components["responses"]["MieltoInvalidInitiation"];
            429: components["responses"]["MieltoTooManyRequests"];
            500: components["responses"]["MieltoServerError"];
            503: components["responses"]["MieltoUnavailable"];
        };
    };
    completeMieltoOauth: {
        parameters: {
            query: {
                /** @description The `state` of the initiation. It works once. (decided) */
                state: string;
                /** @description The code for which the integration gives the credentials. (decided) */
                code?: string;
                /** @description Why access was not granted. (decided) */
                error?: string;
                /** @description The same, written for people. (decided) */
                error_description?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description The browser goes to the `redirect_uri` of the initiation, or without one to a page of this server. The query
             *     has the `state`, and `status=success` with `connection_id` and `integration_id`, or `status=error` with
             *     `error` and `error_description`. (decided)
             */
            303: {
                headers: {
                    Location: components["headers"]["MieltoLocation"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["MieltoOauthFailed"];
            422: components["responses"]["MieltoInvalidCallback"];
            429: components["responses"]["MieltoTooManyRequests"];
            500: components["responses"]["MieltoServerError"];
            503: components["responses"]["MieltoUnavailable"];
        };
    };
}
