// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/BigFigure.h"

#include "ui/widgets/FigureLabel.h"

#include <QEvent>

namespace rillscope {
namespace {

constexpr int unitGap = 5;
constexpr int spaceAbove = 4; ///< over the digits
constexpr int spaceBelow = 6; ///< under the baseline: commas reach down to there

} // namespace

BigFigure::BigFigure(QWidget* parent)
    : QWidget(parent), m_value(new FigureLabel(this)), m_unit(new FigureLabel(this)) {
    m_value->setObjectName(QStringLiteral("currentValue"));
    m_value->setProperty("role", QStringLiteral("bigValue"));
    m_unit->setObjectName(QStringLiteral("currentUnit"));
    m_unit->setProperty("role", QStringLiteral("bigUnit"));
    m_value->installEventFilter(this);
    m_unit->installEventFilter(this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BigFigure::setFigure(const QString& value, const QString& unit) {
    m_value->setFigure(value);
    m_unit->setFigure(unit);
}

void BigFigure::arrange() {
    m_value->setRoom(width() - unitGap - m_unit->width());
    // A smaller value stands on the same baseline.
    const int baseline = spaceAbove + m_value->fontMetrics().capHeight();
    m_value->move(0, baseline - m_value->shownMetrics().ascent());
    m_unit->move(m_value->width() + unitGap, baseline - m_unit->shownMetrics().ascent());
}

QSize BigFigure::sizeHint() const {
    return {m_value->width() + unitGap + m_unit->width(),
            spaceAbove + m_value->fontMetrics().capHeight() + spaceBelow};
}

QSize BigFigure::minimumSizeHint() const {
    return {0, sizeHint().height()};
}

bool BigFigure::eventFilter(QObject* watched, QEvent* event) {
    // The labels take the size of their text: a new text, or the font of another theme.
    if (event->type() == QEvent::Resize) {
        arrange();
        updateGeometry();
    }
    return QWidget::eventFilter(watched, event);
}

void BigFigure::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace rillscope
