"""Validates the cases given on standard input; prints those that are judged otherwise than expected."""

import json
import sys

from jsonschema import Draft202012Validator

given = json.loads(sys.stdin.buffer.read().decode("utf-8"))
validators = {}
for name, schema in given["schemas"].items():
    Draft202012Validator.check_schema(schema)
    validators[name] = Draft202012Validator(schema)

wrong = []
for case in given["cases"]:
    problems = [error.message[:200] for error in validators[case["schema"]].iter_errors(case["value"])]
    if case["valid"] == bool(problems):
        wrong.append({"schema": case["schema"], "what": case["what"], "problems": problems[:5]})
print(json.dumps({"checked": len(given["cases"]), "wrong": wrong}))
