// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>

namespace rillscope {

/// A kind of file that something can be saved as.
struct SaveFormat {
    QString suffix; ///< without the dot
    QString name;   ///< "CSV file"

    static SaveFormat csv();
};

/// Asks for the file that something is saved to; the one dialog for all that leaves the window as a file. A
/// name without an ending gets that of the format first, and only then it is asked whether a file may be
/// replaced: the question of a desktop's own dialog knows the typed name only. Returns at once when opened.
/// Thread: GUI. Deletes itself when it closes.
class SaveDialog : public QFileDialog {
    Q_OBJECT

public:
    /// `suggestedPath` has its ending; the first format is chosen. Precondition: there is a format.
    SaveDialog(const QString& title, const QString& suggestedPath, const QList<SaveFormat>& formats,
               QWidget* parent);

Q_SIGNALS:
    /// A file to write, with its ending. If there was one, the user has agreed to lose it.
    void pathChosen(const QString& path);

protected:
    void accept() override;

private:
    QString withEnding(const QString& path) const;
    QString typedPath() const;
    bool hasKnownEnding(const QString& path) const;
    void followFilter();
    void ask(const QString& path);
    void take(const QString& path);
    bool hasWidgets() const;

    const QList<SaveFormat> m_formats;
    QString m_path; ///< that was chosen; empty: none yet
};

} // namespace rillscope
