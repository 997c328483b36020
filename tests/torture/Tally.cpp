// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/Tally.h"

#include <QTextStream>

#include <algorithm>

namespace rillscope::torture {
namespace {

constexpr qsizetype mostTold = 20; // lines of one row

} // namespace

void Tally::add(const QString& what, const QStringList& complaints) {
    ++m_tried;
    m_held += complaints.isEmpty() ? 1 : 0;
    for (const QString& complaint : complaints)
        m_complaints.append(what + QStringLiteral(": ") + complaint.simplified().left(300));
    QTextStream(stderr) << "  " << m_fault << ", " << what << ": "
                        << (complaints.isEmpty()
                                ? QStringLiteral("held")
                                : complaints.join(QStringLiteral("; ")).simplified().left(1'000))
                        << Qt::endl;
}

QString Tally::table(const QList<Tally>& rows) {
    qsizetype width = QStringLiteral("fault").size();
    for (const Tally& row : rows)
        width = std::max(width, row.m_fault.size());
    QString text;
    QTextStream out(&text);
    const auto line = [&](const QString& fault, const QString& tried, const QString& held,
                          const QString& verdict) {
        out << "| " << fault.leftJustified(width) << " | " << tried.rightJustified(5) << " | "
            << held.rightJustified(4) << " | " << verdict << '\n';
    };
    line(QStringLiteral("fault"), QStringLiteral("tried"), QStringLiteral("held"), QStringLiteral("|"));
    out << '|' << QString(width + 2, u'-') << "|-------|------|----------|\n";
    for (const Tally& row : rows) {
        line(row.m_fault, QString::number(row.m_tried), QString::number(row.m_held),
             row.isHeld() ? QStringLiteral("held     |") : QStringLiteral("NOT HELD |"));
    }
    for (const Tally& row : rows) {
        const auto tell = [&](const QStringList& lines, const QString& word) {
            for (const QString& told : lines.first(std::min(lines.size(), mostTold)))
                out << row.m_fault << word << told << '\n';
            if (lines.size() > mostTold)
                out << row.m_fault << word << "and " << lines.size() - mostTold << " more\n";
        };
        tell(row.m_complaints, QStringLiteral(": did not hold: "));
        tell(row.m_skipped, QStringLiteral(": not tried: "));
        tell(row.m_notes, QStringLiteral(": "));
    }
    return text;
}

} // namespace rillscope::torture
