/** Why a link failed, in Junction's words. Wrong codes of a second factor do not occur on the pages. */
export type LinkErrorType =
  | 'invalid_token'
  | 'token_expired'
  | 'token_not_validated'
  | 'token_consumed'
  | 'provider_credential_error'
  | 'provider_password_expired'
  | 'provider_api_error'
  | 'unsupported_region'
  | 'duplicate_connection'
  | 'required_scopes_not_granted'
  | 'user_cancelled';
