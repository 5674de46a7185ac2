/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as it comes from a file: the document, its audit trail, and how the file stood. */
#pragma once

#include "edit/editor.h"
#include "edit/trail.h"
#include "store/file-stamp.h"

G_BEGIN_DECLS

#define LIAISON_PLAN_FORMAT      "liaison-exercise"
#define LIAISON_PLAN_VERSION     1
#define LIAISON_PLAN_MAX_RECORDS 500000

typedef struct
{
  LiaisonDocument *document;
  LiaisonTrail *trail;
  LiaisonFileStamp stamp; /* of the file read; zero when it came from a stream */
  int version;            /* of the format it was written in */
  gboolean newer;         /* by a newer Liaison: to be read only */
} LiaisonPlan;

void liaison_plan_free (LiaisonPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonPlan, liaison_plan_free)

/* An empty plan. */
LiaisonPlan *liaison_plan_new (LiaisonId exercise);

/* How far a load is: bytes of bytes. Called now and then, in the thread that loads. */
typedef void (*LiaisonProgressFunc) (guint64 done, guint64 total, gpointer data);

/* Reads the file whole or not at all; in any thread, as nobody else knows the document yet. Errors
 * name the file, line, column and path (LIAISON_JSON_ERROR, LIAISON_STORE_ERROR, G_IO_ERROR).
 * @progress may be NULL. */
LiaisonPlan *liaison_plan_load (const char *path,
                                LiaisonProgressFunc progress,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);
/* The same from a stream (a resource, standard input). @total bytes may be 0 when it is not known.
 */
LiaisonPlan *liaison_plan_read (GInputStream *stream,
                                const char *display,
                                guint64 total,
                                LiaisonProgressFunc progress,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

/* Writes the canonical form. In any thread: works on a snapshot and on frozen bytes of the trail
 * (may be NULL). */
gboolean liaison_plan_write (const LiaisonSnapshot *snapshot,
                             GBytes *trail,
                             GOutputStream *stream,
                             GCancellable *cancellable,
                             GError **error);
/* Saves safely (store/safe-file.h). @stamp is how the file is expected to stand, and afterwards how
 * it stands; NULL when nothing is expected (new file, overwrite agreed). */
gboolean liaison_plan_save (const LiaisonSnapshot *snapshot,
                            GBytes *trail,
                            const char *path,
                            LiaisonFileStamp *stamp,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
