// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/StatusLine.h"

#include "ui/text/CaptureText.h"
#include "ui/text/SeverityText.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/StyleProperty.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace rillscope {
namespace {

constexpr int sideMargin = 14;
constexpr int itemGap = 24;

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QFrame(parent)
    , m_line(new QHBoxLayout(this))
    , m_state(new FigureLabel(this))
    , m_alarms(new QPushButton(this))
    , m_capture(new QPushButton(this)) {
    setObjectName(QStringLiteral("statusLine"));
    setAccessibleName(tr("Status"));
    setProperty("role", QStringLiteral("statusLine"));
    m_line->setContentsMargins(sideMargin, 6, sideMargin, 6);
    m_line->setSpacing(itemGap);
    m_state->setObjectName(QStringLiteral("statusState"));
    m_state->setProperty("role", QStringLiteral("state"));
    m_state->setToolTip(tr("What the source is doing"));
    m_line->addWidget(m_state);
    m_alarms->setObjectName(QStringLiteral("statusAlarms"));
    m_alarms->setProperty("role", QStringLiteral("stateLink"));
    m_alarms->setToolTip(tr("Alarms that are active or not acknowledged: show them"));
    m_alarms->hide();
    m_line->addWidget(m_alarms);
    connect(m_alarms, &QPushButton::clicked, this, &StatusLine::alarmsClicked);
    m_items[Rate] = addItem(QStringLiteral("statusRate"), tr("samples/s"),
                            tr("Samples that arrived in the last second"), CaptionSide::After);
    m_items[Received] = addItem(QStringLiteral("statusReceived"), tr("received"),
                                tr("Inputs that arrived, readable or not"), CaptionSide::Before);
    m_items[Recorded] = addItem(QStringLiteral("statusRecorded"), tr("recorded"),
                                tr("Samples in the history"), CaptionSide::Before);
    m_items[Dropped] = addItem(QStringLiteral("statusDropped"), tr("dropped"), tr("Samples that were lost"),
                               CaptionSide::Before);
    m_line->addStretch(1);
    m_items[History] = addItem(QStringLiteral("statusHistory"), tr("history"),
                               tr("Memory that the samples take"), CaptionSide::Before);
    m_items[Frames] = addItem(QStringLiteral("statusFrames"), tr("frames/s"),
                              tr("How often the chart is drawn"), CaptionSide::After);
    m_capture->setObjectName(QStringLiteral("statusCapture"));
    m_capture->setProperty("role", QStringLiteral("stateLink"));
    m_capture->hide();
    m_line->addWidget(m_capture);
    connect(m_capture, &QPushButton::clicked, this, &StatusLine::captureClicked);
    setStatus({});
}

StatusLine::Item StatusLine::addItem(const QString& objectName, const QString& caption,
                                     const QString& toolTip, CaptionSide side) {
    auto* holder = new QWidget(this);
    holder->setToolTip(toolTip);
    auto* label = new QLabel(caption, holder);
    label->setProperty("role", QStringLiteral("dim"));
    auto* figure = new FigureLabel(holder);
    figure->setObjectName(objectName);
    figure->setAccessibleDescription(caption);
    figure->setProperty("role", QStringLiteral("strong"));
    auto* pair = new QHBoxLayout(holder);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(4);
    pair->addWidget(side == CaptionSide::Before ? static_cast<QWidget*>(label) : figure);
    pair->addWidget(side == CaptionSide::Before ? static_cast<QWidget*>(figure) : label);
    m_line->addWidget(holder);
    return {holder, figure};
}

void StatusLine::setStatus(const StatusFigures& status) {
    showState(status.state);
    showRate(status);
    m_items[Received].figure->setFigure(m_format.compactCount(status.received));
    m_items[Recorded].figure->setFigure(m_format.compactCount(status.recorded));
    const bool lost = status.dropped > 0;
    FigureLabel* dropped = m_items[Dropped].figure;
    setStyleProperty(*dropped, "role", lost ? QStringLiteral("state") : QStringLiteral("strong"));
    setStyleProperty(*dropped, "state", lost ? QStringLiteral("warning") : QString());
    const QString count = m_format.compactCount(status.dropped);
    dropped->setFigure(lost ? withShape(Severity::Warning, count) : count);
    showHistory(status);
    m_items[Frames].wanted = status.framesPerSecond.has_value();
    if (status.framesPerSecond)
        m_items[Frames].figure->setFigure(m_format.rate(*status.framesPerSecond));
    dropWhatDoesNotFit();
}

void StatusLine::showHistory(const StatusFigures& status) {
    const QString bytes = m_format.bytes(status.historyBytes);
    const bool isFull = !status.fullResolutionFrom.isEmpty();
    m_items[History].figure->setFigure(
        isFull ? tr("%1, complete from %2").arg(bytes, status.fullResolutionFrom) : bytes);
    m_items[History].holder->setToolTip(isFull ? tr("The memory for samples is full: those before %1 are "
                                                    "shown as min/max only. View → History… sets the limit.")
                                                     .arg(status.fullResolutionFrom)
                                               : tr("Memory that the samples take"));
}

void StatusLine::showState(const ShownState& state) {
    setStyleProperty(*m_state, "state", stateColor(state));
    m_state->setFigure(QStringLiteral("%1 %2").arg(stateShape(state), stateText(state, m_format)));
    m_isBehind = state.state == StreamState::Behind;
    colorCapture();
}

void StatusLine::showRate(const StatusFigures& status) {
    const std::optional<double>& asked = status.state.samplesAsked;
    m_items[Rate].figure->setFigure(asked ? rateText(status.samplesPerSecond, *asked, m_format)
                                          : m_format.rate(status.samplesPerSecond));
}

void StatusLine::colorCapture() {
    const bool isGreen = m_captureColor == QLatin1String("ok");
    setStyleProperty(*m_capture, "state", isGreen && m_isBehind ? QStringLiteral("info") : m_captureColor);
}

void StatusLine::setCapture(const CaptureLine& line) {
    m_capture->setText(line.text);
    m_capture->setToolTip(line.toolTip);
    m_captureColor = line.state;
    colorCapture();
    m_capture->show();
    dropWhatDoesNotFit();
}

void StatusLine::setAlarms(qint64 count, Severity severity) {
    m_alarms->setVisible(count > 0);
    if (count > 0) {
        const QString words = count == 1 ? tr("1 alarm")
                                         : tr("%1 alarms", nullptr, NumberFormat::pluralCount(count))
                                               .arg(m_format.compactCount(count));
        m_alarms->setText(withShape(severity, words));
        m_alarms->setAccessibleName(words);
        setStyleProperty(*m_alarms, "state", severityName(severity));
    }
    dropWhatDoesNotFit();
}

int StatusLine::fixedWidth() const {
    const int alarms = m_alarms->isHidden() ? 0 : itemGap + m_alarms->sizeHint().width();
    const int capture = m_capture->isHidden() ? 0 : itemGap + m_capture->sizeHint().width();
    return 2 * sideMargin + m_state->width() + alarms + capture;
}

void StatusLine::dropWhatDoesNotFit() {
    static constexpr std::array<ItemIndex, ItemCount> mostImportantFirst{Rate,     Dropped, Recorded,
                                                                         Received, History, Frames};
    int room = width() - fixedWidth();
    bool fits = true;
    for (const ItemIndex each : mostImportantFirst) {
        const Item& item = m_items[each];
        const int needed = itemGap + item.holder->sizeHint().width();
        fits = fits && (!item.wanted || needed <= room);
        if (fits && item.wanted)
            room -= needed;
        item.holder->setVisible(fits && item.wanted);
    }
    activateLayouts();
}

/// Left to posted events, the new widths would go up from holder to line in several turns, and what is
/// painted between them would be cut.
void StatusLine::activateLayouts() {
    for (const Item& item : m_items)
        item.holder->layout()->activate();
    m_line->activate();
}

QSize StatusLine::minimumSizeHint() const {
    return {fixedWidth(), QFrame::minimumSizeHint().height()};
}

bool StatusLine::event(QEvent* event) {
    const bool handled = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest)
        dropWhatDoesNotFit();
    return handled;
}

void StatusLine::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    dropWhatDoesNotFit();
}

} // namespace rillscope
