// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SourcePanel.h"

#include "core/source/replay/ReplaySettings.h"
#include "ui/panels/ReplayPanel.h"
#include "ui/panels/SimulationPanel.h"
#include "ui/panels/SourceForm.h"
#include "ui/text/SourceText.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/WheelNeedsFocus.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollBar>

namespace rillscope {
namespace {

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

SourcePanel::SourcePanel(const SourceCatalog& sources, QWidget* parent)
    : QScrollArea(parent)
    , m_sources(sources)
    , m_simulation(new SimulationPanel)
    , m_replay(new ReplayPanel)
    , m_chooser(new QComboBox)
    , m_condition(new QLabel) {
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
    for (const SourceType& type : m_sources.types())
        m_chooser->addItem(sourceText(type.title));
    WheelNeedsFocus::install(m_chooser);
    m_condition->setObjectName(QStringLiteral("sourceCondition"));
    m_condition->setToolTip(tr("How the source stands with what it reads from"));
    m_condition->setTextFormat(Qt::PlainText);
    m_condition->setWordWrap(true);
    m_condition->hide();
}

void SourcePanel::addPages() {
    m_replay->setSpeed(firstSpeed);
    const QList<QWidget*> simulationStops = tabStops(m_simulation);
    QVBoxLayout* card = m_simulation->sourceCard()->content();
    card->insertWidget(0, m_chooser);
    card->insertWidget(1, m_condition);
    for (const SourceType& type : m_sources.types()) {
        m_pages.append(makePage(type));
        if (m_pages.last())
            card->addWidget(m_pages.last());
    }

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

QWidget* SourcePanel::makePage(const SourceType& type) {
    switch (type.page) {
    case SourcePage::Simulator:
        return nullptr; // its controls are part of the card already
    case SourcePage::Player:
        return m_replay;
    case SourcePage::Keys:
        break;
    }
    auto* form = new SourceForm(type);
    connect(form, &SourceForm::startRequested, this,
            [this, kind = static_cast<int>(m_pages.size())](const SourceUri& uri) {
                m_kind = kind;
                Q_EMIT sourceRequested(uri);
            });
    return form;
}

const SourceType& SourcePanel::typeAt(int kind) const {
    return m_sources.types().at(static_cast<std::size_t>(kind));
}

void SourcePanel::showKind(int kind) {
    m_chooser->setCurrentIndex(kind);
    m_simulation->setControlsVisible(typeAt(kind).page == SourcePage::Simulator);
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i))
            m_pages.at(i)->setVisible(i == kind);
    }
}

void SourcePanel::takeKind(int kind) {
    showKind(kind);
    if (kind == m_kind)
        return;
    switch (typeAt(kind).page) {
    case SourcePage::Simulator:
        m_kind = kind;
        Q_EMIT sourceRequested(m_simulation->settings().toUri());
        break;
    case SourcePage::Player:
        if (m_replay->filePath().isEmpty())
            m_replay->chooseFile(); // requests the source, or goes back when it is cancelled
        else
            requestReplay();
        break;
    case SourcePage::Keys:
        // One with an address waits for the form to be filled in; what runs goes on.
        if (!typeAt(kind).keys.address) {
            m_kind = kind;
            Q_EMIT sourceRequested(qobject_cast<SourceForm*>(m_pages.at(kind))->source());
        }
        break;
    }
}

void SourcePanel::requestReplay() {
    m_kind = static_cast<int>(m_pages.indexOf(m_replay));
    SourceUri uri = replayOf(m_replay->filePath());
    setReplaySpeed(uri, m_replay->speed());
    Q_EMIT sourceRequested(uri);
}

void SourcePanel::setSource(const SourceUri& uri) {
    const SourceType* type = m_sources.typeOf(uri);
    if (!type)
        return;
    m_kind = static_cast<int>(type - m_sources.types().data());
    if (type->page == SourcePage::Simulator) {
        if (const auto settings = SimulationSettings::fromUri(uri))
            m_simulation->setSettings(*settings);
    } else if (type->page == SourcePage::Player) {
        m_replay->setFilePath(uri.path());
        if (const auto speed = replaySpeedOf(uri))
            m_replay->setSpeed(*speed);
        m_replay->setProgress(std::nullopt);
    } else {
        qobject_cast<SourceForm*>(m_pages.at(m_kind))->setSource(uri);
    }
    showKind(m_kind);
}

void SourcePanel::setCondition(const QString& text) {
    m_condition->setText(text);
    m_condition->setVisible(!text.isEmpty());
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
    for (SourceForm* form : findChildren<SourceForm*>())
        form->setOpenFolder(folder);
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
