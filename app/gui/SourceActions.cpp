// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/SourceActions.h"

#include "core/source/replay/ReplaySettings.h"
#include "ui/panels/ReplayPanel.h"
#include "ui/panels/SourcePanel.h"
#include "ui/text/ErrorText.h"
#include "ui/text/OutsideText.h"

#include <QFileDialog>

namespace rillscope {
namespace {

QString waitingTopic() {
    return QStringLiteral("openingSource");
}

} // namespace

SourceActions::SourceActions(Session& session, MainWindow& window, CaptureJobs& captures,
                             const Settings& settings)
    : m_session(session)
    , m_window(window)
    , m_sourcePanel(window.sourcePanel())
    , m_banner(window.banner())
    , m_captures(captures)
    , m_settings(settings) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &SourceActions::tellWaiting);
    connect(&session, &Session::begun, this, &SourceActions::takeBegun);
    connect(&session, &Session::refused, this, &SourceActions::takeRefused);
    connect(&window.sourcePanel(), &SourcePanel::sourceRequested, this, &SourceActions::open);
    connect(&window, &MainWindow::recentSourceChosen, this, &SourceActions::openText);
    const WindowActions& actions = window.actions();
    connect(actions.openFile, &QAction::triggered, this, &SourceActions::chooseFile);
    connect(actions.startStop, &QAction::triggered, this, &SourceActions::toggleStream);
    connect(actions.newSession, &QAction::triggered, this, [this] { open(m_session.uri()); });
}

void SourceActions::open(const SourceUri& uri) {
    if (uri.isCapture()) {
        m_captures.open(uri.path());
        return;
    }
    endWaiting();
    m_isResuming = false;
    if (const auto possible = m_session.begin(uri); !possible)
        takeRefused(possible.error());
    else if (m_session.isOpening())
        m_patience.start();
}

void SourceActions::replay(const QString& path) {
    SourceUri uri = replayOf(path);
    setReplaySpeed(uri, m_sourcePanel.replay()->speed());
    open(uri);
}

void SourceActions::openPath(const QString& path) {
    isNamedAsCapture(path) ? m_captures.open(path) : replay(path);
}

void SourceActions::openText(const QString& text) {
    const auto uri = m_session.sources().parse(text);
    if (uri)
        open(*uri);
    else
        report(uri.error());
}

void SourceActions::chooseFile() {
    auto* dialog = new QFileDialog(&m_window, tr("Open"), m_settings.openFolder,
                                   tr("Recordings and data files (*.rill *.csv *.tsv *.txt);;Recordings "
                                      "(*.rill);;Data files (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setObjectName(QStringLiteral("openFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SourceActions::openPath);
    dialog->open(); // returns at once: no loop of its own while a stream runs
}

void SourceActions::toggleStream() {
    if (m_session.isActive()) {
        m_session.stop();
        return;
    }
    endWaiting();
    m_isResuming = true;
    if (const auto possible = m_session.resume(); !possible)
        takeRefused(possible.error());
    else if (m_session.isOpening())
        m_patience.start();
}

void SourceActions::takeBegun(const SourceUri& uri) {
    endWaiting();
    if (m_isResuming)
        return;
    m_sourcePanel.setSource(uri);
    Q_EMIT opened(uri);
}

void SourceActions::takeRefused(const Error& error) {
    endWaiting();
    report(error);
    m_sourcePanel.setSource(m_session.uri());
}

void SourceActions::tellWaiting() {
    if (!m_session.isOpening())
        return;
    m_banner.post({Severity::Warning,
                   tr("“%1” does not respond. It opens as soon as it does; the current source keeps running.")
                       .arg(shownFileName(m_session.opening()->path())),
                   {{QStringLiteral("cancel"), tr("Cancel"), [this] { m_session.cancelOpening(); }}},
                   waitingTopic()});
}

void SourceActions::endWaiting() {
    m_patience.stop();
    m_banner.withdraw(waitingTopic());
}

void SourceActions::report(const Error& error, BannerEvent event) {
    m_banner.post({Severity::Alarm,
                   errorText(error).text(),
                   {{QStringLiteral("openAnotherFile"), tr("Open another file…"),
                     [this] { m_sourcePanel.replay()->chooseFile(); }}},
                   {},
                   BannerStay::AsSevere,
                   event});
}

} // namespace rillscope
