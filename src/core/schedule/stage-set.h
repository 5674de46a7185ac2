/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage sets: planning processes as data, from which the stages of a plan are made. */
#pragma once

#include "record/kinds/event.h"
#include "record/kinds/stage.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whole weeks after STARTEX or ENDEX; negative: before. In files "STARTEX-24w", "ENDEX+6w". */
typedef struct
{
  gboolean endex;
  int weeks; /* -520 to 520 */
} LiaisonStageTime;

typedef struct
{
  LiaisonConferenceType type; /* never UNSET */
  LiaisonText *title;
  LiaisonStageTime at;
  guint days; /* 1 to 30 */
} LiaisonStageSetConference;

typedef struct
{
  LiaisonText *title;
  LiaisonStageTime due;
  LiaisonConferenceType conference; /* of the same stage, that needs it; UNSET: none */
} LiaisonStageSetProduct;

typedef struct
{
  char *code;
  LiaisonText *title, *purpose, *exit; /* the last two may be NULL */
  LiaisonStagePhase phase;
  LiaisonStageTime start, end;
  GArray *conferences; /* of LiaisonStageSetConference */
  GArray *products;    /* of LiaisonStageSetProduct */
} LiaisonStageSetStage;

/* Immutable once read, counted. */
typedef struct
{
  gatomicrefcount refs;
  char *name; /* as the exercise's field "stage-set" has it */
  LiaisonText *title, *summary;
  char *source;      /* where its names come from, in English */
  GPtrArray *stages; /* of LiaisonStageSetStage, in their order */
} LiaisonStageSet;

typedef enum
{
  LIAISON_STAGE_SET_ERROR_JSON,   /* no JSON, or not an object of a stage set */
  LIAISON_STAGE_SET_ERROR_MEMBER, /* a member that is missing, not known or not what it should be */
  LIAISON_STAGE_SET_ERROR_TIME,   /* no time, or an end before its start */
  LIAISON_STAGE_SET_ERROR_SIZE,   /* over 256 KiB, or more than 60 stages */
} LiaisonStageSetError;

#define LIAISON_STAGE_SET_ERROR (liaison_stage_set_error_quark ())
GQuark liaison_stage_set_error_quark (void);

/* Reads the JSON of a set. Messages name the place: "stages[3].products[0].due: ...". */
LiaisonStageSet *liaison_stage_set_read (GBytes *bytes, GError **error);
LiaisonStageSet *liaison_stage_set_ref (LiaisonStageSet *self);
void liaison_stage_set_unref (LiaisonStageSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonStageSet, liaison_stage_set_unref)

/* Those that come with the program, in the order people are shown them; free with
 * g_ptr_array_unref (). */
GPtrArray *liaison_stage_set_list (void);
/* The one of that name that comes with the program, or NULL. Transfer full. */
LiaisonStageSet *liaison_stage_set_find (const char *name);

G_END_DECLS
