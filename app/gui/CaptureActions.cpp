// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/CaptureActions.h"

#include "core/base/DetachedCall.h"
#include "core/base/Message.h"
#include "core/capture/keep/CapturePlace.h"
#include "ui/dialogs/CaptureDialog.h"
#include "ui/dialogs/CaptureListDialog.h"
#include "ui/panels/Banner.h"
#include "ui/panels/CaptureBar.h"
#include "ui/panels/StatusLine.h"
#include "ui/text/CaptureText.h"
#include "ui/text/ErrorText.h"
#include "ui/text/MessageText.h"
#include "ui/text/NumberFormat.h"
#include "ui/text/OutsideText.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace rillscope {
namespace {

constexpr qint64 bytesInGigabyte = 1'000'000'000;

RetentionLimits limitsOf(const CapturePreferences& preferences) {
    RetentionLimits limits;
    if (preferences.gigabytes > 0)
        limits.bytes = preferences.gigabytes * bytesInGigabyte;
    if (preferences.days > 0)
        limits.age = std::chrono::hours(24) * preferences.days;
    return limits;
}

} // namespace

CaptureActions::CaptureActions(Session& session, MainWindow& window, FileSaving& saving, FileActions& files,
                               const Clock& clock)
    : m_session(session)
    , m_window(window)
    , m_actions(window.actions())
    , m_statusLine(window.statusLine())
    , m_banner(window.banner())
    , m_captureBar(window.captureBar())
    , m_files(files)
    , m_clock(clock)
    , m_jobs(session, window, saving)
    , m_keeper(clock) {
    connectActions();
    connectJobs();
    connectKeeper();
}

void CaptureActions::connectActions() {
    const WindowActions& actions = m_actions;
    const auto replay = [this] {
        if (const auto still = m_session.still())
            Q_EMIT replayRequested(still->info.path);
    };
    connect(actions.captureList, &QAction::triggered, this, &CaptureActions::showList);
    connect(actions.captureSettings, &QAction::triggered, this, &CaptureActions::chooseSettings);
    connect(actions.captureFolder, &QAction::triggered, this, [this] { showFolder(m_keeper.folder()); });
    connect(actions.replayCapture, &QAction::triggered, this, replay);
    connect(actions.closeCapture, &QAction::triggered, &m_session, &Session::backToLive);
    connect(actions.backToLive, &QAction::triggered, &m_session, &Session::backToLive);
    connect(&m_statusLine, &StatusLine::captureClicked, this, &CaptureActions::showList);
    CaptureBar& bar = m_captureBar;
    connect(&bar, &CaptureBar::replayRequested, this, replay);
    connect(&bar, &CaptureBar::liveRequested, &m_session, &Session::backToLive);
    connect(&bar, &CaptureBar::exportRequested, this, [this] {
        if (const auto still = m_session.still())
            m_files.chooseCsvFile(CsvSource::ofCapture(still->info.path));
    });
}

void CaptureActions::connectJobs() {
    connect(&m_jobs, &CaptureJobs::listRequested, this, &CaptureActions::showList);
    connect(&m_jobs, &CaptureJobs::folderRequested, this, &CaptureActions::showFolder);
    connect(&m_jobs, &CaptureJobs::filesChanged, &m_keeper, &CaptureKeeper::refresh);
}

void CaptureActions::connectKeeper() {
    connect(&m_keeper, &CaptureKeeper::recovered, &m_jobs, &CaptureJobs::tellRecovered);
    connect(&m_keeper, &CaptureKeeper::exceeded, this, &CaptureActions::askBeforeDeleting);
    connect(&m_keeper, &CaptureKeeper::removed, this, &CaptureActions::tellRemoved);
    connect(&m_keeper, &CaptureKeeper::catalogChanged, this, [this] {
        if (m_list)
            m_list->setCatalog(m_keeper.catalog(), limitsOf(m_preferences).bytes.value_or(0));
        if (m_dialog)
            m_dialog->setTotals(m_keeper.catalog().folder, m_keeper.catalog().entries.size(),
                                m_keeper.catalog().bytes);
    });
    connect(&m_session, &Session::stateChanged, this, [this] { m_keeper.refresh(); });
    connect(&m_session, &Session::sessionEnded, this, [this] { m_keeper.refresh(); });
    connect(&m_session, &Session::eventsOccurred, this, [this](const QList<StreamEvent>& events) {
        for (const StreamEvent& event : events) {
            if (event.kind == StreamEvent::Kind::CaptureBegan ||
                event.kind == StreamEvent::Kind::CaptureResumed)
                m_keeper.setCurrent(event.subject);
        }
    });
}

void CaptureActions::restore(const CapturePreferences& preferences, const QString& explicitPath,
                             CaptureMode mode) {
    m_preferences = preferences;
    m_explicitPath = explicitPath;
    m_mode = mode;
    applyPreferences();
}

void CaptureActions::start() {
    QStringList folders{m_keeper.folder(), defaultCaptureFolder()};
    if (const QString fallback = fallbackCaptureFolder(); !fallback.isEmpty())
        folders.append(fallback);
    m_keeper.recover(folders);
}

void CaptureActions::applyPreferences() {
    CaptureSettings settings =
        CaptureSettings::defaults(QStringLiteral("rillscope ") + QCoreApplication::applicationVersion());
    if (!m_preferences.folder.isEmpty())
        settings.setFolder(m_preferences.folder);
    settings.explicitPath = m_explicitPath;
    m_keeper.setFolder(settings.folder);
    m_keeper.setLimits(limitsOf(m_preferences), m_preferences.mayDelete);
    const bool isOn =
        m_mode == CaptureMode::Asked || (m_mode == CaptureMode::AsPreferred && m_preferences.isOn);
    m_session.setCapture(isOn ? std::optional(settings) : std::nullopt);
}

void CaptureActions::showFolder(const QString& path) {
    const QFileInfo info(path);
    QDesktopServices::openUrl(QUrl::fromLocalFile(info.isDir() ? path : info.absolutePath()));
}

void CaptureActions::chooseSettings() {
    if (m_dialog) {
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new CaptureDialog(m_preferences, defaultCaptureFolder(), &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setTotals(m_keeper.catalog().folder, m_keeper.catalog().entries.size(),
                        m_keeper.catalog().bytes);
    connect(m_dialog, &QDialog::accepted, this, [this] { takePreferences(m_dialog->preferences()); });
    m_dialog->open();
}

void CaptureActions::takePreferences(const CapturePreferences& preferences) {
    if (preferences == m_preferences)
        return;
    const bool isOther = preferences.isOn != m_preferences.isOn || preferences.folder != m_preferences.folder;
    m_preferences = preferences;
    m_hasAsked = false;
    if (isOther) {
        m_mode = CaptureMode::AsPreferred; // the latest choice overrides the command line
        m_explicitPath.clear();
    }
    applyPreferences();
    Q_EMIT preferencesChanged();
    m_keeper.refresh();
    const CaptureStatus::State state = m_session.captureStatus().state;
    if (preferences.isOn && isOther)
        m_session.setCaptureFolder(m_keeper.folder());
    if (!isOther || !m_session.hasBegun() || state == CaptureStatus::State::Failing)
        return;
    m_banner.post({Severity::Notice,
                   tr("This takes effect with the next session. The current one continues unchanged."),
                   {{QStringLiteral("newSessionNow"), tr("New session now"),
                     [this] { m_actions.newSession->trigger(); }}},
                   QStringLiteral("capturePreferences")});
}

void CaptureActions::showList() {
    m_keeper.refresh();
    if (!m_list) {
        m_list = new CaptureListDialog(&m_window);
        m_list->setAttribute(Qt::WA_DeleteOnClose);
        m_list->setColors(m_colors);
        m_list->setTimeZone(m_zone);
        m_list->setCatalog(m_keeper.catalog(), limitsOf(m_preferences).bytes.value_or(0));
        connectList();
        auto* refreshing = new QTimer(m_list); // the one that is being written grows
        connect(refreshing, &QTimer::timeout, &m_keeper, &CaptureKeeper::refresh);
        refreshing->start(std::chrono::seconds(2));
    }
    m_list->show();
    m_list->activateWindow();
}

void CaptureActions::connectList() {
    connect(m_list, &CaptureListDialog::openRequested, this, [this](const QString& path) {
        m_list->close();
        m_jobs.open(path);
    });
    connect(m_list, &CaptureListDialog::replayRequested, this, [this](const QString& path) {
        m_list->close();
        Q_EMIT replayRequested(path);
    });
    connect(m_list, &CaptureListDialog::exportRequested, this,
            [this](const QString& path) { m_files.chooseCsvFile(CsvSource::ofCapture(path)); });
    connect(m_list, &CaptureListDialog::salvageRequested, &m_jobs, &CaptureJobs::salvage);
    connect(m_list, &CaptureListDialog::folderRequested, this, &CaptureActions::showFolder);
    connect(m_list, &CaptureListDialog::deleteRequested, this, &CaptureActions::deleteCapture);
    connect(m_list, &CaptureListDialog::settingsRequested, this, &CaptureActions::chooseSettings);
}

void CaptureActions::deleteCapture(const QString& path) {
    if (const auto still = m_session.still(); still && still->info.path == path)
        m_session.backToLive();
    // A disk may take its time for a large file, and a file server that is gone never answers.
    callDetached([path] { return trashCapture(path); }).then(this, [this, path](const Result<void>& gone) {
        m_keeper.refresh();
        if (!gone)
            tellNotTrashed(path, gone.error());
    });
}

void CaptureActions::tellNotTrashed(const QString& path, const Error& error) {
    QList<BannerAction> actions;
    if (error.code == ErrorCode::WriteFailed)
        actions.append({QStringLiteral("deletePermanently"), tr("Delete permanently"),
                        [this, path] { deleteForGood(path); }});
    m_banner.post({Severity::Warning,
                   tr("%1 could not be moved to the trash: %2.")
                       .arg(shownFileName(path), oneLine(messageText(error.detail))),
                   actions});
}

void CaptureActions::deleteForGood(const QString& path) {
    callDetached([path] { return removeCapture(path); }).then(this, [this](const Result<void>& removed) {
        m_keeper.refresh();
        if (!removed)
            m_banner.post({Severity::Alarm, errorText(removed.error()).text(), {}});
    });
}

void CaptureActions::askBeforeDeleting(const QList<CaptureEntry>& entries) {
    if (m_hasAsked)
        return;
    m_hasAsked = true;
    const NumberFormat format;
    qint64 bytes = 0;
    for (const CaptureEntry& entry : entries)
        bytes += entry.bytes;
    QStringList limits;
    if (m_preferences.gigabytes > 0)
        limits.append(format.bytes(m_preferences.gigabytes * bytesInGigabyte));
    if (m_preferences.days > 0)
        limits.append(tr("%1 days", nullptr, m_preferences.days).arg(format.count(m_preferences.days)));
    const QString limit = limits.join(tr(" or "));
    const QString size = format.bytes(bytes);
    const QString text = entries.size() == 1 ? tr("1 old recording (%1) exceeds the limit of %2. With your "
                                                  "consent it will be deleted, and later ones as well.")
                                                   .arg(size, limit)
                                             : tr("%1 old recordings (%2) exceed the limit of %3. With your "
                                                  "consent they will be deleted, and later ones as well.",
                                                  nullptr, NumberFormat::pluralCount(entries.size()))
                                                   .arg(format.count(entries.size()), size, limit);
    const auto allow = [this, entries] {
        m_preferences.mayDelete = true;
        applyPreferences();
        Q_EMIT preferencesChanged();
        m_keeper.remove(entries);
    };
    const auto keep = [this] {
        m_preferences.gigabytes = 0;
        m_preferences.days = 0;
        applyPreferences();
        Q_EMIT preferencesChanged();
    };
    m_banner.post({Severity::Warning,
                   text,
                   {{QStringLiteral("deleteOld"), tr("Delete them"), allow},
                    {QStringLiteral("keepEverything"), tr("Keep everything"), keep},
                    {QStringLiteral("changeLimits"), tr("Change the limits…"), [this] { chooseSettings(); }}},
                   QStringLiteral("captureLimits"),
                   BannerStay::AsSevere,
                   BannerEvent::None});
}

void CaptureActions::tellRemoved(const RemovedCaptures& removed) {
    if (removed.count > 0) {
        StreamEvent event;
        event.kind = StreamEvent::Kind::CapturesDeleted;
        event.time = m_clock.now();
        event.detail = Message::verbatim(NumberFormat().bytes(removed.bytes));
        event.count = removed.count;
        Q_EMIT eventsOccurred({event});
    }
    if (!removed.errors.isEmpty())
        m_banner.post({Severity::Warning,
                       errorText(removed.errors.constFirst()).text(),
                       {{QStringLiteral("showRecordings"), tr("Show recordings…"), [this] { showList(); }}},
                       QStringLiteral("captureNotDeleted")});
}

void CaptureActions::setColors(const PanelColors& colors) {
    m_colors = colors;
    if (m_list)
        m_list->setColors(colors);
}

void CaptureActions::setTimeZone(const QTimeZone& zone) {
    m_zone = zone;
    if (m_list)
        m_list->setTimeZone(zone);
}

} // namespace rillscope
