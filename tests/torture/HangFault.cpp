// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A read of the source takes 30 s, or a sync of the disk: the GUI thread is never away for more than 100 ms,
// on X11 and on Wayland, whatever is done meanwhile; what the source had handed over is in complete files;
// and who quits without waiting is rid of the program at once.
#include "tests/torture/Faults.h"
#include "tests/torture/Recording.h"
#include "tests/torture/Screen.h"
#include "tests/torture/WindowRun.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <csignal>

namespace rillscope::torture {
namespace {

constexpr int hangMs = 30'000;
constexpr int mostMsAway = 100;
/// "At once", with room for a machine that is busy.
constexpr int mostMsToLeave = 1'000;
/// Until a source counts as stuck, twice over, and half of the time that it hangs.
constexpr int mostMsToEnd = 15'000;

/// A recording of 20,000 samples a second, long enough that no test comes to its end. Its path.
QString makeRecording(const QString& folder) {
    constexpr int rows = 1'000'000;
    QFile file(folder + QStringLiteral("/recording.csv"));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    QByteArray text = "time,value\n";
    for (int i = 0; i < rows; ++i) {
        const int microseconds = i * 50;
        text += "2026-01-01T00:00:" + QByteArray::number(microseconds / 1'000'000).rightJustified(2, '0') +
                '.' + QByteArray::number(microseconds % 1'000'000).rightJustified(6, '0') + "Z," +
                QByteArray::number(20 + i % 10) + '\n';
    }
    return file.write(text) == text.size() ? file.fileName() : QString();
}

/// What hangs, and whether it has begun to.
struct Hang {
    const char* what;
    std::atomic<int> FaultControls::*delayMs;
    std::atomic<std::int64_t> FaultControls::*begun;
};
constexpr Hang source{"a source hangs", &FaultControls::readDelayMs, &FaultControls::delayedReads};
constexpr Hang disk{"a disk hangs", &FaultControls::syncDelayMs, &FaultControls::delayedSyncs};

/// The window with something that hangs, or will.
class HangingWindow {
public:
    HangingWindow(Torment& torment, const Screen& screen, const Hang& hang)
        : m_hang(hang)
        , m_sourceFolder(torment.makeFolder())
        , m_run(torment,
                {.isWatched = true, .uri = QStringLiteral("replay:%1").arg(makeRecording(m_sourceFolder))})
        , m_board(torment.makeFolder() + QStringLiteral("/faults"),
                  &hang == &source ? m_sourceFolder : m_run.home()) {
        screen.addTo(m_run.victim());
        m_run.victim().useFaults(m_board);
    }

    WindowRun& run() { return m_run; }
    Victim& victim() { return m_run.victim(); }

    /// Returns when it hangs. False: it does not.
    bool beginToHang() {
        if (!m_run.begin())
            return false;
        m_board.operator->()->*m_hang.delayMs = hangMs;
        return victim().watch(20'000, [this] { return m_board.operator->()->*m_hang.begun > 0; });
    }
    void endHang() { m_board.operator->()->*m_hang.delayMs = 0; }

    /// Presses a button of the banner as soon as it is there.
    bool press(const char* name, int milliseconds = mostMsToEnd) {
        QElapsedTimer sinceLast;
        return victim().watch(milliseconds, [&] {
            if (!sinceLast.isValid() || sinceLast.elapsed() > 100) {
                m_run.command(QByteArray("press ").append(name).constData());
                sinceLast.start();
            }
            return victim().output().contains("pressed");
        });
    }

    /// What does not hold of its GUI thread and of the captures that it has completed.
    QStringList faults() {
        QStringList found;
        if (m_run.longestMs() < 0 || m_run.longestMs() > mostMsAway)
            found.append(QStringLiteral("the GUI thread was away for %1 ms").arg(m_run.longestMs()));
        if (m_run.captures().isEmpty())
            found.append(QStringLiteral("there is no capture"));
        for (const QString& path : m_run.captures()) {
            const Ended verified = runOnFile(QStringLiteral("verify"), path, m_run.home());
            if (verified.exitCode != 0)
                found.append(QStringLiteral("verify %1: %2").arg(path, verified.ending));
        }
        return found;
    }

private:
    const Hang& m_hang;
    QString m_sourceFolder;
    WindowRun m_run;
    FaultBoard m_board;
};

QStringList useWindow(Torment& torment, const Screen& screen, Tally& tally) {
    HangingWindow window(torment, screen, source);
    if (!window.beginToHang())
        return {QStringLiteral("it does not hang; ") + window.victim().ending()};
    window.run().command("stop");
    window.victim().watch(500);
    window.run().command("new");
    window.victim().watch(500);
    window.run().command("stop");
    if (!window.press("abandon"))
        return {QStringLiteral("nothing offers to abandon the source")};
    window.run().command("new");
    window.victim().watch(500);
    window.run().command("close");
    QElapsedTimer sinceClose;
    sinceClose.start();
    while (window.victim().isRunning() && sinceClose.elapsed() < 2 * mostMsToEnd) {
        window.run().command("press abandon");
        window.victim().watch(200);
    }
    if (!window.victim().waitForEnd(0) || window.victim().exitCode() != 0)
        return {QStringLiteral("the window did not close; ") + window.victim().ending()};
    tally.note(QStringLiteral("stop, new session, abandon, close: the GUI thread was away for %1 ms at most")
                   .arg(window.run().longestMs()));
    return window.faults();
}

QStringList endByItself(Torment& torment, const Screen& screen) {
    HangingWindow window(torment, screen, source);
    if (!window.beginToHang())
        return {QStringLiteral("it does not hang; ") + window.victim().ending()};
    window.run().command("close");
    window.victim().watch(1'000);
    window.endHang();
    if (!window.victim().waitForEnd(mostMsToEnd) || window.victim().exitCode() != 0)
        return {QStringLiteral("the window did not close; ") + window.victim().ending()};
    return window.faults();
}

QStringList terminate(Torment& torment, const Screen& screen) {
    HangingWindow window(torment, screen, source);
    if (!window.beginToHang())
        return {QStringLiteral("it does not hang; ") + window.victim().ending()};
    window.victim().signal(SIGTERM);
    if (!window.victim().waitForEnd(mostMsToEnd) || window.victim().exitCode() != 0)
        return {QStringLiteral("did not end; ") + window.victim().ending()};
    QStringList faults = window.faults();
    if (!window.victim().errors().contains("abandoned"))
        faults.append(QStringLiteral("it does not say that it abandoned the source"));
    return faults;
}

QStringList quitWithoutWaiting(Torment& torment, const Screen& screen, const Hang& hang, Tally& tally) {
    HangingWindow window(torment, screen, hang);
    if (!window.beginToHang())
        return {QStringLiteral("it does not hang; ") + window.victim().ending()};
    window.victim().watch(500);
    window.run().command("close");
    if (!window.press("quitWithoutWaiting"))
        return {QStringLiteral("nobody offers to quit without waiting")};
    QElapsedTimer sincePress;
    sincePress.start();
    const bool hasLeft = window.victim().waitForEnd(mostMsToLeave);
    tally.note(QStringLiteral("%1, quit without waiting: left after %2 ms")
                   .arg(QString::fromLatin1(hang.what), QString::number(sincePress.elapsed())));
    if (!hasLeft)
        return {QStringLiteral("it has not left")};
    for (const QString& path : window.run().captures())
        runOnFile(QStringLiteral("recover"), path, window.run().home());
    QStringList faults = window.faults();
    if (!window.victim().errors().contains("are lost"))
        faults.append(QStringLiteral("it does not say what is lost"));
    // 3: samples were on their way to the disk, which is certain only where that hangs.
    if (window.victim().exitCode() != 3 && (&hang == &disk || window.victim().exitCode() != 0))
        faults.append(window.victim().ending());
    return faults;
}

/// A program without a window, which is told to end while its source hangs.
QStringList endWithoutWindow(Torment& torment, const QString& program) {
    const QString sourceFolder = torment.makeFolder();
    const QString home = torment.makeFolder();
    const bool isRender = program == WindowRun::program();
    const QString picture = home + QStringLiteral("/picture.png");
    const QStringList arguments = isRender ? QStringList{QStringLiteral("--render"), picture,
                                                         QStringLiteral("--duration"), QStringLiteral("60s")}
                                           : QStringList{QStringLiteral("record")};
    const QString csv = home + QStringLiteral("/out.csv");
    const QString capture = home + QStringLiteral("/out.rill");
    const QString summary = home + QStringLiteral("/summary.json");
    Victim victim(program,
                  arguments + QStringList{QStringLiteral("replay:%1").arg(makeRecording(sourceFolder)),
                                          QStringLiteral("--csv"), csv, QStringLiteral("--capture"), capture,
                                          QStringLiteral("--summary"), summary},
                  home);
    const FaultBoard board(torment.makeFolder() + QStringLiteral("/faults"), sourceFolder);
    victim.useFaults(board);
    // Each takes a tenth of a second of the recording, so that there is something to keep.
    constexpr int someReads = 10;
    if (!victim.start() || !victim.watch(20'000, [&] { return board->reads > someReads; }))
        return {QStringLiteral("nothing is read; ") + victim.ending()};
    board->readDelayMs = hangMs;
    if (!victim.watch(20'000, [&] { return board->delayedReads > 0; }))
        return {QStringLiteral("it does not hang; ") + victim.ending()};
    victim.signal(SIGTERM);
    QStringList faults;
    if (!victim.waitForEnd(mostMsToEnd) || victim.exitCode() != 2)
        faults.append(victim.ending());
    if (!victim.errors().contains("did not stop within"))
        faults.append(QStringLiteral("it does not say why"));
    QFile file(summary);
    const QJsonObject account =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    const qint64 recorded = account.value(QLatin1String("recorded")).toInteger(-1);
    QFile rows(csv);
    if (recorded < 1'000 || !rows.open(QIODevice::ReadOnly) || rows.readAll().count('\n') != recorded + 1)
        faults.append(QStringLiteral("%1 recorded, and not in the CSV file").arg(recorded));
    if (WindowRun::accountOf(capture).value(QLatin1String("recorded")).toInteger(-1) != recorded)
        faults.append(QStringLiteral("the capture is not complete"));
    if (isRender && !QFileInfo::exists(picture))
        faults.append(QStringLiteral("there is no picture"));
    const Ended verified = runOnFile(QStringLiteral("verify"), capture, home);
    if (verified.exitCode != 0)
        faults.append(QStringLiteral("verify: ") + verified.ending);
    return faults;
}

} // namespace

void hangSources(Torment& torment, Tally& tally) {
    tally.add(QStringLiteral("record, SIGTERM"), endWithoutWindow(torment, Victim::commandLine()));
    if (!WindowRun::isPossible()) {
        tally.skip(QStringLiteral("the window: built without it"));
        return;
    }
    tally.add(QStringLiteral("rillscope --render, SIGTERM"), endWithoutWindow(torment, WindowRun::program()));
    for (const auto& [kind, name] :
         {std::pair{Screen::Kind::X11, "X11"}, std::pair{Screen::Kind::Wayland, "Wayland"}}) {
        QString why;
        const auto screen = Screen::open(kind, torment.makeFolder(), why);
        if (!screen) {
            tally.skip(why);
            continue;
        }
        const QString where = QString::fromLatin1(name) + QStringLiteral(", ");
        tally.add(where + QStringLiteral("stop, new session, abandon, close"),
                  useWindow(torment, *screen, tally));
        tally.add(where + QStringLiteral("quit without waiting for the source"),
                  quitWithoutWaiting(torment, *screen, source, tally));
        tally.add(where + QStringLiteral("quit without waiting for the disk"),
                  quitWithoutWaiting(torment, *screen, disk, tally));
        if (torment.times(0, 1) == 0)
            continue;
        tally.add(where + QStringLiteral("close, the source returns"), endByItself(torment, *screen));
        tally.add(where + QStringLiteral("SIGTERM"), terminate(torment, *screen));
    }
}

} // namespace rillscope::torture
