// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/StreamStatus.h"
#include "ui/panels/Card.h"
#include "ui/panels/NumberFormat.h"

#include <initializer_list>

namespace rillscope {

class FigureLabel;
class FigureTable;

/// Where the samples went: received → accepted → recorded, what was not, what was marked, and whether the
/// counters balance. Large counters are shortened; the exact ones are in the tooltips. Thread: GUI.
class AccountPanel : public Card {
    Q_OBJECT

public:
    explicit AccountPanel(QWidget* parent = nullptr);

    void setAccount(const Account& account);
    /// Beside the balance.
    void setResults(const WindowCounts& windows, const AlarmCounts& alarms);

private:
    void buildFlow();
    void buildRows();
    FigureLabel* addBox(QHBoxLayout* flow, const QString& objectName, const QString& caption);
    void showCount(FigureLabel* label, qint64 count) const;
    void showCounts(FigureLabel* label, std::initializer_list<qint64> counts) const;
    void showBalance(const Account& account);

    NumberFormat m_format;
    Account m_account;

    FigureLabel* m_received = nullptr;
    FigureLabel* m_accepted = nullptr;
    FigureLabel* m_recorded = nullptr;
    FigureLabel* m_malformed = nullptr;
    FigureLabel* m_order = nullptr;
    FigureLabel* m_range = nullptr;
    FigureLabel* m_time = nullptr;
    FigureLabel* m_rules = nullptr;
    FigureLabel* m_dropped = nullptr;
    FigureLabel* m_windows = nullptr;
    FigureLabel* m_alarms = nullptr;
    FigureLabel* m_balance = nullptr;
};

} // namespace rillscope
