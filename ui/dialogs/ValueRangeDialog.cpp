// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ValueRangeDialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

#include <cmath>
#include <limits>

namespace rillscope {
namespace {

constexpr int shownDigits = 10;
constexpr int allDecimals = 323; ///< or small bounds would be rounded to zero

/// A number of any size, with an exponent where it needs one.
class BoundField final : public QDoubleSpinBox {
public:
    BoundField() {
        setDecimals(allDecimals);
        setRange(std::numeric_limits<double>::lowest(), std::numeric_limits<double>::max());
        setStepType(AdaptiveDecimalStepType);
    }

    QString textFromValue(double value) const override {
        QLocale withoutGroups = locale();
        withoutGroups.setNumberOptions(QLocale::OmitGroupSeparator);
        return withoutGroups.toString(value, 'g', shownDigits);
    }

    double valueFromText(const QString& text) const override {
        // Leaving the field untouched must not round the value to what was shown of it.
        return numberIn(text) == textFromValue(value()) ? value() : locale().toDouble(numberIn(text));
    }

    QValidator::State validate(QString& text, int&) const override {
        bool isNumber = false;
        const double number = locale().toDouble(numberIn(text), &isNumber);
        return isNumber && std::isfinite(number) ? QValidator::Acceptable : QValidator::Intermediate;
    }

private:
    QString numberIn(const QString& text) const {
        return (text.endsWith(suffix()) ? text.chopped(suffix().size()) : text).trimmed().replace(u'−', u'-');
    }
};

QDoubleSpinBox* makeBound(double value, Unit unit, const QString& objectName, const QString& name) {
    auto* box = new BoundField;
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setSuffix(u' ' + unitSymbol(unit));
    box->setValue(value);
    return box;
}

} // namespace

ValueRangeDialog::ValueRangeDialog(bool isAutomatic, double minimum, double maximum, Unit unit,
                                   QWidget* parent)
    : QDialog(parent)
    , m_automatic(new QRadioButton(tr("&Follow the visible data")))
    , m_fixed(new QRadioButton(tr("Fi&xed range")))
    , m_minimum(makeBound(minimum, unit, QStringLiteral("rangeMinimum"), tr("Lowest value")))
    , m_maximum(makeBound(maximum, unit, QStringLiteral("rangeMaximum"), tr("Highest value")))
    , m_hint(new QLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)) {
    setObjectName(QStringLiteral("valueRangeDialog"));
    setWindowTitle(tr("Value axis"));
    m_automatic->setObjectName(QStringLiteral("rangeAutomatic"));
    m_fixed->setObjectName(QStringLiteral("rangeFixed"));
    m_hint->setProperty("role", QStringLiteral("dim"));
    (isAutomatic ? m_automatic : m_fixed)->setChecked(true);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(18, 18, 18, 18);
    form->setSpacing(10);
    form->addRow(m_automatic);
    form->addRow(m_fixed);
    form->addRow(tr("&Lowest"), m_minimum);
    form->addRow(tr("&Highest"), m_maximum);
    form->addRow(m_hint);
    form->addRow(m_buttons);
    connect(m_fixed, &QRadioButton::toggled, this, &ValueRangeDialog::check);
    connect(m_minimum, &QDoubleSpinBox::valueChanged, this, &ValueRangeDialog::check);
    connect(m_maximum, &QDoubleSpinBox::valueChanged, this, &ValueRangeDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

bool ValueRangeDialog::isAutomatic() const {
    return m_automatic->isChecked();
}

double ValueRangeDialog::minimum() const {
    return m_minimum->value();
}

double ValueRangeDialog::maximum() const {
    return m_maximum->value();
}

void ValueRangeDialog::check() {
    const bool isRange = minimum() < maximum();
    m_minimum->setEnabled(!isAutomatic());
    m_maximum->setEnabled(!isAutomatic());
    m_hint->setText(isAutomatic() || isRange ? tr("Values outside a fixed range are cut off at its edges.")
                                             : tr("The highest value must be above the lowest."));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isAutomatic() || isRange);
}

} // namespace rillscope
