#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a text file with a peer, on one core, every column of it, and prints as JSON what that took.
usage: read_peers.py duckdb|pandas FILE    with FILE ending in .csv or .jsonl, its first column called time"""
import json
import resource
import sys
import time


def read_with_duckdb(path):
    import duckdb

    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    # A column that nobody asks for is not read, so each is asked for.
    reader = "read_csv" if path.endswith(".csv") else "read_json"
    options = "" if path.endswith(".csv") else ", format = 'newline_delimited'"
    begin = time.process_time()
    names = [row[0] for row in connection.execute(f"DESCRIBE FROM {reader}('{path}'{options})").fetchall()]
    sums = ", ".join(f'sum("{name}")' for name in names if name != "time")
    counts = ", ".join(f'count("{name}")' for name in names if name != "time")
    row = connection.execute(
        f"SELECT count(*), min(time), max(time), {sums}, {counts} FROM {reader}('{path}'{options})").fetchone()
    return time.process_time() - begin, row[0], sum(row[-(len(names) - 1):])


def read_with_pandas(path):
    import pandas

    begin = time.process_time()
    if path.endswith(".csv"):
        table = pandas.read_csv(path, parse_dates=["time"])
    else:
        table = pandas.read_json(path, lines=True, convert_dates=["time"])
    return time.process_time() - begin, len(table), int(table.drop(columns="time").count().sum())


if __name__ == "__main__":
    readers = {"duckdb": read_with_duckdb, "pandas": read_with_pandas}
    seconds, rows, values = readers[sys.argv[1]](sys.argv[2])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"rows": rows, "values": values, "seconds": seconds, "peakKiB": peak}))
