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

/* Numbers by chance, the same for the same beginning (splitmix64: D. Lea, G. Steele, C. Flood). */
typedef struct
{
  guint64 state;
} LeakRandom;

/* What becomes of a record that the audience sees in one version at least. */
typedef enum
{
  LEAK_STAYS,
  LEAK_GOES,  /* withheld or not there now: nobody is to know which */
  LEAK_COMES, /* withheld or not there then */
} LeakLife;

/* A record in the making. */
typedef struct
{
  const LiaisonKind *kind;
  guint index; /* by which chance knows it */
  LiaisonId id;
  LeakLife life;
  gboolean edited;  /* something that is released changes between the versions */
  gboolean seen;    /* in this version */
  gboolean present; /* in this version */
  const char *code; /* of a nation */
  char *serial;     /* owned, or NULL */
  char *order;      /* owned, or NULL */
  gint64 start;     /* Unix s of a withheld stage */
  LiaisonBlock *block;
} LeakEntry;

typedef struct
{
  /* What chance takes next */
  LeakRandom *open, *closed;

  guint32 open_seed, closed_seed;
  LeakAudience whom;
  LeakVersion version;
  GPtrArray *seen;     /* of LeakEntry: seen in one version at least */
  GPtrArray *withheld; /* of LeakEntry: never seen */
  LeakEntry *exercise, *seen_group, *hiding_group, *other_group;
  LeakPlan *plan;
} LeakMaking;

/* What chance is asked about, beside fields by their place in the table. */
enum
{
  LEAK_OF_ID = 200,
  LEAK_OF_LIFE,
  LEAK_OF_RELEASE,
  LEAK_OF_PARENT,
  LEAK_OF_NUMBERS,
  LEAK_OF_START,
  LEAK_OF_COLUMNS,
  LEAK_OF_MEMBERS,
  LEAK_OF_FILE,
  LEAK_OF_UNKNOWN,
  LEAK_OF_PICTURE,
};

/* leak-chance.c */
/* A number that depends on all of these and on nothing else. */
guint64 leak_mix (guint32 seed, guint index, guint about, guint edition);
/* The next numbers are about this, whatever was taken before: by what @index and @about come to,
 * and by which edition of it stands in this version. */
void
leak_aim (LeakMaking *self, guint index, guint about, guint open_edition, guint closed_edition);
/* The same of a field of a record, or, with @item from 1 and @item_field, of an item in it. */
void
leak_aim_at (LeakMaking *self, const LeakEntry *entry, guint field, guint item, guint item_field);
guint leak_below (LeakRandom *random, guint limit);

/* leak-picks.c: what chance takes. @random is one of the two. */
gboolean leak_is_for_control (const LeakMaking *self);
/* Words of what is released, or of what is withheld: with the canary. Transfer full. */
char *leak_make_words (const LeakMaking *self, gboolean seen);
LiaisonId leak_make_id (const LeakMaking *self, LeakRandom *random);
/* Of any version. */
LeakEntry *leak_pick (GPtrArray *entries, guint64 targets, LeakRandom *random);
LiaisonId leak_pick_reference (const LeakMaking *self, guint64 targets, gboolean seen);
LiaisonIds *leak_pick_references (const LeakMaking *self, guint64 targets, gboolean seen);
const char *leak_intern (const char *text);
const char *leak_pick_nation (const LeakMaking *self, gboolean seen);
LiaisonCodes *leak_pick_nations (const LeakMaking *self, gboolean seen);
void leak_add_code (LiaisonCodes **codes, const char *code);
void leak_add_unknown_nations (const LeakMaking *self, LiaisonCodes **codes);

/* leak-values.c */
void leak_fill_fields (LeakMaking *self, const LeakEntry *entry, LiaisonBlock *block);
void leak_set_string (LiaisonBlock *block, const char *name, const char *text);

/* One field, and a member that no version knows. */
void leak_fill_field (LeakMaking *self,
                      const LeakEntry *entry,
                      LiaisonBlock *block,
                      const LiaisonField *field,
                      gboolean seen);
void leak_add_unknown_member (const LeakMaking *self, LiaisonBlock *block);

/* leak-items.c: what stands in a list of a record; @seen: in a list that is seen. NULL: nothing. */
LiaisonItems *leak_make_items (LeakMaking *self,
                               const LeakEntry *entry,
                               const LiaisonField *field,
                               gboolean seen);

/* leak-picture.c: a small picture, where the record is an attachment. */
void leak_settle_picture (LeakMaking *self, const LeakEntry *entry);

/* leak-list.c: the records there are, before anything is in them, and their numbers. */
void leak_list_records (LeakMaking *self);
void leak_number_records (LeakMaking *self);
LeakEntry *leak_find_first (const LeakMaking *self, const LiaisonKind *kind);
void leak_entry_free (gpointer data);

/* leak-release.c */
void leak_settle_release (LeakMaking *self, LeakEntry *entry);
void leak_settle_withheld (LeakMaking *self, LeakEntry *entry);
LiaisonMarking *leak_make_open_marking (const LeakMaking *self, const char *level);
void leak_fill_group (LeakMaking *self, LeakEntry *entry, const char *const *members, guint n);

G_END_DECLS
