"""Imports every module of a generated client, calls one operation with it, and writes what it returns as JSON."""

import importlib
import json
import pkgutil
import re
import sys

sys.path.insert(0, ".")
request = json.load(sys.stdin)
package = importlib.import_module(request["package"])
names = [module.name for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
modules = [importlib.import_module(name) for name in names]

operation = re.sub(r"(?<!^)(?=[A-Z])", "_", request["operation"]).lower()
client = package.ApiClient(package.Configuration(host=request["baseUrl"]))
client.default_headers.update(request["headers"])
apis = [value for module in modules for value in vars(module).values() if hasattr(value, operation)]
answer = getattr(apis[0](client), operation)(**request["path"])
plain = [item.to_dict() for item in answer] if isinstance(answer, list) else answer.to_dict()
print(json.dumps(plain, default=lambda value: value.isoformat() if hasattr(value, "isoformat") else str(value)))
