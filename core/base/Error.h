// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"

#include <QMetaType>
#include <QString>

namespace rillscope {

enum class ErrorCode {
    InvalidUri,      ///< a source URI that cannot be read; detail names the part
    FileNotFound,    ///< no such file or folder
    FileUnreadable,  ///< it is there, but opening or reading failed (permissions, a folder, a device)
    EmptyInput,      ///< a file or stream without a single sample
    UnreadableInput, ///< it was read, but holds nothing that can be understood as samples
    WriteFailed,     ///< a file could not be written; nothing was left half done
    Cancelled,       ///< the user stopped the job
    LimitReached,    ///< a bound set on purpose was reached
    FileInUse,       ///< another program is writing it
    DamagedFile,     ///< it is, or was, a capture, but its contents are not what they should be
    StorageFull,     ///< no space left, or a quota reached
    Busy             ///< something else must end first
};

/// Why something failed. `subject` is what it happened to (a path, a URI, a parameter), `detail` one sentence
/// without a full stop. The window words both with ui/text/ErrorText; the command line prints message().
struct Error {
    ErrorCode code;
    QString subject;
    Message detail;

    /// "subject: detail".
    Message cause() const {
        return subject.isEmpty() ? detail : Message(QT_TRANSLATE_NOOP("Message", "%1: %2"), subject, detail);
    }

    /// cause() in English, for logs and the command line.
    QString message() const { return cause().english(); }

    friend bool operator==(const Error&, const Error&) = default;
};

} // namespace rillscope

Q_DECLARE_METATYPE(rillscope::Error)
