// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Session.h"
#include "core/process/definition/DefinitionMistake.h"
#include "core/process/definition/DefinitionUpdate.h"

#include <QUndoStack>

namespace rillscope {

/// The pipeline that is being edited: the file it came from, that file's text, and what was done since, to be
/// undone. The session runs each state of it at once, and only ever one without a mistake. Thread: GUI.
class PipelineFile : public QObject {
    Q_OBJECT

public:
    explicit PipelineFile(Session& session);

    const PipelineDefinition& definition() const { return m_session.definition(); }
    /// Empty: it was never saved.
    const QString& path() const { return m_path; }
    /// One that comes with the program: it has a name, but cannot be written.
    bool isExample() const { return m_path.startsWith(u':'); }
    /// "machine.toml".
    QString name() const;
    bool isModified() const { return !m_undo.isClean(); }
    QUndoStack& undoStack() { return m_undo; }

    /// Takes a changed definition, as a step that can be undone. Returns what is wrong with it; nothing
    /// changes then.
    DefinitionMistakes edit(const PipelineDefinition& definition, const QString& what);
    /// Instead of what was there. Returns what is wrong with the file; nothing changes then.
    DefinitionMistakes open(const QString& path);
    /// Nothing is done to samples, in no file.
    void clear();

    /// What save() would write, and the comments that would go.
    UpdatedDefinition updated() const;
    /// Whether somebody else has written the file since it was opened or saved.
    bool hasChangedOnDisk() const;
    /// The file that is written becomes this one. Errors: WriteFailed.
    Result<void> save(const QString& path);

    /// The text of what is not saved, to be taken up in the next run; empty when all is saved.
    QByteArray draft() const;
    /// As changes to the file that is open. A text that is no good changes nothing.
    void restoreDraft(const QByteArray& text);

Q_SIGNALS:
    /// The definition, the file, or whether all is saved.
    void changed();

private:
    void replace(const QString& path, const QByteArray& text, const PipelineDefinition& definition);

    Session& m_session;
    QString m_path;
    QByteArray m_text; ///< of the file, when it was read or written last
    QUndoStack m_undo;
};

} // namespace rillscope
