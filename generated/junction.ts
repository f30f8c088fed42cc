// Generated, do not edit: npm run generate
export interface paths {
    "/v2/user/providers/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user's connected providers
         * @description Returns every provider that one user has connected, both working and failed ones, and what data each of its
         *     resources can deliver. A provider has no id: its `slug` is unique within a list. (page)
         *
         *     A connection that the user or the integrator has deactivated is not listed. A failed connection is listed
         *     with the status `error`. (decided)
         */
        get: operations["listJunctionProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the users
         * @description Returns one page of the users of your team. (public)
         *
         *     Newest first, and users of the same age by id. Deleted users are left out. (decided)
         */
        get: operations["listJunctionUsers"];
        put?: never;
        /**
         * Create a user
         * @description Creates a user of your team. `client_user_id` is your own id of the user, and no two users of a team can have the
         *     same one. (public)
         *
         *     Fields that are not listed are ignored. (decided)
         */
        post: operations["createJunctionUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/user/undo_delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a deleted user
         * @description Restores a user within 7 days after its deletion. Name it by one of the two ids. Its connections stay
         *     deregistered. A user cannot be restored once another user has its `client_user_id`. (public)
         */
        post: operations["undoDeleteJunctionUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/user/resolve/{client_user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find a user by your own id
         * @description Returns the user with this `client_user_id`. (public)
         *
         *     A user that was created elsewhere without a `client_user_id` shows its own id as one, and is found by it.
         *     (decided)
         */
        get: operations["resolveJunctionUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/user/refresh/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh the data of a user
         * @description Reads new data from all connected providers of one user. Each entry of the three lists names a provider and one of
         *     its resources, such as `oura/sleep`. (public)
         *
         *     The sandbox answers at once. An active connection is refreshed, a connection that is being tested is in progress,
         *     and a connection that has failed stays failed. The vendor allows 8 calls per hour and user; the sandbox does not
         *     limit them. (decided)
         */
        post: operations["refreshJunctionUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/user/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a user
         * @description Returns one user with its connected providers. (public)
         *
         *     `connected_sources` has the providers that the list of connected providers has, failed ones included. (decided)
         */
        get: operations["getJunctionUser"];
        put?: never;
        post?: never;
        /**
         * Delete a user
         * @description Deletes a user and deregisters all its connections at once. The user can be restored for 7 days, without its
         *     connections. (public)
         *
         *     Until it is restored, no operation finds it. (decided)
         */
        delete: operations["deleteJunctionUser"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description Changes the fields that the body contains, and leaves the others unchanged. (public)
         *
         *     Null clears a field. Only `client_user_id` cannot be null. A body without a known field is refused. (decided)
         */
        patch: operations["patchJunctionUser"];
        trace?: never;
    };
    "/v2/user/{user_id}/{provider}": {
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
         * @description Ends the connection of one user to one provider. (public)
         *
         *     The connection is no longer listed. Connecting the provider again is possible at any time. (decided)
         */
        delete: operations["deregisterJunctionProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all providers
         * @description Returns the providers that Junction supports, with the resources of each. (public)
         */
        get: operations["listJunctionProviderCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/link/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a link token
         * @description Creates a token with which one user can connect one provider in a browser or in your own form. It is valid for
         *     60 minutes and until the first successful connection. (public)
         *
         *     `filter_on_providers`, `on_error` and `on_close` only change Junction's own widget. (public)
         *
         *     A user with demo connections gets no link token. (decided)
         */
        post: operations["createJunctionLinkToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/link/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the providers that a link token can connect
         * @description Returns the providers that a person can connect with a link token, and how each is connected. (public)
         *
         *     `filter_on_providers` of the token does not shorten this list. (public)
         */
        get: operations["listJunctionLinkProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/link/provider/oauth/{oauth_provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Start a connection by OAuth
         * @description Returns the URL of the provider's consent page for the user of the link token. Afterwards the browser is sent to
         *     the `redirect_url` of the token with `state=success`, or with `state=error`, `error_type` and `error`. (public)
         *
         *     The consent page of the sandbox is a page of this server. The URL is valid for 15 minutes and once. (decided)
         */
        get: operations["startJunctionOauthLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/link/provider/password/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect a provider by password
         * @description Connects the user of the link token to a provider with a user name and a password. Every result is a 200:
         *     `state` is `success`, `error` with an `error_type`, or `pending_provider_mfa` if the provider has sent a code that
         *     completes the connection. (public)
         *
         *     The sandbox accepts every password. The user name chooses the result, such as `mfa` or `wrong`. It stores neither.
         *     (decided)
         */
        post: operations["linkJunctionPasswordProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/link/provider/password/{provider}/complete_mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a connection with a second factor
         * @description Completes a connection whose `state` was `pending_provider_mfa` with the code that the provider sent. A wrong code
         *     is a 200 with `incorrect_mfa_code`. (public)
         *
         *     The code of the sandbox is `123456`. After a wrong code, the right one still works. (decided)
         */
        post: operations["completeJunctionPasswordMfa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/link/provider/email/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect a provider by e-mail address
         * @description Connects the user of the link token to a provider that finds the account by its e-mail address. (public)
         *
         *     The answer has the shape of a connection by password. In the sandbox, the part of the address before the `@`
         *     chooses the result, such as `wrong`. (decided)
         */
        post: operations["linkJunctionEmailProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/link/connect/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect a demo provider
         * @description Gives a user a connection with invented data. A user with a demo connection cannot have a real one. Only the
         *     vendor's sandbox has this operation. (public)
         *
         *     The vendor deletes a demo user after 7 days; this sandbox does not. (decided)
         */
        post: operations["connectJunctionDemo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/link/code/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a code for the mobile SDK
         * @description Creates a code with which Junction's mobile app can connect a phone to a user. It is valid for one hour unless
         *     `expires_at` says otherwise. (public)
         *
         *     The sandbox has no app that takes the code. (decided)
         */
        post: operations["createJunctionLinkCode"];
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
        /**
         * @description The providers of one user. The page's schema describes the only key by a pattern. An object with one required
         *     property means the same, and mocks do not invent keys for it. (page)
         */
        JunctionProviderList: {
            /**
             * @description One entry per provider. (page)
             *
             *     Each `slug` occurs once. (decided)
             */
            providers: components["schemas"]["JunctionProvider"][];
        };
        /**
         * @description One data source that a user has connected. `error_details` is null or left out unless `status` is `error`.
         *     (page)
         *
         *     If `status` is `error`, `error_details` is an object. (decided)
         */
        JunctionProvider: {
            /** @description The provider's name, written for people. (page) */
            name: string;
            /** @description The provider's slug. An open set: tolerate new values. (page) */
            slug: 'oura' | 'fitbit' | 'garmin' | 'whoop' | 'strava' | 'renpho' | 'peloton' | 'wahoo' | 'zwift' | 'freestyle_libre' | 'abbott_libreview' | 'tandem_source' | 'freestyle_libre_ble' | 'eight_sleep' | 'withings' | 'apple_health_kit' | 'manual' | 'ihealth' | 'google_fit' | 'beurer_api' | 'beurer_ble' | 'omron' | 'omron_ble' | 'onetouch_ble' | 'accuchek_ble' | 'contour_ble' | 'dexcom' | 'dexcom_v3' | 'hammerhead' | 'my_fitness_pal' | 'health_connect' | 'samsung_health' | 'polar' | 'cronometer' | 'kardia' | 'whoop_v2' | 'ultrahuman' | 'my_fitness_pal_v2' | 'map_my_fitness' | 'runkeeper' | 'google_health' | (string & {});
            /**
             * Format: uri
             * @description URL of the provider's logo. (page)
             */
            logo: string;
            /**
             * Format: date-time
             * @description When the connection was created. (page)
             *
             *     In UTC, written as an offset. (public)
             */
            created_on: string;
            /**
             * @description `connected`: data can be read. `error`: the connection has ended, and `error_details` contains the
             *     reason. (page)
             * @enum {string}
             */
            status: "connected" | "error";
            /**
             * @description The user's id at the provider: the provider's own id, a user name or an e-mail address, depending on how
             *     the user has connected. Null for a provider that is connected by the mobile SDK. Left out if it is not
             *     known. (page)
             */
            external_user_id?: string | null;
            /** @description Why the connection has ended. An object only if `status` is `error`. (page) */
            error_details?: {
                error_type: components["schemas"]["JunctionErrorType"];
                /** @description What happened, written for people. (page) */
                error_message: string;
                /**
                 * Format: date-time
                 * @description When it happened. (page)
                 *
                 *     In UTC, written as an offset. (public)
                 */
                errored_at: string;
            } | null;
            /** @description What data the provider can deliver for this user, by resource. (page) */
            resource_availability: {
                [key: string]: components["schemas"]["JunctionResourceAvailability"];
            };
        };
        /** @description A new user. Other fields are ignored. (public) */
        JunctionUserCreation: {
            client_user_id: components["schemas"]["JunctionClientUserId"];
            /** @description The IANA name of the time zone, for data whose provider names none. (public) */
            fallback_time_zone?: string | null;
            /** @description The date of birth, for providers that do not deliver it. (public) */
            fallback_birth_date?: components["schemas"]["JunctionDate"];
            /** @description The first day whose data is read. (public) */
            ingestion_start?: components["schemas"]["JunctionDate"];
            /** @description The last day whose data is read. (public) */
            ingestion_end?: components["schemas"]["JunctionDate"];
        } & {
            [key: string]: unknown;
        };
        /** @description A change of a user. Fields that are left out stay, and other fields are ignored. (public) */
        JunctionUserPatch: {
            client_user_id?: components["schemas"]["JunctionClientUserId"];
            /** @description The IANA name of the time zone. Null clears it. (public) */
            fallback_time_zone?: string | null;
            /** @description The date of birth. Null clears it. (public) */
            fallback_birth_date?: components["schemas"]["JunctionDate"];
            /** @description The first day whose data is read. Null clears it. (public) */
            ingestion_start?: components["schemas"]["JunctionDate"];
            /** @description The last day whose data is read. Null clears it. (public) */
            ingestion_end?: components["schemas"]["JunctionDate"];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Your own id of the user, unique in your team. (public)
         *
         *     Between 1 and 255 characters. (decided)
         */
        JunctionClientUserId: string;
        /** @description A day, written `YYYY-MM-DD`. (public) */
        JunctionDate: string | null;
        /** @description A user of a team. (public) */
        JunctionUser: {
            /**
             * Format: uuid
             * @description The id that Junction gave the user. (public)
             */
            user_id: string;
            /**
             * Format: uuid
             * @description The id of your team. (public)
             */
            team_id: string;
            /**
             * @description Your own id of the user. (public)
             *
             *     The same as `user_id` if the user has none. (decided)
             */
            client_user_id: string;
            /**
             * Format: date-time
             * @description When the user was created. (public)
             *
             *     In UTC, written as an offset. (decided)
             */
            created_on: string;
            /**
             * @description The connected providers. (public)
             *
             *     Newest first. (decided)
             */
            connected_sources: components["schemas"]["JunctionConnectedSource"][];
            /** @description The time zone for data whose provider names none. Null if it is not set. (public) */
            fallback_time_zone: {
                /** @description The IANA name of the time zone. (public) */
                id: string;
                /**
                 * @description The provider that it comes from. (public)
                 *
                 *     `manual` if it was set by this API. (decided)
                 */
                source_slug: string;
                /**
                 * Format: date-time
                 * @description When it was set. (public)
                 *
                 *     In UTC, written as an offset. (decided)
                 */
                updated_at: string;
            } | null;
            /** @description The date of birth, for providers that do not deliver it. Null if it is not set. (public) */
            fallback_birth_date?: {
                /** @description The day, written `YYYY-MM-DD`. (public) */
                value: string;
                /**
                 * @description The provider that it comes from. (public)
                 *
                 *     `manual` if it was set by this API. (decided)
                 */
                source_slug: string;
                /**
                 * Format: date-time
                 * @description When it was set. (public)
                 *
                 *     In UTC, written as an offset. (decided)
                 */
                updated_at: string;
            } | null;
            /** @description The first day whose data is read. Null if it is not set. (public) */
            ingestion_start?: components["schemas"]["JunctionDate"];
            /** @description The last day whose data is read. Null if it is not set. (public) */
            ingestion_end?: components["schemas"]["JunctionDate"];
        };
        /** @description A provider that a user has connected. (public) */
        JunctionConnectedSource: {
            /** @description The provider. (public) */
            provider: components["schemas"]["JunctionProviderName"];
            /**
             * Format: date-time
             * @description When it was connected. (public)
             *
             *     In UTC, written as an offset. (decided)
             */
            created_on: string;
            /** @description The same as `provider`. Deprecated, but SDKs require it. (public) */
            source: components["schemas"]["JunctionProviderName"];
        };
        /** @description The name of a provider. (public) */
        JunctionProviderName: {
            /** @description The provider's name, written for people. (public) */
            name: string;
            /** @description The provider's slug. An open set: tolerate new values. (public) */
            slug: string;
            /**
             * Format: uri
             * @description URL of the provider's logo. (public)
             */
            logo: string;
        };
        /** @description One page of the users of a team. (public) */
        JunctionUserList: {
            /** @description The users on this page. (public) */
            users: components["schemas"]["JunctionUser"][];
            /**
             * @description The number of users. (public)
             *
             *     It counts the users on all pages. (decided)
             */
            total: number;
            /** @description The `offset` of the request, or its default. (public) */
            offset: number;
            /** @description The `limit` of the request, or its default. (public) */
            limit: number;
        };
        /** @description The result of a change of a user. (public) */
        JunctionUserSuccess: {
            /** @description Whether the change was made. (public) */
            success: boolean;
        };
        /** @description The error body of a request that is refused, with a code. (public) */
        JunctionRefusal: {
            /** @description The reason. (public) */
            detail: {
                /** @description The kind of refusal. An open set: tolerate new values. (public) */
                error_type: 'INVALID_REQUEST' | (string & {});
                /** @description The reason, described for people. (public) */
                error_message: string;
                /**
                 * Format: uuid
                 * @description The user that has the `client_user_id`. (public)
                 *
                 *     Only if that is the reason. (decided)
                 */
                user_id?: string;
                /**
                 * Format: date-time
                 * @description When that user was created. (public)
                 *
                 *     In UTC, written as an offset. Only if that is the reason. (decided)
                 */
                created_on?: string;
            };
        };
        /** @description What has become of each source. (public) */
        JunctionRefresh: {
            /**
             * @description Always true. (public)
             * @constant
             */
            success: true;
            /**
             * Format: uuid
             * @description The user. (public)
             */
            user_id: string;
            /** @description The sources that have been read, each as `provider/resource`. (public) */
            refreshed_sources: string[];
            /** @description The sources that are still being read. (public) */
            in_progress_sources: string[];
            /** @description The sources that could not be read. (public) */
            failed_sources: string[];
        };
        /** @description Why nothing was refreshed. (public) */
        JunctionRefreshError: {
            /**
             * @description Always false. (public)
             * @constant
             */
            success: false;
            /**
             * Format: uuid
             * @description The user. (public)
             */
            user_id: string;
            /** @description The reason, described for people. (public) */
            error: string;
            /** @description The sources that could not be read. (public) */
            failed_sources?: string[];
        };
        /**
         * @description The slug of a provider. Another value is refused. (public)
         * @enum {string}
         */
        JunctionProviderSlug: "oura" | "fitbit" | "garmin" | "whoop" | "strava" | "renpho" | "peloton" | "wahoo" | "zwift" | "freestyle_libre" | "abbott_libreview" | "tandem_source" | "freestyle_libre_ble" | "eight_sleep" | "withings" | "apple_health_kit" | "manual" | "ihealth" | "google_fit" | "beurer_api" | "beurer_ble" | "omron" | "omron_ble" | "onetouch_ble" | "accuchek_ble" | "contour_ble" | "dexcom" | "dexcom_v3" | "hammerhead" | "my_fitness_pal" | "health_connect" | "samsung_health" | "polar" | "cronometer" | "kardia" | "whoop_v2" | "ultrahuman" | "my_fitness_pal_v2" | "map_my_fitness" | "runkeeper" | "google_health";
        /**
         * @description The region of the person's account at the provider, as a country or `eu`. (public)
         * @enum {string|null}
         */
        JunctionRegion: "us" | "eu" | "de" | "fr" | "ca" | "br" | "ar" | "cl" | "co" | "mx" | "gb" | "ie" | "au" | "nz" | "nl" | "at" | "be" | "bh" | "ch" | "cz" | "dk" | "eg" | "es" | "fi" | "gr" | "hr" | "il" | "it" | "jo" | "kw" | "lb" | "lu" | "no" | "om" | "pl" | "pt" | "qa" | "sa" | "se" | "si" | "sk" | "tr" | "za" | "in" | "sg" | "hk" | "kr" | "ph" | "tw" | null;
        /** @description A provider that Junction supports. (public) */
        JunctionCatalogueProvider: {
            /** @description The provider's name, written for people. (public) */
            name: string;
            /** @description The provider's slug. An open set: tolerate new values. (public) */
            slug: string;
            /** @description What the provider is, described for people. (public) */
            description: string;
            /**
             * Format: uri
             * @description URL of the provider's logo. (public)
             */
            logo: string | null;
            auth_type?: components["schemas"]["JunctionAuthType"];
            /** @description The resources that the provider can deliver. (public) */
            supported_resources?: components["schemas"]["JunctionResource"][];
        };
        /**
         * @description How a person connects the provider. An open set: tolerate new values. (public)
         *
         *     Null if there is no way to connect it. (decided)
         */
        JunctionAuthType: ('oauth' | 'team_oauth' | 'sdk' | 'password' | 'email' | 'app' | '' | (string & {})) | null;
        /** @description The settings of a link token. Other fields are ignored. (public) */
        JunctionLinkTokenCreation: {
            /**
             * Format: uuid
             * @description The user that the token belongs to. (public)
             */
            user_id: string;
            /**
             * @description The only provider that the widget offers. Null for all. (public)
             * @enum {string|null}
             */
            provider?: "oura" | "fitbit" | "garmin" | "whoop" | "strava" | "renpho" | "peloton" | "wahoo" | "zwift" | "freestyle_libre" | "abbott_libreview" | "tandem_source" | "freestyle_libre_ble" | "eight_sleep" | "withings" | "apple_health_kit" | "manual" | "ihealth" | "google_fit" | "beurer_api" | "beurer_ble" | "omron" | "omron_ble" | "onetouch_ble" | "accuchek_ble" | "contour_ble" | "dexcom" | "dexcom_v3" | "hammerhead" | "my_fitness_pal" | "health_connect" | "samsung_health" | "polar" | "cronometer" | "kardia" | "whoop_v2" | "ultrahuman" | "my_fitness_pal_v2" | "map_my_fitness" | "runkeeper" | "google_health" | null;
            /**
             * @description Where the browser is sent at the end. (public)
             *
             *     An absolute URL with `http`, `https` or the scheme of an application. (decided)
             */
            redirect_url?: string | null;
            /** @description The providers that the widget offers. Null for all. (public) */
            filter_on_providers?: components["schemas"]["JunctionProviderSlug"][] | null;
            /**
             * @description Whether the widget sends the browser back after an error. (public)
             * @enum {string|null}
             */
            on_error?: "redirect" | null;
            /**
             * @description Whether the widget sends the browser back if it is closed. (public)
             * @enum {string|null}
             */
            on_close?: "redirect" | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A new link token. (public) */
        JunctionLinkTokenResponse: {
            /** @description The token, for the header of the widget calls. (public) */
            link_token: string;
            /**
             * Format: uri
             * @description The URL of the widget. It contains the token, `env` and `region`. (public)
             */
            link_web_url: string;
        };
        /** @description A provider that can be connected with a link token. (public) */
        JunctionLinkProvider: {
            /** @description A number of the provider. (public) */
            id: number;
            /** @description The provider's name, written for people. (public) */
            name: string;
            /** @description The provider's slug. An open set: tolerate new values. (public) */
            slug: string;
            /** @description What the provider is, described for people. (public) */
            description: string;
            /**
             * Format: uri
             * @description URL of the provider's logo. (public)
             */
            logo: string;
            /**
             * @description The URL of the consent page. (public)
             *
             *     Null here: it is made when the connection starts. (decided)
             */
            oauth_url?: string | null;
            auth_type?: components["schemas"]["JunctionAuthType"];
            /**
             * @description Fields that a form needs in addition. (public)
             *
             *     Empty. (decided)
             */
            form_components?: {
                [key: string]: unknown;
            };
        };
        /** @description A provider whose connection was started. (public) */
        JunctionSource: {
            /** @description A number of the provider. (public) */
            id: number;
            /** @description The provider's name, written for people. (public) */
            name: string;
            /** @description The provider's slug. An open set: tolerate new values. (public) */
            slug: string;
            /** @description What the provider is, described for people. (public) */
            description: string;
            /**
             * Format: uri
             * @description URL of the provider's logo. (public)
             */
            logo: string;
            /** @description A group of providers that the provider belongs to. (public) */
            group?: string | null;
            /** @description The URL of the provider's consent page. (public) */
            oauth_url?: string | null;
            auth_type?: components["schemas"]["JunctionAuthType"];
            /** @description The kind of source. An open set: tolerate new values. (public) */
            source_type?: ('app' | 'ble' | 'device' | 'lab' | 'provider' | (string & {})) | null;
            /** @description Whether the provider can be connected. (public) */
            is_active?: boolean | null;
            /** @description How many days of older data are read. Null if it is not known. (public) */
            backfill_num_days?: number | null;
        };
        /** @description The credentials of a person at a provider. Other fields are ignored. (public) */
        JunctionPasswordLink: {
            /**
             * @description The user name, or the e-mail address. (public)
             *
             *     Between 1 and 255 characters. (decided)
             */
            username: string;
            /**
             * @description The password. (public)
             *
             *     Between 1 and 1024 characters. It is never stored. (decided)
             */
            password: string;
            region?: components["schemas"]["JunctionRegion"];
        } & {
            [key: string]: unknown;
        };
        /** @description The second factor of a connection. Other fields are ignored. (public) */
        JunctionMfaCompletion: {
            /**
             * @description The code that the provider has sent to the person. (public)
             *
             *     Between 1 and 64 characters. (decided)
             */
            mfa_code: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The e-mail address of a person at a provider. Other fields are ignored. (public) */
        JunctionEmailLink: {
            /**
             * @description The e-mail address. (public)
             *
             *     A text with one `@` that is neither first nor last. (decided)
             */
            email: string;
            /** @description Deprecated and ignored. (public) */
            provider?: string | null;
            region?: components["schemas"]["JunctionRegion"];
        } & {
            [key: string]: unknown;
        };
        /** @description What has become of a connection that was started with a link token. (public) */
        JunctionLinkState: {
            /**
             * @description Whether the provider is connected, was refused, or waits for a code. (public)
             * @enum {string}
             */
            state: "success" | "error" | "pending_provider_mfa";
            /**
             * @description Where to send the browser. (public)
             *
             *     The `redirect_url` of the link token with the result in its query, or null. (decided)
             */
            redirect_url?: string | null;
            /** @description The kind of error. Null unless `state` is `error`. An open set: tolerate new values. (public) */
            error_type?: ('invalid_token' | 'token_expired' | 'token_not_validated' | 'token_consumed' | 'provider_credential_error' | 'provider_password_expired' | 'provider_api_error' | 'unsupported_region' | 'duplicate_connection' | 'required_scopes_not_granted' | 'incorrect_mfa_code' | 'user_cancelled' | (string & {})) | null;
            /** @description The error, described for people. (public) */
            error?: string | null;
            /** @description How the provider has sent the code. Null unless `state` is `pending_provider_mfa`. (public) */
            provider_mfa?: {
                /** @description The way of the code. An open set: tolerate new values. (public) */
                method: 'sms' | 'email' | (string & {});
                /** @description A part of the number or address that received the code. (public) */
                hint: string;
            } | null;
            /** @description The slug of the provider. Deprecated, but SDKs require it. (public) */
            provider: string;
            /** @description Whether `state` is `success`. Deprecated, but SDKs require it. (public) */
            connected: boolean;
            /**
             * @description The person's id at the provider. Deprecated. (public)
             *
             *     Null unless the provider is connected. (decided)
             */
            provider_id: string | null;
        };
        /** @description A new demo connection. Other fields are ignored. (public) */
        JunctionDemoCreation: {
            /**
             * Format: uuid
             * @description The user. (public)
             */
            user_id: string;
            /**
             * @description The slug of a provider that has demo connections. Another value is refused. (public)
             * @enum {string}
             */
            provider: "apple_health_kit" | "fitbit" | "freestyle_libre" | "oura";
        } & {
            [key: string]: unknown;
        };
        /** @description The result of a demo connection. (public) */
        JunctionDemoStatus: {
            /** @description Whether the connection was made. (public) */
            success: boolean;
            /** @description The result, described for people. (public) */
            detail: string;
        };
        /** @description A code for the mobile SDK. (public) */
        JunctionLinkCode: {
            /** @description The code. (public) */
            code: string;
            /** @description The code as a URL that opens the app. (public) */
            exchange_url: string;
            /**
             * Format: date-time
             * @description When the code expires. (public)
             *
             *     In UTC, written as an offset. (decided)
             */
            expires_at: string;
        };
        /** @description The kind of failure. The vendor calls the list non-exhaustive; tolerate new values. (page) */
        JunctionErrorType: 'token_refresh_failed' | 'webhook_registration_failed' | 'user_not_found' | 'deregistered_per_provider' | 'required_scopes_not_granted' | 'provider_credential_error' | 'provider_password_expired' | 'unknown' | (string & {});
        /** @description The name of a resource. An open set: tolerate new values. (public) */
        JunctionResource: 'profile' | 'activity' | 'sleep' | 'body' | 'workouts' | 'workout_stream' | 'connection' | 'order' | 'result' | 'match_review' | 'appointment' | 'result_table' | 'glucose' | 'heartrate' | 'hrv' | 'ige' | 'igg' | 'blood_oxygen' | 'blood_pressure' | 'cholesterol' | 'device' | 'device_legacy' | 'weight' | 'fat' | 'body_temperature' | 'body_temperature_delta' | 'meal' | 'water' | 'caffeine' | 'mindfulness_minutes' | 'steps' | 'calories_active' | 'distance' | 'floors_climbed' | 'respiratory_rate' | 'vo2_max' | 'calories_basal' | 'stress_level' | 'menstrual_cycle' | 'sleep_cycle' | 'electrocardiogram' | 'electrocardiogram_voltage' | 'afib_burden' | 'heart_rate_alert' | 'stand_hour' | 'stand_duration' | 'sleep_apnea_alert' | 'sleep_breathing_disturbance' | 'wheelchair_push' | 'forced_expiratory_volume_1' | 'forced_vital_capacity' | 'peak_expiratory_flow_rate' | 'inhaler_usage' | 'fall' | 'uv_exposure' | 'daylight_exposure' | 'handwashing' | 'basal_body_temperature' | 'heart_rate_recovery_one_minute' | 'body_mass_index' | 'lean_body_mass' | 'waist_circumference' | 'workout_distance' | 'workout_swimming_stroke' | 'workout_duration' | 'insulin_injection' | 'carbohydrates' | 'note' | 'sleep_stream' | 'hypnogram' | (string & {});
        /** @description Whether one resource can be read, and the scopes that decide it. (page) */
        JunctionResourceAvailability: {
            /** @description `available` or `unavailable`. The vendor calls the list non-exhaustive; tolerate new values. (page) */
            status: 'available' | 'unavailable' | (string & {});
            /** @description The scopes that the resource needs. Null if none are known. (page) */
            scope_requirements?: {
                /** @description The scopes that the user has granted. (page) */
                user_granted: components["schemas"]["JunctionScopeRequirements"];
                /** @description The scopes that the user has not granted. (page) */
                user_denied: components["schemas"]["JunctionScopeRequirements"];
            } | null;
        };
        /** @description Scopes in the provider's own notation, grouped by how much the resource needs them. (page) */
        JunctionScopeRequirements: {
            /** @description Scopes without which the resource cannot be read. (page) */
            required: string[];
            /** @description Scopes that add data to the resource. (page) */
            optional: string[];
        };
        /** @description A field name that does not name a secret, in upper or lower case, with or without a separator. (decided) */
        JunctionFieldName: string;
        /** @description The error body, with one message for people. (decided) */
        JunctionError: {
            /** @description The fault. (decided) */
            detail: string;
        };
        /** @description The error body for an invalid request. (public) */
        JunctionValidationError: {
            /** @description All faults. The page names the field without a type. (public) */
            detail: components["schemas"]["JunctionValidationErrorItem"][];
        };
        /** @description One fault of the request. (public) */
        JunctionValidationErrorItem: {
            /** @description The location: the part of the request, then the path within it. (public) */
            loc: (string | number)[];
            /** @description The fault, described for people. (public) */
            msg: string;
            /** @description The kind of fault, as a code for programs. (public) */
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
        /** @description The key is missing, unknown or revoked. It is checked before the input. (public) */
        JunctionUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionError"];
            };
        };
        /** @description No user with this id is visible to the key. (decided) */
        JunctionUserNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionError"];
            };
        };
        /** @description A part of the request is invalid, such as a `user_id` that is not a UUID. (page) */
        JunctionUnprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionValidationError"];
            };
        };
        /** @description The link token is missing, unknown, expired or used. (decided) */
        JunctionLinkTokenInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionError"];
            };
        };
        /** @description The user has demo connections, or the connection would exceed a limit of the sandbox. (decided) */
        JunctionLinkRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionRefusal"];
            };
        };
        /** @description Another user of the team has this `client_user_id`. (decided) */
        JunctionClientUserIdTaken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionError"];
            };
        };
        /** @description The body is larger than 64 kB. (decided) */
        JunctionTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionError"];
            };
        };
        /** @description The body is not `application/json`, or has an unknown charset or content encoding. (decided) */
        JunctionUnsupportedType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionError"];
            };
        };
        /** @description A parameter or the body is invalid. (public) */
        JunctionUnprocessableBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionValidationError"];
            };
        };
        /** @description Too many requests. Wait for the time in `Retry-After`. (public) */
        JunctionTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["JunctionRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionError"];
            };
        };
        /** @description An internal error. The body does not reveal its cause. (decided) */
        JunctionServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionError"];
            };
        };
        /** @description The server is temporarily unavailable. Wait for the time in `Retry-After`. (public) */
        JunctionUnavailable: {
            headers: {
                "Retry-After": components["headers"]["JunctionRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionError"];
            };
        };
    };
    parameters: {
        /** @description The UUID that Junction returned when the user was created. (page) */
        JunctionUserId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Whole seconds to wait before the next request. (decided)
         * @example 5
         */
        JunctionRetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listJunctionProviders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The UUID that Junction returned when the user was created. (page) */
                user_id: components["parameters"]["JunctionUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All providers of the user. The list is empty if there are none. (page) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionProviderList"];
                };
            };
            401: components["responses"]["JunctionUnauthorized"];
            404: components["responses"]["JunctionUserNotFound"];
            422: components["responses"]["JunctionUnprocessable"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    listJunctionUsers: {
        parameters: {
            query?: {
                /**
                 * @description How many users to skip. (public)
                 *
                 *     Not negative. (decided)
                 */
                offset?: number;
                /**
                 * @description The maximum number of users to return, at most 500. (public)
                 *
                 *     At least 1. (decided)
                 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the users. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionUserList"];
                };
            };
            401: components["responses"]["JunctionUnauthorized"];
            /** @description A parameter is invalid. (public) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionValidationError"];
                };
            };
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    createJunctionUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Your id of the user, and fallbacks for data that a provider does not deliver. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["JunctionUserCreation"];
            };
        };
        responses: {
            /** @description The new user. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionUser"];
                };
            };
            /**
             * @description Another user of the team has this `client_user_id`; `detail` names it. (public)
             *
             *     The same shape without a user if the team has as many users as it may have. (decided)
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionRefusal"];
                };
            };
            401: components["responses"]["JunctionUnauthorized"];
            413: components["responses"]["JunctionTooLarge"];
            415: components["responses"]["JunctionUnsupportedType"];
            422: components["responses"]["JunctionUnprocessableBody"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    undoDeleteJunctionUser: {
        parameters: {
            query?: {
                /**
                 * @description The id that Junction gave the user. (public)
                 *
                 *     A request with both ids, or with neither, is refused. (decided)
                 */
                user_id?: string;
                /** @description Your id of the user. (public) */
                client_user_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user exists again, without connections. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionUserSuccess"];
                };
            };
            /** @description The team has as many users as it may have. (decided) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionRefusal"];
                };
            };
            401: components["responses"]["JunctionUnauthorized"];
            /** @description No user with this id was deleted within the last 7 days. (decided) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionError"];
                };
            };
            409: components["responses"]["JunctionClientUserIdTaken"];
            /** @description A parameter is invalid, or not exactly one of the two is given. (public) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionValidationError"];
                };
            };
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    resolveJunctionUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Your id of the user. (public)
                 *
                 *     The rest of the path is the id, also if it contains slashes that are not encoded: some SDKs do not encode it.
                 *     (decided)
                 */
                client_user_id: string;
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
                    "application/json": components["schemas"]["JunctionUser"];
                };
            };
            401: components["responses"]["JunctionUnauthorized"];
            404: components["responses"]["JunctionUserNotFound"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    refreshJunctionUser: {
        parameters: {
            query?: {
                /** @description The longest time to wait for the providers, in seconds: 5 to 60. (public) */
                timeout?: number;
            };
            header?: never;
            path: {
                /** @description The id of the user at Junction. (public) */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All sources have been read, or have failed. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionRefresh"];
                };
            };
            /** @description Some sources are still being read. (public) */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionRefresh"];
                };
            };
            /**
             * @description Nothing could be refreshed. (public)
             *
             *     This is the answer if the user has no connection, or if all of them have failed. (decided)
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionRefreshError"];
                };
            };
            401: components["responses"]["JunctionUnauthorized"];
            404: components["responses"]["JunctionUserNotFound"];
            422: components["responses"]["JunctionUnprocessable"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    getJunctionUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the user at Junction. (public) */
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
                    "application/json": components["schemas"]["JunctionUser"];
                };
            };
            401: components["responses"]["JunctionUnauthorized"];
            404: components["responses"]["JunctionUserNotFound"];
            422: components["responses"]["JunctionUnprocessable"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    deleteJunctionUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the user at Junction. (public) */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user has been deleted. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionUserSuccess"];
                };
            };
            401: components["responses"]["JunctionUnauthorized"];
            404: components["responses"]["JunctionUserNotFound"];
            422: components["responses"]["JunctionUnprocessable"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    patchJunctionUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the user at Junction. (public) */
                user_id: string;
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["JunctionUserPatch"];
            };
        };
        responses: {
            /** @description The user has been changed. There is no body. (public) */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body changes nothing. (decided) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionError"];
                };
            };
            401: components["responses"]["JunctionUnauthorized"];
            404: components["responses"]["JunctionUserNotFound"];
            409: components["responses"]["JunctionClientUserIdTaken"];
            413: components["responses"]["JunctionTooLarge"];
            415: components["responses"]["JunctionUnsupportedType"];
            422: components["responses"]["JunctionUnprocessableBody"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    deregisterJunctionProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the user at Junction. (public) */
                user_id: string;
                /** @description The slug of the provider. (public) */
                provider: components["schemas"]["JunctionProviderSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The provider has been disconnected. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionUserSuccess"];
                };
            };
            401: components["responses"]["JunctionUnauthorized"];
            /** @description No user with this id is visible to the key, or the user has not connected the provider. (decided) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionError"];
                };
            };
            422: components["responses"]["JunctionUnprocessable"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    listJunctionProviderCatalogue: {
        parameters: {
            query?: {
                /**
                 * @description Only providers of this type. (public)
                 *
                 *     The list is empty for a type that no provider has. (decided)
                 */
                source_type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The providers. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionCatalogueProvider"][];
                };
            };
            401: components["responses"]["JunctionUnauthorized"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    createJunctionLinkToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The user, and the settings of the link. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["JunctionLinkTokenCreation"];
            };
        };
        responses: {
            /**
             * @description The token, and the URL of the widget that takes it. (public)
             *
             *     The widget of the sandbox is a page of this server. (decided)
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionLinkTokenResponse"];
                };
            };
            /** @description The user has demo connections, or there are too many link tokens. (decided) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionRefusal"];
                };
            };
            401: components["responses"]["JunctionUnauthorized"];
            404: components["responses"]["JunctionUserNotFound"];
            413: components["responses"]["JunctionTooLarge"];
            415: components["responses"]["JunctionUnsupportedType"];
            422: components["responses"]["JunctionUnprocessableBody"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    listJunctionLinkProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The providers. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionLinkProvider"][];
                };
            };
            401: components["responses"]["JunctionLinkTokenInvalid"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    startJunctionOauthLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of a provider that is connected by OAuth. Another value is refused. (public) */
                oauth_provider: "oura" | "fitbit" | "garmin" | "strava" | "wahoo" | "ihealth" | "withings" | "google_fit" | "dexcom_v3" | "polar" | "cronometer" | "omron" | "whoop_v2" | "my_fitness_pal_v2" | "ultrahuman" | "runkeeper" | "google_health";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The provider, with the URL of its consent page. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionSource"];
                };
            };
            400: components["responses"]["JunctionLinkRefused"];
            401: components["responses"]["JunctionLinkTokenInvalid"];
            /** @description The provider cannot be connected by OAuth. (public) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionValidationError"];
                };
            };
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    linkJunctionPasswordProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of a provider that is connected by password. Another value is refused. (public) */
                provider: "whoop" | "renpho" | "peloton" | "zwift" | "eight_sleep" | "beurer_api" | "dexcom" | "hammerhead" | "my_fitness_pal" | "kardia" | "abbott_libreview" | "tandem_source";
            };
            cookie?: never;
        };
        /** @description The person's user name and password at the provider. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["JunctionPasswordLink"];
            };
        };
        responses: {
            /** @description What has become of the connection. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionLinkState"];
                };
            };
            400: components["responses"]["JunctionLinkRefused"];
            401: components["responses"]["JunctionLinkTokenInvalid"];
            413: components["responses"]["JunctionTooLarge"];
            415: components["responses"]["JunctionUnsupportedType"];
            422: components["responses"]["JunctionUnprocessableBody"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    completeJunctionPasswordMfa: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of a provider that is connected by password. Another value is refused. (public) */
                provider: "whoop" | "renpho" | "peloton" | "zwift" | "eight_sleep" | "beurer_api" | "dexcom" | "hammerhead" | "my_fitness_pal" | "kardia" | "abbott_libreview" | "tandem_source";
            };
            cookie?: never;
        };
        /** @description The code. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["JunctionMfaCompletion"];
            };
        };
        responses: {
            /** @description What has become of the connection. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionLinkState"];
                };
            };
            /** @description No connection of this link token to this provider waits for a code, or the connection is not allowed. (decided) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionRefusal"];
                };
            };
            401: components["responses"]["JunctionLinkTokenInvalid"];
            413: components["responses"]["JunctionTooLarge"];
            415: components["responses"]["JunctionUnsupportedType"];
            422: components["responses"]["JunctionUnprocessableBody"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    linkJunctionEmailProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The slug of a provider that is connected by e-mail address. Another value is refused. (public) */
                provider: "freestyle_libre";
            };
            cookie?: never;
        };
        /** @description The person's e-mail address at the provider. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["JunctionEmailLink"];
            };
        };
        responses: {
            /**
             * @description The body is not described by the vendor. (public)
             *
             *     It has the shape of a connection by password. (decided)
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionLinkState"];
                };
            };
            400: components["responses"]["JunctionLinkRefused"];
            401: components["responses"]["JunctionLinkTokenInvalid"];
            413: components["responses"]["JunctionTooLarge"];
            415: components["responses"]["JunctionUnsupportedType"];
            422: components["responses"]["JunctionUnprocessableBody"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    connectJunctionDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The user and the provider. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["JunctionDemoCreation"];
            };
        };
        responses: {
            /** @description The connection exists. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionDemoStatus"];
                };
            };
            /** @description The user has this demo connection already, or has a real connection. (decided) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionRefusal"];
                };
            };
            401: components["responses"]["JunctionUnauthorized"];
            404: components["responses"]["JunctionUserNotFound"];
            413: components["responses"]["JunctionTooLarge"];
            415: components["responses"]["JunctionUnsupportedType"];
            422: components["responses"]["JunctionUnprocessableBody"];
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
    createJunctionLinkCode: {
        parameters: {
            query: {
                /** @description The id of the user at Junction. (public) */
                user_id: string;
                /**
                 * @description When the code expires. (public)
                 *
                 *     A moment that has not passed. (decided)
                 */
                expires_at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The code. (public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionLinkCode"];
                };
            };
            401: components["responses"]["JunctionUnauthorized"];
            404: components["responses"]["JunctionUserNotFound"];
            /** @description A parameter is invalid. (public) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JunctionValidationError"];
                };
            };
            429: components["responses"]["JunctionTooManyRequests"];
            500: components["responses"]["JunctionServerError"];
            503: components["responses"]["JunctionUnavailable"];
        };
    };
}
