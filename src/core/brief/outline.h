/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outlines: the questions that a briefing card answers, from which new cards are made. */
#pragma once

#include "record/kinds/briefing.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  LiaisonBriefingTopic topic;
  LiaisonText *question;
} LiaisonOutlineTopic;

typedef struct
{
  LiaisonPhraseUse use;
  LiaisonText *meaning;
} LiaisonOutlinePhrase;

typedef struct
{
  char *name, *source;
  LiaisonText *title, *summary;
  GArray *topics;   /* of LiaisonOutlineTopic */
  GArray *phrases;  /* of LiaisonOutlinePhrase */
  GPtrArray *ranks; /* of char *: codes */
} LiaisonOutline;

typedef enum
{
  LIAISON_OUTLINE_ERROR_FORMAT, /* no JSON, or not what an outline has */
} LiaisonOutlineError;

#define LIAISON_OUTLINE_ERROR (liaison_outline_error_quark ())
GQuark liaison_outline_error_quark (void);

LiaisonOutline *liaison_outline_read (GBytes *bytes, GError **error);
void liaison_outline_free (LiaisonOutline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonOutline, liaison_outline_free)
/* Those that come with the program. Transfer full, of LiaisonOutline. */
GPtrArray *liaison_outline_list (void);

/* A card of @nation with one empty statement a topic, the codes of ranks and the phrases to be
 * translated into @phrase_language (a tag, or NULL: English is put and is to be changed). @now:
 * Unix ms, for ids. Transfer full. */
LiaisonBlock *liaison_outline_make_card (const LiaisonOutline *self,
                                         const char *nation,
                                         const char *phrase_language,
                                         const LiaisonMarking *marking,
                                         gint64 now);
/* The question of a topic, from the outlines that come with the program; borrowed, never freed;
 * NULL for topics without one. */
const LiaisonText *liaison_outline_get_question (LiaisonBriefingTopic topic);

G_END_DECLS
