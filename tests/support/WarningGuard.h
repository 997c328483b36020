// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

namespace rillscope::test {

/// Fails the running test on any message of qWarning() or worse.
/// Install once with testing::UnitTest::GetInstance()->listeners().Append(new WarningGuard).
class WarningGuard final : public testing::EmptyTestEventListener {
public:
    void OnTestStart(const testing::TestInfo& test) override;
    void OnTestEnd(const testing::TestInfo& test) override;
};

} // namespace rillscope::test
