// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/ChartNavigation.h"
#include "ui/chart/LiveChartView.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QMouseEvent>
#include <QTest>

#include <cmath>

namespace rillscope::test {

inline constexpr Timestamp streamStart = fromNanoseconds(1'700'000'000'000'000'000);

/// Presses, moves in steps, and releases, as a hand does; coordinates of `widget`.
inline void dragMouse(QWidget* widget, QPointF from, QPointF to, Qt::MouseButton button = Qt::LeftButton,
                      Qt::KeyboardModifiers modifiers = Qt::NoModifier, bool releases = true) {
    const auto send = [&](QEvent::Type type, QPointF position, Qt::MouseButton changed,
                          Qt::MouseButtons held) {
        QMouseEvent event(type, position, widget->mapToGlobal(position), changed, held, modifiers);
        QApplication::sendEvent(widget, &event);
    };
    constexpr int steps = 8;
    send(QEvent::MouseButtonPress, from, button, button);
    for (int i = 1; i <= steps; ++i)
        send(QEvent::MouseMove, from + (to - from) * i / steps, Qt::NoButton, button);
    if (releases)
        send(QEvent::MouseButtonRelease, to, button, Qt::NoButton);
}

/// A chart with its navigation, of a history that the test fills.
class ChartFixture : public testing::Test {
protected:
    ChartFixture() {
        ChartPalette palette;
        palette.surface = Qt::white;
        palette.text = palette.dim = Qt::black;
        palette.line = palette.grid = Qt::lightGray;
        palette.accent = Qt::blue;
        palette.selection = Qt::yellow;
        palette.seriesPen = [](int channel) { return QPen(channel == 0 ? Qt::red : Qt::green, 1.0); };
        history->addChannel({QStringLiteral("sensor-1"), Unit::Celsius});
        view.resize(900, 500);
        view.setUnit(Unit::Celsius);
        view.setChartPalette(palette);
        view.setTimeZone(QTimeZone::utc());
        view.setHistory(history);
        view.show();
        QApplication::processEvents();
        view.refresh();
    }

    void append(Duration time, double value, ChannelIndex channel = 0) {
        history->append({channel, streamStart + time, value, {}});
    }

    /// One sample a second.
    void fill(int seconds) {
        for (int i = 0; i < seconds; ++i)
            append(std::chrono::seconds(i), 20.0 + 5.0 * std::sin(i / 7.0));
        view.refresh();
    }

    void pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&view, key, modifiers);
        view.refresh();
    }

    std::shared_ptr<SampleHistory> history = std::make_shared<SampleHistory>();
    LiveChartView view;
    ChartNavigation* navigation = new ChartNavigation(&view);
};

} // namespace rillscope::test
