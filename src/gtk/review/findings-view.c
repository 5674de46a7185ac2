/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/findings-view.h"

#include "finding-item.h"
#include "print/printable.h"
#include "review/finding-edits.h"
#include "review/findings-print.h"
#include "review/findings-row.h"
#include "review/review-row.h"
#include "shared/empty-page.h"
#include "words/search.h"
#include "words/sentence.h"
#include "screen.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define LIAISON_TYPE_FINDINGS_VIEW (liaison_findings_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonFindingsView, liaison_findings_view, LIAISON, FINDINGS_VIEW, AdwBin)

struct _LiaisonFindingsView
{
  AdwBin parent_instance;

  /* Owned */
  LiaisonSession *session;
  GListStore *rows;   /* of LiaisonReviewRow */
  char *needle;       /* folded words that are looked for, or NULL */
  GPtrArray *choices; /* of const LiaisonRule *: what the drop-down offers after "All rules" */

  /* Children */
  GtkStack *pages;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkToggleButton *severities[3];
  GtkDropDown *rule;
  GtkWidget *search;

  guint idle;
  gboolean choosing; /* the drop-down is being filled */
};

static void liaison_findings_view_printable_init (LiaisonPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonFindingsView, liaison_findings_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_PRINTABLE, liaison_findings_view_printable_init))

/* What is shown */

static gboolean
has_words (LiaisonFindingsView *self, const LiaisonManner *manner, const LiaisonFinding *finding)
{
  if (self->needle == NULL)
    return TRUE;
  g_autofree char *told = liaison_manner_tell_finding (manner, finding);
  g_autofree char *plain = liaison_words_dup_without_isolates (told);
  g_autofree char *folded = liaison_words_fold (plain);
  return strstr (folded, self->needle) != NULL;
}

static const LiaisonRule *
get_chosen_rule (LiaisonFindingsView *self)
{
  guint place = gtk_drop_down_get_selected (self->rule);

  return place > 0 && place <= self->choices->len ? self->choices->pdata[place - 1] : NULL;
}

static gboolean
is_shown (LiaisonFindingsView *self, const LiaisonManner *manner, const LiaisonFinding *finding)
{
  const LiaisonRule *rule = get_chosen_rule (self);

  return gtk_toggle_button_get_active (self->severities[finding->severity])
         && (rule == NULL || strcmp (rule->name, finding->rule) == 0) && has_words (self, manner, finding);
}

/* The findings by rule, in the order in which each rule first comes: the worst lead. */
static void
gather (LiaisonFindingsView *self, GPtrArray *order, GHashTable *groups, guint counts[3])
{
  GListModel *findings = liaison_session_get_findings (self->session);
  LiaisonManner manner = liaison_session_get_manner (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (LiaisonFindingItem) item = g_list_model_get_item (findings, i);
      LiaisonFinding *finding = liaison_finding_item_get_finding (item);
      const LiaisonRule *rule = liaison_review_find_rule (finding->rule);
      counts[finding->severity]++;
      if (rule == NULL || !is_shown (self, &manner, finding))
        continue;
      GPtrArray *group = g_hash_table_lookup (groups, rule);
      if (group == NULL)
        {
          group = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_finding_unref);
          g_hash_table_insert (groups, (gpointer) rule, group);
          g_ptr_array_add (order, (gpointer) rule);
        }
      g_ptr_array_add (group, liaison_finding_ref (finding));
    }
}

static GPtrArray *
make_rows (LiaisonFindingsView *self, guint counts[3])
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GHashTable) groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  gather (self, order, groups, counts);
  for (guint i = 0; i < order->len; i++)
    {
      const GPtrArray *group = g_hash_table_lookup (groups, order->pdata[i]);
      g_ptr_array_add (rows, liaison_review_row_new_heading (order->pdata[i], group));
      for (guint j = 0; j < group->len; j++)
        g_ptr_array_add (rows, liaison_review_row_new (group->pdata[j]));
    }
  return rows;
}

static gboolean
print (LiaisonPrintable *printable, GtkWindow *parent)
{
  LiaisonFindingsView *self = LIAISON_FINDINGS_VIEW (printable);
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_finding_unref);
  guint counts[3] = { 0 };
  g_autoptr (GPtrArray) rows = make_rows (self, counts);

  for (guint i = 0; i < rows->len; i++)
    {
      LiaisonFinding *finding = liaison_review_row_get_finding (rows->pdata[i]);
      if (finding != NULL)
        g_ptr_array_add (findings, liaison_finding_ref (finding));
    }
  if (findings->len == 0)
    {
      g_ptr_array_unref (findings);
      return FALSE;
    }
  liaison_findings_print (parent, self->session, findings);
  return TRUE;
}

static void
liaison_findings_view_printable_init (LiaisonPrintableInterface *iface)
{
  iface->print = print;
}

static void
show_counts (LiaisonFindingsView *self, const guint counts[3])
{
  g_autofree char *notes = liaison_screen_printf (ngettext ("%u note", "%u notes", counts[0]), counts[0]);
  g_autofree char *warnings = liaison_screen_printf (ngettext ("%u warning", "%u warnings", counts[1]), counts[1]);
  g_autofree char *errors = liaison_screen_printf (ngettext ("%u error", "%u errors", counts[2]), counts[2]);
  const char *const texts[] = { notes, warnings, errors };

  for (guint i = 0; i < 3; i++)
    gtk_button_set_label (GTK_BUTTON (self->severities[i]), texts[i]);
}

static guint
find_row (LiaisonFindingsView *self, const LiaisonFinding *finding)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; finding != NULL && i < n; i++)
    {
      g_autoptr (LiaisonReviewRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      LiaisonFinding *there = liaison_review_row_get_finding (row);
      if (there != NULL && liaison_finding_equal (there, finding))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static LiaisonFinding *
get_selected (LiaisonFindingsView *self)
{
  LiaisonReviewRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? liaison_review_row_get_finding (row) : NULL;
}

/* The same finding stays selected; when it is gone, what has come into its place. */
static void
select_again (LiaisonFindingsView *self, const LiaisonFinding *finding, guint position)
{
  guint place = find_row (self, finding), n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (place == GTK_INVALID_LIST_POSITION && position != GTK_INVALID_LIST_POSITION && n > 0)
    place = MIN (position, n - 1);
  if (place != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, place);
}

/* Whether the list shows these rows already. */
static gboolean
is_same (LiaisonFindingsView *self, const GPtrArray *rows)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) != rows->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (LiaisonReviewRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      const LiaisonFinding *a = liaison_review_row_get_finding (row), *b = liaison_review_row_get_finding (rows->pdata[i]);
      if ((a == NULL) != (b == NULL) || (a != NULL && (a->severity != b->severity || !liaison_finding_equal (a, b)))
          || liaison_review_row_get_rule (row) != liaison_review_row_get_rule (rows->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

static const char *
choose_page (LiaisonFindingsView *self)
{
  if (g_list_model_get_n_items (liaison_session_get_findings (self->session)) == 0)
    return "clean";
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0 ? "list" : "none";
}

/* @again: though the findings are the same, they are told otherwise. */
static void
update (LiaisonFindingsView *self, gboolean again)
{
  guint counts[3] = { 0, 0, 0 }, position = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GPtrArray) rows = make_rows (self, counts);
  LiaisonFinding *finding = get_selected (self);
  g_autoptr (LiaisonFinding) kept = finding != NULL ? liaison_finding_ref (finding) : NULL;

  show_counts (self, counts);
  if (again || !is_same (self, rows))
    {
      g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
      select_again (self, kept, position);
    }
  gtk_stack_set_visible_child_name (self->pages, choose_page (self));
}

/* Offers the rules that have found something, the chosen one with them. */
static void
fill_rules (LiaisonFindingsView *self)
{
  GListModel *findings = liaison_session_get_findings (self->session);
  const LiaisonRule *chosen = get_chosen_rule (self);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint place = 0;

  gtk_string_list_append (labels, _ ("All rules"));
  g_ptr_array_set_size (self->choices, 0);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (LiaisonFindingItem) item = g_list_model_get_item (findings, i);
      const LiaisonRule *rule = liaison_review_find_rule (liaison_finding_item_get_finding (item)->rule);
      if (rule == NULL || g_ptr_array_find (self->choices, rule, NULL))
        continue;
      g_ptr_array_add (self->choices, (gpointer) rule);
      gtk_string_list_append (labels, _ (rule->title));
      if (rule == chosen)
        place = self->choices->len;
    }
  self->choosing = TRUE;
  gtk_drop_down_set_model (self->rule, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->rule, place);
  self->choosing = FALSE;
}

static gboolean
idle_cb (gpointer data)
{
  LiaisonFindingsView *self = data;

  self->idle = 0;
  fill_rules (self);
  update (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
findings_changed_cb (LiaisonFindingsView *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
manner_changed_cb (LiaisonFindingsView *self)
{
  update (self, TRUE);
}

static void
filter_changed_cb (LiaisonFindingsView *self)
{
  if (!self->choosing)
    update (self, FALSE);
}

static void
search_changed_cb (LiaisonFindingsView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_pointer (&self->needle, g_free);
  if (*text != '\0')
    self->needle = liaison_words_fold (text);
  update (self, FALSE);
}

static void
clear_filter_cb (LiaisonFindingsView *self)
{
  for (guint i = 0; i < 3; i++)
    gtk_toggle_button_set_active (self->severities[i], TRUE);
  gtk_drop_down_set_selected (self->rule, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* What is done */

static GtkWindow *
get_window (LiaisonFindingsView *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
activate_cb (LiaisonFindingsView *self, guint position)
{
  g_autoptr (LiaisonReviewRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  LiaisonFinding *finding = row != NULL ? liaison_review_row_get_finding (row) : NULL;
  char id[LIAISON_ID_TEXT_SIZE];

  if (finding == NULL)
    return;
  liaison_id_format (finding->records[0], id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "s", id);
}

static void
fix_row (LiaisonFindingsView *self, LiaisonReviewRow *row)
{
  LiaisonFinding *finding = row != NULL ? liaison_review_row_get_finding (row) : NULL;
  const GPtrArray *findings = row != NULL ? liaison_review_row_get_findings (row) : NULL;

  if (finding != NULL)
    liaison_finding_fix (self->session, finding);
  else if (findings != NULL)
    liaison_findings_ask_to_fix (get_window (self), self->session, (LiaisonFinding *const *) findings->pdata, findings->len);
}

static void
accept_row (LiaisonFindingsView *self, LiaisonReviewRow *row)
{
  LiaisonFinding *finding = row != NULL ? liaison_review_row_get_finding (row) : NULL;
  const GPtrArray *findings = row != NULL ? liaison_review_row_get_findings (row) : NULL;

  if (finding != NULL)
    liaison_findings_ask_to_accept (get_window (self), self->session, &finding, 1);
  else if (findings != NULL)
    liaison_findings_ask_to_accept (get_window (self), self->session, (LiaisonFinding *const *) findings->pdata, findings->len);
}

static void
fix_clicked_cb (GtkWidget *button, LiaisonFindingsView *self)
{
  fix_row (self, liaison_findings_row_get (button));
}

static void
accept_clicked_cb (GtkWidget *button, LiaisonFindingsView *self)
{
  accept_row (self, liaison_findings_row_get (button));
}

static gboolean
fix_key_cb (GtkWidget *list, GVariant *parameter, gpointer data)
{
  LiaisonFindingsView *self = data;

  fix_row (self, gtk_single_selection_get_selected_item (self->selection));
  return TRUE;
}

static gboolean
accept_key_cb (GtkWidget *list, GVariant *parameter, gpointer data)
{
  LiaisonFindingsView *self = data;

  accept_row (self, gtk_single_selection_get_selected_item (self->selection));
  return TRUE;
}

static gboolean
search_key_cb (GtkWidget *list, GVariant *parameter, gpointer data)
{
  LiaisonFindingsView *self = data;

  return gtk_widget_get_mapped (self->search) && gtk_widget_grab_focus (self->search);
}

/* Making it */

static void
liaison_findings_view_dispose (GObject *object)
{
  LiaisonFindingsView *self = LIAISON_FINDINGS_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->needle, g_free);
  g_clear_pointer (&self->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (liaison_findings_view_parent_class)->dispose (object);
}

static void
liaison_findings_view_class_init (LiaisonFindingsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_findings_view_dispose;
}

static void
liaison_findings_view_init (LiaisonFindingsView *self)
{
  self->rows = g_list_store_new (LIAISON_TYPE_REVIEW_ROW);
  self->choices = g_ptr_array_new ();
}

static GtkWidget *
bar_new (LiaisonFindingsView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  static const int order[] = { LIAISON_SEVERITY_ERROR, LIAISON_SEVERITY_WARNING, LIAISON_SEVERITY_NOTE };

  self->search = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->search, TRUE);
  g_object_set (self->search, "placeholder-text", _ ("Search findings"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search findings"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (linked, "linked");
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      self->severities[order[i]] = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      g_signal_connect_object (button, "toggled", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (linked), button);
    }
  self->rule = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rule), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rule"), -1);
  g_signal_connect_object (self->rule, "notify::selected", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->search);
  gtk_box_append (GTK_BOX (bar), linked);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->rule));
  gtk_widget_set_margin_start (bar, 12);
  gtk_widget_set_margin_end (bar, 12);
  gtk_widget_set_margin_top (bar, 6);
  gtk_widget_set_margin_bottom (bar, 6);
  return bar;
}

static void
add_key (GtkEventController *keys, guint key, GdkModifierType modifiers, GtkShortcutFunc func, LiaisonFindingsView *self)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_callback_action_new (func, self, NULL)));
}

static void
add_keys (LiaisonFindingsView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new (), *wide = gtk_shortcut_controller_new ();

  add_key (keys, GDK_KEY_f, 0, fix_key_cb, self);
  add_key (keys, GDK_KEY_a, 0, accept_key_cb, self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  add_key (wide, GDK_KEY_f, GDK_CONTROL_MASK, search_key_cb, self);
  gtk_widget_add_controller (GTK_WIDGET (self), wide);
}

static GtkWidget *
list_new (LiaisonFindingsView *self)
{
  GtkListItemFactory *factory = liaison_findings_row_factory_new (
      self->session, G_CALLBACK (fix_clicked_cb), G_CALLBACK (accept_clicked_cb), self);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  gtk_list_view_set_show_separators (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Findings"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->list), NULL);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  add_keys (self);
  return scrolled;
}

static GtkWidget *
none_new (LiaisonFindingsView *self)
{
  GtkWidget *page = liaison_empty_page_new ("edit-find-symbolic", _ ("No Findings Match"), NULL);
  GtkWidget *button = liaison_empty_page_add_step (page, _ ("_Show All"), FALSE);

  g_signal_connect_object (button, "clicked", G_CALLBACK (clear_filter_cb), self, G_CONNECT_SWAPPED);
  return page;
}

GtkWidget *
liaison_findings_view_new (LiaisonSession *session, const LiaisonKind *kind)
{
  LiaisonFindingsView *self = g_object_new (LIAISON_TYPE_FINDINGS_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *hint = gtk_label_new (NULL);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *resolve = gtk_button_new ();

  self->session = g_object_ref (session);
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_box_append (GTK_BOX (box), bar_new (self));
  gtk_stack_add_named (self->pages, list_new (self), "list");
  gtk_stack_add_named (self->pages,
                       liaison_empty_page_new ("object-select-symbolic", _ ("All Is Well"),
                                   _ ("The review looks at the whole plan after each change and lists here what cannot be right.")),
                       "clean");
  gtk_stack_add_named (self->pages, none_new (self), "none");
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  gtk_label_set_text (GTK_LABEL (hint), _ ("Enter goes to the record, F fixes, A accepts."));
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_set_hexpand (hint, TRUE);
  gtk_box_append (GTK_BOX (foot), hint);
  gtk_button_set_label (GTK_BUTTON (resolve), _ ("Resolve Conflicts…"));
  gtk_widget_set_tooltip_text (resolve, _ ("Find times at which events do not clash (Ctrl+Shift+L)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (resolve), "win.resolve-conflicts");
  gtk_box_append (GTK_BOX (foot), resolve);
  gtk_widget_set_margin_start (foot, 12);
  gtk_widget_set_margin_end (foot, 12);
  gtk_widget_set_margin_top (foot, 4);
  gtk_widget_set_margin_bottom (foot, 4);
  gtk_box_append (GTK_BOX (box), foot);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (liaison_session_get_findings (session), "items-changed", G_CALLBACK (findings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (manner_changed_cb), self, G_CONNECT_SWAPPED);
  fill_rules (self);
  update (self, FALSE);
  return GTK_WIDGET (self);
}
