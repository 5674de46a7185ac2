/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans for the leak test in the making: for the files of leak-plan.h alone. */
#pragma once

#include "leak-plan.h"

#include "record/kind.h"

G_BEGIN_DECLS

#define LEAK_LOW     "EXERCISE-UNCLASSIFIED"
#define LEAK_HIGH    "EXERCISE-RESTRICTED"
#define LEAK_STARTEX G_GINT64_CONSTANT (1800003600)

/* Nations whose records the audience sees, and some that it does not hear of. FR and PL are the
 * audience. */
#define LEAK_N_KNOWN   3
#define LEAK_N_UNKNOWN 4
extern const char *const leak_known[LEAK_N_KNOWN];
extern const char *const leak_unknown[LEAK_N_UNKNOWN];

/* A record in the making. */
typedef struct
{
  const LiaisonKind *kind;
  LiaisonId id;
  gboolean seen;
  const char *code; /* of a nation */
  char *serial;     /* owned, or NULL */
  char *order;      /* owned, or NULL */
  gint64 start;     /* Unix s of a withheld event */
  LiaisonBlock *block;
} LeakEntry;

typedef struct
{
  GRand *open, *closed; /* what each settles */
  LeakAudience whom;
  GPtrArray *seen;     /* of LeakEntry */
  GPtrArray *withheld; /* of LeakEntry */
  LeakEntry *exercise, *seen_group, *hiding_group, *other_group;
  LeakPlan *plan;
} LeakMaking;

/* leak-picks.c: what chance takes. @random is one of the two. */
guint leak_below (GRand *random, guint limit);
gboolean leak_is_for_control (const LeakMaking *self);
/* Words of what is released, or of what is withheld: with the canary. Transfer full. */
char *leak_make_words (const LeakMaking *self, gboolean seen);
LiaisonId leak_make_id (const LeakMaking *self, GRand *random);
LeakEntry *leak_pick (GPtrArray *entries, guint64 targets, GRand *random);
LiaisonId leak_pick_reference (const LeakMaking *self, guint64 targets, gboolean seen);
LiaisonIds *leak_pick_references (const LeakMaking *self, guint64 targets, gboolean seen);
const char *leak_intern (const char *text);
const char *leak_pick_nation (const LeakMaking *self, gboolean seen);
LiaisonCodes *leak_pick_nations (const LeakMaking *self, gboolean seen);
void leak_add_code (LiaisonCodes **codes, const char *code);
void leak_add_unknown_nations (const LeakMaking *self, LiaisonCodes **codes);

/* leak-values.c */
void
leak_fill_fields (LeakMaking *self, const LeakEntry *entry, LiaisonBlock *block, gboolean seen);
void leak_set_string (LiaisonBlock *block, const char *name, const char *text);

/* leak-release.c */
void leak_settle_release (LeakMaking *self, LeakEntry *entry);
void leak_settle_withheld (LeakMaking *self, LeakEntry *entry);
LiaisonMarking *leak_make_open_marking (const LeakMaking *self, const char *level);
void leak_fill_group (LeakMaking *self, LeakEntry *entry, const char *const *members, guint n);

G_END_DECLS
