// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/PipelineDefinition.h"

#include <QAbstractListModel>

namespace rillscope {

/// The steps of a pipeline in their order, one row each, with a check box for being switched on. A row that
/// is not touched by a change of the steps stays what it is, selection included. Thread: GUI.
class StepListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { SummaryRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    void setSteps(const QList<StepDefinition>& steps);
    const QList<StepDefinition>& steps() const { return m_steps; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Changes nothing itself, but asks for it: see switchRequested().
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void switchRequested(int row, bool isOn);

private:
    QList<StepDefinition> m_steps;
};

} // namespace rillscope
