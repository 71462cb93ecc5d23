"""Reads workbooks with openpyxl and prints their cells and names as JSON: a reader that shares nothing with this project."""

import json
import sys

import openpyxl

books = {}
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path)
    sheets = {}
    for sheet in book.worksheets:
        cells = {}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    cells[cell.coordinate] = [cell.data_type, str(cell.value), cell.number_format]
        sheets[sheet.title] = {
            "state": sheet.sheet_state,
            "cells": cells,
            "merged": sorted(str(area) for area in sheet.merged_cells.ranges),
            "names": {name: defined.attr_text for name, defined in sheet.defined_names.items()},
            "lists": sum(rule.type == "list" for rule in sheet.data_validations.dataValidation),
            "locked": sheet.protection.sheet,
        }
    books[path] = sheets
json.dump(books, sys.stdout)
