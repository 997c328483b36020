// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QtGlobal>

#include <concepts>
#include <cstddef>

namespace rillscope {

/// An English text with the places %1 to %count for arguments. The compiler checks that it has exactly those.
template <std::size_t count>
class MessageTemplate {
    static_assert(count <= 9, "a place is one digit");

public:
    consteval MessageTemplate(const char* text) : m_text(text) {
        unsigned places = 0;
        for (const char* at = text; *at != '\0'; ++at) {
            if (at[0] == '%' && at[1] >= '1' && at[1] <= '9')
                places |= 1U << static_cast<unsigned>(at[1] - '1');
        }
        if (places != (1U << count) - 1)
            throw "the places in the text are not those of the arguments";
    }

    constexpr const char* text() const { return m_text; }

private:
    const char* m_text;
};

/// A sentence for a person, not yet worded in a language: an English template, which is its id, and
/// arguments. It is made where the thing happens, so that a new source or step brings its own messages:
///     Message(QT_TRANSLATE_NOOP("Message", "there is no step called \"%1\""), name)
/// The window words it with ui/text/MessageText; english() is for the command line, logs and captures.
/// Thread: a value.
class Message {
public:
    /// Says nothing.
    Message() = default;

    /// An argument is a text from outside (a name, a path), a whole number, or a message in its turn.
    template <typename... Arguments>
    explicit Message(MessageTemplate<sizeof...(Arguments)> text, const Arguments&... arguments)
        : m_template(text.text()), m_arguments{argument(arguments)...} {}

    /// Words that nobody can translate: the operating system's, SQLite's, or those read from a capture.
    static Message verbatim(const QString& words);

    bool isEmpty() const { return !m_template && m_words.isEmpty(); }

    QString english() const;

    /// With each template translated by `translate`, those of the arguments too.
    QString worded(QString (*translate)(const char* text)) const;

    /// Whether both say the same.
    friend bool operator==(const Message& a, const Message& b) { return a.english() == b.english(); }

private:
    static const Message& argument(const Message& message) { return message; }
    static Message argument(const QString& words) { return verbatim(words); }
    template <std::integral Integer>
    requires(!std::same_as<Integer, bool> && !std::same_as<Integer, char>) static Message
        argument(Integer number) {
        return verbatim(QString::number(number));
    }

    const char* m_template = nullptr; ///< none: `m_words` are the whole message
    QString m_words;
    QList<Message> m_arguments;
};

} // namespace rillscope
