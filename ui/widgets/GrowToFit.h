// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QLayout>

namespace rillscope {

/// Makes a dialog as high as its content needs, once what was added is shown; never lower, for nothing shall
/// jump about while somebody types. Qt does so by itself only where no text wraps.
inline void growToFit(QDialog* dialog) {
    QMetaObject::invokeMethod(
        dialog,
        [dialog] {
            dialog->layout()->activate();
            const int needed = dialog->layout()->totalHeightForWidth(dialog->width());
            if (needed > dialog->height())
                dialog->resize(dialog->width(), needed);
        },
        Qt::QueuedConnection);
}

} // namespace rillscope
