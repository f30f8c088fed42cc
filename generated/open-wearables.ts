// Generated, do not edit: npm run generate
export interface paths {
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description Returns one page of the users, newest first unless another order is asked for. Users with the same value are
         *     ordered by `id`. The filters are combined: a user must match all of them. (public)
         *
         *     Only here `last_synced_at`, `last_synced_provider` and `has_active_connection` have their values. (public)
         */
        get: operations["listOpenWearablesUsers"];
        put?: never;
        /**
         * Create a user
         * @description Creates a user. The server makes `id` and `created_at`, and ignores them in the body. (public)
         *
         *     If a user with the given `external_user_id` exists, nothing is created or changed: the answer shows that user,
         *     also with status 201. (public)
         */
        post: operations["createOpenWearablesUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a user
         * @description Returns one user. `last_synced_at` and `last_synced_provider` are always null here, and `has_active_connection` is
         *     always false: only the list of users has their values. (public)
         */
        get: operations["getOpenWearablesUser"];
        put?: never;
        post?: never;
        /**
         * Delete a user
         * @description Deletes a user and all connections of the user. The answer shows the deleted user. (public)
         */
        delete: operations["deleteOpenWearablesUser"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description Changes the given fields of a user. A field that is absent or null keeps its value, so a value cannot be removed.
         *     (public)
         */
        patch: operations["patchOpenWearablesUser"];
        trace?: never;
    };
    "/api/v1/users/{user_id}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user's wearable connections
         * @description Returns every wearable connection of one user as a plain JSON array, with its status and the time of its last
         *     sync. The list contains only metadata, never an access token or a refresh token. (page)
         *
         *     The list has no pages and no filters. It is ordered by `updated_at`, newest first, then by `id`; the page does
         *     not specify an order. (decided)
         */
        get: operations["listOpenWearablesConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/connections/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Disconnect a provider
         * @description Withdraws the access to one provider. The connection stays in the list as `revoked`. A connection that was
         *     disconnected before, or that is expired or revoked, is answered in the same way. (public)
         */
        delete: operations["disconnectOpenWearablesProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the providers
         * @description Returns every provider that the server knows, with its settings. (public)
         *
         *     The public server asks for no credential. Here a request without one belongs to the default workspace, and a
         *     credential that is not valid is refused. (decided)
         */
        get: operations["listOpenWearablesProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/{provider}/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Begin to connect a provider
         * @description Returns the URL of the provider's consent page, to which you send the user. The provider sends the user back to
         *     the callback, which makes the connection. Whether the user exists is checked only there. (public)
         *
         *     The `state` is valid for 15 minutes, and for one callback. (public)
         *
         *     The public server asks for no credential. Here a request without one belongs to the default workspace, and a
         *     credential that is not valid is refused. (decided)
         */
        get: operations["authorizeOpenWearablesProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finish to connect a provider
         * @description The provider's consent page sends the user here. A code with a valid `state` makes the connection, or makes it
         *     `active` again with the same id, and the `state` is used up. An error of the provider does not use it up. (public)
         *
         *     A `state` of another provider is refused with the text `Provider mismatch in state`, and is used up. A code that
         *     the provider did not give is refused with a text that begins with `Failed to exchange authorization code`. (public)
         *
         *     A user that does not exist is refused with `User not found`. (decided)
         */
        get: operations["completeOpenWearablesOauth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/success": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show that a provider is connected
         * @description The callback sends the user here if the authorization has no `redirect_uri`. The parameters are repeated, and not
         *     checked against the connections. (public)
         */
        get: operations["showOpenWearablesOauthSuccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/error": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show that a provider is not connected
         * @description The callback sends the user here after an error of the provider. (public)
         */
        get: operations["showOpenWearablesOauthError"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers/{provider}/users/{user_id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch new data from a provider
         * @description Queues a sync, or runs it at once with `async=false`. A queued sync is answered in the same way for a user or a
         *     connection that does not exist. (public)
         *
         *     A queued sync sets `last_synced_at` of the connection, and a sync with `async=false` does not. (public)
         *
         *     A queued sync also sets `updated_at`, and changes nothing if the connection cannot be used. On the public server
         *     `updated_at` stays, and `last_synced_at` is set even if the sync fails. (decided)
         */
        post: operations["syncOpenWearablesProvider"];
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
        /** @description All connections of one user, at most one per provider. (page) */
        OpenWearablesConnectionList: components["schemas"]["OpenWearablesConnection"][];
        /**
         * @description One wearable provider that a user has connected. It always has all ten fields, as in each of the page's
         *     examples. (page)
         *
         *     It has no others. (decided)
         */
        OpenWearablesConnection: {
            /**
             * Format: uuid
             * @description The id of the connection. (page)
             */
            id: string;
            /**
             * Format: uuid
             * @description The user who owns the connection, which is the requested user. (page)
             */
            user_id: string;
            /** @description The provider's slug. An open set: the page lists five values, and clients must tolerate new ones. (page) */
            provider: 'apple' | 'samsung' | 'garmin' | 'google' | 'polar' | 'suunto' | 'whoop' | 'strava' | 'oura' | 'fitbit' | 'ultrahuman' | (string & {});
            /** @description The user's id at the provider, or null if it is not known. (page) */
            provider_user_id: string | null;
            /** @description The user's name at the provider, or null if it is not known. (page) */
            provider_username: string | null;
            /**
             * @description The granted OAuth scopes, in the provider's own notation. Null for a provider that is connected by a mobile
             *     SDK, which does not have scopes. (public)
             */
            scope: string | null;
            /**
             * @description `active`: usable for syncing. `revoked`: access was withdrawn. `expired`: the tokens have expired, and the
             *     user must connect again. (page)
             * @enum {string}
             */
            status: "active" | "revoked" | "expired";
            /**
             * Format: date-time
             * @description When data was last synced. Null if it never was. (page)
             *
             *     In UTC, written with Z. (decided)
             */
            last_synced_at: string | null;
            /**
             * Format: date-time
             * @description When the connection was created. (page)
             *
             *     In UTC, written with Z. (decided)
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the connection last changed. (page)
             *
             *     In UTC, written with Z. Never before `created_at`. (decided)
             */
            updated_at: string;
        };
        /**
         * @description The slug of a provider. `unknown` and `internal` mark data without a provider, so no user can connect them. (public)
         *
         *     Only the edition `0-6` has `sensorbio`. (decided)
         * @enum {string}
         */
        OpenWearablesProviderSlug: "apple" | "samsung" | "garmin" | "google" | "polar" | "suunto" | "whoop" | "strava" | "oura" | "fitbit" | "ultrahuman" | "sensorbio" | "unknown" | "internal";
        /** @description An e-mail address. (public) */
        OpenWearablesEmail: string;
        /** @description The fields of a user that you can set. Null is the same as an absent field. (public) */
        OpenWearablesUserWrite: {
            /** @description The first name. (public) */
            first_name?: string | null;
            /** @description The last name. (public) */
            last_name?: string | null;
            /**
             * @description The e-mail address, which no other user has. Its domain is stored in lower case. The case of the part before
             *     the @ matters. (public)
             */
            email?: string | null;
            /** @description Your own id of the user, which no other user has. The server calls this field deprecated. (public) */
            external_user_id?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A user. It always has all nine fields, and no others. (public) */
        OpenWearablesUser: {
            /**
             * Format: uuid
             * @description The id of the user. (public)
             */
            id: string;
            /**
             * Format: date-time
             * @description When the user was created, in UTC. (public)
             */
            created_at: string;
            /** @description The first name, or null if it is not known. (public) */
            first_name: string | null;
            /** @description The last name, or null if it is not known. (public) */
            last_name: string | null;
            /** @description The e-mail address, or null if it is not known. (public) */
            email: string | null;
            /** @description Your own id of the user, or null if it has none. The server calls this field deprecated. (public) */
            external_user_id: string | null;
            /**
             * Format: date-time
             * @description When data of any connection of the user was last synced, in UTC. Null if it never was, and always null outside
             *     of the list of users. (public)
             */
            last_synced_at: string | null;
            /** @description The slug of the provider from which data was last synced. Null if there is none, and always null outside of the list of users. (public) */
            last_synced_provider: string | null;
            /** @description Whether the user has a connection that is `active`. Always false outside of the list of users. (public) */
            has_active_connection: boolean;
        };
        /** @description One page of users. (public) */
        OpenWearablesUserPage: {
            /** @description The users of the page. (public) */
            items: components["schemas"]["OpenWearablesUser"][];
            /** @description The number of users that match, on all pages. (public) */
            total: number;
            /** @description The number of this page. (public) */
            page: number;
            /** @description The maximum number of users on a page. (public) */
            limit: number;
            /** @description The number of pages, which is 0 if no user matches. (public) */
            pages: number;
            /** @description Whether there is a page after this one. (public) */
            has_next: boolean;
            /** @description Whether `page` is greater than 1. (public) */
            has_prev: boolean;
        };
        /** @description The providers that the server knows. (public) */
        OpenWearablesProviderList: components["schemas"]["OpenWearablesProvider"][];
        /** @description A provider and its settings. It has these fields, and no others. (public) */
        OpenWearablesProvider: {
            /** @description The slug of the provider. An open set. (public) */
            provider: 'apple' | 'samsung' | 'garmin' | 'google' | 'polar' | 'suunto' | 'whoop' | 'strava' | 'oura' | 'fitbit' | 'ultrahuman' | (string & {});
            /** @description The name of the provider for people. (public) */
            name: string;
            /** @description Whether the provider is connected by OAuth. Otherwise it is connected by a mobile SDK. (public) */
            has_cloud_api: boolean;
            /** @description Whether your application should offer the provider. Other operations do not depend on it. (public) */
            is_enabled: boolean;
            /** @description The path of the provider's icon on the server. (public) */
            icon_url: string;
            /**
             * @description How new data arrives: the server fetches it (`pull`), or the provider sends it (`webhook`). Null for a
             *     provider that is connected by a mobile SDK. (public)
             * @enum {string|null}
             */
            live_sync_mode: "pull" | "webhook" | null;
            /** @description Whether the mode can be changed, because the provider has both. (public) */
            live_sync_configurable: boolean;
            /**
             * @description The granularity of the data, or null if it is not set. (public)
             * @enum {string|null}
             */
            data_granularity: "daily" | "hourly" | "raw" | null;
        };
        /** @description The beginning of a connection. (public) */
        OpenWearablesAuthorization: {
            /**
             * Format: uri
             * @description The URL of the provider's consent page. It contains the `state`. (public)
             */
            authorization_url: string;
            /** @description A random text that the callback needs. (public) */
            state: string;
        };
        /** @description The provider is connected. (public) */
        OpenWearablesOauthSuccess: {
            /**
             * @description Always true. (public)
             * @enum {boolean}
             */
            success: true;
            /** @description A text for people. (public) */
            message: string;
            /** @description The id of the user. (public) */
            user_id: string;
            /** @description The slug of the provider. (public) */
            provider: string;
        };
        /** @description The provider is not connected. (public) */
        OpenWearablesOauthFailure: {
            /**
             * @description Always false. (public)
             * @enum {boolean}
             */
            success: false;
            /** @description A text for people. (public) */
            message: string;
        };
        /** @description A sync that is queued, with `async`, `task_id` and `message`; or the result of a sync, with `details`. (public) */
        OpenWearablesSync: {
            /** @description True if the sync is queued, or if there was new data of each kind. (public) */
            success: boolean;
            /**
             * @description Always true. (public)
             * @enum {boolean}
             */
            async?: true;
            /**
             * Format: uuid
             * @description The id of the queued sync. (public)
             */
            task_id?: string;
            /** @description A text for people. (public) */
            message?: string;
            /** @description The number of new items of each kind. (public) */
            details?: {
                [key: string]: number;
            };
        };
        /** @description A field name that does not name a secret, in upper or lower case, with or without a separator. (decided) */
        OpenWearablesFieldName: string;
        /** @description The error body, with one message for people. (page) */
        OpenWearablesError: {
            /** @description The fault. (page) */
            detail: string;
        };
    };
    responses: {
        /** @description The `user_id` is not a UUID. (public) */
        OpenWearablesBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenWearablesError"];
            };
        };
        /** @description The key is missing, unknown or revoked. It is checked before the input. (page) */
        OpenWearablesUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenWearablesError"];
            };
        };
        /** @description No user with this id is visible to the key. (page) */
        OpenWearablesUserNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenWearablesError"];
            };
        };
        /** @description The developer's token is missing or invalid. A key is not enough. It is checked before the input. (public) */
        OpenWearablesDeveloperUnauthorized: {
            headers: {
                /**
                 * @description The scheme that is needed. (public)
                 * @example Bearer
                 */
                "WWW-Authenticate": "Bearer";
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenWearablesError"];
            };
        };
        /** @description No user with this id is visible to the key or the token. (public) */
        OpenWearablesNoUser: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenWearablesError"];
            };
        };
        /** @description The body is larger than 64 kB. (decided) */
        OpenWearablesTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenWearablesError"];
            };
        };
        /** @description The body is not `application/json`, or has an unknown charset or content encoding. (decided) */
        OpenWearablesUnsupportedType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenWearablesError"];
            };
        };
        /** @description Too many requests. Wait for the time in `Retry-After`. (decided) */
        OpenWearablesTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["OpenWearablesRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenWearablesError"];
            };
        };
        /** @description An internal error. The body does not reveal its cause. (decided) */
        OpenWearablesServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenWearablesError"];
            };
        };
        /** @description The server is temporarily unavailable. Wait for the time in `Retry-After`. (decided) */
        OpenWearablesUnavailable: {
            headers: {
                "Retry-After": components["headers"]["OpenWearablesRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenWearablesError"];
            };
        };
    };
    parameters: {
        /** @description The UUID of the user whose connections are listed. (page) */
        OpenWearablesUserId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Whole seconds to wait before the next request. (decided)
         * @example 5
         */
        OpenWearablesRetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listOpenWearablesUsers: {
        parameters: {
            query?: {
                /** @description The number of the page. The first page is 1. (public) */
                page?: number;
                /** @description The maximum number of users on a page. (public) */
                limit?: number;
                /**
                 * @description The field that decides the order. (public)
                 *
                 *     A user without a value is before all others in ascending order, and after them in descending order. (public)
                 */
                sort_by?: "created_at" | "email" | "first_name" | "last_name" | "last_synced_at";
                /** @description The direction of the order. (public) */
                sort_order?: "asc" | "desc";
                /**
                 * @description A part of the e-mail address, the first name or the last name, without regard to case. An empty text matches
                 *     every user. (public)
                 */
                search?: string;
                /** @description The exact e-mail address. The case of its domain does not matter. (public) */
                email?: components["schemas"]["OpenWearablesEmail"];
                /**
                 * @deprecated
                 * @description The exact id that you gave the user. (public)
                 */
                external_user_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the users. It is empty after the last page. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesUserPage"];
                };
            };
            /** @description A parameter is invalid. (public) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            401: components["responses"]["OpenWearablesUnauthorized"];
            429: components["responses"]["OpenWearablesTooManyRequests"];
            500: components["responses"]["OpenWearablesServerError"];
            503: components["responses"]["OpenWearablesUnavailable"];
        };
    };
    createOpenWearablesUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What is known about the user. Every field is optional. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenWearablesUserWrite"];
            };
        };
        responses: {
            /** @description The new user, or the existing user with this `external_user_id`. (public) */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesUser"];
                };
            };
            /** @description The body is missing or invalid. (public) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            401: components["responses"]["OpenWearablesUnauthorized"];
            /**
             * @description Another user has this e-mail address. (public)
             *
             *     Or the workspace has as many users as its limit allows. (decided)
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            413: components["responses"]["OpenWearablesTooLarge"];
            415: components["responses"]["OpenWearablesUnsupportedType"];
            429: components["responses"]["OpenWearablesTooManyRequests"];
            500: components["responses"]["OpenWearablesServerError"];
            503: components["responses"]["OpenWearablesUnavailable"];
        };
    };
    getOpenWearablesUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID of the user. (public) */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesUser"];
                };
            };
            400: components["responses"]["OpenWearablesBadRequest"];
            401: components["responses"]["OpenWearablesUnauthorized"];
            404: components["responses"]["OpenWearablesNoUser"];
            429: components["responses"]["OpenWearablesTooManyRequests"];
            500: components["responses"]["OpenWearablesServerError"];
            503: components["responses"]["OpenWearablesUnavailable"];
        };
    };
    deleteOpenWearablesUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID of the user. (public) */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user that was deleted. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesUser"];
                };
            };
            400: components["responses"]["OpenWearablesBadRequest"];
            401: components["responses"]["OpenWearablesDeveloperUnauthorized"];
            404: components["responses"]["OpenWearablesNoUser"];
            429: components["responses"]["OpenWearablesTooManyRequests"];
            500: components["responses"]["OpenWearablesServerError"];
            503: components["responses"]["OpenWearablesUnavailable"];
        };
    };
    patchOpenWearablesUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID of the user. (public) */
                user_id: string;
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenWearablesUserWrite"];
            };
        };
        responses: {
            /** @description The user after the change. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesUser"];
                };
            };
            /** @description The `user_id` or the body is invalid. (public) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            401: components["responses"]["OpenWearablesDeveloperUnauthorized"];
            404: components["responses"]["OpenWearablesNoUser"];
            /** @description Another user has the e-mail address or the `external_user_id`. (decided) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            413: components["responses"]["OpenWearablesTooLarge"];
            415: components["responses"]["OpenWearablesUnsupportedType"];
            429: components["responses"]["OpenWearablesTooManyRequests"];
            500: components["responses"]["OpenWearablesServerError"];
            503: components["responses"]["OpenWearablesUnavailable"];
        };
    };
    listOpenWearablesConnections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID of the user whose connections are listed. (page) */
                user_id: components["parameters"]["OpenWearablesUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All connections of the user. The array is empty if there are none. (page) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesConnectionList"];
                };
            };
            400: components["responses"]["OpenWearablesBadRequest"];
            401: components["responses"]["OpenWearablesUnauthorized"];
            404: components["responses"]["OpenWearablesUserNotFound"];
            429: components["responses"]["OpenWearablesTooManyRequests"];
            500: components["responses"]["OpenWearablesServerError"];
            503: components["responses"]["OpenWearablesUnavailable"];
        };
    };
    disconnectOpenWearablesProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID of the user. (public) */
                user_id: string;
                /** @description The slug of the provider. (public) */
                provider: components["schemas"]["OpenWearablesProviderSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The provider is disconnected. (public) */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The `user_id` is not a UUID, or the provider is not known. (public) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            401: components["responses"]["OpenWearablesUnauthorized"];
            /** @description The user never had a connection to this provider, or does not exist. The text has the id of the user. (public) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            429: components["responses"]["OpenWearablesTooManyRequests"];
            500: components["responses"]["OpenWearablesServerError"];
            503: components["responses"]["OpenWearablesUnavailable"];
        };
    };
    listOpenWearablesProviders: {
        parameters: {
            query?: {
                /** @description Whether to leave out providers that are not enabled. (public) */
                enabled_only?: boolean;
                /** @description Whether to leave out providers that are connected by a mobile SDK. (public) */
                cloud_only?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The providers. All of them are enabled on a new server. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesProviderList"];
                };
            };
            /** @description A parameter is not a boolean. (public) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            401: components["responses"]["OpenWearablesUnauthorized"];
            429: components["responses"]["OpenWearablesTooManyRequests"];
            500: components["responses"]["OpenWearablesServerError"];
            503: components["responses"]["OpenWearablesUnavailable"];
        };
    };
    authorizeOpenWearablesProvider: {
        parameters: {
            query: {
                /** @description The UUID of the user to connect. (public) */
                user_id: string;
                /**
                 * @description Where the callback sends the user after success, unchanged. By default, it sends the user to a page of the
                 *     server. (public)
                 *
                 *     The URL has the scheme `http`, `https` or an application's own scheme; others are refused. The public server
                 *     accepts all. (decided)
                 */
                redirect_uri?: string;
            };
            header?: never;
            path: {
                /** @description The slug of the provider. (public) */
                provider: components["schemas"]["OpenWearablesProviderSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The URL of the consent page, and the `state` that it contains. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesAuthorization"];
                };
            };
            /** @description A parameter is invalid, or the provider is not connected by OAuth. (public) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            401: components["responses"]["OpenWearablesUnauthorized"];
            /** @description The workspace has as many unfinished links as its limit allows. (decided) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            429: components["responses"]["OpenWearablesTooManyRequests"];
            500: components["responses"]["OpenWearablesServerError"];
            503: components["responses"]["OpenWearablesUnavailable"];
        };
    };
    completeOpenWearablesOauth: {
        parameters: {
            query?: {
                /** @description The code that the provider gives if the user grants access. (public) */
                code?: string;
                /** @description The `state` of the authorization. (public) */
                state?: string;
                /** @description The code of the error if the user denies access or the provider fails. (public) */
                error?: string;
                /** @description The text of the error. (public) */
                error_description?: string;
            };
            header?: never;
            path: {
                /** @description The slug of the provider. (public) */
                provider: components["schemas"]["OpenWearablesProviderSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description To the `redirect_uri` of the authorization, or to the page of the server that shows success, after success. To
             *     the page that shows an error, after an error of the provider or without `code` or `state`. (public)
             */
            303: {
                headers: {
                    /**
                     * @description The `redirect_uri`, byte for byte, or a path of the server. (public)
                     *
                     *     Its query is encoded completely. The public server does not encode all characters. (decided)
                     */
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The `state`, the code, the provider or the user is not valid. (public) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            429: components["responses"]["OpenWearablesTooManyRequests"];
            500: components["responses"]["OpenWearablesServerError"];
            503: components["responses"]["OpenWearablesUnavailable"];
        };
    };
    showOpenWearablesOauthSuccess: {
        parameters: {
            query: {
                /** @description The slug of the provider. (public) */
                provider: string;
                /** @description The id of the user. (public) */
                user_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The provider is connected. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesOauthSuccess"];
                };
            };
            /** @description A parameter is missing. (public) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            429: components["responses"]["OpenWearablesTooManyRequests"];
            500: components["responses"]["OpenWearablesServerError"];
            503: components["responses"]["OpenWearablesUnavailable"];
        };
    };
    showOpenWearablesOauthError: {
        parameters: {
            query?: {
                /** @description The text of the error. (public) */
                message?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text of the error. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesOauthFailure"];
                };
            };
            /** @description The text is too long. (decided) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            429: components["responses"]["OpenWearablesTooManyRequests"];
            500: components["responses"]["OpenWearablesServerError"];
            503: components["responses"]["OpenWearablesUnavailable"];
        };
    };
    syncOpenWearablesProvider: {
        parameters: {
            query?: {
                /** @description Whether to queue the sync instead of waiting for its result. (public) */
                async?: boolean;
                /** @description The kind of data to fetch. `247` is sleep, recovery and activity. (public) */
                data_type?: "workouts" | "247" | "all";
                /** @description The maximum number of items. Only for `async=false`. (public) */
                limit?: number;
                /** @description Whether to fetch sample data. Only for `async=false`. (public) */
                samples?: boolean;
            };
            header?: never;
            path: {
                /** @description The slug of the provider. (public) */
                provider: components["schemas"]["OpenWearablesProviderSlug"];
                /** @description The UUID of the user. (public) */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sync is queued, or its result. `success` is false if there was nothing new. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesSync"];
                };
            };
            /** @description A parameter is invalid, or the provider cannot be asked for data. (public) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            /** @description The key is missing, unknown or revoked; or, with `async=false`, the user must connect the provider again. (public) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            429: components["responses"]["OpenWearablesTooManyRequests"];
            500: components["responses"]["OpenWearablesServerError"];
            /** @description The provider does not have this kind of data. (public) */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWearablesError"];
                };
            };
            503: components["responses"]["OpenWearablesUnavailable"];
        };
    };
}
