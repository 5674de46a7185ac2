/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/withheld-listing.h"

#include "words/sentence.h"

#include <glib/gi18n-lib.h>

char *
liaison_audience_tell (const LiaisonAudience *audience, const LiaisonManner *manner)
{
  const char *role =
      liaison_words_get (manner->words, liaison_participant_roles.choices[audience->role].label);
  guint n;
  const char *const *nations = liaison_codes_get (audience->nations, &n);

  switch (audience->type)
    {
    case LIAISON_AUDIENCE_PLANNERS:
      return g_strdup (liaison_words_get (manner->words, N_ ("Planners")));
    case LIAISON_AUDIENCE_ROLE:
      return g_strdup (role);
    case LIAISON_AUDIENCE_NATION:
      if (audience->role == LIAISON_PARTICIPANT_ROLE_UNSET)
        return liaison_manner_tell_nation (manner, n > 0 ? nations[0] : audience->name);
      /* Translators: A nation, and the role of those of its people that are meant: “France,
       * exercise control”. */
      return liaison_words_format (manner->words, N_ ("{nation}, {role}"),
                                   liaison_operand_nation ("nation", nations[0]),
                                   liaison_operand_text ("role", role));
    default:
      return liaison_manner_tell_name (manner, audience->record);
    }
}

char *
liaison_withheld_listing_tell_title (const LiaisonAudience *audience, const LiaisonManner *manner)
{
  g_autofree char *name = liaison_audience_tell (audience, manner);

  /* Translators: {audience} is such as “France” or “Evaluators”. */
  return liaison_words_format (manner->words, N_ ("Withheld from {audience}"),
                               liaison_operand_text ("audience", name));
}

static char *
tell_record (const LiaisonWithheld *withheld, const LiaisonManner *manner)
{
  const LiaisonBlock *block = liaison_lookup_find (&manner->lookup, withheld->record);
  const LiaisonField *code =
      block != NULL ? liaison_shape_find_flagged (block->shape, LIAISON_FIELD_CODE) : NULL;
  g_autofree char *name = liaison_manner_tell_name (manner, withheld->record);
  g_autofree char *serial = code != NULL ? liaison_manner_tell_field (manner, block, code) : NULL;

  return serial != NULL && *serial != '\0' && g_strcmp0 (serial, name) != 0
             ? g_strdup_printf ("%s %s", serial, name)
             : g_steal_pointer (&name);
}

static void
add_row (LiaisonListing *self,
         const LiaisonRedaction *redaction,
         const LiaisonWithheld *withheld,
         const LiaisonManner *manner)
{
  g_autofree char *record = tell_record (withheld, manner);
  g_autofree char *reason = liaison_withheld_tell (withheld, redaction->audience, manner);

  liaison_listing_begin_row (self, 0);
  liaison_listing_add_text (
      self, liaison_words_get (manner->words, liaison_kind_get (withheld->kind)->plural_label));
  liaison_listing_add_text (self, record);
  liaison_listing_add_text (self, withheld->field != NULL
                                      ? liaison_words_get (manner->words, withheld->field->label)
                                      : "");
  liaison_listing_add_text (self, reason);
}

LiaisonListing *
liaison_withheld_listing_new (const LiaisonRedaction *redaction, const LiaisonManner *manner)
{
  const char *headings[] = {
    liaison_words_get (manner->words, N_ ("Table")),
    liaison_words_get (manner->words, N_ ("Record")),
    liaison_words_get (manner->words, N_ ("Field")),
    /* Translators: Why something is withheld */
    liaison_words_get (manner->words, N_ ("Reason")),
  };
  LiaisonListing *self = liaison_listing_new_plain (manner, headings, G_N_ELEMENTS (headings));
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner->lookup);

  self->title = liaison_withheld_listing_tell_title (redaction->audience, manner);
  if (self->exercise == NULL)
    self->exercise = liaison_manner_tell_block_name (manner, exercise);
  /* Translators: Over a sheet that tells what nations may not see. */
  self->marking = g_strdup (liaison_words_get (manner->words, N_ ("FOR PLANNERS ONLY")));
  for (guint i = 0; i < redaction->named->len; i++)
    add_row (self, redaction, &g_array_index (redaction->named, LiaisonWithheld, i), manner);
  for (guint i = 0; i < redaction->withheld->len; i++)
    add_row (self, redaction, &g_array_index (redaction->withheld, LiaisonWithheld, i), manner);
  return self;
}
