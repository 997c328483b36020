// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/ReportActions.h"

#include "app/gui/ReportSource.h"
#include "core/base/ThreadRole.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"
#include "ui/panels/JobProgress.h"
#include "ui/report/ReportFile.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>
#include <QtConcurrentRun>

namespace rillscope {

ReportActions::ReportActions(const Session& session, MainWindow& window, FileActions& files,
                             const Clock& clock)
    : m_session(session), m_window(window), m_files(files), m_clock(clock) {
    connect(window.actions().makeReport, &QAction::triggered, this, &ReportActions::choose);
    connect(&m_gathering, &QFutureWatcherBase::progressValueChanged, this,
            [this](int value) { m_window.jobProgress().setProgress(value, m_gathering.progressMaximum()); });
    connect(&m_gathering, &QFutureWatcherBase::finished, this, &ReportActions::onGathered);
    connect(&m_writing, &QFutureWatcherBase::finished, this, &ReportActions::onWritten);
    connect(&window.jobProgress(), &JobProgress::cancelRequested, &m_gathering, &QFutureWatcherBase::cancel);
}

ReportActions::~ReportActions() {
    m_gathering.cancel();
}

ReportOffer ReportActions::offer() const {
    const LiveChartView& chart = m_window.chart();
    const auto [begin, end] = chart.visibleRange();
    ReportOffer offer;
    offer.title = reportSession(m_session, m_clock.now()).title;
    offer.visible = {begin, end};
    if (const auto all = m_session.history()->timeRange())
        offer.everything = {all->first, all->second};
    if (const auto pinned = chart.cursors().pinnedRange())
        offer.pinned = {pinned->first, pinned->second};
    offer.isUtc = chart.timeZone() == QTimeZone::utc();
    offer.format = m_format;
    offer.path = m_files.suggestedPath(reportSuffix(m_format));
    return offer;
}

ReportForm ReportActions::form() const {
    const LiveChartView& chart = m_window.chart();
    ReportForm form;
    form.unit = chart.unit();
    form.zone = chart.timeZone();
    form.paper = ReportForm::paperOf(QLocale());
    for (int channel = 0; channel < chart.channelCount(); ++channel) {
        if (!chart.isChannelVisible(channel))
            form.hiddenChannels.insert(channel);
    }
    return form;
}

void ReportActions::choose() {
    if (m_files.isBusy())
        return;
    ReportDialog dialog(offer(), &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const ReportChoice choice = dialog.choice();
    m_format = choice.format;
    m_files.setFolder(QFileInfo(choice.path).absolutePath());
    saveTo(choice);
}

void ReportActions::saveTo(const ReportChoice& choice) {
    if (m_files.isBusy())
        return;
    m_path = choice.path;
    m_form = form();
    m_results = m_session.results();
    ReportSession session = reportSession(m_session, m_clock.now());
    session.title = choice.title;
    m_window.actions().makeReport->setEnabled(false);
    m_window.jobProgress().begin(tr("Making %1").arg(QFileInfo(m_path).fileName()));
    const QString capture = m_session.still() ? m_session.still()->info.path : QString();
    m_gathering.setFuture(gatherReportInBackground(m_session.history(), session, choice.range, capture));
}

void ReportActions::onGathered() {
    const QFuture<Result<GatheredReport>> future = m_gathering.future();
    if (future.isCanceled() || future.resultCount() == 0 || !future.result()) {
        finish();
        m_window.banner().post({Severity::Notice, tr("The report was cancelled; no file was written."), {}});
        return;
    }
    const ReportFormat format = reportFormatOf(m_path).value_or(m_format);
    const Result<GatheredReport> report = future.result();
    const QByteArray file = renderReport(report->contents, report->history, m_results, m_form, format);
    m_writing.setFuture(QtConcurrent::run([path = m_path, file] {
        takeRole(ThreadRole::Job);
        return saveReport(path, file);
    }));
}

void ReportActions::onWritten() {
    finish();
    const Result<void> written = m_writing.result();
    if (!written) {
        m_files.reportFailure(written.error(), [this] { choose(); });
        return;
    }
    const QUrl file = QUrl::fromLocalFile(QFileInfo(m_path).absoluteFilePath());
    const QUrl folder = QUrl::fromLocalFile(QFileInfo(m_path).absolutePath());
    m_window.banner().post({Severity::Notice,
                            tr("The report was saved to %1.").arg(QDir::toNativeSeparators(m_path)),
                            {{tr("Open it"), [file] { QDesktopServices::openUrl(file); }},
                             {tr("Show in folder"), [folder] { QDesktopServices::openUrl(folder); }}}});
}

void ReportActions::finish() {
    m_results = PipelineResults();
    m_window.jobProgress().end();
    m_window.actions().makeReport->setEnabled(true);
}

} // namespace rillscope
