/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/template.h"

#include "liaison-templates.h"
#include "record/kinds/exercise.h"
#include "store/template-private.h"

#define RESOURCE_FOLDER "/org/liaisonplanner/Liaison/templates/"

G_DEFINE_QUARK (liaison - template - error, liaison_template_error)

#define N_(msgid) msgid

static const char *const sentences[] = {
  [LIAISON_TEMPLATE_ERROR_NAME] = N_ ("That name is too long."),
  [LIAISON_TEMPLATE_ERROR_DATE] = N_ ("Write the day of STARTEX as 2027-10-25 or 25OCT27."),
  [LIAISON_TEMPLATE_ERROR_DAYS] = N_ ("An exercise lasts from 1 to 365 days."),
  [LIAISON_TEMPLATE_ERROR_ZONE] =
      N_ ("There is no such time zone. Choose a city, or a name such as Europe/Oslo."),
  [LIAISON_TEMPLATE_ERROR_HOST] = N_ ("Write the host as the code of a nation, such as NO."),
};

gboolean
liaison_template_fail (LiaisonTemplateError code, GError **error)
{
  g_set_error_literal (error, LIAISON_TEMPLATE_ERROR, code, sentences[code]);
  return FALSE;
}

/* From the field to the table. */
static const char *const names[] = { "live", "command-post", "table-top", "civil-protection",
                                     "seminar" };

static LiaisonTemplate *
new_taking_plan (LiaisonPlan *plan, const char *name)
{
  LiaisonTemplate *self = g_new0 (LiaisonTemplate, 1);

  g_atomic_ref_count_init (&self->refs);
  self->name = g_strdup (name);
  self->plan = liaison_document_get_snapshot (plan->document);
  liaison_plan_free (plan);
  return self;
}

LiaisonTemplate *
liaison_template_ref (LiaisonTemplate *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_template_unref (LiaisonTemplate *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->plan, liaison_snapshot_unref);
  g_free (self->name);
  g_free (self);
}

LiaisonTemplate *
liaison_template_new_empty (void)
{
  return new_taking_plan (liaison_plan_new (liaison_id_new_from_parts (0, 0, 1)), "empty");
}

/* Ours are tested to be there and whole. */
static LiaisonTemplate *
read_own (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, ".liaison", NULL);
  g_autoptr (GInputStream) stream = NULL;
  LiaisonPlan *plan;

  stream = g_resource_open_stream (liaison_templates_get_resource (), path, 0, NULL);
  g_assert (stream != NULL);
  plan = liaison_plan_read (stream, name, 0, NULL, NULL, NULL, NULL);
  g_assert (plan != NULL);
  return new_taking_plan (plan, name);
}

LiaisonTemplate *
liaison_template_new_for_plan (LiaisonSnapshot *plan, const char *name)
{
  LiaisonTemplate *self = g_new0 (LiaisonTemplate, 1);

  g_atomic_ref_count_init (&self->refs);
  self->plan = liaison_snapshot_ref (plan);
  self->name = g_strdup (name);
  return self;
}

GPtrArray *
liaison_template_list (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_template_unref);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (all, read_own (names[i]));
  return all;
}

LiaisonTemplate *
liaison_template_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return read_own (name);
  return NULL;
}

LiaisonTemplate *
liaison_template_load (const char *path, GCancellable *cancellable, GError **error)
{
  LiaisonPlan *plan = liaison_plan_load (path, NULL, NULL, cancellable, error);
  g_autofree char *name = g_path_get_basename (path);

  if (plan == NULL)
    return NULL;
  if (g_str_has_suffix (name, ".liaison"))
    name[strlen (name) - strlen (".liaison")] = '\0';
  return new_taking_plan (plan, name);
}

const char *
liaison_template_get_name (const LiaisonTemplate *self)
{
  return self->name;
}

static const LiaisonExerciseData *
get_exercise (const LiaisonTemplate *self)
{
  return LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (self->plan));
}

const char *
liaison_template_get_title (const LiaisonTemplate *self, const char *language)
{
  return liaison_text_pick (get_exercise (self)->name, language, NULL);
}

const char *
liaison_template_get_summary (const LiaisonTemplate *self, const char *language)
{
  return liaison_text_pick (get_exercise (self)->notes, language, NULL);
}

const char *
liaison_template_get_zone (const LiaisonTemplate *self)
{
  const LiaisonExerciseData *exercise = get_exercise (self);

  return exercise->zone != NULL ? exercise->zone : exercise->startex.zone;
}

const char *
liaison_template_get_own_zone (const LiaisonTemplate *self)
{
  const char *zone = liaison_template_get_zone (self);
  return zone != NULL ? zone : "";
}

gboolean
liaison_template_get_wall (const LiaisonTemplate *self,
                           const LiaisonInstant *instant,
                           LiaisonWall *wall)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (self->plan);
  gint64 seconds;
  gint32 offset;

  if (liaison_times_resolve (&lookup, instant, &seconds, NULL) != LIAISON_TIME_KNOWN
      || !liaison_zone_get_offset (liaison_template_get_zone (self), seconds, &offset))
    return FALSE;
  liaison_wall_from_unix (seconds, offset, wall);
  return TRUE;
}

guint
liaison_template_get_days (const LiaisonTemplate *self)
{
  const LiaisonExerciseData *exercise = get_exercise (self);
  LiaisonWall start, end;
  gint32 first, last;

  if (!liaison_template_get_wall (self, &exercise->startex, &start)
      || !liaison_template_get_wall (self, &exercise->endex, &end)
      || !liaison_days_from_date (start.year, start.month, start.day, &first)
      || !liaison_days_from_date (end.year, end.month, end.day, &last) || last < first)
    return 0;
  return last - first + 1;
}
