// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/MarkShapes.h"

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

using Style = MarkShape::Style;

constexpr std::array shapes{
    // ◆
    MarkShape{QualityFlag::OutOfOrder, &ChartPalette::warning, Style::Filled,
              [](MarkPen& pen) {
                  pen.polygon({{0.0, -1.0}, {1.0, 0.0}, {0.0, 1.0}, {-1.0, 0.0}});
              }},
    // ○: a diamond inside it can still be seen
    MarkShape{QualityFlag::Duplicate, &ChartPalette::dim, Style::Outline,
              [](MarkPen& pen) { pen.circle(1.0); }},
    // ▲
    MarkShape{QualityFlag::OutOfRange, &ChartPalette::alarm, Style::Filled,
              [](MarkPen& pen) {
                  pen.polygon({{0.0, -1.0}, {1.0, 0.75}, {-1.0, 0.75}});
              }},
    // ×, at the bottom edge, for there is no value
    MarkShape{QualityFlag::NotANumber, &ChartPalette::alarm, Style::Outline,
              [](MarkPen& pen) {
                  pen.line({-0.8, -0.8}, {0.8, 0.8});
                  pen.line({-0.8, 0.8}, {0.8, -0.8});
              }},
    // ◇, around the diamond of a sample that is out of order as well
    MarkShape{QualityFlag::Late, &ChartPalette::warning, Style::Outline,
              [](MarkPen& pen) {
                  pen.polygon({{0.0, -1.6}, {1.6, 0.0}, {0.0, 1.6}, {-1.6, 0.0}});
              }},
    // ▼
    MarkShape{QualityFlag::RateOfChange, &ChartPalette::warning, Style::Filled,
              [](MarkPen& pen) {
                  pen.polygon({{0.0, 1.0}, {1.0, -0.75}, {-1.0, -0.75}});
              }},
    // ■
    MarkShape{QualityFlag::Stuck, &ChartPalette::warning, Style::Filled,
              [](MarkPen& pen) {
                  pen.polygon({{-0.8, -0.8}, {0.8, -0.8}, {0.8, 0.8}, {-0.8, 0.8}});
              }},
    // |
    MarkShape{QualityFlag::Gap, &ChartPalette::dim, Style::Outline,
              [](MarkPen& pen) {
                  pen.line({0.0, -1.6}, {0.0, 1.6});
              }},
    // ▶
    MarkShape{QualityFlag::FarFuture, &ChartPalette::warning, Style::Filled,
              [](MarkPen& pen) {
                  pen.polygon({{-0.75, -1.0}, {1.0, 0.0}, {-0.75, 1.0}});
              }},
    // –, at the bottom edge as well
    MarkShape{QualityFlag::NoValue, &ChartPalette::dim, Style::Outline,
              [](MarkPen& pen) {
                  pen.line({-0.8, 0.0}, {0.8, 0.0});
              }},
    // ⧖, the hour glass
    MarkShape{QualityFlag::DoubtfulTime, &ChartPalette::dim, Style::Outline, [](MarkPen& pen) {
                  pen.polygon({{-0.8, -1.0}, {0.8, -1.0}, {-0.8, 1.0}, {0.8, 1.0}});
              }}};

constexpr MarkShape dot{QualityFlag{}, &ChartPalette::warning, Style::Filled,
                        [](MarkPen& pen) { pen.circle(0.7); }};

} // namespace

void MarkPen::circle(double radius) {
    m_path.addEllipse(m_center, m_radius * radius, m_radius * radius);
}

void MarkPen::polygon(std::initializer_list<QPointF> corners) {
    QPolygonF polygon;
    for (const QPointF corner : corners)
        polygon.append(placed(corner));
    m_path.addPolygon(polygon);
    m_path.closeSubpath();
}

void MarkPen::line(QPointF from, QPointF to) {
    m_path.moveTo(placed(from));
    m_path.lineTo(placed(to));
}

const MarkShape& shapeOf(QualityFlag mark) {
    const auto shape = std::ranges::find(shapes, mark, &MarkShape::mark);
    return shape == shapes.end() ? dot : *shape;
}

} // namespace rillscope
