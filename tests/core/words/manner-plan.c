/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "manner-plan.h"

#include "json/reader.h"
#include "record/document.h"
#include "words/sentence.h"

#include <glib/gstdio.h>
#include <string.h>

#define ID "01960000-0000-7000-8000-00000000"

/* ' stands for ", and ids are cut to their last four digits after '#'. */
static const struct
{
  LiaisonKindId kind;
  const char *json;
} records[] = {
  { LIAISON_KIND_EXERCISE,
    "{'id':'#0001','name':{'en':'Bridge 27'},'startex':'2027-05-01T08:00+02:00[Europe/Oslo]',"
    "'endex':'2027-05-20T16:00+02:00[Europe/Oslo]','zone':'Europe/Oslo'}" },
  { LIAISON_KIND_NATION,
    "{'id':'#0010','code':'NO','name':{'en':'Norway','fr':'Royaume de Norvège'}}" },
  { LIAISON_KIND_NATION, "{'id':'#0011','code':'FR'}" },
  { LIAISON_KIND_NATION, "{'id':'#0012','code':'PL','name':{'pl':'Polska'}}" },
  { LIAISON_KIND_NATION, "{'id':'#0013','code':'NATO'}" },
  { LIAISON_KIND_GROUP,
    "{'id':'#0018','code':'NORTH','name':{'en':'Northern group','ar':'المجموعة الشمالية'}}" },
  { LIAISON_KIND_SITE,
    "{'id':'#0020','code':'OSL','name':{'en':'Oslo','fr':'Oslo'},'zone':'Europe/Oslo'}" },
  { LIAISON_KIND_SITE,
    "{'id':'#0021','name':{'en':'Main hall','fr':'Grande salle','ar':'القاعة الكبرى'}}" },
  { LIAISON_KIND_SITE, "{'id':'#0022','name':{'en':'Hall, north wing'},'zone':'Asia/Kathmandu'}" },
  { LIAISON_KIND_SITE, "{'id':'#0023','code':'R1','name':{'en':'Room 1'}}" },
  { LIAISON_KIND_SITE, "{'id':'#0024','code':'R2','name':{'en':'Room 1'}}" },
  { LIAISON_KIND_PARTICIPANT, "{'id':'#0030','code':'LCC','name':{'en':'Land Component "
                              "Command'},'nation':'NO','aliases':'LandCC, LCC HQ'}" },
  { LIAISON_KIND_PARTICIPANT, "{'id':'#0031','name':{'ar':'مقر اللواء'},'nation':'FR'}" },
  { LIAISON_KIND_EVENT, "{'id':'#0040','serial':'EV-12','title':{'en':'Main planning "
                        "conference','fr':'Conférence principale'},"
                        "'type':'conference','start':'2027-05-14T15:00+02:00[Europe/"
                        "Oslo]','duration':'PT2H30M','site':'#0020'}" },
  { LIAISON_KIND_EVENT, "{'id':'#0041','start':'STARTEX+57h','title':{'en':'Live (fire) day'}}" },
  { LIAISON_KIND_EVENT, "{'id':'#0042','start':'2027-05-14T13:00Z','site':'#0022'}" },
  { LIAISON_KIND_EVENT, "{'id':'#0043','title':{'en':'Circle'},'start':'start(#0044)+1h'}" },
  { LIAISON_KIND_EVENT, "{'id':'#0044','title':{'en':'Back'},'start':'start(#0043)+1h'}" },
  { LIAISON_KIND_REQUIREMENT, "{'id':'#0050','serial':'C2-3','title':{'en':'Shared picture'}}" },
  { LIAISON_KIND_ASSESSMENT, "{'id':'#0060','requirement':'#0050','nation':'NO'}" },
};

LiaisonId
plan_id (const char *digits)
{
  g_autofree char *text = g_strconcat (ID, digits, NULL);
  LiaisonId id;

  g_assert_true (liaison_id_parse (text, strlen (text), &id));
  return id;
}

LiaisonBlock *
plan_read_block (const LiaisonShape *shape, const char *json)
{
  g_autoptr (GString) text = g_string_new (json);
  g_autoptr (LiaisonJsonReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonBlock *block;

  g_string_replace (text, "'", "\"", 0);
  g_string_replace (text, "#", ID, 0);
  reader = liaison_json_reader_new_for_data (text->str, text->len, "test", NULL);
  block = liaison_block_read (shape, reader, FALSE, &error);
  g_assert_no_error (error);
  return block;
}

/* Catalogues of all languages in one folder, as they are installed. */
static char *
make_catalogues (void)
{
  static const char *const languages[] = { "fr", "ar", "ja" };
  char *dir = g_dir_make_tmp ("liaison-manner-XXXXXX", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strdup_printf ("manner-%s.mo", languages[i]);
      g_autofree char *from = g_build_filename (g_getenv ("LIAISON_TEST_CATALOGUES"), name, NULL);
      g_autofree char *messages = g_build_filename (dir, languages[i], "LC_MESSAGES", NULL);
      g_autofree char *to = g_build_filename (messages, "liaison.mo", NULL);
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (from, &contents, &length, NULL));
      g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
      g_assert_true (g_file_set_contents (to, contents, (gssize) length, NULL));
    }
  return dir;
}

static void
remove_below (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_below (child);
    }
  g_remove (path);
}

void
plan_speak (Plan *plan, const char *language)
{
  const char *const dirs[] = { plan->catalogues, NULL };

  g_clear_pointer (&plan->manner.words, liaison_words_unref);
  plan->manner.words = liaison_words_new (language, dirs);
  g_assert_no_error (liaison_words_get_problem (plan->manner.words));
}

void
plan_set_up (Plan *plan, gconstpointer data)
{
  g_autoptr (LiaisonDocument) document = liaison_document_new (plan_id ("0001"));

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      const LiaisonKind *kind = liaison_kind_get (records[i].kind);

      g_assert_true (
          liaison_document_fill (document, kind, plan_read_block (&kind->shape, records[i].json)));
    }
  *plan = (Plan){ liaison_document_get_snapshot (document) };
  plan->catalogues = make_catalogues ();
  plan->manner.lookup = liaison_snapshot_get_lookup (plan->snapshot);
  plan->manner.now = PLAN_NOW;
  plan_speak (plan, "en");
}

void
plan_tear_down (Plan *plan, gconstpointer data)
{
  liaison_words_unref (plan->manner.words);
  liaison_snapshot_unref (plan->snapshot);
  remove_below (plan->catalogues);
  g_free (plan->catalogues);
}

const LiaisonBlock *
plan_block (Plan *plan, const char *digits)
{
  const LiaisonBlock *block = liaison_snapshot_find (plan->snapshot, plan_id (digits));

  g_assert_nonnull (block);
  return block;
}

const LiaisonField *
plan_field (const LiaisonShape *shape, const char *name)
{
  const LiaisonField *field = liaison_shape_find (shape, name, NULL);

  g_assert_nonnull (field);
  return field;
}

char *
plan_tell (Plan *plan, const LiaisonBlock *block, const char *field)
{
  g_autofree char *told =
      liaison_manner_tell_field (&plan->manner, block, plan_field (block->shape, field));

  return liaison_words_dup_without_isolates (told);
}
