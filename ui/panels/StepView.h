// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/PanelColors.h"

#include <QListView>

namespace rillscope {

class StepDelegate;
class StepListModel;

/// The list of steps, as high as all of its rows: what it lies in scrolls. Thread: GUI.
class StepView : public QListView {
    Q_OBJECT

public:
    explicit StepView(StepListModel& steps, QWidget* parent = nullptr);

    void setColors(const PanelColors& colors);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

Q_SIGNALS:
    void currentRowChanged(int row);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    StepDelegate* m_delegate;
};

} // namespace rillscope
