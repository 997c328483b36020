// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CurrentValuePanel.h"

#include "ui/panels/ChannelListDelegate.h"
#include "ui/panels/ChannelListModel.h"
#include "ui/text/OutsideText.h"
#include "ui/text/QualityText.h"
#include "ui/text/SeverityText.h"
#include "ui/widgets/BigFigure.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/StyleProperty.h"

#include <QItemSelectionModel>

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr int maximumListRows = 16; ///< without scrolling
constexpr int lineGap = 8;          ///< between the details and the quality

/// Temperatures have two decimals; of anything else the range is unknown, so the value itself decides.
int decimalsOf(const ChannelReading& reading) {
    return reading.unit == Unit::None ? NumberFormat::decimalsFor(std::abs(reading.celsius))
                                      : NumberFormat::defaultDecimals;
}

} // namespace

CurrentValuePanel::CurrentValuePanel(QWidget* parent)
    : Card(QString(), parent)
    , m_value(new BigFigure(this))
    , m_details(new FigureLabel(this))
    , m_quality(new ElidedLabel(QString(), this))
    , m_list(new QListView(this))
    , m_channels(new ChannelListModel(this))
    , m_delegate(new ChannelListDelegate(this)) {
    setObjectName(QStringLiteral("currentValuePanel"));
    setAccessibleName(tr("Current value"));
    m_value->setToolTip(tr("The latest sample of the channel"));
    m_details->setObjectName(QStringLiteral("currentDetails"));
    m_details->setProperty("role", QStringLiteral("dim"));
    m_details->setToolTip(tr("The same value in the other unit, and how long ago it was measured"));
    m_quality->setObjectName(QStringLiteral("currentQuality"));
    m_quality->setProperty("role", QStringLiteral("state"));
    m_quality->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_quality->setToolTip(tr("What is remarkable about the latest sample; it is kept and marked"));
    buildList();

    auto* line = new QHBoxLayout;
    line->setSpacing(lineGap);
    line->addWidget(m_details);
    line->addWidget(m_quality, 1);
    content()->addWidget(m_value);
    content()->addLayout(line);
    content()->addWidget(m_list);
    showSelected();
}

void CurrentValuePanel::buildList() {
    m_list->setObjectName(QStringLiteral("channelList"));
    m_list->setAccessibleName(tr("Channels"));
    m_list->setToolTip(tr("Choose the channel that is shown large"));
    m_list->setModel(m_channels);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_list->hide();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid())
                    setSelectedChannel(current.row());
            });
}

void CurrentValuePanel::setReadings(const QList<ChannelReading>& readings, Unit unit) {
    const qsizetype countBefore = m_readings.size();
    m_readings = readings;
    m_unit = unit;
    if (m_selected >= readings.size())
        m_selected = 0;
    m_channels->setReadings(readings, unit);
    if (countBefore != readings.size())
        fitList();
    if (!m_list->currentIndex().isValid() && !readings.isEmpty())
        m_list->setCurrentIndex(m_channels->index(m_selected));
    showSelected();
}

void CurrentValuePanel::setSelectedChannel(int index) {
    if (index == m_selected || index < 0 || index >= m_readings.size())
        return;
    m_selected = index;
    m_list->setCurrentIndex(m_channels->index(index));
    showSelected();
    Q_EMIT channelSelected(index);
}

void CurrentValuePanel::setColors(const PanelColors& colors) {
    m_delegate->setColors(colors);
    m_list->viewport()->update();
}

QSize CurrentValuePanel::minimumSizeHint() const {
    return {0, Card::minimumSizeHint().height()}; // its figures become smaller
}

void CurrentValuePanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    const QMargins edges = layout()->contentsMargins();
    m_details->setRoom(contentsRect().width() - edges.left() - edges.right() - lineGap -
                       m_quality->minimumSizeHint().width());
}

void CurrentValuePanel::fitList() {
    const int rows = static_cast<int>(std::min<qsizetype>(m_readings.size(), maximumListRows));
    m_list->setVisible(rows > 1);
    if (rows > 1)
        m_list->setFixedHeight(rows * m_list->sizeHintForRow(0));
}

void CurrentValuePanel::showSelected() {
    const ChannelReading reading = m_readings.value(m_selected);
    const QString name = oneLine(reading.name, 80);
    setTitle(name.isEmpty() ? tr("Current value") : name);
    if (!reading.hasValue) {
        m_value->setFigure(QStringLiteral("–"), unitWord(reading, m_unit));
        m_details->setFigure(tr("Waiting for the first sample"));
        showQuality({});
        return;
    }
    const Unit unit = shownUnit(reading, m_unit);
    m_value->setFigure(m_format.number(fromCelsius(reading.celsius, unit), decimalsOf(reading)),
                       unitWord(reading, m_unit));
    m_details->setFigure(secondLine(reading));
    showQuality(reading.quality);
}

QString CurrentValuePanel::secondLine(const ChannelReading& reading) const {
    const QString age = m_format.age(reading.age);
    if (reading.unit == Unit::None)
        return age;
    const Unit other = m_unit == Unit::Fahrenheit ? Unit::Celsius : Unit::Fahrenheit;
    return QStringLiteral("%1 · %2").arg(m_format.temperature(reading.celsius, other), age);
}

void CurrentValuePanel::showQuality(Quality quality) {
    if (!quality) {
        m_quality->setText(QString());
        return;
    }
    const Severity severity = qualitySeverity(quality);
    setStyleProperty(*m_quality, "state", severityName(severity));
    m_quality->setText(withShape(severity, qualityText(quality)));
}

} // namespace rillscope
