// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace rillscope {

class ElidedLabel;

/// Says that an opened capture is shown instead of the live stream, which one, and leads out of it. Stays
/// until then; hidden while the window is live. Thread: GUI.
class CaptureBar : public QFrame {
    Q_OBJECT

public:
    explicit CaptureBar(QWidget* parent = nullptr);

    /// `title`: "Capture of 22 Nov 13:40"; `facts` about it: "41,230 samples · 3 h 12 min".
    void showCapture(const QString& title, const QString& facts, const QString& path);
    void showLive();
    /// What the live stream is doing meanwhile; empty: nothing.
    void setLiveNote(const QString& note);

Q_SIGNALS:
    void replayRequested();
    void exportRequested();
    void liveRequested();

private:
    QPushButton* addButton(const char* objectName, const QString& text, const QString& toolTip);
    void showText();

    QString m_facts;
    QString m_note;
    QLabel* m_title;
    ElidedLabel* m_text;
};

} // namespace rillscope
