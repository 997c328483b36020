// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;

namespace rillscope {

/// Which of the aggregates a window computes, a check box each. Thread: GUI.
class AggregateBoxes : public QWidget {
    Q_OBJECT

public:
    explicit AggregateBoxes(QWidget* parent = nullptr);

    /// As in a pipeline file, with commas between; in the order that was set, new ones behind.
    QString names() const;
    void setNames(const QString& names);

Q_SIGNALS:
    void edited();

private:
    QList<QCheckBox*> m_boxes; ///< in the order of aggregateWords
    QStringList m_order;
};

} // namespace rillscope
