// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/keep/CaptureCatalog.h"
#include "core/pipeline/SourceThread.h"
#include "tests/app/gui/ApplicationTest.h"
#include "tests/app/gui/StuckFile.h"
#include "tests/support/Sources.h"
#include "ui/panels/Banner.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QSessionManager>

namespace rillscope::test {
namespace {

/// Ends the program in all ways, also with a source that does not stop.
class ClosingTest : public ApplicationTest {
protected:
    ClosingTest() { setCaptured(true); }
    ~ClosingTest() override {
        m_stuck.reset();
        EXPECT_TRUE(waitFor([] { return SourceThread::leftBehindCount() == 0; }));
    }

    /// What a session manager says before it ends the session, or does not because someone cancels that.
    static void sayThatTheSessionMayEnd() {
        // Nobody looks at it, and only Qt can make one.
        alignas(QSessionManager) std::array<std::byte, sizeof(QSessionManager)> nothing{};
        Q_EMIT qGuiApp->commitDataRequest(*reinterpret_cast<QSessionManager*>(nothing.data()));
    }

    void startSimulation() {
        start(QStringLiteral("sim:normal?seed=1&rate=1000"));
        ASSERT_TRUE(waitFor([this] { return session().captureStatus().account.durable.samples > 100; }));
        QObject::connect(&program().closing(), &ClosingGuard::leaving, &program(),
                         [this](qint64 lost) { m_lost = lost; });
    }

    /// Replays a file that cannot be read to its end.
    void startStuck() {
        startSimulation();
        const QString file = write("stuck.csv", "time,value\n2026-01-01T00:00:00Z,20\n");
        m_stuck = std::make_unique<StuckFile>(file, StuckFile::Call::Read);
        ASSERT_TRUE(dropFile(file, chart()));
        ASSERT_TRUE(waitFor([this] { return m_stuck->isReached(); }));
    }

    /// No capture can be written anywhere.
    void startWithoutAnyDisk() {
        write("data", "a file where a folder should be");
        ASSERT_TRUE(QDir(path("temporary")).removeRecursively());
        write("temporary", "likewise");
        start(QStringLiteral("sim:normal?seed=1&rate=1000"));
        ASSERT_TRUE(waitFor([this] {
            return session().captureStatus().state == CaptureStatus::State::Failing &&
                   session().captureStatus().account.waiting.samples > 0;
        }));
    }

    bool waitForClose() const {
        return waitFor([this] { return !window().isVisible(); });
    }
    void expectCompleteCaptures(qsizetype count) const {
        const QList<CaptureEntry> captures = readCaptureCatalog(captureFolder()).entries;
        EXPECT_EQ(captures.size(), count);
        for (const CaptureEntry& capture : captures)
            EXPECT_EQ(capture.state, CaptureEntry::State::Complete);
    }

    std::unique_ptr<StuckFile> m_stuck;
    std::optional<qint64> m_lost; ///< as leaving() says
};

TEST_F(ClosingTest, StaysOpenWhenTheStreamStopsAfterALogoutThatWasCancelled) {
    startSimulation();
    sayThatTheSessionMayEnd();
    EXPECT_TRUE(waitFor([this] { return QFile::exists(settingsPath()); }))
        << "who restarts it finds its settings";
    session().stop();
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    QCoreApplication::processEvents();
    EXPECT_TRUE(window().isVisible());
    quit();
    EXPECT_FALSE(SettingsStore(settingsPath()).load(test::sources()).wasRunning)
        << "what changed later is kept, too";
}

TEST_F(ClosingTest, AsksForConsentAfterALogoutThatWasCancelled) {
    startWithoutAnyDisk();
    sayThatTheSessionMayEnd();
    window().close();
    EXPECT_TRUE(window().isVisible());
    ASSERT_TRUE(reachBanner(QStringLiteral("in memory only")));
    session().stop();
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    window().close();
    EXPECT_TRUE(window().isVisible()) << "it is asked each time";
    ASSERT_TRUE(reachBanner(QStringLiteral("in memory only")));
    clickBanner("quitAnyway");
    EXPECT_TRUE(waitForClose());
}

TEST_F(ClosingTest, AsksNobodyWhenTheSessionEnds) {
    startWithoutAnyDisk();
    sayThatTheSessionMayEnd();
    QEvent end(QEvent::Quit);
    QSpontaneKeyEvent::setSpontaneous(&end);
    qGuiApp->notify(qGuiApp, &end);
    EXPECT_TRUE(waitForClose());
}

TEST_F(ClosingTest, OffersToAbandonASourceThatDoesNotStop) {
    startStuck();
    session().stop();
    EXPECT_EQ(session().state(), Pipeline::State::Stopping);
    ASSERT_TRUE(reachBanner(QStringLiteral("does not respond")));
    clickBanner("abandon");
    ASSERT_TRUE(waitForState(Pipeline::State::Failed));
    EXPECT_TRUE(reachBanner(QStringLiteral("did not stop")));
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([this] { return session().isActive(); })) << "the window goes on";
    m_stuck.reset();
    EXPECT_TRUE(waitForState(Pipeline::State::Finished));
    EXPECT_EQ(history().size(), 1);
}

TEST_F(ClosingTest, TakesItsOfferBackWhenTheSourceStops) {
    startStuck();
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(reachBanner(QStringLiteral("does not respond")));
    m_stuck.reset();
    EXPECT_TRUE(waitFor([this] { return !shownBanner().contains(QStringLiteral("does not respond")); }));
    EXPECT_EQ(SourceThread::leftBehindCount(), 0);
}

TEST_F(ClosingTest, DoesNotWaitForTheDiskOfItsSettings) {
    startSimulation();
    sayThatTheSessionMayEnd();
    ASSERT_TRUE(waitFor([this] { return QFile::exists(settingsPath()); }));
    const StuckFile stuck(settingsPath(), StuckFile::Call::Open);
    window().close();
    EXPECT_TRUE(waitForClose());
}

TEST_F(ClosingTest, ClosesBehindASourceThatIsAbandoned) {
    startStuck();
    window().close();
    EXPECT_TRUE(window().isVisible());
    ASSERT_TRUE(reachBanner(QStringLiteral("closes the window without it")));
    clickBanner("abandon");
    EXPECT_TRUE(waitForClose());
    expectCompleteCaptures(1);
}

TEST_F(ClosingTest, AbandonsAStuckSourceWhenNobodyIsAsked) {
    startStuck();
    program().closeUnasked();
    EXPECT_TRUE(waitForClose());
    EXPECT_EQ(SourceThread::leftBehindCount(), 1);
    expectCompleteCaptures(1);
}

TEST_F(ClosingTest, LeavesWithoutWaitingWhenToldSo) {
    startStuck();
    window().close();
    ASSERT_TRUE(reachBanner(QStringLiteral("Waiting for the source to stop")));
    ASSERT_TRUE(waitFor([this] { return session().waitingSamples() == 0; }));
    ASSERT_TRUE(reachBanner(QStringLiteral("Waiting for the source to stop")));
    clickBanner("quitWithoutWaiting");
    EXPECT_EQ(m_lost, 0) << "all that was handed over is on disk";
}

TEST_F(ClosingTest, StaysWhenToldSoAndBeginsAnew) {
    startStuck();
    window().close();
    ASSERT_TRUE(reachBanner(QStringLiteral("Waiting for the source to stop")));
    clickBanner("stay");
    m_stuck.reset();
    ASSERT_TRUE(waitFor([this] { return !session().isActive(); }));
    QCoreApplication::processEvents();
    EXPECT_TRUE(window().isVisible());
    ASSERT_TRUE(session().resume());
    ASSERT_TRUE(waitForState(Pipeline::State::Finished));
    EXPECT_EQ(history().size(), 1);
    quit();
    expectCompleteCaptures(2);
}

TEST_F(ClosingTest, StillOffersToAbandonTheSourceWhenItStays) {
    startStuck();
    window().close();
    ASSERT_TRUE(reachBanner(QStringLiteral("closes the window without it")));
    clickBanner("stay");
    ASSERT_TRUE(reachBanner(QStringLiteral("The source does not respond to Stop")));
    clickBanner("abandon");
    ASSERT_TRUE(waitForState(Pipeline::State::Failed));
    EXPECT_TRUE(window().isVisible());
}

TEST_F(ClosingTest, StaysWhenAStreamIsBegunWhileItCloses) {
    startStuck();
    window().close();
    ASSERT_TRUE(reachBanner(QStringLiteral("Waiting for the source to stop")));
    ASSERT_TRUE(session().begin(*SourceUri::parse(QStringLiteral("sim:normal?seed=1&rate=1000"))));
    EXPECT_FALSE(shownBanner().contains(QStringLiteral("Waiting for the source to stop")));
    m_stuck.reset();
    ASSERT_TRUE(waitForSamples(100));
    session().stop();
    ASSERT_TRUE(waitForState(Pipeline::State::Stopped));
    QCoreApplication::processEvents();
    EXPECT_TRUE(window().isVisible());
}

} // namespace
} // namespace rillscope::test
