// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ChannelMenu.h"

#include "tests/ui/chart/ChartFixture.h"

namespace rillscope::test {
namespace {

class ChannelMenuTest : public ChartFixture {
protected:
    ChannelMenuTest() {
        history->addChannel({QStringLiteral("in & out"), Unit::None});
        fill(10);
        Q_EMIT menu.aboutToShow();
    }

    ChannelMenu menu{&view};
};

TEST_F(ChannelMenuTest, HidesAndShowsChannelsAsTheLegendDoes) {
    ASSERT_EQ(menu.actions().size(), 4);
    EXPECT_EQ(menu.actions().at(1)->text(), QStringLiteral("in && out"));
    EXPECT_FALSE(menu.actions().constLast()->isEnabled());
    menu.actions().constFirst()->trigger();
    EXPECT_FALSE(view.isChannelVisible(0));
    Q_EMIT menu.aboutToShow();
    EXPECT_FALSE(menu.actions().constFirst()->isChecked());
    EXPECT_TRUE(menu.actions().at(1)->isChecked());
    menu.actions().constLast()->trigger();
    EXPECT_TRUE(view.isChannelVisible(0));
}

TEST_F(ChannelMenuTest, CutsNamesThatWouldMakeItWiderThanTheScreen) {
    history->addChannel({QString(1'000, u'x') + QStringLiteral(" end"), Unit::None});
    append(std::chrono::seconds(20), 1.0, 2);
    view.refresh();
    Q_EMIT menu.aboutToShow();
    const QString text = menu.actions().at(2)->text();
    EXPECT_EQ(text.size(), 60);
    EXPECT_TRUE(text.startsWith(u'x') && text.endsWith(QStringLiteral("x end"))) << text.toStdString();
}

TEST_F(ChannelMenuTest, OutlivesTheSessionItWasMadeFor) {
    QAction* second = menu.actions().at(1);
    view.setHistory(std::make_shared<SampleHistory>());
    second->trigger();
    Q_EMIT menu.aboutToShow();
    EXPECT_EQ(menu.actions().size(), 2) << "the separator and the way to show all";
}

} // namespace
} // namespace rillscope::test
