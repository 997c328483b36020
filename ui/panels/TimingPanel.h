// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "ui/text/NumberFormat.h"
#include "ui/widgets/Card.h"

#include <optional>

namespace rillscope {

class FigureLabel;
class FigureTable;

/// What TimingPanel shows; what is not known has no row.
struct TimingFigures {
    double samplesPerSecond = 0.0;
    std::optional<Timestamp> watermark = {};
    std::optional<Timestamp> newestEventTime = {};
    std::optional<Duration> latencyMedian = {}; ///< from the arrival of samples to the end of their paint
    std::optional<Duration> latencyNinetyNinth = {};
};

/// How fast samples come, how far the watermark trails behind the newest of them, and how old they are when
/// they are seen. Thread: GUI.
class TimingPanel : public Card {
    Q_OBJECT

public:
    explicit TimingPanel(QWidget* parent = nullptr);

    void setFigures(const TimingFigures& figures);
    void setTimeZone(const QTimeZone& zone) { m_zone = zone; }

private:
    NumberFormat m_format;
    QTimeZone m_zone = QTimeZone::utc();
    FigureTable* m_table;
    FigureLabel* m_rate;
    FigureLabel* m_watermark;
    FigureLabel* m_trailing;
    FigureLabel* m_latency;
};

} // namespace rillscope
