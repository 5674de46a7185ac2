/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonPackOrder: what a pack is to be: for whom, in which language, on which paper, with which
 * contents in which order. Made of a pack record of the plan or of a template; plain values, which
 * the caller may change. */
#pragma once

#include "record/kinds/pack.h"
#include "record/lookup.h"
#include "release/audience.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One part of the contents. */
typedef struct
{
  LiaisonPackSection section;
  char *heading; /* where it differs from the usual one, or NULL */
  char *text;    /* printed before the section, or of its own; or NULL */
  char *filter;  /* condition on records, or NULL */
  char *columns; /* names of fields, or NULL */
  gboolean new_page;
} LiaisonPackOrderPart;

typedef struct
{
  /* For whom */
  LiaisonAudience *audience; /* owned; never NULL */
  const char *nation;        /* whose own people they are; interned; NULL: of several nations */
  LiaisonId post, event;     /* of the plan, not of the copy; zero: none */
  LiaisonId record;          /* of the pack in the plan; zero: of none */
  LiaisonId baseline;        /* of the plan: changes are told since then; zero: they are not */

  /* How */
  char *title, *subtitle, *imprint, *version, *watermark; /* any may be NULL */
  char *previous;   /* the version that changes are told since, or NULL */
  char *code;       /* of the pack: on what is printed, and its file's name */
  char *file_name;  /* another one, without language and ending; or NULL */
  char *template;   /* where it came from */
  char *language;   /* BCP 47 */
  const char *zone; /* interned; NULL: that of the audience, else of the exercise */
  LiaisonDigitSet digits;
  LiaisonPaper paper; /* UNSET: as the audience has it */
  LiaisonLayout layout;
  double type_size; /* points */
  gboolean same_pages;
  gboolean count_withheld;        /* say how much is withheld, whatever the exercise says */
  gint32 valid_from, valid_until; /* LIAISON_DATE_UNSET: not said */
  gint64 from, until;             /* of the schedule, Unix s; G_MININT64, G_MAXINT64: open */
  char *cover_hash;               /* SHA-256 of the attachment on the cover, or NULL */

  /* Copies */
  guint copies, first_copy;
  char *copy_prefix; /* or NULL */

  GArray *parts; /* of LiaisonPackOrderPart */
} LiaisonPackOrder;

/* An order with nothing in it but what is usual for the audience. */
LiaisonPackOrder *liaison_pack_order_new (const LiaisonSnapshot *plan, LiaisonAudience *audience);
LiaisonPackOrder *liaison_pack_order_copy (const LiaisonPackOrder *self);
void liaison_pack_order_free (LiaisonPackOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonPackOrder, liaison_pack_order_free)

/* Of a pack record, in @language or, where that is NULL, the record's own. Errors are those of
 * LIAISON_AUDIENCE_ERROR. */
LiaisonPackOrder *liaison_pack_order_new_for_record (const LiaisonSnapshot *plan,
                                                     const LiaisonBlock *pack,
                                                     const char *language,
                                                     GError **error);
/* Of every pack record of @plan that is not withdrawn and has an audience: of LiaisonPackOrder,
 * transfer full. */
GPtrArray *liaison_pack_orders_new_for_plan (const LiaisonSnapshot *plan, const char *language);
void liaison_pack_order_add_part (LiaisonPackOrder *self, LiaisonPackSection section);
gboolean liaison_pack_order_has (const LiaisonPackOrder *self, LiaisonPackSection section);

/* "NP-FR-007": what is printed on copy @number; NULL: unnumbered. Transfer full. */
char *liaison_pack_order_tell_copy (const LiaisonPackOrder *self, guint number);
/* The file's name without folder, "NP-FR.fr.pdf": only letters that every file system takes.
 * Transfer full. */
char *liaison_pack_order_make_file_name (const LiaisonPackOrder *self);
/* Names for files of @orders (of LiaisonPackOrder) in one folder. Where two would be one, on file
 * systems that do not tell capitals apart either, each of them has eight letters made from its own
 * record in it: they say nothing of the others, and are the same whatever is printed along. NULL
 * with G_IO_ERROR_EXISTS where two are of one record and language. NULL-terminated, transfer full.
 */
char **liaison_pack_orders_name_files (const GPtrArray *orders, GError **error);

G_END_DECLS
