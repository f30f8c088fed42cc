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
         * @description Returns the users that have a fixed id for one situation each, the same in every workspace. The last entry is the
         *     id of a user that does not exist. (decided)
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
         * @description Returns every provider that a connection can use, with its slug at each vendor. A vendor lists only the
         *     connections of providers that it has. (decided)
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
         * @description Returns one page of the workspaces, ordered by id, without their keys. (decided)
         */
        get: operations["listSandboxWorkspaces"];
        put?: never;
        /**
         * Create a workspace
         * @description Creates a workspace with the scenario users, one user that exists only in this workspace, and a key for each
         *     vendor's API. The keys are shown only in this response. (decided)
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
         * @description Returns one workspace, without its keys. (decided)
         */
        get: operations["getSandboxWorkspace"];
        put?: never;
        post?: never;
        /**
         * Delete a workspace
         * @description Deletes a workspace and everything in it. Its keys become invalid. (decided)
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
         * @description Returns one page of the users, ordered by id. (decided)
         */
        get: operations["listSandboxUsers"];
        put?: never;
        /**
         * Create a user
         * @description Creates a user without connections. If no id is given, the server generates one. (decided)
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
         * @description Returns one user. (decided)
         */
        get: operations["getSandboxUser"];
        put?: never;
        post?: never;
        /**
         * Delete a user
         * @description Deletes a user and all its connections. The vendors' endpoints return 404 afterwards. (decided)
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
         * @description Returns one page of the connections in the neutral shape, ordered by id. (decided)
         */
        get: operations["listSandboxConnections"];
        put?: never;
        /**
         * Create a connection
         * @description Creates a connection. Only `provider` is required; all other fields have defaults. A user can have one connection
         *     per wearable provider, and any number per integration. (decided)
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
         * @description Returns one connection in the neutral shape, with the status under which each vendor lists it. (decided)
         */
        get: operations["getSandboxConnection"];
        put?: never;
        post?: never;
        /**
         * Delete a connection
         * @description Deletes a connection. The vendors no longer list it. (decided)
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
                user_id: components["schemas"]["SandboxUserId"];
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync a connection
         * @description Sets `last_synced_at` to the current time. Allowed if the connection is active or testing. (decided)
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
                user_id: components["schemas"]["SandboxUserId"];
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Expire a connection
         * @description The access has expired. Allowed if the connection is active or testing. Has no effect if it has already
         *     expired. (decided)
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
                user_id: components["schemas"]["SandboxUserId"];
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a connection
         * @description The user has withdrawn access at the provider. Allowed in every state except inactive. Has no effect if the
         *     connection is already revoked. (decided)
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
                user_id: components["schemas"]["SandboxUserId"];
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fail a connection
         * @description The connection fails with a cause. Allowed if it is active, testing or has already failed. With the cause
         *     `token_refresh_failed` it becomes expired, with `deregistered_per_provider` it becomes revoked.
         *
         *     Junction calls its list of causes open. A cause that is not in the list is stored as it is: Junction shows it, and
         *     the other vendors show it like `unknown`. (decided)
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
                user_id: components["schemas"]["SandboxUserId"];
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate a connection
         * @description The connection becomes inactive, without a cause. Always allowed. Has no effect if the connection is already
         *     inactive. (decided)
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
                user_id: components["schemas"]["SandboxUserId"];
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reconnect a connection
         * @description The connection becomes active and its cause is cleared. Allowed if it is inactive, expired, revoked or has failed.
         *     Has no effect if it is already active. (decided)
         */
        post: operations["reconnectSandboxConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the clock
         * @description Returns the time of the workspace. All times that its answers show are on this clock, and everything that
         *     expires does so by it. (decided)
         */
        get: operations["getSandboxClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the clock forward
         * @description Moves the clock by a duration, or to a time. A clock that runs continues from there, and a frozen one stays
         *     frozen. A read after it shows everything that was due until then. (decided)
         */
        post: operations["advanceSandboxClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/clock/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Freeze the clock
         * @description Stops the clock at its present time. It can still be moved forward. A frozen clock stays as it is. (decided)
         */
        post: operations["freezeSandboxClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/clock/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the clock again
         * @description Starts a frozen clock again, from the time that it shows. A clock that runs stays as it is. (decided)
         */
        post: operations["runSandboxClock"];
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
         * Reset the server
         * @description Restores the initial data: the default workspaces with their scenario users and keys. All other workspaces are
         *     deleted. (decided)
         */
        post: operations["resetSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/workspaces/{workspace_id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the last requests of a workspace
         * @description Returns one page of the requests to the vendors' APIs with a valid key of the workspace, newest first, without
         *     keys and queries. The journal is kept in memory by each process of the server, and is bounded. A request is added
         *     when it ends. (decided)
         */
        get: operations["listSandboxRequests"];
        put?: never;
        post?: never;
        /**
         * Empty the journal of a workspace
         * @description Removes all requests of the workspace from the journal of this process. (decided)
         */
        delete: operations["clearSandboxRequests"];
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
            /** @description One entry per scenario user. (decided) */
            scenarios: components["schemas"]["SandboxScenario"][];
        };
        /** @description A user with a fixed id for one situation. (decided) */
        SandboxScenario: {
            /** @description The name of the situation. (decided) */
            name: string;
            /**
             * Format: uuid
             * @description The id, the same in every workspace. (decided)
             */
            user_id: string;
            /** @description The situation, described for people. (decided) */
            summary: string;
        };
        /** @description The provider catalogue. (decided) */
        SandboxProviderList: {
            /** @description One entry per provider. (decided) */
            providers: components["schemas"]["SandboxProvider"][];
        };
        /** @description A provider that a connection can use. (decided) */
        SandboxProvider: {
            /** @description The neutral slug, which connections refer to. (decided) */
            slug: string;
            /** @description Its name, written for people. (decided) */
            name: string;
            /**
             * Format: uri
             * @description URL of its logo. (decided)
             */
            logo: string;
            /**
             * @description A wearable that is read from its cloud, a wearable that is read by a mobile SDK, or an integration. (decided)
             * @enum {string}
             */
            kind: "wearable_cloud" | "wearable_sdk" | "integration";
            /** @description Its slug at each vendor. (decided) */
            vendors: components["schemas"]["SandboxVendorSlugs"];
        };
        /**
         * @description The slug at each vendor, by the vendor's name. Null if the vendor's page does not have the provider. An edition can
         *     have more providers. (decided)
         */
        SandboxVendorSlugs: {
            "open-wearables": string | null;
            "junction": string | null;
            "mielto": string | null;
        };
        /**
         * @description The maximum number of items on a page. (decided)
         * @default 100
         */
        SandboxPageSize: number;
        /** @description The id after which the page starts. (decided) */
        SandboxPageStart: string;
        /** @description One page of the workspaces. (decided) */
        SandboxWorkspaceList: {
            /** @description The workspaces on this page. (decided) */
            workspaces: components["schemas"]["SandboxWorkspace"][];
            /** @description The `after` of the next page. Null on the last page. (decided) */
            next: string | null;
        };
        /** @description The id of a workspace. (decided) */
        SandboxWorkspaceId: string;
        /** @description A tenant. (decided) */
        SandboxWorkspace: {
            /** @description The id of the workspace. (decided) */
            id: string;
            /** @description Its name, written for people. (decided) */
            name: string;
            /**
             * Format: date-time
             * @description When it was created. (decided)
             */
            created_at: string;
            /**
             * Format: uuid
             * @description The id of a user that exists only in this workspace. (decided)
             */
            own_user_id: string;
            /** @description The editions of its APIs. An API that is not named answers like its vendor's page. (decided) */
            editions: components["schemas"]["SandboxEditions"];
        };
        /** @description A new tenant with its keys. (decided) */
        SandboxNewWorkspace: {
            /** @description The id of the workspace. (decided) */
            id: string;
            /** @description Its name, written for people. (decided) */
            name: string;
            /**
             * Format: date-time
             * @description When it was created. (decided)
             */
            created_at: string;
            /**
             * Format: uuid
             * @description The id of a user that exists only in this workspace. (decided)
             */
            own_user_id: string;
            /** @description The editions of its APIs. An API that is not named answers like its vendor's page. (decided) */
            editions: components["schemas"]["SandboxEditions"];
            /** @description The keys. They are shown only in this response. (decided) */
            keys: components["schemas"]["SandboxKeys"];
            /** @description The bearer tokens of developers. They are shown only in this response. (decided) */
            developer_tokens: components["schemas"]["SandboxDeveloperTokens"];
        };
        /**
         * @description The keys of a workspace: one for each vendor's API, by the vendor's name. Send a key in the header that the
         *     vendor's contract specifies. (decided)
         */
        SandboxKeys: {
            "open-wearables": string;
            "junction": string;
            "mielto": string;
        };
        /**
         * @description The bearer token of a developer, by the vendor's name, for each vendor whose API takes one. Some operations need
         *     it in place of a key. Send it in `Authorization`, after `Bearer`. (decided)
         */
        SandboxDeveloperTokens: {
            [key: string]: string;
        };
        /** @description The edition of an API, by the vendor's name. (decided) */
        SandboxEditions: {
            [key: string]: string;
        };
        /** @description The settings of a new workspace. (decided) */
        SandboxWorkspaceCreation: {
            /** @description Its name. By default its id. (decided) */
            name?: string;
            /** @description The editions of its APIs. By default each API answers like its vendor's page. (decided) */
            editions?: components["schemas"]["SandboxEditions"];
        };
        /** @description The clock of a workspace. (decided) */
        SandboxClock: {
            /**
             * Format: date-time
             * @description The time that it shows. (decided)
             */
            now: string;
            /**
             * @description Whether it runs. (decided)
             * @enum {string}
             */
            state: "running" | "frozen";
        };
        /** @description How far to move a clock, as exactly one of the two. (decided) */
        SandboxClockAdvance: {
            /** @description A duration of ISO 8601 in days, hours, minutes and seconds, for example `P7D` or `PT1H30M`. (decided) */
            by?: string;
            /**
             * Format: date-time
             * @description A time that is not earlier than the one that the clock shows. (decided)
             */
            to?: string;
        };
        /** @description One page of the users. (decided) */
        SandboxUserList: {
            /** @description The users on this page. (decided) */
            users: components["schemas"]["SandboxUser"][];
            /** @description The `after` of the next page. Null on the last page. (decided) */
            next: string | null;
        };
        /**
         * @description The id of a user. The case of a UUID does not matter. Only Mielto's API creates users whose id is not a UUID; the
         *     other vendors' APIs do not have them. (decided)
         */
        SandboxUserId: string;
        /** @description A user of a workspace. (decided) */
        SandboxUser: {
            /** @description The id of the user, unique within the workspace. A UUID, unless it was given to Mielto's API. (decided) */
            id: string;
            /**
             * Format: date-time
             * @description When the user was created. (decided)
             */
            created_at: string;
        };
        /** @description The settings of a new user. (decided) */
        SandboxUserCreation: {
            /**
             * Format: uuid
             * @description The id. By default the server generates one. (decided)
             */
            id?: string;
        };
        /** @description One page of the connections. (decided) */
        SandboxConnectionList: {
            /** @description The connections on this page. (decided) */
            connections: components["schemas"]["SandboxConnection"][];
            /** @description The `after` of the next page. Null on the last page. (decided) */
            next: string | null;
        };
        /**
         * @description A connection in the neutral shape. `cause` is an object if and only if `state` is `expired`, `revoked` or
         *     `error`. (decided)
         */
        SandboxConnection: {
            /**
             * Format: uuid
             * @description The id of the connection. (decided)
             */
            id: string;
            /** @description The user that owns the connection. (decided) */
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
            /** @description Why the connection has ended. Null if it has not ended with a failure. (decided) */
            cause: {
                type: components["schemas"]["SandboxCauseType"];
                /** @description What happened, written for people. (decided) */
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
            /** @description The scopes in the provider's own notation. Null if the provider does not have scopes. (decided) */
            granted_scopes: string | null;
            /** @description What data the provider can deliver, by resource. (decided) */
            resources: {
                [key: string]: components["schemas"]["SandboxResourceAvailability"];
            };
            /** @description The name of the connection, written for people. (decided) */
            label: string | null;
            /**
             * @description The kind of integration. Null for a wearable. (decided)
             * @enum {string|null}
             */
            integration_type: "connectors" | "mcp" | "tool" | "model" | "custom" | "storage" | "api" | null;
            /** @description Settings of the integration. (decided) */
            config: components["schemas"]["SandboxConfig"];
            /** @description Identifies the stored credential. (decided) */
            credential_id: string;
            /** @description Who created the connection. (decided) */
            created_by: string;
            /**
             * Format: date-time
             * @description When data was last synced. Null if it never was. (decided)
             */
            last_synced_at: string | null;
            /**
             * Format: date-time
             * @description When its access token expires: then it becomes expired. Null if the token does not expire, or if the
             *     connection is neither active nor testing. (decided)
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description When the connection was created. (decided)
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed. (decided)
             */
            updated_at: string;
            /** @description The status under which each vendor lists it, by the contract of its page. An edition can differ. (decided) */
            listed_as: components["schemas"]["SandboxListing"];
        };
        /** @description The kind of failure, as Junction names it. An open set. (decided) */
        SandboxCauseType: 'token_refresh_failed' | 'webhook_registration_failed' | 'user_not_found' | 'deregistered_per_provider' | 'required_scopes_not_granted' | 'provider_credential_error' | 'provider_password_expired' | 'unknown' | (string & {});
        /**
         * @description The status under which each vendor lists a connection, by the vendor's name. Null if the vendor does not list it.
         *     For Junction it is `connected` or the error type. (decided)
         */
        SandboxListing: {
            "open-wearables": string | null;
            "junction": string | null;
            "mielto": string | null;
        };
        /** @description Whether one resource can be read, and the scopes that decide it. (decided) */
        SandboxResourceAvailability: {
            /** @description The status, such as `available` or `unavailable`. (decided) */
            status: string;
            /** @description The scopes that the resource needs. Null if none are known. (decided) */
            scope_requirements: {
                /** @description The scopes that the user has granted. (decided) */
                user_granted: components["schemas"]["SandboxScopes"];
                /** @description The scopes that the user has not granted. (decided) */
                user_denied: components["schemas"]["SandboxScopes"];
            } | null;
        };
        /** @description Scopes, grouped by how much the resource needs them. (decided) */
        SandboxScopes: {
            /** @description Scopes without which the resource cannot be read. (decided) */
            required: string[];
            /** @description Scopes that add data to the resource. (decided) */
            optional: string[];
        };
        /** @description The settings of a new connection. A wearable of the catalogue has no `integration_type`. (decided) */
        SandboxConnectionCreation: {
            /** @description The neutral slug of the provider. (decided) */
            provider: components["schemas"]["SandboxProviderSlug"];
            /**
             * Format: uuid
             * @description The id. By default the server generates one. (decided)
             */
            id?: string;
            /**
             * @description The initial state. (decided)
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
            /** @description The scopes in the provider's own notation. (decided) */
            granted_scopes?: string | null;
            /** @description What data the provider can deliver, by resource. (decided) */
            resources?: {
                [key: string]: components["schemas"]["SandboxResourceAvailability"];
            };
            /** @description The name of the connection, written for people. (decided) */
            label?: string | null;
            /**
             * @description The kind of an integration. By default that of the provider, so it must not be null. For a wearable it is null
             *     or left out. (decided)
             * @enum {string|null}
             */
            integration_type?: "connectors" | "mcp" | "tool" | "model" | "custom" | "storage" | "api" | null;
            /** @description Settings of the integration. (decided) */
            config?: components["schemas"]["SandboxConfig"];
            /** @description The id of the stored credential. By default the server generates one. (decided) */
            credential_id?: string;
            /** @description Who created the connection. By default the user. (decided) */
            created_by?: string;
            /**
             * Format: date-time
             * @description When its access token expires, on the clock of the workspace: then the connection becomes expired. By default
             *     the token does not expire. A moment in the future. (decided)
             */
            expires_at?: string;
            /**
             * Format: date-time
             * @description When it was created, to make it look old. By default the current time. A moment between the year 0 and now,
             *     in UTC. It is written with an upper-case `T`, with an upper-case `Z` or an offset, and without a leap
             *     second. (decided)
             */
            created_at?: string;
        };
        /**
         * @description The neutral slug of a provider. The list is open, as the vendors' lists are. A provider that is not in the
         *     catalogue has its slug as name at every vendor that has providers of its kind. It is an integration if the
         *     connection has an `integration_type`, otherwise a wearable. (decided)
         */
        SandboxProviderSlug: 'garmin' | 'polar' | 'suunto' | 'whoop' | 'strava' | 'oura' | 'fitbit' | 'ultrahuman' | 'sensorbio' | 'whoop_v1' | 'renpho' | 'peloton' | 'wahoo' | 'zwift' | 'freestyle_libre' | 'abbott_libreview' | 'tandem_source' | 'freestyle_libre_ble' | 'eight_sleep' | 'withings' | 'manual' | 'ihealth' | 'google_fit' | 'google_health' | 'beurer_api' | 'beurer_ble' | 'omron' | 'omron_ble' | 'onetouch_ble' | 'accuchek_ble' | 'contour_ble' | 'dexcom' | 'dexcom_v1' | 'hammerhead' | 'my_fitness_pal' | 'my_fitness_pal_v1' | 'cronometer' | 'kardia' | 'map_my_fitness' | 'runkeeper' | 'apple' | 'samsung' | 'google' | 'slack' | 'github' | 'notion' | 'google_drive' | 'gmail' | 'jira' | 'linear' | 'filesystem' | 'web_search' | 'openai' | 'anthropic' | 's3' | 'stripe' | 'in_house' | (string & {});
        /** @description The reason why a connection fails. (decided) */
        SandboxFailure: {
            /** @description The cause. (decided) */
            cause: components["schemas"]["SandboxCauseType"];
            /** @description What happened, written for people. By default a message of the server. (decided) */
            message?: string;
        };
        /**
         * @description Settings of an integration. No key at any depth names a secret. A body may have at most 100 levels of
         *     nesting. (decided)
         */
        SandboxConfig: {
            [key: string]: components["schemas"]["SandboxConfigValue"];
        } | null;
        /** @description Any JSON value in which no key names a secret, at any depth. (decided) */
        SandboxConfigValue: unknown;
        /**
         * @description A field name that is well-formed text and does not name a secret, in upper or lower case, with or without a
         *     separator. (decided)
         */
        SandboxFieldName: string;
        /** @description A problem that programs can handle by its status alone (RFC 9457). (decided) */
        SandboxProblem: {
            /**
             * @description The kind of problem. (decided)
             * @constant
             */
            type: "about:blank";
            /** @description The kind of problem, described for people. (decided) */
            title: string;
            /** @description The status of the response. (decided) */
            status: number;
            /** @description The cause of this occurrence. (decided) */
            detail: string;
        };
        /** @description A problem with the parameters or the body of a request (RFC 9457). (decided) */
        SandboxInvalidRequest: {
            /**
             * @description The kind of problem. (decided)
             * @constant
             */
            type: "urn:problem-type:connections-contract:invalid-request";
            /** @description The kind of problem, described for people. (decided) */
            title: string;
            /**
             * @description The status of the response. (decided)
             * @constant
             */
            status: 422;
            /** @description The cause of this occurrence. (decided) */
            detail: string;
            /** @description All faults. (decided) */
            errors: components["schemas"]["SandboxInvalidPart"][];
        };
        /** @description One fault of a request. (decided) */
        SandboxInvalidPart: {
            /** @description A JSON pointer to the fault. It starts with the part of the request. (decided) */
            pointer: string;
            /** @description The fault, described for people. (decided) */
            detail: string;
        };
        /** @description A problem with the state of a connection (RFC 9457). (decided) */
        SandboxIllegalTransition: {
            /**
             * @description The kind of problem. (decided)
             * @constant
             */
            type: "urn:problem-type:connections-contract:illegal-transition";
            /** @description The kind of problem, described for people. (decided) */
            title: string;
            /**
             * @description The status of the response. (decided)
             * @constant
             */
            status: 409;
            /** @description The cause of this occurrence. (decided) */
            detail: string;
            /** @description The transitions that this state allows. (decided) */
            legal: ("sync" | "expire" | "revoke" | "fail" | "deactivate" | "reconnect")[];
        };
        /** @description One page of the requests of a workspace. (decided) */
        SandboxRequestList: {
            /** @description The requests on this page. (decided) */
            requests: components["schemas"]["SandboxRequest"][];
            /** @description How many requests of the journal match the filters, on all pages. (decided) */
            total: number;
            /**
             * Format: date-time
             * @description The journal has every request that this process has answered after this time. It is the time when the server
             *     was started, when the journal was last emptied, or of the last request that was removed because the journal was
             *     full. (decided)
             */
            complete_since: string;
            /** @description The `after` of the next page. Null on the last page. (decided) */
            next: string | null;
        };
        /** @description A request to a vendor's API, after it has ended. (decided) */
        SandboxRequest: {
            /** @description The `X-Request-Id` of the response. (decided) */
            id: string;
            /**
             * Format: date-time
             * @description When the request ended. (decided)
             */
            time: string;
            /** @description The vendor whose API it called. (decided) */
            api: string;
            /** @description The `operationId` in the contract of the vendor. (decided) */
            operation: string;
            /** @description The method. (decided) */
            method: string;
            /** @description The first 200 characters of the path, without its query and without keys. (decided) */
            path: string;
            /** @description The status of the response. (decided) */
            status: number;
            /** @description How long the server took, in milliseconds. (decided) */
            milliseconds: number;
            /** @description The size of the response body in bytes. (decided) */
            bytes: number;
            /** @description True if the response was taken from the cache of the server. (decided) */
            from_cache: boolean;
            /** @description False if the client disconnected before it had received the response. (decided) */
            completed: boolean;
        };
    };
    responses: {
        /** @description The body is not JSON in UTF-8, or does not have the encoding that its `Content-Encoding` names. (decided) */
        SandboxBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The server has a token, and the request does not contain it. (decided) */
        SandboxUnauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["SandboxAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The `Host` or `Origin` is not that of the server, as in a request from another web page. (decided) */
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
        /** @description The workspace already has a user with this id, or has as many users as the server allows. (decided) */
        SandboxUserExists: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /**
         * @description The user has already connected this wearable provider, a connection with this id exists, or the user has as many
         *     connections as the server allows. (decided)
         */
        SandboxConnectionExists: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The server has as many workspaces as it allows. (decided) */
        SandboxTooManyWorkspaces: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The state of the connection does not allow this transition. (decided) */
        SandboxTransitionRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxIllegalTransition"];
            };
        };
        /** @description The clock shows a later time than the one that was given. (decided) */
        SandboxClockBackwards: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
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
        /** @description A parameter is invalid. (decided) */
        SandboxInvalidWorkspaceId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxInvalidRequest"];
            };
        };
        /** @description A parameter is invalid. (decided) */
        SandboxInvalidConnectionId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxInvalidRequest"];
            };
        };
        /** @description An internal error. The body does not reveal its cause. (decided) */
        SandboxServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SandboxProblem"];
            };
        };
        /** @description The server is temporarily unavailable. Wait for the time in `Retry-After`. (decided) */
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
         * @description Whole seconds to wait before the next request. (decided)
         * @example 5
         */
        SandboxRetryAfter: number;
        /**
         * @description The authentication scheme to use. (decided)
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
                /** @description The maximum number of items to return. (decided) */
                limit?: components["schemas"]["SandboxPageSize"];
                /** @description The `next` of the page before. (decided) */
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
            /** @description A parameter is invalid. (decided) */
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
        /** @description The name of the workspace. Without a body, the name is the id. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SandboxWorkspaceCreation"];
            };
        };
        responses: {
            /** @description The new workspace, with its keys. (decided) */
            201: {
                headers: {
                    /** @description The path of the new resource. (decided) */
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
            409: components["responses"]["SandboxTooManyWorkspaces"];
            413: components["responses"]["SandboxTooLarge"];
            415: components["responses"]["SandboxUnsupportedType"];
            /** @description The body is invalid. (decided) */
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
            /** @description The workspace has been deleted. (decided) */
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
                /** @description The maximum number of items to return. (decided) */
                limit?: components["schemas"]["SandboxPageSize"];
                /** @description The `next` of the page before. (decided) */
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
        /** @description The id of the user. Without a body, the server generates one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SandboxUserCreation"];
            };
        };
        responses: {
            /** @description The new user. (decided) */
            201: {
                headers: {
                    /** @description The path of the new resource. (decided) */
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
            /** @description A parameter or the body is invalid. (decided) */
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
                user_id: components["schemas"]["SandboxUserId"];
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
            422: components["responses"]["SandboxInvalidWorkspaceId"];
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
                user_id: components["schemas"]["SandboxUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user has been deleted. (decided) */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxUserNotFound"];
            422: components["responses"]["SandboxInvalidWorkspaceId"];
            500: components["responses"]["SandboxServerError"];
            503: components["responses"]["SandboxUnavailable"];
        };
    };
    listSandboxConnections: {
        parameters: {
            query?: {
                /** @description The maximum number of items to return. (decided) */
                limit?: components["schemas"]["SandboxPageSize"];
                /** @description The `next` of the page before. (decided) */
                after?: components["schemas"]["SandboxPageStart"];
            };
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
                /** @description The user. (decided) */
                user_id: components["schemas"]["SandboxUserId"];
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
            422: components["responses"]["SandboxInvalidWorkspaceId"];
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
                user_id: components["schemas"]["SandboxUserId"];
            };
            cookie?: never;
        };
        /** @description The new connection. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxConnectionCreation"];
            };
        };
        responses: {
            /** @description The new connection. (decided) */
            201: {
                headers: {
                    /** @description The path of the new resource. (decided) */
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
            /** @description A parameter or the body is invalid. (decided) */
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
                user_id: components["schemas"]["SandboxUserId"];
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
                user_id: components["schemas"]["SandboxUserId"];
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection has been deleted. (decided) */
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
                user_id: components["schemas"]["SandboxUserId"];
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changed connection. (decided) */
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
                user_id: components["schemas"]["SandboxUserId"];
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changed connection. (decided) */
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
                user_id: components["schemas"]["SandboxUserId"];
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changed connection. (decided) */
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
                user_id: components["schemas"]["SandboxUserId"];
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
            /** @description The changed connection. (decided) */
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
            /** @description A parameter or the body is invalid. (decided) */
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
                user_id: components["schemas"]["SandboxUserId"];
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changed connection. (decided) */
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
                user_id: components["schemas"]["SandboxUserId"];
                /** @description The connection. (decided) */
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changed connection. (decided) */
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
            /** @description The state of the connection does not allow this transition. (decided) */
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
    getSandboxClock: {
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
            /** @description The clock. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxClock"];
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
    advanceSandboxClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace. (decided) */
                workspace_id: components["schemas"]["SandboxWorkspaceId"];
            };
            cookie?: never;
        };
        /** @description The duration or the time. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxClockAdvance"];
            };
        };
        responses: {
            /** @description The clock after the move. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxClock"];
                };
            };
            400: components["responses"]["SandboxBadRequest"];
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxWorkspaceNotFound"];
            409: components["responses"]["SandboxClockBackwards"];
            413: components["responses"]["SandboxTooLarge"];
            415: components["responses"]["SandboxUnsupportedType"];
            /** @description A parameter or the body is invalid. (decided) */
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
    freezeSandboxClock: {
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
            /** @description The frozen clock. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxClock"];
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
    runSandboxClock: {
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
            /** @description The running clock. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxClock"];
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
    resetSandbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The initial data has been restored. (decided) */
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
    listSandboxRequests: {
        parameters: {
            query?: {
                /** @description Only requests to this vendor's API. (decided) */
                api?: string;
                /** @description Only requests for the operation with this `operationId`. (decided) */
                operation?: string;
                /** @description Only requests whose response has this status. (decided) */
                status?: number;
                /** @description The maximum number of items to return. (decided) */
                limit?: components["schemas"]["SandboxPageSize"];
                /** @description The `next` of the page before. The page is empty if that request is no longer in the journal. (decided) */
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
            /** @description One page of the requests. (decided) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxRequestList"];
                };
            };
            401: components["responses"]["SandboxUnauthorized"];
            403: components["responses"]["SandboxForbidden"];
            404: components["responses"]["SandboxWorkspaceNotFound"];
            /** @description A parameter is invalid. (decided) */
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
    clearSandboxRequests: {
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
            /** @description The journal is empty. (decided) */
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
}
