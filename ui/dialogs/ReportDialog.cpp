// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ReportDialog.h"

#include "core/base/TargetFile.h"
#include "ui/dialogs/ReplaceQuestion.h"
#include "ui/dialogs/SaveDialog.h"
#include "ui/text/MessageText.h"
#include "ui/text/NumberFormat.h"
#include "ui/text/OutsideText.h"

#include <QButtonGroup>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace rillscope {
namespace {

constexpr int longestTitle = 80;

qint64 milliseconds(Timestamp time) {
    return toMilliseconds(time);
}

QString withSuffix(const QString& path, ReportFormat format) {
    const QFileInfo info(path);
    if (path.isEmpty() || reportFormatOf(path) == format)
        return path;
    const QString ending = info.suffix();
    // Only an ending of ours is changed: "oven 3.5" has none.
    const QString base = reportFormatOf(path) ? path.chopped(ending.size() + 1) : path;
    return base + u'.' + reportSuffix(format);
}

} // namespace

ReportDialog::ReportDialog(const ReportOffer& offer, QWidget* parent)
    : QDialog(parent)
    , m_offer(offer)
    , m_title(new QLineEdit(oneLine(offer.title, longestTitle)))
    , m_ranges(new QButtonGroup(this))
    , m_from(makeTime(offer.visible.begin, QStringLiteral("reportFrom"), tr("From")))
    , m_to(makeTime(offer.visible.end, QStringLiteral("reportTo"), tr("To")))
    , m_pdf(new QRadioButton(tr("&PDF")))
    , m_html(new QRadioButton(tr("&HTML")))
    , m_path(new QLineEdit(withSuffix(offer.path, offer.format)))
    , m_hint(new QLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel)) {
    setObjectName(QStringLiteral("reportDialog"));
    setWindowTitle(tr("Report"));
    m_title->setObjectName(QStringLiteral("reportTitle"));
    m_title->setMaxLength(longestTitle);
    m_hint->setObjectName(QStringLiteral("reportHint"));
    m_hint->setProperty("role", QStringLiteral("dim"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setMinimumHeight(2 * fontMetrics().lineSpacing());
    auto* form = new QFormLayout(this);
    form->setContentsMargins(18, 18, 18, 18);
    form->setSpacing(10);
    form->addRow(tr("&Title"), m_title);
    addRange(*form);
    addFile(*form);
    form->addRow(m_hint);
    form->addRow(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void ReportDialog::addRange(QFormLayout& form) {
    const auto visible =
        addRangeButton(form, tr("What the chart sho&ws"), QStringLiteral("reportVisible"), m_offer.visible);
    addRangeButton(form, tr("&Everything"), QStringLiteral("reportEverything"), m_offer.everything)
        ->setEnabled(m_offer.everything.has_value());
    QRadioButton* pinned = addRangeButton(form, tr("Between the pinned samples A and &B"),
                                          QStringLiteral("reportPinned"), m_offer.pinned);
    pinned->setEnabled(m_offer.pinned.has_value());
    pinned->setToolTip(tr("Pin two samples of the chart (C) to compare them"));
    QRadioButton* typed =
        addRangeButton(form, tr("Custom range"), QStringLiteral("reportTyped"), std::nullopt);
    (m_offer.pinned ? pinned : visible)->setChecked(true);
    auto* times = new QHBoxLayout;
    times->addWidget(m_from);
    times->addWidget(new QLabel(QStringLiteral("–")));
    times->addWidget(m_to);
    times->addWidget(new QLabel(m_offer.isUtc ? tr("UTC") : tr("local time")));
    times->addStretch(1);
    form.addRow(QString(), times);
    showRange(range());
    connect(m_ranges, &QButtonGroup::buttonToggled, this, [this] {
        if (m_rangeOf.at(m_ranges->checkedId()))
            showRange(range());
        check();
    });
    for (QDateTimeEdit* edit : {m_from, m_to}) {
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, [this, typed] {
            typed->setChecked(true);
            check();
        });
    }
}

QRadioButton* ReportDialog::addRangeButton(QFormLayout& form, const QString& text, const QString& objectName,
                                           const std::optional<ReportRange>& range) {
    auto* button = new QRadioButton(text);
    button->setObjectName(objectName);
    form.addRow(m_rangeOf.isEmpty() ? tr("Time") : QString(), button);
    m_ranges->addButton(button, static_cast<int>(m_rangeOf.size()));
    m_rangeOf.append(range);
    return button;
}

QDateTimeEdit* ReportDialog::makeTime(Timestamp time, const QString& objectName, const QString& name) const {
    auto* edit = new QDateTimeEdit;
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setTimeSpec(m_offer.isUtc ? Qt::UTC : Qt::LocalTime);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    edit->setDateTime(QDateTime::fromMSecsSinceEpoch(milliseconds(time), edit->timeSpec()));
    return edit;
}

void ReportDialog::addFile(QFormLayout& form) {
    m_pdf->setObjectName(QStringLiteral("reportPdf"));
    m_pdf->setToolTip(tr("One page to print or to send"));
    m_html->setObjectName(QStringLiteral("reportHtml"));
    m_html->setToolTip(tr("One file for the browser, with the chart in it"));
    (m_offer.format == ReportFormat::Pdf ? m_pdf : m_html)->setChecked(true);
    auto* formats = new QHBoxLayout;
    auto* group = new QButtonGroup(this);
    for (QRadioButton* button : {m_pdf, m_html}) {
        group->addButton(button);
        formats->addWidget(button);
    }
    formats->addStretch(1);
    form.addRow(tr("Format"), formats);
    m_path->setObjectName(QStringLiteral("reportPath"));
    m_path->setMinimumWidth(320);
    auto* browse = new QPushButton(tr("&Choose…"));
    browse->setObjectName(QStringLiteral("reportBrowse"));
    browse->setAutoDefault(false);
    auto* file = new QHBoxLayout;
    file->addWidget(m_path, 1);
    file->addWidget(browse);
    auto* label = new QLabel(tr("&File"));
    label->setBuddy(m_path);
    form.addRow(label, file);
    connect(m_pdf, &QRadioButton::toggled, this, &ReportDialog::takeFormat);
    connect(m_path, &QLineEdit::textChanged, this, &ReportDialog::check);
    connect(browse, &QPushButton::clicked, this, &ReportDialog::chooseFile);
}

ReportChoice ReportDialog::choice() const {
    const ReportFormat format = m_pdf->isChecked() ? ReportFormat::Pdf : ReportFormat::Html;
    return {m_title->text(), range(), format, withSuffix(m_path->text().trimmed(), format)};
}

ReportRange ReportDialog::range() const {
    if (const auto& known = m_rangeOf.at(std::max(m_ranges->checkedId(), 0)))
        return *known;
    const auto timeOf = [](const QDateTimeEdit& edit) {
        constexpr qint64 most = std::numeric_limits<qint64>::max() / 1'000'000;
        const qint64 time = std::clamp(edit.dateTime().toMSecsSinceEpoch(), -most, most);
        return Timestamp{std::chrono::milliseconds(time)};
    };
    return {timeOf(*m_from), timeOf(*m_to)};
}

void ReportDialog::showRange(const ReportRange& range) {
    for (const auto& [edit, time] : {std::pair{m_from, range.begin}, std::pair{m_to, range.end}}) {
        const QSignalBlocker blocker(edit);
        edit->setDateTime(QDateTime::fromMSecsSinceEpoch(milliseconds(time), edit->timeSpec()));
    }
}

void ReportDialog::chooseFile() {
    const ReportChoice chosen = choice();
    const SaveFormat format{reportSuffix(chosen.format), reportFormatName(chosen.format)};
    auto* dialog = new SaveDialog(tr("Save report"), chosen.path, {format}, this);
    connect(dialog, &SaveDialog::pathChosen, this, [this](const QString& path) {
        if (const auto named = reportFormatOf(path))
            (*named == ReportFormat::Pdf ? m_pdf : m_html)->setChecked(true);
        m_path->setText(withSuffix(path, choice().format));
        if (m_path->text() == path)
            m_replaceable = path;
    });
    dialog->open();
}

void ReportDialog::accept() {
    const QString path = choice().path;
    if (!isReplaced(path) || path == m_replaceable)
        QDialog::accept();
    else
        askToReplace(path, this, [this] { QDialog::accept(); });
}

void ReportDialog::takeFormat() {
    m_path->setText(withSuffix(m_path->text(), choice().format));
    check();
}

void ReportDialog::check() {
    const ReportChoice chosen = choice();
    QString hint = tr("Covers %1.").arg(NumberFormat().duration(chosen.range.end - chosen.range.begin));
    bool isRight = true;
    if (chosen.range.begin >= chosen.range.end) {
        hint = tr("The end must be later than the beginning.");
        isRight = false;
    } else if (chosen.path.isEmpty()) {
        hint = tr("Name the file that the report goes to.");
        isRight = false;
    } else if (const auto target = checkTargetFile(chosen.path); !target) {
        hint = tr("The file cannot be written: %1.").arg(oneLine(messageText(target.error().detail)));
        isRight = false;
    } else if (QFileInfo::exists(chosen.path)) {
        hint = tr("“%1” already exists. You are asked before it is replaced.")
                   .arg(oneLine(QFileInfo(chosen.path).fileName(), longestTitle));
    }
    m_hint->setText(hint);
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(isRight);
}

} // namespace rillscope
