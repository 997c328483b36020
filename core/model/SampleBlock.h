// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/model/Sample.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>

namespace rillscope {

/// Something in the input that its sender should know about.
struct InputNotice {
    enum class Kind {
        Malformed,  ///< the line holds no sample; it is counted in SampleBlock::malformedCount
        Remark,     ///< the line was used, but something about it is worth a word (a value of NaN)
        UnknownLoss ///< the reason of one of SampleBlock::unknownLossCount; it has no line
    };
    Kind kind = Kind::Malformed;
    qint64 line = 0; ///< counted from 1
    Message reason;  ///< one sentence without a full stop
};

/// What a text holds that is neither a sample nor unreadable, so that nothing is left out in silence.
struct LeftOutCounts {
    qint64 columns = 0; ///< of tables, that hold no values
    qint64 rows = 0;    ///< without a value: footers, rows of empty cells, records of text
    qint64 empty = 0;   ///< cells without a value where others of their column have one

    bool isNone() const { return columns == 0 && rows == 0 && empty == 0; }
    LeftOutCounts& operator+=(const LeftOutCounts& other) {
        columns += other.columns;
        rows += other.rows;
        empty += other.empty;
        return *this;
    }
    friend bool operator==(const LeftOutCounts&, const LeftOutCounts&) = default;
};

/// Samples that travel together, as columns of equal length, in the order they came.
/// Thread: a value; copies share their columns (Qt's implicit sharing), so that crossing a thread is cheap.
/// `channels` is the sender's whole table so far; it only ever grows from block to block.
/// A block may hold no sample at all and still bring malformed lines or a loss.
struct SampleBlock {
    QList<ChannelInfo> channels;
    QList<ChannelIndex> channel;
    QList<Timestamp> eventTime;
    QList<double> value;
    QList<Quality> quality; ///< marks known to the source (read from a recording); usually none

    Timestamp arrivalTime;     ///< wall clock at the source when the block was closed
    qint64 malformedCount = 0; ///< inputs that held no sample
    qint64 lostCount = 0; ///< samples or messages of which the source knows that they were lost before it
                          ///< could read them; they are neither samples nor inputs of the block
    qint64 unknownLossCount = 0; ///< times that something may have been lost before this block, and the
                                 ///< source cannot know whether, or how much
    LeftOutCounts leftOut;
    /// Where the source goes on behind this block, in words of its own; empty: it cannot, or not here.
    QByteArray position;
    QList<InputNotice>
        notices; ///< a bounded part of what there is to say; counts are exact, notices need not be

    qsizetype size() const { return eventTime.size(); }
    bool isEmpty() const {
        return size() == 0 && malformedCount == 0 && lostCount == 0 && unknownLossCount == 0 &&
               leftOut.isNone() && notices.isEmpty();
    }

    void reserve(qsizetype capacity) {
        channel.reserve(capacity);
        eventTime.reserve(capacity);
        value.reserve(capacity);
        quality.reserve(capacity);
    }

    void append(const Sample& sample) {
        channel.append(sample.channel);
        eventTime.append(sample.eventTime);
        value.append(sample.value);
        quality.append(sample.quality);
    }

    Sample at(qsizetype index) const {
        return {channel.at(index), eventTime.at(index), value.at(index), quality.at(index)};
    }

    /// Keeps the first `count` samples.
    void truncate(qsizetype count) {
        channel.resize(count);
        eventTime.resize(count);
        value.resize(count);
        quality.resize(count);
    }
};

} // namespace rillscope

Q_DECLARE_METATYPE(rillscope::SampleBlock)
