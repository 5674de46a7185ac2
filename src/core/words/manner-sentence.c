/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/manner-private.h"
#include "words/sentence.h"

static char *
name_record_cb (LiaisonId id, LiaisonWords *words, gpointer data)
{
  const LiaisonManner *manner = data;
  const LiaisonBlock *block = liaison_lookup_find (&manner->lookup, id);

  return block ? liaison_manner_tell_block_name (manner, block) : NULL;
}

/* The operand, but with the plan's own names of nations, and with the zone of a time. */
static LiaisonOperand
tell_operand (const LiaisonManner *manner, const LiaisonOperand *operand)
{
  g_autofree char *text = NULL;

  if (operand->kind == LIAISON_OPERAND_NATION)
    text = liaison_manner_tell_nation (manner, operand->value.nation);
  else if (operand->kind == LIAISON_OPERAND_SECONDS_AT)
    text = liaison_manner_tell_time (manner, operand->value.seconds, NULL);
  return text ? liaison_operand_text (operand->name, text) : liaison_operand_copy (operand);
}

char *
liaison_manner_tell_sentence (const LiaisonManner *manner,
                              const char *msgid,
                              const GArray *operands)
{
  LiaisonReaderContext context = { manner->zone, manner->format == LIAISON_TIME_AS_DTG,
                                   name_record_cb, (gpointer) manner };
  g_autoptr (GArray) told = liaison_operands_new ();

  for (guint i = 0; operands && i < operands->len; i++)
    {
      LiaisonOperand operand = tell_operand (manner, &g_array_index (operands, LiaisonOperand, i));

      g_array_append_val (told, operand);
    }
  return liaison_words_format_operands (manner->words, msgid, (const LiaisonOperand *) told->data,
                                        told->len, &context);
}

char *
liaison_manner_tell_finding (const LiaisonManner *manner, const LiaisonFinding *finding)
{
  return liaison_manner_tell_sentence (manner, finding->sentence, finding->operands);
}
