// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Only in builds for ThreadSanitizer. A queued signal orders what its sender did before what its receiver
// does after. That order is made by locks inside Qt, which Debian does not build instrumented, so it has to
// be told. Qt lets us in where an event is received, but not where it is posted; yet every posted event has
// just been allocated, and is freed once it has been received. So each allocation and each release of memory
// publishes what its thread did before, and each event received takes that over; so does freeing, because
// what Qt shares it counts out of sight. A race stays hidden only where such an order happens to lie between
// its two sides.
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstddef>
#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>
#include <string_view>

namespace {

char order; // its address stands for the order

bool takeOver(void**) {
    __tsan_acquire(&order);
    return false; // the event goes on to its receiver
}

[[maybe_unused]] const bool isRegistered =
    QInternal::registerCallback(QInternal::EventNotifyCallback, takeOver);

bool isCopyingOfArguments(void* codeAddress) {
    Dl_info place{};
    return codeAddress != nullptr && dladdr(codeAddress, &place) != 0 && place.dli_sname != nullptr &&
           std::string_view(place.dli_sname) == "_ZNK9QMetaType6createEPKv";
}

} // namespace

extern "C" {

/// Called by ThreadSanitizer after each allocation.
void __sanitizer_malloc_hook(const volatile void*, std::size_t) {
    __tsan_release(&order);
}

/// Called by ThreadSanitizer before memory is freed.
void __sanitizer_free_hook(const volatile void*) {
    __tsan_acquire(&order);
    __tsan_release(&order);
}

/// ThreadSanitizer's: how many things of each kind a report knows.
int __tsan_get_report_data(void* report, const char** description, int* count, int* stackCount,
                           int* accessCount, int* locationCount, int* mutexCount, int* threadCount,
                           int* uniqueThreadCount, void** sleepTrace, unsigned long traceSize);

/// ThreadSanitizer's: what is known about the memory of a report, and where it was allocated.
int __tsan_get_report_loc(void* report, unsigned long index, const char** type, void** address, void** start,
                          unsigned long* size, int* thread, int* descriptor, int* suppressable, void** trace,
                          unsigned long traceSize);
}

namespace {

/// The arguments of a queued signal are copied after their memory was allocated and before the event is
/// posted, out of reach of the order above.
bool isAboutArguments(void* report) {
    const char* text = nullptr;
    std::array<int, 7> counts{};
    std::array<void*, 4> trace{};
    __tsan_get_report_data(report, &text, &counts[0], &counts[1], &counts[2], &counts[3], &counts[4],
                           &counts[5], &counts[6], trace.data(), trace.size());
    if (counts[3] == 0)
        return false;
    void* address = nullptr;
    void* start = nullptr;
    unsigned long size = 0;
    std::array<int, 3> numbers{};
    __tsan_get_report_loc(report, 0, &text, &address, &start, &size, &numbers[0], &numbers[1], &numbers[2],
                          trace.data(), trace.size());
    return std::any_of(trace.begin(), trace.end(), isCopyingOfArguments);
}

} // namespace

namespace __tsan {

class ReportDesc;

/// Called by ThreadSanitizer for each report; true keeps it from being told.
bool OnReport(const ReportDesc* report, bool isSuppressed) {
    return isSuppressed || isAboutArguments(const_cast<ReportDesc*>(report));
}

} // namespace __tsan
