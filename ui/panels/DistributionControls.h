// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/simulator/SimulationSettings.h"

#include <QList>
#include <QWidget>

#include <vector>

class QComboBox;

namespace rillscope {

class LabeledSlider;

/// Chooses a distribution and sets its parameters. Only the chosen one's sliders are seen; each distribution
/// keeps its own values while another is chosen.
class DistributionControls : public QWidget {
    Q_OBJECT

public:
    explicit DistributionControls(QWidget* parent = nullptr);

    const DistributionParameters& parameters() const;
    /// Shows this distribution. Emits nothing; the others keep their values.
    void setParameters(const DistributionParameters& parameters);
    /// All distributions get their default values, and Normal is shown. Emits nothing.
    void reset();

Q_SIGNALS:
    void parametersChanged(const rillscope::DistributionParameters& parameters);

private:
    struct Page {
        DistributionParameters parameters;
        QWidget* widget;
        QList<LabeledSlider*> sliders;
    };

    void addChooser();
    void addPage(DistributionKind kind);
    void showPage(int index);
    void showValues(Page& page);
    void takeValue(Page& page, qsizetype field, double value);

    QComboBox* m_chooser;
    std::vector<Page> m_pages; ///< in the order of DistributionKind; never resized after the constructor
};

} // namespace rillscope
