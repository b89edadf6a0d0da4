// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/write_sav.h"

#include "base/format.h"

#include <readstat.h>

#include <algorithm>
#include <chrono>
#include <memory>

namespace rapport::exchange {

namespace {

constexpr std::size_t longestText = 32767;
constexpr std::size_t longestPlainText = 255; ///< more is in several segments
constexpr std::size_t longestLabel = 120;

ssize_t take(const void* data, std::size_t length, void* context) {
    static_cast<std::string*>(context)->append(static_cast<const char*>(data), length);
    return static_cast<ssize_t>(length);
}

std::string cut(const std::string& text, std::size_t bytes) {
    if (text.size() <= bytes)
        return text;
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end);
}

bool isNumeric(const DataColumn& column) {
    return column.kind != DataKind::Text && column.kind != DataKind::Date;
}

struct WriterDeleter {
    void operator()(readstat_writer_t* writer) const { readstat_writer_free(writer); }
};

} // namespace

base::Result<std::string> writeSav(const DataTable& table, base::Instant made) {
    const auto failed = [](readstat_error_t error) {
        return base::fail(base::Errc::Io,
                          base::said("the SPSS file could not be made: {}", readstat_error_message(error)));
    };
    std::string bytes;
    const std::unique_ptr<readstat_writer_t, WriterDeleter> writer(readstat_writer_init());
    readstat_set_data_writer(writer.get(), take);
    readstat_writer_set_file_label(writer.get(), cut(table.label, 60).c_str());
    readstat_writer_set_file_timestamp(
        writer.get(),
        std::chrono::system_clock::to_time_t(std::chrono::system_clock::time_point(
            std::chrono::duration_cast<std::chrono::system_clock::duration>(made.time_since_epoch()))));
    std::vector<readstat_variable_t*> variables;
    for (std::size_t place = 0; place < table.columns.size(); ++place) {
        const DataColumn& column = table.columns[place];
        std::size_t width = 0;
        if (!isNumeric(column)) {
            width = 1;
            for (const auto& row : table.rows) {
                if (const auto* text = std::get_if<std::string>(&row[place]))
                    width = std::max(width, std::min(text->size(), longestText));
            }
            // ReadStat 1.1, reading, may lose the last byte of a long text that fills its column.
            if (width > longestPlainText)
                width = std::min(width + 1, longestText);
        }
        auto* variable =
            readstat_add_variable(writer.get(), column.name.c_str(),
                                  isNumeric(column) ? READSTAT_TYPE_DOUBLE : READSTAT_TYPE_STRING, width);
        readstat_variable_set_label(variable, cut(column.label, 255).c_str());
        readstat_variable_set_measure(variable, column.measure == Measure::Scale ? READSTAT_MEASURE_SCALE
                                                : column.measure == Measure::Ordinal
                                                    ? READSTAT_MEASURE_ORDINAL
                                                    : READSTAT_MEASURE_NOMINAL);
        if (isNumeric(column))
            readstat_variable_set_format(variable, column.kind == DataKind::Number ? "F8.2" : "F8.0");
        if (!column.labels.empty()) {
            auto* labels = readstat_add_label_set(writer.get(), READSTAT_TYPE_DOUBLE,
                                                  fmt::format("labels{}", place).c_str());
            for (const auto& [value, text] : column.labels)
                readstat_label_double_value(labels, value, cut(text, longestLabel).c_str());
            readstat_variable_set_label_set(variable, labels);
        }
        variables.push_back(variable);
    }
    auto error = readstat_begin_writing_sav(writer.get(), &bytes, static_cast<long>(table.rows.size()));
    if (error != READSTAT_OK)
        return failed(error);
    for (const auto& row : table.rows) {
        error = readstat_begin_row(writer.get());
        for (std::size_t place = 0; place < row.size() && error == READSTAT_OK; ++place) {
            if (const auto* text = std::get_if<std::string>(&row[place]))
                error = readstat_insert_string_value(writer.get(), variables[place],
                                                     cut(*text, longestText).c_str());
            else if (const auto* number = std::get_if<double>(&row[place]))
                error = readstat_insert_double_value(writer.get(), variables[place], *number);
            else if (isNumeric(table.columns[place]))
                error = readstat_insert_missing_value(writer.get(), variables[place]);
            else
                error = readstat_insert_string_value(writer.get(), variables[place], "");
        }
        if (error == READSTAT_OK)
            error = readstat_end_row(writer.get());
        if (error != READSTAT_OK)
            return failed(error);
    }
    error = readstat_end_writing(writer.get());
    if (error != READSTAT_OK)
        return failed(error);
    return bytes;
}

} // namespace rapport::exchange
