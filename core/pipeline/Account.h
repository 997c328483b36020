// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/PerMark.h"

#include <QJsonObject>

namespace rillscope {

/// The counters that must balance: received = accepted + malformed, accepted = recorded + dropped. What a
/// source knows to have lost was never received: what was sent to it = received + lost.
/// Marked samples are accepted and recorded like any other; the marks are counted beside the balance.
struct Account {
    qint64 received = 0;  ///< inputs that arrived, readable or not
    qint64 accepted = 0;  ///< samples
    qint64 malformed = 0; ///< inputs that held no sample
    qint64 recorded = 0;  ///< samples that entered the history
    qint64 dropped = 0;   ///< samples lost on purpose; each drop is reported with stage and reason
    qint64 lost = 0;      ///< samples or messages lost before the source could read them, as far as it knows
    qint64 unknownLosses =
        0; ///< times that something may be missing, of which the source cannot know how much

    // What was read but is no sample. Beside the balance.
    qint64 columnsLeftOut = 0; ///< of tables, that hold no values
    qint64 rowsLeftOut = 0;    ///< without a value
    qint64 empty = 0;          ///< cells without a value where others of their column have one

    MarkCounts marks = {}; ///< samples that have each mark

    /// Samples that filters made beside the recorded ones; they are in the history, too. Beside the balance.
    qint64 derived = 0;

    /// Of the recorded, those of which the memory limit has left only summaries, so that they are seen as an
    /// envelope and are in no file. Beside the balance.
    qint64 evicted = 0;

    /// Samples with a mark, whether one or several.
    qint64 marked = 0;

    void countMarks(Quality quality);

    bool balances() const { return received == accepted + malformed && accepted == recorded + dropped; }

    /// Adds what was counted between `before` and `now`, but for what was evicted.
    void addDifference(const Account& before, const Account& now);

    QJsonObject toJson() const;
    /// Reads what toJson() writes, which may come from a file: what is missing, negative or no number is 0.
    static Account fromJson(const QJsonObject& json);

    friend bool operator==(const Account&, const Account&) = default;
};

} // namespace rillscope
