/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of resources' objects, which people may have edited: checked, and what is wrong said for them. */
#pragma once

#include "record/text.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* All static or the object's. */
typedef struct
{
  const char *member;  /* that is at fault */
  const char *message; /* in English, for those who edit the file */
} LiaisonMemberProblem;

/* FALSE with @problem where the object has others than @members (ending with NULL). */
gboolean liaison_member_check (JsonObject *object,
                               const char *const *members,
                               LiaisonMemberProblem *problem);
/* A text of 1 to 2000 bytes of UTF-8, @one_line without control characters. Borrowed; NULL with @problem. */
const char *liaison_member_get_string (JsonObject *object,
                                       const char *member,
                                       gboolean one_line,
                                       LiaisonMemberProblem *problem);
/* Such texts by language, of which one is English. FALSE with @problem; a member that is not there leaves @text as
 * it is. */
gboolean liaison_member_get_text (JsonObject *object,
                                  const char *member,
                                  gboolean required,
                                  gboolean one_line,
                                  LiaisonText **text,
                                  LiaisonMemberProblem *problem);

G_END_DECLS
