// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/SeverityText.h"

#include <QFrame>
#include <QList>
#include <QPointer>
#include <QTimer>

#include <array>
#include <chrono>
#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace rillscope {

/// The button of an action is called "banner_" and its name, which is unique within its message.
struct BannerAction {
    QString name;
    QString label;
    std::function<void()> run;
};

/// How long a message stays.
enum class BannerStay {
    AsSevere,   ///< a notice leaves after a while, anything more severe is closed by the user
    UntilClosed ///< a notice as well: it offers what is offered nowhere else
};

/// Whether the event list gets a line about it, too.
enum class BannerEvent {
    AsSevere, ///< for a warning and an alarm
    None      ///< it is a question, or an event of the stream is there already
};

struct BannerMessage {
    Severity severity = Severity::Notice;
    QString text;
    QList<BannerAction> actions; ///< at most Banner::maximumActions are shown
    QString topic = {};          ///< if any: this message takes the place of an older one with the same
    BannerStay stay = BannerStay::AsSevere;
    BannerEvent event = BannerEvent::AsSevere;
};

/// A bar that says something without stopping anything: shape, text, up to three actions, close. One message
/// shows at a time, the newest of the most severe; others wait, and none is there twice. Notices leave by
/// themselves once they were seen for a while. It covers the top of a widget instead of pushing that away
/// under the pointer, and takes no click that was meant for the message before. An action closes its message,
/// then runs. Thread: GUI.
class Banner : public QFrame {
    Q_OBJECT

public:
    static constexpr qsizetype maximumActions = 3;
    /// Beyond this the least severe and oldest are left out: nobody closes more.
    static constexpr qsizetype maximumMessages = 20;

    explicit Banner(QWidget* parent = nullptr);

    /// Lies over the top of `area`, a sibling, from now on.
    void cover(QWidget& area);
    /// How long a notice is seen; not while the pointer or the focus is on it.
    void setNoticeTime(std::chrono::milliseconds time) { m_noticeTimer.setInterval(time); }

    void post(const BannerMessage& message);
    /// Takes back what was posted under this topic: it no longer holds.
    void withdraw(const QString& topic);
    /// Closes the message that shows; the next one shows.
    void dismiss();
    void dismissAll();
    bool isEmpty() const { return m_messages.isEmpty(); }

Q_SIGNALS:
    /// For the event list: see BannerEvent.
    void failureShown(rillscope::Severity severity, const QString& text);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Entry {
        qint64 id = 0;
        BannerMessage message;
    };

    void buildButtons();
    void place();
    bool goesOn(const BannerMessage& message) const;
    void removeSame(const BannerMessage& message);
    void letNoticeGo();
    void showFirst();
    void showActions(const BannerMessage& message);
    void showWaitingCount();
    void runAction(qsizetype index);

    QList<Entry> m_messages; ///< the most severe first, of these the newest; the first one shows
    qint64 m_lastId = 0;
    qint64 m_shownId = 0; ///< 0: none
    QTimer m_noticeTimer; ///< runs while a notice shows that leaves by itself
    QTimer m_settling;    ///< runs for a moment after the message has changed: a click may be meant for the
                          ///< previous one
    QPointer<QWidget> m_covered;
    QLabel* m_shape;
    QLabel* m_text;
    QLabel* m_waiting;
    std::array<QPushButton*, maximumActions> m_buttons{};
    QToolButton* m_close;
};

} // namespace rillscope
