// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/ReportContents.h"
#include "ui/report/ReportFormat.h"

#include <QDialog>

class QButtonGroup;
class QDateTimeEdit;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace rillscope {

/// What a report may be about, and what it was the last time.
struct ReportOffer {
    QString title;
    ReportRange visible;
    std::optional<ReportRange> everything; ///< nothing while there is no sample
    std::optional<ReportRange> pinned;     ///< between the two pinned samples, if any
    bool isUtc = false;                    ///< times are shown in UTC, not in the computer's zone
    ReportFormat format = ReportFormat::Pdf;
    QString path; ///< suggested; its ending follows the format
};

/// What was chosen.
struct ReportChoice {
    QString title;
    ReportRange range;
    ReportFormat format = ReportFormat::Pdf;
    QString path;
};

/// Asks which time a report tells of, in which format, and where it goes. It says at once when a file would
/// be replaced or cannot be written there. Thread: GUI. OK is only there for a range and a file that may be.
class ReportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ReportDialog(const ReportOffer& offer, QWidget* parent = nullptr);

    ReportChoice choice() const;

    /// Asks first whether a file may be replaced, unless that was asked where the file was chosen.
    void accept() override;

private:
    void addRange(QFormLayout& form);
    void addFile(QFormLayout& form);
    QRadioButton* addRangeButton(QFormLayout& form, const QString& text, const QString& objectName,
                                 const std::optional<ReportRange>& range);
    QDateTimeEdit* makeTime(Timestamp time, const QString& objectName, const QString& name) const;
    ReportRange range() const;
    void showRange(const ReportRange& range);
    void chooseFile();
    void takeFormat();
    void check();

    const ReportOffer m_offer;
    QLineEdit* m_title;
    QButtonGroup* m_ranges;
    QList<std::optional<ReportRange>> m_rangeOf; ///< by button; nothing: from the two times
    QDateTimeEdit* m_from;
    QDateTimeEdit* m_to;
    QRadioButton* m_pdf;
    QRadioButton* m_html;
    QLineEdit* m_path;
    QString m_replaceable; ///< the file that may be replaced
    QLabel* m_hint;
    QDialogButtonBox* m_buttons;
};

} // namespace rillscope
