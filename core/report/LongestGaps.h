// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <QList>
#include <QString>

namespace rillscope {

/// A silence of one channel, from the last sample before it to the first one after; either may lie outside
/// the range of the report.
struct ReportGap {
    QString channel;
    Timestamp from;
    Timestamp to;

    Duration length() const { return to - from; }

    friend bool operator==(const ReportGap&, const ReportGap&) = default;
};

/// The longest of any number of gaps, in bounded memory, and how many there were. Thread: one owner.
class LongestGaps {
public:
    explicit LongestGaps(qsizetype capacity) : m_capacity(capacity) {}

    void add(const ReportGap& gap);

    qint64 count() const { return m_count; }
    /// The longest first; of equal ones that which was added first.
    QList<ReportGap> take();

private:
    void cut();

    qsizetype m_capacity;
    QList<ReportGap> m_gaps; ///< up to twice the capacity
    qint64 m_count = 0;
};

} // namespace rillscope
