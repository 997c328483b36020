// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>

#include <thread>
#include <type_traits>

namespace rillscope {

/// Makes a call that may never return, to a file server that is gone for example, on a thread of its own; the
/// future has its result. Unlike a job of a pool it takes no place of another, and nobody waits for it when
/// the program ends. `call` must own all that it uses. Any thread.
template <typename Call>
QFuture<std::invoke_result_t<Call>> callDetached(Call call) {
    QPromise<std::invoke_result_t<Call>> promise;
    const auto future = promise.future();
    promise.start();
    std::thread([promise = std::move(promise), call = std::move(call)]() mutable {
        promise.addResult(call());
        promise.finish();
    }).detach();
    return future;
}

} // namespace rillscope
