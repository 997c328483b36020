// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ErrorText.h"

#include "ui/panels/OutsideText.h"

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
