// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/TableRoles.h"

#include "core/parse/ColumnFacts.h"
#include "core/parse/ColumnNames.h"
#include "core/parse/TimeChoice.h"

#include <algorithm>
#include <set>

namespace rillscope {
namespace {

using Role = TableColumn::Role;
using Kind = FieldName::Kind;
using Facts = std::vector<ColumnFacts>;

/// The meaning of each column, found step by step.
class RoleFinder {
public:
    RoleFinder(const TableBlock& block, const TableHeader& header, const TextOptions& options)
        : m_options(options), m_block(block), m_header(header), m_facts(gatherFacts(block, header.names)) {
        m_format.separator = block.separator;
        m_format.columns.resize(block.columns);
    }

    TableGuess find() {
        const auto time = chooseTime(m_facts, hasNames(), m_options);
        if (!time)
            return tl::unexpected(time.error());
        assignTime(*time);
        findKeys();
        for (std::size_t i = 0; i < m_facts.size(); ++i)
            assignRest(i);
        if (const auto numbers = findNumbers(); !numbers)
            return tl::unexpected(numbers.error());
        findPrimary();
        for (std::size_t i = 0; i < m_facts.size(); ++i)
            nameColumn(i);
        finishNames(m_format);
        return m_format;
    }

private:
    bool hasNames() const { return !m_header.names.empty(); }
    TableColumn& column(std::size_t index) { return m_format.columns[index]; }

    void assignTime(const TimeChoice& time) {
        m_format.time = time.form;
        m_format.zone = m_options.zone;
        if (!time.column) {
            m_format.time.kind = TimeForm::Kind::None;
            return;
        }
        m_time = time.column;
        column(*time.column).role = Role::Time;
        if (time.clockColumn)
            column(*time.clockColumn).role = Role::Clock;
        const bool saysUnit = !m_header.units.empty() && !m_facts[*time.column].name.timeUnit;
        const auto unit = saysUnit ? timeUnitNanoseconds(QString::fromStdString(m_header.units[*time.column]))
                                   : std::nullopt;
        if (unit && m_format.time.kind == TimeForm::Kind::Elapsed)
            m_format.time.unit = Duration{*unit};
        m_isAssigned.insert(*time.column);
        if (time.clockColumn)
            m_isAssigned.insert(*time.clockColumn);
    }

    void findKeys() {
        const auto values = std::count_if(m_facts.begin(), m_facts.end(), [this](const ColumnFacts& facts) {
            const bool isTime = m_time && &facts == &m_facts[*m_time];
            return facts.kind == CellKind::Number && facts.name.kind != Kind::Channel && !facts.name.isId &&
                   !isTime;
        });
        for (std::size_t i = 0; i < m_facts.size(); ++i) {
            if (m_isAssigned.count(i) == 0 && isTextKey(m_facts[i], values > 0))
                setKey(i);
        }
        const bool hasTextKey = !m_isKey.empty();
        for (std::size_t i = 0; i < m_facts.size(); ++i) {
            const ColumnFacts& facts = m_facts[i];
            if (m_isAssigned.count(i) == 0 && values > 0 &&
                (isNumberKey(facts, hasTextKey) || isTellingKey(facts)))
                setKey(i);
        }
        if (m_isKey.empty())
            findUnnamedKey();
    }

    void setKey(std::size_t index) {
        column(index).role = Role::Key;
        m_isAssigned.insert(index);
        m_isKey.insert(index);
    }

    static bool isTextKey(const ColumnFacts& facts, bool hasValues) {
        const bool isText = facts.kind == CellKind::Text || facts.kind == CellKind::Empty;
        return isText && (facts.name.kind == Kind::Channel || facts.name.isId) && hasValues &&
               !facts.areUnits;
    }

    /// A whole number under the name of a key, in which rows of one time differ.
    bool isTellingKey(const ColumnFacts& facts) const {
        const bool mayBe = facts.name.kind == Kind::Channel || facts.name.isId;
        return mayBe && facts.kind == CellKind::Number && facts.areWhole && !facts.name.unit &&
               tellsRowsApart(facts);
    }

    static bool isNumberKey(const ColumnFacts& facts, bool hasTextKey) {
        const bool isNumber = facts.kind == CellKind::Number || (facts.kind == CellKind::Empty && hasTextKey);
        if (!isNumber || !facts.areWhole)
            return false;
        const bool isCounting = facts.countByOne && facts.filled > 1;
        return (facts.name.namesByNumber && !facts.name.unit && !isCounting) ||
               (facts.name.isId && hasTextKey);
    }

    /// A text column without a telling name is a key when rows of one time differ in it.
    void findUnnamedKey() {
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < m_facts.size(); ++i) {
            const ColumnFacts& facts = m_facts[i];
            const bool mayBe = facts.kind == CellKind::Text && m_isAssigned.count(i) == 0 &&
                               !facts.areUnits && facts.name.kind != Kind::Status &&
                               facts.name.kind != Kind::Unit;
            if (mayBe && (tellsRowsApart(facts) || isOnlyText(i))) {
                found = i;
                break;
            }
        }
        if (found)
            setKey(*found);
    }

    /// Without names: one text beside a time and a number.
    bool isOnlyText(std::size_t) const { return !hasNames() && m_time && m_facts.size() == 3; }

    bool tellsRowsApart(const ColumnFacts& facts) const {
        if (!m_time)
            return false;
        std::set<std::string> times;
        std::set<std::pair<std::string, std::string>> rows;
        const auto& cells = m_facts[*m_time].cells;
        const auto clock = std::find_if(m_format.columns.begin(), m_format.columns.end(),
                                        [](const TableColumn& each) { return each.role == Role::Clock; });
        for (std::size_t row = 0; row < cells.size(); ++row) {
            std::string time = cells[row];
            if (clock != m_format.columns.end())
                time += m_facts[static_cast<std::size_t>(clock - m_format.columns.begin())].cells[row];
            times.insert(time);
            rows.emplace(time, facts.cells[row]);
        }
        return times.size() < cells.size() && rows.size() > times.size();
    }

    void assignRest(std::size_t index) {
        if (m_isAssigned.count(index) != 0)
            return;
        const ColumnFacts& facts = m_facts[index];
        const FieldName& name = facts.name;
        const bool isUnnamed = hasNames() && name.channelName.isEmpty();
        const bool isFurtherTime = facts.kind == CellKind::Date || facts.kind == CellKind::Clock ||
                                   (m_time && (name.isTime() || isPartOfTime(name)));
        const bool isCounter =
            name.kind == Kind::Counter && facts.kind == CellKind::Number && facts.areWhole && facts.neverFall;
        const bool isStatus = name.kind == Kind::Status && facts.kind == CellKind::Number &&
                              name.channelName.size() > 5 && facts.areWhole && facts.greatest <= 1.0 &&
                              !m_isKey.empty() && countValues() > 1;
        Role role = Role::Value;
        if (facts.areUnits && (name.kind == Kind::Unit || !hasNames()))
            role = Role::Unit;
        else if (isUnnamed || isFurtherTime || isCounter || isStatus || facts.kind == CellKind::Text)
            role = Role::Ignored;
        column(index).role = role;
    }

    /// A column called by a unit of time alone, beside the time of the row.
    static bool isPartOfTime(const FieldName& name) { return name.isElapsed && name.channelName.size() <= 2; }

    std::ptrdiff_t countValues() const {
        return std::count_if(m_facts.begin(), m_facts.end(),
                             [](const ColumnFacts& facts) { return facts.kind == CellKind::Number; });
    }

    tl::expected<void, TextQuestion> findNumbers() {
        NumberEvidence evidence;
        for (std::size_t i = 0; i < m_facts.size(); ++i) {
            if (column(i).role != Role::Value)
                continue;
            for (const std::string& cell : m_facts[i].cells) {
                const auto quantity =
                    kindOfCell(cell) == CellKind::Quantity ? splitQuantity(cell) : std::nullopt;
                evidence.add(quantity ? quantity->number : std::string_view(cell));
            }
        }
        m_format.numbers = evidence.form(m_format.separator);
        if (m_options.decimal) {
            m_format.numbers.decimal = *m_options.decimal;
            m_format.numbers.isGrouped = true;
            return {};
        }
        if (m_block.mayBeDecimal && !m_options.separator && !hasNames())
            return tl::unexpected(TextQuestion{
                TextQuestion::Kind::Number,
                Message(QT_TRANSLATE_NOOP("Message",
                                          "the comma in the rows may be a decimal mark or stand between two "
                                          "values; choose with separator=semicolon or separator=comma"))});
        if (evidence.isAmbiguous(m_format.separator))
            return tl::unexpected(TextQuestion{
                TextQuestion::Kind::Number,
                Message(QT_TRANSLATE_NOOP("Message",
                                          "the comma in the numbers may be a decimal mark or stand between "
                                          "thousands; choose with decimal=comma or decimal=point"))});
        return {};
    }

    void findPrimary() {
        std::optional<std::size_t> only;
        int values = 0;
        for (std::size_t i = 0; i < m_facts.size(); ++i) {
            if (column(i).role != Role::Value)
                continue;
            ++values;
            only = i;
            column(i).isPrimary = m_facts[i].name.isPrimary();
        }
        if (values == 1)
            column(*only).isPrimary = true;
    }

    void nameColumn(std::size_t index) {
        const ColumnFacts& facts = m_facts[index];
        TableColumn& each = column(index);
        each.name = facts.name.channelName.toStdString();
        each.header = hasNames() ? m_header.names[index] : std::string();
        std::optional<ValueUnit> unit = facts.name.unit;
        if (!m_header.units.empty()) {
            if (const auto stated = readUnit(QString::fromStdString(m_header.units[index]), UnitPlace::Own))
                unit = stated;
        }
        if (!unit)
            unit = facts.cellUnit;
        each.hasUnit = unit.has_value() || facts.name.isTemperature;
        const bool isOfFile =
            m_options.speaksOfTemperature && (facts.name.kind == Kind::Value || !hasNames());
        if (unit)
            each.unit = *unit;
        else if (m_options.unit && !facts.name.isOtherQuantity)
            each.unit = {*m_options.unit, {}};
        else if (facts.name.isTemperature || isOfFile)
            each.unit = {Unit::Celsius, {}};
        each.hasUnit = each.hasUnit || each.unit.isTemperature();
    }

    const TextOptions& m_options;
    const TableBlock& m_block;
    const TableHeader& m_header;
    Facts m_facts;
    TableFormat m_format;
    std::optional<std::size_t> m_time;
    std::set<std::size_t> m_isAssigned;
    std::set<std::size_t> m_isKey;
};

} // namespace

TableGuess assignRoles(const TableBlock& block, const TableHeader& header, const TextOptions& options) {
    return RoleFinder(block, header, options).find();
}

} // namespace rillscope
