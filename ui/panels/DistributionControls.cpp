// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DistributionControls.h"

#include "core/model/Unit.h"
#include "ui/panels/DistributionFields.h"
#include "ui/widgets/LabeledSlider.h"
#include "ui/widgets/WheelNeedsFocus.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace rillscope {
namespace {

/// The bound that was moved takes the other one along: the simulator needs the one below the other.
void keepInOrder(UniformParameters& uniform, bool minimumWasMoved) {
    constexpr double gap = 0.5;
    if (uniform.minimum < uniform.maximum)
        return;
    if (minimumWasMoved) {
        uniform.maximum = std::min(uniform.minimum + gap, hottestCelsius);
        uniform.minimum = std::min(uniform.minimum, uniform.maximum - gap);
    } else {
        uniform.minimum = std::max(uniform.maximum - gap, absoluteZeroCelsius);
        uniform.maximum = std::max(uniform.maximum, uniform.minimum + gap);
    }
}

} // namespace

DistributionControls::DistributionControls(QWidget* parent)
    : QWidget(parent), m_chooser(new QComboBox(this)) {
    setObjectName(QStringLiteral("distributionControls"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    addChooser();
    m_pages.reserve(distributionKindCount);
    for (int kind = 0; kind < distributionKindCount; ++kind)
        addPage(static_cast<DistributionKind>(kind));
    showPage(0);

    connect(m_chooser, &QComboBox::currentIndexChanged, this, [this](int index) {
        showPage(index);
        Q_EMIT parametersChanged(parameters());
    });
}

void DistributionControls::addChooser() {
    m_chooser->setObjectName(QStringLiteral("distribution"));
    m_chooser->setAccessibleName(tr("Distribution"));
    m_chooser->setToolTip(tr("How the simulated temperatures are distributed"));
    for (int kind = 0; kind < distributionKindCount; ++kind)
        m_chooser->addItem(distributionTitle(static_cast<DistributionKind>(kind)));
    WheelNeedsFocus::install(m_chooser);
    layout()->addWidget(m_chooser);
}

void DistributionControls::addPage(DistributionKind kind) {
    auto* widget = new QWidget(this);
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_pages.push_back({defaultParameters(kind), widget, {}});
    Page& page = m_pages.back();
    for (const auto& specification : sliderSpecifications(kind)) {
        auto* slider = new LabeledSlider(specification, widget);
        const qsizetype field = page.sliders.size();
        connect(slider, &LabeledSlider::valueChanged, this,
                [this, &page, field](double value) { takeValue(page, field, value); });
        page.sliders.append(slider);
        column->addWidget(slider);
    }
    showValues(page);
    layout()->addWidget(widget);
}

const DistributionParameters& DistributionControls::parameters() const {
    return m_pages[static_cast<std::size_t>(m_chooser->currentIndex())].parameters;
}

void DistributionControls::setParameters(const DistributionParameters& parameters) {
    Page& page = m_pages[parameters.index()];
    page.parameters = parameters;
    showValues(page);
    const QSignalBlocker blocker(m_chooser);
    m_chooser->setCurrentIndex(static_cast<int>(parameters.index()));
    showPage(m_chooser->currentIndex());
}

void DistributionControls::reset() {
    for (int kind = distributionKindCount - 1; kind >= 0; --kind) // Normal comes last, and is shown
        setParameters(defaultParameters(static_cast<DistributionKind>(kind)));
}

void DistributionControls::showPage(int index) {
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        m_pages[i].widget->setVisible(i == static_cast<std::size_t>(index));
}

void DistributionControls::showValues(Page& page) {
    const std::vector<double> values = fieldValues(page.parameters);
    for (qsizetype i = 0; i < page.sliders.size(); ++i)
        page.sliders.at(i)->setValue(values[static_cast<std::size_t>(i)]);
}

void DistributionControls::takeValue(Page& page, qsizetype field, double value) {
    setFieldValue(page.parameters, static_cast<std::size_t>(field), value);
    if (auto* uniform = std::get_if<UniformParameters>(&page.parameters)) {
        keepInOrder(*uniform, field == 0);
        showValues(page);
    }
    Q_EMIT parametersChanged(page.parameters);
}

} // namespace rillscope
