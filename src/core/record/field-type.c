/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/field-type.h"

#include "record/block.h"
#include "record/field-json.h"

#include <string.h>

/* Values held by one counted pointer: NULL is "not set". */
#define DEFINE_COUNTED(name, Type, ref_func, unref_func, equal_func)            \
  static void name##_init (gpointer at) { *(Type **) at = NULL; }               \
  static void name##_copy (gpointer to, gconstpointer from)                     \
  {                                                                             \
    Type *value = *(Type *const *) from;                                        \
    *(Type **) to = value != NULL ? ref_func (value) : NULL;                    \
  }                                                                             \
  static void name##_clear (gpointer at)                                        \
  {                                                                             \
    Type *value = *(Type **) at;                                                \
    *(Type **) at = NULL;                                                       \
    if (value != NULL)                                                          \
      unref_func (value);                                                       \
  }                                                                             \
  static gboolean name##_is_set (gconstpointer at)                              \
  {                                                                             \
    return *(Type *const *) at != NULL;                                         \
  }                                                                             \
  static gboolean name##_equal (gconstpointer a, gconstpointer b)               \
  {                                                                             \
    return equal_func (*(Type *const *) a, *(Type *const *) b);                 \
  }

/* Values that own nothing. */
#define DEFINE_PLAIN(name, Type, unset, set_test, equal_test)                   \
  static void name##_init (gpointer at) { *(Type *) at = unset; }               \
  static void name##_copy (gpointer to, gconstpointer from)                     \
  {                                                                             \
    *(Type *) to = *(const Type *) from;                                        \
  }                                                                             \
  static gboolean name##_is_set (gconstpointer at)                              \
  {                                                                             \
    const Type *value = at;                                                     \
    return set_test;                                                            \
  }                                                                             \
  static gboolean name##_equal (gconstpointer a, gconstpointer b)               \
  {                                                                             \
    const Type *left = a, *right = b;                                           \
    return equal_test;                                                          \
  }

static GParamSpec *
boxed_spec (const LiaisonField *field,
            GType               gtype)
{
  return g_param_spec_boxed (field->name, NULL, NULL, gtype, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

#define DEFINE_BOXED_PROPERTY(prefix, Type, gtype)                              \
  static GParamSpec *prefix##_spec (const LiaisonField *field)                  \
  {                                                                             \
    return boxed_spec (field, gtype);                                           \
  }                                                                             \
  static void prefix##_get (gconstpointer at, GValue *value)                      \
  {                                                                             \
    g_value_set_boxed (value, *(Type *const *) at);                             \
  }

#define DEFINE_VALUE_PROPERTY(prefix, gtype)                                    \
  static GParamSpec *prefix##_spec (const LiaisonField *field)                  \
  {                                                                             \
    return boxed_spec (field, gtype);                                           \
  }                                                                             \
  static void prefix##_get (gconstpointer at, GValue *value)                      \
  {                                                                             \
    g_value_set_boxed (value, at);                                              \
  }

static gboolean
ref_string_equal (const char *a,
                  const char *b)
{
  return a == b || (a != NULL && b != NULL && strcmp (a, b) == 0);
}

DEFINE_COUNTED (text, LiaisonText, liaison_text_ref, liaison_text_unref, liaison_text_equal)
DEFINE_COUNTED (string, GRefString, g_ref_string_acquire, g_ref_string_release, ref_string_equal)
DEFINE_COUNTED (nations, LiaisonCodes, liaison_codes_ref, liaison_codes_unref, liaison_codes_equal)
DEFINE_COUNTED (references, LiaisonIds, liaison_ids_ref, liaison_ids_unref, liaison_ids_equal)
DEFINE_COUNTED (marking, LiaisonMarking, liaison_marking_ref, liaison_marking_unref, liaison_marking_equal)
DEFINE_COUNTED (items, LiaisonItems, liaison_items_ref, liaison_items_unref, liaison_items_equal)

typedef const char *Name;

DEFINE_PLAIN (integer, gint64, LIAISON_INTEGER_UNSET, *value != LIAISON_INTEGER_UNSET, *left == *right)
DEFINE_PLAIN (boolean, gboolean, FALSE, *value, !*left == !*right)
DEFINE_PLAIN (choice, int, 0, *value != 0, *left == *right)
DEFINE_PLAIN (instant, LiaisonInstant, (LiaisonInstant) { 0 }, value->form != LIAISON_INSTANT_UNSET,
              liaison_instant_equal (left, right))
DEFINE_PLAIN (date, gint32, LIAISON_DATE_UNSET, *value != LIAISON_DATE_UNSET, *left == *right)
DEFINE_PLAIN (name, Name, NULL, *value != NULL, *left == *right)
DEFINE_PLAIN (level, LiaisonLevel, (LiaisonLevel) { 0 }, value->language != NULL,
              liaison_level_equal (left, right))
DEFINE_PLAIN (reference, LiaisonId, (LiaisonId) { 0 }, !liaison_id_is_zero (*value),
              liaison_id_same (*left, *right))

static gpointer
dup_instant (gpointer instant)
{
  return g_memdup2 (instant, sizeof (LiaisonInstant));
}

static gpointer
dup_id (gpointer id)
{
  return g_memdup2 (id, sizeof (LiaisonId));
}

static GType
instant_get_type (void)
{
  static GType type;
  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_boxed_type_register_static ("LiaisonInstant", dup_instant, g_free));
  return type;
}

static GType
id_get_type (void)
{
  static GType type;
  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_boxed_type_register_static ("LiaisonId", dup_id, g_free));
  return type;
}

DEFINE_BOXED_PROPERTY (text, LiaisonText, LIAISON_TYPE_TEXT)
DEFINE_BOXED_PROPERTY (nations, LiaisonCodes, LIAISON_TYPE_CODES)
DEFINE_BOXED_PROPERTY (references, LiaisonIds, LIAISON_TYPE_IDS)
DEFINE_BOXED_PROPERTY (marking, LiaisonMarking, LIAISON_TYPE_MARKING)
DEFINE_BOXED_PROPERTY (items, LiaisonItems, LIAISON_TYPE_ITEMS)
DEFINE_VALUE_PROPERTY (instant, instant_get_type ())
DEFINE_VALUE_PROPERTY (level, LIAISON_TYPE_LEVEL)
DEFINE_VALUE_PROPERTY (reference, id_get_type ())

static GParamSpec *
string_spec (const LiaisonField *field)
{
  return g_param_spec_string (field->name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
string_get (gconstpointer at,
            GValue       *value)
{
  g_value_set_string (value, *(const char *const *) at);
}

static void
name_get (gconstpointer at,
          GValue       *value)
{
  g_value_set_static_string (value, *(const Name *) at);
}

static GParamSpec *
integer_spec (const LiaisonField *field)
{
  return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, LIAISON_INTEGER_UNSET,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
integer_get (gconstpointer at,
             GValue       *value)
{
  g_value_set_int64 (value, *(const gint64 *) at);
}

static GParamSpec *
boolean_spec (const LiaisonField *field)
{
  return g_param_spec_boolean (field->name, NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
boolean_get (gconstpointer at,
             GValue       *value)
{
  g_value_set_boolean (value, *(const gboolean *) at);
}

/* Choices and dates are small integers to GObject. */
static GParamSpec *
int_spec (const LiaisonField *field)
{
  return g_param_spec_int (field->name, NULL, NULL, G_MININT, G_MAXINT, 0,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
int_get (gconstpointer at,
         GValue       *value)
{
  g_value_set_int (value, *(const int *) at);
}

#define OPS(type_name, Type, prefix, json, spec_func, get_func, is_counted, clear_func)             \
  { type_name, sizeof (Type), is_counted, prefix##_init, prefix##_copy, clear_func, prefix##_is_set, \
    prefix##_equal, liaison_field_read_##json, liaison_field_write_##json, spec_func, get_func }
#define COUNTED(name, Type, prefix) \
  OPS (name, Type *, prefix, prefix, prefix##_spec, prefix##_get, TRUE, prefix##_clear)
#define PLAIN(name, Type, prefix, json, property) \
  OPS (name, Type, prefix, json, property##_spec, property##_get, FALSE, prefix##_init)

static const LiaisonFieldOps ops[LIAISON_FIELD_N_TYPES] = {
  [LIAISON_FIELD_TEXT] = COUNTED ("text", LiaisonText, text),
  [LIAISON_FIELD_STRING] = COUNTED ("string", GRefString, string),
  [LIAISON_FIELD_INTEGER] = PLAIN ("integer", gint64, integer, integer, integer),
  [LIAISON_FIELD_BOOLEAN] = PLAIN ("boolean", gboolean, boolean, boolean, boolean),
  [LIAISON_FIELD_CHOICE] = PLAIN ("choice", int, choice, choice, int),
  [LIAISON_FIELD_INSTANT] = PLAIN ("instant", LiaisonInstant, instant, instant, instant),
  [LIAISON_FIELD_DURATION] = PLAIN ("duration", gint64, integer, duration, integer),
  [LIAISON_FIELD_DATE] = PLAIN ("date", gint32, date, date, int),
  [LIAISON_FIELD_ZONE] = OPS ("zone", Name, name, zone, string_spec, name_get, FALSE, name_init),
  [LIAISON_FIELD_NATION] = OPS ("nation", Name, name, nation, string_spec, name_get, FALSE, name_init),
  [LIAISON_FIELD_NATIONS] = COUNTED ("nations", LiaisonCodes, nations),
  [LIAISON_FIELD_LEVEL] = PLAIN ("level", LiaisonLevel, level, level, level),
  [LIAISON_FIELD_REFERENCE] = PLAIN ("reference", LiaisonId, reference, reference, reference),
  [LIAISON_FIELD_REFERENCES] = COUNTED ("references", LiaisonIds, references),
  [LIAISON_FIELD_MARKING] = COUNTED ("marking", LiaisonMarking, marking),
  [LIAISON_FIELD_ITEMS] = COUNTED ("items", LiaisonItems, items),
};

const LiaisonFieldOps *
liaison_field_type_ops (LiaisonFieldType type)
{
  return &ops[type];
}
