// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SourcePanel.h"

#include "ui/panels/ReplayPanel.h"
#include "ui/panels/SimulationPanel.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/WheelNeedsFocus.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollBar>

namespace rillscope {
namespace {

const QString speedKey = QStringLiteral("speed");

/// A recording of days is dull at its own pace: unless a URI says otherwise, a minute passes each second.
constexpr PlaybackSpeed firstSpeed = PlaybackSpeed::times(60.0);

/// Where Tab stops inside `window`, in order.
QList<QWidget*> tabStops(QWidget* window) {
    QList<QWidget*> stops;
    for (QWidget* widget = window->nextInFocusChain(); widget != window;
         widget = widget->nextInFocusChain()) {
        if (widget->focusPolicy() & Qt::TabFocus)
            stops.append(widget);
    }
    return stops;
}

} // namespace

SourcePanel::SourcePanel(QWidget* parent)
    : QScrollArea(parent)
    , m_simulation(new SimulationPanel)
    , m_replay(new ReplayPanel)
    , m_standardInput(new QLabel)
    , m_chooser(new QComboBox) {
    setObjectName(QStringLiteral("sourcePanel"));
    setAccessibleName(tr("Source"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setFocusPolicy(Qt::NoFocus);
    addChooser();
    addPages();
    showKind(m_kind);
    connect(m_chooser, &QComboBox::activated, this, &SourcePanel::takeKind);
    connect(m_simulation, &SimulationPanel::settingsChanged, this, &SourcePanel::simulationChanged);
    connect(m_replay, &ReplayPanel::speedChanged, this, &SourcePanel::speedChanged);
    connect(m_replay, &ReplayPanel::fileChosen, this, &SourcePanel::requestReplay);
    connect(m_replay, &ReplayPanel::choosingCancelled, this, [this] { showKind(m_kind); });
}

void SourcePanel::addChooser() {
    m_chooser->setObjectName(QStringLiteral("sourceKind"));
    m_chooser->setAccessibleName(tr("Kind of source"));
    m_chooser->setToolTip(tr("Where the samples come from"));
    m_chooser->addItems({tr("Simulated temperature"), tr("Recording (CSV)…"), tr("Standard input")});
    WheelNeedsFocus::install(m_chooser);
}

void SourcePanel::addPages() {
    m_replay->setSpeed(firstSpeed);
    m_standardInput->setObjectName(QStringLiteral("standardInputHelp"));
    m_standardInput->setProperty("role", QStringLiteral("dim"));
    m_standardInput->setTextFormat(Qt::PlainText);
    m_standardInput->setWordWrap(true);
    m_standardInput->setText(
        tr("Reads CSV, JSON or plain numbers, one sample a line, from the program it was started "
           "behind:\n\nmy-logger | rillscope stdin:"));

    const QList<QWidget*> simulationStops = tabStops(m_simulation);
    QVBoxLayout* card = m_simulation->sourceCard()->content();
    card->insertWidget(0, m_chooser);
    card->addWidget(m_replay);
    card->addWidget(m_standardInput);

    auto* column = new QWidget;
    column->setProperty("role", QStringLiteral("column"));
    m_column = new QVBoxLayout(column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(10);
    m_column->addWidget(m_simulation);
    m_column->addStretch();
    setWidget(column);
    orderTabStops(simulationStops);
}

void SourcePanel::orderTabStops(const QList<QWidget*>& simulationStops) {
    // The chooser joined the simulation's card last, and comes first.
    QWidget* previous = m_chooser;
    for (QWidget* stop : simulationStops) {
        setTabOrder(previous, stop);
        previous = stop;
    }
}

void SourcePanel::showKind(int kind) {
    m_chooser->setCurrentIndex(kind);
    m_simulation->setControlsVisible(kind == Simulation);
    m_replay->setVisible(kind == Recording);
    m_standardInput->setVisible(kind == StandardInput);
}

void SourcePanel::takeKind(int kind) {
    if (kind == m_kind)
        return;
    showKind(kind);
    if (kind == Recording) {
        if (m_replay->filePath().isEmpty())
            m_replay->chooseFile(); // requests the source, or goes back when it is cancelled
        else
            requestReplay();
        return;
    }
    m_kind = kind;
    Q_EMIT sourceRequested(kind == Simulation ? m_simulation->settings().toUri()
                                              : SourceUri(QStringLiteral("stdin"), QString()));
}

void SourcePanel::requestReplay() {
    m_kind = Recording;
    SourceUri uri = SourceUri::replayOf(m_replay->filePath());
    uri.setParameter(speedKey, m_replay->speed().toString());
    Q_EMIT sourceRequested(uri);
}

void SourcePanel::setSource(const SourceUri& uri) {
    if (uri.scheme() == QLatin1String("sim")) {
        m_kind = Simulation;
        if (const auto settings = SimulationSettings::fromUri(uri))
            m_simulation->setSettings(*settings);
    } else if (uri.scheme() == QLatin1String("replay")) {
        m_kind = Recording;
        m_replay->setFilePath(uri.path());
        if (const auto speed = PlaybackSpeed::parse(uri.parameter(speedKey).value_or(QStringLiteral("1"))))
            m_replay->setSpeed(*speed);
        m_replay->setProgress(std::nullopt);
    } else {
        m_kind = StandardInput;
    }
    showKind(m_kind);
}

void SourcePanel::addCard(QWidget* card) {
    m_column->insertWidget(m_column->count() - 1, card); // above the stretch
}

void SourcePanel::reveal(const QWidget& inside, const QRect& area) {
    const QPoint center = inside.mapTo(widget(), area.center());
    ensureVisible(center.x(), center.y(), 0, area.height());
}

void SourcePanel::setReplayProgress(std::optional<double> share) {
    m_replay->setProgress(share);
}

void SourcePanel::setOpenFolder(const QString& folder) {
    m_replay->setFolder(folder);
}

int SourcePanel::panelWidth() const {
    // A caption, a number and a unit, each as long as the longest of any source.
    const int row = fontMetrics().horizontalAdvance(QStringLiteral("Standard deviation  1,000.00 samples/s"));
    const Card* card = m_simulation->sourceCard();
    const QMargins edges = card->layout()->contentsMargins();
    return row + edges.left() + edges.right() + 2 * card->frameWidth() +
           verticalScrollBar()->sizeHint().width();
}

QSize SourcePanel::sizeHint() const {
    return {panelWidth(), widget()->sizeHint().height()};
}

QSize SourcePanel::minimumSizeHint() const {
    return {panelWidth(), 120};
}

} // namespace rillscope
