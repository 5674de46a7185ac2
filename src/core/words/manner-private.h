/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that tell and read share. */
#pragma once

#include "words/manner.h"

G_BEGIN_DECLS

/* Names are made of other names (an assessment's of its requirement) so many times and no more:
 * references can go round in circles. */
#define LIAISON_MANNER_MAX_DEPTH 2

/* @text, isolated (Unicode Standard Annex #9) where it has letters that run against the language's
 * direction: only then can it turn its neighbours round. What people edit stays free of marks they
 * cannot see. The caller's. */
char *liaison_manner_embed (LiaisonWords *words, const char *text);
/* Joins texts as the cells of tables do: with commas, or with semicolons where the parts may have
 * commas themselves. Without an "and", so that what is told can be taken apart again. */
char *liaison_manner_join (LiaisonWords *words, const GPtrArray *texts, const char *separator);

/* What stands between the parts of a list, msgids. */
extern const char *const liaison_manner_comma;
extern const char *const liaison_manner_semicolon;

/* One {name} of a template and what it is filled with. */
typedef struct
{
  const char *name;
  const char *text;
} LiaisonFill;

/* The translation of @msgid with each {name} replaced by its embedded text. */
char *
liaison_manner_fill (LiaisonWords *words, const char *msgid, const LiaisonFill *fills, guint n);

/* The value of @field at @at, memory of its type; "" where it is not set. */
char *liaison_manner_tell_at (const LiaisonManner *manner,
                              const LiaisonField *field,
                              gconstpointer at,
                              guint depth);
char *liaison_manner_tell_instant (const LiaisonManner *manner, const LiaisonInstant *instant);
/* The instant without the time that it comes to: "STARTEX+57h". NULL for a fixed one. */
char *liaison_manner_tell_anchor (const LiaisonManner *manner, const LiaisonInstant *instant);
char *liaison_manner_tell_level (const LiaisonManner *manner, const LiaisonLevel *level);
/* Names of records; @depth counts names within names. */
char *liaison_manner_name_record (const LiaisonManner *manner, LiaisonId id, guint depth);
char *
liaison_manner_name_block (const LiaisonManner *manner, const LiaisonBlock *block, guint depth);
/* One item of a list: its title, else what its columns say. */
char *liaison_manner_tell_item (const LiaisonManner *manner, const LiaisonBlock *item, guint depth);
/* The items of a list as people have ordered them. Free the array only. */
GPtrArray *liaison_manner_order_items (const LiaisonItems *items);

/* "{level}, releasable to {nations}" */
extern const char *const liaison_manner_marking;
/* "{time} ({zone})" and "{anchor} ({time})" */
extern const char *const liaison_manner_time_in_zone;
extern const char *const liaison_manner_anchor_at_time;

G_END_DECLS
