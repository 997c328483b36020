// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include "ui/ChannelMenu.h"
#include "ui/TimeWindowSpans.h"
#include "ui/chart/ChartNavigation.h"
#include "ui/chart/LiveChartView.h"
#include "ui/chart/OverviewStrip.h"
#include "ui/panels/AccountPanel.h"
#include "ui/panels/AlarmPanel.h"
#include "ui/panels/Banner.h"
#include "ui/panels/CaptureBar.h"
#include "ui/panels/CurrentValuePanel.h"
#include "ui/panels/EventPanel.h"
#include "ui/panels/IntervalsPanel.h"
#include "ui/panels/ListsPanel.h"
#include "ui/panels/PipelinePanel.h"
#include "ui/panels/ReadingsColumn.h"
#include "ui/panels/SourcePanel.h"
#include "ui/panels/StatisticsPanel.h"
#include "ui/panels/StatusLine.h"
#include "ui/panels/StreamState.h"
#include "ui/panels/TimingPanel.h"
#include "ui/panels/ValuesPanel.h"
#include "ui/panels/WindowPanel.h"
#include "ui/text/OutsideText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/JobProgress.h"
#include "ui/widgets/SegmentedControl.h"
#include "ui/widgets/StyleProperty.h"

#include <QCloseEvent>
#include <QDataStream>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rillscope {
namespace {

constexpr int cardGap = 10;
constexpr int edge = 12;
constexpr int eventsHeight = 176;
constexpr int leastWidth = 800; ///< of the window; more when a wide font needs it
constexpr int leastHeight = 500;

/// What the layout is made for, or less on a smaller screen; the frame that the desktop draws needs room,
/// too.
QSize preferredSize() {
    constexpr QSize wanted(1440, 900);
    constexpr QSize frame(16, 48);
    const QScreen* screen = QGuiApplication::primaryScreen();
    return screen ? wanted.boundedTo(screen->availableSize() - frame) : wanted;
}

QSplitter* makeSplitter(Qt::Orientation orientation, const QString& objectName) {
    auto* splitter = new QSplitter(orientation);
    splitter->setObjectName(objectName);
    splitter->setHandleWidth(cardGap);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

/// Segments that stand for the actions of an exclusive group: they trigger them and show which one is
/// checked.
SegmentedControl* makeSegments(const QString& objectName, const QString& accessibleName, QActionGroup* group,
                               const QStringList& texts) {
    const QList<QAction*> choices = group->actions();
    QList<SegmentedControl::Segment> segments;
    for (qsizetype i = 0; i < choices.size(); ++i)
        segments.append({texts.at(i), choices.at(i)->toolTip(), choices.at(i)->text()});
    auto* control = new SegmentedControl(objectName, accessibleName, segments);
    QObject::connect(control, &SegmentedControl::currentChanged, group,
                     [choices](int index) { choices.at(index)->trigger(); });
    const auto showChecked = [control, choices] {
        int checked = -1;
        for (qsizetype i = 0; i < choices.size(); ++i)
            checked = choices.at(i)->isChecked() ? static_cast<int>(i) : checked;
        control->setCurrent(checked);
    };
    for (QAction* choice : choices)
        QObject::connect(choice, &QAction::toggled, control, showChecked);
    showChecked();
    return control;
}

/// The path of the one local file that is dragged, or nothing.
QString draggedFile(const QMimeData* data) {
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(const SourceCatalog& sources)
    : m_actions(new WindowActions(this)), m_sourcePanel(new SourcePanel(sources)) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Rillscope"));
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    buildContent();
    buildToolBar();
    buildMenus();
    resize(preferredSize());
    setMinimumSize(leastWidth, leastHeight);
    m_chart->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_actions->openFile);
    m_recentMenu = file->addMenu(tr("Open &recent"));
    file->addAction(m_actions->compareWithCapture);
    file->addSeparator();
    file->addActions(
        {m_actions->exportChart, m_actions->saveCsv, m_actions->saveVisibleCsv, m_actions->copyVisibleCsv});
    file->addAction(m_actions->makeReport);
    file->addSeparator();
    file->addAction(m_actions->quit);

    QMenu* source = menuBar()->addMenu(tr("&Source"));
    source->addActions({m_actions->startStop, m_actions->newSession});

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions({m_actions->freeze, m_actions->backToLive});
    view->addSeparator();
    view->addActions({m_actions->zoomIn, m_actions->zoomOut, m_actions->panBack, m_actions->panForward});
    view->addMenu(tr("&Cursors"))
        ->addActions({m_actions->cursorBack, m_actions->cursorForward, m_actions->pinCursor,
                      m_actions->removeCursors});
    view->addMenu(tr("&Time window"))->addActions(m_actions->timeWindows->actions());
    view->addAction(m_actions->valueRange);
    view->addMenu(tr("&Unit"))->addActions(m_actions->units->actions());
    view->addAction(m_actions->utcTimes);
    view->addAction(m_actions->historyLimits);
    auto* channels = new ChannelMenu(m_chart, view);
    view->addMenu(channels);
    connect(m_chart, &LiveChartView::channelListRequested, channels,
            [channels] { channels->popup(QCursor::pos()); });
    view->addSeparator();
    view->addActions({m_actions->showAlarms, m_actions->acknowledgeAlarms});
    view->addSeparator();
    view->addActions({m_actions->showSourcePanel, m_actions->showReadings, m_actions->showEvents,
                      m_actions->showPerformance});
    view->addMenu(tr("&Antialiasing"))->addActions(m_actions->antialiasing->actions());
    view->addMenu(tr("T&heme"))->addActions(m_actions->themes->actions());

    buildPipelineMenu();
    buildCaptureMenu();
    menuBar()->addMenu(tr("&Help"))->addActions({m_actions->shortcuts, m_actions->about});
}

void MainWindow::buildPipelineMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Pipeline"));
    menu->addActions({m_actions->newPipeline, m_actions->openPipeline});
    m_recentPipelineMenu = menu->addMenu(tr("Open re&cent"));
    menu->addMenu(m_pipeline->exampleMenu());
    menu->addActions({m_actions->savePipeline, m_actions->savePipelineAs});
    menu->addSeparator();
    menu->addActions({m_actions->undoPipeline, m_actions->redoPipeline});
    menu->addSeparator();
    menu->addMenu(m_pipeline->addMenu());
    menu->addActions({m_pipeline->editAction(), m_pipeline->removeAction(), m_pipeline->moveUpAction(),
                      m_pipeline->moveDownAction()});
    menu->addSeparator();
    menu->addAction(m_pipeline->eventTimeAction());
}

void MainWindow::buildCaptureMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Capture"));
    menu->addActions({m_actions->captureList, m_actions->captureFolder, m_actions->captureSettings});
    menu->addSeparator();
    menu->addActions({m_actions->replayCapture, m_actions->closeCapture});
}

QPushButton* MainWindow::addToolButton(QAction* action) {
    auto* button = new ActionButton(action, m_toolBar);
    m_toolBar->addWidget(button);
    return button;
}

void MainWindow::buildToolBar() {
    m_toolBar = addToolBar(tr("Tool bar"));
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setFloatable(false);
    addToolButton(m_actions->freeze)->setProperty("role", QStringLiteral("primary"));
    addToolButton(m_actions->startStop);

    QStringList windowTexts;
    for (const TimeWindowSpan& span : timeWindowSpans())
        windowTexts.append(span.shortText);
    m_toolBar->addWidget(makeSegments(QStringLiteral("timeWindowControl"), tr("Time window"),
                                      m_actions->timeWindows, windowTexts));
    const QStringList unitTexts{unitSymbol(Unit::Celsius), unitSymbol(Unit::Fahrenheit),
                                unitSymbol(Unit::Kelvin)};
    m_toolBar->addWidget(
        makeSegments(QStringLiteral("unitControl"), tr("Unit"), m_actions->units, unitTexts));

    auto* spacer = new QWidget(m_toolBar);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(spacer);
    m_livePill = new QPushButton(m_toolBar);
    m_livePill->setObjectName(QStringLiteral("livePill"));
    m_livePill->setProperty("role", QStringLiteral("pill"));
    connect(m_livePill, &QPushButton::clicked, m_actions->backToLive, &QAction::trigger);
    m_toolBar->addWidget(m_livePill);
    addToolButton(m_actions->exportChart);
    addToolButton(m_actions->saveCsv);
    nameOverflowButton();
}

void MainWindow::nameOverflowButton() {
    // In a narrow window the tool bar shows what does not fit by a button of Qt's own, which has no name.
    auto* overflow = m_toolBar->findChild<QToolButton*>(QStringLiteral("qt_toolbar_ext_button"));
    if (!overflow)
        return;
    overflow->setAccessibleName(tr("More tools"));
    overflow->setToolTip(tr("Show the tools that do not fit into the window"));
    overflow->setFocusPolicy(Qt::TabFocus);
}

void MainWindow::buildContent() {
    m_pipeline = new PipelinePanel;
    m_sourcePanel->addCard(m_pipeline);
    connect(m_pipeline, &PipelinePanel::rowShown, m_sourcePanel,
            [this](const QRect& area) { m_sourcePanel->reveal(*m_pipeline, area); });
    m_columns = makeSplitter(Qt::Horizontal, QStringLiteral("columns"));
    m_columns->addWidget(m_sourcePanel);
    m_columns->addWidget(buildChartColumn());
    m_columns->addWidget(buildReadings());
    m_columns->setStretchFactor(1, 1);
    connect(m_columns, &QSplitter::splitterMoved, this, [this] { m_areColumnsChosen = true; });

    m_captureBar = new CaptureBar;
    m_statusLine = new StatusLine;
    auto* content = new QWidget;
    m_banner = new Banner(content); // before all that the Tab key goes to
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* cards = new QVBoxLayout;
    cards->setContentsMargins(edge, cardGap, edge, cardGap);
    cards->setSpacing(cardGap);
    cards->addWidget(m_captureBar);
    cards->addWidget(m_columns, 1);
    layout->addLayout(cards, 1);
    layout->addWidget(m_statusLine);
    setCentralWidget(content);
    m_banner->cover(*m_columns);

    connect(m_actions->showSourcePanel, &QAction::toggled, m_sourcePanel, &QWidget::setVisible);
    connect(m_actions->showReadings, &QAction::toggled, m_readings, &QWidget::setVisible);
    connect(m_actions->showEvents, &QAction::toggled, m_lists, &QWidget::setVisible);
}

QWidget* MainWindow::buildChartColumn() {
    m_chart = new LiveChartView;
    new ChartNavigation(m_chart);
    auto* chartCard = new Card(QString());
    chartCard->setObjectName(QStringLiteral("chartCard"));
    chartCard->layout()->setContentsMargins(4, 4, 4, 4);
    chartCard->content()->addWidget(m_chart, 1);
    m_overview = new OverviewStrip(m_chart);
    chartCard->content()->addWidget(m_overview);

    m_chartColumn = makeSplitter(Qt::Vertical, QStringLiteral("chartColumn"));
    m_chartColumn->addWidget(chartCard);
    m_chartColumn->addWidget(buildLists());
    m_chartColumn->setStretchFactor(0, 1);
    m_chartColumn->setSizes({600, eventsHeight});
    m_chartColumn->setMinimumWidth(240); // what is read still can be
    return m_chartColumn;
}

ListsPanel* MainWindow::buildLists() {
    m_events = new EventPanel;
    m_alarms = new AlarmPanel;
    m_windows = new WindowPanel;
    m_lists = new ListsPanel;
    m_lists->addPage(m_events, tr("Events"), tr("What happened to the stream"));
    m_lists->addPage(m_alarms, tr("Alarms"), tr("Alarms that rules have raised"));
    m_lists->addPage(m_windows, tr("Windows"), tr("Results of event-time windows"));
    return m_lists;
}

QWidget* MainWindow::buildReadings() {
    m_currentValue = new CurrentValuePanel;
    m_statistics = new StatisticsPanel;
    m_values = new ValuesPanel;
    m_intervals = new IntervalsPanel;
    m_timing = new TimingPanel;
    m_account = new AccountPanel;
    m_jobProgress = new JobProgress;
    m_readings = new ReadingsColumn;
    for (QWidget* panel : std::initializer_list<QWidget*>{m_currentValue, m_statistics, m_values, m_intervals,
                                                          m_account, m_timing, m_jobProgress})
        m_readings->addPanel(panel);
    return m_readings;
}

void MainWindow::fitColumns() {
    if (m_areColumnsChosen)
        return;
    const int source = m_sourcePanel->sizeHint().width();
    const int readings = m_readings->sizeHint().width();
    m_columns->setSizes({source, width() - source - readings, readings});
}

void MainWindow::showState(const ShownState& state, bool isFollowing, const QString& toolTip) {
    const NumberFormat format;
    const QString word = stateText(state, format);
    const QString text = state.state == StreamState::Paused
                             ? tr("%1 · %2 behind").arg(word, format.duration(state.behind))
                             : word;
    const QString shown = isFollowing ? text : text + QStringLiteral("  ↦");
    m_livePill->setToolTip(toolTip);
    const bool isWarning = state.state == StreamState::Behind || state.isIncomplete();
    const QString color = isWarning     ? QStringLiteral("warning")
                          : isFollowing ? QStringLiteral("live")
                                        : QStringLiteral("behind");
    if (m_livePill->text() == shown && m_livePill->property("state") == color)
        return;
    m_livePill->setText(shown);
    setStyleProperty(*m_livePill, "state", color);
    m_livePill->setAccessibleName(isFollowing ? text : tr("%1, back to live").arg(text));
}

void MainWindow::setRecentSources(const QList<ShownUri>& uris) {
    m_recentMenu->clear();
    for (const ShownUri& uri : uris) {
        const QString text = uri.text();
        QAction* action = m_recentMenu->addAction(QString(text).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, text] { Q_EMIT recentSourceChosen(text); });
    }
    m_recentMenu->setEnabled(!uris.isEmpty());
}

void MainWindow::setRecentPipelines(const QStringList& paths) {
    m_recentPipelineMenu->clear();
    for (const QString& path : paths) {
        QAction* action = m_recentPipelineMenu->addAction(oneLine(path).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentPipelineChosen(path); });
    }
    m_recentPipelineMenu->setEnabled(!paths.isEmpty());
}

QByteArray MainWindow::layoutState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_columns->saveState() << m_chartColumn->saveState() << m_actions->showSourcePanel->isChecked()
           << m_actions->showReadings->isChecked() << m_actions->showEvents->isChecked();
    return state;
}

void MainWindow::restoreLayout(const QByteArray& state) {
    QDataStream stream(state);
    QByteArray columns;
    QByteArray chartColumn;
    bool source = true;
    bool readings = true;
    bool events = true;
    stream >> columns >> chartColumn >> source >> readings >> events;
    if (stream.status() != QDataStream::Ok)
        return;
    m_areColumnsChosen = m_columns->restoreState(columns);
    m_chartColumn->restoreState(chartColumn);
    m_actions->showSourcePanel->setChecked(source);
    m_actions->showReadings->setChecked(readings);
    m_actions->showEvents->setChecked(events);
}

QStringList MainWindow::foldedCards() const {
    QStringList names;
    for (const Card* card : findChildren<Card*>()) {
        if (card->isFolded())
            names.append(card->objectName());
    }
    return names;
}

void MainWindow::setFoldedCards(const QStringList& objectNames) {
    for (Card* card : findChildren<Card*>())
        card->setFolded(objectNames.contains(card->objectName()));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString path = draggedFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT fileDropped(path);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_mayClose && !m_mayClose()) {
        event->ignore();
        return;
    }
    event->accept();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        Q_EMIT visibilityChanged(isVisible() && !isMinimized());
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    // Not earlier: only now do the panels have the fonts of the theme.
    setMinimumWidth(std::max(leastWidth, m_columns->minimumSizeHint().width() + 2 * edge));
    fitColumns();
    Q_EMIT visibilityChanged(!isMinimized());
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    fitColumns(); // where there was too little room before
}

void MainWindow::hideEvent(QHideEvent* event) {
    QMainWindow::hideEvent(event);
    Q_EMIT visibilityChanged(false);
}

} // namespace rillscope
