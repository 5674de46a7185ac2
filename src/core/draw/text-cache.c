/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/text-cache.h"

#include <math.h>
#include <string.h>

/* A label that does not fit is cut to a multiple of this, so that it need not be laid out anew for
 * each unit by which a bar grows while one zooms. */
#define WIDTH_STEP 8
#define NATURAL    (-1)
/* Off screen a unit is a point. */
#define UNITS_AN_INCH 72

typedef struct
{
  const char *text;
  int width; /* units it is cut to, or NATURAL */
  guint8 style;
} Key;

typedef struct
{
  Key key;
  GList link; /* in the order of use; its data is the entry */
  PangoLayout *layout;
  LiaisonTextSize size;
} Entry;

struct _LiaisonTextCache
{
  PangoContext *context;
  GHashTable *entries; /* Key -> Entry, the key is in the entry */
  GQueue used;         /* the last used first */
  guint capacity;
  double heights[LIAISON_N_TEXT_STYLES]; /* 0: not yet measured */
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;
  return g_str_hash (key->text) * 31 + (guint) key->width * 7 + key->style;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *of_a = a, *of_b = b;
  return of_a->width == of_b->width && of_a->style == of_b->style
         && strcmp (of_a->text, of_b->text) == 0;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free ((char *) entry->key.text);
  g_object_unref (entry->layout);
  g_free (entry);
}

LiaisonTextCache *
liaison_text_cache_new (PangoContext *context, guint capacity)
{
  LiaisonTextCache *self = g_new0 (LiaisonTextCache, 1);

  self->context = g_object_ref (context);
  self->entries = g_hash_table_new_full (key_hash, key_equal, NULL, entry_free);
  self->capacity = MAX (capacity, 1);
  return self;
}

LiaisonTextCache *
liaison_text_cache_new_off_screen (const char *font, guint capacity)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  LiaisonTextCache *self;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), UNITS_AN_INCH);
  self = liaison_text_cache_new_for_map (map, font, capacity);
  g_object_unref (map);
  return self;
}

LiaisonTextCache *
liaison_text_cache_new_for_map (PangoFontMap *map, const char *font, guint capacity)
{
  PangoContext *context = pango_font_map_create_context (map);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);
  LiaisonTextCache *self;

  pango_context_set_font_description (context, description);
  self = liaison_text_cache_new (context, capacity);
  g_object_unref (context);
  return self;
}

void
liaison_text_cache_clear (LiaisonTextCache *self)
{
  g_queue_init (&self->used);
  g_hash_table_remove_all (self->entries);
  memset (self->heights, 0, sizeof self->heights);
}

void
liaison_text_cache_free (LiaisonTextCache *self)
{
  g_hash_table_unref (self->entries);
  g_object_unref (self->context);
  g_free (self);
}

guint
liaison_text_cache_get_size (const LiaisonTextCache *self)
{
  return g_hash_table_size (self->entries);
}

PangoContext *
liaison_text_cache_get_context (const LiaisonTextCache *self)
{
  return self->context;
}

static PangoFontDescription *
describe_font (LiaisonTextCache *self, LiaisonTextStyle style)
{
  static const double sizes[] = { 1., 1., .86, .86, 1.25 };
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (self->context));
  int size = pango_font_description_get_size (font);

  if (size <= 0)
    size = 10 * PANGO_SCALE;
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size * sizes[style]);
  else
    pango_font_description_set_size (font, (int) (size * sizes[style]));
  if (style == LIAISON_TEXT_BOLD || style == LIAISON_TEXT_SMALL_BOLD || style == LIAISON_TEXT_TITLE)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  return font;
}

static PangoLayout *
lay_out (LiaisonTextCache *self, const Key *key)
{
  g_autoptr (PangoFontDescription) font = describe_font (self, key->style);
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, key->text, -1);
  if (key->width != NATURAL)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, key->width * PANGO_SCALE);
    }
  return layout;
}

/* The one used longest ago goes. */
static void
make_room (LiaisonTextCache *self)
{
  while (self->used.length >= self->capacity)
    {
      Entry *last = self->used.tail->data;
      g_queue_unlink (&self->used, &last->link);
      g_hash_table_remove (self->entries, &last->key);
    }
}

static Entry *
add (LiaisonTextCache *self, const Key *key)
{
  Entry *entry = g_new0 (Entry, 1);
  PangoRectangle logical;

  make_room (self);
  entry->key = *key;
  entry->key.text = g_strdup (key->text);
  entry->layout = lay_out (self, key);
  pango_layout_get_extents (entry->layout, NULL, &logical);
  entry->size.width = (double) logical.width / PANGO_SCALE;
  entry->size.height = (double) logical.height / PANGO_SCALE;
  entry->size.baseline = (double) pango_layout_get_baseline (entry->layout) / PANGO_SCALE;
  entry->link.data = entry;
  g_queue_push_head_link (&self->used, &entry->link);
  g_hash_table_insert (self->entries, &entry->key, entry);
  return entry;
}

static Entry *
find (LiaisonTextCache *self, const Key *key)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (entry == NULL)
    return add (self, key);
  if (self->used.head != &entry->link)
    {
      g_queue_unlink (&self->used, &entry->link);
      g_queue_push_head_link (&self->used, &entry->link);
    }
  return entry;
}

PangoLayout *
liaison_text_cache_get (LiaisonTextCache *self,
                        const char *text,
                        LiaisonTextStyle style,
                        double width,
                        LiaisonTextSize *size)
{
  Key key = { text, NATURAL, style };
  Entry *entry = find (self, &key);

  if (width >= 0 && entry->size.width > width)
    {
      key.width = MAX (1, (int) floor (width / WIDTH_STEP) * WIDTH_STEP);
      entry = find (self, &key);
    }
  if (size != NULL)
    *size = entry->size;
  return entry->layout;
}

double
liaison_text_cache_get_line_height (LiaisonTextCache *self, LiaisonTextStyle style)
{
  if (self->heights[style] == 0)
    {
      g_autoptr (PangoFontDescription) font = describe_font (self, style);
      PangoFontMetrics *metrics = pango_context_get_metrics (self->context, font, NULL);

      self->heights[style] = ceil ((double) pango_font_metrics_get_height (metrics) / PANGO_SCALE);
      pango_font_metrics_unref (metrics);
    }
  return self->heights[style];
}
