// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorText.h"

#include "ui/text/OutsideText.h"

#include <QCoreApplication>

namespace rillscope {
namespace {

class ErrorSentences {
    Q_DECLARE_TR_FUNCTIONS(ErrorSentences)

public:
    static QString headline(ErrorCode code, const QString& subject) {
        switch (code) {
        case ErrorCode::InvalidUri:
            return tr("The source cannot be opened: “%1” is not right").arg(subject);
        case ErrorCode::FileNotFound:
            return tr("“%1” was not found").arg(subject);
        case ErrorCode::FileUnreadable:
            return tr("“%1” cannot be read").arg(subject);
        case ErrorCode::EmptyInput:
            return tr("“%1” holds no sample").arg(subject);
        case ErrorCode::UnreadableInput:
            return tr("“%1” holds nothing that can be read as samples").arg(subject);
        case ErrorCode::WriteFailed:
            return tr("“%1” could not be written").arg(subject);
        case ErrorCode::Cancelled:
            return tr("The job was cancelled");
        case ErrorCode::FileInUse:
            return tr("“%1” is in use by another program").arg(subject);
        case ErrorCode::DamagedFile:
            return tr("“%1” is damaged").arg(subject);
        case ErrorCode::StorageFull:
            return tr("There is no space left for “%1”").arg(subject);
        case ErrorCode::Busy:
            return tr("“%1” has to wait").arg(subject);
        case ErrorCode::LimitReached:
            break;
        }
        return tr("A limit was reached");
    }

    static QString headlineWithoutSubject(ErrorCode code) {
        switch (code) {
        case ErrorCode::InvalidUri:
            return tr("The source cannot be opened");
        case ErrorCode::FileNotFound:
            return tr("The file was not found");
        case ErrorCode::FileUnreadable:
            return tr("The file cannot be read");
        case ErrorCode::EmptyInput:
            return tr("The input holds no sample");
        case ErrorCode::UnreadableInput:
            return tr("The input holds nothing that can be read as samples");
        case ErrorCode::WriteFailed:
            return tr("The file could not be written");
        case ErrorCode::FileInUse:
            return tr("The file is in use by another program");
        case ErrorCode::DamagedFile:
            return tr("The file is damaged");
        case ErrorCode::StorageFull:
            return tr("There is no space left");
        case ErrorCode::Busy:
            return tr("This has to wait");
        default:
            return headline(code, {});
        }
    }

    static QString advice(ErrorCode code) {
        switch (code) {
        case ErrorCode::InvalidUri:
            return tr(
                "Nothing was started, and what is on screen is kept. Correct the source and start again.");
        case ErrorCode::FileNotFound:
            return tr("What was recorded before is kept and can be saved. Check the name and whether the "
                      "disk is there, "
                      "or choose another file.");
        case ErrorCode::FileUnreadable:
            return tr("What was read until then is kept. Check that it is a file and that you may read it.");
        case ErrorCode::EmptyInput:
            return tr(
                "What was recorded before is kept and can be saved. Check that whoever writes it has begun, "
                "or choose another source.");
        case ErrorCode::UnreadableInput:
            return tr("What was recorded before is kept and can be saved. Rillscope reads CSV with a "
                      "timestamp and a value, "
                      "JSON lines, and bare numbers.");
        case ErrorCode::WriteFailed:
            return tr(
                "No samples are lost, and a file that was there before is as it was. Check the free space "
                "and your permission, or save elsewhere.");
        case ErrorCode::Cancelled:
            return tr("No samples are lost, and nothing half done was left behind.");
        case ErrorCode::FileInUse:
            return tr("Wait until that program has closed it, or choose another file.");
        case ErrorCode::DamagedFile:
            return tr("Nothing of it was changed. What can still be read can be saved into a new capture.");
        case ErrorCode::StorageFull:
            return tr("The live view and the alarms go on. Make space, or choose another folder.");
        case ErrorCode::Busy:
            return tr("What runs goes on. Try again in a moment.");
        case ErrorCode::LimitReached:
            break;
        }
        return tr("All samples until then are kept. Save them, then start again.");
    }

    static QString closed(const QString& headline, const QString& cause) {
        return cause.isEmpty() ? tr("%1.").arg(headline) : tr("%1: %2.").arg(headline, cause);
    }
};

} // namespace

ErrorText errorText(const Error& error) {
    const QString subject = oneLine(error.subject, 200);
    const QString headline = subject.isEmpty() ? ErrorSentences::headlineWithoutSubject(error.code)
                                               : ErrorSentences::headline(error.code, subject);
    return {ErrorSentences::closed(headline, oneLine(error.detail)), ErrorSentences::advice(error.code)};
}

} // namespace rillscope
