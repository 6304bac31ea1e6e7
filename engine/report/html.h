// SPDX-License-Identifier: GPL-3.0-or-later
// html.h: text on its way into a page. Whatever it holds, it stays text.
//
// Characters that would drive the display instead of being read are shown as a code such as
// \u202e: controls but for tab and line end, and marks of writing direction, which could turn a
// number round. Joiners and marks of no width are left as they are.
#ifndef BS_REPORT_HTML_H
#define BS_REPORT_HTML_H

#include "engine/base/buffer.h"

// Content of an element, or of an attribute between double quotes.
void bs_html_text(bs_buffer *out, bs_str text);

// ` name="value"`; nothing when the value is empty.
void bs_html_attribute(bs_buffer *out, const char *name, bs_str value);

// Base64 of RFC 4648, with padding.
void bs_html_base64(bs_buffer *out, bs_str bytes);

#endif
