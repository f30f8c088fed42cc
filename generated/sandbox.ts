// Generated, do not edit: npm run generate
export interface paths {
    "/sandbox/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the scenario users
         * @description Answers the users whose ids stand for a situation, the same in every workspace, and last the id that
         *     belongs to nobody. (decided)
         */
        get: operations["listSandboxScenarios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the provider catalogue
         * @description Answers every provider that a connection can be made for, with what each vendor calls it. A vendor lists
         *     only connections whose provider it has. (decided)
         */
        get: operations["listSandboxProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the workspaces
         * @description Answers the workspaces in the order of their ids, a page at a time, without their keys. (decided)
         */
        get: operations["listSandboxWorkspaces"];
        put?: never;
        /**
         * Make a workspace
         * @description Makes a workspace with the scenario users, a user of its own that exists nowhere else, and a key for each
         *     vendor's API. The keys are shown in this answer only. (decided)
         */
        post: operations["createSandboxWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a workspace
         * @description Answers one workspace, without its keys. (decided)
         */
        get: operations["getSandboxWorkspace"];
        put?: never;
        post?: never;
        /**
         * Delete a workspace
         * @description Deletes a workspace with all that it owns. Its keys are refused from then on. (decided)
         */
        delete: operations["deleteSandboxWorkspace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the users of a workspace
         * @description Answers the users in the order of their ids, a page at a time. (decided)
         */
        get: operations["listSandboxUsers"];
        put?: never;
        /**
         * Make a user
         * @description Makes a user who has no connections, with the id that is given or one of the server's making. (decided)
         */
        post: operations["createSandboxUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a user
         * @description Answers one user. (decided)
         */
        get: operations["getSandboxUser"];
        put?: never;
        post?: never;
        /**
         * Delete a user
         * @description Deletes a user with all connections; the vendors' endpoints answer 404 from then on. (decided)
         */
        delete: operations["deleteSandboxUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/users/{user_id}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the connections of a user
         * @description Answers the connections in the order of their ids, a page at a time, in the neutral shape. (decided)
         */
        get: operations["listSandboxConnections"];
        put?: never;
        /**
         * Connect a provider
         * @description Makes a connection. Only `provider` has to be said; the rest has defaults. A wearable provider can be
         *     connected once for each user, an integration as often as one likes. (decided)
         */
        post: operations["createSandboxConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/users/{user_id}/connections/{connection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a connection
         * @description Answers one connection in the neutral shape, and how each vendor lists it. (decided)
         */
        get: operations["getSandboxConnection"];
        put?: never;
        post?: never;
        /**
         * Delete a connection
         * @description Deletes a connection; no vendor lists it from then on. (decided)
         */
        delete: operations["deleteSandboxConnection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/users/{user_id}/connections/{connection_id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync a connection
         * @description Moves `last_synced_at` to now. Legal where the connection is active or testing. (decided)
         */
        post: operations["syncSandboxConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/users/{user_id}/connections/{connection_id}/expire": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a connection expire
         * @description The access has run out. Legal where the connection is active or testing; changes nothing where it has
         *     expired already. (decided)
         */
        post: operations["expireSandboxConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/users/{user_id}/connections/{connection_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a connection
         * @description The user has withdrawn access at the provider. Legal anywhere but where the connection is inactive;
         *     changes nothing where it is revoked already. (decided)
         */
        post: operations["revokeSandboxConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/users/{user_id}/connections/{connection_id}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a connection fail
         * @description The connection fails with a cause. Legal where it is active, testing or has failed already. With the cause
         *     `token_refresh_failed` it expires, with `deregistered_per_provider` it is revoked. (decided)
         */
        post: operations["failSandboxConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/users/{user_id}/connections/{connection_id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a connection off
         * @description The connection becomes inactive, without a cause. Always legal; changes nothing where it is inactive
         *     already. (decided)
         */
        post: operations["deactivateSandboxConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/users/{user_id}/connections/{connection_id}/reconnect": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect again
         * @description The connection becomes active and its cause is cleared. Legal where it is inactive, expired, revoked or
         *     has failed; changes nothing where it is active already. (decided)
         */
        post: operations["reconnectSandboxConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start again
         * @description Puts everything back as it was at the first start: the default workspace with its scenario users and keys,
         *     and no other. (decided)
         */
        post: operations["resetSandbox"];
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
        /** @description The scenario users. (decided) */
        SandboxScenarioList: {
            /** @description One entry for each. (decided) */
            scenarios: components["schemas"]["SandboxScenario"][];
        };
        /** @description A user whose id stands for a situation. (decided) */
        SandboxScenario: {
            /** @description The name of the situation. (decided) */
            name: string;
            /**
             * Format: uuid
             * @description The id, the same in every workspace. (decided)
             */
            user_id: string;
            /** @description What the situation is, written for a person. (decided) */
            summary: string;
        };
        /** @description The provider catalogue. (decided) */
        SandboxProviderList: {
            /** @description One entry for each. (decided) */
            providers: components["schemas"]["SandboxProvider"][];
        };
        /** @description A provider that a connection can be made for. (decided) */
        SandboxProvider: {
            /** @description The neutral slug, by which a connection names it. (decided) */
            slug: string;
            /** @description Its name, written for a person. (decided) */
            name: string;
            /**
             * Format: uri
             * @description Address of its logo. (decided)
             */
            logo: string;
            /**
             * @description A wearable read from its cloud, a wearable read by a mobile SDK, or an integration. (decided)
             * @enum {string}
             */
            kind: "wearable_cloud" | "wearable_sdk" | "integration";
            /** @description What each vendor calls it. (decided) */
            vendors: components["schemas"]["SandboxVendorSlugs"];
        };
        /** @description The slug at each vendor, by the vendor's name; null if the vendor does not have the provider. (decided) */
        SandboxVendorSlugs: {
            "open-wearables": string | null;
            "junction": string | null;
            "mielto": string | null;
        };
        /**
         * @description How many items a page has at most. (decided)
         * @default 100
         */
        SandboxPageSize: number;
        /** @description The id after which a page begins. (decided) */
        SandboxPageStart: string;
        /** @description One page of the workspaces. (decided) */
        SandboxWorkspaceList: {
            /** @description The workspaces on this page. (decided) */
            workspaces: components["schemas"]["SandboxWorkspace"][];
            /** @description The `after` of the next page; null on the last. (decided) */
            next: string | null;
        };
        /** @description Identifies a workspace. (decided) */
        SandboxWorkspaceId: string;
        /** @description A tenant. (decided) */
        SandboxWorkspace: {
            /** @description Identifies the workspace. (decided) */
            id: string;
            /** @description Its name, written for a person. (decided) */
            name: string;
            /**
             * Format: date-time
             * @description When it was made. (decided)
             */
            created_at: string;
            /**
             * Format: uuid
             * @description A user who exists in no other workspace. (decided)
             */
            own_user_id: string;
        };
        /** @description A tenant that was made just now, with its keys. (decided) */
        SandboxNewWorkspace: {
            /** @description Identifies the workspace. (decided) */
            id: string;
            /** @description Its name, written for a person. (decided) */
            name: string;
            /**
             * Format: date-time
             * @description When it was made. (decided)
             */
            created_at: string;
            /**
             * Format: uuid
             * @description A user who exists in no other workspace. (decided)
             */
            own_user_id: string;
            /** @description The keys, which are shown only here. (decided) */
            keys: components["schemas"]["SandboxKeys"];
        };
        /**
         * @description The keys of a workspace, one for the API of each vendor, by the vendor's name. Each is sent in the header that
         *     the vendor's contract names. (decided)
         */
        SandboxKeys: {
            "open-wearables": string;
            "junction": string;
            "mielto": string;
        };
        /** @description What can be said of a new workspace. (decided) */
        SandboxWorkspaceCreation: {
            /** @description Its name; its id where none is given. (decided) */
            name?: string;
        };
        /** @description One page of the users. (decided) */
        SandboxUserList: {
            /** @description The users on this page. (decided) */
            users: components["schemas"]["SandboxUser"][];
            /** @description The `after` of the next page; null on the last. (decided) */
            next: string | null;
        };
        /** @description A user of a workspace. (decided) */
        SandboxUser: {
            /**
             * Format: uuid
             * @description Identifies the user within the workspace. (decided)
             */
            id: string;
            /**
             * Format: date-time
             * @description When the user was made. (decided)
             */
            created_at: string;
        };
        /** @description What can be said of a new user. (decided) */
        SandboxUserCreation: {
            /**
             * Format: uuid
             * @description The id; one of the server's making where none is given. (decided)
             */
            id?: string;
        };
        /** @description One page of the connections. (decided) */
        SandboxConnectionList: {
            /** @description The connections on this page. (decided) */
            connections: components["schemas"]["SandboxConnection"][];
            /** @description The `after` of the next page; null on the last. (decided) */
            next: string | null;
        };
        /**
         * @description A connection in the neutral shape. `cause` is an object exactly where `state` is `expired`, `revoked` or
         *     `error`. (decided)
         */
        SandboxConnection: {
            /**
             * Format: uuid
             * @description Identifies the connection. (decided)
             */
            id: string;
            /**
             * Format: uuid
             * @description The user who owns it. (decided)
             */
            user_id: string;
            /** @description The neutral slug of the provider. (decided) */
            provider: string;
            /** @description The name that Junction shows. (decided) */
            provider_name: string;
            /**
             * Format: uri
             * @description The logo that Junction shows. (decided)
             */
            logo: string;
            /**
             * @description The state. (decided)
             * @enum {string}
             */
            state: "active" | "testing" | "inactive" | "expired" | "revoked" | "error";
            /** @description What went wrong; null where nothing has. (decided) */
            cause: {
                type: components["schemas"]["SandboxCauseType"];
                /** @description What happened, written for a person. (decided) */
                message: string;
                /**
                 * Format: date-time
                 * @description When it happened. (decided)
                 */
                occurred_at: string;
            } | null;
            /** @description The account at the provider. (decided) */
            external_account: {
                /** @description The user's id at the provider. (decided) */
                id: string | null;
                /** @description The user's name at the provider. (decided) */
                username: string | null;
            };
            /** @description The scopes as the provider writes them; null where it knows none. (decided) */
            granted_scopes: string | null;
            /** @description What the provider can deliver, by resource. (decided) */
            resources: {
                [key: string]: components["schemas"]["SandboxResourceAvailability"];
            };
            /** @description A name for a person to know it by. (decided) */
            label: string | null;
            /**
             * @description The kind of integration; null for a wearable. (decided)
             * @enum {string|null}
             */
            integration_type: "connectors" | "mcp" | "tool" | "model" | "custom" | "storage" | "api" | null;
            /** @description Settings of the integration. (decided) */
            config: components["schemas"]["SandboxConfig"];
            /** @description Identifies the stored credential. (decided) */
            credential_id: string;
            /** @description Who made the connection. (decided) */
            created_by: string;
            /**
             * Format: date-time
             * @description When data was last synced; null if never. (decided)
             */
            last_synced_at: string | null;
            /**
             * Format: date-time
             * @description When the connection was made. (decided)
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed. (decided)
             */
            updated_at: string;
            /** @description How each vendor lists it. (decided) */
            listed_as: components["schemas"]["SandboxListing"];
        };
        /**
         * @description What went wrong, in Junction's words. (decided)
         * @enum {string}
         */
        SandboxCauseType: "token_refresh_failed" | "webhook_registration_failed" | "user_not_found" | "deregistered_per_provider" | "required_scopes_not_granted" | "provider_credential_error" | "provider_password_expired" | "unknown";
        /**
         * @description The status under which each vendor lists a connection, by the vendor's name; null if the vendor does not list
         *     it. For Junction this is the word `connected` or the error type. (decided)
         */
        SandboxListing: {
            "open-wearables": string | null;
            "junction": string | null;
            "mielto": string | null;
        };
        /** @description Whether one resource can be read, and the scopes that this rests on. (decided) */
        SandboxResourceAvailability: {
            /** @description Such as `available` or `unavailable`. (decided) */
            status: string;
            /** @description The scopes that the resource needs; null where none are known. (decided) */
            scope_requirements: {
                /** @description The scopes that the user has granted. (decided) */
                user_granted: components["schemas"]["SandboxScopes"];
                /** @description The scopes that the user has not granted. (decided) */
                user_denied: components["schemas"]["SandboxScopes"];
            } | null;
        };
        /** @description Scopes, by how much the resource needs them. (decided) */
        SandboxScopes: {
            /** @description Scopes without which the resource cannot be read. (decided) */
            required: string[];
            /** @description Scopes that add to the resource. (decided) */
            optional: string[];
        };
        /** @description What can be said of a new connection. Only an integration has an `integration_type`. (decided) */
        SandboxConnectionCreation: {
            /** @description The neutral slug of a provider in the catalogue. (decided) */
            provider: components["schemas"]["SandboxProviderSlug"];
            /**
             * Format: uuid
             * @description The id; one of the server's making where none is given. (decided)
             */
            id?: string;
            /**
             * @description The state to begin in. (decided)
             * @default active
             * @enum {string}
             */
            state?: "active" | "testing";
            /** @description The account at the provider. (decided) */
            external_account?: {
                /** @description The user's id at the provider. (decided) */
                id?: string | null;
                /** @description The user's name at the provider. (decided) */
                username?: string | null;
            };
            /** @description The scopes as the provider writes them. (decided) */
            granted_scopes?: string | null;
            /** @description What the provider can deliver, by resource. (decided) */
            resources?: {
                [key: string]: components["schemas"]["SandboxResourceAvailability"];
            };
            /** @description A name for a person to know it by. (decided) */
            label?: string | null;
            /**
             * @description The kind of an integration; the provider's own if none is given, so never null. For a wearable it is null
             *     or left out. (decided)
             * @enum {string|null}
             */
            integration_type?: "connectors" | "mcp" | "tool" | "model" | "custom" | "storage" | "api" | null;
            /** @description Settings of the integration. (decided) */
            config?: components["schemas"]["SandboxConfig"];
            /** @description Identifies the stored credential; made by the server where none is given. (decided) */
            credential_id?: string;
            /** @description Who makes the connection; the user where none is given. (decided) */
            created_by?: string;
            /**
             * Format: date-time
             * @description When it was made, for one that shall look old; now if none is given. A moment between the year 0 and now,
             *     in UTC. It is written with an upper-case `T`, with an upper-case `Z` or an offset, and without a leap
             *     second. (decided)
             */
            created_at?: string;
        };
        /**
         * @description The neutral slug of a provider in the catalogue. (decided)
         * @enum {string}
         */
        SandboxProviderSlug: "garmin" | "polar" | "suunto" | "whoop" | "strava" | "oura" | "fitbit" | "ultrahuman" | "whoop_v1" | "renpho" | "peloton" | "wahoo" | "zwift" | "freestyle_libre" | "abbott_libreview" | "tandem_source" | "freestyle_libre_ble" | "eight_sleep" | "withings" | "manual" | "ihealth" | "google_fit" | "google_health" | "beurer_api" | "beurer_ble" | "omron" | "omron_ble" | "onetouch_ble" | "accuchek_ble" | "contour_ble" | "dexcom" | "dexcom_v1" | "hammerhead" | "my_fitness_pal" | "my_fitness_pal_v1" | "cronometer" | "kardia" | "map_my_fitness" | "runkeeper" | "apple" | "samsung" | "google" | "slack" | "github" | "notion" | "google_drive" | "gmail" | "jira" | "linear" | "filesystem" | "web_search" | "openai" | "anthropic" | "s3" | "stripe" | "in_house";
        /** @description Why a connection fails. (decided) */
        SandboxFailure: {
            /** @description The cause. (decided) */
            cause: components["schemas"]["SandboxCauseType"];
            /** @description What happened, written for a person; the server's own where none is given. (decided) */
            message?: string;
        };
        /**
         * @description Settings of an integration, in which no key at any depth names a secret. A body is nested at most 100
         *     levels deep. (decided)
         */
        SandboxConfig: {
            [key: string]: components["schemas"]["SandboxConfigValue"];
        } | null;
        /** @description Any JSON value in which no key names a secret, at any depth. (decided) */
        SandboxConfigValue: unknown;
        /**
         * @description A field name that is well-formed text and does not name a secret, in any case, with or without a
         *     separator. (decided)
         */
        SandboxFieldName: string;
        /** @description A problem of which the status says all that a program needs to know (RFC 9457). (decided) */
        SandboxProblem: {
            /**
             * @description The kind of problem. (decided)
             * @constant
             */
            type: "about:blank";
            /** @description The kind of problem, written for a person. (decided) */
            title: string;
            /** @description The status of the answer. (decided) */
            status: number;
            /** @description What went wrong this time. (decided) */
            detail: string;
        };
        /** @description A problem with the parameters or the body of a request (RFC 9457). (decided) */
        SandboxInvalidRequest: {
            /**
             * @description The kind of problem. (decided)
             * @constant
             */
            type: "urn:problem-type:connections-contract:invalid-request";
            /** @description The kind of problem, written for a person. (decided) */
            title: string;
            /**
             * @description The status of the answer. (decided)
             * @constant
             */
            status: 422;
            /** @description What went wrong this time. (decided) */
            detail: string;
            /** @description Everything that is wrong. (decided) */
            errors: components["schemas"]["SandboxInvalidPart"][];
        };
        /** @description One thing that is wrong with a request. (decided) */
        SandboxInvalidPart: {
            /** @description A JSON pointer to it, from the part of the request inwards. (decided) */
            pointer: string;
            /** @description What is wrong, written for a person. (decided) */
            detail: string;
        };
        /** @description A problem with the state that a connection is in (RFC 9457). (decided) */
        SandboxIllegalTransition: {
            /**
             * @description The kind of problem. (decided)
             * @constant
             */
            type: "urn:problem-type:connections-contract:illegal-transition";
            /** @description The kind of problem, written for a person. (decided) */
            title: string;
            /**
             * @description The status of the answer. (decided)
             * @constant
             */
            status: 409;
            /** @description What went wrong this time. (decided) */
            detail: string;
            /** @description The transitions that are legal in this state. (decided) */
            legal: ("sync" | "expire" | "revoke" | "fail" | "deactivate" | "reconnect")[];
        };
    };
    responses: {
        /** @description The body is not JSON in UTF-8, or is not encoded as its `Content-Encoding` says. (decided) */
        SandboxBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The server was started with a token, and the request does not have it. (decided) */
        SandboxUnauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["SandboxAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The `Host` or `Origin` is not the server's own, as where a web page tries. (decided) */
        SandboxForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The workspace does not exist. (decided) */
        SandboxWorkspaceNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The workspace or the user in it does not exist. (decided) */
        SandboxUserNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The workspace, the user in it or the connection does not exist. (decided) */
        SandboxConnectionNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The workspace has a user with this id. (decided) */
        SandboxUserExists: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The user has connected this wearable provider, or a connection has this id. (decided) */
        SandboxConnectionExists: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The change is not legal in the state that the connection is in. (decided) */
        SandboxTransitionRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxIllegalTransition"];
            };
        };
        /** @description The body is larger than 64 kB. (decided) */
        SandboxTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The body is not `application/json`, or has an unknown charset or content encoding. (decided) */
        SandboxUnsupportedType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description A parameter is not what it has to be. (decided) */
        SandboxInvalidWorkspaceId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxInvalidRequest"];
            };
        };
        /** @description A parameter is not what it has to be. (decided) */
        SandboxInvalidUserId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxInvalidRequest"];
            };
        };
        /** @description A parameter is not what it has to be. (decided) */
        SandboxInvalidConnectionId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxInvalidRequest"];
            };
        };
        /** @description The server failed; the body says nothing of how. (decided) */
        SandboxServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The server cannot answer now; wait as `Retry-After` says. (decided) */
        SandboxUnavailable: {
            headers: {
                "Retry-After": components["headers"]["SandboxRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description Whole seconds to wait before the next try. (decided)
         * @example 5
         */
        SandboxRetryAfter: number;
        /**
         * @description The scheme that a credential has to use. (decided)
         * @example Bearer
         */
        SandboxAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listSandboxScenarios: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All scenario users. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxScenarioList"];
                };
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    listSandboxProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All providers. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxProviderList"];
                };
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    listSandboxWorkspaces: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. (decided) */
                limit?: components["schemas"]["SandboxPageSize"];
                /** @description The last id of the page before, as its `next` gave it. (decided) */
                after?: components["schemas"]["SandboxPageStart"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the workspaces. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxWorkspaceList"];
                };
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            /** @description A parameter is not what it has to be. (decided) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SandboxInvalidRequest"];
                };
            };
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    createSandboxWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the workspace is called; without a body it is called as its id. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SandboxWorkspaceCreation"];
            };
        };
        responses: {
            /** @description The new workspace, with its keys. (decided) */
            201: {
                headers: {
                    /** @description Where the new thing is, as a path. (decided) */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxNewWorkspace"];
                };
            };
            400: components["responses"]["SandboxBadRequest"];
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            413: components["responses"]["SandboxTooLarge"];
            415: components["responses"]["SandboxUnsupportedType"];
            /** @description The body is not what it has to be. (decided) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SandboxInvalidRequest"];
                };
            };
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    getSandboxWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workspace. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxWorkspace"];
                };
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxWorkspaceNotFound"];
            422: components["responses"]["SandboxInvalidWorkspaceId"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    deleteSandboxWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workspace is gone. (decided) */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxWorkspaceNotFound"];
            422: components["responses"]["SandboxInvalidWorkspaceId"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    listSandboxUsers: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. (decided) */
                limit?: components["schemas"]["SandboxPageSize"];
                /** @description The last id of the page before, as its `next` gave it. (decided) */
                after?: components["schemas"]["SandboxPageStart"];
            };
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the users. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxUserList"];
                };
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxWorkspaceNotFound"];
            422: components["responses"]["SandboxInvalidWorkspaceId"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    createSandboxUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
            };
            cookie?: never;
        };
        /** @description The id of the user; without a body the server makes one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SandboxUserCreation"];
            };
        };
        responses: {
            /** @description The new user. (decided) */
            201: {
                headers: {
                    /** @description Where the new thing is, as a path. (decided) */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxUser"];
                };
            };
            400: components["responses"]["SandboxBadRequest"];
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxWorkspaceNotFound"];
            409: components["responses"]["SandboxUserExists"];
            413: components["responses"]["SandboxTooLarge"];
            415: components["responses"]["SandboxUnsupportedType"];
            /** @description A parameter or the body is not what it has to be. (decided) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SandboxInvalidRequest"];
                };
            };
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    getSandboxUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxUser"];
                };
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxUserNotFound"];
            422: components["responses"]["SandboxInvalidUserId"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    deleteSandboxUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is gone. (decided) */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxUserNotFound"];
            422: components["responses"]["SandboxInvalidUserId"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    listSandboxConnections: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. (decided) */
                limit?: components["schemas"]["SandboxPageSize"];
                /** @description The last id of the page before, as its `next` gave it. (decided) */
                after?: components["schemas"]["SandboxPageStart"];
            };
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the connections. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxConnectionList"];
                };
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxUserNotFound"];
            422: components["responses"]["SandboxInvalidUserId"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    createSandboxConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
            };
            cookie?: never;
        };
        /** @description What is connected. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxConnectionCreation"];
            };
        };
        responses: {
            /** @description The new connection. (decided) */
            201: {
                headers: {
                    /** @description Where the new thing is, as a path. (decided) */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxConnection"];
                };
            };
            400: components["responses"]["SandboxBadRequest"];
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxUserNotFound"];
            409: components["responses"]["SandboxConnectionExists"];
            413: components["responses"]["SandboxTooLarge"];
            415: components["responses"]["SandboxUnsupportedType"];
            /** @description A parameter or the body is not what it has to be. (decided) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SandboxInvalidRequest"];
                };
            };
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    getSandboxConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
                /** @description The connection. (decided) */
                connection_id: string;
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
                    "application/json": components["schemas"]["SandboxConnection"];
                };
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxConnectionNotFound"];
            422: components["responses"]["SandboxInvalidConnectionId"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    deleteSandboxConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is gone. (decided) */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxConnectionNotFound"];
            422: components["responses"]["SandboxInvalidConnectionId"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    syncSandboxConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection as it is now. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxConnection"];
                };
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxConnectionNotFound"];
            409: components["responses"]["SandboxTransitionRefused"];
            422: components["responses"]["SandboxInvalidConnectionId"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    expireSandboxConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection as it is now. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxConnection"];
                };
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxConnectionNotFound"];
            409: components["responses"]["SandboxTransitionRefused"];
            422: components["responses"]["SandboxInvalidConnectionId"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    revokeSandboxConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection as it is now. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxConnection"];
                };
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxConnectionNotFound"];
            409: components["responses"]["SandboxTransitionRefused"];
            422: components["responses"]["SandboxInvalidConnectionId"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    failSandboxConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        /** @description The cause. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxFailure"];
            };
        };
        responses: {
            /** @description The connection as it is now. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxConnection"];
                };
            };
            400: components["responses"]["SandboxBadRequest"];
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxConnectionNotFound"];
            409: components["responses"]["SandboxTransitionRefused"];
            413: components["responses"]["SandboxTooLarge"];
            415: components["responses"]["SandboxUnsupportedType"];
            /** @description A parameter or the body is not what it has to be. (decided) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SandboxInvalidRequest"];
                };
            };
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    deactivateSandboxConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection as it is now. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxConnection"];
                };
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxConnectionNotFound"];
            422: components["responses"]["SandboxInvalidConnectionId"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    reconnectSandboxConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: string;
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection as it is now. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxConnection"];
                };
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxConnectionNotFound"];
            /** @description The change is not legal in the state that the connection is in. (decided) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SandboxIllegalTransition"];
                };
            };
            422: components["responses"]["SandboxInvalidConnectionId"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    resetSandbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All is as at the first start. (decided) */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
}
