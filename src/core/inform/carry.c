/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/carry.h"

#include "inform/lesson-flow.h"
#include "record/kinds/objective.h"
#include "record/kinds/observation.h"

static int
compare_serials (gconstpointer a, gconstpointer b)
{
  const LiaisonBlock *one = *(const LiaisonBlock *const *) a;
  const LiaisonBlock *two = *(const LiaisonBlock *const *) b;
  int order = g_strcmp0 (LIAISON_DATA (Observation, one)->serial,
                         LIAISON_DATA (Observation, two)->serial);

  return order != 0 ? order : liaison_id_compare (one->id, two->id);
}

static gboolean
is_worth_it (const LiaisonBlock *block)
{
  const LiaisonObservationData *data = LIAISON_DATA (Observation, block);

  return data->carry_on
         || (liaison_lesson_is_open (block)
             && data->stage >= (int) LIAISON_LESSON_STAGE_LESSON_IDENTIFIED);
}

GPtrArray *
liaison_carry_list (const LiaisonSnapshot *from)
{
  GPtrArray *list = g_ptr_array_new ();
  guint n;
  const LiaisonBlock *const *all = liaison_snapshot_get (from, LIAISON_KIND_OBSERVATION, &n);

  for (guint i = 0; i < n; i++)
    if (is_worth_it (all[i]))
      g_ptr_array_add (list, (gpointer) all[i]);
  g_ptr_array_sort (list, compare_serials);
  return list;
}

char *
liaison_carry_tell_origin (const LiaisonSnapshot *from, const LiaisonBlock *observation)
{
  const char *exercise = liaison_block_get_title (liaison_snapshot_get_exercise (from), "en");
  const char *serial = LIAISON_DATA (Observation, observation)->serial;
  char id[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (observation->id, id);
  return g_strdup_printf ("%s, %s", exercise != NULL ? exercise : "–", serial != NULL ? serial : id);
}

gboolean
liaison_carry_is_there (const LiaisonSnapshot *from,
                        const LiaisonSnapshot *into,
                        const LiaisonBlock *observation)
{
  g_autofree char *origin = liaison_carry_tell_origin (from, observation);
  guint n;
  const LiaisonBlock *const *all = liaison_snapshot_get (into, LIAISON_KIND_OBSERVATION, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (LIAISON_DATA (Observation, all[i])->carried_from, origin) == 0)
      return TRUE;
  return FALSE;
}

/* Whether the value means something outside its plan. */
static gboolean
is_plain (const LiaisonField *field)
{
  switch (field->type)
    {
    case LIAISON_FIELD_TEXT:
    case LIAISON_FIELD_STRING:
    case LIAISON_FIELD_CHOICE:
    case LIAISON_FIELD_DATE:
    case LIAISON_FIELD_INTEGER:
    case LIAISON_FIELD_ITEMS:
      return (field->flags & LIAISON_FIELD_CODE) == 0;
    case LIAISON_FIELD_INSTANT:
      return FALSE;
    default:
      return FALSE;
    }
}

static LiaisonBlock *
copy_plain (const LiaisonBlock *observation, LiaisonBlock *made)
{
  for (guint i = 0; i < made->shape->n_fields; i++)
    {
      const LiaisonField *field = &made->shape->fields[i];
      LiaisonSlot slot = liaison_slot_field (made->id, i);
      if (!is_plain (field) || !liaison_block_field_is_set (observation, field))
        continue;
      g_auto (LiaisonValue) value
          = liaison_value_field (field, LIAISON_BLOCK_AT (observation, field));
      LiaisonBlock *with = liaison_block_with_slot (made, &slot, &value);
      if (with == NULL)
        continue;
      liaison_block_unref (made);
      made = with;
    }
  return made;
}

static LiaisonBlock *
put (LiaisonBlock *made, guint field, gconstpointer at)
{
  LiaisonSlot slot = liaison_slot_field (made->id, field);
  g_auto (LiaisonValue) value = liaison_value_field (&made->shape->fields[field], at);
  LiaisonBlock *with = liaison_block_with_slot (made, &slot, &value);

  liaison_block_unref (made);
  return with;
}

static LiaisonBlock *
copy_observation (const LiaisonSnapshot *from,
                  const LiaisonBlock *observation,
                  const char *language,
                  LiaisonBlock *made)
{
  const LiaisonObservationData *data = LIAISON_DATA (Observation, observation);
  g_autofree char *origin = liaison_carry_tell_origin (from, observation);
  g_autoptr (GRefString) carried = g_ref_string_new (origin);
  const LiaisonBlock *body = liaison_id_is_zero (data->action_body)
                                 ? NULL
                                 : liaison_snapshot_find (from, data->action_body);
  const char *name = body != NULL ? liaison_block_get_title (body, language) : NULL;

  made = copy_plain (observation, made);
  made = put (made, LIAISON_FIELD (Observation, carried_from), &carried);
  if (name != NULL && data->action_body_name == NULL)
    {
      g_autoptr (LiaisonText) text = liaison_text_new (language, name);
      made = put (made, LIAISON_FIELD (Observation, action_body_name), &text);
    }
  return made;
}

/* The objective is what was recommended; without that, what was observed. */
static void
fill_objective (const LiaisonObservationData *data, LiaisonId observation, LiaisonObjectiveData *made)
{
  LiaisonText *title = liaison_text_get_size (data->recommendation) > 0 ? data->recommendation
                                                                         : data->title;

  made->title = title != NULL ? liaison_text_ref (title) : NULL;
  made->description = data->observation != NULL ? liaison_text_ref (data->observation) : NULL;
  made->standards = data->conclusion != NULL ? liaison_text_ref (data->conclusion) : NULL;
  made->type = LIAISON_OBJECTIVE_TYPE_TRAINING;
  made->status = LIAISON_OBJECTIVE_STATUS_PROPOSED;
  made->area = data->area;
  made->priority = data->priority;
  made->lessons = liaison_ids_new (&observation, 1);
}

void
liaison_carry_propose (const LiaisonSnapshot *from,
                       const LiaisonSnapshot *into,
                       const LiaisonBlock *const *observations,
                       guint n,
                       const char *language,
                       LiaisonNewRecordFunc new_record,
                       gpointer data,
                       LiaisonProposal *proposal)
{
  for (guint i = 0; i < n; i++)
    {
      LiaisonBlock *fresh = new_record (&liaison_observation_kind, data);
      g_autoptr (LiaisonBlock) objective = new_record (&liaison_objective_kind, data);
      liaison_serial_advance (fresh, i);
      liaison_serial_advance (objective, i);
      g_autoptr (LiaisonBlock) observation
          = copy_observation (from, observations[i], language, fresh);
      fill_objective (LIAISON_DATA (Observation, observations[i]), observation->id,
                      (LiaisonObjectiveData *) objective);
      liaison_proposal_add_record (proposal, observation);
      liaison_proposal_add_record (proposal, objective);
    }
}
