// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/SeverityText.h"

#include <QFrame>
#include <QList>

#include <array>
#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace rillscope {

struct BannerAction {
    QString label;
    std::function<void()> run;
};

struct BannerMessage {
    Severity severity = Severity::Notice;
    QString text;
    QList<BannerAction> actions; ///< at most Banner::maximumActions are shown
    QString topic = {};          ///< if any: this message takes the place of an older one with the same
};

/// A bar that tells something without stopping anything: shape, text, up to three actions, close. One message
/// shows at a time; others wait, the gravest first, and a message that already waits or shows is not
/// repeated. An action closes its message, then runs. Thread: GUI.
class Banner : public QFrame {
    Q_OBJECT

public:
    static constexpr qsizetype maximumActions = 3;
    /// Beyond this the least grave of the newest are left out: nobody closes more.
    static constexpr qsizetype maximumMessages = 20;

    explicit Banner(QWidget* parent = nullptr);

    void post(const BannerMessage& message);
    /// Takes back what was posted under this topic: it no longer holds.
    void withdraw(const QString& topic);
    /// Closes the message that shows; the next one shows.
    void dismiss();
    void dismissAll();
    bool isEmpty() const { return m_messages.isEmpty(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildButtons();
    bool replace(const BannerMessage& message);
    void showFirst();
    void showWaitingCount();
    void runAction(qsizetype index);

    QList<BannerMessage> m_messages; ///< the first one shows
    QLabel* m_shape;
    QLabel* m_text;
    QLabel* m_waiting;
    std::array<QPushButton*, maximumActions> m_buttons{};
    QToolButton* m_close;
};

} // namespace rillscope
