// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "ui/MainWindow.h"
#include "ui/dialogs/SaveDialog.h"
#include "ui/panels/Banner.h"

#include <functional>

namespace rillscope {

class JobProgress;
class LiveChartView;

/// Something that was asked to be saved, as a value. It holds all that it needs (which history or capture,
/// which range, which format), so that saving it to another file saves the same, whatever is on screen by
/// then.
struct SaveRequest {
    QString title;             ///< of the dialog
    QString fileName;          ///< suggested, with its ending
    QList<SaveFormat> formats; ///< the first one is suggested
    std::function<void(const SaveRequest& request, const QString& path)> save;

    void saveTo(const QString& path) const { save(*this, path); }
};

/// Where all files that leave the window are asked for, and where it is said how it went: one dialog, one
/// folder that is remembered, one way on after a failure. Thread: GUI.
class FileSaving : public QObject {
    Q_OBJECT

public:
    explicit FileSaving(MainWindow& window);

    /// Asks for a file and saves to it.
    void ask(const SaveRequest& request);
    /// A request to write `file`, which is finished, and to say `savedText` ("… to %1.").
    SaveRequest ofFile(const QString& title, const QString& fileName, const SaveFormat& format,
                       const QByteArray& file, const QString& savedText);

    /// Whether another file is being read or written. The user gets a message then, and may try again.
    bool isBusy(const std::function<void()>& tryAgain);
    void reportBusy(const std::function<void()>& tryAgain);
    /// A warning when the file lacks something that was asked for.
    void reportSaved(const QString& text, const QString& path, QList<BannerAction> actions = {},
                     Severity severity = Severity::Notice);
    /// Offers to save the same to another file.
    void reportFailure(const Error& error, const SaveRequest& request);

    /// Proposes a file name with date and time: "rillscope 2026-01-31 140421.csv".
    QString datedName(const QString& suffix) const;
    /// In the folder where the last file went.
    QString inFolder(const QString& fileName) const;
    void setFolder(const QString& folder) { m_folder = folder; }
    const QString& folder() const { return m_folder; }

private:
    MainWindow& m_window;
    const LiveChartView& m_chart;
    Banner& m_banner;
    const JobProgress& m_jobProgress;
    QString m_folder; ///< where the last file went
};

} // namespace rillscope
