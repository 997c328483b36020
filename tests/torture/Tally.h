// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace rillscope::torture {

/// A row of the table: one fault, how often it was tried, how often what must hold held, and why not.
class Tally {
public:
    explicit Tally(QString fault) : m_fault(std::move(fault)) {}

    /// One try, and what did not hold in it; empty: all held.
    void add(const QString& what, const QStringList& complaints);
    /// A part that cannot be tried here, and why.
    void skip(const QString& why) { m_skipped.append(why); }
    /// Figures that belong beside the row.
    void note(const QString& text) { m_notes.append(text); }

    bool isHeld() const { return m_held == m_tried && m_tried > 0; }

    /// The rows as a table, and below it what did not hold.
    static QString table(const QList<Tally>& rows);

private:
    QString m_fault;
    int m_tried = 0;
    int m_held = 0;
    QStringList m_complaints;
    QStringList m_skipped;
    QStringList m_notes;
};

} // namespace rillscope::torture
