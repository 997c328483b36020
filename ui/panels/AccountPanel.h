// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/PerMark.h"
#include "core/pipeline/StreamStatus.h"
#include "ui/text/NumberFormat.h"
#include "ui/widgets/Card.h"

namespace rillscope {

class AccountFlow;
class FigureLabel;
class FigureTable;

/// Where the samples went: received → accepted or malformed, accepted → recorded or dropped; what the source
/// has lost, what a text held that is no sample, what was marked, what came of windows and alarms; and
/// whether the counters balance. Large counters are shortened; the exact ones are in the tooltips. What has
/// not occurred, besides the flow, takes no room. Thread: GUI.
class AccountPanel : public Card {
    Q_OBJECT

public:
    explicit AccountPanel(QWidget* parent = nullptr);

    /// All that is shown is of this one status.
    void setStatus(const StreamStatus& status);
    /// Nothing is green while the stream is behind.
    void setBehind(bool isBehind);

Q_SIGNALS:
    /// At each repaint of the flow.
    void painted();

private:
    void buildLoss();
    void buildLeftOut();
    void buildMarks();
    void buildResults();
    void showAccount(const Account& account);
    void showRow(FigureLabel* figure, qint64 count, bool isVisible);
    void showBalance(const Account& account);
    void colorBalance();

    NumberFormat m_format;
    Account m_account;
    bool m_isBehind = false;

    AccountFlow* m_flow;
    FigureTable* m_table;
    FigureLabel* m_lost = nullptr;
    FigureLabel* m_unknownLosses = nullptr;
    FigureLabel* m_columnsLeftOut = nullptr;
    FigureLabel* m_rowsLeftOut = nullptr;
    FigureLabel* m_empty = nullptr;
    FigureLabel* m_marked = nullptr;
    PerMark<FigureLabel*> m_marks;
    FigureLabel* m_windows = nullptr;
    FigureLabel* m_lateForWindows = nullptr;
    FigureLabel* m_alarms = nullptr;
    FigureLabel* m_balance = nullptr;
};

} // namespace rillscope
