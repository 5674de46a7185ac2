/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marking schemes as data: levels with their ranks, and how a marking is written over a page and
 * before a paragraph. */
#pragma once

#include "record/block.h"
#include "record/text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *code;      /* interned; as markings have it: "EXERCISE-UNCLASSIFIED" */
  guint rank;            /* a higher one is the stricter */
  LiaisonText *name;     /* as it is written out: “EXERCISE - UNCLASSIFIED” */
  LiaisonText *meaning;  /* what the reader may do with it; NULL: not said */
  char *abbreviation;    /* for portions, “EX-U” */
  char *colour, *ground; /* of a label, "#FF2B2B"; NULL: no colours prescribed */
} LiaisonMarkingLevel;

/* Immutable once read; the built-in ones live as long as the process. */
typedef struct
{
  char *name; /* as the exercise's field "marking-scheme" has it */
  LiaisonText *title, *summary;
  char *source;      /* where its levels come from, in English */
  GPtrArray *levels; /* of LiaisonMarkingLevel, in ascending rank */

  /* How a marking is written, with {level}, {short} and {nations} */
  char *banner;       /* with a release list */
  char *banner_alone; /* without */
  char *portion;      /* with a list; portions stand before a paragraph or in a column */
  char *portion_alone;
  char *separator; /* between nations */
} LiaisonMarkingScheme;

typedef enum
{
  LIAISON_MARKING_SCHEME_ERROR_JSON,   /* no JSON, or not an object of a marking scheme */
  LIAISON_MARKING_SCHEME_ERROR_MEMBER, /* a member that is missing, not known or not what it should
                                          be */
  LIAISON_MARKING_SCHEME_ERROR_LEVEL,  /* two levels with one code or one rank, or none at all */
  LIAISON_MARKING_SCHEME_ERROR_SIZE,   /* over 64 KiB, or more than 20 levels */
} LiaisonMarkingSchemeError;

#define LIAISON_MARKING_SCHEME_ERROR (liaison_marking_scheme_error_quark ())
GQuark liaison_marking_scheme_error_quark (void);

/* The schemes built in, the neutral one first. */
const LiaisonMarkingScheme *const *liaison_marking_scheme_list (guint *n);
/* A built-in scheme, or one that people put into a folder liaison/markings of their data folders
 * (XDG), NAME.json; read once. NULL when there is none, or none that can be read. Any thread. */
const LiaisonMarkingScheme *liaison_marking_scheme_find (const char *name);
/* That of an exercise, else the first built-in one that knows the level of its default marking;
 * NULL: no scheme is known. */
const LiaisonMarkingScheme *liaison_marking_scheme_of (const LiaisonBlock *exercise);

/* Reads one. Errors name the place ("levels[2].rank: ..."). Transfer full. */
LiaisonMarkingScheme *liaison_marking_scheme_read (GBytes *bytes, GError **error);
void liaison_marking_scheme_free (LiaisonMarkingScheme *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonMarkingScheme, liaison_marking_scheme_free)

/* NULL when it has no such level; @self may be NULL. */
const LiaisonMarkingLevel *liaison_marking_scheme_find_level (const LiaisonMarkingScheme *self,
                                                              const char *code);
/* How levels stand to each other: below 0, 0, above 0. FALSE where the scheme does not know both.
 */
gboolean liaison_marking_scheme_compare (const LiaisonMarkingScheme *self,
                                         const char *a,
                                         const char *b,
                                         int *order);
/* Whether who may see @highest may see @level. What is not known is not within anything but itself.
 */
gboolean liaison_marking_scheme_is_within (const LiaisonMarkingScheme *self,
                                           const char *level,
                                           const char *highest);

/* The marking as it stands over and under a page, and before a part of it. @nations are listed as
 * they come, codes or names;
 * @n 0: without a list. @self NULL: the code of the level, with “REL ” before the list. Transfer
 * full. */
char *liaison_marking_scheme_tell_banner (const LiaisonMarkingScheme *self,
                                          const char *level,
                                          const char *const *nations,
                                          guint n,
                                          const char *language);
/* The level of a built-in scheme whose label @banner (may be NULL), as told by the former, begins with,
 * where the scheme prescribes how its labels are coloured; NULL: it is printed as any other. */
const LiaisonMarkingLevel *liaison_marking_scheme_find_label (const char *banner);
char *liaison_marking_scheme_tell_portion (const LiaisonMarkingScheme *self,
                                           const char *level,
                                           const char *const *nations,
                                           guint n);

G_END_DECLS
