// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/StepListModel.h"

#include "ui/text/OutsideText.h"
#include "ui/text/StepText.h"

#include <algorithm>

namespace rillscope {

void StepListModel::setSteps(const QList<StepDefinition>& steps) {
    const qsizetype shorter = std::min(m_steps.size(), steps.size());
    qsizetype first = 0;
    while (first < shorter && m_steps.at(first) == steps.at(first))
        ++first;
    qsizetype behind = 0;
    while (behind < shorter - first &&
           m_steps.at(m_steps.size() - 1 - behind) == steps.at(steps.size() - 1 - behind))
        ++behind;
    // Between what is the same at both ends, rows are changed in place as far as there are any.
    const qsizetype changedEnd = shorter - behind;
    const auto rowOf = [](qsizetype index) { return static_cast<int>(index); };
    if (m_steps.size() > steps.size()) {
        beginRemoveRows({}, rowOf(changedEnd), rowOf(m_steps.size() - behind - 1));
        m_steps = steps;
        endRemoveRows();
    } else if (m_steps.size() < steps.size()) {
        beginInsertRows({}, rowOf(changedEnd), rowOf(steps.size() - behind - 1));
        m_steps = steps;
        endInsertRows();
    } else {
        m_steps = steps;
    }
    if (first < changedEnd)
        Q_EMIT dataChanged(index(rowOf(first)), index(rowOf(changedEnd - 1)));
}

int StepListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_steps.size());
}

QVariant StepListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StepDefinition& step = m_steps.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return step.name;
    case SummaryRole:
        return oneLine(stepSummary(step));
    case Qt::CheckStateRole:
        return step.enabled ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(step.name, stepSummary(step));
    case Qt::ToolTipRole:
        return plainToolTip(QStringLiteral("%1\n%2\n%3")
                                .arg(step.name, stepSummary(step),
                                     step.enabled ? kindExplanation(kindOf(step.settings))
                                                  : tr("Disabled: it does nothing")));
    default:
        return {};
    }
}

Qt::ItemFlags StepListModel::flags(const QModelIndex& index) const {
    return QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable;
}

bool StepListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Q_EMIT switchRequested(index.row(), value.toInt() == Qt::Checked);
    return true;
}

} // namespace rillscope
