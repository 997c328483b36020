// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/BackgroundJob.h"

#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QSemaphore>

#include <atomic>
#include <memory>
#include <vector>

namespace rillscope::test {
namespace {

class BackgroundJobTest : public testing::Test {
protected:
    BackgroundJobTest() {
        pool.setMaxThreadCount(1);
        QObject::connect(&job, &AnyBackgroundJob::finished, [this] { ++finishes; });
        QObject::connect(&job, &AnyBackgroundJob::progressed,
                         [this](int permille) { progress.push_back(permille); });
    }

    bool waitForEnd() {
        return waitFor([this] { return !job.isRunning(); });
    }

    QThreadPool pool;
    BackgroundJob<std::unique_ptr<int>> job{&pool};
    int finishes = 0;
    std::vector<int> progress;
};

TEST_F(BackgroundJobTest, GivesItsResultOnce) {
    EXPECT_FALSE(job.takeResult()) << "nothing was started";
    for (int round = 1; round <= 3; ++round) {
        job.start([round](const JobControl& control) {
            control.report(1, 4);
            control.report(4, 4);
            return std::make_unique<int>(round);
        });
        EXPECT_TRUE(job.isRunning());
        ASSERT_TRUE(waitForEnd());
        EXPECT_EQ(finishes, round);
        EXPECT_EQ(progress.back(), 1'000);
        const auto result = job.takeResult();
        ASSERT_TRUE(result);
        EXPECT_EQ(**result, round);
        EXPECT_FALSE(job.takeResult());
    }
}

TEST_F(BackgroundJobTest, HasNoResultWhenItWasCancelled) {
    QSemaphore hasBegun;
    auto wasAsked = std::make_shared<std::atomic<bool>>(false);
    job.start([&hasBegun, wasAsked](const JobControl& control) {
        hasBegun.release();
        while (!control.isToStop())
            QThread::msleep(1);
        *wasAsked = true;
        return std::make_unique<int>(1);
    });
    hasBegun.acquire();
    job.cancel();
    ASSERT_TRUE(waitForEnd());
    EXPECT_FALSE(job.takeResult());
    EXPECT_TRUE(pool.waitForDone());
    EXPECT_TRUE(*wasAsked);
    job.start([](const JobControl&) { return std::make_unique<int>(2); });
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(finishes, 2);
    EXPECT_EQ(**job.takeResult(), 2) << "what comes after a cancel is not touched by it";
}

TEST_F(BackgroundJobTest, NeverBeginsWhenItIsCancelledBefore) {
    QSemaphore gate;
    pool.start([&gate] { gate.acquire(); });
    std::atomic<bool> hasBegun{false};
    job.start([&hasBegun](const JobControl&) {
        hasBegun = true;
        return std::make_unique<int>(1);
    });
    job.cancel();
    gate.release();
    ASSERT_TRUE(waitForEnd());
    EXPECT_TRUE(pool.waitForDone());
    EXPECT_FALSE(hasBegun);
    EXPECT_EQ(finishes, 1);
}

TEST_F(BackgroundJobTest, FinishesItsWorkWhenItsOwnerGoes) {
    auto owned = std::make_unique<BackgroundJob<int>>(&pool);
    int ownedFinishes = 0;
    QObject::connect(owned.get(), &AnyBackgroundJob::finished, [&ownedFinishes] { ++ownedFinishes; });
    const auto kept = std::make_shared<int>(7);
    QSemaphore gate;
    std::atomic<bool> isDone{false};
    owned->start([kept, &gate, &isDone](const JobControl& control) {
        gate.acquire();
        isDone = !control.isToStop();
        return *kept;
    });
    owned.reset();
    gate.release();
    EXPECT_TRUE(pool.waitForDone());
    EXPECT_TRUE(isDone);
    QCoreApplication::processEvents();
    EXPECT_EQ(ownedFinishes, 0);
    EXPECT_EQ(kept.use_count(), 1) << "nothing of the work stays in memory";
}

} // namespace
} // namespace rillscope::test
