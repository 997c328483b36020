// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ChannelMenu.h"

#include "ui/chart/LiveChartView.h"
#include "ui/chart/ShownName.h"

namespace rillscope {

ChannelMenu::ChannelMenu(LiveChartView* chart, QWidget* parent)
    : QMenu(tr("Cha&nnels"), parent), m_chart(chart) {
    setObjectName(QStringLiteral("channelMenu"));
    connect(this, &QMenu::aboutToShow, this, &ChannelMenu::fill);
    fill();
}

void ChannelMenu::fill() {
    clear();
    bool isAnyHidden = false;
    for (int channel = 0; channel < m_chart->channelCount(); ++channel) {
        addChannel(channel);
        isAnyHidden = isAnyHidden || !m_chart->isChannelVisible(channel);
    }
    addSeparator();
    QAction* all = addAction(tr("Show &all"));
    all->setObjectName(QStringLiteral("showAllChannels"));
    all->setEnabled(isAnyHidden);
    connect(all, &QAction::triggered, m_chart, [chart = m_chart] {
        for (int channel = 0; channel < chart->channelCount(); ++channel) {
            if (!chart->isChannelVisible(channel))
                chart->setChannelVisible(channel, true);
        }
    });
}

void ChannelMenu::addChannel(int channel) {
    constexpr qsizetype longest = 60; // a menu is as wide as its widest entry
    QString name = shownName(m_chart->history()->info(channel).name, longest);
    QAction* action = addAction(name.replace(u'&', QStringLiteral("&&")));
    action->setCheckable(true);
    action->setChecked(m_chart->isChannelVisible(channel));
    connect(action, &QAction::toggled, m_chart, [chart = m_chart, channel](bool isVisible) {
        if (channel < chart->channelCount())
            chart->setChannelVisible(channel, isVisible);
    });
}

} // namespace rillscope
