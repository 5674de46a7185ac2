/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/format-page.h"

#include "record/field-type.h"
#include "record/kind.h"

#include <string.h>

/* Text that may stand in a cell of a table. */
static void
append_cell (GString *page, const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (strchr ("|*_<[\\`", *text) != NULL)
        g_string_append_c (page, '\\');
      g_string_append_c (page, *text);
    }
}

/* What the heading of its table says: the exercise has none. */
static const char *
get_heading (const LiaisonKind *kind)
{
  return kind->id == LIAISON_KIND_EXERCISE ? kind->shape.name : kind->plural;
}

static void
append_targets (GString *page, guint64 targets)
{
  const char *separator = "";

  if (targets == (G_GUINT64_CONSTANT (1) << LIAISON_N_KINDS) - 1)
    {
      g_string_append (page, "any record");
      return;
    }
  for (guint id = 0; id < LIAISON_N_KINDS; id++)
    if (targets & (G_GUINT64_CONSTANT (1) << id))
      {
        g_string_append_printf (page, "%s[%s](#%s)", separator, liaison_kind_get (id)->shape.name,
                                get_heading (liaison_kind_get (id)));
        separator = ", ";
      }
}

/* The type, with what it points to. */
static void
append_type (GString *page, const LiaisonField *field)
{
  switch (field->type)
    {
    case LIAISON_FIELD_REFERENCE:
    case LIAISON_FIELD_REFERENCES:
      g_string_append (page, field->type == LIAISON_FIELD_REFERENCE ? "id of " : "ids of ");
      append_targets (page, field->targets);
      break;
    case LIAISON_FIELD_ITEMS:
      g_string_append_printf (page, "list of [%s](#%s)", field->items->name, field->items->name);
      break;
    default:
      g_string_append (page, liaison_field_type_ops (field->type)->name);
    }
}

static void
append_choices (GString *page, const LiaisonChoices *choices)
{
  for (guint i = 1; i < choices->n; i++)
    {
      g_string_append_printf (page, "%s`%s` ", i > 1 ? ", " : "One of: ", choices->choices[i].nick);
      append_cell (page, choices->choices[i].label);
    }
  g_string_append (page, ". ");
}

static void
append_range (GString *page, const LiaisonField *field)
{
  char from[LIAISON_DURATION_TEXT_SIZE], to[LIAISON_DURATION_TEXT_SIZE];

  if (field->minimum == 0 && field->maximum == 0)
    return;
  if (field->type == LIAISON_FIELD_INTEGER)
    g_string_append_printf (page, "%" G_GINT64_FORMAT " to %" G_GINT64_FORMAT "%s%s. ",
                            field->minimum, field->maximum, field->unit != NULL ? " " : "",
                            field->unit != NULL ? field->unit : "");
  if (field->type != LIAISON_FIELD_DURATION)
    return;
  liaison_duration_format (field->minimum, from);
  liaison_duration_format (field->maximum, to);
  g_string_append_printf (page, "`%s` to `%s`. ", from, to);
}

static void
append_flags (GString *page, const LiaisonField *field)
{
  static const struct
  {
    LiaisonFieldFlags flag;
    const char *text;
  } flags[] = {
    { LIAISON_FIELD_TITLE, "Names the record. " },
    { LIAISON_FIELD_CODE, "The short name people type. " },
    { LIAISON_FIELD_REQUIRED, "Its absence is a finding. " },
    { LIAISON_FIELD_LONG, "Several lines. " },
    { LIAISON_FIELD_CONTROL, "For exercise control, never for players. " },
    { LIAISON_FIELD_ORDER, "People order by it. " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (field->flags & flags[i].flag)
      g_string_append (page, flags[i].text);
  if (!field->open)
    g_string_append (page, "Never in a copy for an audience. ");
}

/* A limit of its own; the usual ones stand with the types. */
static void
append_limit (GString *page, const LiaisonField *field)
{
  if (field->limit != 0)
    g_string_append_printf (page, "At most %u bytes. ", field->limit);
}

static void
append_field (GString *page, const LiaisonField *field)
{
  g_string_append_printf (page, "| `%s` | ", field->name);
  append_type (page, field);
  g_string_append (page, " | ");
  append_cell (page, field->label);
  g_string_append (page, " | ");
  if (field->help != NULL)
    {
      append_cell (page, field->help);
      g_string_append_c (page, ' ');
    }
  if (field->type == LIAISON_FIELD_CHOICE)
    append_choices (page, field->choices);
  append_range (page, field);
  append_limit (page, field);
  append_flags (page, field);
  while (page->str[page->len - 1] == ' ')
    g_string_truncate (page, page->len - 1);
  g_string_append (page, " |\n");
}

static void
append_shape (GString *page, const LiaisonShape *shape)
{
  g_string_append (page, "\n| Member | Type | Label | Meaning |\n|---|---|---|---|\n"
                         "| `id` | id | | Required. |\n");
  for (guint i = 0; i < shape->n_fields; i++)
    append_field (page, &shape->fields[i]);
}

static void
append_kind (GString *page, const LiaisonKind *kind)
{
  gboolean one = kind->id == LIAISON_KIND_EXERCISE;

  g_string_append_printf (page, "\n### %s\n\n%s. ", get_heading (kind),
                          one ? kind->shape.label : kind->plural_label);
  if (one)
    g_string_append (page, "The one record of its kind, an object and not an array.\n");
  else if (kind->prefix != NULL && strcmp (kind->prefix, "-") != 0)
    g_string_append_printf (page, "Serials of new records begin with %s.\n", kind->prefix);
  else
    g_string_append_printf (page, "Each is called a record of kind `%s`.\n", kind->shape.name);
  append_shape (page, &kind->shape);
}

static int
compare_shapes (gconstpointer a, gconstpointer b)
{
  const LiaisonShape *left = *(const LiaisonShape *const *) a;
  const LiaisonShape *right = *(const LiaisonShape *const *) b;

  return strcmp (left->name, right->name);
}

/* By name, those that several kinds share once. */
static GPtrArray *
list_items (void)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint id = 0; id < LIAISON_N_KINDS; id++)
    {
      const LiaisonShape *shape = &liaison_kind_get (id)->shape;

      for (guint i = 0; i < shape->n_fields; i++)
        if (shape->fields[i].type == LIAISON_FIELD_ITEMS
            && !g_ptr_array_find (items, shape->fields[i].items, NULL))
          g_ptr_array_add (items, (gpointer) shape->fields[i].items);
    }
  g_ptr_array_sort (items, compare_shapes);
  return items;
}

char *
liaison_format_page_new (void)
{
  GString *page = g_string_new (NULL);
  g_autoptr (GPtrArray) items = list_items ();

  liaison_format_page_add_rules (page);
  g_string_append (
      page,
      "\n## Tables\n\nIn the order in which they stand in a file. A member that is not set is "
      "left out, and so is a table without records.\n");
  for (guint id = 0; id < LIAISON_N_KINDS; id++)
    append_kind (page, liaison_kind_get (id));
  g_string_append (
      page,
      "\n## Items\n\nThe objects in the lists of records. Their ids differ within one list.\n");
  for (guint i = 0; i < items->len; i++)
    {
      const LiaisonShape *shape = items->pdata[i];

      g_string_append_printf (page, "\n### %s\n\n%s.\n", shape->name, shape->label);
      append_shape (page, shape);
    }
  return g_string_free (page, FALSE);
}
