// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/StreamEvent.h"
#include "ui/text/NumberFormat.h"
#include "ui/widgets/ListPage.h"
#include "ui/widgets/PanelColors.h"

#include <QAction>

namespace rillscope {

class EventListModel;
class EventView;

/// What happened to the stream, newest first; selected lines can be copied, all can be cleared.
/// Thread: GUI. Bounded by EventListModel; how many were discarded is said at the top.
class EventPanel : public ListPage {
    Q_OBJECT

public:
    explicit EventPanel(QWidget* parent = nullptr);

    /// In the order they happened.
    void append(const QList<StreamEvent>& events);
    void clear();

    void setColors(const PanelColors& colors);
    /// The times are UTC by default, as on the chart's axis.
    void setTimeZone(const QTimeZone& zone);

    QAction* copyAction() const { return m_copy; }
    QAction* clearAction() const { return m_clear; }
    EventListModel* model() const { return m_events; }

private:
    void buildActions();
    void buildTools();
    void showState();
    void copySelected() const;

    NumberFormat m_format;
    QString m_zoneName;
    EventListModel* m_events;
    EventView* m_view;
    QAction* m_copy;
    QAction* m_clear;
};

} // namespace rillscope
