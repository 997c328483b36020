// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Application.h"

#include "app/gui/ThemedChart.h"
#include "core/base/ThreadRole.h"
#include "ui/chart/LiveChartView.h"
#include "ui/dialogs/AboutDialog.h"
#include "ui/dialogs/ShortcutsDialog.h"
#include "ui/panels/AlarmPanel.h"
#include "ui/panels/Banner.h"
#include "ui/panels/CurrentValuePanel.h"
#include "ui/panels/EventPanel.h"
#include "ui/panels/PipelinePanel.h"
#include "ui/panels/SourcePanel.h"
#include "ui/text/ErrorText.h"

#include <QApplication>
#include <QFileInfo>
#include <QScreen>
#include <QWindow>

namespace rillscope {

Application::Application(const GuiOptions& options, const SourceCatalog& sources)
    : m_kinds(sources)
    , m_options(options)
    , m_store(options.settingsPath)
    , m_settings(m_store.load(sources))
    , m_window(sources)
    , m_actions(m_window.actions())
    , m_chart(m_window.chart())
    , m_sourcePanel(m_window.sourcePanel())
    , m_pipeline(m_window.pipeline())
    , m_currentValue(m_window.currentValue())
    , m_events(m_window.events())
    , m_alarms(m_window.alarms())
    , m_banner(m_window.banner())
    , m_session(sources, m_clock)
    , m_saving(m_window)
    , m_files(m_session, m_window, m_saving)
    , m_reports(m_session, m_window, m_saving, m_clock)
    , m_captures(m_session, m_window, m_saving, m_files, m_clock)
    , m_sources(m_session, m_window, m_captures.jobs(), m_settings)
    , m_compare(m_session, m_window, m_saving)
    , m_captureViews(m_session, m_window, m_clock)
    , m_closing(m_session, m_window)
    , m_stuckSource(m_session, m_window, m_closing)
    , m_pipelineFile(m_session)
    , m_pipelineEditor(m_pipelineFile, m_window)
    , m_pipelines(m_pipelineFile, m_window)
    , m_previous(m_session, m_window, m_files, m_captures)
    , m_view(m_session, m_window, m_theme, m_settings)
    , m_readouts(m_session, m_window, m_theme, m_clock)
    , m_results(m_session, m_window, m_saving, m_clock)
    , m_pastDetail(m_chart)
    , m_monitor(m_session, m_chart, m_clock)
    , m_insight(m_session, m_window, m_theme, m_readouts, m_monitor.statistics(), m_clock)
    , m_frames(m_clock) {
    m_savings.setMaxThreadCount(1);
    connectSession();
    connectSourcePanel();
    connectFrames();
    connectView();
    connectFiles();
    connectCaptures();
    connectTheme();
    connectHelp();
    applySettings();
}

Application::~Application() = default;

void Application::run() {
    m_window.show();
    m_chart.setFocus();
    const bool isCapture = m_options.source && m_options.source->isCapture();
    const SourceUri uri = m_options.source && !isCapture ? *m_options.source
                          : m_settings.lastSource        ? *m_settings.lastSource
                                                         : SimulationSettings().toUri();
    m_sourcePanel.setSource(uri);
    if (const auto hook = m_results.setHook(m_options.onAlarm); !hook)
        m_sources.report(hook.error());
    // Who opens a capture wants to look at it: nothing starts by itself then.
    const bool isToStart = m_options.start || (!isCapture && (m_options.source || m_settings.wasRunning));
    m_session.prepare(uri);
    if (isToStart)
        m_sources.open(uri);
    if (isCapture)
        m_captures.jobs().open(m_options.source->path());
    m_captures.start();
}

void Application::connectSession() {
    connect(&m_session, &Session::replaced, this, &Application::onReplaced);
    connect(&m_session, &Session::stateChanged, this, &Application::onStateChanged);
    connect(&m_session, &Session::progressed, &m_sourcePanel,
            [this](double part) { m_sourcePanel.setReplayProgress(part); });
    connect(&m_sources, &SourceActions::opened, this, &Application::onOpened);
}

void Application::connectSourcePanel() {
    SourcePanel& panel = m_sourcePanel;
    connect(&panel, &SourcePanel::simulationChanged, &m_session, &Session::configureSimulation);
    connect(&panel, &SourcePanel::speedChanged, &m_session, &Session::setSpeed);
}

void Application::connectFrames() {
    connect(&m_frames, &FrameClock::beat, this, [this](const FrameBeat& beat) {
        m_results.update();
        m_monitor.draw(beat);
        m_readouts.update();
        m_captureViews.update();
        m_insight.update();
        // Not before the new one has samples: if it fails at once, that message comes first.
        if (m_session.history()->size() > 0)
            m_previous.offer();
        m_monitor.updateOverlay(m_readouts.samplesPerSecond());
    });
    // Hidden or minimized, nothing is drawn; the stream is recorded all the same.
    connect(&m_window, &MainWindow::visibilityChanged, this, [this](bool isVisible) {
        if (isVisible && m_window.screen())
            m_frames.setRefreshRate(m_window.screen()->refreshRate());
        isVisible ? m_frames.start() : m_frames.stop();
    });
    connect(&m_currentValue, &CurrentValuePanel::channelSelected, this, [this] { m_readouts.update(true); });
}

void Application::connectView() {
    connect(m_actions.showPerformance, &QAction::toggled, this, [this](bool isShown) {
        m_settings.showPerformance = isShown;
        m_monitor.setOverlayVisible(isShown);
    });
    connect(&m_view, &ViewChoices::unitChanged, this, [this] { m_readouts.update(true); });
    connect(&m_view, &ViewChoices::timeZoneChanged, this, [this](const QTimeZone& zone) {
        m_results.setTimeZone(zone);
        m_captures.setTimeZone(zone);
        m_captureViews.updateTimeZone();
    });
    connect(&m_chart, &LiveChartView::windowChanged, this, [this] { m_readouts.updateState(); });
    connect(&m_pastDetail, &PastDetail::failed, this, [this](const Error& error) {
        m_banner.post(
            {Severity::Warning,
             tr("Part of the history shows min/max only, because its samples could not be read back. %1")
                 .arg(errorText(error).text()),
             {},
             QStringLiteral("pastDetail")});
    });
}

void Application::connectFiles() {
    WindowActions& actions = m_actions;
    connect(actions.exportChart, &QAction::triggered, &m_files, &FileActions::chooseChartFile);
    connect(actions.saveCsv, &QAction::triggered, &m_files, [this] { m_files.chooseCsvFile(); });
    connect(actions.saveVisibleCsv, &QAction::triggered, &m_files, &FileActions::chooseVisibleCsvFile);
    connect(actions.copyVisibleCsv, &QAction::triggered, &m_files, &FileActions::copyVisibleCsv);
    connect(actions.quit, &QAction::triggered, &m_window, &QWidget::close);
    connect(&m_window, &MainWindow::fileDropped, this, [this](const QString& path) {
        if (path.endsWith(QStringLiteral(".toml"), Qt::CaseInsensitive)) {
            m_pipelines.open(path);
            return;
        }
        m_sources.openPath(path);
    });
}

void Application::connectCaptures() {
    connect(&m_closing, &ClosingGuard::closing, this, &Application::saveSettings);
    connect(&m_captures.jobs(), &CaptureJobs::opened, this, [this](const SourceUri& uri) {
        m_settings.rememberRecent(uri);
        m_settings.openFolder = QFileInfo(uri.path()).absolutePath();
        showActiveChoices();
    });
    connect(m_actions.compareWithCapture, &QAction::triggered, &m_compare,
            [this] { m_compare.chooseFile(m_captures.keeper().folder()); });
    connect(&m_captures, &CaptureActions::replayRequested, &m_sources, &SourceActions::replay);
    connect(&m_captures, &CaptureActions::preferencesChanged, this, &Application::saveSettings);
    connect(&m_captures, &CaptureActions::eventsOccurred, &m_captureViews, &CaptureViews::takeEvents);
    connect(&m_banner, &Banner::failureShown, &m_captureViews, &CaptureViews::listMessage);
    connect(&m_captureViews, &CaptureViews::folderRequested, &m_captures, &CaptureActions::showFolder);
    connect(&m_captureViews, &CaptureViews::settingsRequested, &m_captures, &CaptureActions::chooseSettings);
}

void Application::connectTheme() {
    connect(&m_theme, &Theme::changed, this, [this] {
        m_chart.setChartPalette(chartPaletteOf(m_theme));
        m_monitor.setChartPalette(chartPaletteOf(m_theme));
        m_currentValue.setColors(panelColorsOf(m_theme));
        m_events.setColors(panelColorsOf(m_theme));
        m_pipeline.setColors(panelColorsOf(m_theme));
        m_results.setTheme(m_theme);
        m_captures.setColors(panelColorsOf(m_theme));
        m_readouts.update(true);
    });
}

void Application::connectHelp() {
    connect(m_actions.shortcuts, &QAction::triggered, this, [this] {
        auto* dialog = new ShortcutsDialog(m_actions.all(), &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    connect(m_actions.about, &QAction::triggered, this, [this] {
        auto* dialog = new AboutDialog(QApplication::applicationVersion(), &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
}

void Application::applySettings() {
    m_view.apply(m_options.theme, m_options.window);
    if (!m_settings.windowGeometry.isEmpty())
        restoreGeometry();
    if (!m_settings.windowState.isEmpty())
        m_window.restoreLayout(m_settings.windowState);
    m_window.setFoldedCards(m_settings.foldedCards);
    m_captures.restore(m_settings.capture, m_options.capturePath,
                       !m_options.isCaptured              ? CaptureMode::Off
                       : !m_options.capturePath.isEmpty() ? CaptureMode::Asked
                                                          : CaptureMode::AsPreferred);
    m_saving.setFolder(m_settings.exportFolder);
    m_reports.setFormat(m_settings.reportFormat);
    m_sourcePanel.setOpenFolder(m_settings.openFolder);
    m_pipelines.restore(m_settings, m_options.pipelinePath);
    m_actions.showPerformance->setChecked(m_settings.showPerformance);
    m_alarms.notifyAction()->setChecked(m_settings.notifyOfAlarms);
    if (m_settings.lastSimulation)
        m_sourcePanel.setSource(*m_settings.lastSimulation);
    showActiveChoices();
    onReplaced();
    onStateChanged(m_session.state());
}

void Application::restoreGeometry() {
    m_window.restoreGeometry(m_settings.windowGeometry);
    // Stored by a larger screen, or spoilt: Qt takes any size, and memory for all of it.
    const QSize fitting = m_window.size().boundedTo(m_window.screen()->availableSize());
    if (fitting != m_window.size())
        m_window.resize(fitting);
}

void Application::saveSettings() {
    m_settings.windowGeometry = m_window.saveGeometry();
    m_settings.windowState = m_window.layoutState();
    m_settings.foldedCards = m_window.foldedCards();
    m_settings.exportFolder = m_saving.folder();
    m_settings.reportFormat = m_reports.format();
    m_pipelines.remember(m_settings);
    m_settings.capture = m_captures.preferences();
    m_settings.notifyOfAlarms = m_results.notifier().isEnabled();
    // What was never started is as it was when the program was opened.
    if (m_session.state() != Pipeline::State::Idle)
        m_settings.wasRunning = m_session.state() != Pipeline::State::Stopped;
    const SourceUri& uri = m_session.uri();
    if (m_kinds.hasPage(uri, SourcePage::Simulator))
        m_settings.lastSimulation = uri;
    if (m_kinds.traitsOf(uri).outlivesProgram)
        m_settings.lastSource = uri;
    // One after the other, and not here: a disk that hangs must not keep the window from closing.
    m_savings.start([store = m_store, settings = m_settings] {
        takeRole(ThreadRole::Job);
        if (const auto saved = store.save(settings); !saved)
            qWarning("%s", qUtf8Printable(saved.error().message()));
    });
}

void Application::onOpened(const SourceUri& uri) {
    m_view.showWindowFor(uri);
    if (m_kinds.traitsOf(uri).readsFile) {
        m_settings.rememberSource(uri);
        m_settings.openFolder = QFileInfo(uri.path()).absolutePath();
        m_sourcePanel.setOpenFolder(m_settings.openFolder);
    }
    showActiveChoices();
}

void Application::onReplaced() {
    m_chart.setHistory(m_session.history());
    const bool isStill = m_session.still() != nullptr;
    if (isStill)
        m_chart.followAll();
    else if (m_showedStill)
        m_view.showWindowFor(m_session.uri());
    if (isStill || m_showedStill)
        showActiveChoices();
    m_showedStill = isStill;
    m_pastDetail.setSource(m_session.pastSource());
    m_readouts.reset();
}

void Application::onStateChanged(Pipeline::State state) {
    m_actions.setStreamActive(m_session.isActive());
    m_readouts.update(true);
    if (state == Pipeline::State::Failed) {
        m_sources.report(*m_session.lastError(),
                         BannerEvent::None); // it is in the event list already
        m_previous.offer();
    }
}

void Application::showActiveChoices() {
    m_view.showActive();
    QList<ShownUri> uris;
    for (const SourceUri& uri : std::as_const(m_settings.recentSources))
        uris.append(uri.shown());
    m_window.setRecentSources(uris);
}

} // namespace rillscope
