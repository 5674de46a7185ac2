/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/dtg.h"
#include "record/kinds/exercise.h"
#include "record/times.h"
#include "review/rules/schedule-move.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longest group that is looked for, "WEDNESDAY 28 1600Z OCT 2027" and the like. */
#define MAX_LENGTH 40

typedef struct
{
  LiaisonReview *review;
  LiaisonDtgContext context;
  GHashTable *told; /* the groups of one field that were told of: translations have them too */
} Look;

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || (c & 0x80) != 0;
}

/* Whether six digits of a group begin at @p: "281600" and a zone letter, then a month. */
static gboolean
begins_group (const char *p)
{
  static const char months[] = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

  for (guint i = 0; i < 6; i++)
    if (!g_ascii_isdigit (p[i]))
      return FALSE;
  p += 6;
  if (!g_ascii_isupper (*p))
    return FALSE;
  p++;
  p += *p == ' ';
  for (guint i = 0; i < 12; i++)
    if (strncmp (p, months + 3 * i, 3) == 0)
      return TRUE;
  return FALSE;
}

/* The weekday that stands before the group, where there is one: where the text to be read begins. */
static const char *
find_weekday (const char *text, const char *group)
{
  static const char *const days[] = { "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN" };
  const char *p = group;

  if (p == text || p[-1] != ' ')
    return group;
  for (p--; p > text && g_ascii_isupper (p[-1]); p--)
    ;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (strncmp (p, days[i], 3) == 0)
      return p;
  return group;
}

/* The group with its year, as far as it goes. */
static char *
cut_group (const char *start, const char *group)
{
  const char *end = group + 7;

  end += *end == ' ';
  end += 3;
  end += *end == ' ' && g_ascii_isdigit (end[1]);
  while (g_ascii_isdigit (*end))
    end++;
  return end - start < MAX_LENGTH ? g_strndup (start, (gsize) (end - start)) : NULL;
}

static void
look_at_group (Look *look, const LiaisonBlock *block, const LiaisonField *field, const char *start, const char *group)
{
  g_autofree char *text = cut_group (start, group);
  g_autoptr (GError) error = NULL;
  LiaisonInstant instant;

  if (text == NULL || liaison_dtg_parse (text, &look->context, &instant, &error))
    return;
  gboolean weekday = g_error_matches (error, LIAISON_TIME_ERROR, LIAISON_TIME_ERROR_WEEKDAY);
  if ((!weekday && !g_error_matches (error, LIAISON_TIME_ERROR, LIAISON_TIME_ERROR_RANGE))
      || !g_hash_table_add (look->told, g_strdup (text)) || !liaison_review_may_list (look->review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      look->review, block, field->name,
      weekday ? N_ ("“{record}”, under “{field}”: “{text}” is not that day of the week.")
              : N_ ("“{record}”, under “{field}”: there is no time “{text}”."));
  liaison_finding_take_operand (finding, liaison_operand_field ("field", field->label));
  liaison_finding_take_operand (finding, liaison_operand_text ("text", text));
}

static void
look_at_text (Look *look, const LiaisonBlock *block, const LiaisonField *field, const char *text)
{
  for (const char *p = text; *p != '\0';)
    {
      if (!g_ascii_isdigit (*p))
        {
          p++;
          continue;
        }
      if ((p == text || !is_word (p[-1])) && begins_group (p))
        look_at_group (look, block, field, find_weekday (text, p), p);
      while (g_ascii_isdigit (*p))
        p++;
    }
}

/* All languages: a slip is often made in one of them only. */
static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  Look *look = review->state;

  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      if (g_hash_table_size (look->told) > 0)
        g_hash_table_remove_all (look->told);
      if (field->type == LIAISON_FIELD_STRING && !(field->flags & LIAISON_FIELD_HIDDEN))
        {
          const char *text = *(GRefString *const *) LIAISON_BLOCK_AT (block, field);
          if (text != NULL)
            look_at_text (look, block, field, text);
        }
      else if (field->type == LIAISON_FIELD_TEXT)
        {
          const LiaisonText *text = *(LiaisonText *const *) LIAISON_BLOCK_AT (block, field);
          for (guint j = 0; j < liaison_text_get_size (text); j++)
            look_at_text (look, block, field, liaison_text_get_string (text, j));
        }
    }
}

static gpointer
prepare (LiaisonReview *review)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (review->snapshot);
  Look *look = g_new0 (Look, 1);

  look->review = review;
  look->context = (LiaisonDtgContext) { review->now, LIAISON_DATA (Exercise, exercise)->zone };
  look->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  liaison_times_get_start (&review->lookup, exercise, &look->context.reference);
  return look;
}

static void
forget (gpointer data)
{
  Look *look = data;

  g_hash_table_unref (look->told);
  g_free (look);
}

/* The group with the weekday that its date has, as long as the wrong one was. NULL where it cannot be told. */
static char *
put_right (const LiaisonDtgContext *context, const char *group)
{
  static const char *const days[]
      = { "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY" };
  const char *rest = strchr (group, ' ');
  LiaisonInstant instant;
  LiaisonWall wall;

  if (rest == NULL || g_ascii_isdigit (*group) || !liaison_dtg_parse (rest + 1, context, &instant, NULL))
    return NULL;
  liaison_wall_from_unix (instant.seconds, instant.offset, &wall);
  return g_strdup_printf ("%.*s%s", rest - group == 3 ? 3 : 9, days[wall.weekday - 1], rest);
}

static GRefString *
replace (const char *text, const char *wrong, const char *right)
{
  g_autoptr (GString) written = g_string_new (text);

  g_string_replace (written, wrong, right, 0);
  return g_ref_string_new_len (written->str, (gssize) written->len);
}

/* In all languages in which it stands so. */
static void
offer_text (LiaisonFinding *finding, const LiaisonBlock *block, guint place, const char *wrong, const char *right, const char *label)
{
  const LiaisonText *text = *(LiaisonText *const *) LIAISON_BLOCK_AT (block, &block->shape->fields[place]);

  for (guint i = 0; i < liaison_text_get_size (text); i++)
    {
      const char *had = liaison_text_get_string (text, i);
      LiaisonSlot slot = liaison_slot_text (block->id, place, liaison_text_get_language (text, i));
      if (strstr (had, wrong) == NULL)
        continue;
      GRefString *written = replace (had, wrong, right);
      liaison_finding_take_fix (finding, label, &slot, liaison_value_string (written));
      g_ref_string_release (written);
    }
}

/* Where only the weekday is wrong: of the two the date is what people act on. */
static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  static const char label[] = N_ ("Write “{right}”");
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (review->snapshot);
  const LiaisonBlock *block = liaison_snapshot_find (review->snapshot, finding->records[0]);
  LiaisonDtgContext context = { review->now, LIAISON_DATA (Exercise, exercise)->zone };
  const char *wrong = liaison_fix_find_operand (finding, "text")->value.text;
  guint place;
  const LiaisonField *field = block != NULL ? liaison_shape_find (block->shape, finding->field, &place) : NULL;

  liaison_times_get_start (&review->lookup, exercise, &context.reference);
  g_autofree char *right = field != NULL ? put_right (&context, wrong) : NULL;
  if (right == NULL)
    return;
  if (field->type == LIAISON_FIELD_TEXT)
    offer_text (finding, block, place, wrong, right, label);
  else
    {
      LiaisonSlot slot = liaison_slot_field (block->id, place);
      GRefString *written = replace (*(GRefString *const *) LIAISON_BLOCK_AT (block, field), wrong, right);
      liaison_finding_take_fix (finding, label, &slot, liaison_value_field (field, &written));
      g_ref_string_release (written);
    }
  liaison_finding_take_operand (finding, liaison_operand_text ("right", right));
}

const LiaisonRule liaison_rule_dtg_weekday = {
  "dtg-weekday", LIAISON_SEVERITY_WARNING, N_ ("Date-time groups that cannot be"),
  N_ ("A text names a date-time group that does not exist, or whose weekday is another. Readers will each believe another half of "
      "it."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET_ALL, .prepare = prepare, .forget = forget, .fix = fix
};
