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
         *     The list has no pages and no filters. It is ordered by `created_at`, newest first. (public)
         *
         *     HEAD is answered with 405 and `Allow: GET`. (public)
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
        /** @description One wearable provider that a user has connected. It always has all 18 fields, and no others. (public) */
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
            provider: 'apple' | 'samsung' | 'garmin' | 'google' | 'polar' | 'suunto' | 'whoop' | 'strava' | 'oura' | 'fitbit' | 'ultrahuman' | 'sensorbio' | (string & {});
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
             * @description `active`: usable for syncing, or not known to be unusable. `revoked`: access was withdrawn, or the token cannot be
             *     refreshed. `expired`: accepted in the data, but never set by the server itself. (public)
             * @enum {string}
             */
            status: "active" | "revoked" | "expired";
            /**
             * Format: date-time
             * @description When data was last synced, in UTC, with microseconds if they are not zero. Null if it never was. Can be later than
             *     `updated_at`. (public)
             */
            last_synced_at: string | null;
            /**
             * Format: date-time
             * @description When the connection was created, in UTC, with microseconds if they are not zero. (public)
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the connection last changed, in UTC, with microseconds if they are not zero. A sync is not a change. Never
             *     before `created_at`. (public)
             */
            updated_at: string;
            /** @description The path of the provider's icon on the server, or null for a provider that the server does not know. (public) */
            icon_url: string | null;
            /** @description How many days back the provider sends data, or null if there is no limit. (public) */
            max_historical_days: number | null;
            /** @description Whether the server can fetch data from the provider. (public) */
            rest_pull: boolean;
            /** @description Whether the provider's webhooks contain the data. (public) */
            webhook_stream: boolean;
            /** @description Whether the provider's webhooks only say that there is data to fetch. (public) */
            webhook_ping: boolean;
            /** @description Whether the provider sends requested data to a webhook. (public) */
            webhook_callback: boolean;
            /**
             * @description How new data arrives: the server fetches it (`pull`), or the provider sends it (`webhook`). Null for a
             *     provider that is connected by a mobile SDK, and for one that the server does not know. (public)
             * @enum {string|null}
             */
            live_sync_mode: "pull" | "webhook" | null;
            /**
             * @description Other users with an active connection to the same account at the provider, in no defined order. Empty if the
             *     connection is not active, or has no `provider_user_id`. (public)
             */
            linked_user_ids: string[];
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
        /** @description The key is missing, unknown or revoked. It is checked before the input. (public) */
        OpenWearablesUnauthorized: {
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
            /** @description All connections of the user. The array is empty if there are none, or if the user does not exist. (public) */
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
            429: components["responses"]["OpenWearablesTooManyRequests"];
            500: components["responses"]["OpenWearablesServerError"];
            503: components["responses"]["OpenWearablesUnavailable"];
        };
    };
}
