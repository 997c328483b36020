// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/WindowPanel.h"

#include "ui/text/OutsideText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ResultTable.h"

#include <QComboBox>
#include <QDateTime>
#include <QHeaderView>
#include <QItemSelectionModel>

namespace rillscope {

WindowPanel::WindowPanel(QWidget* parent)
    : ListPage(QStringLiteral("windows"), QString(), parent)
    , m_model(new WindowRowsModel(this))
    , m_table(new ResultTable(*m_model, this))
    , m_series(new QComboBox(this))
    , m_show(new QAction(tr("Show on the &chart"), this))
    , m_save(new QAction(tr("Save as CS&V…"), this))
    , m_zoneName(QStringLiteral("UTC")) {
    setObjectName(QStringLiteral("windowPanel"));
    setAccessibleName(tr("Results of windows"));
    m_table->setObjectName(QStringLiteral("windowList"));
    m_table->setAccessibleName(tr("Results of windows"));
    buildTools();
    setList(m_table);
    setHasSteps(false);
}

void WindowPanel::buildTools() {
    m_series->setObjectName(QStringLiteral("windowSeries"));
    m_series->setAccessibleName(tr("Window step and channel"));
    m_series->setToolTip(tr("The window step and the channel whose results are listed"));
    m_series->setProperty("density", QStringLiteral("compact"));
    m_series->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_series->setMinimumContentsLength(8);
    connect(m_series, &QComboBox::currentIndexChanged, this, &WindowPanel::chooseSeries);
    addTool(m_series);
    m_show->setObjectName(QStringLiteral("showWindow"));
    m_show->setToolTip(tr("Show the time of the window on the chart (Return, double click)"));
    m_save->setObjectName(QStringLiteral("saveWindows"));
    m_save->setToolTip(tr("Save the results of all window steps and channels as a CSV file"));
    auto* button = new ActionButton(m_save, this);
    button->setProperty("role", QStringLiteral("link"));
    addTool(button);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_show, m_save});
    connect(m_show, &QAction::triggered, this, &WindowPanel::showSelected);
    connect(m_save, &QAction::triggered, this, &WindowPanel::saveRequested);
    connect(m_table, &QTableView::activated, this, &WindowPanel::showSelected);
}

void WindowPanel::setResults(const WindowResults& results) {
    m_results = results;
    if (isVisible())
        takeResults();
}

void WindowPanel::showEvent(QShowEvent* event) {
    ListPage::showEvent(event);
    takeResults();
}

void WindowPanel::takeResults() {
    addNewSeries();
    m_model->setResults(m_results, m_series->currentIndex());
    updateState();
}

/// Series are only ever added, but in another session.
void WindowPanel::addNewSeries() {
    const QList<WindowSeries>& series = m_results.series();
    const QSignalBlocker blocker(m_series);
    const auto textOf = [](const WindowSeriesInfo& info) {
        return oneLine(QStringLiteral("%1 · %2").arg(info.step, info.channel), 60);
    };
    bool isOther = m_series->count() > series.size();
    for (int i = 0; i < m_series->count() && !isOther; ++i)
        isOther = m_series->itemText(i) != textOf(series.at(i).info());
    if (isOther)
        m_series->clear();
    for (qsizetype i = m_series->count(); i < series.size(); ++i)
        m_series->addItem(textOf(series.at(i).info()));
    if (isOther || m_model->columnCount() == 0)
        chooseSeries();
}

void WindowPanel::chooseSeries() {
    m_model->setResults(m_results, m_series->currentIndex());
    QStringList samples{QStringLiteral("0000-00-00 00:00:00.000"), QStringLiteral("0000-00-00 00:00:00.000")};
    while (samples.size() < m_model->columnCount())
        samples.append(QStringLiteral("−000,000.00"));
    m_table->setColumnSamples(samples);
    updateState();
}

void WindowPanel::setHasSteps(bool hasSteps) {
    setHint(hasSteps
                ? tr("No window has ended yet. Its results are listed when the watermark has passed its end.")
                : tr("No window steps yet: add one in the Pipeline card. Results are then listed "
                     "here and drawn over the line."));
    updateState();
}

void WindowPanel::setTimeZone(const QTimeZone& zone) {
    m_model->setTimeZone(zone);
    m_zoneName =
        zone == QTimeZone::utc() ? QStringLiteral("UTC") : zone.abbreviation(QDateTime::currentDateTime());
    updateState();
}

void WindowPanel::setColors(const PanelColors& colors) {
    m_table->setColors(colors);
}

void WindowPanel::updateState() {
    const bool isEmpty = m_results.emittedCount() == 0;
    m_series->setVisible(!isEmpty);
    m_save->setEnabled(!isEmpty);
    setListVisible(!isEmpty);
    const QString times = tr("Times in %1").arg(m_zoneName);
    const qint64 removed = m_results.removedCount();
    setNote(isEmpty ? QString()
            : removed == 0
                ? times
                : tr("%1 older rows discarded · %2").arg(NumberFormat().compactCount(removed), times),
            isEmpty ? QString() : m_zoneName);
}

void WindowPanel::showSelected() {
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const WindowRow& row = m_model->at(current.row());
    Q_EMIT timeChosen(row.start, row.end);
}

} // namespace rillscope
