// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/EventDigest.h"

#include <utility>

namespace rillscope {
namespace {

StreamEvent::Kind kindOf(const InputNotice& notice) {
    switch (notice.kind) {
    case InputNotice::Kind::Malformed:
        return StreamEvent::Kind::Malformed;
    case InputNotice::Kind::UnknownLoss:
        return StreamEvent::Kind::UnknownLoss;
    case InputNotice::Kind::Remark:
        break;
    }
    return StreamEvent::Kind::Remark;
}

} // namespace

void EventDigest::addNotices(const SampleBlock& block, Timestamp time) {
    qint64 malformedToldOneByOne = 0;
    qint64 lossesToldOneByOne = 0;
    for (const InputNotice& notice : block.notices) {
        if (m_details == detailsPerDigest)
            break;
        ++m_details;
        const StreamEvent::Kind kind = kindOf(notice);
        malformedToldOneByOne += kind == StreamEvent::Kind::Malformed ? 1 : 0;
        lossesToldOneByOne += kind == StreamEvent::Kind::UnknownLoss ? 1 : 0;
        m_events.append({.kind = kind,
                         .time = time,
                         .subject = {},
                         .detail = notice.reason,
                         .line = notice.line,
                         .count = kind == StreamEvent::Kind::UnknownLoss ? 1 : 0});
    }
    m_furtherMalformed += block.malformedCount - malformedToldOneByOne;
    m_furtherUnknownLosses += block.unknownLossCount - lossesToldOneByOne;
}

void EventDigest::addMarks(Quality quality, const QString& channelName) {
    for (const QualityFlag flag : allQualityFlags) {
        if (!quality.testFlag(flag))
            continue;
        Marks& marks = m_marks[flag];
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
    return m_events.isEmpty() && m_furtherMalformed == 0 && m_furtherUnknownLosses == 0 && m_dropped == 0 &&
           m_lost == 0 && m_rowsLeftOut == 0 && m_lateDropped == 0 && m_windowsEarly == 0 &&
           m_furtherAlarms == 0 && m_marks == PerMark<Marks>();
}

QList<StreamEvent> EventDigest::take(Timestamp time) {
    QList<StreamEvent> events = std::exchange(m_events, {});
    const auto addSum = [&](StreamEvent::Kind kind, qint64 count) {
        if (count > 0)
            events.append({.kind = kind, .time = time, .count = count});
    };
    addSum(StreamEvent::Kind::MalformedMore, std::exchange(m_furtherMalformed, 0));
    addSum(StreamEvent::Kind::Dropped, std::exchange(m_dropped, 0));
    addSum(StreamEvent::Kind::LostAtSource, std::exchange(m_lost, 0));
    addSum(StreamEvent::Kind::UnknownLoss, std::exchange(m_furtherUnknownLosses, 0));
    addSum(StreamEvent::Kind::RowsLeftOut, std::exchange(m_rowsLeftOut, 0));
    addSum(StreamEvent::Kind::LateDropped, std::exchange(m_lateDropped, 0));
    addSum(StreamEvent::Kind::WindowsEarly, std::exchange(m_windowsEarly, 0));
    addSum(StreamEvent::Kind::AlarmsRaised, std::exchange(m_furtherAlarms, 0));
    for (const QualityFlag flag : allQualityFlags) {
        const Marks marks = std::exchange(m_marks[flag], {});
        if (marks.count > 0)
            events.append({.kind = StreamEvent::Kind::Marked,
                           .time = time,
                           .subject = marks.channel,
                           .count = marks.count,
                           .mark = flag});
    }
    m_details = 0;
    return events;
}

} // namespace rillscope
