// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/ReportContents.h"
#include "tests/core/history/HistoryReference.h"

namespace rillscope::test {

/// What a report says of a channel, found by looking at each sample in the plainest way.
ReportChannel channelByBruteForce(const Recording& recording, const ReportRange& range);

/// Fails the test where the two differ in more than the last digits of sums. Precondition: nothing of
/// `expected` has been evicted.
void expectSameChannel(const ReportChannel& actual, const ReportChannel& expected);

} // namespace rillscope::test
