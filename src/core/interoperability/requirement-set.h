/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Catalogues: requirements to choose from, as data (resources/interoperability), and choosing. */
#pragma once

#include "edit/proposal.h"
#include "record/kinds/requirement.h"
#include "record/snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Immutable once read, counted. */
typedef struct
{
  gatomicrefcount refs;
  char *name; /* as a requirement's field "set" has it */
  LiaisonText *title, *summary;
  char *source;            /* where it comes from, in English */
  gint32 date;             /* when it was last looked through, days since 1970-01-01 */
  GPtrArray *requirements; /* of LiaisonBlock: a chapter, then those in it, and so on */
} LiaisonRequirementSet;

typedef enum
{
  LIAISON_REQUIREMENT_SET_ERROR_FORMAT, /* not a catalogue, or a member that is missing or not known
                                         */
  LIAISON_REQUIREMENT_SET_ERROR_SERIAL, /* a serial that is missing or comes twice */
  LIAISON_REQUIREMENT_SET_ERROR_SIZE,   /* over 1 MiB, or more than 1000 requirements */
} LiaisonRequirementSetError;

#define LIAISON_REQUIREMENT_SET_ERROR (liaison_requirement_set_error_quark ())
GQuark liaison_requirement_set_error_quark (void);

/* Reads the JSON of a catalogue. What is no JSON, or no requirement, fails in LIAISON_JSON_ERROR
 * with its place. */
LiaisonRequirementSet *liaison_requirement_set_read (GBytes *bytes, GError **error);
LiaisonRequirementSet *liaison_requirement_set_ref (LiaisonRequirementSet *self);
void liaison_requirement_set_unref (LiaisonRequirementSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRequirementSet, liaison_requirement_set_unref)

/* Those that come with the program, in the order people are shown them; free with
 * g_ptr_array_unref (). */
GPtrArray *liaison_requirement_set_list (void);

/* The requirement of a plan that was taken from there, by its set and serial; NULL: none. */
const LiaisonBlock *liaison_requirement_set_find_taken (const LiaisonRequirementSet *self,
                                                        const LiaisonSnapshot *snapshot,
                                                        guint number);

/* Has the plan use those for which @chosen (as many as there are requirements; chapters are not
 * looked at) says so, and no others of this catalogue, in one group of edits. What is new is added
 * with its chapter, with the exercise's default marking and host as originator; what was used and
 * is no longer stays, unused, with what was found of it. @now: Unix ms. NULL: nothing changes.
 * Transfer full. */
LiaisonProposal *liaison_requirement_set_choose (const LiaisonRequirementSet *self,
                                                 const LiaisonSnapshot *snapshot,
                                                 const gboolean *chosen,
                                                 gint64 now);
/* The same for the requirements that a plan has, as liaison_requirement_set_list_own () lists them.
 */
LiaisonProposal *liaison_requirement_set_choose_own (const GPtrArray *requirements,
                                                     const gboolean *chosen);
/* The requirements of a plan, chapter by chapter, chapters before theirs. Borrowed blocks. */
GPtrArray *liaison_requirement_set_list_own (const LiaisonSnapshot *snapshot);

G_END_DECLS
