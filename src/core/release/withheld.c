/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/withheld.h"

#include <glib/gi18n-lib.h>

const char *
liaison_withheld_reason_get_nick (LiaisonWithheldReason reason)
{
  static const char *const nicks[] = {
    [LIAISON_WITHHELD_UNMARKED] = "unmarked", [LIAISON_WITHHELD_LIST] = "not-on-list",
    [LIAISON_WITHHELD_LEVEL] = "level",       [LIAISON_WITHHELD_CONTROL] = "control",
    [LIAISON_WITHHELD_PLANNERS] = "planners", [LIAISON_WITHHELD_REFERENCE] = "reference",
    [LIAISON_WITHHELD_ITEM] = "item",         [LIAISON_WITHHELD_NAMED] = "named",
    [LIAISON_WITHHELD_GONE] = "gone",
  };

  return nicks[reason];
}

const char *
liaison_withheld_reason_get_letter (LiaisonWithheldReason reason)
{
  static const char *const letters[] = {
    /* Translators: One letter, in a cell of a matrix: for its originator only. */
    [LIAISON_WITHHELD_UNMARKED] = N_ ("O"),
    [LIAISON_WITHHELD_LIST] = "–",
    /* Translators: One letter, in a cell of a matrix: the marking is too high. */
    [LIAISON_WITHHELD_LEVEL] = N_ ("H"),
    /* Translators: One letter, in a cell of a matrix: for exercise control only. */
    [LIAISON_WITHHELD_CONTROL] = N_ ("C"),
    /* Translators: One letter, in a cell of a matrix: the planners’ own. */
    [LIAISON_WITHHELD_PLANNERS] = N_ ("P"),
  };

  return letters[reason];
}

const char *
liaison_withheld_tell_legend (LiaisonWords *words)
{
  /* Translators: What the letters in the cells of a matrix mean; use the letters that you chose for
   * the cells. */
  return liaison_words_get (words,
                            N_ ("✓ goes to the nation · – not on the release list · O for the "
                                "originator only · C for exercise control"));
}

static const char *
get_sentence (const LiaisonWithheld *self, const LiaisonAudience *audience)
{
  switch (self->reason)
    {
    case LIAISON_WITHHELD_UNMARKED:
      return N_ ("It has no marking, so it is for its originator only.");
    case LIAISON_WITHHELD_LIST:
      return N_ ("{nation} is not on its release list.");
    case LIAISON_WITHHELD_LEVEL:
      /* Translators: {level} is such as “EXERCISE-UNCLASSIFIED”. */
      return audience->highest != NULL ? N_ ("It is marked above {level}.")
                                       : N_ ("It is marked too high.");
    case LIAISON_WITHHELD_CONTROL:
      return N_ ("It is for exercise control, never for players.");
    case LIAISON_WITHHELD_PLANNERS:
      return N_ ("It is the planning cell’s own.");
    case LIAISON_WITHHELD_NAMED:
      return N_ (
          "This text is released and names “{record}”, which is withheld. Take the name out.");
    case LIAISON_WITHHELD_GONE:
      return N_ ("It went out with the earlier version: the page of changes names it as gone.");
    case LIAISON_WITHHELD_ITEM:
      return liaison_id_is_zero (self->other)
                 ? N_ ("A line of it is about something that is withheld.")
                 : N_ ("A line of it is about “{record}”, which is withheld.");
    case LIAISON_WITHHELD_REFERENCE:
    default:
      return liaison_id_is_zero (self->other) ? N_ ("It names what is withheld.")
                                              : N_ ("It refers to “{record}”, which is withheld.");
    }
}

char *
liaison_withheld_tell (const LiaisonWithheld *self,
                       const LiaisonAudience *audience,
                       const LiaisonManner *manner)
{
  g_autoptr (GArray) operands = liaison_operands_new ();

  if (self->nation != NULL)
    {
      LiaisonOperand nation = liaison_operand_nation ("nation", self->nation);
      g_array_append_val (operands, nation);
    }
  if (audience->highest != NULL)
    {
      LiaisonOperand level = liaison_operand_text ("level", audience->highest);
      g_array_append_val (operands, level);
    }
  if (!liaison_id_is_zero (self->other))
    {
      LiaisonOperand record = liaison_operand_record ("record", self->other);
      g_array_append_val (operands, record);
    }
  return liaison_manner_tell_sentence (manner, get_sentence (self, audience), operands);
}
