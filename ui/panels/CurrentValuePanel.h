// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/ChannelReading.h"
#include "ui/text/NumberFormat.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/PanelColors.h"

#include <QListView>

namespace rillscope {

class BigFigure;
class ChannelListDelegate;
class ChannelListModel;
class ElidedLabel;
class FigureLabel;

/// The latest value of one channel, large; below it the same in the other unit, how old it is and how good.
/// With several channels a list of all follows, in which mouse and arrow keys choose the large one.
/// Thread: GUI. Meant to be fed up to ten times a second: what stays the same costs nothing.
class CurrentValuePanel : public Card {
    Q_OBJECT

public:
    explicit CurrentValuePanel(QWidget* parent = nullptr);

    void setReadings(const QList<ChannelReading>& readings, Unit unit);
    void setColors(const PanelColors& colors);

    int selectedChannel() const { return m_selected; }
    /// Nothing happens for a channel that is not there.
    void setSelectedChannel(int index);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void channelSelected(int index);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildList();
    void showSelected();
    void showQuality(Quality quality);
    void fitList();
    QString secondLine(const ChannelReading& reading) const;

    NumberFormat m_format;
    QList<ChannelReading> m_readings;
    Unit m_unit = Unit::Fahrenheit;
    int m_selected = 0;

    BigFigure* m_value;
    FigureLabel* m_details;
    ElidedLabel* m_quality;
    QListView* m_list;
    ChannelListModel* m_channels;
    ChannelListDelegate* m_delegate;
};

} // namespace rillscope
