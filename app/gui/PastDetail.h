// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/read/PastReader.h"
#include "ui/chart/LiveChartView.h"

#include <QTimer>

namespace rillscope {

/// Reads detail back from captures where the chart looks at a past that memory has lost, a few times a second
/// at most. What it finds is drawn with the next frame. Thread: GUI, which never waits for it.
class PastDetail : public QObject {
    Q_OBJECT

public:
    explicit PastDetail(const LiveChartView& chart);

    /// `restore` is called on this thread.
    void setSource(PastSource source);
    bool isReading() const { return m_reader && m_reader->isReading(); }

Q_SIGNALS:
    /// See PastReader.
    void failed(const rillscope::Error& error);

private:
    void askSoon();
    void ask();
    PastWish wish() const;

    const LiveChartView& m_chart;
    PastSource m_source;
    std::unique_ptr<PastReader> m_reader;
    PastWish m_asked;
    std::int64_t m_evictedWhenAsked = -1;
    QTimer m_timer;
};

} // namespace rillscope
