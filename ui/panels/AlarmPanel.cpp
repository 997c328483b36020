// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AlarmPanel.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ResultTable.h"

#include <QCheckBox>
#include <QDateTime>
#include <QItemSelectionModel>

namespace rillscope {

AlarmPanel::AlarmPanel(QWidget* parent)
    : ListPage(QStringLiteral("alarms"), QString(), parent)
    , m_model(new AlarmListModel(this))
    , m_table(new ResultTable(*m_model, this))
    , m_acknowledge(new QAction(tr("&Acknowledge"), this))
    , m_acknowledgeAll(new QAction(tr("Acknowledge a&ll"), this))
    , m_show(new QAction(tr("Show on the &chart"), this))
    , m_save(new QAction(tr("Save as CS&V…"), this))
    , m_notify(new QAction(tr("&Notify"), this))
    , m_zoneName(QStringLiteral("UTC")) {
    setObjectName(QStringLiteral("alarmPanel"));
    setAccessibleName(tr("Alarms"));
    m_table->setObjectName(QStringLiteral("alarmList"));
    m_table->setAccessibleName(tr("Alarms"));
    m_table->setColumnSamples({QStringLiteral("◆ ") + tr("Warning, unacknowledged"), QString(), QString(),
                               QStringLiteral("0000-00-00 00:00:00"), QStringLiteral("0000-00-00 00:00:00"),
                               QStringLiteral("00 min 00 s"), QStringLiteral("−000.00 °F/s")});
    buildActions();
    buildTools();
    setList(m_table);
    setHasRules(false);
}

void AlarmPanel::buildActions() {
    m_acknowledge->setObjectName(QStringLiteral("acknowledgeAlarm"));
    m_acknowledge->setShortcuts(
        {QKeySequence(tr("A")), QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_acknowledge->setToolTip(tr("Mark the selected alarms as seen (A)"));
    m_acknowledgeAll->setObjectName(QStringLiteral("acknowledgeAllAlarms"));
    m_acknowledgeAll->setToolTip(tr("Mark all alarms as seen"));
    m_show->setObjectName(QStringLiteral("showAlarm"));
    m_show->setToolTip(tr("Show the time of the alarm on the chart (double click)"));
    m_save->setObjectName(QStringLiteral("saveAlarms"));
    m_save->setToolTip(tr("Save the alarms as a CSV file"));
    m_notify->setObjectName(QStringLiteral("notifyOfAlarms"));
    m_notify->setToolTip(tr("Let the desktop show a notification when an alarm is raised"));
    m_notify->setCheckable(true);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_acknowledge, m_acknowledgeAll, m_show, m_notify, m_save});
    m_acknowledge->setShortcutContext(Qt::WidgetShortcut);
    connect(m_acknowledge, &QAction::triggered, this, &AlarmPanel::acknowledgeSelected);
    connect(m_acknowledgeAll, &QAction::triggered, this, &AlarmPanel::acknowledgeAllRequested);
    connect(m_show, &QAction::triggered, this, &AlarmPanel::showSelected);
    connect(m_save, &QAction::triggered, this, &AlarmPanel::saveRequested);
    connect(m_table, &QTableView::doubleClicked, this, &AlarmPanel::showSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AlarmPanel::updateState);
}

void AlarmPanel::buildTools() {
    auto* notify = new QCheckBox(tr("Notify"), this);
    notify->setObjectName(QStringLiteral("notifyOfAlarmsBox"));
    notify->setToolTip(m_notify->toolTip());
    notify->setAccessibleName(tr("Notify of alarms"));
    connect(notify, &QCheckBox::toggled, m_notify, &QAction::setChecked);
    connect(m_notify, &QAction::toggled, notify, &QCheckBox::setChecked);
    addTool(notify);
    for (QAction* action : {m_acknowledge, m_acknowledgeAll, m_save}) {
        auto* button = new ActionButton(action, this);
        button->setProperty("role", QStringLiteral("link"));
        addTool(button);
    }
}

void AlarmPanel::setAlarms(const AlarmTable& alarms) {
    m_model->setAlarms(alarms);
    updateState();
}

void AlarmPanel::setHasRules(bool hasRules) {
    m_hasRules = hasRules;
    setHint(hasRules ? tr("No alarm yet. Every sample is checked against the rules.")
                     : tr("No alarm rules yet: add one in the Pipeline card. Alarms are then listed "
                          "here and shaded on the chart."));
    updateState();
}

void AlarmPanel::setTimeZone(const QTimeZone& zone) {
    m_model->setTimeZone(zone);
    m_zoneName =
        zone == QTimeZone::utc() ? QStringLiteral("UTC") : zone.abbreviation(QDateTime::currentDateTime());
    updateState();
}

void AlarmPanel::setColors(const PanelColors& colors) {
    m_table->setColors(colors);
}

void AlarmPanel::updateState() {
    const bool isEmpty = m_model->rowCount() == 0;
    bool canAcknowledge = false;
    for (const int row : m_table->selectedRows())
        canAcknowledge = canAcknowledge || !m_model->at(row).isAcknowledged;
    m_acknowledge->setEnabled(canAcknowledge);
    m_acknowledgeAll->setEnabled(m_model->alarms().counts().unacknowledged > 0);
    m_show->setEnabled(m_table->selectionModel()->hasSelection());
    m_save->setEnabled(!isEmpty);
    setListVisible(!isEmpty);
    setNote(isEmpty ? QString() : tr("Times in %1").arg(m_zoneName), isEmpty ? QString() : m_zoneName);
}

void AlarmPanel::acknowledgeSelected() {
    for (const int row : m_table->selectedRows()) {
        if (!m_model->at(row).isAcknowledged)
            Q_EMIT acknowledgeRequested(m_model->at(row).id);
    }
}

void AlarmPanel::showSelected() {
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const AlarmOccurrence& alarm = m_model->at(current.row());
    Q_EMIT timeChosen(alarm.first, alarm.last);
}

} // namespace rillscope
