/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/schema.h"

#include "store/plan.h"
#include "store/schema-types.h"

static void
write_required (LiaisonJsonWriter *writer, const char *const *names)
{
  liaison_json_writer_name (writer, "required");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; names[i] != NULL; i++)
    liaison_json_writer_string (writer, names[i]);
  liaison_json_writer_end_array (writer);
}

/* The end of an object that later versions may add members to: they are kept. */
static void
end_open_object (LiaisonJsonWriter *writer)
{
  liaison_json_writer_name (writer, "additionalProperties");
  liaison_json_writer_boolean (writer, TRUE);
  liaison_json_writer_end_object (writer);
}

/* "name": the schema of a kind or of the items of a list. */
static void
write_shape (LiaisonJsonWriter *writer, const LiaisonShape *shape)
{
  static const char *const required[] = { "id", NULL };

  liaison_json_writer_name (writer, shape->name);
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_member (writer, "title", shape->label);
  liaison_schema_write_member (writer, "type", "object");
  write_required (writer, required);
  liaison_json_writer_name (writer, "properties");
  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "id");
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_reference (writer, "id");
  liaison_json_writer_end_object (writer);
  for (guint i = 0; i < shape->n_fields; i++)
    {
      liaison_json_writer_name (writer, shape->fields[i].name);
      liaison_schema_write_field (writer, &shape->fields[i]);
    }
  liaison_json_writer_end_object (writer);
  end_open_object (writer);
}

/* Those that several kinds share once. */
static void
write_items (LiaisonJsonWriter *writer)
{
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);

  for (guint id = 0; id < LIAISON_N_KINDS; id++)
    {
      const LiaisonShape *shape = &liaison_kind_get (id)->shape;

      for (guint i = 0; i < shape->n_fields; i++)
        if (shape->fields[i].type == LIAISON_FIELD_ITEMS
            && g_hash_table_add (written, (gpointer) shape->fields[i].items))
          write_shape (writer, shape->fields[i].items);
    }
}

static void
write_table (LiaisonJsonWriter *writer, const LiaisonKind *kind)
{
  if (kind->id == LIAISON_KIND_EXERCISE)
    {
      liaison_json_writer_name (writer, kind->shape.name);
      liaison_json_writer_begin_object (writer);
      liaison_schema_write_reference (writer, kind->shape.name);
      liaison_json_writer_end_object (writer);
      return;
    }
  liaison_json_writer_name (writer, kind->plural);
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_member (writer, "title", kind->plural_label);
  liaison_schema_write_member (writer, "type", "array");
  liaison_json_writer_name (writer, "items");
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_reference (writer, kind->shape.name);
  liaison_json_writer_end_object (writer);
  liaison_json_writer_name (writer, "maxItems");
  liaison_json_writer_integer (writer, LIAISON_PLAN_MAX_RECORDS);
  liaison_json_writer_end_object (writer);
}

static void
write_head (LiaisonJsonWriter *writer)
{
  liaison_json_writer_name (writer, "format");
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_member (writer, "const", LIAISON_PLAN_FORMAT);
  liaison_json_writer_end_object (writer);
  liaison_json_writer_name (writer, "version");
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_member (writer, "type", "integer");
  liaison_json_writer_name (writer, "minimum");
  liaison_json_writer_integer (writer, 1);
  liaison_json_writer_name (writer, "maximum");
  liaison_json_writer_integer (writer, LIAISON_PLAN_VERSION);
  liaison_json_writer_end_object (writer);
}

/* Entries are sealed by their hashes and kept as they are. */
static void
write_audit (LiaisonJsonWriter *writer)
{
  liaison_json_writer_name (writer, "audit");
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_member (writer, "title", "Audit trail");
  liaison_schema_write_member (writer, "type", "array");
  liaison_json_writer_name (writer, "items");
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_member (writer, "type", "object");
  liaison_json_writer_end_object (writer);
  liaison_json_writer_end_object (writer);
}

void
liaison_schema_write (LiaisonJsonWriter *writer)
{
  static const char *const required[] = { "format", "version", "exercise", NULL };

  liaison_json_writer_begin_object (writer);
  liaison_schema_write_member (writer, "$schema", "https://json-schema.org/draft/2020-12/schema");
  liaison_schema_write_member (writer, "title", "Plan of a multinational exercise");
  liaison_schema_write_member (writer, "type", "object");
  write_required (writer, required);
  liaison_json_writer_name (writer, "properties");
  liaison_json_writer_begin_object (writer);
  write_head (writer);
  for (guint id = 0; id < LIAISON_N_KINDS; id++)
    write_table (writer, liaison_kind_get (id));
  write_audit (writer);
  liaison_json_writer_end_object (writer);
  liaison_json_writer_name (writer, "$defs");
  liaison_json_writer_begin_object (writer);
  liaison_schema_write_types (writer);
  for (guint id = 0; id < LIAISON_N_KINDS; id++)
    write_shape (writer, &liaison_kind_get (id)->shape);
  write_items (writer);
  liaison_json_writer_end_object (writer);
  end_open_object (writer);
}
