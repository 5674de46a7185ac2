/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "random-block.h"

#include "json/writer.h"
#include "record/record.h"

/* Members of the pools that ids and codes come from. */
#define POOL 7

typedef struct
{
  GRand *random;
  LiaisonJsonWriter *writer;
  guint share;
} Making;

LiaisonId
random_block_id (guint number)
{
  return liaison_id_new_from_parts (1800000000000 + number, number & 0xfff, number);
}

static guint
below (const Making *self, guint limit)
{
  return g_rand_int_range (self->random, 0, limit);
}

static const char *
pick (const Making *self, const char *const *texts)
{
  return texts[below (self, g_strv_length ((char **) texts))];
}

static void
write_id (const Making *self, LiaisonId id)
{
  char text[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (id, text);
  liaison_json_writer_string (self->writer, text);
}

static void
write_words (const Making *self)
{
  static const char *const words[] = {
    "Bridge", "جسر", "橋", "R&D <b>", "a\"b\\c", "l’été\n", NULL
  };

  liaison_json_writer_string (self->writer, pick (self, words));
}

static void
write_text (const Making *self)
{
  static const char *const languages[] = { "ar", "en", "fr", "ja", "pt-BR" };

  liaison_json_writer_begin_object (self->writer);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (below (self, 2) == 0)
      {
        liaison_json_writer_name (self->writer, languages[i]);
        write_words (self);
      }
  liaison_json_writer_end_object (self->writer);
}

static const char *const codes[] = { "EU", "FR", "JP", "NATO", "NO", "PL", "UN", NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (codes) == POOL + 1);

static void
write_codes (const Making *self)
{
  liaison_json_writer_begin_array (self->writer);
  for (guint i = 0; i < POOL; i++)
    if (below (self, 3) == 0)
      liaison_json_writer_string (self->writer, codes[i]);
  liaison_json_writer_end_array (self->writer);
}

static void
write_ids (const Making *self)
{
  liaison_json_writer_begin_array (self->writer);
  for (guint i = 0; i < POOL; i++)
    if (below (self, 3) == 0)
      write_id (self, random_block_id (i));
  liaison_json_writer_end_array (self->writer);
}

static void
write_marking (const Making *self)
{
  static const char *const levels[] = { "EXERCISE-UNCLASSIFIED", "EXERCISE-SECRET", NULL };

  liaison_json_writer_begin_object (self->writer);
  liaison_json_writer_name (self->writer, "level");
  liaison_json_writer_string (self->writer, pick (self, levels));
  liaison_json_writer_name (self->writer, "nations");
  write_codes (self);
  liaison_json_writer_name (self->writer, "groups");
  write_ids (self);
  liaison_json_writer_end_object (self->writer);
}

static gint64
between (const Making *self, const LiaisonField *field)
{
  if (field->minimum == 0 && field->maximum == 0)
    return g_rand_int (self->random);
  switch (below (self, 3))
    {
    case 0:
      return field->minimum;
    case 1:
      return field->maximum;
    default:
      return field->minimum
             + (gint64) (g_rand_double (self->random) * (field->maximum - field->minimum));
    }
}

static void
write_duration (const Making *self, const LiaisonField *field)
{
  char text[LIAISON_DURATION_TEXT_SIZE];
  gint64 seconds = between (self, field);

  liaison_duration_format (CLAMP (seconds, -3000000000, 3000000000), text);
  liaison_json_writer_string (self->writer, text);
}

static void
write_instant (const Making *self)
{
  static const char *const instants[] = { "2027-05-14T15:00+02:00[Europe/Oslo]",
                                          "2027-05-14T13:00Z",
                                          "2027-05-14T13:00:01-03:30",
                                          "STARTEX+57h",
                                          "ENDEX-2d@09:00[Asia/Tokyo]",
                                          "STARTEX@06:30Z",
                                          NULL };
  char id[LIAISON_ID_TEXT_SIZE];
  g_autofree char *anchored = NULL;

  liaison_id_format (random_block_id (below (self, POOL)), id);
  anchored = g_strdup_printf ("%s(%s)+30m", below (self, 2) ? "start" : "end", id);
  liaison_json_writer_string (self->writer, below (self, 3) ? pick (self, instants) : anchored);
}

static void write_object (const Making *self, const LiaisonShape *shape, LiaisonId id);

static void
write_items (const Making *self, const LiaisonShape *shape)
{
  liaison_json_writer_begin_array (self->writer);
  for (guint i = 0; i < POOL; i++)
    if (below (self, 2) == 0)
      write_object (self, shape, random_block_id (i));
  liaison_json_writer_end_array (self->writer);
}

static void
write_value (const Making *self, const LiaisonField *field)
{
  static const char *const dates[] = { "2027-05-14", "1900-01-01", "2200-12-31", "2028-02-29",
                                       NULL };
  static const char *const zones[] = { "Europe/Oslo", "Asia/Kathmandu", "UTC", NULL };
  static const char *const levels[] = { "fr 3332", "en 3+32+2", "ar", "ja ---0", NULL };

  switch (field->type)
    {
    case LIAISON_FIELD_TEXT:
      write_text (self);
      break;
    case LIAISON_FIELD_STRING:
      write_words (self);
      break;
    case LIAISON_FIELD_INTEGER:
      liaison_json_writer_integer (self->writer, between (self, field));
      break;
    case LIAISON_FIELD_BOOLEAN:
      liaison_json_writer_boolean (self->writer, below (self, 2));
      break;
    case LIAISON_FIELD_CHOICE:
      liaison_json_writer_string (
          self->writer, field->choices->choices[1 + below (self, field->choices->n - 1)].nick);
      break;
    case LIAISON_FIELD_INSTANT:
      write_instant (self);
      break;
    case LIAISON_FIELD_DURATION:
      write_duration (self, field);
      break;
    case LIAISON_FIELD_DATE:
      liaison_json_writer_string (self->writer, pick (self, dates));
      break;
    case LIAISON_FIELD_ZONE:
      liaison_json_writer_string (self->writer, pick (self, zones));
      break;
    case LIAISON_FIELD_NATION:
      liaison_json_writer_string (self->writer, pick (self, codes));
      break;
    case LIAISON_FIELD_NATIONS:
      write_codes (self);
      break;
    case LIAISON_FIELD_LEVEL:
      liaison_json_writer_string (self->writer, pick (self, levels));
      break;
    case LIAISON_FIELD_REFERENCE:
      write_id (self, random_block_id (below (self, POOL)));
      break;
    case LIAISON_FIELD_REFERENCES:
      write_ids (self);
      break;
    case LIAISON_FIELD_MARKING:
      write_marking (self);
      break;
    case LIAISON_FIELD_ITEMS:
      write_items (self, field->items);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_object (const Making *self, const LiaisonShape *shape, LiaisonId id)
{
  liaison_json_writer_begin_object (self->writer);
  liaison_json_writer_name (self->writer, "id");
  write_id (self, id);
  for (guint i = 0; i < shape->n_fields; i++)
    if (below (self, 100) < self->share)
      {
        liaison_json_writer_name (self->writer, shape->fields[i].name);
        write_value (self, &shape->fields[i]);
      }
  if (below (self, 4) == 0)
    {
      liaison_json_writer_name (self->writer, "x-of-tomorrow");
      liaison_json_writer_integer (self->writer, below (self, 3));
    }
  liaison_json_writer_end_object (self->writer);
}

LiaisonBlock *
random_block_new (const LiaisonShape *shape, LiaisonId id, guint share, GRand *random, char **json)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);
  g_autoptr (LiaisonJsonReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  const Making making = { random, writer, share };
  LiaisonBlock *block;

  write_object (&making, shape, id);
  g_assert_true (liaison_json_writer_finish (writer, &error));
  reader = liaison_json_reader_new_for_data (text->str, text->len, "random", NULL);
  block = liaison_block_read (shape, reader, TRUE, &error);
  g_assert_no_error (error);
  if (json != NULL)
    *json = g_strdup (text->str);
  return block;
}
