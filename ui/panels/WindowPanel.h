// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/WindowRowsModel.h"
#include "ui/widgets/ListPage.h"
#include "ui/widgets/PanelColors.h"

#include <QAction>

class QComboBox;

namespace rillscope {

class ResultTable;

/// The results of window steps: one series, chosen by step and channel, newest row first. Thread: GUI.
class WindowPanel : public ListPage {
    Q_OBJECT

public:
    explicit WindowPanel(QWidget* parent = nullptr);

    /// Does nothing while the panel is hidden, until it is shown.
    void setResults(const WindowResults& results);
    /// Whether there is a step that could give any: what an empty list says.
    void setHasSteps(bool hasSteps);
    void setTimeZone(const QTimeZone& zone);
    void setColors(const PanelColors& colors);

    WindowRowsModel* model() const { return m_model; }
    QAction* saveAction() const { return m_save; }

Q_SIGNALS:
    /// Show this time on the chart.
    void timeChosen(rillscope::Timestamp first, rillscope::Timestamp last);
    void saveRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildTools();
    void takeResults();
    void addNewSeries();
    void chooseSeries();
    void showSelected();
    void updateState();

    WindowResults m_results;
    WindowRowsModel* m_model;
    ResultTable* m_table;
    QComboBox* m_series;
    QAction* m_show;
    QAction* m_save;
    QString m_zoneName;
};

} // namespace rillscope
