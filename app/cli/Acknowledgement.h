// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace rillscope {

/// Says on a descriptor how many samples are safe: "durable N", a line each time. A reader who is slow is
/// told the newest number later; one that is gone is not written to any more. Thread: one at a time.
class Acknowledgement {
public:
    /// From now on a reader who goes away does not end the program.
    explicit Acknowledgement(int descriptor);

    /// At once, and without waiting for the reader.
    void say(qint64 durable);
    /// Waits for the reader, if the last number was not said yet.
    void sayLast();

private:
    bool canWrite(int patienceMs);
    void write();

    int m_descriptor;
    qint64 m_durable = 0;
    qint64 m_said = 0;
    bool m_isGone = false;
};

} // namespace rillscope
