// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AccountPanel.h"

#include "ui/panels/FigureLabel.h"
#include "ui/panels/FigureTable.h"
#include "ui/panels/SeverityText.h"
#include "ui/panels/StyleProperty.h"

namespace rillscope {

AccountPanel::AccountPanel(QWidget* parent) : Card(tr("Account"), parent) {
    setObjectName(QStringLiteral("accountPanel"));
    setAccessibleName(tr("Account"));
    buildFlow();
    buildRows();
    setAccount({});
    setResults({}, {});
}

void AccountPanel::buildFlow() {
    auto* flow = new QHBoxLayout;
    flow->setSpacing(5);
    m_received = addBox(flow, QStringLiteral("accountReceived"), tr("received"));
    m_accepted = addBox(flow, QStringLiteral("accountAccepted"), tr("accepted"));
    m_recorded = addBox(flow, QStringLiteral("accountRecorded"), tr("recorded"));
    content()->addLayout(flow);
    content()->addSpacing(4);
}

FigureLabel* AccountPanel::addBox(QHBoxLayout* flow, const QString& objectName, const QString& caption) {
    if (flow->count() > 0) {
        auto* arrow = new QLabel(QStringLiteral("→"), this);
        arrow->setProperty("role", QStringLiteral("dim"));
        flow->addWidget(arrow);
    }
    auto* box = new QFrame(this);
    box->setProperty("role", QStringLiteral("flowBox"));
    auto* lines = new QVBoxLayout(box);
    lines->setContentsMargins(4, 5, 4, 5);
    lines->setSpacing(1);
    auto* figure = new FigureLabel(box);
    figure->setObjectName(objectName);
    figure->setAccessibleDescription(caption);
    figure->setProperty("role", QStringLiteral("strong"));
    auto* label = new QLabel(caption, box);
    label->setProperty("role", QStringLiteral("dim"));
    lines->addWidget(figure, 0, Qt::AlignHCenter);
    lines->addWidget(label, 0, Qt::AlignHCenter);
    flow->addWidget(box, 1);
    return figure;
}

void AccountPanel::buildRows() {
    auto* table = new FigureTable(this);
    content()->addWidget(table);
    m_malformed = table->addRow(QStringLiteral("accountMalformed"), tr("Malformed"),
                                tr("Inputs that held no sample: received − accepted"));
    m_order = table->addRow(QStringLiteral("accountOrder"), tr("Out of order · duplicate"),
                            tr("Samples marked as out of order, and as duplicates; they are recorded"));
    m_range = table->addRow(QStringLiteral("accountRange"), tr("Out of range · not a number"),
                            tr("Samples marked as outside their range or below absolute zero, and as NaN or "
                               "infinite; they are recorded"));
    m_time = table->addRow(QStringLiteral("accountTime"), tr("Late · far future"),
                           tr("Samples marked as behind the watermark, and as far ahead of their arrival; "
                              "they are recorded"));
    m_rules = table->addRow(QStringLiteral("accountRules"), tr("Too fast · stuck · gaps"),
                            tr("Samples marked as changing too fast, as standing still for too long, and as "
                               "the first after a silence; they are recorded"));
    m_dropped = table->addRow(QStringLiteral("accountDropped"), tr("Dropped"),
                              tr("Samples lost on purpose: accepted − recorded"));
    m_windows = table->addRow(QStringLiteral("accountWindows"), tr("Windows · too late"),
                              tr("Results of windows, and samples that came when their windows had ended; "
                                 "they are recorded"));
    m_alarms = table->addRow(QStringLiteral("accountAlarms"), tr("Alarms raised"),
                             tr("Alarms that rules have raised in this session"));
    m_balance = new FigureLabel(this);
    m_balance->setObjectName(QStringLiteral("accountBalance"));
    m_balance->setProperty("role", QStringLiteral("state"));
    content()->addSpacing(2);
    content()->addWidget(m_balance);
    content()->addStretch(1);
}

void AccountPanel::setAccount(const Account& account) {
    if (account == m_account && !m_received->text().isEmpty())
        return;
    m_account = account;
    showCount(m_received, account.received);
    showCount(m_accepted, account.accepted);
    showCount(m_recorded, account.recorded);
    showCount(m_malformed, account.malformed);
    showCounts(m_order, {account.outOfOrder, account.duplicate});
    showCounts(m_range, {account.outOfRange, account.notANumber});
    showCounts(m_time, {account.late, account.farFuture});
    showCounts(m_rules, {account.rateOfChange, account.stuck, account.gap});
    showCount(m_dropped, account.dropped);
    showBalance(account);
}

void AccountPanel::setResults(const WindowCounts& windows, const AlarmCounts& alarms) {
    showCounts(m_windows, {windows.emitted, windows.lateDropped});
    showCount(m_alarms, alarms.raised);
}

void AccountPanel::showCount(FigureLabel* label, qint64 count) const {
    label->setFigure(m_format.compactCount(count));
    label->setToolTip(QStringLiteral("%1: %2").arg(label->accessibleDescription(), m_format.count(count)));
}

void AccountPanel::showCounts(FigureLabel* label, std::initializer_list<qint64> counts) const {
    QStringList compact;
    QStringList exact;
    for (const qint64 count : counts) {
        compact.append(m_format.compactCount(count));
        exact.append(m_format.count(count));
    }
    const QString separator = QStringLiteral(" · ");
    label->setFigure(compact.join(separator));
    label->setToolTip(QStringLiteral("%1: %2").arg(label->accessibleDescription(), exact.join(separator)));
}

void AccountPanel::showBalance(const Account& account) {
    const bool balances = account.balances();
    setStyleProperty(*m_balance, "state", balances ? QStringLiteral("ok") : QStringLiteral("alarm"));
    const Severity severity = balances ? Severity::Notice : Severity::Alarm;
    m_balance->setFigure(withShape(severity, balances ? tr("Balanced") : tr("Does not balance")));
    const auto count = [this](qint64 value) { return m_format.count(value); };
    m_balance->setToolTip(tr("received %1 − accepted %2 − malformed %3 = %4\n"
                             "accepted %2 − recorded %5 − dropped %6 = %7\n"
                             "Both must be 0; anything else is a fault of the program")
                              .arg(count(account.received), count(account.accepted), count(account.malformed),
                                   count(account.received - account.accepted - account.malformed),
                                   count(account.recorded), count(account.dropped),
                                   count(account.accepted - account.recorded - account.dropped)));
}

} // namespace rillscope
