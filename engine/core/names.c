// SPDX-License-Identifier: GPL-3.0-or-later
// The printed names of the small enumerations of quantity.h, series.h and finding.h.
#include "engine/core/finding.h"
#include "engine/core/series.h"

#define NAMES(function, type, count, ...)                                                          \
    const char *function(type value)                                                               \
    {                                                                                              \
        static const char *const names[] = {__VA_ARGS__};                                          \
        _Static_assert(BS_COUNT(names) == (count), "every value needs a name");                    \
        return names[value];                                                                       \
    }

NAMES(bs_kind_name, bs_kind, BS_KIND_COUNT, [BS_KIND_QUANTITY] = "quantity",
      [BS_KIND_PERCENT] = "percent", [BS_KIND_CURRENCY] = "currency", [BS_KIND_RANK] = "rank",
      [BS_KIND_ORDINAL] = "ordinal", [BS_KIND_YEAR] = "year", [BS_KIND_DATE] = "date",
      [BS_KIND_RANGE] = "range", [BS_KIND_IDENTIFIER] = "identifier")
NAMES(bs_role_name, bs_role, BS_ROLE_COUNT, [BS_ROLE_LEVEL] = "level", [BS_ROLE_GROWTH] = "growth",
      [BS_ROLE_CHANGE] = "change", [BS_ROLE_SHARE] = "share", [BS_ROLE_CONVERSION] = "conversion",
      [BS_ROLE_RANK] = "rank", [BS_ROLE_FORMER] = "former", [BS_ROLE_OTHER] = "other")
NAMES(bs_basis_name, bs_basis, BS_BASIS_COUNT, [BS_BASIS_NONE] = "none", [BS_BASIS_YEAR] = "year",
      [BS_BASIS_PERIOD] = "period", [BS_BASIS_OTHER] = "other")
NAMES(bs_value_status_name, bs_value_status,
      BS_VALUE_STATUS_COUNT, [BS_STATUS_ACTUAL] = "actual", [BS_STATUS_TARGET] = "target",
      [BS_STATUS_FORECAST] = "forecast", [BS_STATUS_PROVISIONAL] = "provisional",
      [BS_STATUS_REVISED] = "revised", [BS_STATUS_ESTIMATE] = "estimate")
NAMES(bs_state_name, bs_state,
      BS_STATE_COUNT, [BS_STATE_VALUE] = "value", [BS_STATE_EMPTY] = "empty",
      [BS_STATE_NOT_PUBLISHED] = "not_published", [BS_STATE_NOT_APPLICABLE] = "not_applicable",
      [BS_STATE_SUPPRESSED] = "suppressed", [BS_STATE_UNREADABLE] = "unreadable")
NAMES(bs_measure_name, bs_measure, BS_MEASURE_KIND_COUNT, [BS_MEASURE_LEVEL] = "level",
      [BS_MEASURE_COUNT_OF] = "count", [BS_MEASURE_GROWTH] = "growth", [BS_MEASURE_SHARE] = "share",
      [BS_MEASURE_INDEX] = "index", [BS_MEASURE_RANK] = "rank")
NAMES(bs_severity_name, bs_severity,
      BS_SEVERITY_COUNT, [BS_NOTE] = "note", [BS_WARNING] = "warning", [BS_ERROR] = "error")
