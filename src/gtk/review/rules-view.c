/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules-view.h"

#include "finding-item.h"
#include "review/rule-row.h"
#include "shared/empty-page.h"
#include "words/search.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define LIAISON_TYPE_RULES_VIEW (liaison_rules_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonRulesView, liaison_rules_view, LIAISON, RULES_VIEW, AdwBin)

struct _LiaisonRulesView
{
  AdwBin parent_instance;

  /* Owned */
  LiaisonSession *session;

  /* Children */
  GPtrArray *rows; /* of LiaisonRuleRow, in the order of the rules */
  GtkWidget *search;
  GtkStack *pages;

  guint idle;
};

G_DEFINE_FINAL_TYPE (LiaisonRulesView, liaison_rules_view, ADW_TYPE_BIN)

static guint
count_in (GListModel *findings, const LiaisonRule *rule)
{
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (LiaisonFindingItem) item = g_list_model_get_item (findings, i);
      count += strcmp (liaison_finding_item_get_finding (item)->rule, rule->name) == 0;
    }
  return count;
}

static void
update (LiaisonRulesView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      LiaisonRuleRow *row = self->rows->pdata[i];
      const LiaisonRule *rule = liaison_rule_row_get_rule (row);
      liaison_rule_row_update (row, count_in (liaison_session_get_findings (self->session), rule),
                               count_in (liaison_session_get_accepted (self->session), rule));
    }
}

static gboolean
idle_cb (gpointer data)
{
  LiaisonRulesView *self = data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (LiaisonRulesView *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static gboolean
is_wanted (const LiaisonRule *rule, const char *needle)
{
  g_autofree char *text = g_strdup_printf ("%s %s %s", _ (rule->title), _ (rule->explanation), rule->name);
  g_autofree char *folded = liaison_words_fold (text);

  return strstr (folded, needle) != NULL;
}

static void
search_changed_cb (LiaisonRulesView *self)
{
  g_autofree char *needle = liaison_words_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  guint shown = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      gboolean wanted = is_wanted (liaison_rule_row_get_rule (self->rows->pdata[i]), needle);
      gtk_widget_set_visible (self->rows->pdata[i], wanted);
      shown += wanted;
    }
  gtk_stack_set_visible_child_name (self->pages, shown > 0 ? "list" : "none");
}

static void
liaison_rules_view_dispose (GObject *object)
{
  LiaisonRulesView *self = LIAISON_RULES_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_rules_view_parent_class)->dispose (object);
}

static void
liaison_rules_view_class_init (LiaisonRulesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_rules_view_dispose;
}

static void
liaison_rules_view_init (LiaisonRulesView *self)
{
  self->rows = g_ptr_array_new ();
}

static GtkWidget *
list_new (LiaisonRulesView *self)
{
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  guint n;
  const LiaisonRule *const *rules = liaison_review_get_rules (&n);

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("These settings belong to the exercise and hold for everybody who plans it. Each change can be undone."));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = liaison_rule_row_new (self->session, rules[i]);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

GtkWidget *
liaison_rules_view_new (LiaisonSession *session, const LiaisonKind *kind)
{
  LiaisonRulesView *self = g_object_new (LIAISON_TYPE_RULES_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *none;

  self->session = g_object_ref (session);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search rules"), "margin-start", 12, "margin-end", 12, "margin-top", 6,
                "margin-bottom", 6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search rules"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  none = liaison_empty_page_new ("edit-find-symbolic", _ ("No Such Rule"), NULL);
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->pages, list_new (self), "list");
  gtk_stack_add_named (self->pages, none, "none");
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (liaison_session_get_findings (session), "items-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_accepted (session), "items-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_editor (session), "committed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
