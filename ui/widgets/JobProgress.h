// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <QElapsedTimer>
#include <QWidget>

#include <optional>

class QProgressBar;
class QPushButton;

namespace rillscope {

class AnyBackgroundJob;
class ElidedLabel;

/// What is left of a job that is `value` of `maximum` done after `elapsed`, as if it went on as it did;
/// nothing while that would be a guess.
std::optional<Duration> timeLeft(Duration elapsed, int value, int maximum);

/// Says what a job in the background is doing, how far it is, how long it will take, and lets it be
/// cancelled. Hidden when there is none. Thread: GUI.
class JobProgress : public QWidget {
    Q_OBJECT

public:
    explicit JobProgress(QWidget* parent = nullptr);

    /// Shows how far the job is whenever it runs, and cancels it when asked to.
    void follow(AnyBackgroundJob& job);
    void begin(const QString& text);
    void setProgress(int value, int maximum);
    void end();
    /// One job at a time is shown.
    bool isBusy() const { return !isHidden(); }

Q_SIGNALS:
    void cancelRequested();

private:
    QString m_text;
    QElapsedTimer m_since;
    ElidedLabel* m_label;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

} // namespace rillscope
