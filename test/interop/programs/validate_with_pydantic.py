"""Imports a module of generated models, validates an answer with one of them, and writes the result as JSON."""

import importlib
import json
import sys

sys.path.insert(0, ".")
request = json.load(sys.stdin)
model = getattr(importlib.import_module(request["module"]), request["model"])
answer = model.model_validate_json(json.dumps(request["answer"]))
print(answer.model_dump_json(by_alias=True, exclude_unset=True))
