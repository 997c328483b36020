// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/EventDigest.h"

#include <algorithm>

namespace rillscope {
namespace {

StreamEvent::Kind eventKind(QualityFlag flag) {
    switch (flag) {
    case QualityFlag::OutOfOrder:
        return StreamEvent::Kind::OutOfOrder;
    case QualityFlag::Duplicate:
        return StreamEvent::Kind::Duplicate;
    case QualityFlag::OutOfRange:
        return StreamEvent::Kind::OutOfRange;
    case QualityFlag::NotANumber:
        return StreamEvent::Kind::NotANumber;
    case QualityFlag::Late:
        return StreamEvent::Kind::Late;
    case QualityFlag::RateOfChange:
        return StreamEvent::Kind::RateOfChange;
    case QualityFlag::Stuck:
        return StreamEvent::Kind::Stuck;
    case QualityFlag::Gap:
        return StreamEvent::Kind::Gap;
    case QualityFlag::FarFuture:
        break;
    }
    return StreamEvent::Kind::FarFuture;
}

} // namespace

void EventDigest::addNotices(const SampleBlock& block, Timestamp time) {
    qint64 malformedToldOneByOne = 0;
    for (const InputNotice& notice : block.notices) {
        if (m_details == detailsPerDigest)
            break;
        ++m_details;
        const bool isMalformed = notice.kind == InputNotice::Kind::Malformed;
        malformedToldOneByOne += isMalformed ? 1 : 0;
        m_events.append({.kind = isMalformed ? StreamEvent::Kind::Malformed : StreamEvent::Kind::Remark,
                         .time = time,
                         .subject = {},
                         .detail = notice.reason,
                         .line = notice.line,
                         .count = 0});
    }
    m_furtherMalformed += block.malformedCount - malformedToldOneByOne;
}

void EventDigest::addMarks(Quality quality, const QString& channelName) {
    for (std::size_t i = 0; i < allQualityFlags.size(); ++i) {
        if (!quality.testFlag(allQualityFlags[i]))
            continue;
        Marks& marks = m_marks[i];
        if (marks.count == 0)
            marks.channel = channelName;
        else if (marks.channel != channelName)
            marks.channel.clear();
        ++marks.count;
    }
}

void EventDigest::addAlarm(StreamEvent event) {
    if (m_details == detailsPerDigest)
        return addFurtherAlarms(1);
    ++m_details;
    m_events.append(std::move(event));
}

bool EventDigest::isEmpty() const {
    return m_events.isEmpty() && m_furtherMalformed == 0 && m_dropped == 0 && m_lateDropped == 0 &&
           m_windowsEarly == 0 && m_furtherAlarms == 0 &&
           std::all_of(m_marks.begin(), m_marks.end(), [](const Marks& marks) { return marks.count == 0; });
}

QList<StreamEvent> EventDigest::take(Timestamp time) {
    QList<StreamEvent> events = std::exchange(m_events, {});
    const auto addSum = [&](StreamEvent::Kind kind, const QString& subject, qint64 count) {
        if (count > 0)
            events.append(
                {.kind = kind, .time = time, .subject = subject, .detail = {}, .line = 0, .count = count});
    };
    addSum(StreamEvent::Kind::MalformedMore, QString(), std::exchange(m_furtherMalformed, 0));
    addSum(StreamEvent::Kind::Dropped, QString(), std::exchange(m_dropped, 0));
    addSum(StreamEvent::Kind::LateDropped, QString(), std::exchange(m_lateDropped, 0));
    addSum(StreamEvent::Kind::WindowsEarly, QString(), std::exchange(m_windowsEarly, 0));
    addSum(StreamEvent::Kind::AlarmsRaised, QString(), std::exchange(m_furtherAlarms, 0));
    for (std::size_t i = 0; i < allQualityFlags.size(); ++i) {
        addSum(eventKind(allQualityFlags[i]), m_marks[i].channel, m_marks[i].count);
        m_marks[i] = {};
    }
    m_details = 0;
    return events;
}

} // namespace rillscope
