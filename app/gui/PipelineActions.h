// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/PipelineFile.h"
#include "ui/MainWindow.h"
#include "ui/settings/Settings.h"

#include <functional>

namespace rillscope {

class Banner;

/// Opens and saves the pipeline's file, and says in the banner how it went. Whatever could cost somebody
/// their work (unsaved changes, comments, a file that was changed elsewhere) is asked there first. Thread:
/// GUI.
class PipelineActions : public QObject {
    Q_OBJECT

public:
    PipelineActions(PipelineFile& file, MainWindow& window);

    /// What was open the last time, or `path` when it is not empty.
    void restore(const Settings& settings, const QString& path);
    void remember(Settings& settings) const;

    void chooseFile();
    void open(const QString& path);
    void startNew();
    void save();
    void chooseSaveFile();
    /// Without asking for anything but comments that would be lost.
    void saveTo(const QString& path);

private:
    void openNow(const QString& path);
    void write(const QString& path);
    void whenNothingIsLost(const std::function<void()>& goOn);
    void addRecent(const QString& path);
    void reportMistakes(const DefinitionMistakes& mistakes);
    QString suggestedPath() const;

    PipelineFile& m_file;
    MainWindow& m_window;
    Banner& m_banner;
    QStringList m_recent;
    QString m_folder;
    QString m_unopened;          ///< the file of the last time, when it could not be opened: it may come back
    bool m_isForThisRun = false; ///< opened by the command line, beside unsaved changes of the last time
};

} // namespace rillscope
