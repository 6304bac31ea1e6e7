# SPDX-License-Identifier: GPL-3.0-or-later
"""validate.py SCHEMA FILE...: are the files SARIF 2.1.0, and do they hold what editors look for?"""
import json
import sys

import jsonschema


def problems_of(log, schema_validator):
    """What the schema objects to, then what it cannot know."""
    for error in schema_validator.iter_errors(log):
        yield "/".join(map(str, error.absolute_path)) + ": " + error.message
    for run in log["runs"]:
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        if len(rules) != len(set(rules)):
            yield "two rules have one id"
        for result in run.get("results", []):
            if rules[result["ruleIndex"]] != result["ruleId"]:
                yield f"ruleIndex of {result['ruleId']} is of another rule"
            for location in result["locations"]:
                region = location["physicalLocation"]["region"]
                if region.get("endColumn", 10**9) <= region["startColumn"]:
                    yield f"an empty region in line {region['startLine']}"


def main(schema_path, paths):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    validator = jsonschema.validators.validator_for(schema)(schema)
    # A validator that lets everything through would prove nothing.
    if not list(validator.iter_errors({"version": "2.1.0", "runs": [{"results": 1}]})):
        sys.exit(f"{schema_path} does not refuse a log without a tool")
    count = bad = 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            log = json.load(file)
        count += sum(len(run.get("results", [])) for run in log["runs"])
        for problem in problems_of(log, validator):
            print(f"{path}: {problem}")
            bad += 1
    print(f"{len(paths)} files, {count} results, {bad} problems")
    sys.exit(1 if bad or count == 0 else 0)


main(sys.argv[1], sys.argv[2:])
