/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of edits as JSON: entries of the journal and of the audit trail, later change sets. */
#pragma once

#include "edit/edit.h"

#include "json/writer.h"

G_BEGIN_DECLS

/* The members of the group's object, without its braces: "author", "when" (Unix ms), "sentence", "operands", "edits". */
void liaison_edit_group_write_members (const LiaisonEditGroup *group, LiaisonJsonWriter *writer);

/* An object of such members, everything checked: kinds and fields by name, values within the limits of their fields. Members in
 * @extra are handed to @func, which reads their value; others are refused. @extra may be NULL. */
typedef gboolean (*LiaisonExtraFunc) (guint index, LiaisonJsonReader *reader, gpointer data, GError **error);
LiaisonEditGroup *liaison_edit_group_read (LiaisonJsonReader *reader, const char *const *extra, LiaisonExtraFunc func,
                                           gpointer data, GError **error);

G_END_DECLS
