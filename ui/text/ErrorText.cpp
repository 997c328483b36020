// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorText.h"

#include "ui/text/MessageText.h"
#include "ui/text/OutsideText.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

/// All that the window says of an error besides its cause.
struct ErrorTextRow {
    ErrorCode code;
    const char* headline; ///< %1: the subject, if it matters
    const char* headlineWithoutSubject;
    const char* advice; ///< what was kept, and what to do
};

constexpr std::array rows{
    ErrorTextRow{ErrorCode::InvalidUri,
                 QT_TRANSLATE_NOOP("ErrorText", "The source cannot be opened: “%1” is not valid"),
                 QT_TRANSLATE_NOOP("ErrorText", "The source cannot be opened"),
                 QT_TRANSLATE_NOOP("ErrorText", "Nothing was started, and what is on screen is kept. Correct "
                                                "the source and start again.")},
    ErrorTextRow{ErrorCode::FileNotFound, QT_TRANSLATE_NOOP("ErrorText", "“%1” was not found"),
                 QT_TRANSLATE_NOOP("ErrorText", "The file was not found"),
                 QT_TRANSLATE_NOOP("ErrorText",
                                   "What was recorded before is kept and can be saved. Check the name and "
                                   "whether the disk is there, or choose another file.")},
    ErrorTextRow{ErrorCode::FileUnreadable, QT_TRANSLATE_NOOP("ErrorText", "“%1” cannot be read"),
                 QT_TRANSLATE_NOOP("ErrorText", "The file cannot be read"),
                 QT_TRANSLATE_NOOP("ErrorText", "What was read until then is kept. Check that it is a file "
                                                "and that you may read it.")},
    ErrorTextRow{ErrorCode::EmptyInput, QT_TRANSLATE_NOOP("ErrorText", "“%1” holds no sample"),
                 QT_TRANSLATE_NOOP("ErrorText", "The input holds no sample"),
                 QT_TRANSLATE_NOOP("ErrorText",
                                   "What was recorded before is kept and can be saved. Check that the "
                                   "program that writes it has started, or choose another source.")},
    ErrorTextRow{ErrorCode::UnreadableInput,
                 QT_TRANSLATE_NOOP("ErrorText", "“%1” holds nothing that can be read as samples"),
                 QT_TRANSLATE_NOOP("ErrorText", "The input holds nothing that can be read as samples"),
                 QT_TRANSLATE_NOOP("ErrorText",
                                   "What was recorded before is kept and can be saved. Rillscope reads CSV "
                                   "with a timestamp and a value, JSON lines, and bare numbers.")},
    ErrorTextRow{ErrorCode::WriteFailed, QT_TRANSLATE_NOOP("ErrorText", "Could not save “%1”"),
                 QT_TRANSLATE_NOOP("ErrorText", "Could not save the file"),
                 QT_TRANSLATE_NOOP("ErrorText",
                                   "No samples are lost, and an existing file is unchanged. Check the "
                                   "free space and your permission, or save elsewhere.")},
    ErrorTextRow{
        ErrorCode::Cancelled, QT_TRANSLATE_NOOP("ErrorText", "The job was cancelled"),
        QT_TRANSLATE_NOOP("ErrorText", "The job was cancelled"),
        QT_TRANSLATE_NOOP("ErrorText", "No samples are lost, and no incomplete file was left behind.")},
    ErrorTextRow{
        ErrorCode::LimitReached, QT_TRANSLATE_NOOP("ErrorText", "A limit was reached"),
        QT_TRANSLATE_NOOP("ErrorText", "A limit was reached"),
        QT_TRANSLATE_NOOP("ErrorText", "All samples until then are kept. Save them, then start again.")},
    ErrorTextRow{
        ErrorCode::FileInUse, QT_TRANSLATE_NOOP("ErrorText", "“%1” is in use by another program"),
        QT_TRANSLATE_NOOP("ErrorText", "The file is in use by another program"),
        QT_TRANSLATE_NOOP("ErrorText", "Wait until that program has closed it, or choose another file.")},
    ErrorTextRow{ErrorCode::DamagedFile, QT_TRANSLATE_NOOP("ErrorText", "“%1” is damaged"),
                 QT_TRANSLATE_NOOP("ErrorText", "The file is damaged"),
                 QT_TRANSLATE_NOOP(
                     "ErrorText",
                     "Nothing in it was changed. What can still be read can be saved to a new recording.")},
    ErrorTextRow{
        ErrorCode::StorageFull, QT_TRANSLATE_NOOP("ErrorText", "There is no space left for “%1”"),
        QT_TRANSLATE_NOOP("ErrorText", "There is no space left"),
        QT_TRANSLATE_NOOP("ErrorText",
                          "The live view and alarms continue. Make space, or choose another folder.")},
    ErrorTextRow{ErrorCode::Busy, QT_TRANSLATE_NOOP("ErrorText", "“%1” has to wait"),
                 QT_TRANSLATE_NOOP("ErrorText", "This has to wait"),
                 QT_TRANSLATE_NOOP("ErrorText", "The current source keeps running. Try again in a moment.")}};

const ErrorTextRow& rowOf(ErrorCode code) {
    const auto row = std::ranges::find(rows, code, &ErrorTextRow::code);
    Q_ASSERT(row != rows.end());
    return *row;
}

} // namespace

ErrorText errorText(const Error& error) {
    const ErrorTextRow& row = rowOf(error.code);
    const QString subject = oneLine(error.subject, 200);
    QString headline = Words::tr(subject.isEmpty() ? row.headlineWithoutSubject : row.headline);
    if (headline.contains(QStringLiteral("%1")))
        headline = headline.arg(subject);
    const QString cause = oneLine(messageText(error.detail));
    return {cause.isEmpty() ? Words::tr("%1.").arg(headline) : Words::tr("%1: %2.").arg(headline, cause),
            Words::tr(row.advice)};
}

QString causeText(const Error& error) {
    const QString cause = messageText(error.detail);
    return oneLine(error.subject.isEmpty() ? cause : Words::tr("%1: %2").arg(error.subject, cause));
}

QString causeText(const DefinitionMistake& mistake) {
    return oneLine(Words::tr("%1: %2").arg(mistake.place(), messageText(mistake.detail)));
}

} // namespace rillscope
