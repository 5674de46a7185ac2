/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan.h"

#include "edit/editor.h"
#include "schedule/observance-offers.h"
#include "schedule/observance-set.h"
#include "schedule/observances.h"

#include <string.h>

static gint32
date (const char *text)
{
  gint32 days;
  g_assert_true (liaison_date_parse (text, strlen (text), &days, NULL));
  return days;
}

static gint64
get_now (gpointer data)
{
  return PLAN_STARTEX * 1000;
}

static void
add_nation (Plan *plan, const char *code)
{
  LiaisonNationData *data = plan_begin (plan, &liaison_nation_kind);

  data->code = g_intern_string (code);
  plan_add (plan, &liaison_nation_kind, data);
}

/* Every rule that comes with the program can be read, has a name, nations, a source and a UID of
 * its own, and falls on some day within three years. */
static void
count_cb (gint32 first, gint32 last, gboolean confirmed, gpointer data)
{
  ++*(guint *) data;
}

static void
test_shipped (void)
{
  g_autoptr (GPtrArray) blocks = liaison_observance_set_list ();
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  guint systems = 0;

  g_assert_cmpuint (blocks->len, >, 150);
  for (guint i = 0; i < blocks->len; i++)
    {
      const LiaisonObservanceData *data = LIAISON_DATA (Observance, blocks->pdata[i]);
      guint n_codes, n_days = 0;

      g_assert_nonnull (liaison_text_lookup (data->title, "en"));
      liaison_codes_get (data->nations, &n_codes);
      g_assert_cmpuint (n_codes, >, 0);
      g_assert_nonnull (data->source);
      g_assert_cmpint (data->checked, !=, LIAISON_DATE_UNSET);
      g_assert_cmpint (data->status, ==, LIAISON_OBSERVANCE_STATUS_SUGGESTED);
      g_assert_true (g_hash_table_add (uids, data->uid));
      liaison_observance_foreach_days (blocks->pdata[i], date ("2026-01-01"), date ("2028-12-31"),
                                       count_cb, &n_days);
      if (n_days < 3)
        g_error ("%s falls on %u days in three years", data->uid, n_days);
      systems |= 1u << data->calendar;
      if (data->calendar == LIAISON_CALENDAR_SYSTEM_ISLAMIC_UMALQURA)
        g_assert_true (data->sighting);
    }
  for (guint i = LIAISON_CALENDAR_SYSTEM_GREGORIAN; i <= LIAISON_CALENDAR_SYSTEM_BUDDHIST; i++)
    if (i != LIAISON_CALENDAR_SYSTEM_ISLAMIC_CIVIL)
      g_assert_true ((systems & (1u << i)) != 0);
}

static LiaisonObservanceOffer *
find_offer (GPtrArray *offers, const char *uid)
{
  for (guint i = 0; i < offers->len; i++)
    {
      LiaisonObservanceOffer *offer = offers->pdata[i];

      if (g_strcmp0 (LIAISON_DATA (Observance, offer->after)->uid, uid) == 0)
        return offer;
    }
  return NULL;
}

static GPtrArray *
make_offers (LiaisonSnapshot *snapshot, const char *from, const char *until)
{
  const LiaisonOfferTerms terms = { date (from), date (until), PLAN_STARTEX * 1000, TRUE };
  g_autoptr (GPtrArray) candidates = liaison_observance_set_for_plan (snapshot);

  return liaison_observance_offers_new (snapshot, candidates, &terms);
}

static void
test_suggest (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonSnapshot) later = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (LiaisonProposal) proposal = NULL;
  g_autoptr (LiaisonProposal) none = NULL;
  LiaisonObservanceOffer *eid, *easter;
  guint n, n_wanted = 0;

  add_nation (plan, "JO");
  add_nation (plan, "NO");
  snapshot = liaison_document_get_snapshot (plan->document);
  offers = make_offers (snapshot, "2027-03-01", "2027-04-30");
  eid = find_offer (offers, "liaison:eid-al-fitr");
  g_assert_nonnull (eid);
  g_assert_cmpint (eid->state, ==, LIAISON_OFFER_NEW);
  g_assert_cmpint (g_array_index (eid->runs, LiaisonOfferRun, 0).first, ==, date ("2027-03-09"));
  g_assert_true (eid->wanted);
  /* Only for those who take part. */
  liaison_codes_get (LIAISON_DATA (Observance, eid->after)->nations, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (find_offer (offers, "liaison:rosh-hashanah"));
  easter = find_offer (offers, "liaison:easter-monday");
  g_assert_cmpint (g_array_index (easter->runs, LiaisonOfferRun, 0).first, ==, date ("2027-03-29"));
  /* Outside the window: there, but not ticked. */
  g_assert_false (find_offer (offers, "liaison:christmas")->wanted);
  for (guint i = 0; i < offers->len; i++)
    n_wanted += ((LiaisonObservanceOffer *) offers->pdata[i])->wanted;
  proposal = liaison_observance_offers_propose (offers, "Add {count} observances");
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  later = liaison_document_get_snapshot (plan->document);
  liaison_snapshot_get (later, LIAISON_KIND_OBSERVANCE, &n);
  g_assert_cmpuint (n, ==, n_wanted);
  /* Asked again, they are had already. */
  again = make_offers (later, "2027-03-01", "2027-04-30");
  g_assert_cmpint (find_offer (again, "liaison:eid-al-fitr")->state, ==, LIAISON_OFFER_SAME);
  none = liaison_observance_offers_propose (again, "Add {count} observances");
  g_assert_null (none);
  /* One edit, one undo. */
  liaison_editor_undo (editor, NULL);
  g_clear_pointer (&later, liaison_snapshot_unref);
  later = liaison_document_get_snapshot (plan->document);
  liaison_snapshot_get (later, LIAISON_KIND_OBSERVANCE, &n);
  g_assert_cmpuint (n, ==, 0);
}

static LiaisonItems *
make_dates (Plan *plan, const char *const *days, guint n, gboolean confirmed)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      LiaisonObservedDateData *item =
          (gpointer) liaison_block_new (&liaison_observed_date_shape, plan_id (++plan->made));

      item->from = date (days[i]);
      item->confirmed = confirmed;
      g_ptr_array_add (blocks, item);
    }
  return liaison_items_new_take ((LiaisonBlock **) blocks->pdata, blocks->len);
}

static LiaisonObservanceData *
make_read (Plan *plan, const char *const *days, guint n, gboolean confirmed)
{
  static const char *const nations[] = { "JO" };
  LiaisonObservanceData *data = plan_begin (plan, &liaison_observance_kind);

  data->basis = LIAISON_OBSERVANCE_BASIS_DATES;
  data->title = liaison_text_new ("en", "Day");
  data->uid = g_ref_string_new ("name:day");
  data->feed = g_ref_string_new ("https://example.org/a.ics");
  data->nations = liaison_codes_new (nations, 1);
  data->dates = make_dates (plan, days, n, confirmed);
  return data;
}

static void
append_cb (gint32 first, gint32 last, gboolean confirmed, gpointer data)
{
  char text[LIAISON_DATE_TEXT_SIZE];

  liaison_date_format (first, text);
  g_string_append_printf (data, "%s%s", text, confirmed ? "! " : " ");
}

/* Read again: days that moved are replaced, those that a person confirmed stand, years are added.
 */
static void
test_refresh (void)
{
  static const struct
  {
    const char *known, *read[2];
    guint n;
    gboolean confirmed;
    LiaisonOfferState state;
    const char *expected;
  } cases[] = {
    { "2027-03-09", { "2027-03-09" }, 1, FALSE, LIAISON_OFFER_SAME, "2027-03-09 " },
    { "2027-03-09", { "2027-03-10" }, 1, FALSE, LIAISON_OFFER_CHANGED, "2027-03-10 " },
    { "2027-03-09", { "2027-03-10" }, 1, TRUE, LIAISON_OFFER_SAME, "2027-03-09! " },
    { "2027-03-09",
      { "2027-03-09", "2028-02-26" },
      2,
      FALSE,
      LIAISON_OFFER_CHANGED,
      "2027-03-09 2028-02-26 " },
    /* Two in one year are two days, not one that moved. */
    { "2030-01-05",
      { "2030-01-05", "2030-12-26" },
      2,
      FALSE,
      LIAISON_OFFER_CHANGED,
      "2030-01-05 2030-12-26 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Plan) plan = plan_new ();
      g_autoptr (LiaisonSnapshot) snapshot = NULL;
      g_autoptr (GPtrArray) candidates =
          g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
      g_autoptr (GPtrArray) offers = NULL;
      g_autoptr (GString) found = g_string_new (NULL);
      const LiaisonOfferTerms terms = { date ("2026-01-01"), date ("2031-12-31"),
                                        PLAN_STARTEX * 1000, FALSE };
      LiaisonObservanceData *known = make_read (plan, &cases[i].known, 1, cases[i].confirmed);
      LiaisonObservanceOffer *offer;

      plan_add (plan, &liaison_observance_kind, known);
      g_ptr_array_add (candidates, make_read (plan, cases[i].read, cases[i].n, FALSE));
      ((LiaisonObservanceData *) candidates->pdata[0])->checked = date ("2027-01-02");
      snapshot = liaison_document_get_snapshot (plan->document);
      offers = liaison_observance_offers_new (snapshot, candidates, &terms);
      offer = offers->pdata[0];
      g_assert_cmpint (offer->state, ==, cases[i].state);
      g_assert_cmpint (LIAISON_DATA (Observance, offer->after)->checked, ==, date ("2027-01-02"));
      liaison_observance_foreach_days (offer->after, terms.from, terms.until, append_cb, found);
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

/* The same rule under another name, entered by hand: nations are added to it. */
static void
test_same_rule (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  LiaisonObservanceData *own = plan_begin (plan, &liaison_observance_kind);
  static const char *const nations[] = { "NO" };
  LiaisonObservanceOffer *offer;
  guint n;

  own->basis = LIAISON_OBSERVANCE_BASIS_EASTER_WESTERN;
  own->offset = 1;
  own->title = liaison_text_new ("en", "2. påskedag");
  own->nations = liaison_codes_new (nations, 1);
  plan_add (plan, &liaison_observance_kind, own);
  add_nation (plan, "NO");
  add_nation (plan, "DE");
  snapshot = liaison_document_get_snapshot (plan->document);
  offers = make_offers (snapshot, "2027-03-01", "2027-04-30");
  for (guint i = 0; i < offers->len; i++)
    {
      offer = offers->pdata[i];
      if (offer->before == &own->block)
        break;
      offer = NULL;
    }
  g_assert_nonnull (offer);
  g_assert_cmpint (offer->state, ==, LIAISON_OFFER_CHANGED);
  g_assert_cmpstr (liaison_text_pick (LIAISON_DATA (Observance, offer->after)->title, "en", NULL),
                   ==, "2. påskedag");
  liaison_codes_get (LIAISON_DATA (Observance, offer->after)->nations, &n);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_refusals (void)
{
  static const char *const bad[] = { "",
                                     "[]",
                                     "{\"observances\":1}",
                                     "{\"observances\":[1]}",
                                     "{\"observances\":[{\"month\":\"x\"}]}",
                                     "{\"observances\":[{\"basis\":\"x\"}]}",
                                     "{\"observances\":[]} x" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i], strlen (bad[i]));
      g_autoptr (GPtrArray) blocks =
          g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
      g_autoptr (GError) error = NULL;

      g_assert_false (liaison_observance_set_read (bytes, "set.json", blocks, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/observance-offers/shipped", test_shipped);
  g_test_add_func ("/schedule/observance-offers/suggest", test_suggest);
  g_test_add_func ("/schedule/observance-offers/refresh", test_refresh);
  g_test_add_func ("/schedule/observance-offers/same-rule", test_same_rule);
  g_test_add_func ("/schedule/observance-offers/refusals", test_refusals);
  return g_test_run ();
}
