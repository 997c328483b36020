// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/NumberField.h"

#include "ui/widgets/WheelNeedsFocus.h"

#include <QLineEdit>
#include <QStyleOptionSpinBox>

#include <cmath>

namespace rillscope {
namespace {

constexpr int keptDecimals = 9;    // of the value: up to a million, a double tells them apart
constexpr int typedDecimals = 6;   // more than these were computed, not typed
constexpr int roundedDigits = 3;   // significant digits of a computed number
constexpr int frameAndPadding = 6; // of the style sheet, both sides
constexpr int cursorRoom = 6;      // so that the number does not scroll while it is typed

/// Decimals that `value` needs to be written exactly, or nothing when that takes more than typedDecimals.
std::optional<int> neededDecimals(double value) {
    for (int decimals = 0; decimals <= typedDecimals; ++decimals) {
        const double scale = std::pow(10.0, decimals);
        if (std::abs(std::round(value * scale) / scale - value) < 0.5e-9)
            return decimals;
    }
    return std::nullopt;
}

int decimalsOfRounded(double value) {
    const int magnitude = value == 0.0 ? 0 : static_cast<int>(std::floor(std::log10(std::abs(value))));
    return std::clamp(roundedDigits - 1 - magnitude, 0, typedDecimals);
}

} // namespace

NumberField::NumberField(double minimum, double maximum, QWidget* parent) : QDoubleSpinBox(parent) {
    setProperty("role", QStringLiteral("number"));
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setKeyboardTracking(false);
    setGroupSeparatorShown(true);
    setDecimals(keptDecimals);
    setRange(minimum, maximum);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    WheelNeedsFocus::install(this);
    lineEdit()->setAcceptDrops(false);       // a file dropped here is for the window, not a number
    lineEdit()->setTextMargins(0, 0, -2, 0); // its own margin would come on top of the style sheet's
    // As wide as its text, so that it stays beside its unit while the number grows.
    connect(lineEdit(), &QLineEdit::textChanged, this, &NumberField::updateGeometry);
}

void NumberField::setShownDecimals(int decimals) {
    m_shownDecimals = decimals;
    setValue(value());
    lineEdit()->setText(textFromValue(value()));
}

QString NumberField::textFromValue(double number) const {
    const int decimals = neededDecimals(number).value_or(decimalsOfRounded(number));
    return locale().toString(number, 'f', std::max(decimals, m_shownDecimals));
}

double NumberField::valueFromText(const QString& shown) const {
    // Leaving the field untouched must not round the value to what was shown of it.
    return shown == textFromValue(value()) ? value() : QDoubleSpinBox::valueFromText(shown);
}

QSize NumberField::sizeHint() const {
    ensurePolished();
    const QFontMetrics metrics(font());
    const int width = std::max(metrics.horizontalAdvance(lineEdit()->text()),
                               metrics.horizontalAdvance(QStringLiteral("000")));
    return {width + frameAndPadding + cursorRoom, QDoubleSpinBox::sizeHint().height()};
}

} // namespace rillscope
