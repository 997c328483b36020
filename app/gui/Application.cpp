// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Application.h"

#include "app/gui/ThemedChart.h"
#include "core/base/ThreadRole.h"
#include "ui/TimeWindowSpans.h"
#include "ui/chart/LiveChartView.h"
#include "ui/dialogs/AboutDialog.h"
#include "ui/dialogs/HistoryDialog.h"
#include "ui/dialogs/ShortcutsDialog.h"
#include "ui/dialogs/ValueRangeDialog.h"
#include "ui/panels/AlarmPanel.h"
#include "ui/panels/Banner.h"
#include "ui/panels/CurrentValuePanel.h"
#include "ui/panels/EventPanel.h"
#include "ui/panels/PipelinePanel.h"
#include "ui/panels/SourcePanel.h"
#include "ui/text/ErrorText.h"
#include "ui/text/NumberFormat.h"

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
    , m_readouts(m_session, m_window, m_theme, m_clock)
    , m_results(m_session, m_window, m_saving, m_clock)
    , m_pastDetail(m_window.chart())
    , m_monitor(m_session, m_window.chart(), m_clock)
    , m_insight(m_session, m_window, m_theme, m_readouts, m_monitor.statistics(), m_clock)
    , m_frames(m_clock) {
    m_savings.setMaxThreadCount(1);
    connectSession();
    connectSourcePanel();
    connectChart();
    connectFrames();
    connectDrawing();
    connectFiles();
    connectCaptures();
    connectTheme();
    connectHelp();
    applySettings();
}

Application::~Application() = default;

void Application::run() {
    m_window.show();
    m_window.chart().setFocus();
    const bool isCapture = m_options.source && m_options.source->isCapture();
    const SourceUri uri = m_options.source && !isCapture ? *m_options.source
                          : m_settings.lastSource        ? *m_settings.lastSource
                                                         : SimulationSettings().toUri();
    m_window.sourcePanel().setSource(uri);
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
    connect(&m_session, &Session::progressed, &m_window.sourcePanel(),
            [this](double part) { m_window.sourcePanel().setReplayProgress(part); });
    connect(&m_sources, &SourceActions::opened, this, &Application::onOpened);
}

void Application::connectSourcePanel() {
    SourcePanel& panel = m_window.sourcePanel();
    connect(&panel, &SourcePanel::simulationChanged, &m_session, &Session::configureSimulation);
    connect(&panel, &SourcePanel::speedChanged, &m_session, &Session::setSpeed);
}

void Application::connectChart() {
    LiveChartView& chart = m_window.chart();
    WindowActions& actions = m_window.actions();
    connect(actions.freeze, &QAction::triggered, &chart, [&chart](bool freeze) {
        if (freeze)
            chart.freeze();
        else
            chart.backToLive();
    });
    connect(actions.backToLive, &QAction::triggered, &chart, &LiveChartView::backToLive);
    connect(actions.zoomIn, &QAction::triggered, &chart,
            [&chart] { chart.zoom(1.0 / LiveChartView::zoomStep); });
    connect(actions.zoomOut, &QAction::triggered, &chart, [&chart] { chart.zoom(LiveChartView::zoomStep); });
    connect(actions.panBack, &QAction::triggered, &chart, [&chart] { chart.pan(-LiveChartView::panStep); });
    connect(actions.panForward, &QAction::triggered, &chart, [&chart] { chart.pan(LiveChartView::panStep); });
    connect(actions.cursorBack, &QAction::triggered, &chart,
            [&chart] { chart.stepCursor(ChartCursors::Step::Back); });
    connect(actions.cursorForward, &QAction::triggered, &chart,
            [&chart] { chart.stepCursor(ChartCursors::Step::Forward); });
    connect(actions.pinCursor, &QAction::triggered, &chart, &LiveChartView::pinCursor);
    connect(actions.removeCursors, &QAction::triggered, &chart, &LiveChartView::removeCursors);
    connect(actions.valueRange, &QAction::triggered, this, &Application::chooseValueRange);
    connect(actions.historyLimits, &QAction::triggered, this, &Application::chooseHistoryLimits);
    connect(actions.utcTimes, &QAction::toggled, this, &Application::chooseTimeZone);
    connect(actions.timeWindows, &QActionGroup::triggered, this, [this](QAction* action) {
        chooseTimeWindow(static_cast<int>(m_window.actions().timeWindows->actions().indexOf(action)));
    });
    connect(actions.units, &QActionGroup::triggered, this,
            [this](const QAction* action) { chooseUnit(static_cast<Unit>(action->data().toInt())); });
    connect(&m_pastDetail, &PastDetail::failed, this, [this](const Error& error) {
        m_window.banner().post({Severity::Warning,
                                tr("A part of the past stays an envelope, because its samples could not be "
                                   "read back. %1")
                                    .arg(errorText(error).text()),
                                {},
                                QStringLiteral("pastDetail")});
    });
    connect(&chart, &LiveChartView::windowChanged, this, [this] {
        m_readouts.updateState();
        showActiveChoices();
    });
}

void Application::connectFrames() {
    connect(&m_frames, &FrameClock::beat, this, [this](const FrameBeat& beat) {
        m_results.update();
        m_monitor.draw(beat);
        m_readouts.update();
        m_captureViews.update();
        m_insight.update();
        // Not before the new one has something: should it fail at once, that is told first.
        if (m_session.history()->size() > 0)
            offerPrevious();
        m_monitor.updateOverlay(m_readouts.samplesPerSecond());
    });
    // Hidden or minimized, nothing is drawn; the stream is recorded all the same.
    connect(&m_window, &MainWindow::visibilityChanged, this, [this](bool isVisible) {
        if (isVisible && m_window.screen())
            m_frames.setRefreshRate(m_window.screen()->refreshRate());
        isVisible ? m_frames.start() : m_frames.stop();
    });
    connect(&m_window.currentValue(), &CurrentValuePanel::channelSelected, this,
            [this] { m_readouts.update(true); });
}

void Application::connectDrawing() {
    const WindowActions& actions = m_window.actions();
    connect(actions.showPerformance, &QAction::toggled, this, [this](bool isShown) {
        m_settings.showPerformance = isShown;
        m_monitor.setOverlayVisible(isShown);
    });
    connect(actions.antialiasing, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_settings.antialiasing = static_cast<Antialiasing>(action->data().toInt());
        m_window.chart().setAntialiasing(m_settings.antialiasing);
    });
}

void Application::connectFiles() {
    WindowActions& actions = m_window.actions();
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
    connect(m_window.actions().compareWithCapture, &QAction::triggered, &m_compare,
            [this] { m_compare.chooseFile(m_captures.keeper().folder()); });
    connect(&m_captures, &CaptureActions::replayRequested, &m_sources, &SourceActions::replay);
    connect(&m_captures, &CaptureActions::preferencesChanged, this, &Application::saveSettings);
    connect(&m_captures, &CaptureActions::eventsOccurred, &m_captureViews, &CaptureViews::takeEvents);
    connect(&m_window.banner(), &Banner::failureShown, &m_captureViews, &CaptureViews::listMessage);
    connect(&m_captureViews, &CaptureViews::folderRequested, &m_captures, &CaptureActions::showFolder);
    connect(&m_captureViews, &CaptureViews::settingsRequested, &m_captures, &CaptureActions::chooseSettings);
}

void Application::connectTheme() {
    connect(&m_theme, &Theme::changed, this, [this] {
        m_window.chart().setChartPalette(chartPaletteOf(m_theme));
        m_monitor.setChartPalette(chartPaletteOf(m_theme));
        m_window.currentValue().setColors(panelColorsOf(m_theme));
        m_window.events().setColors(panelColorsOf(m_theme));
        m_window.pipeline().setColors(panelColorsOf(m_theme));
        m_results.setTheme(m_theme);
        m_captures.setColors(panelColorsOf(m_theme));
        m_readouts.update(true);
    });
    connect(m_window.actions().themes, &QActionGroup::triggered, this,
            [this](const QAction* action) { chooseTheme(static_cast<ThemeMode>(action->data().toInt())); });
}

void Application::connectHelp() {
    connect(m_window.actions().shortcuts, &QAction::triggered, this, [this] {
        auto* dialog = new ShortcutsDialog(m_window.actions().all(), &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    connect(m_window.actions().about, &QAction::triggered, this, [this] {
        auto* dialog = new AboutDialog(QApplication::applicationVersion(), &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
}

void Application::applySettings() {
    m_theme.apply(m_options.theme.value_or(m_settings.themeMode));
    if (!m_settings.windowGeometry.isEmpty())
        restoreGeometry();
    if (!m_settings.windowState.isEmpty())
        m_window.restoreLayout(m_settings.windowState);
    m_window.setFoldedCards(m_settings.foldedCards);
    m_session.setHistoryLimits(m_settings.history.memoryBytes(), m_settings.history.gapFactor);
    m_captures.restore(m_settings.capture, m_options.capturePath,
                       !m_options.isCaptured              ? CaptureMode::Off
                       : !m_options.capturePath.isEmpty() ? CaptureMode::Asked
                                                          : CaptureMode::AsPreferred);
    m_saving.setFolder(m_settings.exportFolder);
    m_reports.setFormat(m_settings.reportFormat);
    m_window.sourcePanel().setOpenFolder(m_settings.openFolder);
    m_pipelines.restore(m_settings, m_options.pipelinePath);
    LiveChartView& chart = m_window.chart();
    chart.setUnit(m_settings.unit);
    if (!m_settings.valueAxis.isAutomatic)
        chart.setFixedValueRange(m_settings.valueAxis.minimum, m_settings.valueAxis.maximum);
    showWindowFor(m_session.uri());
    m_window.actions().utcTimes->setChecked(m_settings.utcTimes);
    chooseTimeZone(m_settings.utcTimes); // the action tells of changes alone
    m_window.actions().showPerformance->setChecked(m_settings.showPerformance);
    chart.setAntialiasing(m_settings.antialiasing);
    m_window.alarms().notifyAction()->setChecked(m_settings.notifyOfAlarms);
    if (m_settings.lastSimulation)
        m_window.sourcePanel().setSource(*m_settings.lastSimulation);
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
    showWindowFor(uri);
    if (m_kinds.traitsOf(uri).readsFile) {
        m_settings.rememberSource(uri);
        m_settings.openFolder = QFileInfo(uri.path()).absolutePath();
        m_window.sourcePanel().setOpenFolder(m_settings.openFolder);
    }
    showActiveChoices();
}

void Application::showWindowFor(const SourceUri& uri) {
    // A recording brings its own measure of time: minutes or months, nobody knows before. It is shown whole.
    const bool isRecording = !m_kinds.traitsOf(uri).isLive;
    const auto span = m_options.window ? m_options.window
                      : isRecording    ? std::nullopt
                                       : m_settings.timeWindow;
    span ? m_window.chart().followLast(*span) : m_window.chart().followAll();
}

void Application::onReplaced() {
    m_window.chart().setHistory(m_session.history());
    const bool isStill = m_session.still() != nullptr;
    if (isStill)
        m_window.chart().followAll();
    else if (m_showedStill)
        showWindowFor(m_session.uri());
    if (isStill || m_showedStill)
        showActiveChoices();
    m_showedStill = isStill;
    m_pastDetail.setSource(m_session.pastSource());
    m_readouts.reset();
}

void Application::onStateChanged(Pipeline::State state) {
    m_window.actions().setStreamActive(m_session.isActive());
    m_readouts.update(true);
    if (state == Pipeline::State::Failed) {
        m_sources.report(*m_session.lastError(),
                         BannerEvent::None); // the stream has told it to the event list
        offerPrevious();
    }
}

void Application::offerPrevious() {
    const auto previous = m_session.previousHistory();
    if (!previous || m_offered.lock() == previous)
        return;
    m_offered = previous;
    m_window.banner().post({Severity::Notice,
                            tr("Previous session (%1 samples) is kept until the next start.")
                                .arg(NumberFormat().count(previous->size())),
                            // Not the history itself: a message that nobody closes would keep its memory.
                            {{tr("Save it as CSV…"), [this, offered = m_offered] { savePrevious(offered); }}},
                            QStringLiteral("previousSession"),
                            BannerStay::UntilClosed});
}

/// The one that was offered, not the one before the session of now.
void Application::savePrevious(const std::weak_ptr<const SampleHistory>& offered) {
    if (const auto history = offered.lock())
        m_files.chooseCsvFile(CsvSource(history));
    else
        m_window.banner().post({Severity::Warning,
                                tr("That session is no longer in memory. Its recording may be in the list."),
                                {{tr("Show recordings…"), [this] { m_captures.showList(); }}}});
}

void Application::chooseTimeWindow(int index) {
    const TimeWindowSpan span = timeWindowSpans().at(index);
    m_options.window.reset(); // the choice of now is worth more than that of the command line
    if (!m_session.still() && m_kinds.traitsOf(m_session.uri()).isLive)
        m_settings.timeWindow = span.span;
    span.span ? m_window.chart().followLast(*span.span) : m_window.chart().followAll();
}

void Application::chooseUnit(Unit unit) {
    for (double* end : {&m_settings.valueAxis.minimum, &m_settings.valueAxis.maximum})
        *end = convert(*end, m_settings.unit, unit);
    m_settings.unit = unit;
    m_window.chart().setUnit(unit);
    m_readouts.update(true);
}

void Application::chooseTheme(ThemeMode mode) {
    m_settings.themeMode = mode;
    m_theme.apply(mode);
}

void Application::chooseTimeZone(bool utc) {
    m_settings.utcTimes = utc;
    const QTimeZone zone = utc ? QTimeZone::utc() : QTimeZone::systemTimeZone();
    m_window.chart().setTimeZone(zone);
    m_window.events().setTimeZone(zone);
    m_results.setTimeZone(zone);
    m_captures.setTimeZone(zone);
    m_captureViews.updateTimeZone();
}

void Application::chooseValueRange() {
    LiveChartView& chart = m_window.chart();
    const ValueScale& scale = chart.valueScale();
    ValueRangeDialog dialog(scale.isAutomatic(), scale.minimum(), scale.maximum(), chart.unit(), &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_settings.valueAxis.isAutomatic = dialog.isAutomatic();
    if (dialog.isAutomatic()) {
        chart.setAutomaticValueRange();
        return;
    }
    m_settings.valueAxis.minimum = dialog.minimum();
    m_settings.valueAxis.maximum = dialog.maximum();
    chart.setFixedValueRange(dialog.minimum(), dialog.maximum());
}

void Application::chooseHistoryLimits() {
    HistoryDialog dialog(m_settings.history, &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_settings.history = dialog.settings();
    m_session.setHistoryLimits(m_settings.history.memoryBytes(), m_settings.history.gapFactor);
}

void Application::showActiveChoices() {
    const LiveChartView& chart = m_window.chart();
    const WindowActions& actions = m_window.actions();
    const TimeWindow& window = chart.timeWindow();
    const QList<TimeWindowSpan> spans = timeWindowSpans();
    for (int i = 0; i < spans.size(); ++i) {
        const bool isAll = window.mode() == TimeWindow::Mode::FollowingAll;
        const bool isChosen = spans.at(i).span ? !isAll && window.span() == *spans.at(i).span : isAll;
        actions.timeWindows->actions().at(i)->setChecked(isChosen);
    }
    for (QAction* action : actions.units->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(chart.unit()));
    for (QAction* action : actions.antialiasing->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_settings.antialiasing));
    for (QAction* action : actions.themes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_theme.mode()));
    m_window.setRecentSources([this] {
        QList<ShownUri> uris;
        for (const SourceUri& uri : std::as_const(m_settings.recentSources))
            uris.append(uri.shown());
        return uris;
    }());
}

} // namespace rillscope
