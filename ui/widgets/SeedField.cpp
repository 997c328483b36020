// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SeedField.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QValidator>

namespace rillscope {
namespace {

constexpr quint32 newSeedLimit = 1'000'000; // short enough to read out to someone

class SeedValidator : public QValidator {
public:
    using QValidator::QValidator;

    State validate(QString& text, int&) const override {
        bool isSeed = text.isEmpty();
        for (const QChar c : text) {
            if (c < u'0' || c > u'9')
                return Invalid; // toULongLong() would let spaces and signs pass
        }
        if (!isSeed)
            text.toULongLong(&isSeed);
        return isSeed ? Acceptable : Invalid;
    }
};

} // namespace

SeedField::SeedField(QWidget* parent) : QWidget(parent), m_text(new QLineEdit(this)) {
    setObjectName(QStringLiteral("seedField"));
    const QString toolTip =
        tr("The same seed gives the same values and intervals at every start; empty gives others "
           "each time.\nA new seed takes effect at the next start.");
    m_text->setObjectName(QStringLiteral("seed"));
    m_text->setProperty("role", QStringLiteral("number"));
    m_text->setAlignment(Qt::AlignRight);
    m_text->setAcceptDrops(false); // a file dropped here is for the window, not a number
    m_text->setPlaceholderText(tr("random"));
    m_text->setValidator(new SeedValidator(m_text));
    m_text->setAccessibleName(tr("Seed"));
    m_text->setAccessibleDescription(toolTip);
    m_text->setToolTip(toolTip);
    auto* label = new QLabel(tr("See&d"), this);
    label->setProperty("role", QStringLiteral("dim"));
    label->setBuddy(m_text);
    auto* draw = new QPushButton(tr("New"), this);
    draw->setObjectName(QStringLiteral("newSeed"));
    draw->setProperty("role", QStringLiteral("link"));
    draw->setAccessibleName(tr("New seed"));
    draw->setToolTip(tr("Draw a new seed; it takes effect at the next start"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(label);
    row->addWidget(m_text, 1);
    row->addWidget(draw);
    connect(m_text, &QLineEdit::textEdited, this, [this] { Q_EMIT seedChanged(seed()); });
    connect(draw, &QPushButton::clicked, this, &SeedField::drawSeed);
}

std::optional<quint64> SeedField::seed() const {
    return m_text->text().isEmpty() ? std::nullopt : std::optional(m_text->text().toULongLong());
}

void SeedField::setSeed(std::optional<quint64> seed) {
    m_text->setText(seed ? QString::number(*seed) : QString());
}

void SeedField::drawSeed() {
    const std::optional<quint64> old = seed();
    while (seed() == old || !seed())
        setSeed(QRandomGenerator::global()->bounded(newSeedLimit));
    Q_EMIT seedChanged(seed());
}

} // namespace rillscope
