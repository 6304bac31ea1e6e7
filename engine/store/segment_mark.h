// SPDX-License-Identifier: GPL-3.0-or-later
// segment_mark.h: the places in the mark of an observation, for those who write and read segments.
#ifndef BS_STORE_SEGMENT_MARK_H
#define BS_STORE_SEGMENT_MARK_H

// Places in the mark of an observation; their order is that of statements.c, the most frequent
// first.
enum {
    MARK_LINE,
    MARK_COLUMN,
    MARK_END_COLUMN,
    MARK_TEXT,
    MARK_ROW,
    MARK_COL,
    MARK_STATE,
    MARK_QUALIFIER,
    MARK_STATUS,
    MARK_SCALE,
    MARK_TABLE,
    MARK_COUNT
};

#endif
