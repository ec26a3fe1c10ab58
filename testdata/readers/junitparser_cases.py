"""Reads a JUnit report with junitparser, and prints what is left of each case as JSON."""
import json
import sys

from junitparser import Error, Failure, JUnitXml, Skipped

outcomes = {Failure: "failed", Error: "failed", Skipped: "skipped"}
cases = []
for suite in JUnitXml.fromfile(sys.argv[1]):
    for case in suite:
        said, outcome = [case.name], "passed"
        for result in case.result:
            said += [result.message, result.text]
            outcome = outcomes.get(type(result), "other")
        cases.append({"outcome": outcome, "said": said})
json.dump(cases, sys.stdout)
