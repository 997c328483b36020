// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AccountPanel.h"

#include "ui/panels/AccountFlow.h"
#include "ui/text/QualityText.h"
#include "ui/text/SeverityText.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/FigureTable.h"
#include "ui/widgets/StyleProperty.h"

namespace rillscope {
namespace {

const QString usualCount = QStringLiteral("888,888");

/// "accountOutOfOrder"
QString nameOf(QualityFlag flag) {
    const std::string_view word = qualityFlagName(flag);
    QString name = QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
    name[0] = name.at(0).toUpper();
    return QStringLiteral("account") + name;
}

} // namespace

AccountPanel::AccountPanel(QWidget* parent)
    : Card(tr("Sample counts"), parent), m_flow(new AccountFlow(this)), m_table(new FigureTable(this)) {
    setObjectName(QStringLiteral("accountPanel"));
    setAccessibleName(tr("Sample counts"));
    m_balance = new FigureLabel(this);
    m_balance->setObjectName(QStringLiteral("accountBalance"));
    m_balance->setProperty("role", QStringLiteral("state"));
    content()->addWidget(m_flow);
    content()->addWidget(m_balance);
    content()->addWidget(m_table);
    buildLoss();
    buildLeftOut();
    buildMarks();
    buildResults();
    connect(m_flow, &AccountFlow::painted, this, &AccountPanel::painted);
    setFoldable();
    showAccount({});
    setStatus({});
}

void AccountPanel::buildLoss() {
    m_lost = m_table->addRow(
        QStringLiteral("accountLost"), tr("Lost at the source"),
        tr("Samples or messages that were lost before they could be read: sent = received + lost"),
        usualCount);
    m_unknownLosses = m_table->addRow(
        QStringLiteral("accountUnknownLosses"), tr("Losses of unknown size"),
        tr("Times that something may be missing before what was received next; the event list says why"),
        usualCount);
}

void AccountPanel::buildLeftOut() {
    m_columnsLeftOut = m_table->addRow(QStringLiteral("accountColumnsLeftOut"), tr("Columns left out"),
                                       tr("Columns of tables that hold no values"), usualCount);
    m_rowsLeftOut = m_table->addRow(
        QStringLiteral("accountRowsLeftOut"), tr("Rows left out"),
        tr("Rows and records without a value, such as those at the end of a report"), usualCount);
    m_empty = m_table->addRow(
        QStringLiteral("accountEmpty"), tr("Empty cells"),
        tr("Cells without a value where others of their column have one; they are no samples"), usualCount);
}

void AccountPanel::buildMarks() {
    m_marked = m_table->addRow(
        QStringLiteral("accountMarked"), tr("Marked"),
        tr("Samples with at least one mark; they are accepted and recorded like any other"), usualCount);
    for (const QualityFlag mark : allQualityFlags)
        m_marks[mark] =
            m_table->addRow(nameOf(mark), u'·' + (u' ' + qualityText(mark)),
                            tr("Samples that have this mark; they may have others, too"), usualCount);
}

void AccountPanel::buildResults() {
    m_windows = m_table->addRow(QStringLiteral("accountWindows"), tr("Windows emitted"),
                                tr("Rows that the window steps of the pipeline have yielded"), usualCount);
    m_lateForWindows = m_table->addRow(
        QStringLiteral("accountLateForWindows"), tr("Late for their windows"),
        tr("Samples that came when all of their windows had fired; they are recorded"), usualCount);
    m_alarms = m_table->addRow(QStringLiteral("accountAlarms"), tr("Alarms raised"),
                               tr("By the alarm steps of the pipeline, since the session began"), usualCount);
}

void AccountPanel::setStatus(const StreamStatus& status) {
    if (status.account != m_account)
        showAccount(status.account);
    const WindowCounts& windows = status.windows;
    const bool hasWindows = windows.emitted > 0 || windows.lateDropped > 0;
    showRow(m_windows, windows.emitted, hasWindows);
    showRow(m_lateForWindows, windows.lateDropped, hasWindows);
    showRow(m_alarms, status.alarms.raised, status.alarms.raised > 0);
}

void AccountPanel::setBehind(bool isBehind) {
    m_isBehind = isBehind;
    colorBalance();
}

void AccountPanel::colorBalance() {
    // Else there is nothing to be green about.
    const bool isWhole = m_account.malformed == 0 && m_account.dropped == 0 && m_account.lost == 0 &&
                         m_account.unknownLosses == 0 && m_account.rowsLeftOut == 0;
    const QString good = m_isBehind || !isWhole ? QStringLiteral("info") : QStringLiteral("ok");
    setStyleProperty(*m_balance, "state", m_account.balances() ? good : QStringLiteral("alarm"));
}

void AccountPanel::showAccount(const Account& account) {
    m_account = account;
    m_flow->setAccount(account);
    showRow(m_lost, account.lost, account.lost > 0);
    showRow(m_unknownLosses, account.unknownLosses, account.unknownLosses > 0);
    showRow(m_columnsLeftOut, account.columnsLeftOut, account.columnsLeftOut > 0);
    showRow(m_rowsLeftOut, account.rowsLeftOut, account.rowsLeftOut > 0);
    showRow(m_empty, account.empty, account.empty > 0);
    showRow(m_marked, account.marked, account.marked > 0);
    for (const QualityFlag mark : allQualityFlags)
        showRow(m_marks[mark], account.marks[mark], account.marks[mark] > 0);
    showBalance(account);
}

void AccountPanel::showRow(FigureLabel* figure, qint64 count, bool isVisible) {
    figure->setFigure(m_format.compactCount(count));
    figure->setToolTip(QStringLiteral("%1: %2").arg(figure->accessibleDescription(), m_format.count(count)));
    m_table->setRowVisible(figure, isVisible);
}

void AccountPanel::showBalance(const Account& account) {
    const bool balances = account.balances();
    colorBalance();
    const Severity severity = balances ? Severity::Notice : Severity::Alarm;
    m_balance->setFigure(withShape(severity, balances ? tr("Counts match") : tr("Counts do not match")));
    const auto count = [this](qint64 value) { return m_format.count(value); };
    m_balance->setToolTip(tr("received %1 − accepted %2 − unreadable %3 = %4\naccepted %2 − recorded %5 − "
                             "dropped %6 = %7\nBoth must be 0; anything else is an error in the program")
                              .arg(count(account.received), count(account.accepted), count(account.malformed),
                                   count(account.received - account.accepted - account.malformed),
                                   count(account.recorded), count(account.dropped),
                                   count(account.accepted - account.recorded - account.dropped)));
}

} // namespace rillscope
