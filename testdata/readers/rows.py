"""Reads a table with Python's csv module, as strictly as it can, and prints its cells as JSON."""
import csv
import json
import sys

with open(sys.argv[1], encoding="utf-8", newline="") as f:
    json.dump(list(csv.reader(f, strict=True)), sys.stdout)
