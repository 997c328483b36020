// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/ReportActions.h"

#include "app/gui/ReportSource.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"
#include "ui/report/ReportFile.h"
#include "ui/widgets/JobProgress.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <utility>

namespace rillscope {

ReportActions::ReportActions(const Session& session, MainWindow& window, FileSaving& saving,
                             const Clock& clock)
    : m_session(session)
    , m_window(window)
    , m_actions(window.actions())
    , m_chart(window.chart())
    , m_banner(window.banner())
    , m_jobProgress(window.jobProgress())
    , m_saving(saving)
    , m_clock(clock) {
    connect(window.actions().makeReport, &QAction::triggered, this, &ReportActions::choose);
    connect(&m_gathering, &AnyBackgroundJob::finished, this, &ReportActions::onGathered);
    connect(&m_writing, &AnyBackgroundJob::finished, this, &ReportActions::onWritten);
    window.jobProgress().follow(m_gathering);
}

ReportActions::~ReportActions() {
    m_gathering.cancel();
}

ReportOffer ReportActions::offer() const {
    const LiveChartView& chart = m_chart;
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
    offer.path = m_saving.inFolder(m_saving.datedName(reportSuffix(m_format)));
    return offer;
}

ReportForm ReportActions::form() const {
    const LiveChartView& chart = m_chart;
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
    if (m_saving.isBusy([this] { choose(); }))
        return;
    ReportDialog dialog(offer(), &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const ReportChoice choice = dialog.choice();
    m_format = choice.format;
    m_saving.setFolder(QFileInfo(choice.path).absolutePath());
    saveTo(choice);
}

void ReportActions::saveTo(const ReportChoice& choice) {
    Asked asked{
        choice, form(), m_session.results(), reportSession(m_session, m_clock.now()), m_session.history(),
        {}};
    asked.session.title = choice.title;
    if (m_session.still())
        asked.capture = m_session.still()->info.path;
    gather(asked);
}

void ReportActions::gather(const Asked& asked) {
    if (m_saving.isBusy([this, asked] { gather(asked); }))
        return;
    m_asked = asked;
    m_path = asked.choice.path;
    m_actions.makeReport->setEnabled(false);
    m_jobProgress.begin(tr("Making %1").arg(QFileInfo(m_path).fileName()));
    m_gathering.start([history = asked.history, session = asked.session, range = asked.choice.range,
                       capture = asked.capture](const JobControl& control) {
        return gatherFullReport(history, session, range, capture, control);
    });
}

void ReportActions::onGathered() {
    const std::optional<Result<GatheredReport>> result = m_gathering.takeResult();
    if (!result || !*result) {
        finish();
        m_banner.post({Severity::Notice, tr("The report was cancelled. No file was written."), {}});
        return;
    }
    const ReportFormat format = reportFormatOf(m_path).value_or(m_asked.choice.format);
    const Result<GatheredReport>& report = *result;
    const QByteArray file =
        renderReport(report->contents, report->history, m_asked.results, m_asked.form, format);
    write(file, requestFor(file, format), m_path);
}

/// The report is made, and stays as it is; what may change is where it goes.
SaveRequest ReportActions::requestFor(const QByteArray& file, ReportFormat format) {
    const SaveFormat saveFormat{reportSuffix(format), reportFormatName(format)};
    const auto save = [this, file](const SaveRequest& request, const QString& path) {
        if (m_saving.isBusy([request, path] { request.saveTo(path); }))
            return;
        m_jobProgress.begin(tr("Saving %1").arg(QFileInfo(path).fileName()));
        write(file, request, path);
    };
    return {tr("Save report"), QFileInfo(m_path).fileName(), {saveFormat}, save};
}

void ReportActions::write(const QByteArray& file, const SaveRequest& request, const QString& path) {
    m_path = path;
    m_request = request;
    m_writing.start([path, file](const JobControl&) { return saveReport(path, file); });
}

void ReportActions::onWritten() {
    finish();
    const SaveRequest request = std::exchange(m_request, {}); // else it would keep the file in memory
    const std::optional<Result<void>> result = m_writing.takeResult();
    if (!result)
        return; // it cannot be cancelled
    const Result<void>& written = *result;
    if (!written) {
        m_saving.reportFailure(written.error(), request);
        return;
    }
    const QUrl file = QUrl::fromLocalFile(QFileInfo(m_path).absoluteFilePath());
    m_saving.reportSaved(
        tr("The report was saved to %1.").arg(QDir::toNativeSeparators(m_path)), m_path,
        {{QStringLiteral("open"), tr("Open it"), [file] { QDesktopServices::openUrl(file); }}});
}

void ReportActions::finish() {
    m_asked = Asked();
    m_jobProgress.end();
    m_actions.makeReport->setEnabled(true);
}

} // namespace rillscope
