// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/CaptureLoss.h"

#include "core/base/Message.h"

#include <QList>

namespace rillscope {
namespace {

struct CountWords {
    MessageTemplate<1> one;
    MessageTemplate<1> many;
};

constexpr CountWords sampleWords{QT_TRANSLATE_NOOP("Message", "%1 sample"),
                                 QT_TRANSLATE_NOOP("Message", "%1 samples")};
constexpr CountWords derivedWords{QT_TRANSLATE_NOOP("Message", "%1 derived sample"),
                                  QT_TRANSLATE_NOOP("Message", "%1 derived samples")};
constexpr CountWords windowWords{QT_TRANSLATE_NOOP("Message", "%1 window"),
                                 QT_TRANSLATE_NOOP("Message", "%1 windows")};
constexpr CountWords alarmWords{QT_TRANSLATE_NOOP("Message", "%1 alarm"),
                                QT_TRANSLATE_NOOP("Message", "%1 alarms")};
constexpr CountWords eventWords{QT_TRANSLATE_NOOP("Message", "%1 event"),
                                QT_TRANSLATE_NOOP("Message", "%1 events")};

/// "5 samples, 2 derived samples and 1 window": those of which there are any.
Message listed(const CaptureCounts& counts, qint64 alarms) {
    QList<Message> parts;
    const auto add = [&parts](qint64 count, const CountWords& words) {
        if (count > 0)
            parts.append(Message(count > 1 ? words.many : words.one, count));
    };
    add(counts.samples, sampleWords);
    add(counts.derived, derivedWords);
    add(counts.windows, windowWords);
    add(alarms, alarmWords);
    add(counts.events, eventWords);
    Message list = parts.takeFirst();
    while (parts.size() > 1)
        list = Message(QT_TRANSLATE_NOOP("Message", "%1, %2"), list, parts.takeFirst());
    return parts.isEmpty() ? list
                           : Message(QT_TRANSLATE_NOOP("Message", "%1 and %2"), list, parts.constFirst());
}

Message reasonOf(const CaptureStatus& capture) {
    return capture.error ? capture.error->cause()
                         : Message(QT_TRANSLATE_NOOP("Message", "the disk was too slow"));
}

} // namespace

bool accountsMatch(const Account& account, const CaptureStatus& capture) {
    if (!account.balances())
        return false;
    if (capture.state == CaptureStatus::State::Off)
        return true;
    return capture.account.balances() && capture.account.offered.samples == account.recorded &&
           capture.account.offered.derived == account.derived;
}

std::optional<Error> captureLoss(const Account& account, const CaptureStatus& capture) {
    if (capture.state == CaptureStatus::State::Off)
        return std::nullopt;
    const auto loss = [&capture](const Message& detail) {
        return Error{ErrorCode::WriteFailed, capture.path, detail};
    };
    if (!accountsMatch(account, capture))
        return loss(Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "the counts do not match: %1 samples were recorded, and %2 are accounted for in the file"),
            QString::number(account.recorded), QString::number(capture.account.offered.samples)));
    CaptureCounts missing = capture.account.missed;
    missing += capture.account.waiting;
    if (!missing.isEmpty() || capture.account.missedAlarms > 0)
        return loss(Message(QT_TRANSLATE_NOOP("Message", "%1 in no file (%2)"),
                            listed(missing, capture.account.missedAlarms), reasonOf(capture)));
    if (capture.isCutShort)
        return loss(Message(QT_TRANSLATE_NOOP("Message", "all samples are in the file, but it could not be "
                                                         "closed (%1); “rillscope-cli recover” does that"),
                            reasonOf(capture)));
    return std::nullopt;
}

} // namespace rillscope
