// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/FileActions.h"

#include "ui/chart/ChartExport.h"
#include "ui/chart/LiveChartView.h"
#include "ui/dialogs/ErrorText.h"
#include "ui/panels/Banner.h"
#include "ui/panels/JobProgress.h"
#include "ui/panels/NumberFormat.h"

#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

namespace rillscope {

namespace {

QString savedText(const CsvRows& rows, const QString& path) {
    const NumberFormat format;
    const QString shownPath = QDir::toNativeSeparators(path);
    if (rows.evicted == 0)
        return FileActions::tr("%1 samples were saved to %2.").arg(format.count(rows.written), shownPath);
    return FileActions::tr("%1 samples were saved to %2; %3 older ones are known by their envelope only and "
                           "are not in it.")
        .arg(format.count(rows.written), shownPath, format.count(rows.evicted));
}

QString copiedText(const CsvRows& rows) {
    const NumberFormat format;
    if (rows.evicted == 0)
        return FileActions::tr("%1 samples were copied as CSV.").arg(format.count(rows.written));
    return FileActions::tr(
               "%1 samples were copied as CSV; %2 older ones are known by their envelope only and "
               "are not in it.")
        .arg(format.count(rows.written), format.count(rows.evicted));
}

} // namespace

FileActions::FileActions(const Session& session, MainWindow& window) : m_session(session), m_window(window) {
    connect(&m_csvJob, &QFutureWatcherBase::progressValueChanged, this,
            [this](int value) { m_window.jobProgress().setProgress(value, m_csvJob.progressMaximum()); });
    connect(&m_csvJob, &QFutureWatcherBase::finished, this, &FileActions::onCsvFinished);
    connect(&window.jobProgress(), &JobProgress::cancelRequested, &m_csvJob, &QFutureWatcherBase::cancel);
    connect(&m_copyJob, &QFutureWatcherBase::progressValueChanged, this,
            [this](int value) { m_window.jobProgress().setProgress(value, m_copyJob.progressMaximum()); });
    connect(&m_copyJob, &QFutureWatcherBase::finished, this, &FileActions::onCopyFinished);
    connect(&window.jobProgress(), &JobProgress::cancelRequested, &m_copyJob, &QFutureWatcherBase::cancel);
}

QString FileActions::suggestedPath(const QString& suffix) const {
    const QTimeZone zone = m_window.chart().timeZone(); // the time that the window shows
    const QString time =
        QDateTime::currentDateTimeUtc().toTimeZone(zone).toString(QStringLiteral("yyyy-MM-dd HHmmss"));
    return QDir(m_folder).filePath(QStringLiteral("rillscope %1.%2").arg(time, suffix));
}

void FileActions::chooseChartFile() {
    QString filter;
    QString path = QFileDialog::getSaveFileName(
        &m_window, tr("Export chart"), suggestedPath(QStringLiteral("png")),
        tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"), &filter);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += filter.contains(QLatin1String("svg"))   ? QStringLiteral(".svg")
                : filter.contains(QLatin1String("pdf")) ? QStringLiteral(".pdf")
                                                        : QStringLiteral(".png");
    m_folder = QFileInfo(path).absolutePath();
    exportChartTo(path);
}

void FileActions::exportChartTo(const QString& path) {
    m_window.chart().refreshAll();
    const auto written = exportChart(m_window.chart(), path);
    if (written)
        reportSaved(tr("The chart was saved to %1.").arg(QDir::toNativeSeparators(path)), path);
    else
        reportFailure(written.error(), [this] { chooseChartFile(); });
}

void FileActions::chooseCsvFile(std::shared_ptr<const SampleHistory> history, const CsvRange& range) {
    QString path = QFileDialog::getSaveFileName(&m_window, tr("Save CSV"),
                                                suggestedPath(QStringLiteral("csv")), tr("CSV file (*.csv)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".csv");
    m_folder = QFileInfo(path).absolutePath();
    saveCsvTo(path, history ? std::move(history) : m_session.history(), range);
}

CsvRange FileActions::visibleRange() const {
    const auto [begin, end] = m_window.chart().visibleRange();
    return {begin, end};
}

void FileActions::chooseVisibleCsvFile() {
    // What the chart shows now, not what it shows when the file has been chosen.
    chooseCsvFile(m_session.history(), visibleRange());
}

bool FileActions::isBusy() {
    const bool isBusy = m_window.jobProgress().isBusy();
    if (isBusy)
        m_window.banner().post(
            {Severity::Warning,
             tr("Something is being opened, saved or copied already; wait for it or cancel it."),
             {}});
    return isBusy;
}

void FileActions::setJobsEnabled(bool enabled) {
    const WindowActions& actions = m_window.actions();
    for (QAction* action : {actions.saveCsv, actions.saveVisibleCsv, actions.copyVisibleCsv})
        action->setEnabled(enabled);
}

void FileActions::saveCsvTo(const QString& path, std::shared_ptr<const SampleHistory> history,
                            const CsvRange& range) {
    if (isBusy())
        return;
    m_csvPath = path;
    begin(history, range);
    m_window.jobProgress().begin(tr("Saving %1").arg(QFileInfo(path).fileName()));
    m_csvJob.setFuture(saveCsvInBackground(path, std::move(history), range));
}

void FileActions::begin(std::shared_ptr<const SampleHistory> history, const CsvRange& range) {
    setJobsEnabled(false);
    const QStringList captures = m_session.captureStatus().paths;
    const bool isCaptured = history == m_session.liveHistory() && captures.size() == 1;
    m_capture = isCaptured ? captures.constFirst() : QString();
    m_range = range;
}

QList<BannerAction> FileActions::offerAll(const CsvRows& rows) {
    if (rows.evicted == 0 || m_capture.isEmpty())
        return {};
    return {{tr("Save all of it from the capture…"), [this, capture = m_capture, range = m_range] {
                 Q_EMIT captureExportRequested(capture, range);
             }}};
}

void FileActions::copyVisibleCsv() {
    const auto still = m_session.still();
    const auto history = m_session.history();
    const CsvRange range = visibleRange();
    const qint64 count = countSamples(*history, range);
    if (count > mostCopiedRows) {
        const NumberFormat format;
        m_window.banner().post(
            {Severity::Warning,
             tr("The visible range holds %1 samples; the clipboard takes %2. Nothing was copied.")
                 .arg(format.count(count), format.count(mostCopiedRows)),
             {{tr("Save it as CSV…"), [this, still, history, range] {
                   if (still)
                       Q_EMIT captureExportRequested(still->info.path, range);
                   else
                       chooseCsvFile(history, range);
               }}}});
        return;
    }
    if (isBusy())
        return;
    begin(history, range);
    m_window.jobProgress().begin(tr("Copying samples"));
    m_copyJob.setFuture(still ? copyCaptureCsvInBackground(still->info.path, range)
                              : copyCsvInBackground(history, range));
}

void FileActions::onCopyFinished() {
    m_window.jobProgress().end();
    setJobsEnabled(true);
    const QFuture<Result<CsvCopy>> future = m_copyJob.future();
    if (future.isCanceled() || future.resultCount() == 0) {
        m_window.banner().post(
            {Severity::Notice, tr("Copying was cancelled; the clipboard is as it was."), {}});
        return;
    }
    const Result<CsvCopy> copy = future.result();
    if (!copy) {
        reportFailure(copy.error(), [this] { chooseVisibleCsvFile(); });
        return;
    }
    auto* data = new QMimeData; // the clipboard takes ownership
    data->setText(QString::fromUtf8(copy->text));
    data->setData(QStringLiteral("text/csv"), copy->text);
    QGuiApplication::clipboard()->setMimeData(data);
    m_window.banner().post({Severity::Notice, copiedText(copy->rows), offerAll(copy->rows)});
}

void FileActions::onCsvFinished() {
    m_window.jobProgress().end();
    setJobsEnabled(true);
    const QFuture<Result<CsvRows>> future = m_csvJob.future();
    if (future.isCanceled() || future.resultCount() == 0) {
        m_window.banner().post({Severity::Notice, tr("Saving was cancelled; no file was written."), {}});
        return;
    }
    const Result<CsvRows> rows = future.result();
    if (rows)
        reportSaved(savedText(*rows, m_csvPath), m_csvPath, offerAll(*rows));
    else
        reportFailure(rows.error(), [this] { chooseCsvFile(); });
}

void FileActions::reportSaved(const QString& text, const QString& path, QList<BannerAction> actions) {
    const QUrl folder = QUrl::fromLocalFile(QFileInfo(path).absolutePath());
    actions.append({tr("Open folder"), [folder] { QDesktopServices::openUrl(folder); }});
    m_window.banner().post({Severity::Notice, text, actions});
}

void FileActions::reportFailure(const Error& error, std::function<void()> tryAgain) {
    m_window.banner().post(
        {Severity::Alarm, errorText(error).text(), {{tr("Choose another file…"), std::move(tryAgain)}}});
}

} // namespace rillscope
