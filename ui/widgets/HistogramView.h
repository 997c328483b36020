// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/Histogram.h"
#include "ui/text/NumberFormat.h"
#include "ui/widgets/PanelColors.h"

#include <QWidget>

#include <optional>

namespace rillscope {

/// What a HistogramView shows.
struct HistogramPicture {
    Histogram histogram = {};
    std::vector<double> expected = {}; ///< how many values to expect in each bin; empty: nobody knows
    double factor = 1.0;               ///< from the edges to the numbers that are shown
    QString unit = {};                 ///< of those

    friend bool operator==(const HistogramPicture&, const HistogramPicture&) = default;
};

/// Bars over an axis, the expected counts as a curve over them. Pointing at a bar tells its range and its
/// count. Repainted only when the picture has changed. Thread: GUI.
class HistogramView : public QWidget {
    Q_OBJECT

public:
    explicit HistogramView(QWidget* parent = nullptr);

    /// Returns whether it differs from the picture that was shown.
    bool setPicture(const HistogramPicture& picture);
    const HistogramPicture& picture() const { return m_picture; }
    void setColors(const PanelColors& colors);

    /// "68 to 69 °F: 1,234 of 51,200 (2.4 %), 1,220 expected"
    QString binText(std::size_t bin) const;
    /// The bin at a place of the widget; nothing beside them.
    std::optional<std::size_t> binAt(int x) const;
    /// The left edge of a bin; that of the bin behind the last is the right edge of all.
    double edgeX(std::size_t edge) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Tick {
        double value;
        QString text;
    };

    int barsHeight() const;
    int labelHeight() const;
    double position(double value) const;
    double largestCount() const;
    void paintBars(QPainter& painter) const;
    void paintCurve(QPainter& painter) const;
    void paintAxis(QPainter& painter) const;
    QList<Tick> ticks() const;
    QList<Tick> decadeTicks() const;
    QString edgeText(double edge) const;
    void describe();

    NumberFormat m_format;
    HistogramPicture m_picture;
    PanelColors m_colors;
    std::optional<std::size_t> m_pointed;
};

} // namespace rillscope
