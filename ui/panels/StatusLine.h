// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Severity.h"
#include "ui/panels/StreamState.h"

#include <QFrame>

#include <optional>

class QHBoxLayout;
class QPushButton;

namespace rillscope {

class FigureLabel;
struct CaptureLine;

/// What the status line shows.
struct StatusFigures {
    ShownState state = {};
    double samplesPerSecond = 0.0;
    qint64 received = 0;
    qint64 recorded = 0;
    qint64 dropped = 0;
    qint64 historyBytes = 0;
    std::optional<double> framesPerSecond = std::nullopt; ///< the slot is not there without it
    QString fullResolutionFrom = {}; ///< before this time only envelopes are left; empty: all is there
};

/// The state of the stream and its key figures on one line. When there is too little room, the least
/// important figures go first; state, alarms and capture stay longest. Thread: GUI.
class StatusLine : public QFrame {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setStatus(const StatusFigures& status);
    /// Alarms that someone should look at, and the gravest severity of them; not shown when there are none.
    void setAlarms(qint64 count, Severity severity);

    /// How the recording to disk is doing; see captureLine().
    void setCapture(const CaptureLine& line);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void alarmsClicked();
    void captureClicked();

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Item {
        QWidget* holder = nullptr;
        FigureLabel* figure = nullptr;
        bool wanted = true;
    };
    enum ItemIndex { Rate, Received, Recorded, Dropped, History, Frames, ItemCount };
    enum class CaptionSide { Before, After };

    Item addItem(const QString& objectName, const QString& caption, const QString& toolTip, CaptionSide side);
    void showState(const ShownState& state);
    void showRate(const StatusFigures& status);
    void colorCapture();
    void showHistory(const StatusFigures& status);
    void dropWhatDoesNotFit();
    void activateLayouts();
    int fixedWidth() const;

    NumberFormat m_format;
    QHBoxLayout* m_line;
    FigureLabel* m_state;
    QPushButton* m_alarms;
    QPushButton* m_capture;
    QString m_captureColor;
    bool m_isBehind = false; ///< and nothing is green
    std::array<Item, ItemCount> m_items;
};

} // namespace rillscope
