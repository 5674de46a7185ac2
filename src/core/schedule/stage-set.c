/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/stage-set-private.h"

#include "liaison-stages.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define RESOURCE_FOLDER "/org/liaisonplanner/Liaison/stages/"
#define MAX_BYTES       (256 * 1024)
#define MAX_STAGES      60

G_DEFINE_QUARK (liaison - stage - set - error, liaison_stage_set_error)

/* From the largest to the smallest. */
static const char *const names[] = { "specification-planning-conduct-analysis",
                                     "joint-event-life-cycle", "civil-protection", "small" };

static void
conference_clear (gpointer data)
{
  g_clear_pointer (&((LiaisonStageSetConference *) data)->title, liaison_text_unref);
}

static void
product_clear (gpointer data)
{
  g_clear_pointer (&((LiaisonStageSetProduct *) data)->title, liaison_text_unref);
}

static void
stage_free (gpointer data)
{
  LiaisonStageSetStage *stage = data;

  liaison_text_unref (stage->title);
  liaison_text_unref (stage->purpose);
  liaison_text_unref (stage->exit);
  g_array_unref (stage->conferences);
  g_array_unref (stage->products);
  g_free (stage->code);
  g_free (stage);
}

static LiaisonStageSetStage *
stage_new (void)
{
  LiaisonStageSetStage *stage = g_new0 (LiaisonStageSetStage, 1);

  stage->conferences = g_array_new (FALSE, TRUE, sizeof (LiaisonStageSetConference));
  stage->products = g_array_new (FALSE, TRUE, sizeof (LiaisonStageSetProduct));
  g_array_set_clear_func (stage->conferences, conference_clear);
  g_array_set_clear_func (stage->products, product_clear);
  return stage;
}

LiaisonStageSet *
liaison_stage_set_ref (LiaisonStageSet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_stage_set_unref (LiaisonStageSet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->name);
  g_free (self->source);
  liaison_text_unref (self->title);
  liaison_text_unref (self->summary);
  g_ptr_array_unref (self->stages);
  g_free (self);
}

static gboolean
read_conference (LiaisonStageReader *reader, LiaisonStageSetStage *stage, JsonObject *object)
{
  static const char *const members[] = { "type", "title", "at", "days", NULL };
  LiaisonStageSetConference conference = { 0 };
  gint64 days = 0;
  gboolean well = liaison_stage_reader_check_members (reader, object, members)
                  && liaison_stage_reader_choice (reader, object, "type", &liaison_conference_types,
                                                  (int *) &conference.type)
                  && liaison_stage_reader_time (reader, object, "at", &conference.at)
                  && liaison_stage_reader_integer (reader, object, "days", 1, 30, &days)
                  && liaison_stage_reader_text (reader, object, "title", TRUE, &conference.title);

  conference.days = (guint) days;
  if (well)
    g_array_append_val (stage->conferences, conference);
  else
    conference_clear (&conference);
  return well;
}

static gboolean
has_conference (const LiaisonStageSetStage *stage, LiaisonConferenceType type)
{
  for (guint i = 0; i < stage->conferences->len; i++)
    if (g_array_index (stage->conferences, LiaisonStageSetConference, i).type == type)
      return TRUE;
  return FALSE;
}

static gboolean
read_product (LiaisonStageReader *reader, LiaisonStageSetStage *stage, JsonObject *object)
{
  static const char *const members[] = { "title", "due", "for", NULL };
  LiaisonStageSetProduct product = { 0 };
  gboolean well =
      liaison_stage_reader_check_members (reader, object, members)
      && liaison_stage_reader_time (reader, object, "due", &product.due)
      && (!json_object_has_member (object, "for")
          || liaison_stage_reader_choice (reader, object, "for", &liaison_conference_types,
                                          (int *) &product.conference))
      && liaison_stage_reader_text (reader, object, "title", TRUE, &product.title);

  if (well && product.conference != LIAISON_CONFERENCE_TYPE_UNSET
      && !has_conference (stage, product.conference))
    well = liaison_stage_reader_fail (reader, LIAISON_STAGE_SET_ERROR_MEMBER, "for",
                                      "the stage holds no such conference");
  if (well)
    g_array_append_val (stage->products, product);
  else
    product_clear (&product);
  return well;
}

typedef gboolean (*ReadFunc) (LiaisonStageReader *, LiaisonStageSetStage *, JsonObject *);

static gboolean
read_list (LiaisonStageReader *reader,
           LiaisonStageSetStage *stage,
           JsonObject *object,
           const char *name,
           ReadFunc func)
{
  JsonArray *array = liaison_stage_reader_array (reader, object, name);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *element = liaison_stage_reader_enter (reader, array, name, i);
      gboolean well = element != NULL && func (reader, stage, element);
      liaison_stage_reader_leave (reader);
      if (!well)
        return FALSE;
    }
  return array != NULL;
}

/* The weeks from STARTEX, where an exercise of no length is as good as any to compare by. */
static gboolean
is_before (const LiaisonStageTime *a, const LiaisonStageTime *b)
{
  return a->endex == b->endex ? a->weeks < b->weeks : b->endex && a->weeks <= 0 && b->weeks >= 0;
}

static gboolean
read_stage (LiaisonStageReader *reader, LiaisonStageSet *self, JsonObject *object)
{
  static const char *const members[] = { "code",    "title", "phase",       "start",    "end",
                                         "purpose", "exit",  "conferences", "products", NULL };
  LiaisonStageSetStage *stage = stage_new ();

  g_ptr_array_add (self->stages, stage);
  if (!liaison_stage_reader_check_members (reader, object, members)
      || !liaison_stage_reader_string (reader, object, "code", &stage->code)
      || !liaison_stage_reader_text (reader, object, "title", TRUE, &stage->title)
      || !liaison_stage_reader_text (reader, object, "purpose", FALSE, &stage->purpose)
      || !liaison_stage_reader_text (reader, object, "exit", FALSE, &stage->exit)
      || !liaison_stage_reader_choice (reader, object, "phase", &liaison_stage_phases,
                                       (int *) &stage->phase)
      || !liaison_stage_reader_time (reader, object, "start", &stage->start)
      || !liaison_stage_reader_time (reader, object, "end", &stage->end))
    return FALSE;
  if (!is_before (&stage->start, &stage->end))
    return liaison_stage_reader_fail (reader, LIAISON_STAGE_SET_ERROR_TIME, "end",
                                      "expected a time after the start");
  return read_list (reader, stage, object, "conferences", read_conference)
         && read_list (reader, stage, object, "products", read_product);
}

static gboolean
read_set (LiaisonStageReader *reader, LiaisonStageSet *self, JsonObject *object)
{
  static const char *const members[] = { "format", "name",   "title", "summary",
                                         "source", "stages", NULL };
  g_autofree char *format = NULL;
  JsonArray *stages;

  if (!liaison_stage_reader_check_members (reader, object, members)
      || !liaison_stage_reader_string (reader, object, "format", &format)
      || !liaison_stage_reader_string (reader, object, "name", &self->name)
      || !liaison_stage_reader_text (reader, object, "title", TRUE, &self->title)
      || !liaison_stage_reader_text (reader, object, "summary", TRUE, &self->summary)
      || !liaison_stage_reader_string (reader, object, "source", &self->source))
    return FALSE;
  if (strcmp (format, "liaison-stage-set") != 0)
    return liaison_stage_reader_fail (reader, LIAISON_STAGE_SET_ERROR_MEMBER, "format",
                                      "expected “liaison-stage-set”");
  stages = liaison_stage_reader_array (reader, object, "stages");
  if (stages == NULL)
    return FALSE;
  if (json_array_get_length (stages) == 0 || json_array_get_length (stages) > MAX_STAGES)
    return liaison_stage_reader_fail (reader, LIAISON_STAGE_SET_ERROR_SIZE, "stages",
                                      "expected 1 to 60 stages");
  for (guint i = 0; i < json_array_get_length (stages); i++)
    {
      JsonObject *element = liaison_stage_reader_enter (reader, stages, "stages", i);
      if (element == NULL || !read_stage (reader, self, element))
        return FALSE;
      liaison_stage_reader_leave (reader);
    }
  return TRUE;
}

LiaisonStageSet *
liaison_stage_set_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (LiaisonStageSet) self = g_new0 (LiaisonStageSet, 1);
  g_autoptr (GString) place = g_string_new (NULL);
  LiaisonStageReader reader = { .place = place, .error = error };
  g_autoptr (GError) reason = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  JsonNode *root;

  g_atomic_ref_count_init (&self->refs);
  self->stages = g_ptr_array_new_with_free_func (stage_free);
  if (size > MAX_BYTES)
    {
      g_set_error (error, LIAISON_STAGE_SET_ERROR, LIAISON_STAGE_SET_ERROR_SIZE,
                   "a stage set has at most %d KiB", MAX_BYTES / 1024);
      return NULL;
    }
  if (size == 0 || !json_parser_load_from_data (parser, data, (gssize) size, &reason))
    {
      g_set_error (error, LIAISON_STAGE_SET_ERROR, LIAISON_STAGE_SET_ERROR_JSON, "no JSON: %s",
                   reason != NULL ? reason->message : "the file is empty");
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, LIAISON_STAGE_SET_ERROR, LIAISON_STAGE_SET_ERROR_JSON,
                   "expected an object");
      return NULL;
    }
  return read_set (&reader, self, json_node_get_object (root)) ? g_steal_pointer (&self) : NULL;
}

LiaisonStageSet *
liaison_stage_set_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, ".json", NULL);
        g_autoptr (GBytes) bytes =
            g_resource_lookup_data (liaison_stages_get_resource (), path, 0, NULL);
        LiaisonStageSet *self = bytes != NULL ? liaison_stage_set_read (bytes, NULL) : NULL;

        /* Ours are tested to be there and whole. */
        g_assert (self != NULL);
        return self;
      }
  return NULL;
}

GPtrArray *
liaison_stage_set_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_stage_set_unref);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (list, liaison_stage_set_find (names[i]));
  return list;
}
