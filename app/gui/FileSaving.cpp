// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/FileSaving.h"

#include "core/base/TargetFile.h"
#include "ui/chart/LiveChartView.h"
#include "ui/text/ErrorText.h"
#include "ui/widgets/JobProgress.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QTimeZone>
#include <QUrl>

namespace rillscope {

FileSaving::FileSaving(MainWindow& window)
    : m_window(window)
    , m_chart(window.chart())
    , m_banner(window.banner())
    , m_jobProgress(window.jobProgress()) {}

void FileSaving::ask(const SaveRequest& request) {
    auto* dialog = new SaveDialog(request.title, inFolder(request.fileName), request.formats, &m_window);
    connect(dialog, &SaveDialog::pathChosen, this, [this, request](const QString& path) {
        m_folder = QFileInfo(path).absolutePath();
        request.saveTo(path);
    });
    dialog->open(); // returns at once: no loop of its own while a stream runs
}

SaveRequest FileSaving::ofFile(const QString& title, const QString& fileName, const SaveFormat& format,
                               const QByteArray& file, const QString& savedText) {
    const auto save = [this, file, savedText](const SaveRequest& request, const QString& path) {
        const auto written = writeTargetFile(path, file);
        if (written)
            reportSaved(savedText.arg(QDir::toNativeSeparators(path)), path);
        else
            reportFailure(written.error(), request);
    };
    return {title, fileName, {format}, save};
}

bool FileSaving::isBusy(const std::function<void()>& tryAgain) {
    const bool isBusy = m_jobProgress.isBusy();
    if (isBusy)
        reportBusy(tryAgain);
    return isBusy;
}

void FileSaving::reportBusy(const std::function<void()>& tryAgain) {
    m_banner.post({Severity::Warning,
                   tr("Another file is being read or written. Wait for it or cancel it."),
                   {{QStringLiteral("tryAgain"), tr("Try again"), tryAgain}},
                   QStringLiteral("busy"),
                   BannerStay::AsSevere,
                   BannerEvent::None});
}

void FileSaving::reportSaved(const QString& text, const QString& path, QList<BannerAction> actions,
                             Severity severity) {
    const QUrl folder = QUrl::fromLocalFile(QFileInfo(path).absolutePath());
    actions.append(
        {QStringLiteral("openFolder"), tr("Open folder"), [folder] { QDesktopServices::openUrl(folder); }});
    m_banner.post({severity, text, actions});
}

void FileSaving::reportFailure(const Error& error, const SaveRequest& request) {
    m_banner.post({Severity::Alarm,
                   errorText(error).text(),
                   {{QStringLiteral("chooseAnotherFile"), tr("Choose another file…"),
                     [this, request] { ask(request); }}}});
}

QString FileSaving::datedName(const QString& suffix) const {
    const QTimeZone zone = m_chart.timeZone(); // the time that the window shows
    const QString time =
        QDateTime::currentDateTimeUtc().toTimeZone(zone).toString(QStringLiteral("yyyy-MM-dd HHmmss"));
    return QStringLiteral("rillscope %1.%2").arg(time, suffix);
}

QString FileSaving::inFolder(const QString& fileName) const {
    return QDir(m_folder).filePath(fileName);
}

} // namespace rillscope
