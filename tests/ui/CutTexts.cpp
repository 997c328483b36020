// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/CutTexts.h"

#include "ui/text/TabularText.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/FileNameLabel.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>

#include <optional>

namespace rillscope::test {
namespace {

QString shownText(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text();
    if (const auto* box = qobject_cast<const QGroupBox*>(&widget))
        return box->title();
    if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        return box->currentText();
    if (const auto* box = qobject_cast<const QAbstractSpinBox*>(&widget))
        return box->text();
    return {};
}

bool isOneLine(const QLabel& label) {
    return !label.wordWrap() && label.pixmap().isNull() && !label.text().contains(u'\n') &&
           !qobject_cast<const FileNameLabel*>(&label);
}

QString withoutMnemonic(const QString& text) {
    return QString(text).remove(u'&');
}

/// The width that a text needs inside of a widget and what there is of it; the height that it needs.
struct Room {
    int needed = 0;
    int width = 0;
    int height = 0;
};

std::optional<Room> roomOf(const QWidget& widget) {
    const int height = widget.fontMetrics().height();
    if (const auto* figure = qobject_cast<const FigureLabel*>(&widget)) {
        const QFontMetrics metrics = figure->shownMetrics();
        return Room{tabularWidth(metrics, figure->text()), figure->contentsRect().width(), metrics.height()};
    }
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        if (!isOneLine(*label))
            return std::nullopt;
        const QString text = label->buddy() ? withoutMnemonic(label->text()) : label->text();
        return Room{label->fontMetrics().horizontalAdvance(text), label->contentsRect().width(), height};
    }
    if (qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QGroupBox*>(&widget) ||
        qobject_cast<const QAbstractSpinBox*>(&widget) || qobject_cast<const QComboBox*>(&widget))
        return Room{widget.minimumSizeHint().width(), widget.width(), height};
    return std::nullopt;
}

/// Whether a widget reaches beyond a side of one it stands in; below and above there may be something to
/// scroll.
bool isCutAtASide(const QWidget& widget, const QWidget& root) {
    for (const QWidget* around = widget.parentWidget(); around; around = around->parentWidget()) {
        const int left = widget.mapTo(around, QPoint(0, 0)).x();
        if (left < 0 || left + widget.width() > around->width())
            return true;
        if (around == &root || around->isWindow())
            break;
    }
    return false;
}

std::string describe(const QWidget& widget, const std::string& reason) {
    const QString name = QStringLiteral("%1 %2 “%3” ")
                             .arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName(),
                                  shownText(widget));
    return name.toStdString() + reason;
}

/// What is wrong with a widget's text; empty when nothing is.
std::string fault(const QWidget& widget, const QWidget& root) {
    const std::optional<Room> room = roomOf(widget);
    if (room && room->needed > room->width)
        return "needs " + std::to_string(room->needed) + " of " + std::to_string(room->width) + " px";
    if (isCutAtASide(widget, root))
        return "reaches beyond a side";
    if (room && widget.height() < room->height)
        return "is too low";
    return {};
}

template <typename Widget>
std::vector<std::string> faultsOf(const QWidget& root) {
    std::vector<std::string> faults;
    for (const QWidget* widget : root.findChildren<Widget*>()) {
        if (widget->window() != root.window() || !widget->isVisible() || shownText(*widget).isEmpty())
            continue;
        if (const std::string wrong = fault(*widget, root); !wrong.empty())
            faults.push_back(describe(*widget, wrong));
    }
    return faults;
}

} // namespace

std::vector<std::string> cutTexts(const QWidget& root) {
    return faultsOf<QWidget>(root);
}

std::vector<std::string> cutFigures(const QWidget& root) {
    return faultsOf<FigureLabel>(root);
}

} // namespace rillscope::test
