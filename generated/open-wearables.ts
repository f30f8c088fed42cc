// Generated, do not edit: npm run generate
export interface paths {
    "/api/v1/users/{user_id}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user's wearable connections
         * @description Answers every wearable connection of one user as a bare JSON array, with its status and the time of its
         *     last sync. It carries metadata only: no access token or refresh token ever appears. (page)
         *
         *     The list is not paged and takes no filter. Here it is ordered by `updated_at`, newest first, then by
         *     `id`; the page promises no order. (decided)
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description All connections of one user. At most one for each provider. (page) */
        OpenWearablesConnectionList: components["schemas"]["OpenWearablesConnection"][];
        /**
         * @description One wearable provider that a user has connected. All ten fields are always there (each of the page's
         *     examples has them all), and no others. (page)
         */
        OpenWearablesConnection: {
            /**
             * Format: uuid
             * @description Identifies the connection. (page)
             */
            id: string;
            /**
             * Format: uuid
             * @description The user who owns the connection, the one that was asked for. (page)
             */
            user_id: string;
            /** @description The provider's slug. An open set, of which the page lists five; tolerate new ones. (page) */
            provider: 'apple' | 'samsung' | 'garmin' | 'google' | 'polar' | 'suunto' | 'whoop' | 'strava' | 'oura' | 'fitbit' | 'ultrahuman' | (string & {});
            /** @description The user's id at the provider, or null where it is not known. (page) */
            provider_user_id: string | null;
            /** @description The user's name at the provider, or null where it is not known. (page) */
            provider_username: string | null;
            /**
             * @description The OAuth scopes that were granted, in the provider's own notation. Null for a provider that is
             *     connected by a mobile SDK, which knows no scopes. (public)
             */
            scope: string | null;
            /**
             * @description `active`: usable for syncing. `revoked`: access was withdrawn. `expired`: the tokens have run out
             *     and the user has to connect again. (page)
             * @enum {string}
             */
            status: "active" | "revoked" | "expired";
            /**
             * Format: date-time
             * @description When data was last synced, in UTC; null if that has never happened. (page)
             */
            last_synced_at: string | null;
            /**
             * Format: date-time
             * @description When the connection was made, in UTC. (page)
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the connection last changed, in UTC. Never before `created_at`. (page)
             */
            updated_at: string;
        };
        /** @description A field name that does not name a secret, in any case, with or without a separator. (page) */
        OpenWearablesFieldName: string;
        /** @description The error body, one message for a person. (page) */
        OpenWearablesError: {
            /** @description What went wrong. (page) */
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
        /** @description The key is missing, unknown or revoked. This is decided before the input is judged. (page) */
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
        /** @description Too many requests; wait as `Retry-After` says. (decided) */
        OpenWearablesTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["OpenWearablesRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenWearablesError"];
            };
        };
        /** @description The server failed; the body says nothing of how. (decided) */
        OpenWearablesServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenWearablesError"];
            };
        };
        /** @description The server cannot answer now; wait as `Retry-After` says. (decided) */
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
         * @description Whole seconds to wait before the next try. (decided)
         * @example 5
         */
        OpenWearablesRetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
            /** @description All connections of the user; an empty array where there are none. (page) */
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
}
