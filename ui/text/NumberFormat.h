// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/model/Unit.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace rillscope {

/// Figures for people: grouped digits and signs of the user's locale, a real minus, "–" for what is not
/// known. Never for files: those have digits that read back. Thread: GUI. Errors: none; every value has a
/// text, and none is longer than the narrow panels allow. A "C" locale is shown as American English, with
/// grouping.
class NumberFormat {
    Q_DECLARE_TR_FUNCTIONS(NumberFormat)

public:
    explicit NumberFormat(const QLocale& locale = QLocale());

    static constexpr int defaultDecimals = 2;
    static constexpr int maximumDecimals = 6;
    /// Digits after the point that tell apart values within `span` of each other: 2, more for a span below 1.
    static int decimalsFor(double span);
    /// Fewer where values reach `largest`, so that two of them fit into one row of a narrow panel.
    static int decimalsFor(double span, double largest);

    /// "41,230".
    QString count(qint64 value) const;
    /// Like count() below a million; then "1.23 M", cut, never rounded up, so that it claims nothing.
    QString compactCount(qint64 value) const;

    /// "71.42". At most 7 digits: huge values lose decimals first, then become "1.235e8".
    QString number(double value, int decimals = defaultDecimals) const;
    /// "123", "1.24e8": the three digits that count, for where there is little room.
    QString shortNumber(double value) const;
    /// "71.42 °F": from a value in °C; with Unit::None the value as it is, without unit.
    QString temperature(double celsius, Unit unit, int decimals = defaultDecimals) const;

    /// "3.3", "98,765": for samples a second and the like.
    QString rate(double perSecond) const;
    /// "9 ms", "12.3 s", "3 min 20 s", "2 h", "3 d 4 h".
    QString duration(Duration duration) const;
    /// "0.2 s ago"; "3.0 s ahead" of a sample from the future.
    QString age(Duration age) const;
    /// "12.4 MB".
    QString bytes(qint64 count) const;

    /// "14:04:21.337", cut to the millisecond.
    QString timeOfDay(Timestamp time, const QTimeZone& zone) const;
    /// "2026-01-31 14:04:21.337 UTC".
    QString dateAndTime(Timestamp time, const QTimeZone& zone) const;
    /// "2026-01-31 14:04:21", for tables that name the zone elsewhere; milliseconds when there are any.
    QString shortDateAndTime(Timestamp time, const QTimeZone& zone) const;

    /// The number that chooses the plural form of a count that may not fit into an int.
    static int pluralCount(qint64 count);

private:
    QString decimal(double value, int decimals) const;
    QString seconds(Duration duration) const;

    QLocale m_locale;
};

} // namespace rillscope
