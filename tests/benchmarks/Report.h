// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace rillscope::bench {

/// One line of the table.
struct Row {
    QString name;
    QString unit;
    double value = 0.0;
    std::optional<double> p99;
    QString peerName;
    std::optional<double> peer;
    QString target;            ///< in words
    std::optional<bool> isMet; ///< none: measured for comparison only
    QString note;              ///< by how much it falls short, or how it was measured
};

/// Collects the rows of a run; prints them as a table and writes them as JSON.
class Report {
public:
    void add(Row row);
    void addSkipped(const QString& name, const QString& why);
    void print() const;
    bool writeJson(const QString& path, bool isQuick) const;

private:
    QList<Row> m_rows;
    QStringList m_skipped;
};

double percentile(std::vector<double> values, double part);
inline double median(std::vector<double> values) {
    return percentile(std::move(values), 0.5);
}

/// "12 % over", of a value that should be at most (or at least) `limit`; empty when it is met.
QString shortfall(double value, double limit);

} // namespace rillscope::bench
