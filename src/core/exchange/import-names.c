/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/import-names.h"

#include "exchange/import-synonyms.h"
#include "record/zone.h"
#include "words/search.h"

#include <string.h>

/* A name may stand for several things; of two columns one takes the first, the other the next. */
#define MAX_MEANINGS 4
/* After every name and synonym. */
#define LAST_RANK 60

/* What a name stands for. */
typedef struct
{
  guint n;
  struct
  {
    guint8 role;
    gint16 field;
    guint16 rank;
  } each[MAX_MEANINGS];
} Meaning;

struct _LiaisonImportNames
{
  const LiaisonKind *kind;
  GHashTable *meanings; /* folded name -> Meaning */
  char *utc;            /* what columns in Zulu are marked with, a blank round each, folded */
};

char *
liaison_import_names_fold (const char *text)
{
  g_autofree char *folded = liaison_words_fold (text);
  GString *name = g_string_new (NULL);
  char *stripped;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == '.' || *at == '*' || *at == ':')
        continue;
      if (*at == '_' || *at == '\n' || *at == '\t')
        g_string_append_c (name, ' ');
      else
        g_string_append_len (name, at, g_utf8_next_char (at) - at);
    }
  g_string_replace (name, " / ", "/", 0);
  stripped = g_strdup (g_strstrip (name->str)); /* kept by the ten thousand: no room to spare */
  g_string_free (name, TRUE);
  return stripped;
}

static void
add (LiaisonImportNames *self, const char *name, guint role, int field, guint rank)
{
  g_autofree char *folded = liaison_import_names_fold (name);
  Meaning *meaning;

  if (*folded == '\0')
    return;
  meaning = g_hash_table_lookup (self->meanings, folded);
  if (meaning == NULL)
    {
      meaning = g_new0 (Meaning, 1);
      g_hash_table_insert (self->meanings, g_steal_pointer (&folded), meaning);
    }
  for (guint i = 0; i < meaning->n; i++)
    if (meaning->each[i].role == role && meaning->each[i].field == field)
      return;
  if (meaning->n == MAX_MEANINGS)
    return;
  meaning->each[meaning->n].role = (guint8) role;
  meaning->each[meaning->n].field = (gint16) field;
  meaning->each[meaning->n++].rank = (guint16) rank;
}

static void
add_labels (LiaisonImportNames *self, const char *language, guint rank)
{
  g_autoptr (LiaisonWords) words = liaison_words_new (language, NULL);

  for (guint i = 0; i < self->kind->shape.n_fields; i++)
    add (self, liaison_words_get (words, self->kind->shape.fields[i].label), LIAISON_IMPORT_FIELD,
         (int) i, rank);
}

static int
find_flagged (const LiaisonImportNames *self, LiaisonFieldFlags flag)
{
  const LiaisonField *field = liaison_shape_find_flagged (&self->kind->shape, flag);

  return field != NULL ? (int) (field - self->kind->shape.fields) : -1;
}

/* Role and field of a synonym; FALSE where the kind has none such. */
static gboolean
resolve_synonym (const LiaisonImportNames *self, const char *name, guint *role, int *field)
{
  const int start = find_flagged (self, LIAISON_FIELD_START);
  guint index;

  *role = LIAISON_IMPORT_FIELD;
  *field = start;
  if (g_str_equal (name, "<start>"))
    return start >= 0;
  if (g_str_equal (name, "<day>"))
    {
      *role = LIAISON_IMPORT_DAY;
      *field = -1;
      return start >= 0;
    }
  if (g_str_equal (name, "<end>"))
    {
      *field = find_flagged (self, LIAISON_FIELD_END);
      if (*field < 0)
        *role = LIAISON_IMPORT_END;
      return *field >= 0 || find_flagged (self, LIAISON_FIELD_LENGTH) >= 0;
    }
  if (liaison_shape_find (&self->kind->shape, name, &index) == NULL)
    return FALSE;
  *field = (int) index;
  return TRUE;
}

static void
add_synonyms (LiaisonImportNames *self, gboolean own)
{
  g_autofree char *between = g_strdup_printf (" %s ", self->kind->plural);

  for (const LiaisonImportSynonym *each = liaison_import_synonyms; each->field != NULL; each++)
    {
      g_auto (GStrv) names = NULL;
      guint role;
      int field;

      if ((each->kinds != NULL) != own || (own && strstr (each->kinds, between) == NULL)
          || !resolve_synonym (self, each->field, &role, &field))
        continue;
      names = g_strsplit (each->names, "|", -1);
      for (guint i = 0; names[i] != NULL; i++)
        add (self, names[i], role, field, own ? 2 + MIN (i, 20) : 30 + MIN (i, 20));
    }
}

static char *
make_utc (void)
{
  GString *utc = g_string_new (" z zulu utc gmt dtg z ");
  g_auto (GStrv) languages = liaison_words_list_languages (NULL);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (LiaisonWords) words = liaison_words_new (languages[i], NULL);
      g_autofree char *folded = liaison_import_names_fold (liaison_words_get (words, "Zulu"));

      g_string_append_printf (utc, " %s ", folded);
    }
  return g_string_free (utc, FALSE);
}

/* Labels of the program's languages before synonyms, so that what was exported comes back as it
 * was. */
static LiaisonImportNames *
make_names (const LiaisonKind *kind)
{
  LiaisonImportNames *self = g_new0 (LiaisonImportNames, 1);
  g_auto (GStrv) languages = liaison_words_list_languages (NULL);

  self->kind = kind;
  self->utc = make_utc ();
  self->meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  add_labels (self, "en", 0);
  for (guint i = 0; i < kind->shape.n_fields; i++)
    add (self, kind->shape.fields[i].name, LIAISON_IMPORT_FIELD, (int) i, 0);
  for (guint i = 0; languages[i] != NULL; i++)
    add_labels (self, languages[i], 1);
  add_synonyms (self, TRUE);
  add_synonyms (self, FALSE);
  return self;
}

const LiaisonImportNames *
liaison_import_names_get (const LiaisonKind *kind)
{
  static LiaisonImportNames *all[LIAISON_N_KINDS];
  static GMutex lock;
  const LiaisonImportNames *names;

  g_mutex_lock (&lock);
  if (all[kind->id] == NULL)
    all[kind->id] = make_names (kind);
  names = all[kind->id];
  g_mutex_unlock (&lock);
  return names;
}

const LiaisonKind *
liaison_import_names_get_kind (const LiaisonImportNames *self)
{
  return self->kind;
}

/* What stands in brackets or behind the name: a unit, or the zone of the column's times. */
static void
read_remark (const LiaisonImportNames *self, const char *remark, LiaisonImportColumn *column)
{
  static const struct
  {
    const char *words;
    gint32 unit;
  } units[] = { { " min mins minute minutes minuten m ", 60 },
                { " h hr hrs hour hours heures stunden std godz ", 3600 },
                { " d day days tage jours ", 86400 },
                { " s sec seconds ", 1 } };
  g_autofree char *between = g_strdup_printf (" %s ", remark);
  gint32 offset;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strstr (units[i].words, between) != NULL)
      column->unit = units[i].unit;
  if (strstr (self->utc, between) != NULL)
    column->zone = "UTC";
  else if (remark[0] != '\0' && remark[1] == '\0' && strchr ("jlmhds", remark[0]) == NULL
           && liaison_zone_letter_to_offset (g_ascii_toupper (remark[0]), &offset))
    {
      g_autofree char *name = g_strdup_printf ("Etc/GMT%+d", -offset / 3600);

      column->zone = liaison_zone_intern (name, strlen (name));
    }
}

static const Meaning *
look_up (const LiaisonImportNames *self, const char *name)
{
  g_autofree char *blanks = NULL;
  const Meaning *meaning = g_hash_table_lookup (self->meanings, name);

  if (meaning != NULL)
    return meaning;
  blanks = g_strdelimit (g_strdup (name), "-/\\", ' ');
  return g_hash_table_lookup (self->meanings, blanks);
}

/* The heading without what is in brackets, which is put into *@remark. */
static char *
cut_remark (const char *folded, char **remark)
{
  const char *open = strpbrk (folded, "([");
  const char *close = open != NULL ? strpbrk (open, ")]") : NULL;
  g_autofree char *before = NULL;
  char *name;

  if (close == NULL)
    return NULL;
  *remark = g_strstrip (g_strndup (open + 1, (gsize) (close - open) - 1));
  before = g_strndup (folded, (gsize) (open - folded));
  name = g_strconcat (before, close + 1, NULL);
  return g_strstrip (name);
}

/* "Start Z", "Duration min": the last word, when the rest is a name. */
static const Meaning *
find_with_last_word (const LiaisonImportNames *self, const char *name, LiaisonImportColumn *column)
{
  const char *blank = strrchr (name, ' ');
  g_autofree char *rest = blank != NULL ? g_strndup (name, (gsize) (blank - name)) : NULL;
  const Meaning *meaning = rest != NULL ? look_up (self, rest) : NULL;

  if (meaning == NULL)
    return NULL;
  read_remark (self, blank + 1, column);
  return column->unit != 0 || column->zone != NULL || g_str_equal (blank + 1, "local") ? meaning
                                                                                       : NULL;
}

/* "Zulu" alone: when the record begins. */
static gboolean
find_zulu (const LiaisonImportNames *self, const char *name, LiaisonImportColumn *column)
{
  const int start = find_flagged (self, LIAISON_FIELD_START);

  read_remark (self, name, column);
  if (start < 0 || g_strcmp0 (column->zone, "UTC") != 0)
    return FALSE;
  column->role = LIAISON_IMPORT_FIELD;
  column->field = start;
  return TRUE;
}

gboolean
liaison_import_names_find (const LiaisonImportNames *self,
                           const char *heading,
                           guint nth,
                           LiaisonImportColumn *column,
                           guint *rank)
{
  g_autofree char *folded = liaison_import_names_fold (heading);
  g_autofree char *remark = NULL;
  g_autofree char *name = cut_remark (folded, &remark);
  const Meaning *meaning;

  column->unit = 0;
  column->zone = NULL;
  if (remark != NULL)
    read_remark (self, remark, column);
  meaning = look_up (self, folded);
  if (meaning == NULL && name != NULL)
    meaning = look_up (self, name);
  if (meaning == NULL)
    meaning = find_with_last_word (self, name != NULL ? name : folded, column);
  if (meaning == NULL && nth == 0 && find_zulu (self, folded, column))
    {
      if (rank != NULL)
        *rank = LAST_RANK;
      return TRUE;
    }
  if (meaning == NULL || nth >= meaning->n)
    return FALSE;
  column->role = meaning->each[nth].role;
  column->field = meaning->each[nth].field;
  if (rank != NULL)
    *rank = meaning->each[nth].rank;
  return TRUE;
}
