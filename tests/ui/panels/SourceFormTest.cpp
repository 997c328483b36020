// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SourceForm.h"

#include "core/source/ParameterReader.h"
#include "tests/support/Sources.h"
#include "ui/widgets/FileField.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

class NoSource final : public SampleSource {
public:
    using SampleSource::SampleSource;

private:
    void onStarted() override {}
    void onStopping() override {}
    void onCreditGranted() override {}
};

/// A kind of source that nobody has heard of.
const SourceType& probe() {
    static const SourceKeys keys{
        SourceKey{QStringLiteral("FILE"), "Device", "Where it is", SourceKey::File{}, {}},
        {{QStringLiteral("mode"), "Mode", "How",
          SourceKey::Word{{QStringLiteral("fast"), QStringLiteral("slow")}}, QStringLiteral("fast")},
         {QStringLiteral("rate"), "Rate", "How often", SourceKey::Number{{1.0, 100.0}}, QStringLiteral("10")},
         {QStringLiteral("timeout"), "Timeout", "How long", SourceKey::Length{{1s, 60s}}, {}}}};
    static const SourceType type{.scheme = QStringLiteral("probe"),
                                 .title = "Probe",
                                 .streamTitle = nullptr,
                                 .description = "A probe",
                                 .example = QStringLiteral("probe:FILE"),
                                 .keys = keys,
                                 .traits = {},
                                 .make = [](const SourceUri& uri, const SourceContext& context)
                                     -> Result<std::unique_ptr<SampleSource>> {
                                     ParameterReader reader(uri, keys);
                                     reader.word(QStringLiteral("mode"), 0);
                                     reader.number(QStringLiteral("rate"), 10.0);
                                     reader.duration(QStringLiteral("timeout"), 1s);
                                     if (const auto result = reader.result(); !result)
                                         return tl::unexpected(result.error());
                                     return std::make_unique<NoSource>(context.clock);
                                 }};
    return type;
}

class SourceFormTest : public testing::Test {
protected:
    SourceFormTest() {
        m_form.show();
        QObject::connect(&m_form, &SourceForm::startRequested, &m_form,
                         [this](const SourceUri& uri) { m_requests.append(uri.shown().text()); });
    }

    template <typename Editor>
    Editor& find(const char* name) {
        auto* found = m_form.findChild<Editor*>(QString::fromUtf8(name));
        EXPECT_NE(found, nullptr) << name;
        return *found;
    }
    void type(const char* name, const char* text) {
        auto& line = find<QLineEdit>(name);
        line.setFocus();
        line.clear();
        QTest::keyClicks(&line, QString::fromUtf8(text));
    }
    QString shown() { return m_form.source().shown().text(); }
    bool isMistakeShown(const char* key) {
        const auto& label = find<QLabel>((QByteArray("mistake_") + key).constData());
        return label.isVisibleTo(&m_form) && !label.text().isEmpty();
    }

    SourceForm m_form{probe()};
    QStringList m_requests;
};

TEST_F(SourceFormTest, HasAFieldForEachKeyAndStartsWhatIsTyped) {
    EXPECT_FALSE(m_form.isComplete());
    EXPECT_FALSE(find<QPushButton>("startSource").isEnabled());
    EXPECT_FALSE(isMistakeShown("FILE")) << "nobody has typed anything yet";
    type("filePath", "/tmp/what?.log");
    type("key_rate", "20");
    auto& mode = find<QComboBox>("key_mode");
    mode.setFocus();
    QTest::keyClick(&mode, Qt::Key_Down);
    EXPECT_TRUE(m_form.isComplete());
    QTest::mouseClick(&find<QPushButton>("startSource"), Qt::LeftButton);
    EXPECT_EQ(m_requests, QStringList{QStringLiteral("probe:/tmp/what%3F.log?mode=slow&rate=20")});
}

TEST_F(SourceFormTest, LeavesOutWhatIsTheDefault) {
    type("filePath", "/tmp/a");
    type("key_rate", "10");
    EXPECT_EQ(shown(), QStringLiteral("probe:/tmp/a"));
    type("key_rate", "");
    EXPECT_EQ(shown(), QStringLiteral("probe:/tmp/a"));
    EXPECT_EQ(find<QLineEdit>("key_rate").placeholderText(), QStringLiteral("10"));
}

TEST_F(SourceFormTest, ShowsWhatIsWrongAtItsField) {
    type("filePath", "/tmp/a");
    type("key_rate", "1000");
    EXPECT_FALSE(m_form.isComplete());
    EXPECT_TRUE(isMistakeShown("rate"));
    EXPECT_FALSE(isMistakeShown("timeout"));
    type("key_rate", "99");
    type("key_timeout", "soon");
    EXPECT_FALSE(isMistakeShown("rate"));
    EXPECT_TRUE(isMistakeShown("timeout"));
    type("key_timeout", "5s");
    EXPECT_TRUE(m_form.isComplete());
}

TEST_F(SourceFormTest, ShowsASourceThatWasStartedElsewhere) {
    type("key_rate", "1000");
    const QString text = QStringLiteral("probe:/tmp/a.log?mode=slow&timeout=2s");
    m_form.setSource(*SourceUri::parse(text));
    EXPECT_EQ(shown(), text);
    EXPECT_TRUE(m_form.isComplete());
    EXPECT_FALSE(isMistakeShown("rate"));
    EXPECT_TRUE(m_requests.isEmpty());
}

TEST_F(SourceFormTest, AsksForAFileWithoutStoppingAnythingElse) {
    find<QAbstractButton>("chooseFile").click();
    auto& dialog = find<QFileDialog>("chooseFileDialog");
    Q_EMIT dialog.fileSelected(QStringLiteral("/tmp/100% hot.log"));
    EXPECT_EQ(m_form.source().path(), QStringLiteral("/tmp/100% hot.log"));
    EXPECT_TRUE(m_form.isComplete());
    EXPECT_TRUE(m_requests.isEmpty());
}

TEST_F(SourceFormTest, ReadsBackWhatItShowsOfEveryKind) {
    for (const SourceType& type : test::sources().types()) {
        SourceForm form(type);
        const auto uri = SourceUri::parse(type.example);
        ASSERT_TRUE(uri);
        form.setSource(*uri);
        EXPECT_TRUE(form.isComplete()) << type.example.toStdString();
        form.setSource(form.source());
        EXPECT_TRUE(form.isComplete()) << form.source().shown().text().toStdString();
    }
}

} // namespace
} // namespace rillscope
