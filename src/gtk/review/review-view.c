/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/review-view.h"

#include "finding-item.h"
#include "review/review.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LIAISON_TYPE_REVIEW_VIEW (liaison_review_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonReviewView, liaison_review_view, LIAISON, REVIEW_VIEW, AdwBin)

struct _LiaisonReviewView
{
  AdwBin parent_instance;

  /* Owned */
  LiaisonSession *session;

  /* Children */
  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (LiaisonReviewView, liaison_review_view, ADW_TYPE_BIN)

static const char *
severity_icon (LiaisonSeverity severity)
{
  static const char *const icons[]
      = { "dialog-information-symbolic", "dialog-warning-symbolic", "dialog-error-symbolic" };
  return icons[severity];
}

static const char *
severity_class (LiaisonSeverity severity)
{
  static const char *const classes[] = { "accent", "warning", "error" };
  return classes[severity];
}

static void
fix_clicked_cb (GtkButton *button,
                gpointer   data)
{
  LiaisonReviewView *self = data;
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "liaison-item");
  LiaisonFindingItem *finding_item = gtk_list_item_get_item (item);

  if (finding_item == NULL)
    return;
  LiaisonFinding *finding = liaison_finding_item_get_finding (finding_item);
  LiaisonDocument *document = liaison_session_get_document (self->session);
  LiaisonProposal *proposal = liaison_proposal_new (finding->fix_label);
  for (guint i = 0; i < finding->fix->len; i++)
    {
      const LiaisonFixEdit *edit = &g_array_index (finding->fix, LiaisonFixEdit, i);
      LiaisonRecord *record = liaison_document_find (document, edit->slot.record);
      LiaisonValue value;
      if (record == NULL)
        continue;
      liaison_value_copy (&value, &edit->value);
      liaison_proposal_take (proposal, liaison_record_get_kind (record), &edit->slot, value);
    }
  liaison_session_commit (self->session, proposal, _("Fixed"));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *sentence = gtk_label_new (NULL);
  GtkWidget *rule = gtk_label_new (NULL);
  GtkWidget *fix = gtk_button_new ();

  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_label_set_xalign (GTK_LABEL (rule), 0);
  gtk_label_set_wrap (GTK_LABEL (rule), TRUE);
  gtk_widget_add_css_class (rule, "dim-label");
  gtk_widget_add_css_class (rule, "caption");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (fix, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), sentence);
  gtk_box_append (GTK_BOX (texts), rule);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), fix);
  gtk_widget_add_css_class (box, "finding");
  g_object_set_data (G_OBJECT (fix), "liaison-item", item);
  g_signal_connect_object (fix, "clicked", G_CALLBACK (fix_clicked_cb), data, 0);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  LiaisonReviewView *self = data;
  LiaisonFinding *finding = liaison_finding_item_get_finding (gtk_list_item_get_item (item));
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonRule *rule = liaison_review_find_rule (finding->rule);
  g_autofree char *sentence = liaison_manner_tell_finding (&manner, finding);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *texts = gtk_widget_get_next_sibling (icon);
  GtkWidget *fix = gtk_widget_get_next_sibling (texts);
  const char *classes[] = { severity_class (finding->severity), NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), severity_icon (finding->severity));
  gtk_widget_set_css_classes (icon, classes);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (texts)), sentence);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (texts)), rule != NULL ? _(rule->explanation) : "");
  gtk_widget_set_visible (fix, finding->fix != NULL);
  if (finding->fix != NULL)
    gtk_button_set_label (GTK_BUTTON (fix), _(finding->fix_label));
}

static void
activate_cb (LiaisonReviewView *self,
             guint              position)
{
  g_autoptr (LiaisonFindingItem) item
      = g_list_model_get_item (liaison_session_get_findings (self->session), position);
  LiaisonFinding *finding = liaison_finding_item_get_finding (item);
  char id[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (finding->records[0], id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "s", id);
}

static void
update_page (LiaisonReviewView *self)
{
  gboolean some = g_list_model_get_n_items (liaison_session_get_findings (self->session)) > 0;
  gtk_stack_set_visible_child_name (self->pages, some ? "list" : "clean");
}

static void
liaison_review_view_dispose (GObject *object)
{
  g_clear_object (&LIAISON_REVIEW_VIEW (object)->session);

  G_OBJECT_CLASS (liaison_review_view_parent_class)->dispose (object);
}

static void
liaison_review_view_class_init (LiaisonReviewViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_review_view_dispose;
}

static void
liaison_review_view_init (LiaisonReviewView *self)
{
}

static GtkWidget *
list_new (LiaisonReviewView *self)
{
  GListModel *findings = liaison_session_get_findings (self->session);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (findings)));
  GtkWidget *list, *scrolled = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  list = gtk_list_view_new (selection, factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Findings"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

GtkWidget *
liaison_review_view_new (LiaisonSession *session)
{
  LiaisonReviewView *self = g_object_new (LIAISON_TYPE_REVIEW_VIEW, NULL);
  GtkWidget *clean = adw_status_page_new ();

  self->session = g_object_ref (session);
  self->pages = GTK_STACK (gtk_stack_new ());
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (clean), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (clean), _("No Findings"));
  adw_status_page_set_description (ADW_STATUS_PAGE (clean),
                                   _("The review looks at the whole plan after each change and lists here what cannot be right."));
  gtk_stack_add_named (self->pages, list_new (self), "list");
  gtk_stack_add_named (self->pages, clean, "clean");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->pages));
  g_signal_connect_object (liaison_session_get_findings (session), "items-changed", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  update_page (self);
  return GTK_WIDGET (self);
}
