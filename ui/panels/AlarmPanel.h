// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/AlarmListModel.h"
#include "ui/widgets/ListPage.h"
#include "ui/widgets/PanelColors.h"

#include <QAction>

namespace rillscope {

class ResultTable;

/// The alarms of a session, newest first: those that go on, or that nobody has seen, stand out. They are
/// acknowledged one by one or all at once. Thread: GUI.
class AlarmPanel : public ListPage {
    Q_OBJECT

public:
    explicit AlarmPanel(QWidget* parent = nullptr);

    void setAlarms(const AlarmTable& alarms);
    /// Whether there is a rule that could raise any: what an empty list says.
    void setHasRules(bool hasRules);
    void setTimeZone(const QTimeZone& zone);
    void setColors(const PanelColors& colors);

    AlarmListModel* model() const { return m_model; }
    QAction* acknowledgeAction() const { return m_acknowledge; }
    QAction* acknowledgeAllAction() const { return m_acknowledgeAll; }
    QAction* saveAction() const { return m_save; }
    /// Checkable: whether the desktop tells of alarms.
    QAction* notifyAction() const { return m_notify; }

Q_SIGNALS:
    void acknowledgeRequested(quint64 id);
    void acknowledgeAllRequested();
    /// Show this time on the chart.
    void timeChosen(rillscope::Timestamp first, rillscope::Timestamp last);
    void saveRequested();

private:
    void buildActions();
    void buildTools();
    void acknowledgeSelected();
    void showSelected();
    void updateState();

    AlarmListModel* m_model;
    ResultTable* m_table;
    QAction* m_acknowledge;
    QAction* m_acknowledgeAll;
    QAction* m_show;
    QAction* m_save;
    QAction* m_notify;
    QString m_zoneName;
    bool m_hasRules = false;
};

} // namespace rillscope
