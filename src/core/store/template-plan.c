/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/intern.h"
#include "record/kinds/exercise.h"
#include "record/kinds/group.h"
#include "record/kinds/nation.h"
#include "store/template-private.h"

/* The hours of an exercise whose template has none. */
#define USUAL_START 8
#define USUAL_END   16

/* A plan in the making. */
typedef struct
{
  const LiaisonTemplate *template;
  const LiaisonTemplateWishes *wishes;
  const char *zone;              /* interned; NULL: none wished for and none there */
  const char *host;              /* interned, or NULL */
  LiaisonInstant startex, endex; /* UNSET: as they stand in the template */
  LiaisonRenewal renewal;
} Making;

static const LiaisonExerciseData *
get_exercise (const Making *making)
{
  return LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (making->template->plan));
}

static gboolean
check_name (const Making *making, GError **error)
{
  const char *name = making->wishes->name;
  const LiaisonField *title =
      liaison_shape_find_flagged (&liaison_exercise_kind.shape, LIAISON_FIELD_TITLE);

  if (name == NULL
      || (g_utf8_validate (name, -1, NULL) && strlen (name) <= liaison_field_get_limit (title)))
    return TRUE;
  return liaison_template_fail (LIAISON_TEMPLATE_ERROR_NAME, error);
}

static gboolean
take_zone (Making *making, GError **error)
{
  const char *wish = making->wishes->zone, *own = liaison_template_get_zone (making->template);

  if (wish == NULL)
    {
      making->zone = own;
      return TRUE;
    }
  if (!liaison_zone_is_known (wish))
    return liaison_template_fail (LIAISON_TEMPLATE_ERROR_ZONE, error);
  making->zone = liaison_zone_intern (wish, strlen (wish));
  making->renewal.old_zone = own;
  making->renewal.new_zone = making->zone;
  return TRUE;
}

static gboolean
take_host (Making *making, GError **error)
{
  const char *wish = making->wishes->host;

  if (wish == NULL || *wish == '\0')
    return TRUE;
  if (liaison_id_is_zero (liaison_id_for_code (wish)))
    return liaison_template_fail (LIAISON_TEMPLATE_ERROR_HOST, error);
  making->host = liaison_intern (wish, strlen (wish));
  return TRUE;
}

/* The instant @days after the day of STARTEX, at the time of day that @old had. */
static gboolean
place (const Making *making, guint days, const LiaisonInstant *old, int hour, LiaisonInstant *at)
{
  const LiaisonTemplateWishes *wishes = making->wishes;
  LiaisonWall wall = { .hour = hour };
  gint32 day;

  if (!liaison_days_from_date (wishes->year, wishes->month, wishes->day, &day))
    return FALSE;
  liaison_template_get_wall (making->template, old, &wall);
  liaison_date_from_days (day + (gint32) days, &wall.year, &wall.month, &wall.day);
  return liaison_instant_from_wall (wall.year, wall.month, wall.day, wall.hour, wall.minute,
                                    wall.second, making->zone, at, NULL);
}

static gboolean
take_dates (Making *making, GError **error)
{
  const LiaisonTemplateWishes *wishes = making->wishes;
  const LiaisonExerciseData *exercise = get_exercise (making);
  guint days = wishes->days > 0 ? wishes->days : liaison_template_get_days (making->template);

  if (wishes->year == 0 && exercise->startex.form == LIAISON_INSTANT_UNSET)
    return TRUE;
  if (days > LIAISON_TEMPLATE_MAX_DAYS)
    return liaison_template_fail (LIAISON_TEMPLATE_ERROR_DAYS, error);
  if (!place (making, 0, &exercise->startex, USUAL_START, &making->startex))
    return liaison_template_fail (LIAISON_TEMPLATE_ERROR_DATE, error);
  if (days == 0)
    return TRUE;
  if (!place (making, days - 1, &exercise->endex, USUAL_END, &making->endex))
    return liaison_template_fail (LIAISON_TEMPLATE_ERROR_DATE, error);
  return making->endex.seconds >= making->startex.seconds
         || liaison_template_fail (LIAISON_TEMPLATE_ERROR_DAYS, error);
}

/* By how many days STARTEX moves, where what is fixed shall move with it. */
static void
take_distance (Making *making)
{
  const LiaisonTemplateWishes *wishes = making->wishes;
  LiaisonWall old;
  gint32 from, to;

  if (wishes->move_fixed && wishes->year != 0
      && liaison_template_get_wall (making->template, &get_exercise (making)->startex, &old)
      && liaison_days_from_date (old.year, old.month, old.day, &from)
      && liaison_days_from_date (wishes->year, wishes->month, wishes->day, &to))
    making->renewal.days = to - from;
}

/* These belong to the history of one plan. */
static gboolean
is_kept (LiaisonKindId kind)
{
  return kind != LIAISON_KIND_BASELINE && kind != LIAISON_KIND_ACCEPTED_FINDING
         && kind != LIAISON_KIND_CONFLICT;
}

static void
fill_exercise (const Making *making, LiaisonExerciseData *exercise)
{
  const LiaisonTemplateWishes *wishes = making->wishes;

  g_clear_pointer (&exercise->name, liaison_text_unref);
  g_clear_pointer (&exercise->notes, liaison_text_unref);
  if (wishes->name != NULL && *wishes->name != '\0')
    exercise->name = liaison_text_new (wishes->language, wishes->name);
  exercise->startex = making->startex;
  exercise->endex = making->endex;
  exercise->zone = making->zone;
  if (making->host != NULL)
    exercise->host = making->host;
}

/* Where nobody has said who may see it or whose it is, it is the host's. */
static void
give_to_host (const Making *making, LiaisonBlock *block)
{
  const LiaisonField *field = liaison_shape_find (block->shape, "originator", NULL);
  LiaisonGroupData *group = (LiaisonGroupData *) block;

  if (making->host == NULL)
    return;
  if (field != NULL && !liaison_block_field_is_set (block, field))
    *(const char **) LIAISON_BLOCK_AT (block, field) = making->host;
  if (block->shape == &liaison_group_kind.shape && group->members == NULL
      && group->use == LIAISON_GROUP_USE_RELEASE)
    group->members = liaison_codes_new (&making->host, 1);
}

static LiaisonBlock *
make_block (Making *making, const LiaisonBlock *old)
{
  LiaisonBlock *block = liaison_renewal_renew (&making->renewal, old);
  const LiaisonField *uid = liaison_shape_find (block->shape, "uid", NULL);

  if (uid != NULL)
    g_clear_pointer ((GRefString **) LIAISON_BLOCK_AT (block, uid), g_ref_string_release);
  if (block->shape == &liaison_exercise_kind.shape)
    fill_exercise (making, (LiaisonExerciseData *) block);
  give_to_host (making, block);
  return block;
}

/* Unless the template has that nation already. */
static void
add_host (Making *making, LiaisonDocument *document, gint64 now)
{
  const LiaisonExerciseData *exercise = get_exercise (making);
  const LiaisonTemplateWishes *wishes = making->wishes;
  LiaisonNationData *nation;
  guint n;
  const LiaisonBlock *const *nations =
      liaison_snapshot_get (making->template->plan, LIAISON_KIND_NATION, &n);

  for (guint i = 0; i < n; i++)
    if (LIAISON_DATA (Nation, nations[i])->code == making->host)
      return;
  nation =
      (LiaisonNationData *) liaison_block_new (&liaison_nation_kind.shape, liaison_id_new (now));
  nation->code = making->host;
  nation->name = liaison_text_new (wishes->language,
                                   wishes->host_name != NULL ? wishes->host_name : making->host);
  nation->role = LIAISON_NATION_ROLE_HOST;
  nation->marking = liaison_renewal_renew_marking (&making->renewal, exercise->default_marking);
  nation->originator = making->host;
  liaison_document_fill (document, &liaison_nation_kind, &nation->block);
}

static void
fill_document (Making *making, LiaisonDocument *document)
{
  for (int kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (making->template->plan, kind, &n);

      for (guint i = 0; i < n && is_kept (kind); i++)
        liaison_document_fill (document, liaison_kind_get (kind), make_block (making, blocks[i]));
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return liaison_id_compare (*(const LiaisonId *) a, *(const LiaisonId *) b);
}

/* All ids in one ascending order, as the plan was written. */
static void
renew_ids (Making *making)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));

  for (int kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (making->template->plan, kind, &n);

      for (guint i = 0; i < n && is_kept (kind); i++)
        g_array_append_val (ids, blocks[i]->id);
    }
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    liaison_renewal_add (&making->renewal, g_array_index (ids, LiaisonId, i));
}

LiaisonPlan *
liaison_template_make_plan (const LiaisonTemplate *self,
                            const LiaisonTemplateWishes *wishes,
                            gint64 now,
                            GError **error)
{
  Making making = { .template = self, .wishes = wishes };
  LiaisonPlan *plan = NULL;

  liaison_renewal_init (&making.renewal, now);
  if (check_name (&making, error) && take_zone (&making, error) && take_host (&making, error)
      && take_dates (&making, error))
    {
      plan = liaison_plan_new (liaison_id_new (now));
      take_distance (&making);
      renew_ids (&making);
      fill_document (&making, plan->document);
      if (making.host != NULL)
        add_host (&making, plan->document, now);
    }
  liaison_renewal_clear (&making.renewal);
  return plan;
}
