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
modules = {name.rsplit(".", 1)[-1]: importlib.import_module(name) for name in names}

operation = modules[re.sub(r"(?<!^)(?=[A-Z])", "_", request["operation"]).lower()]
client = package.Client(base_url=request["baseUrl"], headers=request["headers"])
response = operation.sync_detailed(client=client, **request["path"])
parsed = response.parsed
print(json.dumps([item.to_dict() for item in parsed] if isinstance(parsed, list) else parsed.to_dict()))
