// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/PanelColors.h"

#include <QTableView>

namespace rillscope {

class EventDelegate;
class EventListModel;

/// The table of events: no frame, no headers, whole rows. What a reader has scrolled to stays where it is
/// while new events come in above. Rows of alarms are as high as their text, which says what to do. Thread:
/// GUI.
class EventView : public QTableView {
    Q_OBJECT

public:
    explicit EventView(EventListModel& events, QWidget* parent = nullptr);

    void setColors(const PanelColors& colors);
    /// The lines of the selected rows, from top to bottom; empty without a selection.
    QString selectedText() const;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void rememberTop();
    void takeIn(int first, int last);
    void fitColumns();
    void fitAlarms(int first, int last);

    EventListModel& m_events;
    EventDelegate* m_delegate;
    QPersistentModelIndex m_top; ///< the uppermost row in view, when that is not the newest
};

} // namespace rillscope
