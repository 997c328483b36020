// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/SaveDialog.h"

#include "ui/dialogs/ReplaceQuestion.h"

#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPointer>

#include <algorithm>

namespace rillscope {
namespace {

QString filterOf(const SaveFormat& format) {
    return QStringLiteral("%1 (*.%2)").arg(format.name, format.suffix);
}

QStringList filtersOf(const QList<SaveFormat>& formats) {
    QStringList filters;
    for (const SaveFormat& format : formats)
        filters.append(filterOf(format));
    return filters;
}

/// "txt", but not the "5 min" of "oven 3.5 min".
bool isEnding(const QString& suffix) {
    const auto isPart = [](QChar c) { return c.isLetterOrNumber(); };
    return !suffix.isEmpty() && suffix.front().isLetter() &&
           std::all_of(suffix.begin(), suffix.end(), isPart);
}

bool isDevice(const QString& path) {
    const QFileInfo file(path);
    return file.exists() && !file.isFile() && !file.isDir();
}

} // namespace

SaveFormat SaveFormat::csv() {
    return {QStringLiteral("csv"), SaveDialog::tr("CSV file")};
}

SaveDialog::SaveDialog(const QString& title, const QString& suggestedPath, const QList<SaveFormat>& formats,
                       QWidget* parent)
    : QFileDialog(parent, title), m_formats(formats) {
    Q_ASSERT(!formats.isEmpty());
    const QFileInfo suggested(suggestedPath);
    setObjectName(QStringLiteral("saveDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptMode(AcceptSave);
    setFileMode(AnyFile);
    setOption(DontConfirmOverwrite); // it would ask about the name before it has its ending
    setNameFilters(filtersOf(formats));
    setDirectory(suggested.absolutePath());
    selectFile(suggested.fileName());
    connect(this, &QFileDialog::filterSelected, this, &SaveDialog::followFilter);
    connect(this, &QDialog::accepted, this, [this] {
        if (!m_path.isEmpty())
            Q_EMIT pathChosen(m_path);
    });
}

bool SaveDialog::hasKnownEnding(const QString& path) const {
    const QString suffix = QFileInfo(path).suffix();
    return std::any_of(m_formats.begin(), m_formats.end(), [&suffix](const SaveFormat& format) {
        return format.suffix.compare(suffix, Qt::CaseInsensitive) == 0;
    });
}

QString SaveDialog::withEnding(const QString& path) const {
    if (isDevice(path))
        return path;
    // Where there is one format only, the name may end as the user likes: the ending does not choose it.
    if (hasKnownEnding(path) || (m_formats.size() == 1 && isEnding(QFileInfo(path).suffix())))
        return path;
    const auto chosen = std::find_if(m_formats.begin(), m_formats.end(), [this](const SaveFormat& format) {
        return filterOf(format) == selectedNameFilter();
    });
    const SaveFormat& format = chosen == m_formats.end() ? m_formats.constFirst() : *chosen;
    return (path.endsWith(u'.') ? path : path + u'.') + format.suffix;
}

/// The name is one of the format that was chosen, or the ending would silently choose another.
void SaveDialog::followFilter() {
    const QString name = QFileInfo(selectedFiles().value(0)).fileName();
    if (hasKnownEnding(name))
        selectFile(withEnding(name.left(name.lastIndexOf(u'.'))));
}

/// A whole path in the field counts as it stands: what QFileDialog takes for selected may still be the file
/// that was suggested, because its list finds that one only once the folder has been read.
QString SaveDialog::typedPath() const {
    const auto* const field = findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    return field && QDir::isAbsolutePath(field->text()) ? field->text() : selectedFiles().value(0);
}

void SaveDialog::accept() {
    const QString typed = typedPath();
    m_path.clear();
    if (typed.isEmpty() || QFileInfo(typed).isDir()) { // a folder is gone into
        QFileDialog::accept();
        return;
    }
    const QString path = withEnding(typed);
    if (isReplaced(path))
        ask(path);
    else
        take(path);
}

void SaveDialog::ask(const QString& path) {
    if (!hasWidgets())
        hide(); // the desktop's own dialog would lie over the question
    const QPointer<SaveDialog> self(this);
    const auto replace = [self, path] {
        if (self)
            self->take(path);
    };
    const auto keep = [self] {
        if (self && !self->hasWidgets())
            self->open();
    };
    askToReplace(path, hasWidgets() ? this : parentWidget(), replace, keep);
}

void SaveDialog::take(const QString& path) {
    m_path = path;
    if (hasWidgets())
        QFileDialog::accept();
    else
        QDialog::accept(); // what the desktop's dialog knows is the name without its ending
}

/// False when the desktop's own dialog is in use.
bool SaveDialog::hasWidgets() const {
    return findChild<QWidget*>(QStringLiteral("fileNameEdit")) != nullptr;
}

} // namespace rillscope
