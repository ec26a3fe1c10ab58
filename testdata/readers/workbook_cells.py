"""Reads a workbook with openpyxl and prints the cells of each sheet as JSON."""
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
json.dump({s.title: [["" if c is None else str(c) for c in row] for row in s.iter_rows(values_only=True)] for s in book}, sys.stdout)
