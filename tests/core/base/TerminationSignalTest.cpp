// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TerminationSignal.h"

#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include <csignal>

namespace rillscope::test {
namespace {

TEST(TerminationSignalTest, TellsSeveralSignalsAsOne) {
    const TerminationSignal termination;
    const QSignalSpy spy(&termination, &TerminationSignal::received);
    for (const int signal : {SIGTERM, SIGHUP, SIGTERM, SIGHUP, SIGINT})
        raise(signal);
    ASSERT_TRUE(waitFor([&] { return !spy.isEmpty(); }));
    raise(SIGTERM);
    QCoreApplication::processEvents();
    EXPECT_EQ(spy.size(), 1);
}

TEST(TerminationSignalTest, LetsNoSignalEndTheProgramWhenItIsGone) {
    { const TerminationSignal termination; }
    raise(SIGTERM);
    raise(SIGHUP);
    const TerminationSignal next;
    const QSignalSpy spy(&next, &TerminationSignal::received);
    QCoreApplication::processEvents();
    EXPECT_TRUE(spy.isEmpty()) << "what an earlier object has received is not for this one";
    raise(SIGTERM);
    EXPECT_TRUE(waitFor([&] { return spy.size() == 1; }));
}

} // namespace
} // namespace rillscope::test
