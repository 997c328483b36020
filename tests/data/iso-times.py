#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rillscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints times in the forms of ISO 8601 and RFC 3339 and what Python reads in each, in nanoseconds since 1970:
the table iso-times.tsv, against which IsoTimesTest reads them."""
from datetime import datetime, timedelta, timezone
from itertools import product

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
DATES = [("1970", "01", "02"), ("2024", "02", "29"), ("2099", "12", "31")]
CLOCKS = [("00", "00", "00"), ("09", "05", "07"), ("23", "59", "59")]
FRACTIONS = ["", ".5", ".123", ",123", ".123456"]
ZONES = ["", "Z", "-00:00", "+05:30", "-07:00", "+0530", "-0800", "+02"]


def texts():
    for date, clock, fraction, zone in product(DATES, CLOCKS, FRACTIONS, ZONES):
        for between in "T ":
            yield "-".join(date) + between + ":".join(clock) + fraction + zone
        yield "".join(date) + "T" + "".join(clock) + fraction + zone
    for date, clock, zone in product(DATES, CLOCKS, ZONES):
        yield "-".join(date) + "T" + ":".join(clock[:2]) + zone
    for date in DATES:
        yield "-".join(date)


print("# SPDX-FileCopyrightText: 2026 The Rillscope authors")
print("# SPDX-License-Identifier: GPL-3.0-or-later")
for text in texts():
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        time = time.replace(tzinfo=timezone.utc)
    print(f"{text}\t{(time - EPOCH) // timedelta(microseconds=1) * 1000}")
