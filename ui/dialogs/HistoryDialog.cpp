// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/HistoryDialog.h"

#include "ui/text/NumberFormat.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <cmath>

namespace rillscope {
namespace {

/// What a sample takes in memory, its part of the summaries included.
constexpr double bytesPerSample = 13.0;

} // namespace

HistoryDialog::HistoryDialog(const HistorySettings& settings, QWidget* parent)
    : QDialog(parent), m_memory(new QSpinBox), m_gapFactor(new QDoubleSpinBox), m_hint(new QLabel) {
    setObjectName(QStringLiteral("historyDialog"));
    setWindowTitle(tr("History"));
    m_memory->setObjectName(QStringLiteral("historyMemory"));
    m_memory->setRange(HistorySettings::minimumMemoryMiB, HistorySettings::maximumMemoryMiB);
    m_memory->setSingleStep(256);
    m_memory->setSuffix(tr(" MiB"));
    m_memory->setGroupSeparatorShown(true);
    m_memory->setAccessibleName(tr("Memory for samples, in MiB"));
    m_gapFactor->setObjectName(QStringLiteral("historyGapFactor"));
    m_gapFactor->setRange(HistorySettings::minimumGapFactor, HistorySettings::maximumGapFactor);
    m_gapFactor->setDecimals(1);
    m_gapFactor->setSuffix(tr(" × the usual interval"));
    m_gapFactor->setAccessibleName(tr("Silence that breaks the line, in usual intervals"));
    m_hint->setObjectName(QStringLiteral("historyHint"));
    m_hint->setProperty("role", QStringLiteral("dim"));
    m_hint->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel |
                                         QDialogButtonBox::RestoreDefaults);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(18, 18, 18, 18);
    form->setSpacing(10);
    form->addRow(tr("&Memory for samples"), m_memory);
    form->addRow(tr("&Gap: a silence over"), m_gapFactor);
    form->addRow(m_hint);
    form->addRow(buttons);
    connect(m_memory, &QSpinBox::valueChanged, this, &HistoryDialog::updateHint);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { showSettings({}); });
    showSettings(settings);
    updateHint();
}

void HistoryDialog::showSettings(const HistorySettings& settings) {
    m_memory->setValue(settings.memoryMiB);
    m_gapFactor->setValue(settings.gapFactor);
}

HistorySettings HistoryDialog::settings() const {
    return {m_memory->value(), m_gapFactor->value()};
}

void HistoryDialog::updateHint() {
    const double samples = static_cast<double>(settings().memoryBytes()) / bytesPerSample;
    const double millions = std::max(1.0, std::floor(samples / 1e6));
    m_hint->setText(tr("Room for about %1 million samples. Beyond that nothing stops: the oldest samples are "
                       "shown as min/max only and can no longer be read or saved one by one.\nA change of "
                       "the gap applies to new samples.")
                        .arg(NumberFormat().count(static_cast<qint64>(millions))));
}

} // namespace rillscope
