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
         * @description Answers every provider that one user has connected, whether it works or has failed, with what each of
         *     its resources can deliver. A provider has no id; within a list its `slug` tells it from the others. (page)
         *
         *     A connection that the user or the integrator has switched off is not listed; one that failed is listed
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
         * @description The providers of one user. The page's own schema describes the one key as a pattern of keys; an object
         *     with one required property says the same and leaves mocks nothing to invent. (page)
         */
        JunctionProviderList: {
            /** @description One entry for each provider; no two with the same `slug`. (page) */
            providers: components["schemas"]["JunctionProvider"][];
        };
        /**
         * @description One data source that a user has connected. `error_details` is an object exactly when `status` is
         *     `error`, and otherwise null or left out. (page)
         */
        JunctionProvider: {
            /** @description The provider's name, written for a person. (page) */
            name: string;
            /** @description The provider's slug. An open set; tolerate new ones. (page) */
            slug: 'oura' | 'fitbit' | 'garmin' | 'whoop' | 'strava' | 'renpho' | 'peloton' | 'wahoo' | 'zwift' | 'freestyle_libre' | 'abbott_libreview' | 'tandem_source' | 'freestyle_libre_ble' | 'eight_sleep' | 'withings' | 'apple_health_kit' | 'manual' | 'ihealth' | 'google_fit' | 'beurer_api' | 'beurer_ble' | 'omron' | 'omron_ble' | 'onetouch_ble' | 'accuchek_ble' | 'contour_ble' | 'dexcom' | 'dexcom_v3' | 'hammerhead' | 'my_fitness_pal' | 'health_connect' | 'samsung_health' | 'polar' | 'cronometer' | 'kardia' | 'whoop_v2' | 'ultrahuman' | 'my_fitness_pal_v2' | 'map_my_fitness' | 'runkeeper' | 'google_health' | (string & {});
            /**
             * Format: uri
             * @description Address of the provider's logo. (page)
             */
            logo: string;
            /**
             * Format: date-time
             * @description When the connection was made, in UTC, which is written as an offset. (page)
             */
            created_on: string;
            /**
             * @description `connected`: data can be read. `error`: the connection has ended, for the reason that
             *     `error_details` gives. (page)
             * @enum {string}
             */
            status: "connected" | "error";
            /**
             * @description The user's id at the provider: a provider's own id, a user name or an e-mail address, by the way of
             *     connecting. Null for a provider that is connected by the mobile SDK, left out where it is not
             *     known. (page)
             */
            external_user_id?: string | null;
            /** @description Why the connection has ended; an object exactly when `status` is `error`. (page) */
            error_details?: {
                error_type: components["schemas"]["JunctionErrorType"];
                /** @description What happened, written for a person. (page) */
                error_message: string;
                /**
                 * Format: date-time
                 * @description When it happened, in UTC, which is written as an offset. (page)
                 */
                errored_at: string;
            } | null;
            /** @description What the provider can deliver for this user, by resource. (page) */
            resource_availability: {
                [key: string]: components["schemas"]["JunctionResourceAvailability"];
            };
        };
        /** @description The kind of failure. The vendor calls the list non-exhaustive; tolerate new ones. (page) */
        JunctionErrorType: 'token_refresh_failed' | 'webhook_registration_failed' | 'user_not_found' | 'deregistered_per_provider' | 'required_scopes_not_granted' | 'provider_credential_error' | 'provider_password_expired' | 'unknown' | (string & {});
        /** @description The name of a resource. An open set; tolerate new ones. (public) */
        JunctionResource: 'profile' | 'activity' | 'sleep' | 'body' | 'workouts' | 'workout_stream' | 'connection' | 'order' | 'result' | 'match_review' | 'appointment' | 'result_table' | 'glucose' | 'heartrate' | 'hrv' | 'ige' | 'igg' | 'blood_oxygen' | 'blood_pressure' | 'cholesterol' | 'device' | 'device_legacy' | 'weight' | 'fat' | 'body_temperature' | 'body_temperature_delta' | 'meal' | 'water' | 'caffeine' | 'mindfulness_minutes' | 'steps' | 'calories_active' | 'distance' | 'floors_climbed' | 'respiratory_rate' | 'vo2_max' | 'calories_basal' | 'stress_level' | 'menstrual_cycle' | 'sleep_cycle' | 'electrocardiogram' | 'electrocardiogram_voltage' | 'afib_burden' | 'heart_rate_alert' | 'stand_hour' | 'stand_duration' | 'sleep_apnea_alert' | 'sleep_breathing_disturbance' | 'wheelchair_push' | 'forced_expiratory_volume_1' | 'forced_vital_capacity' | 'peak_expiratory_flow_rate' | 'inhaler_usage' | 'fall' | 'uv_exposure' | 'daylight_exposure' | 'handwashing' | 'basal_body_temperature' | 'heart_rate_recovery_one_minute' | 'body_mass_index' | 'lean_body_mass' | 'waist_circumference' | 'workout_distance' | 'workout_swimming_stroke' | 'workout_duration' | 'insulin_injection' | 'carbohydrates' | 'note' | 'sleep_stream' | 'hypnogram' | (string & {});
        /** @description Whether one resource can be read, and the scopes that this rests on. (page) */
        JunctionResourceAvailability: {
            /** @description `available` or `unavailable`. The vendor calls the list non-exhaustive; tolerate new ones. (page) */
            status: 'available' | 'unavailable' | (string & {});
            /** @description The scopes that the resource needs, or null where none are known. (page) */
            scope_requirements?: {
                /** @description The scopes that the user has granted. (page) */
                user_granted: components["schemas"]["JunctionScopeRequirements"];
                /** @description The scopes that the user has not granted. (page) */
                user_denied: components["schemas"]["JunctionScopeRequirements"];
            } | null;
        };
        /** @description Scopes in the provider's own notation, by how much the resource needs them. (page) */
        JunctionScopeRequirements: {
            /** @description Scopes without which the resource cannot be read. (page) */
            required: string[];
            /** @description Scopes that add to the resource. (page) */
            optional: string[];
        };
        /** @description A field name that does not name a secret, in any case, with or without a separator. (decided) */
        JunctionFieldName: string;
        /** @description The error body, one message for a person. (decided) */
        JunctionError: {
            /** @description What went wrong. (decided) */
            detail: string;
        };
        /** @description The error body for a request that is not valid. (public) */
        JunctionValidationError: {
            /** @description Everything that is wrong. The page names the field and leaves it untyped. (public) */
            detail: components["schemas"]["JunctionValidationErrorItem"][];
        };
        /** @description One thing that is wrong with the request. (public) */
        JunctionValidationErrorItem: {
            /** @description Where it is, from the part of the request inwards. (public) */
            loc: (string | number)[];
            /** @description What is wrong, written for a person. (public) */
            msg: string;
            /** @description The kind of fault, written for a program. (public) */
            type: string;
        };
    };
    responses: {
        /** @description The key is missing, unknown or revoked. This is decided before the input is judged. (public) */
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
        /** @description A part of the request is not what it has to be, such as a `user_id` that is no UUID. (page) */
        JunctionUnprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionValidationError"];
            };
        };
        /** @description Too many requests; wait as `Retry-After` says. (public) */
        JunctionTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["JunctionRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionError"];
            };
        };
        /** @description The server failed; the body says nothing of how. (decided) */
        JunctionServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JunctionError"];
            };
        };
        /** @description The server cannot answer now; wait as `Retry-After` says. (public) */
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
        /** @description The UUID that Junction answered when the user was created. (page) */
        JunctionUserId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Whole seconds to wait before the next try. (decided)
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
                /** @description The UUID that Junction answered when the user was created. (page) */
                user_id: components["parameters"]["JunctionUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All providers of the user; an empty list where there are none. (page) */
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
