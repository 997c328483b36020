// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/base/Result.h"
#include "core/source/SourceState.h"

#include <QObject>

#include <optional>
#include <span>

namespace rillscope {

/// What a ByteInput found when it was asked to read.
struct ByteRead {
    enum class Kind {
        Bytes,     ///< `count` of them, at least one
        Nothing,   ///< there are none now; readable() tells when to ask again
        NewFile,   ///< what comes next begins another file; the line that came last is complete. Until the
                   ///< next read() the position is still in the file that ends
        Loss,      ///< what comes next is not what follows what was read before, or may not be: see `reason`
        Truncated, ///< what comes next was written from the beginning; the end of an open line will not come
        End        ///< there will be none
    };
    Kind kind;
    std::size_t count = 0;
    Message reason = {};
};

/// Where a ByteStreamSource gets its bytes from. Thread: the source thread; nothing here ever waits.
class ByteInput : public QObject {
    Q_OBJECT

public:
    /// For messages.
    virtual QString name() const = 0;
    virtual std::optional<Error> open() = 0;
    virtual Result<ByteRead> read(std::span<char> buffer) = 0;
    /// Where a later input goes on, so that it reads the last `unused` bytes again; empty: it cannot.
    virtual QByteArray position(qint64 unused) const = 0;
    /// Whether readable() is wanted. At first it is not.
    virtual void setEnabled(bool isEnabled) = 0;

Q_SIGNALS:
    /// There may be something to read. Comes through the event loop, and again until read() says there is
    /// nothing.
    void readable();
    /// What it reads from cannot be reached, or can be reached again; see SourceState. An input that says
    /// nothing is connected from open() on.
    void stateChanged(const rillscope::SourceState& state);
};

} // namespace rillscope
