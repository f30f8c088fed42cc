"""Drives the whole life of a connection with the SDK of Junction's vendor, and stops at the first surprise."""

import json
import sys
import uuid

import httpx
from junction import BadRequestError, Junction, UnprocessableEntityError
from junction.core.api_error import ApiError

request = json.load(sys.stdin)
base_url = request["baseUrl"]
client = Junction(base_url=base_url, api_key=request["key"], max_retries=0)
redirect_url = f"{base_url}/?from=python"


def expect(title, actual, expected):
    if actual != expected:
        sys.exit(f"{title}: {actual!r} instead of {expected!r}")


def link_token(user_id):
    return client.link.token(user_id=user_id, redirect_url=redirect_url).link_token


def statuses(user_id):
    providers = client.user.get_connected_providers(user_id)["providers"]
    return sorted(f"{provider.slug} {provider.status}" for provider in providers)


def result_of(oauth_url, outcome):
    """Decides on the consent page without a click, and returns the query of the URL of the application."""
    arrived = httpx.get(f"{oauth_url}&simulate={outcome}", follow_redirects=True)
    return dict(arrived.url.params)


def error_of(call, **arguments):
    try:
        call(**arguments)
    except ApiError as error:
        return error
    sys.exit(f"{call} with {arguments} has not failed")


# A user.
client_user_id = str(uuid.uuid4())
user = client.user.create(client_user_id=client_user_id, fallback_time_zone="Europe/London")
user_id = user.user_id
expect("get", client.user.get(user_id), user)
expect("resolve", client.user.get_by_client_user_id(client_user_id), user)
page = client.user.get_all(offset=0, limit=1)
expect("list", (page.users, page.offset, page.limit), ([user], 0, 1))
client.user.patch(user_id, fallback_birth_date="1990-02-28")
expect("patch", client.user.get(user_id).fallback_birth_date.value, "1990-02-28")

# Errors, as the SDK documents them.
conflict = error_of(client.user.create, client_user_id=client_user_id)
expect("conflict", (type(conflict), conflict.body["detail"]["user_id"]), (BadRequestError, user_id))
unknown = error_of(client.user.get, user_id=str(uuid.uuid4()))
expect("unknown", (unknown.status_code, unknown.body), (404, {"detail": "User not found"}))
invalid = error_of(client.user.get, user_id="x")
expect("invalid", (type(invalid), invalid.status_code), (UnprocessableEntityError, 422))
nothing = error_of(client.user.refresh, user_id=user_id)
expect("refresh", (type(nothing), nothing.body["success"]), (BadRequestError, False))

# Links.
expect("catalogue", "oura" in [provider.slug for provider in client.providers.get_all()], True)
token = link_token(user_id)
offered = [provider.slug for provider in client.link.get_all_providers(vital_link_token=token)]
expect("offered", "renpho" in offered, True)
denied = client.link.generate_oauth_link("oura", vital_link_token=token)
expect("denied", result_of(denied.oauth_url, "deny")["error_type"], "user_cancelled")
granted = client.link.generate_oauth_link("oura", vital_link_token=token)
expect("granted", result_of(granted.oauth_url, "grant"), {"from": "python", "state": "success"})

token = link_token(user_id)
account = {"username": "mfa", "password": "a password", "vital_link_token": token}
pending = client.link.connect_password_provider("renpho", **account)
expect("second factor", (pending.state, pending.provider_mfa.method), ("pending_provider_mfa", "sms"))
for code, state in [("000000", "error"), ("123456", "success")]:
    completed = client.link.complete_password_provider_mfa("renpho", mfa_code=code, vital_link_token=token)
    expect(f"code {code}", completed.state, state)
by_email = client.link.connect_email_auth_provider(email="ada@example.com", vital_link_token=link_token(user_id))
expect("e-mail", by_email["state"], "success")
expect("list", statuses(user_id), ["freestyle_libre connected", "oura connected", "renpho connected"])

# What happens afterwards.
expect("refresh", "oura/sleep" in client.user.refresh(user_id, timeout=5).refreshed_sources, True)
expect("deregister", client.user.deregister_provider(user_id, "oura").success, True)
expect("list", statuses(user_id), ["freestyle_libre connected", "renpho connected"])
expect("code", client.link.code_create(user_id=user_id).code != "", True)
expect("delete", client.user.delete(user_id).success, True)
expect("deleted", error_of(client.user.get, user_id=user_id).status_code, 404)
expect("undo", client.user.undo_delete(user_id=user_id).success, True)
expect("restored", (client.user.get(user_id).client_user_id, statuses(user_id)), (client_user_id, []))
demo = client.user.create(client_user_id=str(uuid.uuid4())).user_id
expect("demo", client.link.connect_demo_provider(user_id=demo, provider="fitbit").success, True)
expect("list", statuses(demo), ["fitbit connected"])
