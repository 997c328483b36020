// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/PlaybackSpeed.h"

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;

namespace rillscope {

class FileNameLabel;
class SegmentedControl;

/// The recording that is replayed: which file, how fast, how far.
class ReplayPanel : public QWidget {
    Q_OBJECT

public:
    explicit ReplayPanel(QWidget* parent = nullptr);

    /// Empty: none chosen yet.
    const QString& filePath() const { return m_filePath; }
    PlaybackSpeed speed() const { return m_speed; }

    /// The setters emit nothing.
    void setFilePath(const QString& path);
    void setSpeed(PlaybackSpeed speed);
    /// From 0 to 1; none hides the bar.
    void setProgress(std::optional<double> share);
    /// Where the file dialog opens when no file has been chosen yet.
    void setFolder(const QString& folder) { m_folder = folder; }

public Q_SLOTS:
    /// Asks for a file, without stopping anything else; answers with fileChosen() or choosingCancelled().
    void chooseFile();

Q_SIGNALS:
    void fileChosen(const QString& path);
    void choosingCancelled();
    void speedChanged(rillscope::PlaybackSpeed speed);

private:
    void addFileRow();
    void addSpeedRow();
    void takeFile(const QString& path);

    QString m_filePath;
    QString m_folder;
    PlaybackSpeed m_speed = PlaybackSpeed::times(1.0);
    FileNameLabel* m_fileName;
    QLabel* m_speedValue;
    SegmentedControl* m_speedChoice;
    QProgressBar* m_progress;
};

} // namespace rillscope
