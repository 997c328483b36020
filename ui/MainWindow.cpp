// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include "ui/WindowMenus.h"
#include "ui/WindowToolBar.h"
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
#include "ui/panels/TimingPanel.h"
#include "ui/panels/ValuesPanel.h"
#include "ui/panels/WindowPanel.h"
#include "ui/widgets/JobProgress.h"

#include <QCloseEvent>
#include <QDataStream>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
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
    m_toolBar = new WindowToolBar(*m_actions, this);
    addToolBar(m_toolBar);
    m_menus = new WindowMenus(*this, *m_actions, *m_chart, *m_pipeline);
    connect(m_menus, &WindowMenus::recentSourceChosen, this, &MainWindow::recentSourceChosen);
    connect(m_menus, &WindowMenus::recentPipelineChosen, this, &MainWindow::recentPipelineChosen);
    resize(preferredSize());
    setMinimumSize(leastWidth, leastHeight);
    m_chart->setFocus();
}

MainWindow::~MainWindow() = default;

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

void MainWindow::showState(const ShownState& state, bool isFollowing, const QString& toolTip) {
    m_toolBar->showState(state, isFollowing, toolTip);
}

void MainWindow::setRecentSources(const QList<ShownUri>& uris) {
    m_menus->setRecentSources(uris);
}

void MainWindow::setRecentPipelines(const QStringList& paths) {
    m_menus->setRecentPipelines(paths);
}

void MainWindow::fitColumns() {
    if (m_areColumnsChosen)
        return;
    const int source = m_sourcePanel->sizeHint().width();
    const int readings = m_readings->sizeHint().width();
    m_columns->setSizes({source, width() - source - readings, readings});
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
