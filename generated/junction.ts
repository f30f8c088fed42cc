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
}
