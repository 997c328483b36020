// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/PanelColors.h"

#include <QTableView>

namespace rillscope {

class ResultDelegate;

/// A table of results under faint headers: whole rows, no grid; what a reader has scrolled to stays where it
/// is while new rows come in above. Thread: GUI.
class ResultTable : public QTableView {
    Q_OBJECT

public:
    enum Role {
        SeverityRole = Qt::UserRole, ///< Severity as int: the colour of a text; none: as usual
        EmphasisRole                 ///< Emphasis as int
    };
    enum Emphasis { Plain, Strong, Faint };

    ResultTable(QAbstractItemModel& model, QWidget* parent);

    /// Columns are as wide as these texts; those with an empty one share what is left.
    void setColumnSamples(const QStringList& samples);
    void setColors(const PanelColors& colors);
    /// In ascending order.
    QList<int> selectedRows() const;

protected:
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void fitColumns();

    ResultDelegate* m_delegate;
    QStringList m_samples;
    QPersistentModelIndex m_top; ///< the uppermost row in view, when that is not the newest
};

} // namespace rillscope
