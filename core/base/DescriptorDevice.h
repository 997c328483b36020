// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace rillscope {

/// Writes to an open descriptor: standard output, a pipe, a device, a socket. Waits while a descriptor that
/// does not block is full. The descriptor stays open. Thread: any, one at a time.
/// Errors: write() returns -1, and errorString() is the system's reason. A reader who has gone away is one of
/// them: SIGPIPE is ignored from the first of these on.
class DescriptorDevice : public QIODevice {
    Q_OBJECT

public:
    explicit DescriptorDevice(int descriptor);

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 size) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    int m_descriptor;
};

} // namespace rillscope
