// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/MessageText.h"

#include "core/process/definition/DefinitionParser.h"
#include "core/source/FileProblem.h"
#include "tests/support/Sources.h"
#include "ui/dialogs/MistakesDialog.h"
#include "ui/panels/SourceForm.h"
#include "ui/text/ErrorText.h"
#include "ui/text/EventText.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTranslator>

#include <cstring>

namespace rillscope {
namespace {

/// Puts marks around each message that is translated, and leaves all other texts alone.
class MarkingTranslator final : public QTranslator {
public:
    QString translate(const char* context, const char* text, const char* /*comment*/,
                      int /*count*/) const override {
        return std::strcmp(context, "Message") == 0 ? u'«' + QString::fromUtf8(text) + u'»' : QString();
    }
    bool isEmpty() const override { return false; }
};

class MessageTextTest : public testing::Test {
protected:
    MessageTextTest() { QCoreApplication::installTranslator(&m_translator); }
    ~MessageTextTest() override { QCoreApplication::removeTranslator(&m_translator); }

private:
    MarkingTranslator m_translator;
};

TEST_F(MessageTextTest, TranslatesAMessageAndThoseWithin) {
    const Message message("%1 or %2", Message("%1 columns", 3), QStringLiteral("a file"));
    EXPECT_EQ(messageText(message), QStringLiteral("««3 columns» or a file»"));
    EXPECT_EQ(message.english(), QStringLiteral("3 columns or a file"));
    EXPECT_EQ(messageText(Message::verbatim(QStringLiteral("disk full"))), QStringLiteral("disk full"));
}

TEST_F(MessageTextTest, WordsAMistakeInASourceWhereItIsTyped) {
    const auto uri = SourceUri::parse(QStringLiteral("replay:/tmp/a.csv?speed=fast"));
    ASSERT_TRUE(uri);
    SourceForm form(*test::sources().typeOf(*uri));
    form.setSource(*uri);
    const auto* label = form.findChild<QLabel*>(QStringLiteral("mistake_speed"));
    ASSERT_NE(label, nullptr);
    EXPECT_TRUE(label->text().startsWith(u'«')) << label->text().toStdString();
    EXPECT_TRUE(label->text().contains(QStringLiteral("“fast”"))) << label->text().toStdString();
}

TEST_F(MessageTextTest, WordsTheMistakesOfAPipelineFile) {
    const auto read = parseDefinition("format = 1\n[[step]]\nkind = \"range\"\nname = 3\nminimun = 1\n",
                                      QStringLiteral("oven.toml"));
    ASSERT_FALSE(read);
    MistakesDialog dialog(read.error());
    const QString list = dialog.findChild<QPlainTextEdit*>(QStringLiteral("mistakeList"))->toPlainText();
    for (const DefinitionMistake& mistake : read.error())
        EXPECT_TRUE(list.contains(mistake.place() + QStringLiteral(": «"))) << list.toStdString();
    EXPECT_TRUE(list.contains(QStringLiteral("did you mean \"minimum\"?»"))) << list.toStdString();
}

TEST_F(MessageTextTest, WordsTheCauseOfAnErrorAndOfAnEvent) {
    const auto problem = fileProblem(QStringLiteral("/no/such/file"));
    ASSERT_TRUE(problem);
    EXPECT_TRUE(errorText(*problem).headline.contains(QStringLiteral("«there is no such file»")));
    EXPECT_EQ(causeText(*problem), QStringLiteral("/no/such/file: «there is no such file»"));
    const StreamEvent event{
        .kind = StreamEvent::Kind::Failed, .subject = problem->subject, .detail = problem->detail};
    EXPECT_TRUE(eventText(event).contains(QStringLiteral("«there is no such file»")));
}

} // namespace
} // namespace rillscope
