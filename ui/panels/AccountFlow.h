// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Account.h"
#include "ui/text/NumberFormat.h"

#include <QWidget>

class QFrame;
class QGridLayout;

namespace rillscope {

class FigureLabel;

/// Where samples go, as boxes with their counts and lines between them: what was received forks into accepted
/// and malformed, what was accepted into recorded and dropped. All counts of a picture are of one account.
/// Thread: GUI.
class AccountFlow : public QWidget {
    Q_OBJECT

public:
    explicit AccountFlow(QWidget* parent = nullptr);

    void setAccount(const Account& account);

Q_SIGNALS:
    void painted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Box {
        QFrame* frame = nullptr;
        FigureLabel* figure = nullptr;
    };

    Box makeBox(const QString& objectName, const QString& caption, const QString& toolTip);
    void showCount(const Box& box, qint64 count) const;
    void paintFork(QPainter& painter, const Box& from, const Box& first, const Box& second) const;

    NumberFormat m_format;
    Box m_received;
    Box m_accepted;
    Box m_malformed;
    Box m_recorded;
    Box m_dropped;
};

} // namespace rillscope
