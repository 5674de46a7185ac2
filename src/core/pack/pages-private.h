/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/pages.h"

G_BEGIN_DECLS

typedef struct
{
  guint first; /* of the placements */
  guint n;
  const LiaisonSetting *folio; /* "Page 2 of 5" */
} LiaisonPageRecord;

struct _LiaisonPages
{
  gatomicrefcount refs;

  /* Given */
  LiaisonPageSetup setup;
  double width, height; /* of the page */
  LiaisonWords *words;
  GPtrArray *matters; /* of LiaisonMatter */
  GPtrArray *kept;
  char *banner, *head_start, *head_end, *foot_start;

  /* Made by the flow */
  LiaisonTypesetter *typesetter;
  GArray *placements; /* of LiaisonPlacement */
  GArray *pages;      /* of LiaisonPageRecord */
  const LiaisonSetting *banner_set, *start_set, *end_set, *foot_set;
  double top, bottom; /* of the text area */
};

/* Settings of what stands around the text; and their drawing. */
void liaison_furniture_set (LiaisonPages *self);
void liaison_furniture_set_folios (LiaisonPages *self);
void liaison_furniture_draw (const LiaisonPages *self, guint number, LiaisonPress *press);
/* One page with its structure. */
void liaison_pages_print (const LiaisonPages *self, guint number, LiaisonPress *press);

G_END_DECLS
