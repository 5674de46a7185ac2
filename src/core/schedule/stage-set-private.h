/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the members of a stage set, with errors that name the place. */
#pragma once

#include "schedule/stage-set.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* On the stack of one reading. */
typedef struct
{
  GString *place; /* of the object at hand: "stages[3]" */
  GError **error;
} LiaisonStageReader;

/* All of these return FALSE or NULL with the error set. */
gboolean liaison_stage_reader_fail (LiaisonStageReader *reader,
                                    LiaisonStageSetError code,
                                    const char *member,
                                    const char *message);
/* Refuses members that are not in the NULL-terminated list. */
gboolean liaison_stage_reader_check_members (LiaisonStageReader *reader,
                                             JsonObject *object,
                                             const char *const *members);
gboolean liaison_stage_reader_string (LiaisonStageReader *reader,
                                      JsonObject *object,
                                      const char *member,
                                      char **string);
gboolean liaison_stage_reader_integer (LiaisonStageReader *reader,
                                       JsonObject *object,
                                       const char *member,
                                       gint64 minimum,
                                       gint64 maximum,
                                       gint64 *integer);
gboolean liaison_stage_reader_choice (LiaisonStageReader *reader,
                                      JsonObject *object,
                                      const char *member,
                                      const LiaisonChoices *choices,
                                      int *choice);
gboolean liaison_stage_reader_time (LiaisonStageReader *reader,
                                    JsonObject *object,
                                    const char *member,
                                    LiaisonStageTime *time);
/* Texts by language; English must be among them. */
gboolean liaison_stage_reader_text (LiaisonStageReader *reader,
                                    JsonObject *object,
                                    const char *member,
                                    gboolean required,
                                    LiaisonText **text);
JsonArray *
liaison_stage_reader_array (LiaisonStageReader *reader, JsonObject *object, const char *member);
/* The object at @index of a list, which is the place from now on. */
JsonObject *liaison_stage_reader_enter (LiaisonStageReader *reader,
                                        JsonArray *array,
                                        const char *member,
                                        guint index);
void liaison_stage_reader_leave (LiaisonStageReader *reader);

G_END_DECLS
