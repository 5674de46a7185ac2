/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of all kinds keep the promises that everything derived from them relies on. */
#include "config.h"

#include "record/field-type.h"
#include "record/kinds.h"
#include "record/record.h"

#include <string.h>

#define MOST_FIELDS 120

/* Whatever is wrong with a shape, a line each: "event.start: ...". */
typedef struct
{
  GString *complaints;
  const LiaisonShape *shape;
  const LiaisonField *field; /* NULL: of the shape itself */
} Check;

static void G_GNUC_PRINTF (3, 4)
expect (Check      *check,
        gboolean    holds,
        const char *format,
        ...)
{
  va_list args;

  if (holds)
    return;
  g_string_append (check->complaints, check->shape->name);
  if (check->field != NULL)
    g_string_append_printf (check->complaints, ".%s", check->field->name);
  g_string_append (check->complaints, ": ");
  va_start (args, format);
  g_string_append_vprintf (check->complaints, format, args);
  va_end (args);
  g_string_append_c (check->complaints, '\n');
}

static gboolean
is_nick (const char *text)
{
  return g_ascii_isalnum (text[0])
         && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (text)
         && !g_str_has_suffix (text, "-") && strstr (text, "--") == NULL;
}

static gboolean
is_name (const char *text)
{
  return is_nick (text) && g_ascii_islower (text[0]);
}

static gboolean
is_label (const char *text)
{
  return text != NULL && text[0] != '\0' && !g_ascii_isspace (text[0])
         && !g_str_has_suffix (text, " ") && !g_str_has_suffix (text, ".");
}

static void
check_choices (Check                *check,
               const LiaisonChoices *choices)
{
  g_autoptr (GHashTable) nicks = g_hash_table_new (g_str_hash, g_str_equal);

  expect (check, choices->n > 2, "fewer than two choices");
  expect (check, choices->choices[0].nick[0] == '\0', "place 0 is not “not set”");
  for (guint i = 1; i < choices->n; i++)
    {
      const char *nick = choices->choices[i].nick;

      if (nick == NULL)
        {
          expect (check, FALSE, "nothing at place %u", i);
          continue;
        }
      expect (check, is_nick (nick), "nick “%s”", nick);
      expect (check, g_hash_table_add (nicks, (gpointer) nick), "nick “%s” twice", nick);
      expect (check, is_label (choices->choices[i].label), "label of “%s”", nick);
    }
}

static void
check_type (Check *check)
{
  const LiaisonField *field = check->field;
  gboolean refers = field->type == LIAISON_FIELD_REFERENCE || field->type == LIAISON_FIELD_REFERENCES;
  gboolean counts = field->type == LIAISON_FIELD_INTEGER || field->type == LIAISON_FIELD_DURATION;
  gboolean spells = field->type == LIAISON_FIELD_TEXT || field->type == LIAISON_FIELD_STRING;

  expect (check, field->type < LIAISON_FIELD_N_TYPES, "no such type");
  expect (check, refers == (field->targets != 0), "targets");
  expect (check, (field->targets & ~LIAISON_ANY_TARGET) == 0, "a target that is no kind");
  expect (check, (field->type == LIAISON_FIELD_CHOICE) == (field->choices != NULL), "choices");
  expect (check, (field->type == LIAISON_FIELD_ITEMS) == (field->items != NULL), "items");
  expect (check, counts || (field->minimum == 0 && field->maximum == 0), "a range");
  expect (check, field->minimum <= field->maximum, "a range that is empty");
  expect (check, spells || field->limit == 0, "a limit");
  if (field->choices != NULL)
    check_choices (check, field->choices);
}

/* Flags that only some types can bear. */
static void
check_flags (Check *check)
{
  static const struct
  {
    LiaisonFieldFlags flag;
    guint types;
  } rules[] = {
    { LIAISON_FIELD_TITLE, 1 << LIAISON_FIELD_TEXT | 1 << LIAISON_FIELD_STRING },
    { LIAISON_FIELD_CODE, 1 << LIAISON_FIELD_STRING | 1 << LIAISON_FIELD_NATION },
    { LIAISON_FIELD_START, 1 << LIAISON_FIELD_INSTANT },
    { LIAISON_FIELD_END, 1 << LIAISON_FIELD_INSTANT },
    { LIAISON_FIELD_LENGTH, 1 << LIAISON_FIELD_DURATION },
    { LIAISON_FIELD_PARENT, 1 << LIAISON_FIELD_REFERENCE },
    { LIAISON_FIELD_ORDER, 1 << LIAISON_FIELD_STRING },
    { LIAISON_FIELD_LONG, 1 << LIAISON_FIELD_TEXT | 1 << LIAISON_FIELD_STRING },
  };
  const LiaisonField *field = check->field;
  gboolean is_order = (field->flags & LIAISON_FIELD_ORDER) != 0;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (field->flags & rules[i].flag)
      expect (check, rules[i].types & (1 << field->type), "flag %d on another type", rules[i].flag);
  expect (check, is_order == (strcmp (field->name, "order") == 0), "order by name or flag alone");
  expect (check, !is_order || field->flags & LIAISON_FIELD_HIDDEN, "an order that shows");
}

static void
check_field (Check *check)
{
  const LiaisonField *field = check->field;

  expect (check, is_name (field->name), "the name");
  expect (check, strcmp (field->name, "id") != 0, "the name of the id");
  expect (check, is_label (field->label), "the label");
  expect (check, field->group == NULL || is_label (field->group), "the group");
  expect (check, field->unit == NULL || is_label (field->unit), "the unit");
  expect (check, field->help == NULL || g_str_has_suffix (field->help, "."), "help without a full stop");
  check_type (check);
  check_flags (check);
}

static guint
count_flagged (const LiaisonShape *shape,
               guint               flags)
{
  guint n = 0;

  for (guint i = 0; i < shape->n_fields; i++)
    n += (shape->fields[i].flags & flags) != 0;
  return n;
}

/* No member lies over another, all are inside the block, and there are hardly any gaps. */
static void
check_places (Check *check)
{
  g_autofree guint8 *taken = g_new0 (guint8, check->shape->size);
  gsize total = sizeof (LiaisonBlock);

  memset (taken, 1, total);
  for (guint i = 0; i < check->shape->n_fields; i++)
    {
      check->field = &check->shape->fields[i];
      gsize size = liaison_field_type_ops (check->field->type)->size;
      gsize end = check->field->offset + size;
      expect (check, end <= check->shape->size, "lies outside the block");
      for (gsize at = check->field->offset; at < end; at++)
        {
          expect (check, !taken[at], "lies over another member");
          taken[at] = 1;
        }
      total += size;
    }
  check->field = NULL;
  expect (check, check->shape->size < total + sizeof (gpointer),
          "a block of %zu bytes for members of %zu", check->shape->size, total);
}

static void
check_shape (Check              *check,
             const LiaisonShape *shape)
{
  static const LiaisonFieldFlags once[] = {
    LIAISON_FIELD_TITLE, LIAISON_FIELD_CODE, LIAISON_FIELD_START, LIAISON_FIELD_END,
    LIAISON_FIELD_LENGTH, LIAISON_FIELD_PARENT, LIAISON_FIELD_ORDER,
  };
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  check->shape = shape;
  check->field = NULL;
  expect (check, is_name (shape->name), "the name");
  expect (check, is_label (shape->label), "the label");
  expect (check, shape->n_fields > 0 && shape->n_fields <= MOST_FIELDS, "%u fields", shape->n_fields);
  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    expect (check, count_flagged (shape, once[i]) <= 1, "flag %d twice", once[i]);
  for (guint i = 0; i < shape->n_fields; i++)
    {
      check->field = &shape->fields[i];
      check_field (check);
      expect (check, g_hash_table_add (names, (gpointer) shape->fields[i].name), "twice");
    }
  check_places (check);
}

static void
check_items (Check *check)
{
  const LiaisonShape *outer = check->shape;

  for (guint i = 0; i < outer->n_fields; i++)
    if (outer->fields[i].items != NULL)
      {
        check_shape (check, outer->fields[i].items);
        for (guint j = 0; j < check->shape->n_fields; j++)
          {
            check->field = &check->shape->fields[j];
            expect (check, check->field->items == NULL, "items in items");
            expect (check, !(check->field->flags & LIAISON_FIELD_PARENT), "a tree of items");
          }
      }
  check->shape = outer;
}

/* The records that cross no border by themselves need no marking. */
static gboolean
is_for_planners (LiaisonKindId id)
{
  return id == LIAISON_KIND_PACK || id == LIAISON_KIND_BASELINE
         || id == LIAISON_KIND_ACCEPTED_FINDING || id == LIAISON_KIND_CONFLICT;
}

static void
check_kind (Check             *check,
            const LiaisonKind *kind)
{
  const LiaisonShape *shape = &kind->shape;
  const LiaisonField *parent = liaison_shape_find_flagged (shape, LIAISON_FIELD_PARENT);
  const LiaisonField *code = liaison_shape_find_flagged (shape, LIAISON_FIELD_CODE);
  const LiaisonField *marking = liaison_shape_find (shape, "marking", NULL);
  const LiaisonField *originator = liaison_shape_find (shape, "originator", NULL);

  check_shape (check, shape);
  check_items (check);
  check->field = NULL;
  expect (check, count_flagged (shape, LIAISON_FIELD_TITLE | LIAISON_FIELD_CODE) > 0, "no title and no code");
  expect (check, count_flagged (shape, LIAISON_FIELD_COLUMN) > 1, "fewer than two columns");
  expect (check, shape->fields[0].group != NULL, "no group for the first field");
  expect (check, is_name (kind->plural) && is_label (kind->plural_label), "the plural");
  expect (check, parent == NULL || parent->targets == G_GUINT64_CONSTANT (1) << kind->id,
          "a parent of another kind");
  expect (check, kind->prefix == NULL || (code != NULL && code->type == LIAISON_FIELD_STRING),
          "a prefix without serials");
  expect (check, is_for_planners (kind->id) || (marking != NULL && marking->type == LIAISON_FIELD_MARKING),
          "no marking");
  expect (check, (marking != NULL) == (originator != NULL && originator->type == LIAISON_FIELD_NATION),
          "marking or originator alone");
}

static void
test_tables (void)
{
  g_autoptr (GString) complaints = g_string_new (NULL);
  Check check = { .complaints = complaints };

  for (guint id = 0; id < LIAISON_N_KINDS; id++)
    check_kind (&check, liaison_kind_get (id));
  g_assert_cmpstr (complaints->str, ==, "");
}

static void
test_table_of_kinds (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint id = 0; id < LIAISON_N_KINDS; id++)
    {
      const LiaisonKind *kind = liaison_kind_get (id);

      g_assert_nonnull (kind);
      g_assert_cmpuint (kind->id, ==, id);
      g_assert_true (g_hash_table_add (names, (gpointer) kind->shape.name));
      g_assert_true (g_hash_table_add (names, (gpointer) kind->plural));
      g_assert_true (liaison_kind_find (kind->shape.name) == kind);
      g_assert_true (liaison_kind_find (kind->plural) == kind);
      g_assert_true (liaison_kind_for_shape (&kind->shape) == kind);
    }
  g_assert_null (liaison_kind_find ("event "));
  g_assert_null (liaison_kind_find (""));
  g_assert_null (liaison_kind_for_shape (&liaison_dependency_shape));
}

static void
test_prefixes_differ (void)
{
  g_autoptr (GHashTable) prefixes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint id = 0; id < LIAISON_N_KINDS; id++)
    {
      const char *prefix = liaison_kind_get (id)->prefix;

      if (prefix != NULL && !g_hash_table_add (prefixes, (gpointer) prefix))
        g_error ("prefix %s twice", prefix);
    }
}

static void
test_properties (void)
{
  for (guint id = 0; id < LIAISON_N_KINDS; id++)
    {
      const LiaisonKind *kind = liaison_kind_get (id);
      GType type = kind->get_type ();
      g_autoptr (GTypeClass) klass = g_type_class_ref (type);
      g_autofree GParamSpec **specs = NULL;
      guint n_specs;

      g_assert_true (g_type_is_a (type, LIAISON_TYPE_RECORD));
      g_assert_true (LIAISON_RECORD_CLASS (klass)->kind == kind);
      specs = g_object_class_list_properties (G_OBJECT_CLASS (klass), &n_specs);
      g_assert_cmpuint (n_specs, ==, kind->shape.n_fields);
      for (guint i = 0; i < n_specs; i++)
        {
          const char *name = kind->shape.fields[i].name;
          GParamSpec *spec = g_object_class_find_property (G_OBJECT_CLASS (klass), name);

          if (spec == NULL)
            g_error ("%s has no property %s", g_type_name (type), name);
          g_assert_cmpstr (g_param_spec_get_name (spec), ==, name);
          g_assert_true ((spec->flags & G_PARAM_READWRITE) == G_PARAM_READABLE);
        }
    }
}

/* The constants are the places in the table. */
static void
test_constants (void)
{
  guint index;

  g_assert_nonnull (liaison_shape_find (&liaison_event_kind.shape, "start", &index));
  g_assert_cmpuint (index, ==, LIAISON_FIELD (Event, start));
  g_assert_nonnull (liaison_shape_find (&liaison_channel_test_kind.shape, "readability-word", &index));
  g_assert_cmpuint (index, ==, LIAISON_FIELD (ChannelTest, readability_word));
  g_assert_cmpuint (liaison_choices_find (&liaison_paces, "contingency", strlen ("contingency")), ==,
                    LIAISON_PACE_CONTINGENCY);
  g_assert_cmpuint (liaison_choices_find (&liaison_credibilities, "6", 1), ==, LIAISON_CREDIBILITY_6);
}

/* A table in which everything is wrong, so that the checks above are known to look. */
#define BAD_FIELDS(F, T)                                                                           \
  F (T, STRING, one, "One", "Label.", .flags = LIAISON_FIELD_START)                            \
  F (T, REFERENCE, two, "two", "Two", .help = "No stop")                                       \
  F (T, CHOICE, three, "two", "Three", .choices = &bad_choices)                                \
  F (T, REFERENCES, four, "order", "Four", .targets = LIAISON_ANY_TARGET + 1)                           \
  F (T, TEXT, five, "id", "", .minimum = 1, .flags = LIAISON_FIELD_START)
LIAISON_DECLARE_DATA (Bad, BAD_FIELDS)

static const LiaisonChoice bad_places[] = { { "x", "" }, { "Up", "Up" }, { "a", "A" }, { "a", "" } };
static const LiaisonChoices bad_choices = { G_N_ELEMENTS (bad_places), bad_places };
static const LiaisonField bad_fields[] = { BAD_FIELDS (LIAISON_FIELD_ROW, Bad) };
static const LiaisonShape bad_shape = LIAISON_SHAPE (Bad, "bad", "Bad", bad_fields);

static void
test_checks_look (void)
{
  g_autoptr (GString) complaints = g_string_new (NULL);
  Check check = { .complaints = complaints };
  LiaisonShape short_shape = bad_shape;

  check_shape (&check, &bad_shape);
  g_assert_cmpstr (complaints->str, ==,
                   "bad: flag 64 twice\n"
                   "bad.One: the name\n"
                   "bad.One: the label\n"
                   "bad.One: flag 64 on another type\n"
                   "bad.two: help without a full stop\n"
                   "bad.two: targets\n"
                   "bad.two: place 0 is not “not set”\n"
                   "bad.two: nick “Up”\n"
                   "bad.two: nick “a” twice\n"
                   "bad.two: label of “a”\n"
                   "bad.two: twice\n"
                   "bad.order: a target that is no kind\n"
                   "bad.order: order by name or flag alone\n"
                   "bad.id: the name of the id\n"
                   "bad.id: the label\n"
                   "bad.id: a range\n"
                   "bad.id: a range that is empty\n"
                   "bad.id: flag 64 on another type\n");

  g_string_truncate (complaints, 0);
  short_shape.n_fields = 1;
  check_shape (&check, &short_shape);
  g_assert_nonnull (strstr (complaints->str, "bad: a block of"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/kinds/tables-keep-their-promises", test_tables);
  g_test_add_func ("/record/kinds/stand-at-their-place", test_table_of_kinds);
  g_test_add_func ("/record/kinds/prefixes-differ", test_prefixes_differ);
  g_test_add_func ("/record/kinds/fields-are-properties", test_properties);
  g_test_add_func ("/record/kinds/constants-are-places", test_constants);
  g_test_add_func ("/record/kinds/checks-notice-faults", test_checks_look);

  return g_test_run ();
}
