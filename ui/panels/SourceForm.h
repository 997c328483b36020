// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SourceType.h"

#include <QWidget>

class QPushButton;

namespace rillscope {

class KeyForm;

/// Asks for what the URI of a source holds, whatever kind it is: made from the keys of its type, and checked
/// by the parser of its type while it is typed. Thread: GUI.
class SourceForm : public QWidget {
    Q_OBJECT

public:
    /// The type must outlive the form.
    explicit SourceForm(const SourceType& type, QWidget* parent = nullptr);

    /// As it is typed.
    SourceUri source() const;
    /// Emits nothing.
    void setSource(const SourceUri& uri);
    /// Whether source() can be started.
    bool isComplete() const { return m_isComplete; }
    /// Where the file dialog opens while no file is named.
    void setOpenFolder(const QString& folder);

Q_SIGNALS:
    void startRequested(const rillscope::SourceUri& uri);

private:
    void check();

    const SourceType& m_type;
    KeyForm* m_form;
    QPushButton* m_start;
    bool m_isComplete = false;
};

} // namespace rillscope
