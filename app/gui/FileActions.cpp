// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/FileActions.h"

#include "ui/chart/ChartExport.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"
#include "ui/text/ErrorText.h"
#include "ui/text/NumberFormat.h"
#include "ui/widgets/JobProgress.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

#include <utility>

namespace rillscope {

namespace {

QString savedText(const CsvRows& rows, const QString& path) {
    const NumberFormat format;
    const QString shownPath = QDir::toNativeSeparators(path);
    if (rows.evicted == 0)
        return FileActions::tr("%1 samples were saved to %2.").arg(format.count(rows.written), shownPath);
    return FileActions::tr("%1 samples were saved to %2. %3 older ones are in memory as min/max only and are "
                           "not in the file.")
        .arg(format.count(rows.written), shownPath, format.count(rows.evicted));
}

QString copiedText(const CsvRows& rows) {
    const NumberFormat format;
    if (rows.evicted == 0)
        return FileActions::tr("%1 samples were copied as CSV.").arg(format.count(rows.written));
    return FileActions::tr(
               "%1 samples were copied as CSV. %2 older ones are in memory as min/max only and were "
               "not copied.")
        .arg(format.count(rows.written), format.count(rows.evicted));
}

QList<SaveFormat> chartFormats() {
    return {{QStringLiteral("png"), FileActions::tr("PNG picture")},
            {QStringLiteral("svg"), FileActions::tr("SVG drawing")},
            {QStringLiteral("pdf"), FileActions::tr("PDF document")}};
}

SaveFormat formatOf(const QString& suffix) {
    for (const SaveFormat& format : chartFormats()) {
        if (format.suffix == suffix)
            return format;
    }
    return {suffix, suffix.toUpper()};
}

Severity severityOf(const CsvRows& rows) {
    return rows.evicted == 0 ? Severity::Notice : Severity::Warning;
}

} // namespace

FileActions::FileActions(const Session& session, MainWindow& window, FileSaving& saving)
    : m_session(session)
    , m_actions(window.actions())
    , m_chart(window.chart())
    , m_banner(window.banner())
    , m_jobProgress(window.jobProgress())
    , m_saving(saving) {
    connect(&m_csvJob, &AnyBackgroundJob::finished, this, &FileActions::onCsvFinished);
    connect(&m_copyJob, &AnyBackgroundJob::finished, this, &FileActions::onCopyFinished);
    window.jobProgress().follow(m_csvJob);
    window.jobProgress().follow(m_copyJob);
}

void FileActions::chooseChartFile() {
    const auto save = [this](const SaveRequest&, const QString& path) { exportChartTo(path); };
    m_saving.ask(
        {tr("Export chart"), m_saving.datedName(chartFormats().constFirst().suffix), chartFormats(), save});
}

/// The picture is made once: where it could not be written, the same one goes to another file.
void FileActions::exportChartTo(const QString& path) {
    m_chart.refreshAll();
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto picture = renderChart(m_chart, suffix);
    if (!picture) {
        m_banner.post({Severity::Alarm,
                       errorText(Error{picture.error().code, path, picture.error().detail}).text(),
                       {{QStringLiteral("chooseAnotherFile"), tr("Choose another file…"),
                         [this] { chooseChartFile(); }}}});
        return;
    }
    m_saving
        .ofFile(tr("Export chart"), QFileInfo(path).fileName(), formatOf(suffix), *picture,
                tr("The chart was saved to %1."))
        .saveTo(path);
}

CsvSource FileActions::shown(const CsvRange& range) const {
    return m_session.still() ? CsvSource::ofCapture(m_session.still()->info.path, range)
                             : CsvSource(m_session.history(), range);
}

CsvSource FileActions::visible() const {
    const auto [begin, end] = m_chart.visibleRange();
    return shown({begin, end});
}

SaveRequest FileActions::csvRequest(const CsvSource& source) {
    const SaveFormat format = SaveFormat::csv();
    const QString name = source.history ? m_saving.datedName(format.suffix)
                                        : QFileInfo(source.capture).completeBaseName() + u'.' + format.suffix;
    const auto save = [this, source](const SaveRequest&, const QString& path) { saveCsvTo(path, source); };
    return {tr("Save CSV"), name, {format}, save};
}

void FileActions::chooseCsvFile() {
    chooseCsvFile(shown({}));
}

void FileActions::chooseCsvFile(const CsvSource& source) {
    m_saving.ask(csvRequest(source));
}

void FileActions::chooseVisibleCsvFile() {
    chooseCsvFile(visible());
}

void FileActions::saveCsvTo(const QString& path, const CsvSource& source) {
    if (m_saving.isBusy([this, path, source] { saveCsvTo(path, source); }))
        return;
    m_path = path;
    begin(source, tr("Saving %1").arg(QFileInfo(path).fileName()));
    m_csvJob.start([source, path](const JobControl& control) { return saveCsv(source, path, control); });
}

void FileActions::copyVisibleCsv() {
    const CsvSource source = visible();
    const qint64 count = countSamples(*m_session.history(), source.range);
    if (count <= mostCopiedRows) {
        copyCsv(source);
        return;
    }
    const NumberFormat format;
    m_banner.post(
        {Severity::Warning,
         tr("The visible range holds %1 samples; the clipboard takes %2. Nothing was copied.")
             .arg(format.count(count), format.count(mostCopiedRows)),
         {{QStringLiteral("saveAsCsv"), tr("Save it as CSV…"), [this, source] { chooseCsvFile(source); }}},
         {},
         BannerStay::AsSevere,
         BannerEvent::None});
}

void FileActions::copyCsv(const CsvSource& source) {
    if (m_saving.isBusy([this, source] { copyCsv(source); }))
        return;
    begin(source, tr("Copying samples"));
    m_copyJob.start([source](const JobControl& control) { return rillscope::copyCsv(source, control); });
}

void FileActions::begin(const CsvSource& source, const QString& progressText) {
    m_source = source;
    const QStringList captures = m_session.captureStatus().paths;
    const bool isCaptured = source.history == m_session.liveHistory() && captures.size() == 1;
    m_wholeCapture = isCaptured ? captures.constFirst() : QString();
    setJobsEnabled(false);
    m_jobProgress.begin(progressText);
}

/// Returns what it was about, which the job no longer keeps in memory.
CsvSource FileActions::end() {
    setJobsEnabled(true);
    m_jobProgress.end();
    return std::exchange(m_source, CsvSource(nullptr));
}

void FileActions::setJobsEnabled(bool enabled) {
    const WindowActions& actions = m_actions;
    for (QAction* action : {actions.saveCsv, actions.saveVisibleCsv, actions.copyVisibleCsv})
        action->setEnabled(enabled);
}

QList<BannerAction> FileActions::offerAll(const CsvRows& rows, const CsvRange& range) {
    if (rows.evicted == 0 || m_wholeCapture.isEmpty())
        return {};
    const CsvSource all = CsvSource::ofCapture(m_wholeCapture, range);
    return {{QStringLiteral("saveWholeRecording"), tr("Save all samples from the recording…"),
             [this, all] { chooseCsvFile(all); }}};
}

void FileActions::onCopyFinished() {
    const CsvSource source = end();
    const std::optional<Result<CsvCopy>> result = m_copyJob.takeResult();
    if (!result) {
        m_banner.post({Severity::Notice, tr("Copying was cancelled. The clipboard is unchanged."), {}});
        return;
    }
    const Result<CsvCopy>& copy = *result;
    if (!copy) {
        m_saving.reportFailure(copy.error(), csvRequest(source));
        return;
    }
    auto* data = new QMimeData; // the clipboard takes ownership
    data->setText(QString::fromUtf8(copy->text));
    data->setData(QStringLiteral("text/csv"), copy->text);
    QGuiApplication::clipboard()->setMimeData(data);
    m_banner.post({severityOf(copy->rows), copiedText(copy->rows), offerAll(copy->rows, source.range)});
}

void FileActions::onCsvFinished() {
    const CsvSource source = end();
    const std::optional<Result<CsvRows>> result = m_csvJob.takeResult();
    if (!result) {
        m_banner.post({Severity::Notice, tr("Saving was cancelled. No file was written."), {}});
        return;
    }
    const Result<CsvRows>& rows = *result;
    if (rows)
        m_saving.reportSaved(savedText(*rows, m_path), m_path, offerAll(*rows, source.range),
                             severityOf(*rows));
    else
        m_saving.reportFailure(rows.error(), csvRequest(source));
}

} // namespace rillscope
