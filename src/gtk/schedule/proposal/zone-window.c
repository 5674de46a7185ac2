/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/proposal/zone-window.h"

#include "record/kinds/site.h"
#include "record/zone.h"
#include "schedule/proposal/comparison-view.h"
#include "shared/drop-down-search.h"
#include "words/names.h"
#include "words/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define LIAISON_TYPE_ZONE_WINDOW (liaison_zone_window_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonZoneWindow, liaison_zone_window, LIAISON, ZONE_WINDOW, AdwWindow)

/* On a session while its changes are made without asking. */
#define ANSWERED "liaison-zone-answered"

struct _LiaisonZoneWindow
{
  AdwWindow parent_instance;

  /* Owned */
  LiaisonSession *session;
  GArray *sites;    /* of LiaisonSiteZone; NULL: times written under other rules are meant */
  GArray *sites_of; /* of LiaisonId: what the list of sites offers */
  GPtrArray *zones; /* interned names: what the list of zones offers after its first */

  /* Template */
  GtkLabel *what;
  GtkWidget *choice;
  GtkDropDown *site, *zone;
  GtkCheckButton *clock, *moment, *leave;
  GtkWidget *leave_row;
  GtkWidget *apply;
  GtkBox *place;

  LiaisonComparisonView *comparison;
  gboolean busy; /* the lists are being filled in */
};

G_DEFINE_FINAL_TYPE (LiaisonZoneWindow, liaison_zone_window, ADW_TYPE_WINDOW)

static LiaisonZoneKeep
get_keep (LiaisonZoneWindow *self)
{
  if (gtk_check_button_get_active (self->moment))
    return LIAISON_ZONE_KEEP_MOMENT;
  return gtk_check_button_get_active (self->leave) ? LIAISON_ZONE_LEAVE : LIAISON_ZONE_KEEP_CLOCK;
}

static const LiaisonSiteZone *
list_sites (LiaisonZoneWindow *self, guint *n)
{
  *n = self->sites != NULL ? self->sites->len : 0;
  return *n > 0 ? (const LiaisonSiteZone *) self->sites->data : NULL;
}

/* Whether a site would have another zone than it has. */
static gboolean
changes_zone (LiaisonZoneWindow *self, LiaisonSnapshot *snapshot)
{
  guint n;
  const LiaisonSiteZone *sites = list_sites (self, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *block = liaison_snapshot_find (snapshot, sites[i].site);
      if (block != NULL && g_strcmp0 (LIAISON_DATA (Site, block)->zone, sites[i].zone) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
update_apply (LiaisonZoneWindow *self)
{
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));

  gtk_widget_set_sensitive (self->apply,
                            self->sites != NULL
                                ? changes_zone (self, snapshot)
                                : liaison_comparison_view_get_n_chosen (self->comparison) > 0);
}

/* Whether the clocks of the two zones show the same at all of the times. */
static gboolean
is_same_clock (const GArray *times)
{
  for (guint i = 0; i < times->len; i++)
    if (g_array_index (times, LiaisonZoneTime, i).shift != 0)
      return FALSE;
  return TRUE;
}

static void
tell_what (LiaisonZoneWindow *self, const GArray *times, gboolean changes)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *text = NULL;
  guint n, n_times = times->len;
  const LiaisonSiteZone *sites = list_sites (self, &n);
  g_autofree char *name = n > 0 ? liaison_manner_tell_name (&manner, sites[0].site) : NULL;

  if (n == 0)
    text = g_strdup (
        n_times > 0
            ? _ ("Countries change their rules for clocks, sometimes at short notice. These times "
                 "were written down under other rules than those known today.")
            : _ ("All times are written as today’s rules for clocks have them."));
  else if (!changes)
    text = g_strdup (_ ("Choose another time zone to see what it means for the events there."));
  else if (n_times == 0)
    text = g_strdup (_ ("No event there is written for the clocks of the zone it has now."));
  else if (is_same_clock (times))
    text = liaison_words_format_plural (
        manner.words,
        "Clocks there will show the same time as today. {n} time of an event there is written for "
        "the zone of today, and will be for the new one: nothing moves.",
        "Clocks there will show the same time as today. {n} times of events there are written for "
        "the zone of today, and will be for the new one: nothing moves.",
        n_times, liaison_operand_integer ("n", n_times));
  else if (n == 1)
    text = liaison_words_format_plural (
        manner.words,
        "Clocks at {site} will show another time. {n} time of an event there is written for the "
        "clocks of today: what shall become of it?",
        "Clocks at {site} will show another time. {n} times of events there are written for the "
        "clocks of today: what shall become of them?",
        n_times, liaison_operand_text ("site", name), liaison_operand_integer ("n", n_times));
  else
    text = liaison_words_format_plural (
        manner.words,
        "Clocks at {sites} sites will show another time. {n} time of an event there is written for "
        "the clocks of today: what shall become of it?",
        "Clocks at {sites} sites will show another time. {n} times of events there are written for "
        "the clocks of today: what shall become of them?",
        n_times, liaison_operand_integer ("sites", n), liaison_operand_integer ("n", n_times));
  gtk_label_set_text (self->what, text);
}

static void
update (LiaisonZoneWindow *self)
{
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  guint n;
  const LiaisonSiteZone *sites = list_sites (self, &n);
  g_autoptr (GArray) times = n > 0 ? liaison_zone_find_at_sites (snapshot, sites, n)
                                   : liaison_zone_find_outdated (snapshot);
  gboolean changes = changes_zone (self, snapshot);
  g_autoptr (GArray) moves = liaison_zone_list_moves (times, get_keep (self), snapshot);

  if (changes)
    liaison_zone_add_sites (moves, snapshot, sites, n);
  tell_what (self, times, changes);
  liaison_comparison_view_show (self->comparison, snapshot, moves, NULL);
  update_apply (self);
}

static void
kept_cb (LiaisonZoneWindow *self, GtkCheckButton *button)
{
  if (self->session != NULL && gtk_check_button_get_active (button))
    update (self);
}

static const LiaisonBlock *
get_site (LiaisonZoneWindow *self, guint place)
{
  LiaisonRecord *record =
      liaison_document_find (liaison_session_get_document (self->session),
                             g_array_index (self->sites_of, LiaisonId, place));

  return record != NULL ? liaison_record_get_block (record) : NULL;
}

/* In the list of zones, that one; the first stands for none of its own. */
static void
show_zone (LiaisonZoneWindow *self, const char *zone)
{
  guint place;

  if (zone == NULL || !g_ptr_array_find (self->zones, zone, &place))
    gtk_drop_down_set_selected (self->zone, 0);
  else
    gtk_drop_down_set_selected (self->zone, place + 1);
}

static void
chosen_cb (LiaisonZoneWindow *self, GParamSpec *pspec, GtkDropDown *list)
{
  LiaisonSiteZone *site;
  guint place;

  if (self->session == NULL || self->busy || self->sites == NULL)
    return;
  site = &g_array_index (self->sites, LiaisonSiteZone, 0);
  if (list == self->site && gtk_drop_down_get_selected (self->site) < self->sites_of->len)
    {
      const LiaisonBlock *block = get_site (self, gtk_drop_down_get_selected (self->site));
      if (block == NULL)
        return;
      *site = (LiaisonSiteZone){ block->id, LIAISON_DATA (Site, block)->zone };
      self->busy = TRUE;
      show_zone (self, site->zone);
      self->busy = FALSE;
    }
  place = gtk_drop_down_get_selected (self->zone);
  if (place <= self->zones->len)
    site->zone = place > 0 ? self->zones->pdata[place - 1] : NULL;
  update (self);
}

static LiaisonProposal *
make_proposal (LiaisonZoneWindow *self)
{
  LiaisonProposal *proposal;
  guint n;
  const LiaisonSiteZone *sites = list_sites (self, &n);

  if (n == 0)
    {
      proposal = liaison_proposal_new (N_ ("Bring {count} times up to today’s clock rules"));
      liaison_proposal_take_operand (
          proposal, liaison_operand_integer (
                        "count", liaison_comparison_view_get_n_chosen (self->comparison)));
    }
  else if (n == 1)
    {
      proposal = liaison_proposal_new (N_ ("Change the time zone of {record}"));
      liaison_proposal_take_operand (proposal, liaison_operand_record ("record", sites[0].site));
    }
  else
    {
      proposal = liaison_proposal_new (N_ ("Change the time zone of {count} sites"));
      liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", n));
    }
  return proposal;
}

static void
apply_cb (LiaisonZoneWindow *self)
{
  gboolean done;

  g_object_set_data (G_OBJECT (self->session), ANSWERED, self);
  done = liaison_comparison_view_apply_as (
      self->comparison, make_proposal (self),
      self->sites != NULL ? _ ("The time zone was changed") : _ ("The times were brought up to date"));
  g_object_set_data (G_OBJECT (self->session), ANSWERED, NULL);
  if (done)
    gtk_window_close (GTK_WINDOW (self));
}

static void
liaison_zone_window_dispose (GObject *object)
{
  LiaisonZoneWindow *self = LIAISON_ZONE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->sites, g_array_unref);
  g_clear_pointer (&self->sites_of, g_array_unref);
  g_clear_pointer (&self->zones, g_ptr_array_unref);

  G_OBJECT_CLASS (liaison_zone_window_parent_class)->dispose (object);
}

static void
liaison_zone_window_class_init (LiaisonZoneWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_zone_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/liaisonplanner/Liaison/schedule/proposal/zone-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonZoneWindow, what);
  gtk_widget_class_bind_template_child (widget_class, LiaisonZoneWindow, choice);
  gtk_widget_class_bind_template_child (widget_class, LiaisonZoneWindow, site);
  gtk_widget_class_bind_template_child (widget_class, LiaisonZoneWindow, zone);
  gtk_widget_class_bind_template_child (widget_class, LiaisonZoneWindow, clock);
  gtk_widget_class_bind_template_child (widget_class, LiaisonZoneWindow, moment);
  gtk_widget_class_bind_template_child (widget_class, LiaisonZoneWindow, leave);
  gtk_widget_class_bind_template_child (widget_class, LiaisonZoneWindow, leave_row);
  gtk_widget_class_bind_template_child (widget_class, LiaisonZoneWindow, apply);
  gtk_widget_class_bind_template_child (widget_class, LiaisonZoneWindow, place);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, kept_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_zone_window_init (LiaisonZoneWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sites_of = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  self->zones = g_ptr_array_new ();
}

static void
fill_sites (LiaisonZoneWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonTable *table = liaison_document_get_table (liaison_session_get_document (self->session),
                                                    LIAISON_KIND_SITE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  LiaisonId wanted = g_array_index (self->sites, LiaisonSiteZone, 0).site;
  guint chosen = 0;

  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      LiaisonId id = liaison_record_get_id (liaison_table_get (table, i));
      if (liaison_id_same (id, wanted))
        chosen = i;
      gtk_string_list_take (names, liaison_manner_tell_name (&manner, id));
      g_array_append_val (self->sites_of, id);
    }
  gtk_drop_down_set_expression (
      self->site, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_model (self->site, G_LIST_MODEL (names));
  liaison_drop_down_set_searched (self->site, TRUE);
  gtk_drop_down_set_selected (self->site, chosen);
}

static void
fill_zones (LiaisonZoneWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *const *zones = liaison_zone_list ();

  /* Translators: In the list of time zones: the site has none of its own */
  gtk_string_list_append (names, _ ("As around it"));
  for (guint i = 0; zones[i] != NULL; i++)
    {
      g_autofree char *city = liaison_words_dup_zone (manner.words, zones[i]);
      /* Translators: %1$s is a city, %2$s the technical name of its time zone: “Oslo (Europe/Oslo)” */
      gtk_string_list_take (names, g_strdup_printf (_ ("%1$s (%2$s)"), city, zones[i]));
      g_ptr_array_add (self->zones, (gpointer) liaison_zone_intern (zones[i], strlen (zones[i])));
    }
  gtk_drop_down_set_expression (
      self->zone, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_model (self->zone, G_LIST_MODEL (names));
  liaison_drop_down_set_searched (self->zone, TRUE);
  show_zone (self, g_array_index (self->sites, LiaisonSiteZone, 0).zone);
}

/* Takes @sites. */
static void
present (GtkWindow *parent, LiaisonSession *session, GArray *sites)
{
  LiaisonZoneWindow *self = g_object_new (LIAISON_TYPE_ZONE_WINDOW, "transient-for", parent, NULL);
  gboolean one = sites != NULL && sites->len == 1;

  self->sites = sites;
  self->session = g_object_ref (session);
  gtk_window_set_title (GTK_WINDOW (self),
                        sites != NULL ? _ ("Change a Time Zone") : _ ("Changed Clock Rules"));
  gtk_widget_set_visible (self->choice, one);
  gtk_widget_set_visible (self->leave_row, sites != NULL);
  self->busy = TRUE;
  if (one)
    {
      fill_sites (self);
      fill_zones (self);
    }
  self->busy = FALSE;
  self->comparison = liaison_comparison_view_new (session);
  gtk_box_append (self->place, GTK_WIDGET (self->comparison));
  gtk_widget_set_hexpand (GTK_WIDGET (self->comparison), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->comparison), TRUE);
  g_signal_connect_object (self->comparison, "changed", G_CALLBACK (update_apply), self,
                           G_CONNECT_SWAPPED);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->clock));
}

static gboolean
proposed_cb (LiaisonSession *session, const LiaisonProposal *proposal, GtkWindow *parent)
{
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GArray) sites = NULL;
  g_autoptr (GArray) times = NULL;

  if (g_object_get_data (G_OBJECT (session), ANSWERED) != NULL)
    return FALSE;
  sites = liaison_zone_read_proposal (proposal);
  if (sites == NULL || liaison_editor_get_read_only (liaison_session_get_editor (session)))
    return FALSE;
  snapshot = liaison_document_get_snapshot (liaison_session_get_document (session));
  times = liaison_zone_find_at_sites (snapshot, (const LiaisonSiteZone *) sites->data, sites->len);
  if (times->len == 0)
    return FALSE;
  present (parent, session, g_steal_pointer (&sites));
  return TRUE;
}

void
liaison_zone_window_watch (GtkWindow *parent, LiaisonSession *session)
{
  g_signal_connect_object (session, "proposed", G_CALLBACK (proposed_cb), parent, 0);
}

void
liaison_zone_window_present_site (GtkWindow *parent, LiaisonSession *session)
{
  LiaisonTable *table = liaison_document_get_table (liaison_session_get_document (session),
                                                    LIAISON_KIND_SITE);
  LiaisonRecord *record = liaison_selection_get_record (liaison_session_get_selection (session));
  GArray *sites;
  LiaisonSiteZone site;

  if (record == NULL || liaison_record_get_kind (record) != &liaison_site_kind)
    record = liaison_table_get_size (table) > 0 ? liaison_table_get (table, 0) : NULL;
  if (record == NULL)
    {
      g_signal_emit_by_name (session, "notice", _ ("The exercise has no sites yet"), FALSE);
      return;
    }
  sites = g_array_new (FALSE, FALSE, sizeof (LiaisonSiteZone));
  site = (LiaisonSiteZone){ liaison_record_get_id (record),
                            LIAISON_DATA (Site, liaison_record_get_block (record))->zone };
  g_array_append_val (sites, site);
  present (parent, session, sites);
}

void
liaison_zone_window_present_outdated (GtkWindow *parent, LiaisonSession *session)
{
  present (parent, session, NULL);
}
