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
}
