// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/ByteInput.h"

#include <QSocketNotifier>

#include <memory>

namespace rillscope {

/// The bytes of a file descriptor: a pipe, a terminal, a socket, a file. The descriptor stays open, and in
/// blocking mode as found: others may share it. Thread: the source thread, which never waits in read().
/// Errors: FileUnreadable.
class DescriptorInput final : public ByteInput {
    Q_OBJECT

public:
    DescriptorInput(int descriptor, QString name) : m_descriptor(descriptor), m_name(std::move(name)) {}

    QString name() const override { return m_name; }
    std::optional<Error> open() override;
    Result<ByteRead> read(std::span<char> buffer) override;
    QByteArray position(qint64) const override { return {}; }
    void setEnabled(bool isEnabled) override;

private:
    int m_descriptor;
    QString m_name;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace rillscope
