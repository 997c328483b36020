// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/ResultFiles.h"

#include "core/export/ResultCsv.h"
#include "ui/panels/AlarmPanel.h"
#include "ui/panels/WindowPanel.h"
#include "ui/text/NumberFormat.h"

#include <QDir>

#include <utility>

namespace rillscope {

ResultFiles::ResultFiles(const Session& session, MainWindow& window, FileSaving& saving)
    : m_session(session), m_saving(saving) {
    connect(&m_job, &AnyBackgroundJob::finished, this, &ResultFiles::onFinished);
    connect(&window.windows(), &WindowPanel::saveRequested, this, &ResultFiles::chooseWindowsFile);
    connect(&window.alarms(), &AlarmPanel::saveRequested, this, &ResultFiles::chooseAlarmsFile);
}

SaveRequest ResultFiles::windowsRequest() {
    return request(tr("Save window results"), tr("rillscope windows.csv"),
                   [windows = m_session.results().windows](const QString& path) {
                       return saveWindowsCsv(path, windows);
                   });
}

SaveRequest ResultFiles::alarmsRequest() {
    return request(
        tr("Save alarms"), tr("rillscope alarms.csv"),
        [alarms = m_session.results().alarms](const QString& path) { return saveAlarmsCsv(path, alarms); });
}

SaveRequest ResultFiles::request(const QString& title, const QString& fileName, const Save& save) {
    return {title,
            fileName,
            {SaveFormat::csv()},
            [this, save](const SaveRequest& request, const QString& path) { begin(request, path, save); }};
}

void ResultFiles::chooseWindowsFile() {
    m_saving.ask(windowsRequest());
}

void ResultFiles::chooseAlarmsFile() {
    m_saving.ask(alarmsRequest());
}

void ResultFiles::saveWindowsTo(const QString& path) {
    windowsRequest().saveTo(path);
}

void ResultFiles::saveAlarmsTo(const QString& path) {
    alarmsRequest().saveTo(path);
}

void ResultFiles::begin(const SaveRequest& request, const QString& path, const Save& save) {
    if (m_job.isRunning()) {
        m_saving.reportBusy([request, path] { request.saveTo(path); });
        return;
    }
    m_request = request;
    m_path = path;
    m_job.start([save, path](const JobControl&) { return save(path); });
}

void ResultFiles::onFinished() {
    const SaveRequest request = std::exchange(m_request, {}); // else it would keep the results in memory
    const std::optional<Result<qint64>> result = m_job.takeResult();
    if (!result)
        return; // it cannot be cancelled
    const Result<qint64>& rows = *result;
    if (rows)
        m_saving.reportSaved(tr("%1 rows were saved to %2.")
                                 .arg(NumberFormat().count(*rows), QDir::toNativeSeparators(m_path)),
                             m_path);
    else
        m_saving.reportFailure(rows.error(), request);
}

} // namespace rillscope
