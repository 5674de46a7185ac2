/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonPackOrder: what a pack is to be: for whom, in which language, on which paper, with which
 * contents in which order. Made of a pack record of the plan or of a template; plain values, which
 * the caller may change. */
#pragma once

#include "record/kinds/pack.h"
#include "record/lookup.h"

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
  LiaisonPackAudience audience;
  const char *nation; /* interned; NULL: none */
  LiaisonParticipantRole role;
  LiaisonId post, event, group; /* of the plan, not of the copy; zero: none */
  char *post_code, *event_code; /* by which they are found in the copy; or NULL */

  /* How */
  char *title, *subtitle, *imprint, *version, *watermark; /* any may be NULL */
  char *code;       /* of the pack: on what is printed, and its file's name */
  char *template;   /* where it came from */
  char *language;   /* BCP 47 */
  const char *zone; /* interned; NULL: UTC */
  LiaisonDigitSet digits;
  LiaisonPaper paper;
  LiaisonLayout layout;
  double type_size; /* points */
  gboolean same_pages;
  gint32 valid_from, valid_until; /* LIAISON_DATE_UNSET: not said */
  gint64 from, until;             /* of the schedule, Unix s; G_MININT64, G_MAXINT64: open */
  char *cover_hash;               /* SHA-256 of the attachment on the cover, or NULL */

  /* Copies */
  guint copies, first_copy;
  char *copy_prefix; /* or NULL */

  GArray *parts; /* of LiaisonPackOrderPart */
} LiaisonPackOrder;

/* An order with nothing in it but what is usual. */
LiaisonPackOrder *liaison_pack_order_new (void);
LiaisonPackOrder *liaison_pack_order_copy (const LiaisonPackOrder *self);
void liaison_pack_order_free (LiaisonPackOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonPackOrder, liaison_pack_order_free)

/* Of a pack record, in @language or, where that is NULL, the record's own. */
LiaisonPackOrder *liaison_pack_order_new_for_record (const LiaisonLookup *lookup,
                                                     const LiaisonBlock *pack,
                                                     const char *language);
void liaison_pack_order_add_part (LiaisonPackOrder *self, LiaisonPackSection section);
gboolean liaison_pack_order_has (const LiaisonPackOrder *self, LiaisonPackSection section);

/* "NP-FR-007": what is printed on copy @number; NULL: unnumbered. Transfer full. */
char *liaison_pack_order_tell_copy (const LiaisonPackOrder *self, guint number);
/* The file's name without folder, "NP-FR.fr.pdf": only letters that every file system takes.
 * Transfer full. */
char *liaison_pack_order_make_file_name (const LiaisonPackOrder *self);

G_END_DECLS
